// What an event asks for, decided before anything runs.

/** What one run of the Action does. */
export type Activity =
  | {
      readonly kind: 'check';
      readonly pullRequest: number;
      /** The head that the event is about; by the time of the run another one may be in its place. */
      readonly head: string;
      /** `summary`: the token of this event may not write, so the report goes to the job summary alone. */
      readonly voice: 'everywhere' | 'summary';
      /** `shadow`: a change of somebody who may not spend the team's money; a hosted model is not called for it. */
      readonly trust: 'trusted' | 'shadow';
      /** A label that somebody put on this very head; whether it lets the hosted model be called is for the job to find out. */
      readonly approval: { readonly label: string; readonly by: string } | null;
    }
  /** The pull request is looked up by the head; nothing else of that run counts. */
  | { readonly kind: 'check-of-workflow-run'; readonly headRevision: string; readonly headRepository: string }
  | { readonly kind: 'keep-ledger'; readonly revision: string }
  /** `retrain`: somebody asked that the embedded model be trained anew at the head of the default branch. */
  | { readonly kind: 'review'; readonly retrain: boolean }
  | { readonly kind: 'merge-group'; readonly revision: string }
  | { readonly kind: 'nothing'; readonly message: string };
