import { needsKey } from '../../../../test/contract/engine/contract-check.ts';
import type { Grounds } from '../grounds.ts';
import { type ApiMutant, changedReplies, type PassingReply, withHeader } from '../mutant.ts';

type LimitFault = (text: string, calls: number) => string | undefined;

interface LimitMutant {
  readonly header: string;
  readonly what: string;
  readonly fault: LimitFault;
}

const inField = (item: string, key: string, change: (value: number) => number): LimitFault => {
  const place = new RegExp(`("${item}"[^,]*;${key}=)(\\d+)`);
  return (text) =>
    place.test(text)
      ? text.replace(place, (_, start: string, value: string) => start + change(Number(value)))
      : undefined;
};

const limitMutantList: readonly LimitMutant[] = [
  { header: 'x-ratelimit-remaining', what: 'does not go down', fault: () => '400' },
  { header: 'x-ratelimit-remaining', what: 'goes up', fault: (_, calls) => String(400 + calls) },
  { header: 'x-ratelimit-remaining', what: 'is one too many', fault: (text) => String(Number(text) + 1) },
  { header: 'x-ratelimit-remaining', what: 'is above the limit', fault: () => '999999999' },
  {
    header: 'x-ratelimit-remaining',
    what: 'goes down with every other call',
    fault: (text, calls) => String(Number(text) + Math.floor(calls / 2)),
  },
  { header: 'x-ratelimit-remaining', what: 'is negative', fault: () => '-1' },
  { header: 'x-ratelimit-remaining', what: 'is no number', fault: () => 'plenty' },
  { header: 'x-ratelimit-limit', what: 'is not that of the plan', fault: (text) => String(Number(text) * 2) },
  { header: 'x-ratelimit-limit', what: 'is 0', fault: () => '0' },
  { header: 'x-ratelimit-reset', what: 'is over', fault: (text) => String(Number(text) - 40 * 86_400) },
  { header: 'x-ratelimit-reset', what: 'is an hour too late', fault: (text) => String(Number(text) + 3_600) },
  { header: 'x-ratelimit-reset', what: 'is in milliseconds', fault: (text) => `${text}000` },
  { header: 'x-ratelimit-reset', what: 'is seconds to go', fault: () => '3600' },
  {
    header: 'ratelimit-policy',
    what: 'has another quota',
    fault: inField('quota', 'q', (value) => value + 1),
  },
  { header: 'ratelimit-policy', what: 'has another rate', fault: inField('rate', 'q', (value) => value * 2) },
  {
    header: 'ratelimit-policy',
    what: 'has another window',
    fault: inField('rate', 'w', (value) => value * 60),
  },
  { header: 'ratelimit-policy', what: 'is no structured field', fault: () => '500 calls; a month' },
  {
    header: 'ratelimit',
    what: 'says that more is left than there is',
    fault: inField('quota', 'r', (value) => value * 100),
  },
  {
    header: 'ratelimit',
    what: 'says another rest of the quota',
    fault: inField('quota', 'r', (value) => value - 7),
  },
  { header: 'ratelimit', what: 'does not go down', fault: inField('quota', 'r', () => 300) },
  { header: 'ratelimit', what: 'is no structured field', fault: () => '"quota;r=1' },
  { header: 'retry-after', what: 'is lost', fault: () => undefined },
  { header: 'retry-after', what: 'is 0', fault: () => '0' },
  { header: 'retry-after', what: 'is in words', fault: () => 'soon' },
];

/** What headers say of limits, wrong: everywhere, and in one operation alone. */
export function limitMutants({ operations, calls }: Grounds): readonly ApiMutant[] {
  const keyed = operations.filter(needsKey);
  return limitMutantList
    .filter(({ header }) => calls.some(({ reply }) => reply.headers[header] !== undefined))
    .map(({ header, what, fault }): ApiMutant => {
      const change = (reply: PassingReply, count: number) => {
        const text = reply.headers[header];
        return text === undefined ? undefined : withHeader(reply, header, fault(text, count));
      };
      return {
        class: 'limits',
        name: `${header} ${what}`,
        operationId: keyed[0]?.operationId,
        about: [header, 'limit', 'remaining'],
        create: () => {
          let count = 0;
          return changedReplies(undefined, (reply) => {
            count += 1;
            return change(reply, count);
          });
        },
      };
    });
}
