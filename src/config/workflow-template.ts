// The workflow that `palimpsest init` writes: the Action with nothing set but permissions.

/** How a workflow names this Action; a commit's full hash in place of the version pins it. */
export const ACTION = 'palimpsest/palimpsest@v1';

/** Where `init` writes it. */
export const WORKFLOW_PATH = '.github/workflows/palimpsest.yml';

/** Pull requests go to `branch`, the default one. */
export function workflowTemplate(branch: string): string {
  return `${HEAD}
on:
  pull_request:
    types: [opened, synchronize, reopened, ready_for_review]
  merge_group:
  push:
    branches: [${/^[\w./-]+$/.test(branch) ? branch : JSON.stringify(branch)}]
  schedule:
    - cron: '17 4 * * 1'
  workflow_dispatch:
    inputs:
      retrain:
        description: Train the embedded model anew
        type: boolean
        default: false

permissions: {}

concurrency:
  group: palimpsest-\${{ github.event_name }}-\${{ github.event.pull_request.number || github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

jobs:
  check:
    if: github.event_name == 'pull_request' || github.event_name == 'merge_group'
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read
      pull-requests: write # the comment
      checks: write
    steps:
      - uses: ${ACTION}

  keep:
    if: github.event_name != 'pull_request' && github.event_name != 'merge_group'
    runs-on: ubuntu-latest
    timeout-minutes: 60
    permissions:
      contents: write # ledger, history and badge, on the branch palimpsest-data
      issues: write # the one issue that says that it is time to train again
    steps:
      - uses: ${ACTION}
`;
}

const HEAD = `# Does the project's code model still know the code? On a pull request: one comment, when there is something to say. On the
# default branch: ledger, history and badge. Each week: would training again help?
# It needs no checkout: it reads what it needs, and runs none of it.
name: Palimpsest
`;
