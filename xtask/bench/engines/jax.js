// The same work under jax-js, compiled with jit for its wasm backend.

import { defaultDevice, init as initDevices, jit, lax, nn, numpy as np, valueAndGrad } from '@jax-js/jax';
import { init, normals, labels } from './data.js';

export const name = 'jax-js';

export async function start() {
  await initDevices('wasm');
  defaultDevice('wasm');
}

/** @type {Record<string, () => () => number>} each makes a model and returns its training step, which returns the loss */
export const programs = {
  small() {
    const x = np.array(normals(32 * 2)).reshape([32, 2]);
    const y = np.array(normals(32)).reshape([32, 1]);
    return training(layers([2, 16, 16, 1]), [x, y], ([w1, b1, w2, b2, w3, b3], [x, y]) => {
      const h1 = np.tanh(np.add(np.matmul(x, w1), b1));
      const h2 = np.tanh(np.add(np.matmul(h1, w2), b2));
      return np.mean(np.square(np.subtract(np.add(np.matmul(h2, w3), b3), y)));
    });
  },
  digits() {
    const x = np.array(normals(64 * 64)).reshape([64, 64]);
    const y = nn.oneHot(np.array(labels(64, 10)), 10);
    return training(layers([64, 128, 10]), [x, y], ([w1, b1, w2, b2], [x, y]) => {
      const hidden = nn.relu(np.add(np.matmul(x, w1), b1));
      return crossEntropy(np.add(np.matmul(hidden, w2), b2), y);
    });
  },
  cnn() {
    const x = np.array(normals(64 * 64)).reshape([64, 1, 8, 8]);
    const y = nn.oneHot(np.array(labels(64, 10)), 10);
    const kernel = np.array(init(9, 8)).reshape([8, 1, 3, 3]);
    const weights = [kernel, np.zeros([8, 1, 1]), ...layers([128, 10])];
    return training(weights, [x, y], ([k, c, w, b], [x, y]) => {
      const maps = nn.relu(np.add(lax.convGeneralDilated(x, k, [1, 1], [[1, 1], [1, 1]]), c));
      const pooled = np.max(maps.reshape([64, 8, 4, 2, 4, 2]), [3, 5]);
      return crossEntropy(np.add(np.matmul(pooled.reshape([64, 128]), w), b), y);
    });
  },
};

/** @param {any} logits @param {any} y */
const crossEntropy = (logits, y) => np.mean(np.sum(np.multiply(nn.logSoftmax(logits, 1), y), 1)).mul(-1);

/** @param {number[]} widths */
function layers(widths) {
  return widths
    .slice(1)
    .flatMap((width, i) => [np.array(init(widths[i], width)).reshape([widths[i], width]), np.zeros([width])]);
}

/** @param {any[]} weights @param {any[]} data @param {(weights: any[], data: any[]) => any} loss */
function training(weights, data, loss) {
  const step = jit((/** @type {any[]} */ weights, /** @type {any[]} */ data) => {
    const [value, grads] = valueAndGrad(loss)(weights.map((w) => w.ref), data);
    return [value, weights.map((w, i) => w.sub(grads[i].mul(0.05)))];
  });
  return () => {
    const [value, next] = step(weights, data.map((d) => d.ref));
    weights = next;
    return value.item();
  };
}
