/** What is tested: the part of an application that searches. */
export function searchCourses(apiUrl: string, key: string, words: string): Promise<Response> {
  return askFor(apiUrl, key, { keywords: words });
}

/** As it was before: it finds something, only not what was looked for. */
export function searchWithSlip(apiUrl: string, key: string, words: string): Promise<Response> {
  return askFor(apiUrl, key, { keyword: words });
}

function askFor(apiUrl: string, key: string, words: Record<string, string>): Promise<Response> {
  const query = { ...words, lang: 'en', type: 'mooc', bloom: 'discover', model: 'strict', max: '3' };
  return fetch(`${apiUrl}/search?${new URLSearchParams(query)}`, { headers: { 'x-api-key': key } });
}
