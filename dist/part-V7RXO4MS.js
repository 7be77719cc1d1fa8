import {
  EXIT_GATE_MET
} from "./part-SLVXMR6B.js";
import {
  readStatusInput,
  status
} from "./part-GOZVFQGO.js";
import "./part-VUPJTE2F.js";
import "./part-3I2IW2M3.js";
import "./part-WO6SO5ZM.js";
import "./part-RFF5HH7P.js";
import "./part-S3EEPIGF.js";
import "./part-K7QR6JXA.js";
import "./part-YKERSNSZ.js";
import "./part-T66FRT4H.js";
import "./part-7Y65QOXS.js";
import "./part-MK5JJYOD.js";
import "./part-W4UIRIKM.js";
import "./part-BQNKEVEG.js";
import "./part-PYY7FY3F.js";
import {
  DryRun
} from "./part-K2W7S7EY.js";
import {
  present
} from "./part-PDY2OYNG.js";
import "./part-NPRE7VGJ.js";
import "./part-YP5QORYE.js";
import "./part-Y2ATTVYL.js";
import "./part-IREIISAC.js";
import "./part-QFIKV4ZI.js";
import "./part-EIIWTEOH.js";
import "./part-SAAVUPU4.js";
import "./part-GZMXCIU6.js";
import "./part-N3MN6HD6.js";
import "./part-DA3YFMOL.js";
import "./part-5YJMR3U6.js";
import "./part-2AACQ4TA.js";
import "./part-4BS5H6Y3.js";
import "./part-3MRB6MT7.js";
import "./part-Z56BS6C5.js";
import "./part-GV6IPUYS.js";
import "./part-YGOHBTLK.js";

// src/cli/status.ts
async function runStatus(options, shell) {
  const dryRun = new DryRun(options);
  const report = await status(await readStatusInput(options, shell, dryRun));
  if (dryRun.isOn) return present(dryRun.report("status"), options, shell.environment);
  if (options.failOn !== void 0 && report.ledger?.verdict.kind === options.failOn) process.exitCode = EXIT_GATE_MET;
  await present(report, options, shell.environment);
}
export {
  runStatus
};
