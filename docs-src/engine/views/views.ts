/**
 * The plain values that templates print. Two rules: a name that ends in `Html` holds markup that the engine made and is
 * printed with `| safe`; everything else is text and is escaped. Links that start with `#` stay on the page; all other
 * links of a view are already relative to the page that shows them (or absolute, on the 404 page).
 */

/** Markup that the engine made: escaped, sanitised, safe to print as it is. */
export type Html = string;

/** A language of the samples: a tab. */
export interface LanguageView {
  /** What stands in `tab-python`, in the address (`?python`) and in storage. */
  readonly id: string;
  readonly label: string;
}

export interface LinkView {
  readonly label: string;
  readonly href: string;
}

/** The same site in another language. */
export interface TranslationView extends LinkView {
  /** BCP 47: what the link's `lang` and `hreflang` say. */
  readonly locale: string;
}

/** What is the same on every page of a site, links apart. */
export interface SiteView {
  readonly title: string;
  /** BCP 47: `en`, `fr`: the `lang` of the page. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly languages: readonly LanguageView[];
  readonly hasSearch: boolean;
  readonly hasCopyButtons: boolean;
  readonly tocFootersHtml: readonly Html[];
  /** Front matter `meta`: attributes of one `<meta>` each, in order. */
  readonly meta: readonly (readonly { readonly name: string; readonly value: string }[])[];
  /** The theme's words in the site's locale, by key. */
  readonly words: Readonly<Record<string, string>>;
  /** `3.1.0 of the document`: info.version, shown small. */
  readonly version: string | undefined;
  /** The placeholder that stands in samples where a real key belongs; undefined: no operation needs a key. */
  readonly keyPlaceholder: string | undefined;
  /** What samples may call: whole addresses, and as a path the mock that serves the page. */
  readonly servers: readonly string[];
  /** The tab whose samples are for a shell; undefined: there is none. */
  readonly shellTab: string | undefined;
}

/** One HTML file. */
export interface PageView {
  readonly kind: 'whole' | 'overview' | 'operation' | 'schema' | 'not-found';
  readonly site: SiteView;
  /** From the site's root: `operations/search.html`. */
  readonly path: string;
  /** Prefix of links to files of the site: ``, `../`, or `/kit/` on the 404 page. `{{ page.root }}site.css`. */
  readonly root: string;
  readonly title: string;
  readonly description: string;
  /** Absolute; undefined without a base URL. */
  readonly canonicalUrl: string | undefined;
  readonly openGraph: readonly { readonly property: string; readonly content: string }[];
  /** Value of the Content-Security-Policy `<meta>`. */
  readonly contentSecurityPolicy: string;
  readonly styles: readonly string[];
  /** Printed as `<script type="module" src>`; in the head, deferred. */
  readonly scripts: readonly string[];
  readonly favicon: string | undefined;
  /** Without an address the text alone. */
  readonly logo: { readonly href: string; readonly alt: string } | undefined;
  /** Where the logo and the site title lead. */
  readonly homeHref: string;
  /** Where a reader may edit what the page is made from. */
  readonly editHref: string | undefined;
  /** The page as Markdown, beside it. */
  readonly markdownHref: string | undefined;
  /** Loaded by the client on first focus of the search field; undefined: no search. */
  readonly searchDataHref: string | undefined;
  readonly translations: readonly TranslationView[];
  /** Addresses of this very page in other languages: only the first page is known to have one. */
  readonly alternates: readonly Omit<TranslationView, 'label'>[];
  /** openapi.json, openapi.yaml, Postman collection. */
  readonly downloads: readonly LinkView[];
  readonly menu: readonly MenuEntry[];
  /** Gone through once, in order: a big page's blocks are made one after the other, and need not be in memory together. */
  readonly blocks: Iterable<ContentBlock>;
  /** Neighbours of a one-operation page, in page order. */
  readonly previous: LinkView | undefined;
  readonly next: LinkView | undefined;
}

/** An h1 of the page, with its h2s under it. */
export interface MenuEntry {
  /** Text without tags; Slate's `data-title`. */
  readonly title: string;
  readonly titleHtml: Html;
  /** `#search`, or a link to another page. */
  readonly href: string;
  /** `GET` for an operation's entry. */
  readonly method: string | undefined;
  readonly isDeprecated: boolean;
  /** The title of the group that begins with this entry; empty where a group has ended before it. */
  readonly group: string | undefined;
  /** The entry that this page is about. */
  readonly isCurrent: boolean;
  readonly children: readonly MenuEntry[];
}

