import type { ExternalDocs } from '../../../openapi/model/api-model.ts';
import { linkHtml } from '../markdown/text-link.ts';
import type { Html } from './views.ts';

/** The link to what a document says is told elsewhere; empty without any. */
export function externalDocsHtml(externalDocs: ExternalDocs | undefined): Html {
  if (externalDocs === undefined) return '';
  return linkHtml(externalDocs.url, externalDocs.description?.trim() || externalDocs.url);
}
