/**
 * Matplotlib's colour maps by name, as a few colours each that are mixed in between. A map of one's own comes as its
 * colours, with spaces between.
 */
const STOPS = {
  viridis: '440154 482878 3e4989 31688e 26828e 1f9e89 35b779 6ece58 b5de2b fde725',
  plasma: '0d0887 46039f 7201a8 9c179e bd3786 d8576b ed7953 fb9f3a fdca26 f0f921',
  inferno: '000004 1b0c41 4a0c6b 781c6d a52c60 cf4446 ed6925 fb9b06 f7d13d fcffa4',
  magma: '000004 180f3d 440f76 721f81 9e2f7f cd4071 f1605d fd9668 feca8d fcfdbf',
  cividis: '00224e 123570 3b496c 575d6d 707173 8a8678 a59c74 c3b369 e1cc55 fee838',
  gray: '000000 ffffff',
  bwr: '0000ff ffffff ff0000',
  coolwarm: '3b4cc0 6788ee 9abbff c9d7f0 edd1c2 f7a889 e26952 b40426',
  RdBu: '67001f b2182b d6604d f4a582 fddbc7 f7f7f7 d1e5f0 92c5de 4393c3 2166ac 053061',
  RdYlBu: 'a50026 d73027 f46d43 fdae61 fee090 ffffbf e0f3f8 abd9e9 74add1 4575b4 313695',
  RdYlGn: 'a50026 d73027 f46d43 fdae61 fee08b ffffbf d9ef8b a6d96a 66bd63 1a9850 006837',
  Spectral: '9e0142 d53e4f f46d43 fdae61 fee08b ffffbf e6f598 abdda4 66c2a5 3288bd 5e4fa2',
  Blues: 'f7fbff deebf7 c6dbef 9ecae1 6baed6 4292c6 2171b5 08519c 08306b',
  Reds: 'fff5f0 fee0d2 fcbba1 fc9272 fb6a4a ef3b2c cb181d a50f15 67000d',
  Greens: 'f7fcf5 e5f5e0 c7e9c0 a1d99b 74c476 41ab5d 238b45 006d2c 00441b',
  Oranges: 'fff5eb fee6ce fdd0a2 fdae6b fd8d3c f16913 d94801 a63603 7f2704',
  Greys: 'ffffff f0f0f0 d9d9d9 bdbdbd 969696 737373 525252 252525 000000',
  hot: '0b0000 ff0000 ffff00 ffffff',
  jet: '000080 0000ff 00ffff ffff00 ff0000 800000',
  rainbow: '8000ff 00b5eb 80ffb4 ffb360 ff0000',
  cool: '00ffff ff00ff',
  spring: 'ff00ff ffff00',
  summer: '008066 ffff66',
  autumn: 'ff0000 ffff00',
  winter: '0000ff 00ff80',
};
/** @type {Record<string, string>} */
const BY_NAME = { ...STOPS, binary: STOPS.Greys, grey: STOPS.gray };

/** The colours of a map from its low to its high end, RGB each. @param {string} name @returns {[number, number, number][]} */
export function stopsOf(name) {
  const plain = name.replace(/_r$/, '');
  const text = BY_NAME[plain] ?? (name.includes('#') ? name.replaceAll('#', '') : STOPS.viridis);
  const stops = text.split(' ').map((hex) => {
    const number = Number.parseInt(hex, 16);
    return /** @type {[number, number, number]} */ ([number >> 16, (number >> 8) & 255, number & 255]);
  });
  return name.endsWith('_r') ? stops.reverse() : stops;
}

/** The colour at a place of 0 .. 1, as CSS. @param {string} name @param {number} place */
export function colourAt(name, place) {
  const stops = stopsOf(name);
  const along = Math.min(1, Math.max(0, Number.isFinite(place) ? place : 0)) * (stops.length - 1);
  const below = Math.floor(along);
  const from = stops[below] ?? [0, 0, 0];
  const to = stops[below + 1] ?? from;
  const part = along - below;
  const mixed = from.map((channel, at) => Math.round(channel + ((to[at] ?? channel) - channel) * part));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
