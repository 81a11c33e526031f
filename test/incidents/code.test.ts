import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCode, normaliseCode } from '../../incidents/index.ts';

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const codes = fc.array(chance, { minLength: 6, maxLength: 6 }).map((numbers) => {
  const rest = [...numbers];
  return newCode(() => rest.shift() ?? 0);
});

describe('an incident code', () => {
  it('is six letters that make no word and are not mistaken for others', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^[BCDFGHJKMNPQRTVWXZ]{6}$/);
      }),
    );
  });

  it('is read back however it is typed', () => {
    const separators = fc.constantFrom('', ' ', '-', '.', ' - ');
    fc.assert(
      fc.property(codes, separators, fc.boolean(), (code, separator, small) => {
        const typed = ` ${code.slice(0, 3)}${separator}${code.slice(3)} `;
        expect(normaliseCode(small ? typed.toLowerCase() : typed)).toBe(code);
      }),
    );
  });

  it.each(['', 'BCDFG', 'BCDFGHJ', 'BCDFGA', 'BCDF1H', '../etc', 'B'.repeat(1e5)])(
    '%j is none',
    (text) => {
      expect(normaliseCode(text)).toBeUndefined();
    },
  );
});
