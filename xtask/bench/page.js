// Starts the worker and keeps what it says where run.js reads it.

import wasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';

const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
/** @type {any[]} */
const said = (/** @type {any} */ (window).said = []);
worker.onmessage = ({ data }) => said.push(data);
worker.onerror = (event) => said.push({ error: event.message });
worker.postMessage({ base: new URL('./', new URL(wasm, location.href)).href });
