/** A path of a document in its parts, `{names}` still in them. */
export interface PathParts {
  /** Up to `?` or `#`: what a request's path is compared with. */
  readonly template: string;
  /** What stands behind a `?`: a request of the path has these in its query, whatever else it has there. */
  readonly query: readonly FixedPair[];
  /** The names in a fragment, `#X-Amz-Target=…` or `#acl&versionId`, which no request carries. */
  readonly fragmentNames: readonly string[];
}

/** `name=value`; the value may be a `{name}`, or empty. As the document has it. */
export interface FixedPair {
  readonly name: string;
  readonly value: string;
}

const parts = /^((?:\{[^{}]*\}|[^?#])*)(?:\?((?:\{[^{}]*\}|[^#])*))?(?:#(.*))?$/s;

/** OpenAPI lets a path have neither `?` nor `#`; whole families of documents have them all the same. */
export function splitPath(path: string): PathParts {
  const [, template = path, query = '', fragment = ''] = parts.exec(path) ?? [];
  return { template, query: pairsOf(query), fragmentNames: pairsOf(fragment).map(({ name }) => name) };
}

function pairsOf(text: string): readonly FixedPair[] {
  return text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/s, 2);
      return { name, value };
    });
}
