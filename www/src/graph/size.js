/**
 * How much room an item's text takes, reckoned and not measured: a picture is laid out before it is drawn, the same in
 * a test as on the page. The fonts are those of GraphItem.svelte.
 *
 * @import { Item, Link } from './collapse.js'
 */
import { unusualDtype, written } from '../parts/shape.js';
import { tensorOf } from './tensor-of.js';

/** @typedef {{ width: number, height: number }} Size */

/** Advance of IBM Plex Mono at 1px, and of the sans at weight 600 on average. */
const MONO = 0.6;
const SANS = 0.57;

export const HEADER = 26;
const OP = { font: 12.5, padding: 13, height: 30 };
const LEAF = { font: 11.5, padding: 8, height: 23 };
const MODULE = { font: 13, padding: 12, height: 46, mark: 20 };
const LABEL = { font: 11, padding: 4, height: 17 };

/** @param {string} text @param {number} font @param {number} advance */
const width = (text, font, advance) => Math.ceil([...text].length * font * advance);

/** @param {Item} item @returns {Size} */
export function sizeOf(item) {
  if (item.group) {
    const title = width(item.group.title, MODULE.font, SANS) + MODULE.mark;
    return { width: Math.max(84, title + 2 * MODULE.padding), height: MODULE.height };
  }
  const node = /** @type {NonNullable<Item['node']>} */ (item.node);
  if (node.kind === 'parameter' || node.kind === 'data') {
    const text = `${leafName(item)} ${written(node.shape)}${unusualDtype(node.dtype)}`;
    return { width: width(text, LEAF.font, MONO) + 2 * LEAF.padding + 6, height: LEAF.height };
  }
  return { width: Math.max(52, width(node.label, OP.font, MONO) + 2 * OP.padding), height: OP.height };
}

/** @param {Pick<Link, 'edges'>} link @returns {Size} */
export function labelSize(link) {
  const { shape, dtype, count } = tensorOf(link);
  const text = count > 1 ? `${count} tensors` : `${written(shape)}${dtype ? ` ${dtype}` : ''}`;
  return { width: width(text, LABEL.font, MONO) + 2 * LABEL.padding, height: LABEL.height };
}

/** Inside its own module, `0.weight` is `weight`. @param {Item} item */
export function leafName(item) {
  const label = item.node?.label ?? '';
  return item.parent ? (label.split('.').at(-1) ?? label) : label;
}

/** Width and height exchanged, in a picture from top to bottom. @param {Size} size @param {boolean} turned @returns {Size} */
export const swap = ({ width, height }, turned) => (turned ? { width: height, height: width } : { width, height });
