import{createRequire as palimpsestRequire}from'node:module';const require=palimpsestRequire(import.meta.url);
import{a as v,c as O}from"./part-STDQYGP2.js";import{g}from"./part-2UONGG5T.js";import{e as d,g as h,i as w,j as p,k as c,l as y}from"./part-2VS5GIDU.js";import{Z as $,d as f}from"./part-KO473PBV.js";import"./part-V5IT5AGE.js";import"./part-3XUHYIWF.js";import{a as b}from"./part-3FOFM3J2.js";import"./part-I3S3QS2G.js";import{A as _,z as S}from"./part-5KJDSHPL.js";import"./part-DDKB5SOM.js";import"./part-KATBHMVJ.js";import{a as l}from"./part-Q4HJVGHH.js";import"./part-Z3UEU5DF.js";import{join as q}from"node:path";function T(){let t=w.map(n=>{let i=p().filter(s=>s.section===n);return`# ${d[n].description}
${y(n)}:
${k(i,"  ")}`}),e=p().filter(({section:n})=>n===null);return[j,...t,...e.map(n=>k([n],""))].join(`
`)}function k(t,e){return t.map(({key:n,byDefault:i,description:s})=>`${e}# ${s}
${e}# ${n}: ${c(i)}
`).join("")}var j="# Settings of palimpsest. They count from the default branch on: a pull request cannot change how it is judged.\n# Each line that is commented out shows its default. `palimpsest config validate` checks this file.\n";var x="palimpsest/palimpsest@v1",R=".github/workflows/palimpsest.yml";function E(t){return`${F}
on:
  pull_request:
  merge_group:
  push:
    branches: [${/^[\w./-]+$/.test(t)?t:JSON.stringify(t)}]
  schedule:
    - cron: '17 4 * * 1'
  workflow_dispatch:
    inputs:
      retrain:
        description: Train the embedded model anew
        type: boolean
        default: false

permissions: {}

concurrency:
  group: palimpsest-\${{ github.event.pull_request.number || github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

jobs:
  check:
    if: github.event_name == 'pull_request' || github.event_name == 'merge_group'
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read
      pull-requests: write # the comment
      checks: write
    steps:
      - uses: ${x}

  keep:
    if: github.event_name != 'pull_request' && github.event_name != 'merge_group'
    runs-on: ubuntu-latest
    timeout-minutes: 60
    permissions:
      contents: write # ledger, history and badge, on the branch palimpsest-data
      issues: write # the one issue that says that it is time to train again
    steps:
      - uses: ${x}
`}var F=`# Does the project's code model still know the code? On a pull request: one comment, when there is something to say. On the
# default branch: ledger, history and badge. Each week: would training again help?
# It needs no checkout: it reads what it needs, and runs none of it.
name: Palimpsest
`;async function X(t,{repo:e}){let n=t===void 0?await A(e):v(await S(t),t);process.stdout.write(P(n,t??h))}async function A(t){let e=await f(t),n=await O(e.tree(await e.resolve(b)),"");if(n!==null)return n;throw new l("bad-settings-file",`there is no ${h} in ${e.root}`,"Write one with `palimpsest init`; without it every setting has its default.")}function P({given:t},e){let n=t.map(({setting:o,value:a})=>[o.path,$(c(a)),c(o.byDefault)]),i=Math.max(...n.map(([o])=>String(o).length)),s=n.map(([o,a,u])=>`  ${String(o).padEnd(i)}  ${a}  (default ${u})`),m=p().length-t.length,r=m===0?"nothing is left to its default":`${g(m,"setting")} left at the default`;return[`${e} is valid: ${g(t.length,"setting")} set, ${r}.`,...s,""].join(`
`)}async function Y({repo:t}){let e=await f(t);if(e.bare)throw new l("not-writable","a bare repository has no work tree","Run it in a clone with files.");let n=[{path:h,text:T(),what:"every setting, commented out at its default"},{path:R,text:E(await W(e)),what:"the GitHub Action, which needs nothing else; remove it where you do not use it"}],i=[],s=[];for(let{path:r,text:o,what:a}of n){let u=q(e.root,r);await _(u,o)?i.push(`Wrote ${u}: ${a}.
`):s.push(u)}if(i.length===0)throw new l("output-in-use",`${s.join(" and ")} exist and were left as they are`,"Check the settings with `palimpsest config validate`, or remove a file to have it written afresh.");let m=s.map(r=>`${r} exists and was left as it is.
`);process.stdout.write(`${i.join("")}${m.join("")}Settings count once they are on the default branch.
`)}async function W(t){try{return(await t.defaultBranch()).name.replace(/^origin\//,"")}catch(e){if(e instanceof l&&e.code==="no-default-branch")return"main";throw e}}export{Y as runInit,X as runValidate};
