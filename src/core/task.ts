// What the App is asked to do: plain data, written by a webhook and done by a worker, at least once.

/** A repository in which the App is installed. Its id stays when it is renamed. */
export interface RepositoryRef {
  readonly installation: number;
  readonly id: number;
  readonly owner: string;
  readonly name: string;
}

export type Task =
  /** The head is read when the task is done: the newest one wins. `approval`: a label that somebody put on a head. */
  | {
      readonly kind: 'check-pull-request';
      readonly repository: RepositoryRef;
      readonly pullRequest: number;
      readonly approval: { readonly label: string; readonly by: string; readonly head: string } | null;
    }
  /** The same for whichever open pull request has this head: GitHub does not name one whose head lies in a fork. */
  | { readonly kind: 'check-head'; readonly repository: RepositoryRef; readonly head: string }
  /** Shows the check run as in progress; done at once, whatever else waits. */
  | {
      readonly kind: 'begin-check';
      readonly repository: RepositoryRef;
      readonly pullRequest: number;
      readonly head: string;
    }
  /** Brings ledger and history to the head of the default branch; pins and evaluates where nothing is kept yet. */
  | { readonly kind: 'keep-ledger'; readonly repository: RepositoryRef }
  /** The regular look at everything. */
  | { readonly kind: 'review'; readonly repository: RepositoryRef; readonly retrain: boolean }
  /** A comment that begins with `/palimpsest`. */
  | {
      readonly kind: 'command';
      readonly repository: RepositoryRef;
      readonly pullRequest: number;
      readonly comment: { readonly id: number; readonly author: string; readonly text: string };
    }
  /** What a command asked for in passing: a model takes its time. `at`: which of the comment's commands it was, from 0. */
  | {
      readonly kind: 'explain';
      readonly repository: RepositoryRef;
      readonly pullRequest: number;
      readonly comment: { readonly id: number; readonly author: string };
      readonly method: string;
      readonly at: number;
    }
  /** Somebody asked for the team's training workflow, by a button. */
  | { readonly kind: 'retrain'; readonly repository: RepositoryRef; readonly by: string }
  /** The operator's trainer makes another model, which takes the place of this one if it is better: hours, most of them of waiting. */
  | { readonly kind: 'specialize'; readonly repository: RepositoryRef }
  /** The repository is gone, or the App is gone from it: whatever is kept of it goes. */
  | { readonly kind: 'forget-repository'; readonly repository: RepositoryRef }
  | { readonly kind: 'forget-installation'; readonly installation: number };

/** What is done in a repository; to forget one is none of it. */
export type RepositoryTask = Exclude<Task, { kind: 'forget-installation' | 'forget-repository' }>;

/** Whose turn it is: no installation waits because another has much to do. */
export function installationOf(task: Task): number {
  return task.kind === 'forget-installation' ? task.installation : task.repository.installation;
}

/** Tasks of one key that wait are one task; a later one takes the place of one that is under way. `null`: each is done. */
export function coalescingKey(task: Task): string | null {
  switch (task.kind) {
    case 'check-pull-request':
      return task.approval === null ? `check ${task.repository.id} ${task.pullRequest}` : null;
    case 'check-head':
      return `check ${task.repository.id} ${task.head}`;
    case 'keep-ledger':
      return `ledger ${task.repository.id}`;
    case 'review':
      return task.retrain ? null : `review ${task.repository.id}`;
    case 'explain':
      return `explain ${task.repository.id} ${task.comment.id} ${task.at}`;
    case 'forget-repository':
      return `forget ${task.repository.id}`;
    case 'forget-installation':
      return `forget installation ${task.installation}`;
    case 'begin-check':
    case 'command':
    case 'retrain':
    // a later one must not end what somebody pays for; what is under way is no other's to begin
    case 'specialize':
      return null;
    default:
      return task satisfies never;
  }
}

/** Done within seconds, in a line of its own. */
export function isQuick({ kind }: Task): boolean {
  return kind === 'begin-check' || kind === 'command' || kind === 'forget-repository' || kind === 'forget-installation';
}

/** Takes hours, most of which it waits: in a line of its own it keeps nothing else waiting. */
export function isTraining({ kind }: Task): boolean {
  return kind === 'specialize';
}
