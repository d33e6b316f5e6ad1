/** @import { OutputChunk, Stream } from '../engine/protocol.ts' */

/** More than a reader reads, and as much as a page can hold without effort. */
const MOST_LINES = 600;

/** @typedef {{ id: number, stream: Stream, text: string }} Line */

/**
 * Output as lines: what was written in pieces (`print(end='')`) is joined, each line keeps its stream.
 * @param {OutputChunk[]} chunks
 * @param {number} [most]
 * @returns {{ lines: Line[], skipped: number }} the last lines, and how many came before them
 */
export function lines(chunks, most = MOST_LINES) {
  /** @type {Line[]} */
  const all = [];
  let open = false;
  for (const { stream, text } of chunks) {
    const own = stream === 'prompt' || stream === 'note';
    const parts = text.replaceAll('\r\n', '\n').split('\n');
    const ended = parts.at(-1) === '';
    if (ended) parts.pop();
    for (const [index, part] of parts.entries()) {
      const last = all.at(-1);
      if (index === 0 && open && last?.stream === stream) last.text += part;
      else all.push({ id: all.length, stream, text: part });
    }
    open = !ended && !own;
  }
  const skipped = Math.max(0, all.length - most);
  return { lines: all.slice(skipped), skipped };
}
