import { buffer } from 'node:stream/consumers';
import { joinedHeaders } from '../../../openapi/model/http-headers.ts';
import type { Passthrough } from '../passthrough.ts';

/** As much as servers send: what is left out of it is decided elsewhere. */
const maxHeaderSize = 256 * 1024;

/** Sends a request to a real server, on a connection of its own: one that is idle may be closed at any time. */
export const sendOn: Passthrough['send'] = async (request) => {
  const { request: open } =
    request.url.protocol === 'https:' ? await import('node:https') : await import('node:http');
  const { method, url, headers, body, signal } = request;
  return new Promise((resolve, reject) => {
    const outgoing = open(url, { method, headers, signal, agent: false, maxHeaderSize }, (incoming) => {
      const { statusCode: status = 0, headers: sent } = incoming;
      buffer(incoming).then(
        (bytes) => resolve({ status, headers: joinedHeaders(sent), body: bytes }),
        reject,
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
};
