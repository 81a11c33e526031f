import { describe } from 'vitest';
import { reads } from './reads.ts';

describe('where', () => {
  reads('floor_level', [
    ['au 3eme', '3'],
    ['4e étage gauche', '4'],
    ['jhabite au 2ème', '2'],
    ['3ieme etage', '3'],
    ['au premier étage', '1'],
    ['rdc', '0'],
    ['au rez-de-chaussée', '0'],
    ['rez de chaussee droite', '0'],
    ['on the ground floor', '0'],
    ['5th floor', '5'],
    ['on the second floor', '2'],
    ['floor 3', '3'],
    ['étage 12', '12'],
    ['jabite au 6eme avec ma mere', '6'],
    ['au 7e et je suis handicapée', '7'],
    ['5eme etage sa pu', '5'],
    ['dernier étage', 'top'],
    ['top floor', 'top'],
    ['sous-sol', '-1'],
    ['troisième étage porte 12', '3'],
    ['2 étage', '2'],
    ['3ème fois ce mois', undefined],
    ['la 2eme relance', undefined],
    ['depuis 3 jours', undefined],
    ['12 rue Voltaire', undefined],
    ['3e gauche', '3'],
  ]);
  reads(
    'floor_level',
    [
      ['3', '3'],
      ['au 3', '3'],
      ['le troisième', '3'],
      ['rdc', '0'],
      ['je sais pas', undefined],
    ],
    'floor_level',
  );
  reads('building', [
    ['bat B', 'B'],
    ['bâtiment C', 'C'],
    ['bt 3', '3'],
    ['bat. a2', 'A2'],
    ['immeuble B', 'B'],
    ['block b', 'B'],
    ['tour 4', '4'],
    ['BAT C', 'C'],
    ['le bâtiment est sale', undefined],
    ['building 12', '12'],
    ["non c'est le batiment B pas A", 'B'],
  ]);
  reads(
    'building',
    [
      ['B', 'B'],
      ["c'est le B", 'B'],
      ['2', '2'],
      ['aucune idée', undefined],
    ],
    'building',
  );
  reads('staircase', [
    ['escalier 2', '2'],
    ['esc B', 'B'],
    ["cage d'escalier 4", '4'],
    ['staircase C', 'C'],
    ["l'escalier est sale", undefined],
  ]);
  reads('room', [
    ['la salle de bains', 'bathroom'],
    ['sdb', 'bathroom'],
    ['dans ma cuisine', 'kitchen'],
    ["sous l'évier", 'kitchen'],
    ['les WC', 'toilet'],
    ['la chambre du petit', 'bedroom'],
    ['le salon', 'living_room'],
    ['in the living room', 'living_room'],
    ['my bedroom', 'bedroom'],
    ['la cave', 'cellar'],
    ['sur le balcon', 'balcony'],
    ['toutes les pièces', 'whole_home'],
    ['rien à signaler', undefined],
  ]);
  reads('postcode', [
    ['69008 Lyon', '69008'],
    ['59 000', undefined],
    ['je suis dans le 75011', '75011'],
    ['12345 euros', undefined],
    ['code postal 01000', '01000'],
    ['99999', undefined],
  ]);
  reads('address', [
    ['ascenseur HS au 12 rue Voltaire!!!', '12 rue Voltaire'],
    ['jsui bloqué au 8 rue des lilas', '8 rue des lilas'],
    ['j habite 3 bis avenue Jean Jaurès bat B', '3 bis avenue Jean Jaurès'],
    ['12, rue des Tilleuls, bâtiment B', '12, rue des Tilleuls'],
    ['résidence Les Tilleuls', 'résidence Les Tilleuls'],
    ['the lift at 12 rue Voltaire is broken', '12 rue Voltaire'],
    ['5 bd de la République', '5 bd de la République'],
    ['plus de chauffage', undefined],
  ]);
  reads(
    'address',
    [
      ['les tilleuls bat b', 'les tilleuls bat b'],
      ['8 voltaire esc 2', '8 voltaire esc 2'],
      ['je sais pas', undefined],
      ['non', undefined],
    ],
    'address',
  );
});

describe('since when', () => {
  reads('since_when', [
    ['depuis 3 jours', 'P3D'],
    ['pas de chauffage depuis 3j', 'P3D'],
    ['depui hier', 'P1D'],
    ['hier soir', 'P1D'],
    ['depuis ce matin', 'P0D'],
    ["aujourd'hui", 'P0D'],
    ['depuis une semaine', 'P1W'],
    ['ça fait 2 semaines', 'P2W'],
    ['ya 8 jours', 'P8D'],
    ['il y a trois mois', 'P3M'],
    ['depuis 2 ans', 'P2Y'],
    ['depuis 20 minutes', 'PT20M'],
    ['depuis 1h', 'PT1H'],
    ['depuis vendredi', 'weekday:5'],
    ['since Friday', 'weekday:5'],
    ['samedi dernier', 'weekday:6'],
    ['for two days', 'P2D'],
    ['since yesterday', 'P1D'],
    ['3 days ago', 'P3D'],
    ['avant-hier', 'P2D'],
    ['depuis le 3 novembre', '--11-03'],
    ['depuis novembre', '--11'],
    ['depuis le 12/10', '--10-12'],
    ['la semaine dernière', 'P1W'],
    ['depuis longtemps', 'long'],
    ['depuis un bon bout de temps', 'long'],
    ['quel temps demain', undefined],
    ['à l’instant', 'PT0M'],
    ['for ages', 'long'],
    ['ça fait 10 fois que j’appelle', undefined],
    ['la lumière marche toujours pas', undefined],
    ['depuis environ deux semaines', 'P2W'],
    ['for over a month', 'P1M'],
    ['since this morning', 'P0D'],
    ['depuis quelques jours', 'P3D'],
  ]);
  reads(
    'since_when',
    [
      ['3 jours', 'P3D'],
      ['lundi', 'weekday:1'],
      ['mars', '--03'],
      ['une semaine', 'P1W'],
      ['je sais plus', undefined],
    ],
    'since_when',
  );
});
