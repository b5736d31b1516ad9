/** The mock says so in a Server-Timing header of the page, the only header of its own that a page can read. */
export function isServedByMock(): boolean {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return page?.serverTiming?.some((entry) => entry.name === 'mock') ?? false;
}
