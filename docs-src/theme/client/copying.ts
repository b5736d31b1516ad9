import { element, icon } from './elements.ts';
import { word } from './words.ts';

/** The clipboard is closed to pages that are not secure (http other than localhost): then the old way. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused or absent: select it in a field and let the browser copy.
    const field = element('textarea', 'visually-hidden', text);
    document.body.append(field);
    field.select();
    const isDone = document.execCommand('copy');
    field.remove();
    return isDone;
  }
}

async function copyFrom(button: HTMLElement, text: string | Promise<string>): Promise<void> {
  const isDone = await Promise.resolve(text).then(copy, () => false);
  announce(word(isDone ? 'copied' : 'copyFailed'));
  const picture = button.querySelector('use');
  button.classList.toggle('copied', isDone);
  picture?.setAttribute('href', isDone ? '#frame_icon-check' : '#frame_icon-close');
  setTimeout(() => {
    button.classList.remove('copied');
    picture?.setAttribute('href', '#frame_icon-copy');
  }, 1500);
}

const speaker = element('p', 'visually-hidden');
speaker.role = 'status';

/** Says it to a screen reader. */
function announce(text: string): void {
  speaker.textContent = '';
  setTimeout(() => {
    speaker.textContent = text;
  }, 50);
}

/** A button in the corner of a block of code. */
export function addCopyButton(block: HTMLElement): void {
  const button = element('button', 'icon-button copy-button', icon('copy'));
  button.type = 'button';
  button.ariaLabel = word('copy');
  block.append(button);
}

export function setUpCopying(): void {
  document.body.append(speaker);
  if (document.body.dataset.copyButtons !== undefined) {
    // When a block comes near: on the largest pages thousands of buttons would come before the first scroll.
    const near = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (!isIntersecting) continue;
          near.unobserve(target);
          addCopyButton(target as HTMLElement); // only these are observed
        }
      },
      { rootMargin: '600px' },
    );
    for (const block of document.querySelectorAll('.content pre')) near.observe(block);
  }
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('.copy-button, button[data-href]');
    if (button === null) return;
    const { href, copy: text } = button.dataset;
    if (href !== undefined) {
      const page = fetch(href).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)));
      void copyFrom(button, page);
    } else {
      const code = button.parentElement?.querySelector('code')?.textContent ?? '';
      void copyFrom(button, text ?? code.replace(/\n$/, ''));
    }
  });
}
