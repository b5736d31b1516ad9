import { InvalidArgumentError } from 'commander';

/** For `--port`: a whole number from 0 (any free port) to 65535. */
export function parsePort(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) > 65_535) {
    throw new InvalidArgumentError('A port is a whole number from 0 (any free one) to 65535.');
  }
  return Number(text);
}

/** For `--seed`: any whole number that JavaScript holds exactly. */
export function parseSeed(text: string): number {
  if (!/^-?\d+$/.test(text) || !Number.isSafeInteger(Number(text))) {
    throw new InvalidArgumentError('A seed is a whole number.');
  }
  return Number(text);
}

export function parsePositiveInteger(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) === 0)
    throw new InvalidArgumentError('Give a whole number above 0.');
  return Number(text);
}

/** For `--host`, which takes all words that follow: the document, too, which would be left out without a word. */
export function collectHosts(text: string, before: readonly string[] = []): readonly string[] {
  if (/\.(ya?ml|json)$/i.test(text)) {
    throw new InvalidArgumentError('That is a document: write it before --host.');
  }
  return [...before, text];
}

/** For `--try-it`, which may stand more than once: an address, or a path on the site's own server. */
export function collectServers(text: string, before: readonly string[] = []): readonly string[] {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!text.startsWith('/') && (url === undefined || !/^https?:$/.test(url.protocol))) {
    throw new InvalidArgumentError('Give a whole address like http://127.0.0.1:4010/v2, or a path like /v2.');
  }
  return [...before, text];
}

/** For options that take an address of a server or of a site. */
export function parseHttpUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new InvalidArgumentError('Give a whole address: http://127.0.0.1:4010/learningobject/v2');
  }
  return url;
}

/** For `--colors`: names and values; which names there are is the site's to say. */
export function collectColours(
  text: string,
  before: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const [name = '', value, ...rest] = text.split('=');
  if (value === undefined || rest.length > 0)
    throw new InvalidArgumentError(`"${text}" is no colour: write a name and a value, like nav-bg=#123456.`);
  return { ...before, [name.trim()]: value.trim() };
}
