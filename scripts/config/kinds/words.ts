import path from 'node:path';
import { isWebAddress } from '../../../openapi/model/read/fetch-text.ts';
import { type Kind, type Place, simpleKind } from './kind.ts';

/** Kinds of values that one word says. */

export function text(wanted: string, placeholder = '<text>'): Kind<string> {
  const schema = { type: 'string', minLength: 1 };
  return simpleKind({ wanted, schema, placeholder }, (value) => typeof value === 'string' && value !== '');
}

export function wholeNumber(
  wanted: string,
  { minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER, placeholder = '<number>' },
): Kind<number> {
  const bounds = {
    ...(minimum === Number.MIN_SAFE_INTEGER ? {} : { minimum }),
    ...(maximum === Number.MAX_SAFE_INTEGER ? {} : { maximum }),
  };
  return simpleKind(
    {
      wanted,
      schema: { type: 'integer', ...bounds },
      placeholder,
      ofWord: (word) => (/^-?\d+$/.test(word) ? Number(word) : word),
    },
    (value) => Number.isSafeInteger(value) && Number(value) >= minimum && Number(value) <= maximum,
  );
}

const words: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  1: true,
  false: false,
  no: false,
  0: false,
};

/** On a command line a switch, which has no word: `--all`, `--no-all`. */
export const yesOrNo: Kind<boolean> = simpleKind(
  {
    wanted: 'true or false',
    schema: { type: 'boolean' },
    ofWord: (word) => words[word.toLowerCase()] ?? word,
  },
  (value) => typeof value === 'boolean',
);

export function choice<const Choice extends string>(
  choices: readonly Choice[],
  placeholder: string,
): Kind<Choice> {
  const wanted = choices.map((one) => `"${one}"`).join(' or ');
  return simpleKind({ wanted, schema: { enum: choices }, placeholder, choices }, (value) =>
    choices.some((one) => one === value),
  );
}

/** A path: what a file says is relative to that file. */
export function filePath(wanted: string, placeholder = '<file>'): Kind<string> {
  return pathKind(wanted, placeholder, resolvePath);
}

/** A path, or an address that a file may be fetched from. */
export function pathOrAddress(wanted: string): Kind<string> {
  return pathKind(wanted, '<file>', (written, place) =>
    isWebAddress(written) ? written : resolvePath(written, place),
  );
}

function pathKind(
  wanted: string,
  placeholder: string,
  resolve: (written: string, place: Place) => string,
): Kind<string> {
  const written = text(wanted, placeholder);
  return {
    ...written,
    read(place, note) {
      const value = written.read(place, note);
      return value === undefined ? undefined : resolve(value, place);
    },
  };
}

function resolvePath(written: string, { file }: Place): string {
  return file === '' ? written : path.resolve(path.dirname(file), written);
}

const example = 'http://127.0.0.1:4010/v2';

/** The address of a server or a site. */
export const webAddress: Kind<string> = simpleKind(
  {
    wanted: `a whole address like ${example}`,
    schema: { type: 'string', format: 'uri', pattern: '^https?://' },
    placeholder: '<url>',
  },
  isAddress,
);

const redisPattern = '^rediss?://[^/?#]+(/[0-9]*)?$';

/** Where a Redis is: after the last `/` the number of its database. */
export const redisAddress: Kind<string> = simpleKind(
  {
    wanted: 'an address like redis://127.0.0.1:6379',
    schema: { type: 'string', pattern: redisPattern },
    placeholder: '<url>',
  },
  (value) => typeof value === 'string' && new RegExp(redisPattern).test(value) && URL.canParse(value),
);

/** An address, or a word in its place. */
export function addressOr(word: string): Kind<string> {
  return simpleKind(
    {
      wanted: `a whole address like ${example}, or ${word}`,
      schema: { type: 'string', pattern: `^(https?://|${word}$)` },
      placeholder: `<url>`,
    },
    (value) => value === word || isAddress(value),
  );
}

/** A server as a page calls it. */
export const serverOfPage: Kind<string> = simpleKind(
  {
    wanted: `a whole address like ${example}, or a path like /v2`,
    schema: { type: 'string', pattern: '^(https?://|/)' },
    placeholder: '<server>',
  },
  (value) => isAddress(value) || (typeof value === 'string' && value.startsWith('/')),
);

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && isWebAddress(value) && URL.canParse(value);
}

/** An address to listen on. Takes all words that follow on a command line: the document, too, which must not be lost. */
export const host: Kind<string> = simpleKind(
  {
    wanted: 'an address of this machine like 0.0.0.0; a document is written before --host',
    schema: { type: 'string', minLength: 1 },
    placeholder: '<address>',
  },
  (value) => typeof value === 'string' && value !== '' && !/\.(ya?ml|json)$/i.test(value),
);
