import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLeaseBook, createSeals, type Seals, sealEstate } from '../../identity/index.ts';
import { SEALS, TENANTS } from './parts.ts';

const book = createLeaseBook(TENANTS, SEALS);

describe('who holds a lease', () => {
  test('is shown by the lease and the birth date, however the lease is written', () => {
    for (const lease of ['00482137', '482137', '0048 2137', '0048-2137', ' 00.48.21.37 ']) {
      expect(book.holder(lease, { birth: '1984-03-14' })).toBe('T1');
    }
  });

  test('is shown by the telephone that is in the lease', () => {
    expect(book.holder('00482137', { phone: '+33639980001' })).toBe('T1');
    expect(book.holder('00482137', { phone: '+33639980002' })).toBeUndefined();
  });

  test('may be one of two', () => {
    expect(book.holder('b77', { birth: '1950-01-02' })).toBe('T2');
    expect(book.holder('B-77', { birth: '1952-05-06' })).toBe('T3');
    expect(book.holder('B-77', { birth: '1984-03-14' })).toBeUndefined();
  });

  test('is named by the id where the landlord gave no lease, and matches nothing it was not given', () => {
    expect(book.holder('L0099', { birth: '1984-03-14' })).toBeUndefined();
    expect(book.holder('L0099', { phone: '' })).toBeUndefined();
    expect(book.holder('', { birth: '' })).toBeUndefined();
    expect(book.holder('', { phone: '' })).toBeUndefined();
  });
});

describe('the work', () => {
  /** Hashes that are counted. */
  const counted = (): Seals & { readonly calls: string[] } => {
    const calls: string[] = [];
    return {
      ...SEALS,
      calls,
      birth: (tenant, date) => {
        calls.push('birth');
        return SEALS.birth(tenant, date);
      },
      phone: (number) => {
        calls.push('phone');
        return SEALS.phone(number);
      },
    };
  };

  test('property: is the same for a lease that exists and one that does not', () => {
    const leases = fc.oneof(fc.constantFrom('00482137', 'B-77', 'L0099'), fc.string());
    const factors = fc.oneof(
      fc.record({ birth: fc.constantFrom('1984-03-14', '1950-01-02', '2000-02-02') }),
      fc.record({ phone: fc.constantFrom('+33639980001', '+33611111111') }),
    );
    fc.assert(
      fc.property(leases, factors, (lease, factor) => {
        const seals = counted();
        const counting = createLeaseBook(TENANTS, seals);
        counting.holder('does not exist', factor);
        const unknown = seals.calls.splice(0);
        counting.holder(lease, factor);
        expect(seals.calls).toEqual(unknown);
        expect(unknown.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('what is kept', () => {
  const estate = {
    places: [],
    tenants: [
      { id: 'T1', name: 'Awa', dwelling: 'D', birthDate: '1984-03-14' },
      { id: 'T2', name: 'Ali', dwelling: 'D', birthDate: '1984-03-14' },
      { id: 'T3', name: 'Luc', dwelling: 'D' },
    ],
  };

  test('holds no birth date, nor that two are the same', () => {
    const { tenants } = sealEstate(estate, SEALS);
    expect(JSON.stringify(tenants)).not.toContain('1984');
    const [awa, ali, luc] = tenants;
    expect(awa?.birth).not.toBe(ali?.birth);
    expect(luc).toEqual({ id: 'T3', name: 'Luc', dwelling: 'D' });
  });

  test('is worth nothing under another key', () => {
    const { tenants } = sealEstate(
      estate,
      createSeals('another key, thirty-two characters or more'),
    );
    expect(createLeaseBook(tenants, SEALS).holder('T1', { birth: '1984-03-14' })).toBeUndefined();
    expect(
      createLeaseBook(sealEstate(estate, SEALS).tenants, SEALS).holder('T1', {
        birth: '1984-03-14',
      }),
    ).toBe('T1');
  });
});
