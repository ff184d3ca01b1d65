import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepSelection } from '../../pipeline/page/web/steps.ts';

const text = 'Lina Casoar dirige\nle port.\n\nElle l’a dit.';
const select = (surface: string): { start: number; end: number } => {
  const start = text.indexOf(surface);
  return { start, end: start + surface.length };
};
const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const;

describe('a selection by keyboard', () => {
  it.each([
    ['Lina', 'ArrowRight', false, 'Casoar'],
    ['Lina', 'ArrowRight', true, 'Lina Casoar'],
    ['Lina Casoar', 'ArrowLeft', true, 'Lina'],
    ['Lina', 'ArrowLeft', true, undefined],
    ['Lina', 'ArrowLeft', false, undefined],
    ['dirige', 'ArrowLeft', false, 'Casoar'],
    ['Casoar', 'ArrowDown', false, 'le'],
    ['port', 'ArrowDown', false, 'Elle'],
    ['port', 'ArrowUp', false, 'Lina'],
    ['l’a', 'ArrowLeft', false, 'Elle'],
    ['dit', 'ArrowRight', false, undefined],
  ] as const)('goes from “%s” by %s, Shift %s, to “%s”', (from, key, shiftKey, to) => {
    const found = stepSelection(text, select(from), { key, shiftKey });
    expect(found === undefined ? undefined : text.slice(found.start, found.end)).toBe(to);
  });

  it('stays within the text and is never empty', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }),
        fc.nat(40),
        fc.nat(40),
        fc.constantFrom(...keys),
        fc.boolean(),
        (any, one, two, key, shiftKey) => {
          const start = Math.min(one, two, any.length);
          const end = Math.min(Math.max(one, two), any.length);
          const found = stepSelection(any, { start, end }, { key, shiftKey });
          if (found === undefined) return;
          expect(found.start).toBeGreaterThanOrEqual(0);
          expect(found.end).toBeGreaterThan(found.start);
          expect(found.end).toBeLessThanOrEqual(any.length);
        },
      ),
    );
  });
});
