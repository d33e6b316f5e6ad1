// Stepping prints what running prints, in the browser as natively.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, useBrowser } from './browser.js';
import { example, press, ready, said } from './learner.js';

useBrowser();

for (const name of ['line.py', 'moons.py', 'digits.py', 'own_loss.py']) {
  test(`${name}: stepped to the end and run to the end`, async () => {
    const { page, close } = await open();
    await ready(page);
    await example(page, name);
    await ready(page);
    await press(page, 'run');
    await ended(page);
    const run = await said(page);
    assert.ok(run.length > 40, run);

    await press(page, 'restart');
    await page.getByTestId('output').filter({ hasText: 'What the program prints' }).waitFor();
    for (const unit of ['line', 'line', 'into', 'op', 'phase', 'op', 'phase']) await press(page, `step-${unit}`);
    await stepToTheEnd(page);
    await ended(page);
    assert.equal(await said(page), run);
    await close();
  });
}

/** @param {import('playwright-core').Page} page */
const ended = (page) => page.getByTestId('where').filter({ hasText: 'finished' }).waitFor();

/** Presses Iteration whenever it can be pressed, at most once a frame. @param {import('playwright-core').Page} page */
const stepToTheEnd = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const part = (/** @type {string} */ id) => document.querySelector(`[data-testid="${id}"]`);
        const press = () => {
          if (part('where')?.textContent?.includes('finished')) return resolve(null);
          const button = part('step-iteration');
          if (button instanceof HTMLElement && button.ariaDisabled === 'false') button.click();
          requestAnimationFrame(press);
        };
        press();
      }),
  );
