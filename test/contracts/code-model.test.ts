// The CodeModel contract on every provider, and on the models that other tests use in their place.

import { embeddedModel, readMemory, saveMemory, trainMemory } from '../../src/models/embedded.ts';
import { java } from '../support/job-surroundings.ts';
import { failingModel, restoringModel } from '../support/models.ts';
import { languageModelOf, textModelThat } from '../support/text-models.ts';
import { codeModelContract } from './code-model.ts';

const origin = { project: 'library', revision: 'a'.repeat(40), committedAt: null };

codeModelContract('the embedded model', async (source) => embeddedModel(trainMemory([source], java, origin), java));
codeModelContract('the embedded model, read from its file', async (source) =>
  embeddedModel(readMemory(saveMemory(trainMemory([source], java, origin))), java),
);
codeModelContract('the embedded model that learned nothing', async () =>
  embeddedModel(trainMemory([], java, origin), java),
);
codeModelContract('a language model', async () =>
  languageModelOf(textModelThat(() => '{\n        return titles;\n    }')),
);
codeModelContract('a language model that cannot be reached', async () =>
  languageModelOf(textModelThat(() => ({ kind: 'failed', reason: 'error', detail: 'no server', fatal: true }))),
);
codeModelContract('a model that restores', async (source) => restoringModel([source]));
codeModelContract('a model that always fails', async () => failingModel());
