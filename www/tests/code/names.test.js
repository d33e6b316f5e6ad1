import { CompletionContext } from '@codemirror/autocomplete';
import { python } from '@codemirror/lang-python';
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { complete } from '../../src/code/codemirror/completion.js';
import { lookUp } from '../../src/code/codemirror/hover.js';
import { importsOf } from '../../src/code/names/imports.js';
import { Names } from '../../src/code/names/names.js';
import { parametersOf, signatureAs } from '../../src/code/names/signature.js';

/** @import { Row } from 'virtual:names' */

/** @type {(id: string, kind: string, signature: string, gives: string, ways?: string[]) => Row} */
const row = (id, kind, signature, gives, ways = []) => [id, kind, signature, 'Does it.', '', '', ways, [], gives];

const [TENSOR, MODULE] = ['torch.Tensor', 'torch.nn.Module'];
const names = new Names({
  tensor: TENSOR,
  entries: [
    row('torch.softmax', 'op', 'torch.softmax(input, dim=None, dtype=None)', TENSOR, ['F.softmax', 'x.softmax']),
    row('torch.Tensor.view', 'op', 'x.view(*shape)', TENSOR),
    row('torch.nn.functional.pad', 'function', 'F.pad(input, pad, mode="constant")', TENSOR),
    row('torch.nn.Module', 'layer', 'nn.Module()', MODULE),
    row('torch.nn.Linear', 'layer', 'nn.Linear(in_features, out_features, bias=True)', MODULE),
    row('torch.optim.SGD', 'optimizer', 'optim.SGD(params, lr=1e-3, *, fused=None)', 'torch.optim.Optimizer'),
  ],
  bare: [
    ['torch', 'manual_seed tensor'],
    [TENSOR, 'shape backward'],
    [MODULE, 'forward parameters'],
    ['torch.optim.Optimizer', 'step zero_grad'],
  ],
});

const asked = {
  names: async () => names,
  tensors: () => new Set(['logits']),
  card: () => {
    throw new Error('no card is shown here');
  },
};

/** @param {string} text with `|` where the cursor is */
function at(text) {
  const pos = text.indexOf('|');
  const state = EditorState.create({ doc: text.replace('|', ''), extensions: python() });
  ensureSyntaxTree(state, state.doc.length);
  return { state, pos };
}

/** @param {string} text */
async function offered(text) {
  const { state, pos } = at(text);
  const result = await complete(new CompletionContext(state, pos, true), asked);
  return (result?.options ?? []).map(({ label }) => label);
}

/** @param {string} text @returns what the name at the cursor is */
function hovered(text) {
  const { state, pos } = at(text);
  const found = lookUp(state, pos, 1, names, asked.tensors());
  return found && [found.name.signature, ...(found.argument ? [found.argument] : [])].join(' > ');
}

test('a place offers its names, however it was imported', async () => {
  const ofNn = ['Module', 'Linear', 'functional'];
  expect(await offered('from torch import nn\nm = nn.|')).toEqual(ofNn);
  expect(await offered('import torch.nn as net\nm = net.L|')).toEqual(ofNn);
  expect(await offered('m = nn.|')).toEqual(ofNn);
  expect(await offered('import torch.nn.functional as fun\nfun.|')).toEqual(['softmax', 'pad']);
  expect(await offered('import torch\ntorch.|')).toEqual(['softmax', 'manual_seed', 'tensor', 'Tensor', 'nn', 'optim']);
  expect(await offered('from torch.nn import |')).toEqual(ofNn);
  expect(await offered('import torch.|')).toContain('nn');
});

test('a tensor offers its methods where it is known to be one', async () => {
  const ofTensor = ['softmax', 'view', 'shape', 'backward'];
  expect(await offered('logits.|')).toEqual(ofTensor);
  expect(await offered('torch.softmax(a).|')).toEqual(ofTensor);
  expect(await offered('(2 * logits).|')).toEqual(ofTensor);
  expect(await offered('p = logits.softmax(1)\np.|')).toEqual(ofTensor);
  expect(await offered('model = nn.Linear(2, 3)\nmodel(a).|')).toEqual(ofTensor);
  expect(await offered('rows = [1, 2]\nrows.|')).toEqual([]);
  expect(await offered('x.|')).toEqual([]);
  expect(await offered('"text".|')).toEqual([]);
});

test('modules and optimizers offer theirs, a class of the program included', async () => {
  expect(await offered('model = nn.Linear(2, 3)\nmodel.|')).toEqual(['forward', 'parameters']);
  const own = 'from torch import nn\nclass Net(nn.Module):\n    pass\n\nnet = Net()\n';
  expect(await offered(`${own}net.|`)).toEqual(['forward', 'parameters']);
  expect(await offered('o = optim.SGD(p, lr=1)\no.|')).toEqual(['step', 'zero_grad']);
});

test('a call offers the arguments that it can still be given by name', async () => {
  expect(await offered('nn.Linear(|)')).toEqual(['in_features=', 'out_features=', 'bias=']);
  expect(await offered('nn.Linear(64, |)')).toEqual(['out_features=', 'bias=']);
  expect(await offered('nn.Linear(64, bias=False, o|')).toEqual(['out_features=']);
  expect(await offered('optim.SGD(p, 0.1, |)')).toEqual(['fused=']);
  expect(await offered('logits.softmax(|)')).toEqual(['dim=', 'dtype=']);
  expect(await offered('nn.Linear(64, out_features=|)')).toEqual([]);
  expect(await offered('print(|)')).toEqual([]);
});

test('nothing is offered in a comment or a string', async () => {
  expect(await offered('# torch.|')).toEqual([]);
  expect(await offered('"torch.|"')).toEqual([]);
});

test('a name that is pointed at is looked up', () => {
  expect(hovered('nn.Li|near(2, 3)')).toBe('nn.Linear(in_features, out_features, bias=True)');
  expect(hovered('nn.Linear(2, out_fea|tures=3)')).toMatch('> out_features');
  expect(hovered('from torch.nn import Linear\nLin|ear(2, 3)')).toMatch('nn.Linear(');
  expect(hovered('logits.soft|max(1)')).toBe('x.softmax(dim=None, dtype=None)');
  expect(hovered('F.soft|max(logits)')).toBe('F.softmax(input, dim=None, dtype=None)');
  expect(hovered('rows.soft|max(1)')).toBe(null);
  expect(hovered('torch.manual_|seed(0)')).toBe(null);
});

test('imports are read as Python reads them', () => {
  const text =
    'import torch, numpy as np\nfrom torch import (nn,  # layers\n  optim as o)\nimport torch.nn.functional\n';
  expect(Object.fromEntries(importsOf(text))).toEqual({
    ...{ torch: 'torch', np: 'numpy', nn: 'torch.nn', o: 'torch.optim' },
  });
});

test('signatures are split at their own commas', () => {
  const signature = 'F.f(a, b=(1, 2), *, c="x, y", **more)';
  expect(parametersOf(signature)).toEqual([
    { name: 'a', value: '', only: false },
    { name: 'b', value: '(1, 2)', only: false },
    { name: 'c', value: '"x, y"', only: true },
  ]);
  expect(signatureAs(signature, 'x.f', true)).toBe('x.f(b=(1, 2), *, c="x, y", **more)');
});
