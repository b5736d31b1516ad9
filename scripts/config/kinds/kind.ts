import type { JsonObject } from '../../../openapi/model/api-model.ts';

/** A value and where it was written: a file and a JSON pointer in it, or '' and the name of an option. */
export interface Place {
  readonly value: unknown;
  readonly file: string;
  readonly pointer: string;
}

/** Takes what is wrong, in words that follow the place. */
export type Note = (message: string, place: Place) => void;

/** What an option's value may be: how it is written in a file, and as a word of a command line or of the environment. */
export interface Kind<Written, Value = Written> {
  /** Behind "must be": `a whole number`. */
  readonly wanted: string;
  /** For editors, which check a configuration while it is written. */
  readonly schema: JsonObject;
  /** The value; undefined where it does not fit, which is noted. */
  read(place: Place, note: Note): Value | undefined;
  /** What stands for the value in --help. Without it no word can say it. */
  readonly placeholder?: string | undefined;
  /** What a word stands for. Default: the text itself. */
  readonly ofWord?: ((word: string) => unknown) | undefined;
  readonly choices?: readonly string[] | undefined;
  /** Several words: repeated or one after the other on a command line, with commas in the environment. */
  readonly hasManyWords?: boolean | undefined;
  /** Carries the type of what is written; never there. */
  readonly written?: Written;
}

/** A kind whose values are taken as they are written, if they fit. */
export function simpleKind<Value>(
  description: Omit<Kind<Value>, 'read' | 'written'>,
  fits: (value: unknown) => boolean,
): Kind<Value> {
  return {
    ...description,
    read(place, note) {
      if (fits(place.value)) return place.value as Value; // what `fits` is for
      return noteMisfit(description.wanted, place, note);
    },
  };
}

export function noteMisfit(wanted: string, place: Place, note: Note): undefined {
  note(`must be ${wanted}; it is ${shown(place.value)}`, place);
}

function shown(value: unknown): string {
  const text = typeof value === 'function' ? 'a function' : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
