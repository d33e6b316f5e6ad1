// Numbers to train on, the same in each run.

let state = 1;
const uniform = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;

/** @param {number} count */
export function normals(count) {
  return Float32Array.from({ length: count }, () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()));
}

/** Weights of a layer: uniform within 1 / sqrt(inputs). @param {number} inputs @param {number} outputs */
export function init(inputs, outputs) {
  return Float32Array.from({ length: inputs * outputs }, () => (2 * uniform() - 1) / Math.sqrt(inputs));
}

/** @param {number} count @param {number} classes */
export function labels(count, classes) {
  return Int32Array.from({ length: count }, () => Math.floor(uniform() * classes));
}
