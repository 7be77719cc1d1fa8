// A run that goes on where an interrupted one stopped, and says so.

import type { ResumedJournal } from '../compose.ts';

/** Runs with the journal, which stays for the next run unless this one finished it. */
export async function resuming<Result>(
  journal: ResumedJournal,
  run: (journal: ResumedJournal) => Promise<Result>,
): Promise<Result> {
  if (journal.resumed > 0) process.stderr.write(`going on after ${journal.resumed} methods of an interrupted run\n`);
  try {
    return await run(journal);
  } finally {
    await journal.close();
  }
}
