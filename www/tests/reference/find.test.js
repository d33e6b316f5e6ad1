import { expect, test } from 'vitest';
import { find, partsOf, written } from '../../src/reference/find.js';
import { piecesOf } from '../../src/reference/highlight.js';
import { Runner } from '../../src/reference/runner.js';
import { anUpdate } from '../updates.js';

/** @import { ReferenceEntry } from '../../src/engine/protocol.ts' */

/** @param {Partial<ReferenceEntry> & { signature?: string, summary?: string }} of @returns {ReferenceEntry} */
const entry = ({ id = 'torch.mul', kind = 'op', group = 'Each element', ways = [], signature, summary = '' }) => ({
  ...{ id, kind, group, ways, gradients: [], arguments: [], state: [], notes: [], shapes: [], mistakes: [] },
  ...{ paper: '', program: '' },
  card: {
    ...{ name: id, summary, formula: '', gradients: [], shapeRule: '', source: '' },
    signature: signature ?? `${id}(input)`,
  },
});

const softmax = entry({ id: 'torch.softmax', ways: ['x.softmax', 'F.softmax'] });
const layer = entry({ id: 'torch.nn.Softmax', kind: 'layer', group: 'Activation', signature: 'nn.Softmax(dim=None)' });
const mul = entry({ ways: ['torch.multiply', 'x * y'], summary: 'Multiplies element by element.' });
const all = [mul, layer, softmax];
const ids = (/** @type {string} */ query) => find(all, query).map(({ id }) => id);

test('an exact name comes first, then what begins with it, then what speaks of it', () => {
  expect(ids('softmax')).toEqual(['torch.softmax', 'torch.nn.Softmax']);
  expect(ids('soft')).toEqual(['torch.softmax', 'torch.nn.Softmax']);
  expect(ids('nn.Softmax')).toEqual(['torch.nn.Softmax']);
  expect(ids('multiplies')).toEqual(['torch.mul']);
});

test('other ways to write it are found too', () => {
  expect(ids('multiply')).toEqual(['torch.mul']);
  expect(ids('*')).toEqual(['torch.mul']);
  expect(ids('F.softmax')).toEqual(['torch.softmax']);
});

test('every word must fit; nothing typed is everything', () => {
  expect(ids('activation soft')).toEqual(['torch.nn.Softmax']);
  expect(ids('soft nonsense')).toEqual([]);
  expect(ids(' ')).toHaveLength(3);
});

test('parts come in the order in which a program meets them', () => {
  expect(partsOf(all).map((part) => [part.title, part.count])).toEqual([
    ['Layers', 1],
    ['Ops', 2],
  ]);
  expect(written(layer)).toBe('nn.Softmax');
});

test('colours change nothing of the text', () => {
  const code = 'import torch\nx = torch.tensor([1.5e-3, -2])  # two\nprint("a # b", None)\n';
  const pieces = piecesOf(code);
  expect(pieces.map((piece) => piece.text).join('')).toBe(code);
  const of = (/** @type {string} */ kind) => pieces.filter((piece) => piece.kind === kind).map((piece) => piece.text);
  expect(of('keyword')).toEqual(['import', 'None']);
  expect(of('number')).toEqual(['1.5e-3', '2']);
  expect(of('comment')).toEqual(['# two']);
  expect(of('string')).toEqual(['"a # b"']);
});

test('a run gives what was printed, without what the dry run before it said', async () => {
  /** @type {import('../../src/reference/runner.js').Listener | undefined} */
  let listener;
  /** @type {string[]} */
  const asked = [];
  const runner = new Runner((given) => {
    listener = given;
    return {
      async send(command) {
        asked.push(command.do);
        return { answer: 'done' };
      },
    };
  });
  const outcome = runner.run('print(1)\n');
  listener?.update(anUpdate({ status: 'finished', output: [{ stream: 'stdout', text: 'dry\n', instant: 0 }] }));
  await new Promise((later) => setTimeout(later));
  listener?.update(anUpdate({ status: 'running', output: [{ stream: 'stdout', text: '1\n', instant: 0 }] }));
  listener?.update(anUpdate({ status: 'finished' }));
  expect(await outcome).toEqual({ printed: '1\n', failure: null });
  expect(asked).toEqual(['load', 'run']);
});
