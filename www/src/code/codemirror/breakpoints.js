/** Breakpoints: a gutter to press, and lines that stay with their text while it is edited. */
import { RangeSet, StateEffect, StateField } from '@codemirror/state';
import { EditorView, gutter, GutterMarker } from '@codemirror/view';

/** A line to set or clear, by the offset of its beginning. @type {import('@codemirror/state').StateEffectType<number>} */
const toggle = StateEffect.define({ map: (at, changes) => changes.mapPos(at) });
/** All lines anew, by number. @type {import('@codemirror/state').StateEffectType<number[]>} */
export const setBreakpoints = StateEffect.define();

const marker = new (class extends GutterMarker {
  /** @override */
  toDOM() {
    const dot = document.createElement('span');
    dot.className = 'k-breakpoint';
    dot.title = 'Breakpoint: a run stops before this line';
    return dot;
  }
})();

/** @type {StateField<RangeSet<GutterMarker>>} */
const field = StateField.define({
  create: () => RangeSet.empty,
  update(set, transaction) {
    let next = set.map(transaction.changes);
    const { doc } = transaction.state;
    for (const effect of transaction.effects) {
      if (effect.is(toggle)) {
        const at = effect.value;
        let found = false;
        next.between(at, at, () => void (found = true));
        next = next.update(found ? { filter: (from) => from !== at } : { add: [marker.range(at)] });
      } else if (effect.is(setBreakpoints)) {
        const lines = effect.value.filter((line) => line >= 1 && line <= doc.lines).sort((a, b) => a - b);
        next = RangeSet.of(lines.map((line) => marker.range(doc.line(line).from)));
      }
    }
    return next;
  },
});

/** @param {import('@codemirror/state').EditorState} state @returns {number[]} line numbers */
export function linesOf(state) {
  const lines = new Set();
  for (const cursor = state.field(field).iter(); cursor.value; cursor.next()) {
    lines.add(state.doc.lineAt(cursor.from).number);
  }
  return [...lines];
}

/** Sets or clears a breakpoint on the line of the cursor. @type {import('@codemirror/view').Command} */
export function toggleBreakpoint(view) {
  const line = view.state.doc.lineAt(view.state.selection.main.head);
  view.dispatch({ effects: toggle.of(line.from) });
  return true;
}

/** @param {(lines: number[]) => void} onchange */
export const breakpoints = (onchange) => [
  field,
  gutter({
    class: 'k-breakpoints',
    markers: (view) => view.state.field(field),
    initialSpacer: () => marker,
    domEventHandlers: {
      mousedown(view, line) {
        view.dispatch({ effects: toggle.of(line.from) });
        return true;
      },
    },
  }),
  EditorView.updateListener.of((update) => {
    if (update.startState.field(field) === update.state.field(field)) return;
    const before = linesOf(update.startState).join();
    const lines = linesOf(update.state);
    if (lines.join() !== before) onchange(lines);
  }),
  EditorView.theme({
    '.k-breakpoints': { width: '18px', cursor: 'pointer' },
    '.k-breakpoints .cm-gutterElement': { display: 'flex', alignItems: 'flex-start', justifyContent: 'center' },
    '.k-breakpoints .cm-gutterElement:hover': { backgroundColor: 'var(--hover)' },
    '.k-breakpoint': {
      width: '9px',
      height: '9px',
      marginTop: '0.5em',
      borderRadius: '50%',
      backgroundColor: 'var(--error)',
    },
  }),
];
