/**
 * The program text: the document of this page. The editor shows it and reports typing; palette, forms and repairs edit
 * it through here, each as one step of the editor's undo history. The engine is told when typing rests for a moment.
 *
 * @import { Edit, TextEdit } from '../engine/protocol.ts'
 * @import { Session } from './session.svelte.js'
 * @import { Keeper } from './storage.js'
 */
import { examples } from './examples.js';
import { keep, recall } from './storage.js';
import { applyEdits } from './text.js';

const REST_MS = 350;

/**
 * What the document asks of an editor.
 * @typedef {object} Editor
 * @property {(text: string) => void} replace a new document, with a new undo history
 * @property {(edits: TextEdit[]) => void} apply one undo step; reports the new text through `typed`
 */

/** @typedef {{ name: string, text: string }} Program */

export class Document {
  #session;
  #keeper;
  name = $state('');
  text = $state('');
  /** Counts the programs opened. */
  opened = $state(0);
  /** @type {Editor | undefined} */
  #editor;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {Session} session @param {Keeper} [keeper] */
  constructor(session, keeper) {
    this.#session = session;
    this.#keeper = keeper;
  }

  /** The program of the last visit. @returns {Program | null} */
  recall() {
    const kept = recall('program', /** @type {Program | null} */ (null), this.#keeper);
    return typeof kept?.name === 'string' && typeof kept.text === 'string' ? kept : null;
  }

  /** The program that the last opened one took the place of. @returns {Program | null} */
  previous() {
    return recall('previous', /** @type {Program | null} */ (null), this.#keeper);
  }

  /** @param {Editor} editor @returns {() => void} */
  attach(editor) {
    this.#editor = editor;
    editor.replace(this.text);
    return () => {
      if (this.#editor === editor) this.#editor = undefined;
    };
  }

  /** Nothing typed is lost when another program is opened. @param {string} next */
  #keepAside(next) {
    const { name, text } = this.text ? this : (this.recall() ?? { name: '', text: '' });
    if (!text.trim() || text === next || examples.some((example) => example.text === text)) return;
    keep('previous', { name, text }, this.#keeper);
  }

  /** Opens a program in the place of this one, which is kept aside if it holds work. @param {Program} program */
  open({ name, text }) {
    this.#keepAside(text);
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.name = name;
    this.text = text;
    this.opened += 1;
    this.#editor?.replace(text);
    this.#save();
    return this.#session.load(name, text);
  }

  /** The program that this one took the place of, and this one in its place. */
  bringBack() {
    const before = this.previous();
    if (before) this.open(before);
  }

  /** The learner typed. @param {string} text */
  typed(text) {
    if (text === this.text) return;
    this.text = text;
    this.#save();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.settle(), REST_MS);
  }

  /** Tells the engine of the text now, if it does not know it. @returns {Promise<unknown>} */
  async settle() {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#session.edited(this.text);
  }

  /** Edits that speak of the text as it is. @param {TextEdit[]} edits */
  async apply(edits) {
    if (this.#editor) this.#editor.apply(edits);
    else this.typed(applyEdits(this.text, edits));
    await this.settle();
  }

  /**
   * An edit from the picture: the engine works out what it means for the text.
   * @param {Edit} edit
   * @returns {Promise<string | null>} why it cannot be done, when it cannot
   */
  async edit(edit) {
    await this.settle();
    const before = this.text;
    const answer = await this.#session.send({ do: 'edit', edit });
    if (answer.answer === 'refused') return answer.reason;
    if (answer.answer !== 'edits') return 'The engine did not say how to edit the program.';
    // Typed in between: the answer speaks of another text.
    if (this.text !== before) return 'The program changed meanwhile. Try it once more.';
    await this.apply(answer.edits);
    return null;
  }

  #save() {
    keep('program', { name: this.name, text: this.text }, this.#keeper);
  }
}
