// The reference: found, read, run, and taken to the main page.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, useBrowser } from './browser.js';
import { inProgram, ready } from './learner.js';

useBrowser();

test('an op is found by a few letters, and its example prints what PyTorch prints', async () => {
  const { page, close } = await open({ path: '/reference/' });
  await page.getByTestId('reference-search').fill('multiply');
  await page.keyboard.press('Enter');
  await page.getByTestId('reference-title').filter({ hasText: 'torch.mul' }).waitFor();
  await page.locator('math').first().waitFor();
  await page.getByTestId('example-run').click();
  const output = page.getByTestId('example-output');
  await output.waitFor();
  assert.equal(
    await output.textContent(),
    `tensor([[ 2.0000,  1.0000,  0.7500],
        [-9.0000, -3.7500,  0.5000]], grad_fn=<MulBackward0>)
tensor([[ 2.0000, -0.5000,  1.5000],
        [-3.0000,  2.5000,  0.2500]])
tensor([[ 1.0000, -2.0000,  0.5000],
        [ 3.0000, -1.5000,  2.0000]])
`,
  );
  await close();
});

test('an example can be changed, and says what goes wrong in the words of PyTorch', async () => {
  const { page, close } = await open({ path: '/reference/#torch.nn.Linear' });
  await page.getByTestId('example-code').fill('import torch\ntorch.ones(2, 3) @ torch.ones(2, 3)');
  await page.keyboard.press('Control+Enter');
  await page.getByTestId('example-failure').filter({ hasText: 'mat1 and mat2 shapes cannot be multiplied' }).waitFor();
  await close();
});

test('an example opens in the main page', async () => {
  const { page, close } = await open({ path: '/reference/#torch.optim.Adam' });
  const link = page.getByTestId('example-open');
  await page.waitForFunction(() =>
    document.querySelector('[data-testid=example-open]')?.getAttribute('href')?.includes('#p='),
  );
  await link.click();
  await inProgram(page, 'optim.Adam([w]');
  await close();
});

test('the whole reference can be walked by keyboard, on a phone and at night', async () => {
  const { page, close } = await open({ path: '/reference/', width: 360, height: 740, dark: true });
  await page.getByRole('heading', { name: 'Layers', level: 2, exact: true }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('conv2d');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByTestId('reference-title').filter({ hasText: /conv2d/i }).waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  assert.equal(wide, false, 'nothing is wider than the phone');
  await close();
});

test('every public name of PyTorch is here or says why not', async () => {
  const { page, close } = await open({ path: '/reference/#coverage' });
  await page.getByTestId('coverage-search').fill('torch.nn.Linear');
  await page.getByRole('link', { name: 'Linear', exact: true }).waitFor();
  await page.getByTestId('coverage-search').fill('');
  assert.equal(await page.getByText('no reason given').count(), 0);
  await close();
});

test('the reference is reached from the page, with or without the slash, and starts no engine before one is needed', async () => {
  const { page, close } = await open();
  await ready(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('multiply');
  const [found] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('Enter')]);
  await found.getByTestId('reference-link').filter({ hasText: 'torch.mul' }).waitFor();
  await page.getByTestId('graph-item').filter({ hasText: '0: Linear' }).click();
  const [layer] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByTestId('card-reference').click(),
  ]);
  await layer.getByTestId('reference-title').filter({ hasText: 'nn.Linear' }).waitFor();
  await close();

  const reference = await open({ path: '/reference#torch.mul' });
  /** @type {string[]} */
  const workers = [];
  reference.page.on('worker', (worker) => workers.push(worker.url()));
  await reference.page.getByTestId('reference-title').filter({ hasText: 'torch.mul' }).waitFor();
  await reference.page.locator('math').first().waitFor();
  assert.deepEqual(workers, []);
  assert.deepEqual(reference.page.workers(), []);
  await reference.page.getByTestId('example-run').click();
  await reference.page.getByTestId('example-output').waitFor();
  assert.equal(workers.length, 1);
  await reference.close();
});
