// The door of the review: who may ask, and what a request can reach.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from './support/browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-door-'));
let served: Served;
beforeAll(async () => {
  served = await serve(folder);
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: NodeJS.Dict<string | string[]>;
}

/** A request with exactly these headers: `fetch` would not let a test say another host. */
function ask(
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { port } = served.server;
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers: { Host: `127.0.0.1:${port}`, ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).toString(),
            headers: response.headers,
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
const token = (): Record<string, string> => ({ Authorization: `Bearer ${served.server.token}` });
const json = { 'Content-Type': 'application/json' };
const overview = JSON.stringify({ mode: 'doubtful', filter: {} });

describe('the server', () => {
  it('gives nothing without the token, neither page nor data', async () => {
    for (const path of ['/', '/assets/main.js', '/api/overview', '/api/events', '/?token=wrong', '/?token=']) {
      expect((await ask(path)).status, path).toBe(403);
    }
    expect((await ask('/api/overview', { method: 'POST', headers: json, body: overview })).status).toBe(403);
    expect((await ask('/', { headers: { Cookie: `tamis-${served.server.port}=wrong` } })).status).toBe(403);
    expect((await ask('/', { headers: { Authorization: 'Bearer ' } })).status).toBe(403);
  });

  it('takes the token once from the address and sets a cookie that no other site can use', async () => {
    const { status, headers } = await ask(`/?token=${served.server.token}`);
    expect(status).toBe(303);
    expect(headers['location']).toBe('/');
    const cookie = String(headers['set-cookie']);
    expect(cookie).toMatch(/HttpOnly/u);
    expect(cookie).toMatch(/SameSite=Strict/u);
    expect((await ask('/', { headers: { Cookie: cookie.split(';')[0] ?? '' } })).status).toBe(200);
  });

  it('refuses other hosts, origins and sites, with the token too', async () => {
    const { port } = served.server;
    for (const headers of [
      { Host: `evil.example:${port}` },
      { Host: '127.0.0.1' },
      { Host: `127.0.0.1:${port + 1}` },
      { Origin: 'http://evil.example' },
      { Origin: `http://localhost:${port}` },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
    ]) {
      const { status } = await ask('/api/overview', {
        method: 'POST',
        headers: { ...token(), ...json, ...headers },
        body: overview,
      });
      expect(status, JSON.stringify(headers)).toBe(403);
    }
    const own = { ...token(), ...json, Origin: `http://127.0.0.1:${port}`, 'Sec-Fetch-Site': 'same-origin' };
    expect((await ask('/api/overview', { method: 'POST', headers: own, body: overview })).status).toBe(200);
    expect((await ask('/', { headers: { ...token(), Host: `localhost:${port}` } })).status).toBe(200);
  });

  it('listens on the loopback address alone', async () => {
    const { address } = served.server;
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{32}$/u);
  });

  it('sends a strict policy with everything', async () => {
    for (const path of ['/', '/assets/style.css', '/nowhere', '/api/overview']) {
      const { headers } = await ask(path, { headers: token() });
      expect(headers['content-security-policy'], path).toContain("default-src 'none'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('reaches no file by a path', async () => {
    for (const path of [
      '/assets/../command.ts',
      '/../../etc/passwd',
      '/assets/%2e%2e/server.ts',
      '//etc/passwd',
      '/assets/tsconfig.json',
      '/assets/main.ts',
      '/index.html',
    ]) {
      expect((await ask(path, { headers: token() })).status, path).toBe(404);
    }
  });

  it('refuses other methods, kinds of content, and requests that are none of the page’s', async () => {
    const headers = { ...token(), ...json };
    expect((await ask('/api/overview', { headers })).status).toBe(405);
    expect((await ask('/', { method: 'POST', headers })).status).toBe(405);
    expect(
      (
        await ask('/api/overview', {
          method: 'POST',
          headers: { ...token(), 'Content-Type': 'text/plain' },
          body: overview,
        })
      ).status,
    ).toBe(415);
    expect(
      (
        await ask('/api/overview', { method: 'POST', headers, body: 'x'.repeat(5 * 2 ** 20) }).catch(() => ({
          status: 413,
        }))
      ).status,
    ).toBe(413);
    for (const body of [
      '',
      '{',
      '[]',
      '{"mode":"doubtful"}',
      '{"mode":"x","filter":{}}',
      '{"mode":"doubtful","filter":{},"more":1}',
      '{"__proto__":{}}',
    ]) {
      expect((await ask('/api/overview', { method: 'POST', headers, body })).status, body).toBe(422);
    }
    const unknown = { method: 'POST', headers, body: JSON.stringify({ key: 'nothing@a.txt' }) };
    expect((await ask('/api/card', unknown)).status).toBe(404);
  });

  it('writes nothing but the ledger', async () => {
    const before = snapshot();
    const { body } = await ask('/api/queue', {
      method: 'POST',
      headers: { ...token(), ...json },
      body: JSON.stringify({ mode: 'doubtful', filter: {}, limit: 1, have: [] }),
    });
    const [card] = (JSON.parse(body) as { cards: { key: string }[] }).cards;
    const decision = {
      id: '00000000000000aa',
      key: card?.key,
      seen: null,
      action: 'accept',
      mode: 'doubtful',
      filter: {},
    };
    expect(
      (await ask('/api/decide', { method: 'POST', headers: { ...token(), ...json }, body: JSON.stringify(decision) }))
        .status,
    ).toBe(200);
    const after = snapshot();
    const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
    expect(changed).toEqual(['input/review.jsonl']);
    expect(readFileSync(served.ledger, 'utf8').split('\n')).toHaveLength(2);
    expect(statSync(served.ledger).isFile()).toBe(true);
  });

  it('loads no resource from anywhere else', () => {
    const web = new URL('../../pipeline/page/web/', import.meta.url);
    for (const name of readdirSync(web)) {
      const text = readFileSync(new URL(name, web), 'utf8').replace(/http:\/\/www\.w3\.org\/2000\/svg/gu, '');
      expect(text.match(/(?:https?:)?\/\/[\w-]+\.\w+/u)?.[0], name).toBeUndefined();
      expect(text, name).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/u);
    }
  });
});

function snapshot(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true })
      .map(String)
      .filter((path) => statSync(join(folder, path)).isFile() && !path.endsWith('.lock'))
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}
