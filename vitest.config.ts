import { defineConfig } from 'vitest/config';

const everyProject = {
  // A worker loads a module once for all its files: no test may leave anything behind in one.
  isolate: false,
  // What is printed is compared without the colours that CI turns on.
  env: { NO_COLOR: '1' },
};

/** `npm test` runs `fast` and `browser`; `npm run test:slow` runs `slow`. The file name tells which one a test is in. */
export default defineConfig({
  test: {
    globalSetup: 'test/own-temporary-folder.ts',
    // The default leaves a core free, which of two is half.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...everyProject,
          name: 'fast',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.{browser,slow}.test.ts'],
          // Generous: a test waits for processes, and the machine may be busy. None asserts on time.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...everyProject,
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...everyProject,
          name: 'slow',
          include: ['test/**/*.slow.test.ts'],
          testTimeout: 1_800_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
