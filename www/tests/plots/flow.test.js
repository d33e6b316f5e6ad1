import { expect, test } from 'vitest';
import { decadesOf, flowRows, reach, rowSays, sparkline, ticksOf } from '../../src/plots/flow.js';
import { starvingFlow } from '../fixtures/plots.js';

const rows = flowRows(starvingFlow());

test('one row a parameter of the newest sample, with its history', () => {
  expect(rows.map((row) => row.name).slice(0, 2)).toEqual(['0.weight', '0.bias']);
  expect(rows[0]?.history).toHaveLength(40);
  expect(flowRows([])).toEqual([]);
});

test('None stays None: it is not zero', () => {
  const unused = rows.find((row) => row.name === 'unused.weight');
  expect(unused?.grad).toBe(null);
  expect(unused && rowSays(unused, String)).toContain('.grad is None');
  const scale = rows.find((row) => row.name === 'scale');
  expect(scale && rowSays(scale, String)).toContain('gradient 0');
});

test('the axis holds all norms, and bars reach along it by their logarithm', () => {
  const decades = decadesOf(rows);
  for (const row of rows) expect(reach(row.weight, decades)).toBeGreaterThan(0);
  expect(reach(1, { least: -4, most: 0 })).toBe(1);
  expect(reach(0.01, { least: -4, most: 0 })).toBeCloseTo(0.5);
  expect(reach(0, decades)).toBe(0);
  expect(reach(NaN, decades)).toBe(0);
  expect(decadesOf([])).toEqual({ least: -3, most: 0 });
});

test('ticks are whole powers within the axis, and few', () => {
  expect(ticksOf({ least: -3, most: 0 })).toEqual([-3, -2, -1, 0]);
  expect(ticksOf({ least: -10, most: 2 }).length).toBeLessThanOrEqual(7);
});

test('a history is broken where there was no gradient', () => {
  const history = [1, null, 1, 1].map((grad, iteration) => ({ iteration, grad }));
  expect(sparkline(history, { least: -2, most: 0 }).match(/M/g)).toHaveLength(2);
});

test('parameters of the same name keep their own history', () => {
  const bar = (/** @type {number} */ gradNorm) => ({ name: 'weight', node: 1, weightNorm: 1, gradNorm, verdict: null });
  const twins = flowRows(
    [0, 1].map((at) => ({ pass: at, done: true, iteration: at, instant: at, bars: [bar(1), bar(2)] })),
  );
  expect(twins.map((row) => row.history.map(({ grad }) => grad))).toEqual([
    [1, 1],
    [2, 2],
  ]);
});
