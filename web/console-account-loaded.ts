import { useEffect, useState } from 'preact/hooks';
import type { Result } from './console-api.ts';

/** Something a page fetches when it opens, and again when it is told to. */
export type Loaded<T> = {
  /** Undefined until it is there. */
  readonly body: T | undefined;
  readonly failed: boolean;
  readonly again: () => Promise<void>;
};

/** Fetches when the page opens. */
export const useLoaded = <T>(load: () => Promise<Result<T>>): Loaded<T> => {
  const [body, setBody] = useState<T | undefined>(undefined);
  const [failed, setFailed] = useState(false);
  const again = async (): Promise<void> => {
    const result = await load();
    if (result.kind === 'ok') setBody(result.body);
    setFailed(result.kind !== 'ok');
  };
  useEffect(() => {
    again();
  }, []);
  return { body, failed, again };
};
