// The same work as Python programs, run unrecorded by Kindling's own session.

import start_, { Kindling } from '../../../www/src/engine/pkg/kindling.js';
import wasm from '../../../www/src/engine/pkg/kindling_bg.wasm?url';

const texts = import.meta.glob('../programs/*.py', { query: '?raw', import: 'default', eager: true });

export const name = 'kindling';

export async function start() {
  await start_({ module_or_path: wasm });
}

export const programs = Object.keys(texts).map((path) => path.slice('../programs/'.length, -'.py'.length));

/**
 * Trains for a number of steps and returns how many it made a second, by the program's own clock.
 * @param {string} program @param {number} steps
 */
export function run(program, steps) {
  const text = /** @type {string} */ (texts[`../programs/${program}.py`]).replace('STEPS', String(steps));
  const kindling = new Kindling();
  kindling.command({ do: 'load', name: `${program}.py`, text });
  kindling.command({ do: 'run', record: false });
  let output = '';
  for (;;) {
    const update = kindling.slice(10_000_000);
    output += (update?.output ?? []).map((/** @type {{ text: string }} */ chunk) => chunk.text).join('');
    if (update?.error) throw new Error(update.error.traceback);
    if (!kindling.busy()) break;
  }
  kindling.free();
  const rates = [...output.matchAll(/steps_per_s (\S+)/g)];
  if (rates.length !== 2) throw new Error(`expected two timings from ${program}.py, got: ${output}`);
  return Number(rates[1][1]);
}
