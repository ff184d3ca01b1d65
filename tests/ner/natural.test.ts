import { describe, expect, test } from 'vitest';
import { naturalPieces } from '../../pipeline/ner/natural.ts';
import { openTokenizer } from '../../pipeline/ner/library.ts';
import { splitWords } from '../../pipeline/text/words.ts';
import { toyFolder } from './toy/model-folder.ts';
import { byteLevel, unigram, wordPiece } from './toy/tokenizers.ts';

const families = { unigram, wordPiece, byteLevel };

describe('pieces in the spelling of running text', () => {
  const rows: [family: keyof typeof families, text: string, expected: string[][]][] = [
    ['unigram', "l'ONU vit", [['▁l'], ["'"], ['ONU'], ['▁vit']]],
    ['unigram', 'l’ONU, Paris', [['▁l'], ['’'], ['ONU'], [','], ['▁Paris']]],
    ['wordPiece', "l'ONU vit", [['l'], ["'"], ['onu'], ['vit']]],
    ['wordPiece', 'Parisa', [['paris', '##a']]],
    ['byteLevel', "l'ONU vit", [['Ġl'], ["'"], ['ONU'], ['Ġvit']]],
    ['byteLevel', '(Paris)', [['Ġ', '('], ['Paris'], [')']]],
    ['unigram', "l'Ωmega", [['▁l'], ["'"], ['<unk>', 'm', 'e', 'g', 'a']]],
    // [UNK] hides the letters it stands for: the words fall back to pieces of their own
    ['wordPiece', "l'Ω", [['l'], ["'"], ['[UNK]']]],
  ];
  test.each(rows)('%s: %s', async (family, text, expected) => {
    const toy = families[family]();
    const tokenizer = await openTokenizer(toyFolder({ tokenizer: toy }));
    const pieces = [...naturalPieces(tokenizer).of(splitWords(text))];
    expect(pieces.map((ids) => ids.map((id) => toy.pieces[id]))).toEqual(expected);
  });

  test('a run of words is asked for once', async () => {
    const tokenizer = await openTokenizer(toyFolder());
    const pieces = naturalPieces(tokenizer);
    expect([...pieces.of(splitWords("l'ONU, l'ONU, l'ONU"))]).toHaveLength(11);
    expect(pieces.asked).toBe(2);
  });

  test('a run without white space is cut, not read as one', async () => {
    const tokenizer = await openTokenizer(toyFolder());
    const pieces = naturalPieces(tokenizer);
    expect([...pieces.of(splitWords('-'.repeat(2400)))]).toHaveLength(2400);
    expect(pieces.asked).toBe(1);
  });
});
