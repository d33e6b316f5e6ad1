// The learner is the training loop: its acts in any order, with PyTorch's consequences.

import { test } from 'node:test';
import { open, useBrowser } from './browser.js';
import { fails, gradsAre, press, ready, says, stepTo } from './learner.js';

useBrowser();

async function atTheLoop() {
  const opened = await open();
  await ready(opened.page);
  await stepTo(opened.page, 'logits = model');
  return opened;
}

test('backward twice is refused in the words of PyTorch, and the program stands where it stood', async () => {
  const { page, close } = await atTheLoop();
  await press(page, 'act-forward');
  await press(page, 'act-loss');
  await press(page, 'act-backward');
  await gradsAre(page, /fresh/i);
  await press(page, 'act-backward');
  await fails(page, 'Trying to backward through the graph a second time');
  await press(page, 'act-forward');
  await press(page, 'act-loss');
  await press(page, 'act-backward');
  await gradsAre(page, '×2');
  await close();
});

test('a forgotten zero_grad piles up; zero_grad makes None', async () => {
  const { page, close } = await atTheLoop();
  for (let times = 0; times < 3; times++) {
    for (const act of ['act-forward', 'act-loss', 'act-backward']) await press(page, act);
  }
  await gradsAre(page, '×3');
  await press(page, 'act-zero-grad');
  await gradsAre(page, 'None');
  await close();
});

test('the prompt evaluates in the paused frame', async () => {
  const { page, close } = await atTheLoop();
  await page.getByTestId('prompt').locator('input, textarea, [contenteditable]').or(page.locator('input[data-testid="prompt"], textarea[data-testid="prompt"]')).first().fill('images[batch].shape');
  await page.keyboard.press('Enter');
  await says(page, 'torch.Size([64, 64])');
  await close();
});
