// Runs every program under every engine in this one worker, in turn, and says how fast each was.

import * as jax from './engines/jax.js';
import * as kindling from './engines/kindling.js';
import * as tfjs from './engines/tfjs.js';

/** Steps of one timing: about half a second for the slowest engine. */
const STEPS = /** @type {Record<string, number>} */ ({ small: 3000, digits: 800, cnn: 100, transformer: 30 });
const ROUNDS = 5;

onmessage = async ({ data: { base } }) => {
  try {
    await Promise.all([tfjs.start(base), jax.start(), kindling.start()]);
    for (const program of kindling.programs) postMessage({ program, rates: measure(program) });
    postMessage({ done: true });
  } catch (error) {
    postMessage({ error: String(error instanceof Error ? error.stack : error) });
  }
};

/** Rates by engine, one a round: the engines take turns, so that a slow moment of the machine slows all of them. */
function measure(/** @type {string} */ program) {
  const peers = [tfjs, jax].filter((engine) => program in engine.programs);
  const steps = peers.map((engine) => engine.programs[program]());
  steps.forEach((step) => repeat(step, STEPS[program] / 10));
  /** @type {Record<string, number[]>} */
  const rates = {};
  const note = (/** @type {string} */ name, /** @type {number} */ rate) => (rates[name] ??= []).push(rate);
  for (let round = 0; round < ROUNDS; round++) {
    note(kindling.name, kindling.run(program, STEPS[program]));
    peers.forEach((engine, i) => note(engine.name, repeat(steps[i], STEPS[program])));
  }
  return rates;
}

function repeat(/** @type {() => number} */ step, /** @type {number} */ times) {
  const start = performance.now();
  let loss = NaN;
  for (let i = 0; i < times; i++) loss = step();
  if (!Number.isFinite(loss)) throw new Error(`the loss is ${loss}`);
  return (1000 * times) / (performance.now() - start);
}
