// "Merci à Léa :) À bientôt" / "Thanks Lea :) See you soon": a face stands where a full stop would, when a capital follows.
const face = /(?:[:;=]['’]?-?[)(DP]+|\^\^|(?:[\u{1F600}-\u{1F64F}]|👍|👏|🎉)\p{Emoji_Modifier}?)(?=\s\p{Lu})/gu;

/**
 * Offsets in a block after a face or a hand that ends a sentence.
 * @example [...findSmileys('Merci :) À bientôt')] // [8]
 */
export function* findSmileys(block: string): Generator<number> {
  for (const { index, 0: found } of block.matchAll(face)) {
    // "(voir :) Le quai": a sign behind a space is a face, and something must stand before it
    if (/\S\s$/.test(block.slice(Math.max(0, index - 2), index)) || (index > 0 && !/^[:;=]/.test(found)))
      yield index + found.length;
  }
}
