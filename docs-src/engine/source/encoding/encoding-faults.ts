import type { SourceFault } from '../source-fault.ts';
import { type MangledLine, repairText } from './repair-text.ts';

/** Whether a text may be, or is, read as what it was before it was mangled. */
export type Repairs = 'none' | 'offered' | 'made';

/** More lines of one file are told by their number. */
const mostLines = 20;

/** `"PÃ´le" was "Pôle"`: the first words of a line that were mangled, which hold no space. */
function changedWords({ written, repaired, lost }: MangledLine): string {
  const words = repaired.split(/[ \t]/);
  const changed = written.split(/[ \t]/).flatMap((word, index) => {
    const was = words[index] ?? '';
    return word === was || lost.some(({ mark }) => word.includes(mark))
      ? []
      : [`"${shortened(word)}" was "${shortened(was)}"`];
  });
  const rest = new Set(changed).size - 3;
  return changed.length === 0
    ? ''
    : `${[...new Set(changed)].slice(0, 3).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function shortened(word: string): string {
  const characters = [...word];
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : word;
}

function lostFaults(file: string, line: MangledLine, repairs: Repairs): SourceFault[] {
  return line.lost.map(({ mark, candidates }) => {
    const [only = '', ...others] = candidates;
    const last = others.at(-1);
    const choice =
      last === undefined
        ? `it can only have been ${only}${repairs === 'made' ? ', as the page shows' : ''}.`
        : `it may have been ${[only, ...others.slice(0, -1)].slice(0, 6).join(', ')} or ${last}. Write it again.`;
    const message = `"${mark}" lost a byte when UTF-8 was read as ${line.codePage}: ${choice}`;
    return { file, line: line.line, message };
  });
}

/** What was repaired: told in one sentence, for the page shows it. */
function repairedFault(file: string, changed: readonly MangledLine[]): SourceFault[] {
  const [first] = changed;
  if (first === undefined) return [];
  const lines = changed.length === 1 ? 'This line was' : `This line and ${changed.length - 1} more were`;
  const message = `${lines} UTF-8 read as ${first.codePage}; the page shows what was meant: ${changedWords(first)}.`;
  return [{ file, line: first.line, message }];
}

function mangledFaults(file: string, changed: readonly MangledLine[], repairs: Repairs): SourceFault[] {
  const advice = repairs === 'offered' ? ' --repair-encoding builds the page with what was meant.' : '';
  const faults = changed.slice(0, mostLines).map((line) => ({
    file,
    line: line.line,
    message: `UTF-8 was read as ${line.codePage} here and written again: ${changedWords(line)}.${advice}`,
  }));
  const next = changed[mostLines];
  if (next === undefined) return faults;
  const message = `This line and ${changed.length - mostLines - 1} more of this file are mangled likewise.`;
  return [...faults, { file, line: next.line, message }];
}

/** Text in which characters were lost, or mangled by a wrong reading of UTF-8, with what there is to say about it. */
export function checkEncoding(
  file: string,
  text: string,
  repairs: Repairs,
): { readonly text: string; readonly isRepaired: boolean; readonly faults: readonly SourceFault[] } {
  const { text: repaired, mangled } = repairText(text);
  const read = repairs === 'made' ? repaired : text;
  const changed = mangled.filter((line) => changedWords(line) !== '');
  const told = new Set(mangled.flatMap((line) => (line.lost.length > 0 ? [line.line] : [])));
  const faults = [
    ...(repairs === 'made' ? repairedFault(file, changed) : mangledFaults(file, changed, repairs)),
    ...mangled.flatMap((line) => lostFaults(file, line, repairs)),
    ...read.split('\n').flatMap((line, index) => {
      if (!line.includes('\uFFFD') || told.has(index + 1)) return [];
      const message = 'Here stands U+FFFD (�): a character was lost. Write it again.';
      return [{ file, line: index + 1, message }];
    }),
  ].sort((a, b) => a.line - b.line);
  return { text: read, isRepaired: read !== text, faults };
}
