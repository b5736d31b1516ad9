import { expect, it } from 'vitest';
import { recogniseOtherVersion } from '../../inokufu/other-version.ts';

it.each([
  { url: 'https://api.inokufu.com/learningobject/v3/model', isOther: true },
  { url: 'https://api.inokufu.com/learningobject/v3/lo/12?lang=en', isOther: true },
  { url: 'https://api.inokufu.com/learningobject/v2/search?query=python&limit=3', isOther: true },
  { url: '/search?query=python&note_min=0.5', isOther: true },
  { url: 'https://api.inokufu.com/learningobject/v2/search?query=python&lang=en', isOther: false },
  { url: 'https://api.inokufu.com/learningobject/v2/search?keywords=limit,query', isOther: false },
  { url: 'https://api.inokufu.com/learningobject/v2/type', isOther: false },
])('a call of version 3 gets one sentence: $url, $isOther', ({ url, isOther }) => {
  const call = {
    request: { method: 'GET', url, headers: {} },
    reply: { status: 200, headers: {}, body: '' },
  };
  expect(recogniseOtherVersion(call)?.startsWith('This call is of another version') ?? false).toBe(isOther);
});
