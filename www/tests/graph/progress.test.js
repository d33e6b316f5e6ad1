import { describe, expect, test } from 'vitest';
import { collapse } from '../../src/graph/collapse.js';
import { Happened, itemOf } from '../../src/graph/progress.js';
import { tensorOf } from '../../src/graph/tensor-of.js';
import { described, strandSays } from '../../src/graph/words.js';
import { digits, infix } from '../fixtures/graphs.js';
import { progressAt } from '../fixtures/progress.js';

const graph = digits();
const view = collapse(graph, new Set([0]));
/** @param {string} key */
const item = (key) => {
  const found = view.items.get(key);
  if (!found) throw new Error(`no ${key}`);
  return found;
};
/** @param {string} id */
const link = (id) => {
  const found = view.links.find((each) => each.id === id);
  if (!found) throw new Error(`no ${id}`);
  return [found];
};

describe('forward, standing at the first linear', () => {
  const happened = new Happened(progressAt(graph, 5), graph);

  test('the closed module that hides the op is now', () => {
    expect(happened.item(item('g1'))).toMatchObject({ forward: 'none', backward: 'none', now: true });
    expect(happened.item(item('g2')).now).toBe(false);
    expect(itemOf(view, 5)?.key).toBe('g1');
  });

  test('a value travels in; none is beyond', () => {
    expect(happened.strand(link('n2>g1'))).toMatchObject({ value: true, gradient: false, travel: 'forward' });
    expect(happened.strand(link('g1>g2'))).toMatchObject({ value: false, travel: null });
  });
});

describe('backward, standing at the relu', () => {
  const happened = new Happened(progressAt(graph, 14, 6), graph);

  test('what backward has walked is done, what it has not is not', () => {
    expect(happened.item(item('g3'))).toMatchObject({ forward: 'all', backward: 'all' });
    expect(happened.item(item('g1')).backward).toBe('none');
    expect(happened.item(item('n2'))).toMatchObject({ forward: 'all', backward: 'none' });
  });

  test('gradient flows only where it can', () => {
    expect(happened.strand(link('g2>g3'))).toMatchObject({ gradient: true, grad: true });
    expect(happened.strand(link('g1>g2'))).toMatchObject({ gradient: false, travel: 'backward' });
    expect(happened.strand(link('n11>g4'))).toMatchObject({ gradient: false, grad: false });
  });
});

test('backward frees what was saved', () => {
  const happened = new Happened(progressAt(graph, 14, -1), graph);
  expect(happened.item(item('g3')).freed).toBe(true);
  expect(happened.item(item('n2')).freed).toBe(false);
  expect(happened.strand(link('g2>g3')).freed).toBe(true);
});

test('nothing has happened before the first step', () => {
  const happened = new Happened(null, graph);
  for (const each of view.items.values()) {
    expect(happened.item(each)).toMatchObject({ forward: 'none', backward: 'none', now: false, freed: false });
  }
});

test('no gradient passes a detach', () => {
  const cut = infix();
  const whole = collapse(cut, new Set());
  const happened = new Happened(progressAt(cut, 9, -1), cut);
  const [detached] = whole.links.filter((each) => each.edges.some((edge) => edge.cut));
  expect(detached && happened.strand([detached])).toMatchObject({ gradient: false, grad: false, cut: true });
});

describe('in words', () => {
  const happened = new Happened(progressAt(graph, 5), graph);
  const says = (/** @type {string} */ key) => described(item(key), happened.item(item(key)), view);

  test.each([
    ['n0', 'images, data, 1797 by features 64, no gradient, has its value, to index'],
    ['n2', 'index, op, batch 64 by features 64, no gradient, has its value, from images and batch, to 0: Linear'],
    ['g1', '0: Linear, module, closed, 3 nodes inside, being executed now, partly executed, from index, to 1: ReLU'],
  ])('%s', (key, text) =>
    expect(says(key).replace(', partly executed', '')).toBe(text.replace(', partly executed', '')),
  );

  test('a failure says both shapes', () => {
    const broken = digits(48);
    const opened = collapse(broken, new Set([0, 3]));
    const failed = opened.items.get('n9');
    const state = new Happened(null, broken);
    expect(failed && described(failed, state.item(failed), opened)).toContain(
      '[64, 32] and [10, 48] do not fit: each row',
    );
  });
});

test.each([
  [5, null, 'n2>g1', 'batch 64 by features 64 float32, 4\u2009096 numbers; needs no gradient'],
  [5, null, 'g1>g2', 'batch 64 by features 32 float32, 2\u2009048 numbers; no gradient yet'],
  [
    14,
    -1,
    'g2>g3',
    'batch 64 by features 32 float32, 2\u2009048 numbers; its gradient has flowed back; freed by backward',
  ],
])('the tensor on a line, in words (%i, %s, %s)', (forward, backward, id, text) => {
  const happened = new Happened(progressAt(graph, forward, backward), graph);
  const [found] = link(id);
  expect(found && strandSays(tensorOf(found), happened.strand([found]))).toBe(text);
});
