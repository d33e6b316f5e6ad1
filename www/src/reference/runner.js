/**
 * Runs a program and says what it printed. One engine for all examples of the page, started with the first.
 *
 * @import { Answer, Command, Update } from '../engine/protocol.ts'
 */

/** @typedef {{ printed: string, failure: { text: string, because: string } | null }} Outcome */
/** @typedef {{ send: (command: Command) => Promise<Answer> }} Engine */
/** @typedef {{ update: (update: Update) => void, restarted: (why: string, anew: boolean) => void }} Listener */

const OVER = ['finished', 'failed', 'interrupted'];

export class Runner {
  #start;
  /** @type {Engine | undefined} */
  #engine;
  #printed = '';
  /** Whether the program of now has been told to run: what comes before is of its dry run. */
  #running = false;
  /** @type {((outcome: Outcome) => void) | undefined} */
  #done;

  /** @param {(listener: Listener) => Engine} start */
  constructor(start) {
    this.#start = start;
  }

  /** Runs one program; one that was running before is given up. @param {string} text @returns {Promise<Outcome>} */
  async run(text) {
    this.#engine ??= this.#start({
      update: (update) => this.#update(update),
      restarted: (why) => this.#end({ printed: this.#printed, failure: { text: why, because: '' } }),
    });
    this.#end({ printed: '', failure: { text: 'Another example was run.', because: '' } });
    this.#running = false;
    this.#printed = '';
    /** @type {Promise<Outcome>} */
    const outcome = new Promise((resolve) => (this.#done = resolve));
    await this.#engine.send({ do: 'load', name: 'example.py', text });
    this.#running = true;
    const answer = await this.#engine.send({ do: 'run', record: false });
    if (answer.answer === 'refused') this.#end({ printed: '', failure: { text: answer.reason, because: '' } });
    return outcome;
  }

  /** @param {Update} update */
  #update(update) {
    if (!this.#running) return;
    if (update.clear) this.#printed = '';
    this.#printed += update.output.map((chunk) => (chunk.stream === 'note' ? '' : chunk.text)).join('');
    if (!OVER.includes(update.status)) return;
    const { error } = update;
    this.#end({
      printed: this.#printed,
      failure: error ? { text: `${error.kind}: ${error.message}`, because: error.because } : null,
    });
  }

  /** @param {Outcome} outcome */
  #end(outcome) {
    this.#done?.(outcome);
    this.#done = undefined;
  }
}
