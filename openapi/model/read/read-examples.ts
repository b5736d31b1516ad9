import type { Example, ExampleCondition, JsonValue } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import type { DocumentReader } from './document-reader.ts';
import { childOf, entriesOf, itemsOf, type Located, textOf } from './located.ts';

/** `examples` by name, or `example` as one entry named `example`. Those of the schema are not repeated here. */
export function readExamples(owner: Located, reader: DocumentReader): readonly Example[] {
  const single = childOf(owner, 'example');
  const named = reader.part(owner, 'examples');
  const examples = entriesOf(named).flatMap(([name, entry]) => readExample(name, entry, reader));
  // An array of bare values is a schema's habit, but common here.
  const bare = itemsOf(named).map((item, index) => bareExample(`example${index + 1}`, item, reader));
  if (examples.length + bare.length > 0 || single.value === undefined) return [...examples, ...bare];
  return [bareExample('example', single, reader)];
}

function readExample(name: string, entry: Located, reader: DocumentReader): readonly Example[] {
  const place = reader.follow(entry);
  if (place.value === undefined) return [];
  if (!isObject(place.value)) {
    reader.fault(`example "${name}" needs to be an object with \`value\``, place, 'untidy');
    return [bareExample(name, place, reader)];
  }
  const value = childOf(place, 'value').value;
  const externalValue = textOf(place, 'externalValue');
  if (value === undefined && externalValue === undefined) {
    reader.fault(`example "${name}" needs \`value\` or \`externalValue\``, place);
    return [];
  }
  return [
    {
      name,
      summary: textOf(place, 'summary'),
      description: textOf(place, 'description'),
      value: value ?? null,
      externalValue: value === undefined ? externalValue : undefined,
      when: readCondition(childOf(place, 'x-kit-when').value),
      source: reader.sourceOf(place),
    },
  ];
}

/** Undefined also for what is none: `checkExtensions` says so. */
function readCondition(value: JsonValue | undefined): ExampleCondition | undefined {
  return isExampleCondition(value) ? value : undefined;
}

/** Whether a value is an object of conditions by place. */
export function isExampleCondition(value: JsonValue | undefined): value is ExampleCondition {
  if (!isObject(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length > 0 &&
    entries.every(
      ([place, wanted]) =>
        place === 'body' || (['path', 'query', 'header', 'cookie'].includes(place) && isObject(wanted)),
    )
  );
}

function bareExample(name: string, place: Located, reader: DocumentReader): Example {
  return {
    name,
    summary: undefined,
    description: undefined,
    value: place.value ?? null,
    externalValue: undefined,
    when: undefined,
    source: reader.sourceOf(place),
  };
}
