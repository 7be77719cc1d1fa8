import{b as fe}from"./part-YID5OUYF.js";import{a as ge,b as be,c as we}from"./part-P4D5KSDJ.js";import{b as W}from"./part-7WEX35RQ.js";import{A as ae,B as le,C as de,D as ce,E as ue,F as pe,G as he,H as me,a as ee,d as te,h as ne,i as re,j as oe,l as P,r as se,y as T,z as ie}from"./part-HZZW2KX7.js";import{a as Q,c as X,e as Z}from"./part-G3VLHX4N.js";import{a as J,b as K,d as V}from"./part-Y654GHEZ.js";import{a as E,c as g,g as b,h as w,j as G,m as k,n as q,p as N,x as Y}from"./part-33LDMUBT.js";import{e as j}from"./part-PB3RE7YZ.js";import{a as p,b as M}from"./part-IEUE6N3D.js";import{createHash as bt}from"node:crypto";var I='"use strict";(()=>{function s(n,e={},...r){let t=document.createElement(n);for(let[o,i]of Object.entries(e))typeof i=="function"?t.addEventListener(o,i):i!==!1&&t.setAttribute(o,i===!0?"":String(i));return t.append(...r),t}function x(n){let e=document.getElementById(n);if(e===null)throw new Error(`the page has no #${n}`);return e}var M="http://www.w3.org/2000/svg";function g(n){let e=document.createElementNS(M,"svg");e.setAttribute("class","bar"),e.setAttribute("viewBox","0 0 100 8"),e.setAttribute("preserveAspectRatio","none"),e.setAttribute("aria-hidden","true");let r=document.createElementNS(M,"rect");return r.setAttribute("width",String(100*n)),r.setAttribute("height","8"),e.append(r),e}var L=["unchanged","modified","new"];function R(n,e){return`unit=${encodeURIComponent(`${n}#${e}`)}`}function U(n){let{packages:e,folders:r,files:t}=JSON.parse(n),o=[],i=[];for(let[l,d,u,c]of t){let[h,D]=r[l]??["",0],w=h+d,W=e[D]?.[0]??"";o.push(I(w,u));for(let[S,T,k]of c)i.push({name:S,path:w,packageName:W,status:L[T%4]??"",failed:T>=4,similarity:k===-1?null:k/1e4,text:`${w}#${S}`.toLowerCase()})}return{packages:e.map(([l,...d])=>I(l,d)),files:o,units:i}}function I(n,[e,r,t,o,i]){return{name:n,units:e,scored:r,failed:t,similarity:o,points:i}}var v="–";function y(n){if(n===null)return v;let e=n*100,r=e.toFixed(0);return`${!j(Number(r))||Number(r)===e?P(r):K(e,1,100)} %`}function m(n){return n.replace(/\\B(?=(\\d{3})+(?!\\d))/g,",")}function j(n){return n===0||Math.abs(n)===100}function K(n,e,r){let t=Number(n.toFixed(e)),o=10**-e;if(t!==n&&t===0)return n>0?`< ${o.toFixed(e)}`:`> -${o.toFixed(e)}`;if(t===r&&n<r)return`> ${(r-o).toFixed(e)}`;let[i="",a]=P(n.toFixed(e)).split(".");return a===void 0?m(i):`${m(i)}.${a}`}function P(n){return Number(n)===0?n.replace("-",""):n}function O(n){if(n===null)return v;let e=n.toFixed(2);return Number(e)!==0?n>0?`+${e}`:e:Math.abs(n)<q?"0":n>0?"< +0.01":"> -0.01"}var q=1e-9;var f=50,p=class{element;#t;#e;#n=s("tbody");#r=s("p",{role:"status"});#o;#a=[];#s=[];#i=()=>!0;#l=0;#d;constructor(e){this.#t=e,this.#d=e.sortedBy,this.#e=e.columns.map((t,o)=>s("th",{scope:"col",class:t.kind},s("button",{type:"button",click:()=>this.#m(o)},t.label))),this.#o=new N(e.noun,t=>this.#c(t));let r=s("table",{id:e.id,class:"rows"},s("caption",{class:"vh"},e.caption),s("thead",{},s("tr",{},...this.#e)),this.#n);this.element=s("div",{},this.#r,r,this.#o.element),this.#u()}narrow(e){this.#i=e,this.#s=this.#a.filter(e),this.#c(0)}reveal(e){let r=this.#s.indexOf(e);if(r<0)return;this.#c(Math.floor(r/f));let t=this.#n.rows[r%f]?.querySelector("button");t?.click(),t?.focus(),t?.scrollIntoView({block:"center"})}#m(e){let{column:r,direction:t}=this.#d,o=t==="ascending"?"descending":"ascending",i=this.#t.columns[e]?.first??"ascending";this.#d={column:e,direction:e===r?o:i},this.#u()}#u(){let{column:e,direction:r}=this.#d,t=this.#t.columns[e]?.value??(()=>null),o=r==="ascending"?1:-1;this.#a=[...this.#t.rows].sort((i,a)=>G(t(i),t(a),o));for(let[i,a]of this.#e.entries())i===e?a.setAttribute("aria-sort",r):a.removeAttribute("aria-sort");this.narrow(this.#i)}#c(e){let r=Math.max(1,Math.ceil(this.#s.length/f));this.#l=Math.min(Math.max(0,e),r-1);let t=this.#l*f,o=this.#s.slice(t,t+f);this.#n.replaceChildren(...o.map(i=>this.#f(i))),this.#o.show(this.#l,r),this.#r.textContent=this.#p(t,o.length)}#p(e,r){let{noun:t,rows:o}=this.#t,[i,a]=[m(String(this.#s.length)),m(String(o.length))];if(r===0)return`None of ${a} ${t}.`;let l=`${m(String(e+1))} to ${m(String(e+r))}`;return this.#s.length===o.length?`${a} ${t}, ${l} shown.`:`${i} of ${a} ${t}, ${l} shown.`}#f(e){let{columns:r,under:t}=this.#t,o=r.map(({label:i,kind:a,value:l,cell:d},u)=>{let c=d?.(e)??[String(l(e)??"–")];return u>0?s("td",{class:a,"data-label":i.toLowerCase()},...c):s("th",{scope:"row",class:a},...t===null?c:[this.#h(e,c,t)])});return s("tr",{},...o)}#h(e,r,t){let o=s("button",{type:"button",class:"opener","aria-expanded":"false"},...r);return o.addEventListener("click",()=>{let i=o.closest("tr"),a=o.getAttribute("aria-expanded")==="true";o.setAttribute("aria-expanded",String(!a)),a?i?.nextElementSibling?.remove():i?.after(s("tr",{},s("td",{colspan:this.#e.length,class:"under"},t(e))))}),o}};function G(n,e,r){return n===e?0:n===null||e===null?n===null?1:-1:n<e?-r:r}var N=class{element;#t=s("span");#e;#n=0;#r=1;constructor(e,r){let t=[["First",()=>0],["Previous",()=>this.#n-1],["Next",()=>this.#n+1],["Last",()=>this.#r-1]];this.#e=t.map(([u,c])=>({button:s("button",{type:"button",click:()=>{this.#o(c())&&r(c())}},u),target:c}));let[o,i,a,l]=this.#e.map(({button:u})=>u),d=[o,i,this.#t,a,l].filter(u=>u!==void 0);this.element=s("nav",{class:"pager","aria-label":`Pages of ${e}`},...d)}show(e,r){[this.#n,this.#r]=[e,r],this.element.hidden=r===1,this.#t.textContent=`Page ${m(String(e+1))} of ${m(String(r))}`;for(let{button:t,target:o}of this.#e)t.setAttribute("aria-disabled",String(!this.#o(o())))}#o(e){return e!==this.#n&&e>=0&&e<this.#r}};var E="place=";function F(n,e){let r=s("div"),o=[{label:"Packages",noun:"packages",rows:n},{label:"Files",noun:"files",rows:e}].map(({label:i,noun:a,rows:l},d)=>{let u=new p({id:a,caption:`${i}, those that lowered freshness most first`,noun:a,rows:l,columns:Y(i.slice(0,-1),l),sortedBy:{column:4,direction:"ascending"},under:null}),c=()=>r.replaceChildren(u.element);d===0&&c();let h=s("input",{type:"radio",name:"place-kind",checked:d===0,change:c});return s("label",{},h,` ${i}`)});return s("div",{},s("fieldset",{},s("legend",{},"Show"),...o),r)}function Y(n,e){let r=e.some(({scored:t,units:o})=>t<o);return[{label:n,kind:"text",value:({name:t})=>t,cell:({name:t})=>[J(t)],first:"ascending"},{label:"Methods",kind:"number",value:({units:t})=>t,cell:({units:t})=>[C(t)],first:"descending"},{label:r?"Scored":"Failed",kind:"number",value:({scored:t,failed:o})=>r?t:o,cell:({scored:t,failed:o})=>[C(r?t:o)],first:"descending"},{label:"Mean similarity",kind:"number",value:({similarity:t})=>t,cell:({similarity:t})=>t===null?["–"]:[g(t),y(t)],first:"ascending"},{label:"Moved freshness",kind:"number",value:({points:t})=>t,cell:({points:t})=>[O(t)],first:"ascending"}]}function J(n){return s("a",{href:`#${E}${encodeURIComponent(n)}`},n)}function H(n){return n.startsWith(E)?decodeURIComponent(n.slice(E.length)):null}function C(n){return m(String(n))}var Q=20,b=class{element;#t;#e;#n=s("input",{type:"search",id:"unit-text",autocomplete:"off",spellcheck:"false"});#r=s("select",{id:"unit-status"});#o=s("input",{type:"search",id:"unit-place",list:"unit-places",autocomplete:"off"});#a=s("datalist",{id:"unit-places"});#s;constructor(e,r,t){this.#t=e,this.#s=r;for(let[l,d]of X)this.#r.append(s("option",{value:l},d));this.#e=new p({id:"units",caption:"Methods, the least known first",rows:e,noun:e.length===1?"method":"methods",columns:[{label:"Method",kind:"text",value:({name:l})=>l,first:"ascending"},{label:"File",kind:"text",value:({path:l})=>l,cell:ee,first:"ascending"},{label:"Since training",kind:"text",value:({status:l})=>l,first:"ascending"},{label:"Similarity",kind:"number",value:({similarity:l})=>l,cell:te,first:"ascending"}],sortedBy:{column:3,direction:"ascending"},under:l=>ne(l,t)});let o=[$("Search in names and paths",this.#n),$("Since training",this.#r),$("Package or file",this.#o)],i=s("button",{type:"button",click:()=>this.filter({})},"Show all"),a=s("form",{role:"search",class:"filters","aria-label":"Methods"},...o,i);a.addEventListener("submit",l=>l.preventDefault()),a.addEventListener("input",()=>this.#i()),this.element=s("div",{},a,this.#a,this.#e.element),this.#i()}filter({text:e="",status:r="",place:t=""}){this.#n.value=e,this.#r.value=r,this.#o.value=t,this.#i()}focus(){this.#o.focus(),this.element.scrollIntoView()}open(e){let r=this.#t.find(({path:t,name:o})=>R(t,o)===e);return r===void 0?!1:(this.filter({}),this.#e.reveal(r),!0)}#i(){let e=this.#n.value.toLowerCase().split(/\\s+/).filter(Boolean),[r,t]=[this.#r.value,this.#o.value.trim()];this.#e.narrow(o=>e.every(i=>o.text.includes(i))&&Z(o,r)&&(t===""||z(o,t))),this.#l(t)}#l(e){let r=this.#s.filter(t=>t.includes(e)).slice(0,Q);this.#a.replaceChildren(...r.map(t=>s("option",{value:t})))}},X=[["","all"],["unchanged","unchanged"],["modified","modified"],["new","new"],["failed","failed"],["not-scored","not scored"]];function Z(n,e){return e===""?!0:e==="failed"?n.failed:e==="not-scored"?n.similarity===null:n.status===e}function z({packageName:n,path:e},r){return n===r||n.startsWith(`${r}.`)||e===r}function $(n,e){return s("p",{},s("label",{for:e.id},n),e)}function ee({path:n}){let e=n.lastIndexOf("/")+1,t=n.slice(0,e).split(/(?<=\\/)/).flatMap(o=>[o,s("wbr")]);return[n.slice(e),s("span",{class:"folder note"},...t)]}function te({similarity:n,failed:e}){return n===null?[s("span",{class:"note"},"not scored")]:[g(n),`${y(n)}${e?" (failed)":""}`]}function ne({path:n,name:e,similarity:r},t){let o=R(n,e),i=s("p",{},s("a",{href:`#${o}`},"Link to this method")),a=t.get(o);return a!==void 0?s("div",{},a.cloneNode(!0),i):s("div",{},s("p",{},r===null?"A sample passed it over, and it has not changed since training: the model was not asked for it.":"This page shows what the model writes for the methods that it knows least. For more of them: palimpsest report --details N"),i)}var _=document.getElementById("ledger");_!==null&&re(_.textContent??"");function re(n){let e=U(n),r=oe(),t=e.packages.map(({name:a})=>a),o=new b(e.units,t,r);x("places-view").replaceChildren(F(e.packages,e.files)),x("units-view").replaceChildren(o.element);let i=()=>{let a=location.hash.slice(1),l=H(a);l!==null?(o.filter({place:l}),o.focus()):o.open(a)};addEventListener("hashchange",i),i()}function oe(){let n=document.getElementById("close-ups"),e=[...n?.querySelectorAll("article")??[]];return n?.remove(),new Map(e.map(r=>{let t=r.id;return r.removeAttribute("id"),[t,r]}))}})();';var ye=["unchanged","modified","new"];function A(e,t){return`unit=${encodeURIComponent(`${e}#${t}`)}`}function ke({units:e,packages:t,files:n}){let r=new Map(t.map(({name:a},d)=>[a,d])),o=new Map,i=new Map;for(let a of e){let d=i.get(a.path);d===void 0?i.set(a.path,[a]):d.push(a)}let l=n.map(a=>{let d=a.name.lastIndexOf("/")+1,m=a.name.slice(0,d),f=o.get(m)??o.size;o.set(m,f);let h=(i.get(a.name)??[]).map(He);return[f,p(a.name.slice(d)),$e(a),h]});return{packages:t.map(a=>[p(T(a.name)),...$e(a)]),folders:[...o.keys()].map(a=>[p(a),r.get(j(`${a}_`))??0]),files:l}}function $e({units:e,scored:t,failed:n,similarity:r,points:o}){return[e,t,n,ve(r),ve(o)]}function He({id:e,path:t,status:n,similarity:r,failed:o}){let i=ye.indexOf(n)+(o?4:0);return[p(k(e,t)),i,r===null?-1:De(r)]}function De(e){return e<=0||e>=1?e<=0?0:1e4:Math.min(9999,Math.max(1,Math.round(e*1e4)))}function ve(e){return e===null?null:Number(e.toPrecision(6))}var x=class{text;constructor(t){this.text=t}};function s(e,...t){return new x(e.map((n,r)=>n+xe(t[r]??null)).join(""))}function y(e){return new x(e)}function xe(e){return e===null?"":e instanceof x?e.text:typeof e=="object"?e.map(xe).join(""):Be(String(e))}var ze={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;"};function Be(e){return p(e).replace(/[&<>"']/g,t=>ze[t]??"")}function Se(e){return new x(JSON.stringify(e).replaceAll("<","\\u003c"))}var H="";function S(e){return`${H}${e}${H}`}function D(e){return s`${e.split(H).map((t,n)=>n%2===1?s`<code>${t}</code>`:t)}`}function $(e){return e.length===0?null:s`<p>${D(e.join(" "))}</p>\n`}function R(e){return e.charAt(0).toUpperCase()+e.slice(1)}function z(e){return/[.!?]$/.test(e)?e:`${e}.`}function Me({project:e,status:t,inventory:n}){let{at:r,ledger:o}=t,i=G(ae(t,S)),l=`${i===""?"":`: ${i}`}.`;return s`<header class="verdict ${o?.verdict.kind??"unknown"}">
<p class="kicker">${e===null?null:s`<strong>${e}</strong> · `}model freshness at <code>${N(r)}</code></p>
<h1>${z(le(t))}</h1>
<p class="advice"><strong>${R(ie(t))}</strong>${D(l)}</p>
</header>
${$([je(t),...Ge(t),...de(t,S),...ce(t,S)])}${$(o===null?[]:[z(Z(o))])}${qe(n!==null)}`}function je(e){let{model:t}=e;return`The model: ${J(t,S)}. ${R(ue(e))}`}function Ge({model:e}){let t=V(e,S);return t===null?[]:[t]}function qe(e){let t=[...e?[["freshness","Freshness since training"]]:[],["gain","Would training again help?"],["drift","How the code moves"],...e?[["packages","Packages"],["methods","Methods"]]:[]];return s`<nav class="contents" aria-label="On this page"><ul>
${t.map(([n="",r=""])=>s`<li><a href="#${n}">${r}</a></li>\n`)}</ul></nav>
`}function Re(e,t){let n=[],[r,o]=[[],[]],i=()=>{n.push(...Ke(r,o)),[r,o]=[[],[]]};for(let{mark:l,text:a}of P(oe(e,t)))if(l==="-")r.push(a);else if(l==="+")o.push(a);else{i();let d=[{text:a,differs:!1}];n.push({kind:"same",code:d,written:d})}return i(),n}var Ye=4e3,Je=.4;function Ke(e,t){let n=e.length*t.length<=Ye?Ve(e,t):[],r=[],[o,i]=[0,0],l=(a,d)=>{for(;o<a||i<d;){let m=o<a?L(e[o++]??""):null,f=i<d?L(t[i++]??""):null;r.push({kind:"changed",code:m,written:f})}};for(let[a,d]of n)l(a,d),r.push(Ze(e[o++]??"",t[i++]??""));return l(e.length,t.length),r}function L(e){return[{text:e,differs:!0}]}function Ve(e,t){let n=c=>c.map(u=>B(u).filter(C=>C.trim()!=="")),[r,o]=[n(e),n(t)],i=t.length+1,l=r.map(c=>o.map(u=>Qe(c,u))),a=new Float64Array((e.length+1)*i),d=(c,u)=>a[c*i+u]??0,m=(c,u)=>{let C=l[c]?.[u]??0;return C<Je?-1:C+d(c+1,u+1)};for(let c=e.length-1;c>=0;c--)for(let u=t.length-1;u>=0;u--)a[c*i+u]=Math.max(d(c+1,u),d(c,u+1),m(c,u));let f=[],[h,v]=[0,0];for(;h<e.length&&v<t.length;)m(h,v)===d(h,v)?f.push([h++,v++]):d(h+1,v)>=d(h,v+1)?h++:v++;return f}function Qe(e,t){if(e.length+t.length===0)return 0;let n=new Map;for(let o of e)n.set(o,(n.get(o)??0)+1);let r=0;for(let o of t){let i=n.get(o)??0;i!==0&&(r++,n.set(o,i-1))}return 2*r/(e.length+t.length)}var Xe=500;function Ze(e,t){let[n,r]=[B(e),B(t)];if(Math.max(n.length,r.length)>Xe)return{kind:"changed",code:L(e),written:L(t)};let o=ne(n,r),i=(l,a)=>o.filter(d=>!d[l]).map(d=>({text:d.value.join(""),differs:d[a]}));return{kind:"changed",code:i("added","removed"),written:i("removed","added")}}function B(e){return e.match(/[\p{L}\p{N}_$]+|\s+|./gsu)??[]}var O=400,et=2e3;function Ee(e,t){let{id:n,path:r,line:o,similarity:i,regeneration:l}=e,a=k(n,r),d=A(p(r),p(a));return s`<details class="close-up"><summary><code>${a}</code> <span class="note">${g(i)} similar</span></summary>
<article id="${d}" aria-label="${a}">
<p>${tt(e)} <span class="note"><code>${`${r}:${o}`}</code> at <code>${q(t)}</code></span></p>
${l.kind==="failed"?ot(e):nt(e.body,l.body)}
</article></details>
`}function tt({regeneration:e,similarity:t,scored:n,body:r}){let o=g(n)===g(t)?"":`; ${g(n)} when it was last scored, for a model also reads what stands around`,i=`one body of ${b(r.length,"character")}${o}`;if(e.kind==="regenerated")return`What the model writes now is ${g(t)} similar (${i}).`;let l=e.detail===""?"":` (${e.detail})`;return`The model wrote nothing: ${Y(e.reason)}${l}. It counts as an empty body, ${g(t)} similar (${i}).`}function nt(e,t){let n=Re(e,t);return n.every(({kind:r})=>r==="same")?s`<p>It is the same, line for line.</p>`:s`<table class="diff"><thead><tr><th scope="col">The code</th><th scope="col">What the model writes</th></tr></thead>
<tbody>${n.slice(0,O).map(rt)}</tbody></table>${Ne(n.length)}`}function rt({kind:e,code:t,written:n}){if(e==="same"){let i=t===null?"":F(t,String);return s`<tr class="same"><td><code>${i}</code></td><td><code>${i}</code></td></tr>`}let r=t&&s`${Ce("−","in the code: ")}<code>${F(t,i=>s`<del>${i}</del>`)}</code>`,o=n&&s`${Ce("+","by the model: ")}<code>${F(n,i=>s`<ins>${i}</ins>`)}</code>`;return s`<tr class="changed"><td class="${t===null?"none":"left"}">${r}</td><td class="${n===null?"none":"right"}">${o}</td></tr>`}function Ce(e,t){return s`<span class="sign" aria-hidden="true">${e}</span><span class="vh">${t}</span>`}function F(e,t){let n=[],r=et;for(let{text:o,differs:i}of e){if(r<=0)break;let[,l="",a=""]=/^(\s*)(.*)$/s.exec(o.slice(0,r))??[];r-=o.length;let d=i&&(a!==""||n.length>0);d&&n.length>0?n.push(t(M(l+a))):n.push(M(l),d?t(M(a)):M(a))}return r<0&&n.push(s` <span class="note">… ${b(-r,"more character")}</span>`),n}function ot({body:e}){let t=P(re(e).map(r=>({text:r}))),n=t.slice(0,O).map(({text:r})=>s`<tr><td><code>${F([{text:r,differs:!1}],String)}</code></td></tr>`);return s`<table class="diff alone"><thead><tr><th scope="col">The code</th></tr></thead><tbody>${n}</tbody></table>${Ne(t.length)}`}function Ne(e){return e<=O?null:s`<p class="note">… and ${b(e-O,"more line")}, not shown here.</p>`}function Pe(e){if(e===null)return E;let t=e.toFixed(2);return Number(t)!==0?e>0?`+${t}`:t:Math.abs(e)<st?"0":e>0?"< +0.01":"> -0.01"}var st=1e-9;var Te=100;function Ie(e,{ledger:t}){if(t===null)return null;let{units:n,packages:r,closeUps:o}=e,i=fe(n,o.kind==="made"?Math.max(Te,o.asked):Te),l=new Set(o.kind==="made"?o.units.map(({id:a})=>a):[]);return s`<section aria-labelledby="packages">
<h2 id="packages">Packages</h2>
<p>${it(t)}</p>
<div id="places-view">${dt(r,t)}</div>
</section>
<section aria-labelledby="methods">
<h2 id="methods">Methods that the model knows least</h2>
<p>${at(t)} ${lt(o)}</p>
<div id="units-view">${ct(i,l,t)}</div>
${o.kind==="made"?pt(o.units.map(a=>Ee(a,t.standsAt.revision))):null}</section>
`}function it({scored:e,units:t}){return`How well each is known, and by how many percentage points its methods moved freshness since training, those that are gone included.${e===t?"":" A sample was scored: a mean takes the methods that were not for those of their place that were, and what a place moved is an estimate."}`}function at({scored:e,units:t,failed:n}){let r=b(t,"method");return`${e===t?`All ${r} are scored`:`${w(String(e))} of ${r} are scored, the others are shown as not scored`}${n===0?"":`; ${w(String(n))} failed and count as empty bodies`}.`}function lt(e){if(e.kind==="made"){let{length:t}=e.units;return`${t===1?"The one":`The ${w(String(t))}`} that it knows least ${t===1?"is":"are"} shown close up: the code beside what the model writes in its place.`}switch(e.reason){case"not-asked":return"What the model writes in their place was not asked for.";case"ledger-of-another-model":return"What was written in their place is not shown: this ledger tells of another model than the one at hand.";case"revision-missing":return"What the model writes in their place is not shown: this clone does not hold the revision that the ledger stands at.";default:return e.reason}}function dt(e,{scored:t,units:n}){let r=t<n,i=[...e].sort((l,a)=>(l.points??0)-(a.points??0)).map(l=>s`<tr><th scope="row" class="text">${T(l.name)}</th><td class="number" data-label="methods">${w(String(l.units))}</td><td class="number" data-label="${r?"scored":"failed"}">${w(String(r?l.scored:l.failed))}</td><td class="number" data-label="similarity">${l.similarity===null?E:g(l.similarity)}</td><td class="number" data-label="points">${Pe(l.points)}</td></tr>\n`);return s`<table class="rows"><caption class="vh">Packages, those that lowered freshness most first</caption>
<thead><tr><th scope="col">Package</th><th scope="col" class="number">Methods</th><th scope="col" class="number">${r?"Scored":"Failed"}</th><th scope="col" class="number">Mean similarity</th><th scope="col" class="number">Moved freshness</th></tr></thead>
<tbody>${i}</tbody></table>`}function ct(e,t,{units:n}){let r=e.map(({id:o,path:i,status:l,similarity:a,failed:d})=>{let m=k(o,i),f=s`<code>${m}</code>`,h=t.has(o)?s`<a href="#${A(p(i),p(m))}">${f}</a>`:f;return s`<tr><th scope="row" class="text">${h}</th><td class="text">${ut(i)}</td><td>${l}</td><td class="number">${g(a)}${d?" (failed)":""}</td></tr>\n`});return s`<p>${`${w(String(e.length))} of ${b(n,"method")}.`}</p>
<table class="rows"><caption class="vh">The methods that the model knows least</caption>
<thead><tr><th scope="col">Method</th><th scope="col">File</th><th scope="col">Since training</th><th scope="col" class="number">Similarity</th></tr></thead>
<tbody>${r}</tbody></table>`}function ut(e){let t=e.lastIndexOf("/")+1,n=e.slice(0,t).split(/(?<=\/)/);return s`${e.slice(t)}<span class="folder note">${n.map(r=>s`${r}<wbr>`)}</span>`}function pt(e){return s`<div id="close-ups"><h3>Close up</h3>
${e}</div>
`}function Ae(e){let{ledger:t,drift:n}=e;return t===null?null:s`<section aria-labelledby="freshness">
<h2 id="freshness">Freshness since training</h2>
${mt(t,n?.forecast??null)}${$(me(e))}${t.freshness===null?null:gt(t.freshness)}</section>
`}var ht=2;function mt({history:e,line:t},n){return e.length<ht?s`<p class="note">The ledger has ${b(e.length,"entry","entries")} so far; a line of freshness begins with the next update.</p>\n`:s`<figure>${y(be({history:e,line:t,forecast:n}))}</figure>\n`}var ft={unchanged:"stand as they were",modified:"have other code, another name or other parameters",new:"came after training",deleted:"were trained and are gone"};function gt(e){let t=X(e),n=Q.map(r=>s`<tr><th scope="row">${r}: <span class="note">${ft[r]}</span></th><td class="number">${w(String(e.parts[r].units))}</td><td class="number">${t[r]}</td></tr>\n`);return s`<table class="few"><caption class="vh">What moved freshness away from 100 %</caption>
<thead><tr><th scope="col">Methods since training</th><th scope="col" class="number">Methods</th><th scope="col" class="number">Points</th></tr></thead>
<tbody>${n}</tbody></table>
<p class="note">Points are percentage points of freshness; together they lead from 100 % to where it stands.</p>
`}function Le(e){let{gain:t}=e,n=t===null?[]:te(t);return s`<section aria-labelledby="gain">
<h2 id="gain">Would training again help?</h2>
${$(pe(e).map(R))}${n.length===0?null:s`<div class="scroll" tabindex="0" role="region" aria-labelledby="gain"><table class="few"><caption class="vh">Similarity on the changes, by ${K(e.model)?"the shadow":"the model in use"} and by one trained anew</caption>
<thead><tr><th scope="col">Which changes</th>${(t===null?[]:ee(t)).map(r=>s`<th scope="col" class="number">${r}</th>`)}</tr></thead>
<tbody>${n.map(({label:r,cells:o})=>s`<tr><th scope="row">${r.trim()}</th>${o.map(i=>s`<td class="number">${i}</td>`)}</tr>\n`)}</tbody></table></div>
`}</section>
`}function Fe(e){let{drift:t}=e,n=t===null?null:s`<figure>${y(ge(t.months))}</figure>
${$(se(t.yearly))}<figure>${y(we(t))}</figure>
`;return s`<section aria-labelledby="drift">
<h2 id="drift">How the code moves</h2>
${$(he(e))}${n}</section>
`}var U=`
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
`;function In(e){let t=Oe(e);return Ue(e,t,{policy:s`<meta http-equiv="Content-Security-Policy" content="${wt(t)}">\n`,style:s`<style>${y(U)}</style>`,script:s`<script>${y(I)}</script>`})}var An={css:`${U}${W}
`,js:`${I}
`};function Ln(e,t){return Ue(e,y(Oe(e).text.replaceAll(`<style>${W}</style>`,"")),{policy:null,style:s`<link rel="stylesheet" href="${t.css}">`,script:s`<script src="${t.js}"></script>`})}function Oe(e){let{status:t,inventory:n}=e,r=[Me(e),Ae(t),Le(t),Fe(t),n===null?null:Ie(n,t)];return s`${r}`}function Ue({status:e,inventory:t,project:n},r,o){let i=`Model freshness${n===null?"":` of ${n}`}`,l=t===null?null:s`<script type="application/json" id="ledger">${Se(ke(t))}</script>\n`;return s`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${o.policy}<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${i}: ${N(e.at)}</title>
${o.style}
</head>
<body>
<a class="skip" href="#main">To the report</a>
<main id="main">
${r}</main>
${$t()}${l}${o.script}
</body>
</html>
`.text}function wt({text:e}){let t=[U,...[...e.matchAll(/<style>([^<]*)<\/style>/g)].map(([,r])=>r??"")],n=r=>[...new Set(r.map(yt))].join(" ");return`default-src 'none'; style-src ${n(t)}; script-src ${n([I])}; base-uri 'none'; form-action 'none'`}function yt(e){return`'sha256-${bt("sha256").update(e).digest("base64")}'`}function $t(){return s`<footer>
<p>Similarity is <code>1 − distance / longer length</code> of a method’s body as it stands and as the model writes it when that one body is erased; a
failure counts as an empty body. Freshness is the mean similarity now divided by that of the day of training. Code that moves on makes a model outdated: that is
the normal effect of work, and nobody’s fault.</p>
</footer>
`}export{In as a,An as b,Ln as c};
