import {
  ledgerBusy
} from "./part-E44BTI3T.js";
import "./part-EWY3YAPM.js";
import {
  readStatusInput,
  status
} from "./part-GOZVFQGO.js";
import {
  churnChart,
  freshnessChart,
  survivalChart
} from "./part-STQDZBVZ.js";
import "./part-V6O3WSSA.js";
import "./part-VUPJTE2F.js";
import "./part-3I2IW2M3.js";
import {
  filesIn,
  ledgerMeans,
  statusOf
} from "./part-WO6SO5ZM.js";
import "./part-RFF5HH7P.js";
import "./part-S3EEPIGF.js";
import "./part-K7QR6JXA.js";
import "./part-YKERSNSZ.js";
import "./part-T66FRT4H.js";
import "./part-7Y65QOXS.js";
import "./part-MK5JJYOD.js";
import {
  rewrite
} from "./part-W4UIRIKM.js";
import "./part-BQNKEVEG.js";
import "./part-PYY7FY3F.js";
import {
  DryRun
} from "./part-K2W7S7EY.js";
import {
  FRESHNESS_PARTS,
  ageSentence,
  dedent,
  driftSentences,
  forecastSentences,
  gainHeadings,
  gainRows,
  gainSentences,
  ledgerSentences,
  lineDiff,
  linesOf,
  meansSentence,
  packageName,
  predecessorSentences,
  present,
  reasonSentences,
  recommendationWords,
  shownPoints,
  statusHeadline,
  yearlyWords
} from "./part-PDY2OYNG.js";
import {
  isShadow,
  modelInWords,
  shadowSentence
} from "./part-NPRE7VGJ.js";
import "./part-YP5QORYE.js";
import {
  NO_VALUE,
  count,
  failureWords,
  grouped,
  list,
  percent,
  revisionWithHash,
  shortRevision,
  spokenName
} from "./part-Y2ATTVYL.js";
import "./part-IREIISAC.js";
import "./part-QFIKV4ZI.js";
import {
  readSources
} from "./part-EIIWTEOH.js";
import "./part-SAAVUPU4.js";
import {
  packageByPath
} from "./part-GZMXCIU6.js";
import {
  measureBody
} from "./part-N3MN6HD6.js";
import "./part-DA3YFMOL.js";
import {
  compareText,
  visible,
  visibleCode
} from "./part-5YJMR3U6.js";
import "./part-2AACQ4TA.js";
import "./part-4BS5H6Y3.js";
import "./part-3MRB6MT7.js";
import {
  EMPTY_BODY,
  stubInPlace
} from "./part-Z56BS6C5.js";
import {
  bodyOf,
  makeParentFolder,
  writeOutput
} from "./part-GV6IPUYS.js";
import {
  ExpectedFailure
} from "./part-YGOHBTLK.js";

// src/cli/report.ts
import { basename, join } from "node:path";

