import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import svelteConfig from './svelte.config.js';

export default [
  { ignores: ['src/engine/pkg/', 'src/engine/protocol.ts', 'node_modules/', '**/*.d.ts'] },
  js.configs.recommended,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  { languageOptions: { globals: { ...globals.browser, ...globals.worker } } },
  { files: ['tests/**/*.js', '*.js'], languageOptions: { globals: globals.node } },
  { files: ['**/*.svelte', '**/*.svelte.js'], languageOptions: { parserOptions: { svelteConfig } } },
  {
    rules: {
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // Text of a program is never markup.
      'svelte/no-at-html-tags': 'error',
      'no-restricted-properties': ['error', { property: 'innerHTML', message: 'Text is not markup.' }],
    },
  },
];
