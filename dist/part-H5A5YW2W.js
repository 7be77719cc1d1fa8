import{b as r,c as o}from"./part-F63H4FPD.js";import{join as a}from"node:path";async function p(e,i){for(let[n,s]of Object.entries(i)){let t=a(e,n);await o(t),await r(t,s),process.stderr.write(`wrote ${t}
`)}}export{p as a};
