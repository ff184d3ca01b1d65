// The way to the server: one request at a time is answered before the page shows its effect.
import type { Refusal } from '../messages.ts';

/** A request that the server refused, or that did not reach it (`code` is then `offline`). */
export class RequestError extends Error {
  readonly code: Refusal['code'] | 'offline';
  readonly refusal: Refusal | undefined;

  constructor(code: Refusal['code'] | 'offline', message: string, refusal?: Refusal) {
    super(message);
    this.code = code;
    this.refusal = refusal;
  }
}

/**
 * Asks the server.
 * @example await ask<Queue>('/api/queue', { mode: 'doubtful', filter: {}, limit: 12, have: [] })
 */
export async function ask<Answer>(path: string, body: object): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    throw new RequestError('offline', 'the server does not answer');
  }
  const answer = (await response.json()) as Answer | Refusal;
  if (response.ok) return answer as Answer;
  const refusal = answer as Refusal;
  throw new RequestError(refusal.code, refusal.message, refusal);
}

/** A fresh id for a decision: sent a second time it is the same decision. */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Hears of the decisions of other windows while this one is seen. */
export function listen(take: (event: { sequence: number; changed: string[] }) => void, onReturn: () => void): void {
  let source: EventSource | undefined;
  const open = (): void => {
    if (source !== undefined) return;
    source = new EventSource('/api/events');
    source.addEventListener('message', ({ data }) =>
      take(JSON.parse(String(data)) as { sequence: number; changed: string[] }),
    );
  };
  // a browser opens six connections to a server: windows that nobody sees give theirs back
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      source?.close();
      source = undefined;
    } else {
      open();
      onReturn();
    }
  });
  open();
}
