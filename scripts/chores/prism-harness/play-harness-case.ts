import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { createMockServer } from '../../../mock/server.ts';
import { type ExpectedReply, type HarnessCase, readReplyText } from './read-harness-case.ts';
import { splitCommand } from './split-command.ts';

/** How our mock answers a case: `status` alone is right, or all that the case says of the reply. */
export interface HarnessOutcome {
  readonly name: string;
  readonly class: HarnessCase['class'];
  readonly isStatusRight: boolean;
  readonly isReplyRight: boolean;
  /** What differs, in one line; empty where nothing does. */
  readonly difference: string;
}

/** Where the cases think that Prism listens; it leaves out the path of the document's servers, which our mock has. */
const prismAddress = /http:\/\/(?:localhost|127\.0\.0\.1):4010/g;

const patienceMs = 15_000;

export async function playHarnessCase(given: HarnessCase): Promise<HarnessOutcome> {
  const { name, expected } = given;
  const judged = (isStatusRight: boolean, difference: string): HarnessOutcome => ({
    ...{ name, class: given.class, isStatusRight, difference },
    isReplyRight: difference === '',
  });
  const folder = mkdtempSync(path.join(tmpdir(), 'prism-harness-'));
  try {
    const file = path.join(folder, 'document.yaml');
    writeFileSync(file, given.document);
    await using mock = await createMockServer({ document: file, hosts: ['127.0.0.1'] });
    const reply = readReplyText(await runCurl(given.command.replace(prismAddress, mock.apiUrl)));
    if (reply.status !== expected.status)
      return judged(false, `${expected.status} expected, ${reply.status} came: ${reply.body.slice(0, 200)}`);
    return judged(true, misfitOf(reply, expected));
  } catch (error) {
    return judged(false, error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runCurl(line: string): Promise<string> {
  const [command, ...args] = splitCommand(line);
  if (command !== 'curl') throw new Error(`The command is ${command}, and not curl.`);
  return new Promise((resolve, reject) => {
    execFile('curl', ['--silent', ...args], { timeout: patienceMs }, (error, stdout) =>
      stdout === '' && error !== null ? reject(error) : resolve(stdout),
    );
  });
}

type ReplyText = ReturnType<typeof readReplyText>;

function misfitOf(reply: ReplyText, expected: ExpectedReply): string {
  const type = expected.headers['content-type'];
  const came = reply.headers['content-type'] ?? 'none';
  if (type !== undefined && came.split(';')[0] !== type.split(';')[0])
    return `Content-Type ${came} for ${type}`;
  if (expected.isExact && !isSameBody(reply.body, expected.body))
    return `body ${reply.body.slice(0, 160)} for ${expected.body.slice(0, 160)}`;
  return '';
}

/** Spaces between the parts of JSON and of XML mean nothing. */
function isSameBody(one: string, other: string): boolean {
  if (one === other) return true;
  try {
    return isDeepStrictEqual(JSON.parse(one), JSON.parse(other));
  } catch {
    const plain = (text: string) => text.replace(/^<\?xml.*?\?>/, '').replace(/\s+/g, '');
    return plain(one) === plain(other);
  }
}
