/**
 * Instants along a line of unit length. The iteration looked at is opened wide; the others share the rest, each by its
 * number of instants, so that a long run still fits and the part in hand can be read.
 *
 * @import { IterationView, PhaseView } from '../engine/protocol.ts'
 */

/** How much of the line the iteration looked at takes, at least, when there are others. */
const FOCUS = 0.45;

/** @typedef {{ from: number, to: number, start: number, end: number, iteration: IterationView | null, focused: boolean }} Segment instants `from` to `to` lie at `start` to `end` */

/**
 * @param {IterationView[]} iterations
 * @param {number} head
 * @param {number} cursor
 * @returns {Segment[]} without gaps, in order, from 0 to 1
 */
export function segments(iterations, head, cursor) {
  /** @type {{ from: number, to: number, iteration: IterationView | null }[]} */
  const parts = [];
  let at = 0;
  for (const iteration of iterations) {
    if (iteration.from > at) parts.push({ from: at, to: iteration.from, iteration: null });
    parts.push({ from: Math.max(iteration.from, at), to: iteration.to, iteration });
    at = Math.max(at, iteration.to);
  }
  if (head > at || parts.length === 0) parts.push({ from: at, to: Math.max(head, at), iteration: null });

  const focus = parts.findLastIndex((part) => part.iteration !== null && part.from <= cursor && cursor <= part.to);
  const weights = parts.map(({ from, to }) => Math.max(to - from, 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const focusWeight = weights[focus] ?? 0;
  const share = parts.length === 1 || focus < 0 ? focusWeight / total : Math.max(FOCUS, focusWeight / total);
  const others = total - focusWeight;

  let start = 0;
  return parts.map((part, index) => {
    const weight = weights[index] ?? 1;
    const width = index === focus ? share : (weight / others) * (1 - share);
    const end = index === parts.length - 1 ? 1 : start + width;
    const segment = { ...part, start, end, focused: index === focus };
    start = end;
    return segment;
  });
}

/** @param {Segment[]} line @param {number} instant @returns {number} 0 to 1 */
export function placeOf(line, instant) {
  const segment = line.find(({ to }) => instant <= to) ?? line.at(-1);
  if (!segment) return 0;
  const length = segment.to - segment.from;
  const part = length ? Math.min(1, Math.max(0, (instant - segment.from) / length)) : 0;
  return segment.start + part * (segment.end - segment.start);
}

/** @param {Segment[]} line @param {number} place @returns {number} the instant nearest to a place */
export function instantAt(line, place) {
  const segment = line.find(({ end }) => place <= end) ?? line.at(-1);
  if (!segment) return 0;
  const width = segment.end - segment.start;
  const part = width ? Math.min(1, Math.max(0, (place - segment.start) / width)) : 0;
  return Math.round(segment.from + part * (segment.to - segment.from));
}

/**
 * Where an instant is, in words.
 * @param {IterationView[]} iterations
 * @param {number} instant
 * @param {Record<PhaseView['phase'], { name: string }>} names
 */
export function inWords(iterations, instant, names) {
  const iteration = iterations.findLast(({ from, to }) => from <= instant && instant <= to);
  if (!iteration)
    return iterations.length && instant > (iterations.at(-1)?.to ?? 0) ? 'after the loop' : 'before the loop';
  const phase = iteration.phases.findLast(({ from, to }) => from <= instant && instant <= to);
  return `iteration ${iteration.index}${phase ? `, ${names[phase.phase].name}` : ''}`;
}
