import type { Operation, Parameter } from '../../../openapi/model/api-model.ts';
import { jsonText } from '../../../openapi/model/json-text.ts';
import { valueText } from '../../../openapi/model/value-text.ts';
import { isJsonMediaType } from '../../../openapi/operations/wire/media-types.ts';
import { shownRequest } from './documented.ts';
import { flattenSchema } from './flat-schema.ts';
import { credentialOf } from './sample-request-of.ts';
import type { TryItFieldView, TryItView } from './views.ts';

function controlOf(parameter: Parameter): TryItFieldView['control'] {
  const flat = flattenSchema(parameter.schema);
  if (flat.enum !== undefined || flat.types[0] === 'boolean') return 'select';
  if (flat.types[0] === 'integer' || flat.types[0] === 'number') return 'number';
  return flat.types[0] === 'array' || flat.types[0] === 'object' ? 'json' : 'text';
}

function isLiteral(parameter: Parameter): boolean {
  return /^(integer|number|boolean)$/.test(flattenSchema(parameter.schema).types[0] ?? '');
}

function optionsOf(parameter: Parameter): string[] {
  const flat = flattenSchema(parameter.schema);
  if (flat.enum !== undefined) return flat.enum.map(valueText);
  return flat.types[0] === 'boolean' ? ['true', 'false'] : [];
}

/**
 * The form of an operation; undefined where a browser's form cannot say the request: a body that is no JSON, or a style
 * that the client does not write.
 */
export function tryItView(operation: Operation, servers: readonly string[]): TryItView | undefined {
  const request = shownRequest(operation);
  const { body } = request;
  if (body !== undefined && !isJsonMediaType(body.mediaType)) return undefined;
  const values = new Map(request.parameters.map(({ parameter, value }) => [parameter, value]));
  const parameters = operation.parameters.filter((parameter) => parameter.in !== 'cookie');
  const fieldOf = (parameter: Parameter): TryItFieldView => {
    const value = values.get(parameter);
    const { default: fallback } = flattenSchema(parameter.schema);
    return {
      name: parameter.name,
      in: parameter.in,
      isRequired: parameter.isRequired,
      control: controlOf(parameter),
      isLiteral: isLiteral(parameter),
      options: optionsOf(parameter),
      value: value === undefined ? '' : valueText(value),
      placeholder: fallback === undefined ? '' : valueText(fallback),
      style: parameter.style,
      explode: parameter.explode,
    };
  };
  return {
    method: operation.method.toUpperCase(),
    path: operation.path,
    servers,
    fields: [
      ...parameters.filter(({ isRequired }) => isRequired),
      // Not folded away: what is sent is seen.
      ...parameters.filter((parameter) => !parameter.isRequired && values.has(parameter)),
    ].map(fieldOf),
    furtherFields: parameters.filter((parameter) => !values.has(parameter)).map(fieldOf),
    body: body === undefined ? undefined : { mediaType: body.mediaType, value: jsonText(body.value, 2) },
    credentials: (request.security ?? []).flatMap((required) => {
      const credential = credentialOf(required);
      if (credential?.kind !== 'key') return [];
      return [
        { schemeId: required.scheme.id, in: credential.in, name: credential.name, prefix: credential.prefix },
      ];
    }),
  };
}
