import path from 'node:path';
import type { DocumentFault, JsonValue, SourceLocation } from '../api-model.ts';
import { decodedOrItself } from '../percent-encoding.ts';
import { isWebAddress } from './fetch-text.ts';
import { type GivenPlans, withGivenPlans } from './given-plans.ts';
import { escapePointerToken, locationKey, locationOf } from './located.ts';
import { parseFile } from './parse-file.ts';
import { readTextAt } from './read-text-at.ts';
import { plainRecursiveReference } from './recursive-references.ts';
import { walkDocument } from './walk-document.ts';

/** One `$ref` of the document and where it stands. */
interface ReferenceSite extends SourceLocation {
  readonly reference: string;
}

/** Every file that a document is made of, read once: what follows needs no file system. */
export interface DocumentFiles {
  /** The file that was asked for, as it was given; of an address the one that it led to. */
  readonly root: string;
  readonly values: ReadonlyMap<string, JsonValue>;
  /** All `$ref`s, in the order of files and lines. */
  readonly references: readonly ReferenceSite[];
  /** `$id` and `$self`, and `file#name` for `$anchor` and `$dynamicAnchor` -> where it stands. */
  readonly anchors: ReadonlyMap<string, SourceLocation>;
  /** The address that references below a place start from, where `$id` or `$self` gives it one (by `locationKey`). */
  readonly bases: ReadonlyMap<string, string>;
  /** Where a place of `values` stands in the author's files, which differ where a document was upgraded. Of such a place itself: the same. */
  readonly placeOf: (location: SourceLocation) => SourceLocation;
  /** What overlays have written, with the languages that they say. */
  readonly overlayTexts: ReadonlyMap<string, string | undefined>;
  /** Files that could not be read or parsed, and why. */
  readonly faults: readonly DocumentFault[];
}

/**
 * Reads a document and, through its `$ref`s, every other file of it. Nothing is fetched from a network, unless the document
 * itself has an address there: then what it refers to on the same host is, too.
 */
export async function loadFiles(
  given: string,
  {
    plans,
    overlays = [],
  }: { readonly plans?: GivenPlans | undefined; readonly overlays?: readonly string[] | undefined } = {},
): Promise<DocumentFiles> {
  const values = new Map<string, JsonValue>();
  const { references, anchors, bases } = findReferences(values);
  const faults: DocumentFault[] = [];
  const seen = new Set<string>();
  const queue: { file: string; from: SourceLocation | undefined }[] = [];
  let root = given;
  let placeOf: DocumentFiles['placeOf'] = locationOf;
  let overlayTexts: DocumentFiles['overlayTexts'] = new Map();

  function take(file: string, value: JsonValue): void {
    values.set(file, value);
    seen.add(file);
    const start = references.length;
    scan(file, value, { references, anchors, bases });
    for (const site of references.slice(start)) {
      const target = targetFile(site.reference, file);
      if (target === undefined || seen.has(target) || namedPlace(site.reference, site, { anchors, bases }))
        continue;
      seen.add(target);
      queue.push({ file: target, from: locationOf(site) });
    }
  }

  async function read(asked: string, from: SourceLocation | undefined): Promise<void> {
    const found = await readTextAt(asked);
    if ('problem' in found) {
      faults.push({ message: found.problem, location: from ?? { file: asked, pointer: '' }, effect: 'lost' });
      return;
    }
    const file = from === undefined ? (found.address ?? asked) : asked;
    if (from === undefined) root = file;
    const parsed = await parseFile(file, found.text);
    faults.push(...parsed.faults);
    if (parsed.value === undefined) return;
    if (from !== undefined) return take(file, parsed.value);
    let { value } = parsed;
    if (overlays.length > 0) {
      const { overlayRoot } = await import('./overlay/overlay-root.ts');
      const overlaid = await overlayRoot(value, file, overlays);
      ({ root: value, placeOf, texts: overlayTexts } = overlaid);
      faults.push(...overlaid.faults);
    }
    if (plans === undefined) return take(file, value);
    const planned = withGivenPlans(value, file, plans);
    faults.push(...planned.faults);
    for (const name of planned.further.keys()) seen.add(name);
    take(file, planned.root);
    for (const [name, value] of planned.further) take(name, value);
  }

  await read(given, undefined);
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) await read(next.file, next.from);
  return { root, values, references, anchors, bases, placeOf, overlayTexts, faults };
}

