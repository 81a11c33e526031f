import type { PlaceIndex, Site, SiteName } from './place-index.ts';
import type { PlaceRequest } from './place-request.ts';

type Fit = {
  readonly site: Site;
  readonly request: PlaceRequest;
  readonly index: PlaceIndex;
  /** Which of its names was said. */
  readonly name: SiteName;
  /** Where in the text the name begins and ends. */
  readonly from: number;
  readonly to: number;
};

/** How well the rest of a text fits a site whose name was said: number, building, postcode, city. */
export const fitOf = (fit: Fit): number =>
  numberFit(fit) * buildingFit(fit) * postcodeFit(fit) * cityFit(fit);

const WRONG_NUMBER = 0.5;
const NO_NUMBER = 0.9;

const numberFit = (fit: Fit): number => {
  const { site, name, request } = fit;
  if (site.numbers.size === 0) return 1;
  const said = houseNumber(fit);
  if (said === undefined) return NO_NUMBER;
  if (site.numbers.has(said)) return 1;
  if (site.numbers.has(said.replace(/\D+$/, ''))) return NO_NUMBER;
  const elsewhere = name.sites.some(({ numbers }) => numbers.has(said));
  return elsewhere || request.houseNumber !== undefined || name.of === 'street'
    ? WRONG_NUMBER
    : NO_NUMBER;
};

/** The number before "rue", or right beside the name: "au 8 Voltaire", "Voltaire 8". */
const houseNumber = ({ request, name, from, to }: Fit): string | undefined => {
  if (request.houseNumber !== undefined) return request.houseNumber;
  const beside = [from - 1, to + 1].flatMap((at) => request.names.filter((one) => one.at === at));
  const [first, second] = beside.filter(({ text }) => /^\d/.test(text));
  if (first === undefined) return undefined;
  const found = [first, second].find((one) => isNumberOf(name, one?.text)) ?? first;
  // After a name a number may as well be a building or a day: only a known house number counts.
  if (found.at > to && !isNumberOf(name, found.text)) return undefined;
  return request.numbers.find((number) => number.startsWith(found.text));
};

const isNumberOf = ({ sites }: SiteName, number: string | undefined): boolean =>
  number !== undefined && sites.some(({ numbers }) => numbers.has(number));

const OTHER_BUILDING = 0.35;
const PERHAPS_OTHER_BUILDING = 0.6;
const BUILDING_UNSAID = 0.85;
const WHOLE_RESIDENCE = 0.84;
const RATHER_A_BUILDING = 0.5;

const buildingFit = (fit: Fit): number => {
  const { site, request, name } = fit;
  const said = saidMark(fit);
  const number = houseNumber(fit);
  if (site.place.kind === 'residence') {
    const { staircase, dwelling } = request.announced;
    return isNothing(said, staircase, dwelling, number) ? WHOLE_RESIDENCE : RATHER_A_BUILDING;
  }
  if (said !== undefined && site.mark === said.mark) return 1;
  if (said !== undefined) return said.sure ? OTHER_BUILDING : PERHAPS_OTHER_BUILDING;
  if (name.of === 'building' || site.marksAround.size === 1) return 1;
  return number !== undefined && site.numbers.has(number) ? 1 : BUILDING_UNSAID;
};

const isNothing = (...said: readonly unknown[]): boolean => said.every((one) => one === undefined);

/** The building that was said: announced, or a lone letter or number that is one here. */
const saidMark = ({
  site,
  request,
}: Pick<Fit, 'site' | 'request'>):
  | { readonly mark: string; readonly sure: boolean }
  | undefined => {
  const announced = request.announced.building;
  if (announced !== undefined) return { mark: announced, sure: true };
  const free = request.numbers.filter(
    (number) => !site.numbers.has(number) && number !== request.houseNumber,
  );
  const lone = [...request.letters, ...free].find((mark) => site.marksAround.has(mark));
  return lone === undefined ? undefined : { mark: lone, sure: false };
};

const OTHER_POSTCODE = 0.4;

const postcodeFit = ({ site, request }: Fit): number =>
  request.postcode === undefined ||
  site.postcode === undefined ||
  request.postcode === site.postcode
    ? 1
    : OTHER_POSTCODE;

const OTHER_CITY = 0.5;

const cityFit = ({ site, request, index, name }: Fit): number => {
  const said = request.names.filter(({ text }) => index.cityWords.has(text));
  if (said.length === 0 || name.of === 'building') return 1;
  const here = said.some(({ text }) => site.cityWords.includes(text) || index.byWord.has(text));
  return here ? 1 : OTHER_CITY;
};
