import { readJson } from '../../../openapi/model/read-json.ts';
import type { SampleRequest } from '../../engine/samples/sample-request.ts';
import { element } from './elements.ts';
import type { TryItServices } from './try-it.ts';
import { type Call, send } from './try-it-call.ts';
import { addHelp } from './try-it-help.ts';
import { type Credential, type FilledField, type FilledForm, formRequest } from './try-it-request.ts';
import { filledSample } from './try-it-sample.ts';
import { word } from './words.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.querySelectorAll<Control>('[data-name]')];
}

function filledField(control: Control): FilledField {
  const { name = '', in: where = 'query', style = 'form', joined, json, literal } = control.dataset;
  return {
    name,
    in: where as FilledField['in'], // one of the four of request.njk
    style: style as FilledField['style'], // the document's, by the view
    explode: joined === undefined,
    isJson: json !== undefined,
    isLiteral: literal !== undefined,
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
        readJson(control.value);
      } catch {
        problem = word('notJson');
      }
    }
    setProblem(control, problem);
    if (problem !== undefined) bad.push(control);
  }
  return bad;
}

/** Shows a problem that is folded away. */
function focusOn(control: Control): void {
  const fold = control.closest('details');
  if (fold !== null) fold.open = true;
  control.focus();
}

function bodyOf(form: HTMLFormElement): string | undefined {
  return form.querySelector<Control>('[data-body]')?.value;
}

function filledForm(form: HTMLFormElement, server: string, key: string): FilledForm {
  return {
    server,
    path: form.dataset.path ?? '',
    fields: controlsOf(form).map(filledField),
    credentials: readJson(form.dataset.credentials ?? '[]') as unknown as Credential[], // the page's own
    key,
  };
}

function callOf(form: HTMLFormElement, server: string, key: string): Call {
  const { url, headers } = formRequest(filledForm(form, server, key));
  const { method = 'GET', mediaType } = form.dataset;
  const body = bodyOf(form);
  const hasBody = body !== undefined && mediaType !== undefined;
  return { url, method, headers: hasBody ? { ...headers, 'Content-Type': mediaType } : headers, body };
}

/** Puts the form of a template under its button and makes it work. */
export function openForm(part: HTMLElement, servers: readonly string[], services: TryItServices): void {
  const template = document.getElementById(part.dataset.form ?? '') as HTMLTemplateElement | null;
  if (template === null) return;
  part.append(template.content);
  const form = part.querySelector('form');
  const documented = part.closest<HTMLElement>('[data-request]')?.dataset.request;
  const shownUrl = part.querySelector('.try-it-url');
  if (form === null || documented === undefined) return;
  /** The chosen one, if a page may call it (Content-Security-Policy). */
  const server = (): string => servers.find((one) => one === services.chosenServer()) ?? servers[0] ?? '';
  const showUrl = () => {
    const { method, url } = callOf(form, server(), '');
    if (shownUrl !== null) shownUrl.textContent = `${method} ${new URL(url, location.href)}`;
  };
  const showFilled = () => {
    try {
      showUrl();
      const meant = filledForm(form, form.dataset.server ?? '', '');
      void services.fillSamples(
        part,
        filledSample(readJson(documented) as unknown as SampleRequest, meant, bodyOf(form)), // the page's own
      );
    } catch {
      // Half-typed JSON: the line and the samples keep what they showed.
    }
  };
  let running: AbortController | undefined;
  form.addEventListener('input', showFilled);
  form.addEventListener('reset', () =>
    // The fields have their values back after this event.
    setTimeout(() => {
      for (const control of controlsOf(form)) setProblem(control, undefined);
      showUrl();
      void services.fillSamples(part, undefined);
    }),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    // A second click while an answer is waited for is not a second call.
    if (running !== undefined) return;
    const [bad] = findProblems(form);
    if (bad !== undefined) return focusOn(bad);
    running = new AbortController();
    await send(form, callOf(form, server(), services.currentKey()), running.signal, services);
    running = undefined;
  });
  form.querySelector('[data-cancels]')?.addEventListener('click', () => running?.abort());
  // After the choice was taken over by client/sample-choices.ts.
  document.addEventListener('change', ({ target }) => {
    if ((target as Element).matches('.server-select')) showUrl();
  });
  for (const keyButton of form.querySelectorAll('.key-button')) services.showKeyOn(keyButton);
  addHelp(form);
  showUrl();
  form.querySelector<HTMLElement>('[data-name], [data-body], [type=submit]')?.focus();
}
