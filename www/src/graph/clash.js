/**
 * Which axes of which tensors made an op fail, by edge of the graph.
 *
 * @import { Graph, Node } from '../engine/protocol.ts'
 */

/** @param {Graph} graph @returns {Node | null} */
export const failedNode = (graph) => graph.nodes.find((node) => node.failed) ?? null;

/** @param {Graph} graph @returns {Map<number, number[]>} culprit axes by id of the edge; empty for an edge that took part */
export function culpritAxes(graph) {
  const failed = failedNode(graph);
  const culprits = failed?.failed?.culprits ?? [];
  return new Map(
    graph.edges
      .filter((edge) => failed && edge.to === failed.id)
      .map((edge) => [edge.id, culprits.filter(({ input }) => input === edge.port).map(({ axis }) => axis)]),
  );
}
