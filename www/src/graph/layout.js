/**
 * Where everything in the picture stands.
 *
 * Each open group is laid out by itself, so opening one moves nothing inside another, and stands in the group around it
 * as one box. A tensor that enters or leaves an open group does so at a port on its border: one port a tensor, however
 * many ops read it inside. Everything is reckoned from left to right; a picture from top to bottom is the same with x and
 * y exchanged at the beginning and the end.
 *
 * @import { Item, Link, View } from './collapse.js'
 * @import { Places, Run } from './layers.js'
 * @import { Size } from './size.js'
 */
import { attachments } from './attach.js';
import { arrange, arrivals } from './layers.js';
import { HEADER, sizeOf, swap } from './size.js';

/**
 * @typedef {'right' | 'down'} Direction
 * @typedef {{ x: number, y: number }} Point
 * @typedef {Point & Size} Rect
 * @typedef {object} Strand One drawn line: the part of one or more links within one group.
 * @property {string} id
 * @property {Point[]} points
 * @property {Link[]} links what it stands for
 * @property {Point | null} label middle of the shape label, where this strand bears one
 * @property {boolean} arrives whether it ends at an item, and not at a port on a border
 *
 * @typedef {object} Layout
 * @property {Map<string, Rect>} rects by key of the item
 * @property {Strand[]} strands
 * @property {number} width
 * @property {number} height
 *
 * @typedef {object} Box A group (or the whole picture) laid out: content relative to its own upper left corner.
 * @property {number} width
 * @property {number} height
 * @property {number} axis where its main line runs, from the top
 * @property {Map<string, Rect>} rects
 * @property {Map<string, number>} ins height of the port at which a tensor comes in, by the key of its source
 * @property {Map<string, number>} outs
 * @property {Strand[]} strands
 */

const GAP = { hung: 14, pad: 16 };

/** @param {View} view @param {Direction} [direction] @returns {Layout} */
export function layout(view, direction = 'right') {
  const turned = direction === 'down';
  const box = new Arrangement(view, turned).box(null);
  const turn = (/** @type {Point} */ { x, y }) => (turned ? { x: y, y: x } : { x, y });
  const rects = new Map([...box.rects].map(([key, rect]) => [key, { ...turn(rect), ...swap(rect, turned) }]));
  const strands = box.strands.map((strand) => ({
    ...strand,
    points: strand.points.map(turn),
    label: strand.label && turn(strand.label),
  }));
  return { rects, strands, ...swap(box, turned) };
}

/**
 * A thing to place at one level: how far it reaches up and down from its main line, and where tensors go in and out.
 * @typedef {object} Part
 * @property {number} width
 * @property {number} up
 * @property {number} down
 * @property {number} side how much of its side lines may arrive at; 0 for a group, which has ports
 * @property {(source: string) => Point} entry relative to its left end on the main line
 * @property {(source: string) => Point} exit
 * @property {(at: Point, into: Box) => void} place draws it into the box with its left end of the main line at a point
 */

class Arrangement {
  /** @type {Map<string | null, string[]>} */
  #children = new Map();
  #view;
  #turned;
  #hung;
  /** @type {Link[]} */
  #links;

