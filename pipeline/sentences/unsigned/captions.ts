// "Le quai en 1902 (photo Nadia Okafor) La jetée a disparu." / "The wharf in 1902 (credit: Nadia Okafor) The jetty is gone.": a
// credit in brackets ends the caption of a picture, whatever sign was lost after it. "(Applaudissements) M. Sow conclut." /
// "(Applause) Mr. Sow concludes.": so does what the minutes of a debate put in brackets.
const credit =
  /\((?:photos?|crédits?|credits?|courtesy|image|illustration|légende)\b[ :.][^()\r\n]{2,120}(?:\([^()\r\n]{0,60}\)[^()\r\n]{0,40})?\)(?=\s[\p{Lu}\p{N}«“"])/giu;

const remark =
  /\((?:(?:vifs? |nouveaux )?(?:applaudissements|protestations|exclamations)|rires|sourires|murmures|(?:loud |renewed |prolonged )?(?:applause|laughter|cheers)|interruptions?)\b[^()\r\n]{0,80}\)(?=\s[\p{Lu}«“"])/giu;

/**
 * Offsets in a block after a credit or a remark in brackets that nothing ends.
 * @example [...findCaptionEnds('The wharf (photo: Ada Obi) The jetty is gone.')] // [26]
 */
export function* findCaptionEnds(block: string): Generator<number> {
  for (const pattern of [credit, remark]) {
    for (const { index, 0: found } of block.matchAll(pattern)) yield index + found.length;
  }
}
