// Files: dropped on the page, read by the program; written by it, saved on the disk; kept, and taken away.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { open, useBrowser } from './browser.js';
import { fails, inProgram, press, ready, says, write } from './learner.js';

useBrowser();

const CSV = 'x,y\n1,2.5\n3,-4\n5,0.25\n';

const PROGRAM = `import csv
import torch
with open("points.csv") as file:
    rows = [[float(cell) for cell in row] for row in list(csv.reader(file))[1:]]
points = torch.tensor(rows)
print("sum", points.sum().item())
with open("sums.txt", "w") as file:
    file.write("π " + " ".join(str(total) for total in points.sum(0).tolist()) + "\\n")
`;

/** Drops files on the page. @param {import('playwright-core').Page} page @param {Record<string, string>} files */
async function drop(page, files) {
  const data = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const [name, text] of Object.entries(given)) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
  await page.getByText('is given to the program').waitFor();
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}

/** The text of a file of the list, as it arrives on the disk. @param {import('playwright-core').Page} page @param {string} name */
async function saved(page, name) {
  const download = page.waitForEvent('download');
  await page.getByTestId('file').filter({ hasText: name }).click();
  const file = await download;
  assert.equal(file.suggestedFilename(), name);
  return readFile(await file.path(), 'utf8');
}

test('a dropped csv is read, and what the program writes is saved with its bytes', async () => {
  const { page, close } = await open();
  await ready(page);
  await write(page, PROGRAM);
  await drop(page, { 'points.csv': CSV });
  await page.getByTestId('file').filter({ hasText: 'points.csv' }).filter({ hasText: '22 B, given' }).waitFor();
  await inProgram(page, 'points.csv');
  await press(page, 'run');
  await says(page, 'sum 7.75');
  await page.getByTestId('file').filter({ hasText: 'sums.txt' }).filter({ hasText: 'written' }).waitFor();
  assert.equal(await saved(page, 'sums.txt'), 'π 9.0 -1.25\n');
  assert.equal(await saved(page, 'points.csv'), CSV);

  // Given files outlive a reload; what a run wrote belongs to that run.
  await page.reload();
  await ready(page).catch(() => {});
  await page.getByTestId('file').filter({ hasText: 'points.csv' }).waitFor();
  await press(page, 'run');
  await says(page, 'sum 7.75');

  await page.getByTestId('file-remove').click();
  await page.getByTestId('file').filter({ hasText: 'points.csv' }).waitFor({ state: 'detached' });
  await press(page, 'run');
  await fails(page, "No such file or directory: 'points.csv'");
  await close();
});

test('a dropped program opens, and what came with it is given to it', async () => {
  const { page, close } = await open();
  await ready(page);
  await drop(page, {
    'words.txt': 'three little words',
    'count.py': 'print(len(open("words.txt").read().split()))\n',
  });
  await inProgram(page, 'words.txt');
  await page.getByTitle('It is kept in this browser').filter({ hasText: 'count.py' }).waitFor();
  await press(page, 'run');
  await page.getByTestId('output').locator('pre').getByText('3', { exact: true }).waitFor();
  await close();
});

test('a file is added by the list of commands', async () => {
  const { page, close } = await open();
  await ready(page);
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('add a file');
  await page.keyboard.press('Enter');
  await (
    await chooser
  ).setFiles({
    name: 'data.bin',
    mimeType: '',
    buffer: Buffer.from([0, 1, 255]),
  });
  await page.getByTestId('file').filter({ hasText: 'data.bin' }).filter({ hasText: '3 B' }).waitFor();
  await close();
});
