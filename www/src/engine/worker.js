/** The thread that the engine lives in: joins the wasm instance to the page's messages. */
import init, { Kindling } from 'kindling-wasm';
import { Turns } from './turns.js';

/** @import { Command } from './protocol.ts' */
/** @import { Told } from './turns.js' */

/** @typedef {{ type: 'command', id: number, command: Command } | { type: 'drawn' }} ToWorker */
/** @typedef {Told | { type: 'ready' } | { type: 'crashed', message: string }} FromWorker */

/** @type {Turns | undefined} */
let turns;
/** What came before the engine was there. @type {ToWorker[]} */
const early = [];
/** @type {WebAssembly.Memory | undefined} */
let memory;

// A message to ourselves is the next task without the delay of a timer, and lets the page's messages in between.
const channel = new MessageChannel();
let scheduled = false;
channel.port1.onmessage = () => {
  scheduled = false;
  guard(() => turns?.turn());
};

function again() {
  if (scheduled) return;
  scheduled = true;
  channel.port2.postMessage(null);
}

self.onmessage = (/** @type {MessageEvent<ToWorker>} */ { data }) => (turns ? receive(turns, data) : early.push(data));

/** @param {Turns} to @param {ToWorker} message */
function receive(to, message) {
  if (message.type === 'drawn') guard(() => to.drawn());
  else to.take(message.id, message.command);
}

init().then((exports) => {
  memory = exports?.memory;
  turns = new Turns(new Kindling(), post, again);
  post({ type: 'ready' });
  for (const message of early.splice(0)) receive(turns, message);
}, crashed);

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
  turns = undefined;
  post({ type: 'crashed', message: error instanceof Error ? error.message : String(error) });
}

/** @param {FromWorker} message */
function post(message) {
  self.postMessage(message, { transfer: message.type === 'answer' ? buffersIn(message.answer) : [] });
}

/**
 * The buffers of the tensors in an answer, to be moved instead of copied.
 * @param {unknown} value
 * @param {Transferable[]} [found]
 */
function buffersIn(value, found = []) {
  if (ArrayBuffer.isView(value)) {
    const { buffer } = value;
    if (buffer instanceof ArrayBuffer && buffer !== memory?.buffer && !found.includes(buffer)) found.push(buffer);
  } else if (value && typeof value === 'object') {
    for (const child of Object.values(value)) buffersIn(child, found);
  }
  return found;
}
