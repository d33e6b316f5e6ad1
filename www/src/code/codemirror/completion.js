/** Names offered while typing: what stands at a place of the library, what a tensor can do, what a call can be told. */
import { autocompletion } from '@codemirror/autocomplete';
import { pythonLanguage } from '@codemirror/lang-python';
import { syntaxTree } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { LookedUp } from './looked-up.js';

/**
 * @import { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
 * @import { Name, Names } from '../names/names.js'
 */

/**
 * What completion and hover ask.
 * @typedef {object} Asked
 * @property {() => Promise<Names>} names
 * @property {() => Set<string>} tensors names that held a tensor when the program ran
 * @property {(name: Name, argument: string | null) => { dom: HTMLElement, destroy: () => void }} card
 */

const IMPORTED = /^\s*from\s+([\w.]+)\s+import\s[\w\s,(]*$/;
const IMPORTING = /^\s*(?:from|import)\s+([\w.]+)\.\w*$/;

/** How a list of completions marks a kind of entry. */
const TYPES = /** @type {Record<string, string>} */ ({
  layer: 'class',
  loss: 'class',
  optimizer: 'class',
  schedule: 'class',
  place: 'namespace',
});

/** @param {Asked} asked */
export const completion = (asked) => [
  autocompletion({ icons: false, maxRenderedOptions: 60 }),
  pythonLanguage.data.of({ autocomplete: (/** @type {CompletionContext} */ context) => complete(context, asked) }),
  listTheme,
];

/** @param {CompletionContext} context @param {Asked} asked @returns {Promise<CompletionResult | null>} */
export async function complete(context, asked) {
  const { state, pos } = context;
  const kind = syntaxTree(state).resolveInner(pos, -1).name;
  if (kind === 'Comment' || kind === 'String' || kind === 'FormatString') return null;
  const from = pos - (context.matchBefore(/\w*$/)?.text.length ?? 0);
  const afterDot = state.sliceDoc(from - 1, from) === '.';
  if (!afterDot && from === pos && !context.explicit) return null;
  const names = await asked.names();
  const found = context.aborted ? [] : optionsAt(context, from, afterDot, names, asked);
  return found.length ? { from, options: found, validFor: /^\w*$/ } : null;
}

/** @param {CompletionContext} context @param {number} from @param {boolean} afterDot @param {Names} names @param {Asked} asked */
function optionsAt({ state, pos }, from, afterDot, names, asked) {
  const line = state.doc.lineAt(pos);
  const before = state.sliceDoc(line.from, pos);
  const place = (IMPORTED.exec(before) ?? IMPORTING.exec(before))?.[1];
  if (place) return optionsOf(names.under(place), asked);
  const lookedUp = new LookedUp(state, names, asked.tensors());
  if (afterDot) {
    const known = lookedUp.placeOf(lookedUp.expressionBefore(from - 1));
    return known ? optionsOf(names.under(known), asked) : [];
  }
  return keywords(lookedUp, from, asked);
}

/** @param {Name[]} names @param {Asked} asked @returns {Completion[]} */
const optionsOf = (names, asked) =>
  names
    .filter(({ name }) => !name.startsWith('_'))
    .map((name) => ({
      label: name.name,
      type: TYPES[name.kind] ?? 'function',
      // What the reference explains comes before what it only knows to exist.
      boost: name.id ? 1 : 0,
      ...(name.id && { detail: shortSummary(name), info: () => asked.card(name, null) }),
    }));

/** The first words of what it does. @param {Name} name */
function shortSummary({ summary }) {
  const plain = summary.replaceAll(/[`*]/g, '');
  const end = plain.search(/[.:;]/);
  return end > 0 ? plain.slice(0, end) : plain;
}

/** The arguments that a call can still be given by name. @param {LookedUp} lookedUp @param {number} from @param {Asked} asked @returns {Completion[]} */
function keywords(lookedUp, from, asked) {
  const call = lookedUp.callAround(from);
  if (!call?.atStart) return [];
  return call.name.parameters
    .filter(({ name, only }, index) => (only || index >= call.before) && !call.given.includes(name))
    .map(({ name, value }, index) => ({
      label: `${name}=`,
      type: 'property',
      // Before all other names, in the order of the signature.
      boost: 60 - index,
      detail: value,
      info: () => asked.card(call.name, name),
    }));
}

const listTheme = EditorView.theme({
  '.cm-tooltip.cm-tooltip-autocomplete': { maxWidth: 'none' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '15em', minWidth: '220px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    gap: '16px',
    alignItems: 'baseline',
    maxWidth: '440px',
    padding: '3px 10px',
    lineHeight: '1.5',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600', color: 'var(--accent)' },
  '.cm-completionDetail': {
    flex: '1',
    overflow: 'hidden',
    marginLeft: '0',
    color: 'var(--ink-faint)',
    font: '400 var(--text-s) var(--sans)',
    textAlign: 'right',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '.cm-tooltip.cm-completionInfo': { width: '360px', maxWidth: '360px', padding: '10px 12px' },
});
