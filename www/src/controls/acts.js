/** @import { LoopAct, Phase } from '../engine/protocol.ts' */

/** What each phase of training is called, and what it does to the numbers. @type {Record<Phase, { name: string, says: string }>} */
export const PHASES = {
  data: { name: 'data', says: 'the next mini-batch' },
  forward: { name: 'forward', says: 'computes predictions and records the graph' },
  loss: { name: 'loss', says: 'one number: how wrong the predictions are' },
  zeroGrad: { name: 'zero_grad', says: 'forgets the gradients held in .grad' },
  backward: { name: 'backward', says: 'adds the gradient of the loss to each .grad' },
  step: { name: 'step', says: 'moves each weight, using its .grad' },
  other: { name: 'other', says: 'another statement of the loop' },
};

/** @param {LoopAct} act */
export const actName = (act) => act.label || PHASES[act.phase].name;

const TESTS = {
  data: 'data',
  forward: 'forward',
  loss: 'loss',
  zeroGrad: 'zero-grad',
  backward: 'backward',
  step: 'step',
  other: 'other',
};

/** A name for tests and lists; the second act of a phase gets a number. @param {LoopAct[]} acts @param {number} index */
export function actTest(acts, index) {
  const phase = acts[index]?.phase ?? 'other';
  const before = acts.slice(0, index).filter((act) => act.phase === phase).length;
  return `act-${TESTS[phase]}${before ? `-${before + 1}` : ''}`;
}
