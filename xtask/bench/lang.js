// Runs Python programs in headless Chromium and prints the milliseconds that each took, and those of `import torch`.

import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const ROUNDS = 5;
const address = process.env.KINDLING_ADDRESS ?? '';
const browser = await chromium.launch({
  executablePath: process.env.KINDLING_CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
});
try {
  for (const path of process.argv.slice(2)) {
    const page = await open();
    let best = Infinity;
    for (let round = 0; round < ROUNDS; round++) best = Math.min(best, (await run(page, readFileSync(path, 'utf8'))).run);
    console.log(best.toFixed(1));
    await page.close();
  }
  // The first import of a page, as a learner meets it: nothing is warm but the machine itself.
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const page = await open();
    const nothing = await run(page, 'pass\n');
    best = Math.min(best, (await run(page, 'import torch\n')).rehearsal - nothing.rehearsal);
    await page.close();
  }
  console.log(best.toFixed(1));
} finally {
  await browser.close();
}

/** A page with the engine in it. */
async function open() {
  const page = await browser.newPage();
  await page.route('**/bench.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await page.goto(new URL('bench.html', address).href);
  await page.evaluate(async (url) => {
    const engine = await import(url);
    await engine.default();
    Object.assign(window, { engine });
  }, new URL('kindling.js', address).href);
  return page;
}

/**
 * Milliseconds of the rehearsal that follows loading, which imports first, and of one run at full speed.
 * @param {import('playwright-core').Page} page @param {string} text
 */
function run(page, text) {
  return page.evaluate((text) => {
    const kindling = new /** @type {any} */ (window).engine.Kindling();
    const timed = (/** @type {object} */ command) => {
      const start = performance.now();
      kindling.command(command);
      do {
        const update = kindling.slice(10_000_000);
        if (update?.error) throw new Error(update.error.traceback);
      } while (kindling.busy());
      return performance.now() - start;
    };
    const rehearsal = timed({ do: 'load', name: 'bench.py', text });
    const run = timed({ do: 'run', record: false });
    kindling.free();
    return { rehearsal, run };
  }, text);
}
