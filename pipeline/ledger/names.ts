// After linking: the canonical name, the entity and the country that a person decided go before what linking found.
import type { Document, DocumentNote, Mention, MentionNote, NameMention } from '../document.ts';
import { curated } from '../names/curated.ts';
import { entityIdOf } from '../names/identity.ts';
import type { KnownEntities } from '../names/index.ts';
import { foldName } from '../text/fold.ts';
import type { Fate } from './schema.ts';
import { splitIdOf } from './split.ts';

interface Settings {
  readonly known?: KnownEntities | undefined;
  /** Names that decisions about entities give, as type, tab, name: linking doesn't know them. */
  readonly givenNames: ReadonlySet<string>;
  /** Those that decisions gave which were taken back: whoever accepted a record under one decided nothing on its name. */
  readonly withdrawnNames?: ReadonlySet<string>;
}

/**
 * Gives decided mentions their decided names. What was accepted under another name than linking gives now is contradicted:
 * the decision stands and both are said.
 *
 * @example keepDecidedNames(document, { givenNames: new Set() }).mentions[0]?.name // 'Benny Gantz'
 */
export function keepDecidedNames(document: Document, settings: Settings): Document {
  if (!document.mentions.some(({ decision }) => decision !== undefined)) return document;
  const entityOfName = new Map<string, string>();
  for (const mention of document.mentions) {
    if (isName(mention) && mention.name !== undefined && mention.entity !== undefined)
      entityOfName.set(`${mention.type}\t${mention.name}`, mention.entity);
  }
  const notes: DocumentNote[] = [];
  const contradicted = new Map<string, string>();
  const mentions = document.mentions.map((mention): Mention => {
    if (!isName(mention) || mention.decision === undefined) return mention;
    const own = withoutWithdrawnName(mention, settings);
    const named = withDecidedName(own, document, { ...settings, entityOfName });
    const contradiction = contradictionOf(own, settings);
    if (contradiction === undefined) return named;
    const { start, end, decision } = mention;
    notes.push({ ...contradiction, stage: 'ledger', severity: 'warning', start, end });
    contradicted.set(`${decision.id ?? ''} ${decision.target ?? ''}`, contradiction.message);
    return { ...named, notes: [...(named.notes ?? []), contradiction] };
  });
  if (contradicted.size === 0) return { ...document, mentions };
  const fates = document.fates?.map((fate): Fate => {
    const reason = contradicted.get(`${fate.decision} ${fate.target ?? ''}`);
    if (reason === undefined || fate.fate === 'contradicted') return fate;
    return { ...fate, fate: 'contradicted', reason };
  });
  return { ...document, mentions, notes: [...document.notes, ...notes], ...(fates === undefined ? {} : { fates }) };
}

function isName(mention: Mention): mention is NameMention {
  return mention.type !== 'country' && mention.type !== 'figure' && mention.type !== 'date';
}

function withoutWithdrawnName(mention: NameMention, { withdrawnNames }: Settings): NameMention {
  const { decision, type } = mention;
  const isWithdrawn =
    decision?.status === 'accepted' &&
    decision.name !== undefined &&
    withdrawnNames?.has(`${type}\t${decision.name}`) === true;
  if (!isWithdrawn) return mention;
  const { name: _withdrawn, ...rest } = decision;
  return { ...mention, decision: rest };
}

function withDecidedName(
  mention: NameMention,
  { lang }: Document,
  { known, givenNames, entityOfName }: Settings & { readonly entityOfName: ReadonlyMap<string, string> },
): NameMention {
  const { decision, type } = mention;
  const { candidates, ...closed } = mention;
  const name = decision?.split?.name ?? decision?.name;
  const country = decision?.country === undefined ? {} : { country: decision.country };
  if (name === undefined && candidates !== undefined && decision?.isOpen !== true) {
    // span and type are decided, whose name it is still is not
    const isDecided = decision?.status !== undefined && decision.id !== undefined;
    return isDecided ? { ...mention, ...country, decision: { ...decision, status: 'pending' } } : mention;
  }
  const base = decision?.status === undefined || decision.id === undefined ? mention : closed;
  const isLinked =
    name === undefined ||
    (mention.name !== undefined && foldName(mention.name) === foldName(name)) ||
    (mention.entity !== undefined && decision?.isNewName !== true && givenNames.has(`${type}\t${name}`));
  const entity =
    isLinked || name === undefined
      ? mention.entity
      : (entityOfName.get(`${type}\t${name}`) ??
        known?.find(type, name, lang)?.entity ??
        curated.find(type, name, lang)?.entity ??
        entityIdOf(type, name));
  const { split } = decision ?? {};
  const own = split === undefined ? entity : splitIdOf(split.entity, split.discriminator);
  return {
    ...base,
    ...(name === undefined ? {} : { name }),
    ...(own === undefined ? {} : { entity: own }),
    ...country,
  };
}

/** An accepted name or country that linking gives otherwise now. */
function contradictionOf(mention: NameMention, { givenNames }: Settings): MentionNote | undefined {
  const { decision, type, name, country, text } = mention;
  if (decision?.status !== 'accepted') return undefined;
  const isOtherName =
    decision.name !== undefined &&
    name !== undefined &&
    foldName(name) !== foldName(decision.name) &&
    !givenNames.has(`${type}\t${decision.name}`);
  const isOtherCountry = decision.country !== undefined && country !== undefined && country !== decision.country;
  if (!isOtherName && !isOtherCountry) return undefined;
  const decided = isOtherName ? decision.name : decision.country;
  const found = isOtherName ? name : country;
  return {
    code: 'review.contradicted',
    message: `decided: "${text}" is "${decided ?? ''}"; linked now: "${found ?? ''}"`,
  };
}
