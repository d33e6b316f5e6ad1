import { expect, test } from 'vitest';
import { pathThrough } from '../../src/graph/path.js';
import { anchored, fit, intoSight, zoomed } from '../../src/graph/viewport.js';

const room = { width: 800, height: 600 };
const rect = { x: 100, y: 50, width: 40, height: 20 };

test('the whole picture is fitted into the middle', () => {
  const { zoom, x, y } = fit({ width: 1600, height: 300 }, room);
  expect(zoom).toBeCloseTo(760 / 1600);
  expect(x).toBeCloseTo(20);
  expect(y + (300 * zoom) / 2).toBeCloseTo(300);
});

test('a small picture is not blown up', () => expect(fit({ width: 10, height: 10 }, room).zoom).toBe(1.15));

test('zooming leaves the point under the pointer where it is', () => {
  const before = { x: 30, y: 40, zoom: 1 };
  const about = { x: 200, y: 100 };
  const after = zoomed(before, 1.5, about);
  expect((about.x - after.x) / after.zoom).toBeCloseTo((about.x - before.x) / before.zoom);
  expect(zoomed(before, 1e9, about).zoom).toBe(2.5);
});

test('what is in sight does not move; what is not moves just into sight', () => {
  const here = { x: 0, y: 0, zoom: 1 };
  expect(intoSight(here, rect, room)).toEqual(here);
  const far = intoSight({ x: 3000, y: 0, zoom: 1 }, rect, room);
  expect(far.x + rect.x + rect.width).toBeLessThanOrEqual(room.width);
});

test('a box that moves in the layout stays on the screen', () => {
  const before = { x: 5, y: 6, zoom: 2 };
  const after = anchored(before, rect, { ...rect, x: 300 });
  expect(after.x + 300 * 2).toBe(before.x + rect.x * 2);
});

test('a path leaves and arrives along the data', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 100, y: 40 },
  ];
  expect(pathThrough(points, 'right')).toBe('M0 0C50 0 50 40 100 40');
  expect(pathThrough(points, 'down')).toBe('M0 0C0 20 100 20 100 40');
  expect(pathThrough([], 'right')).toBe('');
});
