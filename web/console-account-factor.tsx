import { useState } from 'preact/hooks';
import type { Offer } from './console-account-wire.ts';
import type { Result } from './console-api.ts';
import type { Desk } from './console-desk.ts';
import { Field } from './console-field.tsx';
import type { Me } from './console-wire.ts';
import type { WordKey, Words } from './console-words.ts';

type Props = { readonly desk: Desk; readonly say: Words };

/** How far somebody is with their second factor. */
type Step =
  | { readonly kind: 'rest' }
  | { readonly kind: 'prove'; readonly to: 'set' | 'remove' }
  | { readonly kind: 'scan'; readonly offer: Offer }
  | { readonly kind: 'keep'; readonly codes: readonly string[] };

/** The phone that shows codes: set, changed, taken away. */
export const SecondFactor = ({ desk, say, me }: Props & { readonly me: Me }) => {
  const [step, setStep] = useState<Step>({ kind: 'rest' });
  const done = async (): Promise<void> => {
    await desk.stay();
    setStep({ kind: 'rest' });
  };
  switch (step.kind) {
    case 'rest':
      return <Rest say={say} me={me} go={setStep} />;
    case 'prove':
      return <Prove desk={desk} say={say} me={me} to={step.to} go={setStep} done={done} />;
    case 'scan':
      return <Scan desk={desk} say={say} offer={step.offer} go={setStep} />;
    case 'keep':
      return <KeepCodes say={say} codes={step.codes} done={done} />;
    default:
      return step satisfies never;
  }
};

const Rest = (props: { say: Words; me: Me; go: (step: Step) => void }) => {
  const { say, me, go } = props;
  if (me.factor === 'elsewhere') return <p class="soft">{say('factor_elsewhere')}</p>;
  const set = me.factor === 'set';
  return (
    <>
      <p class="soft">{say(set ? 'factor_on' : 'factor_off')}</p>
      <p class="buttons start">
        <button type="button" class="second" onClick={() => go({ kind: 'prove', to: 'set' })}>
          {say(set ? 'factor_change' : 'factor_set')}
        </button>
        {set && (
          <button type="button" class="second" onClick={() => go({ kind: 'prove', to: 'remove' })}>
            {say('factor_remove')}
          </button>
        )}
      </p>
    </>
  );
};

const Prove = (
  props: Props & {
    readonly me: Me;
    readonly to: 'set' | 'remove';
    readonly go: (step: Step) => void;
    readonly done: () => Promise<void>;
  },
) => {
  const { desk, say, me, to, go, done } = props;
  const send = async (read: (name: string) => string): Promise<WordKey | undefined> => {
    const proof = { password: read('password'), code: read('code') };
    if (to === 'remove') {
      const removed = await desk.account.removeFactor(proof);
      if (removed.kind !== 'ok') return faultOf(removed);
      await done();
      return undefined;
    }
    const offered = await desk.account.offerFactor(proof);
    if (offered.kind !== 'ok') return faultOf(offered);
    go({ kind: 'scan', offer: offered.body });
    return undefined;
  };
  return (
    <FactorForm say={say} button={say('continue')} send={send}>
      <Field
        name="password"
        type="password"
        label={say('password')}
        autocomplete="current-password"
      />
      {me.factor === 'set' && <CodeField say={say} />}
    </FactorForm>
  );
};

const Scan = (props: Props & { readonly offer: Offer; readonly go: (step: Step) => void }) => {
  const { desk, say, offer, go } = props;
  const { size, path } = offer.qr;
  const send = async (read: (name: string) => string): Promise<WordKey | undefined> => {
    const set = await desk.account.confirmFactor(read('code'));
    if (set.kind !== 'ok') return faultOf(set);
    go({ kind: 'keep', codes: set.body.recoveryCodes });
    return undefined;
  };
  return (
    <FactorForm say={say} button={say('factor_confirm')} send={send}>
      <p>{say('factor_scan')}</p>
      <svg class="qr" viewBox={`-4 -4 ${size + 8} ${size + 8}`} role="img">
        <title>{say('factor_qr')}</title>
        <path d={path} />
      </svg>
      <p class="soft">
        {say('factor_by_hand')} <code>{offer.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <CodeField say={say} />
    </FactorForm>
  );
};

const KeepCodes = (props: { say: Words; codes: readonly string[]; done: () => Promise<void> }) => (
  <div role="status">
    <p>{props.say('factor_keep')}</p>
    <ul class="recovery">
      {props.codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ul>
    <p class="buttons start">
      <button type="button" class="main" onClick={props.done}>
        {props.say('factor_kept')}
      </button>
    </p>
  </div>
);

const CodeField = ({ say }: { readonly say: Words }) => (
  <Field name="code" label={say('code')} hint={say('code_hint')} autocomplete="one-time-code" />
);

const FactorForm = (props: {
  readonly say: Words;
  readonly button: string;
  readonly send: (read: (name: string) => string) => Promise<WordKey | undefined>;
  readonly children: unknown;
}) => {
  const [fault, setFault] = useState<WordKey | undefined>(undefined);
  const submit = async (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setFault(await props.send((name) => String(data.get(name) ?? '')));
  };
  return (
    <form onSubmit={submit}>
      {fault !== undefined && (
        <p class="told bad" role="alert">
          {props.say(fault)}
        </p>
      )}
      {props.children}
      <p class="buttons start">
        <button type="submit" class="main">
          {props.button}
        </button>
      </p>
    </form>
  );
};

const FAULTS: Readonly<Record<number, WordKey>> = {
  409: 'factor_required',
  422: 'factor_wrong',
  429: 'fault_often',
};

const faultOf = (result: Exclude<Result<unknown>, { kind: 'ok' }>): WordKey =>
  result.kind === 'unreachable' ? 'fault_network' : (FAULTS[result.status] ?? 'fault_server');
