import { describe, expect, it } from 'vitest';
import type { Incident, IncidentEvent } from '../../bot/index.ts';
import { normalisePhone, timeline } from '../../incidents/index.ts';

const incident: Incident = {
  id: 'web-1:1',
  code: 'BCDFGH',
  conversation: 'web-1',
  channel: 'webchat',
  language: 'fr',
  intent: 'water_leak',
  priority: 'P1',
  place: { id: 'TIL-B', label: '12 rue des Tilleuls, bâtiment B', postcode: '99210' },
  phone: '06 39 98 00 01',
  slots: { room: { value: 'kitchen', said: 'ma cuisine' } },
  photos: [],
  openedAt: 1000,
  due: 5000,
  status: 'received',
  events: 3,
};
const event = (n: number, kind: IncidentEvent['kind'], by: IncidentEvent['by']): IncidentEvent => ({
  id: `web-1:1:${n}`,
  incident: 'web-1:1',
  at: n * 1000,
  by,
  channel: 'webchat',
  kind,
  data: { room: 'ma cuisine secrète' },
});
const events = [
  event(3, 'note', 'agent'),
  event(2, 'corrected', 'tenant'),
  event(1, 'opened', 'tenant'),
];

describe('who only holds the code', () => {
  const seen = timeline({ incident, events });

  it('sees the subject, the status and the dates, oldest first', () => {
    expect(seen).toEqual({
      code: 'BCDFGH',
      intent: 'water_leak',
      status: 'received',
      openedAt: 1000,
      due: 5000,
      provable: true,
      steps: [
        { at: 1000, by: 'tenant', kind: 'opened' },
        { at: 2000, by: 'tenant', kind: 'corrected' },
      ],
    });
  });

  it('sees no address, no phone, no word that was said, no note', () => {
    expect(JSON.stringify(seen)).not.toMatch(/Tilleuls|99210|0639|cuisine|kitchen|note/);
  });

  it('does not even see a subject that could put the tenant in danger', () => {
    const violence = { ...incident, intent: 'violence_or_threat' };
    expect(timeline({ incident: violence, events }).intent).toBeUndefined();
    const money = { ...incident, intent: 'payment_difficulty' };
    expect(timeline({ incident: money, events }).intent).toBeUndefined();
    expect(timeline({ incident: money, events, proof: '99210' }).intent).toBe('payment_difficulty');
  });

  it('sees no more of violence by proving what everybody at home knows', () => {
    const violence = { ...incident, intent: 'violence_or_threat' };
    const proven = timeline({ incident: violence, events, proof: '99210' });
    expect(proven).toEqual(timeline({ incident: violence, events }));
    expect(proven.provable).toBe(false);
  });
});

describe('who also knows the postcode or the phone number', () => {
  it.each([
    '99210',
    ' 99 210 ',
    '0639980001',
    '+33 6 39 98 00 01',
    '0033639980001',
    '06.39.98.00.01',
  ])('%s sees the details', (proof) => {
    expect(timeline({ incident, events, proof }).personal).toEqual({
      place: '12 rue des Tilleuls, bâtiment B',
      phone: '06 39 98 00 01',
      slots: incident.slots,
      photos: [],
    });
  });

  it.each(['', ' ', '99211', '0639980002', 'BCDFGH', 'undefined', '0'])('%j does not', (proof) => {
    expect(timeline({ incident, events, proof }).personal).toBeUndefined();
  });

  it('nothing proves an incident without postcode and phone', () => {
    const { place: _, phone: __, ...bare } = incident;
    expect(timeline({ incident: bare, events }).provable).toBe(false);
    for (const proof of ['', '99210', 'undefined', '+33639980001']) {
      expect(timeline({ incident: bare, events, proof }).personal).toBeUndefined();
    }
  });
});

describe('a phone number', () => {
  it.each([
    ['06 39 98 00 01', '+33639980001'],
    ['639980001', '+33639980001'],
    ['+33 (0)6 39 98 00 01', '+33639980001'],
    ['+32 470 12 34 56', '+32470123456'],
    ['00352621123456', '+352621123456'],
    ['0692 12 34 56', '+262692123456'],
    ['+262 (0)692 12 34 56', '+262692123456'],
    ['0590 12 34 56', '+590590123456'],
    ['0696123456', '+596696123456'],
    ['0694 12 34 56', '+594694123456'],
    ['0639 01 02 03', '+262639010203'],
    ['12', undefined],
    ['06 39 98 00', undefined],
    ['+33 6 39', undefined],
    ['abc', undefined],
  ])('%s', (typed, number) => {
    expect(normalisePhone(typed)).toBe(number);
  });
});
