/**
 * What `.grad` is, in a badge and in a sentence.
 *
 * @import { GradState } from '../engine/protocol.ts'
 */

/** @type {Record<GradState['is'], (state: GradState) => { text: string, says: string }>} */
const BADGES = {
  none: () => ({ text: 'None', says: '.grad is None: no gradient has reached it yet. None is not zero.' }),
  zero: () => ({ text: '0', says: '.grad is a tensor full of zeros.' }),
  fresh: () => ({ text: 'fresh', says: '.grad holds one gradient, of the weights as they are now.' }),
  accumulated: (state) => {
    const times = state.is === 'accumulated' ? state.times : 2;
    return { text: `×${times}`, says: `.grad holds the sum of ${times} gradients: each backward added one.` };
  },
  stale: () => ({ text: 'stale', says: '.grad was made for older weights: a step has moved them since.' }),
};

/** @param {GradState} state */
export const badge = (state) => BADGES[state.is](state);
