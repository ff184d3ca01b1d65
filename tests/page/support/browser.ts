// A headless browser for tests of the page. In CI a missing one is a failure; elsewhere the tests say why they are skipped.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { openLedger } from '../../../pipeline/ledger/append.ts';
import { readLedger } from '../../../pipeline/ledger/read.ts';
import type { Decision } from '../../../pipeline/ledger/schema.ts';
import { propose } from '../../../pipeline/page/propose.ts';
import { loadReview } from '../../../pipeline/page/load.ts';
import { type ReviewServer, serveReview } from '../../../pipeline/page/server.ts';
import { Session } from '../../../pipeline/page/session.ts';
import { articleEntities, articles, type DocumentOf, writeDataset } from './dataset.ts';

// the server reads the stages' tables when they are first needed: here before a browser waits for it
export const warmedUp = typeof propose === 'function';

const places = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a browser of this machine. */
export const browserPath = places.find((path) => path !== undefined && existsSync(path));

/** Whether tests that need a browser are left out: never in CI, where a missing browser is a fault of the setup. */
export const isWithoutBrowser = browserPath === undefined && process.env['CI'] !== 'true';

export const whyWithout =
  'expected Chromium or Chrome, found none: install one, or name it in CHROMIUM, to run these tests';

export async function openBrowser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error(whyWithout);
  // as root, in a container, Chromium's own sandbox cannot start
  return chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

export interface Served {
  readonly server: ReviewServer;
  readonly ledger: string;
  /** The decisions on the disk. */
  decisions(): readonly Decision[];
  /** Ends the server and starts it again on the same port with the same ledger; the address is a new one. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** A real server with a real ledger over a small dataset. */
export async function serve(
  folder: string,
  documents: Readonly<Record<string, DocumentOf>> = articles,
  entities = articleEntities,
): Promise<Served> {
  const { input, output } = writeDataset(folder, documents, entities);
  const ledger = join(input, 'review.jsonl');
  const start = async (port: number): Promise<{ server: ReviewServer; close(): Promise<void> }> => {
    const writer = await openLedger(ledger);
    const session = new Session({
      loaded: await loadReview({ input, output }),
      decisions: readLedger(ledger, { mayBeAbsent: true }).decisions,
      append: (decision) => writer.append(decision),
      by: 'ana',
      now: () => new Date().toISOString(),
    });
    const server = await serveReview(session, port);
    return {
      server,
      async close() {
        await server.close();
        await writer.close();
      },
    };
  };
  let running = await start(0);
  return {
    get server() {
      return running.server;
    },
    ledger,
    decisions: () => readLedger(ledger, { mayBeAbsent: true }).decisions,
    async restart() {
      const { port } = running.server;
      await running.close();
      running = await start(port);
    },
    close: () => running.close(),
  };
}

export interface OpenOptions {
  readonly language?: 'fr' | 'en';
  readonly width?: number;
  readonly height?: number;
  readonly isPhone?: boolean;
}

/** A window on the review; faults of the page fail the test. */
export async function openPage(
  browser: Browser,
  { server }: Served,
  { language = 'en', width = 1280, height = 800, isPhone = false }: OpenOptions = {},
): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    hasTouch: isPhone,
    isMobile: isPhone,
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const faults = watch(page);
  await page.goto(server.address);
  await page.waitForSelector('article.card, .end, .document');
  return { page, context, faults };
}

/** Errors and refused resources of a page, as they come. */
export function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // a refused decision is answered with 409: the browser logs it, the page handles it
    if (message.type() === 'error' && !message.text().includes('409')) faults.push(message.text());
  });
  return faults;
}
