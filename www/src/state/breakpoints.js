/**
 * Conditions of breakpoints, which stay with their lines while the text above them grows and shrinks.
 *
 * @import { Breakpoint } from '../engine/protocol.ts'
 */

/**
 * The breakpoints on these lines: each keeps the condition it had.
 * @param {readonly Breakpoint[]} before in the order of their lines
 * @param {readonly number[]} lines in order
 * @returns {Breakpoint[]}
 */
export function onLines(before, lines) {
  // As many as before: the text moved them, and none passed another.
  if (before.length === lines.length) {
    return lines.map((line, at) => ({ line, condition: before[at]?.condition ?? null }));
  }
  const known = new Map(before.map(({ line, condition }) => [line, condition]));
  return lines.map((line) => ({ line, condition: known.get(line) ?? null }));
}

/** With one on this line, or without the one there. @param {readonly Breakpoint[]} before @param {number} line @returns {Breakpoint[]} */
export function toggled(before, line) {
  const others = before.filter((each) => each.line !== line);
  if (others.length < before.length) return others;
  return [...others, { line, condition: null }].sort((a, b) => a.line - b.line);
}

/** @param {readonly Breakpoint[]} before @param {number} line @param {string} text @returns {Breakpoint[]} */
export const withCondition = (before, line, text) =>
  before.map((each) => (each.line === line ? { line, condition: text.trim() ? text : null } : each));
