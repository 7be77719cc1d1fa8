import {
  train
} from "./part-PYY7FY3F.js";
import {
  composeTraining
} from "./part-5YJMR3U6.js";

// src/cli/models.ts
async function trainOnRevision(repository, revision, { languages, progress, signal }) {
  const trained = await train({
    tree: repository.tree(revision),
    origin: { project: await repository.identity(), revision: revision.hash, committedAt: revision.committedAt },
    scope: "main",
    languages,
    training: composeTraining(languages),
    progress,
    signal
  });
  return trained.model;
}
async function trainOnDirectory(tree, directory, { languages, progress, signal }) {
  const trained = await train({
    tree,
    origin: { project: null, revision: directory, committedAt: null },
    scope: "whole",
    languages,
    training: composeTraining(languages),
    progress,
    signal
  });
  return trained.model;
}

export {
  trainOnRevision,
  trainOnDirectory
};
