// "W. E. B. Du Bois" / "J.-P. Mignard": initials before a name. After "vitamine C. Elle …" / "vitamin C. It …" a word that
// begins sentences shows that the letter was the end.
import type { Rule } from '../place.ts';
import { isOpener } from '../openers.ts';

// "a-t-il réagi sur X. Marine Le Pen …" / "said so on X. Police …"
const mediumLead = /^(?:sur|via|on|réseau|social|plateforme|platform|network)$/i;

const initial = /^[("«“'’]?(?:\p{Lu}|\p{Lu}\p{Ll}?(?:[.-]{1,2}\p{Lu})+|Ch|Th|Ph|Chr)$/u;

export const initials: Rule = {
  id: 'initials',
  judge: ({ before, marks, closers, after, block, mark }) => {
    const bare = before.replace(/^(?:[dlDL]['’]|[("«“])/u, '');
    if (marks !== '.' || !/^[)\]]?$/.test(closers) || !initial.test(bare)) return undefined;
    if (!/^(?:\p{Lu}|['’]?[ld]['’]\p{Lu}|de |du |van |von |al-|el-|bin |ben )/u.test(after)) return undefined;
    if (isOpener(after)) return 'cut';
    // a name in full before a single letter ("Malcolm X. Ensuite", "Plan B. Next") is as likely the end; a name goes on, and so
    // do several initials: "En 1987, H.R.F. Keating" / "In 1987, H.R.F. Keating"
    if (bare.length > 1) return 'join';
    const lead = /(\S+)\s+\S*$/.exec(block.slice(Math.max(0, mark - 60), mark))?.[1] ?? '';
    if (bare === 'X' && mediumLead.test(lead) && /^\p{Lu}/u.test(after)) return 'cut';
    return /^(?:\d+(?:[.,]\d+)?|vitamine?|plan|hépatite|hepatitis|groupe|group|annexe|annex|point|type|classe|class|ligue|catégorie|category|bloc|block|série)$/i.test(
      lead,
    )
      ? 'cut'
      : 'join';
  },
};
