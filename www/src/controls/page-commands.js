/**
 * Commands on the program as a document, and on the page.
 *
 * @import { Tab, View } from '../state/view.svelte.js'
 * @import { CommandEntry, Reach } from './commands.js'
 */
import * as actions from '../state/actions.js';
import { toggled } from '../state/breakpoints.js';
import { examples } from '../state/examples.js';
import { referencePage } from '../parts/reference-page.js';
import { inGroup } from './entry.js';

const EMPTY = { name: 'program.py', text: 'import torch\nfrom torch import nn\n\ntorch.manual_seed(0)\n' };

/** @param {Reach} reach @returns {CommandEntry[]} */
export function programCommands({ session, program, selection, view, download, pick, pickFiles }) {
  const entry = inGroup('Program');
  const line = () => selection.line ?? session.frame?.span.line ?? null;
  const breakHere = () => session.setBreakpoints(toggled(session.breakpoints, line() ?? 1));
  return [
    entry('new', 'add', 'New program', 'An empty one. The one that is open is kept', () => program.open(EMPTY)),
    entry('add-layer', 'layers', 'Layers', 'Put layers into the model and set their arguments', () => view.assemble(), {
      keys: ['a'],
    }),
    entry('breakpoint', 'breakpoint', 'Breakpoint', 'A run stops before this line; once more removes it', breakHere, {
      keys: ['F9'],
      enabled: () => line() !== null,
    }),
    entry('share', 'share', 'Share', 'A link that holds this program', () => (view.dialog = 'share')),
    entry(
      'save',
      'save',
      'Save as .py',
      'The program as a file for real PyTorch',
      () => download(actions.asFile(program)),
      {
        keys: ['Ctrl+S'],
      },
    ),
    entry('save-notebook', 'save', 'Save as .ipynb', 'The program as a notebook, a cell for each paragraph', () =>
      download(actions.asNotebook(program)),
    ),
    entry('open', 'open', 'Open a .py file', 'A program from your disk. It stays on this computer', pick, {
      keys: ['Ctrl+O'],
    }),
    entry(
      'add-file',
      'attach',
      'Add a file',
      'Data of yours that the program can open by its name. It stays on this computer',
      pickFiles,
    ),
    entry(
      'previous',
      'restart',
      'Bring back the last program',
      'The one that was changed and then replaced',
      () => program.bringBack(),
      { enabled: () => program.previous() !== null },
    ),
    ...examples.map((example) =>
      entry(`example-${example.name}`, 'code', `Example: ${example.title}`, example.says, () => program.open(example)),
    ),
  ];
}

/** @param {Reach} reach @returns {CommandEntry[]} */
export function viewCommands({ settings, view }) {
  const entry = inGroup('View');
  const go = (/** @type {Tab} */ tab, /** @type {View['focus']} */ focus) => () => {
    view.tab = tab;
    view.focus = focus;
  };
  const inspector = () => {
    view.tab = 'inspect';
    if (view.medium) view.inspecting = !view.inspecting;
    else if (!view.narrow) settings.toggle('inspectorOpen');
  };
  return [
    entry('commands', 'search', 'Commands', 'Find anything that can be done', () => (view.dialog = 'commands'), {
      keys: ['Ctrl+K'],
    }),
    entry(
      'reference',
      'book',
      'Reference',
      'Every op, layer, loss and optimizer: formula, gradient, shapes, an example that runs',
      () => void open(referencePage(), '_blank'),
    ),
    entry('help', 'help', 'Help', 'What is what, and all keys', () => (view.dialog = 'help'), { keys: ['?'] }),
    entry('go-code', 'code', 'Go to the code', 'Puts the cursor into the editor', go('code', 'code'), {
      keys: ['Alt+1'],
    }),
    entry('go-graph', 'graph', 'Go to the graph', 'Walk it with the arrow keys', go('graph', 'graph'), {
      keys: ['Alt+2'],
    }),
    entry(
      'go-prompt',
      'output',
      'Go to the prompt',
      'Evaluate a line where the program stands',
      go('output', 'prompt'),
      {
        keys: ['Alt+3'],
      },
    ),
    entry('inspector', 'panel', 'Inspector', 'Show or hide the inspector', inspector, { keys: ['Alt+4'] }),
    entry(
      'bottom',
      'output',
      'Output and plots',
      'Show or hide the lower panels',
      () => settings.toggle('bottomOpen'),
      {
        keys: ['Alt+5'],
      },
    ),
    entry('theme', settings.theme, 'Theme', 'Light, dark, or as the system has it', () => settings.nextTheme()),
  ];
}
