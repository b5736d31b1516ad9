import type { ApiModel } from '../../../openapi/model/api-model.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import { linkHtml } from '../markdown/text-link.ts';
import type { EngineWords } from '../words/words.ts';
import { externalDocsHtml } from './external-docs.ts';
import type { AboutView, Html } from './views.ts';

/** Who stands behind the API and on what terms: what `info` and the document's `externalDocs` say beside the description. */
export function aboutView({ info, externalDocs }: ApiModel, { about }: EngineWords): AboutView {
  const { contact, termsOfService } = info;
  const mail = contact?.email === undefined ? '' : linkHtml(`mailto:${contact.email}`, contact.email);
  const named = contact?.name ?? contact?.url;
  const name = named === undefined ? '' : linkHtml(contact?.url ?? '', named);
  const facts: readonly (readonly [string, Html])[] = [
    [about.contact, [name, mail].filter((part) => part !== '').join(', ')],
    [about.license, licenseHtml(info.license)],
    [about.terms, termsOfService === undefined ? '' : linkHtml(termsOfService, termsOfService)],
    [about.more, externalDocsHtml(externalDocs)],
  ];
  return { facts: facts.flatMap(([term, html]) => (html === '' ? [] : [{ term, html }])) };
}

/** A license with an SPDX identifier has an address of its own (License Object, `identifier`). */
function licenseHtml(license: ApiModel['info']['license']): Html {
  if (license === undefined) return '';
  const { name, identifier, url } = license;
  const isExpression = identifier !== undefined && !/^[\w.+-]+$/.test(identifier);
  const spdx = identifier === undefined || isExpression ? '' : `https://spdx.org/licenses/${identifier}.html`;
  const label = name || identifier || url || '';
  const shown = linkHtml(url ?? spdx, label);
  return identifier === undefined || identifier === label ? shown : `${shown} (${escapeHtml(identifier)})`;
}
