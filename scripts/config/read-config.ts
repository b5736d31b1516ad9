import type { JsonObject } from '../../openapi/model/api-model.ts';
import type { Place } from './kinds/kind.ts';
import { type Field, objectOf, readMembers, schemaOfFields } from './kinds/structures.ts';
import { text } from './kinds/words.ts';
import { mayComeFrom, type Option, type OptionTable } from './option.ts';
import { apiOptions, type CommandName, commandOptions } from './options.ts';

/** What is wrong with a configuration: each with its file and a JSON pointer in it. */
class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** A configuration that fits: by the names of options, paths whole. */
export interface ReadConfig {
  readonly api: Readonly<Record<string, unknown>>;
  readonly commands: Readonly<Record<CommandName, Readonly<Record<string, unknown>>>>;
}

export const nothingConfigured: ReadConfig = {
  api: {},
  commands: { mock: {}, docs: {}, contract: {}, judge: {}, proxy: {}, types: {}, draft: {} },
};

function fieldsOf(table: OptionTable): Readonly<Record<string, Field>> {
  const written: readonly (readonly [string, Option])[] = Object.entries(table);
  return Object.fromEntries(written.filter(([, option]) => mayComeFrom(option, 'file')));
}

const sections = Object.fromEntries(
  Object.entries(commandOptions).map(([name, table]) => [
    name,
    {
      kind: objectOf(`the options of api-kit ${name}`, fieldsOf(table)),
      description: `what api-kit ${name} takes`,
    },
  ]),
);
const wholeFields: Readonly<Record<string, Field>> = {
  $schema: { kind: text('the address of a JSON Schema'), description: 'for editors' },
  ...fieldsOf(apiOptions),
  ...sections,
};

/** Reads what a configuration file holds. Throws a ConfigError that says all that is wrong, and the file as `shown`. */
export function readConfig(value: unknown, file: string, shown = file): ReadConfig {
  const faults: string[] = [];
  const note = (message: string, { pointer }: Place) => faults.push(`${shown}#${pointer}: ${message}`);
  // An empty YAML file is null.
  const place = { value: value ?? {}, file, pointer: '' };
  const whole = readMembers('an object of options', wholeFields, place, note) ?? {};
  if (faults.length > 0)
    throw new ConfigError(
      `The configuration can't be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    );
  const isSection = ([name]: readonly [string, unknown]) => name in commandOptions;
  const given = Object.entries(whole);
  const commands = { ...nothingConfigured.commands, ...Object.fromEntries(given.filter(isSection)) };
  // What a section holds was read by its own kind.
  return {
    api: Object.fromEntries(given.filter((one) => !isSection(one))),
    commands: commands as ReadConfig['commands'],
  };
}

/** The JSON Schema of configuration files. */
export function configSchema(): JsonObject {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of the Inokufu API Kit',
    ...schemaOfFields(wholeFields),
  };
}
