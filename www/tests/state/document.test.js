import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Document } from '../../src/state/document.svelte.js';
import { fakeKeeper, fakeSession } from './fakes.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** @param {Parameters<typeof fakeSession>[0]} [answer] */
function opened(answer) {
  const { session, sent } = fakeSession(answer);
  const keeper = fakeKeeper();
  const program = new Document(session, keeper);
  program.open({ name: 'a.py', text: 'x = 1\ny = 2\n' });
  return { program, sent, keeper, session };
}

test('the engine hears of typing when it rests, once', () => {
  const { program, sent } = opened();
  program.typed('x = 2');
  vi.advanceTimersByTime(200);
  program.typed('x = 23');
  expect(sent.map((command) => command.do)).toEqual(['load']);
  vi.advanceTimersByTime(1000);
  expect(sent.slice(1)).toEqual([{ do: 'edited', text: 'x = 23' }]);
});

test('what was typed is there after a reload', () => {
  const { program, keeper } = opened();
  program.typed('x = 99');
  const { session } = fakeSession();
  expect(new Document(session, keeper).recall()).toEqual({ name: 'a.py', text: 'x = 99' });
});

test('work is kept aside when another program takes its place', () => {
  const { program } = opened();
  program.open({ name: 'b.py', text: 'z = 3\n' });
  expect(program.previous()).toEqual({ name: 'a.py', text: 'x = 1\ny = 2\n' });
  program.bringBack();
  expect(program.name).toBe('a.py');
  expect(program.previous()?.name).toBe('b.py');
});

test('an edit from the picture reaches text and engine at once', async () => {
  const edits = [{ span: { line: 2, column: 4, endLine: 2, endColumn: 5 }, text: '20' }];
  const { program, sent } = opened((command) =>
    command.do === 'edit' ? { answer: 'edits', edits } : { answer: 'done' },
  );
  expect(await program.edit({ kind: 'removeLayer', slot: 0 })).toBeNull();
  expect(program.text).toBe('x = 1\ny = 20\n');
  expect(sent.at(-1)).toEqual({ do: 'edited', text: 'x = 1\ny = 20\n' });
});

test('an edit worked out for a text that changed meanwhile is not made', async () => {
  /** @type {Document | undefined} */
  let current;
  const { program } = opened((command) => {
    if (command.do !== 'edit') return { answer: 'done' };
    current?.typed('# new\n');
    return { answer: 'edits', edits: [] };
  });
  current = program;
  expect(await program.edit({ kind: 'removeLayer', slot: 0 })).toMatch(/changed/);
  expect(program.text).toBe('# new\n');
});

test('a refusal is given on in its words', async () => {
  const { program } = opened(() => ({ answer: 'refused', reason: 'It stands in a loop.' }));
  expect(await program.edit({ kind: 'removeLayer', slot: 0 })).toBe('It stands in a loop.');
});
