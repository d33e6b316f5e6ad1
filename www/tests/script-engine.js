/**
 * A scripted engine with the interface of the wasm one, for work on the page alone (`KINDLING_ENGINE=script`) and for
 * tests of the page's own logic. Never part of a build that is served.
 *
 * @import { Answer, Command, Update } from '../src/engine/protocol.ts'
 */
import { anUpdate } from './updates.js';

export class Kindling {
  #run = 0;
  /** @type {Update | undefined} */
  #update;

  /** @param {Command} command @returns {Answer | undefined} */
  command(command) {
    if (command.do === 'load' || command.do === 'edited' || command.do === 'restart') this.#run += 1;
    this.#update = anUpdate({ run: this.#run, status: 'ready', clear: true, hints: [], diagnostics: [] });
    return undefined;
  }

  slice() {
    const update = this.#update;
    this.#update = undefined;
    return update;
  }

  busy() {
    return false;
  }
}

export default async function init() {
  return {};
}
