import { expect, test } from 'vitest';
import { commandFor, findCommands, makeCommands } from '../../src/controls/commands.js';
import { actTest } from '../../src/controls/acts.js';
import { matches } from '../../src/controls/keys.js';
import { Document } from '../../src/state/document.svelte.js';
import { Selection } from '../../src/state/selection.svelte.js';
import { Settings } from '../../src/state/settings.svelte.js';
import { View } from '../../src/state/view.svelte.js';
import { loopView } from '../script-program.js';
import { fakeKeeper, fakeSession } from '../state/fakes.js';
import { anUpdate } from '../updates.js';

/** @param {Parameters<typeof anUpdate>[0]} update */
function commandsAt(update) {
  const { session, sent } = fakeSession();
  session.merge(anUpdate(update));
  const program = new Document(session, fakeKeeper());
  const reach = {
    session,
    program,
    selection: new Selection(),
    settings: new Settings(),
    view: new View(),
    download: () => {},
    pick: () => {},
    pickFiles: () => {},
  };
  const commands = makeCommands(reach);
  const get = (/** @type {string} */ id) => {
    const found = commands.find((command) => command.id === id);
    if (!found) throw new Error(`no command ${id}`);
    return found;
  };
  return { commands, get, sent };
}

test('each command has its own name, and no two want one key at one time', () => {
  for (const status of /** @type {const} */ (['ready', 'paused', 'running', 'finished'])) {
    const { commands } = commandsAt({ status, head: 5, cursor: 5, loopView: loopView('forward') });
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
    const keys = commands.filter((command) => command.enabled()).flatMap((command) => command.keys);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  }
});

test('F5 runs what stands and pauses what runs', () => {
  const f5 = (/** @type {string} */ keys) =>
    matches(keys, { key: 'F5', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }, false);
  expect(commandFor(commandsAt({ status: 'paused' }).commands, f5)?.id).toBe('run');
  expect(commandFor(commandsAt({ status: 'running' }).commands, f5)?.id).toBe('pause');
});

test('the past can be stepped through after the end, the present cannot', () => {
  expect(commandsAt({ status: 'finished', head: 9, cursor: 9 }).get('step-line').enabled()).toBe(false);
  expect(commandsAt({ status: 'finished', head: 9, cursor: 4 }).get('step-line').enabled()).toBe(true);
  expect(commandsAt({ status: 'ready' }).get('back-line').enabled()).toBe(false);
});

test('the acts of the loop are commands, live inside the loop only', async () => {
  const inside = commandsAt({ loopView: loopView('backward') });
  inside.get('act-backward').run();
  expect(inside.sent).toEqual([{ do: 'act', act: 4 }]);
  expect(
    commandsAt({ loopView: loopView(null) })
      .get('act-backward')
      .enabled(),
  ).toBe(false);
});

test('a second act of a phase has a name of its own', () => {
  const acts = loopView('forward').acts;
  expect(actTest([...acts, ...acts], 10)).toBe('act-backward-2');
});

test('a few letters find a command, by its name first', () => {
  const { commands } = commandsAt({});
  expect(findCommands(commands, 'it')[0]?.id).toBe('step-iteration');
  expect(findCommands(commands, 'moons').map(({ id }) => id)).toContain('example-moons.py');
  expect(findCommands(commands, 'zzz')).toEqual([]);
});
