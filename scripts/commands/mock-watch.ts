import path from 'node:path';
import { inspect } from 'node:util';
import picocolors from 'picocolors';
import type { MockServer } from '../../mock/server.ts';
import { isWebAddress } from '../../openapi/model/read/fetch-text.ts';
import { imitationOf } from './imitation-of.ts';
import type { Documented } from './mock-docs.ts';
import { pathHere } from './path-here.ts';
import type { GivenBy, OptionsOf } from './settings/create-command.ts';
import { tellsTheReader } from './stop-error.ts';
import { watchFiles } from './watch-files.ts';

interface Watched {
  readonly server: MockServer;
  readonly handlers: OptionsOf<'mock'>['handlers'];
  readonly given: GivenBy<'mock'>;
  /** After a change that the mock has taken. */
  readonly onReloaded: (documented: Documented) => Promise<void>;
}

/**
 * Has a mock take its document, configuration and handlers anew when they change; a change that can't be taken is told, and the
 * mock goes on as it was. Returns how to end that.
 */
export function watchMock({ server, handlers, given, onReloaded }: Watched): () => void {
  let version = 0;
  let module = typeof handlers === 'string' ? handlers : undefined;
  let isReading = false;
  let isStale = false;
  let end = watchFiles(sources(), change);

  function sources(): readonly string[] {
    const files = [...server.model.files, given.configFile, module].filter((file) => file !== undefined);
    const local = files.filter((file) => !isWebAddress(file)).map((file) => path.resolve(file));
    return [...new Set(local)];
  }

  /** One change after the other: what comes while one is read is read after it. */
  async function change(): Promise<void> {
    isStale = true;
    if (isReading) return;
    isReading = true;
    while (isStale) {
      isStale = false;
      await take();
    }
    isReading = false;
  }

  async function take(): Promise<void> {
    try {
      version += 1;
      const { document, options } = await given.settleAgain();
      const { plans, overlay: overlays, passthrough, gateway, delay } = options;
      await server.reload({
        ...(await imitationOf(document, options, version)),
        passthrough,
        gateway,
        delay,
      });
      module = typeof options.handlers === 'string' ? options.handlers : undefined;
      end();
      end = watchFiles(sources(), change);
      const { info, operations, warnings } = server.model;
      const faults = warnings.length === 0 ? '' : `, ${warnings.length} faults`;
      console.log(picocolors.dim(`Read again: ${info.title}, ${operations.length} operations${faults}.`));
      await onReloaded({ document, plans, overlays });
    } catch (error) {
      const reason = tellsTheReader(error) ? error.message : inspect(error);
      console.error(picocolors.yellow(`The mock goes on as it was. ${reason}`));
    }
  }

  console.log(picocolors.dim(`Watching ${sources().map(pathHere).join(', ')}.`));
  return () => end();
}
