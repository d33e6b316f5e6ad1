/**
 * Points of the loss as curves to draw, and in words.
 *
 * @import { LossPoint } from '../engine/protocol.ts'
 */
import { brief } from '../parts/number.js';

/**
 * One row of iterations and one of values a name, in the order in which names first appear; null where a name has no
 * point. A second point of the same name in one iteration replaces the first.
 * @param {readonly LossPoint[]} points
 * @returns {{ names: string[], iterations: number[], values: (number | null)[][] }}
 */
export function curvesOf(points) {
  const names = [...new Set(points.map((point) => point.name))];
  const iterations = [...new Set(points.map((point) => point.iteration))].sort((a, b) => a - b);
  const column = new Map(iterations.map((iteration, at) => [iteration, at]));
  const row = new Map(names.map((name, at) => [name, at]));
  const values = names.map(() => /** @type {(number | null)[]} */ (new Array(iterations.length).fill(null)));
  for (const { name, iteration, value } of points) {
    const line = values[row.get(name) ?? -1];
    if (line) line[column.get(iteration) ?? -1] = Number.isFinite(value) ? value : null;
  }
  return { names, iterations, values };
}

/** "loss went from 2.31 to 0.12 over 200 iterations, lowest 0.11". @param {readonly LossPoint[]} points */
export function lossSays(points) {
  const { names, iterations, values } = curvesOf(points);
  if (!iterations.length) return 'No loss yet';
  return names
    .map((name, at) => {
      const known = (values[at] ?? []).filter((value) => value != null);
      if (!known.length) return `${name} has been nan or inf throughout`;
      const [first = 0, last = 0] = [known[0], known.at(-1)];
      const lowest = known.reduce((least, value) => Math.min(least, value), Infinity);
      return `${name} went from ${brief(first)} to ${brief(last)} over ${iterations.length} iterations, lowest ${brief(lowest)}`;
    })
    .join('; ');
}
