import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { settingsJsonSchema } from '../../src/config/json-schema.ts';
import { parseSettings } from '../../src/config/settings-file.ts';
import { settingsTemplate } from '../../src/config/template.ts';
import { fileSettings, settingsSchema } from '../../src/config.ts';
import { ExpectedFailure } from '../../src/errors.ts';
import { visible } from '../../src/report/visible.ts';

const published: Record<string, unknown> = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../schema/palimpsest-config.v1.schema.json', import.meta.url)), 'utf8'),
);
const DEFAULTS = settingsSchema.parse({});

function parse(text: string) {
  return parseSettings(Buffer.from(text), 'palimpsest.yml');
}

/** The one line that a user would see. */
function refusalOf(content: string | Uint8Array): string {
  try {
    parseSettings(Buffer.from(content), 'palimpsest.yml');
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    const line = `${error.message}. ${error.remedy}`;
    expect(visible(line)).toBe(line);
    return line;
  }
  throw new Error('nothing was refused');
}

describe('a settings file', () => {
  it('sets what it names and leaves the rest at its default', () => {
    const { settings, given } = parse('policy:\n  samples: 3\n  count-cosmetic: true\nfreshness:\n  line: 0.85\n');
    expect(settings).toEqual({
      policy: { ...DEFAULTS.policy, samples: 3, countCosmetic: true },
      freshness: { line: 0.85, warnWithin: 3, soonDays: 60 },
      gain: { windowDays: 90 },
      pullRequests: {
        drafts: false,
        bots: false,
        annotations: false,
        skipLabel: 'palimpsest: skip',
        runLabel: 'palimpsest: run the model',
      },
      retraining: { issue: true, workflow: '', eventType: '', automatic: false },
      evaluation: { sample: 0, control: 20 },
      paths: [],
      model: '',
    });
    expect(given.map(({ setting, value }) => [setting.path, value])).toEqual([
      ['policy.samples', 3],
      ['policy.count-cosmetic', true],
      ['freshness.line', 0.85],
    ]);
  });

  it('sets texts, lists, and what stands in no section', () => {
    const { settings, given } = parse(
      [
        'paths: ["payments/**", "!**/generated/**"]',
        'pull-requests: { skip-label: no model, drafts: true }',
        'model: ledger-7b',
        'retraining:\n  workflow: retrain.yml\n  event-type: retrain-model',
      ].join('\n'),
    );
    expect(settings).toEqual({
      ...DEFAULTS,
      paths: ['payments/**', '!**/generated/**'],
      pullRequests: { ...DEFAULTS.pullRequests, skipLabel: 'no model', drafts: true },
      model: 'ledger-7b',
      retraining: { ...DEFAULTS.retraining, workflow: 'retrain.yml', eventType: 'retrain-model' },
    });
    expect(given.map(({ setting }) => setting.path)).toEqual([
      'paths',
      'pull-requests.skip-label',
      'pull-requests.drafts',
      'model',
      'retraining.workflow',
      'retraining.event-type',
    ]);
  });

  it.each(['', '# nothing yet\n', '\ufeffpolicy:\n', 'policy:\nfreshness: ~\n', '---\n', '{}'])(
    'may set nothing: %j',
    (text) => expect(parse(text).settings).toEqual(DEFAULTS),
  );

  it('may use a few aliases', () => {
    expect(parse('policy: {familiar: &line 0.7}\nfreshness: {line: *line}').settings.freshness.line).toBe(0.7);
  });
});

