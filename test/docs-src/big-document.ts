/** How many operations, schemas and properties a generated document has. */
export interface BigDocumentSize {
  readonly operations: number;
  readonly schemas: number;
  readonly properties: number;
}

/**
 * A document as large ones are: schemas of a hundred properties that contain each other, long examples, many statuses,
 * Markdown and HTML in descriptions.
 */
export function bigDocument({ operations, schemas, properties }: BigDocumentSize): object {
  const reference = (index: number) => ({ $ref: `#/components/schemas/Model${index % schemas}` });
  const property = (index: number, at: number) => {
    if (at % 9 === 0) return reference(index * 7 + at);
    if (at % 10 === 0) return { type: 'array', items: reference(index + at) };
    if (at % 11 === 0) return { anyOf: [{ type: 'string' }, reference(index + 1), reference(index + 2)] };
    return {
      type: ['string', 'null'],
      description: `<p>Property **${at}** of model ${index}, see <a href="https://docs.example/${at}">there</a>.</p>`,
      maxLength: 5000,
    };
  };
  const model = (index: number) => ({
    type: 'object',
    required: ['p1', 'p2'],
    description: `The model number ${index}.`,
    properties: Object.fromEntries(
      Array.from({ length: properties }, (_, at) => [`p${at}`, property(index, at)]),
    ),
  });
  const example = Object.fromEntries(
    Array.from({ length: properties }, (_, at) => [`p${at}`, `value ${at}`]),
  );
  const operation = (index: number) => ({
    operationId: `group${index % 40}/do-thing-${index}`,
    summary: `Do thing ${index}`,
    description: `Does thing ${index}.\n\n> [!NOTE]\n> Not for everyone.\n\n\`\`\`shell\ncurl x\n\`\`\``,
    tags: [`group${index % 40}`],
    parameters: Array.from({ length: 12 }, (_, at) => ({
      name: `parameter_${at}`,
      in: 'query',
      description: `Parameter ${at} of thing ${index}`,
      required: at < 2,
      schema: { type: 'string', enum: ['a', 'b', 'c'] },
    })),
    requestBody: { content: { 'application/json': { schema: reference(index) } } },
    responses: {
      '200': {
        description: 'Done',
        content: {
          'application/json': {
            schema: { type: 'array', items: reference(index + 3) },
            examples: { one: { value: [example, example] }, two: { value: [example] } },
          },
        },
      },
      ...Object.fromEntries(
        [400, 401, 403, 404, 409, 422, 503].map((status) => [
          String(status),
          {
            description: `Status ${status}`,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Model0' } } },
          },
        ]),
      ),
    },
  });
  return {
    openapi: '3.1.0',
    info: { title: 'Big', version: '1' },
    servers: [{ url: 'https://api.big.example' }],
    paths: Object.fromEntries(
      Array.from({ length: operations }, (_, index) => [
        `/things/${index}/{id}`,
        {
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
          post: operation(index),
        },
      ]),
    ),
    components: {
      schemas: Object.fromEntries(
        Array.from({ length: schemas }, (_, index) => [`Model${index}`, model(index)]),
      ),
    },
  };
}
