import type { JsonObject, Operation } from '../../../openapi/model/api-model.ts';
import { isObject } from '../../../openapi/model/is-object.ts';
import { idOf } from './parameter-groups.ts';
import type { BadgeView } from './views.ts';

interface Badge {
  readonly name: string;
  readonly color: string | undefined;
  readonly isFirst: boolean;
}

const plainColour = /^(#[0-9a-f]{3,8}|[a-z]+|(rgb|hsl)a?\([\d.,%\s/]+\))$/i;

function badgesOf({ extensions }: Operation): readonly Badge[] {
  const badges = extensions['x-badges'];
  if (!Array.isArray(badges)) return [];
  return badges.flatMap((badge): Badge[] => {
    const { name, color, position }: JsonObject = isObject(badge) ? badge : { name: badge };
    if (typeof name !== 'string' || name.trim() === '') return [];
    const isColour = typeof color === 'string' && plainColour.test(color.trim());
    return [{ name, color: isColour ? color.trim() : undefined, isFirst: position === 'before' }];
  });
}

function classOf(color: string): string {
  return idOf('badge', color.toLowerCase());
}

/** `x-badges` of an operation: those that want to stand before the others first. */
export function badgeViews(operation: Operation): BadgeView[] {
  return badgesOf(operation)
    .toSorted((left, right) => Number(right.isFirst) - Number(left.isFirst))
    .map(({ name, color }) => ({ name, className: color === undefined ? '' : classOf(color) }));
}

/** Their colours as a stylesheet, because the page's policy takes none in its elements. */
export function badgeStyles(operations: readonly Operation[]): string {
  const colours = operations.flatMap((operation) => badgesOf(operation).flatMap(({ color }) => color ?? []));
  return [...new Set(colours)].map((color) => `.${classOf(color)} { --badge: ${color}; }`).join('\n');
}
