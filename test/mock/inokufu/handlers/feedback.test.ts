import { beforeEach, expect, it } from 'vitest';
import { callHandler, inokufu } from './call-handler.ts';

const feedback = {
  url: 'https://www.edx.example/course/welding',
  request_id: '7f0f3a52-5d0c-4f3e-9a51-2b8f4a1f6c11',
  email: 'learner@school.example',
  source: 'https://app.school.example/',
};

async function list() {
  const [route] = inokufu.adminRoutes;
  const reply = await route?.answer({ parameters: {}, query: new URLSearchParams(), body: undefined });
  return (reply as { feedback: Record<string, unknown>[] }).feedback;
}

beforeEach(() => inokufu.reset());

it('is kept and can be read again on the admin side', async () => {
  const reply = await callHandler('sendFeedback', {}, { ...feedback, comment: 'Gone.' });
  expect(reply).toEqual({ status: 201, body: { statusCode: 201, id: expect.any(String) } });
  expect(await list()).toEqual([
    {
      ...feedback,
      comment: 'Gone.',
      id: reply.body.id,
      isRequestKnown: false,
      receivedAt: '2026-01-02T00:00:00.000Z',
    },
  ]);
});

it('keeps its own members, whatever the body calls its', async () => {
  const body = { ...feedback, id: 7, receivedAt: 'boom', isRequestKnown: true };
  const reply = await callHandler('sendFeedback', {}, body as never); // more than the type has
  expect(await list()).toMatchObject([
    { id: reply.body.id, receivedAt: '2026-01-02T00:00:00.000Z', isRequestKnown: false },
  ]);
});

it('is flagged unless its request_id is one of an answer', async () => {
  await callHandler('sendFeedback', {}, feedback);
  await callHandler('search', { lang: 'en', type: 'mooc', bloom: 'do', model: 'strict', max: 1 });
  await callHandler('sendFeedback', {}, feedback);
  expect((await list()).map((one) => one.isRequestKnown)).toEqual([false, true]);
});

it('is forgotten by a reset, and so are the answers', async () => {
  await callHandler('search', { lang: 'en', type: 'mooc', bloom: 'do', model: 'strict', max: 1 });
  await callHandler('sendFeedback', {}, feedback);
  await inokufu.reset();
  expect(await list()).toEqual([]);
  await callHandler('sendFeedback', {}, feedback);
  expect((await list()).map((one) => one.isRequestKnown)).toEqual([false]);
});
