/** Tells cards.css how tall the dark column of an operation is: a taller one than the window sticks by its foot. */
export function setUpStickyExamples(): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const column = target as HTMLElement; // only these are observed
      column.style.setProperty('--examples-height', `${column.offsetHeight}px`);
    }
  });
  for (const column of document.querySelectorAll('.operation-examples')) observer.observe(column);
}
