import picocolors from 'picocolors';
import type { MockServer } from '../../mock/server.ts';
import { formatFault } from '../../openapi/model/document-error.ts';
import { firstCall } from './first-call.ts';

/** How many faults of somebody else's document are listed; the rest is counted. */
const shownWarnings = 10;

/** What `api-kit mock` prints when it listens: where everything is, the keys, and one line to paste. */
export function renderGreeting(
  server: MockServer,
  { hasDocs, hasAdmin }: { hasDocs: boolean; hasAdmin: boolean },
): string {
  const addresses: readonly (readonly [string, string])[] = [
    ...(hasDocs ? [['Docs', `${server.url}/`] as const] : []),
    ['API', server.apiUrl],
    ['Document', `${server.url}/openapi.json`],
    ...(hasAdmin ? [['Admin', `${server.url}/__mock`] as const] : []),
  ];
  const sections = [
    server.warnings.length === 0 ? '' : renderWarnings(server),
    server.notes.join('\n'),
    addresses.map(([name, address]) => `  ${name.padEnd(9)} ${picocolors.cyan(address)}`).join('\n'),
    renderKeys(server),
    `  Try\n\n  ${picocolors.bold(firstCall(server))}`,
    picocolors.dim('  Ctrl-C ends it.'),
  ];
  return `\n${sections.filter((section) => section !== '').join('\n\n')}\n\n`;
}

function renderWarnings({ warnings }: MockServer): string {
  const listed = warnings.slice(0, shownWarnings).map((fault) => `  ${formatFault(fault)}`);
  const more = warnings.length - listed.length;
  const head = picocolors.yellow('  The document has faults; what is whole is served:');
  return [head, ...listed, ...(more > 0 ? [`  … and ${more} more`] : [])].join('\n');
}

function renderKeys({ keys }: MockServer): string {
  if (keys.length === 0) return '';
  const width = Math.max(...keys.map(({ key }) => key.length));
  return ['  Keys', ...keys.map(({ key, purpose }) => `  ${key.padEnd(width)}  ${purpose}`)].join('\n');
}
