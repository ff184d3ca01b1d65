// Numbers as people type them.

/** A number as people write it in either language: "1 200,5", "1,200.5", "8.2e6". */
export function parseNumber(text: string): number | undefined {
  let plain = text.replace(/[\s\u00a0\u202f’']/gu, '');
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(plain)) plain = plain.replace(/,/gu, '');
  plain = plain.replace(',', '.');
  const number = plain === '' ? Number.NaN : Number(plain);
  return Number.isFinite(number) ? number : undefined;
}
