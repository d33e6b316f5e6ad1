/**
 * Whether two graphs look the same, so that a new one of the next iteration leaves the picture where it is.
 *
 * @import { Graph } from '../engine/protocol.ts'
 */

/** @param {Graph} a @param {Graph} b */
export const sameStructure = (a, b) => a === b || signature(a) === signature(b);

/** @type {WeakMap<Graph, string>} */
const known = new WeakMap();

/** Everything but the iteration it is of. @param {Graph} graph */
function signature(graph) {
  const before = known.get(graph);
  if (before !== undefined) return before;
  const text = JSON.stringify([graph.nodes, graph.edges, graph.groups]);
  known.set(graph, text);
  return text;
}
