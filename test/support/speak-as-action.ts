// A process that says what its arguments ask for, as a step of a workflow does: for tests of the runner's side.
// Usage: node SPEAK-AS-ACTION FILE, a JSON list of [method of Runner, ...arguments].

import { readFileSync } from 'node:fs';
import { readSecretInputs } from '../../src/action/inputs.ts';
import { Runner } from '../../src/action/runner.ts';
import { Secrets } from '../../src/secrets.ts';

const secrets = new Secrets(process.env);
const runner = new Runner(process.env, secrets);
for (const secret of readSecretInputs(secrets)) runner.mask(secret);

const calls: [string, ...unknown[]][] = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
for (const [method, ...args] of calls) {
  if (method === 'group') await runner.group(String(args[0]), async () => runner.say(String(args[1])));
  else {
    const act: unknown = Reflect.get(runner, method);
    if (typeof act !== 'function') throw new Error(`the runner has no ${method}`);
    await Reflect.apply(act, runner, args);
  }
}
