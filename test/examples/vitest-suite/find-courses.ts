/** What is tested: the part of an application that searches. */
export async function findCourses(apiUrl: string, key: string, words: string): Promise<readonly string[]> {
  const query = new URLSearchParams({
    keywords: words,
    lang: 'en',
    type: 'mooc',
    bloom: 'discover',
    model: 'strict',
    max: '3',
  });
  const reply = await fetch(`${apiUrl}/search?${query}`, { headers: { 'x-api-key': key } });
  if (reply.status === 429) {
    throw new Error(`Too many calls: try again in ${reply.headers.get('retry-after')} seconds.`);
  }
  const { response } = (await reply.json()) as { response: { content: readonly { title: string }[] } };
  return response.content.map(({ title }) => title);
}
