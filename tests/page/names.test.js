// Names are offered while typing and explained when pointed at, from the one list that the reference is made of.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inProgram, ready, write } from './learner.js';
import { open, useBrowser } from './browser.js';

useBrowser();

const PROGRAM = 'import torch\nfrom torch import nn\n\nscores = torch.ones(2, 3)\nlayer = nn.Linear(3, 4)\n';

/** @param {import('playwright-core').Page} page */
const offered = (page) => page.locator('.cm-tooltip-autocomplete li .cm-completionLabel');

/** Puts the mouse on a word of the program. @param {import('playwright-core').Page} page @param {string} word */
async function pointAt(page, word) {
  const [x, y] = await page.evaluate((word) => {
    const walker = document.createTreeWalker(document.querySelector('.cm-content') ?? document, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(word) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + word.length);
      const { left, width, top, height } = range.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    }
    throw new Error(`the program has no ${word}`);
  }, word);
  await page.mouse.move(x, y);
}

test('layers, their arguments and a tensor’s methods are offered while typing', async () => {
  const { page, close } = await open();
  await ready(page);
  await write(page, PROGRAM);
  await page.getByTestId('shape-hint').filter({ hasText: 'scores' }).waitFor();
  await page.keyboard.type('drop = nn.Dropo');
  await offered(page).filter({ hasText: /^Dropout2d$/ }).waitFor();
  assert.equal(await offered(page).first().textContent(), 'Dropout');
  await page.getByTestId('name-card').filter({ hasText: 'nn.Dropout(p=0.5' }).waitFor();
  await offered(page).first().click();
  await page.keyboard.type('(');
  await page.keyboard.press('Control+Space');
  await offered(page).filter({ hasText: 'inplace=' }).waitFor();
  assert.equal(await offered(page).first().textContent(), 'p=');
  await offered(page).first().click();
  await page.keyboard.type('0.1)\nscores.softma');
  await offered(page).first().filter({ hasText: /^softmax$/ }).click();
  await inProgram(page, 'drop = nn.Dropout(p=0.1)');
  await inProgram(page, 'scores.softmax');
  await close();
});

test('a name that is pointed at says signature, formula and shapes, and leads to its page', async () => {
  const { page, close } = await open();
  await ready(page);
  await write(page, PROGRAM);
  await pointAt(page, 'Linear');
  const card = page.getByTestId('name-card');
  await card.locator('math').waitFor();
  assert.match((await card.textContent()) ?? '', /nn\.Linear\(in_features, out_features/);
  assert.match((await card.textContent()) ?? '', /\(\*, in_features\)/);
  const [reference] = await Promise.all([page.waitForEvent('popup'), card.getByRole('link').click()]);
  await reference.getByTestId('reference-title').filter({ hasText: 'nn.Linear' }).waitFor();
  await close();
});
