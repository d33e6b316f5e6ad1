/**
 * The page's door to the worker that lays out pictures.
 *
 * @import { View } from './collapse.js'
 * @import { Direction, Layout } from './layout.js'
 */

/** @type {Worker | null} */
let worker = null;
let asked = 0;
/** Who waits for which layout. @type {Map<number, { view: View, direction: Direction, resolve: (layout: Layout) => void }>} */
const waiting = new Map();

/** @param {View} view @param {Direction} direction @returns {Promise<Layout>} */
export function laidOut(view, direction) {
  const id = ++asked;
  return new Promise((resolve) => {
    waiting.set(id, { view, direction, resolve });
    if (typeof Worker === 'undefined') void withoutWorker();
    else started().postMessage({ id, view, direction });
  });
}

function started() {
  if (worker) return worker;
  worker = new Worker(new URL('./layout-worker.js', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data: { id, layout } }) => {
    waiting.get(id)?.resolve(layout);
    waiting.delete(id);
  });
  worker.addEventListener('error', withoutWorker);
  return worker;
}

/** Where there is no worker, or it breaks down, the page lays out by itself: slower, but there. */
async function withoutWorker() {
  const { layout } = await import('./layout.js');
  for (const [id, { view, direction, resolve }] of waiting) {
    resolve(layout(view, direction));
    waiting.delete(id);
  }
}
