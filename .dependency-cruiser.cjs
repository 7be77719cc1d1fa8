// Which way imports may point: shells → compose → adapters; shells → jobs → ports → core.
// test/repository.test.ts runs these rules.

const adapters = ['languages', 'models', 'trainers', 'git', 'files', 'github', 'workers', 'store', 'trials'];

/** What two adapters have in common: a protocol, spoken by both. */
const sharedBy = { models: 'openai/|', trainers: 'openai/|' };

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-imports-core',
      comment: 'core is pure; its one package is the distance of short strings',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { pathNot: ['^src/core/', '(^|/)node_modules/fastest-levenshtein/'] },
    },
    {
      name: 'ports-know-core',
      severity: 'error',
      from: { path: '^src/ports(\\.ts$|/)' },
      to: { path: '^src/', pathNot: '^src/(core|ports)/' },
    },
    {
      name: 'jobs-know-ports',
      severity: 'error',
      from: { path: '^src/jobs/' },
      to: { path: '^src/', pathNot: '^src/(core/|jobs/|ports\\.ts|errors\\.ts)' },
    },
    {
      name: 'report-knows-core',
      severity: 'error',
      from: { path: '^src/report/' },
      to: { path: '^src/', pathNot: '^src/(core|report)/' },
    },
    {
      name: 'pages-know-core-and-schemas',
      comment: 'how what is kept is written down, the same for every adapter that keeps it',
      severity: 'error',
      from: { path: '^src/pages/' },
      to: { path: '^src/', pathNot: '^src/(core/|pages/|ports\\.ts|ports/|errors\\.ts|report/schema/)' },
    },
    ...adapters.map((adapter) => ({
      name: `${adapter}-alone`,
      comment: 'adapters never import each other, jobs or shells',
      severity: 'error',
      from: { path: `^src/${adapter}/` },
      to: {
        path: '^src/',
        pathNot: `^src/(core/|pages/|${adapter}/|${sharedBy[adapter] ?? ''}ports\\.ts|ports/|errors\\.ts)`,
      },
    })),
    {
      name: 'openai-knows-core',
      comment: 'how a server that speaks the protocol of OpenAI is reached, whatever is asked of it',
      severity: 'error',
      from: { path: '^src/openai/' },
      to: { path: '^src/', pathNot: '^src/(core/|openai/|errors\\.ts)' },
    },
    {
      name: 'only-compose-sees-adapters',
      severity: 'error',
      from: {
        path: '^src/(cli|cli/.*|action|action/.*|app|app/.*|forge/.*|backtest-worker|config|errors)\\b',
        pathNot: '^src/compose\\.ts$',
      },
      to: { path: `^src/(${adapters.join('|')}|openai)/` },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: '^src/(cli|action|app|app-worker|backtest-worker|database-thread)\\.ts$|\\.d\\.ts$',
      },
      to: {},
    },
    {
      name: 'no-dev-packages-in-src',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
