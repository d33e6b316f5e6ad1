/**
 * Which boxes, ops and edges of a graph are to be seen when some of its modules are open and the others closed.
 *
 * Keys: `n12` is node 12, `g3` is group 3.
 *
 * @import { Edge, Graph, Group, Node } from '../engine/protocol.ts'
 */
import { pathTo } from '../parts/group-path.js';

/**
 * @typedef {object} Item A node, an open group, or a closed one that stands for all that is in it.
 * @property {string} key
 * @property {string | null} parent key of the open group it stands in
 * @property {Node | null} node
 * @property {Group | null} group
 * @property {boolean} open
 * @property {number} depth
 * @property {number[]} members ids of the nodes that it stands for
 *
 * @typedef {object} Link The edges of the graph that run between the same two items.
 * @property {string} id
 * @property {string} from
 * @property {string} to
 * @property {Edge[]} edges
 *
 * @typedef {object} View
 * @property {Map<string, Item>} items in the order in which the program made them, an open group before its content
 * @property {Link[]} links
 */

/** @param {number} id */
export const nodeKey = (id) => `n${id}`;
/** @param {number} id */
export const groupKey = (id) => `g${id}`;

/**
 * @param {Graph} graph @param {ReadonlySet<number>} open ids of the groups that are open
 * @returns {View}
 */
export function collapse(graph, open) {
  const groups = new Map(graph.groups.map((group) => [group.id, group]));
  const homes = homesOf(graph, groups);
  /** @type {Map<string, Item>} */
  const items = new Map();

  /** The item of a group and of all around it, made when first needed. @param {number} id @returns {Item} */
  const groupItem = (id) => {
    const key = groupKey(id);
    const known = items.get(key);
    if (known) return known;
    const group = /** @type {Group} */ (groups.get(id));
    const around = group.parent == null || !groups.has(group.parent) ? null : groupItem(group.parent);
    if (around && !around.open) return around;
    const item = blank(key, around);
    item.group = group;
    item.open = open.has(id);
    items.set(key, item);
    return item;
  };

  /** @type {Map<number, string>} */
  const seenAs = new Map();
  for (const node of graph.nodes) {
    const home = homes.get(node.id);
    let item = home == null ? null : groupItem(home);
    if (!item || item.open) {
      const own = blank(nodeKey(node.id), item);
      own.node = node;
      items.set(own.key, own);
      item = own;
    }
    seenAs.set(node.id, item.key);
    for (let each = /** @type {Item | undefined} */ (item); each; each = items.get(each.parent ?? '')) {
      each.members.push(node.id);
    }
  }
  return { items, links: linksBetween(shownEdges(graph, seenAs), seenAs) };
}

/** @param {string} key @param {Item | null} parent @returns {Item} */
const blank = (key, parent) => ({
  key,
  parent: parent?.key ?? null,
  node: null,
  group: null,
  open: false,
  depth: parent ? parent.depth + 1 : 0,
  members: [],
});

/**
 * All edges but those of an update to a parameter that is not seen itself: out of a closed module they would run through
 * the others to say no more than that it learns.
 * @param {Graph} graph @param {Map<number, string>} seenAs
 */
function shownEdges(graph, seenAs) {
  const kinds = new Map(graph.nodes.map((node) => [node.id, node.kind]));
  const hidden = (/** @type {Edge} */ { from, to }) =>
    kinds.get(to) === 'update' && kinds.get(from) === 'parameter' && seenAs.get(from) !== nodeKey(from);
  return graph.edges.filter((edge) => !hidden(edge));
}

/** @param {Edge[]} edges @param {Map<number, string>} seenAs @returns {Link[]} */
function linksBetween(edges, seenAs) {
  /** @type {Map<string, Link>} */
  const links = new Map();
  for (const edge of edges) {
    const from = seenAs.get(edge.from);
    const to = seenAs.get(edge.to);
    if (from == null || to == null || from === to) continue;
    const id = `${from}>${to}`;
    const link = links.get(id) ?? { id, from, to, edges: [] };
    link.edges.push(edge);
    links.set(id, link);
  }
  return [...links.values()];
}

/**
 * The group that each node stands in. A leaf without one stands with the ops that read it.
 * @param {Graph} graph @param {Map<number, Group>} groups @returns {Map<number, number | null>}
 */
function homesOf(graph, groups) {
  const homes = new Map(
    graph.nodes.map((node) => [node.id, node.group != null && groups.has(node.group) ? node.group : null]),
  );
  const kinds = new Map(graph.nodes.map((node) => [node.id, node.kind]));
  /** @type {Map<number, number[]>} */
  const readers = new Map();
  const made = new Set(graph.edges.map((edge) => edge.to));
  for (const edge of graph.edges) {
    if (kinds.get(edge.to) === 'update') continue;
    readers.set(edge.from, [...(readers.get(edge.from) ?? []), edge.to]);
  }
  for (const node of graph.nodes) {
    if (node.kind !== 'parameter' || homes.get(node.id) != null || made.has(node.id)) continue;
    const around = (readers.get(node.id) ?? []).map((reader) => pathTo(homes.get(reader) ?? null, groups));
    homes.set(node.id, lastShared(around));
  }
  return homes;
}

/** @param {number[][]} paths */
function lastShared(paths) {
  const [first = [], ...others] = paths;
  let depth = 0;
  while (depth < first.length && others.every((path) => path[depth] === first[depth])) depth++;
  return first[depth - 1] ?? null;
}

/**
 * The groups that are open when a picture is first drawn: outermost modules with others inside them, and the way to
 * an op that failed.
 * @param {Graph} graph @returns {Set<number>}
 */
export function openAtFirst(graph) {
  const groups = new Map(graph.groups.map((group) => [group.id, group]));
  const withInner = new Set(graph.groups.map((group) => group.parent));
  const open = new Set(
    graph.groups.filter((group) => group.parent == null && withInner.has(group.id)).map((group) => group.id),
  );
  for (const node of graph.nodes) {
    if (node.failed) for (const id of pathTo(node.group, groups)) open.add(id);
  }
  return open;
}

/**
 * The groups that are open when a learner has opened some and closed others.
 * @param {Graph} graph @param {Readonly<Record<string, boolean>>} choices by path of the module: ids change from run to run
 */
export function openGroups(graph, choices) {
  const first = openAtFirst(graph);
  return new Set(graph.groups.filter(({ id, path }) => choices[path] ?? first.has(id)).map((group) => group.id));
}
