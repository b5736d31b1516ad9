import type { Distinction, Operation, Parameter } from '../api-model.ts';
import { splitPath } from '../split-path.ts';
import type { DocumentReader } from './document-reader.ts';
import type { Located } from './located.ts';

type ReadPath = Pick<Operation, 'path' | 'toldApartBy' | 'parameters'>;

/**
 * The path of an operation as its requests have it. A name in its fragment, and one in its query whose value is left open
 * (`?q={q}`), may be that of a parameter: it is sent as one. A value that the query says itself wins over a parameter.
 */
export function readPath(
  written: string,
  declared: readonly Parameter[],
  place: Located,
  reader: DocumentReader,
): ReadPath {
  const { template, query, fragmentNames } = splitPath(written);
  const inQuery = new Set(
    declared.flatMap((parameter) => (parameter.in === 'query' ? [parameter.name] : [])),
  );
  const isOpen = ({ value }: { readonly value: string }) => value === '' || value.includes('{');
  const asParameters = query.filter((pair) => isOpen(pair) && inQuery.has(pair.name));
  const fixed = query.filter((pair) => !asParameters.includes(pair));
  const queryString = fixed.map(({ name, value }) => (value === '' ? name : `${name}=${value}`)).join('&');
  const path = template + (queryString === '' ? '' : `?${queryString}`);
  const fixedNames = new Set(fixed.map(({ name }) => name));
  const sendable = declared.filter((parameter) => {
    if (parameter.in !== 'query' || !fixedNames.has(parameter.name)) return true;
    reader.fault(
      `query parameter "${parameter.name}" stands in the path "${path}" already`,
      parameter.source,
    );
    return false;
  });
  const names = [...fragmentNames, ...asParameters.map(({ name }) => name)];
  return {
    path,
    toldApartBy: names.flatMap((name) => distinctionOf(name, declared)),
    parameters: checkPathParameters(path, sendable, place, reader),
  };
}

function distinctionOf(name: string, declared: readonly Parameter[]): readonly Distinction[] {
  return declared.flatMap(({ name: own, in: where, isRequired, schema }) => {
    if (own !== name || !isRequired || (where !== 'query' && where !== 'header')) return [];
    const [value, ...others] = schema.const === undefined ? (schema.enum ?? []) : [schema.const];
    return [{ in: where, name, value: value === undefined || others.length > 0 ? undefined : String(value) }];
  });
}

/** Each `{name}` of the path is declared, and each declared one is in the path; one that isn't could never be sent. */
function checkPathParameters(
  path: string,
  parameters: readonly Parameter[],
  place: Located,
  reader: DocumentReader,
): readonly Parameter[] {
  const inPath = new Set([...path.matchAll(/\{([^}]*)\}/g)].map((found) => found[1] ?? ''));
  const declared = parameters.filter((parameter) => parameter.in === 'path');
  for (const name of inPath)
    if (!declared.some((parameter) => parameter.name === name))
      reader.fault(`the path has "{${name}}", but no path parameter "${name}" is declared`, place);
  const stray = new Set(declared.filter(({ name }) => !inPath.has(name)));
  for (const { name, source } of stray)
    reader.fault(
      `path parameter "${name}" is not in the path "${path}": write {${name}} there`,
      source,
      'lost',
    );
  return parameters.filter((parameter) => !stray.has(parameter));
}
