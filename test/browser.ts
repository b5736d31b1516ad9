import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const executablePath = candidates.find((path) => path !== undefined && path !== '' && existsSync(path));

/** Whether browser tests can run; false is a message on the console, and a failure where CI is set. */
export const hasBrowser = executablePath !== undefined;

if (!hasBrowser) {
  const message =
    'No Chromium found. Install it (Debian: apt-get install -y chromium) or set CHROMIUM_PATH to its executable.';
  if (process.env.CI) throw new Error(message);
  process.stderr.write(`Browser tests are skipped. ${message}\n`);
}

/** Without these, Chromium looks for hosts that are not there. As root it refuses to start without --no-sandbox. */
const flags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Debian's Chromium, headless. Close it in `afterAll`. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: flags });
}
