import {
  type Callback,
  type HttpMethod,
  httpMethods,
  type Operation,
  type Parameter,
  type SecurityRequirement,
  type SecurityScheme,
  type Server,
} from '../api-model.ts';
import { isObject } from '../is-object.ts';
import type { DocumentReader } from './document-reader.ts';
import { faultOfPath } from './fault-of-path.ts';
import { childOf, entriesOf, flagOf, itemsOf, type Located, locationKey, textOf } from './located.ts';
import { readRequestBody } from './read-content.ts';
import { readAssumption, readExtensions } from './read-extensions.ts';
import { readExternalDocs } from './read-info.ts';
import { mergeParameters, readParameters } from './read-parameter.ts';
import { readParameterRules } from './read-parameter-rules.ts';
import { readPath } from './read-path.ts';
import { readRelations } from './read-relations.ts';
import { readResponses } from './read-responses.ts';
import { readSecurity } from './read-security.ts';
import { readServers } from './read-servers.ts';
import { createTwinCheck } from './twin-check.ts';
import { uniqueName } from './unique-name.ts';

/** What operations inherit from the document. */
export interface OperationDefaults {
  readonly servers: readonly Server[];
  readonly security: readonly SecurityRequirement[];
  readonly schemes: ReadonlyMap<string, SecurityScheme>;
  /** Ids that are taken, so that each stays unique in the document. */
  readonly operationIds: Set<string>;
  /** False for webhooks and callbacks: they are rarely named, and their `path` is no path template. */
  readonly isServed: boolean;
  /** The callbacks that the reading is inside of. */
  readonly insideOf?: readonly string[];
}

/** What one path gives to all of its operations. */
interface PathDefaults extends OperationDefaults {
  readonly path: string;
  readonly item: Located;
  readonly parameters: readonly Parameter[];
}

/** The operations of a Paths Object, or of the map of webhooks, in document order. */
export function readOperations(
  paths: Located,
  reader: DocumentReader,
  defaults: OperationDefaults,
): readonly Operation[] {
  const twins = createTwinCheck(reader);
  return entriesOf(paths)
    .filter(([path]) => !path.startsWith('x-'))
    .flatMap(([path, entry]) => {
      if (!defaults.isServed) return readPathItem(path, entry, reader, defaults);
      if (!path.startsWith('/')) reader.fault('a path starts with a slash', entry);
      const fault = faultOfPath(path);
      if (fault !== undefined) reader.fault(fault.message, entry, fault.effect);
      const operations = readPathItem(path.startsWith('/') ? path : `/${path}`, entry, reader, defaults);
      twins.see(path, operations, entry);
      return operations;
    });
}

function readPathItem(
  path: string,
  entry: Located,
  reader: DocumentReader,
  defaults: OperationDefaults,
): readonly Operation[] {
  const item = followPathItem(entry, reader);
  if (!isObject(item.value)) {
    if (item.value !== undefined) reader.fault('a path needs to be an object with methods', item, 'lost');
    return [];
  }
  const pathDefaults: PathDefaults = {
    ...defaults,
    path,
    item,
    servers: readServers(childOf(item, 'servers'), reader, defaults.servers),
    parameters: readParameters(reader.part(item, 'parameters'), reader),
  };
  return Object.keys(item.value).flatMap((key) => {
    const method = httpMethods.find((name) => name === key);
    if (method === undefined) return [];
    const place = reader.part(item, key);
    if (isObject(place.value)) return [readOperation(method, place, reader, pathDefaults)];
    if (place.value !== undefined) reader.fault(`${method} needs to be an object`, place, 'lost');
    return [];
  });
}

/** A path item may be a `$ref` and have members of its own beside it, which then win (Path Item Object, `$ref`). */
function followPathItem(entry: Located, reader: DocumentReader): Located {
  if (!isObject(entry.value) || typeof entry.value.$ref !== 'string') return entry;
  const { $ref: _, ...own } = entry.value;
  const target = reader.follow({ ...entry, value: { $ref: entry.value.$ref } });
  if (Object.keys(own).length === 0) return target;
  return isObject(target.value)
    ? { ...target, value: { ...target.value, ...own } }
    : { ...entry, value: own };
}

