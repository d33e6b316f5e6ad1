import { expect, test } from 'vitest';
import { isPlain, matches, shown } from '../../src/controls/keys.js';

/** @param {string} key @param {Partial<import('../../src/controls/keys.js').Press>} [held] */
const press = (key, held = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

test.each([
  ['F10', press('F10'), true],
  ['F11', press('F11', { shiftKey: true }), false],
  ['Shift+F11', press('F11', { shiftKey: true }), true],
  ['Ctrl+K', press('k', { ctrlKey: true }), true],
  ['Ctrl+K', press('k'), false],
  ['n', press('n'), true],
  ['n', press('N', { shiftKey: true }), false],
  ['Shift+N', press('N', { shiftKey: true }), true],
  ['?', press('?', { shiftKey: true }), true],
  ['Space', press(' '), true],
  ['Alt+ArrowLeft', press('ArrowLeft', { altKey: true }), true],
])('%s', (keys, event, meant) => expect(matches(keys, event, false)).toBe(meant));

test('Ctrl is ⌘ on a Mac', () => {
  expect(matches('Ctrl+K', press('k', { metaKey: true }), true)).toBe(true);
  expect(matches('Ctrl+K', press('k', { ctrlKey: true }), true)).toBe(false);
  expect(shown('Ctrl+K', true)).toBe('⌘K');
  expect(shown('Alt+ArrowLeft', false)).toBe('Alt+←');
});

test('signs that are typed are told from keys that are not', () => {
  expect(['n', '?', 'Space', 'Shift+N', '1'].every(isPlain)).toBe(true);
  expect(['F5', 'Ctrl+K', 'Alt+R', 'Shift+F11'].some(isPlain)).toBe(false);
});
