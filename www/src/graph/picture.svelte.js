/**
 * What is on show: a graph, which of its groups are open, and where everything stands. A new one takes the place of the
 * old only when it is laid out, all at once.
 *
 * @import { Graph } from '../engine/protocol.ts'
 * @import { Item, View } from './collapse.js'
 * @import { Direction, Layout } from './layout.js'
 */
import { collapse, openGroups } from './collapse.js';
import { laidOut } from './layouts.js';
import { sameStructure } from './structure.js';

/** @typedef {{ graph: Graph, view: View, layout: Layout, direction: Direction }} Shown */

export class Picture {
  /** @type {Shown | null} */
  shown = $state.raw(null);
  /** What the learner has opened and closed, by path: ids change from run to run. @type {Readonly<Record<string, boolean>>} */
  #choices = {};
  /** @type {Graph | null} */
  #graph = null;
  /** @type {Direction} */
  #direction = 'right';
  #turn = 0;

  /** Shows a graph. One of the same structure as that on show leaves everything where it is. @param {Graph | null} graph @param {Direction} direction */
  show(graph, direction) {
    const same = this.#graph && graph && direction === this.#direction && sameStructure(this.#graph, graph);
    if (same) return;
    this.#graph = graph;
    this.#direction = direction;
    return this.#arrange();
  }

  /** Opens a closed group or closes an open one. @param {Item} item */
  toggle(item) {
    if (!item.group) return;
    this.#choices = { ...this.#choices, [item.group.path]: !item.open };
    return this.#arrange();
  }

  async #arrange() {
    const turn = ++this.#turn;
    const [graph, direction] = [this.#graph, this.#direction];
    if (!graph) {
      this.shown = null;
      return;
    }
    const view = collapse(graph, openGroups(graph, this.#choices));
    const layout = await laidOut(view, direction);
    if (turn === this.#turn) this.shown = { graph, view, layout, direction };
  }
}
