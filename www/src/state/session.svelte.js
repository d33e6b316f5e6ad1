/**
 * What the page knows of the program: the updates of the engine, merged. Read it anywhere; change it by commands only.
 * Nothing here touches the document, so tests run it without a browser.
 *
 * @import { Answer, Command, Diagnostic, Failure, Figure, FlowSample, FrameView, Graph, Hint, LoopView, LossPoint, ModuleSlot, OutputChunk, ParameterView, Progress, Status, Timeline, Unit, Update, Variable } from '../engine/protocol.ts'
 */
import { Client } from '../engine/client.js';
import { joinedFlow } from '../engine/merge.js';
import { withMore } from './console.js';

const NO_OUTPUT = { chunks: [], dropped: 0 };

/** Commands that do something with the program; a refusal of one is said to the learner. */
const ACTS = new Set(['step', 'run', 'act', 'eval', 'seek', 'restart', 'load', 'edited', 'addFile', 'removeFile']);

/** @typedef {{ send: (command: Command) => Promise<Answer> }} Engine */
/** @typedef {{ update: (update: Update) => void, restarted: (why: string, anew: boolean) => void }} Listener */

export class Session {
  /** @type {Engine} */
  #engine;
  run = $state(0);
  /** @type {Status} */
  status = $state('empty');
  /** Outermost first. @type {FrameView[]} */
  frames = $state.raw([]);
  head = $state(0);
  cursor = $state(0);
  /** The files that the learner gave, to give them again to a new engine. @type {Map<string, Uint8Array>} */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #given = new Map();
  /** What was printed, and how many lines of it were let go of. @type {{ chunks: OutputChunk[], dropped: number }} */
  output = $state.raw(NO_OUTPUT);
  /** @type {Failure | null} */
  error = $state.raw(null);
  /** @type {Diagnostic[]} */
  diagnostics = $state.raw([]);
  /** @type {Hint[]} */
  hints = $state.raw([]);
  /** @type {Graph | null} */
  graph = $state.raw(null);
  /** @type {Progress | null} */
  progress = $state.raw(null);
  /** @type {Timeline} */
  timeline = $state.raw({ iterations: [], ops: 0 });
  /** @type {LoopView | null} */
  loop = $state.raw(null);
  /** @type {ParameterView[]} */
  parameters = $state.raw([]);
  /** @type {Variable[]} */
  variables = $state.raw([]);
  /** @type {LossPoint[]} */
  losses = $state.raw([]);
  /** @type {FlowSample[]} */
  flow = $state.raw([]);
  /** @type {Figure[]} */
  figures = $state.raw([]);
  /** @type {ModuleSlot[]} */
  structure = $state.raw([]);
  /** What the program can read or has written. @type {import('../engine/protocol.ts').FileView[]} */
  files = $state.raw([]);
  /** @type {string | null} */
  thinned = $state(null);
  /** What the engine was told last, to tell it again after a breakdown. */
  program = $state.raw({ name: 'digits.py', text: '' });
  /** @type {import('../engine/protocol.ts').Breakpoint[]} */
  breakpoints = $state.raw([]);
  /** Why the engine had to be started anew. @type {string | null} */
  breakdown = $state(null);
  /** Breakdowns since the program text last changed: a text that breaks the engine is not loaded for ever. */
  #breakdowns = 0;

  /** Whether the present, not the past, is looked at. */
  atHead = $derived(this.cursor === this.head);
  /** Gradient flow up to the instant looked at. */
  flowSoFar = $derived(this.flow.filter(({ instant }) => instant <= this.cursor));
  running = $derived(this.status === 'running');
  /** The run that graph and hints speak of. */
  pictureRun = $state(0);
  pictureIsOld = $derived(this.pictureRun !== this.run);
  /** Why the last step, run or act was not done. @type {{ reason: string } | null} */
  refusal = $state.raw(null);
  /** The innermost frame. @type {FrameView | null} */
  frame = $derived(this.frames.at(-1) ?? null);

