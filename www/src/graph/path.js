/**
 * A strand as an SVG path: a smooth line through its points that leaves and arrives along the direction of the data.
 *
 * @import { Direction, Point } from './layout.js'
 */

/**
 * @param {readonly Point[]} points @param {Direction} direction @param {number} [shift] how far beside the line, for a second strand
 */
export function pathThrough(points, direction, shift = 0) {
  const moved = points.map(({ x, y }) => (direction === 'right' ? { x, y: y + shift } : { x: x + shift, y }));
  const [first, ...rest] = moved;
  if (!first) return '';
  let from = first;
  let path = `M${at(first)}`;
  for (const to of rest) {
    path += isCrosswise(from, to, direction) ? `L${at(to)}` : curve(from, to, direction);
    from = to;
  }
  return path;
}

/** A parameter's line runs across the data. @param {Point} from @param {Point} to @param {Direction} direction */
const isCrosswise = (from, to, direction) =>
  direction === 'right' ? Math.abs(to.x - from.x) < 0.5 : Math.abs(to.y - from.y) < 0.5;

/** @param {Point} from @param {Point} to @param {Direction} direction */
function curve(from, to, direction) {
  if (direction === 'right') {
    const bend = (to.x - from.x) / 2;
    return `C${at({ x: from.x + bend, y: from.y })} ${at({ x: to.x - bend, y: to.y })} ${at(to)}`;
  }
  const bend = (to.y - from.y) / 2;
  return `C${at({ x: from.x, y: from.y + bend })} ${at({ x: to.x, y: to.y - bend })} ${at(to)}`;
}

/** @param {Point} point */
const at = ({ x, y }) => `${round(x)} ${round(y)}`;
/** @param {number} value */
const round = (value) => Math.round(value * 10) / 10;

/** The point halfway along, for the mark of a cut. @param {readonly Point[]} points @returns {Point} */
export function halfway(points) {
  const a = points[Math.floor((points.length - 1) / 2)] ?? { x: 0, y: 0 };
  const b = points[Math.ceil((points.length - 1) / 2)] ?? a;
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
