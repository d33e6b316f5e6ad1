/** Between the window and the state: how wide it is, which theme it shows. */

/** Below: one panel at a time. Below that: the inspector slides over the graph. */
const NARROW = 720;
const MEDIUM = 1180;

/** For an effect. @param {import('../state/view.svelte.js').View} view @returns how to stop */
export function followWidth(view) {
  const narrow = matchMedia(`(width < ${NARROW}px)`);
  const medium = matchMedia(`(width < ${MEDIUM}px)`);
  const follow = () => {
    view.narrow = narrow.matches;
    view.medium = medium.matches && !narrow.matches;
  };
  follow();
  narrow.addEventListener('change', follow);
  medium.addEventListener('change', follow);
  return () => {
    narrow.removeEventListener('change', follow);
    medium.removeEventListener('change', follow);
  };
}

/** @param {import('../state/settings.svelte.js').Theme} theme */
export function showTheme(theme) {
  const { dataset } = document.documentElement;
  if (theme === 'auto') delete dataset.theme;
  else dataset.theme = theme;
}
