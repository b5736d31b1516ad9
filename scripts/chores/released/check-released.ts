import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compareDocuments } from '../../commands/diff/compare-documents.ts';
import { renderDiff } from '../../commands/diff/render-diff.ts';

const generated = 'openapi/generated/openapi.json';

/** Whether the document keeps what the released one of its version has promised to clients; undefined: it does. */
export async function checkReleased(root: string): Promise<string | undefined> {
  const { info } = JSON.parse(readFileSync(path.join(root, generated), 'utf8')) as {
    readonly info: { readonly version: string };
  };
  const released = `openapi/released/openapi-${info.version}.json`;
  const release = `cp ${generated} openapi/released/openapi-VERSION.json`;
  if (!existsSync(path.join(root, released)))
    return `Version ${info.version} is not released yet: ${release.replace('VERSION', info.version)}`;
  const diff = await compareDocuments(path.join(root, released), path.join(root, generated));
  if (diff.summary.major === 0) return undefined;
  return `${renderDiff(diff, (file) => path.relative(root, file))}
Clients of version ${info.version} count on ${released}. Take the change back, or give the document a new version:
info.version in openapi/document/openapi.yaml, npm run generate, ${release}`;
}
