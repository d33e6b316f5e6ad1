/** Keys as the list of commands writes them: `Ctrl+K`, `Shift+F11`, `Alt+ArrowLeft`, `.`. `Ctrl` is ⌘ on a Mac. */

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform ?? '');

/** @typedef {Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>} Press */

/**
 * @param {string} keys
 * @param {Press} press
 * @param {boolean} [mac]
 */
export function matches(keys, press, mac = isMac) {
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  const wants = (/** @type {string} */ modifier) => parts.includes(modifier);
  const control = mac ? press.metaKey : press.ctrlKey;
  const otherControl = mac ? press.ctrlKey : press.metaKey;
  if (wants('Ctrl') !== control || otherControl || wants('Alt') !== press.altKey) return false;
  // A sign such as `?` needs Shift on some keyboards and none on others: the sign itself is what counts.
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key);
  if (!isSign && wants('Shift') !== press.shiftKey) return false;
  return (press.key === ' ' ? 'Space' : press.key).toLowerCase() === key.toLowerCase();
}

const SIGNS = /** @type {Record<string, string>} */ ({
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
});

/** As a reader is used to see them. @param {string} keys @param {boolean} [mac] */
export function shown(keys, mac = isMac) {
  return keys
    .split('+')
    .map((part) => (part === 'Ctrl' && mac ? '⌘' : part === 'Alt' && mac ? '⌥' : (SIGNS[part] ?? part)))
    .map((part) => (part.length === 1 ? part.toUpperCase() : part))
    .join(mac ? '' : '+');
}

/** Whether a key pressed here is meant for what has the focus. @param {EventTarget | null} target */
export function isTyping(target) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || !!target.closest('input, textarea, select, [role=textbox]'))
  );
}

/** Whether a key is typed as a sign, so that it must not be taken from someone who types. @param {string} keys */
export const isPlain = (keys) => !/^(Ctrl|Alt)\+|F\d+$/.test(keys) && keys !== 'Escape';
