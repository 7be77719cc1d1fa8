// The settings file that `palimpsest init` writes: every setting with its meaning, commented out at its default.

import { type FileSetting, fileSettings, kebabCase, SECTION_NAMES, writtenValue } from '../config.ts';
import { SECTIONS } from './sections.ts';

export function settingsTemplate(): string {
  const sections = SECTION_NAMES.map((section) => {
    const settings = fileSettings().filter((setting) => setting.section === section);
    return `# ${SECTIONS[section].description}\n${kebabCase(section)}:\n${linesOf(settings, '  ')}`;
  });
  const top = fileSettings().filter(({ section }) => section === null);
  return [HEAD, ...sections, ...top.map((setting) => linesOf([setting], ''))].join('\n');
}

function linesOf(settings: readonly FileSetting[], indent: string): string {
  return settings
    .map(
      ({ key, byDefault, description }) => `${indent}# ${description}\n${indent}# ${key}: ${writtenValue(byDefault)}\n`,
    )
    .join('');
}

const HEAD = `# Settings of palimpsest. They count from the default branch on: a pull request cannot change how it is judged.
# Each line that is commented out shows its default. \`palimpsest config validate\` checks this file.
`;
