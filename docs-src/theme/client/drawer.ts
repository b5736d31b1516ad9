/** The menu of narrow screens: opened by its button, closed by a link, a click beside it, or Escape. */
export function setUpDrawer(): void {
  const button = document.getElementById('nav-button');
  const menu = document.getElementById('frame_menu');
  if (button === null || menu === null) return;
  const isOpen = () => menu.classList.contains('open');
  const show = (open: boolean) => {
    menu.classList.toggle('open', open);
    button.ariaExpanded = String(open);
  };
  button.addEventListener('click', () => {
    show(!isOpen());
    if (isOpen()) menu.querySelector<HTMLElement>('a, button')?.focus();
  });
  menu.addEventListener('click', (event) => {
    if ((event.target as Element).closest('.toc-link, .search-button')) show(false);
  });
  document.querySelector('.page-wrapper')?.addEventListener('click', () => show(false));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !isOpen()) return;
    show(false);
    button.focus();
  });
  // Focus that leaves the open drawer closes it: nothing that is focused stays hidden behind it.
  menu.addEventListener('focusout', (event) => {
    const next = event.relatedTarget as Element | null;
    if (next !== null && next !== button && !menu.contains(next)) show(false);
  });
}
