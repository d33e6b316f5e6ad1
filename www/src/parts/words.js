/**
 * Sentences with `code` and **stress** in them, as pieces to show: the marks are read here and never become markup.
 */

/** @typedef {{ kind: 'text' | 'code' | 'strong', text: string }} Piece */

const MARKS = /`([^`]+)`|\*\*([^*]+)\*\*/g;

/** @param {string} sentence @returns {Piece[]} */
export function piecesOf(sentence) {
  /** @type {Piece[]} */
  const pieces = [];
  let end = 0;
  for (const match of sentence.matchAll(MARKS)) {
    if (match.index > end) pieces.push({ kind: 'text', text: sentence.slice(end, match.index) });
    pieces.push(match[1] != null ? { kind: 'code', text: match[1] } : { kind: 'strong', text: match[2] ?? '' });
    end = match.index + match[0].length;
  }
  if (end < sentence.length) pieces.push({ kind: 'text', text: sentence.slice(end) });
  return pieces;
}

/** The sentence without its marks, to be read aloud. @param {string} sentence */
export const plain = (sentence) =>
  piecesOf(sentence)
    .map((piece) => piece.text)
    .join('');
