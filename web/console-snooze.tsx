import { Buttons } from './console-buttons.tsx';
import type { Desk } from './console-desk.ts';
import type { WordKey, Words } from './console-words.ts';

const MINUTE = 60_000;

/** Nine o'clock tomorrow, where the agent is. */
const tomorrow = (now: number): number => {
  const day = new Date(now);
  day.setDate(day.getDate() + 1);
  return day.setHours(9, 0, 0, 0);
};

/** How long a conversation can be set aside. */
const UNTIL: Readonly<Record<string, { word: WordKey; at: (now: number) => number }>> = {
  half: { word: 'snooze_half_hour', at: (now) => now + 30 * MINUTE },
  hour: { word: 'snooze_hour', at: (now) => now + 60 * MINUTE },
  three: { word: 'snooze_three_hours', at: (now) => now + 180 * MINUTE },
  tomorrow: { word: 'snooze_tomorrow', at: tomorrow },
};

/** Asks until when a conversation is set aside. */
export const Snooze = ({ desk, say }: { readonly desk: Desk; readonly say: Words }) => {
  const submit = (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }): void => {
    const chosen = String(new FormData(event.currentTarget).get('until') ?? '');
    const until = UNTIL[chosen]?.at(Date.now());
    if (until !== undefined) desk.order({ type: 'snooze', until });
  };
  return (
    <form method="dialog" onSubmit={submit}>
      <p>{say('snooze_text')}</p>
      <p class="field">
        <label for="snooze-until">{say('snooze_when')}</label>
        <select id="snooze-until" name="until">
          {Object.entries(UNTIL).map(([key, { word }]) => (
            <option key={key} value={key}>
              {say(word)}
            </option>
          ))}
        </select>
      </p>
      <Buttons desk={desk} say={say} word={say('snooze')} />
    </form>
  );
};
