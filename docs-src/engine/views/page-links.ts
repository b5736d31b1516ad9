import type { SchemaNode } from '../../../openapi/model/schema/schema-node.ts';
import type { Html, LinkView } from './views.ts';

/** Where the parts of a site are, as seen from one page: every link of that page's views comes from here. */
export interface PageLinks {
  /** undefined where no page shows the operation. */
  operation(operationId: string): string | undefined;
  /** The page of a schema that a tree stops at; the title is what an unnamed schema is called there. */
  schema(node: SchemaNode, title: string): { readonly label: string; readonly href: string };
  /** The number and place of an assumption; undefined where there is none. */
  assumption(text: string | undefined): LinkView | undefined;
  /** A text of the document as HTML, with its language where that is known to be another one than the page's. */
  textHtml(text: string | undefined): Html;
  /** The place that explains a security scheme. */
  security(schemeId: string): string | undefined;
  /** The place that describes a response header for all replies that send it; undefined where each reply does. */
  headers(name: string): string | undefined;
}
