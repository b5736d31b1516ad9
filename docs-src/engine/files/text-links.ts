import type { ApiModel, DocumentFault, SourceLocation } from '../../../openapi/model/api-model.ts';
import { allOperations, allSchemas } from '../../../openapi/model/schema/all-schemas.ts';
import { linksThatStayText } from '../markdown/document-text.ts';

/** Links in the document's own texts that the site shows as text, because they are no addresses of the web: each text once. */
export function findTextLinks(model: ApiModel, documentFile: string): readonly DocumentFault[] {
  const faults: DocumentFault[] = [];
  const seen = new Set<string>();
  const look = (text: string | undefined, location: SourceLocation, field = 'description') => {
    if (text === undefined || seen.has(text)) return;
    seen.add(text);
    const pointer = `${location.pointer}/${field}`;
    for (const href of new Set(linksThatStayText(text))) {
      const message = `the link to "${href}" stands on the site as text: it leads to no address with http or mailto`;
      faults.push({ message, location: { file: location.file, pointer }, effect: 'untidy' });
    }
  };
  look(model.info.description, { file: documentFile, pointer: '/info' });
  for (const [index, tag] of model.tags.entries())
    look(tag.description, { file: documentFile, pointer: `/tags/${index}` });
  for (const operation of allOperations(model)) {
    look(operation.summary, operation.source, 'summary');
    const { parameters, requestBody, responses } = operation;
    const parts = [
      operation,
      ...parameters,
      ...(requestBody === undefined ? [] : [requestBody]),
      ...responses,
    ];
    for (const { description, source } of [...parts, ...responses.flatMap(({ headers }) => headers)])
      look(description, source);
  }
  for (const schema of allSchemas(model)) look(schema.description, schema.source);
  return faults;
}
