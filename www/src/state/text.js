/** @import { Span, TextEdit } from '../engine/protocol.ts' */

/**
 * Where a line (from 1) and column (from 0, UTF-16) are in a text. Beyond an end is at that end.
 * @param {string} text
 * @param {number} line
 * @param {number} column
 */
export function offsetAt(text, line, column) {
  let start = 0;
  for (let current = 1; current < line; current++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return Math.min(start + column, end < 0 ? text.length : end);
}

/**
 * Edits as changes of offsets, in the order of the text; all of them speak of the text before any of them.
 * @param {string} text
 * @param {TextEdit[]} edits
 */
export function toChanges(text, edits) {
  return edits
    .map(({ span, text: insert }) => ({ ...offsets(text, span), insert }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

/** @param {string} text @param {Span} span */
export function offsets(text, span) {
  const from = offsetAt(text, span.line, span.column);
  return { from, to: Math.max(from, offsetAt(text, span.endLine, span.endColumn)) };
}

/** @param {string} text @param {TextEdit[]} edits */
export function applyEdits(text, edits) {
  let result = '';
  let at = 0;
  for (const { from, to, insert } of toChanges(text, edits)) {
    result += text.slice(at, from) + insert;
    at = to;
  }
  return result + text.slice(at);
}
