import { Command, Option as CommandLineOption } from 'commander';
import { environmentName, type OptionSource, type OptionTable, type Settled } from '../../config/option.ts';
import { apiOptions, apiOptionsOf, type CommandName, commandOptions } from '../../config/options.ts';
import { nothingConfigured } from '../../config/read-config.ts';
import { StopError } from '../stop-error.ts';
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

/** Words of a command line that are no option: none, the document alone, files (then `--document` names it), or the document and, behind `--`, another command. */
type Operands = 'none' | 'document' | 'files' | 'document and command';

/** Where a command's document and options come from. */
export interface GivenBy<Name extends CommandName = CommandName>
  extends Pick<Settlement<Name>, 'documentSource' | 'configFile'> {
  /** Operands beside the document: files, or the words of another command. */
  readonly words: readonly string[];
  /** Both as they are by then: the configuration is read again. */
  settleAgain(): Promise<Settlement<Name>>;
}

interface CommandParts<Name extends CommandName> {
  readonly name: Name;
  readonly description: string;
  /** Behind its options in --help. */
  readonly help?: string;
  /** Default: the document. */
  readonly operands?: Operands;
  run(document: string | undefined, options: OptionsOf<Name>, givenBy: GivenBy<Name>): Promise<void>;
}

const configVariable = environmentName('config');

/** A command that takes its options from command line, environment and configuration. */
export function createCommand<Name extends CommandName>({
  name,
  description,
  help,
  operands = 'document',
  run,
}: CommandParts<Name>): Command {
  const { document, ...others } = apiTable(name);
  const own: OptionTable = commandOptions[name];
  const command = new Command(name).description(description);
  const takesFiles = operands === 'files';
  if (takesFiles) command.argument('<file...>', 'files of recorded calls: HAR, NDJSON or a list of entries');
  else if (operands !== 'none')
    command.argument('[document]', `${document.description} (default: ${document.otherwise})`);
  if (operands === 'document and command')
    command.argument('[command...]', 'behind --: a command that is run, and ends it');
  const table = { ...(takesFiles ? { document } : {}), ...others, ...own };
  for (const option of commandLineOptions(table)) command.addOption(option);
  command
    .addOption(
      new CommandLineOption('--config <file>', 'a configuration (default: api-kit.config.* here or above)'),
    )
    .addOption(new CommandLineOption('--no-config', 'without a configuration'));
  if (help !== undefined) command.addHelpText('after', help);
  return command.action(async () => {
    const { config: asked, ...options } = command.opts<CommandLineValues>();
    const { words, ...given } = readOperands(command.args, options, operands);
    const settle = async (): Promise<Settlement<Name>> => {
      const configFile = chooseConfigFile(asked);
      const { api, commands } =
        configFile === undefined ? nothingConfigured : await readConfigFile(configFile);
      const { env: environment } = process;
      const ofApi = settleOptions(
        { document, ...others },
        {
          commandLine: given,
          environment,
          file: api,
        },
      );
      const settled = settleOptions(own, { commandLine: options, environment, file: commands[name] });
      const { document: path, ...apiValues } = ofApi.values;
      // The values were read by the kinds that the types are of.
      const all = { ...apiValues, ...settled.values } as OptionsOf<Name>;
      return {
        document: path as string | undefined,
        options: all,
        documentSource: ofApi.sources.document,
        configFile,
      };
    };
    const { document: path, options: settled, ...sources } = await settle();
    await run(path, settled, { ...sources, words, settleAgain: settle });
  });
}

/** What the operands say: the document (as far as no option says it), and the other words. */
function readOperands(
  operands: readonly string[],
  options: CommandLineValues,
  kind: Operands,
): CommandLineValues & { readonly words: readonly string[] } {
  if (kind === 'files') return { ...options, words: operands };
  const dashes = process.argv.indexOf('--');
  const behind = kind === 'document' || dashes < 0 ? 0 : process.argv.length - dashes - 1;
  const own = operands.slice(0, operands.length - behind);
  if (own.length > 1) throw new StopError(`A command is written behind --: -- ${own.slice(1).join(' ')}`, 2);
  return { ...options, document: own[0], words: operands.slice(own.length) };
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
