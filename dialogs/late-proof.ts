import {
  type Frame,
  IDENTITY,
  type Incident,
  identified,
  identityFact,
  reaches,
} from '../bot/index.ts';
import { changeOf } from './correct-incident.ts';
import { type Moment, remember, say, textIn } from './moment.ts';
import { LEASE, type ReadProof, readProof } from './read-proof.ts';
import { asksWho, proofsOf, speaker } from './who-speaks.ts';

/** Takes the lease and the birth date of somebody who has found them since: what waited to be checked is put right. */
export const lateProof = (moment: Moment, frame: Frame): Moment | undefined => {
  const { lease, birth } = shownIn(moment, frame);
  if (lease === undefined || birth === undefined) return undefined;
  const incident = moment.look({ kind: 'incident', code: textIn(frame, 'code') });
  const tries = proofsOf(moment).tries;
  const answer = moment.look({ kind: 'holder', n: tries, lease, birth });
  if (incident === undefined || answer === undefined) return moment;
  const counted = remember(moment, { proofs: { ...proofsOf(moment), tries: tries + 1 } });
  const { tenant } = answer;
  return tenant === undefined
    ? say(counted, 'identity_gave_up')
    : checked(counted, incident.incident, { lease, tenant });
};

const shownIn = (moment: Moment, { intent = '' }: Frame): ReadProof => {
  const card = moment.tools.catalogue.get(intent);
  const open = card !== undefined && asksWho(card) && !reaches(speaker(moment), card.level);
  return open && moment.choice === undefined ? readProof(moment.text, LEASE) : {};
};

const checked = (
  moment: Moment,
  incident: Incident | undefined,
  { lease, tenant }: { readonly lease: string; readonly tenant: string },
): Moment => {
  const proof = { by: 'birth_date', tenant } as const;
  const identity = identified(proof, moment.input.now, speaker(moment));
  const known = say(remember(moment, { identity }), 'identity_right');
  if (incident === undefined) return known;
  const fact = identityFact(proof);
  const slots = { ...incident.slots, [LEASE]: { value: lease, said: lease }, [IDENTITY]: fact };
  const data = { [IDENTITY]: fact.value };
  const change = changeOf(moment, { ...incident, slots }, { kind: 'identity', data });
  return { ...known, corrected: [...known.corrected, change] };
};
