/**
 * Complaints at their place: PyTorch's or Python's words, then why, then buttons that mend the program.
 *
 * @import { Diagnostic, TextEdit } from '../../engine/protocol.ts'
 */
import { setDiagnostics } from '@codemirror/lint';
import { EditorView } from '@codemirror/view';
import { rangeOf } from './marks.js';

const SEVERITY = /** @type {const} */ ({ error: 'error', warning: 'warning', note: 'info' });

/**
 * @param {import('@codemirror/state').EditorState} state
 * @param {Diagnostic[]} diagnostics
 * @param {(edits: TextEdit[]) => void} repair
 */
export function showDiagnostics(state, diagnostics, repair) {
  return setDiagnostics(
    state,
    diagnostics.map((diagnostic) => {
      const { severity, span, message, because, repairs } = diagnostic;
      const range = rangeOf(state.doc, span) ?? wholeLine(state.doc, span.line);
      return {
        ...range,
        severity: SEVERITY[severity],
        message: because ? `${message}\n${because}` : message,
        renderMessage: () => render(message, because),
        actions: repairs.map(({ label, edits }) => ({ name: label, apply: () => repair(edits) })),
      };
    }),
  );
}

/** @param {import('@codemirror/state').Text} doc @param {number} number */
function wholeLine(doc, number) {
  const line = doc.line(Math.min(Math.max(number, 1), doc.lines));
  return { from: line.from, to: line.to };
}

/** @param {string} message @param {string} because */
function render(message, because) {
  const element = document.createElement('div');
  const what = document.createElement('div');
  what.className = 'k-what';
  what.textContent = message;
  element.append(what);
  if (because) {
    const why = document.createElement('div');
    why.textContent = because;
    element.append(why);
  }
  return element;
}

export const diagnosticsTheme = EditorView.theme({
  '.cm-diagnostic': { padding: '8px 12px', borderLeft: 'none', whiteSpace: 'pre-wrap' },
  '.cm-diagnostic-error': { boxShadow: 'inset 3px 0 0 var(--error)' },
  '.cm-diagnostic-warning': { boxShadow: 'inset 3px 0 0 var(--warning)' },
  '.cm-diagnostic-info': { boxShadow: 'inset 3px 0 0 var(--accent)' },
  '.k-what': { fontFamily: 'var(--mono)', marginBottom: '3px' },
  '.cm-diagnosticAction': {
    margin: '7px 6px 0 0',
    padding: '4px 9px',
    border: '1px solid var(--hairline-strong)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--panel)',
    color: 'var(--accent)',
    font: '500 var(--text) var(--sans)',
    cursor: 'pointer',
  },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--error) 1px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--warning) 1px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-info': {
    backgroundImage: 'none',
    textDecoration: 'underline dotted var(--accent) 1px',
    textUnderlineOffset: '3px',
  },
});
