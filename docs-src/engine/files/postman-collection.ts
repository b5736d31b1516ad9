import { createHash } from 'node:crypto';
import type { ApiModel, Operation } from '../../../openapi/model/api-model.ts';
import { decodedOrItself } from '../../../openapi/model/percent-encoding.ts';
import { addressOf } from '../../../openapi/model/read/read-servers.ts';
import { joinPairs } from '../../../openapi/operations/wire/query-pairs.ts';
import type { SampleBody, SampleCredential, SampleRequest } from '../samples/sample-request.ts';
import { operationTitle } from '../views/operation-view.ts';
import { sampleRequestOf } from '../views/sample-request-of.ts';

/** A UUID that depends on the document's name alone: importing a newer collection replaces the older one. */
function stableId(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function bodyOf(body: SampleBody | undefined): object | undefined {
  switch (body?.kind) {
    case 'json':
      return {
        mode: 'raw',
        raw: JSON.stringify(body.value, null, 2),
        options: { raw: { language: 'json' } },
      };
    case 'form':
      return { mode: 'urlencoded', urlencoded: body.fields.map(({ name, value }) => ({ key: name, value })) };
    case 'multipart':
      return {
        mode: 'formdata',
        formdata: body.parts.map(({ name, value, fileName, contentType }) => ({
          key: name,
          ...(fileName === undefined ? { type: 'text', value } : { type: 'file', src: fileName }),
          ...(contentType === undefined ? {} : { contentType }),
        })),
      };
    case 'text':
      return { mode: 'raw', raw: body.text };
    case 'file':
      return { mode: 'file', file: { src: body.fileName } };
    default:
      return undefined;
  }
}

function authOf(credentials: readonly SampleCredential[]): object {
  const [credential] = credentials;
  if (credential === undefined) return { type: 'noauth' };
  if (credential.kind === 'basic') {
    return {
      type: 'basic',
      basic: [
        { key: 'username', value: '{{username}}', type: 'string' },
        { key: 'password', value: '{{password}}', type: 'string' },
      ],
    };
  }
  if (credential.prefix === 'Bearer ')
    return { type: 'bearer', bearer: [{ key: 'token', value: '{{apiKey}}', type: 'string' }] };
  return {
    type: 'apikey',
    apikey: [
      { key: 'key', value: credential.name, type: 'string' },
      { key: 'value', value: `${credential.prefix}{{apiKey}}`, type: 'string' },
      { key: 'in', value: credential.in === 'query' ? 'query' : 'header', type: 'string' },
    ],
  };
}

/** Of the operations without a server of their own. */
function baseUrlOf({ servers }: ApiModel): string {
  return addressOf(servers[0]);
}

function item(operation: Operation, model: ApiModel): object {
  const address = addressOf(operation.servers[0]);
  const baseUrl = address === baseUrlOf(model) ? '{{baseUrl}}' : address;
  const request: SampleRequest = sampleRequestOf(operation, 'https://postman.invalid');
  const path = request.url.replace('https://postman.invalid', '');
  const query = request.query.map(({ name, value }) => ({ key: name, value }));
  const raw = `${baseUrl}${path}${query.length === 0 ? '' : `?${joinPairs(request.query)}`}`;
  const contentType =
    request.body !== undefined && 'mediaType' in request.body ? request.body.mediaType : undefined;
  const headers = [
    ...request.headers,
    ...(contentType === undefined ? [] : [{ name: 'Content-Type', value: contentType }]),
  ];
  const body = bodyOf(request.body);
  return {
    name: operationTitle(operation),
    request: {
      method: request.method,
      header: headers.map(({ name, value }) => ({ key: name, value })),
      ...(body === undefined ? {} : { body }),
      url: {
        raw,
        host: [baseUrl],
        path: path.split('/').slice(1).map(decodedOrItself),
        ...(query.length === 0 ? {} : { query }),
      },
      description: operation.description ?? '',
      auth: authOf(request.credentials),
    },
    response: [],
  };
}

/** The document's requests as a Postman collection v2.1: a folder a tag, the server and the key as variables. */
export function postmanCollection(model: ApiModel): string {
  const tagNames = [...model.tags.map((tag) => tag.name), undefined];
  const folders = tagNames.flatMap((name) => {
    const operations = model.operations.filter((operation) => operation.tags[0] === name);
    if (operations.length === 0) return [];
    const items = operations.map((operation) => item(operation, model));
    return name === undefined ? items : [{ name, item: items }];
  });
  const scheme = [...model.securitySchemes.values()].find(({ placeholder }) => placeholder !== undefined);
  const collection = {
    info: {
      _postman_id: stableId(model.info.title),
      name: model.info.title,
      description: model.info.description ?? '',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item: folders,
    variable: [
      { key: 'baseUrl', value: baseUrlOf(model), type: 'string' },
      { key: 'apiKey', value: scheme?.placeholder ?? '', type: 'string' },
    ],
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}
