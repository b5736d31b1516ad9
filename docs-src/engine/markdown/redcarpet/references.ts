import { fenceLanguage } from './fence.ts';

export interface LinkTarget {
  readonly href: string;
  readonly title: string | undefined;
}

/** What a text is parsed with: the targets of `[name]`, by its name in small letters. */
export interface ReferenceEnvironment {
  references: Map<string, LinkTarget>;
}

const definition =
  /^ {0,3}\[([^\]\n]*)\]: *\n? *<?([^ \n]+?)>? *(?:(?<=[ \n])["'(]([^\n]*)["')] *(?=\n|$)|\n *["'(]([^\n]*)["')] *(?=\n|$)|(?=\n|$))/;

/** Takes the lines `[name]: target "title"` out of a text; empty ones stay for them, so that lines keep their numbers. */
export function takeReferences(text: string): { text: string; references: Map<string, LinkTarget> } {
  const references = new Map<string, LinkTarget>();
  const lines = text.split('\n');
  let isInFence = false;
  for (let line = 0; line < lines.length; line += 1) {
    if (fenceLanguage(lines[line] ?? '') !== undefined) isInFence = !isInFence;
    if (isInFence || !/^ {0,3}\[/.test(lines[line] ?? '')) continue;
    const match = definition.exec(lines.slice(line, line + 3).join('\n'));
    if (match === null) continue;
    const [whole, name = '', href = '', title, titleBelow] = match;
    references.set(name.toLowerCase(), { href, title: title ?? titleBelow });
    lines.fill('', line, line + whole.split('\n').length);
  }
  return { text: lines.join('\n'), references };
}
