/** @import { FlowSample, Update } from './protocol.ts' */

/**
 * Two updates as one: what a page that saw only the result would know after both.
 * Output, losses and gradient flow are increments and are joined; all else is a state, of which the newer one counts.
 * A sample of gradient flow takes the place of an earlier one of the same backward pass.
 *
 * @param {Update | undefined} earlier
 * @param {Update} later
 * @returns {Update}
 */
export function mergeUpdates(earlier, later) {
  if (!earlier || later.run > earlier.run) {
    return earlier ? { ...later, clear: later.clear || earlier.clear } : later;
  }
  if (later.run < earlier.run) return earlier;
  const merged = { ...earlier };
  for (const [key, value] of Object.entries(later)) {
    if (value !== null && value !== undefined) Object.assign(merged, { [key]: value });
  }
  // Whether there is an error is part of every update.
  merged.error = later.error;
  if (!later.clear) {
    merged.clear = earlier.clear;
    merged.output = [...earlier.output, ...later.output];
    merged.losses = [...earlier.losses, ...later.losses];
    merged.flow = joinedFlow(earlier.flow, later.flow);
  }
  return merged;
}

/** @param {FlowSample[]} before @param {FlowSample[]} more @returns {FlowSample[]} */
export function joinedFlow(before, more) {
  const [first] = more;
  if (!first) return before;
  return [...before.filter(({ pass }) => pass < first.pass), ...more];
}
