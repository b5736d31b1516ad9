import type { Server, ServerVariable } from '../api-model.ts';
import { wordOf } from '../word-of.ts';
import type { DocumentReader } from './document-reader.ts';
import { childOf, entriesOf, itemsOf, type Located, textOf } from './located.ts';
import { readExtensions } from './read-extensions.ts';

const defaultServer: Server = {
  url: '/',
  defaultUrl: '/',
  description: undefined,
  variables: new Map(),
  extensions: {},
};

/** The servers of a document, path or operation, or those inherited where it names none. */
export function readServers(
  place: Located,
  reader: DocumentReader,
  inherited: readonly Server[] = [defaultServer],
): readonly Server[] {
  const servers = itemsOf(place).flatMap((item) => {
    const url = textOf(item, 'url');
    if (url === undefined) reader.fault('a server needs a text `url`', item);
    return url === undefined ? [] : [readServer(item, url, reader)];
  });
  return servers.length > 0 ? servers : inherited;
}

function readServer(place: Located, url: string, reader: DocumentReader): Server {
  const variables = new Map<string, ServerVariable>();
  for (const [name, variable] of entriesOf(childOf(place, 'variables'))) {
    const values = itemsOf(childOf(variable, 'enum')).map((item) => wordOf(item.value));
    const written = childOf(variable, 'default').value;
    if (written === undefined) reader.fault(`server variable "${name}" needs a \`default\``, variable);
    variables.set(name, {
      default: written === undefined ? (values[0] ?? name) : wordOf(written),
      enum: values.length > 0 ? values : undefined,
      description: textOf(variable, 'description'),
    });
  }
  const defaultUrl = url.replaceAll(/\{([^}]*)\}/g, (braces, name: string) => {
    const variable = variables.get(name);
    if (variable === undefined)
      reader.fault(`the server's url names an undeclared variable ${braces}`, place);
    return variable?.default ?? name;
  });
  return {
    url,
    defaultUrl,
    description: textOf(place, 'description'),
    variables,
    extensions: readExtensions(place),
  };
}

/** The path that stands before every operation's: of `https://api.example/v2/` it is `/v2`. */
export function basePathOf(server: Server): string {
  const relativeTo = 'http://localhost/';
  if (!URL.canParse(server.defaultUrl, relativeTo)) return '';
  return new URL(server.defaultUrl, relativeTo).pathname.replace(/\/+$/, '');
}
