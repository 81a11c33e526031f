import { afterEach, describe } from 'vitest';
import type { Store } from '../../bot/index.ts';
import { auditContract } from './audit-contract.ts';
import { conversationContract } from './conversation-contract.ts';
import { correctionContract } from './correction-contract.ts';
import { fencingContract } from './fencing-contract.ts';
import { inboundContract } from './inbound-contract.ts';
import { incidentContract } from './incident-contract.ts';
import { keepingContract } from './keeping-contract.ts';
import { limitContract } from './limit-contract.ts';
import { peopleContract } from './people-contract.ts';
import { transcriptContract } from './transcript-contract.ts';

/** Opens one more empty store of the kind under test. */
export type Open = () => Promise<Store>;

/** What every store promises, one test per promise of the port. */
export const storeContract = (name: string, open: Open): void => {
  const opened: Store[] = [];
  const openTracked: Open = async () => {
    const store = await open();
    opened.push(store);
    return store;
  };
  describe(name, () => {
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((store) => store.close()));
    });
    describe('what came in', () => inboundContract(openTracked));
    describe('conversations', () => conversationContract(openTracked));
    describe('one writer', () => fencingContract(openTracked));
    describe('the transcript', () => transcriptContract(openTracked));
    describe('incidents', () => incidentContract(openTracked));
    describe('people', () => peopleContract(openTracked));
    describe('corrections', () => correctionContract(openTracked));
    describe('the audit', () => auditContract(openTracked));
    describe('keeping', () => keepingContract(openTracked));
    describe('limits', () => limitContract(openTracked));
  });
};
