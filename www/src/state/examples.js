/** The programs to start from: the files of `www/examples`, as text. */

/** @type {Record<string, string>} */
const FILES = import.meta.glob('../../examples/*.py', { query: '?raw', import: 'default', eager: true });

/** From the smallest to the largest; others follow by name. */
const ORDER = ['line.py', 'moons.py', 'digits.py', 'own_loss.py'];
const TITLES = /** @type {Record<string, string>} */ ({
  'line.py': 'A line, by hand',
  'moons.py': 'Two moons',
  'digits.py': 'Handwritten digits',
  'own_loss.py': 'A loss of your own',
});

/** What opens when there is nothing else. */
export const FIRST = 'digits.py';

/** @typedef {{ name: string, title: string, says: string, text: string }} Example */

/** @type {Example[]} */
export const examples = Object.entries(FILES)
  .map(([path, text]) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    // An example says in its first line what it is.
    const says = /^#\s*(.*)/.exec(text)?.[1] ?? '';
    return { name, title: TITLES[name] ?? name, says, text };
  })
  .sort((a, b) => rank(a.name) - rank(b.name) || a.name.localeCompare(b.name));

/** @param {string} name */
function rank(name) {
  const at = ORDER.indexOf(name);
  return at < 0 ? ORDER.length : at;
}
