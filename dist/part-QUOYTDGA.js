import {
  makeParentFolder,
  writeOutput
} from "./part-GV6IPUYS.js";

// src/cli/chart-files.ts
import { join } from "node:path";
async function writeCharts(folder, charts) {
  for (const [name, svg] of Object.entries(charts)) {
    const path = join(folder, name);
    await makeParentFolder(path);
    await writeOutput(path, svg);
    process.stderr.write(`wrote ${path}
`);
  }
}

export {
  writeCharts
};
