/** HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), as far as we write it. */
export interface HarEntry {
  readonly startedDateTime: string;
  readonly time: number;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly httpVersion: string;
    readonly cookies: readonly [];
    readonly headers: readonly HarPair[];
    readonly queryString: readonly HarPair[];
    readonly postData?: HarPostData;
    readonly headersSize: -1;
    readonly bodySize: number;
  };
  readonly response: {
    readonly status: number;
    readonly statusText: string;
    readonly httpVersion: string;
    readonly cookies: readonly [];
    readonly headers: readonly HarPair[];
    readonly content: HarContent;
    readonly redirectURL: string;
    readonly headersSize: -1;
    readonly bodySize: number;
  };
  readonly cache: Readonly<Record<string, never>>;
  readonly timings: { readonly send: 0; readonly wait: number; readonly receive: 0 };
}

export interface HarPair {
  readonly name: string;
  readonly value: string;
}

/** HAR has no word for a request's body that is no text: ours begins with `_`, as it asks of custom fields. */
interface HarPostData {
  readonly mimeType: string;
  readonly text?: string;
  readonly _encoding?: 'base64';
  /** Why there is no text. */
  readonly comment?: string;
}

interface HarContent {
  readonly size: number;
  readonly mimeType: string;
  readonly text?: string;
  readonly encoding?: 'base64';
  readonly comment?: string;
}

/** Who wrote a HAR of ours. */
export const harCreator = { name: 'api-kit', version: '1' } as const;
