import { createMockServer, type MockServer } from 'inokufu-api-kit';

const titles: Readonly<Record<string, string>> = { '9780262510875': 'Structure and Interpretation' };

/** The library's document, with behaviour for one operation; the other is answered from its example. */
export function createLibraryMock(): Promise<MockServer> {
  return createMockServer({
    document: new URL('library.yaml', import.meta.url).pathname,
    handlers: {
      getBook({ parameters }) {
        const { isbn } = (parameters as { path: { isbn: string } }).path;
        const title = titles[isbn];
        return title === undefined
          ? { status: 404, body: undefined }
          : { status: 200, body: { isbn, title } };
      },
    },
  });
}
