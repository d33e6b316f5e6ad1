/**
 * What a learner can do with program and time, in one place for buttons, keys, palette and forms. Each says what it needs.
 *
 * @import { Document, Program } from './document.svelte.js'
 * @import { Session } from './session.svelte.js'
 * @import { View } from './view.svelte.js'
 * @import { Unit } from '../engine/protocol.ts'
 */
import { toNotebook } from './notebook.js';

/** @param {Session} session whether there is a program that can go on from here */
export const canStep = ({ status, cursor, head }) => status === 'ready' || status === 'paused' || cursor < head;

/** @param {Session} session */
export const canBack = ({ status, cursor }) => status !== 'running' && cursor > 0;

/** @param {Session} session */
export const canRun = ({ status }) => status === 'ready' || status === 'paused';

/** @param {Session} session */
export const canRestart = ({ status, cursor, head }) =>
  status !== 'empty' && !(status === 'ready' && cursor + head === 0);

/** Whether the loop's acts can be pressed. @param {Session} session */
export const canAct = ({ status, loop }) => (loop?.inside ?? false) && status !== 'running' && status !== 'empty';

/** Whether a line can be evaluated in a frame. @param {Session} session */
export const canAsk = ({ status }) => status !== 'empty' && status !== 'running';

/**
 * @param {Session} session
 * @param {Document} program
 * @param {Unit} unit
 * @param {boolean} [back]
 */
export async function step(session, program, unit, back = false) {
  await program.settle();
  await session.step(unit, back);
}

/** @param {Session} session @param {Document} program @param {boolean} record */
export async function run(session, program, record) {
  await program.settle();
  await session.send({ do: 'run', record });
}

/** @param {Session} session @param {number} instant */
export const seek = (session, instant) =>
  session.send({ do: 'seek', instant: Math.max(0, Math.min(session.head, Math.round(instant))) });

/**
 * Looks at an instant that is not the next one: the browser's Back leads back from it.
 * @param {Session} session
 * @param {View} view
 * @param {number} instant
 */
export function jump(session, view, instant) {
  view.jump = { run: session.run, from: session.cursor, to: instant };
  return seek(session, instant);
}

/** A file for the learner's disk. @param {Program} program */
export const asFile = ({ name, text }) => ({ name, blob: new Blob([text], { type: 'text/x-python' }) });

/** @param {Program} program */
export const asNotebook = ({ name, text }) => ({
  name: name.replace(/\.py$/, '.ipynb'),
  blob: new Blob([toNotebook(text)], { type: 'application/x-ipynb+json' }),
});
