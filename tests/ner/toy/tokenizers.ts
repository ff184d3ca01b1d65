// Three toy tokenizers, one of each family that hub models use, over the same few words.

/** Words that the toy models know as one piece; every other word falls into letters or unknown pieces. */
export const toyWords = ['Marie', 'Curie', 'Paris', 'ONU', 'Le', 'Havre', 'vit', 'avec', 'Pierre', 'l', 's', 'Inc'];

const letters = Array.from("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'’.,:;!?@-_«»()");

export interface ToyTokenizer {
  readonly tokenizer: object;
  readonly config: object;
  /** Pieces in the order of their ids. */
  readonly pieces: readonly string[];
}

const special = (content: string, id: number) => ({
  id,
  content,
  single_word: false,
  lstrip: false,
  rstrip: false,
  normalized: false,
  special: true,
});

/** Unigram with `▁`, as XLM-R and CamemBERT; no post-processor, so that the special pieces come from the settings. */
export function unigram(): ToyTokenizer {
  const marks = ['<s>', '<pad>', '</s>', '<unk>'];
  const pieces = [
    ...marks,
    '▁',
    ...toyWords.flatMap((word) => [`▁${word}`, word]),
    ...letters.filter((letter) => !toyWords.includes(letter)),
  ];
  const penalty = (piece: string): number => (piece.length > 2 ? -3 : -8);
  return {
    pieces,
    tokenizer: {
      version: '1.0',
      truncation: null,
      padding: null,
      added_tokens: marks.map(special),
      normalizer: { type: 'NFKC' },
      pre_tokenizer: { type: 'Metaspace', replacement: '▁', add_prefix_space: true },
      post_processor: null,
      decoder: { type: 'Metaspace', replacement: '▁', add_prefix_space: true },
      model: { type: 'Unigram', unk_id: 3, vocab: pieces.map((piece, id) => [piece, id < 4 ? 0 : penalty(piece)]) },
    },
    config: {
      tokenizer_class: 'XLMRobertaTokenizer',
      bos_token: '<s>',
      eos_token: '</s>',
      pad_token: '<pad>',
      unk_token: '<unk>',
    },
  };
}

/** WordPiece with `##`, lower-cased and without accents, as BERT. */
export function wordPiece(): ToyTokenizer {
  const marks = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'];
  const low = letters.filter((letter) => letter === letter.toLowerCase());
  const pieces = [...new Set([...marks, ...toyWords.map((word) => word.toLowerCase()), ...low])].concat(
    low.map((letter) => `##${letter}`),
  );
  return {
    pieces,
    tokenizer: {
      version: '1.0',
      truncation: null,
      padding: null,
      added_tokens: marks.map(special),
      normalizer: {
        type: 'BertNormalizer',
        clean_text: true,
        handle_chinese_chars: true,
        strip_accents: null,
        lowercase: true,
      },
      pre_tokenizer: { type: 'BertPreTokenizer' },
      post_processor: { type: 'BertProcessing', sep: ['[SEP]', 3], cls: ['[CLS]', 2] },
      decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
      model: {
        type: 'WordPiece',
        unk_token: '[UNK]',
        continuing_subword_prefix: '##',
        max_input_chars_per_word: 100,
        vocab: Object.fromEntries(pieces.map((piece, id) => [piece, id])),
      },
    },
    config: {
      tokenizer_class: 'BertTokenizer',
      do_lower_case: true,
      unk_token: '[UNK]',
      sep_token: '[SEP]',
      pad_token: '[PAD]',
      cls_token: '[CLS]',
    },
  };
}

/** Byte-level BPE with `Ġ`, as RoBERTa and GPT-2; a word at the head of a text has no mark unless a space is put first. */
export function byteLevel(): ToyTokenizer {
  const marks = ['<s>', '<pad>', '</s>', '<unk>'];
  const visible = Array.from({ length: 256 }, (_, byte) => byteChar(byte));
  const merges: [string, string][] = [];
  const made = new Set<string>();
  for (const word of toyWords) {
    let whole = word.slice(0, 1);
    for (const letter of word.slice(1)) {
      if (!made.has(whole + letter)) merges.push([whole, letter]);
      whole += letter;
      made.add(whole);
    }
  }
  // the space joins last, so that a word is the same pieces with it and without
  for (const word of toyWords) {
    merges.push(['Ġ', word]);
    made.add(`Ġ${word}`);
  }
  const pieces = [...marks, ...visible, ...made];
  return {
    pieces,
    tokenizer: {
      version: '1.0',
      truncation: null,
      padding: null,
      added_tokens: marks.map(special),
      normalizer: null,
      pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
      post_processor: {
        type: 'RobertaProcessing',
        sep: ['</s>', 2],
        cls: ['<s>', 0],
        trim_offsets: true,
        add_prefix_space: false,
      },
      decoder: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true, use_regex: true },
      model: {
        type: 'BPE',
        dropout: null,
        unk_token: null,
        continuing_subword_prefix: '',
        end_of_word_suffix: '',
        fuse_unk: false,
        vocab: Object.fromEntries(pieces.map((piece, id) => [piece, id])),
        merges: merges.map((pair) => pair.join(' ')),
      },
    },
    config: {
      tokenizer_class: 'RobertaTokenizer',
      bos_token: '<s>',
      eos_token: '</s>',
      pad_token: '<pad>',
      unk_token: '<unk>',
      sep_token: '</s>',
      cls_token: '<s>',
    },
  };
}

function byteChar(byte: number): string {
  const isVisible = (one: number): boolean =>
    (one >= 0x21 && one <= 0x7e) || (one >= 0xa1 && one <= 0xac) || one >= 0xae;
  if (isVisible(byte)) return String.fromCodePoint(byte);
  return String.fromCodePoint(
    0x100 + Array.from({ length: byte }, (_, one) => one).filter((one) => !isVisible(one)).length,
  );
}
