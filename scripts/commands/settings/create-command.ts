import { Command, Option as CommandLineOption } from 'commander';
import { environmentName, type OptionSource, type OptionTable, type Settled } from '../../config/option.ts';
import { apiOptions, apiOptionsOf, type CommandName, commandOptions } from '../../config/options.ts';
import { nothingConfigured } from '../../config/read-config.ts';
import { commandLineOptions } from './command-line-options.ts';
import { findConfigFile } from './find-config-file.ts';
import { readConfigFile } from './read-config-file.ts';
import { settleOptions } from './settle-options.ts';

/** What a command works with: its own options and, as far as it has them, those of an API. */
export type OptionsOf<Name extends CommandName> = Omit<Settled<typeof apiOptions>, 'document'> &
  Settled<(typeof commandOptions)[Name]>;

interface Settlement<Name extends CommandName> {
  readonly document: string | undefined;
  readonly options: OptionsOf<Name>;
  readonly documentSource: OptionSource | undefined;
  readonly configFile: string | undefined;
}

/** Where a command's document and options come from. */
export interface GivenBy<Name extends CommandName = CommandName>
  extends Pick<Settlement<Name>, 'documentSource' | 'configFile'> {
  /** Both as they are by then: the configuration is read again. */
  settleAgain(): Promise<Settlement<Name>>;
}

interface CommandParts<Name extends CommandName> {
  readonly name: Name;
  readonly description: string;
  /** Behind its options in --help. */
  readonly help?: string;
  run(document: string | undefined, options: OptionsOf<Name>, givenBy: GivenBy<Name>): Promise<void>;
}

const configVariable = environmentName('config');

/** A command that takes its options from command line, environment and configuration. */
export function createCommand<Name extends CommandName>({
  name,
  description,
  help,
  run,
}: CommandParts<Name>): Command {
  const { document, ...others } = apiTable(name);
  const own: OptionTable = commandOptions[name];
  const command = new Command(name)
    .description(description)
    .argument('[document]', `${document.description} (default: ${document.otherwise})`);
  for (const option of commandLineOptions({ ...others, ...own })) command.addOption(option);
  command
    .addOption(
      new CommandLineOption('--config <file>', 'a configuration (default: api-kit.config.* here or above)'),
    )
    .addOption(new CommandLineOption('--no-config', 'without a configuration'));
  if (help !== undefined) command.addHelpText('after', help);
  return command.action(
    async (argument: string | undefined, { config: asked, ...given }: CommandLineValues) => {
      const settle = async (): Promise<Settlement<Name>> => {
        const configFile = chooseConfigFile(asked);
        const { api, commands } =
          configFile === undefined ? nothingConfigured : await readConfigFile(configFile);
        const { env: environment } = process;
        const ofApi = settleOptions(
          { document, ...others },
          {
            commandLine: { ...given, document: argument },
            environment,
            file: api,
          },
        );
        const settled = settleOptions(own, { commandLine: given, environment, file: commands[name] });
        const { document: path, ...apiValues } = ofApi.values;
        // The values were read by the kinds that the types are of.
        const options = { ...apiValues, ...settled.values } as OptionsOf<Name>;
        return {
          document: path as string | undefined,
          options,
          documentSource: ofApi.sources.document,
          configFile,
        };
      };
      const { document: path, options, ...sources } = await settle();
      await run(path, options, { ...sources, settleAgain: settle });
    },
  );
}

interface CommandLineValues {
  readonly config?: string | false;
  readonly [name: string]: unknown;
}

function apiTable(name: CommandName) {
  const names: readonly string[] = apiOptionsOf[name];
  const { document, ...others } = apiOptions;
  const entries = Object.entries(others).filter(([option]) => names.includes(option));
  return { document, ...Object.fromEntries(entries) };
}

function chooseConfigFile(asked: string | false | undefined): string | undefined {
  if (asked === false) return undefined;
  return asked ?? (process.env[configVariable] || findConfigFile(process.cwd()));
}
