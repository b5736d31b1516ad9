import { describe, expect, it } from 'vitest';
import type { Server } from '../../../../openapi/model/api-model.ts';
import { addressOf, basePathOf } from '../../../../openapi/model/read/read-servers.ts';

describe('a server', () => {
  it.each([
    { url: 'https://a.example/v1//', basePath: '/v1', address: 'https://a.example/v1' },
    { url: 'HTTPS://a.example', basePath: '', address: 'HTTPS://a.example' },
    { url: '/v1/', basePath: '/v1', address: 'https://api.example.com/v1' },
    { url: 'v1', basePath: '/v1', address: 'https://api.example.com/v1' },
    { url: './v2', basePath: '/v2', address: 'https://api.example.com/v2' },
    { url: '../v2', basePath: '/v2', address: 'https://api.example.com/v2' },
    { url: '../../a/./v2/', basePath: '/a/v2', address: 'https://api.example.com/a/v2' },
    { url: '//host.example/v3', basePath: '/v3', address: 'https://host.example/v3' },
    { url: '//host.example', basePath: '', address: 'https://host.example' },
    { url: 'http://a.example//v1', basePath: '//v1', address: 'http://a.example//v1' },
    { url: ' https://a.example/my api ', basePath: '/my%20api', address: 'https://a.example/my%20api' },
    { url: 'https://your host/v1', basePath: '/v1', address: 'https://your%20host/v1' },
    { url: 'https://a.example/über', basePath: '/%C3%BCber', address: 'https://a.example/%C3%BCber' },
    { url: 'https://a.example:port/v1', basePath: '/v1', address: 'https://a.example:port/v1' },
    { url: 'localhost:8080/v1', basePath: '/v1', address: 'http://localhost:8080/v1' },
    { url: 'https://a.example/v1?x=y#z', basePath: '/v1', address: 'https://a.example/v1' },
    { url: '/', basePath: '', address: 'https://api.example.com' },
    { url: '', basePath: '', address: 'https://api.example.com' },
  ])('with the url "$url" is at $address', ({ url, basePath, address }) => {
    const server = { defaultUrl: url } as Server;
    expect([basePathOf(server), addressOf(server)]).toEqual([basePath, address]);
  });
});
