import process from 'node:process';
import { createMockServer } from 'inokufu-api-kit';

export default async function startMock() {
  const mock = await createMockServer();
  globalThis.stopMock = () => mock.close();
  process.env.MOCK_URL = mock.url;
  process.env.API_URL = mock.apiUrl;
}
