/**
 * Fingers, mouse and wheel on the picture: one drags, two pinch, the wheel pans, with Ctrl it zooms.
 *
 * @import { Viewport } from './viewport.js'
 */
import { zoomed } from './viewport.js';

/** A press that moves less than this is a click. */
const CLICK = 4;

/**
 * An attachment for the window of the picture.
 * @param {() => Viewport} get @param {(viewport: Viewport) => void} set
 * @returns {import('svelte/attachments').Attachment<HTMLElement>}
 */
export const panZoom = (get, set) => (element) => {
  /** @type {Map<number, { x: number, y: number }>} */
  const fingers = new Map();
  let travelled = 0;

  const inside = (/** @type {{ clientX: number, clientY: number }} */ event) => {
    const { left, top } = element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };

  const down = (/** @type {PointerEvent} */ event) => {
    if (event.button > 1) return;
    if (fingers.size === 0) travelled = 0;
    fingers.set(event.pointerId, inside(event));
  };

  const move = (/** @type {PointerEvent} */ event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const after = inside(event);
    travelled += Math.hypot(after.x - before.x, after.y - before.y);
    if (travelled < CLICK && fingers.size === 1) return;
    // Only a drag is captured: a click must still reach the item under it.
    if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    const viewport = get();
    if (other) {
      const middle = { x: (after.x + other.x) / 2, y: (after.y + other.y) / 2 };
      const spread = (/** @type {{ x: number, y: number }} */ point) =>
        Math.hypot(point.x - other.x, point.y - other.y);
      const pinched = zoomed(viewport, spread(after) / Math.max(1, spread(before)), middle);
      set({ ...pinched, x: pinched.x + (after.x - before.x) / 2, y: pinched.y + (after.y - before.y) / 2 });
    } else {
      set({ ...viewport, x: viewport.x + after.x - before.x, y: viewport.y + after.y - before.y });
    }
    fingers.set(event.pointerId, after);
  };

  const up = (/** @type {PointerEvent} */ event) => fingers.delete(event.pointerId);

  const wheel = (/** @type {WheelEvent} */ event) => {
    event.preventDefault();
    const viewport = get();
    if (event.ctrlKey || event.metaKey) set(zoomed(viewport, Math.exp(-event.deltaY / 300), inside(event)));
    else {
      const [x, y] = event.shiftKey && !event.deltaX ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
      set({ ...viewport, x: viewport.x - x, y: viewport.y - y });
    }
  };

  element.addEventListener('pointerdown', down);
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerup', up);
  element.addEventListener('pointercancel', up);
  element.addEventListener('wheel', wheel, { passive: false });
  return () => {
    element.removeEventListener('pointerdown', down);
    element.removeEventListener('pointermove', move);
    element.removeEventListener('pointerup', up);
    element.removeEventListener('pointercancel', up);
    element.removeEventListener('wheel', wheel);
  };
};
