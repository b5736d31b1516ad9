import type { MarkdownText } from '../markdown/page-elements.ts';
import type { SourceFault } from './source-fault.ts';

const refused: readonly (readonly [RegExp, string])[] = [
  [/<script\b/i, 'A script in a page is not run: the site’s policy allows its own files only.'],
  [
    /<[a-z][^>]*\son[a-z]+\s*=/i,
    'A handler in an attribute is not run: the site’s policy allows its own files only.',
  ],
  [
    /<(iframe|object|embed)\b/i,
    'Content of another site is not shown: the site’s policy allows its own files only.',
  ],
];

/** Raw HTML that the site's policy keeps from working, outside of code blocks. */
export function findScriptFaults(source: MarkdownText): SourceFault[] {
  let mark: string | undefined;
  return source.text.split('\n').flatMap((line, index) => {
    const fence = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined && (mark === undefined || line.trim().startsWith(mark)))
      mark = mark === undefined ? fence : undefined;
    if (mark !== undefined || fence !== undefined) return [];
    const plain = line.replace(/`[^`]*`/g, '');
    return refused.flatMap(([pattern, message]) =>
      pattern.test(plain) ? [{ file: source.file, line: source.firstLine + index, message }] : [],
    );
  });
}
