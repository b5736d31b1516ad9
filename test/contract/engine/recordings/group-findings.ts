import type { Finding } from '../../../../openapi/operations/judge/finding.ts';
import type { FindingGroup } from './recording-report.ts';

/** Of each cause so many calls are named, the others counted. */
export const namedPlaces = 5;
/** So many causes are kept apart: a recording may be endless. */
const mostGroups = 2_000;

/** Findings by their cause, however many calls show it. */
export interface FindingGroups {
  add(finding: Finding, place: string, operationId: string | undefined): void;
  /** Broken ones first, then by how many calls show it. */
  all(): readonly FindingGroup[];
}

interface OpenGroup {
  readonly finding: Finding;
  readonly places: string[];
  readonly operationIds: Set<string>;
  calls: number;
  lastPlace: string;
}

export function createFindingGroups(isBroken: (finding: Finding) => boolean): FindingGroups {
  const groups = new Map<string, OpenGroup>();
  return {
    add(finding, place, operationId) {
      const cause = causeOf(finding, operationId);
      if (!groups.has(cause) && groups.size >= mostGroups) return;
      const group: OpenGroup = groups.get(cause) ?? {
        finding,
        places: [],
        operationIds: new Set(),
        calls: 0,
        lastPlace: '',
      };
      groups.set(cause, group);
      if (operationId !== undefined) group.operationIds.add(operationId);
      // One call may show a cause several times: each item of a list does.
      if (group.lastPlace === place) return;
      group.lastPlace = place;
      group.calls += 1;
      if (group.places.length < namedPlaces) group.places.push(place);
    },
    all() {
      const all = [...groups.values()].map(({ finding, places, calls, operationIds }) => ({
        ...finding,
        isBroken: isBroken(finding),
        calls,
        places,
        operationIds: [...operationIds],
      }));
      return all.sort(
        (one, other) => Number(other.isBroken) - Number(one.isBroken) || other.calls - one.calls,
      );
    },
  };
}

/**
 * What is the same thing to repair. A header or a parameter is that by its name, wherever it is missed; a value in a body
 * by its operation and its place in any item of a list; anything else by what the document says there and what came.
 */
function causeOf({ basis, code, about, name, got, location }: Finding, operationId = ''): string {
  const isBody = name === undefined || name === '' || name.startsWith('/');
  const pattern = name?.replace(/\/\d+(?=\/|$)/g, '/*');
  const rest = isBody ? [operationId, pattern ?? withoutIds(got ?? ''), location.pointer] : [pattern];
  return JSON.stringify([basis, code, about, ...rest]);
}

/** Paths that only differ in the id of a thing are one. */
function withoutIds(text: string): string {
  return text.replace(/\/(?:\d+|[\da-f-]{16,})(?=\/|$)/gi, '/*');
}
