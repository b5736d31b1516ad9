import type { Parameter, ParameterLocation, ParameterStyle } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import type { DocumentReader } from './document-reader.ts';
import { childOf, entriesOf, flagOf, itemsOf, type Located, textOf } from './located.ts';
import { readExamples } from './read-examples.ts';
import { readAssumption, readExtensions } from './read-extensions.ts';

/** The styles a location may have, its default first (Parameter Object, Style Values). */
const stylesByLocation: Readonly<Record<ParameterLocation, readonly [ParameterStyle, ...ParameterStyle[]]>> =
  {
    path: ['simple', 'label', 'matrix'],
    query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
    header: ['simple'],
    cookie: ['form'],
  };
/** Headers that OpenAPI describes elsewhere: parameters of these names are ignored (Parameter Object, `name`). */
const ignoredHeaders = new Set(['accept', 'content-type', 'authorization']);

/** One list of parameters. Broken ones and repeated ones are noted and left out. */
export function readParameters(list: Located, reader: DocumentReader): readonly Parameter[] {
  const parameters = new Map<string, Parameter>();
  for (const item of itemsOf(list)) {
    const parameter = readParameter(reader.follow(item), reader);
    if (parameter === undefined) continue;
    const key = parameterKey(parameter);
    if (parameters.has(key))
      reader.fault(`${parameter.in} parameter "${parameter.name}" is there twice`, item);
    else parameters.set(key, parameter);
  }
  return [...parameters.values()];
}

/** Path-level parameters, each replaced where the operation has one of the same name and location. */
export function mergeParameters(
  ofPath: readonly Parameter[],
  ofOperation: readonly Parameter[],
): readonly Parameter[] {
  const merged = new Map(ofPath.map((parameter) => [parameterKey(parameter), parameter]));
  for (const parameter of ofOperation) merged.set(parameterKey(parameter), parameter);
  return [...merged.values()];
}

function parameterKey({ in: location, name }: Parameter): string {
  return `${location} ${location === 'header' ? name.toLowerCase() : name}`;
}

function readParameter(place: Located, reader: DocumentReader): Parameter | undefined {
  if (place.value === undefined) return undefined;
  const name = textOf(place, 'name');
  const location = textOf(place, 'in');
  if (name === undefined || !isLocation(location)) {
    const hint =
      location === 'body' || location === 'formData'
        ? ' (Swagger 2.0: write a requestBody)'
        : location === 'querystring'
          ? ' (OpenAPI 3.2 has querystring, which is not done yet)'
          : '';
    reader.fault(
      `a parameter needs \`name\`, and \`in\`: path, query, header or cookie${hint}`,
      place,
      'lost',
    );
    return undefined;
  }
  if (location === 'header' && ignoredHeaders.has(name.toLowerCase())) {
    reader.fault(`header parameter "${name}" is not used: OpenAPI has it said elsewhere`, place, 'untidy');
    return undefined;
  }
  if (location === 'path' && !flagOf(place, 'required'))
    reader.fault(`path parameter "${name}" needs \`required: true\``, place, 'untidy');
  const style = readStyle(place, location, reader);
  const content = entriesOf(reader.part(place, 'content'))[0];
  const value = content?.[1] ?? place;
  if (content === undefined && childOf(place, 'schema').value === undefined)
    reader.fault(`parameter "${name}" needs \`schema\` or \`content\``, place);
  return {
    name,
    in: location,
    description: textOf(place, 'description'),
    isRequired: location === 'path' || flagOf(place, 'required'),
    isDeprecated: flagOf(place, 'deprecated'),
    allowsEmptyValue: flagOf(place, 'allowEmptyValue'),
    allowsReserved: flagOf(place, 'allowReserved'),
    style,
    explode: readExplode(place, style),
    schema: reader.schemas.nodeAt(schemaPlace(value)),
    mediaType: content?.[0],
    examples: [
      ...readExamples(place, reader),
      ...(content === undefined ? [] : readExamples(content[1], reader)),
    ],
    assumption: readAssumption(place),
    extensions: readExtensions(place),
    source: reader.sourceOf(place),
  };
}

function isLocation(text: string | undefined): text is ParameterLocation {
  return text !== undefined && Object.hasOwn(stylesByLocation, text);
}

function readStyle(place: Located, location: ParameterLocation, reader: DocumentReader): ParameterStyle {
  const [defaultStyle, ...others] = stylesByLocation[location];
  const written = textOf(place, 'style');
  if (written === undefined) return defaultStyle;
  const style = [defaultStyle, ...others].find((name) => name === written);
  if (style === undefined)
    reader.fault(`style "${written}" is not for ${location}: ${[defaultStyle, ...others].join(', ')}`, place);
  return style ?? defaultStyle;
}

function readExplode(place: Located, style: ParameterStyle): boolean {
  const written = childOf(place, 'explode').value;
  // deepObject only exists exploded; OpenAPI's default of false for it is a slip of its table.
  return typeof written === 'boolean' ? written : style === 'form' || style === 'deepObject';
}

/** The place of `schema`; where there is none, the schema that everything fits. */
export function schemaPlace(owner: Located): Located {
  const place = childOf(owner, 'schema');
  return isObject(place.value) || typeof place.value === 'boolean' ? place : { ...place, value: {} };
}
