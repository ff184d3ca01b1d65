// Short forms of an organisation's name: its first words, its legal form left out, its demonym moved or left out.
import type { Form } from './forms.ts';

export interface ShortForm {
  readonly short: Form;
  readonly long: Form;
}

const legalForms = new Set(
  'sa sas sarl spa srl ag gmbh ltd limited inc corp corporation plc llc llp nv bv oy ab co company holdings group groupe pty se kg'.split(
    ' ',
  ),
);

/**
 * Short forms with the one longer name of the document that they can mean.
 * @example findShortForms(forms)[0] // { short: 'Vindhyachal', long: 'Vindhyachal Industries' }
 */
export function findShortForms(forms: readonly Form[]): ShortForm[] {
  const found: ShortForm[] = [];
  for (const short of forms) {
    const longer = forms.filter((long) => long !== short && isShortOf(short, long));
    const [only] = longer;
    if (only !== undefined && longer.length === 1) found.push({ short, long: only });
  }
  return found;
}

function isShortOf(short: Form, long: Form): boolean {
  const { words } = short;
  if (words.length === 0 || words.length >= long.words.length) return false;
  const isStart = words.every((word, index) => long.words[index] === word);
  const rest = long.words.slice(words.length);
  if (isStart && rest.every((word) => legalForms.has(word))) return true;
  // introduced in full before it is shortened
  return isStart && (long.places[0] ?? 0) < (short.places[0] ?? 0);
}
