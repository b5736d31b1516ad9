import type { MockServerOptions } from '../../mock/server.ts';
import { pathHere } from './path-here.ts';
import type { OptionsOf } from './settings/create-command.ts';
import { loadModule } from './settings/load-module.ts';

type Imitation = Pick<MockServerOptions, 'document' | 'plans' | 'keys' | 'errors' | 'handlers'>;
type Handlers = NonNullable<MockServerOptions['handlers']>;

/** What a mock is told of the API that it imitates. */
export async function imitationOf(
  document: string | undefined,
  { plans, keys, errors, handlers }: Pick<OptionsOf<'mock'>, 'plans' | 'keys' | 'errors' | 'handlers'>,
): Promise<Imitation> {
  const loaded = typeof handlers === 'string' ? await loadHandlers(handlers) : handlers;
  return {
    ...(document === undefined ? {} : { document }),
    ...(plans === undefined ? {} : { plans }),
    ...(keys === undefined ? {} : { keys }),
    ...(errors === undefined ? {} : { errors }),
    // That each is a function is checked where the mock starts.
    ...(loaded === undefined ? {} : { handlers: loaded as Handlers }),
  };
}

/** Functions by operationId: what a module exports by default, else its exports by their names. */
async function loadHandlers(file: string): Promise<Readonly<Record<string, unknown>>> {
  const { default: whole, ...named } = await loadModule(file, pathHere(file));
  return typeof whole === 'object' && whole !== null ? { ...named, ...whole } : named;
}
