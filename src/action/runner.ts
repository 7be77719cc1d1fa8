// What the runner offers a step: its log, annotations, the job summary and outputs. No text from outside acts on it, and no
// secret goes out.

import { statSync } from 'node:fs';
import * as core from '@actions/core';
import { visible } from '../report/visible.ts';
import type { Secret, Secrets } from '../secrets.ts';
import { clipMarkdown } from './clip-markdown.ts';

/** A line of a file that an annotation stands at. */
export interface Place {
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** GitHub's limit for the summary of one step, in bytes of UTF-8; a longer one is not shown at all. */
export const SUMMARY_BYTES = 1024 * 1024;

export class Runner {
  readonly #secrets: Secrets;
  readonly #summaryFile: string;

  constructor(env: Readonly<Record<string, string | undefined>>, secrets: Secrets) {
    this.#secrets = secrets;
    this.#summaryFile = env.GITHUB_STEP_SUMMARY ?? '';
  }

  /** Has the runner itself mask a secret in every log from now on. Before anything else. */
  mask(secret: Secret): void {
    core.setSecret(secret.reveal());
  }

  /** Lines of the log. */
  say(text: string): void {
    const lines = this.#secrets.mask(text).split(/\r\n|[\r\n]/);
    process.stdout.write(`${lines.map(inertLine).join('\n')}\n`);
  }

  /** What `act` says is folded under a title. */
  async group<T>(title: string, act: () => Promise<T>): Promise<T> {
    core.startGroup(this.#clean(title));
    try {
      return await act();
    } finally {
      core.endGroup();
    }
  }

  notice(message: string, place?: Place): void {
    core.notice(this.#clean(message), this.#at(place));
  }

  warning(message: string, place?: Place): void {
    core.warning(this.#clean(message), this.#at(place));
  }

  /** An annotation; whether the step fails is for the exit code to say. */
  error(message: string, place?: Place): void {
    core.error(this.#clean(message), this.#at(place));
  }

  /**
   * Adds Markdown to the job summary, below what stands there: other runs of this Action in the same step may have
   * written. What does not fit is cut off, and that is said. `false` where the runner takes no summary.
   */
  async summarise(markdown: string): Promise<boolean> {
    if (this.#summaryFile === '') return false;
    const used = statSync(this.#summaryFile, { throwIfNoEntry: false })?.size;
    if (used === undefined) return false;
    const clipped = clipMarkdown(`${this.#secrets.mask(markdown).trimEnd()}\n\n`, SUMMARY_BYTES - used);
    if (clipped !== '') await core.summary.addRaw(clipped).write();
    return true;
  }

  /** Sets outputs of the step; each ends at a delimiter that nobody can guess. */
  setOutputs(outputs: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, this.#secrets.mask(value));
  }

  #clean(text: string): string {
    return visible(this.#secrets.mask(text));
  }

  #at(place: Place | undefined): core.AnnotationProperties {
    return place === undefined ? {} : { file: this.#clean(place.path), startLine: place.line };
  }
}

/**
 * A line that the runner reads as text. It takes a line for a command when it begins, white space aside, with `::`, and when
 * `##[` stands anywhere in it (its older form).
 */
function inertLine(line: string): string {
  return visible(line)
    .replace(/^\s*::/, (start) => start.replace('::', '\\::'))
    .replaceAll('##[', '##\\[');
}
