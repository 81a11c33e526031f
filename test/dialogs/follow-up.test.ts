import { beforeAll, describe, expect, test } from 'vitest';
import type { Incident } from '../../bot/index.ts';
import { LEARNING, type Loge, shippedLoge } from './loge.ts';
import { hear, newVisit, type Visit } from './visit.ts';

let loge: Loge;

beforeAll(async () => {
  loge = await shippedLoge();
}, LEARNING);

const HOUR = 3_600_000;

const say = (visit: Visit, ...texts: readonly string[]): Visit =>
  texts.reduce((sofar, text) => hear(loge, sofar, { text, photos: [] }), visit);

const later = (visit: Visit, hours: number): Visit => ({ ...visit, now: visit.now + hours * HOUR });

const press = (visit: Visit, title: string): Visit => {
  const choice = visit.state.offered?.find((one) => one.title === title)?.value;
  if (choice === undefined) throw new Error(`there is no button "${title}"`);
  return hear(loge, visit, { text: title, photos: [], choice });
};

/** A dripping tap, reported and registered; the visit is still open. */
const reported = (): Visit =>
  say(
    newVisit(),
    'le robinet de la cuisine goutte sans arrêt',
    '12 rue des Tilleuls bâtiment B',
    'oui',
    'non',
  );

const tap = ({ incidents }: Visit): Incident => {
  const [only] = incidents;
  if (only === undefined) throw new Error('nothing was registered');
  return only;
};

describe('a reminder', () => {
  test('is a fact of the incident that is open, and opens no second one', () => {
    const before = reported();
    const after = say(later(before, 30), "personne n'est venu pour le robinet");
    expect(after.incidents).toHaveLength(1);
    expect(tap(after).events).toBe(tap(before).events + 1);
    expect(after.events.at(-1)).toMatchObject({
      kind: 'reminder',
      by: 'tenant',
      data: { said: "personne n'est venu pour le robinet" },
    });
  });

  test('changes neither priority nor promised date', () => {
    const before = reported();
    const { priority, due } = tap(before);
    expect(tap(say(later(before, 30), 'toujours pas réparé'))).toMatchObject({ priority, due });
  });

  test('calls a person once the promise is broken, and before that the second time', () => {
    const once = say(later(reported(), 30), 'toujours pas réparé');
    expect(once.handoff).toBeUndefined();
    expect(say(later(once, 2), 'toujours rien').handoff).toBe('review');
    expect(say(later(reported(), 24 * 9), 'toujours pas réparé').handoff).toBe('review');
  });

  test('finds an incident of another conversation by its code', () => {
    const elsewhere = reported().incidents;
    const asked = say({ ...newVisit(), elsewhere }, "personne n'est venu");
    const after = say(asked, tap({ ...asked, incidents: elsewhere }).code);
    expect(after.incidents).toHaveLength(0);
    expect(after.events.at(-1)?.kind).toBe('reminder');
  });

  test('without a code is asked about once, then a person looks', () => {
    const asked = say(newVisit(), "personne n'est venu");
    expect(asked.said.at(-1)?.ask).toBe('case_ref_or_identity');
    const after = say(asked, "je n'en ai pas");
    expect(after.handoff).toBe('unsure');
    expect(after.incidents).toHaveLength(0);
  });
});

describe('an appointment', () => {
  const chosen = (): Visit => press(reported(), 'jeudi 26 novembre après-midi');

  test('is a fact of the incident, with an event', () => {
    const visit = chosen();
    expect(tap(visit).slots['appointment']).toEqual({
      value: '2026-11-26:afternoon',
      said: 'jeudi 26 novembre, l’après-midi (14\u00a0h à 18\u00a0h)',
    });
    expect(visit.events.at(-1)).toMatchObject({
      kind: 'appointment',
      data: { appointment: '2026-11-26:afternoon' },
    });
  });

  test('moves and is cancelled, and every step stays readable', () => {
    const moved = say(chosen(), 'je préfère décaler le rendez-vous à vendredi matin');
    const cancelled = say(moved, 'annulez le rendez-vous');
    expect(tap(cancelled).slots['appointment']?.value).toBe('cancelled');
    const steps = cancelled.events.filter(({ kind }) => kind === 'appointment');
    expect(steps.map(({ data }) => data['appointment'])).toEqual([
      '2026-11-26:afternoon',
      '2026-11-27:morning',
      'cancelled',
    ]);
  });

  test('cannot be taken by an old button whose day has passed', () => {
    const visit = later(reported(), 24 * 7);
    const after = press(visit, 'mercredi 25 novembre matin');
    expect(tap(after).slots['appointment']).toBeUndefined();
    expect(after.said.at(-1)?.ask).toBe('slots_wanted');
  });

  test('that nobody kept calls a person', () => {
    const after = say(later(chosen(), 60), "personne n'est venu");
    expect(after.handoff).toBe('review');
    expect(after.said.at(-1)?.text).toContain('Le rendez-vous est passé');
  });

  test('is offered for planned work in a dwelling only', () => {
    const light = say(
      newVisit(),
      'plus de lumière dans le parking',
      '12 rue des Tilleuls bâtiment B',
      'oui',
      'non',
    );
    expect(light.incidents).toHaveLength(1);
    expect(light.said.at(-1)?.ask).toBeUndefined();
    expect(reported().said.at(-1)?.ask).toBe('slots_wanted');
  });
});

describe('a paper', () => {
  test('is noted without an address, and who asks is asked once', () => {
    const first = say(newVisit(), 'je voudrais ma quittance de mai', '00482137', 'non');
    expect(first.incidents[0]).toMatchObject({ intent: 'rent_receipt', priority: 'A1' });
    const second = say(first, 'la caf me demande une attestation de loyer');
    expect(second.incidents[1]?.slots['tenant_ref']?.value).toBe('00482137');
  });

  test('a photo that was asked for goes with it', () => {
    const asked = say(newVisit(), "je vous envoie mon attestation d'assurance c'est où ?");
    const photo = { id: 'p', type: 'image/jpeg', bytes: 1, width: 1, height: 1 } as const;
    const sent = hear(loge, asked, { text: '', photos: [photo] });
    expect(tap(say(sent, '00482137')).photos).toEqual([photo]);
  });

  test('a complaint keeps the words of the tenant', () => {
    const words = "ça fait trois fois qu'on me raccroche au nez quand j'appelle pour le ménage";
    const visit = say(newVisit(), 'je veux faire une réclamation', words);
    expect(visit.incidents).toHaveLength(1);
    expect(tap(visit)).toMatchObject({ intent: 'complaint', priority: 'A2' });
    expect(tap(visit).slots['subject']?.said).toBe(words);
  });
});
