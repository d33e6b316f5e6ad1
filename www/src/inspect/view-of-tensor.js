/**
 * A tensor that was selected by itself (in the variables, in a line's hint), as the inspector shows nodes.
 *
 * @import { NodeView, TensorView } from '../engine/protocol.ts'
 */

/** @param {TensorView} tensor @returns {NodeView} */
export const viewOfTensor = (tensor) => ({
  node: -1,
  title: tensor.name || 'tensor',
  card: null,
  formula: '',
  inputs: [],
  output: tensor,
  gradient: null,
  gradState: null,
  state: [],
  span: null,
});
