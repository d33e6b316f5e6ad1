/**
 * The order of things in the engine's thread. Commands are done in their order; after each, and while a program runs,
 * the engine gets slices of about 10 ms, so that a command never waits longer than one slice. The page is told what
 * changed when it has drawn what it was told before: at most one update a frame, however slow the frames are.
 *
 * @import { Answer, Command, Update } from './protocol.ts'
 */
import { mergeUpdates } from './merge.js';

const SLICE_MS = 10;
const FEWEST = 200;
const MOST = 5_000_000;

/** @typedef {{ command: (command: Command) => Answer | undefined, slice: (instructions: number) => Update | undefined, busy: () => boolean }} Engine */
/** @typedef {{ type: 'update', update: Update } | { type: 'answer', id: number, answer: Answer | undefined }} Told */

export class Turns {
  #engine;
  #tell;
  #again;
  #now;
  /** @type {{ id: number, command: Command }[]} */
  #queue = [];
  /** @type {Update | undefined} */
  #pending;
  #pageIsDrawing = false;
  /** Instructions that take about SLICE_MS here: found by measuring. */
  #budget = 2_000;

  /**
   * @param {Engine} engine
   * @param {(told: Told) => void} tell
   * @param {() => void} again asks for another turn, soon
   * @param {() => number} now milliseconds
   */
  constructor(engine, tell, again, now = () => performance.now()) {
    this.#engine = engine;
    this.#tell = tell;
    this.#again = again;
    this.#now = now;
  }

  /** @param {number} id @param {Command} command */
  take(id, command) {
    this.#queue.push({ id, command });
    this.#again();
  }

  /** The page has drawn the last update. */
  drawn() {
    this.#pageIsDrawing = false;
    this.#flush();
  }

  /** One command at most, and one slice. */
  turn() {
    const next = this.#queue.shift();
    if (next) this.#tell({ type: 'answer', id: next.id, answer: this.#engine.command(next.command) });
    const start = this.#now();
    const update = this.#engine.slice(this.#budget);
    if (update) this.#pending = mergeUpdates(this.#pending, update);
    const busy = this.#engine.busy();
    if (busy) this.#adapt(this.#now() - start);
    this.#flush();
    if (busy || this.#queue.length) this.#again();
  }

  /** @param {number} took milliseconds of the last slice */
  #adapt(took) {
    const factor = Math.min(2, Math.max(0.25, SLICE_MS / Math.max(took, 0.1)));
    this.#budget = Math.round(Math.min(MOST, Math.max(FEWEST, this.#budget * factor)));
  }

  #flush() {
    if (!this.#pending || this.#pageIsDrawing) return;
    const update = this.#pending;
    this.#pending = undefined;
    this.#pageIsDrawing = true;
    this.#tell({ type: 'update', update });
  }
}
