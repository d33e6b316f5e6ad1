/** What outlives a reload. A browser that keeps nothing (private mode, full disk) is no reason to fail. */

/** @typedef {Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>} Keeper */

const PREFIX = 'kindling:';

/** @returns {Keeper | undefined} */
function browserKeeper() {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/**
 * @template T
 * @param {string} key
 * @param {T} otherwise what to give when there is nothing, or nothing readable
 * @param {Keeper | undefined} [keeper]
 * @returns {T}
 */
export function recall(key, otherwise, keeper = browserKeeper()) {
  try {
    const text = keeper?.getItem(PREFIX + key);
    return text ? JSON.parse(text) : otherwise;
  } catch {
    return otherwise;
  }
}

/** @param {string} key @param {unknown} value @param {Keeper | undefined} [keeper] @returns {boolean} whether it is kept */
export function keep(key, value, keeper = browserKeeper()) {
  try {
    keeper?.setItem(PREFIX + key, JSON.stringify(value));
    return keeper !== undefined;
  } catch {
    return false;
  }
}
