import{createRequire as palimpsestRequire}from'node:module';const require=palimpsestRequire(import.meta.url);
import{i as a,k as b}from"./part-TZNLDPIZ.js";import"./part-OCGJBIWV.js";import"./part-XMTHNLUF.js";import"./part-Q4HJVGHH.js";import"./part-Z3UEU5DF.js";export{b as composeGitHub,a as connect};
