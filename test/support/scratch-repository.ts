// A real git repository in a temporary folder, whose history a test writes.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export type Files = Readonly<Record<string, string | Uint8Array | null>>;

/** Set by git inside its hooks; with them a scratch repository would be the developer's own. */
const OF_ANOTHER_REPOSITORY = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY', 'GIT_COMMON_DIR'];

const IDENTITY = {
  ...Object.fromEntries(OF_ANOTHER_REPOSITORY.map((name) => [name, undefined])),
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

export class ScratchRepository {
  readonly root: string;
  #day = 0;
  /** Overrides the day that commits are made on. */
  #today: string | null = null;

  constructor(root: string) {
    this.root = root;
    this.git('init', '--quiet', '--initial-branch=main');
  }

  /** Runs git in the repository; returns what it printed, without the last line end. */
  git(...args: string[]): string {
    const date = this.#today ?? new Date(Date.UTC(2024, 0, 1 + this.#day)).toISOString();
    const result = spawnSync('git', args, {
      cwd: this.root,
      encoding: 'utf8',
      env: { ...process.env, ...IDENTITY, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    });
    if (result.status !== 0) throw new Error(`git ${args.join(' ')}: ${result.stderr}`);
    return result.stdout.replace(/\n$/, '');
  }

  /** Writes files without committing them; `null` deletes. */
  write(files: Files): void {
    for (const [path, content] of Object.entries(files)) {
      const full = join(this.root, path);
      if (content === null) rmSync(full);
      else {
        mkdirSync(dirname(full), { recursive: true });
        writeFileSync(full, content);
      }
    }
  }

  /** Writes files and commits everything, one day after the last commit; returns the commit's hash. */
  commit(files: Files, message = 'Change'): string {
    this.write(files);
    this.#day++;
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', message);
    return this.git('rev-parse', 'HEAD');
  }

  /** As {@link commit}, at noon of a day of the caller's choice, which may lie before that of the last commit. */
  commitOn(day: string, files: Files, message?: string): string {
    return this.on(day, () => this.commit(files, message));
  }

  /** Whatever is done happens at noon of that day. */
  on<T>(day: string, action: () => T): T {
    this.#today = `${day}T12:00:00Z`;
    try {
      return action();
    } finally {
      this.#today = null;
    }
  }
}

/** A temporary folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'palimpsest-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function scratchRepository(): ScratchRepository {
  return new ScratchRepository(temporaryFolder());
}
