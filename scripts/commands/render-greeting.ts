import picocolors from 'picocolors';
import type { MockServer } from '../../mock/server.ts';
import { renderFaults } from '../../openapi/model/check/render-faults.ts';
import { firstCall } from './first-call.ts';
import { pathHere } from './path-here.ts';

interface Asked {
  readonly admin: boolean;
  readonly adminToken: string | undefined;
  readonly all: boolean;
  readonly configFile: string | undefined;
  readonly hasManual: boolean;
}

/** What `api-kit mock` prints when it listens: where everything is, the keys, and one line to paste. */
export function renderGreeting(server: MockServer, asked: Asked): string {
  const token = asked.adminToken === undefined ? '' : `  with Authorization: Bearer ${asked.adminToken}`;
  const addresses: readonly (readonly [string, string | undefined])[] = [
    ['Docs', server.docsUrl],
    ['Manual', server.docsUrl && asked.hasManual ? `${server.docsUrl}manual/` : undefined],
    ['API', server.apiUrl],
    ['Document', `${server.url}/openapi.json`],
    ['Admin', server.adminUrl && server.adminUrl + token],
    ['Authority', server.authorityUrl],
    ['Config', asked.configFile && pathHere(asked.configFile)],
  ];
  const sections = [
    renderWarnings(server, asked.all),
    server.notes.join('\n'),
    addresses
      .flatMap(([name, url]) => (url === undefined ? [] : [`  ${name.padEnd(9)} ${picocolors.cyan(url)}`]))
      .join('\n'),
    asked.admin && server.adminUrl === undefined ? noAdmin : '',
    renderKeys(server),
    `  Try\n\n  ${picocolors.bold(firstCall(server))}`,
    picocolors.dim('  Ctrl-C ends it.'),
  ];
  return `\n${sections.filter((section) => section !== '').join('\n\n')}\n\n`;
}

const noAdmin =
  '  The admin side is for this machine alone: it answers once --host has 127.0.0.1, too, or with\n  --admin-from or --admin-token.';

function renderWarnings({ warnings }: MockServer, isWhole: boolean): string {
  if (warnings.length === 0) return '';
  const head = picocolors.yellow('  The document has faults; what is whole is served:');
  const lines = renderFaults(warnings, { isWhole, nameFile: pathHere });
  return [head, ...lines.map((line) => `  ${line}`)].join('\n');
}

function renderKeys(server: MockServer): string {
  const keys = server.keys();
  if (keys.length === 0) return '';
  const width = Math.max(...keys.map(({ key }) => key.length));
  return ['  Keys', ...keys.map(({ key, label }) => `  ${key.padEnd(width)}  ${label}`)].join('\n');
}
