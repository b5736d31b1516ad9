import { currentKey, showKeyOn } from './api-key.ts';
import { addCopyButton } from './copying.ts';
import { element } from './elements.ts';
import { replyElements } from './try-it-reply.ts';
import { type Credential, type FilledField, type FormRequest, formRequest } from './try-it-request.ts';
import { word } from './words.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.querySelectorAll<Control>('[data-name]')];
}

function filledField(control: Control): FilledField {
  const { name = '', in: where = 'query', style = 'form', joined, json } = control.dataset;
  return {
    name,
    in: where as FilledField['in'], // one of the four of request.njk
    style,
    explode: joined === undefined,
    isJson: json !== undefined,
    value: control.value.trim(),
  };
}

/** Marks a field and says what is wrong with it; undefined clears. */
function setProblem(control: Control, problem: string | undefined): void {
  const id = `${control.id}-problem`;
  document.getElementById(id)?.remove();
  control.ariaInvalid = problem === undefined ? null : 'true';
  control.removeAttribute('aria-describedby');
  if (problem === undefined) return;
  const text = element('p', 'field-problem', problem);
  text.id = id;
  control.after(text);
  control.setAttribute('aria-describedby', id);
}

/** Only what could not be sent at all: everything else is the server's to refuse, which is worth seeing. */
function findProblems(form: HTMLFormElement): Control[] {
  const bad: Control[] = [];
  for (const control of controlsOf(form)) {
    let problem: string | undefined;
    if (control.dataset.in === 'path' && control.value.trim() === '') problem = word('missingValue');
    if (control.dataset.json !== undefined && control.value.trim() !== '') {
      try {
        JSON.parse(control.value);
      } catch {
        problem = word('notJson');
      }
    }
    setProblem(control, problem);
    if (problem !== undefined) bad.push(control);
  }
  return bad;
}

function requestOf(form: HTMLFormElement, key: string): FormRequest {
  return formRequest({
    server: form.querySelector<Control>('[data-server]')?.value ?? '',
    path: form.dataset.path ?? '',
    fields: controlsOf(form).map(filledField),
    credentials: JSON.parse(form.dataset.credentials ?? '[]') as Credential[],
    key,
  });
}

async function send(form: HTMLFormElement, place: HTMLElement): Promise<void> {
  const [bad] = findProblems(form);
  if (bad !== undefined) {
    bad.focus();
    return;
  }
  const { url, headers } = requestOf(form, currentKey());
  const body = form.querySelector<Control>('[data-body]')?.value;
  const { method = 'GET', mediaType } = form.dataset;
  place.replaceChildren(element('p', 'try-it-facts', word('sending')));
  const started = performance.now();
  try {
    const answer = await fetch(url, {
      method,
      headers:
        body === undefined || mediaType === undefined ? headers : { ...headers, 'Content-Type': mediaType },
      ...(body === undefined ? {} : { body }),
      credentials: 'omit',
    });
    place.replaceChildren(...(await replyElements(answer, performance.now() - started, Date.now())));
    const block = place.querySelector('pre');
    if (block !== null) addCopyButton(block);
  } catch {
    // fetch tells a page neither why a host did not answer nor that CORS forbade reading: the words name both.
    place.replaceChildren(
      element('p', 'try-it-facts', word('noAnswer', { server: new URL(url, location.href).origin })),
    );
  }
}

/**
 * The servers that this page may call. A path such as `/v2` is the mock's, and there only where the mock serves the page,
 * which it says in a header of the page: a copy of the site on another host has no such server.
 */
function serversOf(part: HTMLElement): string[] {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const isServedByMock = page?.serverTiming?.some((entry) => entry.name === 'mock') ?? false;
  const servers = JSON.parse(part.dataset.servers ?? '[]') as string[];
  return servers.filter((server) => isServedByMock || !server.startsWith('/'));
}

function openForm(button: HTMLElement, part: HTMLElement): HTMLFormElement | null {
  const template = document.getElementById(part.dataset.form ?? '') as HTMLTemplateElement | null;
  if (template === null) return null;
  part.append(template.content);
  const form = part.querySelector('form');
  const place = part.querySelector<HTMLElement>('.try-it-reply');
  const shownUrl = part.querySelector('.try-it-url');
  if (form === null || place === null) return null;
  const servers = serversOf(part);
  const choice = form.querySelector<HTMLSelectElement>('[data-server]');
  choice?.append(...servers.map((server) => element('option', '', server)));
  if (servers.length > 1) choice?.closest('.field')?.removeAttribute('hidden');
  const showUrl = () => {
    try {
      if (shownUrl !== null)
        shownUrl.textContent = `${form.dataset.method} ${new URL(requestOf(form, '').url, location.href)}`;
    } catch {
      // Half-typed JSON: the line keeps what it showed.
    }
  };
  form.addEventListener('input', showUrl);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(form, place);
  });
  for (const keyButton of form.querySelectorAll('.key-button')) showKeyOn(keyButton);
  showUrl();
  button.ariaExpanded = 'true';
  return form;
}

export function setUpTryIt(): void {
  for (const part of document.querySelectorAll<HTMLElement>('.try-it'))
    part.hidden = serversOf(part).length === 0;
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('.try-it-open');
    const part = button?.closest<HTMLElement>('.try-it');
    if (button === null || !part) return;
    const form = part.querySelector('form');
    if (form === null) {
      openForm(button, part)?.querySelector<HTMLElement>('[data-name], [data-body], [type=submit]')?.focus();
      return;
    }
    form.hidden = !form.hidden;
    button.ariaExpanded = String(!form.hidden);
  });
}
