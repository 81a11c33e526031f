import { afterEach, expect, test } from 'vitest';
import { eventually } from '../eventually.ts';
import { CHIEF, startLoge } from '../start-loge.ts';
import { openTenant } from './open-tenant.ts';
import { signIn } from './started-desk.ts';
import { watchStream } from './watch-stream.ts';

let stop = async (): Promise<void> => undefined;
afterEach(() => stop());

/** The whole program; an agent listens when the desk is to have somebody. */
const start = async (env: Readonly<Record<string, string>>, manned: boolean) => {
  const loge = await startLoge(env);
  stop = loge.stop;
  const chief = await signIn(loge.url, CHIEF);
  if (manned) await watchStream(loge.url, chief.cookie);
  const ask = async (text: string): Promise<string> => {
    const tenant = await openTenant(loge.url);
    await tenant.write(text);
    return eventually(async () => {
      const texts = await tenant.texts();
      expect(texts.at(-1)).not.toBe(text);
      return texts.join('\n');
    });
  };
  return { ask };
};

const HUMAN = 'je veux parler à un humain';

test('with somebody at the desk the first hears nothing of waiting, the next how many are before', async () => {
  const { ask } = await start({}, true);
  expect(await ask(HUMAN)).not.toMatch(/attend|connecté|fermé/);
  expect(await ask(HUMAN)).toContain('Une personne attend avant vous.');
});

test('#5 messages lost when all agents are offline (RC#2772): it is said that nobody is there, and the request is kept', async () => {
  const { ask } = await start({}, false);
  expect(await ask(HUMAN)).toContain('Aucun conseiller n’est connecté en ce moment.');
});

test('outside the opening hours it is said when somebody is there again; never to somebody in danger', async () => {
  // Open one minute a week: whenever this runs, it is closed (or that minute is over when it fails).
  const { ask } = await start({ OFFICE_HOURS: '7 03:07-03:08' }, true);
  expect(await ask(HUMAN)).toMatch(/Il rouvre dimanche .* à 3\sh\s07/);
  expect(await ask('ça sent le gaz dans ma cuisine')).not.toMatch(/fermé|rouvre/);
});
