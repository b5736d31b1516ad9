import type { JsonValue, Operation, SecurityScheme } from '../../../openapi/model/api-model.ts';
import { isObject } from '../../../openapi/model/is-object.ts';
import { renderText } from '../markdown/document-text.ts';
import type { EngineWords } from '../words/words.ts';
import type { PageLinks } from './page-links.ts';
import { idOf } from './parameter-groups.ts';
import type { OperationSecurityView, SecuritySchemeView } from './views.ts';

function schemeTitle(scheme: SecurityScheme, words: EngineWords): string {
  if (scheme.in !== undefined) return words.keyIn(scheme.in, scheme.name ?? scheme.id);
  return words.scheme(scheme.type, scheme.scheme);
}

export function schemeAnchor(schemeId: string): string {
  return idOf('security', schemeId);
}

export function operationSecurity(
  operation: Operation,
  words: EngineWords,
  links: PageLinks,
): OperationSecurityView {
  const needed = operation.security.filter((alternative) => alternative.length > 0);
  const isOptional = needed.length < operation.security.length;
  return {
    kind: needed.length === 0 ? 'none' : isOptional ? 'optional' : 'needed',
    alternatives: needed.map((alternative) =>
      alternative.map(({ scheme, scopes }) => ({
        label: schemeTitle(scheme, words),
        href: links.security(scheme.id),
        scopes,
      })),
    ),
  };
}

const flowUrls = ['authorizationUrl', 'tokenUrl', 'refreshUrl'] as const;

/** Every scheme of a document with its facts: where it travels, its flows with their addresses and scopes. */
export function securitySchemeViews(
  schemes: Iterable<SecurityScheme>,
  words: EngineWords,
): SecuritySchemeView[] {
  return [...schemes].map((scheme) => {
    const facts: { term: string; value: string }[] = [];
    const add = (term: string, value: JsonValue | undefined) => {
      if (typeof value === 'string') facts.push({ term, value });
    };
    if (scheme.in !== undefined) add(words.facts[scheme.in], scheme.name);
    add(words.facts.scheme, scheme.scheme);
    add(words.facts.format, scheme.bearerFormat);
    add(words.facts.openIdConnectUrl, scheme.openIdConnectUrl);
    const flows = Object.entries(scheme.flows ?? {}).flatMap(([name, flow]) =>
      isObject(flow) ? [{ name, flow }] : [],
    );
    const flowName = (name: string) => words.flow[name] ?? name;
    for (const { name, flow } of flows) {
      for (const key of flowUrls) add(`${words.facts[key]} (${flowName(name)})`, flow[key]);
    }
    const scopes = flows.flatMap(({ name, flow }) =>
      Object.entries(isObject(flow.scopes) ? flow.scopes : {}).map(([scope, text]) => ({
        name: scope,
        descriptionHtml: renderText(typeof text === 'string' ? text : undefined),
        flow: flowName(name),
      })),
    );
    return {
      id: scheme.id,
      anchor: schemeAnchor(scheme.id),
      title: schemeTitle(scheme, words),
      descriptionHtml: renderText(scheme.description),
      facts,
      scopes,
    };
  });
}
