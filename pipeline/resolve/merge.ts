// Which entities of the corpus are one: a name that another document ties to a fuller one. What is only likely is a doubt.
import { isAcronymShaped, isReadableFrom } from '../names/acronyms.ts';
import { curated } from '../names/curated.ts';
import { foldName, wordsOf } from '../text/fold.ts';
import type { KnownEntities } from '../names/index.ts';
import type { Doubt } from './index.ts';
import { bestName, type Tally } from './tally.ts';

export interface Merges {
  /** Final id by replaced id. */
  readonly targets: ReadonlyMap<string, string>;
  readonly doubts: readonly Doubt[];
}

/**
 * Finds the merges of a corpus: "SNJT" alone in one document is the body that another document names with SNJT in brackets,
 * unless documents tie SNJT to two bodies. A surname alone is never merged over documents: it is a doubt.
 *
 * @param isDistinct whether a person said that two are not one: neither a merge nor a doubt
 * @example findMerges(tallies).targets.get('organisation-<SNJT>') // 'organisation-<Syndicat national des journalistes…>'
 */
export function findMerges(
  tallies: ReadonlyMap<string, Tally>,
  known?: KnownEntities,
  isDistinct: (left: string, right: string) => boolean = () => false,
): Merges {
  const owners = ownersOfAliases(tallies);
  const steps = new Map<string, string>();
  const doubts: Doubt[] = [];
  for (const [entity, tally] of tallies) {
    if ((curated.get(entity) ?? known?.get(entity)) !== undefined) continue;
    const name = nameOf(tally);
    const others = [...(owners.get(`${tally.type}\t${foldName(name)}`) ?? [])]
      .filter((other) => other !== entity && !isDistinct(entity, other))
      .sort();
    const [only] = others;
    if (only === undefined) continue;
    const isTelling = others.length === 1 && isTied(tally.type, name, nameOf(tallies.get(only)));
    if (isTelling) steps.set(entity, only);
    else doubts.push(doubtOf(entity, others, name));
  }
  doubts.sort((left, right) => (left.entity < right.entity ? -1 : 1));
  const targets = followed(steps);
  for (const [entity, target] of targets) if (isDistinct(entity, target)) targets.delete(entity);
  return { targets, doubts };
}

/** Entities that a doubt lists: over a large corpus a surname is short for thousands of people. */
const mostOthers = 20;

function doubtOf(entity: string, others: readonly string[], name: string): Doubt {
  if (others.length === 1) return { entity, others, reason: `"${name}" alone` };
  const left = others.length - mostOthers;
  return {
    entity,
    others: others.slice(0, mostOthers),
    reason: `"${name}" is short for several${left > 0 ? `; ${left} more are not listed` : ''}`,
  };
}

/** "BBC" is not "BBC North", "Cour suprême" no one country's: only acronyms and fuller names of a person tie. */
function isTied(type: Tally['type'], name: string, fuller: string): boolean {
  if (type === 'person') return wordsOf(name).length > 1 && wordsOf(fuller).length >= wordsOf(name).length;
  return (
    type === 'organisation' &&
    isAcronymShaped(name) &&
    isReadableFrom(name, fuller) &&
    wordsOf(fuller)[0] !== foldName(name)
  );
}

function nameOf(tally: Tally | undefined): string {
  return tally === undefined ? '' : bestName(tally.type, tally.names);
}

/** Entities by the folded forms under which documents write them. */
function ownersOfAliases(tallies: ReadonlyMap<string, Tally>): Map<string, Set<string>> {
  const owners = new Map<string, Set<string>>();
  for (const [entity, { type, surfaces }] of tallies) {
    for (const key of surfaces.keys()) {
      const alias = `${type}\t${foldName(key.split('\t')[1] ?? '')}`;
      const before = owners.get(alias);
      if (before === undefined) owners.set(alias, new Set([entity]));
      else before.add(entity);
    }
  }
  return owners;
}

/** Follows chains to their end; of a ring the smallest id stays. */
function followed(steps: ReadonlyMap<string, string>): Map<string, string> {
  const targets = new Map<string, string>();
  for (const start of steps.keys()) {
    const path = [start];
    const seen = new Set(path);
    let next = steps.get(start);
    while (next !== undefined && !seen.has(next)) {
      path.push(next);
      seen.add(next);
      next = steps.get(next);
    }
    const ring = next === undefined ? path.slice(-1) : path.slice(path.indexOf(next));
    const end = [...ring].sort()[0] ?? start;
    if (end !== start) targets.set(start, end);
  }
  return targets;
}
