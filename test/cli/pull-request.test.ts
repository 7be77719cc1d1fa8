// `palimpsest check --pull-request`, as a user runs it: without a clone.

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CliResult, runCli } from '../support/cli.ts';
import type { FakeGitHub, PullRequestOptions, RepositoryOptions } from '../support/fake-github.ts';
import { gitHubOfATest } from '../support/github-of-a-test.ts';
import { INVOICE_PATH, invoiceProject } from '../support/invoice-project.ts';
import { type ScratchRepository, scratchRepository, temporaryFolder } from '../support/scratch-repository.ts';

const READ = { contents: 'read', 'pull-requests': 'read' } as const;

/** The invoice project on the fake GitHub, its change as a pull request. */
async function invoicesOnGitHub(options: RepositoryOptions = {}, pull: Partial<PullRequestOptions> = {}) {
  const scratch = invoiceProject(scratchRepository());
  const fake = await gitHubOfATest();
  const onGitHub = await fake.addRepository('ada/invoices', { from: scratch.root, defaultBranch: 'main', ...options });
  await onGitHub.openPullRequest({ head: 'streams', ...pull });
  return { scratch, fake, onGitHub, token: fake.token({ permissions: READ }) };
}

interface Run {
  readonly token?: string;
  readonly apiUrl?: string;
}

async function checkPullRequest(fake: FakeGitHub, { token, apiUrl = fake.origin }: Run, ...args: string[]) {
  const { GITHUB_TOKEN: _, GH_TOKEN: __, ...others } = process.env;
  const env = { ...others, GITHUB_TOKEN: token, GH_TOKEN: '', GITHUB_API_URL: apiUrl };
  return runCli(['check', '--pull-request', ...args], { cwd: temporaryFolder(), env });
}

/** What a report says, the names of its revisions aside. */
function nameless({ stdout }: CliResult): Record<string, unknown> {
  const report = JSON.parse(stdout);
  for (const side of ['base', 'head']) delete report[side].name;
  return report;
}

async function inClone({ root }: ScratchRepository): Promise<CliResult> {
  return runCli(['check', '--base', 'main', '--head', 'streams', '--format', 'json'], { cwd: root });
}

describe('palimpsest check --pull-request', () => {
  it('says the same as in a clone at that pull request', async () => {
    const { scratch, fake, token } = await invoicesOnGitHub();
    const result = await checkPullRequest(fake, { token }, 'ada/invoices#1', '--format', 'json');
    expect(result.stderr).toBe('');
    expect(result.exitCode).toBe(0);
    expect(nameless(result)).toEqual(nameless(await inClone(scratch)));
    expect(JSON.parse(result.stdout)).toMatchObject({
      base: { name: 'main' },
      head: { name: 'ada/invoices#1' },
      modelOrigin: 'trained-on-base',
      methods: [{ id: `${INVOICE_PATH}#Invoice.total()`, verdict: 'outdated' }],
    });
  });

  it('says the same of a fork, with a model from a file', async () => {
    const { scratch, fake, onGitHub, token } = await invoicesOnGitHub();
    const fork = await fake.addRepository('eve/invoices', { forkOf: onGitHub });
    await fork.take('streams', scratch.root, 'streams');
    await onGitHub.openPullRequest({ head: 'streams', from: fork, author: 'eve' });
    const model = join(temporaryFolder(), 'invoices.palimpsest');
    await runCli(['train', '--revision', 'main', '--output', model], { cwd: scratch.root });
    const result = await checkPullRequest(fake, { token }, 'ada/invoices#2', '--model', model, '--format', 'json');
    const clone = ['check', '--base', 'main', '--head', 'streams', '--model', model, '--format', 'json'];
    expect(nameless(result)).toEqual(nameless(await runCli(clone, { cwd: scratch.root })));
    expect(JSON.parse(result.stdout).modelOrigin).toBe('trained');
  });

  it('takes the address of its page, on an Enterprise Server too', async () => {
    const { fake, token } = await invoicesOnGitHub();
    const address = `${fake.origin}/ada/invoices/pull/1/files#diff`;
    const { exitCode, stdout } = await checkPullRequest(fake, { token, apiUrl: fake.enterpriseApiUrl }, address);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('main…ada/invoices#1');
    expect(stdout).toMatch(/outdated +Invoice\.total\(\)/);
  });

  it('reads what is public without a token, and says what that means', async () => {
    const { scratch, fake } = await invoicesOnGitHub();
    const result = await checkPullRequest(fake, {}, 'ada/invoices#1', '--format', 'json');
    expect(result.stderr).toContain('without GITHUB_TOKEN');
    expect(nameless(result)).toEqual(nameless(await inClone(scratch)));
    expect(fake.requests.every(({ headers }) => headers.authorization === undefined)).toBe(true);
  });

  it('sends its token to the API alone, and prints it nowhere', async () => {
    const { fake, token } = await invoicesOnGitHub({ private: true });
    const { stdout, stderr } = await checkPullRequest(fake, { token }, 'ada/invoices#1', '--verbose');
    expect(stdout).toMatch(/outdated +Invoice\.total\(\)/);
    expect(`${stdout}${stderr}`).not.toContain(token);
    const missing = await checkPullRequest(fake, { token }, 'ada/nowhere#1', '--verbose');
    expect(`${missing.stdout}${missing.stderr}`).not.toContain(token);
  });

  it('goes by the settings of the default branch, whatever the pull request says', async () => {
    const { fake, onGitHub, token } = await invoicesOnGitHub();
    await onGitHub.commit('main', { '.github/palimpsest.yml': 'policy:\n  familiar: 0.5\n' });
    await onGitHub.commit('streams', { '.github/palimpsest.yml': 'policy:\n  familiar: 0.1\n' });
    const { stdout } = await checkPullRequest(fake, { token }, 'ada/invoices#1', '--format', 'json');
    expect(JSON.parse(stdout).policy.familiar).toBe(0.5);
  });

  it('says in one line what is wrong with a name', async () => {
    const { fake, token } = await invoicesOnGitHub();
    const wrong = {
      'ada/invoices#7': 'there is no pull request ada/invoices#7',
      'ada/invoices': '--pull-request does not take',
      'ada/..#1': '--pull-request does not take',
      'https://github.example.org/ada/invoices/pull/1': 'set GITHUB_API_URL',
    };
    for (const [name, message] of Object.entries(wrong)) {
      const { exitCode, stdout, stderr } = await checkPullRequest(fake, { token }, name);
      expect({ name, exitCode, stdout }).toEqual({ name, exitCode: 2, stdout: '' });
      expect(stderr.split('\n').filter(Boolean)).toHaveLength(1);
      expect(stderr).toContain(message);
    }
    expect((await checkPullRequest(fake, { token, apiUrl: 'github' }, 'ada/invoices#1')).stderr).toContain(
      'no address',
    );
  });

  it.each(['--base', '--head', '--repo'])('does not go with %s', async (flag) => {
    const { exitCode, stderr } = await runCli(['check', '--pull-request', 'ada/invoices#1', flag, 'main']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(flag);
  });
});
