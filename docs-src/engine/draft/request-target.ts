import { nameInBraces } from '../../../openapi/operations/requests/path-tree.ts';
import { decodePairs, type Pair } from '../../../openapi/operations/wire/query-pairs.ts';

/** An address or a path of a page, taken apart. */
export interface RequestTarget {
  /** `https://api.example.com`; undefined where the page has only a path, or a placeholder for it. */
  readonly origin: string | undefined;
  /** Begins with a slash; placeholders as `{name}`, each name once. */
  readonly path: string;
  /** Values are empty where the page has a placeholder for them. */
  readonly query: readonly Pair[];
}

/** Each way to write a placeholder, its name in the first group that is there. */
const placeholders = [
  /\{\{([^{}]+)\}\}/g,
  /[$#]\{([^{}]+)\}/g,
  /\{([^{}]+)\}/g,
  /<([^<>]+)>/g,
  /\[:?([^[\]/]+)\]/g,
  /\$\(([^()]+)\)/g,
  /(?<=[/=,]):([A-Za-z_]\w*)/g,
  /(?<=[/=,])\$([A-Za-z_]\w*)/g,
  /(?<=[/=])%([A-Za-z_]\w*)%/g,
  /(?<=[/=])((?:[A-Z][A-Z0-9]*_)*(?:ID|UUID|[A-Z]+_[A-Z_]+))(?=[/?&.]|$)/g,
];

/** Reads what stands behind the method of a line, or a URL of curl. Undefined: it names no path. */
export function readTarget(written: string): RequestTarget | undefined {
  const decoded = written
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('\\', '');
  const [, start = ''] =
    /^([a-z]+:\/\/[^/?]*)/i.exec(decoded) ??
    /^([\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?::\d+)?)(?=\/)/.exec(decoded) ??
    [];
  const unknownStart =
    start === '' ? (/^(?:\{[^/]*\}|<[^/]*>|\[[^/]*\]|\$\w+|\*)(?=\/)/.exec(decoded)?.[0] ?? '') : '';
  const rest = decoded.slice(start.length + unknownStart.length);
  if (start === '' && rest === '') return undefined;
  const template = withBraces(rest);
  // RFC 6570's form: {?page,limit}
  const forms = [...template.matchAll(/\{[?&]([\w,*.-]+)\}/g)].flatMap(([, list = '']) => list.split(','));
  const [pathPart = '', ...queryParts] = template
    .replace(/\{[?&][\w,*.-]+\}/g, '')
    .split(/\[?[?&](?![^{]*\})/);
  const query = decodePairs(queryParts.join('&').replace(/\]$/, '').replace(/#.*$/, ''))
    .map(({ name, value }) => ({
      name: name.replace(/^\{|\}$|\[\]$/g, ''),
      value: isPlaceholder(value) ? '' : value,
    }))
    .concat(forms.map((name) => ({ name, value: '' })))
    .filter(({ name }) => /^[\w.[\]-]+$/.test(name));
  const names: string[] = [];
  const path = `/${pathPart.replace(/#.*$/, '').replace(/^\/+/, '')}`.replace(
    /\{([^{}]*)\}/g,
    (_found, name: string) => {
      const own =
        name
          .trim()
          .replace(/^[:?*]|[*?]$/g, '')
          .replace(/[^\p{L}\p{N}_.-]+/gu, '_')
          .replace(/^_+|_+$/g, '') || 'id';
      const unique = names.includes(own)
        ? `${own}${names.filter((other) => other.startsWith(own)).length + 1}`
        : own;
      names.push(unique);
      return `{${unique}}`;
    },
  );
  if (/[{}]/.test(path.replace(/\{[^{}]+\}/g, '')) || /\s/.test(path)) return undefined;
  const origin = start === '' ? undefined : withBraces(/:\/\//.test(start) ? start : `https://${start}`);
  return { origin, path: path.length > 1 ? path.replace(/\/+$/, '') : path, query };
}

function withBraces(text: string): string {
  return placeholders.reduce((rest, pattern) => rest.replace(pattern, '{$1}'), text);
}

function isPlaceholder(value: string): boolean {
  return (
    /[{}<>[\]]|^(\.\.\.|…|x+|your\b.*|[A-Z]+(_[A-Z]+)+)$/i.test(value) && !/^[a-z]+_[a-z_]+$/.test(value)
  );
}

/** What two paths must have in common to be one: the same text but for the names of placeholders. */
export function shapeOfPath(path: string): string {
  return path.replace(nameInBraces, '{}');
}

/**
 * Whether a path with values (`/users/42`) is one of this template. A value has a digit, or is as long as an id, unless any is
 * taken for one.
 */
export function isCallOf(template: string, path: string, takesAny = false): boolean {
  const parts = path.split('/');
  const wanted = template.split('/');
  return (
    parts.length === wanted.length &&
    wanted.every((part, index) => {
      const given = parts[index] ?? '';
      if (!part.includes('{')) return part === given;
      return takesAny || given.includes('{') || /\d|@|^[A-Z_]+$/.test(given) || given.length > 20;
    })
  );
}
