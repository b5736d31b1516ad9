import type { Operation } from '../../../openapi/model/api-model.ts';

/** So many operations are still one section that a reader can look over. */
const operationsOfOneSection = 40;

/** The first segment of a path that names something: neither a version nor a variable. */
function resourceOf(path: string): string | undefined {
  return path
    .split('/')
    .find((segment) => segment !== '' && !segment.includes('{') && !/^(?:api|v\d[\w.]*)$/i.test(segment));
}

function titleOf(resource: string): string {
  const words = resource.replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * Sections for operations without a tag, by title: one for all, or where they are many one for each resource that their
 * paths begin with, as in Stripe's document, which has hundreds of operations and no tag.
 */
export function untaggedSections(
  operations: readonly Operation[],
  fallback: string,
): ReadonlyMap<string, readonly Operation[]> {
  const sections = new Map<string, Operation[]>();
  for (const operation of operations) {
    const resource = operations.length > operationsOfOneSection ? resourceOf(operation.path) : undefined;
    const title = resource === undefined ? fallback : titleOf(resource);
    sections.set(title, [...(sections.get(title) ?? []), operation]);
  }
  return sections;
}
