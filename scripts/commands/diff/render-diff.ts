import type { DocumentDiff } from './compare-documents.ts';

const titles = { major: 'Breaks clients', minor: 'New' } as const;

/** What breaks, what is new, and how much else there is. */
export function renderDiff({ summary, changes }: DocumentDiff, nameFile: (file: string) => string): string {
  const sections = (['major', 'minor'] as const).flatMap((impact) => {
    const lines = changes
      .filter((change) => change.impact === impact)
      .flatMap(({ path, kind, property, verdicts, base, revision }) => {
        const place = revision ?? base;
        const where = property === undefined ? path : `${path}/${property}`;
        const what = verdicts.map(({ message }) => message).join(' ') || `It was ${kind}.`;
        return [`- ${where}: ${what}`, ...(place ? [`    ${nameFile(place.file)}:${place.line}`] : [])];
      });
    return lines.length === 0 ? [] : [titles[impact], ...lines, ''];
  });
  const { major, minor, patch } = summary;
  const verdict =
    major === 0
      ? 'Nothing breaks'
      : `${counted(major, 'change')} ${major === 1 ? 'breaks' : 'break'} clients`;
  return `${sections.join('\n')}${sections.length > 0 ? '\n' : ''}${verdict}: ${minor} new, ${counted(patch, 'other change')}.\n`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
