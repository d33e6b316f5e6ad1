import { expect, test } from 'vitest';
import { Turns } from '../../src/engine/turns.js';
import { anUpdate } from '../updates.js';

/** @import { Command, Update } from '../../src/engine/protocol.ts' */
/** @import { Told } from '../../src/engine/turns.js' */

/** An engine that runs for so many slices, over a clock of our own. */
function running({ slices = Infinity, instructionsPerMs = 1000 } = {}) {
  let clock = 0;
  let left = slices;
  /** @type {Told[]} */
  const told = [];
  /** @type {number[]} */
  const budgets = [];
  let wanted = 0;
  const engine = {
    /** @param {Command} command @returns {import('../../src/engine/protocol.ts').Answer | undefined} */
    command: (command) => {
      if (command.do === 'stop') left = 0;
      return undefined;
    },
    /** @param {number} instructions @returns {Update | undefined} */
    slice: (instructions) => {
      if (left <= 0) return undefined;
      left -= 1;
      budgets.push(instructions);
      clock += instructions / instructionsPerMs;
      return anUpdate({ losses: [{ iteration: budgets.length, name: 'loss', value: 1 }] });
    },
    busy: () => left > 0,
  };
  const turns = new Turns(
    engine,
    (message) => told.push(message),
    () => (wanted += 1),
    () => clock,
  );
  return { turns, told, budgets, wanted: () => wanted };
}

/** @param {Told[]} told */
const updates = (told) => told.flatMap((message) => (message.type === 'update' ? [message.update] : []));

test('a slice comes to take about 10 ms, on a fast machine and on a slow one', () => {
  for (const instructionsPerMs of [50, 1000, 50_000]) {
    const { turns, budgets } = running({ instructionsPerMs });
    for (let turn = 0; turn < 40; turn++) turns.turn();
    expect((budgets.at(-1) ?? 0) / instructionsPerMs).toBeGreaterThan(8);
    expect((budgets.at(-1) ?? 0) / instructionsPerMs).toBeLessThan(12);
  }
});

test('the page is told once for each frame that it draws, and nothing is lost in between', () => {
  const { turns, told } = running({ slices: 30 });
  for (let turn = 0; turn < 20; turn++) turns.turn();
  expect(updates(told)).toHaveLength(1);
  turns.drawn();
  expect(updates(told)).toHaveLength(2);
  expect(updates(told).flatMap((update) => update.losses)).toHaveLength(20);
});

test('a command is done before the next slice, and the turns go on while there is work', () => {
  const { turns, told, wanted } = running();
  turns.turn();
  const before = wanted();
  turns.take(7, { do: 'stop' });
  turns.turn();
  expect(told.some((message) => message.type === 'answer' && message.id === 7)).toBe(true);
  expect(wanted()).toBe(before + 1);
  turns.turn();
  expect(wanted()).toBe(before + 1);
});
