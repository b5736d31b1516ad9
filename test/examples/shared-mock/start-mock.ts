import { createMockServer } from 'inokufu-api-kit';
import type { TestProject } from 'vitest/node';

/** One mock for all files; `api-kit mock` in another terminal would do as well. */
export default async function startMock(project: TestProject): Promise<() => Promise<void>> {
  const mock = await createMockServer();
  project.provide('mockUrl', mock.url);
  return () => mock.close();
}

declare module 'vitest' {
  interface ProvidedContext {
    mockUrl: string;
  }
}
