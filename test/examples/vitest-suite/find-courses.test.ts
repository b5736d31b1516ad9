import { createMockServer, type MockServer } from 'inokufu-api-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findCourses } from './find-courses.ts';

let mock: MockServer;
beforeAll(async () => {
  mock = await createMockServer({ clock: { startAt: '2026-12-15T10:00:00Z', isFrozen: true } });
});
beforeEach(() => mock.reset());
afterAll(() => mock.close());

describe('findCourses', () => {
  it('finds courses', async () => {
    expect(await findCourses(mock.apiUrl, 'mock-pro-key', 'python')).not.toEqual([]);
    expect(mock.requests().at(-1)).toMatchObject({ status: 200, operationId: 'search' });
  });

  it('says when to try again once the quota is spent, and works in the new month', async () => {
    await mock.setUsage('mock-free-key', { remaining: 1 });
    await findCourses(mock.apiUrl, 'mock-free-key', 'python');
    await expect(findCourses(mock.apiUrl, 'mock-free-key', 'python')).rejects.toThrow(/^Too many calls/);
    mock.clock.advance({ months: 1 });
    expect(await findCourses(mock.apiUrl, 'mock-free-key', 'python')).not.toEqual([]);
  });
});
