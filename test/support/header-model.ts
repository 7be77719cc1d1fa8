// A model that looks at nothing but a unit's own signature and javadoc: what stands around it changes no answer.

import type { UnitHeader } from '../../src/core/unit.ts';
import type { CodeModel } from '../../src/ports.ts';
import { failed, modelThat, written } from './models.ts';

/** Answers by the header alone, some bodies long and some short; every eleventh name it refuses. */
export function headerModel(trainedAt: { revision: string; committedAt: string | null }): CodeModel {
  const model = modelThat(({ target }) => {
    const words = headerWords(target);
    if (words.length % 11 === 0) return failed('refused');
    const fields = target.parameters.map(({ name }) => `        this.${name} = ${name};\n`).join('');
    const result =
      target.returnType === 'void' ? '' : `        return ${target.name.slice(0, 1 + (words.length % 7))};\n`;
    return written(`{\n${fields}${result}    }`);
  });
  return { ...model, card: { ...model.card, trainedAt: { ...trainedAt, units: 0, files: 0 } } };
}

function headerWords({ name, parameters, returnType, modifiers, throws, javadoc }: UnitHeader): string {
  return JSON.stringify([name, parameters, returnType, modifiers, throws, javadoc]);
}
