import { describe, expect, it } from 'vitest';
import { reviewAtTerminal } from '../../pipeline/page/terminal.ts';
import { plain } from '../../pipeline/page/terminal-card.ts';
import type { TerminalInput } from '../../pipeline/page/terminal-keys.ts';
import { type Review, reviewOf } from './support/session.ts';

async function type(
  review: Review,
  chunks: readonly string[],
  isTTY = false,
  language: 'fr' | 'en' = 'en',
): Promise<string> {
  const out: string[] = [];
  const modes: boolean[] = [];
  const stdin: TerminalInput = {
    isTTY,
    setRawMode: (isRaw) => modes.push(isRaw),
    async *[Symbol.asyncIterator]() {
      for (const chunk of chunks) yield Buffer.from(chunk);
    },
  };
  await reviewAtTerminal({
    session: review.session,
    stdin,
    language,
    write: (text) => {
      out.push(text);
      return Promise.resolve();
    },
  });
  // a terminal is left as it was
  expect(modes.at(-1)).toBe(isTTY ? false : undefined);
  return out.join('');
}

describe('at a terminal', () => {
  it('accepts, rejects, leaves and takes back by single keys', async () => {
    const review = await reviewOf();
    const out = await type(review, ['a', 'x', 's', 'z', 'z', 'R', 'q'], true);
    expect(review.written.map(({ action }) => action)).toEqual(['accept', 'reject', 'unsure', 'undo', 'undo', 'undo']);
    expect(out).toContain('⟦Tarvel⟧');
    expect(out).toContain('Taken back: Rejected « Orvane »');
    expect(out).toContain('Restored: Rejected « Orvane »');
  });

  it('reads keys that come at once, and passes over arrows', async () => {
    const review = await reviewOf();
    await type(review, ['\u001B[A', 'ax\r', '\u0003'], true);
    expect(review.written.map(({ action }) => action)).toEqual(['accept', 'reject', 'accept']);
  });

  it('takes lines from a pipe; an empty one decides nothing', async () => {
    const review = await reviewOf();
    await type(review, ['\n\na\n', '\nx', '\n\n']);
    expect(review.written.map(({ action }) => action)).toEqual(['accept', 'reject']);
  });

  it.each([
    ['en', 'Write the date as'],
    ['fr', 'Écrivez la date comme'],
  ] as const)('says in words why a correction is refused: %s', async (language, words) => {
    const review = await reviewOf();
    const out = await type(review, ['c\n', 'type=date\n', 'edtf=2021-02-31\n', '\n', 'q\n'], false, language);
    expect(out).toContain(words);
    expect(review.written).toEqual([]);
  });

  it('corrects span, type and value by assignments, in French too', async () => {
    const review = await reviewOf();
    const out = await type(
      review,
      [
        'c\ntype=place\ntext=silos à Tarvel\nnonsense\n\n',
        'x\nx\nx\nx\nx\nx\nx\n',
        'c\ntext=220\nvalue=1 220,5\nqualifier=exact\n\n',
        'q\n',
      ],
      false,
      'fr',
    );
    expect(out).toContain('Pas compris : nonsense');
    expect(review.written[0]).toMatchObject({
      action: 'correct',
      targets: [{ record: { type: 'place', text: 'silos à Tarvel' } }],
    });
    expect(review.written.at(-1)).toMatchObject({
      action: 'correct',
      targets: [{ record: { type: 'figure', text: '220', value: 1220.5, qualifier: 'exact' } }],
    });
  });

  it('leaves a correction by a full stop, and says when nothing is left', async () => {
    const review = await reviewOf();
    const out = await type(review, ['c\n.\n', 'a\n'.repeat(9)]);
    expect(review.written).toHaveLength(9);
    expect(out).toContain('Nothing left to check here');
  });

  it('refuses what cannot be, and asks again', async () => {
    const review = await reviewOf();
    const out = await type(review, ['c\ntype=country\n\n', 'q\n']);
    expect(out).toContain('Choose the country.');
    expect(review.written).toEqual([]);
  });

  it('passes no control character of a document on', async () => {
    expect(plain('a\u001B]0;title\u0007b\u202Ec\nd')).toBe('a\uFFFD]0;title\uFFFDb\uFFFDc d');
    const review = await reviewOf(
      { 'x.txt': { text: 'An \u001B[31mOdd\u001B[0m name.', records: [{ surface: 'Odd', type: 'other' }] } },
      [],
    );
    expect(await type(review, ['q\n'])).not.toContain('\u001B');
  });
});
