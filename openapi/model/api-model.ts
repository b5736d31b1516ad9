import type { Relation } from './relations.ts';
import type { SchemaNode } from './schema/schema-node.ts';
import type { UsagePlans } from './usage-plans.ts';

/** Any value that JSON can hold; `bigint`: a whole number beyond 2^53, which JavaScript's own numbers would make another one of. */
export type JsonValue = null | boolean | number | bigint | string | readonly JsonValue[] | JsonObject;
/** A JSON object, as it stands in a document. */
export interface JsonObject {
  readonly [name: string]: JsonValue | undefined;
}

/** Where something stands: a file (path as it was opened, or a URL) and an RFC 6901 JSON pointer in it ("" = the whole file). */
export interface SourceLocation {
  readonly file: string;
  readonly pointer: string;
}

/** Something wrong with a document: stops a strict reader, is a warning for a lenient one. */
export interface DocumentFault {
  /** What the document calls something stands in "double quotes", words of OpenAPI in `backticks`: by that `renderFaults` groups. */
  readonly message: string;
  readonly location: SourceLocation;
  /** What comes of it; default `changed`. */
  readonly effect?: FaultEffect;
}

/** An operation, parameter, reply or rule is gone; something is read otherwise than written; nothing happens to what is served and shown. */
export type FaultEffect = 'lost' | 'changed' | 'untidy';

/** Specification extensions (`x-…`) exactly as written, by name. */
export type Extensions = Readonly<Record<`x-${string}`, JsonValue>>;

/** The HTTP methods that a path has fields for in Swagger 2.0 (Path Item Object), in its order. */
export const swaggerMethods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'] as const;
/** The same of OpenAPI 3.2. */
export const httpMethods = [...swaggerMethods, 'trace', 'query'] as const;
/** What `additionalOperations` may name: the further methods that Node's HTTP parser knows; nobody could receive another. */
export const additionalMethods = [
  'acl',
  'bind',
  'checkout',
  'copy',
  'link',
  'lock',
  'm-search',
  'merge',
  'mkactivity',
  'mkcalendar',
  'mkcol',
  'move',
  'notify',
  'propfind',
  'proppatch',
  'purge',
  'rebind',
  'report',
  'search',
  'source',
  'subscribe',
  'unbind',
  'unlink',
  'unlock',
  'unsubscribe',
] as const;
/** In lower case. */
export type HttpMethod = (typeof httpMethods)[number] | (typeof additionalMethods)[number];

/**
 * What one document says (OpenAPI 3.0 to 3.2, Swagger 2.0 as 3.0), resolved: `$ref`s followed, path-level parameters merged into operations,
 * security and servers inherited, 3.0 schemas written as 3.1. Everything downstream reads this, never the document.
 */
export interface ApiModel {
  /** Every file that was read for it, the root first. */
  readonly files: readonly string[];
  /** The version that the document declares: `3.0.3`, `3.1.1`. */
  readonly openapi: string;
  readonly info: ApiInfo;
  /** Never empty: a document without servers has one with url `/` (OpenAPI Object, `servers`). */
  readonly servers: readonly Server[];
  /** Path of the first server with its variables' defaults, without a slash at its end: `/pets/v1`, or ``. */
  readonly basePath: string;
  /** Declared tags in their order, then the tags that only operations name. */
  readonly tags: readonly Tag[];
  /** In document order. */
  readonly operations: readonly Operation[];
  /** OpenAPI 3.1 `webhooks`; `path` is the webhook's name. */
  readonly webhooks: readonly Operation[];
  readonly securitySchemes: ReadonlyMap<string, SecurityScheme>;
  /** `components.schemas` by name, in document order. */
  readonly schemas: ReadonlyMap<string, SchemaNode>;
  /** `info.x-sla`; undefined where the document has none. */
  readonly plans: UsagePlans | undefined;
  /** `x-kit-empty-parameters`: what an empty query parameter (`?page=`) counts as. Default `value`: an empty value. */
  readonly emptyParameters: 'absent' | 'value';
  readonly externalDocs: ExternalDocs | undefined;
  readonly extensions: Extensions;
  readonly languages: TextLanguages;
  /** What a lenient reader passed over, and what was left out as internal; nothing else in a strict model. */
  readonly warnings: readonly DocumentFault[];
  /** The whole document in one object, external `$ref`s inlined: what is published as openapi.json. Version as written. */
  readonly bundled: JsonObject;
}

/** The languages that texts are said to be in, as BCP 47 tags; of the others nothing is known. */
export interface TextLanguages {
  /** `x-kit-lang` of `info`: of all that no overlay has written. */
  readonly own: string | undefined;
  /** What overlays have written, each with its overlay's `x-kit-lang`. */
  readonly ofOverlays: ReadonlyMap<string, string | undefined>;
}

