import { createRequire } from 'node:module';
import type { AST } from '@eslint-community/regexpp';
import { readPattern } from '../../model/schema/read-pattern.ts';
import { pick } from './seeded-random.ts';

const require = createRequire(import.meta.url);
/** Characters to choose from, the most natural first. */
const alphabet = [
  ...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  ...'-_.,:;!?@/ +*#%&=()[]{}<>|~^$"\'`\\\t\néäß漢字🙂',
];
/** What a pattern may ask for beyond the repeats that were asked for: a longer text helps nobody, and some never end. */
const longestText = 10_000;

export interface PatternOptions {
  /** How often an open-ended repetition runs beyond its least. */
  readonly extraRepeats: number;
  readonly random: (() => number) | undefined;
}

/**
 * A text made from the syntax tree of a pattern. Lookarounds and word boundaries are not planned for: the caller checks
 * the text and asks again. undefined where the pattern is none, or nothing can match.
 */
export function generateFromPattern(pattern: string, options: PatternOptions): string | undefined {
  const parsed = parsePattern(pattern);
  return parsed === undefined ? undefined : textOfAlternatives(parsed.alternatives, options, new Map());
}

const parsedPatterns = new Map<string, AST.Pattern | undefined>();

function parsePattern(pattern: string): AST.Pattern | undefined {
  if (!parsedPatterns.has(pattern)) parsedPatterns.set(pattern, tryToParse(pattern));
  return parsedPatterns.get(pattern);
}

/** The tree of what the pattern is read as. */
function tryToParse(pattern: string): AST.Pattern | undefined {
  const expression = readPattern(pattern);
  if (expression === undefined) return undefined;
  const { source, unicode } = expression;
  const { RegExpParser } = require('@eslint-community/regexpp') as typeof import('@eslint-community/regexpp');
  return new RegExpParser().parsePattern(source, 0, source.length, { unicode, unicodeSets: false });
}

type Captures = Map<AST.CapturingGroup, string>;

function textOfAlternatives(
  alternatives: readonly AST.Alternative[],
  options: PatternOptions,
  captures: Captures,
): string | undefined {
  const alternative = pick(alternatives, options.random);
  let text = '';
  for (const element of alternative?.elements ?? []) {
    const part = textOfElement(element, options, captures);
    if (part === undefined) return undefined;
    text += part;
  }
  return text;
}

function textOfElement(
  element: AST.Element,
  options: PatternOptions,
  captures: Captures,
): string | undefined {
  switch (element.type) {
    case 'Character':
      return String.fromCodePoint(element.value);
    case 'CharacterSet':
    case 'CharacterClass':
    case 'ExpressionCharacterClass':
      return pick(charactersOf(element.raw), options.random);
    case 'Group':
      return textOfAlternatives(element.alternatives, options, captures);
    case 'CapturingGroup': {
      const text = textOfAlternatives(element.alternatives, options, captures);
      if (text !== undefined) captures.set(element, text);
      return text;
    }
    case 'Backreference':
      return [element.resolved]
        .flat()
        .map((group) => captures.get(group) ?? '')
        .join('');
    case 'Quantifier':
      return textOfQuantifier(element, options, captures);
    default:
      return '';
  }
}

function textOfQuantifier(
  element: AST.Quantifier,
  options: PatternOptions,
  captures: Captures,
): string | undefined {
  const { min, max } = element;
  const most = Math.min(max, min + options.extraRepeats);
  const count = options.random === undefined ? most : min + Math.floor(options.random() * (most - min + 1));
  let text = '';
  for (let index = 0; index < count; index++) {
    const part = textOfElement(element.element, options, captures);
    if (part === undefined || text.length > longestText + options.extraRepeats) return undefined;
    text += part;
  }
  return text;
}

const knownCharacters = new Map<string, readonly string[]>();

/** The characters that a class such as `[^a-z]` or `\d` takes, found by trying. */
function charactersOf(raw: string): readonly string[] {
  let characters = knownCharacters.get(raw);
  if (characters === undefined) {
    const expression = readPattern(`^${raw}$`);
    characters = alphabet.filter((character) => expression?.test(character));
    if (characters.length === 0) characters = rareCharacters(expression);
    knownCharacters.set(raw, characters);
  }
  return characters;
}

function rareCharacters(expression: RegExp | undefined): readonly string[] {
  for (let code = 1; code < 0x3000 && expression !== undefined; code++) {
    const character = String.fromCodePoint(code);
    if (expression.test(character)) return [character];
  }
  return [];
}
