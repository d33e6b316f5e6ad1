/**
 * Commands on the program as a document, and on the page.
 *
 * @import { Tab, View } from '../state/view.svelte.js'
 * @import { CommandEntry, Reach } from './commands.js'
 */
import * as actions from '../state/actions.js';
import { examples } from '../state/examples.js';

const enabled = () => true;

const EMPTY = { name: 'program.py', text: 'import torch\nfrom torch import nn\n\ntorch.manual_seed(0)\n' };

/** @param {Reach} reach @returns {CommandEntry[]} */
export function programCommands({ program, view, download, pick }) {
  /** @type {CommandEntry[]} */
  const openExample = examples.map((example) => ({
    ...{ id: `example-${example.name}`, label: `Example: ${example.title}`, says: example.says },
    ...{ group: 'Program', icon: 'code', keys: [], enabled },
    run: () => program.open(example),
  }));
  return [
    {
      ...{ id: 'new', label: 'New program', says: 'An empty one. The one that is open is kept' },
      ...{ group: 'Program', icon: 'add', keys: [], enabled },
      run: () => program.open(EMPTY),
    },
    {
      ...{ id: 'add-layer', label: 'Layers', says: 'Put layers into the model and set their arguments' },
      ...{ group: 'Program', icon: 'layers', keys: ['a'], enabled },
      run: () => (view.assembling = true),
    },
    {
      ...{ id: 'share', label: 'Share', says: 'A link that holds this program' },
      ...{ group: 'Program', icon: 'share', keys: [], enabled },
      run: () => (view.dialog = 'share'),
    },
    {
      ...{ id: 'save', label: 'Save as .py', says: 'The program as a file for real PyTorch' },
      ...{ group: 'Program', icon: 'save', keys: ['Ctrl+S'], enabled },
      run: () => download(actions.asFile(program)),
    },
    {
      ...{ id: 'open', label: 'Open a .py file', says: 'A program from your disk. It stays on this computer' },
      ...{ group: 'Program', icon: 'open', keys: ['Ctrl+O'], enabled },
      run: pick,
    },
    {
      ...{ id: 'previous', label: 'Bring back the last program', says: 'The one that was changed and then replaced' },
      ...{ group: 'Program', icon: 'restart', keys: [] },
      enabled: () => program.previous() !== null,
      run: () => program.bringBack(),
    },
    ...openExample,
  ];
}

/** @param {Reach} reach @returns {CommandEntry[]} */
export function viewCommands({ settings, view }) {
  const go = (/** @type {Tab} */ tab, /** @type {View['focus']} */ focus) => () => {
    view.tab = tab;
    view.focus = focus;
  };
  return [
    {
      ...{ id: 'commands', label: 'Commands', says: 'Find anything that can be done' },
      ...{ group: 'View', icon: 'search', keys: ['Ctrl+K'], enabled },
      run: () => (view.dialog = 'commands'),
    },
    {
      ...{ id: 'help', label: 'Help', says: 'What is what, and all keys', group: 'View', icon: 'help', keys: ['?'] },
      enabled,
      run: () => (view.dialog = 'help'),
    },
    {
      ...{ id: 'go-code', label: 'Go to the code', says: 'Puts the cursor into the editor' },
      ...{ group: 'View', icon: 'code', keys: ['Alt+1'], enabled },
      run: go('code', 'code'),
    },
    {
      ...{ id: 'go-graph', label: 'Go to the graph', says: 'Walk it with the arrow keys' },
      ...{ group: 'View', icon: 'graph', keys: ['Alt+2'], enabled },
      run: go('graph', 'graph'),
    },
    {
      ...{ id: 'go-prompt', label: 'Go to the prompt', says: 'Evaluate a line where the program stands' },
      ...{ group: 'View', icon: 'output', keys: ['Alt+3'], enabled },
      run: go('output', 'prompt'),
    },
    {
      ...{ id: 'inspector', label: 'Inspector', says: 'Show or hide the inspector' },
      ...{ group: 'View', icon: 'panel', keys: ['Alt+4'], enabled },
      run: () => {
        view.tab = 'inspect';
        if (view.medium) view.inspecting = !view.inspecting;
        else if (!view.narrow) settings.toggle('inspectorOpen');
      },
    },
    {
      ...{ id: 'bottom', label: 'Output and plots', says: 'Show or hide the lower panels' },
      ...{ group: 'View', icon: 'output', keys: ['Alt+5'], enabled },
      run: () => settings.toggle('bottomOpen'),
    },
    {
      ...{ id: 'theme', label: 'Theme', says: 'Light, dark, or as the system has it' },
      ...{ group: 'View', icon: settings.theme, keys: [], enabled },
      run: () => settings.nextTheme(),
    },
  ];
}
