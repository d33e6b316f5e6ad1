import { expect, test } from 'vitest';
import { withDims } from '../../src/inspect/with-dims.js';
import { digits } from '../fixtures/graphs.js';
import { linearNode } from '../fixtures/tensors.js';

const nameless = linearNode();
for (const { tensor, gradient } of nameless.inputs) {
  tensor.dims = [];
  if (gradient) gradient.dims = [];
}
if (nameless.output) nameless.output.dims = [];

test('tensors get the names that the graph has for them', () => {
  const named = withDims(nameless, digits());
  expect(named.output?.dims).toEqual(['batch', 'features']);
  expect(named.inputs.map(({ tensor }) => tensor.dims)).toEqual([
    ['batch', 'features'],
    ['out_features', 'in_features'],
    ['out_features'],
  ]);
  expect(named.inputs[1]?.gradient?.dims).toEqual(['out_features', 'in_features']);
});

test('without a graph, or for a tensor it does not know, nothing changes', () => {
  expect(withDims(nameless, null)).toBe(nameless);
  expect(withDims({ ...nameless, node: 99 }, digits()).output?.dims).toEqual([]);
});
