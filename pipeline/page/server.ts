// The review server: loopback alone, a token, no other host or origin, and no path of a request reaches the disk.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { messageOf, TamisError } from '../text/errors.ts';
import { routes } from './api.ts';
import { type Asset, readAssets } from './assets.ts';
import { RefusedError } from './refused.ts';
import type { Session } from './session.ts';

export interface ReviewServer {
  /** Address with the token. */
  readonly address: string;
  readonly port: number;
  readonly token: string;
  close(): Promise<void>;
}

const bodyLimit = 4 * 2 ** 20;
const heartbeatMs = 25_000;

const headers = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  'Cache-Control': 'no-store',
} as const;

/**
 * Serves a review on the loopback address.
 *
 * @example const server = await serveReview(session); server.address // 'http://127.0.0.1:41234/?token=…'
 * @param port 0: any free one
 * @throws TamisError `review.port` where the port is taken
 */
export async function serveReview(session: Session, port = 0): Promise<ReviewServer> {
  const token = randomBytes(24).toString('base64url');
  const assets = readAssets();
  const streams = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    answer(request, response).catch((thrown: unknown) => {
      if (response.headersSent) response.destroy();
      else send(response, 500, { code: 'unsaved', message: messageOf(thrown) });
    });
  });

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { port: own } = server.address() as AddressInfo; // a TCP server that listens
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const denial = denialOf(request, own);
    if (denial !== undefined) return send(response, 403, { code: 'denied', message: denial });
    if (pathname === '/' && request.method === 'GET' && isToken(searchParams.get('token'), token)) {
      // the token leaves the address bar at once; the cookie carries it from here
      const cookie = `tamis-${own}=${token}; HttpOnly; SameSite=Strict; Path=/`;
      response.writeHead(303, { ...headers, Location: '/', 'Set-Cookie': cookie });
      response.end();
      return undefined;
    }
    if (!isToken(tokenOf(request, own), token)) {
      const message = 'expected the token of this review: open the whole address that make review printed';
      return send(response, 403, { code: 'denied', message });
    }
    if (pathname === '/api/events' && request.method === 'GET') return listen(request, response);
    const handler = routes.get(pathname);
    if (handler !== undefined) {
      if (request.method !== 'POST') return send(response, 405, { code: 'invalid', message: 'expected POST' });
      if (request.headers['content-type']?.split(';')[0] !== 'application/json')
        return send(response, 415, { code: 'invalid', message: 'expected application/json' });
      const body = await readBody(request);
      if (body === undefined) return send(response, 413, { code: 'invalid', message: 'expected a shorter request' });
      return respond(response, () => handler(session, parse(body)));
    }
    const asset = assets.get(pathname);
    if (asset === undefined) return send(response, 404, { code: 'gone', message: 'expected a path of this page' });
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return send(response, 405, { code: 'invalid', message: 'expected GET' });
    return sendAsset(response, asset, request.method === 'HEAD');
  };

  /** Tells a window of every decision, its own too. */
  const listen = (request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream' });
    response.write('retry: 1000\n\n');
    streams.add(response);
    const end = session.listen((changed) => {
      const sequence = session.state.history.entries.length;
      response.write(`data: ${JSON.stringify({ sequence, changed: changed.slice(0, 500) })}\n\n`);
    });
    const heartbeat = setInterval(() => response.write(': \n\n'), heartbeatMs);
    heartbeat.unref();
    request.on('close', () => {
      clearInterval(heartbeat);
      end();
      streams.delete(response);
    });
  };

  server.listen(port, '127.0.0.1');
  await Promise.race([
    once(server, 'listening'),
    once(server, 'error').then(([error]: unknown[]) => {
      const message = `expected port ${port} to be free, found "${messageOf(error)}": name another with --port, or leave it out`;
      throw new TamisError('review.port', message, { cause: error });
    }),
  ]);
  const { port: own } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${own}/?token=${token}`,
    port: own,
    token,
    async close() {
      for (const stream of streams) stream.end();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function respond(response: ServerResponse, handle: () => object | Promise<object>): Promise<void> {
  try {
    send(response, 200, await handle());
  } catch (thrown) {
    if (!(thrown instanceof RefusedError)) throw thrown;
    const { refusal } = thrown;
    const status =
      refusal.code === 'decided' ? 409 : refusal.code === 'gone' ? 404 : refusal.code === 'unsaved' ? 507 : 422;
    send(response, status, refusal);
  }
}

/** Why a request is refused before it is read: a page of another site, or a name that was bound to this address. */
function denialOf(
  { headers: { host, origin, 'sec-fetch-site': site } }: IncomingMessage,
  port: number,
): string | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (host === undefined || !hosts.includes(host)) return 'expected a request to this address, found another host';
  if (origin !== undefined && origin !== `http://${host}`)
    return 'expected a request of this page, found another origin';
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'expected a request of this page';
  return undefined;
}

function tokenOf({ headers: { cookie, authorization } }: IncomingMessage, port: number): string | undefined {
  if (authorization?.startsWith('Bearer ') === true) return authorization.slice('Bearer '.length);
  const name = `tamis-${port}=`;
  return cookie
    ?.split('; ')
    .find((part) => part.startsWith(name))
    ?.slice(name.length);
}

function isToken(given: string | null | undefined, token: string): boolean {
  if (given === null || given === undefined) return false;
  const left = Buffer.from(given);
  const right = Buffer.from(token);
  return left.length === right.length && timingSafeEqual(left, right);
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // read to its end all the same, so that the answer arrives
    if (size <= bodyLimit) chunks.push(chunk);
  }
  return size > bodyLimit ? undefined : Buffer.concat(chunks).toString();
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined; // refused by every schema
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { ...headers, 'Content-Type': 'application/json; charset=utf-8' });
  response.end(text);
}

function sendAsset(response: ServerResponse, { type, bytes }: Asset, isHead: boolean): void {
  response.writeHead(200, { ...headers, 'Content-Type': type, 'Content-Length': bytes.length });
  response.end(isHead ? undefined : bytes);
}
