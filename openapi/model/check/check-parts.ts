import type { DocumentFault } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import { childOfPart, type DocumentPart, type PartChild } from '../read/document-parts.ts';
import type { DocumentFiles } from '../read/load-files.ts';
import { escapePointerToken, type Located, pointerTokens } from '../read/located.ts';
import type { ReferenceResolver } from '../read/reference-resolver.ts';
import { annotations, type FieldFault, faultOfField, faultOfShape } from './check-fields.ts';
import { faultOfKeyword } from './check-keywords.ts';
import type { FeatureVersion } from './fixed-fields.ts';

type Path = (string | number)[];

export interface CheckedParts {
  readonly faults: readonly DocumentFault[];
  /** Where schemas have a default or examples of their own: few of the many that a big document has. */
  readonly schemasWithValues: readonly Located[];
}

/**
 * Looks at every part of a document once, in all its files, and names what nobody uses: unknown fields, fields of another
 * version, values that are nothing their field holds, what stands beside a `$ref`. Extensions and data are left alone.
 */
export function checkParts(
  files: DocumentFiles,
  resolver: ReferenceResolver,
  version: FeatureVersion,
): CheckedParts {
  const faults: DocumentFault[] = [];
  const schemasWithValues: Located[] = [];
  const seen = new Set<object>();
  let file = files.root;
  const note = (fault: FieldFault | undefined, path: Path, key?: string) => {
    if (fault === undefined) return;
    const tokens = key === undefined ? path : [...path, key];
    faults.push({ ...fault, location: { file, pointer: pointerOf(tokens) } });
  };

  function visit(value: unknown, part: DocumentPart, path: Path): void {
    if (!isObject(value) || seen.has(value)) return;
    seen.add(value);
    if (typeof value.$ref === 'string') {
      // What stands in components is looked at there.
      if (file !== files.root || !value.$ref.startsWith('#/components/'))
        visitElsewhere(value.$ref, path, (target, targetPath) => visit(target, part, targetPath));
      // A path item keeps what stands beside its `$ref`, and so does a schema since 3.1.
      if (part !== 'pathItems' && (part !== 'schemas' || version === '3.0')) {
        note(faultOfSiblings(Object.keys(value), version), path);
        return;
      }
    }
    if (part === 'schemas' && valueKeywords.some((keyword) => value[keyword] !== undefined))
      schemasWithValues.push({ value, file, pointer: pointerOf(path) });
    for (const key in value) visitField(value[key], key, part, path);
  }

  function visitField(value: unknown, key: string, part: DocumentPart, path: Path): void {
    const fault = faultOfField(part, key, value, version) ?? faultOfShape(part, key, value);
    note(fault ?? (part === 'schemas' ? faultOfKeyword(key, value) : undefined), path, key);
    const child = childOfPart(part, key);
    if (child !== undefined) stepInto(path, key, () => visitChild(value, child, path));
  }

  function visitChild(value: unknown, child: PartChild, path: Path): void {
    if (typeof value !== 'object' || value === null) return;
    const { one, list, map } = child;
    if (Array.isArray(value)) {
      if (list === undefined) return;
      for (const [index, item] of value.entries()) stepInto(path, index, () => visit(item, list, path));
    } else if (one !== undefined) visit(value, one, path);
    else if (isObject(value) && typeof value.$ref === 'string') {
      // A whole map or list in another file, for which OpenAPI has no `$ref`, but many documents do.
      visitElsewhere(value.$ref, path, (target, targetPath) => visitChild(target, child, targetPath));
    } else if (map !== undefined) visitMap(value as Readonly<Record<string, unknown>>, map, path);
  }

  function visitMap(map: Readonly<Record<string, unknown>>, part: DocumentPart, path: Path): void {
    for (const name in map) {
      const isExtension = (part === 'pathItems' || part === 'responses') && name.startsWith('x-');
      const isNoMediaType = part === 'mediaType' && path.at(-1) === 'content' && !name.includes('/');
      if (isNoMediaType) note(noMediaType(name), path, name);
      else if (!isExtension) stepInto(path, name, () => visit(map[name], part, path));
    }
  }

  function visitElsewhere(reference: string, path: Path, then: (value: unknown, path: Path) => void): void {
    const found = resolver.resolveOnce(reference, { file, pointer: pointerOf(path) });
    if (!('target' in found)) return;
    const here = file;
    file = found.target.file;
    then(found.target.value, [...pointerTokens(found.target.pointer)]);
    file = here;
  }

  visit(files.values.get(files.root), 'document', []);
  return { faults, schemasWithValues };
}

const valueKeywords = ['default', 'example', 'examples'];

function stepInto(path: Path, key: string | number, then: () => void): void {
  path.push(key);
  then();
  path.pop();
}

function noMediaType(name: string): FieldFault {
  return { message: `"${name}" is no media type, which \`content\` is a map of`, effect: 'lost' };
}

function faultOfSiblings(names: readonly string[], version: FeatureVersion): FieldFault | undefined {
  const isKept = (name: string) =>
    name === '$ref' ||
    name.startsWith('x-') ||
    (version !== '3.0' && ['summary', 'description'].includes(name));
  const passedOver = names.filter((name) => !isKept(name));
  if (passedOver.length === 0) return undefined;
  const rule = version === '3.0' ? 'nothing' : 'only `summary` and `description`';
  return {
    message: `"${passedOver.join(', ')}" beside a \`$ref\` is not used: OpenAPI ${version} lets ${rule} stand there`,
    effect: passedOver.every((name) => annotations.has(name)) ? 'untidy' : 'changed',
  };
}

function pointerOf(path: Path): string {
  return path.map((token) => `/${escapePointerToken(token)}`).join('');
}
