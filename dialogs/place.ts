import type { Frame, IncidentPlace, PlaceMatch, SlotValue } from '../bot/index.ts';
import { ask, offerPlaces } from './ask.ts';
import { describeValue } from './describe.ts';
import { shorten, wordCount } from './fold.ts';
import { answerIn } from './meaning.ts';
import { countIn, listIn, type Moment, noting, remember, swap, textIn, words } from './moment.ts';
import { UNKNOWN } from './read-answer.ts';

/** The address slot of an address that is no known place. */
export const WRITTEN = 'written';

/** Places put before the tenant at once. */
const OFFERED = 5;

/** How much better than the next a place must fit to be offered alone. */
const CLEARLY = 0.15;

/** After this many tries the address is kept as it was written. */
const TRIES = 2;

/** The part of a message that tells a place, with the building and staircase that were said. */
export const placeWords = ({ heard, text }: Moment): string => {
  const { address, building, staircase } = heard.slots;
  if (address === undefined) return text;
  const inner = [
    building === undefined ? '' : `bâtiment ${building.value}`,
    staircase === undefined ? '' : `escalier ${staircase.value}`,
  ];
  return [address.said, ...inner].filter((part) => part !== '').join(' ');
};

/** The places a text may mean, the likeliest alone when it clearly fits best. */
export const placesFor = (moment: Moment, text: string): readonly PlaceMatch[] => {
  const found = moment.look({ kind: 'place', text })?.matches ?? [];
  const matches = found.filter(({ kind }) => kind !== 'lift' && kind !== 'boiler_house');
  const [best, next] = matches;
  if (best === undefined) return [];
  const clear = next === undefined || best.score - next.score >= CLEARLY;
  return clear ? [best] : matches.slice(0, OFFERED);
};

/** Puts the places a text may mean before the tenant; nothing when there are none. */
export const offer = (moment: Moment, frame: Frame, text: string): Moment | undefined => {
  const matches = placesFor(moment, text);
  if (matches.length === 0) return undefined;
  const offered = noting(frame, {
    offered: matches.map(({ id }) => id),
    labels: matches.map(({ label }) => label),
    postcodes: matches.map(({ postcode }) => postcode ?? ''),
    heatings: matches.map(({ heating }) => heating ?? ''),
  });
  return offerPlaces(moment, offered);
};

/** Takes a place that was offered as the address; nothing when it was not offered. */
export const settle = (moment: Moment, frame: Frame, id: string): Moment | undefined => {
  const at = listIn(frame, 'offered').indexOf(id);
  const label = listIn(frame, 'labels')[at];
  if (label === undefined) return undefined;
  const heating = listIn(frame, 'heatings')[at] ?? '';
  const postcode = listIn(frame, 'postcodes')[at] ?? '';
  return keepAddress(moment, frame, {
    address: { value: id, said: label },
    ...(postcode === '' ? {} : { postcode: { value: postcode, said: postcode } }),
    ...(heating === '' ? {} : heated(moment, heating)),
  });
};

/** How the building is heated, in the words a tenant would use. */
const heated = (
  { tools, language }: Moment,
  value: string,
): Readonly<Record<string, SlotValue>> => {
  const id = 'collective_or_individual';
  const said = describeValue(tools.content, { id, value: { value, said: value } }, language);
  return { [id]: { value, said } };
};

/** Keeps an address in the words of the tenant. */
export const keepWritten = (moment: Moment, frame: Frame, text: string): Moment =>
  keepAddress(moment, frame, { address: { value: WRITTEN, said: shorten(text) } });

type Address = { readonly address: SlotValue } & Readonly<Record<string, SlotValue>>;

const keepAddress = (moment: Moment, frame: Frame, found: Address): Moment => {
  const { postcode: _, ...slots } = frame.slots;
  const { postcode: __, collective_or_individual: ___, ...known } = moment.state.known;
  const next = remember(moment, { known: { ...known, ...found } });
  return swap(next, { ...frame, slots: { ...slots, ...found } });
};

/** Asks for the address once more, or keeps what was written. */
export const tryAgain = (moment: Moment, frame: Frame, refused: boolean): Moment => {
  const tries = countIn(frame, 'place_tries') + 1;
  const first = textIn(frame, 'written');
  // A bare yes or no is an answer to some question, but to this one it names no place.
  const said = answerIn(moment) === undefined ? moment.text : '';
  const written = refused || first !== '' ? first : said;
  const counted = noting(frame, { place_tries: tries, offered: [], labels: [], written });
  if (tries < TRIES || (refused && tries === TRIES)) {
    const instead = words(moment, refused ? 'place_retry' : 'place_not_found');
    return ask(moment, counted, 'address', { instead });
  }
  return wordCount(written) === 0
    ? swap(moment, { ...counted, slots: { ...frame.slots, address: NOWHERE } })
    : keepWritten(moment, counted, written);
};

/** An address the tenant does not know. */
export const NOWHERE: SlotValue = { value: UNKNOWN, said: '' };

/** The place of a request, when one is known. */
export const placeOf = ({ slots }: Frame): IncidentPlace | undefined => {
  const { address, postcode } = slots;
  if (address === undefined || address.value === UNKNOWN) return undefined;
  return {
    label: address.said,
    ...(address.value === WRITTEN ? {} : { id: address.value }),
    ...(postcode === undefined ? {} : { postcode: postcode.value }),
  };
};
