import { createHmac } from 'node:crypto';
import { networkOf } from './web-chat-limits.ts';

/** The network somebody writes from, so that tries can be counted and nobody can read where it was; none when unknown. */
export const networkMark = (
  secret: string,
  ip: string | undefined,
): { readonly network?: string } =>
  ip === undefined
    ? {}
    : {
        network: createHmac('sha256', secret)
          .update(`network:${networkOf(ip)}`)
          .digest('base64url'),
      };
