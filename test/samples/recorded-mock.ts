import { createMockServer, type MockServerOptions } from '../../mock/server.ts';

interface RecordedCall {
  /** `GET /learningobject/v2/search?lang=en {body}`, query sorted and JSON without spaces: equal calls are equal texts. */
  readonly call: string;
  readonly path: string;
  readonly status: number;
}

/** A mock on a free port that tells which calls reached it. */
export interface RecordedMock {
  readonly origin: string;
  /** With `tls`: the certificate to trust, as a PEM text. */
  readonly authority: string | undefined;
  /** A key whose plan has every feature. */
  readonly key: string;
  calls(): readonly RecordedCall[];
  forget(): Promise<void>;
  close(): Promise<void>;
}

export async function startRecordedMock(options: Pick<MockServerOptions, 'tls'> = {}): Promise<RecordedMock> {
  const mock = await createMockServer(options);
  return {
    origin: mock.url,
    authority: mock.authority,
    key: 'mock-pro-key',
    calls: () =>
      mock.requests().map(({ method, target, requestBody, status }) => ({
        call: describeCall(method, target, requestBody),
        path: target,
        status,
      })),
    forget: () => mock.reset(),
    close: () => mock.close(),
  };
}

/** One text for one call, however its query is ordered and encoded and its JSON spaced. */
export function describeCall(method: string, target: string, body: string | undefined): string {
  const { pathname, searchParams } = new URL(target, 'http://any.example');
  searchParams.sort();
  const json = body ? ` ${JSON.stringify(JSON.parse(body))}` : '';
  return `${method} ${pathname}?${searchParams}${json}`;
}
