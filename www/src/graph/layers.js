/**
 * Puts the parts of one level of the picture into layers. The only file that knows dagre.
 *
 * @import { Link } from './collapse.js'
 * @import { Part, Point, Rect } from './layout.js'
 */
import dagre from '@dagrejs/dagre';
import { labelSize, swap } from './size.js';

const GAP = { layer: 34, row: 24, line: 14, arrival: 10 };

/**
 * A line to draw at one level: a tensor on its way between two parts, or from or to outside (null).
 * @typedef {{ id: string, source: string, from: string | null, to: string | null, labelled: boolean, links: Link[] }} Run
 */

/**
 * @typedef {object} Places
 * @property {Map<string, Point>} parts left end of the main line of each
 * @property {Map<Run, Point[]>} bends
 * @property {Map<Run, Point>} labels
 * @property {Rect[]} labelRects
 * @property {number[]} ports
 * @property {(run: Run) => number} portOf
 */

/**
 * Ports are kept at the two ends by a root and a sink that are not drawn.
 * @param {Map<string, Part>} parts @param {Run[]} runs @param {boolean} turned @returns {Places}
 */
export function arrange(parts, runs, turned) {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({
    rankdir: 'LR',
    ranksep: GAP.layer / 2,
    nodesep: GAP.row,
    edgesep: GAP.line,
    ranker: 'network-simplex',
  });
  for (const [key, part] of parts) {
    graph.setNode(key, { width: part.width, height: 2 * Math.max(part.up, part.down) });
  }
  const port = (/** @type {Run} */ run) => `${run.from == null ? 'in' : 'out'} ${run.source}`;
  for (const run of runs) {
    if (run.from == null || run.to == null) graph.setNode(port(run), { width: 1, height: 6 });
  }
  const ins = runs.filter((run) => run.from == null).map(port);
  const outs = runs.filter((run) => run.to == null).map(port);
  for (const each of new Set(ins)) if (ins.length > 1) graph.setEdge('root', each, { weight: 20, minlen: 1 }, 'root');
  for (const each of new Set(outs)) if (outs.length > 1) graph.setEdge(each, 'sink', { weight: 20, minlen: 1 }, 'sink');
  for (const end of ['root', 'sink']) if (graph.hasNode(end)) graph.setNode(end, { width: 1, height: 1 });
  for (const run of runs) {
    const size = run.labelled ? swap(labelSize(merged(run)), turned) : { width: 2, height: 2 };
    graph.setEdge(run.from ?? port(run), run.to ?? port(run), { ...size, labelpos: 'c', minlen: 1, weight: 1 }, run.id);
  }
  // What no line leads to stands after what the program did before it.
  const joined = new Set(runs.flatMap((run) => [run.from, run.to]));
  let before = /** @type {string | null} */ (null);
  for (const key of parts.keys()) {
    if (before != null && !joined.has(key)) graph.setEdge(before, key, { minlen: 1, weight: 1 }, `after ${before}`);
    before = key;
  }
  dagre.layout(graph);
  return placesOf(graph, parts, runs, port);
}

/**
 * How far from the middle of an item's side each line arrives, so that its inputs can be told apart.
 * @param {Run[]} runs @param {Map<string, Part>} parts @param {Places} places @returns {Map<Run, number>}
 */
export function arrivals(runs, parts, places) {
  const height = (/** @type {Run} */ run) =>
    (places.bends.get(run)?.at(-1) ?? places.parts.get(run.from ?? '') ?? { y: 0 }).y;
  /** @type {Map<Run, number>} */
  const spread = new Map();
  for (const [key, part] of parts) {
    const arriving = runs.filter((run) => run.to === key).sort((a, b) => height(a) - height(b));
    const apart = Math.min(GAP.arrival, part.side / Math.max(1, arriving.length - 1));
    arriving.forEach((run, index) => spread.set(run, (index - (arriving.length - 1) / 2) * apart));
  }
  return spread;
}

/** All that a run stands for as one link. @param {Run} run */
const merged = (run) => ({ edges: run.links.flatMap((link) => link.edges) });

/**
 * @param {import('@dagrejs/dagre').graphlib.Graph} graph @param {Map<string, Part>} parts @param {Run[]} runs
 * @param {(run: Run) => string} port @returns {Places}
 */
function placesOf(graph, parts, runs, port) {
  /** @type {Places} */
  const places = {
    parts: new Map(),
    bends: new Map(),
    labels: new Map(),
    labelRects: [],
    ports: [],
    portOf: (run) => graph.node(port(run)).y,
  };
  for (const [key, part] of parts) {
    const { x, y } = graph.node(key);
    places.parts.set(key, { x: x - part.width / 2, y });
  }
  for (const run of runs) {
    const { points, x, y, width, height } = graph.edge(run.from ?? port(run), run.to ?? port(run), run.id);
    places.bends.set(run, points.slice(1, -1));
    if (run.from == null || run.to == null) places.ports.push(places.portOf(run));
    if (run.labelled && x != null && y != null) {
      places.labels.set(run, { x, y });
      places.labelRects.push({ x: x - width / 2, y: y - height / 2, width, height });
    }
  }
  return places;
}
