/**
 * The reference in short, for completion and hover: a row an entry, and the names that have no entry.
 *
 * @import { ReferenceEntry } from '../src/engine/protocol.ts'
 */

const TENSOR = 'torch.Tensor';

/** The place of the names that stand after the dot of what a call gives, by the kind of what is called. */
const GIVES = /** @type {Record<string, string>} */ ({
  op: TENSOR,
  layer: 'torch.nn.Module',
  loss: 'torch.nn.Module',
  optimizer: 'torch.optim.Optimizer',
});

/** @param {{ entries: ReferenceEntry[], places: { place: string, names: string[], absent: string[][] }[] }} data */
export function namesOf({ entries, places }) {
  const known = new Set(entries.map(({ id }) => id));
  return {
    tensor: TENSOR,
    entries: entries.map((entry) => [
      entry.id,
      entry.kind,
      entry.card.signature,
      entry.card.summary,
      entry.card.formula,
      entry.card.shapeRule,
      entry.ways.filter((way) => /^[\w.]+$/.test(way)),
      entry.arguments.map(({ name, says }) => [name, says]),
      GIVES[entry.kind] ?? (entry.id.startsWith('torch.nn.functional.') ? TENSOR : ''),
    ]),
    bare: places.map(({ place, names, absent }) => {
      const missing = new Set(absent.map(([name]) => name));
      return [place, names.filter((name) => !missing.has(name) && !known.has(`${place}.${name}`)).join(' ')];
    }),
  };
}
