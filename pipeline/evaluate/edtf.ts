// Dates as the guideline writes them: a subset of EDTF level 2. Checked when gold is read, compared when output is judged.

const oneDate = /^(\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(0[1-9]|1[0-2]|2[1-4]|XX)(?:-(0[1-9]|[12]\d|3[01]))?)?$/;

/**
 * What is wrong with a date value, or undefined where nothing is.
 * @example findEdtfFault('2021-02-30') // 'no such day: 2021-02-30'
 */
export function findEdtfFault(value: string): string | undefined {
  const set = value.startsWith('{') && value.endsWith('}');
  const parts = set ? value.slice(1, -1).split(',') : value.split('/');
  if (set && parts.length < 2) return `a set of one date: ${value}`;
  if (!set && parts.length > 2) return `an interval of more than two dates: ${value}`;
  for (const part of parts) {
    // an end that is not known may be open: XXXX/0394
    const fault = parts.length > 1 && part === 'XXXX' ? undefined : findDateFault(part);
    if (fault !== undefined) return fault;
    if (parts.length > 1 && !set && /-2[1-4]$/.test(part) && part.length === 7)
      return `an interval of seasons: ${value}`;
  }
  const [first, last] = parts;
  // open years and decades have no order that digits show
  if (
    !set &&
    first !== undefined &&
    last !== undefined &&
    !value.includes('X') &&
    last.slice(0, first.length) < first
  ) {
    return `an interval that ends before it begins: ${value}`;
  }
  return undefined;
}

function findDateFault(date: string): string | undefined {
  const match = oneDate.exec(date);
  if (match === null || date === 'XXXX') return `not a date of the guideline's EDTF: ${date}`;
  const [, year = '', month, day] = match;
  if (day === undefined) return undefined;
  // "le 19" alone is XXXX-XX-19; a season has no days
  if (month === 'XX') return undefined;
  if (month === undefined || Number(month) > 12) return `a day of a season: ${date}`;
  // an unknown year may be a leap year
  const last = new Date(Date.UTC(/^\d{4}$/.test(year) ? Number(year) : 2000, Number(month), 0)).getUTCDate();
  return Number(day) > last ? `no such day: ${date}` : undefined;
}

/**
 * Whether an extracted date is the gold date. `XXXX` for a year counts as right where `hasYear` finds the gold
 * year neither in the text nor beside it.
 * @example isSameDate('2025-09', 'XXXX-09', () => false) // true
 */
export function isSameDate(gold: string, found: string, hasYear: (year: string) => boolean): boolean {
  if (gold === found) return true;
  const left = splitDates(gold);
  const right = splitDates(found);
  if (left.shape !== right.shape || left.dates.length !== right.dates.length) return false;
  return left.dates.every((date, index) => {
    const other = right.dates[index] ?? '';
    if (date === other) return true;
    const year = date.slice(0, 4);
    return other.startsWith('XXXX') && !hasYear(year) && other.slice(4) === date.slice(4);
  });
}

function splitDates(value: string): { shape: 'set' | 'interval'; dates: string[] } {
  if (value.startsWith('{'))
    return {
      shape: 'set',
      dates: value
        .slice(1, -1)
        .split(',')
        .map((date) => date.trim())
        .sort(),
    };
  return { shape: 'interval', dates: value.split('/') };
}
