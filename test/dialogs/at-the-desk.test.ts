import { beforeAll, describe, expect, test } from 'vitest';
import { LEARNING, type Loge, shippedLoge } from './loge.ts';
import { hear, newVisit, type Visit } from './visit.ts';

let loge: Loge;
beforeAll(async () => {
  loge = await shippedLoge();
}, LEARNING);

const say = (visit: Visit, ...texts: readonly string[]): Visit =>
  texts.reduce((sofar, text) => hear(loge, sofar, { text, photos: [] }), visit);
const press = (visit: Visit, value: string): Visit =>
  hear(loge, visit, { text: '', photos: [], choice: value });
const told = ({ said }: Visit): string => said.map(({ text }) => text).join('\n');

/** Tuesday 24 November 2026: the visit begins at 10, the desk opens again the next day at 9. */
const OPENS = Date.UTC(2026, 10, 25, 8);

describe('somebody who waits for a person', () => {
  test('#20 nobody takes it, say the wait or the position (chatwoot#10059): hears how many are first, again when asking again', () => {
    const called = say({ ...newVisit(), desk: { ahead: 2 } }, 'je veux parler à un humain');
    expect(told(called)).toContain('2 personnes attendent avant vous.');
    const again = say({ ...called, desk: { ahead: 1 } }, 'je veux un conseiller');
    expect(told(again)).toContain('Une personne attend avant vous.');
    const next = say({ ...called, desk: { ahead: 0 } }, 'je veux un conseiller');
    expect(told(next)).not.toContain('avant vous');
  });

  test('hears when the office opens again, and may leave a number that the desk sees', () => {
    const called = say({ ...newVisit(), desk: { opens: OPENS } }, 'je veux parler à un humain');
    expect(called.handoff).toBe('asked');
    expect(told(called)).toMatch(/Il rouvre mercredi 25 novembre à 9\sh\./);
    expect(called.said.at(-1)?.ask).toBe('callback_phone');
    const left = say(called, '06 12 34 56 78');
    expect(left.state.known['callback_phone']?.value).toBe('+33612345678');
    expect(told(left)).not.toBe('');
    expect(say(left, 'je veux un conseiller').said.at(-1)?.ask).toBeUndefined();
  });

  test('hears that nobody is at the desk', () => {
    const called = say({ ...newVisit(), desk: { online: [] } }, 'I want to talk to a human');
    expect(told(called)).toContain('Nobody is at the desk right now. Your request is kept.');
  });

  test('goes on with the form: its question stays the last and the only one', () => {
    const visit = say({ ...newVisit(), desk: { opens: OPENS } }, 'plus de chauffage depuis hier');
    const called = say(visit, 'je veux parler à quelqu’un', '12 rue des Tilleuls bâtiment B');
    expect(called.said.filter(({ ask }) => ask !== undefined)).toHaveLength(1);
  });

  test.each([
    'ça sent le gaz dans la cuisine',
    'il y a le feu',
    'mon voisin est bloqué dans l’ascenseur',
  ])('in danger hears nothing of hours: %s', (text) => {
    const closed = { opens: OPENS, online: [], ahead: 9 };
    const visit = say({ ...newVisit(), desk: closed }, text);
    expect(visit.handoff).toBe('danger');
    expect(told(visit)).not.toMatch(/fermé|connecté|avant vous/);
    const again = say({ ...visit, desk: { ...closed, danger: true } }, 'je veux un conseiller');
    expect(told(again)).not.toMatch(/fermé|connecté|avant vous/);
  });
});

describe('somebody who comes back within a day', () => {
  const SOPHIE = { id: 'sophie', name: 'Sophie' };
  const back = (online: readonly string[] = ['sophie']): Visit => ({
    ...newVisit(),
    state: { ...newVisit().state, greeted: true },
    returning: SOPHIE,
    desk: { online },
  });

  test('may go on with the same agent, who is at the desk', () => {
    const offered = say(back(), 'rebonjour, encore une question');
    expect(told(offered)).toContain('Vous avez parlé avec Sophie.');
    const yes = press(offered, 'returning=yes');
    expect(yes.handoff).toBe('asked');
    expect(yes.preferred).toEqual(SOPHIE);
    expect(say(offered, 'oui').preferred).toEqual(SOPHIE);
  });

  test('goes on with the program, which has not forgotten what was written first', () => {
    const offered = say(back(), 'la chaudière est en panne');
    expect(told(press(offered, 'returning=no'))).toContain('À quelle adresse');
    expect(told(say(offered, '12 rue des Tilleuls bâtiment B'))).toContain('12 rue des Tilleuls');
  });

  test('#13 a reopened conversation goes to an offline agent (chatwoot#10739): nobody is offered who is not there', () => {
    expect(told(say(back(['karim']), 'rebonjour'))).not.toContain('Sophie');
    const called = say(back(['karim']), 'je veux un conseiller');
    expect([called.handoff, called.preferred]).toEqual(['asked', undefined]);
  });

  test('is not held up in danger, when thanking, or when asking for a person', () => {
    expect(say(back(), 'ça sent le gaz').handoff).toBe('danger');
    expect(told(say(back(), 'merci beaucoup, au revoir'))).not.toContain('Sophie');
    const called = say(back(), 'je veux parler à un conseiller');
    expect([called.handoff, called.preferred]).toEqual(['asked', SOPHIE]);
  });
});
