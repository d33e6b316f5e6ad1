// Every entry of the reference is opened: all its formulas can be read, and its page has a name.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, useBrowser } from './browser.js';

useBrowser();

test('every formula of every op, layer, loss, optimizer and gradient is drawn as one', async () => {
  const { page, close } = await open({ path: '/reference/' });
  await page.getByTestId('reference-link').first().waitFor({ state: 'attached' });
  const { entries, drawn, faults } = await page.evaluate(async () => {
    const links = document.querySelectorAll('[data-testid=reference-link]');
    const ids = [...links].map((link) => link.getAttribute('href')?.slice(1) ?? '');
    const faults = [];
    let drawn = 0;
    for (const id of ids) {
      location.hash = id;
      // A formula stands as it is written until it is drawn.
      for (let frames = 0; ; frames++) {
        await new Promise((next) => requestAnimationFrame(next));
        const title = document.querySelector('[data-testid=reference-title]')?.textContent ?? '';
        const here = id.endsWith(title.slice(title.lastIndexOf('.') + 1)) && location.hash === `#${id}`;
        if (here && !document.querySelector('article .formula > code')) break;
        if (frames > 300) {
          faults.push(`${id}: never drawn`);
          break;
        }
      }
      drawn += document.querySelectorAll('article math').length;
      for (const wrong of document.querySelectorAll('article :is(.temml-error, merror)')) {
        faults.push(`${id}: ${wrong.textContent}`);
      }
    }
    return { entries: ids.length, drawn, faults };
  });
  assert.deepEqual(faults, []);
  assert.ok(entries > 600 && drawn > 800, `${drawn} formulas of ${entries} entries`);
  await close();
});