  /** @param {View} view @param {boolean} turned */
  constructor(view, turned) {
    this.#view = view;
    this.#turned = turned;
    this.#hung = attachments(view);
    const hanging = new Set([...this.#hung.values()].flat());
    this.#links = view.links.filter((link) => !hanging.has(link.from));
    for (const { key, parent } of view.items.values()) {
      if (hanging.has(key)) continue;
      this.#children.set(parent, [...(this.#children.get(parent) ?? []), key]);
    }
  }

  /** Lays out the inside of a group. @param {string | null} parent @returns {Box} */
  box(parent) {
    const parts = new Map((this.#children.get(parent) ?? []).map((key) => [key, this.#part(this.#item(key))]));
    const runs = this.#runs(parent, parts);
    const places = arrange(parts, runs, this.#turned);
    return this.#draw(parent, parts, runs, places);
  }

  /** @param {string} key */
  #item(key) {
    return /** @type {Item} */ (this.#view.items.get(key));
  }

  /** @param {Item} item @returns {Part} */
  #part(item) {
    return item.open ? boxed(item.key, this.box(item.key)) : this.#withHung(item);
  }

  /** An item with its parameters: the first half of them above it, the others below. @param {Item} item @returns {Part} */
  #withHung(item) {
    const own = swap(sizeOf(item), this.#turned);
    const keys = this.#hung.get(item.key) ?? [];
    const sizes = keys.map((key) => swap(sizeOf(this.#item(key)), this.#turned));
    const above = Math.ceil(keys.length / 2);
    const width = Math.max(own.width, ...sizes.map((size) => size.width));
    const reach = (/** @type {Size[]} */ some) =>
      some.reduce((sum, size) => sum + size.height + GAP.hung, own.height / 2);
    const inset = (width - own.width) / 2;
    return {
      width,
      up: reach(sizes.slice(0, above)),
      down: reach(sizes.slice(above)),
      side: own.height - 12,
      entry: () => ({ x: inset, y: 0 }),
      exit: () => ({ x: inset + own.width, y: 0 }),
      place: (at, into) => {
        const rect = { x: at.x + inset, y: at.y - own.height / 2, ...own };
        into.rects.set(item.key, rect);
        let top = rect.y;
        let bottom = rect.y + own.height;
        keys.forEach((key, index) => {
          const size = /** @type {Size} */ (sizes[index]);
          const upward = index < above;
          const y = upward ? top - GAP.hung - size.height : bottom + GAP.hung;
          const x = at.x + (width - size.width) / 2;
          into.rects.set(key, { x, y, ...size });
          const middle = rect.x + own.width / 2;
          const points = upward
            ? [
                { x: middle, y: y + size.height },
                { x: middle, y: top },
              ]
            : [
                { x: middle, y },
                { x: middle, y: bottom },
              ];
          const links = this.#view.links.filter((link) => link.from === key && link.to === item.key);
          into.strands.push({ id: `${key}>${item.key}`, points, links, label: null, arrives: true });
          if (upward) top = y;
          else bottom = y + size.height;
        });
      },
    };
  }

  /**
   * The lines to draw at one level. A tensor that goes to several items inside one part is one run.
   * @param {string | null} parent @param {Map<string, Part>} parts
   */
  #runs(parent, parts) {
    /** @type {Map<string, Run>} */
    const runs = new Map();
    for (const link of this.#links) {
      const from = this.#within(link.from, parent, parts);
      const to = this.#within(link.to, parent, parts);
      if (from === to) continue;
      const id = `${link.from}|${from ?? 'in'}|${to ?? 'out'}`;
      // A leaf has its shape written on it.
      const labelled = from != null && to != null && !isLeaf(this.#item(link.from));
      const run = runs.get(id) ?? { id: `${parent ?? ''}|${id}`, source: link.from, from, to, labelled, links: [] };
      run.links.push(link);
      runs.set(id, run);
    }
    return [...runs.values()];
  }

  /** The part of this level that an item stands in, or null when it is outside. @param {string} key @param {string | null} parent @param {Map<string, Part>} parts */
  #within(key, parent, parts) {
    for (let at = /** @type {string | null} */ (key); at != null && at !== parent; at = this.#item(at).parent) {
      if (parts.has(at)) return at;
    }
    return null;
  }

  /**
   * @param {string | null} parent @param {Map<string, Part>} parts @param {Run[]} runs @param {Places} places
   * @returns {Box}
   */
  #draw(parent, parts, runs, places) {
    /** @type {Box} */
    const box = { width: 0, height: 0, axis: 0, rects: new Map(), ins: new Map(), outs: new Map(), strands: [] };
    for (const [key, part] of parts) part.place(/** @type {Point} */ (places.parts.get(key)), box);
    const bounds = boundsOf(box, places);
    const pad = this.#padding(parent);
    const left = bounds.left - pad.left;
    const right = bounds.right + pad.right;
    const spread = arrivals(runs, parts, places);
    for (const run of runs) {
      const start =
        run.from == null ? { x: left, y: places.portOf(run) } : shifted(places, parts, run.from, 'exit', run.source);
      const end =
        run.to == null ? { x: right, y: places.portOf(run) } : shifted(places, parts, run.to, 'entry', run.source);
      end.y += spread.get(run) ?? 0;
      if (run.from == null) box.ins.set(run.source, start.y);
      if (run.to == null) box.outs.set(run.source, end.y);
      box.strands.push({
        id: run.id,
        points: [start, ...(places.bends.get(run) ?? []), end],
        links: run.links,
        label: places.labels.get(run) ?? null,
        arrives: run.to != null && !this.#item(run.to).open,
      });
    }
    const ports = [...box.ins.values(), ...box.outs.values()];
    const axis = ports.length ? ports.reduce((sum, y) => sum + y, 0) / ports.length : (bounds.top + bounds.bottom) / 2;
    const drop = pad.top - bounds.top;
    move(box, -left, drop);
    for (const ports of [box.ins, box.outs]) for (const [source, y] of ports) ports.set(source, y + drop);
    box.axis = axis + drop;
    box.width = Math.max(right - left, parent == null ? 0 : this.#titleWidth(parent));
    box.height = bounds.bottom - bounds.top + pad.top + pad.bottom;
    return box;
  }

  /** Room between a border and what is inside; the title stands at the top. @param {string | null} parent */
  #padding(parent) {
    const even = parent == null ? 4 : GAP.pad;
    const pad = { left: even, right: even, top: even, bottom: even };
    if (parent != null) pad[this.#turned ? 'left' : 'top'] += HEADER - 4;
    return pad;
  }

  /** @param {string} parent */
  #titleWidth(parent) {
    return this.#turned ? 0 : sizeOf(this.#item(parent)).width + 8;
  }
}

/** @param {Item} item */
const isLeaf = (item) => item.node?.kind === 'parameter' || item.node?.kind === 'data';

/** An open group, laid out, as one part of the group around it. @param {string} key @param {Box} inner @returns {Part} */
const boxed = (key, inner) => {
  const port = (/** @type {Map<string, number>} */ ports, /** @type {string} */ source) =>
    (ports.get(source) ?? inner.axis) - inner.axis;
  return {
    width: inner.width,
    up: inner.axis,
    down: inner.height - inner.axis,
    side: 0,
    entry: (source) => ({ x: 0, y: port(inner.ins, source) }),
    exit: (source) => ({ x: inner.width, y: port(inner.outs, source) }),
    place: (at, into) => {
      const corner = { x: at.x, y: at.y - inner.axis };
      into.rects.set(key, { ...corner, width: inner.width, height: inner.height });
      move(inner, corner.x, corner.y);
      for (const [each, rect] of inner.rects) into.rects.set(each, rect);
      into.strands.push(...inner.strands);
    },
  };
};

/**
 * @param {Places} places @param {Map<string, Part>} parts @param {string} key @param {'entry' | 'exit'} side
 * @param {string} source @returns {Point}
 */
function shifted(places, parts, key, side, source) {
  const at = /** @type {Point} */ (places.parts.get(key));
  const offset = /** @type {Part} */ (parts.get(key))[side](source);
  return { x: at.x + offset.x, y: at.y + offset.y };
}

/** @param {Box} box @param {number} x @param {number} y */
function move(box, x, y) {
  for (const rect of box.rects.values()) {
    rect.x += x;
    rect.y += y;
  }
  for (const strand of box.strands) {
    strand.points = strand.points.map((point) => ({ x: point.x + x, y: point.y + y }));
    strand.label = strand.label && { x: strand.label.x + x, y: strand.label.y + y };
  }
}

/** @param {Box} box @param {Places} places */
function boundsOf(box, places) {
  const rects = [...box.rects.values(), ...places.labelRects];
  const points = [...places.bends.values()].flat();
  const ports = places.ports;
  const xs = [...rects.flatMap((rect) => [rect.x, rect.x + rect.width]), ...points.map((point) => point.x)];
  const ys = [...rects.flatMap((rect) => [rect.y, rect.y + rect.height]), ...points.map((point) => point.y), ...ports];
  if (!xs.length) return { left: 0, right: 0, top: 0, bottom: 0 };
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
