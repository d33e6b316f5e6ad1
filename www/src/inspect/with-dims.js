/**
 * The names of dimensions, which the graph knows, put on the tensors that the inspector shows.
 *
 * @import { Graph, NodeView, TensorView } from '../engine/protocol.ts'
 */

/** @param {NodeView} view @param {Graph | null} graph @returns {NodeView} */
export function withDims(view, graph) {
  const node = graph?.nodes.find(({ id }) => id === view.node);
  if (!graph || !node) return view;
  const edges = graph.edges.filter(({ to }) => to === view.node).sort((a, b) => a.port - b.port);
  const inputs = view.inputs.map((input) => {
    const at = edges.findIndex(({ shape }) => same(shape, input.tensor.shape));
    const [edge] = at < 0 ? [] : edges.splice(at, 1);
    return {
      ...input,
      tensor: named(input.tensor, edge?.dims),
      gradient: input.gradient && named(input.gradient, edge?.dims),
    };
  });
  return {
    ...view,
    inputs,
    output: view.output && named(view.output, node.dims),
    gradient: view.gradient && named(view.gradient, node.dims),
  };
}

/** @param {TensorView} tensor @param {(string | null)[] | undefined} dims @returns {TensorView} */
const named = (tensor, dims) =>
  !tensor.dims.length && dims?.length === tensor.shape.length ? { ...tensor, dims } : tensor;

/** @param {readonly number[]} a @param {readonly number[]} b */
const same = (a, b) => a.length === b.length && a.every((size, axis) => size === b[axis]);
