/**
 * What has happened to each item of the picture by the instant looked at.
 *
 * @import { Progress } from '../engine/protocol.ts'
 * @import { Item, Link, View } from './collapse.js'
 */

/**
 * @typedef {'none' | 'some' | 'all'} Part
 * @typedef {object} ItemState
 * @property {Part} forward how much of it has a value
 * @property {Part} backward how much of it backward has walked
 * @property {boolean} now whether it, or something hidden in it, is being executed
 * @property {boolean} freed
 * @property {boolean} failed
 * @property {boolean} cut
 *
 * @typedef {object} StrandState
 * @property {boolean} value whether the tensor exists
 * @property {boolean} gradient whether a gradient has flowed back along it
 * @property {boolean} grad whether a gradient can flow along it at all
 * @property {boolean} cut
 * @property {boolean} freed
 * @property {'forward' | 'backward' | null} travel what moves along it now
 */

export class Happened {
  #forward;
  #backward;
  #freed;
  #now;
  #isBackward;
  /** @type {Map<number, import('../engine/protocol.ts').Node>} */
  #nodes;

  /** @param {Progress | null} progress @param {import('../engine/protocol.ts').Graph} graph */
  constructor(progress, graph) {
    this.#forward = new Set(progress?.forwardDone);
    this.#backward = new Set(progress?.backwardDone);
    this.#freed = new Set(progress?.freed);
    this.#now = progress?.now ?? null;
    this.#isBackward = progress?.backward ?? false;
    this.#nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  }

  /** @param {Item} item @returns {ItemState} */
  item(item) {
    const nodes = item.members.map((id) => this.#nodes.get(id)).filter((node) => node !== undefined);
    const ops = nodes.filter((node) => node.kind === 'op' || node.kind === 'loss');
    const counted = ops.length ? ops : nodes;
    const walkable = nodes.filter((node) => node.requiresGrad || this.#backward.has(node.id));
    return {
      forward: part(counted, this.#forward),
      backward: part(walkable, this.#backward),
      now: this.#now != null && item.members.includes(this.#now),
      freed: ops.length > 0 && ops.every((node) => this.#freed.has(node.id)),
      failed: nodes.some((node) => node.failed),
      cut: nodes.length > 0 && nodes.every((node) => node.cut),
    };
  }

  /** @param {readonly Link[]} links @returns {StrandState} */
  strand(links) {
    const edges = links.flatMap((link) => link.edges);
    const has = (/** @type {Set<number>} */ set, /** @type {number} */ id) => set.has(id);
    const grad = edges.some((edge) => this.#nodes.get(edge.from)?.requiresGrad && !edge.cut);
    const arriving = edges.some((edge) => edge.to === this.#now);
    return {
      value: edges.some((edge) => has(this.#forward, edge.from)),
      gradient: edges.some((edge) => this.#flowed(edge)),
      grad,
      cut: edges.length > 0 && edges.every((edge) => edge.cut),
      freed: edges.length > 0 && edges.every((edge) => has(this.#freed, edge.to)),
      travel: !arriving ? null : !this.#isBackward ? 'forward' : grad ? 'backward' : null,
    };
  }

  /** @param {import('../engine/protocol.ts').Edge} edge */
  #flowed(edge) {
    return this.#backward.has(edge.to) && !edge.cut && Boolean(this.#nodes.get(edge.from)?.requiresGrad);
  }
}

/** @param {{ id: number }[]} nodes @param {Set<number>} done @returns {Part} */
function part(nodes, done) {
  const count = nodes.filter((node) => done.has(node.id)).length;
  if (count === 0) return 'none';
  return count === nodes.length ? 'all' : 'some';
}

/**
 * The item that stands for a node: itself, or the closed group it is hidden in.
 * @param {View} view @param {number | null} node
 */
export function itemOf(view, node) {
  if (node == null) return null;
  for (const item of view.items.values()) if (!item.open && item.members.includes(node)) return item;
  return null;
}
