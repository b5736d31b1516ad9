/** A field of the form as the reader left it. `value` is text, or JSON where `isJson` says so. */
export interface FilledField {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly style: string;
  readonly explode: boolean;
  readonly isJson: boolean;
  readonly value: string;
}

/** Where a key travels (engine/views.ts, TryItCredentialView). */
export interface Credential {
  readonly in: 'header' | 'query' | 'cookie';
  readonly name: string;
  readonly prefix: string;
}

export interface FilledForm {
  readonly server: string;
  readonly path: string;
  readonly fields: readonly FilledField[];
  readonly credentials: readonly Credential[];
  readonly key: string;
}

export interface FormRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

type Pair = readonly [name: string, value: string];
const separators: Readonly<Record<string, string>> = { spaceDelimited: ' ', pipeDelimited: '|' };

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Decoded pairs of one field: OpenAPI's `style` and `explode` (Parameter Object, "Style Values"). */
export function pairsOf(field: FilledField): Pair[] {
  const value: unknown = field.isJson ? JSON.parse(field.value) : field.value;
  if (typeof value !== 'object' || value === null) return [[field.name, asText(value)]];
  const separator = separators[field.style] ?? ',';
  if (Array.isArray(value)) {
    const isExploded = field.explode && field.in === 'query';
    return isExploded
      ? value.map((item: unknown) => [field.name, asText(item)] as const)
      : [[field.name, value.map(asText).join(separator)]];
  }
  const entries = Object.entries(value).map(([name, item]) => [name, asText(item)] as const);
  if (field.style === 'deepObject') return entries.map(([name, item]) => [`${field.name}[${name}]`, item]);
  if (field.explode && field.in === 'query') return entries;
  const joined = field.explode ? entries.map((entry) => entry.join('=')) : entries.flat();
  return [[field.name, joined.join(separator)]];
}

/** What Send sends. Empty fields are left out; fetch cannot set cookies. Throws SyntaxError on a field that is no JSON. */
export function formRequest(form: FilledForm): FormRequest {
  let path = form.path;
  const query: string[] = [];
  const headers: Record<string, string> = {};
  const add = (where: string, [name, value]: Pair) => {
    if (where === 'query') query.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
    else if (where === 'header') headers[name] = value;
  };
  for (const field of form.fields) {
    if (field.value === '') continue;
    for (const pair of pairsOf(field)) {
      if (field.in === 'path') path = path.replace(`{${field.name}}`, encodeURIComponent(pair[1]));
      else add(field.in, pair);
    }
  }
  if (form.key !== '') {
    for (const { in: where, name, prefix } of form.credentials) add(where, [name, prefix + form.key]);
  }
  return {
    url: form.server.replace(/\/$/, '') + path + (query.length > 0 ? `?${query.join('&')}` : ''),
    headers,
  };
}
