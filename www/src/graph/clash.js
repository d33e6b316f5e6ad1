/**
 * Which axes of which tensors made an op fail, by edge of the graph.
 *
 * @import { Graph, Node, ShapeClash } from '../engine/protocol.ts'
 */
import { listed } from '../parts/shape.js';

/** @param {Graph} graph @returns {Node | null} */
export const failedNode = (graph) => graph.nodes.find((node) => node.failed) ?? null;

/**
 * Culprits count the shapes that clash, which are not always all inputs of the op: `addmm` has a bias before its
 * matrices. So each shape is looked for among the edges that arrive.
 * @param {Graph} graph @returns {Map<number, number[]>} culprit axes by id of the edge; empty for one that only took part
 */
export function culpritAxes(graph) {
  const failed = failedNode(graph);
  if (!failed?.failed) return new Map();
  const { shapes, culprits } = failed.failed;
  const arriving = graph.edges.filter((edge) => edge.to === failed.id).sort((a, b) => a.port - b.port);
  const axes = new Map(arriving.map((edge) => [edge.id, /** @type {number[]} */ ([])]));
  const left = [...arriving];
  shapes.forEach((shape, input) => {
    const at = left.findIndex((edge) => String(edge.shape) === String(shape));
    const [edge] = at < 0 ? [] : left.splice(at, 1);
    if (edge)
      axes.set(
        edge.id,
        culprits.filter((culprit) => culprit.input === input).map(({ axis }) => axis),
      );
  });
  return axes;
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
