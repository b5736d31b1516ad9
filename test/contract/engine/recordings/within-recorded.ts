import type { Operation } from '../../../../openapi/model/api-model.ts';
import type { Finding } from '../../../../openapi/operations/judge/finding.ts';
import type { RecordedCall } from '../../../../openapi/operations/wire/har/recorded-call.ts';

interface RecordedPart {
  readonly call: RecordedCall;
  readonly operation: Operation | undefined;
  readonly mayLackCredentials: boolean;
}

const ofMissingHeaders = new Set(['missing-header', 'http-header-missing', 'missing-body']);
const ofMissingKeys = new Set(['missing-key', 'key-not-required']);

/** A finding as far as a recording bears it out: what was not written down is not missing. */
export function withinRecorded(
  finding: Finding,
  { call, operation, mayLackCredentials }: RecordedPart,
): readonly Finding[] {
  const { code, about, message } = finding;
  if (about === 'reply' && call.lacksReplyHeaders && ofMissingHeaders.has(code)) return [];
  if (!mayLackCredentials || !ofMissingKeys.has(code) || !isLeftOutByBrowsers(operation)) return [finding];
  const doubt = 'A browser leaves Authorization and cookies out of what it exports.';
  return [{ ...finding, basis: 'suspicion', message: `${message} ${doubt}` }];
}

function isLeftOutByBrowsers(operation: Operation | undefined): boolean {
  const schemes = operation?.security.flat().map(({ scheme }) => scheme) ?? [];
  return schemes.some(
    ({ type, in: where, name }) =>
      type !== 'apiKey' || where === 'cookie' || /^authorization$/i.test(name ?? ''),
  );
}
