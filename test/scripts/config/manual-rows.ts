import {
  environmentName,
  flagName,
  mayComeFrom,
  type Option,
  type OptionTable,
} from '../../../scripts/config/option.ts';

/** The rows of the manual's table of these options, under the heading of a section or, for '', at the top of a file. */
export function manualRows(table: OptionTable, section: string): readonly string[] {
  return Object.entries(table).map(([name, option]) => {
    const cells = [
      givenAs(name, option),
      `\`${section === '' ? name : `${section}.${name}`}\``,
      defaultOf(option),
      option.description,
    ];
    return `| ${cells.join(' | ')} |`;
  });
}

function givenAs(name: string, option: Option): string {
  if (mayComeFrom(option, 'command line')) return `\`${flagOf(name, option)}\``;
  return mayComeFrom(option, 'environment') ? `\`${environmentName(name)}\`` : '';
}

function flagOf(name: string, { kind, default: usual }: Option): string {
  if (name === 'document' && kind.placeholder !== undefined) return 'DOCUMENT';
  const flag = usual === true ? `--no-${flagName(name)}` : `--${flagName(name)}`;
  return kind.placeholder === undefined ? flag : `${flag} ${kind.placeholder}`;
}

function defaultOf({ default: usual, otherwise }: Option): string {
  if (otherwise !== undefined) return otherwise;
  return usual === undefined ? '' : `\`${usual}\``;
}
