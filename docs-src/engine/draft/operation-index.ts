import type { Method } from './method-lines.ts';
import type { PageBlock, PageTitle, SourcePlace } from './page-blocks.ts';
import { isCallOf, type RequestTarget, shapeOfPath } from './request-target.ts';
import type { Sighting } from './sightings.ts';

/** An operation that a page tells of, with the blocks that are about it. */
export interface FoundOperation extends SourcePlace {
  readonly method: Method;
  /** Below the base of the server. */
  readonly path: string;
  /** All that its lines and requests were written with. */
  readonly targets: RequestTarget[];
  readonly blocks: PageBlock[];
  /** The heading above it, and whether that is about it alone. */
  title?: PageTitle | undefined;
  isAloneUnderTitle?: boolean;
  /** The highest heading above it. */
  chapter?: PageTitle | undefined;
  note?: string | undefined;
}

type Named = Pick<Sighting, 'method' | 'target'>;

/** The operations of pages, of each method and path one: names of placeholders tell none from another. */
export class OperationIndex {
  readonly #base: string;
  readonly #operations = new Map<string, FoundOperation>();

  /** With what every path of the server begins. */
  constructor(base: string) {
    this.#base = base;
  }

  /** Values in the place of placeholders (`/users/42`) are taken for those. */
  find(named: Named): FoundOperation | undefined {
    const path = this.#below(named.target.path);
    return (
      this.#operations.get(this.#keyOf(named)) ??
      this.all().find(({ method, path: template }) => method === named.method && isCallOf(template, path))
    );
  }

  add(sighting: Sighting): FoundOperation {
    const { method, target, file, line, note } = sighting;
    const own = this.#below(target.path);
    // One path of a document has one set of names.
    const path = this.all().find((other) => shapeOfPath(other.path) === shapeOfPath(own))?.path ?? own;
    const operation = this.find(sighting) ?? { method, path, targets: [], blocks: [], file, line };
    this.#operations.set(this.#keyOf(sighting), operation);
    operation.targets.push(target);
    operation.note ??= note;
    return operation;
  }

  /** Takes a request for one of an operation beside it, whatever stands in the place of placeholders. */
  addCallOf(beside: readonly Sighting[], call: Sighting): void {
    if (this.find(call) !== undefined) return;
    const path = this.#below(call.target.path);
    const operation = beside
      .filter(({ method }) => method === call.method)
      .map((sighting) => this.find(sighting))
      .find((other) => other !== undefined && isCallOf(other.path, path, true));
    if (operation !== undefined) this.#operations.set(this.#keyOf(call), operation);
  }

  all(): readonly FoundOperation[] {
    return [...new Set(this.#operations.values())];
  }

  #keyOf({ method, target }: Named): string {
    return `${method} ${shapeOfPath(this.#below(target.path))}`;
  }

  #below(path: string): string {
    return this.#base !== '' && path.startsWith(`${this.#base}/`) ? path.slice(this.#base.length) : path;
  }
}
