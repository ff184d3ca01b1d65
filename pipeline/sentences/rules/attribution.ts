// "« Qui paiera ? » Nadia Benali hausse les épaules." ends at the », but “Who pays?” Nadia Benali said. is one sentence: a name
// and a verb of saying follow the closing mark.
import type { Rule } from '../place.ts';

const attributed =
  /^(?:(?:M\.|Mme|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sen\.|Rep\.|Gov\.) )?(?:\p{Lu}[\p{L}'’.-]*\s){1,3}(?:said|says|asked|asks|told|tells|wrote|writes|added|adds|replied|replies|tweeted|shouted|cried|recalled|explained|joked)\b/u;

export const attribution: Rule = {
  id: 'attribution',
  judge: ({ closers, marks, after }) =>
    /[”"’»]/.test(closers) && /^[!?]/.test(marks) && attributed.test(after) ? 'join' : undefined,
};
