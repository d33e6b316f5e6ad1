// A program as learners paste it: classes, generators, f-strings; stepped into a generator and out again.

import { test } from 'node:test';
import { readFileSync } from 'node:fs';
import { open, useBrowser } from './browser.js';
import { ask, press, ready, says, standsAt, stepTo, write } from './learner.js';

useBrowser();

const PROGRAM = readFileSync(new URL('./pasted.py', import.meta.url), 'utf8');

test('a program of 100 lines runs as pasted', async () => {
  const { page, close } = await open();
  await ready(page);
  await write(page, PROGRAM);
  await press(page, 'run');
  await says(page, /total 0375\.50 in 3 accounts/);
  await close();
});

test('steps into a generator and out, and evaluates in the paused frame', async () => {
  const { page, close } = await open();
  await ready(page);
  await write(page, PROGRAM);
  await stepTo(page, 'for step, value in enumerate(countdown(3))');
  await press(page, 'step-into');
  await standsAt(page, 'left = start');
  await press(page, 'step-line');
  await standsAt(page, 'while left > 0');
  await ask(page, 'f"{left:>4}|{start * 2}"');
  await says(page, "'   3|6'");
  await press(page, 'step-out');
  await standsAt(page, 'seen.append');
  await ask(page, '[value, step, len(seen)]');
  await says(page, '[3, 0, 0]');
  await close();
});
