import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode, findTextFault } from '../../pipeline/read/decode.ts';

const codeOf = (bytes: Uint8Array): string => {
  const decoded = decode(bytes);
  return 'refusal' in decoded ? decoded.refusal.code : decoded.encoding;
};

describe('decode', () => {
  it.each([
    ['UTF-8', Buffer.from('Été 2021 à l’œuvre'), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFFÉté'), 'utf-8'],
    ['UTF-16 with its mark', Buffer.from('\uFEFFÉté', 'utf16le'), 'utf-16le'],
    ['windows-1252', iconv.encode('« Été » à 20 €, l’œuvre', 'windows-1252'), 'windows-1252'],
    ['an empty file', Buffer.alloc(0), 'utf-8'],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), 'read.binary'],
    ['control characters without a zero', Buffer.from('\u0001\u0002\u0003\u0004\u0005\u0006abc'), 'read.binary'],
    [
      'UTF-8 with one broken byte',
      Buffer.concat([Buffer.from('à é è ê ô ç'), Buffer.from([0xff]), Buffer.from('ù')]),
      'read.damaged_utf8',
    ],
    [
      'half a surrogate pair in the shape of UTF-8',
      Buffer.concat([Buffer.from('à é è ê ô û î ï ç ù à é è ê'), Buffer.from([0xed, 0xa0, 0x80])]),
      'read.damaged_utf8',
    ],
    ['half a UTF-16 character', Buffer.from([0xff, 0xfe, 0x41]), 'read.damaged_utf16'],
  ])('reads %s as %s', (_name, bytes, expected) => {
    expect(codeOf(bytes)).toBe(expected);
  });

  it('drops one byte order mark and says so', () => {
    const decoded = decode(Buffer.from('\uFEFFParis'));
    expect(decoded).toMatchObject({ text: 'Paris', notes: [{ code: 'read.byte_order_mark' }] });
  });

  it('keeps the euro sign and the curly apostrophe of windows-1252', () => {
    expect(decode(iconv.encode('l’œuvre à 20 €', 'windows-1252'))).toMatchObject({ text: 'l’œuvre à 20 €' });
  });

  it('gives back any well-formed text without zeros from its UTF-8 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(findTextFault(text) === undefined && !text.startsWith('\uFEFF'));
        expect(decode(Buffer.from(text))).toMatchObject({ text, encoding: 'utf-8' });
      }),
    );
  });

  it('never throws on random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(codeOf(bytes)).not.toBe('');
      }),
    );
  });
});
