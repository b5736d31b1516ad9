import express, { type Express } from 'express';
import { createMockServer, type MockServer } from 'inokufu-api-kit';

/** An application of one's own, with the mock under the API's path: same origin, no CORS, one port. */
export async function createApp(): Promise<{ readonly app: Express; readonly mock: MockServer }> {
  const mock = await createMockServer();
  const app = express();
  app.get('/', (_request, response) => {
    response.send('My catalogue');
  });
  app.use(mock.handler);
  return { app, mock };
}
