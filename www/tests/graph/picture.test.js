import { expect, test } from 'vitest';
import { Picture } from '../../src/graph/picture.svelte.js';
import { attention, digits } from '../fixtures/graphs.js';

/** @param {Picture} picture @param {string} key */
const item = (picture, key) => {
  const found = picture.shown?.view.items.get(key);
  if (!found) throw new Error(`no ${key}`);
  return found;
};

test('the next iteration of the same program leaves the picture as it is', async () => {
  const picture = new Picture();
  await picture.show(digits(), 'right');
  const before = picture.shown;
  await picture.show({ ...digits(), iteration: 1, dry: false }, 'right');
  expect(picture.shown).toBe(before);
});

test('another program, and another direction, are laid out anew', async () => {
  const picture = new Picture();
  await picture.show(digits(), 'right');
  await picture.show(digits(48), 'right');
  expect(picture.shown?.graph.nodes.some((node) => node.failed)).toBe(true);
  await picture.show(digits(48), 'down');
  expect(picture.shown?.direction).toBe('down');
});

test('without a graph nothing is shown at once', async () => {
  const picture = new Picture();
  await picture.show(digits(), 'right');
  picture.show(null, 'right');
  expect(picture.shown).toBe(null);
});

test('what was opened stays open in the next run', async () => {
  const picture = new Picture();
  await picture.show(digits(), 'right');
  await picture.toggle(item(picture, 'g1'));
  expect(item(picture, 'g1').open).toBe(true);
  await picture.show(digits(48), 'right');
  expect(item(picture, 'g1').open).toBe(true);
  await picture.toggle(item(picture, 'g1'));
  expect(item(picture, 'g1').open).toBe(false);
});

test('a layout that comes too late is dropped', async () => {
  const picture = new Picture();
  const slow = picture.show(attention(), 'right');
  const fast = picture.show(digits(), 'right');
  await Promise.all([slow, fast]);
  expect(picture.shown?.graph.nodes[0]?.label).toBe('images');
});
