// The span rules in their order: first what is no name, then borders, then types. A rule stands here because it is right more often than the model where both differ.
import { dropAddresses } from './addresses.ts';
import { addArticles } from './articles.ts';
import { agreeOnTypes } from './agreement.ts';
import { joinBrackets } from './brackets.ts';
import { trimEdges } from './edges.ts';
import { joinDashed } from './dashed.ts';
import { dropDoubtful } from './doubtful.ts';
import { dropHandles } from './handles.ts';
import { cutLooseEnds } from './loose-ends.ts';
import { settlePlaceHeads } from './place-heads.ts';
import { dropPronouns } from './pronouns.ts';
import { agreeOnSurnames } from './surnames.ts';
import type { SpanRule } from './rule.ts';

export const spanRules: readonly SpanRule[] = [
  dropHandles,
  dropAddresses,
  cutLooseEnds,
  trimEdges,
  dropPronouns,
  addArticles,
  agreeOnSurnames,
  agreeOnTypes,
  joinDashed,
  joinBrackets,
  dropDoubtful,
  settlePlaceHeads,
];
