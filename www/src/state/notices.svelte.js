/**
 * Words to the learner that belong to no place of the program: a link that could not be read, an engine started anew.
 * They stay until they are closed; a screen reader hears them at once.
 */

import { untrack } from 'svelte';

/** @typedef {{ label: string, run: () => void }} NoticeAction */
/** @typedef {{ id: number, kind: 'note' | 'warning', text: string, actions: NoticeAction[] }} Notice */

export class Notices {
  /** @type {Notice[]} */
  list = $state.raw([]);
  /** Said once to screen readers and shown nowhere: where a step led. */
  said = $state('');
  #lastId = 0;

  /** @param {string} text @param {{ kind?: Notice['kind'], actions?: NoticeAction[] }} [options] */
  show(text, { kind = 'note', actions = [] } = {}) {
    const id = ++this.#lastId;
    // Whoever shows a notice in an effect does not want to show it again because the list changed.
    const others = untrack(() => this.list).filter((notice) => notice.text !== text);
    this.list = [...others, { id, kind, text, actions }];
    return id;
  }

  /** @param {number} id */
  close(id) {
    this.list = this.list.filter((notice) => notice.id !== id);
  }

  /** @param {string} text */
  say(text) {
    this.said = text;
  }
}
