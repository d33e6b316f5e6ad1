import { describe, expect, test } from 'vitest';
import { collapse, openAtFirst } from '../../src/graph/collapse.js';
import { layout } from '../../src/graph/layout.js';
import { walk, wayOf } from '../../src/graph/walk.js';
import { attention, digits, infix } from '../fixtures/graphs.js';

const graph = digits();
const view = collapse(graph, new Set([0, 1]));
const places = layout(view);
/** @param {string} from @param {import('../../src/graph/walk.js').Way} way */
const to = (from, way) => walk(view, places, from, way, 'right');

test('arrows follow the data', () => {
  expect(to('n2', 'forward')).toBe('n5');
  expect(to('n5', 'forward')).toBe('g2');
  expect(to('g2', 'back')).toBe('n5');
});

test('back from an op prefers the line of the data to its parameters', () => expect(to('n5', 'back')).toBe('n2'));

test('parameters are above and below', () => {
  expect(to('n5', 'before')).toBe('n3');
  expect(to('n5', 'after')).toBe('n4');
  expect(to('n3', 'after')).toBe('n5');
});

test('into an open group, and out of it', () => {
  expect(to('g1', 'forward')).toBe('n3');
  expect(to('n3', 'back')).toBe('g1');
  expect(to('n5', 'out')).toBe('g1');
});

test('the ends', () => {
  expect(to('g2', 'first')).toBe('n0');
  expect(to('n0', 'last')).toBe('g4');
  expect(to('g4', 'forward')).toBe(null);
});

test('keys turn with the picture', () => {
  expect(wayOf('ArrowRight', 'right')).toBe('forward');
  expect(wayOf('ArrowDown', 'down')).toBe('forward');
  expect(wayOf('ArrowLeft', 'down')).toBe('before');
  expect(wayOf('a', 'right')).toBe(null);
});

describe.each([
  { name: 'digits', graph: digits() },
  { name: 'attention', graph: attention() },
  { name: 'infix', graph: infix() },
])('in $name', ({ graph }) => {
  test.each(/** @type {const} */ (['right', 'down']))('the keys reach every box (%s)', (direction) => {
    const view = collapse(graph, openAtFirst(graph));
    const places = layout(view, direction);
    const [first = ''] = view.items.keys();
    const seen = new Set([first]);
    for (const key of seen) {
      for (const way of /** @type {const} */ (['forward', 'back', 'before', 'after', 'out'])) {
        const next = walk(view, places, key, way, direction);
        if (next) seen.add(next);
      }
    }
    expect([...seen].sort()).toEqual([...view.items.keys()].sort());
  });
});
