import type { JsonValue, Operation, Parameter } from '../../../openapi/model/api-model.ts';
import type { RelationKind, RelationOf } from '../../../openapi/model/relations.ts';
import { parameterValue } from '../../../openapi/operations/requests/documented-request.ts';
import { changedReplies, type PassingReply, type PassingRequest } from './mutant.ts';
import { budgetOptions, type MutantSubject } from './subject.ts';

/** What mutants are made from: a document, and every call of a run against its sound mock. */
export interface Grounds {
  readonly subject: MutantSubject;
  readonly operations: readonly Operation[];
  readonly calls: readonly { readonly request: PassingRequest; readonly reply: PassingReply }[];
}

/** Throws where anything speaks against the sound mock: of no fault it would be known that it was seen. */
export async function groundsOf(subject: MutantSubject): Promise<Grounds> {
  const calls: { request: PassingRequest; reply: PassingReply }[] = [];
  const recording = changedReplies(undefined, (reply, request) => {
    calls.push({ request, reply });
    return undefined;
  });
  for (const budget of ['everything', '60 calls'] as const) {
    const { verdict, stopped, operations } = await subject.check(recording, budgetOptions(budget, subject));
    const doubts = operations.flatMap(({ checks }) => checks.filter(({ outcome }) => outcome !== 'held'));
    if (verdict === 'held' && doubts.length === 0) continue;
    const [first] = doubts.map((one) => `${one.operationId}: ${one.name}: ${one.findings[0]?.message}`);
    throw new Error(
      `The sound mock of ${subject.name} is not above doubt (${budget}, ${verdict}): ${stopped?.reason ?? first}`,
    );
  }
  return { subject, operations: subject.model.operations, calls };
}

/** Statuses that an operation answered with, each with its replies. */
export function repliesByStatus(
  { calls }: Grounds,
  operation: Operation,
): ReadonlyMap<number, readonly PassingReply[]> {
  const byStatus = new Map<number, PassingReply[]>();
  for (const { request, reply } of calls)
    if (request.operation === operation && request.method !== 'HEAD')
      byStatus.set(reply.status, [...(byStatus.get(reply.status) ?? []), reply]);
  return byStatus;
}

/** The reply that a document's refusal with this status looks like; where nobody saw one, a bare one. */
export function refusalLike(
  grounds: Grounds,
  operation: Operation | undefined,
  status: number,
): PassingReply {
  const like = (isFitting: (one: Operation | undefined) => boolean) =>
    grounds.calls.find(({ request, reply }) => reply.status === status && isFitting(request.operation))
      ?.reply;
  const headers = { 'content-type': 'application/json' };
  return like((one) => one === operation) ?? like(() => true) ?? { status, headers, body: '{}' };
}

export function queryParametersOf({ parameters }: Operation): readonly Parameter[] {
  return parameters.filter(({ in: where }) => where === 'query');
}

export function usualText(parameter: Parameter): string {
  return writtenValue(parameterValue(parameter));
}

export function writtenValue(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export function relationOfKind<Kind extends RelationKind>(
  { relations }: Operation,
  kind: Kind,
): RelationOf<Kind> | undefined {
  return relations.find((one): one is RelationOf<Kind> => one.kind === kind);
}
