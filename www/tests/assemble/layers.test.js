import { expect, test } from 'vitest';
import { argumentsOf, byCategory, containers, missing, valuesOf, written } from '../../src/assemble/layers.js';
import { palette, structure } from '../script-program.js';

const fields = palette[0]?.fields ?? [];

test('a layer is written as in the text', () => {
  expect(structure.slice(1).map(written)).toEqual(['Linear(64, 32)', 'ReLU()', 'Linear(32, 10)']);
});

test('children stand under their container in their order', () => {
  const [model] = containers([...structure].reverse());
  expect(model?.container.name).toBe('model');
  expect(model?.children.map((slot) => slot.index)).toEqual([0, 1, 2]);
});

test('arguments go into a form and come out of it', () => {
  const list = [
    { name: '', value: '64' },
    { name: 'bias', value: 'False' },
  ];
  const values = valuesOf(fields, list);
  expect(values).toEqual({ in_features: '64', bias: 'False' });
  expect(missing(fields, values).map(({ name }) => name)).toEqual(['out_features']);
  expect(argumentsOf(fields, { ...values, out_features: ' 32 ' })).toEqual([
    { name: 'in_features', value: '64' },
    { name: 'out_features', value: '32' },
    { name: 'bias', value: 'False' },
  ]);
});

test('layers are found by name and by what they do', () => {
  const names = (/** @type {string} */ query) =>
    byCategory(palette, query).flatMap(([, list]) => list.map(({ card }) => card.name));
  expect(names('lin')).toEqual(['Linear']);
  expect(names('probability')).toEqual(['Dropout']);
});
