import type { Operation, Parameter, ParameterRule } from '../../../openapi/model/api-model.ts';
import { parameterNamed } from '../../../openapi/operations/requests/parameter-named.ts';
import { encodeParameter } from '../../../openapi/operations/wire/serialise-parameter.ts';
import type { EngineWords } from '../words/words.ts';
import { shownValue } from './documented.ts';
import { flattenSchema } from './flat-schema.ts';
import { shownExamples } from './plain-row.ts';
import { type SchemaRowOptions, schemaRow } from './schema-row.ts';
import { exampleNotes } from './value-notes.ts';
import type { ParameterGroupView, SchemaRowView } from './views.ts';

const locations = ['path', 'query', 'header', 'cookie'] as const;

/** Ids and classes take letters, digits, `-` and `_`: everything else in a name becomes a hyphen. */
export function idOf(...parts: readonly string[]): string {
  return parts.map((part) => part.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '') || '-').join('-');
}

/** The parameters of an operation by where they travel; a group without any is left out. */
export function parameterGroups(
  operation: Operation,
  idPrefix: string,
  options: SchemaRowOptions,
): ParameterGroupView[] {
  const taken = new Set<string>();
  return locations.flatMap((location) => {
    const parameters = operation.parameters.filter((parameter) => parameter.in === location);
    if (parameters.length === 0) return [];
    const rows = parameters.map((parameter) => ({
      ...parameterRow(parameter, rulesOf(parameter, operation), options),
      id: idOf(idPrefix, 'parameter', parameter.name),
    }));
    return [{ title: options.words.parametersIn[location], rows: withUniqueIds(rows, taken) }];
  });
}

/** Rules name the query's parameter, where another place has the name too. */
function rulesOf(parameter: Parameter, operation: Operation): readonly ParameterRule[] {
  return parameterNamed(operation, parameter.name) === parameter ? operation.parameterRules : [];
}

/** Path and query may have a parameter of one name, and names may differ in what an id can't hold. */
function withUniqueIds(rows: readonly SchemaRowView[], taken: Set<string>): SchemaRowView[] {
  return rows.map((row) => {
    const wanted = row.id ?? '';
    let id = wanted;
    for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`;
    taken.add(id);
    return { ...row, id };
  });
}

function parameterRow(
  parameter: Parameter,
  rules: readonly ParameterRule[],
  options: SchemaRowOptions,
): SchemaRowView {
  const row = schemaRow(
    { name: parameter.name, node: parameter.schema, isRequired: parameter.isRequired },
    options,
  );
  const { notes, plainValues } = exampleNotes(parameter.examples);
  return {
    ...row,
    isDeprecated: row.isDeprecated || parameter.isDeprecated,
    descriptionHtml:
      parameter.description === undefined
        ? row.descriptionHtml
        : options.links.textHtml(parameter.description),
    assumption: options.links.assumption(parameter.assumption) ?? row.assumption,
    constraints: [...row.constraints, ...ruleTexts(parameter.name, rules, options.words)],
    valueNotes: [...row.valueNotes, ...notes],
    examples: parameter.examples.length === 0 ? row.examples : shownExamples(plainValues, row),
    serialisation: serialisationOf(parameter),
  };
}

function ruleTexts(name: string, rules: readonly ParameterRule[], words: EngineWords): string[] {
  return rules.flatMap((rule) => {
    if (rule.rule === 'requires') return rule.parameter === name ? [words.ruleRequires(rule.needs)] : [];
    const [low, high] = rule.parameters;
    if (name === low) return [words.ruleOrdered(high)];
    return name === high ? [words.ruleOrderedBack(low)] : [];
  });
}

/** How a list or an object is written; nothing to say about a simple value. */
function serialisationOf(parameter: Parameter): string | undefined {
  const flat = flattenSchema(parameter.schema);
  const isList = flat.types.includes('array') || flat.items !== undefined;
  const isObject = flat.types.includes('object') || flat.properties.size > 0;
  const isUnusualPath = parameter.style === 'matrix' || parameter.style === 'label';
  if (!isList && !isObject && !isUnusualPath && parameter.mediaType === undefined) return undefined;
  let value = shownValue(parameter);
  // One entry would not show how several are written.
  if (isList && Array.isArray(value) && value.length === 1) value = [value[0] ?? '', value[0] ?? ''];
  const pairs = encodeParameter(parameter, value);
  const text = pairs
    .map((pair) =>
      parameter.in === 'path' || parameter.in === 'header' ? pair.value : `${pair.name}=${pair.value}`,
    )
    .join('&');
  const readable = text.replace(/%(5B|5D|2C|20|7C)/gi, (code) => decodeURIComponent(code));
  return readable === '' || readable.length > 120 ? undefined : readable;
}
