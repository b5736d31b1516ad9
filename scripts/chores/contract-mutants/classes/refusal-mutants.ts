import { parameterValue } from '../../../../openapi/operations/requests/documented-request.ts';
import { valueChoices } from '../../../../openapi/operations/requests/value-choices.ts';
import { type Grounds, queryParametersOf, refusalLike, writtenValue } from '../grounds.ts';
import { type ApiMutant, sentValue } from '../mutant.ts';

/** Values that the document allows, each of which is refused: of an enum, at a bound, an optional parameter at all. */
export function refusalMutants(grounds: Grounds): readonly ApiMutant[] {
  return grounds.operations.flatMap((operation) => {
    const { operationId } = operation;
    const refusing = (name: string, what: string, isRefused: (text: string) => boolean): ApiMutant => ({
      class: 'valid values refused',
      name: `${operationId}: ${what} is refused`,
      operationId,
      about: [name],
      create: () => (request, api) => {
        const text = request.operation === operation ? sentValue(request, name) : undefined;
        return text !== undefined && isRefused(text)
          ? Promise.resolve(refusalLike(grounds, operation, 400))
          : api.pass(request);
      },
    });
    return queryParametersOf(operation).flatMap((parameter) => {
      const { name, schema, isRequired } = parameter;
      const usual = parameterValue(parameter);
      const values = valueChoices(schema, usual).map(writtenValue);
      const isOpen = schema.enum === undefined && !schema.types.includes('boolean');
      return [
        ...(isRequired ? [] : [refusing(name, name, () => true)]),
        ...values
          .filter((value) => value !== '' && (!isOpen || value !== writtenValue(usual)))
          .map((value) => refusing(name, `${name}=${value}`, (text) => text === value)),
      ];
    });
  });
}
