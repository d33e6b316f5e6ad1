/**
 * @import { Graph } from '../../src/engine/protocol.ts'
 * @import { Rect } from '../../src/graph/layout.js'
 */
import { describe, expect, test } from 'vitest';
import { collapse, openAtFirst } from '../../src/graph/collapse.js';
import { layout } from '../../src/graph/layout.js';
import { attention, digits, infix } from '../fixtures/graphs.js';

const everyGroup = (/** @type {Graph} */ graph) => new Set(graph.groups.map((group) => group.id));
const overlaps = (/** @type {Rect} */ a, /** @type {Rect} */ b) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const inside = (/** @type {Rect} */ inner, /** @type {Rect} */ outer) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** @param {Map<string, Rect>} rects @param {string} key */
const rectOf = (rects, key) => {
  const rect = rects.get(key);
  if (!rect) throw new Error(`${key} has no place`);
  return rect;
};

const pictures = [
  { name: 'digits', graph: digits() },
  { name: 'digits with a wrong shape', graph: digits(48) },
  { name: 'attention', graph: attention() },
  { name: 'infix', graph: infix() },
];
const ways = [
  { name: 'closed', open: () => new Set() },
  { name: 'as at first', open: openAtFirst },
  { name: 'all open', open: everyGroup },
];
const cases = pictures.flatMap(({ name, graph }) =>
  ways.flatMap((way) =>
    /** @type {const} */ (['right', 'down']).map((direction) => ({
      name: `${name}, ${way.name}, ${direction}`,
      graph,
      open: way.open(graph),
      direction,
    })),
  ),
);

describe.each(cases)('$name', ({ graph, open, direction }) => {
  const view = collapse(graph, open);
  const { rects, strands, width, height } = layout(view, direction);
  const items = [...view.items.values()];

  test('every item has a place of its own, inside its group and the picture', () => {
    expect([...rects.keys()].sort()).toEqual([...view.items.keys()].sort());
    for (const a of items) {
      const rect = rectOf(rects, a.key);
      expect(inside(rect, { x: 0, y: 0, width, height })).toBe(true);
      if (a.parent) expect(inside(rect, rectOf(rects, a.parent)), `${a.key} in ${a.parent}`).toBe(true);
      for (const b of items) {
        if (a === b || a.parent !== b.parent) continue;
        expect(overlaps(rect, rectOf(rects, b.key)), `${a.key} over ${b.key}`).toBe(false);
      }
    }
  });

  test('every edge is drawn, along a line of numbers', () => {
    const drawn = new Set(strands.flatMap((strand) => strand.links.flatMap((link) => link.edges)));
    expect(drawn).toEqual(new Set(view.links.flatMap((link) => link.edges)));
    for (const strand of strands) for (const { x, y } of strand.points) expect(Number.isFinite(x + y)).toBe(true);
  });

  test('the two ends of a line lie on the items or borders they belong to', () => {
    for (const { points, arrives, links } of strands) {
      const end = points.at(-1);
      if (!arrives || !end || !links[0]) continue;
      const { x, y, width, height } = rectOf(rects, links[0].to);
      expect(end.x).toBeGreaterThanOrEqual(x - 0.5);
      expect(end.x).toBeLessThanOrEqual(x + width + 0.5);
      expect(end.y).toBeGreaterThanOrEqual(y - 0.5);
      expect(end.y).toBeLessThanOrEqual(y + height + 0.5);
    }
  });
});

test('the line of the data is straight through modules with parameters', () => {
  const graph = digits();
  const { rects } = layout(collapse(graph, everyGroup(graph)));
  const middles = graph.nodes
    .filter((node) => ['linear', 'relu'].includes(node.label))
    .map((node) => rectOf(rects, `n${node.id}`))
    .map((rect) => Math.round(rect.y + rect.height / 2));
  expect(new Set(middles).size).toBe(1);
});

test('opening a module does not move anything inside another', () => {
  const graph = digits();
  const offset = (/** @type {number[]} */ open) => {
    const { rects } = layout(collapse(graph, new Set(open)));
    const [outer, inner] = [rectOf(rects, 'g1'), rectOf(rects, 'n5')];
    return [inner.x - outer.x, inner.y - outer.y];
  };
  expect(offset([0, 1])).toEqual(offset([0, 1, 3]));
});
