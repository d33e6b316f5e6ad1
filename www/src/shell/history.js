/**
 * The browser's Back undoes a jump in time. An entry of its history knows the instant that was looked at, and of which
 * run: instants of another run mean nothing here.
 *
 * @import { Session } from '../state/session.svelte.js'
 */
import { seek } from '../state/actions.js';

/** @param {{ run: number, from: number, to: number }} jump */
export function rememberJump({ run, from, to }) {
  history.replaceState({ run, instant: from }, '');
  history.pushState({ run, instant: to }, '');
}

/** @param {Session} session @param {unknown} state of the entry that the browser went to */
export function goBackTo(session, state) {
  const { run, instant } = /** @type {{ run?: number, instant?: number }} */ (state ?? {});
  if (run === session.run && typeof instant === 'number' && !session.running) void seek(session, instant);
}
