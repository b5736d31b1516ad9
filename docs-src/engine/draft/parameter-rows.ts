import type { JsonValue } from '../../../openapi/model/api-model.ts';
import type { DraftSchema } from './infer-schema.ts';
import type { PageCell, PageRow, PageTable, SourcePlace } from './page-blocks.ts';

export type RowLocation = 'path' | 'query' | 'header' | 'cookie' | 'body';

/** What a row of a table says of one parameter or field. */
export interface ParameterRow extends SourcePlace {
  /** As written: `page`, `filter[status]`, `address.city`, `items[].id`. */
  readonly name: string;
  readonly location: RowLocation | undefined;
  readonly isRequired: boolean | undefined;
  readonly type: DraftSchema | undefined;
  readonly values: readonly string[] | undefined;
  readonly standard: string | undefined;
  readonly description: string | undefined;
}

/** What heads of tables are called, in the languages of most Slate sources; the first that fits counts. */
const columnWords = {
  location: /^(in|location|position|place|passed in|sent in|param(eter)? type|ubicaci[oó]n|位置)$/i,
  standard: /default|defecto|predeterminad|padr[aã]o|d[ée]faut|standard|默认|デフォルト/i,
  required:
    /requir|mandatory|optional|obligator|requerid|obrigat|obligatoire|requis|pflicht|erforderlich|必填|必须|必选|必要|必須|^m\/o$/i,
  values: /\bvalues\b|enum|allowed|accepted|options|choices|valores|valeurs|取值|可选值/i,
  type: /\btypes?\b|tipo|\btyp\b|类型|型$|^format$/i,
  description:
    /desc|meaning|notes?$|comments?|explanation|details?|^info|purpose|remark|beschreibung|bedeutung|说明|描述|含义|备注|説明/i,
  name: /^((query|url|uri|path|body|post|get|put|request|response|form|json|input|output|data|header|http|route|search|filter|return(ed)?)[ -]*(string)?[ -]*)*(param(eter)?s?|args?|arguments?|names?|fields?|attributes?|keys?|property|properties|variables?|options?|headers?|members?|elements?|columns?)( ?names?| ?keys?)?$|^(par[aâá]metros?|campos?|nombres?|nomes?|atributos?|propiedad|paramètres?|noms?|champs?|attributs?|feld|参数名?称?|名称|字段名?称?|パラメータ名?|項目名?|名前)(?!\p{L})/iu,
} as const;
type Column = keyof typeof columnWords;

/** Where each kind of cell stands; undefined: this is no table of parameters. */
function readColumns(head: readonly string[]): ReadonlyMap<Column, number> | undefined {
  const columns = new Map<Column, number>();
  head.forEach((text, index) => {
    const words = text.trim().replace(/[?*:]+$/, '');
    const kind = (Object.keys(columnWords) as Column[]).find(
      (column) => !columns.has(column) && columnWords[column].test(words),
    );
    if (kind !== undefined && words !== '') columns.set(kind, index);
  });
  // A head that is empty, or a word of the API, stands above names where others say of which type or default those are.
  const isAboutNames =
    head[0]?.trim() === '' || ['type', 'required', 'standard'].some((kind) => columns.has(kind as Column));
  if (isAboutNames && !columns.has('name') && ![...columns.values()].includes(0)) columns.set('name', 0);
  return columns.has('name') && head.length > 1 ? columns : undefined;
}

/** The rows of a table of parameters, headers or fields; undefined: it is another table. */
export function readParameterRows(table: PageTable): readonly ParameterRow[] | undefined {
  const columns = readColumns(table.head);
  if (columns === undefined) return undefined;
  const nameHead = table.head[columns.get('name') ?? 0] ?? '';
  const above: string[] = [];
  return table.rows.flatMap((row) => readRow(row, columns, table.head, locationByWords(nameHead), above));
}

