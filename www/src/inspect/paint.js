/**
 * Draws a tensor on a canvas: one coloured cell an element, marks for what a colour can't say (NaN, infinities, minus
 * signs, values beyond the scale), and the numbers themselves where cells are large enough.
 *
 * @import { Grid } from './grid.js'
 * @import { Kind, Theme } from '../parts/colour-map.js'
 */
import { colourTable, cssColour, STEPS, tableIndex } from '../parts/colour-map.js';
import { brief } from '../parts/number.js';
import { cornerOf } from './grid.js';

/** Cells at least this large carry marks; at least this wide, numbers. */
const MARKED = 9;
export const NUMBERED = 38;

/**
 * @typedef {object} Drawing
 * @property {Grid} grid
 * @property {ArrayLike<number>} data
 * @property {number} limit far end of the colour map
 * @property {Kind} kind
 * @property {Theme} theme
 * @property {{ paper: string, error: string, lit: string }} inks
 * @property {string} font
 * @property {ReadonlySet<number>} lit elements to draw a line around
 */

/** @param {CanvasRenderingContext2D} context scaled to CSS pixels @param {Drawing} drawing */
export function paint(context, drawing) {
  const { grid, data, kind, theme, limit, inks } = drawing;
  const { cellWidth, cellHeight } = grid;
  context.clearRect(0, 0, grid.width, grid.height);
  const table = colourTable(kind, theme);
  const seam = Math.min(cellWidth, cellHeight) >= 5 ? 1 : 0;
  for (let flat = 0; flat < data.length; flat++) {
    const value = /** @type {number} */ (data[flat]);
    const { x, y } = cornerOf(grid, flat);
    const at = Number.isFinite(value) ? tableIndex(value, limit) : STEPS;
    context.fillStyle = `rgb(${table[at * 3]} ${table[at * 3 + 1]} ${table[at * 3 + 2]})`;
    context.fillRect(x, y, cellWidth - seam, cellHeight - seam);
    if (!Number.isFinite(value)) notFinite(context, value, x, y, cellWidth - seam, cellHeight - seam, inks);
    else if (cellWidth >= NUMBERED) number(context, value, x, y, drawing, at);
    else if (Math.min(cellWidth, cellHeight) >= MARKED) mark(context, value, x, y, drawing, at);
  }
  outline(context, grid, drawing.lit, inks.lit);
}

/** A line around each connected patch of lit cells. @param {CanvasRenderingContext2D} context @param {Grid} grid @param {ReadonlySet<number>} lit @param {string} colour */
function outline(context, grid, lit, colour) {
  const { rows, columns, cellWidth: width, cellHeight: height } = grid;
  const line = Math.min(width, height) > 4 ? 2 : 1;
  context.fillStyle = colour;
  for (const flat of lit) {
    const { x, y } = cornerOf(grid, flat);
    const column = flat % columns;
    const row = Math.floor(flat / columns) % rows;
    if (column === 0 || !lit.has(flat - 1)) context.fillRect(x, y, line, height);
    if (column === columns - 1 || !lit.has(flat + 1)) context.fillRect(x + width - line, y, line, height);
    if (row === 0 || !lit.has(flat - columns)) context.fillRect(x, y, width, line);
    if (row === rows - 1 || !lit.has(flat + columns)) context.fillRect(x, y + height - line, width, line);
  }
}

/** @param {CanvasRenderingContext2D} context @param {number} value @param {number} x @param {number} y @param {Drawing} drawing @param {number} at */
function number(context, value, x, y, { grid, font, kind, theme, limit }, at) {
  context.fillStyle = inkOn(kind, theme, at);
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const text = brief(value, 3) + (Math.abs(value) > limit ? '!' : '');
  context.fillText(text, x + grid.cellWidth / 2, y + grid.cellHeight / 2 + 0.5, grid.cellWidth - 4);
}

/** A minus sign, and a corner for a value beyond the scale. @param {CanvasRenderingContext2D} context @param {number} value @param {number} x @param {number} y @param {Drawing} drawing @param {number} at */
function mark(context, value, x, y, { grid, kind, theme, limit }, at) {
  const { cellWidth: width, cellHeight: height } = grid;
  context.fillStyle = inkOn(kind, theme, at);
  if (value < 0) {
    const length = Math.max(3, Math.round(width * 0.3));
    context.fillRect(Math.round(x + (width - length - 1) / 2), Math.round(y + height / 2 - 1), length, 1);
  }
  if (Math.abs(value) > limit) {
    context.beginPath();
    context.moveTo(x + width - 5, y);
    context.lineTo(x + width - 1, y);
    context.lineTo(x + width - 1, y + 4);
    context.fill();
  }
}

/** NaN is crossed out, an infinity points up or down. @param {CanvasRenderingContext2D} context @param {number} value @param {number} x @param {number} y @param {number} width @param {number} height @param {Drawing['inks']} inks */
function notFinite(context, value, x, y, width, height, inks) {
  context.fillStyle = inks.error;
  context.fillRect(x, y, width, height);
  if (Math.min(width, height) < 5) return;
  context.strokeStyle = inks.paper;
  context.lineWidth = Math.max(1, Math.min(width, height) / 9);
  const [left, right, top, bottom] = [x + width * 0.28, x + width * 0.72, y + height * 0.28, y + height * 0.72];
  context.beginPath();
  if (Number.isNaN(value)) {
    context.moveTo(left, top);
    context.lineTo(right, bottom);
    context.moveTo(right, top);
    context.lineTo(left, bottom);
  } else {
    const [tip, foot] = value > 0 ? [top, bottom] : [bottom, top];
    context.moveTo(left, foot);
    context.lineTo((left + right) / 2, tip);
    context.lineTo(right, foot);
  }
  context.stroke();
}

/** Ink that can be read on a colour of the map. @param {Kind} kind @param {Theme} theme @param {number} at */
function inkOn(kind, theme, at) {
  const far = Math.abs(at - STEPS) / STEPS;
  if (theme === 'light') return far > 0.5 ? '#ffffff' : '#1a2029';
  return far > 0.42 ? '#0f1318' : '#e3e7ec';
}

/** For a legend: colours from one end to the other. @param {Kind} kind @param {Theme} theme */
export const ramp = (kind, theme) =>
  [-1, -0.66, -0.33, 0, 0.33, 0.66, 1].map((part) => cssColour(kind, theme, STEPS + Math.round(part * STEPS)));
