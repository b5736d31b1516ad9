import { serverUrlOf } from '../../../openapi/operations/requests/server-url-of.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import type { LiveSearch } from '../outline/live-search.ts';
import { wordsOf } from '../words/words.ts';
import type { OperationViewOptions } from './operation-view.ts';
import { sampleRequestOf } from './sample-request-of.ts';

/** The form of a live search, which client/live-bundle.ts answers; nothing where the page's own host has no server to ask. */
export function liveSearchHtml(
  { operation, others, by, ...shown }: LiveSearch,
  { tryItServers, basePath, words }: Pick<OperationViewOptions, 'tryItServers' | 'basePath' | 'words'>,
): string {
  const server = tryItServers.find((one) => one.startsWith('/'));
  if (server === undefined) return '';
  const request = sampleRequestOf(operation, serverUrlOf(operation, server, basePath));
  const documented = request.query.filter(({ name }) => !others.has(name));
  const query = [...documented.map(({ name, value }) => [name, value] as const), ...others];
  const value = query.find(([name]) => name === by)?.[1] ?? '';
  const live = {
    url: request.url,
    query: query.filter(([name]) => name !== by),
    headers: Object.fromEntries(request.headers.map((one) => [one.name, one.value])),
    credential: request.credentials.find((one) => one.kind === 'key' && one.in !== 'cookie'),
    by,
    ...shown,
  };
  const field = `<label><code>${escapeHtml(by)}</code><input type="search" value="${escapeHtml(value)}"></label>`;
  const form = `<form>${field}<button type="submit" class="primary-button">${wordsOf(words.locale).theme.send}</button></form>`;
  return `<div class="kit-live" data-live="${escapeHtml(JSON.stringify(live))}">${form}<p class="live-said" role="status"></p><ul class="live-cards"></ul></div>\n`;
}
