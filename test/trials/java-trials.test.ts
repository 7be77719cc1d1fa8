// The tasks of the generalisation probe: each can be solved, none by doing nothing, and no program gets out of its folder.

import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { loadLanguages } from '../../src/languages/registry.ts';
import type { Language, TrialRunner, TrialTask } from '../../src/ports.ts';
import { CHECK } from '../../src/trials/harness.ts';
import { JAVA_TASKS } from '../../src/trials/java-tasks.ts';
import { openJavaTrials } from '../../src/trials/java-trials.ts';
import { runBounded } from '../../src/trials/program.ts';
import { temporaryFolder } from '../support/scratch-repository.ts';

const NEVER = new AbortController().signal;
const PATIENCE_MS = 300_000;

const hasJdk = ['javac', 'java'].every((tool) => spawnSync(tool, ['-version']).status === 0);
if (!hasJdk) console.warn('left out: the programs of the Java tasks, for there is no JDK on PATH');

describe('the Java tasks', () => {
  let java: Language;
  let trials: TrialRunner;
  beforeAll(async () => {
    const { languages } = await loadLanguages({ java: { parser: 'auto' } });
    const [first] = languages;
    if (first === undefined) throw new Error('no language');
    java = first;
    if (hasJdk) trials = await openJavaTrials(NEVER);
  }, PATIENCE_MS);

  it('are at least fifty, each by a name of its own', () => {
    expect(JAVA_TASKS.length).toBeGreaterThanOrEqual(50);
    expect(new Set(JAVA_TASKS.map(({ name }) => name)).size).toBe(JAVA_TASKS.length);
  });

  it.each(JAVA_TASKS.map((task) => [task.name, task] as const))(
    '%s has one method to be written, and javadoc',
    (_, task) => {
      const { units, errorLines } = java.parse(task.path, task.text);
      expect(errorLines).toEqual([]);
      const named = units.filter(({ name }) => name === task.method);
      expect(named).toHaveLength(1);
      expect(named[0]?.javadoc).toMatch(/\w/);
      expect(task.text).not.toContain('Trial');
    },
  );

  describe.runIf(hasJdk)('with a JDK', () => {
    const unitOf = ({ path, text, method }: TrialTask) => {
      const unit = java.parse(path, text).units.find(({ name }) => name === method);
      if (unit === undefined) throw new Error(path);
      return unit;
    };

    const withBody = (task: TrialTask, body: string) => {
      const { start, end } = unitOf(task).body;
      return task.text.slice(0, start) + body + task.text.slice(end);
    };

    it('are passed by their own solutions', { timeout: PATIENCE_MS }, () => {
      expect(failuresOf(JAVA_TASKS.map((task) => ({ task, source: task.text })))).toEqual([]);
    });

    it('are passed by no body that does nothing', { timeout: PATIENCE_MS }, async () => {
      const refusing = JAVA_TASKS.map((task) => ({
        task,
        source: withBody(task, '{ throw new RuntimeException(); }'),
      }));
      expect(failuresOf(refusing)).toEqual(JAVA_TASKS.map(({ name }) => name));
      // An empty body of a method that returns something is no Java; the others are tried.
      const procedures = JAVA_TASKS.filter((task) => unitOf(task).returnType === 'void');
      expect(procedures.length).toBeGreaterThan(0);
      for (const task of procedures) expect(await trials.run(task, withBody(task, '{}'), NEVER)).toBe('fails');
      const [other] = JAVA_TASKS.filter((task) => !procedures.includes(task));
      expect(other && (await trials.run(other, withBody(other, '{}'), NEVER))).toBe('does-not-compile');
    });

    it('pass as programs of their own too', { timeout: PATIENCE_MS }, async () => {
      for (const task of JAVA_TASKS.slice(0, 1)) expect(await trials.run(task, task.text, NEVER)).toBe('passes');
    });

    it('end a program that does not end, that fills its memory, or that ends itself before the trial is through', {
      timeout: PATIENCE_MS,
    }, async () => {
      const [task] = JAVA_TASKS.filter(({ name }) => name === 'LeapYears');
      if (task === undefined) throw new Error('no such task');
      const run = (body: string) => trials.run(task, withBody(task, body), NEVER);
      expect(await run('{ while (true) {} }')).toBe('times-out');
      expect(await run('{ System.exit(0); return true; }')).toBe('fails');
      expect(await run('{ long[][] all = new long[9999][]; for (int i = 0; ; i++) all[i] = new long[9999999]; }')).toBe(
        'fails',
      );
      expect(await run('{ return year % 4 == 0 }')).toBe('does-not-compile');
    });

    it('keep programs from files and networks where this machine can', { timeout: PATIENCE_MS }, async () => {
      const [task] = JAVA_TASKS.filter(({ name }) => name === 'LeapYears');
      if (task === undefined) throw new Error('no such task');
      const { securityManager, network } = trials.isolation;
      const right = 'return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);';
      const run = (deed: string) =>
        trials.run(
          task,
          withBody(task, `{ try { ${deed} } catch (Exception refused) { return false; } ${right} }`),
          NEVER,
        );
      const stolen = join(temporaryFolder(), 'written-by-a-model');
      const wrote = await run(`java.nio.file.Files.write(java.nio.file.Path.of("${stolen}"), new byte[1]);`);
      expect(wrote).toBe(securityManager ? 'fails' : 'passes');
      expect(existsSync(stolen)).toBe(!securityManager);
      const server = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : 0;
      const called = await run(`new java.net.Socket("127.0.0.1", ${port}).close();`);
      server.close();
      expect(called).toBe(securityManager || network === 'none' ? 'fails' : 'passes');
    });

    it('hand no program the environment of this one', { timeout: PATIENCE_MS }, async () => {
      vi.stubEnv('PALIMPSEST_API_KEY', 'secret');
      const script = 'process.stdout.write(Object.keys(process.env).join())';
      const ended = await runBounded([process.execPath, '-e', script], {
        folder: temporaryFolder(),
        timeoutMs: PATIENCE_MS,
        signal: NEVER,
      });
      vi.unstubAllEnvs();
      expect(ended.output).toContain('PATH');
      expect(ended.output).not.toContain('PALIMPSEST');
    });
  });
});

