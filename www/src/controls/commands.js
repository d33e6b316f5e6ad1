/**
 * Everything that can be done on the page, once: buttons, keys, command palette and help sheet are made from this list.
 *
 * @import { Document } from '../state/document.svelte.js'
 * @import { Session } from '../state/session.svelte.js'
 * @import { Selection } from '../state/selection.svelte.js'
 * @import { Settings } from '../state/settings.svelte.js'
 * @import { View } from '../state/view.svelte.js'
 */
import { programCommands, viewCommands } from './page-commands.js';
import { timeCommands } from './time-commands.js';

/** @typedef {'Step' | 'Back' | 'Run' | 'The loop' | 'Program' | 'View'} Group */

/**
 * @typedef {object} CommandEntry
 * @property {string} id also its `data-testid`
 * @property {string} label on a button: a word or two
 * @property {string} says in a list: what it does
 * @property {Group} group
 * @property {string} icon
 * @property {string[]} keys the first is the one shown
 * @property {() => boolean} enabled
 * @property {() => unknown} run
 */

/**
 * What commands work on.
 * @typedef {object} Reach
 * @property {Session} session
 * @property {Document} program
 * @property {Selection} selection
 * @property {Settings} settings
 * @property {View} view
 * @property {(file: { name: string, blob: Blob }) => void} download
 * @property {() => void} pick asks for a program
 * @property {() => void} pickFiles asks for files that the program can open
 */

/** @param {Reach} reach @returns {CommandEntry[]} */
export const makeCommands = (reach) => [...timeCommands(reach), ...programCommands(reach), ...viewCommands(reach)];

/**
 * The command that a key press asks for: of those with this key, the first that can be done now.
 * @param {CommandEntry[]} commands
 * @param {(keys: string) => boolean} pressed
 */
export function commandFor(commands, pressed) {
  const meant = commands.filter((command) => command.keys.some(pressed));
  return meant.find((command) => command.enabled()) ?? meant[0];
}

/**
 * Those that a few letters find: in the label before in the explanation, and in their order.
 * @param {CommandEntry[]} commands
 * @param {string} query
 */
export function findCommands(commands, query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const score = (/** @type {CommandEntry} */ { label, says, group }) => {
    const name = label.toLowerCase();
    const all = `${name} ${says} ${group}`.toLowerCase();
    if (!words.every((word) => all.includes(word))) return -1;
    return words.reduce((sum, word) => sum + (name.startsWith(word) ? 3 : name.includes(word) ? 2 : 1), 0);
  };
  return commands
    .map((command) => ({ command, score: score(command) }))
    .filter(({ score }) => score >= 0)
    .sort((a, b) => b.score - a.score)
    .map(({ command }) => command);
}
