/** @import { OutputChunk } from '../engine/protocol.ts' */

/** Characters of output that are kept: more than anyone reads, and little enough to be laid out within a frame. */
const MOST = 120_000;

/**
 * Output with more of it. What is too much is let go of from the beginning, in whole lines, and counted.
 * @param {{ chunks: OutputChunk[], dropped: number }} before
 * @param {OutputChunk[]} more
 * @param {number} [most]
 * @returns {{ chunks: OutputChunk[], dropped: number }}
 */
export function withMore(before, more, most = MOST) {
  if (!more.length) return before;
  const all = [...before.chunks, ...more];
  let { dropped } = before;
  let length = 0;
  let first = all.length;
  while (first > 0 && length < most) length += all[--first]?.text.length ?? 0;
  for (let at = 0; at < first; at++) dropped += linesIn(all[at]?.text ?? '');
  const chunks = all.slice(first);
  const oldest = chunks[0];
  if (oldest && length > most) {
    const cut = oldest.text.indexOf('\n', length - most - 1) + 1;
    dropped += linesIn(oldest.text.slice(0, cut));
    chunks[0] = { ...oldest, text: oldest.text.slice(cut) };
  }
  return { chunks, dropped };
}

/** @param {string} text */
function linesIn(text) {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
