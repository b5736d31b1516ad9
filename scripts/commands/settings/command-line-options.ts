import { Option as CommandLineOption, InvalidArgumentError } from 'commander';
import { flagName, mayComeFrom, type Option, type OptionTable } from '../../config/option.ts';

/** The options of a table as the command line has them. None has a default there: what was given has to be told from it. */
export function commandLineOptions(table: OptionTable): readonly CommandLineOption[] {
  const options: readonly (readonly [string, Option])[] = Object.entries(table);
  return options
    .filter(([, option]) => mayComeFrom(option, 'command line'))
    .flatMap(([name, option]) =>
      option.kind.placeholder === undefined ? switches(name, option) : [valued(name, option)],
    );
}

/** Both ways to say it, because a file may say the other; --help shows the one that changes something. */
function switches(name: string, { description, default: isOn }: Option): readonly CommandLineOption[] {
  const on = new CommandLineOption(`--${flagName(name)}`, description).hideHelp(isOn === true);
  const off = new CommandLineOption(`--no-${flagName(name)}`, `without ${description}`).hideHelp(
    isOn !== true,
  );
  return [on, off];
}

function valued(name: string, option: Option): CommandLineOption {
  const { kind, description, otherwise = option.default } = option;
  const told =
    otherwise === undefined
      ? description
      : `${description} (default: ${String(otherwise).replaceAll('`', '')})`;
  const commandLineOption = new CommandLineOption(`--${flagName(name)} ${kind.placeholder}`, told);
  if (kind.choices !== undefined) return commandLineOption.choices(kind.choices);
  return commandLineOption.argParser((word, before) => readWord(option, word, before));
}

function readWord({ kind }: Option, word: string, before: unknown): unknown {
  const value = kind.ofWord === undefined ? word : kind.ofWord(word);
  const read = kind.read({ value: kind.hasManyWords ? [value] : value, file: '', pointer: '' }, () => {
    throw new InvalidArgumentError(`It must be ${kind.wanted}.`);
  });
  if (Array.isArray(before) && Array.isArray(read)) return [...before, ...read];
  return kind.hasManyWords && before !== undefined ? Object.assign({}, before, read) : read;
}
