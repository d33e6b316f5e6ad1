import { expect, test } from 'vitest';
import { applyEdits, offsetAt } from '../../src/state/text.js';

const text = 'ab\n\ncdé\n';
test.each([
  [1, 0, 0],
  [1, 9, 2],
  [2, 0, 3],
  [3, 2, 6],
  [9, 0, 8],
])('line %i, column %i is offset %i', (line, column, offset) => expect(offsetAt(text, line, column)).toBe(offset));

test('edits all speak of the text before, in any order', () => {
  const at = (/** @type {number} */ line, /** @type {number} */ column, /** @type {number} */ endColumn) => ({
    ...{ line, column, endLine: line, endColumn },
  });
  const edits = [
    { span: at(3, 0, 2), text: 'C' },
    { span: at(1, 1, 1), text: '--' },
    { span: { line: 1, column: 2, endLine: 2, endColumn: 0 }, text: '' },
  ];
  expect(applyEdits(text, edits)).toBe('a--b\nCé\n');
});
