import type { SourceFault } from '../source/source-fault.ts';
import type { SourcePlace } from './page-blocks.ts';

/** What is known of a draft beside its text: where each part was read, and what only its reader can settle. */
export class DraftNotes {
  readonly #places = new Map<object, SourcePlace>();
  readonly #unclear = new Map<string, SourceFault>();

  /** The first place of a part counts. */
  placeAt<Part extends object>(part: Part, { file, line }: SourcePlace): Part {
    if (!this.#places.has(part)) this.#places.set(part, { file, line });
    return part;
  }

  placeOf(part: object): SourcePlace | undefined {
    return this.#places.get(part);
  }

  unclear({ file, line }: SourcePlace, message: string): void {
    this.#unclear.set(`${file}:${line}:${message}`, { file, line, message });
  }

  /** In the order in which it was found. */
  get allUnclear(): readonly SourceFault[] {
    return [...this.#unclear.values()];
  }
}
