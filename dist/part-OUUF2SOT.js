import{createRequire as palimpsestRequire}from'node:module';const require=palimpsestRequire(import.meta.url);
import{i as a,k as b}from"./part-R6H2FZHI.js";import"./part-I3S3QS2G.js";import"./part-KATBHMVJ.js";import"./part-Q4HJVGHH.js";import"./part-Z3UEU5DF.js";export{b as composeGitHub,a as connect};
