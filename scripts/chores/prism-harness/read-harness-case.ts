import { parse } from 'yaml';
import { isObject } from '../../../openapi/model/is-object.ts';

/** One file of Prism's test-harness. */
export interface HarnessCase {
  /** Its path in the folder: `routing/route-resolving.oas3.txt`. */
  readonly name: string;
  /** The text of the document. */
  readonly document: string;
  /** Which OpenAPI: `3.0.0`, `2.0`; undefined for what is none, as Postman's collections. */
  readonly version: string | undefined;
  /** Whether Prism stands as a proxy there. */
  readonly isProxy: boolean;
  /** A line with curl. */
  readonly command: string;
  readonly expected: ExpectedReply;
  /**
   * A: a plain request to a mock without switches gets a documented 2xx, and nothing of Prism's own is in it. B: refusals, what
   * Prism's switches do, and what it says in its own words.
   */
  readonly class: 'A' | 'B';
}

export interface ExpectedReply {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether the body must be the same, or only look alike. */
  readonly isExact: boolean;
}

const sectionMark = /^====(\w[\w-]*)====\r?$/m;

/** Reads one; sections stand between lines `====name====`. Throws for a file that lacks one. */
export function readHarnessCase(name: string, text: string): HarnessCase {
  const parts = text.split(sectionMark);
  const sections = new Map<string, string>();
  for (let index = 1; index < parts.length; index += 2)
    sections.set(parts[index] ?? '', (parts[index + 1] ?? '').trim());
  const section = (title: string): string => {
    const found = sections.get(title);
    if (found === undefined) throw new Error(`${name}: the section ${title} is missing.`);
    return found;
  };
  const isExact = sections.has('expect');
  const wanted = sections.get('expect') ?? sections.get('expect-loose') ?? section('expect-keysOnly');
  const [server, command, document] = [section('server'), section('command'), section('spec')];
  const expected = { ...readReplyText(wanted), isExact };
  const isPlain = /^mock\s+-p 4010 \$\{document\}$/.test(server) && !/__|Prefer:/.test(command);
  const isOwn = /stoplight\.io\/prism|sl-violations/.test(wanted);
  const isDocumented = expected.status >= 200 && expected.status < 300;
  return {
    name,
    document,
    version: versionOf(document),
    isProxy: server.startsWith('proxy'),
    command,
    expected,
    class: isPlain && isDocumented && isExact && !isOwn ? 'A' : 'B',
  };
}

function versionOf(document: string): string | undefined {
  const read: unknown = parse(document, { logLevel: 'silent' });
  if (!isObject(read)) return undefined;
  const version = read.openapi ?? read.swagger;
  return version === undefined ? undefined : String(version);
}

/** A reply as `curl -i` prints it; the last one where there are several. */
export function readReplyText(text: string): Omit<ExpectedReply, 'isExact'> {
  const [head = '', ...rest] = text.replaceAll('\r\n', '\n').split('\n\n');
  const [first = '', ...lines] = head.split('\n');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
  });
  return {
    status: Number(first.split(' ')[1]),
    headers: Object.fromEntries(headers),
    body: rest.join('\n\n').trim(),
  };
}
