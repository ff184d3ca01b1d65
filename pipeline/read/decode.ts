// Bytes to the one text of a document. UTF-8 first and strictly, UTF-16 by its mark, windows-1252 as a stated guess;
// what is neither is refused, never repaired.
import iconv from 'iconv-lite';
import type { DocumentNote } from '../document.ts';

export interface Decoded {
  readonly text: string;
  /** `utf-8`, `utf-16le`, `utf-16be` or `windows-1252`. */
  readonly encoding: string;
  readonly notes: readonly DocumentNote[];
}

export interface Refused {
  readonly refusal: { readonly code: string; readonly message: string };
}

// above this share of control characters a file is no text: the worst real file seen (a teletext dump) had 1 in 200
const controlShareOfBinary = 0.02;
// a file with so many sound multi-byte characters for each broken one is damaged UTF-8, not windows-1252: in real
// windows-1252 text two neighbouring accented letters that form valid UTF-8 are rare
const soundPerBrokenByte = 4;

/**
 * Decodes a file.
 *
 * @example decode(Buffer.from('Été')) // { text: 'Été', encoding: 'utf-8', notes: [] }
 * @example decode(Buffer.from([0xc9, 0x74, 0xe9])) // text 'Été', encoding 'windows-1252' with a note that it is a guess
 * @example decode(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00])) // { refusal: { code: 'read.binary', … } }
 */
export function decode(bytes: Uint8Array): Decoded | Refused {
  const mark = byteOrderMark(bytes);
  if (mark === 'utf-16le' || mark === 'utf-16be') return decodeUtf16(bytes, mark);
  const nul = bytes.indexOf(0);
  if (nul >= 0) return binary(`a zero byte at position ${nul}`);
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== undefined) return checked(utf8, 'utf-8', mark === 'utf-8' ? [markNote] : []);
  const { sound, broken, firstBroken } = countMultiByte(bytes);
  if (mark === 'utf-8' || sound >= soundPerBrokenByte * broken) {
    return {
      refusal: {
        code: 'read.damaged_utf8',
        message: `expected UTF-8 throughout, found a byte that does not belong at position ${firstBroken}: save the file again as UTF-8`,
      },
    };
  }
  return checked(iconv.decode(Buffer.from(bytes), 'windows-1252'), 'windows-1252', [guessNote]);
}

const markNote: DocumentNote = {
  code: 'read.byte_order_mark',
  stage: 'read',
  severity: 'info',
  message: 'a byte order mark at the start was dropped; offsets count from the character after it',
};

const guessNote: DocumentNote = {
  code: 'read.encoding_guessed',
  stage: 'read',
  severity: 'warning',
  message:
    'the bytes are not UTF-8 and were read as windows-1252, a guess: check the accents, or save the file as UTF-8',
};

function byteOrderMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // the caller tries the next encoding or refuses: nothing is hidden
  }
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded | Refused {
  const text = bytes.length % 2 === 0 ? decodeStrictly(bytes, encoding) : undefined;
  if (text !== undefined) return checked(text, encoding, [markNote]);
  const message = `expected ${encoding} as the mark at the start says, found half a character: save the file as UTF-8`;
  return { refusal: { code: 'read.damaged_utf16', message } };
}

/** Decoded text passes only if it is text: few control characters, no zero. */
function checked(text: string, encoding: string, notes: readonly DocumentNote[]): Decoded | Refused {
  const fault = findTextFault(text);
  return fault === undefined ? { text, encoding, notes } : { refusal: fault };
}

/**
 * What keeps a string from being a document's text, if anything: half a surrogate pair or control characters.
 * @example findTextFault('a\u0000b')?.code // 'read.binary'
 */
export function findTextFault(text: string): { code: string; message: string } | undefined {
  const lone = text.search(/\p{Surrogate}/u);
  if (lone >= 0) {
    return {
      code: 'read.lone_surrogate',
      message: `expected whole characters, found half a surrogate pair at offset ${lone}: export the text again`,
    };
  }
  const zero = text.indexOf('\0');
  if (zero >= 0) return binary(`a zero character at offset ${zero}`).refusal;
  let controls = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    const unit = text.charCodeAt(offset);
    // tab, line feed, vertical tab, form feed and carriage return are layout
    if (unit < 0x20 && !(unit >= 0x09 && unit <= 0x0d)) controls += 1;
  }
  if (controls > 4 && controls > text.length * controlShareOfBinary) {
    return binary(`${controls} control characters among ${text.length}`).refusal;
  }
  return undefined;
}

function binary(found: string): Refused {
  return {
    refusal: { code: 'read.binary', message: `expected text, found binary data (${found}): convert it to text first` },
  };
}

/** Counts sound and broken sequences of bytes above 0x7f, by the shape of UTF-8. */
function countMultiByte(bytes: Uint8Array): { sound: number; broken: number; firstBroken: number } {
  let sound = 0;
  let broken = 0;
  let firstBroken = -1;
  let position = 0;
  while (position < bytes.length) {
    const lead = bytes[position] ?? 0;
    const length =
      lead < 0x80
        ? 1
        : lead >= 0xc2 && lead <= 0xdf
          ? 2
          : lead >= 0xe0 && lead <= 0xef
            ? 3
            : lead >= 0xf0 && lead <= 0xf4
              ? 4
              : 0;
    const second = bytes[position + 1] ?? 0;
    // overlong forms, halves of surrogate pairs and what lies beyond U+10FFFF have the shape but are not UTF-8
    const isForbidden =
      (lead === 0xe0 && second < 0xa0) ||
      (lead === 0xed && second > 0x9f) ||
      (lead === 0xf0 && second < 0x90) ||
      (lead === 0xf4 && second > 0x8f);
    let isSound = length > 0 && !isForbidden;
    for (let offset = 1; offset < length; offset += 1) {
      if (((bytes[position + offset] ?? 0) & 0xc0) !== 0x80) isSound = false;
    }
    if (!isSound) {
      broken += 1;
      if (firstBroken < 0) firstBroken = position;
      position += 1;
    } else {
      if (length > 1) sound += 1;
      position += length;
    }
  }
  return { sound, broken, firstBroken };
}
