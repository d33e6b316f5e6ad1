/** The digits program as the scripted engine knows it. */
/** @import { Field, Hint, LoopView, ModuleSlot, PaletteEntry, Phase, Span } from '../src/engine/protocol.ts' */

export const FILE = 'digits.py';

/** Where a run stops, in order; the loop repeats. @type {{ line: number, phase: Phase }[]} */
export const STOPS = [
  ...[2, 3, 4, 6, 9, 10, 11, 14, 19, 20].map((line) => ({ line, phase: /** @type {Phase} */ ('other') })),
  { line: 23, phase: 'data' },
  { line: 24, phase: 'forward' },
  { line: 25, phase: 'loss' },
  { line: 26, phase: 'zeroGrad' },
  { line: 27, phase: 'backward' },
  { line: 28, phase: 'step' },
];

/** @param {number} line @param {number} [column] @param {number} [endColumn] @returns {Span} */
const span = (line, column = 0, endColumn = 60) => ({ line, column, endLine: line, endColumn });

/** @param {number} line @param {string} name @param {number[]} shape @param {string} [dtype] @returns {Hint} */
const hint = (line, name, shape, dtype = 'float32') => ({
  ...{ line, name, shape, dtype, tensor: 1 },
  text: `${name} [${shape.join(', ')}] ${dtype}`,
});

export const hints = [
  hint(10, 'images', [1797, 64]),
  hint(11, 'labels', [1797], 'int64'),
  hint(23, 'batch', [64], 'int64'),
  hint(24, 'logits', [64, 10]),
  hint(25, 'loss', []),
];

/** @param {Phase | null} next @returns {LoopView} */
export const loopView = (next) => ({
  span: { line: 22, column: 0, endLine: 30, endColumn: 0 },
  inside: next !== null,
  acts: /** @type {[Phase, string, number][]} */ ([
    ['data', 'batch = torch.randint(0, 1500, (64,))', 23],
    ['forward', 'logits = model(images[batch])', 24],
    ['loss', 'loss = loss_fn(logits, labels[batch])', 25],
    ['zeroGrad', 'optimizer.zero_grad()', 26],
    ['backward', 'loss.backward()', 27],
    ['step', 'optimizer.step()', 28],
  ]).map(([phase, code, line]) => ({ phase, label: '', code, span: span(line, 4), next: phase === next })),
});

export const PARAMETERS = /** @type {[string, number[]][]} */ ([
  ['0.weight', [32, 64]],
  ['0.bias', [32]],
  ['2.weight', [10, 32]],
  ['2.bias', [10]],
]).map(([name, shape], node) => ({ name, shape, requiresGrad: true, node, value: node, gradient: null }));

/** @param {number} id @param {number} index @param {string} name @param {string} values @returns {ModuleSlot} */
const slot = (id, index, name, values) => ({
  ...{ id, parent: 0, index, name: `${index}`, class: name, container: false, path: `model.${index}` },
  arguments: values ? values.split(', ').map((value) => ({ name: '', value })) : [],
  span: span(15 + index, 4, 30),
});

/** @type {ModuleSlot[]} */
export const structure = [
  {
    ...{ id: 0, parent: null, index: 0, name: 'model', class: 'nn.Sequential', container: true, path: 'model' },
    arguments: [],
    span: { line: 14, column: 8, endLine: 18, endColumn: 1 },
  },
  slot(1, 0, 'nn.Linear', '64, 32'),
  slot(2, 1, 'nn.ReLU', ''),
  slot(3, 2, 'nn.Linear', '32, 10'),
];

/** @param {string} name @param {string} category @param {string} summary @param {Field[]} [fields] @returns {PaletteEntry} */
const entry = (name, category, summary, fields = []) => ({
  ...{ class: `torch.nn.${name}`, category, fields, own: false },
  card: { name, signature: '', summary, formula: '', gradients: [], shapeRule: '', source: '' },
});

/** @param {string} name @param {string} says @returns {Field} */
const size = (name, says) => ({ name, kind: 'int', default: null, required: true, says });

export const palette = [
  entry('Linear', 'Linear', 'Applies an affine transformation: y = x Wᵀ + b.', [
    size('in_features', 'size of each input row'),
    size('out_features', 'size of each output row'),
    { name: 'bias', kind: 'bool', default: 'True', required: false, says: 'whether to add a learned bias' },
  ]),
  entry('ReLU', 'Activation', 'Keeps what is positive, and makes the rest zero.'),
  entry('Tanh', 'Activation', 'Squashes every element into (-1, 1).'),
  entry('Dropout', 'Dropout', 'While training, zeroes each element with probability p.', [
    { name: 'p', kind: 'float', default: '0.5', required: false, says: 'probability of an element to be zeroed' },
  ]),
];
