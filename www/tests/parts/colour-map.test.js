import { describe, expect, test } from 'vitest';
import { colourTable, STEPS, tableIndex } from '../../src/parts/colour-map.js';

/** Lightness of OKLab, from sRGB bytes. @param {number} r @param {number} g @param {number} b */
function lightness(r, g, b) {
  const [R = 0, G = 0, B = 0] = [r, g, b].map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const l = Math.cbrt(0.4122214708 * R + 0.5363325363 * G + 0.0514459929 * B);
  const m = Math.cbrt(0.2119034982 * R + 0.6806995451 * G + 0.1073969566 * B);
  const s = Math.cbrt(0.0883024619 * R + 0.2817188376 * G + 0.6299787005 * B);
  return 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
}

/** What a deuteranope sees (Viénot, Brettel and Mollon 1999), in linear light. @param {number[]} rgb */
function deuteranope([r = 0, g = 0, b = 0]) {
  const mix = 0.29275 * r + 0.70725 * g;
  return [mix, mix, -0.02234 * r + 0.02234 * g + b];
}

describe.each([
  { kind: /** @type {const} */ ('value'), theme: /** @type {const} */ ('light') },
  { kind: /** @type {const} */ ('value'), theme: /** @type {const} */ ('dark') },
  { kind: /** @type {const} */ ('gradient'), theme: /** @type {const} */ ('light') },
  { kind: /** @type {const} */ ('gradient'), theme: /** @type {const} */ ('dark') },
])('$kind, $theme', ({ kind, theme }) => {
  const table = colourTable(kind, theme);
  const at = (/** @type {number} */ step) => [...table.slice((step + STEPS) * 3, (step + STEPS) * 3 + 3)];
  const light = (/** @type {number} */ step) => {
    const [r = 0, g = 0, b = 0] = at(step);
    return lightness(r, g, b);
  };

  test('lightness says the magnitude, the same for both signs', () => {
    const toward = Math.sign(light(STEPS) - light(0));
    for (let step = 4; step <= STEPS; step += 4) {
      expect((light(step) - light(step - 4)) * toward).toBeGreaterThan(0);
      expect((light(-step) - light(-step + 4)) * toward).toBeGreaterThan(0);
      expect(Math.abs(light(step) - light(-step))).toBeLessThan(0.02);
    }
  });

  test('steps look even', () => {
    const whole = light(STEPS) - light(0);
    for (let step = 16; step <= STEPS; step += 16) {
      expect((light(step) - light(step - 16)) / whole).toBeCloseTo(1 / 8, 1);
    }
  });

  test('the signs differ without red-green vision as well', () => {
    const [a, b] = [deuteranope(at(STEPS / 2)), deuteranope(at(-STEPS / 2))];
    const apart = Math.hypot(...a.map((part, channel) => part - (b[channel] ?? 0)));
    expect(apart).toBeGreaterThan(40);
  });
});

test('only zero is paper; what lies beyond the end is the end', () => {
  expect(tableIndex(0, 1)).toBe(STEPS);
  expect(tableIndex(1e-9, 1)).toBe(STEPS + 1);
  expect(tableIndex(-1e-9, 1)).toBe(STEPS - 1);
  expect(tableIndex(7, 1)).toBe(2 * STEPS);
  expect(tableIndex(-7, 1)).toBe(0);
  expect(tableIndex(3, 0)).toBe(STEPS);
});
