/** @import { GradState, ParameterView } from '../engine/protocol.ts' */

/**
 * The kinds of `.grad` that there are among the parameters that want one, the most frequent first.
 * @param {ParameterView[]} parameters
 * @returns {{ state: GradState, count: number }[]}
 */
export function summarise(parameters) {
  /** @type {Map<string, { state: GradState, count: number }>} */
  const kinds = new Map();
  for (const { grad, requiresGrad } of parameters) {
    if (!requiresGrad) continue;
    const key = grad.is === 'accumulated' ? `×${grad.times}` : grad.is;
    const kind = kinds.get(key) ?? { state: grad, count: 0 };
    kind.count += 1;
    kinds.set(key, kind);
  }
  return [...kinds.values()].sort((a, b) => b.count - a.count);
}