/** The file a `$ref` names, seen from the file it stands in; undefined for other hosts. */
export function targetFile(reference: string, fromFile: string): string | undefined {
  const uri = reference.split('#', 1)[0] ?? '';
  if (uri === '') return fromFile;
  if (uri.startsWith('file:')) return decodedOrItself(uri.replace(/^file:\/\//, ''));
  if (isWebAddress(fromFile)) {
    const target = URL.canParse(uri, fromFile) ? new URL(uri, fromFile) : undefined;
    return target?.origin === new URL(fromFile).origin ? target.href : undefined;
  }
  if (isRemote(uri)) return undefined;
  const relative = decodedOrItself(uri);
  return path.isAbsolute(relative) ? relative : path.join(path.dirname(fromFile), relative);
}

/** A URL of another host (or a URN): never fetched, so that a build never depends on a network. */
function isRemote(uri: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(uri) && !uri.startsWith('file:');
}

/** The `$ref`s and anchors of files, in their order. */
export function findReferences(values: ReadonlyMap<string, JsonValue>) {
  const references: ReferenceSite[] = [];
  const anchors = new Map<string, SourceLocation>();
  const bases = new Map<string, string>();
  for (const [file, value] of values) scan(file, value, { references, anchors, bases });
  return { references, anchors, bases };
}

/**
 * What an address names that a `$id` or `$self` gives, seen from a place: relative ones start at the nearest of them around
 * it (JSON Schema 2020-12 core, 8.2; OpenAPI 3.2, Base URIs within Content).
 */
export function namedPlace(
  reference: string,
  from: SourceLocation,
  { anchors, bases }: Pick<DocumentFiles, 'anchors' | 'bases'>,
): SourceLocation | undefined {
  const uri = reference.split('#', 1)[0] ?? '';
  if (uri === '' || anchors.size === 0) return undefined;
  return anchors.get(uri) ?? anchors.get(addressFrom(uri, baseOf(from, bases)));
}

function baseOf({ file, pointer }: SourceLocation, bases: ReadonlyMap<string, string>): string | undefined {
  if (bases.size === 0) return undefined;
  const steps = pointer.split('/');
  for (let length = steps.length; length > 0; length--) {
    const base = bases.get(locationKey({ file, pointer: steps.slice(0, length).join('/') }));
    if (base !== undefined) return base;
  }
  return undefined;
}

function addressFrom(uri: string, base: string | undefined): string {
  return base !== undefined && URL.canParse(uri, base) ? new URL(uri, base).href : uri;
}

function scan(
  file: string,
  value: JsonValue,
  {
    references,
    anchors,
    bases,
  }: {
    readonly references: ReferenceSite[];
    readonly anchors: Map<string, SourceLocation>;
    readonly bases: Map<string, string>;
  },
): void {
  walkDocument(value, (part, path, isNameMap) => {
    if (isNameMap) return;
    const schema = part as Record<string, unknown>;
    plainRecursiveReference(schema, path, value);
    const { $ref, $id: ownId, $self, $anchor, $dynamicAnchor } = schema;
    const $id = path.length === 0 && typeof $self === 'string' ? $self : ownId;
    if ($ref === undefined && $id === undefined && $anchor === undefined && $dynamicAnchor === undefined)
      return;
    const location = { file, pointer: path.map((token) => `/${escapePointerToken(token)}`).join('') };
    if (typeof $ref === 'string') references.push({ ...location, reference: $ref });
    if (typeof $id === 'string') {
      const address = addressFrom($id, baseOf(location, bases));
      if (URL.canParse(address)) bases.set(locationKey(location), address);
      for (const name of [$id, address]) if (!anchors.has(name)) anchors.set(name, location);
    }
    for (const name of [$anchor, $dynamicAnchor])
      if (typeof name === 'string' && !anchors.has(`${file}#${name}`))
        anchors.set(`${file}#${name}`, location);
  });
}
