import { expect, test } from 'vitest';
import { anEstate, aPhoto } from './samples.ts';
import type { Open } from './store-contract.ts';

/** The promises about places, photos, small secrets and the store itself. */
export const keepingContract = (open: Open): void => {
  test('an empty store has an empty estate', async () => {
    const store = await open();
    expect(await store.estate()).toEqual({ places: [], tenants: [] });
  });

  test('an estate replaces the one before, in the order it was given', async () => {
    const store = await open();
    await store.replaceEstate(anEstate(['Les Tilleuls', 'Les Acacias']));
    await store.replaceEstate(anEstate(['Les Érables', 'Les Acacias', 'Le Parc']));
    expect(await store.estate()).toEqual(anEstate(['Les Érables', 'Les Acacias', 'Le Parc']));
  });

  test('an estate that cannot be kept leaves the one before whole', async () => {
    const store = await open();
    await store.replaceEstate(anEstate(['Les Tilleuls']));
    const twice = store.replaceEstate(anEstate(['Le Parc', 'Les Acacias', 'Le Parc']));
    await expect(twice).rejects.toMatchObject({ code: 'store-refused' });
    expect(await store.estate()).toEqual(anEstate(['Les Tilleuls']));
  });

  test('an estate of 20,000 dwellings fits', async () => {
    const store = await open();
    const estate = anEstate(Array.from({ length: 20_000 }, (_, n) => `porte ${n}`));
    await store.replaceEstate(estate);
    expect(await store.estate()).toEqual(estate);
  });

  test('a photo comes back with its conversation; the same id again changes nothing', async () => {
    const store = await open();
    const { photo, bytes } = aPhoto('ph1');
    await store.addPhoto(photo, 'c1', bytes);
    await store.addPhoto({ ...photo, width: 9 }, 'c2', new Uint8Array([0]));
    const kept = await store.photo('ph1');
    expect(kept).toMatchObject({ photo, conversation: 'c1' });
    expect([...(kept?.bytes ?? [])]).toEqual([...bytes]);
    expect(await store.photo('ph2')).toBeUndefined();
  });

  test('a photo that is too large is refused', async () => {
    const store = await open();
    const adding = store.addPhoto(aPhoto('ph1').photo, 'c1', new Uint8Array(50_000_000));
    await expect(adding).rejects.toMatchObject({ code: 'store-refused' });
    expect(await store.photo('ph1')).toBeUndefined();
  });

  test('a secret is made once, even by many at once', async () => {
    const store = await open();
    const kept = await Promise.all(
      Array.from({ length: 20 }, (_, n) => store.keepOnce('jwt', `secret ${n}`)),
    );
    expect(new Set(kept).size).toBe(1);
    expect(await store.keepOnce('jwt', 'later')).toBe(kept[0]);
    expect(await store.keepOnce('other', 'its own')).toBe('its own');
  });

  test('a healthy store passes its check, also when many ask at once', async () => {
    const store = await open();
    await Promise.all(Array.from({ length: 10 }, () => store.check()));
    await store.check();
  });

  test('closing finishes what was asked for; what comes later is refused', async () => {
    const store = await open();
    const kept = store.keepOnce('mark', 'one');
    await Promise.all([store.close(), store.close()]);
    expect(await kept).toBe('one');
    await expect(store.check()).rejects.toMatchObject({ code: 'store-unusable' });
    await expect(store.estate()).rejects.toMatchObject({ code: 'store-unusable' });
    await expect(store.backup('unused.db')).rejects.toMatchObject({ code: 'store-unusable' });
  });
};
