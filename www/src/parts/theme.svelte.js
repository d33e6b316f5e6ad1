/**
 * Whether the page is dark, for what is drawn on a canvas: it can't take its colours from CSS by itself.
 */
const media = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : null;

const read = () => {
  const set = typeof document === 'undefined' ? undefined : document.documentElement.dataset.theme;
  return set === 'dark' || (set !== 'light' && Boolean(media?.matches)) ? 'dark' : 'light';
};

/** @type {'light' | 'dark'} */
let current = $state(read());

const refresh = () => (current = read());
media?.addEventListener('change', refresh);
if (typeof MutationObserver === 'function') {
  new MutationObserver(refresh).observe(document.documentElement, { attributeFilter: ['data-theme'] });
}

/** The theme as it is drawn now; reading it in an effect runs that again when it changes. */
export const theme = () => current;
