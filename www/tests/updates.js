/** @import { Update } from '../src/engine/protocol.ts' */

/**
 * An update in which nothing changed, but for what is given.
 * @param {Partial<Update>} [changes]
 * @returns {Update}
 */
export const anUpdate = (changes = {}) => ({
  run: 1,
  status: 'paused',
  frames: [],
  head: 0,
  cursor: 0,
  clear: false,
  output: [],
  error: null,
  diagnostics: null,
  hints: null,
  graph: null,
  progress: null,
  timeline: null,
  loopView: null,
  parameters: null,
  variables: null,
  losses: [],
  flow: [],
  figures: null,
  structure: null,
  files: null,
  thinned: null,
  ...changes,
});
