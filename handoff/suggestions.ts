import type { Conversation, Incident, Instant, Suggest, Suggestion } from '../bot/index.ts';

/** What an agent is offered to say in a conversation: about the form in progress, else the last incident. */
export const suggestionsFor = (
  suggest: Suggest,
  {
    conversation,
    incidents,
    now,
  }: {
    readonly conversation: Conversation;
    readonly incidents: readonly Incident[];
    readonly now: Instant;
  },
): readonly Suggestion[] => {
  const { language } = conversation;
  const intent = inProgress(conversation);
  if (intent !== undefined) return suggest({ intent, language, now });
  const last = incidents.at(-1);
  return last === undefined ? [] : suggest({ intent: last.intent, due: last.due, language, now });
};

const inProgress = ({ talk }: Conversation): string | undefined =>
  talk.stack.findLast(({ dialog }) => dialog === 'report')?.intent;
