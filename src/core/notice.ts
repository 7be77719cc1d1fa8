// What happened around a check that its reader should know. Facts alone: the words are src/report/notice-words.ts.

/** In the order in which they matter to a reader. */
export const NOTICES = [
  'gate-met',
  'model-unreachable',
  'superseded',
  'fork-by-shadow',
  'budget-spent',
  'ignored',
  'ledger-behind',
  'edits-settings',
  'read-only',
  'refused',
  'checkout-ignored',
] as const;

export type Notice =
  /** The team's own gate lets this check fail. `maximum-drop` is in points, both numbers positive. */
  | { readonly kind: 'gate-met'; readonly gate: 'stale' }
  | { readonly kind: 'gate-met'; readonly gate: 'maximum-drop'; readonly drop: number; readonly maximum: number }
  /** `detail`: what the provider said, one line. */
  | { readonly kind: 'model-unreachable'; readonly detail: string }
  /** Another head has taken the place of the one that was looked at; `null` when nobody knows which. */
  | { readonly kind: 'superseded'; readonly by: string | null }
  /** The shadow answered for a change from outside; a maintainer's label lets the model be called. `null`: there is no such label. */
  | { readonly kind: 'fork-by-shadow'; readonly label: string | null }
  /** `input`: what raises the budget. How many methods it left out is in the report. */
  | { readonly kind: 'budget-spent'; readonly input: string }
  /** People asked in comments to leave these paths out of the check of this pull request. */
  | { readonly kind: 'ignored'; readonly paths: readonly string[] }
  /** `ledger`: the commit that it stands at, which comes before the base, or is `elsewhere`: on another line, or gone. */
  | { readonly kind: 'ledger-behind'; readonly ledger: string; readonly where: 'before-base' | 'elsewhere' }
  /** The pull request changes the settings file or a workflow. */
  | { readonly kind: 'edits-settings'; readonly paths: readonly string[] }
  /** The token may not write, so there is no comment. */
  | { readonly kind: 'read-only' }
  /** The forge refused to take something, in its own words. */
  | {
      readonly kind: 'refused';
      readonly what: 'comment' | 'check-run' | 'issue' | 'data-branch' | 'dispatch';
      readonly reason: string;
    }
  /** There is a checkout in the workspace. */
  | { readonly kind: 'checkout-ignored' };

/** Those that matter most first; the order is the same whoever noticed what first. */
export function byWeight(notices: readonly Notice[]): Notice[] {
  return [...notices].sort((a, b) => NOTICES.indexOf(a.kind) - NOTICES.indexOf(b.kind));
}
