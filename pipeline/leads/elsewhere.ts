// A name that is marked in one sentence of the document and not in another: "Kessel a refusé. … selon Kessel" with one
// of the two missed. The surname of a person marked in full counts as well.
import type { Document, Mention } from '../document.ts';
import { splitWords, type Word } from '../text/words.ts';
import type { Proposal } from './proposal.ts';

interface Branch {
  readonly next: Map<string, Branch>;
  end?: { readonly type: Mention['type']; readonly shape: string };
}

/**
 * Linear: the names are laid out as a tree of words, in which each word of the text is looked up.
 * @example proposeElsewhere(document)[0] // { start: 80, end: 86, sentence: 3, reason: 'marked-elsewhere', type: 'person', … }
 */
export function proposeElsewhere(document: Document): Proposal[] {
  const root: Branch = { next: new Map() };
  for (const mention of document.mentions) plant(root, mention);
  if (root.next.size === 0) return [];
  return document.sentences.flatMap(({ words }, sentence) => {
    const found: Proposal[] = [];
    for (let at = 0; at < words.length; ) {
      const match = longest(root, words, at);
      const start = words[at]?.start;
      const end = match === undefined ? undefined : words[match.next - 1]?.end;
      if (match !== undefined && start !== undefined && end !== undefined) {
        found.push({ start, end, sentence, reason: 'marked-elsewhere', ...match.name, doubt: 0 });
      }
      at = match?.next ?? at + 1;
    }
    return found;
  });
}

function plant(root: Branch, { type, text }: Mention): void {
  // figures and dates mean the same nowhere else; countries are found by a table, wherever they stand
  if (type === 'figure' || type === 'date' || type === 'country' || !/\p{Lu}/u.test(text)) return;
  const words = splitWords(text).map((word) => word.text);
  add(root, words, { type, shape: 'name' });
  const surname = words.at(-1);
  if (type === 'person' && words.length > 1 && surname !== undefined && /^\p{Lu}\p{L}{2}/u.test(surname)) {
    add(root, [surname], { type, shape: 'surname' });
  }
}

function add(root: Branch, words: readonly string[], name: Branch['end'] & object): void {
  let branch = root;
  for (const word of words) {
    let next = branch.next.get(word);
    if (next === undefined) {
      next = { next: new Map() };
      branch.next.set(word, next);
    }
    branch = next;
  }
  // a name marked as such goes before a surname
  if (branch.end === undefined || branch.end.shape === 'surname') branch.end = name;
}

function longest(
  root: Branch,
  words: readonly Word[],
  at: number,
): { next: number; name: Branch['end'] & object } | undefined {
  let found: { next: number; name: Branch['end'] & object } | undefined;
  let branch: Branch | undefined = root.next.get(words[at]?.text ?? '');
  for (let next = at + 1; branch !== undefined; next += 1) {
    if (branch.end !== undefined) found = { next, name: branch.end };
    branch = branch.next.get(words[next]?.text ?? '');
  }
  return found;
}
