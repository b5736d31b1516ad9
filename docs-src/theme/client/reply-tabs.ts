function select(card: Element, chosen: Element): void {
  for (const tab of card.querySelectorAll<HTMLAnchorElement>('.reply-tab')) {
    const isChosen = tab === chosen;
    tab.ariaSelected = String(isChosen);
    tab.tabIndex = isChosen ? 0 : -1;
    document.getElementById(tab.hash.slice(1))?.classList.toggle('active', isChosen);
  }
}

/** Links to the replies become tabs (WAI-ARIA Authoring Practices, Tabs pattern, selection follows focus). */
function makeTabs(card: Element): void {
  const list = card.querySelector('.reply-tabs');
  const tabs = [...card.querySelectorAll<HTMLAnchorElement>('.reply-tab')];
  const first = tabs[0];
  if (list === null || first === undefined) return;
  list.role = 'tablist';
  list.ariaLabel = card.ariaLabel;
  for (const tab of tabs) {
    const panel = document.getElementById(tab.hash.slice(1));
    if (panel === null) continue;
    tab.id = `${panel.id}-tab`;
    tab.role = 'tab';
    tab.setAttribute('aria-controls', panel.id);
    panel.role = 'tabpanel';
    panel.tabIndex = 0;
    panel.setAttribute('aria-labelledby', tab.id);
    tab.addEventListener('click', (event) => {
      event.preventDefault();
      select(card, tab);
      history.replaceState(history.state, '', tab.hash);
    });
  }
  list.addEventListener('keydown', (event) => {
    const { key } = event as KeyboardEvent;
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const at = tabs.indexOf(document.activeElement as HTMLAnchorElement);
    const steps: Record<string, number> = {
      ArrowLeft: -1,
      ArrowRight: -1,
      [forward]: 1,
      Home: -at,
      End: tabs.length - 1 - at,
    };
    const step = steps[key];
    const next = step === undefined ? undefined : tabs[(at + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    select(card, next);
    next.focus();
  });
  select(card, first);
}

/** An address that leads into a reply or a closed part opens it. */
function revealTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target === null) return;
  const reply = target.closest('.reply');
  const tab = reply && document.getElementById(`${reply.id}-tab`);
  const card = reply?.closest('.replies-card');
  if (tab && card) select(card, tab);
  for (
    let part = target.closest('details');
    part !== null;
    part = part.parentElement?.closest('details') ?? null
  )
    part.open = true;
  if (reply !== null || target.closest('details') !== null)
    (reply?.closest('.card') ?? target).scrollIntoView({ block: 'nearest' });
}

export function setUpReplyTabs(): void {
  for (const card of document.querySelectorAll('.replies-card')) makeTabs(card);
  revealTarget();
  addEventListener('hashchange', revealTarget);
}