/** The content, in order. `html` blocks are direct children of `.content`, as are the parts of all others. */
export type ContentBlock =
  | {
      readonly kind: 'html';
      readonly html: Html /** The writer's text: for the page's Markdown twin. */;
      readonly markdown: string;
    }
  | { readonly kind: 'heading'; readonly heading: HeadingView }
  | { readonly kind: 'operation'; readonly operation: OperationView }
  | { readonly kind: 'operation-list'; readonly operations: readonly OperationLinkView[] }
  | { readonly kind: 'plans'; readonly plans: PlansTableView }
  | { readonly kind: 'errors'; readonly errors: ErrorsTableView }
  | { readonly kind: 'assumptions'; readonly assumptions: readonly AssumptionView[] }
  | { readonly kind: 'about'; readonly about: AboutView }
  | { readonly kind: 'servers'; readonly servers: readonly ServerView[] }
  | { readonly kind: 'security'; readonly schemes: readonly SecuritySchemeView[] }
  | { readonly kind: 'headers'; readonly groups: readonly SharedHeadersView[] }
  | { readonly kind: 'schema'; readonly schema: SchemaSectionView };

export interface HeadingView {
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  /** Slate's id: the stable address. */
  readonly id: string;
  /** More addresses of the same place (an operationId): printed as empty `<a id>` inside the heading. */
  readonly anchors: readonly string[];
  readonly title: string;
  readonly titleHtml: Html;
}

export interface OperationLinkView {
  readonly title: string;
  readonly method: string;
  readonly path: string;
  readonly href: string;
  readonly isDeprecated: boolean;
}

/** What holds between requests and replies (`x-kit-relations`), each relation in its sentences. */
export interface RelationsView {
  readonly title: string;
  readonly items: readonly {
    readonly textHtml: Html;
    /** For the page's Markdown twin. */
    readonly markdown: string;
    readonly assumption: LinkView | undefined;
  }[];
}

export interface OperationView {
  readonly operationId: string;
  /** undefined: the writer's own heading stands above (and carries the operationId as an anchor). */
  readonly heading: HeadingView | undefined;
  /** Prefix of the ids inside: `search` gives `search-parameter-lang`, `search-status-429`. Unique on the page. */
  readonly idPrefix: string;
  readonly title: string;
  /** In capitals: `GET`. */
  readonly method: string;
  /** Without the server: `/search`, in pieces so that `{variables}` can be shown. */
  readonly pathPieces: readonly { readonly text: string; readonly isVariable: boolean }[];
  readonly path: string;
  /** Server and path: `https://api.example/pets/v1/search`; for a webhook undefined. */
  readonly url: string | undefined;
  readonly serverUrl: string | undefined;
  readonly isWebhook: boolean;
  readonly badges: readonly BadgeView[];
  readonly isDeprecated: boolean;
  readonly descriptionHtml: Html;
  /** The same as the document has it, for the page's Markdown twin. */
  readonly descriptionMarkdown: string;
  readonly externalDocsHtml: Html;
  /** Number of what nobody documented (`x-kit-assumption`) in the list of assumptions. */
  readonly assumption: LinkView | undefined;
  readonly security: OperationSecurityView;
  /** Empty where the document has no plans or the operation needs no key. */
  readonly plans: readonly OperationPlanView[];
  readonly parameterGroups: readonly ParameterGroupView[];
  readonly requestBody: RequestBodyView | undefined;
  /** undefined where the document has none, and where the operation has a page of its own that shows them. */
  readonly relations: RelationsView | undefined;
  readonly replies: readonly ReplyView[];
  readonly samples: readonly SampleView[];
  /** What the samples were printed from (a SampleRequest), as JSON: the client prints them again. A webhook has none. */
  readonly sampleRequest: string | undefined;
  readonly callbacks: readonly CallbackView[];
  readonly tryIt: TryItView | undefined;
  /** The page of this operation alone; undefined on that page. */
  readonly pageHref: string | undefined;
  /** That page as Markdown, which says all that an assistant needs to know. */
  readonly markdownHref: string | undefined;
}

export interface BadgeView {
  readonly name: string;
  /** Of its colour; empty without one. */
  readonly className: string;
}

export interface OperationSecurityView {
  /** none: no key; optional: works without; needed. */
  readonly kind: 'none' | 'optional' | 'needed';
  /** Any one of these suffices; all schemes of one are needed together. */
  readonly alternatives: readonly (readonly RequiredSchemeView[])[];
}

interface RequiredSchemeView {
  /** `x-api-key` header, `Bearer token`, …: one phrase in the site's language. */
  readonly label: string;
  /** To the section that explains the scheme; undefined where no page has it. */
  readonly href: string | undefined;
  readonly scopes: readonly string[];
}

export interface OperationPlanView {
  readonly name: string;
  readonly isIncluded: boolean;
  /** `10 calls a second`; undefined: not limited, or not included. */
  readonly rate: string | undefined;
  /** `500 calls a month`. */
  readonly quota: string | undefined;
}

