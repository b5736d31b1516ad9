import type { ApiModel, DocumentFault, Operation, Tag, TextLanguages } from './api-model.ts';
import { checkExamples } from './check/check-examples.ts';
import { checkExtensions } from './check/check-extensions.ts';
import { checkLinks } from './check/check-links.ts';
import { checkLists } from './check/check-lists.ts';
import { checkParts } from './check/check-parts.ts';
import { checkPatterns } from './check/check-patterns.ts';
import { checkSchemas } from './check/check-schemas.ts';
import { checkSendable } from './check/check-sendable.ts';
import { type FeatureVersion, featureVersions } from './check/fixed-fields.ts';
import { DocumentError } from './document-error.ts';
import { isLanguageTag } from './is-language-tag.ts';
import { isObject } from './is-object.ts';
import { bundleDocument } from './read/bundle-document.ts';
import { createDocumentReader, type DocumentReader } from './read/document-reader.ts';
import { faultsOfGivenPlans, type GivenPlans } from './read/given-plans.ts';
import { leaveOutInternal } from './read/leave-out-internal.ts';
import { type DocumentFiles, loadFiles } from './read/load-files.ts';
import { childOf, locationKey, textOf } from './read/located.ts';
import { readExtensions } from './read/read-extensions.ts';
import { readExternalDocs, readInfo, readTags } from './read/read-info.ts';
import { readOperations } from './read/read-operations.ts';
import { readPlans } from './read/read-plans.ts';
import { readSecurity, readSecuritySchemes } from './read/read-security.ts';
import { basePathOf, readServers } from './read/read-servers.ts';
import { createReferenceResolver, type ReferenceResolver } from './read/reference-resolver.ts';
import { createSchemaGraph } from './schema/schema-graph.ts';
import { valueAt } from './value-at.ts';
import { valueText } from './value-text.ts';

export interface ReadModelOptions {
  /** Path or address (http, https) of the document's root file, YAML or JSON. */
  readonly document: string;
  /**
   * Usage plans in the place of the document's own, as if it had had them in `info.x-sla`. What is wrong with them is an
   * error in a lenient reading, too: they are what the caller says, not somebody's document.
   */
  readonly plans?: GivenPlans | undefined;
  /** Paths or addresses of Overlay documents, applied in this order before anything else reads the document. */
  readonly overlays?: readonly string[] | undefined;
  /** true: any fault is an error. false: faults are warnings, and what is whole is served. */
  readonly strict: boolean;
  /** It was checked before, and is not again; what the reading itself comes upon is still a fault. */
  readonly isChecked?: boolean;
  /** Whether what `x-internal: true` marks is read: not for a page that everybody sees. Default: it is. */
  readonly hasInternal?: boolean;
}

/**
 * Reads a Swagger 2.0 or OpenAPI 3 document and every file it refers to; nothing is fetched from a network, unless the document
 * is given by its address, and then from that host alone. Throws `DocumentError` with all faults, each with file and JSON pointer: in a strict reading for any fault, in a lenient one
 * only where nothing is left to serve (no file, no YAML or JSON, no OpenAPI 3).
 */
export async function readModel({
  document,
  plans,
  overlays = [],
  strict,
  hasInternal = true,
  isChecked = false,
}: ReadModelOptions): Promise<ApiModel> {
  const loaded = await loadFiles(document, { plans, overlays });
  const current = await upgradeFiles(loaded);
  const { files, left } = hasInternal ? { files: current, left: [] } : leaveOutInternal(current);
  const openapi = readVersion(files);
  const faults: DocumentFault[] = [...files.faults];
  const resolver = createReferenceResolver(files);
  reportBrokenReferences(files, resolver, faults);
  const isVersion30 = openapi.startsWith('3.0');
  const bundle = bundleDocument(files, resolver);
  const schemas = createSchemaGraph(files, resolver, isVersion30, bundle.movedSchemas);
  const reader = createDocumentReader({ files, resolver, schemas, isVersion30, faults });
  const parts = readParts(reader);
  const model = {
    files: [...loaded.values.keys(), ...overlays],
    openapi,
    ...parts,
    languages: readLanguages(files),
    schemas: schemas.named,
    warnings: faults,
    bundled: bundle.document,
  };
  if (isChecked && faults.length === 0) return model;
  const told = new Set(faults.map(({ location }) => locationKey(location)));
  const checked = checkParts(files, resolver, featureVersionOf(openapi));
  faults.push(...checked.faults.filter(({ location }) => !told.has(locationKey(files.placeOf(location)))));
  faults.push(
    ...checkVersion(openapi, files),
    ...checkExtensions(files),
    ...checkSendable(model),
    ...checkPatterns(files),
  );
  if (strict) faults.push(...checkSchemas(model));
  const exampleLimit = strict ? undefined : costOfExamples;
  faults.push(...checkExamples({ ...parts, ...checked, nodeAt: schemas.nodeAt }, exampleLimit));
  const ofPlans = plans === undefined ? [] : faultsOfGivenPlans(faults, files.root, plans);
  const fatal = strict ? faults : ofPlans;
  if (fatal.length > 0) throw new DocumentError(inFiles(fatal, files));
  return { ...model, warnings: inFiles([...faults, ...left], files) };
}

