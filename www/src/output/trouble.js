/**
 * What is wrong now: the exception that the program ended with, or else the first thing that a trial run found.
 *
 * @import { Diagnostic, Failure, Graph, Repair, ShapeClash } from '../engine/protocol.ts'
 */

/**
 * @typedef {object} Trouble
 * @property {string} key the same as long as it is the same trouble
 * @property {boolean} foreseen it has not happened: a trial run met it
 * @property {number | null} line
 * @property {string} kind `RuntimeError`
 * @property {string} message
 * @property {string} because
 * @property {ShapeClash | null} shape
 * @property {string} traceback
 * @property {Repair[]} repairs
 */

/**
 * @param {Failure | null} error
 * @param {Diagnostic[]} diagnostics
 * @param {Graph | null} graph
 * @returns {Trouble | null}
 */
export function troubleOf(error, diagnostics, graph) {
  if (error) {
    const { kind, message, because, shape, traceback, repairs, span } = error;
    const line = span?.line ?? null;
    const key = `happened ${line} ${kind} ${message}`;
    return { key, foreseen: false, line, kind, message, because, shape, traceback, repairs };
  }
  const found = diagnostics.find(({ severity }) => severity === 'error');
  if (!found) return null;
  const [, kind = '', message = found.message] = /^([A-Z]\w+)(?:: |$)(.*)$/s.exec(found.message) ?? [];
  const { line } = found.span;
  return {
    ...{ key: `foreseen ${line} ${found.message}`, foreseen: true, line, kind, message },
    ...{ because: found.because, repairs: found.repairs, traceback: '' },
    shape: graph?.nodes.find((node) => node.failed)?.failed ?? null,
  };
}
