// The fake GitHub answers as the real one, so far as this project asks.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gitHubOfATest, octokitFor } from './support/github-of-a-test.ts';
import { temporaryFolder } from './support/scratch-repository.ts';

const ALL = {
  contents: 'write',
  'pull-requests': 'write',
  checks: 'write',
  issues: 'write',
  actions: 'write',
} as const;
const LIBRARY = { owner: 'ada', repo: 'library' };

async function library(files: Readonly<Record<string, string>> = { 'Shelf.java': 'class Shelf {}\n' }) {
  const fake = await gitHubOfATest();
  const repository = await fake.addRepository('ada/library', { files });
  const octokit = octokitFor(fake, fake.token({ permissions: ALL }));
  return { fake, repository, octokit };
}

describe('contents', () => {
  it('gives the same file by contents, blob, GraphQL and raw', async () => {
    const { repository, octokit } = await library({ 'src/Shelf.java': 'class Shelf { /* Äther */ }\n' });
    const file = { ...LIBRARY, path: 'src/Shelf.java' };
    const { data } = await octokit.rest.repos.getContent(file);
    if (Array.isArray(data) || data.type !== 'file') throw new Error('no file');
    const text = 'class Shelf { /* Äther */ }\n';
    expect(Buffer.from(data.content, 'base64').toString()).toBe(text);
    const raw = await octokit.rest.repos.getContent({ ...file, mediaType: { format: 'raw' } });
    expect(raw.data).toBe(text);
    const blob = await octokit.rest.git.getBlob({ ...LIBRARY, file_sha: data.sha });
    expect(Buffer.from(blob.data.content, 'base64').toString()).toBe(text);
    const answer = await octokit.graphql(
      `query ($owner: String!, $repo: String!, $a: String!) {
        repository(owner: $owner, name: $repo) {
          defaultBranchRef { name target { oid } }
          a: object(expression: $a) { ... on Blob { oid byteSize isBinary isTruncated text } }
          b: object(expression: "main:nowhere.java") { ... on Blob { text } }
        }
      }`,
      { ...LIBRARY, a: 'main:src/Shelf.java' },
    );
    expect(answer).toEqual({
      repository: {
        defaultBranchRef: { name: 'main', target: { oid: await repository.head() } },
        a: { oid: data.sha, byteSize: 29, isBinary: false, isTruncated: false, text },
        b: null,
      },
    });
  });

  it('streams a revision as git archives it', async () => {
    const { repository, octokit } = await library({
      'a/Shelf.java': 'class Shelf {}\n',
      '.gitattributes': 'out export-ignore\n',
      out: 'x',
    });
    const { data } = await octokit.rest.repos.downloadTarballArchive({ ...LIBRARY, ref: 'main' });
    const { extract } = await import('tar-stream');
    const { createGunzip } = await import('node:zlib');
    const names: string[] = [];
    const entries = extract();
    createGunzip()
      .on('error', () => {})
      .end(Buffer.from(data as ArrayBuffer))
      .pipe(entries);
    for await (const entry of entries) {
      if (entry.header.type === 'file') names.push(entry.header.name);
      entry.resume();
    }
    const folder = `ada-library-${(await repository.head()).slice(0, 7)}`;
    expect(names).toEqual([`${folder}/.gitattributes`, `${folder}/a/Shelf.java`]);
  });
});

describe('git', () => {
  it('clones and pushes with a token, and refuses without', async () => {
    const { fake, octokit, repository } = await library();
    const token = fake.token({ permissions: { contents: 'write' } });
    const folder = temporaryFolder();
    const { spawn } = await import('node:child_process');
    const git = (...args: string[]) =>
      new Promise<number | null>((done) =>
        spawn('git', args, { cwd: folder, stdio: 'ignore', env: { ...process.env, GIT_TERMINAL_PROMPT: '0' } }).on(
          'close',
          done,
        ),
      );
    expect(await git('clone', '--quiet', fake.cloneUrl('ada/library', token), 'clone')).toBe(0);
    expect(readFileSync(join(folder, 'clone/Shelf.java'), 'utf8')).toBe('class Shelf {}\n');
    const commit = ['-c', 'user.name=Ada', '-c', 'user.email=a@b', 'commit', '--quiet', '--allow-empty', '-m', 'x'];
    expect(await git('-C', 'clone', ...commit)).toBe(0);
    const before = await repository.head();
    expect(await git('-C', 'clone', 'push', '--quiet', fake.cloneUrl('ada/library'), 'main')).not.toBe(0);
    expect(await repository.head()).toBe(before);
    expect(await git('-C', 'clone', 'push', '--quiet', 'origin', 'main')).toBe(0);
    const { data } = await octokit.rest.repos.getCommit({ ...LIBRARY, ref: 'main' });
    expect(data.parents.map(({ sha }) => sha)).toEqual([before]);
  });

  it('moves a branch forward only, unless forced', async () => {
    const { octokit, repository } = await library();
    const { git } = octokit.rest;
    const first = await repository.head();
    const { data: blob } = await git.createBlob({ ...LIBRARY, content: 'class Ladder {}\n' });
    const entry = { path: 'src/Ladder.java', mode: '100644', type: 'blob', sha: blob.sha } as const;
    const base = (await git.getCommit({ ...LIBRARY, commit_sha: first })).data.tree.sha;
    const { data: tree } = await git.createTree({ ...LIBRARY, base_tree: base, tree: [entry] });
    const { data: commit } = await git.createCommit({ ...LIBRARY, message: 'Add', tree: tree.sha, parents: [first] });
    await git.updateRef({ ...LIBRARY, ref: 'heads/main', sha: commit.sha });
    expect(await repository.file('src/Ladder.java')).toBe('class Ladder {}\n');
    const back = git.updateRef({ ...LIBRARY, ref: 'heads/main', sha: first });
    await expect(back).rejects.toMatchObject({ status: 422, message: expect.stringContaining('not a fast forward') });
    await git.updateRef({ ...LIBRARY, ref: 'heads/main', sha: first, force: true });
    expect(await repository.head()).toBe(first);
  });
});

