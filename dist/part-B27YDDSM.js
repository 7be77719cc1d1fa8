import {
  parseSettings,
  readSettings
} from "./part-YP5QORYE.js";
import {
  count
} from "./part-Y2ATTVYL.js";
import {
  SETTINGS_PATH,
  fileSettings,
  settingsSchema
} from "./part-IREIISAC.js";
import {
  WORKTREE,
  openRepository
} from "./part-5YJMR3U6.js";
import "./part-2AACQ4TA.js";
import "./part-4BS5H6Y3.js";
import {
  createSettingsFile,
  readSettingsFile
} from "./part-GV6IPUYS.js";
import {
  ExpectedFailure
} from "./part-YGOHBTLK.js";

// src/cli/config.ts
import { join } from "node:path";

// src/config/template.ts
function settingsTemplate() {
  const sections = settingsSchema.keyof().options.map((section) => {
    const settings = fileSettings().filter((setting) => setting.section === section);
    const lines = settings.map(({ key, byDefault, description }) => `  # ${description}
  # ${key}: ${byDefault}
`);
    return `# ${settingsSchema.shape[section].description ?? ""}
${section}:
${lines.join("")}`;
  });
  return [HEAD, ...sections].join("\n");
}
var HEAD = `# Settings of palimpsest. They count from the default branch on: a pull request cannot change how it is judged.
# Each line that is commented out shows its default. \`palimpsest config validate\` checks this file.
`;

// src/cli/config.ts
async function runValidate(file, { repo }) {
  const parsed = file === void 0 ? await ofWorkTree(repo) : parseSettings(await readSettingsFile(file), file);
  process.stdout.write(summaryOf(parsed, file ?? SETTINGS_PATH));
}
async function ofWorkTree(repo) {
  const repository = await openRepository(repo);
  const found = await readSettings(repository.tree(await repository.resolve(WORKTREE)), "");
  if (found !== null) return found;
  throw new ExpectedFailure(
    "bad-settings-file",
    `there is no ${SETTINGS_PATH} in ${repository.root}`,
    "Write one with `palimpsest init`; without it every setting has its default."
  );
}
function summaryOf({ given }, name) {
  const rows = given.map(({ setting, value }) => [`${setting.section}.${setting.key}`, value, setting.byDefault]);
  const width = Math.max(...rows.map(([key]) => String(key).length));
  const lines = rows.map(
    ([key, value, byDefault]) => `  ${String(key).padEnd(width)}  ${value}  (default ${byDefault})`
  );
  const others = fileSettings().length - given.length;
  const rest = others === 0 ? "nothing is left to its default" : `${count(others, "setting")} left at the default`;
  return [`${name} is valid: ${count(given.length, "setting")} set, ${rest}.`, ...lines, ""].join("\n");
}
async function runInit({ repo }) {
  const repository = await openRepository(repo);
  if (repository.bare) {
    throw new ExpectedFailure("not-writable", "a bare repository has no work tree", "Run it in a clone with files.");
  }
  const path = join(repository.root, SETTINGS_PATH);
  if (!await createSettingsFile(path, settingsTemplate())) {
    throw new ExpectedFailure(
      "output-in-use",
      `${path} exists and was left as it is`,
      "Check it with `palimpsest config validate`, or remove it to start afresh."
    );
  }
  process.stdout.write(`Wrote ${path}: every setting, commented out at its default.
`);
  process.stdout.write("It counts once it is on the default branch.\n");
}
export {
  runInit,
  runValidate
};
