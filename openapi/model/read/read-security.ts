import type { RequiredScheme, SecurityRequirement, SecurityScheme } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import { valueText } from '../value-text.ts';
import type { DocumentReader } from './document-reader.ts';
import { childOf, entriesOf, itemsOf, type Located, textOf } from './located.ts';
import { readExtensions } from './read-extensions.ts';

const types = ['apiKey', 'http', 'oauth2', 'openIdConnect', 'mutualTLS'] as const;
const keyLocations = ['header', 'query', 'cookie'] as const;

/** `components.securitySchemes` by id. */
export function readSecuritySchemes(reader: DocumentReader): ReadonlyMap<string, SecurityScheme> {
  const schemes = new Map<string, SecurityScheme>();
  const components = childOf(reader.root, 'components');
  for (const [id, entry] of entriesOf(childOf(components, 'securitySchemes'))) {
    const scheme = readScheme(id, reader.follow(entry), reader);
    if (scheme !== undefined) schemes.set(id, scheme);
  }
  return schemes;
}

function readScheme(id: string, place: Located, reader: DocumentReader): SecurityScheme | undefined {
  if (place.value === undefined) return undefined;
  const type = types.find((name) => name === textOf(place, 'type'));
  if (type === undefined) {
    reader.fault(`security scheme "${id}" needs a \`type\`: one of ${types.join(', ')}`, place, 'lost');
    return undefined;
  }
  const location = keyLocations.find((name) => name === textOf(place, 'in'));
  if (type === 'apiKey' && (location === undefined || textOf(place, 'name') === undefined))
    reader.fault(`security scheme "${id}" needs \`name\`, and \`in\`: header, query or cookie`, place);
  const flows = childOf(place, 'flows').value;
  return {
    id,
    type,
    description: textOf(place, 'description'),
    in: type === 'apiKey' ? (location ?? 'header') : undefined,
    name: type === 'apiKey' ? (textOf(place, 'name') ?? id) : undefined,
    scheme: type === 'http' ? (textOf(place, 'scheme') ?? 'bearer').toLowerCase() : undefined,
    bearerFormat: textOf(place, 'bearerFormat'),
    flows: isObject(flows) ? flows : undefined,
    openIdConnectUrl: textOf(place, 'openIdConnectUrl'),
    placeholder: textOf(place, 'x-kit-placeholder'),
    extensions: readExtensions(place),
    source: reader.sourceOf(place),
  };
}

/**
 * A list of Security Requirement Objects; undefined where the place has none, so that the caller inherits. An alternative
 * that names an unknown scheme is left out: nobody can fulfil it.
 */
export function readSecurity(
  place: Located,
  schemes: ReadonlyMap<string, SecurityScheme>,
  reader: DocumentReader,
): readonly SecurityRequirement[] | undefined {
  if (!Array.isArray(place.value)) return undefined;
  return itemsOf(place).flatMap((alternative) => {
    const required: RequiredScheme[] = [];
    for (const [id, scopes] of entriesOf(alternative)) {
      const scheme = schemes.get(id);
      if (scheme === undefined) {
        reader.fault(
          `there is no security scheme "${id}" in components.securitySchemes`,
          alternative,
          'lost',
        );
        return [];
      }
      required.push({ scheme, scopes: itemsOf(scopes).map((scope) => valueText(scope.value)) });
    }
    return [required];
  });
}
