// The page is drawn at every size and in both themes, and never wider than its window.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, useBrowser } from './browser.js';
import { isDrawn, press, ready, stepTo } from './learner.js';

useBrowser();

for (const width of [1440, 1024, 360]) {
  for (const dark of [false, true]) {
    test(`${width} px, ${dark ? 'dark' : 'light'}`, async () => {
      const { page, close } = await open({ width, height: width === 360 ? 740 : 900, dark });
      await page.locator('[data-testid="step-line"]:enabled').waitFor();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `the page is ${overflow} px wider than its window`);
      if (width === 360) await press(page, 'tab-graph');
      await page.getByTestId('graph-item').first().waitFor();
      assert.ok(await isDrawn(page.locator('[data-testid="graph"]:visible').first()), 'the graph is drawn');
      await close();
    });
  }
}

test('a heat map of a tensor is drawn in the inspector', async () => {
  const { page, close } = await open();
  await ready(page);
  await stepTo(page, 'logits = model');
  await press(page, 'step-line');
  await page.getByTestId('graph-item').filter({ hasText: 'Linear' }).first().click();
  const canvas = page.getByTestId('tensor-canvas').first();
  await canvas.waitFor();
  assert.ok(await isDrawn(canvas), 'the heat map is drawn');
  await close();
});
