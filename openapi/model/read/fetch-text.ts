const longestWaitMs = 10_000;
const mostBytes = 50_000_000;

/** Whether a document is given by its address: `https://api.example.com/openapi.yaml`. */
export function isWebAddress(name: string): boolean {
  return /^https?:\/\//i.test(name);
}

/** Fetches a text, within ten seconds and 50 MB, or says why there is none. `address` is where redirects led. */
export async function fetchText(
  url: string,
): Promise<{ text: string; address: string } | { problem: string }> {
  try {
    const headers = { Accept: 'application/yaml, application/json;q=0.9, */*;q=0.5' };
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(longestWaitMs) });
    if (!response.ok) {
      await response.body?.cancel();
      return { problem: `${url} answers ${response.status} ${response.statusText}`.trimEnd() };
    }
    const text = await readBody(response);
    if (text === undefined) return { problem: `${url} is longer than ${mostBytes / 1_000_000} MB` };
    if (/^\s*<(!doctype|html)/i.test(text))
      return { problem: `${url} is a web page; give the address of the YAML or JSON itself` };
    return { text, address: response.url || url };
  } catch (error) {
    return { problem: `${url} cannot be read: ${reasonOf(error)}` };
  }
}

async function readBody(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    chunks.push(part.value);
    bytes += part.value.byteLength;
    if (bytes > mostBytes) {
      await reader?.cancel();
      return undefined;
    }
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** fetch says little itself: what happened is in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `it takes longer than ${longestWaitMs / 1000} seconds`;
  const { cause } = error;
  return cause instanceof Error
    ? cause.message || String('code' in cause ? cause.code : cause)
    : error.message;
}
