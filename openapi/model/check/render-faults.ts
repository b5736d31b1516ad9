import type { DocumentFault, FaultEffect } from '../api-model.ts';
import { grouped } from '../grouped.ts';

export interface RenderFaultsOptions {
  /** Every fault by itself; default: those of one kind as one line, and the kinds that matter most. */
  readonly isWhole?: boolean | undefined;
  /** How a file is named for the reader. Default: as it was given. */
  readonly nameFile?: ((file: string) => string) | undefined;
}

const effects: readonly FaultEffect[] = ['lost', 'changed', 'untidy'];
const shownKinds = 8;
/** A message may quote a whole list of allowed values. */
const longestMessage = 240;

/**
 * The faults of a document as lines for a terminal, none for none: what is lost before what is read otherwise before what
 * is only untidy, and of many that are alike the first place and how many more there are.
 */
export function renderFaults(
  faults: readonly DocumentFault[],
  { isWhole = false, nameFile = (file) => file }: RenderFaultsOptions = {},
): readonly string[] {
  if (faults.length === 0) return [];
  const kinds = groupFaults(faults);
  const all = isWhole ? kinds.flat().map((fault) => [fault]) : kinds;
  const shown = isWhole ? all : all.slice(0, shownKinds);
  const lines = shown.map(([first, ...others]) => {
    const { message, location } = first as DocumentFault; // a kind has a first
    const place = `${nameFile(location.file)}#${location.pointer}`;
    const text =
      isWhole || message.length <= longestMessage ? message : `${message.slice(0, longestMessage)}…`;
    return `${place}${others.length === 0 ? '' : ` and ${others.length} more`}: ${text}`;
  });
  const isShort = !isWhole && kinds.length < faults.length;
  if (kinds.length > shown.length && !isWhole)
    lines.push(`… and ${kinds.length - shown.length} more kinds; --all shows all ${faults.length} faults`);
  else if (isShort) lines.push(`--all shows all ${faults.length}`);
  return lines;
}

/** The faults by kind, in the order of what comes of them, then of the document. */
function groupFaults(faults: readonly DocumentFault[]): readonly (readonly DocumentFault[])[] {
  return effects.flatMap((effect) => {
    const ofEffect = faults.filter((fault) => (fault.effect ?? 'changed') === effect);
    return [...grouped(ofEffect.map((fault) => [kindOfFault(fault), fault] as const)).values()];
  });
}

/** Faults are alike that differ in what the document calls something, in numbers, and in what stands behind a colon. */
function kindOfFault({ message }: DocumentFault): string {
  const words = message.replace(/^line \d+, column \d+: /, '').replaceAll(/"[^"]*"/g, '""');
  return (words.split(': ', 1)[0] ?? '').replaceAll(/\d+/g, '0');
}
