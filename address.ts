import type { Server } from 'node:http';
import type { Config } from './config.ts';

/** Where the program listens, and where people reach it. */
export type Address = { readonly url: string; readonly publicUrl: string };

/** The address of a server that listens; the public one is a setting, or the same. */
export const addressOf = (server: Server, config: Pick<Config, 'HOST' | 'PUBLIC_URL'>): Address => {
  const listening = server.address();
  const port = typeof listening === 'string' ? listening : listening?.port;
  const url = `http://${hostOf(config.HOST)}:${port}`;
  return { url, publicUrl: config.PUBLIC_URL ?? url };
};

/** A host as it stands in an address: one that means "everywhere" is this machine, IPv6 is bracketed. */
const hostOf = (host: string): string => {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
};
