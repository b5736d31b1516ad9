import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['*.spec.ts'], globalSetup: './start-mock.ts', maxWorkers: 2 },
});
