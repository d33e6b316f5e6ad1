// Nobody is left out: axe finds nothing to complain of, in both themes and with everything open; and the main job is done
// by keyboard alone.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { open, useBrowser } from './browser.js';
import { inProgram, press, ready, standsAt, stepTo } from './learner.js';

useBrowser();

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe complains of, one line each. @param {import('playwright-core').Page} page */
async function complaints(page) {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = /** @type {any} */ (window);
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run(document, { runOnly: tags });
    return violations.flatMap((/** @type {any} */ violation) =>
      violation.nodes.map((/** @type {any} */ node) => `${violation.id}: ${node.target} (${node.failureSummary})`),
    );
  });
}

for (const dark of [false, true]) {
  for (const width of [1440, 360]) {
    test(`axe finds nothing: ${dark ? 'dark' : 'light'}, ${width} px`, async () => {
      const { page, close } = await open({
        dark,
        width,
        height: width === 360 ? 740 : 900,
      });
      await page.locator('[data-testid="step-line"]:enabled').waitFor();
      const look = async (/** @type {string} */ what) => assert.deepEqual(await complaints(page), [], what);
      await look('at first');
      await stepTo(page, 'optimizer.step()');
      await look('in the code');
      if (width === 360) await press(page, 'tab-graph');
      await page.getByTestId('graph-item').filter({ hasText: '0: Linear' }).click();
      if (width === 360) await press(page, 'tab-inspect');
      await page.getByTestId('tensor-canvas').first().waitFor();
      await look('a module inspected');
      if (width === 360) await press(page, 'tab-output');
      await press(page, 'plot-variables');
      await look('output and variables');
      await page.keyboard.press('Control+k');
      await page.getByTestId('command-palette').waitFor();
      await look('the command palette');
      await page.keyboard.press('Escape');
      await page.getByTestId('command-palette').waitFor({ state: 'hidden' });
      await page.keyboard.press('?');
      await page.getByTestId('help-sheet').waitFor();
      await look('help');
      await page.keyboard.press('Escape');
      await page.getByTestId('help-sheet').waitFor({ state: 'hidden' });
      await page.keyboard.press('a');
      await page.getByTestId('palette-search').waitFor();
      await look('layers');
      await close();
    });
  }
}

test('by keyboard alone: the editor, a step, a module opened, a layer edited', async () => {
  const { page, close } = await open();
  await ready(page);
  const focused = () =>
    page.evaluate(() => ({
      id: document.activeElement?.closest('[data-testid]')?.getAttribute('data-testid') ?? '',
      label: document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? '',
    }));
  /** Tabs until what has the focus is this. @param {(at: { id: string, label: string }) => boolean} wanted @param {string} [key] */
  const tabTo = async (wanted, key = 'Tab') => {
    for (let presses = 0; presses < 90; presses++) {
      if (wanted(await focused())) return;
      await page.keyboard.press('Tab');
    }
    assert.fail('Tab never came there');
  };

  // Into the editor, where Tab indents, and out of it again.
  await tabTo(({ id }) => id === 'editor');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  assert.notEqual((await focused()).id, 'editor');

  // A step with its key, then with the button that Tab leads to.
  await page.keyboard.press('F10');
  await standsAt(page, 'from torch import nn');
  await tabTo(({ id }) => id === 'step-line');
  await page.keyboard.press('Enter');
  await standsAt(page, 'from sklearn');

  // The graph: the arrow keys walk it, Enter opens a module.
  await page.keyboard.press('Alt+2');
  for (let presses = 0; presses < 20 && !(await focused()).label.startsWith('0: Linear'); presses++) {
    await page.keyboard.press('ArrowDown');
  }
  assert.match((await focused()).label, /^0: Linear, module, closed/);
  await page.keyboard.press('Enter');
  await page.getByTestId('graph-item').filter({ hasText: 'weight' }).waitFor();
  assert.match((await focused()).label, /^0: Linear, module, open/);

  // A layer's argument, in its form.
  await page.keyboard.press('a');
  await page.getByTestId('palette-search').waitFor();
  await tabTo(({ label }) => /^0 Linear\(64, 32\)$/.test(label), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await tabTo(({ id }) => id === 'field-out_features');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('48');
  await page.keyboard.press('Enter');
  await inProgram(page, 'nn.Linear(64, 48)');
  await close();
});
