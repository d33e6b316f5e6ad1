import { expect, test } from 'vitest';
import { anUpdate } from '../updates.js';
import { fakeSession } from './fakes.js';

const failure = {
  ...{ kind: 'RuntimeError', message: 'no', because: '', traceback: '' },
  ...{ span: null, shape: null, repairs: [] },
};
const chunk = (/** @type {string} */ text) => ({ stream: /** @type {const} */ ('stdout'), text, instant: 0 });

test('what an update leaves out stays as it was', () => {
  const { session } = fakeSession();
  session.merge(anUpdate({ hints: [], structure: [], timeline: { iterations: [], ops: 7 } }));
  session.merge(anUpdate({ head: 3, cursor: 2 }));
  expect(session.timeline.ops).toBe(7);
  expect(session.atHead).toBe(false);
});

test('output, losses and flow grow, and are emptied by a clear', () => {
  const { session } = fakeSession();
  session.merge(anUpdate({ output: [chunk('a')], losses: [{ iteration: 0, name: 'loss', value: 1 }] }));
  session.merge(anUpdate({ output: [chunk('b')] }));
  expect(session.output.chunks.map(({ text }) => text)).toEqual(['a', 'b']);
  session.merge(anUpdate({ run: 2, clear: true, output: [chunk('c')] }));
  expect(session.output.chunks.map(({ text }) => text)).toEqual(['c']);
  expect(session.losses).toEqual([]);
});

test('a sample of the same backward pass takes the place of the former one', () => {
  const { session } = fakeSession();
  const sample = (/** @type {number} */ pass, /** @type {boolean} */ done) => ({
    ...{ pass, done, iteration: pass, instant: 9 * pass, bars: [] },
  });
  session.merge(anUpdate({ flow: [sample(1, true), sample(2, false)] }));
  session.merge(anUpdate({ flow: [sample(2, true)] }));
  expect(session.flow.map(({ pass, done }) => [pass, done])).toEqual([
    [1, true],
    [2, true],
  ]);
});

test('a result of a run that is over does not get into the one that replaced it', () => {
  const { session } = fakeSession();
  session.merge(anUpdate({ run: 2, status: 'ready' }));
  session.merge(anUpdate({ run: 1, status: 'finished', output: [chunk('late')] }));
  expect(session.status).toBe('ready');
  expect(session.output.chunks).toEqual([]);
});

test('an error is shown as long as each update says so', () => {
  const { session } = fakeSession();
  session.merge(anUpdate({ error: failure }));
  expect(session.error).toEqual(failure);
  session.merge(anUpdate({}));
  expect(session.error).toBeNull();
});

test('numbers of a former run are gone with it, and its picture is known to be old', () => {
  const { session } = fakeSession();
  const graph = { dry: true, iteration: null, nodes: [], edges: [], groups: [] };
  session.merge(
    anUpdate({ graph, losses: [{ iteration: 0, name: 'loss', value: 1 }], timeline: { iterations: [], ops: 3 } }),
  );
  expect(session.pictureIsOld).toBe(false);
  session.merge(anUpdate({ run: 2 }));
  expect(session.losses).toEqual([]);
  expect(session.timeline.ops).toBe(0);
  expect(session.pictureIsOld).toBe(true);
  session.merge(anUpdate({ run: 2, graph }));
  expect(session.pictureIsOld).toBe(false);
});

test('a refused step says why', async () => {
  const { session } = fakeSession(() => ({ answer: 'refused', reason: 'The program has ended.' }));
  await session.step('line');
  expect(session.refusal?.reason).toBe('The program has ended.');
});

test('after a breakdown the program is loaded again, with its breakpoints, but only once', () => {
  const { session, sent, breakDown } = fakeSession();
  session.load('a.py', 'x = 1');
  session.setBreakpoints([{ line: 1, condition: null }]);
  sent.length = 0;
  breakDown(true);
  expect(session.breakdown).toBe('It broke.');
  expect(sent.map((command) => command.do)).toEqual(['load', 'breakpoints']);
  breakDown(true);
  expect(sent).toHaveLength(2);
});

test('files given to an engine that broke down are given to the new one, before the program', async () => {
  const { session, sent, breakDown } = fakeSession();
  await session.addFile('a.csv', new Uint8Array([1]));
  await session.addFile('b.csv', new Uint8Array([2]));
  await session.removeFile('a.csv');
  session.load('a.py', 'x = 1');
  sent.length = 0;
  breakDown(true);
  expect(sent.map((command) => ('name' in command ? [command.do, command.name] : command.do))).toEqual([
    ['addFile', 'b.csv'],
    ['load', 'a.py'],
  ]);
});

test('a file that is refused is not kept', async () => {
  const { session, sent, breakDown } = fakeSession(() => ({ answer: 'refused', reason: 'too large' }));
  expect(await session.addFile('a.csv', new Uint8Array([1]))).toBe(false);
  expect(session.refusal?.reason).toBe('too large');
  sent.length = 0;
  breakDown(true);
  expect(sent.map((command) => command.do)).toEqual(['load']);
});

test('a library file is asked for once', async () => {
  const { session, sent } = fakeSession(() => ({ answer: 'source', text: 'def f(): pass' }));
  await session.source('torch/nn/functional.py');
  expect(await session.source('torch/nn/functional.py')).toEqual({ text: 'def f(): pass' });
  expect(sent).toHaveLength(1);
});
