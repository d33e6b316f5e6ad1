// The same work as Python programs, run unrecorded by Kindling's own session.

import start_, { Kindling } from '../../../www/src/engine/pkg/kindling.js';
import wasm from '../../../www/src/engine/pkg/kindling_bg.wasm?url';

const texts = import.meta.glob('../programs/*.py', { query: '?raw', import: 'default', eager: true });

export const name = 'kindling';

export async function start() {
  await start_({ module_or_path: wasm });
}

export const programs = Object.keys(texts).map((path) => path.slice('../programs/'.length, -'.py'.length));

/** How long a slice may take, in milliseconds: as in the page's worker. */
const SLICE = 10;

/**
 * Trains for a number of steps and returns how many it made a second. A program's own clock counts instructions, so the
 * time is taken here: from the slice that says the second line `steps N` (the first was the warm-up) to the end.
 * @param {string} program @param {number} steps
 */
export function run(program, steps) {
  const text = /** @type {string} */ (texts[`../programs/${program}.py`]).replace('STEPS', String(steps));
  const kindling = new Kindling();
  kindling.command({ do: 'load', name: `${program}.py`, text });
  kindling.command({ do: 'run', record: false });
  let output = '';
  let start = NaN;
  let instructions = 1000;
  do {
    const before = performance.now();
    const update = kindling.slice(instructions);
    if (update?.error) throw new Error(update.error.traceback);
    output += (update?.output ?? []).map((/** @type {{ text: string }} */ chunk) => chunk.text).join('');
    if (Number.isNaN(start) && output.includes(`steps ${steps}\n`)) start = before;
    instructions *= Math.min(2, Math.max(0.5, SLICE / (performance.now() - before)));
  } while (kindling.busy());
  const seconds = (performance.now() - start) / 1000;
  kindling.free();
  if (!(seconds > 0) || !/loss \d/.test(output)) throw new Error(`${program}.py did not train; it said: ${output}`);
  return steps / seconds;
}
