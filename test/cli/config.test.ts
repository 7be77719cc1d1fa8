// The repository's settings file as a user meets it: `init`, `config validate`, and a check that heeds it.

import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workflowTemplate } from '../../src/config/workflow-template.ts';
import { fileSettings } from '../../src/config.ts';
import { runCli } from '../support/cli.ts';
import { INVOICE_AFTER, INVOICE_PATH, invoiceProject } from '../support/invoice-project.ts';
import { ScratchRepository, scratchRepository, temporaryFolder } from '../support/scratch-repository.ts';

const SETTINGS = '.github/palimpsest.yml';
const WORKFLOW = '.github/workflows/palimpsest.yml';

describe('palimpsest init', () => {
  it('writes a file that is valid and changes nothing, from any folder of the clone', async () => {
    const { root } = invoiceProject(scratchRepository());
    const { exitCode, stdout } = await runCli(['init'], { cwd: join(root, 'src') });
    expect(exitCode).toBe(0);
    expect(stdout).toContain(join(root, SETTINGS));
    expect(readFileSync(join(root, SETTINGS), 'utf8')).toMatch(
      /^policy:\n {2}# similarity from .*\n {2}# familiar: 0\.8$/m,
    );
    expect(await runCli(['config', 'validate'], { cwd: root })).toEqual({
      exitCode: 0,
      stdout: `${SETTINGS} is valid: 0 settings set, ${fileSettings().length} settings left at the default.\n`,
      stderr: '',
    });
  });

  it('writes the workflow too, for the branch that pull requests go to', async () => {
    const { root } = invoiceProject(scratchRepository());
    const { stdout } = await runCli(['init'], { cwd: root });
    expect(stdout).toContain(join(root, WORKFLOW));
    expect(readFileSync(join(root, WORKFLOW), 'utf8')).toBe(workflowTemplate('main'));

    const other = scratchRepository();
    other.commit({ 'A.java': 'class A {}' });
    other.git('update-ref', 'refs/remotes/origin/trunk', 'HEAD');
    other.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk');
    expect((await runCli(['init'], { cwd: other.root })).stdout).toContain('on the branch trunk; ');
    expect(readFileSync(join(other.root, WORKFLOW), 'utf8')).toContain('    branches: [trunk]\n');
  });

  it('says so where it can only guess that branch', async () => {
    const other = scratchRepository();
    other.git('checkout', '--quiet', '-b', 'stable');
    other.commit({ 'A.java': 'class A {}' });
    const { stdout } = await runCli(['init'], { cwd: other.root });
    expect(stdout).toContain('on the branch main, for this clone does not tell which is the default branch; ');
  });

  it('writes the one that is missing, and leaves the other as it is', async () => {
    const { root } = invoiceProject(scratchRepository());
    mkdirSync(join(root, '.github'));
    writeFileSync(join(root, SETTINGS), 'policy: {samples: 3}');
    const { exitCode, stdout } = await runCli(['init', '--repo', root]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Wrote .*workflows\/palimpsest\.yml: /);
    expect(stdout).toMatch(/\.github\/palimpsest\.yml exists and was left as it is\.$/m);
    expect(readFileSync(join(root, SETTINGS), 'utf8')).toBe('policy: {samples: 3}');
  });

  it('never writes over a file, or through a link', async () => {
    const { root } = invoiceProject(scratchRepository());
    mkdirSync(join(root, '.github/workflows'), { recursive: true });
    writeFileSync(join(root, SETTINGS), 'policy: {samples: 3}');
    writeFileSync(join(root, WORKFLOW), 'on: push');
    const { exitCode, stdout, stderr } = await runCli(['init', '--repo', root]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/palimpsest\.yml and .*palimpsest\.yml exist and were left as they are/);
    expect(readFileSync(join(root, SETTINGS), 'utf8')).toBe('policy: {samples: 3}');
    expect(readFileSync(join(root, WORKFLOW), 'utf8')).toBe('on: push');

    const linked = new ScratchRepository(temporaryFolder());
    const target = join(temporaryFolder(), 'not-there.yml');
    mkdirSync(join(linked.root, '.github/workflows'), { recursive: true });
    for (const path of [SETTINGS, WORKFLOW]) symlinkSync(target, join(linked.root, path));
    expect((await runCli(['init'], { cwd: linked.root })).exitCode).toBe(2);
    expect(existsSync(target)).toBe(false);
  });
});

