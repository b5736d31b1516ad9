import type { DocumentFault, JsonObject, JsonValue, SourceLocation } from '../../api-model.ts';
import { isObject } from '../../is-object.ts';
import { valueText } from '../../value-text.ts';
import { type DocumentFiles, findReferences } from '../load-files.ts';
import { childOf, entriesOf, itemsOf, type Located, textOf } from '../located.ts';
import { createKeptPlaces } from './kept-places.ts';
import { createSwaggerWriter, type SwaggerWriter } from './swagger-writer.ts';
import { upgradePathItem } from './upgrade-operation.ts';

/** Whether a document says that it is Swagger 2.0. */
export function isSwagger2(document: JsonValue | undefined): boolean {
  return (
    isObject(document) && document.openapi === undefined && /^2(\.0)?$/.test(valueText(document.swagger))
  );
}

/**
 * A Swagger 2.0 document, with all of its files, as one OpenAPI 3.0 document in the place of its root. Nothing is checked
 * here: what is wrong stays wrong, and who reads it says so, at the place in the author's files.
 */
export function upgradeSwagger(files: DocumentFiles): DocumentFiles {
  const faults: DocumentFault[] = [...files.faults];
  const places = createKeptPlaces(files);
  const document = writeDocument(createSwaggerWriter(files, places, faults));
  const values = new Map([[files.root, document]]);
  const told = new WeakSet(faults.map(({ location }) => location));
  const placeOf = (location: SourceLocation) => {
    if (told.has(location)) return location;
    const written = files.placeOf(places.placeOf(document, location));
    told.add(written);
    return written;
  };
  return {
    ...files,
    values,
    ...findReferences(values),
    faults,
    placeOf,
  };
}

function writeDocument(writer: SwaggerWriter): JsonObject {
  const { root, keep } = writer;
  const {
    swagger: _swagger,
    consumes: _consumes,
    produces: _produces,
    schemes: _schemes,
    host: _host,
    basePath: _basePath,
    parameters: _parameters,
    responses: _responses,
    definitions: _definitions,
    securityDefinitions,
    paths,
    ...others
  } = root.value as JsonObject; // it says that it is Swagger
  const items = childOf(root, 'paths');
  const written = entriesOf(items).map(
    ([path, item]) => [path, path.startsWith('x-') ? item.value : upgradePathItem(item, writer)] as const,
  );
  const schemes = entriesOf(childOf(root, 'securityDefinitions')).map(
    ([name, scheme]) => [name, upgradeScheme(scheme, writer)] as const,
  );
  const servers = serversOf(root);
  return keep(
    {
      openapi: '3.0.4',
      ...others,
      ...(servers.length > 0 && { servers: keep(servers, childOf(root, 'host')) }),
      paths: isObject(paths) ? keep(Object.fromEntries(written), items) : (paths ?? {}),
      components: keep(
        {
          schemas: writer.schemas(),
          ...(securityDefinitions !== undefined && {
            securitySchemes: keep(Object.fromEntries(schemes), childOf(root, 'securityDefinitions')),
          }),
        },
        root,
      ),
    } as JsonObject,
    root,
  );
}

/** One server for each scheme; without any, a client takes that of the document's own address, most likely https. */
function serversOf(root: Located): readonly JsonObject[] {
  const host = textOf(root, 'host');
  const written = textOf(root, 'basePath') ?? '';
  const path = written === '' || written.startsWith('/') ? written : `/${written}`;
  if (host === undefined || host === '') return path === '' ? [] : [{ url: path }];
  const named = itemsOf(childOf(root, 'schemes')).flatMap(({ value }) =>
    typeof value === 'string' ? [value] : [],
  );
  const schemes = named.length > 0 ? named : ['https'];
  return schemes.map((scheme) => ({ url: `${scheme}://${host}${path}` }));
}

const flowNames: Readonly<Record<string, string>> = {
  application: 'clientCredentials',
  accessCode: 'authorizationCode',
};

function upgradeScheme(place: Located, { keep }: SwaggerWriter): JsonValue {
  if (!isObject(place.value)) return place.value ?? null;
  const { type, flow, authorizationUrl, tokenUrl, scopes, ...others } = place.value;
  if (type === 'basic') return keep({ ...others, type: 'http', scheme: 'basic' }, place);
  if (type !== 'oauth2') return place.value;
  const name = typeof flow === 'string' ? flow : 'implicit';
  const urls = { ...(authorizationUrl && { authorizationUrl }), ...(tokenUrl && { tokenUrl }) };
  const written = keep({ ...urls, scopes: scopes ?? {} }, place);
  return keep({ ...others, type, flows: keep({ [flowNames[name] ?? name]: written }, place) }, place);
}
