// Opens the bench page in headless Chromium and prints the table of ratios. `--json` prints a line per program and engine.

import { chromium } from 'playwright-core';

const json = process.argv.includes('--json');
const REFERENCE = 'tfjs-wasm';
const browser = await chromium.launch({
  executablePath: process.env.KINDLING_CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
});
try {
  const page = await browser.newPage();
  await page.goto(process.env.KINDLING_ADDRESS ?? '');
  let read = 0;
  for (let done = false; !done; ) {
    await page.waitForFunction((read) => /** @type {any} */ (window).said.length > read, read, { timeout: 600_000 });
    const said = await page.evaluate((read) => /** @type {any} */ (window).said.slice(read), read);
    read += said.length;
    for (const line of said) {
      if (line.error) throw new Error(line.error);
      if (line.done) done = true;
      else report(line.program, line.rates);
    }
  }
} finally {
  await browser.close();
}

/** @param {string} program @param {Record<string, number[]>} rates */
function report(program, rates) {
  const reference = rates[REFERENCE];
  for (const [engine, own] of Object.entries(rates)) {
    const ratio = reference ? median(own.map((rate, round) => rate / reference[round])) : null;
    if (json) {
      console.log(JSON.stringify({ program, engine, steps_per_s: median(own), ratio_to_tfjs_wasm: ratio }));
    } else {
      const shown = ratio === null ? '-' : ratio.toFixed(2);
      console.log(`${program.padEnd(12)} ${engine.padEnd(10)} ${median(own).toFixed(0).padStart(8)} steps/s  ${shown.padStart(6)} x ${REFERENCE}`);
    }
  }
}

/** @param {number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
