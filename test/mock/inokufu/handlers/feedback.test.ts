import { beforeEach, expect, it } from 'vitest';
import { callHandler, inokufu } from './call-handler.ts';

const feedback = {
  url: 'https://www.edx.example/course/welding',
  request_id: '7f0f3a52-5d0c-4f3e-9a51-2b8f4a1f6c11',
  email: 'learner@school.example',
  source: 'https://app.school.example/',
};
const search = () =>
  callHandler('search', { lang: 'en', type: 'mooc', bloom: 'do', model: 'strict', max: 1 });
const send = async () => (await callHandler('sendFeedback', {}, feedback)).headers ?? {};

beforeEach(() => inokufu.reset());

it('is taken, and has an id', async () => {
  const reply = await callHandler('sendFeedback', {}, { ...feedback, comment: 'Gone.' });
  expect(reply).toMatchObject({ status: 201, body: { statusCode: 201, id: expect.any(String) } });
});

it('is taken with a warning unless its request_id is one of an answer', async () => {
  expect(await send()).toEqual({ 'X-Mock-Warning': expect.stringContaining(feedback.request_id) });
  await search();
  expect(await send()).toEqual({});
});

it('has forgotten the answers after a reset', async () => {
  await search();
  await inokufu.reset();
  expect(Object.keys(await send())).toEqual(['X-Mock-Warning']);
});
