import type { SecurityScheme } from '../../openapi/model/api-model.ts';
import { distanceBetween } from '../../openapi/model/nearest-name.ts';
import type { SentValue } from './sent-values.ts';

/** What is left of a name when spelling is left out: `X-Api_Key`, `api-key` and `apiKey` are all `apikey`. */
function foldName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\d]/gu, '')
    .replace(/^x(?=.)/, '');
}

/** Names that credentials have everywhere, folded: key, access_token, X-RapidAPI-Key, clientSecret, password. */
const usualName =
  /^(key|token|secret|auth|jwt|bearer|credentials?)$|apikey|passw(or)?d|passphrase|authori[sz]ation$|(api|app|auth|access|account|client|consumer|developer|id|private|refresh|secret|service|session|shared|subscription|user)(key|token|secret)$/;

/** What the word for a key is exchanged for: `X-Shop-Token` for `x-shop-key`. */
const lastWord = /(key|token|secret|id)$/;

function hasSameStem(folded: string, known: string): boolean {
  const stem = known.replace(lastWord, '');
  return folded === known || (stem !== '' && stem !== known && folded.replace(lastWord, '') === stem);
}

/** One slip in a short name, two in a long one. */
function isSlipOf(folded: string, known: string): boolean {
  const slips = known.length < 4 ? 0 : known.length < 7 ? 1 : 2;
  return Math.abs(folded.length - known.length) <= slips && distanceBetween(folded, known) <= slips;
}

/** Whether a name says that its value is a credential. */
export interface CredentialNames {
  /**
   * True for the name of one of the document's schemes or one near it, and for a name that credentials usually have;
   * among cookies, of which a browser sends those of every service on the same host, only for the first.
   */
  isCredential(name: string, place?: SentValue['place']): boolean;
}

/** Names are judged once: the same few come with every request. */
const rememberedNames = 1_000;

export function createCredentialNames(schemes: Iterable<SecurityScheme>): CredentialNames {
  const known = [...schemes].flatMap(({ name }) => (name === undefined ? [] : [foldName(name)]));
  const isNear = (folded: string) =>
    known.some((name) => hasSameStem(folded, name) || isSlipOf(folded, name));
  const judged = new Map<string, { readonly near: boolean; readonly usual: boolean }>();
  const judge = (name: string) => {
    let judgement = judged.get(name);
    if (judgement === undefined) {
      const folded = foldName(name);
      judgement = { near: isNear(folded), usual: usualName.test(folded) };
      if (judged.size >= rememberedNames) judged.clear();
      judged.set(name, judgement);
    }
    return judgement;
  };
  return {
    isCredential(name, place) {
      const { near, usual } = judge(name);
      // A member `key` of a body is half of a pair, more often than not.
      if (place === 'body' && /^key$/i.test(name)) return false;
      return near || (usual && place !== 'cookie');
    },
  };
}
