// What a learner does and sees, said once for all tests of the page.

import assert from 'node:assert/strict';

/** @typedef {import('playwright-core').Page} Page */

/** Waits until the engine stands still with a program loaded and its picture drawn. @param {Page} page */
export async function ready(page) {
  await page.locator('[data-testid="step-line"]:enabled').waitFor();
  await page.getByTestId('graph-item').first().waitFor();
}

/** Presses an enabled button. @param {Page} page @param {string} id its test id */
export async function press(page, id) {
  await page.locator(`[data-testid="${id}"]:enabled:visible`).first().click();
}

/** Chooses an example from the menu. @param {Page} page @param {string} name */
export async function example(page, name) {
  await press(page, 'examples');
  await press(page, `example-${name}`);
}

/** Waits until a line with this text is the current one. @param {Page} page @param {string} text */
export async function standsAt(page, text) {
  await page.locator('.cm-line.k-now', { hasText: text }).waitFor();
}

/** Steps by line until a line with this text is the current one. @param {Page} page @param {string} text */
export async function stepTo(page, text) {
  for (let presses = 0; presses < 40; presses++) {
    const now = await page.locator('.cm-line.k-now').first().textContent({ timeout: 5000 }).catch(() => '');
    if (now?.includes(text)) return;
    await press(page, 'step-line');
    await page.waitForFunction(
      (before) => document.querySelector('.cm-line.k-now')?.textContent !== before,
      now,
    );
  }
  assert.fail(`never came to a line with ${text}`);
}

/** Waits for a text in the console. @param {Page} page @param {string | RegExp} text */
export async function says(page, text) {
  await page.getByTestId('output').filter({ hasText: text }).first().waitFor();
}

/** Waits for a text in the error panel. @param {Page} page @param {string | RegExp} text */
export async function fails(page, text) {
  await page.getByTestId('failure').filter({ hasText: text }).first().waitFor();
}

/** Waits until the summary of `.grad` reads so. @param {Page} page @param {string | RegExp} text */
export async function gradsAre(page, text) {
  await page.getByTestId('grad-summary').filter({ hasText: text }).waitFor();
}

/** Replaces the program in the editor. @param {Page} page @param {string} text */
export async function write(page, text) {
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}

/** Waits until the editor shows this text. @param {Page} page @param {string} text */
export async function inProgram(page, text) {
  await page.locator('.cm-content', { hasText: text }).waitFor();
}

/** Whether something is drawn in a part of the page: its picture has more than a few colours. @param {import('playwright-core').Locator} part */
export async function isDrawn(part) {
  const { PNG } = await import('pngjs');
  const picture = PNG.sync.read(await part.screenshot());
  const colours = new Set();
  for (let at = 0; at < picture.data.length; at += 4) colours.add(picture.data.readUInt32BE(at));
  return colours.size > 8;
}

/** Asks at the prompt. @param {Page} page @param {string} text */
export async function ask(page, text) {
  await page.getByTestId('prompt').fill(text);
  await page.keyboard.press('Enter');
}

/** All that the console shows. @param {Page} page */
export async function said(page) {
  return (await page.getByTestId('output').locator('pre').allTextContents()).join('\n');
}
