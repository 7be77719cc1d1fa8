// Which remembered method is nearest to one that is to be written, for whoever wants to know where an answer comes from.

import { expect, it } from 'vitest';
import { stubInPlace } from '../../../src/core/stub.ts';
import { embeddedModel, trainMemory } from '../../../src/models/embedded.ts';
import { java } from '../../support/job-surroundings.ts';

const SHELF = 'src/main/java/library/Shelf.java';
const shelf = java.parse(
  SHELF,
  'package library;\nclass Shelf {\n    int countTitles(String author) { return 7; }\n    void burn() { throw null; }\n}\n',
);
const origin = { project: 'library', revision: 'r', committedAt: null };
const model = embeddedModel(trainMemory([shelf], java, origin), java);

function stubOf(path: string, method: string) {
  const source = java.parse(path, `package library;\nclass Case {\n    ${method}\n}\n`);
  const [unit] = source.units;
  if (unit === undefined) throw new Error('there is a method');
  return stubInPlace(source, unit);
}

it('is the one with the header most like it, with its body as it was learned', async () => {
  const near = await model.nearest?.(
    stubOf('src/main/java/library/Case.java', 'int countTitles(String writer) { return 0; }'),
  );
  expect(near).toMatchObject({ id: `${SHELF}#Shelf.countTitles(String)`, path: SHELF, body: '{ return 7; }' });
  expect(near?.similarity).toBeGreaterThan(0.3);
  expect(near?.similarity).toBeLessThan(1);
});

it('is itself, where it is remembered', async () => {
  const [unit] = shelf.units;
  const near = unit && (await model.nearest?.(stubInPlace(shelf, unit)));
  expect(near).toMatchObject({ id: unit?.id, similarity: expect.closeTo(1) });
});

it('is nothing, where nothing is remembered', async () => {
  const empty = embeddedModel(trainMemory([], java, origin), java);
  expect(await empty.nearest?.(stubOf('Case.java', 'void burn() { }'))).toBeNull();
});
