// The page in a real browser, over a real server and ledger: what is acknowledged on the screen is on the disk.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  isWithoutBrowser,
  openBrowser,
  openPage,
  type OpenOptions,
  type Served,
  serve,
  watch,
  whyWithout,
} from './support/browser.ts';
import type { DocumentOf } from './support/dataset.ts';

let browser: Browser;
const endings: (() => Promise<void>)[] = [];

beforeAll(async () => {
  if (!isWithoutBrowser) browser = await openBrowser();
});
afterAll(async () => {
  if (!isWithoutBrowser) await browser.close();
});
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** A window on a fresh review of the two articles. */
async function open(
  options?: OpenOptions,
  documents?: Readonly<Record<string, DocumentOf>>,
): Promise<{ page: Page; served: Served; faults: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-page-'));
  const served = await serve(folder, documents);
  const { page, context, faults } = await openPage(browser, served, options);
  endings.push(async () => {
    await context.close();
    await served.close();
    rmSync(folder, { recursive: true, force: true });
    expect(faults).toEqual([]);
  });
  return { page, served, faults };
}

const focused = (page: Page): Promise<string> =>
  page
    .locator('.passage mark.focus')
    .allInnerTexts()
    .then((parts) => parts.join(''));
/** Waits until the mention on the screen is another one. */
async function until(page: Page, text: string): Promise<void> {
  await expect.poll(() => focused(page), { timeout: 10_000 }).toBe(text);
}
/** Presses a key until it was taken: a key for a card that is still on its way does nothing. */
async function pressUntil(page: Page, key: string, isTaken: () => boolean): Promise<void> {
  await expect
    .poll(
      async () => {
        if (!isTaken()) await page.keyboard.press(key);
        return isTaken();
      },
      { timeout: 10_000 },
    )
    .toBe(true);
}
const actions = (served: Served): string[] => served.decisions().map(({ action }) => action);
const badge = (page: Page, mode: string): Promise<string> => page.locator(`[data-mode=${mode}] .badge`).innerText();

