/**
 * Where an arrow key leads from an item: along the edges, and between items side by side.
 *
 * @import { View } from './collapse.js'
 * @import { Layout } from './layout.js'
 */
import { HEADER } from './size.js';

/** @typedef {'forward' | 'back' | 'before' | 'after' | 'first' | 'last' | 'out'} Way */

/** Which way a key leads. @param {string} key @param {import('./layout.js').Direction} direction @returns {Way | null} */
export function wayOf(key, direction) {
  /** @type {Record<string, Way>} */
  const right = { ArrowRight: 'forward', ArrowLeft: 'back', ArrowUp: 'before', ArrowDown: 'after' };
  /** @type {Record<string, Way>} */
  const down = { ArrowDown: 'forward', ArrowUp: 'back', ArrowLeft: 'before', ArrowRight: 'after' };
  /** @type {Record<string, Way>} */
  const ends = { Home: 'first', End: 'last', Escape: 'out' };
  return (direction === 'down' ? down : right)[key] ?? ends[key] ?? null;
}

/**
 * The key of the item that a way leads to, or null when there is none.
 * @param {View} view @param {Layout} layout @param {string} from @param {Way} way
 * @param {import('./layout.js').Direction} direction
 */
export function walk(view, layout, from, way, direction) {
  const keys = [...view.items.keys()];
  if (way === 'first') return keys[0] ?? null;
  if (way === 'last') return keys.at(-1) ?? null;
  const item = view.items.get(from);
  if (!item) return keys[0] ?? null;
  if (way === 'out') return item.parent;
  const middle = middles(view, layout, direction);
  if (way === 'forward' || way === 'back') {
    if (item.open) return keys.find((key) => view.items.get(key)?.parent === from) ?? null;
    const ends =
      way === 'forward'
        ? view.links.filter((link) => link.from === from).map((link) => link.to)
        : view.links.filter((link) => link.to === from).map((link) => link.from);
    // The main line before parameters that hang on it.
    const along = (/** @type {string} */ key) => Math.abs(middle(key).across - middle(from).across);
    return ends.sort((a, b) => along(a) - along(b))[0] ?? (way === 'back' ? item.parent : null);
  }
  return beside(keys, from, way, middle);
}

/**
 * The nearest item on one side, looking across the direction of the data.
 * @param {string[]} keys @param {string} from @param {'before' | 'after'} way
 * @param {(key: string) => { along: number, across: number }} middle
 */
function beside(keys, from, way, middle) {
  const sign = way === 'after' ? 1 : -1;
  const here = middle(from);
  const away = (/** @type {string} */ key) => {
    const there = middle(key);
    return (there.across - here.across) * sign + 2 * Math.abs(there.along - here.along);
  };
  return (
    keys
      .filter((key) => key !== from && (middle(key).across - here.across) * sign > 4)
      .sort((a, b) => away(a) - away(b))[0] ?? null
  );
}

/** The middle of an item; of an open group, that of its title. @param {View} view @param {Layout} layout @param {import('./layout.js').Direction} direction */
const middles = (view, layout, direction) => (/** @type {string} */ key) => {
  const { x, y, width, height } = layout.rects.get(key) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [cx, cy] = view.items.get(key)?.open ? [x + 40, y + HEADER / 2] : [x + width / 2, y + height / 2];
  return direction === 'right'
    ? { along: cx, across: cy, half: height / 2 }
    : { along: cy, across: cx, half: width / 2 };
};
