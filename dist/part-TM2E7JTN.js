import{a as v,d as O}from"./part-HSVUCZU2.js";import{g as d}from"./part-33LDMUBT.js";import{d as f}from"./part-5II3MJYM.js";import"./part-DEGNDAOC.js";import"./part-VKF7QNVZ.js";import"./part-AHASUGKF.js";import"./part-H3OQTA3E.js";import"./part-LGSCPJVM.js";import{a as b}from"./part-7ANVEJNY.js";import{b as g,d as m,f as w,g as l,h as c,i as y}from"./part-U2FGFOUJ.js";import"./part-53V2JXVV.js";import"./part-LKZOHCDG.js";import{a as $}from"./part-IEUE6N3D.js";import"./part-V5IT5AGE.js";import"./part-S55KNYVT.js";import"./part-75KQRDMT.js";import"./part-HNPJWEEV.js";import"./part-I3S3QS2G.js";import{s as S,t as _}from"./part-7DUVEHDP.js";import"./part-MQ53BRQE.js";import"./part-HPIX4ISY.js";import"./part-FINRNXEY.js";import"./part-KATBHMVJ.js";import"./part-DDKB5SOM.js";import{a as u}from"./part-Q4HJVGHH.js";import"./part-Z3UEU5DF.js";import{join as q}from"node:path";function T(){let t=w.map(n=>{let i=l().filter(s=>s.section===n);return`# ${g[n].description}
${y(n)}:
${k(i,"  ")}`}),e=l().filter(({section:n})=>n===null);return[j,...t,...e.map(n=>k([n],""))].join(`
`)}function k(t,e){return t.map(({key:n,byDefault:i,description:s})=>`${e}# ${s}
${e}# ${n}: ${c(i)}
`).join("")}var j="# Settings of palimpsest. They count from the default branch on: a pull request cannot change how it is judged.\n# Each line that is commented out shows its default. `palimpsest config validate` checks this file.\n";var x="palimpsest/palimpsest@v1",R=".github/workflows/palimpsest.yml";function E(t){return`${F}
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
`;async function X(t,{repo:e}){let n=t===void 0?await A(e):v(await S(t),t);process.stdout.write(P(n,t??m))}async function A(t){let e=await f(t),n=await O(e.tree(await e.resolve(b)),"");if(n!==null)return n;throw new u("bad-settings-file",`there is no ${m} in ${e.root}`,"Write one with `palimpsest init`; without it every setting has its default.")}function P({given:t},e){let n=t.map(({setting:o,value:a})=>[o.path,$(c(a)),c(o.byDefault)]),i=Math.max(...n.map(([o])=>String(o).length)),s=n.map(([o,a,p])=>`  ${String(o).padEnd(i)}  ${a}  (default ${p})`),h=l().length-t.length,r=h===0?"nothing is left to its default":`${d(h,"setting")} left at the default`;return[`${e} is valid: ${d(t.length,"setting")} set, ${r}.`,...s,""].join(`
`)}async function Y({repo:t}){let e=await f(t);if(e.bare)throw new u("not-writable","a bare repository has no work tree","Run it in a clone with files.");let n=[{path:m,text:T(),what:"every setting, commented out at its default"},{path:R,text:E(await W(e)),what:"the GitHub Action, which needs nothing else; remove it where you do not use it"}],i=[],s=[];for(let{path:r,text:o,what:a}of n){let p=q(e.root,r);await _(p,o)?i.push(`Wrote ${p}: ${a}.
`):s.push(p)}if(i.length===0)throw new u("output-in-use",`${s.join(" and ")} exist and were left as they are`,"Check the settings with `palimpsest config validate`, or remove a file to have it written afresh.");let h=s.map(r=>`${r} exists and was left as it is.
`);process.stdout.write(`${i.join("")}${h.join("")}Settings count once they are on the default branch.
`)}async function W(t){try{return(await t.defaultBranch()).name.replace(/^origin\//,"")}catch(e){if(e instanceof u&&e.code==="no-default-branch")return"main";throw e}}export{Y as runInit,X as runValidate};
