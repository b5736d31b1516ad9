import { escapeHtml } from '../markdown/escape-html.ts';
import { colourSample } from './colour-sample.ts';
import type { SampleLanguage, SampleRequest } from './sample-request.ts';

/** The same place in every sample: the client puts the reader's key there, spelled as the language's string wants it. */
export function markKey(html: string, placeholders: Iterable<string>, language: string): string {
  return [...new Set(placeholders)].reduce((marked, placeholder) => {
    const text = escapeHtml(placeholder);
    return marked.replaceAll(
      text,
      `<span class="kit-key" data-escape="${escapeHtml(language)}">${text}</span>`,
    );
  }, html);
}

/** What stands in the samples of a request where a key belongs. */
export function placeholdersOf(request: SampleRequest): string[] {
  return request.credentials.flatMap((credential) =>
    credential.kind === 'key' && credential.variable === undefined ? [credential.value] : [],
  );
}

/** A request in a language as a page has it, in its colours and with the key's place marked. */
export function sampleHtml({ id, lexer, print }: SampleLanguage, request: SampleRequest): string {
  const code = print(request).trimEnd();
  return markKey(colourSample(code, lexer) ?? escapeHtml(code), placeholdersOf(request), id);
}
