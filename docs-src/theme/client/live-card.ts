import { element } from './elements.ts';

/** Which fields of an item a card shows, with dots on the way into objects. */
export interface LiveCards {
  readonly title: string;
  readonly picture?: string;
  readonly facts: readonly string[];
}

/** What a field says, as text; empty where the item has none. */
export function fieldText(item: unknown, field: string): string {
  let value = item;
  for (const name of field.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[name];
  return value === undefined || value === null ? '' : String(value);
}

/** A card of one item, under the names that the API has for what it shows. */
export function cardOf(item: unknown, { title, picture, facts }: LiveCards): HTMLElement {
  const card = element('li', 'live-card');
  const source = picture === undefined ? '' : fieldText(item, picture);
  if (source !== '') {
    const image = element('img', '');
    image.src = source;
    image.alt = '';
    card.append(image);
  }
  const list = element('dl', '');
  for (const field of facts) {
    const text = fieldText(item, field);
    const name = field.split('.').at(-1) ?? '';
    if (text !== '') list.append(element('div', '', element('dt', '', name), element('dd', '', text)));
  }
  card.append(element('strong', '', fieldText(item, title)), list);
  return card;
}
