// Opens the built page in a real browser, as a learner would, and ends it again.

import { chromium } from 'playwright-core';
import { after, before } from 'node:test';

/** Where the built page is served, and the browser's program: `cargo xtask test page` says both. */
const address = required('KINDLING_ADDRESS');
const executablePath = required('KINDLING_CHROMIUM');

/** How long the page may take for one thing before the test says that it never came. */
const PATIENCE = 30_000;

/** @type {import('playwright-core').Browser} */
let browser;

/** Starts the browser before the tests of a file and ends it after them. */
export function useBrowser() {
  before(async () => {
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
    });
  });
  after(() => browser.close());
}

/**
 * A page just opened, in a browser that has never been here. Any error that the page does not handle fails the test
 * that closes it.
 * @param {{ path?: string, width?: number, height?: number, dark?: boolean, still?: boolean }} [options]
 */
export async function open({ path = '', width = 1440, height = 900, dark = false, still = true } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: still ? 'reduce' : 'no-preference',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  /** @type {string[]} */
  const faults = [];
  page.on('pageerror', (error) => faults.push(`${error}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(new URL(path, address).href);
  return {
    page,
    faults,
    /** Ends it; throws if the page reported an error. */
    async close() {
      await context.close();
      if (faults.length) throw new Error(`the page reported errors:\n${faults.join('\n')}`);
    },
  };
}

/** @param {string} name */
function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run these tests with \`cargo xtask test page\``);
  return value;
}