describe('palimpsest config validate', () => {
  it('says what is set, beside the default', async () => {
    const { root } = invoiceProject(scratchRepository());
    const file = join(root, 'settings.yml');
    writeFileSync(file, 'policy:\n  samples: 3\nfreshness:\n  line: 0.85\n');
    const { exitCode, stdout } = await runCli(['config', 'validate', file]);
    expect(exitCode).toBe(0);
    expect(stdout).toBe(
      `${file} is valid: 2 settings set, ${fileSettings().length - 2} settings left at the default.\n  policy.samples  3  (default 5)\n  freshness.line  0.85  (default 0.95)\n`,
    );
  });

  it.each([
    ['policy:\n  familar: 0.9\n', /\.github\/palimpsest\.yml:2:3: there is no setting "familar".*"familiar"/],
    ['policy:\n  samples: many\n', /\.github\/palimpsest\.yml:2:12: policy\.samples does not take "many"/],
    ['policy: [\n', /\.github\/palimpsest\.yml:2:1: this is not YAML/],
    ['provider: openai\n', /\.github\/palimpsest\.yml:1:1: "provider" is not for a repository’s file/],
  ])('refuses in one line: %j', async (text, line) => {
    const repository = scratchRepository();
    repository.write({ [SETTINGS]: text });
    const { exitCode, stdout, stderr } = await runCli(['config', 'validate'], { cwd: repository.root });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(line);
  });

  it('says that there is no file, or that it has the wrong name', async () => {
    const repository = scratchRepository();
    const validate = async (...args: string[]) =>
      (await runCli(['config', 'validate', ...args], { cwd: repository.root })).stderr;
    expect(await validate()).toMatch(/there is no \.github\/palimpsest\.yml.*palimpsest init/);
    expect(await validate('nowhere.yml')).toMatch(/there is no file nowhere\.yml/);
    repository.write({ '.github/palimpsest.yaml': 'policy: {}' });
    expect(await validate()).toMatch(/palimpsest\.yaml is not read.*Rename it/);
  });
});

describe('palimpsest check', () => {
  it('heeds the file of the default branch, and the flags before it', async () => {
    const { root } = projectWith('policy: {familiar: 0.25, count-cosmetic: true}');
    expect(await policyOf(root)).toEqual({ familiar: 0.25, ambiguous: 0.5, countCosmetic: true });
    expect(await policyOf(root, '--familiar', '0.5', '--no-count-cosmetic')).toEqual({
      familiar: 0.5,
      ambiguous: 0.5,
      countCosmetic: false,
    });
  });

  it('lets no change decide how it is judged: not its commits, not the work tree', async () => {
    const repository = projectWith('policy: {familiar: 0.25}');
    repository.commit({ [SETTINGS]: 'policy: {familiar: 0.01}' });
    repository.write({ [SETTINGS]: 'polisy: {' });
    for (const args of [[], ['--head', 'WORKTREE'], ['--base', 'HEAD~1']]) {
      expect((await policyOf(repository.root, ...args)).familiar).toBe(0.25);
    }
  });

  it('has the defaults where there is no file, or no telling which branch is the default one', async () => {
    const repository = invoiceProject(scratchRepository());
    expect((await policyOf(repository.root)).familiar).toBe(0.8);
    repository.git('branch', '--move', 'main', 'trunk');
    expect((await policyOf(repository.root, '--base', 'trunk')).familiar).toBe(0.8);
  });

  it('says in which branch’s file a mistake stands', async () => {
    const { root } = projectWith('policy: {familar: 1}');
    const { exitCode, stderr } = await runCli(['check'], { cwd: root });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/main:\.github\/palimpsest\.yml:1:10: there is no setting "familar"/);
  });
});

/** The invoice project with a settings file on \`main\`, and the branch made after it. */
function projectWith(settings: string): ScratchRepository {
  const repository = invoiceProject(scratchRepository());
  repository.git('checkout', '--quiet', 'main');
  repository.commit({ [SETTINGS]: settings });
  repository.git('checkout', '--quiet', '-b', 'sums');
  repository.commit({ [INVOICE_PATH]: INVOICE_AFTER });
  return repository;
}

async function policyOf(cwd: string, ...args: string[]): Promise<Record<string, unknown>> {
  const { stdout, stderr } = await runCli(['check', '--format', 'json', ...args], { cwd });
  expect(stderr).toBe('');
  return JSON.parse(stdout).policy;
}
