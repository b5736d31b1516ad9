import { createMockServer, fail, type MockServer, type OperationHandlers, reply } from 'inokufu-api-kit';
import type { operations } from './library-types.ts';

const titles = new Map([['9780262510875', 'Structure and Interpretation']]);

/** What the compiler checks against the document: its parameters, and what each status may hold. */
const handlers: OperationHandlers<operations> = {
  getBook({ parameters, account }) {
    const { isbn } = parameters.path;
    const title = titles.get(isbn);
    if (title === undefined) return fail(404, `There is no book ${isbn}.`);
    return reply(200, { isbn, title }, { 'X-Reader': account?.label ?? 'anybody' });
  },
};

/** The library's document, with behaviour for one operation; the other is answered from its example. */
export function createLibraryMock(): Promise<MockServer<operations>> {
  return createMockServer<operations>({
    document: new URL('library.yaml', import.meta.url).pathname,
    handlers,
  });
}
