import { serverUrlOf } from '../../../openapi/operations/requests/server-url-of.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import type { LiveSearch } from '../outline/live-search.ts';
import type { OperationViewOptions } from './operation-view.ts';
import { sampleRequestOf } from './sample-request-of.ts';

/** What client/live-bundle.ts makes a search of; nothing where the page's own host has no server to ask. */
export function liveSearchHtml(
  { operation, others, ...shown }: LiveSearch,
  { tryItServers, basePath }: Pick<OperationViewOptions, 'tryItServers' | 'basePath'>,
): string {
  const server = tryItServers.find((one) => one.startsWith('/'));
  if (server === undefined) return '';
  const { url, query, headers, credentials } = sampleRequestOf(
    operation,
    serverUrlOf(operation, server, basePath),
  );
  const parameters = {
    ...Object.fromEntries(query.map(({ name, value }) => [name, value])),
    ...Object.fromEntries(others),
  };
  const sent = {
    url,
    parameters,
    headers: Object.fromEntries(headers.map(({ name, value }) => [name, value])),
  };
  const keyHeader = credentials.flatMap((one) =>
    one.kind === 'key' && one.in === 'header' ? [one.name] : [],
  )[0];
  return `<div class="live" data-live="${escapeHtml(JSON.stringify({ ...sent, ...shown, keyHeader }))}"></div>\n`;
}
