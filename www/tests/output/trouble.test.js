import { expect, test } from 'vitest';
import { troubleOf } from '../../src/output/trouble.js';
import { digits } from '../fixtures/graphs.js';

const span = { line: 7, column: 0, endLine: 7, endColumn: 3 };
/** @param {string} message @param {'error' | 'warning'} [severity] */
const found = (message, severity = 'error') => ({ severity, span, message, because: '', repairs: [] });

test('what happened goes before what a trial run found', () => {
  const error = {
    ...{ kind: 'ValueError', message: 'no', because: 'why', traceback: 'Traceback' },
    ...{ span, shape: null, repairs: [] },
  };
  expect(troubleOf(error, [found('RuntimeError: other')], null)).toMatchObject({
    ...{ foreseen: false, kind: 'ValueError', line: 7, because: 'why' },
  });
});

test('a foreseen clash of shapes comes with its shapes, a warning is no trouble', () => {
  const graph = digits(30);
  const trouble = troubleOf(null, [found('careful', 'warning'), found('RuntimeError: mat1 and mat2: no')], graph);
  expect(trouble).toMatchObject({ foreseen: true, kind: 'RuntimeError', message: 'mat1 and mat2: no' });
  expect(trouble?.shape?.shapes.length).toBeGreaterThan(0);
  expect(troubleOf(null, [found('careful', 'warning')], graph)).toBeNull();
});

test('an error without words is its kind', () => {
  expect(troubleOf(null, [found('AssertionError')], null)).toMatchObject({ kind: 'AssertionError', message: '' });
});
