import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { acceptsValue } from '../../../openapi/model/schema/compile-schema.ts';
import { commandLineOptions } from '../../../scripts/commands/settings/command-line-options.ts';
import { settleOptions } from '../../../scripts/commands/settings/settle-options.ts';
import {
  environmentName,
  flagName,
  mayComeFrom,
  type Option,
  type OptionTable,
  type sources,
} from '../../../scripts/config/option.ts';
import {
  apiOptions,
  apiOptionsOf,
  type CommandName,
  commandOptions,
} from '../../../scripts/config/options.ts';
import { configSchema, readConfig } from '../../../scripts/config/read-config.ts';
import { optionSamples } from './option-samples.ts';

const schema = configSchema();

/** The table that an option of a command stands in. */
const tableOf = (command: CommandName, name: string): OptionTable =>
  name in commandOptions[command] ? commandOptions[command] : apiOptions;
const optionOf = (command: CommandName, name: string) => tableOf(command, name)[name] as Option; // the samples name what is there
const nothing = { commandLine: {}, environment: {}, file: {} };
const samples = optionSamples.map(({ command, name, words = [], written, value = written }) => ({
  command,
  name,
  words,
  written,
  value,
  option: optionOf(command, name),
}));
const from = (source: (typeof sources)[number]) =>
  samples.filter(({ option }) => mayComeFrom(option, source));

describe('every option', () => {
  it('has a sample here', () => {
    const named = Object.entries(commandOptions).flatMap(([command, table]) => [
      ...Object.keys(table).map((name) => `${command} ${name}`),
      ...apiOptionsOf[command as CommandName]
        .filter((name) => name !== 'document')
        .map((name) => `${command} ${name}`),
    ]);
    expect(optionSamples.map(({ command, name }) => `${command} ${name}`).sort()).toEqual(named.sort());
  });

  it.each(from('command line'))(
    '$command $name is taken from the command line',
    ({ command, name, words, option, value }) => {
      const isSwitch = option.kind.placeholder === undefined;
      const flag = isSwitch && value === false ? `--no-${flagName(name)}` : `--${flagName(name)}`;
      const line = isSwitch ? [flag] : [flag, ...words];
      expect(parse({ [name]: option }, line)).toEqual({ [name]: value });
      expect(
        settleOptions(tableOf(command, name), { ...nothing, commandLine: { [name]: value } }).values[name],
      ).toBe(value);
    },
  );

  it.each(from('environment'))(
    '$command $name is taken from the environment',
    ({ command, name, words, value }) => {
      const environment = { [environmentName(name)]: words.join(',') };
      const { values, sources: from } = settleOptions(tableOf(command, name), { ...nothing, environment });
      expect([values[name], from[name]]).toEqual([value, 'environment']);
    },
  );

  it.each(from('file'))(
    '$command $name is taken from a configuration, which its schema accepts',
    ({ command, name, written, value }) => {
      const isApi = tableOf(command, name) === apiOptions;
      const config = isApi ? { [name]: written } : { [command]: { [name]: written } };
      const { api, commands } = readConfig(config, '/kit.yaml');
      const { values, sources: from } = settleOptions(tableOf(command, name), {
        ...nothing,
        file: isApi ? api : commands[command],
      });
      expect([values[name], from[name]]).toEqual([value, 'file']);
      expect(acceptsValue(schema, JSON.parse(JSON.stringify(config)))).toBe(true);
    },
  );

  it.each(samples)('$command $name has its default, or none', ({ command, name, option }) => {
    const { values, sources: from } = settleOptions(tableOf(command, name), nothing);
    expect([values[name], from[name]]).toEqual([option.default, undefined]);
  });

  it.each(samples)('$command $name comes from nowhere else', ({ command, name, words, option }) => {
    const environment = mayComeFrom(option, 'environment')
      ? {}
      : { [environmentName(name)]: words.join(',') };
    expect(settleOptions(tableOf(command, name), { ...nothing, environment }).values[name]).toEqual(
      option.default,
    );
    const flags = commandLineOptions({ [name]: option }).map(({ long }) => long);
    expect(flags.length > 0).toBe(mayComeFrom(option, 'command line'));
  });
});

describe('of several places', () => {
  const table = { port: commandOptions.mock.port };
  it.each([
    {
      given: { commandLine: { port: 1 }, environment: { API_KIT_PORT: '2' }, file: { port: 3 } },
      want: 1,
      source: 'command line',
    },
    {
      given: { commandLine: {}, environment: { API_KIT_PORT: '2' }, file: { port: 3 } },
      want: 2,
      source: 'environment',
    },
    { given: { commandLine: {}, environment: {}, file: { port: 3 } }, want: 3, source: 'file' },
    {
      given: { commandLine: {}, environment: { API_KIT_PORT: '' }, file: { port: 3 } },
      want: 3,
      source: 'file',
    },
    { given: { commandLine: {}, environment: {}, file: {} }, want: 4010, source: undefined },
  ])('the strongest counts: $want of $given', ({ given, want, source }) => {
    expect(settleOptions(table, given)).toEqual({ values: { port: want }, sources: { port: source } });
  });

  it('a switch can be turned both ways on the command line', () => {
    expect(parse({ admin: commandOptions.mock.admin }, ['--admin'])).toEqual({ admin: true });
    expect(parse({ all: commandOptions.mock.all }, ['--no-all'])).toEqual({ all: false });
  });

  it('an overlay is one flag each, and leaves the word behind it alone', () => {
    const command = new Command().argument('[document]');
    for (const option of commandLineOptions({ overlay: apiOptions.overlay })) command.addOption(option);
    command.parse(['--overlay', 'a.yaml', '--overlay', 'b.yaml', 'document.yaml'], { from: 'user' });
    expect(command.opts()).toEqual({ overlay: ['a.yaml', 'b.yaml'] });
    expect(command.args).toEqual(['document.yaml']);
  });

  it.each([
    {
      name: 'port',
      word: '80x',
      want: 'API_KIT_PORT must be a whole number from 0 (any free port) to 65535; it is "80x".',
    },
    { name: 'admin', word: 'perhaps', want: 'API_KIT_ADMIN must be true or false; it is "perhaps".' },
    { name: 'log', word: 'loud', want: 'API_KIT_LOG must be "text" or "json" or "silent"; it is "loud".' },
  ])('a word of the environment that can not be meant is refused: $name', ({ name, word, want }) => {
    const environment = { [environmentName(name)]: word };
    expect(() => settleOptions(commandOptions.mock, { ...nothing, environment })).toThrow(want);
  });
});

function parse(table: OptionTable, words: readonly string[]): Readonly<Record<string, unknown>> {
  const command = new Command().exitOverride();
  for (const option of commandLineOptions(table)) command.addOption(option);
  return command.parse(words, { from: 'user' }).opts();
}
