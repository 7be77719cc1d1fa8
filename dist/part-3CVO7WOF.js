import{a as O,d as k}from"./part-C7KWDO72.js";import{c as d}from"./part-6JZWNUCO.js";import"./part-AHASUGKF.js";import{a as S}from"./part-7ANVEJNY.js";import{b as y,d as h,f as b,g as p,h as c,i as $}from"./part-74FUXH3U.js";import"./part-53V2JXVV.js";import"./part-LKZOHCDG.js";import"./part-V5IT5AGE.js";import"./part-I3S3QS2G.js";import"./part-MQ53BRQE.js";import{g}from"./part-33LDMUBT.js";import"./part-SZYEVXFG.js";import"./part-I5X4L34O.js";import"./part-PB3RE7YZ.js";import"./part-LGSCPJVM.js";import{a as w}from"./part-IEUE6N3D.js";import"./part-S55KNYVT.js";import"./part-3IO3R4JH.js";import"./part-HNPJWEEV.js";import"./part-EQCUD5WJ.js";import{o as _,p as v}from"./part-F63H4FPD.js";import"./part-HPIX4ISY.js";import"./part-KATBHMVJ.js";import"./part-FINRNXEY.js";import"./part-DDKB5SOM.js";import{a as u}from"./part-LI5VOMHE.js";import"./part-Z3UEU5DF.js";import{join as P}from"node:path";function x(){let t=b.map(e=>{let o=p().filter(s=>s.section===e);return`# ${y[e].description}
${$(e)}:
${T(o,"  ")}`}),n=p().filter(({section:e})=>e===null);return[q,...t,...n.map(e=>T([e],""))].join(`
`)}function T(t,n){return t.map(({key:e,byDefault:o,description:s})=>`${n}# ${s}
${n}# ${e}: ${c(o)}
`).join("")}var q="# Settings of palimpsest. They count from the default branch on: a pull request cannot change how it is judged.\n# Each line that is commented out shows its default. `palimpsest config validate` checks this file.\n";var R="palimpsest/palimpsest@v1",E=".github/workflows/palimpsest.yml";function j(t){return`${A}
on:
  pull_request:
    types: [opened, synchronize, reopened, ready_for_review]
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
  group: palimpsest-\${{ github.event_name }}-\${{ github.event.pull_request.number || github.ref }}
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
      - uses: ${R}

  keep:
    if: github.event_name != 'pull_request' && github.event_name != 'merge_group'
    runs-on: ubuntu-latest
    timeout-minutes: 60
    permissions:
      contents: write # ledger, history and badge, on the branch palimpsest-data
      issues: write # the one issue that says that it is time to train again
    steps:
      - uses: ${R}
`}var A=`# Does the project's code model still know the code? On a pull request: one comment, when there is something to say. On the
# default branch: ledger, history and badge. Each week: would training again help?
# It needs no checkout: it reads what it needs, and runs none of it.
name: Palimpsest
`;async function Z(t,{repo:n}){let e=t===void 0?await W(n):O(await _(t),t);process.stdout.write(K(e,t??h))}async function W(t){let n=await d(t),e=await k(n.tree(await n.resolve(S)),"");if(e!==null)return e;throw new u("bad-settings-file",`there is no ${h} in ${n.root}`,"Write one with `palimpsest init`; without it every setting has its default.")}function K({given:t},n){let e=t.map(({setting:i,value:r})=>[i.path,w(c(r)),c(i.byDefault)]),o=Math.max(...e.map(([i])=>String(i).length)),s=e.map(([i,r,m])=>`  ${String(i).padEnd(o)}  ${r}  (default ${m})`),a=p().length-t.length,l=a===0?"nothing is left to its default":`${g(a,"setting")} left at the default`;return[`${n} is valid: ${g(t.length,"setting")} set, ${l}.`,...s,""].join(`
`)}async function tt({repo:t}){let n=await d(t);if(n.bare)throw new u("not-writable","a bare repository has no work tree","Run it in a clone with files.");let e=await H(n),o=e.isKnown?"":", for this clone does not tell which is the default branch",s=[{path:h,text:x(),what:"every setting, commented out at its default"},{path:E,text:j(e.name),what:`the GitHub Action, on the branch ${w(e.name)}${o}; remove it where you do not use it`}],a=[],l=[];for(let{path:r,text:m,what:F}of s){let f=P(n.root,r);await v(f,m)?a.push(`Wrote ${f}: ${F}.
`):l.push(f)}if(a.length===0)throw new u("output-in-use",`${l.join(" and ")} exist and were left as they are`,"Check the settings with `palimpsest config validate`, or remove a file to have it written afresh.");let i=l.map(r=>`${r} exists and was left as it is.
`);process.stdout.write(`${a.join("")}${i.join("")}Settings count once they are on the default branch.
`)}async function H(t){try{return{name:(await t.defaultBranch()).name.replace(/^origin\//,""),isKnown:!0}}catch(n){if(n instanceof u&&n.code==="no-default-branch")return{name:"main",isKnown:!1};throw n}}export{tt as runInit,Z as runValidate};
