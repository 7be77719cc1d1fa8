// The repository checks its own story.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fileSettings } from '../src/config.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

describe('the repository', () => {
  it('imports in one direction and without cycles', () => {
    const script = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const { status, stdout } = spawnSync(process.execPath, [script, '--config', '.dependency-cruiser.cjs', 'src'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/no dependency violations found/);
    expect(status).toBe(0);
  });

  it('ships what src/ builds', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', '--check'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('tells every setting in the README as the schema has it', () => {
    const rows = fileSettings().map(({ path, flag, byDefault, description }) => {
      const shownFlag = flag === null ? '–' : `\`${flag}\``;
      const shown = typeof byDefault === 'object' || byDefault === '' ? 'none' : byDefault;
      return `| \`${path}\` | ${shownFlag} | ${shown} | ${description} |`;
    });
    expect(readText('README.md')).toContain(rows.join('\n'));
  });

  it('names only paths that exist in its documents', () => {
    const documents = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs/benchmarks.md', ...adrs()];
    const missing = documents.flatMap((document) =>
      linkedPaths(readText(document), document)
        .filter((path) => !existsSync(join(root, path)))
        .map((path) => `${document}: ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it('names only npm scripts that exist in its documents', () => {
    const { scripts } = JSON.parse(readText('package.json'));
    const documents = ['README.md', 'CONTRIBUTING.md', 'docs/benchmarks.md', ...adrs()];
    const named = documents.flatMap((document) =>
      [...readText(document).matchAll(/npm run (\w[\w:-]*)/g)].map(([, name]) => name),
    );
    expect(named.filter((name) => name !== undefined && !(name in scripts))).toEqual([]);
  });
});

function adrs(): string[] {
  return readdirSync(join(root, 'docs/adr')).map((name) => `docs/adr/${name}`);
}

/** Relative links, and code spans that look like paths of this repository. */
function linkedPaths(text: string, document: string): string[] {
  const folder = document.includes('/') ? document.slice(0, document.lastIndexOf('/') + 1) : '';
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => join(folder, path ?? ''));
  const spans = [...text.matchAll(/`((?:src|test|docs|scripts|bench|schema)\/[\w./-]*)`/g)].map(
    ([, path]) => path ?? '',
  );
  return [...links, ...spans];
}

function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
