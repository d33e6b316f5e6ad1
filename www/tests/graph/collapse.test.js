import { describe, expect, test } from 'vitest';
import { attachments } from '../../src/graph/attach.js';
import { collapse, openAtFirst } from '../../src/graph/collapse.js';
import { attention, digits } from '../fixtures/graphs.js';

/** @param {import('../../src/engine/protocol.ts').Graph} graph @param {number} id */
const node = (graph, id) => /** @type {import('../../src/engine/protocol.ts').Node} */ (graph.nodes[id]);
/** @param {import('../../src/engine/protocol.ts').Graph} graph */
const edge = (graph) => /** @type {import('../../src/engine/protocol.ts').Edge} */ (graph.edges[0]);

describe('collapse', () => {
  test('a closed group stands for all its nodes, and its inner edges are not seen', () => {
    const { items, links } = collapse(digits(), new Set());
    expect([...items.keys()]).toEqual(['n0', 'n1', 'n2', 'g0', 'n10', 'n11', 'g4']);
    expect(items.get('g0')?.members).toEqual([3, 4, 5, 6, 7, 8, 9]);
    expect(links.map((link) => link.id)).toContain('n2>g0');
    expect(links.some((link) => link.from === link.to)).toBe(false);
  });

  test('edges between the same two boxes are one link that keeps them all', () => {
    const graph = attention();
    const { links } = collapse(graph, new Set([0, 2]));
    const fromNorm = links.filter((link) => link.from === 'g1');
    expect(fromNorm.map((link) => link.to)).toEqual(['g3', 'g4', 'g5']);
    const closed = collapse(graph, new Set([0])).links.filter((link) => link.from === 'g1');
    expect(closed).toHaveLength(1);
    expect(closed[0]?.edges).toHaveLength(3);
  });

  test('a parameter without a group stands with the op that reads it', () => {
    const graph = digits();
    for (const node of graph.nodes) if (node.kind === 'parameter') node.group = null;
    const { items } = collapse(graph, new Set([0, 1]));
    expect(items.get('n3')?.parent).toBe('g1');
  });

  test('an update is joined to the parameters that are seen, not to closed modules', () => {
    const graph = digits();
    const step = { ...node(graph, 3), id: 90, kind: /** @type {const} */ ('update'), group: null };
    graph.nodes.push(step);
    graph.edges.push({ ...edge(graph), from: 3, to: 90 });
    const into = (/** @type {Set<number>} */ open) =>
      collapse(graph, open)
        .links.filter((link) => link.to === 'n90')
        .map((link) => link.from);
    expect(into(new Set([0]))).toEqual([]);
    expect(into(new Set([0, 1]))).toEqual(['n3']);
  });

  test('at first the outermost modules are open, and the way to a failure', () => {
    expect(openAtFirst(digits())).toEqual(new Set([0, 4]));
    expect(openAtFirst(digits(48))).toEqual(new Set([0, 3]));
  });
});

test('parameters hang on their only reader, in the order of its inputs', () => {
  const hung = attachments(collapse(digits(), new Set([0, 1])));
  expect(hung.get('n5')).toEqual(['n3', 'n4']);
  expect(hung.size).toBe(1);
});
