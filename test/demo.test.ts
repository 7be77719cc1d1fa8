// `npm run demo`, the first thing that a newcomer sees.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { plainEnvironment } from './support/cli.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

it('trains on one release of a real library and checks the next, and says where it left the reports', () => {
  const { status, stdout } = spawnSync('npm', ['run', '--silent', 'demo'], {
    cwd: root,
    encoding: 'utf8',
    env: plainEnvironment(),
  });
  expect(status).toBe(0);
  const markdown = /as Markdown: (.+)$/m.exec(stdout)?.[1] ?? '';
  const json = /as JSON: (.+)$/m.exec(stdout)?.[1] ?? '';
  try {
    expect(stdout).toMatch(/outdated +SystemBars\.load\(\)/);
    expect(existsSync(markdown)).toBe(true);
    const { summary, methods } = JSON.parse(readFileSync(json, 'utf8'));
    expect(summary.methods).toMatchObject({ count: methods.length, scored: methods.length, failed: 0 });
    expect(methods.length).toBeGreaterThan(30);
  } finally {
    if (markdown !== '') rmSync(dirname(markdown), { recursive: true });
  }
});
