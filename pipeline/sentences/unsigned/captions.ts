// "Le quai en 1902 (photo Nadia Okafor) La jetée a disparu." / "The wharf in 1902 (credit: Nadia Okafor) The jetty is gone.": a
// credit in brackets ends the caption of a picture, whatever sign was lost after it.
const credit =
  /\((?:photos?|crédits?|credits?|courtesy|image|illustration|légende)\b[ :.][^()\r\n]{2,120}(?:\([^()\r\n]{0,60}\)[^()\r\n]{0,40})?\)(?=\s[\p{Lu}\p{N}«“"])/giu;

/**
 * Offsets in a block after a credit in brackets that nothing ends.
 * @example [...findCaptionEnds('The wharf (photo: Ada Obi) The jetty is gone.')] // [26]
 */
export function* findCaptionEnds(block: string): Generator<number> {
  for (const { index, 0: found } of block.matchAll(credit)) yield index + found.length;
}
