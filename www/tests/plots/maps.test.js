import { expect, test } from 'vitest';
import { colourAt } from '../../src/plots/maps.js';

test.each([
  ['viridis', 0, '#440154'],
  ['viridis', 1, '#fde725'],
  ['RdBu_r', 0, '#053061'],
  ['gray', 0.5, '#808080'],
  ['#000000 #ff0000', 1, '#ff0000'],
  ['viridis', NaN, '#440154'],
  ['gray', 7, '#ffffff'],
])('%s at %d is %s', (name, place, colour) => expect(colourAt(name, place)).toBe(colour));
