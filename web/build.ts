import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join, relative, resolve } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';

/** Where the browser code is, and where what is served goes. */
export type WebBuild = {
  readonly source: string;
  readonly outdir: string;
  /** The pages to build; all of them by default. */
  readonly only?: readonly string[];
};

/** The browsers we build for. */
const TARGET = 'es2020';

const EMBED_STYLE = 'loge.css';

/** An address in a page that stands for a file beside it: it becomes the built one, with its hash. */
const LOCAL = /(src|href)="(?!\w+:|[/#])([\w.-]+\.(?:tsx?|css|svg|png|jpg))"/g;

const COMMON: BuildOptions = {
  bundle: true,
  minify: true,
  target: TARGET,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  logLevel: 'error',
};

/** Builds the pages with their hashed files, and the embed script under its fixed name. */
export const buildWeb = async ({ only, ...where }: WebBuild): Promise<void> => {
  const source = resolve(where.source);
  const outdir = resolve(where.outdir);
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  const pages = await readPages(source, only);
  const files = new Set([EMBED_STYLE, ...pages.flatMap(({ html }) => localFiles(html))]);
  const built = await buildFiles({ source, outdir }, [...files]);
  for (const { name, html } of pages) {
    const page = html.replace(LOCAL, (_, attribute, file) => `${attribute}="${built.get(file)}"`);
    await writeFile(join(outdir, name), page);
  }
  await buildEmbed({ source, outdir }, built.get(EMBED_STYLE) ?? '');
};

type Page = { readonly name: string; readonly html: string };

const readPages = async (source: string, only?: readonly string[]): Promise<readonly Page[]> => {
  const names = only ?? (await readdir(source)).filter((name) => extname(name) === '.html');
  const read = async (name: string) => ({ name, html: await readFile(join(source, name), 'utf8') });
  return Promise.all(names.map(read));
};

const localFiles = (html: string): readonly string[] =>
  [...html.matchAll(LOCAL)].flatMap(([, , file]) => (file === undefined ? [] : [file]));

/** The addresses of the built files by the names the pages call them. */
const buildFiles = async (
  { source, outdir }: WebBuild,
  files: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const { metafile } = await build({
    ...COMMON,
    entryPoints: files.map((file) => join(source, file)),
    outdir: join(outdir, 'assets'),
    absWorkingDir: source,
    entryNames: '[name]-[hash]',
    format: 'esm',
    loader: { '.svg': 'copy', '.png': 'copy', '.jpg': 'copy' },
    metafile: true,
  });
  return addressesIn(metafile, { source, outdir });
};

const addressesIn = (
  { outputs }: Metafile,
  { source, outdir }: WebBuild,
): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(outputs).flatMap(([path, { entryPoint, inputs }]) => {
      const from = entryPoint ?? Object.keys(inputs)[0];
      const address = `/${relative(outdir, join(source, path)).replaceAll('\\', '/')}`;
      return from === undefined ? [] : [[basename(from), address] as const];
    }),
  );

/** The script a landlord's page loads: one small file that knows the address of its style. */
const buildEmbed = async ({ source, outdir }: WebBuild, style: string): Promise<void> => {
  await build({
    ...COMMON,
    entryPoints: [join(source, 'loge.ts')],
    outfile: join(outdir, 'loge.js'),
    format: 'iife',
    define: { LOGE_STYLE: JSON.stringify(style) },
  });
};
