import { createServer, type Server, type ServerOptions } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { isLocalName } from '../admin/admin-access.ts';
import type { Engine } from '../engine.ts';
import type { KeyAndCertificate } from '../tls/server-certificate.ts';
import type { RequestListener } from './api-listener.ts';
import {
  maximumHeaderBytes,
  refuseBrokenRequest,
  refuseTunnel,
  refuseWrongHost,
  requestSeconds,
} from './broken-requests.ts';
import { HostMissingError, PortInUseError } from './listen-errors.ts';

/** Requests that are being answered when the server closes get so long to end. */
const closingGraceMs = 500;

export interface NodeServer {
  /** `http://127.0.0.1:4010` for the first host; over TLS `https://…`. */
  readonly url: string;
  readonly port: number;
  /** The same at a loopback address, which is this machine's alone; undefined: none is listened on. */
  readonly localUrl: string | undefined;
  /** What could not be done, and why it matters little: `::1` does not exist here. */
  readonly notes: readonly string[];
  /** Stops listening and ends every connection; what is being answered gets a moment. Leaves no handle. */
  close(): Promise<void>;
}

/** A mock that only calls in its own process reach. */
export const notListening: NodeServer = {
  url: 'http://localhost',
  port: 0,
  localUrl: undefined,
  notes: [],
  close: async () => {},
};

export interface NodeServerOptions {
  readonly engine: () => Engine;
  readonly listener: RequestListener;
  /** Port 0 takes a free one. */
  readonly port: number;
  /** The first must be there; of the others those that this machine has. */
  readonly hosts: readonly string[];
  /** Undefined: no TLS. */
  readonly tls: KeyAndCertificate | undefined;
  readonly newId: () => string;
}

const hostIsMissing = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL', 'ENOTFOUND']);
const serverOptions: ServerOptions = {
  maxHeaderSize: maximumHeaderBytes,
  headersTimeout: requestSeconds * 1_000,
  // Later than the pipeline, which says it for the API's own requests.
  requestTimeout: (requestSeconds + 5) * 1_000,
  keepAliveTimeout: 65_000,
  // We say it ourselves: Node's refusal is empty.
  requireHostHeader: false,
};
/** A free port of the first host may be taken on the second. */
const attemptsForFreePort = 10;

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortInUseError(port, host, { cause: error }) : error);
    });
    server.listen({ port, host, exclusive: true }, () => {
      // A TCP server's address is never a string.
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** `connections` are all of it: Node's own list lacks those that have not agreed on TLS yet. */
function closeServer(server: Server, connections: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    const grace = setTimeout(() => {
      for (const connection of connections) connection.destroy();
    }, closingGraceMs);
    server.close(() => {
      clearTimeout(grace);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** How this machine calls a server that listens: `0.0.0.0` and `::` are every address, so none to call. */
function nameInUrl(host: string, server: Server): string {
  const { address } = server.address() as AddressInfo;
  if (address === '0.0.0.0' || address === '::') return '127.0.0.1';
  // In a URL an address of version 6 stands in brackets, the % before its zone encoded (RFC 6874).
  return host.includes(':') ? `[${host.replace('%', '%25')}]` : host;
}

/** Listens on every host with one port. Throws a `PortInUseError` where a given port is taken. */
export async function startNodeServer(options: NodeServerOptions): Promise<NodeServer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnce(options);
    } catch (error) {
      const isTaken = error instanceof PortInUseError && options.port === 0;
      if (!isTaken || attempt === attemptsForFreePort) throw error;
    }
  }
}

async function startOnce({
  engine,
  listener,
  hosts,
  tls,
  newId,
  ...options
}: NodeServerOptions): Promise<NodeServer> {
  const servers: Server[] = [];
  const connections = new Set<Socket>();
  const names: string[] = [];
  const notes: string[] = [];
  let { port } = options;
  const close = async () => {
    await Promise.all(servers.map((server) => closeServer(server, connections)));
  };
  const answer: RequestListener = (incoming, outgoing) => {
    if (!refuseWrongHost(engine(), incoming, outgoing, newId)) listener(incoming, outgoing);
  };
  for (const [index, host] of hosts.entries()) {
    const server =
      tls === undefined
        ? createServer(serverOptions, answer)
        : createTlsServer({ ...serverOptions, key: tls.key, cert: tls.cert }, answer);
    server.on('connection', (connection: Socket) => {
      connections.add(connection);
      connection.once('close', () => connections.delete(connection));
    });
    // The listener says `100 Continue` when the pipeline wants the body; a refusal before that ends the connection.
    server.on('checkContinue', answer);
    server.on('connect', (_incoming, socket) => refuseTunnel(engine(), socket, newId()));
    server.on('clientError', (error, socket) => refuseBrokenRequest(engine(), error, socket, newId()));
    try {
      port = await listen(server, port, host);
      servers.push(server);
      names.push(nameInUrl(host, server));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (index === 0 || !hostIsMissing.has(code)) {
        await close();
        throw hostIsMissing.has(code) ? new HostMissingError(host, { cause: error }) : error;
      }
      notes.push(`${host} is not available on this machine (${code}); listening without it.`);
    }
  }
  const urlOf = (name: string) => `${tls === undefined ? 'http' : 'https'}://${name}:${port}`;
  const localName = names.find(isLocalName);
  return {
    url: urlOf(names[0] ?? '127.0.0.1'),
    port,
    localUrl: localName === undefined ? undefined : urlOf(localName),
    notes,
    close,
  };
}
