/**
 * What the learner points at. Selecting in the code, the graph or the timeline selects in all three.
 *
 * @import { Graph } from '../engine/protocol.ts'
 */
export class Selection {
  /** The node of the graph that the inspector shows. @type {number | null} */
  node = $state(null);
  /** The module that was selected as a whole, by its path: ids change from run to run. @type {string | null} */
  group = $state(null);
  /** The tensor of the record that the inspector shows instead, when one was chosen. @type {number | null} */
  tensor = $state(null);
  /** Pointed at for a moment, by mouse or focus. @type {number | null} */
  hovered = $state(null);
  /** The line of the program that was chosen, from 1. @type {number | null} */
  line = $state(null);

  /** @param {number | null} node @param {Graph | null} graph */
  selectNode(node, graph) {
    this.node = node;
    this.tensor = this.group = null;
    this.line = graph?.nodes.find((candidate) => candidate.id === node)?.span?.line ?? null;
  }

  /** Selects a module; `node` is what comes out of it. @param {string} path @param {number | null} node @param {Graph | null} graph */
  selectGroup(path, node, graph) {
    this.selectNode(node, graph);
    this.group = path;
  }

  /** @param {number | null} tensor */
  selectTensor(tensor) {
    this.tensor = tensor;
    this.group = null;
  }

  /** Chooses a line, and the last thing made on it. @param {number} line @param {Graph | null} graph */
  selectLine(line, graph) {
    this.line = line;
    const made = graph?.nodes.filter((node) => node.span && node.span.line <= line && line <= node.span.endLine) ?? [];
    this.node = made.at(-1)?.id ?? this.node;
    this.tensor = this.group = null;
  }

  clear() {
    this.node = this.group = this.tensor = this.hovered = this.line = null;
  }
}
