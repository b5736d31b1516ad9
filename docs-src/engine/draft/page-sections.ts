import type { PageBlock, PageTitle } from './page-blocks.ts';

/** A part of a page under a heading of its own, with the headings that only name parts of an operation in it (`HTTP Request`). */
export interface PageSection {
  /** The headings above, the part's own last; none above the first heading. */
  readonly titles: readonly PageTitle[];
  readonly blocks: readonly PageBlock[];
}

/** A heading of nothing but these words names a part of an operation. */
const partWords = new Set(
  `a all an and api are as available by code for from get get: here if in is it key may of on only or post put delete patch optional required
  possible sent successful success failed failure that the these this to used using valid value values via with your you
  argument arguments attribute attributes body bodies call calls code codes command data default definition description details endpoint endpoints
  error errors example examples exemples exemple field fields filter filters form format header headers http https info input inputs json list
  method methods model note notes object output outputs param parameter parameters params path payload post query raw
  reply request requests respond response responses result results return returned returns route sample samples schema snippet
  status string syntax table type url uri urls usage 200 201 204 400 401 403 404 422 500 ok
  bash c c# csharp curl go golang java javascript js kotlin node node.js nodejs objective-c php python ruby shell swift typescript xml
  cabecera cabeceras campos corps corpo cuerpo de del dos ejemplo ejemplos en erreurs la le les los par parametri parametros parámetros
  parâmetros paramètres petición requête requisição respuesta respuestas réponse retorno resposta url
  请求 响应 返回 参数 请求参数 返回参数 响应参数 返回值 示例 请求示例 返回示例 http请求 请求方法 错误码`.split(
    /\s+/,
  ),
);

function namesPart(title: string): boolean {
  const words = title
    .toLowerCase()
    .split(/[\s/()\-_,:&+’'"]+/)
    .filter((word) => word !== '');
  return words.length > 0 && words.every((word) => partWords.has(word.replace(/\.$/, '')));
}

/** Cuts a page at its headings. */
export function cutIntoSections(blocks: readonly PageBlock[]): readonly PageSection[] {
  const sections: { titles: PageTitle[]; blocks: PageBlock[] }[] = [{ titles: [], blocks: [] }];
  for (const block of blocks) {
    const current = sections.at(-1);
    const own = current?.titles.at(-1);
    const isNew =
      block.kind === 'title' && (own === undefined || block.level <= own.level || !namesPart(block.text));
    if (!isNew) current?.blocks.push(block);
    else {
      const above = current?.titles.filter(({ level }) => level < block.level) ?? [];
      sections.push({ titles: [...above, block], blocks: [block] });
    }
  }
  return sections;
}
