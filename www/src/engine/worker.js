/**
 * The thread that the engine lives in. Commands are done in their order; between them a running program gets slices of
 * about 10 ms, so that a command never waits longer than one slice. The page is told what changed when it has drawn
 * what it was told before: at most one update a frame, however slow the frames are.
 */
import init, { Kindling } from 'kindling-wasm';
import { mergeUpdates } from './merge.js';

/** @import { Command, Update } from './protocol.ts' */

/** @typedef {{ type: 'command', id: number, command: Command } | { type: 'drawn' }} ToWorker */
/** @typedef {{ type: 'ready' } | { type: 'update', update: Update } | { type: 'answer', id: number, answer: import('./protocol.ts').Answer | undefined } | { type: 'crashed', message: string }} FromWorker */

const SLICE_MS = 10;

/** @type {Kindling | undefined} */
let kindling;
/** @type {WebAssembly.Memory | undefined} */
let memory;
/** @type {{ id: number, command: Command }[]} */
const queue = [];
/** @type {Update | undefined} */
let pending;
let pageIsDrawing = false;
let scheduled = false;
let dead = false;
/** Instructions that take about SLICE_MS here; found by measuring. */
let budget = 2_000;

// A message to ourselves is the next task without the delay of a timer, and lets the page's messages in between.
const channel = new MessageChannel();
channel.port1.onmessage = () => {
  scheduled = false;
  guard(turn);
};

self.onmessage = (/** @type {MessageEvent<ToWorker>} */ { data }) => {
  if (data.type === 'drawn') {
    pageIsDrawing = false;
    flush();
  } else {
    queue.push(data);
    schedule();
  }
};

init().then(
  (exports) => {
    memory = exports?.memory;
    kindling = new Kindling();
    post({ type: 'ready' });
    schedule();
  },
  (error) => crashed(error),
);

function turn() {
  if (!kindling) return;
  const next = queue.shift();
  if (next) {
    const answer = kindling.command(next.command);
    post({ type: 'answer', id: next.id, answer }, transferables(answer));
  }
  const start = performance.now();
  const update = kindling.slice(budget);
  if (update) pending = mergeUpdates(pending, update);
  const busy = kindling.busy();
  if (busy) adapt(performance.now() - start);
  flush();
  if (busy || queue.length) schedule();
}

/** @param {number} took milliseconds of the last slice */
function adapt(took) {
  const factor = Math.min(2, Math.max(0.25, SLICE_MS / Math.max(took, 0.1)));
  budget = Math.round(Math.min(5_000_000, Math.max(200, budget * factor)));
}

function flush() {
  if (!pending || pageIsDrawing) return;
  const update = pending;
  pending = undefined;
  pageIsDrawing = true;
  post({ type: 'update', update });
}

function schedule() {
  if (scheduled || dead) return;
  scheduled = true;
  channel.port2.postMessage(null);
}

/** @param {() => void} work */
function guard(work) {
  try {
    work();
  } catch (error) {
    crashed(error);
  }
}

/** After a panic the instance's memory cannot be trusted: nothing more is asked of it. @param {unknown} error */
function crashed(error) {
  dead = true;
  queue.length = 0;
  kindling = undefined;
  post({ type: 'crashed', message: error instanceof Error ? error.message : String(error) });
}

/** @param {FromWorker} message @param {Transferable[]} [transfer] */
function post(message, transfer = []) {
  self.postMessage(message, { transfer });
}

/**
 * The buffers of the tensors in an answer, to be moved instead of copied.
 * @param {unknown} value
 * @param {Transferable[]} [found]
 */
function transferables(value, found = []) {
  if (ArrayBuffer.isView(value)) {
    const { buffer } = value;
    if (buffer instanceof ArrayBuffer && buffer !== memory?.buffer && !found.includes(buffer)) found.push(buffer);
  } else if (value && typeof value === 'object') {
    for (const child of Object.values(value)) transferables(child, found);
  }
  return found;
}
