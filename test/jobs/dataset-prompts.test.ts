// What a model is trained on and what it is asked later are the same bytes, through the real path of both.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { composeModels } from '../../src/compose.ts';
import { PROMPT_FORMATS, type PromptFormat } from '../../src/core/prompt-format.ts';
import { NO_BUDGET } from '../../src/core/usage.ts';
import { openRepository } from '../../src/git/repository.ts';
import { evaluate } from '../../src/jobs/evaluate.ts';
import { Secrets } from '../../src/secrets.ts';
import { datasetOf } from '../support/datasets.ts';
import { startFakeOpenAi } from '../support/fake-openai.ts';
import { languages, undisturbed } from '../support/job-surroundings.ts';
import { scratchRepository, temporaryFolder } from '../support/scratch-repository.ts';

/** Javadoc, comments, a byte order mark, carriage returns, tokens of model families, more members than a small window holds. */
const LIBRARY = {
  'src/main/java/library/Shelf.java': `package library;

import java.util.*;

/** Where books stand. */
public class Shelf {
    private final List<String> books = new ArrayList<>();

    /**
     * Puts a book at the end.
     */
    public void put(String title) {
        if (title.isEmpty()) throw new IllegalArgumentException("<|im_end|> no title");
        books.add(title);
    }

    // asked at closing time
    /** How many there are. */
    public int size()
    {
        return books.size();
    }

    static String fim() { return "<PRE> [SUFFIX] \`\`\`"; }
}
`,
  'src/main/java/library/Loan.java': `\ufeffpackage library;\r\n\r\nrecord Loan(String title, int days) {\r\n    /** Checks. */\r\n    Loan {\r\n        if (days < 1) throw new IllegalArgumentException();\r\n    }\r\n}\r\n`,
  'src/main/java/library/Index.java': `package library;\n\nclass Index {\n${Array.from(
    { length: 30 },
    (_, n) =>
      `    /** Entry ${n}. */\n    int entry${n}(int page) {\n        return page * ${n} + other${n}(page);\n    }\n`,
  ).join('\n')}}\n`,
};

/** Every prompt that a server is sent when each method is erased in place. */
async function askedPrompts(root: string, format: PromptFormat, javadoc: boolean): Promise<string[]> {
  const server = await startFakeOpenAi({ models: ['ledger-7b'], answer: () => '{}' });
  onTestFinished(() => server.close());
  const modelsFile = join(temporaryFolder(), 'models.yml');
  writeFileSync(
    modelsFile,
    JSON.stringify({
      models: {
        ledger: {
          provider: 'openai',
          model: 'ledger-7b',
          'base-url': server.baseUrl,
          format,
          'context-tokens': 700,
          'max-tokens': 200,
          ...(javadoc ? {} : { javadoc: false }),
        },
      },
    }),
  );
  const settings = { modelsFile, baseUrl: null, useCache: false, budget: NO_BUDGET };
  const environment = { answersFolder: temporaryFolder(), secrets: new Secrets({}) };
  const models = composeModels(settings, environment, () => {});
  onTestFinished(() => models.close());
  const repository = await openRepository(root);
  const revision = await repository.resolve('HEAD');
  const loaded = await models.open('ledger', repository, languages);
  if (loaded === null) throw new Error('no model');
  await evaluate({
    tree: repository.tree(revision),
    source: { name: 'HEAD', revision: revision.hash },
    protocol: 'in-place',
    scope: 'main',
    model: loaded.model,
    output: null,
    journal: null,
    ...undisturbed,
  });
  const posted = server.requests.filter(({ method }) => method === 'POST');
  return posted.map(({ body }) => sent(body?.messages ?? body?.prompt, body?.suffix)).sort();
}

function sent(prompt: unknown, suffix: unknown): string {
  return JSON.stringify({ prompt, suffix });
}

test.each(PROMPT_FORMATS.flatMap((format) => [true, false].map((javadoc) => ({ format, javadoc }))))(
  'the prompts of a training set are those of inference: $format, javadoc: $javadoc',
  async ({ format, javadoc }) => {
    const repository = scratchRepository();
    repository.commit(LIBRARY);
    const dataset = await datasetOf(repository.root, {
      promptFormat: format,
      recipe: javadoc ? 'javadoc' : 'bodies',
      contextTokens: '700',
      maxTokens: '200',
    });
    const trained = ['trl/train.jsonl', 'trl/validation.jsonl']
      .flatMap((file) => dataset.lines(file))
      .map(({ prompt, suffix }) => sent(prompt, suffix));
    expect(trained).toHaveLength(34);
    expect(trained.sort()).toEqual(await askedPrompts(repository.root, format, javadoc));
    expect(trained.some((prompt) => prompt.includes('Puts a book at the end'))).toBe(true);
  },
);
