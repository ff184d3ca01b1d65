// Ten thousand records: what the page asks for and how much comes is counted, not timed, so that a slow machine is no fault.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isWithoutBrowser, openBrowser, openPage, serve } from './support/browser.ts';
import type { DocumentOf } from './support/dataset.ts';

const documentCount = 200;
const recordCount = 50;
const documents: Readonly<Record<string, DocumentOf>> = Object.fromEntries(
  Array.from({ length: documentCount }, (_, document) => {
    const surfaces = Array.from({ length: recordCount }, (__, index) => `Name${document}x${index}`);
    const text = surfaces
      .map(
        (surface, index) => `On the quay ${surface} sold boats to nobody in particular.${index % 5 === 4 ? '\n' : ' '}`,
      )
      .join('');
    return [
      `${String(document).padStart(3, '0')}.txt`,
      {
        text,
        records: surfaces.map((surface, index) => ({
          surface,
          type: 'person',
          score: ((document * 7 + index * 13) % 90) / 100,
        })),
      },
    ];
  }),
);

it.skipIf(isWithoutBrowser)('opens 10,000 records with a few small answers, and decides with one each', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-speed-'));
  const served = await serve(folder, documents, []);
  const browser = await openBrowser();
  try {
    const { page } = await openPage(browser, served);
    const sent: { path: string; bytes: number }[] = [];
    const watching: Promise<void>[] = [];
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname === '/api/events') return;
      watching.push(response.body().then((body) => void sent.push({ path: pathname, bytes: body.length })));
    });
    const take = async (): Promise<{ path: string; bytes: number }[]> => {
      await page.waitForLoadState('load');
      await page.waitForTimeout(300);
      await Promise.all(watching.splice(0));
      return sent.splice(0);
    };
    const badge = (): Promise<string> => page.locator('[data-mode=doubtful] .badge').innerText();

    await page.reload();
    await page.waitForSelector('article.card');
    const opening = await take();
    const calls = opening.filter(({ path }) => path.startsWith('/api/'));
    expect(calls.map(({ path }) => path).sort()).toEqual(['/api/queue', '/api/settings']);
    expect(calls.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(90_000);
    expect(opening.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(300_000);

    const decisions = 24;
    for (let count = 1; count <= decisions; count += 1) {
      await page.keyboard.press('Enter');
      await expect.poll(badge).toBe(String(documentCount * recordCount - count));
    }
    const answers = await take();
    const decided = answers.filter(({ path }) => path === '/api/decide');
    expect(decided).toHaveLength(decisions);
    for (const { bytes } of decided) expect(bytes).toBeLessThan(8_000);
    // the next cards are there before they are needed: a handful of fetches for all
    const fetched = answers.filter(({ path }) => path === '/api/queue');
    expect(fetched.length).toBeLessThanOrEqual(decisions / 4);
    expect(answers.length).toBe(decided.length + fetched.length);
    expect(served.decisions()).toHaveLength(decisions);
  } finally {
    await browser.close();
    await served.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
