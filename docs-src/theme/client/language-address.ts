/** `?python`, or `?language=python` among other parameters. */
export function languageOfQuery(query: string, known: readonly string[]): string | undefined {
  const parameters = new URLSearchParams(query);
  const named = parameters.get('language') ?? parameters.keys().next().value;
  return named !== undefined && known.includes(named) ? named : undefined;
}

/** The query with the language in it, in the form that it had. */
export function queryWithLanguage(query: string, language: string): string {
  const parameters = new URLSearchParams(query);
  if (!parameters.has('language')) return `?${encodeURIComponent(language)}`;
  parameters.set('language', language);
  return `?${parameters}`;
}
