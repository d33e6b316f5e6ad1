/** What the names at the top of a program stand for: `F` is which module, `Linear` which class. */

const FROM = /^[ \t]*from[ \t]+([\w.]+)[ \t]+import[ \t]+(?:\(([^)]*)\)|(.*))/gm;
const IMPORT = /^[ \t]*import[ \t]+(.*)/gm;

/** @param {string} text a program @returns {Map<string, string>} from a name to its full path */
export function importsOf(text) {
  const found = new Map();
  for (const [, place = '', lines, line] of text.matchAll(FROM)) {
    for (const { path, as } of named(lines ?? line ?? '')) found.set(as ?? path, `${place}.${path}`);
  }
  for (const [, line = ''] of text.matchAll(IMPORT)) {
    for (const { path, as } of named(line)) {
      if (as) found.set(as, path);
      // `import a.b` gives the name `a`.
      else found.set(path.split('.')[0], path.split('.')[0]);
    }
  }
  return found;
}

/** @param {string} list `a, b as c  # why` @returns {{ path: string, as?: string }[]} */
function named(list) {
  return [...list.replace(/#.*/gm, '').matchAll(/([\w.]+)(?:\s+as\s+(\w+))?/g)].map(([, path = '', as]) => ({
    path,
    as,
  }));
}
