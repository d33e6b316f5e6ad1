// The program is the document: layers by palette, a shape broken and mended, kept over a reload, held by a link.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, useBrowser } from './browser.js';
import { fails, inProgram, press, ready, says, write } from './learner.js';

useBrowser();

const CLASH = `import torch
from torch import nn

model = nn.Sequential(
    nn.Linear(64, 32),  # a comment that stays
    nn.ReLU(),
    nn.Linear(30, 10),
)
x = torch.randn(5, 64)
y = model(x)
print(y.shape)
`;

test('a layer from the palette is put into the text', async () => {
  const { page, close } = await open();
  await ready(page);
  await press(page, 'add-layer');
  await page.getByTestId('palette-search').fill('Tanh');
  await press(page, 'layer-Tanh');
  await press(page, 'palette-add');
  await inProgram(page, 'nn.Tanh()');
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+z');
  await page.waitForFunction(() => !document.querySelector('.cm-content')?.textContent?.includes('nn.Tanh()'));
  await close();
});

test('shapes that do not fit are named with their rule, and a button mends them', async () => {
  const { page, close } = await open();
  await ready(page);
  await write(page, CLASH);
  await page.getByText('mat1 and mat2 shapes cannot be multiplied (5x32 and 30x10)').first().waitFor();
  await press(page, 'repair');
  await inProgram(page, 'nn.Linear(32, 10)');
  await inProgram(page, '# a comment that stays');
  await press(page, 'run');
  await says(page, 'torch.Size([5, 10])');
  await close();
});

test('what was typed survives a reload', async () => {
  const { page, close } = await open();
  await ready(page);
  await write(page, 'print("kept", 6 * 7)\n');
  await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes('kept'));
  await page.reload();
  await inProgram(page, 'print("kept", 6 * 7)');
  await press(page, 'run');
  await says(page, 'kept 42');
  await close();
});

test('a link holds the program; garbage in a link is said, and nothing is lost', async () => {
  const { page, close } = await open();
  await ready(page);
  await write(page, 'print("from a link")\n');
  await press(page, 'share');
  const field = page.getByTestId('share-link');
  await page.waitForFunction(() => document.querySelector('[data-testid="share-link"]'));
  const link = (await field.inputValue().catch(() => field.innerText())).trim();
  assert.match(link, /#p=/);
  await close();

  const other = await open({ path: link.slice(link.indexOf('#')) });
  await inProgram(other.page, 'print("from a link")');
  await press(other.page, 'run');
  await says(other.page, 'from a link');
  await other.close();

  const garbage = await open({ path: '#p=%%%not-a-program' });
  await garbage.page.getByTestId('notice').filter({ hasText: 'does not hold a program' }).waitFor();
  await ready(garbage.page);
  await garbage.close();
});

test('an endless loop can be stopped; an endless recursion and a huge tensor are errors', async () => {
  const { page, close } = await open();
  await ready(page);
  await write(page, 'n = 0\nwhile True:\n    n += 1\n');
  await press(page, 'run');
  await press(page, 'stop');
  await fails(page, 'KeyboardInterrupt');
  await write(page, 'def f():\n    return f()\nf()\n');
  await press(page, 'run');
  await fails(page, 'maximum recursion depth exceeded');
  await write(page, 'import torch\nx = torch.zeros(1000000, 1000000)\n');
  await press(page, 'run');
  await fails(page, "can't allocate memory");
  await close();
});
