import type { operations } from '../../../openapi/generated/handler-types.ts';
import type { ApiModel } from '../../../openapi/model/api-model.ts';
import { headerText } from '../../../openapi/operations/wire/header-text.ts';
import type { HandlerCall, OperationHandlers, ParametersOf } from '../../engine/handler.ts';
import type { AnsweredRequests } from '../feedback/answered-requests.ts';
import type { Search, SearchQuery, SearchResult } from '../search/search-query.ts';
import { createEcho } from './echo-request.ts';
import { toSearchResults } from './search-results.ts';
import { toFilters, toKeywords } from './to-filters.ts';
import { toProviderQuery } from './to-provider-query.ts';

export interface LearningObjectParts {
  readonly model: ApiModel;
  readonly search: Search;
  readonly answered: AnsweredRequests;
}

type CodeSearch = operations['searchByRome' | 'searchByFormacode']['parameters']['query'];

const nothingLoosenable: ReadonlySet<never> = new Set();
const nothingFound: SearchResult = { items: [], total: 0, relaxed: [] };

function toCodeQuery(
  name: 'rome' | 'formacode',
  code: string,
  parameters: Readonly<CodeSearch>,
): SearchQuery {
  const { lang, model, sort, page, max } = parameters;
  const filters = [{ name, code, isNearEnough: model === 'extended2' }, ...toFilters(parameters)];
  return { lang, keywords: undefined, filters, sort, page, max, loosenable: nothingLoosenable };
}

/** The handlers of the tag "Learning Objects (LO)". */
export function createLearningObjectHandlers({ model, search: find, answered }: LearningObjectParts) {
  const echoes = {
    search: createEcho(model, 'search'),
    searchByProvider: createEcho(model, 'searchByProvider'),
    searchByRome: createEcho(model, 'searchByRome'),
    searchByFormacode: createEcho(model, 'searchByFormacode'),
  };

  /** Searches and wraps the page; the request's id is remembered, feedback will name it. */
  async function reply<Id extends keyof typeof echoes>(
    operationId: Id,
    call: HandlerCall<ParametersOf<operations[Id]>, undefined>,
    query: SearchQuery,
    result?: SearchResult,
  ) {
    const found = result ?? (await find(query));
    await answered.remember(call.requestId);
    type Echo = operations[Id]['responses'][200]['content']['application/json']['request'];
    return {
      status: 200 as const,
      body: {
        statusCode: 200 as const,
        request: echoes[operationId]<Echo>(call.parameters.query, call.requestId),
        response: toSearchResults(found, query, call.origin),
      },
    };
  }

  return {
    search(call) {
      const { lang, keywords, model: reading, sort, page, max, ...filters } = call.parameters.query;
      return reply('search', call, {
        lang,
        keywords: toKeywords(keywords, reading),
        filters: toFilters(filters),
        sort,
        page,
        max,
        loosenable: nothingLoosenable,
      });
    },
    async searchByProvider(call) {
      const { query, unknownAddress } = toProviderQuery(call.parameters.query);
      if (unknownAddress === undefined) return reply('searchByProvider', call, query);
      const warning = `The gazetteer of this mock does not know "${unknownAddress}": it has French towns by name or postal code.`;
      const headers = { 'X-Mock-Warning': headerText(warning) };
      return { ...(await reply('searchByProvider', call, query, nothingFound)), headers };
    },
    searchByRome(call) {
      const { query } = call.parameters;
      return reply('searchByRome', call, toCodeQuery('rome', query.rome, query));
    },
    searchByFormacode(call) {
      const { query } = call.parameters;
      return reply('searchByFormacode', call, toCodeQuery('formacode', query.formacode, query));
    },
    async sendFeedback(call) {
      const { requestId: id, body } = call;
      const warning = `No search of this mock was answered under the request_id ${body.request_id}.`;
      const isKnown = await answered.has(body.request_id);
      const headers = isKnown ? {} : { 'X-Mock-Warning': headerText(warning) };
      return { status: 201, body: { statusCode: 201, id }, headers };
    },
  } satisfies OperationHandlers<operations>;
}
