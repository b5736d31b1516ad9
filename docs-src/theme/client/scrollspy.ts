import { lastAbove } from './last-above.ts';

interface Place {
  readonly link: HTMLAnchorElement;
  readonly heading: HTMLElement;
}

function markCurrent(link: HTMLAnchorElement | undefined): void {
  const toc = document.getElementById('toc');
  toc?.querySelectorAll('.active, .active-parent, .open').forEach((marked) => {
    marked.classList.remove('active', 'active-parent', 'open');
    marked.removeAttribute('aria-current');
  });
  if (link === undefined) return;
  link.classList.add('active');
  link.ariaCurrent = 'true';
  for (let item = link.closest('li'); item !== null; item = item.parentElement?.closest('li') ?? null) {
    item.classList.add('open');
    const own = item.querySelector(':scope > .toc-link');
    if (own !== link) own?.classList.add('active-parent');
  }
  const menu = document.getElementById('frame_menu');
  const place = link.getBoundingClientRect();
  if (menu !== null && (place.top < 60 || place.bottom > innerHeight - 60)) {
    menu.scrollBy({ top: place.top - innerHeight / 2 });
  }
}

/** Slate's _toc.js: the menu, the address and the title follow what is read. */
export function setUpScrollspy(): void {
  const places: Place[] = [];
  for (const link of document.querySelectorAll<HTMLAnchorElement>('#toc a[href^="#"]')) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading !== null) places.push({ link, heading });
  }
  const siteTitle = document.title;
  const section = document.getElementById('frame_top-bar-section');
  const openPage = document.querySelector<HTMLAnchorElement>('#toc .active');
  const [first] = places;
  if (first === undefined) {
    markCurrent(openPage ?? undefined);
    return;
  }
  let current: Place | undefined;

  const refresh = (changesAddress: boolean) => {
    // Where a jump to a heading puts it, and Slate's ten pixels more.
    const line = Number.parseFloat(getComputedStyle(first.heading).scrollMarginTop) + 10;
    const isAtEnd = scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const index = isAtEnd
      ? places.length - 1
      : lastAbove(places.length, (at) => (places[at]?.heading.getBoundingClientRect().top ?? 0) < line);
    const place = places[Math.max(index, 0)];
    if (place === undefined || place === current) return;
    current = place;
    markCurrent(place.link);
    const title = place.link.dataset.title ?? '';
    document.title =
      title === '' || siteTitle.startsWith(`${title} –`) ? siteTitle : `${title} – ${siteTitle}`;
    if (section !== null) section.textContent = title;
    if (changesAddress) history.replaceState(history.state, '', place.link.hash);
  };

  let isWaiting = false;
  const soon = () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      refresh(true);
    }, 100);
  };
  // After the first frame: asking for places now would lay the whole page out twice.
  requestAnimationFrame(() => setTimeout(() => refresh(false)));
  addEventListener('scroll', soon, { passive: true });
  addEventListener('resize', soon);
  // A jump to a parameter or a status keeps that address; the scroll that follows finds nothing new.
  addEventListener('hashchange', () => refresh(false));
}
