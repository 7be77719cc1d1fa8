// The settings file that `palimpsest init` writes: every setting with its meaning, commented out at its default.

import { fileSettings, settingsSchema } from '../config.ts';

export function settingsTemplate(): string {
  const sections = settingsSchema.keyof().options.map((section) => {
    const settings = fileSettings().filter((setting) => setting.section === section);
    const lines = settings.map(({ key, byDefault, description }) => `  # ${description}\n  # ${key}: ${byDefault}\n`);
    return `# ${settingsSchema.shape[section].description ?? ''}\n${section}:\n${lines.join('')}`;
  });
  return [HEAD, ...sections].join('\n');
}

const HEAD = `# Settings of palimpsest. They count from the default branch on: a pull request cannot change how it is judged.
# Each line that is commented out shows its default. \`palimpsest config validate\` checks this file.
`;