export interface ApiInfo {
  readonly title: string;
  readonly version: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly termsOfService: string | undefined;
  readonly contact: { readonly name?: string; readonly url?: string; readonly email?: string } | undefined;
  readonly license:
    | { readonly name: string; readonly url?: string; readonly identifier?: string }
    | undefined;
  readonly extensions: Extensions;
}

export interface ExternalDocs {
  readonly url: string;
  readonly description: string | undefined;
}

export interface Server {
  /** As written, with `{variables}`. */
  readonly url: string;
  /** With the variables' defaults in their places; absolute where the document came from a URL. */
  readonly defaultUrl: string;
  readonly description: string | undefined;
  readonly variables: ReadonlyMap<string, ServerVariable>;
  readonly extensions: Extensions;
}

export interface ServerVariable {
  readonly default: string;
  readonly enum: readonly string[] | undefined;
  readonly description: string | undefined;
}

export interface Tag {
  readonly name: string;
  /** What it is called where it is shown; `summary` (OpenAPI 3.2). */
  readonly summary: string | undefined;
  /** The tag that it is below (OpenAPI 3.2). */
  readonly parent: string | undefined;
  /** What it is for: `nav` (so is one without), `badge`, `audience`, … (OpenAPI 3.2). */
  readonly kind: string | undefined;
  readonly description: string | undefined;
  readonly externalDocs: ExternalDocs | undefined;
  readonly extensions: Extensions;
}

/** One method on one path. Its id names handler, docs anchor and test. */
export interface Operation {
  /** The document's; where it has none, method and path in camel case (`getPetsById`), unique in the document. */
  readonly operationId: string;
  readonly method: HttpMethod;
  /**
   * The path template without the server's base path: `/pets/{id}`; with what its query always has, `/rest?method=list`
   * (`splitPath`). A fragment is left out.
   */
  readonly path: string;
  /** What tells it from other operations of its path: of AWS, what the fragment of the path names. */
  readonly toldApartBy: readonly Distinction[];
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly tags: readonly string[];
  readonly isDeprecated: boolean;
  /** Path-level and operation-level parameters merged (same name and `in`: the operation's wins), in document order. */
  readonly parameters: readonly Parameter[];
  readonly requestBody: RequestBody | undefined;
  /** In document order. */
  readonly responses: readonly ResponseModel[];
  /** Alternatives (OR), each a list of schemes that are all needed (AND). Empty: no key needed. An empty alternative: optional. */
  readonly security: readonly SecurityRequirement[];
  /** The operation's, else the path's, else the document's. */
  readonly servers: readonly Server[];
  readonly callbacks: readonly Callback[];
  /** `x-kit-parameter-rules`: what must hold between parameters, which OpenAPI has no word for. */
  readonly parameterRules: readonly ParameterRule[];
  /** `x-kit-relations`: what a reply has to do with its request, and with other replies. */
  readonly relations: readonly Relation[];
  readonly externalDocs: ExternalDocs | undefined;
  readonly assumption: string | undefined;
  readonly extensions: Extensions;
  readonly source: SourceLocation;
}

/** A required parameter that the requests of one operation have, and those of others on its path have not, or with another value. */
export interface Distinction {
  readonly in: 'query' | 'header';
  readonly name: string;
  /** The only value that its schema allows; undefined: any. */
  readonly value: string | undefined;
}

/** A rule between parameters of one operation, checked where both were sent. */
export type ParameterRule =
  /** The first is at most the second: `ageMin`, `ageMax`. */
  | { readonly rule: 'ordered'; readonly parameters: readonly [string, string] }
  /** The parameter means nothing without the other: `distanceMax` needs `address`. */
  | { readonly rule: 'requires'; readonly parameter: string; readonly needs: string };

export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie';
export type ParameterStyle =
  | 'matrix'
  | 'label'
  | 'simple'
  | 'form'
  | 'spaceDelimited'
  | 'pipeDelimited'
  | 'deepObject';

/** `assumption` here and elsewhere is `x-kit-assumption`: one sentence on what nobody documented and the author decided. */
export interface Parameter {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly description: string | undefined;
  readonly isRequired: boolean;
  readonly isDeprecated: boolean;
  readonly allowsEmptyValue: boolean;
  readonly allowsReserved: boolean;
  /** With the default of its location (Parameter Object, `style`). */
  readonly style: ParameterStyle;
  readonly explode: boolean;
  /** The schema of the value; for a `content` parameter the schema inside it. */
  readonly schema: SchemaNode;
  /** Set where the parameter has `content` instead of `schema`: the value travels encoded in this media type. */
  readonly mediaType: string | undefined;
  /** `examples`, or `example` as one entry named `example`; the schema's own examples are not repeated here. */
  readonly examples: readonly Example[];
  readonly assumption: string | undefined;
  readonly extensions: Extensions;
  readonly source: SourceLocation;
}

