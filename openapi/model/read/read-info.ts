import type { ApiInfo, ExternalDocs, Tag } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import { valueText } from '../value-text.ts';
import type { DocumentReader } from './document-reader.ts';
import { childOf, itemsOf, type Located, textOf } from './located.ts';
import { readExtensions } from './read-extensions.ts';

/** The Info Object. A lenient reader gives a nameless document a title, so that a page can be printed. */
export function readInfo(reader: DocumentReader): ApiInfo {
  const info = reader.follow(childOf(reader.root, 'info'));
  if (!isObject(info.value))
    reader.fault('the document needs an `info` object with title and version', info, 'untidy');
  else
    for (const field of ['title', 'version'])
      if (textOf(info, field) === undefined)
        reader.fault(`\`info\` needs a text \`${field}\``, info, 'untidy');
  return {
    title: textOf(info, 'title') ?? 'Untitled API',
    version: textOf(info, 'version') ?? valueText(childOf(info, 'version').value ?? ''),
    summary: textOf(info, 'summary'),
    description: longText(info, reader),
    termsOfService: textOf(info, 'termsOfService'),
    contact: readTexts(childOf(info, 'contact'), ['name', 'url', 'email']),
    license: readLicense(childOf(info, 'license')),
    extensions: readExtensions(info),
  };
}

/** The declared tags in their order. */
export function readTags(reader: DocumentReader): readonly Tag[] {
  const places = itemsOf(reader.part(reader.root, 'tags')).map((entry) => reader.follow(entry));
  const names = new Set(places.map((tag) => textOf(tag, 'name')));
  return places.flatMap((tag) => {
    const name = textOf(tag, 'name');
    const parent = textOf(tag, 'parent');
    if (parent !== undefined && !names.has(parent))
      reader.fault(`the tag is below "${parent}", which is nowhere`, childOf(tag, 'parent'), 'untidy');
    if (name === undefined) {
      reader.fault('a tag needs a text `name`', tag);
      return [];
    }
    return {
      name,
      summary: textOf(tag, 'summary'),
      parent: names.has(parent) ? parent : undefined,
      kind: textOf(tag, 'kind'),
      description: longText(tag, reader),
      externalDocs: readExternalDocs(childOf(tag, 'externalDocs')),
      extensions: readExtensions(tag),
    };
  });
}

/** A description, which documents in many files keep elsewhere, although OpenAPI has no `$ref` for a text. */
function longText(place: Located, reader: DocumentReader): string | undefined {
  const { value } = reader.part(place, 'description');
  return typeof value === 'string' ? value : undefined;
}

export function readExternalDocs(place: Located): ExternalDocs | undefined {
  const url = textOf(place, 'url');
  return url === undefined ? undefined : { url, description: textOf(place, 'description') };
}

function readLicense(place: Located): ApiInfo['license'] {
  const texts = readTexts(place, ['name', 'url', 'identifier']);
  return texts === undefined ? undefined : { name: texts.url ?? '', ...texts };
}

function readTexts<Field extends string>(place: Located, fields: readonly Field[]) {
  if (!isObject(place.value)) return undefined;
  const texts: { [Name in Field]?: string } = {};
  for (const field of fields) {
    const text = textOf(place, field);
    if (text !== undefined) texts[field] = text;
  }
  return texts;
}