// src/core/ledger-places.ts
function placesOf(files, { units, baseline, freshness }, nameOf) {
  const places = /* @__PURE__ */ new Map();
  const at = (path) => {
    const name = nameOf(path);
    const known = places.get(name) ?? new PlaceSum(baseline.value);
    places.set(name, known);
    return known;
  };
  for (const file of files) {
    for (const unit of file.units) at(file.path).add(unit);
    for (const departed of file.departed) at(file.path).leave(departed);
  }
  const point = freshness === null ? null : 100 / (units * baseline.value);
  return [...places].map(([name, sum]) => sum.place(name, point)).sort((a, b) => compareText(a.name, b.name));
}
var PlaceSum = class {
  #baseline;
  #failed = 0;
  /** Units whose score stands for certain, and those of which a part was drawn. */
  #rescored = { units: 0, scored: 0, sum: 0 };
  #untouched = { units: 0, scored: 0, sum: 0 };
  /** Of similarity, summed over units. */
  #moved = 0;
  constructor(baseline) {
    this.#baseline = baseline;
  }
  add({ score, trained, rescored }) {
    const part = rescored ? this.#rescored : this.#untouched;
    part.units++;
    if (score === null) return;
    part.scored++;
    part.sum += score.similarity;
    if (score.failed) this.#failed++;
    if (rescored) this.#moved += score.similarity - (trained?.similarity ?? this.#baseline);
  }
  leave({ similarity }) {
    this.#moved += this.#baseline - (similarity ?? this.#baseline);
  }
  place(name, point) {
    const [certain, drawn] = [this.#rescored, this.#untouched];
    const units = certain.units + drawn.units;
    const isKnown = units > 0 && (drawn.units === 0 || drawn.scored > 0);
    const ofDrawn = drawn.scored === 0 ? 0 : drawn.sum / drawn.scored * drawn.units;
    return {
      name,
      units,
      scored: certain.scored + drawn.scored,
      failed: this.#failed,
      similarity: isKnown ? (certain.sum + ofDrawn) / units : null,
      points: point === null ? null : point * this.#moved
    };
  }
};

// src/core/report-page.ts
function inventoryOf(files, means) {
  const inOrder = [...files].sort((a, b) => compareText(a.path, b.path));
  const units = inOrder.flatMap(
    (file) => file.units.map((unit) => {
      const { id, path, score } = unit;
      return {
        id,
        path,
        status: statusOf(unit),
        similarity: score?.similarity ?? null,
        failed: score?.failed ?? false
      };
    })
  );
  return {
    units,
    packages: placesOf(inOrder, means, packageByPath),
    files: placesOf(inOrder, means, (path) => path)
  };
}
function leastKnown(units, most) {
  return units.filter(({ similarity }) => similarity !== null).sort((a, b) => (a.similarity ?? 0) - (b.similarity ?? 0) || compareText(a.id, b.id)).slice(0, most);
}

// src/jobs/close-ups.ts
async function closeUpsOf(units, { model: owner, standsAt }, input) {
  const { repository, model, progress, signal, closeUps: asked } = input;
  if (asked === 0) return { kind: "left-out", reason: "not-asked" };
  if (owner.fingerprint !== model.card.fingerprint) return { kind: "left-out", reason: "ledger-of-another-model" };
  const revision = await resolveKnown(repository, standsAt.revision);
  if (revision === null) return { kind: "left-out", reason: "revision-missing" };
  const wanted = leastKnown(units, asked);
  const tasks = await tasksFor(wanted, revision, input);
  const scores = new Map(wanted.map(({ id, similarity }) => [id, similarity ?? 0]));
  const made = /* @__PURE__ */ new Map();
  progress.begin("writing again", tasks.length);
  const rewriting = { model, samples: 1, signal, progress, journal: null };
  for await (const { item, regeneration } of rewrite(tasks, rewriting)) {
    if (regeneration.kind === "unasked") continue;
    const { id, path, line } = item.unit;
    const body = bodyOf(item.source, item.unit);
    const written = regeneration.kind === "regenerated" ? regeneration.body : EMPTY_BODY;
    const { similarity } = measureBody(body, written);
    made.set(id, { id, path, line, body, regeneration, scored: scores.get(id) ?? 0, similarity });
  }
  progress.end();
  return { kind: "made", asked, units: wanted.flatMap(({ id }) => made.get(id) ?? []) };
}
async function resolveKnown(repository, revision) {
  try {
    return await repository.resolve(revision);
  } catch (error) {
    if (error instanceof ExpectedFailure) return null;
    throw error;
  }
}
async function tasksFor(wanted, revision, { repository, languages, signal }) {
  const ids = new Set(wanted.map(({ id }) => id));
  const paths = [...new Set(wanted.map(({ path }) => path))].sort();
  const tasks = [];
  for await (const { parsed } of readSources(repository.tree(revision), paths, languages, signal)) {
    if (parsed === null) continue;
    for (const unit of parsed.units.filter(({ id }) => ids.has(id))) {
      tasks.push({ unit, source: parsed, stub: stubInPlace(parsed, unit) });
    }
  }
  return tasks;
}

// src/jobs/inventory.ts
async function takeInventory({ model, standsAt }, input) {
  const stored = await input.store.load(model.fingerprint);
  if (stored === null || stored.head.standsAt.revision !== standsAt.revision) throw ledgerBusy();
  const { head } = stored;
  const files = filesIn(await stored.shards(Object.keys(head.shards)));
  const inventory = inventoryOf([...files.values()], ledgerMeans(head));
  return { ...inventory, closeUps: await closeUpsOf(inventory.units, head, input) };
}

// src/jobs/report.ts
async function report(input) {
  const standing = await status(input);
  const inventory = standing.ledger === null ? null : await takeInventory(standing.ledger, input);
  return { project: input.project, status: standing, inventory };
}

// src/report/html/page.ts
import { createHash } from "node:crypto";

// src/report/html/client.generated.ts
var CLIENT_SCRIPT = '"use strict";(()=>{function s(n,e={},...r){let t=document.createElement(n);for(let[o,i]of Object.entries(e))typeof i=="function"?t.addEventListener(o,i):i!==!1&&t.setAttribute(o,i===!0?"":String(i));return t.append(...r),t}function x(n){let e=document.getElementById(n);if(e===null)throw new Error(`the page has no #${n}`);return e}var M="http://www.w3.org/2000/svg";function g(n){let e=document.createElementNS(M,"svg");e.setAttribute("class","bar"),e.setAttribute("viewBox","0 0 100 8"),e.setAttribute("preserveAspectRatio","none"),e.setAttribute("aria-hidden","true");let r=document.createElementNS(M,"rect");return r.setAttribute("width",String(100*n)),r.setAttribute("height","8"),e.append(r),e}var L=["unchanged","modified","new"];function R(n,e){return`unit=${encodeURIComponent(`${n}#${e}`)}`}function U(n){let{packages:e,folders:r,files:t}=JSON.parse(n),o=[],i=[];for(let[l,d,u,c]of t){let[h,D]=r[l]??["",0],w=h+d,W=e[D]?.[0]??"";o.push(I(w,u));for(let[S,T,k]of c)i.push({name:S,path:w,packageName:W,status:L[T%4]??"",failed:T>=4,similarity:k===-1?null:k/1e4,text:`${w}#${S}`.toLowerCase()})}return{packages:e.map(([l,...d])=>I(l,d)),files:o,units:i}}function I(n,[e,r,t,o,i]){return{name:n,units:e,scored:r,failed:t,similarity:o,points:i}}var v="–";function y(n){if(n===null)return v;let e=n*100,r=e.toFixed(0);return`${!j(Number(r))||Number(r)===e?P(r):K(e,1,100)} %`}function m(n){return n.replace(/\\B(?=(\\d{3})+(?!\\d))/g,",")}function j(n){return n===0||Math.abs(n)===100}function K(n,e,r){let t=Number(n.toFixed(e)),o=10**-e;if(t!==n&&t===0)return n>0?`< ${o.toFixed(e)}`:`> -${o.toFixed(e)}`;if(t===r&&n<r)return`> ${(r-o).toFixed(e)}`;let[i="",a]=P(n.toFixed(e)).split(".");return a===void 0?m(i):`${m(i)}.${a}`}function P(n){return Number(n)===0?n.replace("-",""):n}function O(n){if(n===null)return v;let e=n.toFixed(2);return Number(e)!==0?n>0?`+${e}`:e:Math.abs(n)<q?"0":n>0?"< +0.01":"> -0.01"}var q=1e-9;var f=50,p=class{element;#t;#e;#n=s("tbody");#r=s("p",{role:"status"});#o;#a=[];#s=[];#i=()=>!0;#l=0;#d;constructor(e){this.#t=e,this.#d=e.sortedBy,this.#e=e.columns.map((t,o)=>s("th",{scope:"col",class:t.kind},s("button",{type:"button",click:()=>this.#m(o)},t.label))),this.#o=new N(e.noun,t=>this.#c(t));let r=s("table",{id:e.id,class:"rows"},s("caption",{class:"vh"},e.caption),s("thead",{},s("tr",{},...this.#e)),this.#n);this.element=s("div",{},this.#r,r,this.#o.element),this.#u()}narrow(e){this.#i=e,this.#s=this.#a.filter(e),this.#c(0)}reveal(e){let r=this.#s.indexOf(e);if(r<0)return;this.#c(Math.floor(r/f));let t=this.#n.rows[r%f]?.querySelector("button");t?.click(),t?.focus(),t?.scrollIntoView({block:"center"})}#m(e){let{column:r,direction:t}=this.#d,o=t==="ascending"?"descending":"ascending",i=this.#t.columns[e]?.first??"ascending";this.#d={column:e,direction:e===r?o:i},this.#u()}#u(){let{column:e,direction:r}=this.#d,t=this.#t.columns[e]?.value??(()=>null),o=r==="ascending"?1:-1;this.#a=[...this.#t.rows].sort((i,a)=>G(t(i),t(a),o));for(let[i,a]of this.#e.entries())i===e?a.setAttribute("aria-sort",r):a.removeAttribute("aria-sort");this.narrow(this.#i)}#c(e){let r=Math.max(1,Math.ceil(this.#s.length/f));this.#l=Math.min(Math.max(0,e),r-1);let t=this.#l*f,o=this.#s.slice(t,t+f);this.#n.replaceChildren(...o.map(i=>this.#f(i))),this.#o.show(this.#l,r),this.#r.textContent=this.#p(t,o.length)}#p(e,r){let{noun:t,rows:o}=this.#t,[i,a]=[m(String(this.#s.length)),m(String(o.length))];if(r===0)return`None of ${a} ${t}.`;let l=`${m(String(e+1))} to ${m(String(e+r))}`;return this.#s.length===o.length?`${a} ${t}, ${l} shown.`:`${i} of ${a} ${t}, ${l} shown.`}#f(e){let{columns:r,under:t}=this.#t,o=r.map(({label:i,kind:a,value:l,cell:d},u)=>{let c=d?.(e)??[String(l(e)??"–")];return u>0?s("td",{class:a,"data-label":i.toLowerCase()},...c):s("th",{scope:"row",class:a},...t===null?c:[this.#h(e,c,t)])});return s("tr",{},...o)}#h(e,r,t){let o=s("button",{type:"button",class:"opener","aria-expanded":"false"},...r);return o.addEventListener("click",()=>{let i=o.closest("tr"),a=o.getAttribute("aria-expanded")==="true";o.setAttribute("aria-expanded",String(!a)),a?i?.nextElementSibling?.remove():i?.after(s("tr",{},s("td",{colspan:this.#e.length,class:"under"},t(e))))}),o}};function G(n,e,r){return n===e?0:n===null||e===null?n===null?1:-1:n<e?-r:r}var N=class{element;#t=s("span");#e;#n=0;#r=1;constructor(e,r){let t=[["First",()=>0],["Previous",()=>this.#n-1],["Next",()=>this.#n+1],["Last",()=>this.#r-1]];this.#e=t.map(([u,c])=>({button:s("button",{type:"button",click:()=>{this.#o(c())&&r(c())}},u),target:c}));let[o,i,a,l]=this.#e.map(({button:u})=>u),d=[o,i,this.#t,a,l].filter(u=>u!==void 0);this.element=s("nav",{class:"pager","aria-label":`Pages of ${e}`},...d)}show(e,r){[this.#n,this.#r]=[e,r],this.element.hidden=r===1,this.#t.textContent=`Page ${m(String(e+1))} of ${m(String(r))}`;for(let{button:t,target:o}of this.#e)t.setAttribute("aria-disabled",String(!this.#o(o())))}#o(e){return e!==this.#n&&e>=0&&e<this.#r}};var E="place=";function F(n,e){let r=s("div"),o=[{label:"Packages",noun:"packages",rows:n},{label:"Files",noun:"files",rows:e}].map(({label:i,noun:a,rows:l},d)=>{let u=new p({id:a,caption:`${i}, those that lowered freshness most first`,noun:a,rows:l,columns:Y(i.slice(0,-1),l),sortedBy:{column:4,direction:"ascending"},under:null}),c=()=>r.replaceChildren(u.element);d===0&&c();let h=s("input",{type:"radio",name:"place-kind",checked:d===0,change:c});return s("label",{},h,` ${i}`)});return s("div",{},s("fieldset",{},s("legend",{},"Show"),...o),r)}function Y(n,e){let r=e.some(({scored:t,units:o})=>t<o);return[{label:n,kind:"text",value:({name:t})=>t,cell:({name:t})=>[J(t)],first:"ascending"},{label:"Methods",kind:"number",value:({units:t})=>t,cell:({units:t})=>[C(t)],first:"descending"},{label:r?"Scored":"Failed",kind:"number",value:({scored:t,failed:o})=>r?t:o,cell:({scored:t,failed:o})=>[C(r?t:o)],first:"descending"},{label:"Mean similarity",kind:"number",value:({similarity:t})=>t,cell:({similarity:t})=>t===null?["–"]:[g(t),y(t)],first:"ascending"},{label:"Moved freshness",kind:"number",value:({points:t})=>t,cell:({points:t})=>[O(t)],first:"ascending"}]}function J(n){return s("a",{href:`#${E}${encodeURIComponent(n)}`},n)}function H(n){return n.startsWith(E)?decodeURIComponent(n.slice(E.length)):null}function C(n){return m(String(n))}var Q=20,b=class{element;#t;#e;#n=s("input",{type:"search",id:"unit-text",autocomplete:"off",spellcheck:"false"});#r=s("select",{id:"unit-status"});#o=s("input",{type:"search",id:"unit-place",list:"unit-places",autocomplete:"off"});#a=s("datalist",{id:"unit-places"});#s;constructor(e,r,t){this.#t=e,this.#s=r;for(let[l,d]of X)this.#r.append(s("option",{value:l},d));this.#e=new p({id:"units",caption:"Methods, the least known first",rows:e,noun:e.length===1?"method":"methods",columns:[{label:"Method",kind:"text",value:({name:l})=>l,first:"ascending"},{label:"File",kind:"text",value:({path:l})=>l,cell:ee,first:"ascending"},{label:"Since training",kind:"text",value:({status:l})=>l,first:"ascending"},{label:"Similarity",kind:"number",value:({similarity:l})=>l,cell:te,first:"ascending"}],sortedBy:{column:3,direction:"ascending"},under:l=>ne(l,t)});let o=[$("Search in names and paths",this.#n),$("Since training",this.#r),$("Package or file",this.#o)],i=s("button",{type:"button",click:()=>this.filter({})},"Show all"),a=s("form",{role:"search",class:"filters","aria-label":"Methods"},...o,i);a.addEventListener("submit",l=>l.preventDefault()),a.addEventListener("input",()=>this.#i()),this.element=s("div",{},a,this.#a,this.#e.element),this.#i()}filter({text:e="",status:r="",place:t=""}){this.#n.value=e,this.#r.value=r,this.#o.value=t,this.#i()}focus(){this.#o.focus(),this.element.scrollIntoView()}open(e){let r=this.#t.find(({path:t,name:o})=>R(t,o)===e);return r===void 0?!1:(this.filter({}),this.#e.reveal(r),!0)}#i(){let e=this.#n.value.toLowerCase().split(/\\s+/).filter(Boolean),[r,t]=[this.#r.value,this.#o.value.trim()];this.#e.narrow(o=>e.every(i=>o.text.includes(i))&&Z(o,r)&&(t===""||z(o,t))),this.#l(t)}#l(e){let r=this.#s.filter(t=>t.includes(e)).slice(0,Q);this.#a.replaceChildren(...r.map(t=>s("option",{value:t})))}},X=[["","all"],["unchanged","unchanged"],["modified","modified"],["new","new"],["failed","failed"],["not-scored","not scored"]];function Z(n,e){return e===""?!0:e==="failed"?n.failed:e==="not-scored"?n.similarity===null:n.status===e}function z({packageName:n,path:e},r){return n===r||n.startsWith(`${r}.`)||e===r}function $(n,e){return s("p",{},s("label",{for:e.id},n),e)}function ee({path:n}){let e=n.lastIndexOf("/")+1,t=n.slice(0,e).split(/(?<=\\/)/).flatMap(o=>[o,s("wbr")]);return[n.slice(e),s("span",{class:"folder note"},...t)]}function te({similarity:n,failed:e}){return n===null?[s("span",{class:"note"},"not scored")]:[g(n),`${y(n)}${e?" (failed)":""}`]}function ne({path:n,name:e,similarity:r},t){let o=R(n,e),i=s("p",{},s("a",{href:`#${o}`},"Link to this method")),a=t.get(o);return a!==void 0?s("div",{},a.cloneNode(!0),i):s("div",{},s("p",{},r===null?"A sample passed it over, and it has not changed since training: the model was not asked for it.":"This page shows what the model writes for the methods that it knows least. For more of them: palimpsest report --details N"),i)}var _=document.getElementById("ledger");_!==null&&re(_.textContent??"");function re(n){let e=U(n),r=oe(),t=e.packages.map(({name:a})=>a),o=new b(e.units,t,r);x("places-view").replaceChildren(F(e.packages,e.files)),x("units-view").replaceChildren(o.element);let i=()=>{let a=location.hash.slice(1),l=H(a);l!==null?(o.filter({place:l}),o.focus()):o.open(a)};addEventListener("hashchange",i),i()}function oe(){let n=document.getElementById("close-ups"),e=[...n?.querySelectorAll("article")??[]];return n?.remove(),new Map(e.map(r=>{let t=r.id;return r.removeAttribute("id"),[t,r]}))}})();';

// src/report/html/embedded.ts
var STATUSES = ["unchanged", "modified", "new"];
var FAILED = 4;
var NOT_SCORED = -1;
var WHOLE = 1e4;
function unitAddress(path, name) {
  return `unit=${encodeURIComponent(`${path}#${name}`)}`;
}

// src/report/html/embed.ts
function embed({ units, packages, files }) {
  const packageIndex = new Map(packages.map(({ name }, index) => [name, index]));
  const folders = /* @__PURE__ */ new Map();
  const unitsByPath = /* @__PURE__ */ new Map();
  for (const unit of units) {
    const known = unitsByPath.get(unit.path);
    if (known === void 0) unitsByPath.set(unit.path, [unit]);
    else known.push(unit);
  }
  const rows = files.map((file) => {
    const slash = file.name.lastIndexOf("/") + 1;
    const folder = file.name.slice(0, slash);
    const index = folders.get(folder) ?? folders.size;
    folders.set(folder, index);
    const inFile = (unitsByPath.get(file.name) ?? []).map(tupleOf);
    return [index, visible(file.name.slice(slash)), numbersOf(file), inFile];
  });
  return {
    packages: packages.map((place) => [visible(packageName(place.name)), ...numbersOf(place)]),
    folders: [...folders.keys()].map((folder) => [visible(folder), packageIndex.get(packageByPath(`${folder}_`)) ?? 0]),
    files: rows
  };
}
function numbersOf({ units, scored, failed, similarity, points }) {
  return [units, scored, failed, rounded(similarity), rounded(points)];
}
function tupleOf({ id, path, status: status2, similarity, failed }) {
  const code = STATUSES.indexOf(status2) + (failed ? FAILED : 0);
  return [visible(spokenName(id, path)), code, similarity === null ? NOT_SCORED : shortened(similarity)];
}
function shortened(similarity) {
  if (similarity <= 0 || similarity >= 1) return similarity <= 0 ? 0 : WHOLE;
  return Math.min(WHOLE - 1, Math.max(1, Math.round(similarity * WHOLE)));
}
function rounded(value) {
  return value === null ? null : Number(value.toPrecision(6));
}

// src/report/html/markup.ts
var Markup = class {
  text;
  constructor(text) {
    this.text = text;
  }
};
function html(strings, ...values) {
  return new Markup(strings.map((string, index) => string + render(values[index] ?? null)).join(""));
}
function trusted(text) {
  return new Markup(text);
}
function render(content) {
  if (content === null) return "";
  if (content instanceof Markup) return content.text;
  if (typeof content === "object") return content.map(render).join("");
  return escaped(String(content));
}
var ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
function escaped(text) {
  return visible(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
function inertJson(value) {
  return new Markup(JSON.stringify(value).replaceAll("<", "\\u003c"));
}

// src/report/html/prose.ts
var MARK = "";
function quote(text) {
  return `${MARK}${text}${MARK}`;
}
function prose(sentence) {
  return html`${sentence.split(MARK).map((part, index) => index % 2 === 1 ? html`<code>${part}</code>` : part)}`;
}
function paragraph(sentences) {
  return sentences.length === 0 ? null : html`<p>${prose(sentences.join(" "))}</p>\n`;
}
function capitalized(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
function stopped(words) {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

// src/report/html/headline.ts
function renderHeadline({ project, status: status2, inventory }) {
  const { at, ledger } = status2;
  const reasons = list(reasonSentences(status2, quote));
  const advice = `${reasons === "" ? "" : `: ${reasons}`}.`;
  return html`<header class="verdict ${ledger?.verdict.kind ?? "unknown"}">
<p class="kicker">${project === null ? null : html`<strong>${project}</strong> · `}model freshness at <code>${revisionWithHash(at)}</code></p>
<h1>${stopped(statusHeadline(status2))}</h1>
<p class="advice"><strong>${capitalized(recommendationWords(status2))}</strong>${prose(advice)}</p>
</header>
${paragraph([modelSentence(status2), ...shadowWords(status2), ...predecessorSentences(status2, quote), ...ledgerSentences(status2, quote)])}${paragraph(ledger === null ? [] : [stopped(meansSentence(ledger))])}${contents(inventory !== null)}`;
}
function modelSentence(status2) {
  const { model } = status2;
  return `The model: ${modelInWords(model, quote)}. ${capitalized(ageSentence(status2))}`;
}
function shadowWords({ model }) {
  const sentence = shadowSentence(model, quote);
  return sentence === null ? [] : [sentence];
}
function contents(hasInventory) {
  const links = [
    ...hasInventory ? [["freshness", "Freshness since training"]] : [],
    ["gain", "Would training again help?"],
    ["drift", "How the code moves"],
    ...hasInventory ? [
      ["packages", "Packages"],
      ["methods", "Methods"]
    ] : []
  ];
  return html`<nav class="contents" aria-label="On this page"><ul>
${links.map(([id = "", words = ""]) => html`<li><a href="#${id}">${words}</a></li>\n`)}</ul></nav>
`;
}

// src/report/html/side-by-side.ts
import { diffArrays } from "diff";
function sideBySide(code, written) {
  const rows = [];
  let [removed, added] = [[], []];
  const close = () => {
    rows.push(...pairUp(removed, added));
    [removed, added] = [[], []];
  };
  for (const { mark, text } of dedent(lineDiff(code, written))) {
    if (mark === "-") removed.push(text);
    else if (mark === "+") added.push(text);
    else {
      close();
      const pieces = [{ text, differs: false }];
      rows.push({ kind: "same", code: pieces, written: pieces });
    }
  }
  close();
  return rows;
}
var PAIRS_WORTH_TRYING = 4e3;
var LIKE = 0.4;
function pairUp(removed, added) {
  const pairs = removed.length * added.length <= PAIRS_WORTH_TRYING ? bestPairs(removed, added) : [];
  const rows = [];
  let [r, a] = [0, 0];
  const fill = (toRemoved, toAdded) => {
    while (r < toRemoved || a < toAdded) {
      const left = r < toRemoved ? whole(removed[r++] ?? "") : null;
      const right = a < toAdded ? whole(added[a++] ?? "") : null;
      rows.push({ kind: "changed", code: left, written: right });
    }
  };
  for (const [pairedRemoved, pairedAdded] of pairs) {
    fill(pairedRemoved, pairedAdded);
    rows.push(wordDiff(removed[r++] ?? "", added[a++] ?? ""));
  }
  fill(removed.length, added.length);
  return rows;
}
function whole(text) {
  return [{ text, differs: true }];
}
function bestPairs(removed, added) {
  const words = (lines) => lines.map((line) => wordsOf(line).filter((word) => word.trim() !== ""));
  const [left, right] = [words(removed), words(added)];
  const width = added.length + 1;
  const likeness = left.map((a2) => right.map((b) => likenessOf(a2, b)));
  const best = new Float64Array((removed.length + 1) * width);
  const at = (r2, a2) => best[r2 * width + a2] ?? 0;
  const together = (r2, a2) => {
    const like = likeness[r2]?.[a2] ?? 0;
    return like < LIKE ? -1 : like + at(r2 + 1, a2 + 1);
  };
  for (let r2 = removed.length - 1; r2 >= 0; r2--) {
    for (let a2 = added.length - 1; a2 >= 0; a2--) {
      best[r2 * width + a2] = Math.max(at(r2 + 1, a2), at(r2, a2 + 1), together(r2, a2));
    }
  }
  const pairs = [];
  let [r, a] = [0, 0];
  while (r < removed.length && a < added.length) {
    if (together(r, a) === at(r, a)) pairs.push([r++, a++]);
    else if (at(r + 1, a) >= at(r, a + 1)) r++;
    else a++;
  }
  return pairs;
}
function likenessOf(a, b) {
  if (a.length + b.length === 0) return 0;
  const left = /* @__PURE__ */ new Map();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const times = left.get(word) ?? 0;
    if (times === 0) continue;
    common++;
    left.set(word, times - 1);
  }
  return 2 * common / (a.length + b.length);
}
var WORDS_WORTH_READING = 500;
function wordDiff(code, written) {
  const [before, after] = [wordsOf(code), wordsOf(written)];
  if (Math.max(before.length, after.length) > WORDS_WORTH_READING) {
    return { kind: "changed", code: whole(code), written: whole(written) };
  }
  const parts = diffArrays(before, after);
  const side = (other, own) => parts.filter((part) => !part[other]).map((part) => ({ text: part.value.join(""), differs: part[own] }));
  return { kind: "changed", code: side("added", "removed"), written: side("removed", "added") };
}
function wordsOf(line) {
  return line.match(/[\p{L}\p{N}_$]+|\s+|./gsu) ?? [];
}

// src/report/html/close-up.ts
var MOST_ROWS = 400;
var LONGEST_LINE = 2e3;
function renderCloseUp(closeUp, standsAt) {
  const { id, path, line, similarity, regeneration } = closeUp;
  const name = spokenName(id, path);
  const address = unitAddress(visible(path), visible(name));
  return html`<details class="close-up"><summary><code>${name}</code> <span class="note">${percent(similarity)} similar</span></summary>
<article id="${address}" aria-label="${name}">
<p>${told(closeUp)} <span class="note"><code>${`${path}:${line}`}</code> at <code>${shortRevision(standsAt)}</code></span></p>
${regeneration.kind === "failed" ? bodyAlone(closeUp) : comparison(closeUp.body, regeneration.body)}
</article></details>
`;
}
function told({ regeneration, similarity, scored, body }) {
  const before = percent(scored) === percent(similarity) ? "" : `; ${percent(scored)} when it was last scored, for a model also reads what stands around`;
  const size = `one body of ${count(body.length, "character")}${before}`;
  if (regeneration.kind === "regenerated")
    return `What the model writes now is ${percent(similarity)} similar (${size}).`;
  const detail = regeneration.detail === "" ? "" : ` (${regeneration.detail})`;
  return `The model wrote nothing: ${failureWords(regeneration.reason)}${detail}. It counts as an empty body, ${percent(similarity)} similar (${size}).`;
}
function comparison(code, written) {
  const rows = sideBySide(code, written);
  if (rows.every(({ kind }) => kind === "same")) return html`<p>It is the same, line for line.</p>`;
  return html`<table class="diff"><thead><tr><th scope="col">The code</th><th scope="col">What the model writes</th></tr></thead>
<tbody>${rows.slice(0, MOST_ROWS).map(comparedRow)}</tbody></table>${cutNote(rows.length)}`;
}
function comparedRow({ kind, code, written }) {
  if (kind === "same") {
    const text = code === null ? "" : shown(code, String);
    return html`<tr class="same"><td><code>${text}</code></td><td><code>${text}</code></td></tr>`;
  }
  const left = code && html`${sign("−", "in the code: ")}<code>${shown(code, (text) => html`<del>${text}</del>`)}</code>`;
  const right = written && html`${sign("+", "by the model: ")}<code>${shown(written, (text) => html`<ins>${text}</ins>`)}</code>`;
  return html`<tr class="changed"><td class="${code === null ? "none" : "left"}">${left}</td><td class="${written === null ? "none" : "right"}">${right}</td></tr>`;
}
function sign(mark, words) {
  return html`<span class="sign" aria-hidden="true">${mark}</span><span class="vh">${words}</span>`;
}
function shown(pieces, mark) {
  const parts = [];
  let room = LONGEST_LINE;
  for (const { text, differs } of pieces) {
    if (room <= 0) break;
    const [, indent = "", code = ""] = /^(\s*)(.*)$/s.exec(text.slice(0, room)) ?? [];
    room -= text.length;
    const isMarked = differs && (code !== "" || parts.length > 0);
    if (isMarked && parts.length > 0) parts.push(mark(visibleCode(indent + code)));
    else parts.push(visibleCode(indent), isMarked ? mark(visibleCode(code)) : visibleCode(code));
  }
  if (room < 0) parts.push(html` <span class="note">… ${count(-room, "more character")}</span>`);
  return parts;
}
function bodyAlone({ body }) {
  const lines = dedent(linesOf(body).map((text) => ({ text })));
  const rows = lines.slice(0, MOST_ROWS).map(({ text }) => html`<tr><td><code>${shown([{ text, differs: false }], String)}</code></td></tr>`);
  return html`<table class="diff alone"><thead><tr><th scope="col">The code</th></tr></thead><tbody>${rows}</tbody></table>${cutNote(lines.length)}`;
}
function cutNote(rows) {
  return rows <= MOST_ROWS ? null : html`<p class="note">… and ${count(rows - MOST_ROWS, "more line")}, not shown here.</p>`;
}

// src/report/html/moved-words.ts
function movedWords(points) {
  if (points === null) return NO_VALUE;
  const digits = points.toFixed(2);
  if (Number(digits) !== 0) return points > 0 ? `+${digits}` : digits;
  if (Math.abs(points) < ROUNDING_NOISE) return "0";
  return points > 0 ? "< +0.01" : "> -0.01";
}
var ROUNDING_NOISE = 1e-9;

// src/report/html/inventory.ts
var LISTED = 100;
function renderInventory(inventory, { ledger }) {
  if (ledger === null) return null;
  const { units, packages, closeUps } = inventory;
  const listed = leastKnown(units, closeUps.kind === "made" ? Math.max(LISTED, closeUps.asked) : LISTED);
  const shown2 = new Set(closeUps.kind === "made" ? closeUps.units.map(({ id }) => id) : []);
  return html`<section aria-labelledby="packages">
<h2 id="packages">Packages</h2>
<p>${placesNote(ledger)}</p>
<div id="places-view">${packagesTable(packages, ledger)}</div>
</section>
<section aria-labelledby="methods">
<h2 id="methods">Methods that the model knows least</h2>
<p>${unitsNote(ledger)} ${closeUpsNote(closeUps)}</p>
<div id="units-view">${unitsTable(listed, shown2, ledger)}</div>
${closeUps.kind === "made" ? closeUpsList(closeUps.units.map((unit) => renderCloseUp(unit, ledger.standsAt.revision))) : null}</section>
`;
}
function placesNote({ scored, units }) {
  const sample = scored === units ? "" : " A sample was scored: a mean takes the methods that were not for those of their place that were, and what a place moved is an estimate.";
  return `How well each is known, and by how many percentage points its methods moved freshness since training, those that are gone included.${sample}`;
}
function unitsNote({ scored, units, failed }) {
  const all = count(units, "method");
  const part = scored === units ? `All ${all} are scored` : `${grouped(String(scored))} of ${all} are scored, the others are shown as not scored`;
  return `${part}${failed === 0 ? "" : `; ${grouped(String(failed))} failed and count as empty bodies`}.`;
}
function closeUpsNote(closeUps) {
  if (closeUps.kind === "made") {
    const { length } = closeUps.units;
    return `${length === 1 ? "The one" : `The ${grouped(String(length))}`} that it knows least ${length === 1 ? "is" : "are"} shown close up: the code beside what the model writes in its place.`;
  }
  switch (closeUps.reason) {
    case "not-asked":
      return "What the model writes in their place was not asked for.";
    case "ledger-of-another-model":
      return "What was written in their place is not shown: this ledger tells of another model than the one at hand.";
    case "revision-missing":
      return "What the model writes in their place is not shown: this clone does not hold the revision that the ledger stands at.";
    default:
      return closeUps.reason;
  }
}
function packagesTable(packages, { scored, units }) {
  const isSample = scored < units;
  const worstFirst = [...packages].sort((a, b) => (a.points ?? 0) - (b.points ?? 0));
  const rows = worstFirst.map(
    (place) => html`<tr><th scope="row" class="text">${packageName(place.name)}</th><td class="number" data-label="methods">${grouped(String(place.units))}</td><td class="number" data-label="${isSample ? "scored" : "failed"}">${grouped(String(isSample ? place.scored : place.failed))}</td><td class="number" data-label="similarity">${place.similarity === null ? NO_VALUE : percent(place.similarity)}</td><td class="number" data-label="points">${movedWords(place.points)}</td></tr>\n`
  );
  return html`<table class="rows"><caption class="vh">Packages, those that lowered freshness most first</caption>
<thead><tr><th scope="col">Package</th><th scope="col" class="number">Methods</th><th scope="col" class="number">${isSample ? "Scored" : "Failed"}</th><th scope="col" class="number">Mean similarity</th><th scope="col" class="number">Moved freshness</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}
function unitsTable(listed, closeUps, { units }) {
  const rows = listed.map(({ id, path, status: status2, similarity, failed }) => {
    const name = spokenName(id, path);
    const code = html`<code>${name}</code>`;
    const link = closeUps.has(id) ? html`<a href="#${unitAddress(visible(path), visible(name))}">${code}</a>` : code;
    return html`<tr><th scope="row" class="text">${link}</th><td class="text">${fileCell(path)}</td><td>${status2}</td><td class="number">${percent(similarity)}${failed ? " (failed)" : ""}</td></tr>\n`;
  });
  return html`<p>${`${grouped(String(listed.length))} of ${count(units, "method")}.`}</p>
<table class="rows"><caption class="vh">The methods that the model knows least</caption>
<thead><tr><th scope="col">Method</th><th scope="col">File</th><th scope="col">Since training</th><th scope="col" class="number">Similarity</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}
function fileCell(path) {
  const slash = path.lastIndexOf("/") + 1;
  const folders = path.slice(0, slash).split(/(?<=\/)/);
  return html`${path.slice(slash)}<span class="folder note">${folders.map((folder) => html`${folder}<wbr>`)}</span>`;
}
function closeUpsList(closeUps) {
  return html`<div id="close-ups"><h3>Close up</h3>
${closeUps}</div>
`;
}

// src/report/html/over-time.ts
function renderFreshness(status2) {
  const { ledger, drift } = status2;
  if (ledger === null) return null;
  return html`<section aria-labelledby="freshness">
<h2 id="freshness">Freshness since training</h2>
${historyFigure(ledger, drift?.forecast ?? null)}${paragraph(forecastSentences(status2))}${ledger.freshness === null ? null : partsTable(ledger.freshness)}</section>
`;
}
var LEAST_POINTS = 2;
function historyFigure({ history, line }, forecast) {
  if (history.length < LEAST_POINTS) {
    return html`<p class="note">The ledger has ${count(history.length, "entry", "entries")} so far; a line of freshness begins with the next update.</p>\n`;
  }
  return html`<figure>${trusted(freshnessChart({ history, line, forecast }))}</figure>\n`;
}
var PART_WORDS = {
  unchanged: "stand as they were",
  modified: "have other code, another name or other parameters",
  new: "came after training",
  deleted: "were trained and are gone"
};
function partsTable(freshness) {
  const points = shownPoints(freshness);
  const rows = FRESHNESS_PARTS.map(
    (name) => html`<tr><th scope="row">${name}: <span class="note">${PART_WORDS[name]}</span></th><td class="number">${grouped(String(freshness.parts[name].units))}</td><td class="number">${points[name]}</td></tr>\n`
  );
  return html`<table class="few"><caption class="vh">What moved freshness away from 100 %</caption>
<thead><tr><th scope="col">Methods since training</th><th scope="col" class="number">Methods</th><th scope="col" class="number">Points</th></tr></thead>
<tbody>${rows}</tbody></table>
<p class="note">Points are percentage points of freshness; together they lead from 100 % to where it stands.</p>
`;
}
function renderGain(status2) {
  const { gain } = status2;
  const rows = gain === null ? [] : gainRows(gain);
  return html`<section aria-labelledby="gain">
<h2 id="gain">Would training again help?</h2>
${paragraph(gainSentences(status2).map(capitalized))}${rows.length === 0 ? null : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="gain"><table class="few"><caption class="vh">Similarity on the changes, by ${isShadow(status2.model) ? "the shadow" : "the model in use"} and by one trained anew</caption>
<thead><tr><th scope="col">Which changes</th>${(gain === null ? [] : gainHeadings(gain)).map((heading) => html`<th scope="col" class="number">${heading}</th>`)}</tr></thead>
<tbody>${rows.map(({ label, cells }) => html`<tr><th scope="row">${label.trim()}</th>${cells.map((cell) => html`<td class="number">${cell}</td>`)}</tr>\n`)}</tbody></table></div>
`}</section>
`;
}
function renderDrift(status2) {
  const { drift } = status2;
  const figures = drift === null ? null : html`<figure>${trusted(churnChart(drift.months))}</figure>
${paragraph(yearlyWords(drift.yearly))}<figure>${trusted(survivalChart(drift))}</figure>
`;
  return html`<section aria-labelledby="drift">
<h2 id="drift">How the code moves</h2>
${paragraph(driftSentences(status2))}${figures}</section>
`;
}

// src/report/html/style.ts
var STYLE = `
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

// src/report/html/page.ts
function renderHtml(page) {
  const { status: status2, inventory, project } = page;
  const title = `Model freshness${project === null ? "" : ` of ${project}`}`;
  const parts = [
    renderHeadline(page),
    renderFreshness(status2),
    renderGain(status2),
    renderDrift(status2),
    inventory === null ? null : renderInventory(inventory, status2)
  ];
  const body = html`${parts}`;
  const data = inventory === null ? null : html`<script type="application/json" id="ledger">${inertJson(embed(inventory))}</script>\n`;
  const policy = contentPolicy(body);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}: ${revisionWithHash(status2.at)}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">To the report</a>
<main id="main">
${body}</main>
${footer()}${data}<script>${trusted(CLIENT_SCRIPT)}</script>
</body>
</html>
`.text;
}
function contentPolicy({ text }) {
  const styles = [STYLE, ...[...text.matchAll(/<style>([^<]*)<\/style>/g)].map(([, style]) => style ?? "")];
  const sources = (texts) => [...new Set(texts.map(hashSource))].join(" ");
  return `default-src 'none'; style-src ${sources(styles)}; script-src ${sources([CLIENT_SCRIPT])}; base-uri 'none'; form-action 'none'`;
}
function hashSource(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
function footer() {
  return html`<footer>
<p>Similarity is <code>1 − distance / longer length</code> of a method’s body as it stands and as the model writes it when that one body is erased; a
failure counts as an empty body. Freshness is the mean similarity now divided by that of the day of training. Code that moves on makes a model outdated: that is
the normal effect of work, and nobody’s fault.</p>
</footer>
`;
}

// src/cli/report.ts
var PAGE = "index.html";
async function runReport(options, shell) {
  const closeUps = detailsFrom(options.details);
  const dryRun = new DryRun(options);
  const input = await readStatusInput(options, shell, dryRun);
  const page = await report({ ...input, project: basename(input.repository.root), closeUps });
  if (dryRun.isOn) return present(dryRun.report("report"), {}, shell.environment);
  const path = join(options.outputDir, PAGE);
  await makeParentFolder(path);
  await writeOutput(path, renderHtml(page));
  process.stdout.write(`wrote ${path}
`);
}
var MOST_DETAILS = 5e3;
function detailsFrom(typed) {
  const number = /^\d+$/.test(typed) ? Number(typed) : MOST_DETAILS + 1;
  if (number <= MOST_DETAILS) return number;
  throw new ExpectedFailure(
    "bad-setting",
    `--details does not take ${JSON.stringify(typed)}`,
    `It is a whole number of methods, from 0 to ${MOST_DETAILS}.`
  );
}
export {
  runReport
};
