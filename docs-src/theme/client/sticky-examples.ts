/**
 * Tells cards.css how tall the dark column of an operation is: a taller one than the window sticks by its foot. What gets
 * the focus outside of the window, or under the bar, lets its column go, because nothing could scroll it into view.
 */
export function setUpStickyExamples(): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const column = target as HTMLElement; // only these are observed
      column.style.setProperty('--examples-height', `${column.offsetHeight}px`);
    }
  });
  for (const column of document.querySelectorAll('.operation-examples')) observer.observe(column);
  document.addEventListener('focusin', ({ target }) => {
    const focused = target as Element;
    const column = focused.closest('.operation-examples');
    const { top, bottom } = focused.getBoundingClientRect();
    const bar = document.querySelector('.examples-bar')?.getBoundingClientRect().bottom ?? 0;
    if (column === null || (top >= bar && bottom < innerHeight)) return;
    column.classList.add('is-loose');
    focused.scrollIntoView({ block: 'nearest' });
  });
}
