import { element } from './elements.ts';
import type { TryItServices } from './try-it.ts';
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
    style: style as FilledField['style'], // the document's, by the view
    explode: joined === undefined,
    isJson: json !== undefined,
    value: control.value.trim(),
  };
}

/** Marks a field and says what is wrong with it; undefined clears. */
function setProblem(control: Control, problem: string | undefined): void {
  control.nextElementSibling?.remove();
  control.ariaInvalid = problem === undefined ? null : 'true';
  // Inside the label, after its control: it is read with the field's name.
  if (problem !== undefined) control.after(element('span', 'field-problem', problem));
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

async function send(form: HTMLFormElement, place: HTMLElement, services: TryItServices): Promise<void> {
  const [bad] = findProblems(form);
  if (bad !== undefined) {
    bad.focus();
    return;
  }
  const { url, headers } = requestOf(form, services.currentKey());
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
    if (block !== null) services.addCopyButton(block);
  } catch {
    // fetch tells a page neither why a host did not answer nor that CORS forbade reading: the words name both.
    place.replaceChildren(
      element('p', 'try-it-facts', word('noAnswer', { server: new URL(url, location.href).origin })),
    );
  }
}

/** Puts the form of a template under its button and makes it work. */
export function openForm(part: HTMLElement, servers: readonly string[], services: TryItServices): void {
  const template = document.getElementById(part.dataset.form ?? '') as HTMLTemplateElement | null;
  if (template === null) return;
  part.append(template.content);
  const form = part.querySelector('form');
  const place = part.querySelector<HTMLElement>('.try-it-reply');
  const shownUrl = part.querySelector('.try-it-url');
  if (form === null || place === null) return;
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
    void send(form, place, services);
  });
  for (const keyButton of form.querySelectorAll('.key-button')) services.showKeyOn(keyButton);
  showUrl();
  form.querySelector<HTMLElement>('[data-name], [data-body], [type=submit]')?.focus();
}
