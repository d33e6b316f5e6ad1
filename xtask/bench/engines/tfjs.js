// The same work under TensorFlow.js with its wasm backend (one thread).

import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import * as tf from '@tensorflow/tfjs-core';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { init, normals, labels } from './data.js';

export const name = 'tfjs-wasm';

/** @param {string} base address of the folder with the backend's .wasm files */
export async function start(base) {
  setWasmPaths(base);
  setThreadsCount(1);
  await tf.setBackend('wasm');
  await tf.ready();
}

/** @type {Record<string, () => () => number>} each makes a model and returns its training step, which returns the loss */
export const programs = {
  small() {
    const x = tf.tensor2d(normals(32 * 2), [32, 2]);
    const y = tf.tensor2d(normals(32), [32, 1]);
    const [w1, b1, w2, b2, w3, b3] = layers([2, 16, 16, 1]);
    return training(() => {
      const h1 = tf.tanh(tf.add(tf.matMul(x, w1), b1));
      const h2 = tf.tanh(tf.add(tf.matMul(h1, w2), b2));
      return tf.mean(tf.square(tf.sub(tf.add(tf.matMul(h2, w3), b3), y)));
    });
  },
  digits() {
    const x = tf.tensor2d(normals(64 * 64), [64, 64]);
    const y = tf.oneHot(tf.tensor1d(labels(64, 10), 'int32'), 10).cast('float32');
    const [w1, b1, w2, b2] = layers([64, 128, 10]);
    return training(() => {
      const logits = tf.add(tf.matMul(tf.relu(tf.add(tf.matMul(x, w1), b1)), w2), b2);
      // log_softmax by its parts: the backend has no gradient kernel for the fused one.
      const shifted = tf.sub(logits, tf.max(logits, 1, true));
      const logs = tf.sub(shifted, tf.log(tf.sum(tf.exp(shifted), 1, true)));
      return tf.neg(tf.mean(tf.sum(tf.mul(logs, y), 1)));
    });
  },
};

/** @param {number[]} widths */
function layers(widths) {
  return widths.slice(1).flatMap((width, i) => [
    tf.variable(tf.tensor2d(init(widths[i], width), [widths[i], width])),
    tf.variable(tf.zeros([width])),
  ]);
}

/** @param {() => tf.Tensor} loss */
function training(loss) {
  const optimizer = tf.train.sgd(0.05);
  return () => {
    const value = /** @type {tf.Scalar} */ (optimizer.minimize(() => /** @type {tf.Scalar} */ (loss()), true));
    const number = value.dataSync()[0];
    value.dispose();
    return number;
  };
}
