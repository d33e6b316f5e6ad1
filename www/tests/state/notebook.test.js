import { describe, expect, it } from 'vitest';
import { toNotebook } from '../../src/state/notebook.js';

/** @param {string} text @returns {[string, string][]} */
const cells = (text) =>
  JSON.parse(toNotebook(text)).cells.map((/** @type {any} */ { cell_type, source }) => [cell_type, source]);

describe('a notebook', () => {
  it('has a cell for each stretch of the program', () => {
    expect(cells('import torch\n\nx = 1\ny = 2\n\n\nprint(x)\n')).toEqual([
      ['code', 'import torch'],
      ['code', 'x = 1\ny = 2'],
      ['code', 'print(x)'],
    ]);
  });

  it('keeps a function with empty lines in it, and its else, together', () => {
    const text = 'def f():\n    a = 1\n\n    return a\n';
    expect(cells(text)).toEqual([['code', text.trimEnd()]]);
    expect(cells('if a:\n    b\n\nelse:\n    c\n')).toHaveLength(1);
    expect(cells('s = """\n\nnot a cell\n"""\n')).toHaveLength(1);
  });

  it('makes text of comments that stand alone', () => {
    expect(cells('# What it does.\n# More.\n\nx = 1\n')).toEqual([
      ['markdown', 'What it does.\nMore.'],
      ['code', 'x = 1'],
    ]);
  });
});
