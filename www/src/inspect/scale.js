/**
 * How far a colour map reaches for a tensor: to its largest magnitude, or, where a few elements would make all others
 * pale, to a little beyond where most of them lie. What is farther out gets a mark.
 */

/** Part of the magnitudes that the colours tell apart in any case. */
const MOST = 0.95;
/** A largest magnitude this many times beyond that is an outlier, and the colours end at `REACH` times. */
const FAR = 6;
const REACH = 2.5;

/** @param {ArrayLike<number>} data @returns {{ limit: number, clipped: boolean }} */
export function scaleOf(data) {
  const sizes = Float64Array.from(data, Math.abs).filter((size) => size > 0 && size < Infinity);
  sizes.sort();
  const largest = sizes.at(-1) ?? 0;
  const usual = sizes[Math.floor(MOST * (sizes.length - 1))] ?? 0;
  const clipped = sizes.length > 16 && largest > FAR * usual;
  return { limit: clipped ? REACH * usual : largest, clipped };
}
