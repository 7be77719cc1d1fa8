// How the report page looks: light and dark, wide and narrow, on a screen and on paper.

export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #fdfcfa; --panel: #ffffff; --ink: #1f2328; --soft: #57606a; --rule: #d6d3cc; --link: #0a58ad;
  --bar: #6d8fb3; --bar-rest: #e6e3dc; --code: #f6f4ef; --focus: #0a58ad;
  --left: #fff1dc; --left-word: #ffd9a0; --right: #e3f0ff; --right-word: #b5d7ff; --row: #f4f1ea;
  --fresh: #1a7f37; --stale: #b42318; --unknown: #57606a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171a; --panel: #1b1f24; --ink: #e6e8ea; --soft: #a4adb8; --rule: #3a4048; --link: #7ab7ff;
    --bar: #5b86b5; --bar-rest: #2b3138; --code: #20252b; --focus: #7ab7ff;
    --left: #3a2c14; --left-word: #6b4c14; --right: #15293f; --right-word: #1f4d80; --row: #22272d;
    --fresh: #56d364; --stale: #ff8e84; --unknown: #a4adb8;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 4rem; max-width: 76rem; background: var(--page); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: break-word;
}
h1 { font-size: clamp(1.5rem, 3.4vw, 2.1rem); line-height: 1.25; margin: .2rem 0 .8rem; max-width: 50rem; text-wrap: balance; }
h2 { font-size: 1.3rem; margin: 3rem 0 .5rem; padding-top: 1rem; border-top: 1px solid var(--rule); }
h3 { font-size: 1.05rem; margin: 2rem 0 .4rem; }
p { max-width: 46rem; margin: .5rem 0; }
a { color: var(--link); }
code { font: .9em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.note, .kicker { color: var(--soft); }
.note { font-size: .92em; }
.kicker { margin: 0; }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip:not(:focus) { position: absolute; left: -200vw; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.verdict { border-inline-start: .4rem solid var(--unknown); padding-inline-start: 1rem; }
.verdict.fresh { border-color: var(--fresh); } .verdict.stale { border-color: var(--stale); }
.verdict.fresh .advice strong { color: var(--fresh); } .verdict.stale .advice strong { color: var(--stale); }
.advice { font-size: 1.1rem; }
nav.contents ul { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; padding: 0; margin: 1.2rem 0 0; list-style: none; }
figure { margin: 1rem 0; max-width: 50rem; }
figure svg { max-width: 100%; height: auto; display: block; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .4rem .7rem .4rem 0; border-bottom: 1px solid var(--rule); font-weight: normal; }
thead th { color: var(--soft); font-weight: 600; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.number:last-child { padding-inline-end: 0; }
table.few th + th, table.few td, table.few th + td { padding-inline-start: 1rem; }
.scroll { overflow-x: auto; }
.folder { display: block; font-size: .82em; line-height: 1.35; }
table.few { width: auto; min-width: min(30rem, 100%); }
table.rows { table-layout: auto; }
table.rows > tbody > tr > .text { overflow-wrap: anywhere; }
table.rows > tbody > tr:hover { background: var(--row); }
.bar { width: 4.5rem; height: .5rem; margin-inline-end: .6rem; background: var(--bar-rest); vertical-align: middle; }
.bar rect { fill: var(--bar); }
button, input, select { font: inherit; color: inherit; background: var(--panel); border: 1px solid var(--soft); border-radius: .3rem; padding: .25rem .6rem; }
[type="search"], select, .filters > button { min-height: 2.3rem; }
button { cursor: pointer; }
button[aria-disabled="true"] { color: var(--soft); border-style: dashed; cursor: default; }
thead button { border: 0; background: none; padding: 0; color: var(--link); font-weight: 600; text-align: inherit; white-space: nowrap; }
thead button::after { content: " \\2195"; color: var(--soft); }
[aria-sort="ascending"] button::after { content: " \\2191"; }
[aria-sort="descending"] button::after { content: " \\2193"; }
.opener { border: 0; background: none; padding: 0; color: var(--link); text-align: start; font: .9em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.opener::before { content: "\\25B8\\00a0"; } .opener[aria-expanded="true"]::before { content: "\\25BE\\00a0"; }
.under { background: var(--panel); padding: .6rem 1rem 1rem; }
.filters { display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: end; }
.filters p { margin: 0; display: flex; flex-direction: column; flex: 1 1 12rem; }
.filters p:nth-of-type(2) { flex: 0 1 9rem; }
fieldset { border: 0; padding: 0; margin: .5rem 0; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; }
fieldset label { white-space: nowrap; }
legend { float: left; padding: 0; margin-inline-end: 1rem; color: var(--soft); }
.pager { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; margin: .8rem 0; }
details.close-up { border-bottom: 1px solid var(--rule); padding: .4rem 0; }
summary { cursor: pointer; }
table.diff { table-layout: fixed; background: var(--code); border: 1px solid var(--rule); }
table.diff th { padding: .3rem .6rem; }
table.diff td { border: 0; padding: 0 .6rem 0 1.6rem; position: relative; }
table.diff td + td, table.diff th + th { border-inline-start: 1px solid var(--rule); }
table.diff code { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .82rem; }
.sign { position: absolute; inset-inline-start: .5rem; }
.left { background: var(--left); } .right { background: var(--right); }
del { background: var(--left-word); text-decoration: underline dashed; text-underline-offset: .2em; }
ins { background: var(--right-word); text-decoration: underline; text-underline-offset: .2em; }
footer { margin-top: 3rem; border-top: 1px solid var(--rule); color: var(--soft); }
@media (max-width: 44rem) {
  table.rows > thead > tr { display: flex; flex-wrap: wrap; gap: .2rem 1rem; border-bottom: 1px solid var(--rule); }
  table.rows > thead th { border: 0; padding: .2rem 0; }
  table.rows > tbody > tr { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding: .4rem 0; border-bottom: 1px solid var(--rule); }
  table.rows > tbody > tr > :is(th, td) { border: 0; padding: 0; min-width: 0; }
  table.diff, table.diff > tbody { display: block; }
  table.rows > tbody > tr > .text:nth-child(-n+2), table.rows .under { flex: 1 1 100%; }
  table.rows .number[data-label]::before { content: attr(data-label) " "; color: var(--soft); }
  .under { padding: .6rem 0; background: none; }
  table.diff tr, table.diff td { display: block; }
  table.rows, table.rows > tbody { display: block; }
  table.diff thead, table.diff .same td + td, table.diff .none { display: none; }
  table.diff td + td { border: 0; }
}
@media print { .filters, .pager, nav, .skip { display: none; } }
`;
