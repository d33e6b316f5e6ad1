/**
 * A question "why is this number this?" and its answer.
 *
 * @import { WhyView } from '../engine/protocol.ts'
 */

/**
 * @typedef {object} Asked
 * @property {number} tensor
 * @property {string} name
 * @property {number[]} element
 * @property {string} value
 * @property {WhyView | null} why null while it is being worked out
 * @property {string} refused in words, when there is no answer
 */

/** The elements of a tensor that made the number asked about. @param {Asked | null} asked @param {number} tensor @returns {number[][]} */
export const elementsLit = (asked, tensor) =>
  asked?.why?.sources.filter((source) => source.tensor === tensor).flatMap((source) => source.elements) ?? [];
