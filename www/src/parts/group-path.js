/** @import { Group } from '../engine/protocol.ts' */

/** A group and those around it, outermost first. @param {number | null} id @param {Map<number, Group>} groups */
export function pathTo(id, groups) {
  /** @type {number[]} */
  const path = [];
  for (let at = id; at != null && groups.has(at) && !path.includes(at); at = groups.get(at)?.parent ?? null)
    path.unshift(at);
  return path;
}
