import { createHash } from 'node:crypto';

/**
 * Collects the styles that a writer's raw HTML brings (`style="…"`, `<style>`), for a stylesheet of their own: the page's
 * Content-Security-Policy refuses them inline, and an old page has to look as it did.
 */
export interface InlineStyles {
  /** The HTML with classes in the place of its styles. */
  extract(html: string): string;
  /** Text of the stylesheet; empty where no page brought any. */
  stylesheet(): string;
}

const styleElement = /<style\b[^>]*>([\s\S]*?)<\/style>/gi;
const styledTag =
  /<([a-z][a-z0-9-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>/gi;
const styleAttribute = /\s+style\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/i;
const classAttribute = /(\s+class\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/i;

export function createInlineStyles(): InlineStyles {
  const rules = new Map<string, string>();
  const sheets: string[] = [];

  const withClass = (tag: string, name: string, attributes: string, slash: string): string => {
    const match = styleAttribute.exec(attributes);
    if (match === null) return tag;
    const style = (match[1] ?? match[2] ?? match[3] ?? '').replaceAll('&quot;', '"').replace(/[{}]/g, '');
    const className = `w-${createHash('sha256').update(style).digest('hex').slice(0, 8)}`;
    rules.set(className, style);
    const rest = attributes.replace(styleAttribute, '');
    const withName = classAttribute.test(rest)
      ? rest.replace(
          classAttribute,
          (_found, start: string, double?: string, single?: string, bare?: string) =>
            `${start}"${double ?? single ?? bare ?? ''} ${className}"`,
        )
      : `${rest} class="${className}"`;
    return `<${name}${withName}${slash}>`;
  };

  return {
    extract: (html) => {
      if (!/<style\b|\sstyle\s*=/i.test(html)) return html;
      return html
        .replace(styleElement, (_found, css: string) => {
          sheets.push(css.trim());
          return '';
        })
        .replace(styledTag, withClass);
    },
    stylesheet: () =>
      [...sheets, ...[...rules].map(([className, style]) => `.${className} { ${style.trim()} }`)].join('\n'),
  };
}