  /** @param {(listener: Listener) => Engine} connect */
  constructor(connect = (listener) => new Client(listener)) {
    this.#engine = connect({
      update: (update) => this.merge(update),
      restarted: (why, anew) => this.#restarted(why, anew),
    });
  }

  /** @param {Command} command */
  async send(command) {
    const answer = await this.#engine.send(command);
    if (ACTS.has(command.do)) this.refusal = answer.answer === 'refused' ? { reason: answer.reason } : null;
    return answer;
  }

  /** @param {string} name @param {string} text */
  load(name, text) {
    this.program = { name, text };
    this.#breakdowns = 0;
    this.breakdown = null;
    return this.send({ do: 'load', name, text });
  }

  /** @param {string} text */
  edited(text) {
    this.program = { ...this.program, text };
    this.#breakdowns = 0;
    return this.send({ do: 'edited', text });
  }

  /** @param {Unit} unit @param {boolean} [back] */
  step(unit, back = false) {
    return this.send({ do: 'step', unit, back });
  }

  /** @param {import('../engine/protocol.ts').Breakpoint[]} lines */
  setBreakpoints(lines) {
    this.breakpoints = lines;
    return this.send({ do: 'breakpoints', lines });
  }

  /**
   * Gives the program a file that it can open by its name.
   * @param {string} name @param {Uint8Array} bytes @returns {Promise<boolean>} whether it was taken
   */
  async addFile(name, bytes) {
    const answer = await this.send({ do: 'addFile', name, bytes });
    if (answer.answer === 'refused') return false;
    this.#given.set(name, bytes);
    return true;
  }

  /** Takes a file away again. @param {string} name */
  removeFile(name) {
    this.#given.delete(name);
    return this.send({ do: 'removeFile', name });
  }

  /** The bytes of a file as they are now. @param {string} name @returns {Promise<Uint8Array | null>} */
  async file(name) {
    const answer = await this.send({ do: 'file', name });
    return answer.answer === 'file' ? answer.bytes : null;
  }

  /** Texts of library files by name: nothing shows this map itself. @type {Map<string, string>} */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #sources = new Map();

  /**
   * The text of a library file.
   * @param {string} file
   * @returns {Promise<{ text: string } | { text: null, reason: string }>}
   */
  async source(file) {
    const known = this.#sources.get(file);
    if (known !== undefined) return { text: known };
    const answer = await this.send({ do: 'source', file });
    if (answer.answer !== 'source') {
      return { text: null, reason: answer.answer === 'refused' ? answer.reason : `${file} has no text here.` };
    }
    this.#sources.set(file, answer.text);
    return { text: answer.text };
  }

  /** @param {Update} update */
  merge(update) {
    if (update.run < this.run) return;
    if (update.run !== this.run) this.#begin(update.run);
    if (update.graph || update.diagnostics?.some(({ severity }) => severity === 'error')) this.pictureRun = update.run;
    this.status = update.status;
    this.frames = update.frames;
    this.head = update.head;
    this.cursor = update.cursor;
    this.error = update.error ?? null;
    this.diagnostics = update.diagnostics ?? this.diagnostics;
    this.hints = update.hints ?? this.hints;
    this.graph = update.graph ?? this.graph;
    this.progress = update.progress ?? this.progress;
    this.timeline = update.timeline ?? this.timeline;
    this.loop = update.loopView ?? this.loop;
    this.parameters = update.parameters ?? this.parameters;
    this.variables = update.variables ?? this.variables;
    this.figures = update.figures ?? this.figures;
    this.structure = update.structure ?? this.structure;
    this.files = update.files ?? this.files;
    this.thinned = update.thinned ?? (update.clear ? null : this.thinned);
    this.output = withMore(update.clear ? NO_OUTPUT : this.output, update.output);
    this.losses = joined(update.clear ? [] : this.losses, update.losses);
    this.flow = joinedFlow(update.clear ? [] : this.flow, update.flow);
  }

  /**
   * Another run: nothing of the former one may pass for its result. Graph, hints and structure stay to be seen until the
   * new ones arrive, marked as old by `pictureIsOld`.
   * @param {number} run
   */
  #begin(run) {
    this.run = run;
    this.progress = null;
    this.loop = null;
    this.timeline = { iterations: [], ops: 0 };
    this.parameters = [];
    this.variables = [];
    this.figures = [];
    this.losses = [];
    this.flow = [];
  }

  /** @param {string} why @param {boolean} anew whether there is an engine to go on with */
  #restarted(why, anew) {
    this.breakdown = why;
    this.status = 'empty';
    this.frames = [];
    if (!anew || ++this.#breakdowns > 1) return;
    for (const [name, bytes] of this.#given) this.send({ do: 'addFile', name, bytes });
    this.send({ do: 'load', ...this.program });
    if (this.breakpoints.length) this.send({ do: 'breakpoints', lines: this.breakpoints });
  }
}

/** @template T @param {T[]} before @param {T[]} more @returns {T[]} */
const joined = (before, more) => (more.length ? [...before, ...more] : before);
