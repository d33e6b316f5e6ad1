/** @import { Update } from './protocol.ts' */

/**
 * Two updates as one: what a page that saw only the result would know after both.
 * Output, losses and gradient flow are increments and are joined; all else is a state, of which the newer one counts.
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
    merged.flow = [...earlier.flow, ...later.flow];
  }
  return merged;
}
