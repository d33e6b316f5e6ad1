/** What a name is, shown while it is pointed at. */
import { syntaxTree } from '@codemirror/language';
import { EditorView, hoverTooltip } from '@codemirror/view';
import { LookedUp } from './looked-up.js';

/** @import { EditorState } from '@codemirror/state' */
/** @import { Name, Names } from '../names/names.js' */
/** @import { Asked } from './completion.js' */

/** @param {Asked} asked */
export const hover = (asked) => [
  hoverTooltip(async ({ state }, at, side) => {
    const found = lookUp(state, at, side, await asked.names(), asked.tensors());
    if (!found) return null;
    return {
      pos: found.from,
      end: found.to,
      above: true,
      create() {
        const { dom, destroy } = asked.card(found.name, found.argument);
        dom.classList.add('k-card');
        return { dom, destroy };
      },
    };
  }),
  EditorView.theme({ '.cm-tooltip.k-card, .k-card': { width: '400px', maxWidth: '88vw', padding: '10px 12px' } }),
];

/**
 * @param {EditorState} state @param {number} at @param {-1 | 1} side @param {Names} names @param {Set<string>} tensors
 * @returns {{ name: Name, argument: string | null, from: number, to: number } | null}
 */
export function lookUp(state, at, side, names, tensors) {
  const node = syntaxTree(state).resolveInner(at, side);
  if (node.name !== 'VariableName' && node.name !== 'PropertyName') return null;
  const { from, to } = node;
  const lookedUp = new LookedUp(state, names, tensors);
  const argument = lookedUp.argumentOf(node);
  if (argument) return { name: argument.name, argument: argument.parameter.name, from, to };
  const name = lookedUp.nameOf(node.name === 'PropertyName' && node.parent ? node.parent : node);
  return name?.id ? { name, argument: null, from, to } : null;
}
