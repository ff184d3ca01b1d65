// "l'art. 5 du décret, p. 12" / "Art. 5, p. 12, No. 10": an abbreviation whose figure follows.
import { findAbbreviation } from '../abbreviations.ts';
import type { Rule } from '../place.ts';

const spelledMonth = /^(?:janv|févr|fév|avr|juil|sept|oct|nov|déc|jan|feb|mar|apr|jun|jul|aug|sep|dec)$/i;

const hour = /^\d*(?:h|hr|hrs|min)$/;
const minutes = /^\d{1,2}\s?(?:min|sec|s)\b/;

export const beforeNumber: Rule = {
  id: 'before-number',
  judge: ({ before, marks, closers, after }) => {
    // "Sow et al. (2004)" / "Sow et al. (2004)"
    if (marks === '.' && before === 'al' && after.startsWith('(')) return 'join';
    // "1 h. 30 min." / "1 hr. 30 min."
    if (marks === '.' && hour.test(before) && minutes.test(after)) return 'join';
    if (marks !== '.' || closers !== '' || !/^(?:\d|[IVXLC]+(?![\p{L}'’])|[A-Z]\d|n[°o])/u.test(after))
      return undefined;
    const abbreviation = findAbbreviation(before);
    if (abbreviation === undefined) return undefined;
    if (abbreviation.kind === 'name') return undefined;
    if (abbreviation.kind === 'word') return /^(?:al|sec|col|fr)$/.test(abbreviation.form) ? 'join' : undefined;
    return spelledMonth.test(before) && !/^\d/.test(after) ? undefined : 'join';
  },
};
