import { expect, test } from 'vitest';
import { PHASES } from '../../src/controls/acts.js';
import { instantAt, inWords, placeOf, segments } from '../../src/timeline/scale.js';

/** @param {number} index @param {number} from @param {number} to */
const iteration = (index, from, to) => ({
  ...{ index, from, to, loss: null, recorded: true },
  phases: [{ phase: /** @type {const} */ ('backward'), from: from + 5, to }],
});
const long = Array.from({ length: 200 }, (_, index) => iteration(index, 30 + index * 10, 40 + index * 10));

test('the line has no gaps, from beginning to end', () => {
  const line = segments(long, 2040, 1000);
  expect(line[0]?.start).toBe(0);
  expect(line.at(-1)?.end).toBe(1);
  for (const [at, segment] of line.entries()) if (at) expect(segment.start).toBeCloseTo(line[at - 1]?.end ?? NaN);
});

test('the iteration looked at is opened wide among many', () => {
  const focused = segments(long, 2030, 1234).find((segment) => segment.focused);
  expect(focused?.iteration?.index).toBe(120);
  expect((focused?.end ?? 0) - (focused?.start ?? 0)).toBeCloseTo(0.45);
});

test('a place found for an instant leads back to it', () => {
  const line = segments(long, 2040, 1000);
  for (const instant of [0, 7, 30, 999, 1000, 1005, 2040])
    expect(instantAt(line, placeOf(line, instant))).toBe(instant);
});

test('with nothing recorded there is still a line', () => {
  expect(segments([], 0, 0)).toHaveLength(1);
  expect(instantAt(segments([], 0, 0), 0.5)).toBe(0);
});

test.each([
  [3, 'before the loop'],
  [31, 'iteration 0'],
  [36, 'iteration 0, backward'],
  [2500, 'after the loop'],
])('instant %i is %s', (instant, words) => expect(inWords(long, instant, PHASES)).toBe(words));
