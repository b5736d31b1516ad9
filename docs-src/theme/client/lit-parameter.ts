import { litParts } from './lit-parts.ts';
import { markText } from './mark-text.ts';

/** Lights up in the sample beside it the parameter that is pointed at or has the focus. */
export function setUpLitParameter(): void {
  let lit: Element | null = null;
  const light = ({ target }: Event) => {
    const row = (target as Element).closest('.operation-details > .rows > li');
    if (row === lit) return;
    lit = row;
    const samples = row?.closest('.operation')?.querySelectorAll('[data-sample] > code') ?? [];
    const name = row?.querySelector('code')?.textContent ?? '';
    const shown = [...samples].find((code) => code.checkVisibility());
    markText('parameter', shown, (sample) => litParts(sample, name));
  };
  document.addEventListener('pointerover', light);
  document.addEventListener('focusin', light);
}
