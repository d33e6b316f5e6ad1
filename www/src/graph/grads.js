/**
 * What the `.grad` of the parameters in an item is, as one badge.
 *
 * @import { GradState, ParameterView } from '../engine/protocol.ts'
 * @import { Item } from './collapse.js'
 */

/** By the node of the parameter. @param {readonly ParameterView[]} parameters @returns {Map<number, GradState>} */
export const gradsByNode = (parameters) =>
  new Map(
    parameters.flatMap(({ node, grad, requiresGrad }) =>
      node == null || !requiresGrad ? [] : [/** @type {const} */ ([node, grad])],
    ),
  );

/**
 * Of a parameter always; of a closed module once there is something to say, and `mixed` when its parameters differ.
 * @param {Item} item @param {ReadonlyMap<number, GradState>} grads @returns {GradState | 'mixed' | null}
 */
export function gradOf(item, grads) {
  const states = item.members.flatMap((node) => grads.get(node) ?? []);
  const [first] = states;
  if (!first || (item.group && states.every(({ is }) => is === 'none'))) return null;
  const same = states.every((state) => JSON.stringify(state) === JSON.stringify(first));
  return same ? first : 'mixed';
}
