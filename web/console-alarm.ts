import { effect } from '@preact/signals';
import type { State } from './console-state.ts';
import { wordsOf } from './console-words.ts';

/** How often the title of a page that nobody looks at changes while there is danger, ms. */
const FLASH = 1_000;

/** Rings for each danger that waits or that a colleague has, again when nobody attends to it, and shows in the title what waits. */
export const watchDanger = (state: State, ring: () => void): void => {
  const rung = new Set<string>();
  let bright = false;

  effect(() => {
    const { queue, agent } = state.lists.value;
    const fresh = [...queue, ...agent]
      .filter(({ danger }) => danger)
      .map(({ id, episode, rung = 0 }) => `${id}:${episode}:${rung}`)
      .filter((key) => !rung.has(key));
    for (const key of fresh) rung.add(key);
    if (fresh.length > 0 && state.choices.value.sound) ring();
  });

  const title = (): string => {
    const say = wordsOf(state.language.value);
    const { queue } = state.counts.value;
    const inside = state.phase.value.kind === 'in';
    const danger = inside && state.lists.value.queue.some((one) => one.danger);
    if (danger && (bright || !document.hidden)) return `⚠ ${say('danger')} · ${say('title')}`;
    return inside && queue > 0 ? `(${queue}) ${say('title')}` : say('title');
  };
  effect(() => {
    document.title = title();
    document.documentElement.lang = state.language.value;
  });
  setInterval(() => {
    bright = !bright;
    document.title = title();
  }, FLASH);
};

/** The bell: pitches in Hz, one after the other, s. */
const TONES = [880, 660, 880] as const;
const TONE_GAP = 0.22;

/** Three short tones; silent where the browser wants a click first, for the title says it too. */
export const createBell = (): (() => void) => {
  let audio: AudioContext | undefined;
  return () => {
    audio ??= new AudioContext();
    const context = audio;
    context.resume().then(
      () => {
        for (const [n, pitch] of TONES.entries()) tone(context, pitch, n * TONE_GAP);
      },
      () => undefined,
    );
  };
};

const tone = (context: AudioContext, pitch: number, after: number): void => {
  const start = context.currentTime + after;
  const source = context.createOscillator();
  const volume = context.createGain();
  source.frequency.value = pitch;
  volume.gain.setValueAtTime(0.0001, start);
  volume.gain.exponentialRampToValueAtTime(0.25, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.2);
  source.connect(volume).connect(context.destination);
  source.start(start);
  source.stop(start + 0.22);
};
