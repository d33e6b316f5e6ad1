/**
 * What the run says about the text: where the program stands, what is selected, what failed, which shapes there are.
 * Set as one value; moves along with typing until the next.
 *
 * @import { Hint, Span } from '../../engine/protocol.ts'
 */
import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, gutterLineClass, WidgetType } from '@codemirror/view';
import { RangeSet } from '@codemirror/state';

/**
 * @typedef {object} Marks
 * @property {Span | null} now
 * @property {boolean} past the place is in the record, not the present
 * @property {Span | null} failed
 * @property {number | null} line chosen in graph or timeline
 * @property {Hint[]} hints
 */

/** @type {Marks} */
export const NO_MARKS = { now: null, past: false, failed: null, line: null, hints: [] };

/** @type {import('@codemirror/state').StateEffectType<Marks>} */
export const setMarks = StateEffect.define();

/** @param {(hint: Hint) => void} onhint a hint was chosen */
export const marks = (onhint) => [
  StateField.define({
    create: () => Decoration.none,
    update(decorations, transaction) {
      let next = decorations.map(transaction.changes);
      for (const effect of transaction.effects) {
        if (effect.is(setMarks)) next = decorate(transaction.state.doc, effect.value, onhint);
      }
      return next;
    },
    provide: (field) => EditorView.decorations.from(field),
  }),
  StateField.define({
    create: () => /** @type {RangeSet<GutterMarker>} */ (RangeSet.empty),
    update(markers, transaction) {
      let next = markers.map(transaction.changes);
      for (const effect of transaction.effects) {
        if (!effect.is(setMarks)) continue;
        const line = lineOf(transaction.state.doc, effect.value.now?.line);
        next = line ? RangeSet.of([nowMarker.range(line.from)]) : RangeSet.empty;
      }
      return next;
    },
    provide: (field) => gutterLineClass.from(field),
  }),
];

const nowMarker = new (class extends GutterMarker {
  elementClass = 'k-now-gutter';
})();

/** @typedef {import('@codemirror/state').Text} Text */

/** @param {Text} doc @param {number | undefined | null} number */
const lineOf = (doc, number) => (number && number >= 1 && number <= doc.lines ? doc.line(number) : null);

/** @param {Text} doc @param {Span} span */
export function rangeOf(doc, span) {
  const start = lineOf(doc, span.line);
  const end = lineOf(doc, span.endLine);
  if (!start || !end) return null;
  const from = Math.min(start.to, start.from + span.column);
  const to = Math.min(end.to, end.from + span.endColumn);
  return to > from ? { from, to } : null;
}

/** @param {Text} doc @param {Marks} marks @param {(hint: Hint) => void} onhint */
function decorate(doc, { now, past, failed, line, hints }, onhint) {
  const ranges = [];
  const nowLine = lineOf(doc, now?.line);
  if (nowLine) ranges.push(Decoration.line({ class: past ? 'k-now k-past' : 'k-now' }).range(nowLine.from));
  const chosen = lineOf(doc, line);
  if (chosen && chosen.number !== nowLine?.number)
    ranges.push(Decoration.line({ class: 'k-chosen' }).range(chosen.from));
  const broken = failed && rangeOf(doc, failed);
  if (broken) ranges.push(Decoration.mark({ class: 'k-failed' }).range(broken.from, broken.to));
  for (const hint of hints) {
    const at = lineOf(doc, hint.line);
    if (at) ranges.push(Decoration.widget({ widget: new HintWidget(hint, onhint), side: 1 }).range(at.to));
  }
  return Decoration.set(ranges, true);
}

/** A name, its shape and dtype after the line that made it. */
class HintWidget extends WidgetType {
  /** @param {Hint} hint @param {(hint: Hint) => void} onhint */
  constructor(hint, onhint) {
    super();
    this.hint = hint;
    this.onhint = onhint;
  }

  /** @param {HintWidget} other @override */
  eq({ hint }) {
    return hint.text === this.hint.text && hint.tensor === this.hint.tensor;
  }

  /** @override */
  toDOM() {
    const { name, shape, dtype, tensor, text } = this.hint;
    const element = document.createElement('span');
    element.className = 'k-hint';
    element.dataset.testid = 'shape-hint';
    if (shape) {
      const size = document.createElement('b');
      size.textContent = `[${shape.join(', ')}]`;
      element.append(name, ' ', size);
      // float32 goes without saying.
      if (dtype && dtype !== 'float32') element.append(' ', dtype);
    } else element.textContent = text;
    element.title = text;
    if (tensor != null) {
      element.classList.add('k-open');
      element.addEventListener('mousedown', (event) => {
        event.preventDefault();
        this.onhint(this.hint);
      });
    }
    return element;
  }

  /** @override */
  ignoreEvent() {
    return true;
  }
}

export const marksTheme = EditorView.theme({
  '.k-now': { backgroundColor: 'var(--now)', '--code-comment': 'var(--ink-soft)' },
  '.k-now.k-past': {
    backgroundColor: 'transparent',
    backgroundImage: 'repeating-linear-gradient(-45deg, var(--now) 0 5px, transparent 5px 9px)',
  },
  '&.cm-focused .cm-activeLine.k-now': { backgroundColor: 'var(--now)' },
  '.k-now-gutter': { color: 'var(--ink)', fontWeight: '600', backgroundColor: 'var(--now)' },
  '.cm-lineNumbers .k-now-gutter': { boxShadow: 'inset 3px 0 0 var(--now-edge)' },
  '.k-chosen': {
    boxShadow: 'inset 2px 0 0 var(--accent)',
    backgroundColor: 'var(--accent-wash)',
    '--code-comment': 'var(--ink-soft)',
  },
  '.k-failed': {
    textDecoration: 'underline wavy var(--error) 1px',
    textUnderlineOffset: '3px',
    backgroundColor: 'var(--error-wash)',
  },
  '.k-hint': {
    display: 'inline-block',
    marginLeft: '14px',
    padding: '0 6px',
    borderRadius: '4px',
    backgroundColor: 'var(--sunken)',
    color: 'var(--ink-soft)',
    fontSize: '0.86em',
    lineHeight: '1.5',
    textIndent: '0',
    whiteSpace: 'nowrap',
    cursor: 'default',
  },
  '.k-hint b': { color: 'var(--value)', fontWeight: '400' },
  '.k-hint.k-open': { cursor: 'pointer' },
  '.k-hint.k-open:hover': { backgroundColor: 'var(--value-wash)' },
});