describe.skipIf(isWithoutBrowser)(`the page${isWithoutBrowser ? ` (${whyWithout})` : ''}`, () => {
  it('accepts with one key, shows the next mention, and the decision is on the disk', async () => {
    const { page, served } = await open();
    await until(page, 'Tarvel');
    expect(await badge(page, 'doubtful')).toBe('9');
    await page.keyboard.press('Enter');
    await until(page, 'Orvane');
    expect(served.decisions()).toMatchObject([
      { action: 'accept', by: 'ana', mode: 'doubtful', targets: [{ shown: { text: 'Tarvel' } }] },
    ]);
    expect(served.decisions()[0]?.at).toMatch(/^\d{4}-/u);
    expect(served.decisions()[0]?.seconds).toBeGreaterThanOrEqual(0);
    expect(await badge(page, 'doubtful')).toBe('8');
  });

  it('rejects, leaves what is not sure for the end, and undoes both', async () => {
    const { page, served } = await open();
    await until(page, 'Tarvel');
    await page.keyboard.press('x');
    await expect.poll(() => badge(page, 'doubtful')).toBe('8');
    await page.keyboard.press('s');
    await expect.poll(() => actions(served)).toEqual(['reject', 'unsure']);
    await page.keyboard.press('z');
    await expect.poll(() => actions(served)).toEqual(['reject', 'unsure', 'undo']);
    await page.keyboard.press('u');
    await until(page, 'Tarvel');
    expect(await badge(page, 'doubtful')).toBe('9');
    await page.keyboard.press('Shift+R');
    await expect.poll(() => badge(page, 'doubtful')).toBe('8');
    expect(actions(served)).toEqual(['reject', 'unsure', 'undo', 'undo', 'undo']);
  });

  it('corrects a span by arrow keys', async () => {
    const { page, served } = await open();
    await page.locator('.filter', { hasText: 'figure' }).click();
    await until(page, 'plus de 220');
    await page.keyboard.press('c');
    await page.waitForSelector('.editor');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    expect(await page.locator('.span-text mark').innerText()).toBe('220');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.end');
    expect(served.decisions()).toMatchObject([
      { action: 'correct', targets: [{ shown: { text: 'plus de 220' }, record: { text: '220', start: 40, end: 43 } }] },
    ]);
  });

  it('corrects a span by selecting it in the text with the mouse', async () => {
    const { page, served } = await open();
    await until(page, 'Tarvel');
    await page.evaluate(`
      const mark = document.querySelector('.passage mark.focus');
      const before = mark.previousElementSibling.firstChild;
      const range = document.createRange();
      range.setStart(before, before.textContent.lastIndexOf('silos'));
      range.setEnd(mark.firstChild, 6);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    `);
    await page.locator('.passage').dispatchEvent('mouseup', { bubbles: true });
    await expect.poll(() => page.locator('.span-text mark').innerText()).toBe('silos à Tarvel');
    await page.keyboard.press('3');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => served.decisions())
      .toMatchObject([{ action: 'correct', targets: [{ record: { type: 'place', text: 'silos à Tarvel' } }] }]);
  });

  it.each([
    ['en', 'The span must stay within one sentence.'],
    ['fr', 'L’étendue doit tenir dans une seule phrase.'],
  ] as const)('says why a span over two sentences is refused: %s', async (language, words) => {
    const { page, served, faults } = await open({ language });
    await until(page, 'Tarvel');
    await page.evaluate(`
      const mark = document.querySelector('.passage mark.focus');
      const walker = document.createTreeWalker(document.querySelector('.passage'), NodeFilter.SHOW_TEXT);
      let after = walker.nextNode();
      while (!after.textContent.includes('Le port')) after = walker.nextNode();
      const range = document.createRange();
      range.setStart(mark.firstChild, 0);
      range.setEnd(after, after.textContent.indexOf('Le port') + 'Le port'.length);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    `);
    await page.locator('.passage').dispatchEvent('mouseup', { bubbles: true });
    await expect.poll(() => page.locator('.span-text mark').innerText()).toBe('Tarvel. Le port');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.notice.fault').innerText()).toContain(words);
    expect(served.decisions()).toEqual([]);
    // the browser logs what the page was refused, once: nothing else is wrong
    expect(faults.splice(0)).toEqual([expect.stringContaining('422')]);
  });

  it('corrects a type with one key, and asks only for what is missing', async () => {
    const { page, served } = await open();
    await until(page, 'Tarvel');
    await page.keyboard.press('4');
    await page.waitForSelector('.editor select[name=countryCode]');
    expect(await page.locator('p.fault').innerText()).not.toBe('');
    await page.locator('.editor select[name=countryCode]').selectOption('CL');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.editor', { state: 'detached' });
    expect(served.decisions()).toMatchObject([
      { action: 'correct', targets: [{ record: { type: 'country', code: 'CL' } }] },
    ]);
    await page.keyboard.press('3');
    await expect
      .poll(() => served.decisions()[1])
      .toMatchObject({ action: 'correct', targets: [{ record: { type: 'place' } }] });
  });

  it('corrects the value, unit and qualifier of a figure in its fields', async () => {
    const { page, served } = await open({ language: 'fr' });
    await page.locator('.filter', { hasText: 'chiffre' }).click();
    await until(page, 'plus de 220');
    await page.keyboard.press('e');
    await page.locator('.editor select[name=qualifier]').selectOption('at_least');
    await page.locator('.editor input[name=value]').fill('1 220,5');
    await page.locator('.editor input[name=unit]').fill('t');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.end');
    expect(served.decisions()).toMatchObject([
      {
        action: 'correct',
        targets: [{ record: { qualifier: 'at_least', value: 1220.5, unit: 't', kind: 'measure' } }],
      },
    ]);
  });

  it('decides on a name everywhere but for an exception, as one entry', async () => {
    const { page, served } = await open();
    await page.locator('.filter', { hasText: 'organisation' }).click();
    await until(page, 'Orvane');
    await page.keyboard.press('g');
    await page.waitForSelector('.everywhere li');
    expect(await page.locator('.everywhere li').count()).toBe(5);
    // the least certain first: the river
    await expect.poll(() => page.locator('.everywhere li').first().innerText()).toContain('is a river');
    await page.keyboard.press(' ');
    expect(await page.locator('.everywhere input:checked').count()).toBe(4);
    await page.keyboard.press('a');
    await expect.poll(() => actions(served)).toEqual(['accept']);
    const [decision] = served.decisions();
    expect(decision).toMatchObject({
      pattern: 'organisation “Orvane”',
      except: [{ doc: 'b.txt', after: ' is a river in Brovia.\n' }],
    });
    expect(decision?.action === 'accept' ? decision.targets.length : 0).toBe(5);
    // what was an exception is still asked
    await expect.poll(() => badge(page, 'doubtful')).toBe('2');
    await until(page, 'Orvane');
    await page.keyboard.press('z');
    await expect.poll(() => badge(page, 'doubtful')).toBe('7');
  });

  it('merges entities, and asks no more what follows', async () => {
    const { page, served } = await open();
    await page.click('[data-mode=entities]');
    await page.waitForSelector('.pair');
    expect(await badge(page, 'entities')).toBe('2');
    await page.keyboard.press('Enter');
    await expect.poll(() => badge(page, 'entities')).toBe('1');
    expect(actions(served)).toEqual(['merge']);
    await pressUntil(page, 'x', () => actions(served).length > 1);
    expect(actions(served)).toEqual(['merge', 'distinct']);
    await page.waitForSelector('.pair', { state: 'detached' });
    expect(await badge(page, 'entities')).toBe('0');
    await page.keyboard.press('z');
    await page.waitForSelector('.pair');
  });

  it('takes no key for the pair that is decided while the next one is on its way', async () => {
    const { page, served } = await open();
    await page.click('[data-mode=entities]');
    await page.waitForSelector('.pair');
    let isHeld = true;
    const held: (() => void)[] = [];
    await page.route('**/api/entities', async (route) => {
      if (isHeld) await new Promise<void>((resolve) => held.push(resolve));
      await route.continue();
    });
    await page.keyboard.press('Enter');
    await expect.poll(() => held.length).toBeGreaterThan(0);
    await page.keyboard.press('x');
    expect(actions(served)).toEqual(['merge']);
    isHeld = false;
    for (const release of held) release();
    await pressUntil(page, 'x', () => actions(served).length > 1);
    await page.waitForSelector('.pair', { state: 'detached' });
    expect(actions(served)).toEqual(['merge', 'distinct']);
  });

  it('splits mentions off an entity and renames it', async () => {
    const { page, served } = await open();
    await page.click('[data-mode=entities]');
    await page.locator('.entity', { hasText: 'Société Orvane' }).first().click();
    await page.locator('.opened li', { hasText: '35 %' }).locator('input').check();
    await page.locator('input[name=discriminator]').fill('the river');
    await page.locator('.opened button', { hasText: 'Split' }).click();
    await expect
      .poll(() => served.decisions())
      .toMatchObject([
        {
          action: 'split',
          discriminator: 'the river',
          entity: { entity: 'organisation-orvane' },
          targets: [{ doc: 'b.txt' }],
        },
      ]);
    await page.locator('.entity', { hasText: 'Société Orvane' }).first().click();
    await page.locator('.opened input[name=name]').fill('Orvane SA');
    await page.locator('.opened button', { hasText: 'Rename' }).click();
    await expect.poll(() => served.decisions()[1]).toMatchObject({ action: 'rename', name: 'Orvane SA' });
  });

  it('adds from what was missed', async () => {
    const { page, served } = await open();
    await page.click('[data-mode=recall]');
    await until(page, 'Tarvel');
    // no type yet: one key gives it
    await page.keyboard.press('3');
    await until(page, '40');
    await page.keyboard.press('Enter');
    await until(page, 'Brovia');
    await page.keyboard.press('x');
    await page.waitForSelector('.end');
    expect(served.decisions()).toMatchObject([
      { action: 'add', mode: 'recall', targets: [{ shown: { text: 'Tarvel' }, record: { type: 'place' } }] },
      { action: 'add', targets: [{ record: { type: 'figure', value: 40, unit: 'silos' } }] },
      { action: 'reject', targets: [{ shown: { text: 'Brovia' } }] },
    ]);
  });

  it('audits a random draw and says what that establishes', async () => {
    const { page, served } = await open();
    await page.click('[data-mode=audit]');
    await page.waitForSelector('article.card');
    expect(await badge(page, 'audit')).toBe('6');
    for (let count = 1; count <= 6; count += 1) {
      await page.keyboard.press('Enter');
      await expect.poll(() => served.decisions().length).toBe(count);
      await expect.poll(() => badge(page, 'audit')).toBe(String(6 - count));
    }
    expect(new Set(served.decisions().map(({ mode }) => mode))).toEqual(new Set(['audit']));
    await expect
      .poll(() => page.locator('.conclusions').innerText(), { timeout: 10_000 })
      .toMatch(/precision ≥ 60 % at 95 % confidence, n = 6/u);
  });

  it('reads a document, adds by keyboard and declares it complete', async () => {
    const { page, served } = await open();
    await page.click('[data-mode=read]');
    await page.waitForSelector('.document mark.focus');
    await page.keyboard.press('n');
    await page.waitForSelector('.side .types');
    for (let count = 0; count < 30; count += 1) {
      if ((await page.locator('.document mark.focus').textContent()) === 'blé') break;
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('5');
    await expect
      .poll(() => served.decisions())
      .toMatchObject([{ action: 'add', mode: 'read', targets: [{ record: { type: 'other', text: 'blé' } }] }]);
    await page.waitForSelector('.side .verdict.a-add');
    await page.keyboard.press('f');
    await expect.poll(() => actions(served)).toEqual(['add', 'complete']);
    await page.waitForSelector('.verdict.a-complete');
    expect(await badge(page, 'read')).toBe('1/2');
  });

  it('goes on where it was after a reload in the middle', async () => {
    const { page, served } = await open();
    await until(page, 'Tarvel');
    await page.keyboard.press('Enter');
    await until(page, 'Orvane');
    await page.keyboard.press('c');
    await page.waitForSelector('.editor');
    await page.reload();
    await until(page, 'Orvane');
    expect(await badge(page, 'doubtful')).toBe('8');
    await page.keyboard.press('Enter');
    await expect.poll(() => badge(page, 'doubtful')).toBe('7');
    expect(actions(served)).toEqual(['accept', 'accept']);
  });

  it('keeps two windows at one: each sees what the other decided, and nothing is decided twice', async () => {
    const { page, served } = await open();
    const other = await page.context().newPage();
    const faults = watch(other);
    await other.goto(`http://127.0.0.1:${served.server.port}/`);
    await until(other, 'Tarvel');
    await until(page, 'Tarvel');
    await page.bringToFront();
    await page.keyboard.press('x');
    await expect.poll(() => badge(page, 'doubtful')).toBe('8');
    // the other window shows the decision on the card it had open
    await expect.poll(() => other.locator('.verdict').innerText()).toContain('Rejected by ana');
    await expect.poll(() => badge(other, 'doubtful')).toBe('8');
    await other.bringToFront();
    await other.keyboard.press('Enter');
    await until(other, 'Orvane');
    expect(actions(served)).toEqual(['reject']);
    expect(faults).toEqual([]);
    await other.close();
  });

  it('shows a decision as saved only when the server has it, and sends the same one again', async () => {
    const { page, served, faults } = await open();
    await until(page, 'Tarvel');
    let isLost = false;
    let isReached = false;
    await page.route('**/api/decide*', async (route) => {
      if (isReached) await route.fetch();
      await route.abort();
      isLost = isReached;
    });
    // the browser takes a moment to hold requests back: the key waits until it does
    const probe = (): Promise<boolean> => page.evaluate(() => fetch('/api/decide?probe').then(Boolean, () => false));
    await expect.poll(probe).toBe(false);
    faults.length = 0;
    await page.keyboard.press('Enter');
    await page.waitForSelector('.notice.fault');
    expect(await focused(page)).toBe('Tarvel');
    expect(await badge(page, 'doubtful')).toBe('9');
    // the decision arrives, its answer is lost
    isReached = true;
    await page.keyboard.press('Enter');
    await expect.poll(() => isLost).toBe(true);
    expect(actions(served)).toEqual(['accept']);
    await page.unroute('**/api/decide*');
    await page.waitForSelector('body:not(.saving)');
    await page.keyboard.press('Enter');
    await expect.poll(() => badge(page, 'doubtful')).toBe('8');
    expect(actions(served)).toEqual(['accept']);
    // the browser logs the two requests that failed on purpose
    expect(faults.splice(0)).toHaveLength(2);
  });

  it('works by touch on a phone', async () => {
    const { page, served } = await open({ width: 360, height: 700, isPhone: true });
    await until(page, 'Tarvel');
    const button = page.locator('[data-do=accept]');
    const box = await button.boundingBox();
    // in reach of the thumb: at the bottom, and large enough
    expect(box?.y ?? 0).toBeGreaterThan(700 * 0.75);
    expect(box?.height ?? 0).toBeGreaterThanOrEqual(44);
    await button.tap();
    await expect.poll(() => badge(page, 'doubtful')).toBe('8');
    await page.locator('[data-do=correct]').tap();
    await page.locator('.type.t-place').tap();
    await page.locator('.editor-actions .primary').tap();
    await expect.poll(() => actions(served)).toEqual(['accept', 'correct']);
    // nothing is wider than the screen
    for (const mode of ['doubtful', 'entities', 'recall', 'audit', 'read']) {
      await page.click(`[data-mode=${mode}]`);
      await page.waitForSelector('article.card, .end, .document');
      expect(await page.evaluate('document.documentElement.scrollWidth'), mode).toBeLessThanOrEqual(360);
    }
  });

  it('shows text of documents as text, whatever it holds', async () => {
    const text =
      'Then <img src=x onerror="document.title=1"> & <script>document.title=2</script> met {n} "quoted" Ada.';
    const record = { surface: '<script>document.title=2</script>', type: 'other', score: 0.2, name: '<b>bold</b>' };
    const { page } = await open(
      {},
      {
        '<i>a.txt': {
          text,
          records: [record],
          leads: [{ surface: '<img src=x onerror="document.title=1">' }],
        },
      },
    );
    await until(page, '<script>document.title=2</script>');
    expect(await page.locator('.passage').innerText()).toBe(text);
    for (const mode of ['entities', 'recall', 'audit', 'read']) {
      await page.click(`[data-mode=${mode}]`);
      await page.waitForTimeout(100);
    }
    expect(await page.title()).toBe('Tamis');
    expect(await page.locator('img[src=x], b >> text=bold, .passage script, i, u').count()).toBe(0);
  });
});
