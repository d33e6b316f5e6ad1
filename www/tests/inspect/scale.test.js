import { expect, test } from 'vitest';
import { scaleOf } from '../../src/inspect/scale.js';

test('the colours reach to the largest magnitude', () => {
  expect(scaleOf([0.5, -2, 1])).toEqual({ limit: 2, clipped: false });
});

test('a few huge values do not make all others pale', () => {
  const data = Array.from({ length: 100 }, (_, at) => Math.sin(at + 1));
  data[50] = 400;
  const { limit, clipped } = scaleOf(data);
  expect(clipped).toBe(true);
  expect(limit).toBeLessThan(3);
});

test('what is not finite counts for nothing, and zeros have no scale', () => {
  expect(scaleOf([NaN, Infinity, -1]).limit).toBe(1);
  expect(scaleOf([0, 0])).toEqual({ limit: 0, clipped: false });
  expect(scaleOf([])).toEqual({ limit: 0, clipped: false });
});
