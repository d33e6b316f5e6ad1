import { expect, test } from 'vitest';
import { lines } from '../../src/output/lines.js';

/** @param {import('../../src/engine/protocol.ts').Stream} stream @param {string} text */
const chunk = (stream, text) => ({ stream, text, instant: 0 });

test('pieces of a line are joined, lines are not', () => {
  const { lines: all } = lines([chunk('stdout', 'a'), chunk('stdout', 'b\nc\n'), chunk('stdout', 'd')]);
  expect(all.map(({ text }) => text)).toEqual(['ab', 'c', 'd']);
});

test('streams do not run into each other', () => {
  const { lines: all } = lines([
    chunk('stdout', 'a'),
    chunk('stderr', 'b'),
    chunk('prompt', 'x'),
    chunk('answer', '1\n'),
  ]);
  expect(all.map(({ stream, text }) => `${stream} ${text}`)).toEqual(['stdout a', 'stderr b', 'prompt x', 'answer 1']);
});

test('empty lines stay', () =>
  expect(lines([chunk('stdout', '\n\nx\n')]).lines.map(({ text }) => text)).toEqual(['', '', 'x']));

test('of a million lines the last are kept, and it is said how many are not', () => {
  const { lines: all, skipped } = lines([chunk('stdout', 'x\n'.repeat(1_000_000))], 500);
  expect(all).toHaveLength(500);
  expect(skipped).toBe(999_500);
});
