import { expect, test } from 'vitest';
import { piecesOf, plain } from '../../src/parts/words.js';

test('code and stress are told from text', () => {
  expect(piecesOf('`w.grad` held one, so this was **added**.')).toEqual([
    { kind: 'code', text: 'w.grad' },
    { kind: 'text', text: ' held one, so this was ' },
    { kind: 'strong', text: 'added' },
    { kind: 'text', text: '.' },
  ]);
  expect(plain('a `b` **c**')).toBe('a b c');
});

test.each(['', 'x ** y and 2 * 3', '`', '<b>no markup</b>'])('%s is text as it is', (text) => {
  expect(plain(text)).toBe(text);
  expect(piecesOf(text).every((piece) => piece.kind === 'text')).toBe(true);
});