export interface ParameterGroupView {
  /** `Query parameters`, in the site's language. */
  readonly title: string;
  readonly rows: readonly SchemaRowView[];
}

/**
 * A parameter, a header, a property or the inside of an array: one row with what may be under it. A tree that the engine
 * has already cut where it repeats itself: such a row has `see` instead of children.
 */
export interface SchemaRowView {
  /** Address of the row (`search-parameter-lang`); undefined inside trees. */
  readonly id: string | undefined;
  /** undefined for the root of a schema and for array items. */
  readonly name: string | undefined;
  /** `string`, `array of integer`, `Pet`, `string or null`; with the format: `string <date-time>`. */
  readonly type: string;
  readonly isRequired: boolean;
  readonly isDeprecated: boolean;
  readonly isReadOnly: boolean;
  readonly isWriteOnly: boolean;
  readonly isNullable: boolean;
  readonly descriptionHtml: Html;
  readonly assumption: LinkView | undefined;
  /** `1 to 20`, `at most 300 characters`, `pattern ^[A-Z]\d{4}$`: in the site's language. */
  readonly constraints: readonly string[];
  /** Values as text: strings without quotes, the rest as JSON. */
  readonly enumValues: readonly string[];
  /** As text; undefined: none. */
  readonly default: string | undefined;
  readonly examples: readonly string[];
  /** Allowed values and examples of which the document says something. */
  readonly valueNotes: readonly ValueNoteView[];
  /** How an array or object travels where it isn't the usual way: `lang=en,fr`, `filter[lang]=en`. */
  readonly serialisation: string | undefined;
  /** Properties, or what the items of an array hold, or values of a map. */
  readonly children: readonly SchemaRowView[];
  /** oneOf / anyOf: tabs or opened one by one. */
  readonly variants: VariantsView | undefined;
  /** if / then / else and dependentSchemas: what holds too on a condition. */
  readonly conditions: VariantsView | undefined;
  /** Shown elsewhere: further up (recursion), on a schema's own page, or in its section. */
  readonly see: LinkView | undefined;
  readonly externalDocsHtml: Html;
}

export interface ValueNoteView {
  readonly kind: 'allowed' | 'example';
  /** As text; empty for an example that lies elsewhere. */
  readonly value: string;
  readonly html: Html;
}

export interface VariantsView {
  /** `One of`, `Any of`, `Depends`, in the site's language. */
  readonly title: string;
  /** The property that tells the variants apart. */
  readonly discriminator: string | undefined;
  readonly options: readonly { readonly label: string; readonly row: SchemaRowView }[];
}

export interface RequestBodyView {
  readonly isRequired: boolean;
  readonly descriptionHtml: Html;
  readonly contents: readonly ContentView[];
}

/** One media type of a body. */
export interface ContentView {
  readonly mediaType: string;
  readonly schema: SchemaRowView | undefined;
  /** Where the page shows the same schema already; `schema` is undefined then. */
  readonly schemaSee: LinkView | undefined;
  readonly examples: readonly ExampleView[];
}

export interface ExampleView {
  readonly title: string;
  readonly descriptionHtml: Html;
  /** Highlighted; empty where the document only names an address of the example (`href`). */
  readonly codeHtml: Html;
  /** Language class: `json`, `xml`, `plaintext`. */
  readonly language: string;
  readonly href: string | undefined;
}

/** A reply without its body. */
export interface ReplyHeadView {
  /** `200`, `4XX`, `default`. */
  readonly status: string;
  /** `Too Many Requests`. */
  readonly phrase: string;
  readonly kind: 'informational' | 'success' | 'redirection' | 'client-error' | 'server-error' | 'default';
  readonly descriptionHtml: Html;
  readonly headers: readonly SchemaRowView[];
  /** Headers that the site describes in a section of its own: named here with a link, not in `headers`; one link for those that stand there together. */
  readonly headersSee: readonly LinkView[];
}

export interface ReplyView extends ReplyHeadView {
  /** `search-status-429`. */
  readonly id: string;
  readonly assumption: LinkView | undefined;
  readonly contents: readonly ContentView[];
  readonly links: readonly ReplyLinkView[];
}

/** Headers that the same replies send, in the section of response headers. */
export interface SharedHeadersView {
  readonly anchor: string;
  /** With which replies: a phrase. */
  readonly sent: string;
  readonly rows: readonly SchemaRowView[];
}

export interface ReplyLinkView {
  readonly name: string;
  readonly descriptionHtml: Html;
  readonly target: LinkView | undefined;
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
}

