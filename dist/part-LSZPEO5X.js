// src/cli/journal.ts
async function resuming(journal, run) {
  if (journal.resumed > 0) process.stderr.write(`going on after ${journal.resumed} methods of an interrupted run
`);
  try {
    return await run(journal);
  } finally {
    await journal.close();
  }
}

export {
  resuming
};
