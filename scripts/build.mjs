// Builds dist/: the command line, the worker threads of a backtest, the GitHub Action and the App, in parts that are loaded when they
// are needed and that they share; and the wasm builds of the parser beside them. Before that, what the HTML report runs in a
// browser, as a text that they carry.
// `--check` builds in memory and fails when dist/ differs; `--sizes` says what takes the space.

import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const require = createRequire(import.meta.url);

const WASM = {
  'tree-sitter-java.wasm': require.resolve('tree-sitter-java/tree-sitter-java.wasm'),
  'web-tree-sitter.wasm': require.resolve('web-tree-sitter/web-tree-sitter.wasm'),
};

const CLIENT = join(root, 'src/report/html/client.generated.ts');

/** The report page's script, as a module that holds its text. */
async function clientModule() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/report/html/client/page.ts'],
    tsconfig: 'src/report/html/client/tsconfig.json',
    bundle: true,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    charset: 'utf8',
    write: false,
    logLevel: 'warning',
  });
  const head = '// What the report page runs in a browser: src/report/html/client/, built by `npm run build`.';
  return `${head}\n\nexport const CLIENT_SCRIPT =\n  ${JSON.stringify(outputFiles[0].text.trim())};\n`;
}

/** Everything in dist/ as bytes by file name, without writing anything. */
export async function bundle() {
  const { files } = await bundleWithFacts();
  for (const [name, source] of Object.entries(WASM)) files.set(name, await readFile(source));
  return files;
}

/**
 * The packages that the Action uses are part of it, for nothing is installed where it runs; with their licences. What
 * is native, and what the command line or the App alone uses, is installed with them.
 */
async function bundleWithFacts() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/cli.ts', 'src/backtest-worker.ts', 'src/action.ts', 'src/app.ts'],
    outdir: 'dist',
    bundle: true,
    splitting: true,
    chunkNames: 'part-[hash]',
    preserveSymlinks: true, // the names of parts hold the paths of packages, which may be linked in from elsewhere
    external: [...NATIVE, ...OF_THE_COMMAND_LINE, ...OF_THE_APP],
    preserveSymlinks: true, // names of parts hang on paths: a work tree that borrows node_modules builds the same
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    banner: { js: REQUIRE },
    plugins: [withoutUnused],
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  const files = new Map(outputFiles.map(({ path, contents }) => [path.slice(dist.length + 1), contents]));
  files.set('licences.txt', await licences(metafile));
  return { files, metafile };
}

const NATIVE = ['tree-sitter', 'tree-sitter-java', 'node-llama-cpp'];
const OF_THE_COMMAND_LINE = ['cli-progress', 'commander', 'tinypool'];
/** Nobody but the App asks for them, and it is installed with its packages. */
const OF_THE_APP = ['@electric-sql/pglite', 'comlink', 'pg', 'pg-boss', 'pino', 'probot', 'prom-client'];

/** Some packages are CommonJS and ask for node's own modules by `require`. */
const REQUIRE =
  "import{createRequire as palimpsestRequire}from'node:module';const require=palimpsestRequire(import.meta.url);";

/**
 * What nobody calls here: `@actions/core` and `@actions/github` bring an HTTP client (undici, half a megabyte, which node has
 * too; src/action/proxy.ts for proxies) and a shell, zod its messages in
 * fifty languages, the badge the widths of all of Unicode, of which it writes Latin letters, and cacache a search of folders
 * for emptying or verifying a whole cache.
 */
const withoutUnused = {
  name: 'without-unused',
  setup({ onLoad, onResolve, resolve }) {
    onResolve({ filter: /^\.\.\/locales\/index\.js$/ }, async ({ importer, kind, resolveDir }) =>
      /[\\/]zod[\\/]/.test(importer) ? resolve('../locales/en.js', { importer, kind, resolveDir }) : undefined,
    );
    onResolve({ filter: /^@actions\/(http-client|exec)/ }, async ({ path, pluginData, ...where }) => {
      if (pluginData === 'resolved') return undefined;
      const { importer, kind, resolveDir } = where;
      const found = await resolve(path, { importer, kind, resolveDir, pluginData: 'resolved' });
      return { ...found, sideEffects: false };
    });
    onResolve({ filter: /^undici$/ }, () => ({ path: 'undici', namespace: 'of-node' }));
    onLoad({ filter: /^undici$/, namespace: 'of-node' }, () => ({
      contents: 'export const fetch = (...given) => globalThis.fetch(...given); export class ProxyAgent {}',
    }));
    onResolve({ filter: /^glob$/ }, ({ importer }) =>
      /[\\/]cacache[\\/]/.test(importer) ? { path: 'glob', namespace: 'left-out' } : undefined,
    );
    onLoad({ filter: /^glob$/, namespace: 'left-out' }, () => ({
      contents:
        "module.exports = { glob() { throw new Error('glob is left out of the bundle: scripts/build.mjs'); } };",
    }));
    onLoad({ filter: /[\\/]anafanafo[\\/]data[\\/][\w-]+\.json$/ }, async ({ path }) => {
      const widths = JSON.parse(await readFile(path, 'utf8')).filter(([first]) => first < LATIN_END);
      return { contents: JSON.stringify(widths), loader: 'json' };
    });
  },
};

