// The first minute: the page opens on the digits, and a few presses show a training step.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, useBrowser } from './browser.js';
import { gradsAre, inProgram, isDrawn, press, ready, says, standsAt, stepTo } from './learner.js';

useBrowser();

test('opens on the digits, before the first line, with the picture of a dry iteration', async () => {
  const { page, close } = await open();
  await ready(page);
  await inProgram(page, 'load_digits');
  await page.getByTestId('graph').getByText('64×32').first().waitFor();
  assert.ok(await isDrawn(page.getByTestId('graph').first()), 'the graph is drawn');
  await close();
});

test('steps line by line, into a layer and out again', async () => {
  const { page, close } = await open();
  await ready(page);
  await press(page, 'step-line');
  await standsAt(page, 'from torch import nn');
  await stepTo(page, 'logits = model');
  await press(page, 'step-into');
  await page.getByText('module.py').first().waitFor();
  // Out of forward, out of the call: back in the learner's own text.
  for (let outs = 0; outs < 4 && !(await page.locator('.cm-line.k-now:visible').count()); outs++) {
    await press(page, 'step-out');
    await page.locator('.cm-line.k-now:visible').waitFor({ timeout: 3000 }).catch(() => {});
  }
  await page.locator('.cm-line.k-now:visible').waitFor();
  await close();
});

test('a phase at a time: forward, loss, zero_grad, backward, step', async () => {
  const { page, close } = await open();
  await ready(page);
  await stepTo(page, 'logits = model');
  for (const line of ['loss = loss_fn', 'optimizer.zero_grad()', 'loss.backward()', 'optimizer.step()']) {
    await press(page, 'step-phase');
    await standsAt(page, line);
  }
  await gradsAre(page, /fresh/i);
  await close();
});

test('runs to the end without freezing, and says what PyTorch says', async () => {
  const { page, close } = await open();
  await ready(page);
  await page.evaluate(() => {
    const seen = /** @type {any} */ (window);
    seen.longest = 0;
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) seen.longest = Math.max(seen.longest, task.duration);
    }).observe({ type: 'longtask' });
  });
  await press(page, 'run');
  await says(page, 'step   0  loss 2.3');
  await says(page, /reads 270 of 297 new digits correctly/);
  assert.ok(await isDrawn(page.getByTestId('loss-curve').first()), 'the loss curve is drawn');
  await close();
});