describe('a settings file is refused, with line and column,', () => {
  it.each([
    [
      'policy:\n  familar: 0.9\n',
      /^palimpsest.yml:2:3: there is no setting "familar" in policy\. Did you mean "familiar"\?/,
    ],
    [
      'polisy: {}\n',
      /^palimpsest.yml:1:1: there is no setting "polisy"\. Did you mean "policy"\? Known here: policy, /,
    ],
    ['policy:\n  countCosmetic: true\n', /:2:3: .*Did you mean "count-cosmetic"\?/],
    ['line: 0.9\n', /:1:1: .*Did you mean "freshness\.line"\?/],
    ['policy: {line: 0.9}\n', /:1:10: .*Did you mean "freshness\.line"\?/],
    ['skip-label: none\n', /:1:1: .*Did you mean "pull-requests\.skip-label"\?/],
    ['pullRequests: {}\n', /:1:1: there is no setting "pullRequests"\. Did you mean "pull-requests"\?/],
    ['path: [a]\n', /:1:1: there is no setting "path"\. Did you mean "paths"\?/],
    ['policy: {paths: [a]}\n', /:1:10: there is no setting "paths" in policy\. Did you mean "paths"\?/],
    ['__proto__: {x: 1}\n', /:1:1: there is no setting "__proto__"/],
    ['<<: {policy: 1}\n', /:1:1: there is no setting "<<"/],
  ])('for an unknown key: %j', (text, line) => expect(refusalOf(text)).toMatch(line));

  it.each([
    [
      'policy:\n  familiar: high\n',
      /:2:13: policy\.familiar does not take "high"\. It takes a number: similarity from/,
    ],
    ['policy:\n  familiar: 0,8\n', /:2:13: policy\.familiar does not take "0,8"/],
    ['policy:\n  familiar: 80\n', /:2:13: .*does not take 80\. .*from 0 to 1/],
    ['policy:\n  familiar: .nan\n', /does not take NaN/],
    ['policy:\n  familiar:\n', /:2:3: policy\.familiar has no value/],
    ['policy:\n  samples: 2.5\n', /does not take 2\.5\. .*from 1 to 20/],
    ['policy:\n  samples: [1, 2]\n', /does not take a list/],
    ['policy:\n  count-cosmetic: yes\n', /:2:19: .*does not take "yes"\. It takes true or false/],
    ['paths:\n', /:1:1: paths has no value\. It takes a list: globs of/],
    ['paths: src/**\n', /:1:8: paths does not take "src\/\*\*"\. It takes a list/],
    ['paths: [src/**, /etc]\n', /:1:17: paths does not take "\/etc" in its list\./],
    ['paths: [src/**, "*a*a*"]\n', /:1:17: paths does not take "\*a\*a\*" in its list: there are more than two/],
    ['paths:\n  - "!{a/b,c}/**"\n', /:2:5: paths does not take .* in its list: \{…\} and \[…\] cannot hold a slash/],
    ['paths:\n  - src/**\n  - 3\n', /:3:5: paths does not take 3 in its list\./],
    ['model: [a]\n', /:1:8: model does not take a list\. It takes a text: the model to ask/],
    ['model: "openai:x"\n', /:1:8: model does not take "openai:x"\./],
    ['model: https://models.example.org/v1\n', /:1:8: model does not take/],
    [
      'retraining: {workflow: ../../etc/x.yml}\n',
      /:1:24: retraining\.workflow does not take "\.\.\/\.\.\/etc\/x\.yml"/,
    ],
    ['pull-requests: {skip-label: 3}\n', /:1:29: pull-requests\.skip-label does not take 3\. It takes a text/],
    ['pull-requests: {skip-label: "a\\tb"}\n', /pull-requests\.skip-label does not take "a\\tb"/],
    ['evaluation: {sample: -1}\n', /:1:22: evaluation\.sample does not take -1/],
    ['policy: strict\n', /:1:9: policy takes settings by name/],
    ['- policy\n', /:1:1: the file takes settings by name/],
    ['? [policy]\n: 1\n', /:1:3: a name is one word/],
  ])('for a wrong value: %j', (text, line) => expect(refusalOf(text)).toMatch(line));

  it.each([
    ['policy:\n  samples: 3\n  samples: 4\n', /:3:3: "samples" is set twice/],
    ['policy:\n  familiar: [0.8\n', /:3:1: this is not YAML/],
    ['policy:\n\tsamples: 3\n', /:2:1: this is not YAML: Tabs/],
    ['policy: {}\n---\npolicy: {}\n', /:2:1: this is not YAML/],
    ['policy:\n  samples: !!js/function 3\n', /:2:12: this is not YAML/],
    ['policy:\n  samples: *nowhere\n', /:2:12: its aliases/],
  ])('for wrong YAML: %j', (text, line) => expect(refusalOf(text)).toMatch(line));

  it('for aliases that would fill the memory', () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `l${level + 1}: &l${level + 1} [${`*l${level},`.repeat(9)}]`,
    );
    expect(refusalOf(['l0: &l0 lol', ...levels].join('\n'))).toMatch(/^palimpsest.yml:2:10: its aliases/);
  });

  it('for brackets nested without end', () => {
    expect(refusalOf('['.repeat(60_000))).toMatch(/^palimpsest.yml:\d+:\d+: this is not YAML/);
  });

  it('for bytes that are no text, or too many', () => {
    expect(refusalOf(Buffer.from([0x70, 0xff, 0xfe]))).toMatch(/^palimpsest.yml: it is not UTF-8/);
    expect(refusalOf(`#${'x'.repeat(70_000)}`)).toMatch(/^palimpsest.yml: it is larger than 64 kB/);
  });

  it.each([
    'provider: openai',
    'policy: {base-url: "http://169.254.169.254/"}',
    'apiKey: sk-secret',
    'model-path: /etc/passwd',
    'models: {main: x}',
    'test-command: rm -rf .',
  ])('for what belongs to the operator, without repeating its value: %s', (text) => {
    const line = refusalOf(text);
    expect(line).toMatch(/is not for a repository’s file to set\. .*belong to the operator/);
    expect(line).not.toMatch(/sk-secret|169\.254|passwd|rm -rf/);
  });

  it('in one line that acts on nobody’s screen', () => {
    expect(refusalOf('"pol\\e[31m\\u202eicy\\n": 1')).toContain('pol\\u{1b}[31m\\u{202e}icy\\n');
    expect(refusalOf(`policy: {samples: ${'9'.repeat(5_000)}x}`).length).toBeLessThan(250);
    expect(refusalOf(`policy: !${'x'.repeat(5_000)} 1`).length).toBeLessThan(250);
  });

  it('and never fails in another way', () => {
    const piece = fc.constantFrom(
      'policy',
      'samples',
      ':',
      ' ',
      '\n',
      '  ',
      '- ',
      '&a',
      '*a',
      '{',
      '}',
      '"',
      '3',
      '!',
      '|',
      '? ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        try {
          parse(pieces.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(ExpectedFailure);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the published schema of the settings file', () => {
  const validate = new Ajv2020({ allErrors: true }).compile(published);

  it('is what the source says: npx tsx scripts/schemas.ts', () => expect(published).toEqual(settingsJsonSchema()));

  it('accepts what the program accepts, and nothing else', () => {
    const value = fc.oneof(
      fc.constantFrom<unknown>(0, 1, 3, 20, 21, 0.5, -1, 90, 101, 4_000, true, false, null, [1]),
      fc.constantFrom<unknown>(
        'high',
        '',
        'retrain.yml',
        '../x.yml',
        'a b',
        '\u202e',
        [],
        ['src/**', '!a'],
        ['/a'],
        ['!'],
      ),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    const section = fc.oneof(
      fc.dictionary(fc.constantFrom(...fileSettings().map(({ key }) => key), 'countCosmetic'), value, { maxKeys: 2 }),
      value,
    );
    const names = [
      'policy',
      'freshness',
      'gain',
      'pull-requests',
      'retraining',
      'evaluation',
      'paths',
      'model',
      'polisy',
    ];
    const document = fc.dictionary(fc.constantFrom(...names), section, { maxKeys: 2 });
    const accepted = (text: string) => {
      try {
        return parse(text) !== null;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(document, (settings) => {
        expect(accepted(stringify(settings))).toBe(validate(settings));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(fileSettings().map((setting) => [setting.path, setting] as const))(
    'accepts the default of %s',
    (path, { section, key, byDefault }) => {
      const value = { [key]: byDefault };
      expect(validate(section === null ? value : { [path.split('.')[0] ?? '']: value })).toBe(true);
    },
  );
});

describe('the file that init writes', () => {
  const uncommented = settingsTemplate().replaceAll(/^( *)# ([\w-]+: (?:[\w.]+|".*"|\[\]))$/gm, '$1$2');

  it('sets nothing as it is', () => expect(parse(settingsTemplate()).given).toEqual([]));

  it('sets everything to its default once the comment signs are gone', () => {
    const { given, settings } = parse(uncommented);
    expect(given.map(({ setting }) => setting.key)).toEqual(fileSettings().map(({ key }) => key));
    expect(settings).toEqual(DEFAULTS);
  });

  it('tells what every setting means', () => {
    for (const { description } of fileSettings()) expect(settingsTemplate()).toContain(`# ${description}\n`);
  });
});
