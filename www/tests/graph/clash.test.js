import { expect, test } from 'vitest';
import { culpritAxes, failureSays } from '../../src/graph/clash.js';
import { digits } from '../fixtures/graphs.js';

test('the axes at fault, on the edges that bring them', () => {
  const graph = digits(48);
  const axes = culpritAxes(graph);
  const arriving = graph.edges.filter((edge) => edge.to === 9);
  expect(arriving.map((edge) => axes.get(edge.id))).toEqual([[1], [1], []]);
  expect(axes.size).toBe(3);
  expect(culpritAxes(digits()).size).toBe(0);
});

test('shapes are found where the op has other inputs before them', () => {
  const graph = digits(48);
  // As addmm has it: the bias comes first.
  for (const edge of graph.edges) if (edge.to === 9) edge.port = (edge.port + 1) % 3;
  const axes = culpritAxes(graph);
  const byShape = graph.edges.filter((edge) => edge.to === 9).map((edge) => [edge.shape, axes.get(edge.id)]);
  expect(byShape).toEqual([
    [[64, 32], [1]],
    [[10, 48], [1]],
    [[10], []],
  ]);
});

const clash = { op: 'linear', shapes: [[64, 32], [10, 48]], rule: 'r', because: 'b', culprits: [{ input: 0, axis: 1 }] }; // prettier-ignore

test('a failure is about shapes only when it is', () => {
  expect(failureSays(clash)).toBe('**linear** [64, 32] and [10, 48] do not fit: b');
  expect(failureSays({ ...clash, shapes: [[3]], because: '' })).toBe('**linear** [3] does not fit');
  expect(failureSays({ ...clash, rule: '', culprits: [], because: 'expected scalar type Long' })).toBe(
    '`linear` failed: expected scalar type Long',
  );
});
