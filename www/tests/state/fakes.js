/** @import { Answer, Command } from '../../src/engine/protocol.ts' */
import { Session } from '../../src/state/session.svelte.js';

/** A session over an engine that notes what it is sent. @param {(command: Command) => Answer} [answer] */
export function fakeSession(answer = () => ({ answer: 'done' })) {
  /** @type {Command[]} */
  const sent = [];
  /** @type {import('../../src/state/session.svelte.js').Listener | undefined} */
  let listener;
  const session = new Session((given) => {
    listener = given;
    return {
      send: async (command) => {
        sent.push(command);
        return answer(command);
      },
    };
  });
  return { session, sent, breakDown: (/** @type {boolean} */ anew) => listener?.restarted('It broke.', anew) };
}

/** What a browser keeps, without a browser. */
export function fakeKeeper() {
  const kept = new Map();
  return {
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => void kept.set(key, value),
    removeItem: (/** @type {string} */ key) => void kept.delete(key),
  };
}
