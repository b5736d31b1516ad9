import type { Note } from '../../config/kinds/kind.ts';
import {
  environmentName,
  mayComeFrom,
  type Option,
  type OptionSource,
  type OptionTable,
} from '../../config/option.ts';
import { StopError } from '../stop-error.ts';

type Values = Readonly<Record<string, unknown>>;

/** What was given where; a name that was not given is undefined or not there. */
export interface GivenValues {
  readonly commandLine: Values;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly file: Values;
}

interface Settlement {
  /** By the option's name; what nobody gave and has no default is undefined. */
  readonly values: Values;
  readonly sources: Readonly<Record<string, OptionSource | undefined>>;
}

/** Command line before environment before file before default. Throws a StopError for a word that can't be meant. */
export function settleOptions(table: OptionTable, given: GivenValues): Settlement {
  const settled = Object.entries(table).map(([name, option]) => {
    const [source, value] = strongest(name, option, given);
    return { name, source, value };
  });
  return {
    values: Object.fromEntries(settled.map(({ name, value }) => [name, value])),
    sources: Object.fromEntries(settled.map(({ name, source }) => [name, source])),
  };
}

function strongest(
  name: string,
  option: Option,
  given: GivenValues,
): readonly [OptionSource | undefined, unknown] {
  if (given.commandLine[name] !== undefined) return ['command line', given.commandLine[name]];
  const word = mayComeFrom(option, 'environment') ? given.environment[environmentName(name)] : undefined;
  if (word !== undefined && word !== '') return ['environment', readWord(name, option, word)];
  if (given.file[name] !== undefined) return ['file', given.file[name]];
  return [undefined, option.default];
}

function readWord(name: string, { kind }: Option, word: string): unknown {
  const { ofWord = (one: string) => one } = kind;
  const value = kind.hasManyWords ? word.split(',').map((one) => ofWord(one.trim())) : ofWord(word);
  const stop: Note = (message) => {
    throw new StopError(`${environmentName(name)} ${message}.`, 2);
  };
  return kind.read({ value, file: '', pointer: '' }, stop);
}
