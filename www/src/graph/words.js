/**
 * What a part of the picture is, in words: for screen readers and tooltips.
 *
 * @import { Item, View } from './collapse.js'
 * @import { gradOf } from './grads.js'
 * @import { ItemState } from './progress.js'
 */
import { badge } from '../parts/grad-state.js';
import { spoken } from '../parts/shape.js';
import { plain } from '../parts/words.js';
import { failureSays } from './clash.js';
import { counted } from '../parts/number.js';

/** @type {Record<import('../engine/protocol.ts').NodeKind, string>} */
const KINDS = { op: 'op', parameter: 'parameter', data: 'data', loss: 'loss', update: 'update' };

/** @param {Item} item @param {ItemState} state @param {View} view @param {ReturnType<typeof gradOf>} [grad] */
export function described(item, state, view, grad = null) {
  const held = grad === null ? [] : [`.grad ${grad === 'mixed' ? 'differs among its parameters' : badge(grad).text}`];
  return [...whatItIs(item), ...happened(item, state), ...held, ...neighbours(item, view)].join(', ');
}

/** @param {Item} item */
function whatItIs({ node, group, open, members }) {
  if (group) {
    const kind = group.kind === 'module' ? 'module' : 'function';
    return [`${group.title}`, kind, open ? 'open' : `closed, ${counted(members.length, 'node')} inside`];
  }
  if (!node) return [];
  const dtype = node.dtype && node.dtype !== 'float32' ? ` ${node.dtype}` : '';
  const what = [node.label, KINDS[node.kind], `${spoken(node.shape, node.dims)}${dtype}`];
  if (node.failed) {
    return [node.label, KINDS[node.kind], plain(failureSays(node.failed))];
  }
  if (!node.requiresGrad) what.push('no gradient');
  return what;
}

/** @param {Item} item @param {ItemState} state */
function happened({ group }, state) {
  const says = [];
  if (state.now) says.push('being executed now');
  if (state.failed && group) says.push('something in it failed');
  if (state.forward === 'all') says.push('has its value');
  if (state.forward === 'some') says.push('partly executed');
  if (state.backward === 'all') says.push('backward done');
  if (state.backward === 'some') says.push('backward partly done');
  if (state.freed) says.push('freed by backward');
  if (state.cut) says.push('runs without gradient');
  return says;
}

/** @param {Item} item @param {View} view */
function neighbours(item, view) {
  const name = (/** @type {string} */ key) => {
    const other = view.items.get(key);
    return other?.node?.label ?? other?.group?.title ?? '';
  };
  const from = view.links.filter((link) => link.to === item.key).map((link) => name(link.from));
  const to = view.links.filter((link) => link.from === item.key).map((link) => name(link.to));
  return [...(from.length ? [`from ${from.join(' and ')}`] : []), ...(to.length ? [`to ${to.join(' and ')}`] : [])];
}

/**
 * The tensor on a line, for a tooltip.
 * @param {ReturnType<typeof import('./tensor-of.js').tensorOf>} tensor @param {import('./progress.js').StrandState} state
 */
export function strandSays({ shape, dims, dtype, count, elements }, state) {
  const what =
    count > 1
      ? counted(count, 'tensor')
      : `${spoken(shape, dims)} ${dtype || 'float32'}, ${counted(elements, 'number')}`;
  const gradient = state.cut
    ? 'cut off here: no gradient passes'
    : !state.grad
      ? 'needs no gradient'
      : state.gradient
        ? 'its gradient has flowed back'
        : 'no gradient yet';
  return `${what}; ${gradient}${state.freed ? '; freed by backward' : ''}`;
}
