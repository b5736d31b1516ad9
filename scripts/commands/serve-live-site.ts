import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import express, { type Response } from 'express';
import { decodedOrItself } from '../../openapi/model/percent-encoding.ts';
import { settledChanges } from './settled-changes.ts';

type SiteFiles = ReadonlyMap<string, string | Uint8Array>;

export interface LiveSiteOptions {
  readonly build: () => Promise<SiteFiles>;
  /** Files and folders whose changes make the site again; those that don't exist are passed over. */
  readonly sources: readonly string[];
  /** A folder whose changes mean nothing: what is built may be written below a source. */
  readonly ignored: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly onBuilt: (files: SiteFiles) => Promise<void> | void;
  readonly onFailed: (error: unknown) => void;
}

export interface LiveSite {
  readonly url: string;
  close(): Promise<void>;
}

const reloadPath = '/__live-reload';
const reloadScript = `new EventSource('${reloadPath}').addEventListener('change', () => location.reload());\n`;

/** Serves a site from memory on 127.0.0.1, makes it again when a source changes, and has open pages load themselves anew. */
export async function serveLiveSite(options: LiveSiteOptions): Promise<LiveSite> {
  let files = await options.build();
  await options.onBuilt(files);
  const readers = new Set<Response>();

  async function rebuild(): Promise<void> {
    try {
      files = await options.build();
      await options.onBuilt(files);
      for (const reader of readers) reader.write('event: change\ndata:\n\n');
    } catch (error) {
      options.onFailed(error);
    }
  }

  const changes = settledChanges(rebuild);
  const watchers = options.sources.filter(existsSync).map((source) =>
    watch(source, { recursive: true }, (_event, name) => {
      const isIgnored = path.resolve(source, name ?? '').startsWith(path.resolve(options.ignored) + path.sep);
      if (!isIgnored) changes.note();
    }),
  );

  const app = express().disable('x-powered-by');
  app.get(reloadPath, (request, response) => {
    response.type('text/event-stream').set('Cache-Control', 'no-store').flushHeaders();
    readers.add(response);
    request.once('close', () => readers.delete(response));
  });
  app.get(`${reloadPath}.js`, (_request, response) => {
    response.type('text/javascript').send(reloadScript);
  });
  app.use((request, response) => {
    const name = [request.path, `${request.path}index.html`, `${request.path}.html`]
      .map((candidate) => decodedOrItself(candidate).slice(1))
      .find((candidate) => files.has(candidate));
    const content = files.get(name ?? '404.html') ?? 'Not found.';
    response.status(name === undefined ? 404 : 200).type(path.extname(name ?? '.html'));
    response
      .set('Cache-Control', 'no-store')
      .send(/\.html$/.test(name ?? '.html') ? withReload(content) : Buffer.from(content));
  });
  const server = app.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  // A TCP server's address is never a string.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      changes.end();
      for (const watcher of watchers) watcher.close();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function withReload(page: string | Uint8Array): string {
  return page.toString().replace('</head>', `<script src="${reloadPath}.js" defer></script></head>`);
}
