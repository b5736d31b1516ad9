import { element } from './elements.ts';
import type { TryItServices } from './try-it.ts';
import { readReply } from './try-it-read.ts';
import { replyElements, replySummary } from './try-it-reply.ts';
import { word } from './words.ts';

/** One call as Send makes it. */
export interface Call {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** A form says that it is at work, and offers to stop. The button stays enabled: a disabled one would lose the focus. */
function setBusy(form: HTMLFormElement, isBusy: boolean): void {
  form.ariaBusy = String(isBusy);
  const send = form.querySelector<HTMLElement>('[type=submit]');
  const cancel = form.querySelector<HTMLElement>('[data-cancels]');
  if (send === null || cancel === null) return;
  send.ariaDisabled = String(isBusy);
  if (!isBusy && cancel === document.activeElement) send.focus();
  cancel.hidden = !isBusy;
}

/** Sends a call and shows what comes back; a screen reader hears one line of it. */
export async function send(
  form: HTMLFormElement,
  { url, method, headers, body }: Call,
  signal: AbortSignal,
  services: TryItServices,
): Promise<void> {
  const place = form.querySelector<HTMLElement>('.try-it-reply');
  const speaker = form.querySelector<HTMLElement>('[role=status]');
  if (place === null || speaker === null) return;
  const say = (text: string, ...shown: HTMLElement[]) => {
    speaker.textContent = text;
    place.replaceChildren(...(shown.length > 0 ? shown : [element('p', 'try-it-facts', text)]));
  };
  setBusy(form, true);
  say(word('sending'));
  const started = performance.now();
  try {
    const answer = await fetch(url, { method, headers, body: body ?? null, credentials: 'omit', signal });
    const reply = await readReply(answer, () => performance.now() - started);
    say(replySummary(reply), ...replyElements(reply, Date.now()));
    const block = place.querySelector('pre');
    if (block !== null) services.addCopyButton(block);
  } catch {
    // fetch tells a page neither why a host did not answer nor that CORS forbade reading: the words name both.
    const server = new URL(url, location.href).origin;
    say(signal.aborted ? word('cancelled') : word('noAnswer', { server }));
  }
  setBusy(form, false);
}
