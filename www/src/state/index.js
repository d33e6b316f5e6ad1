/** The one session, document and selection of this page. */
import { Document } from './document.svelte.js';
import { Notices } from './notices.svelte.js';
import { Selection } from './selection.svelte.js';
import { Session } from './session.svelte.js';
import { Settings } from './settings.svelte.js';
import { View } from './view.svelte.js';

export const session = new Session();
export const program = new Document(session);
export const selection = new Selection();
export const settings = new Settings();
export const notices = new Notices();
export const view = new View();
