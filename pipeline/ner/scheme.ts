// What the labels of a token-classification model mean: which name types they stand for, in which tagging scheme,
// and which label may follow which. Any hub model's labels pass through here.
import type { ModelLabel } from '../document.ts';

export type Position = 'O' | 'B' | 'I' | 'E' | 'S';

/** `bio`: I only after B or I of its type. `iob1`: I may begin a name (plain labels too). `bioes`: with E and S. */
export type SchemeName = 'bio' | 'iob1' | 'bioes';

export interface Tag {
  readonly position: Position;
  /** A type of ours, or the model's own where it has no counterpart; empty for O. */
  readonly type: string;
}

export interface Scheme {
  readonly name: SchemeName;
  /** The distinct tags, `O` first. Several labels of a model may share one (LOC and GPE). */
  readonly tags: readonly Tag[];
  /** For each label of the model its index in `tags`. */
  readonly tagOfLabel: readonly number[];
  /** For each tag the tags that may stand before it, as indexes. */
  readonly before: readonly (readonly number[])[];
  readonly first: readonly boolean[];
  readonly last: readonly boolean[];
  /** The types of ours that the model can give. */
  readonly types: readonly ModelLabel[];
  /** The model's types that no type of ours stands for; they are decoded, then dropped. */
  readonly ignored: readonly string[];
}

export const modelLabels: readonly ModelLabel[] = ['PER', 'ORG', 'LOC', 'MISC', 'DEM', 'FIG', 'DATE'];

// Spellings met in public models for the same thing. A model's own `labels` mapping goes before this.
// Ontonotes' NORP (peoples, parties, religions) is not a demonym of the guideline, so it stays ignored.
const usualTypes: Readonly<Record<string, ModelLabel>> = {
  PER: 'PER',
  PERS: 'PER',
  PERSON: 'PER',
  PRS: 'PER',
  ORG: 'ORG',
  ORGANISATION: 'ORG',
  ORGANIZATION: 'ORG',
  CORPORATION: 'ORG',
  LOC: 'LOC',
  LOCATION: 'LOC',
  GPE: 'LOC',
  FAC: 'LOC',
  PLACE: 'LOC',
  MISC: 'MISC',
  MISCELLANEOUS: 'MISC',
  PRODUCT: 'MISC',
  EVENT: 'MISC',
  WORK_OF_ART: 'MISC',
  LAW: 'MISC',
  DEM: 'DEM',
  FIG: 'FIG',
  DATE: 'DATE',
};

const outside = new Set(['O', 'OUT', 'OUTSIDE', 'NONE', '']);
const positions: Readonly<Record<string, Position>> = { B: 'B', I: 'I', M: 'I', E: 'E', L: 'E', S: 'S', U: 'S' };

/**
 * Reads a model's labels.
 * @example schemeOf(['O', 'B-PER', 'I-PER']).name // 'bio'
 * @param labels in the order of the model's output
 * @param mapping types of the model to types of ours, `null` to drop one; goes before the usual spellings
 * @param declared the scheme where the model's folder states it; else it is seen from the labels
 */
export function schemeOf(
  labels: readonly string[],
  mapping: Readonly<Record<string, ModelLabel | null>> = {},
  declared?: SchemeName,
): Scheme {
  const read = labels.map((label) => readLabel(label, mapping));
  const name = declared ?? findScheme(read);
  const tags: Tag[] = [{ position: 'O', type: '' }];
  const tagOfLabel = read.map((tag) => {
    const known = tags.findIndex(({ position, type }) => position === tag.position && type === tag.type);
    if (known >= 0) return known;
    tags.push(tag);
    return tags.length - 1;
  });
  const types = new Set(tags.map(({ type }) => type));
  return {
    name,
    tags,
    tagOfLabel,
    before: tags.map((tag) => tags.flatMap((previous, index) => (mayFollow(name, previous, tag) ? [index] : []))),
    first: tags.map((tag) => mayFollow(name, { position: 'O', type: '' }, tag)),
    last: tags.map((tag) => mayFollow(name, tag, { position: 'O', type: '' })),
    types: modelLabels.filter((label) => types.has(label)),
    ignored: [...types].filter((type) => type !== '' && !isModelLabel(type)),
  };
}

/** Whether a type is one of ours. @example isModelLabel('GPE') // false */
export function isModelLabel(type: string): type is ModelLabel {
  return (modelLabels as readonly string[]).includes(type);
}

function readLabel(label: string, mapping: Readonly<Record<string, ModelLabel | null>>): Tag {
  if (outside.has(label.trim().toUpperCase())) return { position: 'O', type: '' };
  const whole = mapping[label];
  if (whole === null) return { position: 'O', type: '' };
  const parts = /^(?:(?<before>[BIMELSU])[-_])?(?<type>.+?)(?:[-_](?<after>[BIMELSU]))?$/u.exec(label)?.groups;
  const position = positions[parts?.['before'] ?? parts?.['after'] ?? 'I'] ?? 'I';
  // `WORK_OF_ART` and the like keep their underscores: only one-letter ends are positions
  const own = parts?.['type'] ?? label;
  const mapped = whole ?? mapping[own];
  if (mapped === null) return { position: 'O', type: '' };
  return { position, type: mapped ?? usualTypes[own.toUpperCase()] ?? own };
}

// A model whose types do not all have a B label was trained on IOB1, where B stands only between two neighbours of a
// type (the CoNLL 2003 models of some hubs); read strictly it would find nothing. Plain labels are read the same way.
function findScheme(tags: readonly Tag[]): SchemeName {
  if (tags.some(({ position }) => position === 'E' || position === 'S')) return 'bioes';
  const begun = new Set(tags.filter(({ position }) => position === 'B').map(({ type }) => type));
  return tags.every(({ position, type }) => position !== 'I' || begun.has(type)) ? 'bio' : 'iob1';
}

function mayFollow(name: SchemeName, previous: Tag, tag: Tag): boolean {
  if (name === 'iob1') return true;
  const goesOn = tag.position === 'I' || tag.position === 'E';
  const isOpen = previous.position === 'B' || previous.position === 'I';
  if (goesOn) return isOpen && previous.type === tag.type;
  return name === 'bio' || !isOpen;
}
