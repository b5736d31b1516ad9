import { keyEscapers } from './key-escapers.ts';
import { word } from './words.ts';

/*
 * The reader's key lives in this variable and nowhere else: not in the address, not in storage, not in a log. It is gone
 * when the tab is left.
 */
let key = '';

/** Empty where none was typed. */
export function currentKey(): string {
  return key;
}

/** Whether samples read the key from the environment: a box of the key's dialog. */
export function keyFromEnvironment(): boolean {
  return (document.getElementById('frame_key-environment') as HTMLInputElement | null)?.checked ?? false;
}

/** Puts the key into its places in the samples, or takes it out. */
export function showKey(): void {
  for (const place of document.querySelectorAll<HTMLElement>('.kit-key')) {
    place.dataset.placeholder ??= place.textContent ?? '';
    const escapeKey = keyEscapers[place.dataset.escape ?? ''] ?? ((text: string) => text);
    place.textContent = key === '' ? place.dataset.placeholder : escapeKey(key);
    place.classList.toggle('has-key', key !== '');
  }
  for (const button of document.querySelectorAll('.key-button')) showKeyOn(button);
}

/** The button tells whether a key is in use. */
export function showKeyOn(button: Element): void {
  button.classList.toggle('has-key', key !== '');
  const text = button.querySelector('.key-button-text');
  const said = word(keyFromEnvironment() ? 'keyFromEnvironment' : key === '' ? 'yourKey' : 'keyInUse');
  if (text === null) button.ariaLabel = said;
  else text.textContent = said;
}

function useKey(typed: string): void {
  // A header value is visible ASCII (RFC 9110, 5.5): the rest comes from copying and means nothing.
  key = typed.replace(/[^\x21-\x7e]/g, '');
  showKey();
}

export function setUpApiKey(): void {
  const dialog = document.getElementById('frame_key-dialog') as HTMLDialogElement | null;
  const input = document.getElementById('frame_key-input') as HTMLInputElement | null;
  const show = document.getElementById('frame_key-show');
  if (dialog === null || input === null) return;
  const setShown = (isShown: boolean) => {
    input.classList.toggle('is-masked', !isShown);
    if (show !== null) show.ariaPressed = String(isShown);
  };
  document.getElementById('frame_key-form')?.addEventListener('submit', () => useKey(input.value));
  show?.addEventListener('click', () => setShown(input.classList.contains('is-masked')));
  document.getElementById('frame_key-forget')?.addEventListener('click', () => {
    input.value = '';
    useKey('');
    dialog.close();
  });
  dialog.addEventListener('close', () => {
    setShown(false);
    input.value = key;
  });
  document.addEventListener('click', (event) => {
    const demo = (event.target as Element).closest<HTMLElement>('[data-use-key]')?.dataset.useKey;
    if (demo === undefined) return;
    input.value = demo;
    useKey(demo);
  });
}
