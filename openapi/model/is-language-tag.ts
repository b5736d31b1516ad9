/** Whether a value is a language tag by its form: `fr`, `pt-BR` (BCP 47). */
export function isLanguageTag(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
