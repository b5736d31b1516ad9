import type { SampleRequest } from '../../engine/samples/sample-request.ts';
import { keyFromEnvironment, showKey } from './api-key.ts';
import { loadScript, siteRoot } from './load-script.ts';
import { isServedByMock } from './served-by-mock.ts';
import { readStored, writeStored } from './stored.ts';

/** What a reader wants of all samples. */
export interface SampleChoices {
  /** A whole address; undefined: the document's. */
  readonly server: string | undefined;
  /** The document's servers, which it may replace. */
  readonly servers: readonly string[];
  readonly isFromEnvironment: boolean;
}

declare global {
  /** Set by samples.js, which prints samples as the site's build does. */
  var kitSamples:
    | {
        readonly show: (choices: SampleChoices) => void;
        readonly fill: (place: Element, request: SampleRequest | undefined) => void;
      }
    | undefined;
}

let bundle: Promise<void> | undefined;
let select: HTMLSelectElement | null = null;

/** As Try it knows it: an address, or a path on this page's host; undefined: there is no choice. */
export function chosenServer(): string | undefined {
  return select?.value;
}

/** The first is the one that the samples were printed with. */
function otherServer(): string | undefined {
  return select === null || select.selectedIndex <= 0 ? undefined : select.value;
}

function choices(): SampleChoices {
  const server = otherServer();
  return {
    server: server && new URL(server, location.href).href.replace(/\/$/, ''),
    servers: [...(select?.options ?? [])].map(({ value }) => value),
    isFromEnvironment: keyFromEnvironment(),
  };
}

async function showChosen(): Promise<void> {
  const chosen = choices();
  const isAsPrinted = chosen.server === undefined && !chosen.isFromEnvironment;
  if (isAsPrinted && bundle === undefined) return showKey();
  await loadSamples();
  globalThis.kitSamples?.show(choices());
  showKey();
}

function loadSamples(): Promise<void> {
  bundle ??= loadScript(`${siteRoot()}samples.js`);
  return bundle;
}

/** What a form says, in the samples beside it; undefined: the documented request again. */
export async function fillSamples(part: Element, request: SampleRequest | undefined): Promise<void> {
  const place = part.closest('[data-request]');
  if (place === null) return;
  await loadSamples();
  globalThis.kitSamples?.fill(place, request);
  showKey();
}

export function setUpSampleChoices(): void {
  select = document.querySelector('.server-select');
  const environment = document.getElementById('frame_key-environment') as HTMLInputElement | null;
  for (const option of [...(select?.options ?? [])]) {
    if (option.value.startsWith('/') && !isServedByMock()) option.remove();
    else if (option.value === readStored('server')) option.selected = true;
  }
  if (select !== null) select.hidden = select.length < 2;
  if (environment !== null) environment.checked = readStored('key-source') === 'environment';
  void showChosen();
  select?.addEventListener('change', () => {
    writeStored('server', otherServer() ?? null);
    void showChosen();
  });
  environment?.addEventListener('change', () => {
    writeStored('key-source', environment.checked ? 'environment' : null);
    void showChosen();
  });
}
