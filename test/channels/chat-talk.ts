import type { Clock, Notice, Reply, Talk, Understand } from '../../bot/index.ts';

/** Understands nothing: the talk below needs no meaning. */
export const understand: Understand = (text) => ({
  text,
  lang: 'fr',
  intents: [],
  guesses: [],
  outcome: 'unsure',
  slots: {},
});

/** Words notices by their kind. */
export const notice: Notice = (kind, language, { agent = '' }) => ({
  text: `${kind} ${agent}`,
  language,
});

const SAYINGS: Readonly<Record<string, Omit<Reply, 'language'>>> = {
  bonjour: {
    text: 'Bonjour, que se passe-t-il ?',
    choices: [
      { title: 'Une fuite', value: 'water_leak' },
      { title: 'Autre chose', value: 'other' },
    ],
  },
  question: { text: 'À quel étage ?', ask: 'floor' },
  gaz: { text: 'Sortez. Appelez le 0 800 47 33 33.', safety: 'gas' },
  code: {
    text: 'C’est noté.',
    incident: { code: 'BCDFGH', intent: 'water_leak', priority: 'P2', due: 1_800_000_000_000 },
  },
};

/** A talk that greets, repeats what it hears, and shows one reply of each sort when its word is said. */
export const repeat: Talk = ({ state, message, language }) => {
  const heard = message?.text ?? 'bonjour';
  const said = `Entendu : ${message?.choice ?? heard} (${message?.photos.length ?? 0})`;
  return {
    kind: 'said',
    replies: [{ ...(SAYINGS[heard] ?? { text: said }), language }],
    state,
    language,
    opened: [],
  };
};

/** A clock that runs with the wall and can be set forward. */
export const runningClock = () => {
  let ahead = 0;
  const clock: Clock = {
    now: () => Date.now() + ahead,
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  };
  const setForward = (ms: number): void => {
    ahead += ms;
  };
  return { ...clock, setForward };
};
