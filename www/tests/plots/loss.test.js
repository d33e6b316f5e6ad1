import { expect, test } from 'vitest';
import { curvesOf, lossSays } from '../../src/plots/loss.js';

const points = [
  { iteration: 0, name: 'loss', value: 2 },
  { iteration: 1, name: 'loss', value: 1 },
  { iteration: 1, name: 'kl', value: 0.5 },
  { iteration: 2, name: 'loss', value: NaN },
];

test('a curve a name, with gaps where there is no number', () => {
  expect(curvesOf(points)).toEqual({
    names: ['loss', 'kl'],
    iterations: [0, 1, 2],
    values: [
      [2, 1, null],
      [null, 0.5, null],
    ],
  });
});

test('in words', () => {
  expect(lossSays(points.slice(0, 2))).toBe('loss went from 2 to 1 over 2 iterations, lowest 1');
  expect(lossSays([])).toBe('No loss yet');
  expect(lossSays([{ iteration: 0, name: 'loss', value: NaN }])).toBe('loss has been nan or inf throughout');
});
