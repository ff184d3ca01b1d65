// The repairs in their order: the first rule with a verdict decides, else compromise's cut stands.
import type { Rule } from './place.ts';
import { abbreviationBeforeCapital } from './rules/abbreviation-before-capital.ts';
import { abbreviationChain } from './rules/abbreviation-chain.ts';
import { acronym } from './rules/acronym.ts';
import { attribution } from './rules/attribution.ts';
import { beforeNumber } from './rules/before-number.ts';
import { closingMark } from './rules/closing-mark.ts';
import { ellipsis } from './rules/ellipsis.ts';
import { glued } from './rules/glued.ts';
import { initials } from './rules/initials.ts';
import { listNumber } from './rules/list-number.ts';
import { lowerCase } from './rules/lower-case.ts';
import { morePunctuation } from './rules/more-punctuation.ts';
import { nameWithMark } from './rules/name-with-mark.ts';
import { openingMark } from './rules/opening-mark.ts';
import { plainEnd } from './rules/plain-end.ts';
import { seeAlso } from './rules/see-also.ts';
import { semicolon } from './rules/semicolon.ts';
import { titleBeforeName } from './rules/title-before-name.ts';
import { yearInBrackets } from './rules/year-in-brackets.ts';

export const rules: readonly Rule[] = [
  semicolon,
  seeAlso,
  glued,
  morePunctuation,
  yearInBrackets,
  nameWithMark,
  listNumber,
  abbreviationChain,
  titleBeforeName,
  beforeNumber,
  initials,
  acronym,
  lowerCase,
  ellipsis,
  abbreviationBeforeCapital,
  attribution,
  closingMark,
  openingMark,
  plainEnd,
];