function readOperation(
  method: HttpMethod,
  place: Located,
  reader: DocumentReader,
  defaults: PathDefaults,
): Operation {
  const { item } = defaults;
  const ofOperation = readParameters(reader.part(place, 'parameters'), reader);
  const merged = mergeParameters(defaults.parameters, ofOperation);
  const { path, toldApartBy, parameters } = defaults.isServed
    ? readPath(defaults.path, merged, place, reader)
    : { path: defaults.path, toldApartBy: [], parameters: merged };
  const responses = readResponses(reader.part(place, 'responses'), reader);
  return {
    operationId: readOperationId(method, place, reader, defaults),
    method,
    path,
    toldApartBy,
    summary: textOf(place, 'summary') ?? textOf(item, 'summary'),
    description: describedBy(place, item),
    tags: itemsOf(childOf(place, 'tags')).flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
    isDeprecated: flagOf(place, 'deprecated'),
    parameters,
    requestBody: readRequestBody(childOf(place, 'requestBody'), reader),
    responses,
    security: readSecurity(childOf(place, 'security'), defaults.schemes, reader) ?? defaults.security,
    servers: readServers(childOf(place, 'servers'), reader, defaults.servers),
    callbacks: readCallbacks(reader.part(place, 'callbacks'), reader, defaults),
    parameterRules: readParameterRules(childOf(place, 'x-kit-parameter-rules'), parameters, reader),
    relations: readRelations(childOf(place, 'x-kit-relations'), parameters, responses, reader),
    externalDocs: readExternalDocs(childOf(place, 'externalDocs')),
    assumption: readAssumption(place),
    extensions: readExtensions(place),
    source: reader.sourceOf(place),
  };
}

/** The operation's description, and below it what the path says of all of its operations. */
function describedBy(place: Located, path: Located): string | undefined {
  const ownSummary = textOf(place, 'summary');
  const pathSummary = textOf(path, 'summary');
  const parts = [
    textOf(place, 'description'),
    ownSummary === undefined || ownSummary === pathSummary ? undefined : pathSummary,
    textOf(path, 'description'),
  ].filter((text) => text !== undefined);
  return parts.length === 0 ? undefined : [...new Set(parts)].join('\n\n');
}

function readOperationId(
  method: HttpMethod,
  place: Located,
  reader: DocumentReader,
  { path, operationIds, isServed }: PathDefaults,
): string {
  const written = textOf(place, 'operationId');
  if (written !== undefined && operationIds.has(written))
    reader.fault(`operationId "${written}" is there twice; each names one operation`, place);
  if (written === undefined && isServed)
    reader.fault('the operation needs an `operationId`', place, 'untidy');
  const operationId = uniqueName(written || generateOperationId(method, path), operationIds);
  operationIds.add(operationId);
  return operationId;
}

/** Method and path in camel case: GET /pets/{id} is `getPetsById`. */
function generateOperationId(method: HttpMethod, path: string): string {
  const words = path
    .replaceAll(/\{([^}]*)\}/g, ' by $1 ')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** A callback inside itself is read once: nothing else would ever end. */
function readCallbacks(place: Located, reader: DocumentReader, defaults: PathDefaults): readonly Callback[] {
  return entriesOf(place).flatMap(([name, entry]) => {
    const callback = reader.follow(entry);
    const insideOf = [...(defaults.insideOf ?? []), locationKey(callback)];
    if (defaults.insideOf?.includes(locationKey(callback))) return [];
    return entriesOf(callback)
      .filter(([expression]) => !expression.startsWith('x-'))
      .map(([expression, pathItem]) => ({
        name,
        expression,
        operations: readPathItem(expression, pathItem, reader, { ...defaults, isServed: false, insideOf }),
      }));
  });
}
