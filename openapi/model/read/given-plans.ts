import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DocumentFault, JsonValue } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import { type ShortPlans, slaOfShortPlans } from './short-plans.ts';

/** Plans in few words and the file that they stand in, which messages name. */
export interface LocatedPlans {
  readonly plans: ShortPlans;
  readonly file: string;
}

/** Usage plans in the place of a document's own: the path of an SLA4OAI file, or plans in few words. */
export type GivenPlans = string | ShortPlans | LocatedPlans;

/** A root file with plans, as if it had had them in `info.x-sla`. */
interface RootWithPlans {
  readonly root: JsonValue;
  /** What the root refers to and stands in no file of its own. */
  readonly further: ReadonlyMap<string, JsonValue>;
  readonly faults: readonly DocumentFault[];
}

/** Puts given plans into a document's root. */
export function withGivenPlans(root: JsonValue, rootFile: string, given: GivenPlans): RootWithPlans {
  if (!isObject(root)) return { root, further: new Map(), faults: [] };
  const withSla = (sla: JsonValue) => ({
    ...root,
    info: { ...(isObject(root.info) ? root.info : {}), 'x-sla': sla },
  });
  const referTo = (file: string) => withSla({ $ref: pathToFileURL(file).href });
  if (typeof given === 'string') return { root: referTo(given), further: new Map(), faults: [] };
  const faults: DocumentFault[] = [];
  const file = isLocated(given) ? resolve(given.file) : undefined;
  const home =
    file === undefined ? { file: rootFile, pointer: '/info/x-sla/plans' } : { file, pointer: '/plans' };
  const sla = slaOfShortPlans(isLocated(given) ? given.plans : given, (message, pointer) =>
    faults.push({ message, location: { file: home.file, pointer: home.pointer + pointer } }),
  );
  if (file === undefined) return { root: withSla(sla), further: new Map(), faults };
  return { root: referTo(file), further: new Map([[file, sla]]), faults };
}

/** What is wrong with the given plans: with their file, or with what stands for them in the document's root. */
export function faultsOfGivenPlans(
  faults: readonly DocumentFault[],
  root: string,
  given: GivenPlans,
): readonly DocumentFault[] {
  const isShort = typeof given !== 'string';
  const written = isShort ? (isLocated(given) ? given.file : undefined) : given;
  const file = written === undefined ? undefined : resolve(written);
  const inRoot = faults.filter(
    ({ location }) => location.file === root && location.pointer.startsWith('/info/x-sla'),
  );
  const inFile = faults.filter(({ location }) => location.file === file);
  return [...inRoot, ...(isShort ? inFile.map(asWritten) : inFile)];
}

/** Our extension's place is that of the word it was made of. */
function asWritten(fault: DocumentFault): DocumentFault {
  const { file, pointer } = fault.location;
  return { ...fault, location: { file, pointer: pointer.replace('/x-kit-closed/', '/closed/') } };
}

function isLocated(given: ShortPlans | LocatedPlans): given is LocatedPlans {
  return typeof given.file === 'string';
}
