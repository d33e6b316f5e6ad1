/** How this learner likes the page: theme, sizes of the panels. Kept in the browser. */
import { keep, recall } from './storage.js';

/** @typedef {'auto' | 'light' | 'dark'} Theme */
/** Sizes in pixels, but for `console`, a share of the row. */
const SIZES = { code: 560, inspector: 336, bottom: bottomOf(globalThis.innerHeight ?? 900), console: 0.42 };

/** Output and plots take a quarter of the window, within limits. @param {number} height */
function bottomOf(height) {
  return Math.min(260, Math.max(180, Math.round(height * 0.26)));
}

/** @typedef {keyof typeof SIZES} Size */

/** What a size may be. @type {Record<Size, [number, number]>} */
const LIMITS = { code: [260, 900], inspector: [260, 640], bottom: [96, 560], console: [0.2, 0.8] };

export class Settings {
  /** @type {Theme} */
  theme = $state('auto');
  sizes = $state({ ...SIZES });
  inspectorOpen = $state(true);
  bottomOpen = $state(true);

  constructor() {
    const kept = recall('settings', /** @type {Record<string, any>} */ ({}));
    if (kept.theme === 'light' || kept.theme === 'dark') this.theme = kept.theme;
    for (const name of /** @type {Size[]} */ (Object.keys(SIZES))) {
      if (typeof kept.sizes?.[name] === 'number') this.resize(name, kept.sizes[name]);
    }
    if (kept.bottomOpen === false) this.bottomOpen = false;
    if (kept.inspectorOpen === false) this.inspectorOpen = false;
  }

  /** @param {Size} name @param {number} size */
  resize(name, size) {
    const [least, most] = LIMITS[name];
    if (Number.isFinite(size)) this.sizes[name] = Math.min(most, Math.max(least, size));
  }

  /** @param {Size} name */
  limits(name) {
    return LIMITS[name];
  }

  /** @param {Size} name */
  resetSize(name) {
    this.sizes[name] = SIZES[name];
  }

  /** Auto, light, dark, and round again. */
  nextTheme() {
    this.theme = this.theme === 'auto' ? 'light' : this.theme === 'light' ? 'dark' : 'auto';
    this.save();
  }

  /** @param {'inspectorOpen' | 'bottomOpen'} panel */
  toggle(panel) {
    this[panel] = !this[panel];
    this.save();
  }

  save() {
    keep('settings', {
      theme: this.theme,
      sizes: this.sizes,
      bottomOpen: this.bottomOpen,
      inspectorOpen: this.inspectorOpen,
    });
  }
}
