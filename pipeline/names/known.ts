// Entities known before a document is read: those of an earlier run, and those of the curated file.
import type { Language, NameMention } from '../document.ts';

export interface KnownEntity {
  readonly entity: string;
  readonly type: NameMention['type'];
  /** Name in French and English where they are known; `name` otherwise. */
  readonly name: string;
  readonly nameFr?: string;
  readonly nameEn?: string;
  /** Country the entity belongs to, when known. */
  readonly country?: string;
}

/** Entities by the forms under which they are written. */
export interface KnownEntities {
  /** The entity that a form names beyond doubt. */
  find(type: NameMention['type'], form: string, lang: Language): KnownEntity | undefined;
  /** The entity of an id, for its names. */
  get(entity: string): KnownEntity | undefined;
}

/**
 * Name of a known entity in the language of a document.
 * @example nameIn(unitedNations, 'fr') // 'Organisation des Nations unies'
 */
export function nameIn({ name, nameFr, nameEn }: KnownEntity, lang: Language): string {
  if (lang === 'fr') return nameFr ?? name;
  if (lang === 'en') return nameEn ?? name;
  return name;
}
