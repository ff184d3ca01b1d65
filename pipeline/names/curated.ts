// The curated file of bodies that the press of the world names: both languages, acronyms, short forms.
import type { Language, NameMention } from '../document.ts';
import { readTable } from '../text/resource.ts';
import { foldName } from '../text/fold.ts';
import type { KnownEntities, KnownEntity } from './known.ts';

interface Form {
  readonly known: KnownEntity;
  /** Language in which the form means the entity; both where undefined. */
  readonly lang: 'fr' | 'en' | undefined;
}

const byForm = new Map<string, Form[]>();
const byId = new Map<string, KnownEntity>();
load();

function load(): void {
  for (const row of readTable('names/data/entities.tsv')) {
    const { id = '', fr = '', en = '', forms = '', country = '' } = row;
    const type = typeOf(row['type'] ?? '');
    const known: KnownEntity = {
      entity: `${type}-${id}`,
      type,
      name: fr === '' ? en : fr,
      ...(fr === '' ? {} : { nameFr: fr }),
      ...(en === '' ? {} : { nameEn: en }),
      ...(country === '' ? {} : { country }),
    };
    byId.set(known.entity, known);
    // a place's name means it in its own language first: Mexico is a city in French
    const own = type === 'place' ? [`fr:${fr}`, `en:${en}`] : [fr, en];
    for (const written of [...own, ...forms.split('|')]) {
      const lang = written.startsWith('fr:') ? 'fr' : written.startsWith('en:') ? 'en' : undefined;
      const form = lang === undefined ? written : written.slice(3);
      if (form === '') continue;
      const key = `${type}\t${foldName(form)}`;
      byForm.set(key, [...(byForm.get(key) ?? []), { known, lang }]);
    }
  }
}

function typeOf(word: string): NameMention['type'] {
  return word === 'person' || word === 'place' || word === 'other' ? word : 'organisation';
}

/**
 * The curated entities. A form that names several in the document's language names none.
 * @example curated.find('organisation', 'Otan', 'fr')?.entity // 'organisation-nato'
 */
export const curated: KnownEntities = {
  find(type: NameMention['type'], form: string, lang: Language): KnownEntity | undefined {
    const found = byForm.get(`${type}\t${foldName(form)}`) ?? [];
    const own = found.filter((one) => one.lang === undefined || one.lang === lang);
    const isTelling = type === 'place' || (type === 'organisation' && isUnmistakable(form));
    const fitting = own.length === 0 && isTelling ? found : own;
    const entities = new Set(fitting.map((one) => one.known));
    return entities.size === 1 ? fitting[0]?.known : undefined;
  },
  get(entity: string): KnownEntity | undefined {
    return byId.get(entity);
  },
};

/**
 * Names of several words and long acronyms mean what they mean in the other language too: "UNDP", "Financial Action Task Force" in a
 * French text; "UA", "CAR" may be anything there.
 */
function isUnmistakable(form: string): boolean {
  return /\s/u.test(form) || /^\p{Lu}{4,}$/u.test(form);
}
