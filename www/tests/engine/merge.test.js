import { expect, test } from 'vitest';
import { mergeUpdates } from '../../src/engine/merge.js';
import { anUpdate } from '../updates.js';

test('the newer state counts and increments are joined', () => {
  const merged = mergeUpdates(
    anUpdate({ status: 'running', head: 3, losses: [{ iteration: 0, name: 'loss', value: 2 }], hints: [] }),
    anUpdate({ status: 'paused', head: 5, losses: [{ iteration: 1, name: 'loss', value: 1 }] }),
  );
  expect(merged.status).toBe('paused');
  expect(merged.head).toBe(5);
  expect(merged.hints).toEqual([]);
  expect(merged.losses.map((point) => point.value)).toEqual([2, 1]);
});

test('a later clear drops the earlier output', () => {
  const said = (/** @type {string} */ text) => ({ stream: /** @type {const} */ ('stdout'), text, instant: 0 });
  const merged = mergeUpdates(anUpdate({ output: [said('old')] }), anUpdate({ clear: true, output: [said('new')] }));
  expect(merged.output.map((chunk) => chunk.text)).toEqual(['new']);
  expect(merged.clear).toBe(true);
});

test('an update of an older run changes nothing, one of a newer run replaces all', () => {
  const current = anUpdate({ run: 2, head: 7, hints: [] });
  expect(mergeUpdates(current, anUpdate({ run: 1, head: 9 }))).toBe(current);
  expect(mergeUpdates(current, anUpdate({ run: 3, head: 0 })).hints).toBeNull();
});

test('an error is there as long as each update says so', () => {
  const error = {
    ...{ kind: 'RuntimeError', message: 'no', because: '', traceback: '' },
    ...{ span: null, shape: null, repairs: [] },
  };
  const failed = anUpdate({ error });
  expect(mergeUpdates(anUpdate({}), failed).error).toEqual(error);
  expect(mergeUpdates(failed, anUpdate({})).error).toBeNull();
});
