export { localBus } from './local-bus.ts';
export { backupStore, openStore } from './open-store.ts';
