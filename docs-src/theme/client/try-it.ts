import { currentKey, showKeyOn } from './api-key.ts';
import { addCopyButton } from './copying.ts';
import { loadScript, siteRoot } from './load-script.ts';
import { chosenServer, fillSamples } from './sample-choices.ts';
import { isServedByMock } from './served-by-mock.ts';

/** What of the page's scripts a form works with: a bundle of its own would have a key of its own. */
export interface TryItServices {
  readonly currentKey: () => string;
  readonly showKeyOn: (button: Element) => void;
  readonly addCopyButton: (block: HTMLElement) => void;
  readonly chosenServer: () => string | undefined;
  readonly fillSamples: typeof fillSamples;
}

declare global {
  /** Set by try-it.js, the bundle that is loaded when a form is first opened. */
  var kitTryIt:
    | ((part: HTMLElement, servers: readonly string[], services: TryItServices) => void)
    | undefined;
}

const services: TryItServices = { currentKey, showKeyOn, addCopyButton, chosenServer, fillSamples };

/** A path such as `/v2` is the mock's: a copy of the site on another host has no such server. */
function serversOf(part: HTMLElement): string[] {
  const servers = JSON.parse(part.dataset.servers ?? '[]') as string[];
  return servers.filter((server) => isServedByMock() || !server.startsWith('/'));
}

/** Opens and closes the forms; where no server may be called their buttons are not shown (try-it.css). */
export function setUpTryIt(): void {
  let bundle: Promise<void> | undefined;
  document.addEventListener('click', async (event) => {
    const button = (event.target as Element).closest<HTMLElement>('.try-it-open');
    const part = button?.closest<HTMLElement>('.try-it');
    if (button === null || !part) return;
    bundle ??= loadScript(`${siteRoot()}try-it.js`);
    await bundle;
    const form = part.querySelector('form');
    if (form === null) globalThis.kitTryIt?.(part, serversOf(part), services);
    else form.hidden = !form.hidden;
    button.ariaExpanded = String(form === null || !form.hidden);
  });
}
