/**
 * The reference's data, asked of the engine while the page is built: `virtual:reference` is what the wasm module answers,
 * so that page and engine cannot disagree, and a reader of the reference waits for no engine. `virtual:names` is the short
 * list made of it, for the editor.
 */
import { readFile } from 'node:fs/promises';
import { namesOf } from './names.js';

const ID = 'virtual:reference';
const SHORT = 'virtual:names';
const NAMES = new URL('../../src/library/names/torch.txt', import.meta.url);
const REASONS = new URL('../../src/library/names/absent.txt', import.meta.url);

/** @param {string} engine the file of the engine's JavaScript @returns {import('vite').Plugin} */
export function referenceData(engine) {
  /** @type {ReturnType<typeof ask> | undefined} */
  let asked;
  return {
    name: 'kindling-reference',
    resolveId: (id) => ([ID, SHORT].includes(id) ? `\0${id}` : null),
    async load(id) {
      if (id !== `\0${ID}` && id !== `\0${SHORT}`) return null;
      const data = await (asked ??= ask(engine));
      const wanted = id === `\0${ID}` ? data : namesOf(data);
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(wanted))});`;
    },
  };
}

/** @param {string} engine */
async function ask(engine) {
  const { Kindling, initSync } = await import(/* @vite-ignore */ engine);
  // The scripted engine, for work on the page alone, has no wasm module and nothing to start.
  initSync?.({ module: await readFile(engine.replace(/\.js$/, '_bg.wasm')) });
  return { entries: entriesOf(new Kindling()), places: await placesOf(new Kindling()) };
}

/** @param {any} engine */
function entriesOf(engine) {
  const answer = engine.command({ do: 'reference' });
  return answer?.answer === 'reference' ? answer.entries : [];
}

/** PyTorch's public names by place, and those of them that a program cannot have here, with the reason. @param {any} engine */
async function placesOf(engine) {
  const places = sections(await readFile(NAMES, 'utf8')).map(([place, names]) => ({
    place,
    names: names.split(/\s+/),
  }));
  const missing = /** @type {Record<string, string[]>} */ (JSON.parse(run(engine, question(places)) || '{}'));
  const reasonOf = reasons(await readFile(REASONS, 'utf8').catch(() => ''));
  return places.map(({ place, names }) => ({
    place,
    names,
    absent: (missing[place] ?? []).map((name) => [name, reasonOf(place, name)]),
  }));
}

/** `[heading]` and the text below it. @param {string} text @returns {[string, string][]} */
const sections = (text) =>
  text
    .split(/^\[/m)
    .slice(1)
    .map((part) => /** @type {[string, string]} */ (part.trim().split(/\]\s+/)));

/** A program that prints which of the names are missing. @param {{ place: string, names: string[] }[]} places */
function question(places) {
  const asks = places.map(
    ({ place, names }) =>
      `try:\n    try:\n        import ${place} as at\n    except ImportError:\n        at = ${place}\n` +
      `except AttributeError:\n    at = None\nmissing["${place}"] = [n for n in "${names.join(' ')}".split() if not hasattr(at, n)]\n`,
  );
  return `import json\nimport torch\n\nmissing = {}\n${asks.join('')}print(json.dumps(missing))\n`;
}

/** What a program prints. @param {any} engine @param {string} text */
function run(engine, text) {
  let printed = '';
  const settle = () => {
    for (let slices = 0; engine.busy() && slices < 100_000; slices++) {
      const update = engine.slice(1_000_000);
      if (update?.clear) printed = '';
      printed += (update?.output ?? []).map((/** @type {{ text: string }} */ chunk) => chunk.text).join('');
      if (update?.error) throw new Error(`the question about names failed: ${update.error.message}`);
    }
  };
  engine.command({ do: 'load', name: 'names.py', text });
  settle();
  engine.command({ do: 'run', record: false });
  settle();
  return printed;
}

/** @param {string} text the reasons' file @returns {(place: string, name: string) => string} */
function reasons(text) {
  const rules = sections(text).flatMap(([reason, lines]) =>
    (lines ?? '').split('\n').map((line) => {
      const [place = '', names = ''] = line.split(': ');
      const patterns = names.split(/\s+/).map((name) => name.replaceAll('*', '.*'));
      return { reason, place, names: new RegExp(`^(?:${patterns.join('|')})$`) };
    }),
  );
  return (place, name) => rules.find((rule) => rule.place === place && rule.names.test(name))?.reason ?? '';
}