/** What is not OpenAPI 3 yet, as such; the code for it is loaded only then. */
async function upgradeFiles(files: DocumentFiles): Promise<DocumentFiles> {
  const document = files.values.get(files.root);
  if (!isObject(document) || document.swagger === undefined) return files;
  const { isSwagger2, upgradeSwagger } = await import('./read/swagger/upgrade-swagger.ts');
  return isSwagger2(document) ? upgradeSwagger(files) : files;
}

/** Faults at their places in the author's files. */
function inFiles(faults: readonly DocumentFault[], { placeOf }: DocumentFiles): readonly DocumentFault[] {
  return faults.map((fault) => ({ ...fault, location: placeOf(fault.location) }));
}

function readParts(
  reader: DocumentReader,
): Omit<ApiModel, 'files' | 'openapi' | 'languages' | 'schemas' | 'warnings' | 'bundled'> {
  const { root } = reader;
  const info = readInfo(reader);
  const servers = readServers(childOf(root, 'servers'), reader);
  const securitySchemes = readSecuritySchemes(reader);
  const security = readSecurity(childOf(root, 'security'), securitySchemes, reader) ?? [];
  const operationIds = new Set<string>();
  const defaults = { servers, security, schemes: securitySchemes, operationIds, isServed: true };
  const operations = readOperations(childOf(root, 'paths'), reader, defaults);
  checkLinks(operations, reader);
  checkLists(operations, reader);
  const webhooks = readOperations(childOf(root, 'webhooks'), reader, { ...defaults, isServed: false });
  return {
    info,
    servers,
    basePath: servers[0] === undefined ? '' : basePathOf(servers[0]),
    tags: withUndeclaredTags(readTags(reader), [...operations, ...webhooks]),
    operations,
    webhooks,
    securitySchemes,
    plans: readPlans(reader, operations),
    emptyParameters: childOf(root, 'x-kit-empty-parameters').value === 'absent' ? 'absent' : 'value',
    externalDocs: readExternalDocs(childOf(root, 'externalDocs')),
    extensions: readExtensions(root),
  };
}

function readLanguages(files: DocumentFiles): TextLanguages {
  const own = valueAt(files.values.get(files.root), '/info/x-kit-lang');
  return { own: isLanguageTag(own) ? own : undefined, ofOverlays: files.overlayTexts };
}

/** Refuses what is no OpenAPI 3 document at all, and says what to do instead. */
function readVersion(files: DocumentFiles): string {
  const location = { file: files.root, pointer: '' };
  const value = files.values.get(files.root);
  if (value === undefined) throw new DocumentError(files.faults);
  const refuse = (message: string) => new DocumentError([{ message, location }]);
  if (!isObject(value))
    throw refuse('this is not an OpenAPI document: it needs to be an object with `openapi: 3.1.0`');
  if (value.swagger !== undefined)
    throw refuse(
      `this is Swagger "${valueText(value.swagger)}"; Swagger 2.0 and OpenAPI 3.0 to 3.2 can be read`,
    );
  if (value.asyncapi !== undefined)
    throw refuse('this is an AsyncAPI document; an OpenAPI 3 document is needed');
  const version = textOf({ value, ...location }, 'openapi') ?? valueText(value.openapi ?? '');
  if (version === '') throw refuse('this is not an OpenAPI document: it has no field `openapi`');
  if (!/^3(\.|$)/.test(version)) throw refuse(`this is OpenAPI ${version}; versions 3.0 to 3.2 can be read`);
  return version;
}

/** What comparing the examples of somebody's document may cost: about half a second (`checkExamples`). */
const costOfExamples = 600_000;

function checkVersion(openapi: string, { root }: DocumentFiles): readonly DocumentFault[] {
  if (!/^3\.([3-9]|\d\d)/.test(openapi)) return [];
  const message = `this is OpenAPI "${openapi}", and read as 3.2, the newest that is known`;
  return [{ message, location: { file: root, pointer: '/openapi' } }];
}

/** The version whose words hold; what is newer than the newest that is known is read as that. */
function featureVersionOf(openapi: string): FeatureVersion {
  return (
    featureVersions.find((version) => openapi.startsWith(version)) ?? (/^3\.\d/.test(openapi) ? '3.2' : '3.0')
  );
}

function reportBrokenReferences(
  files: DocumentFiles,
  resolver: ReferenceResolver,
  faults: DocumentFault[],
): void {
  const unreadable = new Set(files.faults.map(({ location }) => locationKey(location)));
  for (const { reference, file, pointer } of files.references) {
    const found = resolver.resolve(reference, { file, pointer });
    const location = files.placeOf({ file, pointer });
    if ('problem' in found && !unreadable.has(locationKey(location)))
      faults.push({ message: `$ref ${found.problem}`, location, effect: 'lost' });
  }
}

const untold = {
  summary: undefined,
  parent: undefined,
  kind: undefined,
  description: undefined,
  externalDocs: undefined,
  extensions: {},
};

function withUndeclaredTags(declared: readonly Tag[], operations: readonly Operation[]): readonly Tag[] {
  const tags = new Map(declared.map((tag) => [tag.name, tag]));
  for (const name of operations.flatMap((operation) => operation.tags))
    if (!tags.has(name)) tags.set(name, { name, ...untold });
  return [...tags.values()];
}
