/** Long lines wrap, and go on under their own indentation. */
import { RangeSetBuilder } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin } from '@codemirror/view';

/** Columns that a wrapped line stands in from the beginning of its code. */
const HANGING = 2;
const PADDING = 8;

/** @param {EditorView} view */
function indents(view) {
  const builder = /** @type {RangeSetBuilder<Decoration>} */ (new RangeSetBuilder());
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      const columns = (/^ */.exec(line.text)?.[0].length ?? 0) + HANGING;
      const style = `padding-left: calc(${columns}ch + ${PADDING}px); text-indent: -${columns}ch`;
      builder.add(line.from, line.from, Decoration.line({ attributes: { style } }));
      at = line.to + 1;
    }
  }
  return builder.finish();
}

export const wrap = [
  EditorView.lineWrapping,
  ViewPlugin.define(
    (view) => ({
      decorations: indents(view),
      update(update) {
        if (update.docChanged || update.viewportChanged) this.decorations = indents(update.view);
      },
    }),
    { decorations: (plugin) => plugin.decorations },
  ),
];
