import { defineConfig } from 'vite';

/** tfjs asks for its .wasm file by name: it keeps that name in the build. */
const keepName = { output: { assetFileNames: 'assets/[name][extname]' } };

export default defineConfig({
  base: './',
  build: { outDir: '../../target/bench', emptyOutDir: true, target: 'esnext', assetsInlineLimit: 0, rolldownOptions: keepName },
  worker: { format: 'es', rolldownOptions: keepName },
});
