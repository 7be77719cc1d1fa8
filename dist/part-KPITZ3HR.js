import{createRequire as palimpsestRequire}from'node:module';const require=palimpsestRequire(import.meta.url);
import{b as r,c as o}from"./part-5KJDSHPL.js";import{join as a}from"node:path";async function p(e,i){for(let[n,s]of Object.entries(i)){let t=a(e,n);await o(t),await r(t,s),process.stderr.write(`wrote ${t}
`)}}export{p as a};
