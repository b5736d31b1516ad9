import type { ExampleReply } from '../../openapi/operations/values/example-replies.ts';
import type { DraftReply } from './reply.ts';

/** What the document itself says in reply. */
export function draftOfExample(example: ExampleReply): DraftReply {
  const made = example.isGenerated ? 'the schema' : `example "${example.name}"`;
  return {
    status: example.status,
    headers: example.headers,
    mediaType: example.mediaType,
    value: example.value,
    madeBy: example.mediaType === undefined ? 'the document' : made,
    // A document's own values are served as they are: a real document's examples are rarely perfect.
    mustFitDocument: false,
  };
}
