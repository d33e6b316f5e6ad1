import { groupBy } from '../parts/group-by.js';

/** @import { Argument, Field, ModuleSlot, PaletteEntry } from '../engine/protocol.ts' */

/** The last word of a class: `nn.Linear` and `torch.nn.Linear` are one layer. @param {string} name */
export const shortName = (name) => name.slice(name.lastIndexOf('.') + 1);

/** How a layer stands in the text. @param {Pick<ModuleSlot, 'class' | 'arguments'>} slot */
export const written = ({ class: name, arguments: list }) =>
  `${shortName(name)}(${list.map((argument) => argument.value).join(', ')})`;

/**
 * The containers of a program with what is in them, in the order of the text.
 * @param {ModuleSlot[]} structure
 */
export const containers = (structure) =>
  structure
    .filter((slot) => slot.container)
    .map((container) => ({
      container,
      children: structure.filter((slot) => slot.parent === container.id).sort((a, b) => a.index - b.index),
    }));

/** @param {PaletteEntry[]} entries @param {string} name */
export const entryOf = (entries, name) => entries.find((entry) => shortName(entry.class) === shortName(name));

/**
 * What a form starts with: the arguments as they stand, by the name of their field.
 * @param {Field[]} fields
 * @param {Argument[]} list
 * @returns {Record<string, string>}
 */
export function valuesOf(fields, list) {
  /** @type {Record<string, string>} */
  const values = {};
  for (const [index, { name, value }] of list.entries()) values[name || (fields[index]?.name ?? '')] = value;
  return values;
}

/**
 * What a form says: fields left empty keep their default and are not written.
 * @param {Field[]} fields
 * @param {Record<string, string>} values
 * @returns {Argument[]}
 */
export const argumentsOf = (fields, values) =>
  fields.map(({ name }) => ({ name, value: (values[name] ?? '').trim() })).filter(({ value }) => value !== '');

/** @param {Field[]} fields @param {Record<string, string>} values */
export const missing = (fields, values) => fields.filter(({ name, required }) => required && !values[name]?.trim());

/** Those whose name or summary has the words, by category. @param {PaletteEntry[]} entries @param {string} query */
export function byCategory(entries, query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = entries.filter(({ class: name, category, card }) => {
    const text = `${name} ${category} ${card.summary}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return groupBy(found, (entry) => entry.category);
}
