import type { ApiModel, Operation, Tag } from '../../../openapi/model/api-model.ts';
import { grouped } from '../../../openapi/model/grouped.ts';
import { isObject } from '../../../openapi/model/is-object.ts';

/** A tag in its place of the menu. */
export interface GroupedTag {
  readonly tag: Tag;
  /** Of `x-tagGroups`, or the topmost tag that it is below; undefined for a tag that stands alone. */
  readonly group: string | undefined;
}

/** What a reader calls the tag: `x-displayName`, else its summary, else its name. */
export function tagTitle({ name, summary, extensions }: Tag): string {
  const shown = extensions['x-displayName'];
  const texts = [typeof shown === 'string' ? shown : '', summary ?? ''];
  return texts.find((text) => text.trim() !== '') ?? name;
}

/** The operations under each tag: the first of theirs that is for navigation (OpenAPI 3.2, Tag Object, `kind`), else under undefined. */
export function operationsByTag({
  tags,
  operations,
}: Pick<ApiModel, 'tags' | 'operations'>): ReadonlyMap<string | undefined, readonly Operation[]> {
  const placing = new Set(tags.filter(({ kind = 'nav' }) => kind === 'nav').map(({ name }) => name));
  return grouped(
    operations.map((operation) => [operation.tags.find((name) => placing.has(name)), operation] as const),
  );
}

/** The tags in the order of `x-tagGroups`, each once, then those that no group names. */
export function groupedTags({ tags, extensions }: Pick<ApiModel, 'tags' | 'extensions'>): GroupedTag[] {
  const groups = Array.isArray(extensions['x-tagGroups']) ? extensions['x-tagGroups'] : [];
  const left = new Map(tags.map((tag) => [tag.name, tag]));
  const grouped = groups.flatMap((group): GroupedTag[] => {
    if (!isObject(group) || typeof group.name !== 'string' || !Array.isArray(group.tags)) return [];
    const { name } = group;
    return group.tags.flatMap((tagName) => {
      const tag = left.get(String(tagName));
      left.delete(String(tagName));
      return tag === undefined ? [] : [{ tag, group: name }];
    });
  });
  return [...grouped, ...treeOf([...left.values()])];
}

/** Each tag with those that are below it behind it, all in a group of the topmost one's name (OpenAPI 3.2, `parent`). */
function treeOf(tags: readonly Tag[]): readonly GroupedTag[] {
  const left = new Set(tags);
  const take = (tag: Tag, group: string | undefined): readonly GroupedTag[] => {
    if (!left.delete(tag)) return [];
    const below = tags.filter(({ parent }) => parent === tag.name);
    const ofAll = group ?? (below.length > 0 ? tagTitle(tag) : undefined);
    return [{ tag, group: ofAll }, ...below.flatMap((one) => take(one, ofAll))];
  };
  const names = new Set<string | undefined>(tags.map(({ name }) => name));
  const topmost = tags.filter(({ parent }) => !names.has(parent));
  // What is left is below itself.
  return [...topmost, ...tags].flatMap((tag) => take(tag, undefined));
}
