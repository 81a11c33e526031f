/** What went wrong, for code to decide on; messages are for people only. */
export type BotErrorCode =
  | 'bad-content'
  | 'bad-settings'
  | 'bad-import'
  | 'store-busy'
  | 'store-locked'
  | 'store-refused'
  | 'store-unusable'
  | 'turn-failed'
  | 'too-many-questions';

/** The one error Loge throws on purpose: the message names what, which id, and the cure. */
export class BotError extends Error {
  override readonly name = 'BotError';
  readonly code: BotErrorCode;

  constructor(message: string, code: BotErrorCode, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
