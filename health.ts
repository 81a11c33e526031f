import { Router } from 'express';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Store } from './bot/index.ts';

/** A store that does not answer within this time, ms, is not ready. */
const STORE_PATIENCE = 1_000;

/** Serves `/healthz` (the process is alive), `/readyz` (it can be trusted with a message) and `/metrics`. */
export const createHealth = ({
  store,
  draining,
}: {
  readonly store: Store;
  readonly draining: () => boolean;
}): Router => {
  const router = Router();
  const registry = createRegistry(store);
  router.get('/healthz', (_request, response) => void response.json({ status: 'alive' }));
  router.get('/readyz', async (_request, response) => {
    const ready = !draining() && (await canKeep(store));
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' });
  });
  router.get('/metrics', async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  });
  return router;
};

const canKeep = async (store: Store): Promise<boolean> => {
  const late = new Promise<false>((resolve) => setTimeout(resolve, STORE_PATIENCE, false).unref());
  const kept = store.check().then(
    () => true,
    () => false,
  );
  return Promise.race([kept, late]);
};

const createRegistry = (store: Store): Registry => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'loge_conversations',
    help: 'Conversations by who holds them now.',
    labelNames: ['holder'],
    registers: [registry],
    async collect() {
      const counts = await store.countByHolder();
      for (const [holder, count] of Object.entries(counts)) this.set({ holder }, count);
    },
  });
  return registry;
};
