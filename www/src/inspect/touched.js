/**
 * The node to look at when nothing is selected and nothing is being executed: what the last phase was about. Of forward
 * its result, of the loss the loss, of backward, zero_grad and step the first parameter.
 *
 * @import { Graph, ParameterView, Phase, Progress, Timeline } from '../engine/protocol.ts'
 */

/** @type {ReadonlySet<Phase>} */
const ABOUT_PARAMETERS = new Set(/** @type {const} */ (['zeroGrad', 'backward', 'step']));
/** @type {ReadonlySet<Phase>} */
const ABOUT_VALUES = new Set(/** @type {const} */ (['forward', 'loss']));

/**
 * @param {{ graph: Graph | null, progress: Progress | null, parameters: readonly ParameterView[], timeline: Timeline, cursor: number }} state
 * @returns {number | null}
 */
export function touched({ graph, progress, parameters, timeline, cursor }) {
  const phase = lastPhase(timeline, cursor);
  if (!graph || !phase) return null;
  if (ABOUT_PARAMETERS.has(phase)) {
    return parameters.find(({ node, requiresGrad }) => requiresGrad && node != null)?.node ?? null;
  }
  return progress?.forwardDone.at(-1) ?? null;
}

/** The phase that ran last before an instant, of those that do something to the picture. @param {Timeline} timeline @param {number} cursor */
export function lastPhase({ iterations }, cursor) {
  const before = iterations
    .flatMap(({ phases }) => phases)
    .filter(({ phase, from }) => from < cursor && (ABOUT_PARAMETERS.has(phase) || ABOUT_VALUES.has(phase)));
  return before.at(-1)?.phase ?? null;
}
