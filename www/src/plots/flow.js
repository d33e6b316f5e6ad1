/**
 * Gradient flow as rows to draw: one a parameter, with its latest norms and their history.
 *
 * @import { FlowSample, Verdict } from '../engine/protocol.ts'
 */
import { plain } from '../parts/words.js';

/**
 * @typedef {object} FlowRow
 * @property {string} name
 * @property {number | null} node
 * @property {number} weight norm of the weight
 * @property {number | null} grad norm of the gradient; null: .grad is None, which is not 0
 * @property {Verdict | null} verdict
 * @property {{ iteration: number, grad: number | null }[]} history oldest first
 *
 * @typedef {{ least: number, most: number }} Decades whole powers of ten that all norms lie between
 */

/** How many samples of history are drawn. */
export const REMEMBERED = 80;

/** @param {readonly FlowSample[]} samples oldest first @returns {FlowRow[]} */
export function flowRows(samples) {
  const latest = samples.at(-1);
  const recent = samples.slice(-REMEMBERED);
  return (latest?.bars ?? []).map((bar, at) => ({
    name: bar.name,
    node: bar.node,
    weight: bar.weightNorm,
    grad: bar.gradNorm,
    verdict: bar.verdict,
    history: recent.flatMap((sample) => {
      // Two parameters may have the same name: those that keep their place are known by it.
      const there = sample.bars[at];
      const then = there?.name === bar.name ? there : sample.bars.find(({ name }) => name === bar.name);
      return then ? [{ iteration: sample.iteration, grad: then.gradNorm }] : [];
    }),
  }));
}

/** Norms a logarithm can show. @param {number | null} norm @returns {norm is number} */
const drawable = (norm) => norm != null && norm > 0 && Number.isFinite(norm);

/** Below this a bar is as short as bars get: the axis does not run to the smallest denormal. */
const FLOOR = 1e-10;

/** @param {readonly FlowRow[]} rows @returns {Decades} */
export function decadesOf(rows) {
  const norms = rows
    .flatMap((row) => [row.weight, row.grad, ...row.history.map(({ grad }) => grad)])
    .filter(drawable)
    .map((norm) => Math.log10(Math.max(norm, FLOOR)));
  if (!norms.length) return { least: -3, most: 0 };
  const least = Math.floor(Math.min(...norms));
  const most = Math.ceil(Math.max(...norms));
  return { least: Math.min(least, most - 2), most };
}

/** How far along the axis a norm reaches, 0 to 1. @param {number | null} norm @param {Decades} decades */
export function reach(norm, { least, most }) {
  if (!drawable(norm)) return 0;
  return Math.min(1, Math.max(0, (Math.log10(norm) - least) / (most - least)));
}

/** Powers of ten to mark, at most `count` of them. @param {Decades} decades @param {number} [count] */
export function ticksOf({ least, most }, count = 6) {
  const step = Math.ceil((most - least) / count);
  return Array.from({ length: Math.floor((most - least) / step) + 1 }, (_, at) => least + at * step);
}

/**
 * The history as points of an SVG line, 1 high and 1 wide; pieces, where .grad was None in between.
 * @param {FlowRow['history']} history @param {Decades} decades
 */
export function sparkline(history, decades) {
  /** @type {string[]} */
  const pieces = [];
  let piece = '';
  history.forEach(({ grad }, at) => {
    if (!drawable(grad)) {
      if (piece) pieces.push(piece);
      piece = '';
      return;
    }
    const x = history.length > 1 ? at / (history.length - 1) : 1;
    piece += `${piece ? 'L' : 'M'}${x.toFixed(3)} ${(1 - reach(grad, decades)).toFixed(3)}`;
  });
  return [...pieces, piece].filter(Boolean).join('');
}

/** A row in a sentence. @param {FlowRow} row @param {(norm: number) => string} written */
export function rowSays({ name, weight, grad, verdict }, written) {
  const gradient = grad == null ? '.grad is None' : `norm of the gradient ${written(grad)}`;
  return `${name}: ${gradient}, norm of the weight ${written(weight)}${verdict ? `. ${plain(verdict.says)}` : ''}`;
}