export interface Example {
  readonly name: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly value: JsonValue;
  /** Set instead of `value` (then null) where the example is a URL. */
  readonly externalValue: string | undefined;
  /** `x-kit-when`: requests that the mock answers with it; undefined where it says nothing of that. */
  readonly when: ExampleCondition | undefined;
  readonly source: SourceLocation;
}

/** What a request must have sent, by place: parameters by name, and what its body must hold at least. */
export type ExampleCondition = {
  readonly [Place in ParameterLocation]?: Readonly<Record<string, JsonValue>>;
} & { readonly body?: JsonValue };

export interface RequestBody {
  readonly description: string | undefined;
  readonly isRequired: boolean;
  readonly contents: readonly MediaTypeContent[];
  readonly assumption: string | undefined;
  readonly extensions: Extensions;
  readonly source: SourceLocation;
}

/** One media type of a body. */
export interface MediaTypeContent {
  /** As written: `application/json`, `image/*`. */
  readonly mediaType: string;
  readonly schema: SchemaNode | undefined;
  /** Of a body that is a sequence: what each item is. `schema` is then that of all of them, as a list. */
  readonly itemSchema: SchemaNode | undefined;
  readonly examples: readonly Example[];
  readonly encoding: ReadonlyMap<string, PropertyEncoding>;
  readonly source: SourceLocation;
}

/** How one property travels in a form body (Encoding Object). */
export interface PropertyEncoding {
  readonly contentType: string | undefined;
  readonly style: ParameterStyle | undefined;
  readonly explode: boolean | undefined;
  readonly allowsReserved: boolean;
}

/** One response of an operation. Named so because `Response` is the platform's. */
export interface ResponseModel {
  /** `200`, `4XX` or `default`, as written. */
  readonly status: string;
  readonly description: string;
  readonly headers: readonly ResponseHeader[];
  readonly contents: readonly MediaTypeContent[];
  readonly links: readonly Link[];
  readonly assumption: string | undefined;
  readonly extensions: Extensions;
  readonly source: SourceLocation;
}

export interface ResponseHeader {
  readonly name: string;
  readonly description: string | undefined;
  readonly isRequired: boolean;
  readonly isDeprecated: boolean;
  /** How objects and lists are written, in style `simple`. */
  readonly explode: boolean;
  readonly schema: SchemaNode;
  /** Set where the header has `content` instead of `schema`: the value travels encoded in this media type. */
  readonly mediaType: string | undefined;
  readonly examples: readonly Example[];
  readonly assumption: string | undefined;
  readonly extensions: Extensions;
  readonly source: SourceLocation;
}

export interface Link {
  readonly name: string;
  readonly description: string | undefined;
  readonly operationId: string | undefined;
  readonly operationRef: string | undefined;
  readonly parameters: Readonly<Record<string, JsonValue>>;
  readonly requestBody: JsonValue | undefined;
}

export interface Callback {
  readonly name: string;
  /** The runtime expression that gives the URL. */
  readonly expression: string;
  readonly operations: readonly Operation[];
}

/** Schemes that are all needed together. */
export type SecurityRequirement = readonly RequiredScheme[];

export interface RequiredScheme {
  readonly scheme: SecurityScheme;
  readonly scopes: readonly string[];
}

/** A Security Scheme Object; which fields are set depends on `type`. */
export interface SecurityScheme {
  /** Its key in `components.securitySchemes`. */
  readonly id: string;
  readonly type: 'apiKey' | 'http' | 'oauth2' | 'openIdConnect' | 'mutualTLS';
  readonly description: string | undefined;
  /** apiKey: where the key travels and under which name. */
  readonly in: 'header' | 'query' | 'cookie' | undefined;
  readonly name: string | undefined;
  /** http: `basic`, `bearer`, … in lower case. */
  readonly scheme: string | undefined;
  readonly bearerFormat: string | undefined;
  /** oauth2: the flows as written. */
  readonly flows: JsonObject | undefined;
  readonly openIdConnectUrl: string | undefined;
  /** `x-kit-placeholder`: the value that samples show where a real key belongs. */
  readonly placeholder: string | undefined;
  readonly extensions: Extensions;
  readonly source: SourceLocation;
}
