import { element } from './elements.ts';

let count = 0;

/** The allowed values: a list shows them itself. */
function removeValues(help: HTMLElement, values: number): void {
  const [first] = help.querySelectorAll('.facts > span');
  if (first?.querySelectorAll('code').length === values) first.remove();
}

/** Puts what the page says of each parameter beside its field: the page has it once. */
export function addHelp(form: HTMLFormElement): void {
  const rows = new Map<string, Element>();
  for (const row of form.closest('.operation')?.querySelectorAll('li[id*="-parameter-"]') ?? []) {
    const name = row.querySelector('code')?.textContent ?? '';
    if (!rows.has(name)) rows.set(name, row);
  }
  for (const control of form.querySelectorAll<HTMLElement>('[data-name]')) {
    const row = rows.get(control.dataset.name ?? '');
    const [description] = row?.querySelectorAll(':scope > p:not(.facts)') ?? [];
    const facts = row?.querySelector(':scope > .facts');
    const parts = [description, facts].flatMap((part) => (part ? [part.cloneNode(true)] : []));
    const help = element('div', 'field-help', ...parts);
    if (control instanceof HTMLSelectElement) removeValues(help, control.length - 1);
    if (help.textContent.trim() === '') continue;
    help.id = `field-help-${++count}`;
    control.setAttribute('aria-describedby', help.id);
    control.closest('.field')?.after(help);
  }
}