export interface SampleView {
  /** Id of its tab; classes of the block: `highlight tab-{{ language }}`. */
  readonly language: string;
  readonly label: string;
  /** Highlighter's class: `python`. */
  readonly lexer: string;
  /** The language (docs-src/engine/samples) that it was printed in, and can be again; undefined: the document brought it. */
  readonly emitter: string | undefined;
  /**
   * Highlighted. The key's placeholder stands in `<span class="kit-key" data-escape="shell|python|php|javascript">`:
   * the client replaces its text by the reader's key, written as that language's string wants it.
   */
  readonly codeHtml: Html;
}

interface CallbackView {
  readonly name: string;
  readonly expression: string;
  readonly operations: readonly CallbackOperationView[];
}

/** A request that the API sends, and what it wants to hear: nobody sends it here, so it has no samples and no form. */
export type CallbackOperationView = Pick<
  OperationView,
  'title' | 'method' | 'idPrefix' | 'descriptionHtml' | 'parameterGroups' | 'requestBody'
> & { readonly replies: readonly ReplyHeadView[] };

/** What a form under an operation needs; printed as JSON into `<script type="application/json">` or as fields. */
export interface TryItView {
  readonly method: string;
  readonly path: string;
  readonly servers: readonly string[];
  /** What is sent as it stands: the required ones, then others that the documented request has. */
  readonly fields: readonly TryItFieldView[];
  /** All others. */
  readonly furtherFields: readonly TryItFieldView[];
  readonly body: { readonly mediaType: string; readonly value: string } | undefined;
  /** Where a typed key travels. */
  readonly credentials: readonly TryItCredentialView[];
}

export interface TryItFieldView {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly isRequired: boolean;
  readonly control: 'text' | 'number' | 'select' | 'json';
  /** Whether what is typed is a number or a boolean. */
  readonly isLiteral: boolean;
  readonly options: readonly string[];
  /** The documented request's value; empty: not sent. */
  readonly value: string;
  readonly placeholder: string;
  /** How an array or object is written into the query; `form` with explode for all simple values. */
  readonly style: string;
  readonly explode: boolean;
}

interface TryItCredentialView {
  readonly schemeId: string;
  readonly in: 'header' | 'query' | 'cookie';
  readonly name: string;
  /** `Bearer ` or empty. */
  readonly prefix: string;
}

export interface PlansTableView {
  /** Column heads. */
  readonly plans: readonly string[];
  readonly rows: readonly {
    readonly title: string;
    /** Of all numbers of the row: `calls a second`. */
    readonly unit: string | undefined;
    /** A feature row has yes/no cells, others numbers or text; `no` where there is none. One cell a plan. */
    readonly cells: readonly { readonly kind: 'yes' | 'no' | 'number' | 'text'; readonly text: string }[];
  }[];
  /** Where one gets each plan; none where no plan says it. */
  readonly orders: readonly (LinkView | undefined)[];
  /** Hidden plans with a public key: `Demo`. */
  readonly demos: readonly {
    readonly name: string;
    readonly key: string;
    readonly rate: string | undefined;
    readonly quota: string | undefined;
  }[];
}

/** An entry of the list of assumptions. */
export interface AssumptionView {
  readonly anchor: string;
  readonly html: Html;
  /** Names of what it is about: `ageMin`, `GET /search`. */
  readonly about: readonly string[];
}

/** Every error status that an operation of the document names, with its codes. */
export interface ErrorsTableView {
  readonly rows: readonly {
    readonly id: string;
    readonly status: string;
    readonly phrase: string;
    readonly meaningHtml: Html;
    /** Codes that the document explains for this status, and those of its examples. */
    readonly codes: readonly { readonly id: string; readonly code: string; readonly meaningHtml: Html }[];
    readonly operations: readonly LinkView[];
  }[];
}

/** Contact, license, terms, more documentation: what there is of them. */
export interface AboutView {
  readonly facts: readonly { readonly term: string; readonly html: Html }[];
}

export interface ServerView {
  /** As written, with `{variables}`. */
  readonly url: string;
  readonly descriptionHtml: Html;
  readonly variables: readonly {
    readonly name: string;
    readonly default: string;
    readonly enumValues: readonly string[];
    readonly descriptionHtml: Html;
  }[];
}

export interface SecuritySchemeView {
  readonly id: string;
  /** Address: `security-apiKey`. */
  readonly anchor: string;
  /** `API key in the header x-api-key`. */
  readonly title: string;
  readonly descriptionHtml: Html;
  /** Facts as pairs: `Header` `x-api-key`; `Token URL` `https://…`. */
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  readonly scopes: readonly {
    readonly name: string;
    readonly descriptionHtml: Html;
    readonly flow: string;
  }[];
}

export interface SchemaSectionView {
  readonly name: string;
  readonly heading: HeadingView | undefined;
  readonly row: SchemaRowView;
  readonly example: ExampleView;
  /** Operations that hold it in a parameter or a body. */
  readonly users: readonly LinkView[];
  /** How many more there are. */
  readonly furtherUsers: number;
}
