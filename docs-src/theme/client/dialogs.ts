/** Buttons that open and close dialogs; a click beside a dialog closes it too. */
export function setUpDialogs(): void {
  document.addEventListener('click', (event) => {
    const target = event.target as Element;
    const opens = target.closest<HTMLElement>('[data-opens]')?.dataset.opens;
    if (opens !== undefined) {
      (document.getElementById(opens) as HTMLDialogElement | null)?.showModal();
      return;
    }
    if (target.closest('[data-closes]') || target.matches('dialog')) target.closest('dialog')?.close();
  });
}