describe('pull requests', () => {
  it('lists the files of one from a fork, with the rename', async () => {
    const { fake, repository, octokit } = await library({ 'Shelf.java': 'class Shelf {\n  int a;\n  int b;\n}\n' });
    const fork = await fake.addRepository('bob/library', { forkOf: repository });
    await fork.commit('tidy', { 'Shelf.java': null, 'Rack.java': 'class Shelf {\n  int a;\n  int b;\n}\n' });
    const pull = await repository.openPullRequest({ from: fork, head: 'tidy', author: 'bob' });
    const { data: files } = await octokit.rest.pulls.listFiles({ ...LIBRARY, pull_number: pull.number });
    expect(files).toMatchObject([{ status: 'renamed', filename: 'Rack.java', previous_filename: 'Shelf.java' }]);
    const { data: found } = await octokit.rest.pulls.list({ ...LIBRARY, head: 'bob:tidy' });
    expect(found.map(({ number, head }) => [number, head.sha])).toEqual([[pull.number, await fork.head('tidy')]]);
  });

  it('compares no more than 300 files', async () => {
    const { repository, octokit } = await library();
    const base = await repository.head();
    const files = Array.from({ length: 301 }, (_, index) => [`Book${index}.java`, `class Book${index} {}\n`] as const);
    const head = await repository.commit('many', Object.fromEntries(files));
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({ ...LIBRARY, basehead: `${base}...${head}` });
    expect(data).toMatchObject({ status: 'ahead', ahead_by: 1, behind_by: 0 });
    expect(data.files).toHaveLength(300);
    const pull = await repository.openPullRequest({ head: 'many' });
    const all = await octokit.paginate(octokit.rest.pulls.listFiles, {
      ...LIBRARY,
      pull_number: pull.number,
      per_page: 100,
    });
    expect(all).toHaveLength(301);
  });

  it('keeps comments and check runs within the limits', async () => {
    const { repository, octokit } = await library();
    await repository.commit('more', { 'Book.java': 'class Book {}\n' });
    const { number, headSha } = await repository.openPullRequest({ head: 'more' });
    const comment = (body: string) => octokit.rest.issues.createComment({ ...LIBRARY, issue_number: number, body });
    await comment('x'.repeat(65_536));
    await expect(comment('x'.repeat(65_537))).rejects.toMatchObject({ status: 422 });
    expect(repository.comments(number).map(({ author }) => author)).toEqual(['github-actions[bot]']);
    const annotation = {
      path: 'Book.java',
      start_line: 1,
      end_line: 1,
      annotation_level: 'notice',
      message: 'x',
    } as const;
    const check = (annotations: number) =>
      octokit.rest.checks.create({
        ...LIBRARY,
        name: 'freshness',
        head_sha: headSha,
        conclusion: 'neutral',
        output: { title: 'x', summary: 'x', annotations: Array.from({ length: annotations }, () => annotation) },
      });
    await check(50);
    await expect(check(51)).rejects.toMatchObject({ status: 422 });
    const { data } = await octokit.rest.checks.listForRef({ ...LIBRARY, ref: headSha });
    expect(data.check_runs.map(({ conclusion }) => conclusion)).toEqual(['neutral']);
  });
});

describe('tokens', () => {
  it('asks for the permission that each thing needs', async () => {
    const fake = await gitHubOfATest();
    const repository = await fake.addRepository('ada/library', { files: { a: 'a' }, private: true });
    const { number } = repository.openIssue({ author: 'ada', title: 'x' });
    const reader = octokitFor(fake, fake.token({ permissions: { contents: 'read', issues: 'read' } }));
    await reader.rest.git.getRef({ ...LIBRARY, ref: 'heads/main' });
    const refused = { status: 403, message: expect.stringContaining('Resource not accessible by integration') };
    await expect(
      reader.rest.issues.createComment({ ...LIBRARY, issue_number: number, body: 'x' }),
    ).rejects.toMatchObject(refused);
    await expect(reader.rest.users.getAuthenticated()).rejects.toMatchObject(refused);
    await expect(octokitFor(fake).rest.repos.get(LIBRARY)).rejects.toMatchObject({ status: 404 });
    await expect(octokitFor(fake, 'nonsense').rest.repos.get(LIBRARY)).rejects.toMatchObject({ status: 401 });
    expect(fake.requests.map(({ status }) => status)).toEqual([200, 403, 403, 404, 401]);
  });
});
