import { describe, expect, it } from 'vitest';
import { inputDefinitions, readInputs, readSecretInputs } from '../../src/action/inputs.ts';
import { ExpectedFailure } from '../../src/errors.ts';
import { Secrets } from '../../src/secrets.ts';

const TOKEN = 'ghs_16C7e42F292c6912E7710c838347Ae178B4a';

/** As the runner sets them: every input, those that the step does not give at their default in action.yml. */
function variables(given: Readonly<Record<string, string>>): Record<string, string> {
  const named = inputDefinitions().map(({ name, byDefault }) => {
    const value = given[name] ?? (name === 'github-token' ? TOKEN : byDefault);
    return [`INPUT_${name.toUpperCase()}`, value];
  });
  return Object.fromEntries(named);
}

function refusalOf(given: Readonly<Record<string, string>>): string {
  try {
    readInputs(variables(given));
  } catch (error) {
    if (error instanceof ExpectedFailure && error.code === 'bad-setting') return `${error.message}. ${error.remedy}`;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('the inputs of a step', () => {
  const DEFAULTS = {
    githubToken: TOKEN,
    provider: 'embedded',
    model: null,
    baseUrl: null,
    apiKey: null,
    trainedAt: null,
    config: '.github/palimpsest.yml',
    failOn: 'never',
    maximumDrop: null,
    comment: 'changes',
    samples: null,
    maxMethods: null,
    trainer: null,
    baseModel: null,
    epochs: 5,
    maxTrainingTokens: null,
    paths: [],
    dataBranch: 'palimpsest-data',
    workingDirectory: '',
  };

  it('all have a default', () => {
    expect(readInputs(variables({}))).toEqual(DEFAULTS);
    expect(readInputs({ 'INPUT_GITHUB-TOKEN': TOKEN })).toEqual(DEFAULTS);
  });

  it('count as not given when they are empty, as the value of a variable that is not set', () => {
    const empty = Object.fromEntries(
      inputDefinitions().map(({ name }) => [name, name === 'github-token' ? TOKEN : ' ']),
    );
    expect(readInputs(variables(empty))).toEqual(DEFAULTS);
  });

  it.each([
    ['provider', ' OpenAI ', { provider: 'openai' }],
    ['fail-on', 'Stale', { failOn: 'stale' }],
    ['comment', 'ALWAYS', { comment: 'always' }],
    ['model', ' acme/ledger 7b ', { model: 'acme/ledger 7b' }],
    ['trained-at', 'release/v4.2', { trainedAt: 'release/v4.2' }],
    ['maximum-drop', '0.5', { maximumDrop: 0.5 }],
    ['maximum-drop', '0', { maximumDrop: 0 }],
    ['samples', '3', { samples: 3 }],
    ['max-methods', '200', { maxMethods: 200 }],
    ['max-methods', '0', { maxMethods: 0 }],
    ['paths', '\n  src/**\r\n# not these\n!**/gen/**\n\n', { paths: ['src/**', '!**/gen/**'] }],
    ['data-branch', 'data/palimpsest', { dataBranch: 'data/palimpsest' }],
    ['working-directory', './services//search/', { workingDirectory: 'services/search' }],
    ['working-directory', '.', { workingDirectory: '' }],
    ['config', 'services/search/palimpsest.yml', { config: 'services/search/palimpsest.yml' }],
  ])('%s takes %j', (name, value, expected) => {
    expect(readInputs(variables({ [name]: value }))).toEqual({ ...DEFAULTS, ...expected });
  });

  it.each([
    ['provider', 'gguf', /^the input provider does not take "gguf"\. It takes embedded or openai\.$/],
    ['fail-on', 'drop', /^the input fail-on does not take "drop"\. It takes never or stale\.$/],
    ['maximum-drop', '1,5', /^the input maximum-drop does not take "1,5"\. It takes points from 0 to 100/],
    ['maximum-drop', '101', /does not take "101"/],
    ['maximum-drop', '-1', /does not take "-1"/],
    ['maximum-drop', '0x10', /does not take "0x10"/],
    ['samples', '21', /^the input samples does not take "21"\. It takes a whole number from 1 to 20\.$/],
    ['samples', '2.5', /does not take "2\.5"/],
    ['samples', 'Infinity', /does not take "Infinity"/],
    ['max-methods', '9'.repeat(400), /does not take "9{60}…"/],
    ['working-directory', '../other', /does not take "\.\.\/other"\. It takes a path from the root/],
    ['working-directory', 'a/../../b', /does not take/],
    ['working-directory', '/etc', /does not take "\/etc"/],
    ['working-directory', 'C:/work', /does not take "C:\/work"/],
    ['working-directory', 'a\\b', /does not take "a\\b"/],
    ['config', '../palimpsest.yml', /^the input config does not take/],
    ['config', './', /^the input config does not take/],
    ['paths', '/src/**', /^the input paths does not take "\/src\/\*\*"\. It takes globs/],
    ['paths', '*a*a*a*', /^the input paths does not take "\*a\*a\*a\*": there are more than two \* or/],
    ['paths', 'src/**\n!', /^the input paths does not take/],
    ['data-branch', 'refs/heads/data', /^the input data-branch does not take .*without refs\/heads\//],
    ['data-branch', 'a..b', /does not take "a\.\.b"/],
    ['data-branch', 'data branch', /does not take/],
    ['data-branch', '-d', /does not take "-d"/],
    ['trained-at', '--upload-pack=x', /^the input trained-at does not take/],
    ['model', 'a\u001b[31mb', /does not take "a\\u\{1b\}\[31mb"/],
    ['model', 'a\n::error::b', /does not take "a\\n::error::b"/],
    ['github-token', '', /^the input github-token is empty\. It takes a token/],
  ])('%s refuses %j in one line', (name, value, line) => expect(refusalOf({ [name]: value })).toMatch(line));

  it('name what is trained, where, and from which revision on', () => {
    const hosted = { provider: 'openai', model: 'acme/ledger-7b', 'base-url': 'https://models.example.org/v1' };
    const trained = { ...hosted, trainer: 'openai', 'base-model': 'small-1', 'trained-at': 'v4.2', epochs: '3' };
    expect(readInputs(variables({ ...trained, 'max-training-tokens': '5000000' }))).toMatchObject({
      trainer: 'openai',
      baseModel: 'small-1',
      epochs: 3,
      maxTrainingTokens: 5_000_000,
    });
    expect(refusalOf({ ...trained, 'base-model': '' })).toContain('base-model is empty');
    expect(refusalOf({ ...trained, 'trained-at': '' })).toContain('trained-at is empty');
    expect(refusalOf({ trainer: 'openai', 'base-model': 'small-1' })).toContain(
      'the embedded model is not trained there',
    );
  });

  it('name a server and its key for a hosted model alone', () => {
    const server = { 'base-url': 'https://models.example.org/v1', 'api-key': 'sk-very-secret-key\n' };
    expect(readInputs(variables({ provider: 'openai', model: 'acme/ledger-7b', ...server }))).toEqual({
      ...DEFAULTS,
      provider: 'openai',
      model: 'acme/ledger-7b',
      baseUrl: 'https://models.example.org/v1',
      apiKey: 'sk-very-secret-key',
    });
    expect(refusalOf(server)).toMatch(
      /^the input base-url is given, .*Add `provider: openai`, or leave base-url out\.$/,
    );
    expect(refusalOf({ 'api-key': 'sk-very-secret-key' })).toMatch(/^the input api-key is given, (?!.*sk-very)/);
  });

  it('that are secret are never repeated', () => {
    const key = 'sk-very\tsecret-key';
    expect(refusalOf({ provider: 'openai', 'api-key': key })).toBe(
      'the input api-key cannot be read. It takes a key, from a secret.',
    );
    expect(refusalOf({ 'github-token': `${TOKEN}\u0007` })).not.toContain(TOKEN);
  });

  it('that are secret are known before any is read, and masked from then on', () => {
    const secrets = new Secrets(variables({ 'api-key': 'sk-very-secret-key', provider: 'nonsense' }));
    expect(readSecretInputs(secrets).map((secret) => secret.reveal())).toEqual([TOKEN, 'sk-very-secret-key']);
    expect(secrets.mask(`${TOKEN} or sk-very-secret-key`)).toBe('[secret] or [secret]');
  });
});
