import { describe, expect, test } from 'vitest';
import { understandTrained } from './trained.ts';

const understand = await understandTrained();

describe('a human is understood in any spelling', () => {
  test.each([
    'je veux parler à un humain',
    'JE VEUX PARLER A UN HUMAIN',
    'jveu parlé a un humain',
    'je ve parler a un umain',
    'humain',
    'un humain svp',
    'conseiller',
    'conseiller svp',
    'un conseiller s’il vous plaît',
    'passez moi qqn de vrai',
    'je voudrais parler à quelqu’un',
    'je veux un vrai conseiller',
    'pas un robot, une vraie personne',
    'mettez-moi en relation avec un agent',
    'agent',
    'agent please',
    'human',
    'I want to talk to a person',
    'can I speak to someone',
    'let me talk to a real human being',
    'get me an operator',
    'stop le robot je veux un humain',
    'parler à une personne',
    'je préfère discuter avec un conseiller',
    'bonjour je souhaiterais parler à un conseiller',
    'talk to a human please',
    'transfer me to an advisor',
  ])('%s', (text) => {
    const { intents, outcome } = understand(text, {});
    expect(intents[0]?.id).toBe('talk_to_human');
    expect(outcome).toBe('sure');
  });
});

describe('the short words of a conversation', () => {
  test.each([
    ['oui', 'affirm'],
    ['wé', 'affirm'],
    ['yes', 'affirm'],
    ['c ca', 'affirm'],
    ['non', 'deny'],
    ['nn', 'deny'],
    ['no', 'deny'],
    ['pas du tout', 'deny'],
    ['bonjour', 'greet'],
    ['slt', 'greet'],
    ['hello', 'greet'],
    ['merci bcp', 'thanks_bye'],
    ['thanks', 'thanks_bye'],
    ['STOP', 'stop_optout'],
    ['unsubscribe', 'stop_optout'],
    ['START', 'resume_start'],
    ['menu', 'help_menu'],
    ['aide', 'help_menu'],
    ['help', 'help_menu'],
    ['english please', 'change_language'],
    ['je sais pas', 'dont_know'],
    ['no idea', 'dont_know'],
    ['annule', 'cancel_restart'],
    ['cancel', 'cancel_restart'],
    ['supprimez mes données', 'privacy_rights'],
    ['t un robot ?', 'bot_identity'],
    ['are you a bot', 'bot_identity'],
  ])('%s → %s', (text, intent) => {
    expect(understand(text, {}).intents[0]?.id).toBe(intent);
  });
});

describe('several requests in one message are all found', () => {
  test.each([
    [
      "bjr pas de chauffage depuis 3j et en plus l'ascenseur est HS jabite au 6eme avec ma mere 84 ans",
      ['heating_failure', 'lift_breakdown'],
    ],
    [
      "merci d'envoyer ma quittance de mai, au fait la lumière du palier marche toujours pas",
      ['rent_receipt', 'common_lighting'],
    ],
    [
      'je veux partir du logement et recuperer ma caution, c combien de preavis',
      ['notice_to_leave', 'deposit_inventory'],
    ],
    ['ca coule sur la prise dans la cuisine!!! et le voisin repond pas', ['electrical_danger']],
  ])('%s', (text, intents) => {
    expect(understand(text, {}).intents.map(({ id }) => id)).toEqual(
      expect.arrayContaining(intents),
    );
  });
});

test('misspelt to the ear: "yapu de chofage depui hier"', () => {
  const { intents, slots, lang } = understand('yapu de chofage depui hier', {});
  expect(intents[0]?.id).toBe('heating_failure');
  expect(slots['since_when']?.value).toBe('P1D');
  expect(lang).toBe('fr');
});
