/** A theme's colour, by its letter, and what has it; a pattern captures nothing. The first that fits wins. */
type Colour = readonly [letter: string, pattern: string];

/** What colours the samples of a language: what its emitter prints, not all that the language is. */
export interface Grammar {
  /** One group a colour. */
  readonly pattern: RegExp;
  readonly letters: readonly string[];
}

export function grammar(flags: 'g' | 'gm', ...colours: readonly Colour[]): Grammar {
  return {
    pattern: new RegExp(colours.map(([, pattern]) => `(${pattern})`).join('|'), flags),
    letters: colours.map(([letter]) => letter),
  };
}

export const doubleQuoted = String.raw`"(?:[^"\\]|\\[\s\S])*"`;
export const plainNumber: Colour = ['n', String.raw`(?<![\w.])-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?!\w)`];
