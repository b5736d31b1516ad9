import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JsonValue } from '../../../openapi/model/api-model.ts';
import { jsonText } from '../../../openapi/model/json-text.ts';
import { readJson } from '../../../openapi/model/read-json.ts';
import type { AdminAccess } from '../admin/admin-access.ts';
import { adminPath } from '../admin/admin-path.ts';
import { readAsJson } from '../admin/admin-side.ts';
import type { Engine } from '../engine.ts';
import { requestOf, sendReply } from './node-exchange.ts';

export interface AdminListenerOptions {
  /** Called when it is first asked for. */
  readonly makeAdmin: () => Promise<Engine>;
  readonly access: AdminAccess;
  readonly isClosing: () => boolean;
}

/** The admin side over HTTP. `GET /__mock` lists what there is, `/__mock/openapi.json` describes it. */
export function createAdminListener({ makeAdmin, access, isClosing }: AdminListenerOptions) {
  let admin: Promise<Engine> | undefined;
  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { headers, socket, method } = incoming;
    const [path] = (incoming.url ?? '').replace(/\/$/, '').split('?');
    const caller = {
      headers: headers as Readonly<Record<string, string | undefined>>,
      remoteAddress: socket.remoteAddress,
    };
    const refusal = path === `${adminPath}/health` ? undefined : access.refusalOf(caller);
    if (refusal !== undefined) {
      sendText(outgoing, 403, 'application/json', pretty({ message: refusal }));
      return;
    }
    admin ??= makeAdmin();
    const engine = await admin;
    const own = method === 'GET' ? await ownPage(path ?? '', engine) : undefined;
    if (own !== undefined) {
      for (const [name, value] of Object.entries(access.crossOrigin(headers.origin)))
        outgoing.setHeader(name, value);
      sendText(outgoing, 200, ...own);
      return;
    }
    const reply = await engine.answer(readAsJson(requestOf(incoming, outgoing)));
    // Readable in a shell.
    const body =
      typeof reply.body === 'string' && reply.body !== '' ? pretty(readJson(reply.body)) : reply.body;
    sendReply(
      { ...reply, body },
      { outgoing, now: engine.clock.now(), isLast: isClosing(), logger: engine.logger },
    );
  }
  return (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    answer(incoming, outgoing).catch((error: unknown) => {
      const message = `The admin side failed: ${error instanceof Error ? error.message : String(error)}`;
      sendText(outgoing, 500, 'application/json', pretty({ message }));
    });
  };
}

/** The list of what there is, and the description. */
async function ownPage(
  path: string,
  { model }: Engine,
): Promise<readonly [mediaType: string, text: string] | undefined> {
  switch (path) {
    case adminPath:
      return ['application/json', pretty(indexOf(model))];
    case `${adminPath}/openapi.json`:
      return ['application/json', pretty(model.bundled)];
    case `${adminPath}/openapi.yaml`:
      return [
        'application/yaml',
        (await import('../../../openapi/model/yaml-text.ts')).yamlText(model.bundled),
      ];
    default:
      return undefined;
  }
}

function indexOf({ operations }: Engine['model']): JsonValue {
  return operations.map(({ method, path, operationId, summary = '' }) => ({
    method: method.toUpperCase(),
    path: adminPath + path,
    operationId,
    summary,
  }));
}

function pretty(value: unknown): string {
  return `${jsonText(value, 2)}\n`;
}

function sendText(outgoing: ServerResponse, status: number, mediaType: string, text: string): void {
  outgoing
    .writeHead(status, { 'Content-Type': mediaType, 'Content-Length': Buffer.byteLength(text) })
    .end(text);
}