/** Where the extended Latin letters end, in Unicode. */
const LATIN_END = 0x250;

/** The licences of all packages in a bundle, which most of them ask to be kept with it: each text once, with those it is of. */
async function licences({ outputs }) {
  const used = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  const folders = new Set(used.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []));
  const ofText = new Map();
  for (const { text, notice } of await Promise.all([...folders].map((folder) => licenceOf(join(root, folder))))) {
    const key = text.replace(/\s+/g, ' ').toLowerCase();
    ofText.set(key, [...(ofText.get(key) ?? []), { text, notice }]);
  }
  const groups = [...ofText.values()].map((group) => {
    const notices = new Set(group.map(({ notice }) => notice).sort());
    const [text] = group.map((member) => member.text).sort();
    return `${[...notices].join('\n')}\n\n${text}\n`;
  });
  return Buffer.from(groups.sort().join(`\n${'-'.repeat(80)}\n\n`));
}

/** The text without its lines of copyright; these with the package's name. */
async function licenceOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).sort().find((entry) => /^licen[cs]e/i.test(entry));
  const lines = file === undefined ? [] : (await readFile(join(folder, file), 'utf8')).split(/\r?\n/);
  const isCopyright = (line) => /^\W*copyright\b.*\d{4}|^\W*copyright \(c\)/i.test(line);
  const notice = [`${name} ${version} (${license ?? 'no licence named'})`, ...lines.filter(isCopyright)].join('\n  ');
  return {
    text: lines
      .filter((line) => !isCopyright(line))
      .join('\n')
      .trim(),
    notice,
  };
}

/** Bytes by package and by file, the largest first. */
async function printSizes() {
  const { metafile } = await bundleWithFacts();
  const sizes = new Map();
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const owner = /node_modules\/((?:@[^/]+\/)?[^/]+)(?!.*node_modules)/.exec(path)?.[1] ?? 'palimpsest';
      sizes.set(owner, (sizes.get(owner) ?? 0) + bytesInOutput);
    }
  }
  for (const [owner, bytes] of [...sizes].sort(([, a], [, b]) => b - a)) {
    if (bytes > 0) console.log(`${String(bytes).padStart(9)}  ${owner}`);
  }
  const files = [...(await bundle())].map(([name, contents]) => [`dist/${name}`, contents.length]);
  for (const [name, bytes] of files.sort(([, a], [, b]) => b - a)) console.log(`${String(bytes).padStart(9)}  ${name}`);
  console.log(`${String(files.reduce((sum, [, bytes]) => sum + bytes, 0)).padStart(9)}  dist/`);
}

async function main() {
  if (process.argv.includes('--sizes')) return printSizes();
  const client = await clientModule();
  if (process.argv.includes('--check')) {
    await checkClient(client);
    return check(await bundle());
  }
  await mkdir(dist, { recursive: true });
  const { writeFile, chmod } = await import('node:fs/promises');
  await writeFile(CLIENT, client);
  const files = await bundle();
  for (const name of await readdir(dist)) if (!files.has(name)) await rm(join(dist, name));
  for (const [name, contents] of files) {
    if (name in WASM) await copyFile(WASM[name], join(dist, name));
    else await writeFile(join(dist, name), contents);
  }
  await chmod(join(dist, 'cli.js'), 0o755);
}

async function checkClient(client) {
  if ((await readFile(CLIENT, 'utf8').catch(() => undefined)) === client) return;
  console.error('the page’s script is not what src/report/html/client/ builds: run `npm run build` and commit it');
  process.exitCode = 1;
}

async function check(files) {
  for (const name of await readdir(dist)) {
    if (files.has(name)) continue;
    console.error(`dist/${name} is nothing that src/ builds: run \`npm run build\` and commit it`);
    process.exitCode = 1;
  }
  for (const [name, contents] of files) {
    const built = await readFile(join(dist, name)).catch(() => undefined);
    if (built === undefined || !built.equals(contents)) {
      console.error(`dist/${name} is not what src/ builds: run \`npm run build\` and commit it`);
      process.exitCode = 1;
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
