import type { ApiModel, Tag } from '../../../openapi/model/api-model.ts';
import { isObject } from '../../../openapi/model/is-object.ts';

/** A tag in its place of the menu. */
export interface GroupedTag {
  readonly tag: Tag;
  /** Of `x-tagGroups`; undefined for a tag that no group names. */
  readonly group: string | undefined;
}

/** What a reader calls the tag: `x-displayName`, else its name. */
export function tagTitle({ name, extensions }: Tag): string {
  const shown = extensions['x-displayName'];
  return typeof shown === 'string' && shown.trim() !== '' ? shown : name;
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
  return [...grouped, ...[...left.values()].map((tag) => ({ tag, group: undefined }))];
}
