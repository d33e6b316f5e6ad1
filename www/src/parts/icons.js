/**
 * Icons, 16 by 16, drawn in strokes of 1.5 with round ends. `fill` paths are filled instead.
 * @type {Record<string, { stroke?: string, fill?: string }>}
 */
export const ICONS = {
  // Time
  line: {
    stroke: 'M2.5 9.5c1-4 8-5.5 10.5-1M13.5 4.5v4.2H9.3M8 13.2v.01',
    fill: 'M8 11.7a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3z',
  },
  into: { stroke: 'M8 2v7.5M4.7 6.4 8 9.7l3.3-3.3', fill: 'M8 12a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3z' },
  out: { stroke: 'M8 9.8V2.3M4.7 5.6 8 2.3l3.3 3.3', fill: 'M8 12a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3z' },
  op: { stroke: 'M2 8h3.2M10.8 8H14M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z' },
  phase: { stroke: 'M2.5 4.5h4v7h-4zM9 5l4 3-4 3' },
  iteration: { stroke: 'M12.8 6.2A5.2 5.2 0 1 0 13.2 8.8M13.3 2.8v3.6H9.7' },
  run: { fill: 'M4.5 2.9v10.2c0 .5.5.8 1 .5l7.7-5.1c.4-.3.4-.8 0-1.1L5.5 2.4c-.5-.3-1 0-1 .5z' },
  pause: { fill: 'M4 3h2.8v10H4zM9.2 3H12v10H9.2z' },
  stop: { fill: 'M4.2 3.5h7.6c.4 0 .7.3.7.7v7.6c0 .4-.3.7-.7.7H4.2a.7.7 0 0 1-.7-.7V4.2c0-.4.3-.7.7-.7z' },
  restart: { stroke: 'M3.2 6.2A5.2 5.2 0 1 1 2.8 8.8M2.7 2.8v3.6h3.6' },
  back: { stroke: 'M10.5 3.5 5.5 8l5 4.5' },
  backFar: { stroke: 'M8 3.5 3.5 8 8 12.5M13 3.5 8.5 8l4.5 4.5' },
  forward: { stroke: 'm5.5 3.5 5 4.5-5 4.5' },
  now: { stroke: 'm3 3.5 4.5 4.5L3 12.5M8 3.5 12.5 8 8 12.5' },
  // The page
  code: { stroke: 'M5.5 4.5 2 8l3.5 3.5M10.5 4.5 14 8l-3.5 3.5' },
  graph: { stroke: 'M2 6.3h4v3.4H2zM10 2.3h4v3.4h-4zM10 10.3h4v3.4h-4zM6 8h2V4h2M8 8v4h2' },
  inspect: { stroke: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.4 10.4 14 14' },
  panel: { stroke: 'M2 3h12v10H2zM10 3v10' },
  output: { stroke: 'M2 3h12v10H2zM4.5 6l2 2-2 2M8 10.3h3' },
  plots: { stroke: 'M2.5 2.5v11h11M5 5c1.5 4.5 3.5 5.5 8 5.5' },
  layers: { stroke: 'M8 2.2 14 5.3 8 8.4 2 5.3zM2.5 8.2 8 11l5.5-2.8M2.5 11 8 13.8l5.5-2.8' },
  add: { stroke: 'M8 3v10M3 8h10' },
  remove: { stroke: 'M3 4.5h10M6.5 4.5v-2h3v2M4.3 4.5l.6 9h6.2l.6-9M6.7 7v4M9.3 7v4' },
  up: { stroke: 'M3.5 10 8 5.5l4.5 4.5' },
  down: { stroke: 'M3.5 6 8 10.5 12.5 6' },
  larger: { stroke: 'M9.5 2.5h4v4M13.2 2.8 9 7M6.5 13.5h-4v-4M2.8 13.2 7 9' },
  breakpoint: { fill: 'M8 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8z' },
  close: { stroke: 'm4 4 8 8M12 4l-8 8' },
  search: { stroke: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.4 10.4 14 14' },
  share: {
    stroke:
      'M6.7 9.3a2.8 2.8 0 0 0 4 0l2.1-2.1a2.8 2.8 0 0 0-4-4L8 4M9.3 6.7a2.8 2.8 0 0 0-4 0L3.2 8.8a2.8 2.8 0 0 0 4 4L8 12',
  },
  save: { stroke: 'M8 2.5v7.5M4.8 7 8 10.2 11.2 7M2.5 13.5h11' },
  attach: {
    stroke: 'M12.5 7.5 7.7 12.3a3 3 0 0 1-4.2-4.2l5.4-5.4a2 2 0 0 1 2.8 2.8l-5.3 5.3a1 1 0 0 1-1.4-1.4l4.6-4.6',
  },
  open: { stroke: 'M8 10.2V2.7M4.8 5.9 8 2.7l3.2 3.2M2.5 13.5h11' },
  book: {
    stroke: 'M8 4.2C6.5 3 4.5 2.8 2 3v9.5c2.5-.2 4.5 0 6 1.2 1.5-1.2 3.5-1.4 6-1.2V3c-2.5-.2-4.5 0-6 1.2zM8 4.2v9.5',
  },
  help: { stroke: 'M5.8 6a2.2 2.2 0 1 1 3.3 1.9c-.8.4-1.1.9-1.1 1.6M8 12v.01' },
  keys: {
    stroke:
      'M5.5 5.5h5v5h-5zM5.5 5.5H4A1.5 1.5 0 1 1 5.5 4zM10.5 5.5V4A1.5 1.5 0 1 1 12 5.5zM10.5 10.5H12a1.5 1.5 0 1 1-1.5 1.5zM5.5 10.5V12A1.5 1.5 0 1 1 4 10.5z',
  },
  light: {
    stroke:
      'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M12.6 3.4l-.7.7M4.1 11.9l-.7.7',
  },
  dark: { stroke: 'M13 9.6A5.5 5.5 0 0 1 6.4 3a5.5 5.5 0 1 0 6.6 6.6z' },
  auto: { stroke: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z', fill: 'M8 2.5a5.5 5.5 0 0 1 0 11z' },
  error: { stroke: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 5v3.7M8 11v.01' },
  warning: { stroke: 'M8 2.5 14.2 13.5H1.8zM8 6.5v3M8 11.5v.01' },
  note: { stroke: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 7.3V11M8 5v.01' },
  done: { stroke: 'm3 8.5 3.2 3.2L13 5' },
  more: {
    fill: 'M3.5 6.7a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6zM8 6.7a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6zM12.5 6.7a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6z',
  },
};
