/**
 * The page's only way to the engine: commands as promises, updates as events.
 *
 * @import { Answer, Command, Update } from './protocol.ts'
 * @import { FromWorker, ToWorker } from './worker.js'
 */

/** How long Stop may go unanswered before the worker is replaced: one huge operation can hold it for that long. */
const STOP_PATIENCE_MS = 3_000;

/**
 * @typedef {object} Listener
 * @property {(update: Update) => void} update
 * @property {(why: string, anew: boolean) => void} restarted the engine broke down; whether there is a new one
 */

/** @returns {Worker} */
const startWorker = () => new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'kindling' });

/** @param {() => void} draw */
const nextFrame = (draw) => {
  // A hidden page draws no frames, but a program goes on running there.
  if (document.hidden) setTimeout(draw, 100);
  else requestAnimationFrame(draw);
};

export class Client {
  #listener;
  #start;
  #whenDrawn;
  /** @type {Worker} */
  #worker;
  /** @type {Map<number, { resolve: (answer: Answer) => void, command: Command }>} */
  #waiting = new Map();
  #lastId = 0;
  /** Updates of runs before this one are dropped. */
  #run = 0;
  /** Runs counted by workers that are gone, so that a new worker's runs are newer. */
  #runsBefore = 0;
  /** Whether this worker has an engine. One that never had is not tried for ever. */
  #ready = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #stopTimer;

  /**
   * @param {Listener} listener
   * @param {() => Worker} [start] for tests
   * @param {(draw: () => void) => void} [whenDrawn] for tests
   */
  constructor(listener, start = startWorker, whenDrawn = nextFrame) {
    this.#listener = listener;
    this.#start = start;
    this.#whenDrawn = whenDrawn;
    this.#worker = this.#newWorker();
  }

  /**
   * Sends a command. Its answer is `done` for those that ask nothing.
   * @param {Command} command
   * @returns {Promise<Answer>}
   */
  send(command) {
    const id = ++this.#lastId;
    /** @type {Promise<Answer>} */
    const answer = new Promise((resolve) => this.#waiting.set(id, { resolve, command }));
    this.#post({ type: 'command', id, command });
    if (command.do === 'stop') {
      clearTimeout(this.#stopTimer);
      this.#stopTimer = setTimeout(
        () =>
          this.#restart('One operation kept the engine busy and could not be stopped, so the engine was restarted.'),
        STOP_PATIENCE_MS,
      );
    }
    return answer;
  }

  /** Ends the worker. */
  close() {
    clearTimeout(this.#stopTimer);
    this.#worker.terminate();
  }

  /** @param {ToWorker} message */
  #post(message) {
    this.#worker.postMessage(message);
  }

  #newWorker() {
    const worker = this.#start();
    worker.onmessage = (/** @type {MessageEvent<FromWorker>} */ { data }) => {
      if (worker === this.#worker) this.#receive(data);
    };
    worker.onerror = (event) => {
      if (worker === this.#worker) this.#broken(event.message || 'its file did not arrive');
    };
    return worker;
  }

  /** @param {FromWorker} message */
  #receive(message) {
    if (message.type === 'answer') this.#answer(message.id, message.answer);
    else if (message.type === 'update') this.#update(message.update);
    else if (message.type === 'crashed') this.#broken(message.message);
    else if (message.type === 'ready') this.#ready = true;
  }

  /** @param {number} id @param {Answer | undefined} answer */
  #answer(id, answer) {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    if (waiting.command.do === 'stop') clearTimeout(this.#stopTimer);
    waiting.resolve(answer ?? { answer: 'done' });
  }

  /** @param {Update} update */
  #update(update) {
    const run = update.run + this.#runsBefore;
    if (run >= this.#run) {
      this.#run = run;
      this.#listener.update({ ...update, run });
    }
    const worker = this.#worker;
    this.#whenDrawn(() => {
      if (worker === this.#worker) this.#post({ type: 'drawn' });
    });
  }

  /** @param {string} message */
  #broken(message) {
    if (this.#ready) {
      this.#restart(
        `The engine broke down and was restarted; that is a fault of Kindling, not of your program. (${message})`,
      );
    } else {
      this.close();
      this.#giveUp();
      this.#listener.restarted(
        `The engine could not be loaded: ${message}. Load the page again to try once more.`,
        false,
      );
    }
  }

  /** @param {string} why */
  #restart(why) {
    this.close();
    this.#runsBefore = this.#run + 1;
    this.#ready = false;
    this.#worker = this.#newWorker();
    this.#giveUp();
    this.#listener.restarted(why, true);
  }

  /** Nothing sent to the worker before will be answered. */
  #giveUp() {
    const unanswered = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { resolve } of unanswered) resolve({ answer: 'refused', reason: 'The engine was restarted.' });
  }
}
