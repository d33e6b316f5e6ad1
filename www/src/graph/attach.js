/**
 * Parameters that only one op reads hang on that op, above and below it, so that the line of the data stays a line.
 *
 * @import { Item, View } from './collapse.js'
 */

/**
 * @param {View} view
 * @returns {Map<string, string[]>} the keys that hang on each item, in the order of its inputs
 */
export function attachments(view) {
  /** @type {Map<string, Set<string>>} */
  const readers = new Map();
  const made = new Set();
  for (const { from, to } of view.links) {
    readers.set(from, (readers.get(from) ?? new Set()).add(to));
    made.add(to);
  }
  /** @type {Map<string, string[]>} */
  const hung = new Map();
  for (const item of view.items.values()) {
    if (item.node?.kind !== 'parameter' || made.has(item.key)) continue;
    const [reader, ...more] = readers.get(item.key) ?? [];
    const owner = reader === undefined || more.length ? undefined : view.items.get(reader);
    if (!owner?.node || owner.parent !== item.parent) continue;
    hung.set(owner.key, [...(hung.get(owner.key) ?? []), item.key]);
  }
  for (const [owner, keys] of hung) {
    const port = new Map(
      view.links
        .filter((link) => link.to === owner)
        .map((link) => [link.from, Math.min(...link.edges.map((edge) => edge.port))]),
    );
    keys.sort((a, b) => (port.get(a) ?? 0) - (port.get(b) ?? 0));
  }
  return hung;
}