/** The names of those tasks whose trial fails, all compiled and run at once, each in a package of its own. */
function failuresOf(programs: readonly { readonly task: TrialTask; readonly source: string }[]): string[] {
  const folder = temporaryFolder();
  const paths = programs.flatMap(({ task, source }) => {
    const name = task.name.toLowerCase();
    mkdirSync(join(folder, name));
    const texts = { [task.path]: source, 'Trial.java': task.trial, 'Check.java': CHECK };
    return Object.entries(texts).map(([file, text]) => {
      writeFileSync(join(folder, name, file), `package ${name};\n${text}`);
      return join(name, file);
    });
  });
  writeFileSync(join(folder, 'All.java'), RUN_ALL);
  const run = (command: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };
  run('javac', '-encoding', 'UTF-8', '-d', 'classes', 'All.java', ...paths);
  const names = programs.map(({ task }) => task.name);
  return run('java', '-cp', 'classes', 'All', ...names)
    .split('\n')
    .filter(Boolean);
}

/** Prints the names that it is given whose trial fails. */
const RUN_ALL = `final class All {
    public static void main(String[] names) throws Exception {
        for (String name : names) {
            java.lang.reflect.Method run = Class.forName(name.toLowerCase() + ".Trial").getDeclaredMethod("run");
            run.setAccessible(true);
            try {
                run.invoke(null);
            } catch (java.lang.reflect.InvocationTargetException failed) {
                System.out.println(name);
            }
        }
    }
}
`;
