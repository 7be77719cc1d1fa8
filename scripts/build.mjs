// Builds dist/: the command line, the worker threads of a backtest, the GitHub Action and the App, in parts that are loaded when they
// are needed and that they share, and the wasm builds of the parser beside them; dist-app/: the App. Before that, what the HTML report runs in a
// browser, as a text that they carry.
// `--check` builds in memory and fails when dist/ differs; `--sizes` says what takes the space.

import { chmod, copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { TASKS_MODULE, tasksModule } from './java-tasks.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const distApp = join(root, 'dist-app');
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

/** Everything in dist-app/: the App runs where its packages are installed, so none is part of it. */
async function appBundle() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/app.ts', 'src/app-worker.ts', 'src/database-thread.ts'],
    outdir: 'dist-app',
    bundle: true,
    splitting: true,
    chunkNames: 'part-[hash]',
    packages: 'external',
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
  });
  const files = new Map(
    outputFiles.map(({ path, contents }) => [path.slice(distApp.length + 1), Buffer.from(contents)]),
  );
  // its package is an optional one, for what is native in it, and an image has none of those
  const grammar = 'tree-sitter-java.wasm';
  return files.set(grammar, await readFile(WASM[grammar]));
}

/**
 * The packages that the Action uses are part of it, for nothing is installed where it runs; with their licences. What
 * is native, and what the command line alone uses, is installed with it.
 */
async function bundleWithFacts() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/cli.ts', 'src/backtest-worker.ts', 'src/action.ts'],
    outdir: 'dist',
    bundle: true,
    splitting: true,
    chunkNames: 'part-[hash]',
    external: [...NATIVE, ...OF_THE_COMMAND_LINE],
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
  const files = new Map(outputFiles.map(({ path, text }) => [path.slice(dist.length + 1), withoutIdleBanner(text)]));
  files.set('licences.txt', await licences(metafile));
  return { files, metafile };
}

const NATIVE = ['tree-sitter', 'tree-sitter-java', 'node-llama-cpp'];
const OF_THE_COMMAND_LINE = ['cli-progress', 'commander', 'fast-xml-parser', 'fflate', 'smol-toml', 'tinypool'];
/** Some packages are CommonJS and ask for node's own modules by `require`. */
const REQUIRE =
  "import{createRequire as palimpsestRequire}from'node:module';const require=palimpsestRequire(import.meta.url);";

/** Of a hundred parts two or three ask for anything. */
function withoutIdleBanner(text) {
  const rest = text.replace(`${REQUIRE}\n`, '');
  return Buffer.from(/\brequire\b/.test(rest) ? text : rest);
}

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
  const generated = new Map([
    [CLIENT, await clientModule()],
    [join(root, TASKS_MODULE), await tasksModule()],
  ]);
  if (process.argv.includes('--check')) {
    await checkGenerated(generated);
    await check(dist, await bundle());
    return check(distApp, await appBundle());
  }
  for (const [path, text] of generated) await writeFile(path, text);
  await put(dist, await bundle());
  await put(distApp, await appBundle());
  await chmod(join(dist, 'cli.js'), 0o755);
}

/** Makes a folder hold these files, and no others. */
async function put(folder, files) {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) if (!files.has(name)) await rm(join(folder, name));
  for (const [name, contents] of files) {
    if (name in WASM) await copyFile(WASM[name], join(folder, name));
    else await writeFile(join(folder, name), contents);
  }
}

async function checkGenerated(modules) {
  for (const [path, text] of modules) {
    if ((await readFile(path, 'utf8').catch(() => undefined)) === text) continue;
    console.error(`${relative(root, path)} is not what its sources build: run \`npm run build\` and commit it`);
    process.exitCode = 1;
  }
}

async function check(folder, files) {
  const stale = (name, what) => {
    console.error(`${basename(folder)}/${name} is ${what}: run \`npm run build\` and commit it`);
    process.exitCode = 1;
  };
  for (const name of await readdir(folder)) if (!files.has(name)) stale(name, 'nothing that src/ builds');
  for (const [name, contents] of files) {
    const built = await readFile(join(folder, name)).catch(() => undefined);
    if (built === undefined || !built.equals(contents)) stale(name, 'not what src/ builds');
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
