// What happens when compromise alters a text: the cut of Intl.Segmenter, exact offsets and a note.
import { expect, it, vi } from 'vitest';
import { cutBlocks } from '../../pipeline/blocks/index.ts';
import { startDocument } from '../../pipeline/document.ts';
import { splitSentences } from '../../pipeline/sentences/index.ts';

vi.mock('compromise/one', () => {
  const loseFirst = (text: string): string[] => [text.slice(1)];
  const world = {
    model: { one: { abbreviations: {} } },
    methods: { one: { tokenize: { splitSentences: loseFirst } } },
  };
  return { default: { plugin: ({ mutate }: { mutate: (given: object) => object }) => mutate(world) } };
});

it('falls back to Intl.Segmenter with a note where compromise loses a character', () => {
  const text = 'La pluie a cessé. Les pompiers rentrent.';
  const { sentences, notes } = splitSentences(
    cutBlocks(startDocument({ doc: 't', source: 't', sha256: '', encoding: 'utf-8', text })),
  );
  expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
    'La pluie a cessé.',
    'Les pompiers rentrent.',
  ]);
  expect(notes.map(({ code, start, end }) => [code, start, end])).toEqual([['sentences.fallback', 0, text.length]]);
});
