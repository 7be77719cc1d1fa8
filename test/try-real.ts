import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { startFakeGitHub } from './support/fake-github.ts';

const [from, pinRev, headRev, out] = process.argv.slice(2) as [string, string, string, string];
const gitHub = await startFakeGitHub();
const repository = await gitHub.addRepository('acme/real', { from });
const head = await repository.head(headRev);
const pin = await repository.head(pinRev);
await repository.setBranch(repository.state.defaultBranch, pin);
async function run(event: any, inputs: Record<string, string> = {}) {
  const folder = mkdtempSync('/tmp/try/run-');
  const f = (n: string, c: string) => {
    writeFileSync(`${folder}/${n}`, c);
    return `${folder}/${n}`;
  };
  mkdirSync(`${folder}/temp`);
  const token = gitHub.token({
    permissions: { contents: 'write', 'pull-requests': 'write', checks: 'write', issues: 'write' },
  });
  const env: any = {
    ...process.env,
    ...event.environment,
    GITHUB_EVENT_PATH: f('event.json', JSON.stringify(event.payload)),
    GITHUB_OUTPUT: f('output', ''),
    GITHUB_STEP_SUMMARY: f('summary', ''),
    RUNNER_TEMP: `${folder}/temp`,
    'INPUT_GITHUB-TOKEN': token,
  };
  for (const [k, v] of Object.entries(inputs)) env[`INPUT_${k.toUpperCase()}`] = v;
  const t0 = Date.now();
  const n0 = gitHub.requests.length;
  const child = spawn(process.execPath, ['dist/action.js'], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const code = await new Promise((r) => child.on('close', r));
  const asked = gitHub.requests.slice(n0);
  console.error(asked.map((r: any) => `${r.method} ${r.path}`).join('\n'));
  console.error(
    `exit ${code} in ${Date.now() - t0} ms, ${asked.length} requests, first after ${asked[0] ? (asked[0] as any).at - t0 : '-'} ms`,
    folder,
  );
  return folder;
}
const d = repository.state.defaultBranch;
let folder = await run(await gitHub.events.push(repository, d, '0'.repeat(40)));
writeFileSync(`${out}-push.md`, readFileSync(`${folder}/summary`, 'utf8'));
// main moves on to parent of head
const parent = await repository.head(`${head}^`);
const before = await repository.head(d);
await repository.setBranch(d, parent);
folder = await run(await gitHub.events.push(repository, d, before));
await repository.setBranch('change', head);
const pull = await repository.openPullRequest({ head: 'change' });
folder = await run(gitHub.events.pullRequest('opened', pull));
writeFileSync(`${out}-comment.md`, pull.comments()[0]?.body ?? 'NO COMMENT');
writeFileSync(`${out}-summary.md`, readFileSync(`${folder}/summary`, 'utf8'));
writeFileSync(`${out}-check.json`, JSON.stringify(repository.checkRuns.at(-1), null, 2));
console.error(readFileSync(`${folder}/output`, 'utf8'));
for (const p of ['README.md', 'badge.json', 'state.json', 'history.jsonl'])
  writeFileSync(`${out}-data-${p}`, (await repository.file(p, 'palimpsest-data')) ?? '');
folder = await run(await gitHub.events.schedule(repository));
writeFileSync(`${out}-review.md`, readFileSync(`${folder}/summary`, 'utf8'));
console.error(readFileSync(`${folder}/output`, 'utf8'));
folder = await run(gitHub.events.pullRequest('synchronize', pull));
writeFileSync(`${out}-comment2.md`, pull.comments()[0]?.body ?? 'NO COMMENT');
writeFileSync(`${out}-issue.md`, repository.issues.map((i: any) => `# ${i.title}\n\n${i.body}`).join('\n'));
await gitHub.close();
