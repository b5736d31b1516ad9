import type { Server, ServerVariable } from '../api-model.ts';
import { valueText } from '../value-text.ts';
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
    const values = itemsOf(childOf(variable, 'enum')).map((item) => valueText(item.value));
    const written = childOf(variable, 'default').value;
    if (written === undefined) reader.fault(`server variable "${name}" needs a \`default\``, variable);
    variables.set(name, {
      default: written === undefined ? (values[0] ?? name) : valueText(written),
      enum: values.length > 0 ? values : undefined,
      description: textOf(variable, 'description'),
    });
  }
  const filled = url.replaceAll(/\{([^}]*)\}/g, (braces, name: string) => {
    const variable = variables.get(name);
    if (variable === undefined)
      reader.fault(`the server's url names an undeclared variable ${braces}`, place);
    return variable?.default ?? name;
  });
  return {
    url,
    defaultUrl: isRelative(filled, place.file) ? new URL(filled, place.file).href : filled,
    description: textOf(place, 'description'),
    variables,
    extensions: readExtensions(place),
  };
}

/** Relative to where the document is served (Server Object, `url`), which is known of one that came from there. */
function isRelative(url: string, file: string): boolean {
  return url.trim() !== '' && /^https?:/.test(file) && URL.canParse(url, file) && !URL.canParse(url);
}

/** The path that stands before every operation's, percent-encoded: of `https://api.example/my api/` it is `/my%20api`. */
export function basePathOf(server: Server): string {
  const { path } = splitServerUrl(server);
  return new URL(`http://localhost${path.startsWith('/') ? '' : '/'}${path}`).pathname.replace(/\/+$/, '');
}

/**
 * Where a server is, without slashes at its end. One that names no host is where its document came from, which nobody knows
 * of a file.
 */
export function addressOf(server: Server = defaultServer): string {
  const { origin = 'https://api.example.com' } = splitServerUrl(server);
  return origin + basePathOf(server);
}

/** A port behind a name makes a host of it, though by the rules of URLs it is a scheme. */
function splitServerUrl({ defaultUrl }: Server): {
  readonly origin: string | undefined;
  readonly path: string;
} {
  const url = defaultUrl.trim().replace(/^(?=[\w.-]+:\d+(\/|$))/, 'http://');
  const [whole = '', scheme = 'https:', host = ''] = /^([a-z][a-z\d+.-]*:)?\/\/([^/?#]*)/i.exec(url) ?? [];
  const origin = whole === '' ? undefined : `${scheme}//${host.replaceAll(/\s/g, '%20')}`;
  return { origin, path: url.slice(whole.length).replace(/[?#].*$/s, '') };
}
