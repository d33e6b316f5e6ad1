/**
 * Finding entries: what they stand under, and which fit a few typed letters, the best first.
 *
 * @import { EntryKind, ReferenceEntry } from '../engine/protocol.ts'
 */

import { groupBy } from '../parts/group-by.js';

/** @typedef {{ name: string, entries: ReferenceEntry[] }} Group */
/** @typedef {{ title: string, groups: Group[], count: number }} Part */

/** The parts of the reference in the order in which a program meets them. @type {[EntryKind, string][]} */
const PARTS = [
  ['layer', 'Layers'],
  ['loss', 'Losses'],
  ['optimizer', 'Optimizers'],
  ['schedule', 'Schedules'],
  ['data', 'Data'],
  ['function', 'Functions'],
  ['op', 'Ops'],
];

/** The name without its module: `Linear`. @param {ReferenceEntry} entry */
export const shortName = (entry) => entry.id.slice(entry.id.lastIndexOf('.') + 1);

/** `nn.Linear`, `F.relu`: as a program writes it. @param {ReferenceEntry} entry */
export const written = (entry) => entry.card.signature.split('(')[0] ?? entry.id;

/** @param {ReferenceEntry[]} entries @returns {Part[]} */
export const partsOf = (entries) =>
  PARTS.map(([kind, title]) => {
    const own = entries.filter((entry) => entry.kind === kind);
    const groups = groupBy(own, (entry) => entry.group);
    return { title, count: own.length, groups: [...groups].map(([name, entries]) => ({ name, entries })) };
  }).filter((part) => part.count > 0);

/**
 * The entries that fit, best first. Every word must be found somewhere.
 * @param {ReferenceEntry[]} entries @param {string} query
 */
export function find(entries, query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return entries;
  return entries
    .map((entry) => ({ entry, score: Math.min(...words.map((word) => fit(entry, word))) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || one.entry.id.length - other.entry.id.length)
    .map(({ entry }) => entry);
}

/** How well an entry fits one word. @param {ReferenceEntry} entry @param {string} word */
function fit(entry, word) {
  const short = shortName(entry).toLowerCase();
  const ways = entry.ways.map((way) => way.toLowerCase());
  if (short === word || entry.id.toLowerCase() === word || written(entry).toLowerCase() === word) return 6;
  if (ways.some((way) => way === word || way.endsWith(`.${word}`) || way === `x ${word} y`)) return 5;
  if (short.startsWith(word)) return 4;
  if (entry.id.toLowerCase().includes(word) || ways.some((way) => way.includes(word))) return 3;
  if (entry.group.toLowerCase().includes(word)) return 2;
  return entry.card.summary.toLowerCase().includes(word) ? 1 : 0;
}
