// Reads the entities of an earlier run: the door where entities.jsonl comes in.
import { z } from 'zod';
import type { Language, NameMention } from '../document.ts';
import { foldName } from '../text/fold.ts';
import type { KnownEntities, KnownEntity } from '../names/index.ts';
import { messageOf, TamisError } from '../text/errors.ts';

export type { KnownEntities } from '../names/index.ts';

// what a later version adds to a line is none of our business here
const lineSchema = z.looseObject({
  entity: z.string().min(1),
  type: z.enum(['person', 'organisation', 'place', 'other']),
  name: z.string().min(1),
  name_fr: z.string().optional(),
  name_en: z.string().optional(),
  names: z.array(z.looseObject({ name: z.string(), lang: z.enum(['fr', 'en', 'und']) })).optional(),
  country: z.string().optional(),
});

/**
 * Known entities from the lines of an `entities.jsonl`. A form that names two of them names none.
 *
 * @example loadKnownEntities(['{"entity":"person-1","type":"person","name":"Benny Gantz"}']).find('person', 'Benny Gantz', 'fr')
 * @throws TamisError `entities.invalid` at the first line that is no entity
 */
export function loadKnownEntities(lines: Iterable<string>): KnownEntities {
  const byForm = new Map<string, KnownEntity | 'several'>();
  const byId = new Map<string, KnownEntity>();
  let number = 0;
  for (const line of lines) {
    number++;
    if (line.trim() === '') continue;
    const { entity, type, name, name_fr, name_en, names = [], country } = parseLine(line, number);
    const known: KnownEntity = {
      entity,
      type,
      name,
      ...(name_fr === undefined ? {} : { nameFr: name_fr }),
      ...(name_en === undefined ? {} : { nameEn: name_en }),
      ...(country === undefined ? {} : { country }),
    };
    byId.set(entity, known);
    const forms = [name, name_fr, name_en, ...names.map((one) => one.name)];
    for (const form of forms) {
      if (form === undefined) continue;
      const key = `${type}\t${foldName(form)}`;
      const before = byForm.get(key);
      byForm.set(key, before === undefined || before === known ? known : 'several');
    }
  }
  return {
    find(type: NameMention['type'], form: string, _lang: Language): KnownEntity | undefined {
      const found = byForm.get(`${type}\t${foldName(form)}`);
      return found === 'several' ? undefined : found;
    },
    get(entity: string): KnownEntity | undefined {
      return byId.get(entity);
    },
  };
}

function parseLine(line: string, number: number): z.infer<typeof lineSchema> {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch (thrown) {
    const message = `expected an entity in line ${number} of the known entities, found "${messageOf(thrown).slice(0, 200)}": give the entities.jsonl of a run`;
    throw new TamisError('entities.invalid', message, { cause: thrown });
  }
}
