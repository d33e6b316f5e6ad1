/**
 * Where the elements of a tensor stand when it is drawn as a picture, and which element stands at a place.
 *
 * The last dimension runs to the right and the one before it down. All dimensions before these make facets: small
 * pictures side by side, in rows of `wrap`.
 */

/** Between facets, in pixels. */
export const FACET_GAP = 5;

/**
 * @typedef {object} Grid
 * @property {number[]} shape
 * @property {number} rows of one facet
 * @property {number} columns of one facet
 * @property {number} facets
 * @property {number} wrap facets in a row
 * @property {number} cellWidth
 * @property {number} cellHeight
 * @property {number} width of the whole picture, in pixels
 * @property {number} height
 */

/**
 * @param {readonly number[]} shape @param {{ width: number, height: number }} cell @param {number} wrap
 * @returns {Grid}
 */
export function gridOf(shape, cell, wrap) {
  const columns = shape.at(-1) ?? 1;
  const rows = shape.at(-2) ?? 1;
  const facets = shape.slice(0, -2).reduce((product, size) => product * size, 1);
  const across = Math.min(wrap, facets);
  const down = Math.ceil(facets / Math.max(1, across));
  return {
    shape: [...shape],
    rows,
    columns,
    facets,
    wrap: Math.max(1, across),
    cellWidth: cell.width,
    cellHeight: cell.height,
    width: across * columns * cell.width + Math.max(0, across - 1) * FACET_GAP,
    height: down * rows * cell.height + Math.max(0, down - 1) * FACET_GAP,
  };
}

/**
 * The facets of a row that make the cells largest in a room of this width, when the picture may be as high as that.
 * @param {readonly number[]} shape @param {{ width: number, height: number }} room
 * @returns {{ wrap: number, side: number }} side of a cell, at least 1
 */
export function fitted(shape, room) {
  const { rows, columns, facets } = gridOf(shape, { width: 1, height: 1 }, 1);
  const rank4 = shape.at(-3) ?? 1;
  let best = { wrap: 1, side: 0 };
  for (let wrap = 1; wrap <= Math.max(1, facets); wrap++) {
    const down = Math.ceil(facets / wrap);
    const side = Math.min(
      (room.width - (wrap - 1) * FACET_GAP) / (wrap * columns),
      (room.height - (down - 1) * FACET_GAP) / (down * rows),
    );
    // Rows of facets that end with a dimension read better than rows that don't.
    const even = shape.length > 3 && wrap === rank4 ? side * 1.3 : side;
    if (even > best.side) best = { wrap, side: even };
  }
  const { wrap } = best;
  const wide = (room.width - (wrap - 1) * FACET_GAP) / Math.max(1, wrap * columns);
  const down = Math.ceil(facets / wrap);
  const high = (room.height - (down - 1) * FACET_GAP) / Math.max(1, down * rows);
  return { wrap, side: Math.max(1, Math.floor(Math.min(wide, high))) };
}

/**
 * Cells that use the room: those of a matrix may be twice as wide as high, those of a vector are a strip one can hit.
 * @param {readonly number[]} shape @param {number} side @param {number} wide the widest that fits
 */
export function stretched(shape, side, wide) {
  if (shape.length === 1) return { width: side, height: Math.max(side, 16) };
  if (shape.length === 2) return { width: Math.max(side, Math.floor(Math.min(2 * side, wide))), height: side };
  return { width: side, height: side };
}

/** Upper left corner of an element, in pixels. @param {Grid} grid @param {number} flat row-major number of the element */
export function cornerOf(grid, flat) {
  const { rows, columns, wrap, cellWidth, cellHeight } = grid;
  const size = rows * columns;
  const facet = Math.floor(flat / size);
  const row = Math.floor((flat % size) / columns);
  const column = flat % columns;
  return {
    x: (facet % wrap) * (columns * cellWidth + FACET_GAP) + column * cellWidth,
    y: Math.floor(facet / wrap) * (rows * cellHeight + FACET_GAP) + row * cellHeight,
  };
}

/** The element at a place, or null between facets and outside. @param {Grid} grid @param {number} x @param {number} y */
export function elementAt(grid, x, y) {
  const { rows, columns, wrap, facets, cellWidth, cellHeight } = grid;
  const across = Math.floor(x / (columns * cellWidth + FACET_GAP));
  const down = Math.floor(y / (rows * cellHeight + FACET_GAP));
  const column = Math.floor((x - across * (columns * cellWidth + FACET_GAP)) / cellWidth);
  const row = Math.floor((y - down * (rows * cellHeight + FACET_GAP)) / cellHeight);
  const facet = down * wrap + across;
  const outside =
    x < 0 || y < 0 || across >= wrap || facet >= facets || column >= columns || row >= rows || column < 0 || row < 0;
  return outside ? null : facet * rows * columns + row * columns + column;
}

/** The element one step away, or the same one at the border. Steps go from facet to facet. @param {Grid} grid @param {number} flat @param {string} key */
export function stepped(grid, flat, key) {
  const { rows, columns, wrap, facets } = grid;
  const size = rows * columns;
  const count = facets * size;
  const facet = Math.floor(flat / size);
  const row = Math.floor((flat % size) / columns);
  const column = flat % columns;
  const to = (/** @type {number} */ f, /** @type {number} */ r, /** @type {number} */ c) =>
    f >= 0 && f < facets ? f * size + r * columns + c : flat;
  /** @type {Record<string, () => number>} */
  const moves = {
    ArrowRight: () => (column + 1 < columns ? flat + 1 : (facet + 1) % wrap ? to(facet + 1, row, 0) : flat),
    ArrowLeft: () => (column > 0 ? flat - 1 : facet % wrap ? to(facet - 1, row, columns - 1) : flat),
    ArrowDown: () => (row + 1 < rows ? flat + columns : to(facet + wrap, 0, column)),
    ArrowUp: () => (row > 0 ? flat - columns : to(facet - wrap, rows - 1, column)),
    PageDown: () => to(facet + 1, row, column),
    PageUp: () => to(facet - 1, row, column),
    Home: () => 0,
    End: () => count - 1,
  };
  return moves[key]?.() ?? null;
}

/** Index of an element along each dimension. @param {readonly number[]} shape @param {number} flat */
export function indexOf(shape, flat) {
  /** @type {number[]} */
  const index = [];
  for (let axis = shape.length - 1, rest = flat; axis >= 0; axis--) {
    const size = shape[axis] ?? 1;
    index.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return index;
}

/** Row-major number of an element, or null when it is not within the shape. @param {readonly number[]} shape @param {readonly number[]} index */
export function flatOf(shape, index) {
  if (index.length !== shape.length) return null;
  let flat = 0;
  for (const [axis, at] of index.entries()) {
    const size = shape[axis] ?? 0;
    if (at < 0 || at >= size) return null;
    flat = flat * size + at;
  }
  return flat;
}
