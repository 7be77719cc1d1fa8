// The unit to write, with everything that its place tells.

import { indentAt } from '../../core/layout.ts';
import type { Stub } from '../../core/stub.ts';
import type { Layout } from './layout.ts';
import { type UnitFacts, unitFacts } from './memory.ts';
import type { RetrievalIndex, WeighedHeader } from './retrieval.ts';
import type { VisibleFile } from './visible.ts';

/** For files that show no body to go by. */
const USUAL_INDENT = '    ';

export interface Query {
  readonly unit: UnitFacts;
  readonly header: WeighedHeader;
  readonly layout: Layout;
  readonly file: VisibleFile;
}

export function queryOf({ source, target }: Stub, file: VisibleFile, index: RetrievalIndex): Query {
  const unit = unitFacts(target, file.typeNamed(target.typeName));
  const layout = { indent: indentAt(source.text, target.declaration.start), lineEnd: file.lineEnd };
  return { unit, header: index.weigh(unit), layout, file };
}

/** A body of these statements, one a line, as it should stand in the file. */
export function writtenBody(statements: readonly string[], query: Query): string {
  const { indent, lineEnd } = query.layout;
  const lines = statements.map((statement) => indent + statementIndent(query) + statement);
  return ['{', ...lines, `${indent}}`].join(lineEnd);
}

/** How much further statements are indented than the declaration around them, as the file or the language does it. */
function statementIndent({ file }: Query): string {
  for (const unit of file.known) {
    const line = /\n([ \t]+)\S/.exec(unit.body)?.[1];
    if (line?.startsWith(unit.indent) && line.length > unit.indent.length) return line.slice(unit.indent.length);
  }
  return USUAL_INDENT;
}
