// Month by month: how much still stands of the code of one day.

import { bodyPrints } from '../core/body-prints.ts';
import { linePrints } from '../core/line-prints.ts';
import type { LineCommit, MonthEnd } from '../core/month-ends.ts';
import type { LeftOut, Note } from '../core/report.ts';
import { isEmptyBody, isGeneratedText } from '../core/scope.ts';
import { type FileContent, type FileStep, type OriginFile, type Standing, Survivors } from '../core/survivors.ts';
import { bodyOf } from '../core/unit.ts';
import type { FileDifference, HistoryReader, Language, Progress } from '../ports.ts';
import { LeftOutCount } from './left-out.ts';
import { PathScopes, readMainSources } from './main-source.ts';
import { type ReadSource, readSource } from './read-sources.ts';

export interface MeasureSurvivalInput {
  readonly history: HistoryReader;
  /** The first day. */
  readonly origin: LineCommit;
  /** The later states, oldest first. */
  readonly ends: readonly MonthEnd[];
  readonly language: Language;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

export interface MeasuredSurvival {
  readonly files: number;
  /** What there was on the first day. */
  readonly start: Standing;
  /** What stands at each of the ends. */
  readonly standing: readonly Standing[];
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly Note[];
}

export async function measureSurvival(input: MeasureSurvivalInput): Promise<MeasuredSurvival> {
  const { history, origin, ends, language, progress, signal } = input;
  const options = { extensions: language.extensions, countLines: false };
  const { files, leftOut, notes } = await readFirstDay(input, options);
  const survivors = new Survivors(files);
  const start = survivors.standing();

  const trees = [origin.tree, ...ends.map(({ commit }) => commit.tree)];
  const pairs = ends.map(({ commit }, index) => ({ before: trees[index] ?? null, after: commit.tree }));
  const scopes = new PathScopes();
  const standing: Standing[] = [];
  progress.begin('following lines and methods', ends.length);
  for await (const differences of history.differences(pairs, options)) {
    const steps: FileStep[] = [];
    for await (const { file, text, isGenerated } of readMainSources(
      differences,
      history,
      scopes,
      keepsItsPlace(scopes),
    )) {
      signal.throwIfAborted();
      const content = text === null || isGenerated ? null : contentOf(text, language, survivors);
      const isSame = keepsItsPlace(scopes)(file);
      steps.push({
        before: file.before?.path ?? null,
        after: file.after?.path ?? null,
        content: isSame ? 'same' : content,
      });
    }
    survivors.step(steps);
    standing.push(survivors.standing());
    progress.advance();
  }
  progress.end();
  return { files: files.length, start, standing, leftOut, notes };
}

/** The same bytes under two paths that both count, or both do not. */
function keepsItsPlace(scopes: PathScopes) {
  return ({ before, after }: FileDifference) =>
    before !== null && before.blob === after?.blob && scopes.reason(before.path) === scopes.reason(after.path);
}

/** Of all prints in a file those that a method of the first day has. */
function contentOf(text: string, { tokenize }: Language, survivors: Survivors): FileContent {
  const methods = bodyPrints(tokenize(text), (name) => survivors.knowsName(name)).filter(({ print }) =>
    survivors.knows(print),
  );
  return { lines: linePrints(text), methods };
}

async function readFirstDay(
  { history, origin, language, progress, signal }: MeasureSurvivalInput,
  options: { readonly extensions: readonly string[]; readonly countLines: boolean },
) {
  const scopes = new PathScopes();
  const leftOut = new LeftOutCount();
  const notes: Note[] = [];
  const files: OriginFile[] = [];
  for await (const differences of history.differences([{ before: null, after: origin.tree }], options)) {
    const sides = differences.flatMap(({ after }) => (after === null ? [] : [after]));
    const counted = sides.filter(({ path }) => {
      const reason = scopes.reason(path);
      if (reason !== null) leftOut.file(reason);
      return reason === null;
    });
    progress.begin('reading the first day', counted.length);
    const blobs = history.blobs(counted.map(({ blob }) => blob))[Symbol.asyncIterator]();
    for (const { path } of counted) {
      signal.throwIfAborted();
      const bytes = (await blobs.next()).value ?? null;
      if (bytes === null) continue;
      const source = readSource(path, bytes, language);
      notes.push(...source.notes);
      const file = originFile(source, leftOut);
      if (file !== null) files.push(file);
      progress.advance();
    }
    progress.end();
  }
  return { files, leftOut: leftOut.rows(), notes };
}

/** `null` for a file without a text, or one that a program wrote. */
function originFile({ path, parsed, language }: ReadSource, leftOut: LeftOutCount): OriginFile | null {
  if (parsed === null) return null;
  if (isGeneratedText(parsed.text)) {
    leftOut.file('generated', parsed.units.length);
    return null;
  }
  const bodies = new Set<number>();
  for (const unit of parsed.units) {
    if (isEmptyBody(language.tokenize, bodyOf(parsed, unit))) leftOut.method('empty-body');
    else bodies.add(unit.body.start);
  }
  const methods = bodyPrints(language.tokenize(parsed.text)).filter(({ bodyStart }) => bodies.has(bodyStart));
  return { path, lines: linePrints(parsed.text), methods };
}
