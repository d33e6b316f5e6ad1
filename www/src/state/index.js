/** The one session and the one selection of this page. */
import { Selection } from './selection.svelte.js';
import { Session } from './session.svelte.js';

export const session = new Session();
export const selection = new Selection();
