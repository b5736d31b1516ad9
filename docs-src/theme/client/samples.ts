import { readJson } from '../../../openapi/model/read-json.ts';
import { sampleLanguages } from '../../engine/samples/index.ts';
import { withKeyFromEnvironment } from '../../engine/samples/key-from-environment.ts';
import { sampleHtml } from '../../engine/samples/sample-html.ts';
import type { SampleRequest } from '../../engine/samples/sample-request.ts';
import type { SampleChoices } from './sample-choices.ts';
import { textNodesOf } from './text-nodes.ts';
import { withServer, withServers } from './with-server.ts';

let choices: SampleChoices = { server: undefined, servers: [], isFromEnvironment: false };
/** What forms say instead of the documented requests, by the place of their samples. */
const filled = new WeakMap<Element, SampleRequest>();

function asChosen(request: SampleRequest): SampleRequest {
  const moved = { ...request, url: withServer(request.url, choices.server, choices.servers) };
  return choices.isFromEnvironment ? withKeyFromEnvironment(moved) : moved;
}

/** Prints a sample again, by what printed it on the page. */
function showSample(block: HTMLElement): void {
  const place = block.closest<HTMLElement>('[data-request]');
  const code = block.querySelector('code');
  const language = sampleLanguages.find(({ id }) => id === block.dataset.sample);
  if (place === null || code === null || language === undefined) return;
  const request = filled.get(place) ?? (readJson(place.dataset.request ?? '') as unknown as SampleRequest); // the page's own
  code.innerHTML = sampleHtml(language, asChosen(request));
}

/** What stands in code that a writer wrote, where it names a server of the page. */
const written = new WeakMap<Node, string>();

function moveServers(code: Element): void {
  for (const node of textNodesOf(code)) {
    const text = written.get(node) ?? node.nodeValue ?? '';
    if (!choices.servers.some((server) => server.startsWith('http') && text.includes(server))) continue;
    written.set(node, text);
    node.nodeValue = withServers(text, choices.server, choices.servers);
  }
}

/** All samples of the page, as chosen. */
export function showSamples(chosen: SampleChoices): void {
  choices = chosen;
  for (const code of document.querySelectorAll('pre[class*=tab-]:not([data-sample]) > code'))
    moveServers(code);
  for (const block of document.querySelectorAll<HTMLElement>('[data-sample]')) showSample(block);
}

/** The samples of one place for another request; undefined: for the documented one again. */
export function fillSample(place: Element, request: SampleRequest | undefined): void {
  if (request === undefined) filled.delete(place);
  else filled.set(place, request);
  for (const block of place.querySelectorAll<HTMLElement>('[data-sample]')) showSample(block);
}
