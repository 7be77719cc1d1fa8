// Builds dist/: the command line and the worker threads of a backtest from our own code, in parts that are loaded when a
// command needs them, and the wasm builds of the parser beside them; before that, what the HTML report runs in a browser, as a text that the command line
// carries.
// `--check` builds in memory and fails when dist/ differs.

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

/** The bundle as bytes by file name, without writing anything. */
export async function bundle() {
  const result = await build({
    absWorkingDir: root,
    entryPoints: ['src/cli.ts', 'src/backtest-worker.ts'],
    outdir: 'dist',
    bundle: true,
    splitting: true,
    chunkNames: 'part-[hash]',
    packages: 'external',
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    charset: 'utf8',
    write: false,
    logLevel: 'warning',
  });
  const files = new Map(result.outputFiles.map(({ path, contents }) => [path.slice(dist.length + 1), contents]));
  for (const [name, source] of Object.entries(WASM)) files.set(name, await readFile(source));
  return files;
}

async function main() {
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
