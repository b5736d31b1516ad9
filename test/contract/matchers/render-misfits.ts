import path from 'node:path';
import type { Operation } from '../../../openapi/model/api-model.ts';
import type { Finding } from '../../../openapi/operations/judge/finding.ts';

const mostShown = 10;

/** Why a response does not fit: a line a finding, those that are alike in the items of a list once. */
export function renderMisfits(
  { operationId }: Operation,
  status: number,
  findings: readonly Finding[],
): string {
  const alike = new Map<string, readonly Finding[]>();
  for (const finding of findings) {
    const kind = JSON.stringify([
      finding.code,
      finding.name?.replaceAll(/\/\d+(?=\/|$)/g, '/*'),
      finding.expected,
      finding.got === undefined,
    ]);
    alike.set(kind, [...(alike.get(kind) ?? []), finding]);
  }
  const shown = [...alike.values()].slice(0, mostShown).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const times = group.length === 1 ? '' : ` (and ${group.length - 1} more like it)`;
    const { file, pointer } = first.location;
    return [`- ${first.message}${times}`, `  ${path.basename(file)}#${pointer}`];
  });
  const more = alike.size > mostShown ? [`- and ${alike.size - mostShown} more`] : [];
  return [`This ${status} does not fit ${operationId} of the document:`, ...shown, ...more].join('\n');
}
