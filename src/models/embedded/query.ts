// The unit to write, with everything that its place tells.

import type { Stub } from '../../core/stub.ts';
import type { MethodUnit } from '../../core/unit.ts';
import { indentAt, type Layout } from './layout.ts';
import { type UnitFacts, unitFacts } from './memory.ts';
import type { RetrievalIndex, WeighedHeader } from './retrieval.ts';
import type { VisibleFile } from './visible.ts';

export interface Query {
  readonly unit: UnitFacts;
  readonly header: WeighedHeader;
  readonly layout: Layout;
  readonly file: VisibleFile;
}

export function queryOf({ source, target }: Stub, file: VisibleFile, index: RetrievalIndex): Query {
  const unit = unitFacts(target, file.typeNamed(target.typeName));
  return { unit, header: index.weigh(unit), layout: layoutOf(source.text, target, file), file };
}

function layoutOf(text: string, target: MethodUnit, file: VisibleFile): Layout {
  return { indent: indentAt(text, target.declaration.start), lineEnd: file.lineEnd };
}
