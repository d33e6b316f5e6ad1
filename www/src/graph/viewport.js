/**
 * Pan and zoom, as arithmetic: where the picture lies in its window.
 *
 * @import { Rect } from './layout.js'
 * @import { Size } from './size.js'
 */

/** @typedef {{ x: number, y: number, zoom: number }} Viewport a point of the picture is drawn at `point * zoom + (x, y)` */

export const ZOOM = { least: 0.2, most: 2.5, step: 1.25, fitted: 1.15 };

/** @param {number} zoom @param {number} [least] */
const held = (zoom, least = ZOOM.least) => Math.min(ZOOM.most, Math.max(least, zoom));

/** The whole picture in the middle of the window. @param {Size} picture @param {Size} window @param {number} [margin] @returns {Viewport} */
export function fit(picture, window, margin = 20) {
  const room = { width: Math.max(1, window.width - 2 * margin), height: Math.max(1, window.height - 2 * margin) };
  const fitting = Math.min(room.width / Math.max(1, picture.width), room.height / Math.max(1, picture.height));
  const zoom = held(Math.min(ZOOM.fitted, fitting), 0.05);
  return {
    zoom,
    x: (window.width - picture.width * zoom) / 2,
    y: (window.height - picture.height * zoom) / 2,
  };
}

/** Zooms about a point of the window that stays where it is. @param {Viewport} from @param {number} factor @param {{ x: number, y: number }} about @returns {Viewport} */
export function zoomed(from, factor, about) {
  const zoom = held(from.zoom * factor);
  const real = zoom / from.zoom;
  return { zoom, x: about.x - (about.x - from.x) * real, y: about.y - (about.y - from.y) * real };
}

/** Moves as little as possible so that a part of the picture is in sight. @param {Viewport} from @param {Rect} rect @param {Size} window @param {number} [margin] @returns {Viewport} */
export function intoSight(from, rect, window, margin = 28) {
  const left = rect.x * from.zoom + from.x;
  const top = rect.y * from.zoom + from.y;
  return {
    ...from,
    x: from.x + needed(left, rect.width * from.zoom, window.width, margin),
    y: from.y + needed(top, rect.height * from.zoom, window.height, margin),
  };
}

/** @param {number} start @param {number} length @param {number} room @param {number} margin */
function needed(start, length, room, margin) {
  if (length + 2 * margin > room) return room / 2 - (start + length / 2);
  if (start < margin) return margin - start;
  if (start + length > room - margin) return room - margin - (start + length);
  return 0;
}

/** Keeps one rectangle where it was on the screen when the layout around it changes. @param {Viewport} from @param {Rect} before @param {Rect} after @returns {Viewport} */
export const anchored = (from, before, after) => ({
  ...from,
  x: from.x + (before.x - after.x) * from.zoom,
  y: from.y + (before.y - after.y) * from.zoom,
});
