// The date that an input states for a document.

const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?$/u;

/**
 * Reads a stated date; of a time stamp the day is kept.
 *
 * @example parseDocumentDate('2021-12-03T10:00:00Z') // '2021-12-03'
 * @example parseDocumentDate('2021-02-30') // undefined
 */
export function parseDocumentDate(text: string): string | undefined {
  const [, year, month, day] = form.exec(text.trim()) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return year;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (day === undefined) return `${year}-${month}`;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(day) >= 1 && Number(day) <= last ? `${year}-${month}-${day}` : undefined;
}