function readRow(
  row: PageRow,
  columns: ReadonlyMap<Column, number>,
  head: readonly string[],
  location: RowLocation | undefined,
  above: string[],
): ParameterRow[] {
  const cell = (column: Column): PageCell =>
    row.cells[columns.get(column) ?? -1] ?? { text: '', markdown: '' };
  const [, marks = '', own = '', rest = ''] =
    /^([\s↳»›>└─•*-]*)(\S[^\s(*|,:]*|\S+)([\s\S]*)$/u.exec(
      cell('name').text.replaceAll('&nbsp;', ' ').replace(/["']/g, ''),
    ) ?? [];
  if (!/[\p{L}\p{N}]/u.test(own)) return [];
  const depth = marks.replace(/[\s*•]/g, '').length;
  above.length = Math.min(above.length, depth);
  above[depth] = own;
  const described = cell('description').text;
  const typed = cell('type').text;
  const remarks = `${rest} ${typed} ${/^\W*(required|mandatory|optional)\b|\((required|mandatory|optional)\)/i.exec(described)?.[0] ?? ''}`;
  const { file, line } = row;
  return [
    {
      name: above.filter((name) => name !== undefined).join('.'),
      location: locationByWords(cell('location').text) ?? location,
      isRequired:
        readRequired(cell('required').text, head[columns.get('required') ?? -1] ?? '') ??
        requiredByRemarks(remarks),
      type: readType(typed) ?? readType(rest.replace(/[()_*]/g, '')),
      values: readValues(cell('values')),
      standard: /^(\W*|none|n\/?a|null|no|nil|无)$/i.test(cell('standard').text)
        ? undefined
        : cell('standard').text,
      description: cell('description').markdown.trim() || undefined,
      file,
      line,
    },
  ];
}

/** `Query Parameter`, `in path`, `Request Headers`. */
export function locationByWords(words: string): RowLocation | undefined {
  if (/\bheaders?\b|cabecera|en-?t[êe]te/i.test(words)) return 'header';
  if (/\bcookies?\b/i.test(words)) return 'cookie';
  if (/\bquery\b|querystring/i.test(words)) return 'query';
  if (/\b(path|route)\b/i.test(words)) return 'path';
  if (/\b(body|form|form-?data|payload|json|post)\b|cuerpo|corpo|corps/i.test(words)) return 'body';
  return undefined;
}

function readRequired(text: string, head: string): boolean | undefined {
  const isYes =
    /^\W*(y|yes|true|t|r|m|1|required|mandatory|always|s[ií]|sim|oui|ja|是|必填|必须|必选|必須|requerid[oa]|obligator\w+|obrigat\w+|obligatoire|requis)(?!\p{L})/iu.test(
      text,
    ) || /^\s*[是必✓✔✅√]|^\s*x\s*$|:white_check_mark:/iu.test(text);
  const isNo =
    /^\W*(n|no|false|f|o|0|optional|opcional|n[aã]o|non|nein|facultatif|never)(?!\p{L})/iu.test(text) ||
    /^\s*[否✗✘❌-]/u.test(text);
  if (!isYes && !isNo) return undefined;
  const saysRequired = /^\W*(required|mandatory|requerid|obligator)/i.test(text);
  const saysOptional = /^\W*(optional|opcional|facultatif)/i.test(text);
  const isInverted =
    /optional|opcional/i.test(head) && !/requir|mandatory/i.test(head) && !saysRequired && !saysOptional;
  return isInverted ? !isYes : isYes;
}

function requiredByRemarks(text: string): boolean | undefined {
  if (/\boptional\b|opcional|not required|facultati/i.test(text)) return false;
  return /\brequired\b|\bmandatory\b|obligator|obrigat|requerid|必填|必须|必須/i.test(text)
    ? true
    : undefined;
}

/** Words for a type, as JSON Schema's. */
export function readType(text: string): DraftSchema | undefined {
  const words = text.trim().toLowerCase().replace(/[`*_]/g, '');
  const [, ofList] =
    /^(?:array|list|lista|set|arr)\s*(?:of|de|\(|<|\[)\s*([\w ]+)/.exec(words) ??
    /^([\w ]+)\[\s*\]/.exec(words) ??
    [];
  if (ofList !== undefined || /^(array|list|lista|数组|列表)/.test(words))
    return { type: 'array', items: readType((ofList ?? '').replace(/s$/, '')) ?? {} };
  const type = typeWords.find(([, pattern]) => pattern.test(words))?.[0];
  if (type === 'binary') return { type: 'string', format: 'binary' };
  return type === undefined ? undefined : { type };
}

const typeWords: readonly (readonly [string, RegExp])[] = [
  ['binary', /^(file|binary|blob|upload|arquivo|archivo)\b/],
  ['boolean', /^(bool|true\b|布尔|真偽)/],
  ['integer', /^(u?int|integer|long\b|bigint|smallint|tinyint|entero|inteiro|entier|ganzzahl|整)/],
  ['number', /^(num|float|double|decimal|real\b|money|数字|浮点|数値)/],
  ['object', /^(object|hash|json|dict|map\b|struct|objeto|objet\b|对象)/],
  [
    'string',
    /^(str|text|varchar|char|date|time|uuid|guid|ur[li]|email|enum|iso|字符|文字|cadena|texto|chaîne)/,
  ],
];

/** The values of an enum: in code, or apart by commas, bars and the like. */
function readValues({ text, markdown }: PageCell): readonly string[] | undefined {
  const inCode = [...markdown.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code.trim());
  const listed =
    inCode.length > 1
      ? inCode
      : text.split(/\s*[,|/;\n]\s*|\s+or\s+/).map((part) => part.trim().replace(/^["'“]|["'”]$/g, ''));
  const isList = listed.length > 1 && listed.every((value) => /^[\p{L}\p{N}_.+-]+$/u.test(value));
  return isList ? [...new Set(listed)] : undefined;
}

/** A text as a value of a type; undefined where it is none. */
export function valueOfText(text: string, type: DraftSchema['type']): JsonValue | undefined {
  const written = text.trim().replace(/^[`"']+|[`"']+$/g, '');
  if (type === 'string' || type === undefined) return written;
  if (type === 'boolean')
    return /^(true|false)$/i.test(written) ? written.toLowerCase() === 'true' : undefined;
  if (type === 'integer') return /^-?\d{1,15}$/.test(written) ? Number(written) : undefined;
  if (type === 'number') return /^-?\d{1,15}(\.\d+)?$/.test(written) ? Number(written) : undefined;
  return undefined;
}

export interface StatusRow extends SourcePlace {
  readonly status: string;
  readonly meaning: string;
}

/** A table of HTTP statuses: what each means. Undefined: it is another table. */
export function readStatusRows({ head, rows }: PageTable): readonly StatusRow[] | undefined {
  const named = head.findIndex((text) => /code|status|error|código|estado|状态码/i.test(text));
  const column = Math.max(named, 0);
  const found = rows.flatMap(({ cells, file, line }) => {
    const [, status, words = ''] =
      /^\D{0,6}\b([1-5]\d\d)\b[\s:-]*(.*)$/.exec(cells[column]?.text ?? '') ?? [];
    if (status === undefined) return [];
    const others = cells.filter((_, index) => index !== column).map(({ markdown }) => markdown.trim());
    const meaning = [words, ...others].filter((text) => text !== '').join(': ');
    return [{ status, meaning, file, line }];
  });
  return found.length > 0 && found.length * 2 >= rows.length ? found : undefined;
}
