import { swaggerMethods } from '../../../openapi/model/api-model.ts';

/** `METHOD /path` as a page writes it. */
export interface MethodLine {
  /** Lower case, as a document has it. */
  readonly method: Method;
  /** As written: a path or an address, with placeholders of any style. */
  readonly target: string;
  /** The line says nothing else: it tells of the operation, and does not merely mention it. */
  readonly isAlone: boolean;
}

export type Method = (typeof swaggerMethods)[number];

const method = swaggerMethods.join('|').toUpperCase();
/** A cell of a table that has a method and nothing else. */
export const methodAlone = new RegExp(String.raw`^\W*(${method})\W*$`, 'i');
const placeholder = String.raw`<[^<>\s][^<>\n]*>|\{\{?[^{}\n]+\}?\}|\[[^[\]\n]+\]|\$\([^()\n]+\)`;
const target = String.raw`(?:${placeholder}|[^\s\`"'<>|,;{}[\]\\]|[,;](?=\S))+`;
/** A path, an address, a placeholder or a host in front of a path, or a path that begins with its version. */
const start = String.raw`(?=https?:\/\/|\/(?!\/)[\w<{[:$%*~.@-]|\/(?:\s|$)|(?:${placeholder}|\$\w+|\*|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?::\d+)?|v\d[\d.]*)\/)`;
const anywhere = new RegExp(
  String.raw`(?<![\w$/.-]|-X ?|request )((?:${method})(?:\s*[/,|&]\s*(?:${method}))*)[\s:|"'\])>=-]+${start}(${target})`,
  'g',
);
/** `get users/{id}` alone in its line: letter case and the slash in front are forgiven. */
const alone = new RegExp(
  String.raw`^[\W_]*((?:${method})(?:\s*[/,|&]\s*(?:${method}))*)[\s:|"'\])>=-]+(?:${start}|(?!re(?:quest|sponse))(?=[\w-]+\/[\w{<:[]))(${target})(?:\s+HTTP\/[\d.]+)?[\s.:|)*]*$`,
  'i',
);

/** Reads one line, its marks of Markdown taken away. */
export function readMethodLines(line: string): readonly MethodLine[] {
  const whole = alone.exec(line.trim());
  const found = whole === null ? [...line.matchAll(anywhere)] : [whole];
  return found.flatMap(({ 1: names = '', 2: written = '', index }) =>
    [...names.matchAll(new RegExp(method, 'gi'))].map(([name]) => ({
      method: name.toLowerCase() as Method,
      target: written.replace(/[.,;:)*]+$/, ''),
      isAlone: whole !== null || /^\W*$/.test(line.slice(0, index)),
    })),
  );
}
