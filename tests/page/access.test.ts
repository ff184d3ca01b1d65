// The page for those who do not see it, use no mouse, or read in the dark: axe's rules in every mode, both colour schemes,
// a desk's window and a phone's.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWithoutBrowser, openBrowser, openPage, type Served, serve } from './support/browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'tamis-access-'));
let browser: Browser;
let served: Served;
beforeAll(async () => {
  if (isWithoutBrowser) return;
  browser = await openBrowser();
  served = await serve(folder);
});
afterAll(async () => {
  if (isWithoutBrowser) return;
  await browser.close();
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found =
    await page.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html, failureSummary }) => html.slice(0, 160) + ' ' + failureSummary.slice(0, 200)).join(' | ')))`);
  return found as string[];
}

describe.skipIf(isWithoutBrowser)('every mode', () => {
  for (const scheme of ['light', 'dark'] as const) {
    for (const [width, height, isPhone] of [
      [1280, 800, false],
      [360, 700, true],
    ] as const) {
      it(`passes the rules for ${scheme} colours at ${width} wide`, async () => {
        const { page, context, faults } = await openPage(browser, served, { width, height, isPhone });
        await page.emulateMedia({ colorScheme: scheme });
        const check = async (where: string): Promise<void> => expect(await violations(page), where).toEqual([]);
        await check('doubtful');
        await page.keyboard.press('c');
        await page.waitForSelector('.editor');
        await check('correction');
        await page.keyboard.press('Escape');
        await page.locator('.filter', { hasText: 'figure' }).click();
        await page.waitForSelector('.part');
        await check('figure');
        await page.keyboard.press('c');
        await page.waitForSelector('.editor [name=value]');
        await check('correction of a figure');
        await page.keyboard.press('Escape');
        await page.locator('.filter').first().click();
        await page.locator('.filter', { hasText: 'organisation' }).click();
        await page.waitForSelector('[data-do=everywhere]');
        await page.keyboard.press('g');
        await page.waitForSelector('.everywhere li');
        await check('everywhere');
        await page.keyboard.press('Escape');
        await page.locator('.filter').first().click();
        for (const mode of ['entities', 'recall', 'audit', 'read']) {
          await page.click(`[data-mode=${mode}]`);
          await page.waitForSelector('article.card, .end, .document mark.focus');
          await check(mode);
        }
        await page.keyboard.press('n');
        await page.waitForSelector('.side .types');
        await check('a new mention');
        await page.keyboard.press('Escape');
        await page.keyboard.press('?');
        await page.waitForSelector('dialog');
        await check('help');
        await page.keyboard.press('Escape');
        expect(faults).toEqual([]);
        await context.close();
      });
    }
  }

  it('says aloud what was decided and what comes next', async () => {
    const { page, context } = await openPage(browser, served);
    await page.waitForSelector('article.card');
    await page.keyboard.press('s');
    await expect.poll(() => page.locator('#live').textContent()).toMatch(/^Set aside\. 9 left\. \w+ « .+ »/u);
    expect(await page.evaluate('document.activeElement?.id')).toBe('card');
    await page.keyboard.press('z');
    await expect.poll(() => page.locator('#live').textContent()).toMatch(/^Taken back: Set aside/u);
    await context.close();
  });

  it('is reached by the tab key alone: every decision has a button, in order, with a visible focus', async () => {
    const { page, context } = await openPage(browser, served);
    await page.waitForSelector('article.card');
    await page.locator('#card').focus();
    const names: string[] = [];
    for (let count = 0; count < 8; count += 1) {
      await page.keyboard.press('Tab');
      names.push(
        String(
          await page.evaluate(`document.activeElement?.getAttribute('data-do') ?? document.activeElement?.className`),
        ),
      );
      expect(await page.evaluate(`getComputedStyle(document.activeElement).outlineStyle`)).toBe('solid');
      if (names.includes('undo')) break;
    }
    expect(names.filter((name) => ['accept', 'reject', 'correct', 'unsure', 'undo'].includes(name))).toEqual([
      'accept',
      'reject',
      'correct',
      'unsure',
      'undo',
    ]);
    await context.close();
  });

  it('lets single-letter keys be switched off', async () => {
    const { page, context } = await openPage(browser, served);
    await page.waitForSelector('article.card');
    await page.keyboard.press('?');
    await page.locator('dialog input[type=checkbox]').uncheck();
    await page.keyboard.press('Escape');
    const before = served.decisions().length;
    await page.keyboard.press('x');
    await page.waitForTimeout(300);
    expect(served.decisions()).toHaveLength(before);
    await context.close();
  });

  it('speaks French where the browser does, and switches', async () => {
    const { page, context } = await openPage(browser, served, { language: 'fr' });
    expect(await page.locator('[data-do=accept]').innerText()).toContain('Accepter');
    expect(await page.getAttribute('html', 'lang')).toBe('fr');
    await page.locator('.tool-language').click();
    await expect.poll(() => page.locator('[data-do=accept]').innerText()).toContain('Accept');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await context.close();
  });
});
