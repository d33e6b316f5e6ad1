/**
 * A program as a notebook (nbformat 4.5): a code cell for each stretch between empty lines at the outermost level; a
 * stretch of comments alone is a text cell. The cells joined by empty lines are the program again.
 */

/** @param {string} text @returns {string} JSON */
export function toNotebook(text) {
  const cells = stretches(text).map((source, index) => cell(source, index));
  return `${JSON.stringify({ cells, metadata: METADATA, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

const METADATA = {
  kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
  language_info: { name: 'python' },
};

/** @param {string} source @param {number} index */
function cell(source, index) {
  const id = `cell-${index}`;
  const comments = source.split('\n').every((line) => line.startsWith('#'));
  if (comments) return { cell_type: 'markdown', id, metadata: {}, source: source.replace(/^# ?/gm, '') };
  return { cell_type: 'code', id, metadata: {}, execution_count: null, outputs: [], source };
}

/** Pieces that begin at an unindented line after an empty one. @param {string} text */
function stretches(text) {
  /** @type {string[][]} */
  const found = [[]];
  let empty = false;
  for (const line of text.trimEnd().split('\n')) {
    if (empty && begins(line) && closed(found.at(-1) ?? [])) found.push([]);
    empty = !line.trim();
    found.at(-1)?.push(line);
  }
  return found.map((lines) => lines.join('\n').replace(/^\n+|\s+$/g, '')).filter(Boolean);
}

/** Goes on with nothing that came before: `else:` after an empty line does. @param {string} line */
const begins = (line) => /^[^\s)\]}]/.test(line) && !/^(else|elif|except|finally)\b/.test(line);

/** Whether no triple quote is open: what looks like a statement may be the middle of a text. @param {string[]} lines */
const closed = (lines) => ['"""', "'''"].every((quote) => lines.join('\n').split(quote).length % 2 === 1);
