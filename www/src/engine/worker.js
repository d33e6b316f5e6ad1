/** The thread that the engine lives in: joins the wasm instance to the page's messages. */
import init, { Kindling } from 'kindling-wasm';
import { fetchAll, named } from './datasets.js';
import { Turns } from './turns.js';

/** @import { Command } from './protocol.ts' */
/** @import { Told } from './turns.js' */

/** @typedef {{ type: 'command', id: number, command: Command } | { type: 'drawn' }} ToWorker */
/** @typedef {Told | { type: 'ready' } | { type: 'crashed', message: string }} FromWorker */

/** @type {Turns | undefined} */
let turns;
/** @type {Kindling | undefined} */
let engine;
/** What came before the engine, or the data that a program names, was there. @type {ToWorker[] | undefined} */
let early = [];
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

self.onmessage = (/** @type {MessageEvent<ToWorker>} */ { data }) => {
  if (early) early.push(data);
  else if (turns) receive(turns, data);
};

/** Takes what waited, in its order. @param {Turns} to */
function takeEarly(to) {
  const waiting = early ?? [];
  early = undefined;
  for (const message of waiting) {
    // One of them may have to wait again, and all after it with it.
    if (early) /** @type {ToWorker[]} */ (early).push(message);
    else receive(to, message);
  }
}

/** @param {Turns} to @param {ToWorker} message */
function receive(to, message) {
  const sets = message.type === 'command' && 'text' in message.command ? named(message.command.text) : [];
  if (sets.length > 0) {
    early = [message];
    fetchAll(sets, (path, bytes) => engine?.put(path, bytes)).then(() => takeEarly(to));
    return;
  }
  if (message.type === 'drawn') guard(() => to.drawn());
  else to.take(message.id, message.command);
}

init().then((exports) => {
  memory = exports?.memory;
  engine = new Kindling();
  turns = new Turns(engine, post, again);
  post({ type: 'ready' });
  takeEarly(turns);
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
