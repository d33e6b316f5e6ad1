/**
 * Which axes of which tensors made an op fail, by edge of the graph.
 *
 * @import { Graph, Node, ShapeClash } from '../engine/protocol.ts'
 */
import { listed } from '../parts/shape.js';

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

/**
 * What failed, in a sentence: shapes that do not fit, or an op that had another reason.
 * @param {ShapeClash} failure
 */
export function failureSays({ op, shapes, rule, because, culprits }) {
  const aboutShapes = rule !== '' || culprits.length > 0;
  if (!aboutShapes) return `\`${op}\` failed: ${because}`;
  const verb = shapes.length > 1 ? 'do not fit' : 'does not fit';
  return `**${op}** ${shapes.map((shape) => listed(shape)).join(' and ')} ${verb}${because ? `: ${because}` : ''}`;
}
