/** One mock for the run, started where Jest's own module system is not; a file of the kind `.mjs` can make its own, too. */
export default {
  rootDir: import.meta.dirname,
  testMatch: ['**/*.spec.{mjs,cjs}'],
  globalSetup: './start-mock.mjs',
  globalTeardown: './stop-mock.mjs',
  transform: {},
};
