import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWeb } from '../../web/build.ts';

const PAGES = ['index.html', 'widget.html'];

/** Builds the browser files into a folder of their own and tells which. */
export const builtPages = async (): Promise<string> => {
  const outdir = mkdtempSync(join(tmpdir(), 'loge-web-'));
  await buildWeb({ source: join(process.cwd(), 'web'), outdir, only: PAGES });
  return outdir;
};
