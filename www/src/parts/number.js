/** How numbers are written: shortly in cells and statistics, exactly where one is pointed at. */

const MINUS = '\u2212';
const THIN = '\u2009';

/** Not a finite number: its usual name. @param {number} value */
const named = (value) => (Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : `${MINUS}inf`);

/** @param {string} text */
const typeset = (text) => text.replace('-', MINUS);

/**
 * A number in `digits` significant digits: `0.0312`, `−1.25`, `3.1e−7`, `12 345`.
 * @param {number} value @param {number} [digits]
 */
export function brief(value, digits = 3) {
  if (!Number.isFinite(value)) return named(value);
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 1e-3 || size >= 1e6) return exponent(value, Math.max(0, digits - 2));
  if (Number.isInteger(value)) return grouped(value);
  const rounded = Number(value.toPrecision(digits));
  return size >= 1000 ? grouped(Math.round(value)) : typeset(String(rounded));
}

/** @param {number} value @param {number} digits */
function exponent(value, digits) {
  const [mantissa = '', power = ''] = value.toExponential(digits).split('e');
  return `${typeset(mantissa)}e${typeset(power.replace('+', ''))}`;
}

/** A whole number with thin spaces between thousands. @param {number} value */
export const grouped = (value) => typeset(String(value)).replace(/\B(?=(\d{3})+(?!\d))/g, THIN);

const INTEGER = /^(u?int|bool)/;

/**
 * The shortest text that stands for exactly this number in its dtype: for float32, what tells it from its neighbours.
 * @param {number} value @param {string} dtype
 */
export function exact(value, dtype) {
  if (dtype === 'bool') return value ? 'True' : 'False';
  if (!Number.isFinite(value)) return named(value);
  if (INTEGER.test(dtype)) return typeset(String(value));
  const text = dtype === 'float64' ? String(value) : shortestFloat32(value);
  return typeset(text);
}

/** @param {number} value */
function shortestFloat32(value) {
  for (let digits = 1; digits < 9; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === Math.fround(value)) return String(Number(text));
  }
  return String(Number(value.toPrecision(9)));
}

/** `nan` and the infinities are counted, with the right plural. @param {number} count @param {string} noun */
export const counted = (count, noun) => `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;

/** The size of a file: `34 B`, `1.2 kB`, `3.4 MB`. @param {number} bytes */
export function inBytes(bytes) {
  if (bytes < 1000) return `${bytes} B`;
  const [size, unit] = bytes < 999_500 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
  return `${Number(size.toPrecision(size < 100 ? 2 : 3))} ${unit}`;
}
