import type { JsonValue } from '../../../openapi/model/api-model.ts';
import type { Pair } from '../../../openapi/operations/wire/query-pairs.ts';
import type { DraftNotes } from './draft-notes.ts';
import { type KeyScheme, schemesOfRequest, schemesOfText } from './key-schemes.ts';
import { readLooseJson } from './loose-json.ts';
import { readMethodLines } from './method-lines.ts';
import type { PageBlock, PageCode, PageTable, SourcePlace } from './page-blocks.ts';
import { type ParameterRow, readParameterRows, readStatusRows, type StatusRow } from './parameter-rows.ts';
import { readTarget } from './request-target.ts';
import { fieldsOfForm, readHttp, type ShownRequest } from './shown-requests.ts';
import { shownRequestsOf } from './sightings.ts';

/** A value of JSON that a page shows. */
interface ShownValue extends SourcePlace {
  readonly value: JsonValue;
}

export interface ShownForm extends SourcePlace {
  readonly fields: readonly Pair[];
  readonly isMultipart: boolean;
}

/** The rows of a table of parameters or fields, with the words above it. */
export interface LabelledRows {
  readonly rows: readonly ParameterRow[];
  readonly label: string;
  readonly purpose: Purpose | undefined;
}

/** What the blocks of an operation say, by what it is. */
export interface OperationParts {
  readonly texts: string[];
  readonly requests: ShownRequest[];
  /** Keys that are sent together. */
  readonly keys: (readonly KeyScheme[])[];
  readonly bodies: ShownValue[];
  readonly forms: ShownForm[];
  readonly replies: (ShownValue & { readonly status: string | undefined })[];
  readonly tables: LabelledRows[];
  readonly statuses: StatusRow[];
  /** The status of success that the text names. */
  status?: string;
}

type Purpose = 'request' | 'reply' | 'error';

const words: readonly (readonly [Purpose, RegExp])[] = [
  [
    'error',
    /\berrors?\b|\bfail(s|ed|ure)?\b|unauthori[sz]ed|not found|forbidden|bad request|\b[45]\d\d\b|错误|erreur/i,
  ],
  [
    'reply',
    /\brespon(se|ses|ds)\b|\brepl(y|ies)\b|\breturn(s|ed)?\b|\bresults?\b|\boutput\b|\banswers?\b|respuesta|resposta|retorno|réponse|antwort|响应|返回|レスポンス/i,
  ],
  [
    'request',
    /\brequests?\b|\bbody\b|\bpayload\b|\binput\b|\bpost(ed)?\b|\bsen[dt]\b|\bparam|\bquery\b|\barguments?\b|\bheaders?\b|petici[oó]n|cuerpo|requisi|corpo|requête|corps|请求|リクエスト/i,
  ],
];

function purposeOf(label: string): Purpose | undefined {
  return words.find(([, pattern]) => pattern.test(label))?.[0];
}

/** Sorts the blocks of an operation. The words above a block, a heading of a part or a line of text, say what it is for. */
export function sortParts(blocks: readonly PageBlock[], notes: DraftNotes): OperationParts {
  const parts: OperationParts = {
    texts: [],
    requests: [],
    keys: [],
    bodies: [],
    forms: [],
    replies: [],
    tables: [],
    statuses: [],
  };
  let [title, text] = ['', ''];
  blocks.forEach((block, index) => {
    const purpose = purposeOf(text) ?? purposeOf(title);
    if (block.kind === 'title') [title, text] = [index === 0 ? '' : block.text, ''];
    else if (block.kind === 'text') {
      text = block.text;
      parts.keys.push(schemesOfText(block));
      const [, status] = /\b(?:return|respon|status|code)\w*\b.{0,40}\b(20[0-6])\b/i.exec(text) ?? [];
      if (status !== undefined) parts.status ??= status;
      const isSentence =
        /\p{L}{2,}\P{L}+\p{L}{2,}/u.test(text) &&
        !/:\s*$/.test(text) &&
        !readMethodLines(text).some(({ isAlone }) => isAlone);
      if (title === '' && isSentence && !/^<|returns? (JSON|XML)/i.test(block.markdown))
        parts.texts.push(block.markdown);
    } else if (block.kind === 'table') {
      readTable(block, { purpose, label: `${title} ${text}` }, parts, notes);
    } else readCode(block, { purpose, label: `${title} ${text}` }, parts, notes);
  });
  return { ...parts, keys: parts.keys.filter(({ length }) => length > 0) };
}

interface Context {
  readonly purpose: Purpose | undefined;
  readonly label: string;
}

function readTable(table: PageTable, context: Context, parts: OperationParts, notes: DraftNotes): void {
  const statuses = readStatusRows(table);
  const rows = readParameterRows(table);
  if (statuses !== undefined) parts.statuses.push(...statuses);
  else if (rows !== undefined) parts.tables.push({ ...context, rows });
  else if (!table.rows.some(({ cells }) => cells.some(({ text }) => readMethodLines(text).length > 0))) {
    const heads = table.head.map((head) => `"${head}"`).join(', ');
    notes.unclear(table, `This table is left out: its heads ${heads} are none of a table of parameters.`);
  }
}

/** Languages whose code is no JSON, whatever it looks like. */
const programs = /^(python|py|ruby|rb|php|java|c#|csharp|go|swift|perl|kotlin|r|xml|html|graphql)\b/;

function readCode(
  block: PageCode,
  { purpose, label }: Context,
  parts: OperationParts,
  notes: DraftNotes,
): void {
  const requests = shownRequestsOf(block);
  for (const request of requests) readRequest(request, parts, notes);
  const { replies } = readHttp(block);
  for (const { status, body, ...place } of replies) {
    if (/^2/.test(status)) parts.status ??= status;
    for (const value of readLooseJson(body) ?? []) parts.replies.push({ value, status, ...place });
  }
  if (requests.length + replies.length > 0 || programs.test(block.language)) return;
  const values = readLooseJson(block.text);
  const isMeant = /^json/.test(block.language) || /^\s*\{[\s\S]*\}\s*$/.test(block.text);
  if (values === undefined) {
    if (isMeant && block.text.trim() !== '')
      notes.unclear(block, 'This JSON cannot be read: it is left out.');
    return;
  }
  const [status] = /\b[1-5]\d\d\b/.exec(label) ?? [];
  for (const value of values) {
    const { file, line } = block;
    if (purpose === 'request') parts.bodies.push({ value, file, line });
    else
      parts.replies.push({ value, status: status ?? (purpose === 'error' ? '4XX' : undefined), file, line });
  }
}

function readRequest(request: ShownRequest, parts: OperationParts, notes: DraftNotes): void {
  const { file, line, body } = request;
  parts.requests.push(request);
  parts.keys.push(schemesOfRequest(request, readTarget(request.url)));
  if (body === undefined) return;
  if (typeof body !== 'string') {
    parts.forms.push({ fields: body, isMultipart: true, file, line });
    return;
  }
  const values = readLooseJson(body);
  const fields = fieldsOfForm(body);
  if (values?.[0] !== undefined) parts.bodies.push({ value: values[0], file, line });
  else if (fields.length > 0) parts.forms.push({ fields, isMultipart: false, file, line });
  else notes.unclear(request, `The body of this request is neither JSON nor a form: it is left out.`);
}
