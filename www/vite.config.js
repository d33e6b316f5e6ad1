import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { referenceData } from './build/reference-data.js';

const at = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

// `KINDLING_ENGINE=script` puts a scripted engine in the place of the wasm one: for work on the page alone.
const engine =
  process.env.KINDLING_ENGINE === 'script' ? at('tests/script-engine.js') : at('src/engine/pkg/kindling.js');

export default defineConfig({
  base: './',
  plugins: [svelte(), referenceData(engine)],
  resolve: { alias: { 'kindling-wasm': engine } },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    rolldownOptions: { input: { page: at('index.html'), reference: at('reference/index.html') } },
    outDir: process.env.KINDLING_DIST ?? '../dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  test: { include: ['tests/**/*.test.js'], environment: 'node' },
});
