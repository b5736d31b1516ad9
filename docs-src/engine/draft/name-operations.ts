import { parameterize } from '../markdown/parameterize.ts';
import type { FoundOperation } from './operation-index.ts';

interface OperationNames {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
}

/** Ids and summaries come from headings; of operations that share one, from their paths. A tag is the highest heading above. */
export function nameOperations(
  operations: readonly FoundOperation[],
  title: string,
): readonly OperationNames[] {
  const taken = new Set<string>();
  return operations.map((operation) => {
    const { method, path, note } = operation;
    const isAlone = operation.isAloneUnderTitle === true;
    const heading = isAlone ? oneLine(operation.title?.text) : '';
    const name =
      camelCase(heading.includes('/') ? '' : heading) ||
      camelCase(`${method} ${path.replaceAll('{', 'by ')}`);
    let operationId = name;
    for (let count = 2; taken.has(operationId); count += 1) operationId = `${name}${count}`;
    taken.add(operationId);
    return {
      operationId,
      summary: heading || note || `${method.toUpperCase()} ${path}`,
      tags: [tagOf(operation, title)],
    };
  });
}

export function tagOf({ chapter }: FoundOperation, title: string): string {
  return oneLine(chapter?.text) || title;
}

export function oneLine(text = ''): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** `Get All Kittens` is getAllKittens; empty where there is no Latin letter. */
function camelCase(text: string): string {
  const [first = '', ...others] = parameterize(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const name = first + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /[a-z]/.test(name) ? name : '';
}
