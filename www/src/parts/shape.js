/**
 * How a shape is written and said.
 *
 * A shape on an edge is `64×32`; in a sentence it is PyTorch's `[64, 32]`; read aloud it is "64 by 32".
 */

/** @param {ArrayLike<number | string>} shape */
export const written = (shape) => (shape.length ? Array.from(shape).join('×') : 'scalar');

/** @param {ArrayLike<number | string>} shape */
export const listed = (shape) => `[${Array.from(shape).join(', ')}]`;

/**
 * "batch 64 by features 32", with the names where they are known.
 * @param {ArrayLike<number>} shape @param {readonly (string | null)[]} [dims]
 */
export const spoken = (shape, dims = []) =>
  shape.length
    ? Array.from(shape, (size, axis) => (dims[axis] ? `${words(dims[axis])} ${size}` : String(size))).join(' by ')
    : 'a scalar';

/** Number of elements. @param {ArrayLike<number>} shape */
export const elements = (shape) => Array.from(shape).reduce((product, size) => product * size, 1);

/** `float32` goes without saying. @param {string} dtype */
export const unusualDtype = (dtype) => (dtype === '' || dtype === 'float32' ? '' : dtype);

/** @param {string | null | undefined} name */
const words = (name) => (name ?? '').replaceAll('_', ' ');
