import { expect, test } from 'vitest';
import { withMore } from '../../src/state/console.js';

const chunk = (/** @type {string} */ text) => ({ stream: /** @type {const} */ ('stdout'), text, instant: 0 });
const none = { chunks: [], dropped: 0 };
const text = (/** @type {{ chunks: { text: string }[] }} */ { chunks }) => chunks.map((part) => part.text).join('');

test('output grows until there is too much, then its beginning goes, by whole lines', () => {
  let output = withMore(none, [chunk('one\n'), chunk('two\n')], 12);
  expect(output).toEqual({ chunks: [chunk('one\n'), chunk('two\n')], dropped: 0 });
  output = withMore(output, [chunk('three\nfour\n')], 12);
  expect(text(output)).toBe('three\nfour\n');
  expect(output.dropped).toBe(2);
});

test('of one huge chunk the end is kept, from the beginning of a line', () => {
  const output = withMore(none, [chunk('0123456789\n'.repeat(100_000))], 1000);
  expect(text(output).length).toBeLessThanOrEqual(1000);
  expect(text(output).startsWith('0123456789\n')).toBe(true);
  expect(output.dropped + text(output).split('\n').length - 1).toBe(100_000);
});
