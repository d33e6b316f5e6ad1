/** Lays pictures out beside the page, which never waits for a large one. */
import { layout } from './layout.js';

addEventListener('message', ({ data: { id, view, direction } }) => {
  postMessage({ id, layout: layout(view, direction) });
});
