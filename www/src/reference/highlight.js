/** Python in colours, for short examples: what a word is, seen by its look. */

/** @typedef {{ kind: 'keyword' | 'string' | 'number' | 'comment' | 'text', text: string }} Piece */

const MARKS =
  /(?<comment>#[^\n]*)|(?<string>[rfb]?"(?:\\.|[^"\\\n])*"|[rfb]?'(?:\\.|[^'\\\n])*')|(?<keyword>\b(?:import|from|as|def|class|return|yield|for|in|if|elif|else|while|with|try|except|finally|raise|lambda|not|and|or|is|pass|break|continue|True|False|None)\b)|(?<number>\b\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?\b)/g;

/** @param {string} code @returns {Piece[]} */
export function piecesOf(code) {
  /** @type {Piece[]} */
  const pieces = [];
  let end = 0;
  for (const match of code.matchAll(MARKS)) {
    if (match.index > end) pieces.push({ kind: 'text', text: code.slice(end, match.index) });
    const [kind = 'text'] = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined) ?? [];
    pieces.push({ kind: /** @type {Piece['kind']} */ (kind), text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < code.length) pieces.push({ kind: 'text', text: code.slice(end) });
  return pieces;
}
