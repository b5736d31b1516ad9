import type { Html } from '../views/views.ts';
import { escapeHtml } from './escape-html.ts';

/** Addresses that a reader's browser can open, whatever site the text stands on. */
export function isWebAddress(url: string): boolean {
  return /^(https?:|mailto:|tel:|ftp:)/i.test(url.trim());
}

/** A link where its address is one of the web; else its text alone. */
export function linkHtml(url: string, label: string): Html {
  if (!isWebAddress(url)) return escapeHtml(label);
  return `<a href="${escapeHtml(url)}" rel="noopener">${escapeHtml(label)}</a>`;
}
