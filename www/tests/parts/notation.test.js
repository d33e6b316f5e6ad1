import { expect, test } from 'vitest';
import { dimColour, kindOf } from '../../src/parts/dims.js';
import { brief, exact, inBytes } from '../../src/parts/number.js';
import { listed, spoken, written } from '../../src/parts/shape.js';

test.each([
  [0, '0'],
  [1, '1'],
  [-0.5, '−0.5'],
  [2.302585, '2.3'],
  [0.00012, '1.2e−4'],
  [12345.6, '12\u2009346'],
  [123456789, '1.2e8'],
  [NaN, 'nan'],
  [-Infinity, '−inf'],
])('%d in brief is %s', (value, text) => expect(brief(value)).toBe(text));

test.each([
  [Math.fround(0.1), 'float32', '0.1'],
  [0.1, 'float64', '0.1'],
  [Math.fround(1 / 3), 'float32', '0.33333334'],
  [1 / 3, 'float64', '0.3333333333333333'],
  [-7, 'int64', '−7'],
  [1, 'bool', 'True'],
  [Math.fround(16777217), 'float32', '16777216'],
  [Infinity, 'float32', 'inf'],
])('%d as %s is exactly %s', (value, dtype, text) => expect(exact(value, dtype)).toBe(text));

test('shapes are written, listed and said', () => {
  expect(written([64, 32])).toBe('64×32');
  expect(written([])).toBe('scalar');
  expect(listed([64, 32])).toBe('[64, 32]');
  expect(spoken([64, 32], ['batch', null])).toBe('batch 64 by 32');
  expect(spoken([64, 32], ['batch', 'in_features'])).toBe('batch 64 by in features 32');
});

test('a dimension keeps the colour of its kind', () => {
  expect(kindOf('out_features')).toBe('features');
  expect(dimColour('in_channels')).toBe(dimColour('channels'));
  expect(dimColour(null)).toBe('currentColor');
  expect(dimColour('whatever')).toBe('currentColor');
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1234, '1.2 kB'],
  [999_499, '999 kB'],
  [999_500, '1 MB'],
  [64_000_000, '64 MB'],
])('%d bytes are written %s', (bytes, text) => expect(inBytes(bytes)).toBe(text));
