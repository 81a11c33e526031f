import { useState } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { promisedTime } from './times.ts';
import type { Receipt } from './wire.ts';
import type { Language, Words } from './words.ts';

/** The card that confirms an incident: its code, the promised date and the way to follow it. */
export const ReceiptCard = (props: {
  readonly receipt: Receipt;
  readonly language: Language;
  readonly say: Words;
  readonly onCopied: () => void;
}) => {
  const { receipt, language, say } = props;
  const { code, due } = receipt;
  return (
    <section class="receipt" aria-label={say('receipt')}>
      <p class="receipt-title">
        <Icon name="done" />
        {say('receipt')}
      </p>
      <p class="receipt-code">
        <span>{say('receipt_code')}</span> <strong>{code}</strong>
      </p>
      {due !== undefined && <p>{say('receipt_due', { date: promisedTime(due, language) })}</p>}
      <p class="receipt-actions">
        <a
          class="button"
          href={`/suivi/${encodeURIComponent(code)}`}
          target="_blank"
          rel="noopener"
        >
          {say('receipt_follow')}
          <span class="sr"> {say('new_window')}</span>
        </a>
        <CopyButton code={code} say={say} onCopied={props.onCopied} />
      </p>
    </section>
  );
};

const CopyButton = (props: {
  readonly code: string;
  readonly say: Words;
  readonly onCopied: () => void;
}) => {
  const [copied, setCopied] = useState(false);
  if (navigator.clipboard === undefined) return undefined;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.code);
      setCopied(true);
      props.onCopied();
    } catch {
      // The code stands on the card and can be copied by hand.
    }
  };
  return (
    <button type="button" class="quiet" onClick={copy}>
      {props.say(copied ? 'receipt_copied' : 'receipt_copy')}
    </button>
  );
};
