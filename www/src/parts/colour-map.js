/**
 * Diverging colour maps for values and gradients, made in OKLCH so that equal steps look equal.
 *
 * A value is blue and a gradient is orange. Zero is the paper; lightness says how large a number is; the two signs lean
 * to two hues of the same family that stay apart for colour-blind eyes too (a blue-green that they see as grey, and a
 * rose), and cells large enough also carry a minus sign.
 */

/** @typedef {'value' | 'gradient'} Kind */
/** @typedef {'light' | 'dark'} Theme */

/** Hue and chroma of the far end of either sign. */
const ENDS = {
  value: { positive: { hue: 256, chroma: 0.155 }, negative: { hue: 184, chroma: 0.082 } },
  gradient: { positive: { hue: 55, chroma: 0.145 }, negative: { hue: 358, chroma: 0.15 } },
};

/** Lightness of zero and of the far ends. */
const LIGHTNESS = { light: { zero: 0.972, end: 0.4 }, dark: { zero: 0.245, end: 0.86 } };

/** The slight tint of the page itself. */
const PAPER = { chroma: 0.008, hue: 255 };

export const STEPS = 128;

/** @type {Map<string, Uint8ClampedArray>} */
const made = new Map();

/**
 * A table of `2 * STEPS + 1` colours, RGB each, from the most negative over zero to the most positive.
 * @param {Kind} kind @param {Theme} theme
 */
export function colourTable(kind, theme) {
  const key = `${kind} ${theme}`;
  const table = made.get(key) ?? makeTable(kind, theme);
  made.set(key, table);
  return table;
}

/** @param {Kind} kind @param {Theme} theme */
function makeTable(kind, theme) {
  const table = new Uint8ClampedArray((2 * STEPS + 1) * 3);
  const { zero, end } = LIGHTNESS[theme];
  for (let step = -STEPS; step <= STEPS; step++) {
    const { hue, chroma } = ENDS[kind][step < 0 ? 'negative' : 'positive'];
    const part = Math.abs(step) / STEPS;
    // Chroma rises faster than lightness falls, so that small numbers already show their sign.
    const colour = step
      ? oklchToRgb(zero + (end - zero) * part, chroma * Math.min(1, part * 1.9) ** 0.8, hue)
      : oklchToRgb(zero, PAPER.chroma, PAPER.hue);
    table.set(colour, (step + STEPS) * 3);
  }
  return table;
}

/**
 * Where in the table a number stands, when `limit` is the far end. Every number but zero is off the paper.
 * @param {number} value finite @param {number} limit
 */
export function tableIndex(value, limit) {
  if (value === 0 || !(limit > 0)) return STEPS;
  const part = Math.min(1, Math.abs(value) / limit);
  const step = Math.max(1, Math.round(part * STEPS));
  return STEPS + (value < 0 ? -step : step);
}

/**
 * A colour of the table as CSS. @param {Kind} kind @param {Theme} theme @param {number} index
 */
export function cssColour(kind, theme, index) {
  const table = colourTable(kind, theme);
  return `rgb(${table[index * 3]} ${table[index * 3 + 1]} ${table[index * 3 + 2]})`;
}

/**
 * OKLCH to sRGB (Björn Ottosson, "A perceptual color space for image processing", 2020); chroma is lowered where
 * sRGB has no such colour.
 * @param {number} lightness @param {number} chroma @param {number} hue degrees @returns {[number, number, number]}
 */
export function oklchToRgb(lightness, chroma, hue) {
  for (let scale = 1; scale > 0; scale -= 0.04) {
    const rgb = oklabToLinear(lightness, chroma * scale, hue);
    if (rgb.every((part) => part >= -0.0005 && part <= 1.0005)) return byted(rgb);
  }
  return byted(oklabToLinear(lightness, 0, hue));
}

/** @param {number} lightness @param {number} chroma @param {number} hue @returns {[number, number, number]} */
function oklabToLinear(lightness, chroma, hue) {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** @param {[number, number, number]} linear @returns {[number, number, number]} */
function byted(linear) {
  const byte = (/** @type {number} */ part) => {
    const clipped = Math.min(1, Math.max(0, part));
    return Math.round(255 * (clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055));
  };
  return [byte(linear[0]), byte(linear[1]), byte(linear[2])];
}
