/**
 * One pair of a program's axes as an Observable Plot. Loaded when the first figure is shown.
 *
 * @import { Axes, Mark } from '../engine/protocol.ts'
 */
import * as Plot from '@observablehq/plot';
import { brief } from '../parts/number.js';
import { colourAt } from './maps.js';

const DASHES = { solid: undefined, dashed: '6 4', dotted: '1.5 3', dashdot: '7 3 1.5 3' };

/** Matplotlib's markers that have a shape of their own here. @type {Record<string, string>} */
const SYMBOLS = {
  o: 'circle',
  '.': 'circle',
  s: 'square',
  '^': 'triangle',
  D: 'diamond',
  d: 'diamond',
  '*': 'star',
  x: 'times',
  '+': 'plus',
};

/** Black on a dark page is the page's ink. @param {string} colour */
const ink = (colour) => (/^(#000000|#000|black|k)$/.test(colour) || colour === '' ? 'currentColor' : colour);

/** A list of the same length as the x of a mark. @param {number} length */
const upTo = (length) => Array.from({ length }, (_, at) => at);

/** @type {{ [kind in Mark['mark']]: (mark: Extract<Mark, { mark: kind }>) => Plot.Markish[] }} */
const MARKS = {
  line: ({ x, y, colour, dash, marker, width }) => [
    ...(dash === 'none' ? [] : [Plot.line(upTo(x.length), { x, y, stroke: ink(colour), strokeWidth: width, strokeDasharray: DASHES[/** @type {keyof typeof DASHES} */ (dash)] })]),
    ...(marker ? [Plot.dot(upTo(x.length), { x, y, fill: ink(colour), r: 2.5, symbol: /** @type {any} */ (SYMBOLS[marker] ?? 'circle') })] : []),
  ],
  dots: ({ x, y, colours, sizes, marker }) => {
    const one = colours.length === 1;
    const fill = one ? ink(colours[0] ?? '') : { value: colours.map(ink), scale: null };
    // Matplotlib gives areas in square points.
    const radius = (/** @type {number} */ size) => Math.max(1, Math.sqrt(size) / 2);
    const r = sizes.length === x.length ? { value: sizes.map(radius), scale: null } : radius(sizes[0] ?? 36);
    const symbol = /** @type {any} */ (SYMBOLS[marker] ?? 'circle');
    return [Plot.dot(upTo(x.length), { x, y, fill, r, symbol, stroke: 'var(--panel)', strokeWidth: 0.6, fillOpacity: 0.9 })];
  },
  bars: ({ x, y, colour, horizontal }) => [
    horizontal
      ? Plot.barX(upTo(y.length), { x: y, y: x, fill: ink(colour), sort: null })
      : Plot.barY(upTo(y.length), { x, y, fill: ink(colour), sort: null }),
    horizontal ? Plot.ruleX([0]) : Plot.ruleY([0]),
  ],
  field: ({ x, y, values, levels, filled }) => {
    const extent = { x1: x[0] ?? 0, x2: x.at(-1) ?? 1, y1: y[0] ?? 0, y2: y.at(-1) ?? 1 };
    if (!levels.length) return [Plot.raster(values, { width: x.length, height: y.length, ...extent, fill: Plot.identity, interpolate: 'nearest' })];
    const { values: wide, ...grid } = widened(values, x.length, y.length, extent);
    if (!filled) return [Plot.contour(wide, { ...grid, stroke: 'currentColor', strokeWidth: 1, thresholds: levels })];
    return [Plot.contour(wide, { ...grid, clip: true, fill: Plot.identity, stroke: 'none', thresholds: levels.slice(0, -1) })];
  },
  image: ({ rows, columns, channels, values, map }) => [
    Plot.raster(pixels(values, channels, map), {
      width: columns, height: rows, x1: -0.5, x2: columns - 0.5, y1: -0.5, y2: rows - 0.5,
      fill: { value: Plot.identity, scale: null }, imageRendering: 'pixelated',
    }),
  ],
  text: ({ x, y, text }) => [Plot.text([text], { x: [x], y: [y], text: [text], textAnchor: 'start', fontSize: 11 })],
  rule: ({ at, horizontal, colour, dash }) => {
    const style = { stroke: ink(colour), strokeDasharray: DASHES[/** @type {keyof typeof DASHES} */ (dash)] };
    return [horizontal ? Plot.ruleY([at], style) : Plot.ruleX([at], style)];
  },
  band: ({ x, low, high, colour }) => [Plot.areaY(upTo(x.length), { x, y1: low, y2: high, fill: ink(colour), fillOpacity: 0.25 })],
}; // prettier-ignore

/**
 * A field with its border repeated once around it: contours are rounded at their ends, and these lie outside then.
 * @param {number[]} values @param {number} columns @param {number} rows
 * @param {{ x1: number, x2: number, y1: number, y2: number }} extent
 */
function widened(values, columns, rows, { x1, x2, y1, y2 }) {
  const held = (/** @type {number} */ at, /** @type {number} */ size) => Math.min(size - 1, Math.max(0, at - 1));
  const [width, height] = [columns + 2, rows + 2];
  const [dx, dy] = [(x2 - x1) / Math.max(1, columns - 1), (y2 - y1) / Math.max(1, rows - 1)];
  return {
    values: Array.from({ length: width * height }, (_, at) => {
      return values[held(Math.floor(at / width), rows) * columns + held(at % width, columns)] ?? NaN;
    }),
    width,
    height,
    x1: x1 - dx,
    x2: x2 + dx,
    y1: y1 - dy,
    y2: y2 + dy,
  };
}

/** The range of a field, which its axes keep to. @param {Axes} axes @param {'x' | 'y'} axis @returns {[number, number] | null} */
function rangeOfField(axes, axis) {
  const field = axes.marks.find((mark) => mark.mark === 'field');
  return field?.levels.length ? [field[axis][0] ?? 0, field[axis].at(-1) ?? 1] : null;
}

/** Pixels as CSS colours: of one channel by a map, of three or four as red, green, blue. @param {number[]} values @param {number} channels @param {string} map */
function pixels(values, channels, map) {
  const finite = values.filter(Number.isFinite);
  const [least, most] = finite.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
  if (channels === 1) return values.map((value) => colourAt(map, (value - least) / (most - least || 1)));
  const scale = most > 1 ? 1 : 255;
  return Array.from({ length: values.length / channels }, (_, at) => {
    const [r = 0, g = 0, b = 0] = values
      .slice(at * channels, at * channels + 3)
      .map((value) => Math.round(value * scale));
    return `rgb(${r}, ${g}, ${b})`;
  });
}

/** Colours of the bands of a field. @param {Axes} axes @returns {Plot.ScaleOptions | undefined} */
function coloursOf(axes) {
  const field = axes.marks.find((mark) => mark.mark === 'field');
  if (!field) return undefined;
  const { levels, map, values } = field;
  if (!levels.length) {
    const range = upTo(64).map((at) => colourAt(map, at / 63));
    const [least, most] = values.reduce(
      ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
      [Infinity, -Infinity],
    );
    return { type: 'quantize', domain: [least, most], range };
  }
  const [first = 0, last = 1] = [levels[0], levels.at(-1)];
  const middles = levels.slice(0, -1).map((level, at) => (level + (levels[at + 1] ?? level)) / 2);
  const bands = middles.map((middle) => colourAt(map, (middle - first) / (last - first || 1)));
  // A threshold scale has one colour more than thresholds: the one below the first is never seen.
  return { type: 'threshold', domain: levels.slice(0, -1), range: [bands[0] ?? 'none', ...bands] };
}

/**
 * @param {Axes} axes @param {{ width: number, height: number }} size
 * @returns {SVGSVGElement | HTMLElement}
 */
export function drawAxes(axes, { width, height }) {
  const image = axes.marks.find((mark) => mark.mark === 'image');
  const bars = axes.marks.find((mark) => mark.mark === 'bars');
  const scale = (/** @type {string} */ name, /** @type {[number, number] | null} */ limits) => ({
    ...(name === 'log'
      ? { type: /** @type {const} */ ('log'), tickFormat: (/** @type {number} */ tick) => brief(tick, 2) }
      : name === 'symlog'
        ? { type: /** @type {const} */ ('symlog') }
        : {}),
    ...(limits ? { domain: limits } : {}),
  });
  // The names of bars keep the order in which the program gave them.
  const names = bars ? { type: /** @type {const} */ ('band'), domain: [...new Set(bars.x)] } : {};
  const side = image ? Math.min((width - 40) / image.columns, (height - 30) / image.rows) : 0;
  const room = image
    ? {
        width: Math.round(side * image.columns) + 40,
        height: Math.round(side * image.rows) + 30,
        marginLeft: 28,
        marginRight: 12,
        marginTop: 6,
        marginBottom: 24,
      }
    : { width, height, marginLeft: 46, marginBottom: 34, marginTop: 12, marginRight: 12 };
  return Plot.plot({
    ...room,
    style: { background: 'none', color: 'inherit', fontFamily: 'inherit', fontSize: '11px', overflow: 'visible' },
    x: { ...scale(axes.xScale, axes.xLimits ?? rangeOfField(axes, 'x')), label: axes.xLabel || null, axis: axes.hidden ? null : 'bottom', labelArrow: 'none', labelAnchor: 'center', ticks: bars && !bars.horizontal ? undefined : Math.max(3, Math.round(width / 80)), ...(bars && !bars.horizontal ? names : {}) },
    y: { ...scale(axes.yScale, axes.yLimits ?? rangeOfField(axes, 'y')), label: axes.yLabel || null, axis: axes.hidden ? null : 'left', labelArrow: 'none', reverse: Boolean(image), ticks: bars?.horizontal ? undefined : Math.max(3, Math.round(height / 45)), ...(bars?.horizontal ? names : {}) },
    color: coloursOf(axes),
    marks: axes.marks.flatMap((mark) => MARKS[mark.mark](/** @type {any} */ (mark))),
  }); // prettier-ignore
}

/** What the legend names. @param {Axes} axes @returns {{ label: string, colour: string }[]} */
export const legendOf = (axes) =>
  axes.legend
    ? axes.marks.flatMap((mark) => {
        if (!('label' in mark) || !mark.label) return [];
        return [{ label: mark.label, colour: ink('colours' in mark ? (mark.colours[0] ?? '') : mark.colour) }];
      })
    : [];
