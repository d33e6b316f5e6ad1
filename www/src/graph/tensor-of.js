/**
 * The tensor that a drawn line stands for.
 *
 * @import { Link } from './collapse.js'
 */
import { elements, unusualDtype } from '../parts/shape.js';

/** @param {Pick<Link, 'edges'>} link */
export function tensorOf(link) {
  const sources = new Map(link.edges.map((edge) => [edge.from, edge]));
  const [edge] = sources.values();
  return {
    shape: edge?.shape ?? [],
    dims: edge?.dims ?? [],
    dtype: unusualDtype(edge?.dtype ?? ''),
    count: sources.size,
    elements: Math.max(1, ...[...sources.values()].map((each) => elements(each.shape))),
  };
}

/** Thickness of a line, by the logarithm of the number of elements: a scalar is 1.25 wide, a million 5. @param {number} count */
export const thickness = (count) => Math.min(6, 1.25 + 0.62 * Math.log10(Math.max(1, count)));
