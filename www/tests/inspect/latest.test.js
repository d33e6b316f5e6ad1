import { expect, test } from 'vitest';
import { latest } from '../../src/inspect/latest.js';

/** An engine that answers when told to. */
function slow() {
  /** @type {number[]} */
  const asked = [];
  /** @type {((answer: string) => void)[]} */
  const answers = [];
  /** @type {string[]} */
  const taken = [];
  const questions = latest(
    (/** @type {number} */ question) => {
      asked.push(question);
      return new Promise((resolve) => answers.push(resolve));
    },
    (/** @type {string} */ answer) => taken.push(answer),
  );
  const answer = async (/** @type {string} */ text) => {
    answers.shift()?.(text);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { asked, taken, questions, answer };
}

test('while one is being answered, only the newest waits', async () => {
  const { asked, taken, questions, answer } = slow();
  for (const question of [1, 2, 3, 4]) void questions.ask(question);
  expect(asked).toEqual([1]);
  await answer('one');
  expect(asked).toEqual([1, 4]);
  await answer('four');
  expect(taken).toEqual(['four']);
});

test('each is answered when they come slowly', async () => {
  const { taken, questions, answer } = slow();
  void questions.ask(1);
  await answer('one');
  void questions.ask(2);
  await answer('two');
  expect(taken).toEqual(['one', 'two']);
});

test('what is forgotten is not taken', async () => {
  const { taken, questions, answer } = slow();
  void questions.ask(1);
  questions.forget();
  await answer('one');
  expect(taken).toEqual([]);
});
