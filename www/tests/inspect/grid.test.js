import { describe, expect, test } from 'vitest';
import { cornerOf, elementAt, fitted, flatOf, gridOf, indexOf, stepped } from '../../src/inspect/grid.js';

const shapes = [[], [7], [3, 4], [8, 16, 16], [4, 3, 5, 5], [2, 2, 2, 3, 3], [1, 1]];

describe.each(shapes.map((shape) => ({ shape })))('$shape', ({ shape }) => {
  const { wrap, side } = fitted(shape, { width: 310, height: 190 });
  const grid = gridOf(shape, { width: side, height: side }, wrap);
  const count = shape.reduce((product, size) => product * size, 1);
  const all = Array.from({ length: count }, (_, flat) => flat);

  test('every element has a cell of its own within the picture, and is found there', () => {
    const corners = new Set();
    for (const flat of all) {
      const { x, y } = cornerOf(grid, flat);
      corners.add(`${x} ${y}`);
      expect(x + side).toBeLessThanOrEqual(grid.width);
      expect(y + side).toBeLessThanOrEqual(grid.height);
      expect(elementAt(grid, x + side / 2, y + side / 2)).toBe(flat);
    }
    expect(corners.size).toBe(count);
  });

  test('indices and row-major numbers are each other’s inverse', () => {
    for (const flat of all) expect(flatOf(shape, indexOf(shape, flat))).toBe(flat);
  });

  test('the picture fits the room', () => {
    expect(grid.width).toBeLessThanOrEqual(310);
    expect(grid.height).toBeLessThanOrEqual(190);
  });

  test('arrow keys reach every element from the first', () => {
    const seen = new Set([0]);
    for (const flat of seen) {
      for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) seen.add(Number(stepped(grid, flat, key)));
    }
    expect(seen.size).toBe(count);
  });
});

test('nothing is found outside or between facets', () => {
  const grid = gridOf([4, 2, 2], { width: 10, height: 10 }, 2);
  expect(elementAt(grid, -1, 5)).toBe(null);
  expect(elementAt(grid, 22, 5)).toBe(null);
  expect(elementAt(grid, 5, 22)).toBe(null);
  expect(elementAt(grid, 25, 0)).toBe(4);
  expect(elementAt(grid, 500, 5)).toBe(null);
});

test('an index outside the shape is no element', () => {
  expect(flatOf([2, 3], [2, 0])).toBe(null);
  expect(flatOf([2, 3], [0])).toBe(null);
});
