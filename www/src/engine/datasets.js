/** Data sets that come with the page: fetched when a program first names them, and put where the library looks. */

/** @typedef {{ named: RegExp, path: string, url: URL }} DataSet */

/** @type {DataSet[]} */
const SETS = [
  {
    named: /\bMNIST\b/,
    path: '/usr/share/kindling/mnist-subset.bin',
    url: new URL('./data/mnist-subset.bin', import.meta.url),
  },
];

/** @type {Set<DataSet>} */
const asked = new Set();

/** The sets that a text names and nothing has asked for yet. @param {string | undefined} text */
export function named(text) {
  return text ? SETS.filter((set) => !asked.has(set) && set.named.test(text)) : [];
}

/**
 * Fetches sets and hands each that came to `put`. One that did not come is asked for again by the next program; this one
 * says so itself when it runs.
 * @param {DataSet[]} sets
 * @param {(path: string, bytes: Uint8Array) => void} put
 */
export async function fetchAll(sets, put) {
  for (const set of sets) {
    asked.add(set);
    try {
      const response = await fetch(set.url);
      if (!response.ok) throw new Error(response.statusText);
      put(set.path, new Uint8Array(await response.arrayBuffer()));
    } catch {
      asked.delete(set);
    }
  }
}
