/** The editor of the program: everything of CodeMirror that it is made of. */
import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, Transaction } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { toChanges } from '../../state/text.js';
import { breakpoints, setBreakpoints, toggleBreakpoint } from './breakpoints.js';
import { completion } from './completion.js';
import { diagnosticsTheme } from './diagnostics.js';
import { hover } from './hover.js';
import { marks, marksTheme } from './marks.js';
import { theme } from './theme.js';
import { wrap } from './wrap.js';

/** @import { Hint, TextEdit } from '../../engine/protocol.ts' */

/**
 * What an editor tells, and asks.
 * @typedef {object} Told
 * @property {(text: string) => void} typed
 * @property {(lines: number[]) => void} breakpoints
 * @property {(line: number) => void} line the cursor was put on a line by hand
 * @property {(hint: Hint) => void} hint
 * @property {import('./completion.js').Asked} asked where completion and hover look names up
 */

const lock = new Compartment();

/** While a program runs its text stays as it is, so that what is shown is what runs. @param {EditorView} view @param {boolean} locked */
export const setLocked = (view, locked) =>
  view.dispatch({ effects: lock.reconfigure(EditorState.readOnly.of(locked)) });

/** @param {Told} told */
const extensions = (told) => [
  lock.of(EditorState.readOnly.of(false)),
  lineNumbers(),
  breakpoints(told.breakpoints),
  history(),
  drawSelection(),
  indentOnInput(),
  indentUnit.of('    '),
  bracketMatching(),
  closeBrackets(),
  completion(told.asked),
  hover(told.asked),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  highlightSelectionMatches(),
  python(),
  wrap,
  marks(told.hint),
  theme,
  marksTheme,
  diagnosticsTheme,
  EditorView.contentAttributes.of({
    'aria-label': 'The program. Escape, then Tab, leaves the editor.',
    'data-testid': 'editor',
    tabindex: '0',
  }),
  EditorView.updateListener.of((update) => {
    if (update.docChanged) told.typed(update.state.doc.toString());
    else if (update.selectionSet && update.transactions.some((transaction) => transaction.isUserEvent('select'))) {
      told.line(update.state.doc.lineAt(update.state.selection.main.head).number);
    }
  }),
  keymap.of([
    { key: 'F9', run: toggleBreakpoint },
    ...closeBracketsKeymap,
    ...completionKeymap,
    ...searchKeymap,
    ...historyKeymap,
    ...lintKeymap,
    ...defaultKeymap,
    indentWithTab,
  ]),
];

/** @param {HTMLElement} parent @param {Told} told */
export const makeEditor = (parent, told) => new EditorView({ parent, state: freshState('', told) });

/** @param {string} text @param {Told} told */
export const freshState = (text, told) => EditorState.create({ doc: text, extensions: extensions(told) });

/** Edits by palette, form or repair: one step of the undo history, whatever was typed before. @param {EditorView} view @param {TextEdit[]} edits */
export function applyEdits(view, edits) {
  view.dispatch({
    changes: toChanges(view.state.doc.toString(), edits),
    annotations: [Transaction.userEvent.of('input.edit'), isolateHistory.of('full')],
    scrollIntoView: true,
  });
}

/** @param {EditorView} view @param {number[]} lines */
export const showBreakpoints = (view, lines) => view.dispatch({ effects: setBreakpoints.of(lines) });

/** A library file: to read, not to write. @param {HTMLElement} parent @param {string} text */
export const makeReader = (parent, text) =>
  new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        python(),
        wrap,
        marks(() => {}),
        theme,
        marksTheme,
        EditorState.readOnly.of(true),
        EditorView.editable.of(false),
        EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': 'A file of the library, to read' }),
      ],
    }),
  });

/** Scrolls a line into view when it is not. @param {EditorView} view @param {number} number */
export function reveal(view, number) {
  if (number < 1 || number > view.state.doc.lines) return;
  view.dispatch({
    effects: EditorView.scrollIntoView(view.state.doc.line(number).from, { y: 'nearest', yMargin: 80 }),
  });
}
