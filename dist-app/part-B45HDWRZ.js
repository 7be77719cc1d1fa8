import{$ as Zr,$a as so,A as tn,B as Fr,C as Nr,D as _r,E as Dr,Ea as sd,F as Qn,Fa as to,G as Br,H as jr,Ha as Rs,I as Wr,Ia as xs,J as Gr,Ja as ro,K as V,Ka as oo,L as zr,La as Bt,M as qr,Ma as io,N as Ee,Na as ad,O as Kr,Oa as Cs,P as Jr,Pa as ud,Q as ze,Qa as md,R as Rn,Ra as fd,S as Vr,T as Yr,Ta as pd,U as Zn,Ua as hd,V as et,W as Qr,X as nt,Xa as gd,Y as tt,Ya as yd,Z as rt,Za as bd,_ as Xr,_a as kd,aa as ot,ab as it,b as _t,ba as eo,bb as Ms,c as Cr,ca as no,cb as jt,d as Tr,da as ed,db as ao,e as Mr,ea as bs,f as Ze,fa as nd,fb as Sd,g as Pr,ga as td,gb as vd,h as Jl,ha as ks,i as he,ia as Ss,j as Vl,ja as vs,n as Yl,q as $r,qa as rd,t as j,u as Ge,v as Yn,va as od,w as I,x as Ir,xa as id,y as Er,z as Ar}from"./part-IYOYM3KN.js";import"./part-G5UFY2IT.js";import{a as Nd,b as Cn}from"./part-SRBI7643.js";import{A as Ed,B as Ad,C as Fd,D as at,E as Ne,F as re,G as co,H as uo,I as _d,J as mo,K as Ps,L as Dd,M as Bd,N as jd,O as Wd,P as Hd,Q as lt,R as Ud,T as $s,U as Gd,V as Ls,W as Os,X as Is,Y as zd,Z as Es,a as g,b as Wt,c as st,d as _,i as Cd,j as Td,k as Md,l as Pd,m as $d,n as Ld,p as Od,q as lo,r as ye,s as te,t as Ae,u as Fe,v as C,w as B,x as M,y as Id}from"./part-CSQANYWV.js";import{A as nn,B as Xl,C as Zl,D as Or,E as Jn,G as ge,H as ws,I as Le,J as Vn,L as Xn,M as Oe,N as Ie,P as Hr,Q as Ur,R as L,S as ld,T as dd,U as cd,a as S,ba as wd,ca as Ts,d as le,e as Hn,f as T,g as O,h as K,i as Lr,j as y,k as v,l as ys,m as en,n as Sn,o as vn,p as Pe,q as J,r as Ue,s as $,t as $e,u as D,v as Un,w as Gn,x as zn,y as qn,z as Kn}from"./part-WZMVXUVH.js";import{b as xn,c as Rd,d as z,e as xd,n as fo}from"./part-MUG3XOI5.js";import{a as Dt,b as U,c as Ql}from"./part-YEHLUZZG.js";import{a as w,b as kn}from"./part-RI64BELQ.js";import{setMaxListeners as FC}from"node:events";import{wrap as NC}from"comlink";import _C from"comlink/dist/esm/node-adapter.mjs";function qd(e,n=1e3){let t={},r=()=>{Object.keys(t).length>0&&e(t),t={}},o=setInterval(r,n);return o.unref(),{answered(i,s){let a=t[i];a===void 0?t[i]=[s]:a.push(s)},close(){clearInterval(o),r()}}}var Kd=/^ {0,3}\/palimpsest(?:[ \t]+(.*))?$/i,Cg=10,As=256;function Jd(e){let n=e.split(/\r\n|[\n\r]/).map(o=>o.trimEnd()),t=n.find(o=>o.trim()!=="");if(t===void 0||!Kd.test(t))return[];let r=new Map;for(let o of Tg(n)){let i=Kd.exec(o);if(i===null)continue;let s=Mg(i[1]??"");if(r.set(JSON.stringify(s),s),r.size===Cg)break}return[...r.values()]}function*Tg(e){let n=null,t=!1;for(let r of e){if(t){t=!r.includes("-->");continue}let o=/^ {0,3}(`{3,}|~{3,})(.*)$/.exec(r);if(n!==null){let[,i="",s=""]=o??[];i.startsWith(n)&&s.trim()===""&&(n=null);continue}if(o!==null){n=o[1]??null;continue}yield r,t=r.lastIndexOf("<!--")>r.lastIndexOf("-->")}}function Mg(e){let[,n="",t=""]=/^(\S*)\s*(.*)$/s.exec(e)??[],r={kind:"help",about:$g(e)};switch(n.toLowerCase()){case"check":return{kind:"check"};case"explain":{let o=Vd(t);return o===null?r:{kind:"explain",method:o}}case"ignore":case"unignore":{let o=Pg(t);return o===null?r:{kind:n.toLowerCase()==="ignore"?"ignore":"unignore",path:o}}case"retrain":return{kind:"retrain"};case"badge-link":return t===""?{kind:"badge-link",revoke:!1}:t.toLowerCase()==="revoke"?{kind:"badge-link",revoke:!0}:r;case"":case"help":return{kind:"help",about:null};default:return r}}function Vd(e){let[,n]=/^`+([^`]+)`+$/.exec(e)??[],t=(n??e).trim();return t===""||t.length>As||/[\p{C}`]/u.test(t)?null:t}function Pg(e){let n=Vd(e)?.replace(/^(?:\.?\/)+/,"")??"",t=n.startsWith("!")||n.split("/").includes("..");return n===""||t||gd(n)!==null?null:n}function $g(e){return e.length>As?`${e.slice(0,As)}…`:e}var po=3;function W(e,n){switch(e.kind){case"gate-met":return Lg(e,n);case"model-unreachable":return`The model could not be asked: ${n(e.detail)}. There is nothing here for the author to mend; once the model answers, run the check again.`;case"superseded":return e.by===null?"The pull request has a newer head by now: the check of that one counts.":`The pull request has a newer head by now, ${n(J(e.by))}: the check of that one counts.`;case"fork-by-shadow":return e.label===null?"This change comes from outside the repository, so the team’s own model was not called for it: its shadow answered.":`This change comes from outside the repository, so the team’s own model was not called for it: its shadow answered. A maintainer who puts the label ${n(e.label)} on this head has the model asked.`;case"budget-spent":return`The input ${n(e.input)} sets the budget.`;case"ignored":return`Left out of this check, as somebody asked in a comment: ${Sn(e.paths.slice(0,po).map(t=>n(t)),po,e.paths.length)}. ${n("/palimpsest unignore PATH")} takes that back.`;case"ledger-behind":return e.where==="before-base"?`The ledger stands at ${n(J(e.ledger))}, before the base of this change: freshness is as of there. The next push to the default branch brings it on.`:`The ledger stands at ${n(J(e.ledger))}, a commit that is not on the line of this change’s base: freshness is as of there.`;case"edits-settings":return`This pull request changes ${Sn(e.paths.slice(0,po).map(t=>n(t)),po,e.paths.length)}. That has no effect on this check, which goes by the default branch; it counts once it is merged.`;case"read-only":return"The token of this run may only read, so the report stands here and in no comment.";case"refused":return`${Og(e.what)}: ${n(e.reason)}. The workflow’s ${n("permissions")} and the repository’s rules decide that.`;case"checkout-ignored":return"There is a checkout in the workspace. Nothing in it was read or run: all code came through the API, at the revisions named here.";default:return e}}function dt(e){let n=new Set(e.map(({kind:t})=>t));return n.has("superseded")?"Not checked: there is a newer head":n.has("model-unreachable")?"Not checked: the model could not be asked":"Not checked"}function Lg(e,n){let t="That is a word on the model, not on this change: its author has nothing to mend, and training the model again helps.";switch(e.gate){case"stale":return`This check fails, as the workflow asks it to (${n("fail-on: stale")}): the model is stale. ${t}`;case"maximum-drop":return`This check fails, as the workflow asks it to (${n(`maximum-drop: ${e.maximum}`)}): this change lowers freshness by ${e.drop.toFixed(e.drop<.095?2:1)} points. ${t}`;default:return e}}function Og(e){switch(e){case"comment":return"The comment was refused";case"check-run":return"The check run was refused";case"issue":return"The tracking issue was refused";case"data-branch":return"Writing to the data branch was refused, so ledger and badge stay as they were";case"dispatch":return"Starting the training workflow was refused";default:return e}}import{z as Yd}from"zod";function Tn({repositoryId:e,pullRequest:n}){return`repository/${e}/pull/${n}/`}function Qd(e){return`${Tn(e)}ignored`}async function ho(e,n){return(await Zd(e,n)).paths}function Xd(e,n){return e.forget(Tn(n))}var go=50;async function Fs(e,n,t){let{paths:r,version:o}=await Zd(e,n),i=t(r),s=i.length===0?null:JSON.stringify(i);return{before:r,after:i,change:{key:Qd(n),expected:o,text:s}}}var Ig=Yd.array(Yd.string()).max(go);async function Zd(e,n){let t=Qd(n),r=(await e.read([t])).get(t);return{paths:r===void 0?[]:Ig.parse(JSON.parse(r.text)),version:r?.version??null}}var Ns=365.25;function yo({points:e,span:n}){let t=e.at(-1)?.freshness??null,r=Ng(n.days);if(t===null)return`After ${r} no method is left of which a model could know anything`;let o="Never trained again, the model would have stayed as fresh as it was";return qe(t.value)===qe(1)?`${o} for ${r}`:`Never trained again, the model would have gone from 100 % to ${V(t)} freshness in ${r}`}function wo({outcomes:e,span:n}){return e.flatMap(({line:t,trainings:r,meanFreshness:o})=>{if(t===null)return[];let i=o===null?"":`, and kept a mean freshness of ${qe(o)}`;if(r.length===0)return[`A line of ${T(t)} would never have asked for training again${i}.`];let a=`${r.length===1?"once":y(r.length,"time")}, ${tc(r.length,n.days)} a year`;return[`A line of ${T(t)} would have asked ${a}${i}${Eg(r)}.`]})}function Eg(e){let{gain:n,changes:t}=ec(e);if(n===null)return"";let r=ze(Math.abs(n)).replace("+",""),o=n<0?`${r} points less close`:`${r} points closer`,[i,s]=e.length===1?["the new model","the one that it"]:["the new models","those that they"];return`; to the ${y(t,"change")} that followed ${i} came ${o} than ${s} replaced`}function ec(e){let n=e.map(({brought:o})=>o),t=n.reduce((o,i)=>o+i.changes,0),r=n.reduce((o,{gain:i,changes:s})=>o+(i??0)*s,0);return{gain:t===0?null:r/t,changes:t}}function bo(e){let{span:n,every:t,sample:r,windowDays:o,statesBehind:i}=e,s=i===0?[]:[`the project is large: the model trained for comparison was up to ${y(i,"state")} older than that`];return[`${y(n.states,"state")} after training, ${Fg(t)}, ${rn(n.from)} to ${rn(n.until)}`,`the model: the embedded one, a verbatim memory of the code that it was trained on, ${Ag(r)}`,"means are over time, straight lines from state to state; a training takes effect at once",`gain, left to gain: how much closer a model trained at the state before each change comes than the one in use, in points; at a moment, over the last ${y(o,"day")} and since its training`,"brought: how much closer the new model came than the old one to the changes until the next training, in points",...s]}function Ag(e){return e===null?"every method scored":`${y(e.size,"method")} drawn by lot (seed ${e.seed}) and every changed one scored`}function Fg({count:e,unit:n}){if(n==="merges")return"every commit on the line of first parents";let t=n.slice(0,-1);return`the last of each ${e===1?t:`${e} ${n}`}`}var Ut=["trainings","a year","lowest","similarity","brought","left to gain","scored"];function Mn({line:e}){return e===null?"never":T(e)}var nc=["trainings","a year","brought","left to gain"];function ko(e,{span:n}){let{trainings:t,lowestFreshness:r,meanSimilarity:o,gain:i,scored:s}=e;return[v(String(t.length)),tc(t.length,n.days),qe(r),O(o,3),Ht(ec(t)),Ht(i),v(String(s))]}var So=["day","after","freshness","gain then","brought","95 % interval"];function vo({committedAt:e,days:n,freshness:t,gain:r,brought:o}){return[rn(e),y(Math.round(n),"day"),qe(t),Ht(r),Ht(o),Rn(o.interval)]}var Ro=["freshness","methods","scored","gain"];function xo({freshness:e,units:n,scored:t,gain:r}){return[e===null?le:V(e),v(String(n)),v(String(t)),Ht(r)]}function Gt(e,n){if(e.length<=n)return e;let t=(e.length-1)/(n-1);return Array.from({length:n},(r,o)=>e[Math.round(o*t)]).filter(r=>r!==void 0)}function Co(e,n){return e<n?[`${e} of ${y(n,"state")} shown; --format json has all of them`]:[]}function rn(e){return e.slice(0,10)}function qe(e){return e===null?le:V({value:e,margin:null})}function Ht({gain:e,changes:n}){return n===0?le:`${ze(e)} (${v(String(n))})`}function tc(e,n){return e===0?"0":n===0?le:(e/n*Ns).toFixed(1)}function Ng(e){return e<Ns?y(Math.round(e),"day"):`${(e/Ns).toFixed(1)} years`}function rc({outcomes:e}){let n=e.flatMap(({line:t})=>t===null?[]:[T(t)]);return n.length===0?[]:[`${n.length===1?"line":"lines"} of ${en(n)}`]}import _g from"picocolors";import Dg from"string-width";function q({color:e}){return _g.createColors(e)}var zt="…",ic=10,Bg=["","▏","▎","▍","▌","▋","▊","▉"];function G(e){return Dg(e)}function we(e,n){return e+" ".repeat(Math.max(0,n-G(e)))}function qt(e,n){return" ".repeat(Math.max(0,n-G(e)))+e}function on(e,n){if(G(e)<=n)return e;let t=n-G(zt);if(t<=0)return zt.slice(0,Math.max(0,n));let r=[...new Intl.Segmenter("en").segment(e)].map(({segment:s})=>s),o=oc(r,Math.ceil(t/2)),i=oc(r.toReversed(),t-G(o.join("")));return o.join("")+zt+i.toReversed().join("")}function Kt(e,n){if(G(e)<=n)return e;let t=e.split("/");for(let o=t.length-2;o>=1;o--){let i=[...t.slice(0,1),zt,...t.slice(-o)].join("/");if(G(i)<=n)return i}let r=[zt,...t.slice(-1)].join("/");return G(r)<=n?r:on(t.at(-1)??e,n)}function Pn(e,n=ic){let t=n*8,r=Math.min(1,Math.max(0,e))*t,o=r===0||r===t?r:Math.min(t-1,Math.max(1,Math.round(r)));return("█".repeat(Math.floor(o/8))+(Bg[o%8]??"")).padEnd(n,"·")}var _s=ic;function b(e,{width:n},t="  "){let r=[],o="";for(let i of e.split(" "))o!==""&&G(`${t}${o} ${i}`)>n?(r.push(t+o),o=i):o=o===""?i:`${o} ${i}`;return o===""?r:[...r,t+o]}function F(e,n){let r=[];for(let o of e){let i=r.at(-1);i!==void 0&&G(i+"   "+o)<=n.width?r[r.length-1]=i+"   "+o:r.push(on(i===void 0?o:`  ${o}`,n.width))}return r.map((o,i)=>i===0?q(n).bold(o):o)}function N(...e){return e.filter(n=>n.length>0).flatMap((n,t)=>t===0?n:["",...n])}function X(e,n){let t=(e[0]??[]).map((r,o)=>Math.max(...e.map(i=>G(i[o]??""))));return e.map(r=>(n+r.map((o,i)=>(i===0?we:qt)(o,t[i]??0)).join("  ")).trimEnd())}function oc(e,n){let t=0,r=[];for(let o of e){if(t+=G(o),t>n)break;r.push(o)}return r}var jg=24,sc=8,Ds=120,ac=8,Wg=6,Hg=5;function lc(e,n){return N(F([`palimpsest backtest  ${S($(e.trainAt))} to ${S($(e.until))}`,y(e.span.states,"state"),...rc(e)],n),b(`${yo(e)}.`,n),wo(e).flatMap(t=>b(t,n)),Ug(e,n),Gg(e,n),zg(e,n),bo(e).flatMap(t=>b(t,n)))}function Ug(e,n){let t=n.width>=Ds,r=a=>a.filter((l,d)=>t||nc.includes(Ut[d]??"")),o=a=>t?[Pn(a??0,ac)]:[],i=e.outcomes.map(a=>[Mn(a),...o(a.meanFreshness),qe(a.meanFreshness),...r(ko(a,e))]),s=["again below",...t?[""]:[],"mean freshness",...r(Ut)];return Bs([s,...i],n)}function Gg({outcomes:e},n){let t=i=>n.width>=Ds?i:i.slice(0,Hg),r=e.flatMap(i=>i.trainings.slice(0,sc).map((s,a)=>[a===0?Mn(i):"",...t(vo(s))]));if(r.length===0)return[];let o=e.flatMap(i=>{let s=i.trainings.length-sc;return s>0?[`${Mn(i)}: and ${y(s,"later training")}; --format json has all of them`]:[]});return[...Bs([["asked below",...t(So)],...r],n),...o.flatMap(i=>b(i,n))]}function zg({points:e},n){let t=Gt(e,jg),r=t.map(o=>[rn(o.committedAt),Pn(o.freshness?.value??0,qg(n)),...xo(o)]);return[...Bs([["never trained again","",...Ro],...r],n),...Co(t.length,e.length).flatMap(o=>b(o,n))]}function qg({width:e}){return e>=Ds?ac:Wg}function Bs(e,n){return X(e,"  ").map((t,r)=>r===0?q(n).dim(t):t)}function Kg({freshness:e}){if(e.kind==="unknown")return null;let{before:n,after:t}=e;if(n.freshness===null||t.freshness===null)return null;let{margin:r}=t.freshness,[o,i]=[n.freshness,t.freshness].map(({value:a})=>V({value:a,margin:null})),s=r===null?"":` (± ${(r*100).toFixed(1)})`;return o===i?`stays at ${i}${s}`:`${o} → ${i}${s}`}function ct(e,n=!0){let{standing:t,model:r,methods:o}=e;if(t===void 0||t.freshness.kind==="unknown"||o.length>0&&o.every(({failure:u})=>u!==null))return null;let i=Kg(t),s=Ge(r)?"Freshness of the shadow":"Model freshness",{verdict:a}=t.freshness.after,l=n?Oe(o.length,e):null,d=a.kind==="stale";return i===null?null:`${s} ${i}${d?": stale":""}${l===null?"":` (${l})`}`}function To({standing:e,model:n}){if(e===void 0||e.freshness.kind==="unknown")return null;let{before:t,after:r}=e.freshness,o=`the policy’s line of ${T(r.line)}`;switch(r.verdict.kind){case"fresh":return null;case"stale":return t.verdict.kind==="stale"?`Freshness was below ${o} before this change already.`:`With this change freshness comes to lie below ${o}.`;case"unknown":return Jg(r,Yn(n),o);default:return r.verdict}}function Jg({verdict:e,scored:n,units:t},r,o){if(e.kind!=="unknown")return null;let{reason:i}=e;switch(i){case"no-units":return"Freshness is not known: with this change no method is left.";case"knew-nothing":return`Freshness is not known: ${r} wrote nothing right on the day of training.`;case"sample-too-small":return`With ${v(String(n))} of ${y(t,"method")} scored it cannot be told on which side of ${o} that lies.`;default:return i}}function Mo({standing:e}){return e?.freshness.kind==="unknown"&&e.freshness.reason==="not-pinned"}function Po({standing:e,model:n},t){if(e===void 0||e.freshness.kind==="known")return null;let r=n===null?"the model":t(D(n)),{reason:o}=e.freshness;switch(o){case"not-pinned":return"**Not pinned yet.** The first run on the default branch (a push, or the schedule) trains the model and keeps it. Until then it is trained on the base of each change, so that this shows what the change moves, and not how old a model is.";case"no-ledger":return`**Freshness is not known yet.** No run has scored the whole project with ${r}; the next one on the default branch does.`;case"other-model":return`**Freshness is not known here.** The ledger is that of another model than ${r}, and scores of two models are not mixed.`;default:return o}}function cc({age:{days:e,commits:n}}){let t=[...e===null||e===0?[]:[y(e,"day")],...n===null||n===0?[]:[y(n,"commit")]];return t.length===0&&e===0?"today":t.length===0?null:`${en(t)} ago`}function $o({gain:e},n){if(e===null)return null;let{all:t,statement:r,window:o}=e;if(t.changes===0||t.gain===null)return`Not to be told: on ${dc(o)} no method got new code. Measured at ${n}.`;let i=t.interval===null?"":`, 95 % interval ${Rn(t.interval)}`,s=`${y(t.changes,"change")} in ${y(t.commits,"commit")}${i}`,a=`on ${dc(o)} a model trained just before each of them came ${Vg(t.gain)} (${s})`;switch(r.kind){case"would-help":return`Yes: ${a}. Measured at ${n}.`;case"would-not-help":return`Hardly: ${a}. Measured at ${n}.`;case"unsure":return`Not to be told yet: ${a}, and that is too little to go by. Measured at ${n}.`;default:return r}}function dc({days:e,limit:n}){switch(n){case"training":return`the changes since training, within ${y(e,"day")},`;case"unknown-training":return`the changes of the last ${y(e,"day")}, some of which the model may have learned,`;case"days":case"shallow-clone":return`the changes of the last ${y(e,"day")}`;default:return n}}function Vg(e){let n=ze(Math.abs(e)).replace("+","");return n==="0.0"?"no closer":e>0?`${n} points closer`:`${n} points less close`}function Lo({freshness:e,forecast:n}){if(e.kind==="unknown")return null;let t=`The policy asks for ${T(e.after.line)}`;if(n===null)return`${t}.`;let r=`from ${y(n.points,"entry","entries")} of the ledger`;switch(n.kind){case"crossed":return`${t}.`;case"not-in-sight":return`${t}; at the present pace freshness does not fall to that within ten years (${r}).`;case"expected":return`${t}; at the present pace freshness falls to that about ${Jt(n.day)} (${T(n.level)} interval ${Yg(n)}, ${r}).`;default:return n}}function Yg({earliest:e,latest:n}){return n===null?`not before ${Jt(e)}`:`${Jt(e)} to ${Jt(n)}`}function Oo({recommendation:e}){return e===null||e.kind==="keep"?null:`The last review recommends to **${Qg(e)}**.`}function Qg({kind:e,day:n}){return e==="retrain-now"?"train the model again now":n===null?"train the model again soon":`train the model again soon, about ${Jt(n)}`}function Io({freshness:e}){if(e.kind==="unknown")return null;let{units:n,scored:t}=e.after;return n===0?null:`freshness over ${y(n,"method")}, ${t===n?"all scored":`${v(String(t))} of them scored`}`}function uc(e,n){if(e===null)return null;let{trainedAt:t,recipe:r,baseModel:o,baseline:i}=e,s=n(D(e)),l=t?.units!=null&&t.files!=null?`${y(t.units,"method")} of ${y(t.files,"file")}`:null,d=i===null?"":`, mean similarity ${i.similarity.toFixed(3)} over ${y(i.methods,"method")} when trained`;if($e(e)&&!Ge(e))return`${s}: the embedded model, which remembers ${l??"the code"} and asks no server${d}`;let u=[...o===null?[]:[`made from ${n(o)}`],...r?.epochs==null?[]:[y(r.epochs,"epoch")],...l===null?[]:[`trained on ${l}`]];return`${s}${u.length===0?"":`: ${u.join(", ")}`}${d}`}function Jt(e){return/^\d{4}-\d{2}-\d{2}/.exec(e)?.[0]??"an unknown day"}var ut="The embedded model has read the bodies that it writes here: this score is verbatim memory, not to be put beside a language model's.";function Eo({sample:e,summary:n}){if(e===null)return null;let{count:t}=n.methods;return`A sample: ${v(String(t))} of ${y(e.methods,"method")}, drawn by lot with seed ${e.seed} from neighbouring files and like sizes`}function Ao(e,n=t=>t){switch(e){case null:case"trained":return null;case"trained-later":return"The model was trained at a state that is not before this change, so it may have learned the change itself: what it knows here proves nothing.";case"trained-on-base":return`The model was trained on the base just now, in memory: the report shows what this change moves, not how old a model is. To measure that as well, keep a model: ${n(Hn.train)}`;default:return e}}function Fo({count:e,scored:n,failed:t,withFailuresAsStubs:r,...o}){if(e===0)return[];let i=`${js(r)} over ${y(e,"method")}`;return n===0?[`no method was scored; ${t===1?"the failure as a stub":"the failures as stubs"}: ${i}`]:t===0?[`${js(o)} over ${y(e,"method")}${e===1?"":", all scored"}`]:[`${js(o)} over ${y(n,"scored method")} of ${v(String(e))}`,`with ${t===1?"the failure as a stub":"the failures as stubs"}, which decides: ${i}`]}function Vt(e,{scored:n,failed:t}){if(n===0)return null;let r=y(n,t===0?"method":"scored method");return`${v(String(e))} of ${r} came back with the same tokens (${T(e/n)})`}function _e(e){let n=new Map;for(let{failure:o}of e)o!==null&&n.set(nn(o.reason),(n.get(nn(o.reason))??0)+1);let t=[...n.values()].reduce((o,i)=>o+i,0);if(t===0)return null;let r=[...n].sort(([,o],[,i])=>i-o).map(([o,i])=>`${o} (${v(String(i))})`);return`${v(String(t))} of ${y(e.length,"method")} failed: ${r.join(", ")}`}function De(e,n){let t=e.flatMap(({failure:r})=>r===null||r.detail===""?[]:[`${nn(r.reason)}: ${S(r.detail)}`]);return[...new Set(t)].slice(0,n)}function js({errorRate:e,similarity:n,recovery:t}){let r=t===null?"":`, recovery ${O(t)}`;return`error rate ${K(e)} characters, similarity ${O(n)}${r}`}var Ws=["outdated-by-change","outdated","outdated-already","unfamiliar-since","unfamiliar","unfamiliar-already","new","ambiguous","failed","familiar","reproduced"],Xg={"outdated-by-change":"outdated",outdated:"outdated","outdated-already":"outdated","unfamiliar-since":"unfamiliar",unfamiliar:"unfamiliar","unfamiliar-already":"unfamiliar",new:"new to it",ambiguous:"ambiguous",failed:"failed",familiar:"familiar",reproduced:"reproduced"},Zg={"outdated-by-change":"outdated by this change",outdated:"outdated","outdated-already":"outdated, and was already behind","unfamiliar-since":"unfamiliar since this change",unfamiliar:"unfamiliar","unfamiliar-already":"unfamiliar, and was before",new:"new to it",ambiguous:"ambiguous, its answers disagree",familiar:"familiar",reproduced:"reproduced"},mc={"outdated-by-change":"outdated by this change",outdated:"outdated","outdated-already":"outdated and already behind","unfamiliar-since":"unfamiliar since this change",unfamiliar:"unfamiliar","unfamiliar-already":"already unfamiliar",new:"new",ambiguous:"ambiguous",failed:"failed",familiar:"familiar",reproduced:"reproduced"};function Z(e){switch(e.verdict){case null:return"failed";case"outdated":return e.knewPrevious===null?"outdated":e.knewPrevious?"outdated-by-change":"outdated-already";case"unfamiliar":return e.change==="added"?"new":e.knewPrevious===null?"unfamiliar":e.knewPrevious?"unfamiliar-since":"unfamiliar-already";default:return e.verdict}}function fc(e){return Xg[Z(e)]}function mt(e){let n=Z(e);return n!=="failed"?Zg[n]:e.failure===null?"failed":`failed: ${nn(e.failure.reason)}`}function Yt(e){let n=Z(e);return n==="familiar"||n==="reproduced"}function ft(e){return[...e].sort((n,t)=>Ws.indexOf(Z(n))-Ws.indexOf(Z(t))||(n.similarity??0)-(t.similarity??0)||L(n.id,t.id))}function Qt(e){let n=new Map;for(let t of e)n.set(Z(t),(n.get(Z(t))??0)+1);return n}function Hs(e){let n=Qt(e);return Ws.flatMap(t=>{let r=n.get(t)??0;return r===0?[]:[`${v(String(r))} ${mc[t]}`]})}function No(e){let[n,...t]=Qt(e).keys();return n!==void 0&&t.length===0?`, ${mc[n]}`:`: ${Hs(e).join(", ")}`}function _o(e){return new Set(e.methods.map(n=>n.path)).size}var ey=[{bar:!0,before:!0,path:!0},{bar:!1,before:!0,path:!0},{bar:!1,before:!1,path:!0},{bar:!1,before:!1,path:!1}],hc="  ",gc=10,Do="   ",pc=22,ny=8,ty={"outdated-by-change":"cyan",outdated:"cyan","outdated-already":"cyan","unfamiliar-since":"yellow",unfamiliar:"yellow","unfamiliar-already":"yellow",new:"blue",ambiguous:"yellow",failed:"magenta",familiar:"green",reproduced:"green"};function yc(e,n,t){let r=e.map(ry),o=f=>Math.max(0,...r.map(p=>G(f(p)))),i={name:o(({name:f})=>f),path:o(({path:f})=>f),similarity:Math.max(5,o(({similarity:f})=>f)),previous:o(({previous:f})=>f)},s=f=>hc.length+gc+Do.length+2+(f.bar?_s+1:0)+i.similarity+(f.before&&i.previous>0?Do.length+i.previous:0)+(f.path?Do.length:0),a=f=>Math.min(i.name,pc)+(f.path?Math.min(i.path,pc):0),l=f=>n.width-s(f)>=a(f),d=ey.find(l)??{bar:!1,before:!1,path:!1},u=Math.max(ny,n.width-s(d)),c=d.path?Math.min(i.path,Math.max(Math.floor(u/2),u-i.name)):0,m=Math.min(i.name,u-c);return r.map(f=>oy(f,d,{...i,name:m,path:u-m},t))}function ry(e){return{row:e,name:S(vn(e.id,e.path)),similarity:T(e.similarity),previous:e.similarityToPrevious===null?"":`before ${T(e.similarityToPrevious).padStart(5)}`,path:S(`${e.path}:${e.line}`)}}function oy(e,n,t,r){let{row:o}=e,i=r[ty[Z(o)]],s=[i(we(fc(o),gc)),`${we(on(e.name,t.name),t.name)}  ${iy(e,n.bar,t.similarity,i,r)}`,...n.before&&t.previous>0?[r.dim(we(e.previous,t.previous))]:[],...n.path?[r.dim(Kt(e.path,t.path))]:[]];return(hc+s.join(Do)).trimEnd()}function iy({row:e,similarity:n},t,r,o,i){let s=qt(n,r);if(!t)return s;if(e.similarity===null){let u=e.failure===null?le:nn(e.failure.reason);return i.dim(we(u,_s+1+r))}let a=Pn(e.similarity),l=a.indexOf("·");return`${l<0?o(a):o(a.slice(0,l))+i.dim(a.slice(l))} ${s}`}var wc=5,sy=3,bc=3;function be(e,n){let t=e.flatMap(r=>Xl(r)??[]);return t.length===0?[]:b(`left out: ${t.join(", ")}`,n)}function oe(e,n){let t=e.slice(0,wc).flatMap(o=>b(`${S(o.path)}: ${Zl(o)}`,n)),r=e.length-wc;return r>0?[...t,...b(`… and ${y(r,"more file")} with notes`,n)]:t}function $n(e,n){let t=_e(e);if(t===null)return[];let r=De(e,sy).flatMap(o=>b(o,n,"    "));return[...b(t,n),...r]}function pt(e,n){let t=Ie(e);return t===null?[]:b(`${t}.`,n)}function sn(e,n){return Xn(e).flatMap(t=>b(t,n))}function Bo(e,n,t){if(n.length===0)return[];let r=n.slice(0,bc).map(o=>S(vn(o)));return b(`${y(n.length,"method")} ${e}: ${Sn(r,bc,n.length)}`,t)}var kc=40;function Sc(e,n){let t=ft(e.methods);return N(F(ay(e),n),pt(e,n),t.length>0?cy(t,n):b(e.unasked===void 0?dy(e):"",n),t.length===0?[]:uy(e,t,n),my(e,n),[...Bo("changed in white space or comments alone",e.cosmetic,n),...Bo("moved with the same code",e.moved.map(({id:r})=>r),n),...Bo("deleted",e.deleted,n),...be(e.leftOut,n),...oe(e.notes,n)],sn(e,n),t.length===0?[]:fy(e,t,n))}function ay(e){let n=S(`${Ue(e.base)}…${Ue(e.head)}`),t=Oe(e.methods.length,e)??y(e.methods.length,"changed method"),r=e.methods.length===0?t:`${t} in ${y(_o(e),"file")}`,o=`palimpsest check  ${n}  ${r}`;return e.model===null?[o]:[o,`model: ${ly(e.model,e)}`]}function ly(e,{modelOrigin:n,base:t}){return n!=="trained-on-base"?S(j(e)):S(`${D(e)}, trained now on ${$(t)}`)}function dy(e){let n=S(`${Ue(e.base)} and ${Ue(e.head)}`);return e.base.revision===e.head.revision?`Nothing to check: ${n} are the same commit. For the last commit: ${Hn.lastCommit}`:e.cosmetic.length+e.moved.length+e.deleted.length>0?`Nothing to check: no method has new code between ${n}.`:`Nothing to check: no method changed between ${n}.`}function cy(e,n){let t=yc(e.slice(0,kc),n,q(n)),r=e.slice(kc);return r.length===0?t:[...t,...b(`… and ${y(r.length,"more method")}${No(r)}`,n),...b(`All of them: ${Hn.everything}`,n)]}function uy(e,n,t){return[...b(Hs(n).join(" · "),t),...Fo(e.summary.methods).flatMap(r=>b(r,t)),...$n(n,t)]}function my(e,n){let{standing:t}=e;if(t===void 0)return[];let r=ct(e),o=Io(t),i=a=>a===null?"":S(a.replaceAll("**","")),s=$o(t,J(t.gain?.head.revision??""));return[...b(r===null?"":`${r}${o===null?"":`; ${o}`}`,n),...b(i(Po(e,S)),n),...b(i(To(e)),n),...b(s===null?"":i(`Training again? ${s}`),n),...b(i(Lo(t)),n),...b(i(Oo(t)),n)]}function fy(e,n,t){let r=n.find(i=>i.texts.regenerated!==null&&Z(i)!=="reproduced"),o=r===void 0?[]:b(`See what the model wrote: ${Hn.show} ${py(vn(r.id,r.path))}`,t);return[...b(S(I(e.model)??""),t),...Mo(e)?[]:b(Ao(e.modelOrigin)??"",t),...o]}function py(e){let n=S(e.replace(/\(.*$/s,""));return/^[\w.-]+$/.test(n)?n:`'${n.replaceAll("'","'\\''")}'`}var jo=["error rate","similarity","recovery"];function Wo(e,n,t){let{files:r,methods:o}=e,{count:i,scored:s,failed:a}=o,l={label:"every body erased",scores:n.methods},d=a===0?[l,{label:t,scores:o}]:[l,...s===0?[]:[{label:`${t}, the ${v(String(s))} scored`,scores:o}],{label:`${t}, failures as stubs`,scores:o.withFailuresAsStubs}];return[{sample:`over ${y(r.count,"file")}`,lines:[{label:"every body erased",scores:n.files},{label:t,scores:r}]},{sample:`over ${y(i,"method")}${a===0?", all scored":`, ${v(String(a))} failed`}`,lines:i===0?[]:d}]}function Ho({errorRate:e,similarity:n,recovery:t}){return[K(e,2),O(n,4),O(t,4)]}function Uo(e,n){return vc(e).sort((t,r)=>t.similarity-r.similarity||r.distance-t.distance||L(t.id,r.id)).slice(0,n)}function Go(e,n){let t=vc(e).length,r=`${v(String(t))} of ${y(e.length,"file")} ${t===1?"differs":"differ"}`;return t===1?r:n<t?`${r}, the worst ${n}`:`${r}, the worst first`}function vc(e){return e.filter(({distance:n})=>n>0)}var hy=10;function Us({summary:e,stub:n},t,r){let i=Wo(e,n,S(t)).flatMap(({sample:s,lines:a})=>[[s,"","",""],...a.map(l=>[`  ${l.label}`,...Ho(l.scores)])]);return X([["",...jo],...i],"  ").map(s=>s.slice(0,Math.max(s.length,r.width)))}function Gs(e,n){let t=Uo(e,hy);if(t.length===0)return[];let r=t.map(({distance:a,similarity:l})=>["",K(a,0),O(l,4)]),[o="",...i]=X([["","error","similarity"],...r],""),s=n.width-o.length-2;return[...b(Go(e,t.length),n),o,...i.map((a,l)=>`${a}  ${Kt(S(t[l]?.id??""),s)}`)]}function Rc(e,n){let{model:t,summary:r}=e,i=`${Oe(r.methods.count,e)??y(r.methods.count,"method")} in ${y(r.files.count,"file")}`;return N(F([`palimpsest evaluate  ${S(zn(e.source))}  ${i}`,Kn(e.protocol),...qn(e),`model: ${S(j(t))}`],n),pt(e,n),Us(e,D(t),n),[...b(Eo(e)??"",n),...b(Vt(e.reproduced,r.methods)??"",n),...$n(e.methods,n),...e.protocol==="recreate"&&$e(t)?b(ut,n):[],...b(S(I(t)??""),n)],Gs(e.files,n),sn(e,n),zo(e,n))}function xc(e,n){let{summary:t,original:r,regenerated:o}=e,i=`${y(t.methods.count,"method")} in ${y(t.files.count,"file")}`;return N(F([`palimpsest score  ${S(o)} against ${S(r)}`,i],n),Us(e,"regenerated",n),[...b(Vt(e.reproduced,t.methods)??"",n),...$n(e.methods,n)],Gs(e.files,n),zo(e,n))}function Cc(e,n){let{erased:t,stub:r}=e,o=`error rate ${K(r.files.errorRate,2)} characters, similarity ${O(r.files.similarity,4)}`;return N(F([`palimpsest erase  ${S(e.directory)} → ${S(e.outputDirectory)}`],n),[...b(`Erased ${y(t.bodies,"body","bodies")}, ${y(t.characters,"character")}, in ${y(r.files.count,"file")}.`,n),...r.files.count===0?[]:b(`Here a model starts: ${o} over ${y(r.files.count,"file")}.`,n)],zo(e,n))}function Tc(e,n){let{model:t,output:r,source:o}=e;return N(F([`palimpsest train  ${S($(o))}`],n),[...b(`${S(D(t))} learned ${Gn(t,"an unknown number of methods")}.`,n),...b(`model: ${S(r.model)} (${Lr(r.bytes)})`,n),...b(`card:  ${S(r.card)}`,n)],b(S(I(t)??""),n),zo(e,n))}function zo({leftOut:e,notes:n},t){return[...be(e,t),...oe(n,t)]}function zs(e,n,t){let r=Math.max(n,t);return r===0?1:1-e/r}function Zt(e,n,t){let r=e.length-t.length,o=n===t?r:wd(e,n);return{distance:o,similarity:zs(o,e.length,n.length),stubDistance:r,stubSimilarity:zs(r,e.length,t.length)}}function ke(e,n){return Zt(e,n,"{}")}function ht(e){return zs(e-"{}".length,e,"{}".length)}function Mc(e){return{...e,distance:e.stubDistance,similarity:e.stubSimilarity}}function Ln(e,n){return{files:gy(e),methods:yy(n)}}function gt(e,n){return Ln(e.map(Mc),n.map(t=>({...Mc(t),failed:!1})))}function gy(e){return{count:e.length,...Xt(e)}}function yy(e){let n=e.filter(t=>!t.failed);return{count:e.length,scored:n.length,failed:e.length-n.length,...Xt(n),withFailuresAsStubs:Xt(e)}}function Xt(e){if(e.length===0)return{errorRate:null,similarity:null,recovery:null};let n=0,t=0,r=0;for(let o of e)n+=o.distance,t+=o.similarity,r+=o.stubDistance;return{errorRate:n/e.length,similarity:t/e.length,recovery:r===0?null:1-n/r}}function wy({length:e},{distance:n,similarity:t}){let r=e-"{}".length;return{distance:n??r,similarity:t??ht(e),stubDistance:r,failed:n===null}}function Pc(e,n){return e.flatMap(t=>{let r=t.answers[n];return r?[wy(t,r)]:[]})}var by=3;function Se({kind:e,name:n},t){return e==="stub"?"every body erased":t(n)}function qo({contenders:e,methods:n,sample:t},r){if(n.length===0)return"There was no method to write again";let o=n.filter(({answers:p})=>p.every(h=>h!==null));if(o.length===0)return"There is no method that all were asked for";let i=e.map((p,h)=>({contender:p,similarity:Xt(Pc(o,h)).similarity??0})).filter(({contender:p})=>p.kind!=="stub").sort((p,h)=>h.similarity-p.similarity),[s,a]=i;if(s===void 0)return"No model was asked";let l=o.length===n.length?"":" that all were asked for",d=`similarity ${O(s.similarity)} over ${y(o.length,"method")}${l}`,u=Se(s.contender,r);if(a===void 0)return`${u} comes to ${d}`;let c=i.filter(({similarity:p})=>p===s.similarity);if(c.length>1)return`${en(c.map(({contender:p})=>Se(p,r)))} come equally close: ${d}`;let m=qs(s.similarity-a.similarity).replace("+",""),f=t===null?"":ky(s.contender,a.contender,r);return`${u} comes closest: ${d}, ${m} ahead of ${Se(a.contender,r)}${f}`}function ky(e,n,t){if(e.paired!==null&&n.paired!==null)return`; with ${Se(n,t)} as the baseline it would say how sure that is`;let r=(e.paired??n.paired)?.intervals?.similarity;return r&&(r.low>0||r.high<0)?"":"; the sample is too small to be sure of it"}function Ko(e,n){let{methods:t,files:r,sample:o,protocol:i,source:s}=e,a=`${y(t.length,"method")} in ${y(r.length,"file")}`,l=o===null?[]:[`a sample: ${v(String(t.length))} of ${y(o.methods,"method")}, drawn by lot with seed ${o.seed}`];return[`${n(zn(s))}, ${a}`,Kn(i),...l,...qn(e)]}function Jo({contenders:e},n){return e.flatMap(t=>{let{model:r,directory:o,name:i}=t;if(o!==null)return[`${n(i)}: the tree ${n(o)}`];if(r===null)return[];let s=D(r)===i?Un(r,n):j(r,n);return[`${n(i)}: ${s}`]})}function Vo(e,n){let{contenders:t,methods:r,protocol:o,source:i}=e,s=t.flatMap((d,u)=>{let c=Se(d,n),m=r.flatMap(({answers:k})=>k[u]??[]),f=_e(m),p=f===null?[]:[`${c}: ${f}`];if(d.unasked===0)return p;let h=y(d.unasked,"method");return[...p,`${c} was not asked for ${h}: its budget is spent. ${d.unasked===1?"It is":"They are"} left out of its means and its pairs`]}),a=t.some(({model:d})=>d!==null&&$e(d)&&"revision"in i&&d.trainedAt?.revision===i.revision),l=t.flatMap(({model:d})=>I(d,n)?.replace(/\.$/,"")??[]);return s.push(...new Set(l)),e.sample!==null&&s.push("In brackets stand 95 % intervals, by the bootstrap over files"),o==="recreate"&&a?[...s,ut.replace(/\.$/,"")]:s}function Yo({methods:e}){return De(e.flatMap(({answers:n})=>n.flatMap(t=>t??[])),by)}function Qo({contenders:e},n){return e.flatMap(t=>{let[r,...o]=Xn(t.usage===void 0?{}:{usage:t.usage},n);if(r===void 0)return[];let{answeringMs:i}=t,s=i===null?"":`; the answers took ${Sy(i)} in all, one after the other`;return[`${Se(t,n)}: ${r}${s}`,...o]})}function Sy(e){return`${K(e/1e3,1)} s`}function qs(e){return`${er(e*100,1)} points`}function er(e,n){let t=K(e,n);return e>0&&!t.startsWith("<")?`+${t}`:t}var Ks=S;var vy=10;function Xo(e,n){return[Ry(e,n),xy(e,n),Cy(e,n)]}function Ry({contenders:e,methods:n},t){return{title:`over ${y(n.length,"method")}`,headings:["similarity","error rate","recovery","exact","parses","scored","failed"],rows:e.flatMap(r=>{let{summary:o,intervals:i,exact:s,parses:a}=r,{count:l,scored:d,failed:u,withFailuresAsStubs:c}=o.methods,m=Se(r,t),f=[$c(s,l),$c(a,l),v(String(d)),v(String(u))],h=[Lc(O(c.similarity,4),i?.methods.similarity??null),K(c.errorRate,1),O(c.recovery,4)];if(u===0)return[[m,...h,...f]];let{similarity:k,errorRate:R,recovery:x}=o.methods;return[[`${m}, failures as stubs`,...h,...f],[`  the ${v(String(d))} scored alone`,O(k,4),K(R,1),O(x,4)]]})}}function xy({contenders:e,files:n,sample:t},r){let o=t===null?"whole":"the drawn bodies alone erased";return{title:`over ${y(n.length,"file")}, ${o}, failures as stubs`,headings:["similarity","error rate","recovery"],rows:e.map(i=>{let{similarity:s,errorRate:a,recovery:l}=i.summary.files;return[Se(i,r),Lc(O(s,4),i.intervals?.files.similarity??null),K(a,1),O(l,4)]})}}function Cy({contenders:e,baseline:n},t){let r=e.find(({name:o})=>o===n);return{title:`against ${r===void 0?t(n):Se(r,t)}, method by method`,headings:["methods","similarity","error rate","won","tied","lost"],rows:e.flatMap(o=>o.paired===null?[]:[[Se(o,t),...Ty(o.paired)]])}}function Ty({methods:e,similarity:n,errorRate:t,won:r,tied:o,lost:i,intervals:s}){let a=s?.similarity??null,l=n===null?le:qs(n);return[v(String(e)),a===null?l:`${l} (${er(a.low*100,1)} to ${er(a.high*100,1)})`,t===null?le:er(t,1),...[r,o,i].map(d=>v(String(d)))]}function Zo({contenders:e,groups:n},t){let r=e.map(o=>Se(o,t));return["kind","size","package"].flatMap(o=>{let i=n.filter(l=>l.by===o),s=o==="package"?Py(i):i;if(s.length===0)return[];let a=s.length<i.length?`, the ${s.length} largest of ${i.length}`:"";return[{title:`similarity of methods by ${o}${a}`,headings:["methods",...r],rows:s.map(l=>[$y(l,t),v(String(l.methods)),...l.contenders.map(d=>My(d,l.methods))])}]})}function My({similarity:e,count:n},t){return n===t||n===0?O(e,4):`${O(e,4)} (of ${v(String(n))})`}function Py(e){return[...e].sort((n,t)=>t.methods-n.methods).slice(0,vy)}function $y({by:e,name:n},t){return e!=="package"?n:n===""?"the unnamed package":t(n)}function $c(e,n){return n===0?v(String(e)):`${v(String(e))} (${T(e/n)})`}function Lc(e,n){return n===null?e:`${e} (${O(n.low,3)} to ${O(n.high,3)})`}var Ly=40;function Ic(e,n){let[t="",...r]=Ko(e,yt);return N(F([`palimpsest compare  ${t}`,...r],n),b(`${qo(e,yt)}.`,n),Jo(e,Ks).flatMap(o=>b(o,n)),...Xo(e,yt).map(o=>Oc(o,n)),...Zo(e,yt).map(o=>Oc(o,n)),[...Vo(e,yt).flatMap(o=>b(`${o}.`,n)),...Yo(e).flatMap(o=>b(o,n,"    "))],Qo(e,yt).flatMap(o=>b(o,n)),[...be(e.leftOut,n),...oe(e.notes,n)])}function yt(e){return on(Ks(e),Ly)}function Oc({title:e,headings:n,rows:t},r){return t.length===0?[]:X([[e,...n],...t.map(([o="",...i])=>[`  ${o}`,...i])],"  ").map((o,i)=>i===0?q(r).dim(o):o)}function Ec({source:e,outputDirectory:n,card:t},r){let o=t.recipe==="files"?"text as it stands":`prompts: ${t.format}`;return N(F([`palimpsest dataset  ${S($(e))}`,Md(t.recipe),o],r),Oy([[...Cd],...Td(t)]),[...b(`written: ${S(n)} (${Ld(t)}, dataset-card.json, README.md)`,r),...b(`hash: ${t.hash}`,r),...$d(t).flatMap(i=>b(`${i}.`,r))],t.leftOut.length===0?[]:b(`left out: ${t.leftOut.map(Pd).join(", ")}`,r))}function Oy(e){let n=e.reduce((t,r)=>r.map((o,i)=>Math.max(t[i]??0,G(o))),[]);return e.map(t=>`  ${t.map((o,i)=>(i===0?we:qt)(o,n[i]??0)).join("   ")}`)}var Iy=24,Ey=8,Ac=112,Ay=20,Fy=7,Ny=60,_y=56;function Fc(e,n){let{shown:t,rest:r}=Br(e,Iy);return N(F([`palimpsest drift  ${S($(e.until))}`,Er(e),Ir(e)],n),b(Fr(e),n),[...Dy(e,t,n),...r.flatMap(o=>b(o,n))],[..._r(e),...Dr(e),...Nr(e.yearly)].flatMap(o=>b(o,n)),[...Qn(e.forecast,e.model),S(I(e.model)??"")].flatMap(o=>b(o,n)),By(e,n),[...be(e.leftOut,n),...oe(e.notes,n)])}function Dy({survival:e},n,{width:t}){let r=Math.max(...n.map(({share:l})=>l??0)),o=t>=Ac,i=o?Ay:Fy,s=n.map(l=>[l.month,Pn(r===0?0:(l.share??0)/r,i),Ar(l.share),`${v(String(l.added+l.deleted))} of ${v(String(l.lines))}`,...o?[v(String(l.files)),v(String(l.commits))]:[],T(tn(l,e,"lines")),T(tn(l,e,"methods")),l.whole?"":"so far"]),a=["month","changed".padEnd(i),"","lines",...o?["files","commits"]:[],"lines stand","methods",""];return X([a,...s],"  ")}function By(e,n){let t=e.packages.slice(0,Ey);if(t.length===0)return[];let r=jr(e),o=t.map(s=>[on(S(Wr(s.name)),Math.min(Ny,n.width-_y)),`+${v(String(s.added))}`,`-${v(String(s.deleted))}`,T((s.added+s.deleted)/r),v(String(s.lines))]),i=[`${n.width>=Ac?"the packages that move most, of":"packages, of"} ${e.packages.length}`,"added","deleted",`of all ${v(String(r))}`,"lines now"];return X([i,...o],"  ")}function Nc({command:e,models:n},t){return N(F([`palimpsest ${e} --dry-run`,"nothing was asked"],t),...n.length===0?[b("No model would be asked: there is no method to write.",t)]:[],...n.map(r=>[...b(`${Hr(r)}.`,t),...Ur(r).flatMap(o=>b(o,t,"    "))]))}function _c(e,n){let t=Vr(e),r=t.length===0?[]:[["",...Jr(e)],...t.map(({label:o,cells:i})=>[o,...i])];return N(F([`palimpsest gain  ${S($(e.head))}`,Yr(e)],n),b(Zn(e),n),pt(e,n),X(r,"  ").map((o,i)=>i===0?q(n).dim(o):o),et(e).flatMap(o=>b(S(o),n)),b(S(I(e.model)??""),n),[...be(e.leftOut,n),...oe(e.notes,n)],sn(e,n))}var jy=e=>e;function ti({decision:e}){return e.kind==="promote"?"Promoted":"The champion stays"}var nr=["methods","champion","challenger","difference","95 % interval","closer","farther","equal"];function ri({changes:e,forgetting:n}){if(e===null)return[];let{all:t,learned:r,later:o}=e,i=r.units>0&&o.units>0?[ei("  learned by the challenger",r),ei("  changed after its training",o)]:[];return[ei("changed",t),...i,...n===null?[]:[ei("unchanged",n,n.units>=n.unchanged)]]}function ei(e,n,t=!1){let{units:r,champion:o,challenger:i,difference:s,interval:a,closer:l,farther:d,same:u}=n,c=[l,d,u].map(f=>v(String(f))),m=t?"all of them":Rn(a);return{label:e,cells:[v(String(r)),O(o),O(i),ze(s),m,...c]}}function kt(e){return e.decision.reasons.map(n=>Wy(n,e))}function Wy(e,n){let{changes:t,forgetting:r,generalisation:o,policy:i,unanswered:s,methods:a}=n;switch(e){case"first-champion":return"There is no champion that it could be compared with, so it is the first one. --champion names the model in use.";case"budget-spent":return`The budget is spent: ${y(n.unasked?.length??0,"method")} or tasks were not asked for, and a part decides nothing. Run it again with a larger budget to go on.`;case"unanswered":return`For ${v(String(s))} of ${y(a.length,"method")} a server did not answer, which says nothing of its model. Run it again when it does.`;case"closer":return`On ${ni(t?.all)} since the champion was trained the challenger comes ${wt(t?.all)}.`;case"not-closer":return`On ${ni(t?.all)} since the champion was trained the challenger comes ${wt(t?.all)}: the interval is not above 0.`;case"difference-too-small":return`On ${ni(t?.all)} since the champion was trained the challenger comes ${wt(t?.all)}: less than the ${bt(i.leastDifference)} that the policy asks for.`;case"too-few-changes":return`${qy(ni(t?.all))} since the champion was trained ${t?.all.units===1?"is":"are"} too little to go by: it takes ${y(i.leastChanges,"change")}, in two files at least.`;case"remembers":return`It remembers: on ${Js(r)} it comes ${wt(r,Dc(r))}, within the margin of ${bt(i.forgettingMargin)}.`;case"forgot":return`It forgot: on ${Js(r)} it comes ${wt(r,Dc(r))}, which is beyond the margin of ${bt(i.forgettingMargin)}.`;case"forgetting-unsure":return`Whether it forgot is open: on ${Js(r)} it comes ${wt(r)}, and the interval reaches beyond the margin of ${bt(i.forgettingMargin)}. Take a larger --probe-size.`;case"nothing-to-forget":return"Forgetting was not measured: no method is as it was when the champion was trained.";case"tasks-kept":return`Of ${Bc(n)}: within the margin of ${bt(i.tasksMargin)}.`;case"tasks-lost":return`Of ${Bc(n)}: beyond the margin of ${bt(i.tasksMargin)}.`;case"tasks-not-asked":return"Generalisation was not measured: --generalisation has both solve small Java tasks, which runs what they write.";case"likelihood-kept":return`${Vs(o)}: within the margin of ${i.likelihoodMargin}.`;case"likelihood-lost":return`${Vs(o)}: beyond the margin of ${i.likelihoodMargin}.`;case"likelihood-not-asked":return"The likelihood of foreign code was not measured: it is a part of --generalisation.";case"likelihood-not-given":return`The likelihood of foreign code was not measured: ${Hy(o)} no log-probabilities.`;case"likelihood-not-comparable":return`The likelihood of foreign code was not compared, for the two count its tokens differently. ${Vs(o)}.`;default:return e}}function ni(e){return`${y(e?.units??0,"change")} in ${y(e?.files??0,"file")}`}function Js(e){if(e===null)return"nothing";let{units:n,unchanged:t}=e;return n>=t?`all ${y(t,"method")} that did not change`:`${v(String(n))} of ${y(t,"method")} that did not change`}function Dc(e){return e!==null&&e.units>=e.unchanged}function wt(e,n=!1){let t=e?.difference??0,r=ze(Math.abs(t)).replace("+",""),o=r==="0.0"?"as close":t>0?`${r} points closer`:`${r} points less close`,i=e?.interval??null;return n||i===null?o:`${o} (95 % interval ${Rn(i)})`}function bt(e){let n=ze(e).replace("+","");return`${n} ${n==="1.0"?"point":"points"}`}function Bc({generalisation:e}){let{tasks:n=0,championPasses:t=0,challengerPasses:r=0,won:o=0,lost:i=0}=e?.tasks??{},s=a=>`${a} (${T(n===0?null:a/n)})`;return`${y(n,"Java task")} the champion solves ${s(t)} at once and the challenger ${s(r)}, ${o} that the champion does not, and not ${i} that it does`}function Vs(e){let n=e?.likelihood;if(n?.kind!=="measured")return"Foreign code";let{texts:t,championTokens:r,challengerTokens:o,champion:i,challenger:s}=n,a=d=>y(d,"token"),l=r===o?a(r):`${a(r)} and ${a(o)}`;return`On ${y(t,"foreign source")} (${l}) the mean log-likelihood of a token is ${i.toFixed(3)} for the champion and ${s.toFixed(3)} for the challenger`}function Hy(e){let n=e?.likelihood;return n?.kind!=="not-given"?"there are":n.by==="both"?"both give":`the ${n.by} gives`}function oi(e,n=jy){let{challenger:t,champion:r,since:o,head:i,baseline:s,generalisation:a}=e;return[`challenger: ${n(t.reference)}, ${j(t.model,n)}`,`its scores on the day of training: ${Uy(s,t.model.baseline)}`,...r===null?[]:[`champion: ${n(r.reference)}, ${j(r.model,n)}`],...o===null?[]:[`changes from ${n($(o))} to ${n($(i))}`],...Gy(e),...a===null?[]:[`programs of the tasks ran ${zy(a.isolation)}`]]}function Uy(e,n){let t=n===null?"":`similarity ${O(n.similarity)} over ${y(n.methods,"method")} in place`;switch(e){case"on-card":return`${t}, from its card`;case"measured":return`${t}, written into its card`;case"not-asked":return"not measured, as asked";case"unknown-training":return"not measured, for the revision of its training is not known here";case"budget-spent":return"not measured, for the budget is spent";default:return e}}function Gy({changes:e,forgetting:n}){let t=s=>(e?.all[s]??0)+(n?.[s]??0),[r,o]=[t("championFailed"),t("challengerFailed")];if(r+o===0)return[];let i=(e?.all.units??0)+(n?.units??0);return[`failed, of ${y(i,"method")}, and measured as stubs: ${v(String(r))} by the champion, ${v(String(o))} by the challenger`]}function zy({network:e,securityManager:n}){return`${e==="none"?"without a network":"with the network of this machine in reach"}, ${n?"held by the JVM’s security manager":"with the rights of this user"}`}function qy(e){return e.charAt(0).toUpperCase()+e.slice(1)}var tr=["record","on","decision","challenger","champion after it","why"];function ii({champion:e},n){return e===null?"No champion: nothing was promoted here":`Champion: ${n(e.name)}`}function si({records:e},n){return e.map(({id:t,at:r,kind:o,challenger:i,becomes:s,reasons:[a]})=>[n(t),r.slice(0,10),Ky[o],n(i.name),s===null?le:n(s.name),a===void 0?le:Jy[a]])}var Ky={promoted:"promoted",kept:"champion kept","rolled-back":"rolled back"},Jy={"first-champion":"the first one","budget-spent":"budget spent",unanswered:"a server did not answer",closer:"closer on the changes","not-closer":"not closer on the changes","difference-too-small":"difference too small","too-few-changes":"too few changes",remembers:"nothing forgotten",forgot:"forgot","forgetting-unsure":"may have forgotten","nothing-to-forget":"nothing to forget","tasks-kept":"tasks as before","tasks-lost":"tasks lost","tasks-not-asked":"tasks not asked","likelihood-kept":"foreign code as before","likelihood-lost":"foreign code less likely","likelihood-not-asked":"foreign code not asked","likelihood-not-given":"no log-probabilities","likelihood-not-comparable":"tokens not comparable"};function jc(e,n){let t=ri(e),r=t.length===0?[]:[["",...nr],...t.map(({label:s,cells:a})=>[s,...a])],{challenger:o,champion:i}=e;return N(F([`palimpsest promote  ${S($(e.head))}`,ti(e)],n),kt(e).flatMap(s=>b(s,n)),X(r,"  ").map((s,a)=>a===0?q(n).dim(s):s),oi(e).flatMap(s=>b(S(s),n)),[o,...i===null?[]:[i]].flatMap(({model:s})=>b(S(I(s)??""),n)),[...be(e.leftOut,n),...oe(e.notes,n)],[o,...i===null?[]:[i]].flatMap(s=>Xn(s).flatMap(a=>b(`${S(s.reference)}: ${a}`,n))))}function Wc(e,n){let t=e.records.length===0?[]:[tr,...si(e,S)];return N(F(["palimpsest promote",ii(e,S)],n),Vy(t).map((r,o)=>o===0?q(n).dim(r):r))}function Vy(e){let n=(e[0]??[]).map((t,r)=>Math.max(...e.map(o=>G(o[r]??""))));return e.map(t=>`  ${t.map((r,o)=>we(r,n[o]??0)).join("  ")}`.trimEnd())}function ai(e,n){let{model:t,dataset:r}=e,o=n(D(t)),i=r===null?Gn(t,"the project"):`${y(r.examples.train,"example")} (recipe ${r.recipe})`,s=t.trainedAt===null?"":` of ${n(J(t.trainedAt.revision))}`,a=t.recipe?.epochs??null,l=a===null?"":` in ${y(Number(a.toFixed(2)),"epoch")}`,d=t.baseModel===null?"":`, from ${n(t.baseModel)}`;return`${o} learned ${i}${s}${l}${d}.`}function li({losses:e}){let n=e.flatMap(({loss:i})=>i??[]),t=e.flatMap(({validationLoss:i})=>i??[]),r=[...Hc("loss",n),...Hc("validation loss",t)],o=e.at(-1);return o===void 0||r.length===0?null:`${en(r)} over ${y(o.step,"step")}`}function Hc(e,n){let[t]=n,r=n.at(-1);return t===void 0||r===void 0?[]:[n.length===1?`${e} ${Ys(r)}`:`${e} ${Ys(t)} → ${Ys(r)}`]}function Ys(e){return e.toPrecision(3)}var di="This run had finished before: nothing was trained now.";function Gc(e,n){let{output:t,serve:r,remarks:o}=e,i=(s,a)=>a===null?[]:[`  ${s} ${S(a)}`];return N(F([`palimpsest specialize  --trainer ${e.trainer}`,S(t.folder)],n),[...b(S(ai(e,s=>s)),n),...e.trained?[]:b(di,n)],Xy(e,n),[...i("card:  ",t.card),...i("models:",t.models),...i("chart: ",t.chart)],r.length===0?[]:["  To serve it, one of these:",...r.flatMap(Yy)],o.flatMap(s=>b(S(s),n)))}function Yy({server:e,command:n}){return[`    # ${S(e)}`,`    ${S(n)}`]}var Uc="▁▂▃▄▅▆▇█",Qy=60;function Xy(e,n){let t=li(e);if(t===null)return[];let r=e.losses.flatMap(({loss:d})=>d??[]),o=Od(r,Math.max(2,Math.min(Qy,n.width-4))),[i,s]=[Math.min(...o),Math.max(...o)],a=d=>Uc[s===i?0:Math.round((d-i)/(s-i)*(Uc.length-1))]??"";return[...o.length<2?[]:[`  ${q(n).cyan(o.map(a).join(""))}`],...b(t,n)]}function ci({freshness:e}){if(e===null)return[];let n=zr(e),t=Gr.map(o=>[o,v(String(e.parts[o].units)),n[o]]),r=V({value:e.value,margin:null});return X([["since training","methods","points"],...t,["freshness","",r]],"  ")}function rr(e,n=30){let t=e.filter(({freshness:r})=>Number.isFinite(r)).slice(-Math.min(n,30));return t.length<2?[]:t}function or(e){let n=[e[0],e.at(-1)].map(i=>Zy(i?.committedAt??null)),[t,r]=n,o=t==null||r==null?"":t===r?`, ${t}`:`, ${t} to ${r}`;return`the last ${e.length} entries of the ledger${o}`}function Zy(e){let n=e===null?Number.NaN:Date.parse(e);return Number.isFinite(n)?new Date(n).toISOString().slice(0,10):null}var Qs=["▁","▂","▃","▄","▅","▆","▇","█"],zc="  ";function ui({history:e,line:n},t){let r=e.map(({freshness:d})=>d).filter(Number.isFinite),[o,i]=[Math.min(n,...r),Math.max(1,...r)],s=`  ▁ ${qc(o)}  █ ${qc(i)}`,a=rr(e,t.width-zc.length-G(s));if(a.length===0)return[];let l=a.map(({freshness:d})=>Qs[ew(i===o?1:(d-o)/(i-o))]);return[...b(`Freshness over ${or(a)}:`,t),`${zc}${l.join("")}${s}`]}function ew(e){return Math.max(0,Math.min(Qs.length-1,Math.floor(e*(Qs.length-1)+1e-9)))}function qc(e){return V({value:e,margin:null})}function Vc(e,n){let{ledger:t,model:r,at:o}=e;return N(F([`palimpsest status  ${S($(o))}`,`model: ${S(j(r))}`],n),[...Kc(b(tt(e),n),nw(e,q(n))),...Kc(b(`Recommendation: ${Qr(e)}`,n),tw(e,q(n))),...nt(e,Xs).flatMap(i=>Zs("-",2,i,n))],[...rt(e,Xs),S(I(r)??"")].flatMap(i=>b(i,n)),t===null?[]:ci(t),t===null?[]:ui(t,n),t===null?[]:[`${Ee(t)}.`,...Xr(e,Xs)].flatMap(i=>b(i,n)),[...mi("age",[Zr(e)],n),...mi("gain",ot(e),n),...mi("drift",eo(e),n),...mi("forecast",no(e),n)])}function Xs(e){return e.startsWith("palimpsest ")?`\`${S(e)}\``:S(e)}function Kc(e,n){return e.map(t=>n(t))}function nw({ledger:e},n){let t=e?.verdict.kind??"unknown";switch(t){case"fresh":return n.green;case"stale":return n.red;case"unknown":return n.dim;default:return t}}function tw({recommendation:e},n){return e.kind==="keep"?n.bold:t=>n.bold(n.yellow(t))}var Jc=8;function mi(e,n,t){return n.flatMap((r,o)=>o===0?Zs(we(e,Jc),0,r,t,q(t).dim):Zs(" ".repeat(Jc),0,r,t))}function Zs(e,n,t,r,o=i=>i){let i=" ".repeat(2+n),s=i+" ".repeat(e.length+(e.length>1?2:1));return b(t,r,s).map((a,l)=>l===0?i+o(e)+a.slice(i.length+e.length):a)}function Yc(e,n){let{ledger:t,model:r,methods:o,notes:i,route:s,to:a}=e;return N(F([`palimpsest update  ${S($(a))}${s==="budget-spent"?"  not brought further":""}`,`model: ${S(j(r))}`],n),[...b(qr(t,r),n),...b(Ee(t),n),...b(S(I(r)??""),n)],ci(t),ui(t,n),b(Kr(e,l=>S($(l))),n),[...$n(o,n),...oe(i,n)],sn(e,n))}function Qc(e,n){return`${rw(e,n).join(`
`)}
`}function rw(e,n){switch(e.kind){case"check":return Sc(e,n);case"evaluate":return Rc(e,n);case"compare":return Ic(e,n);case"score":return xc(e,n);case"erase":return Cc(e,n);case"train":return Tc(e,n);case"update":return Yc(e,n);case"drift":return Fc(e,n);case"gain":return _c(e,n);case"status":return Vc(e,n);case"backtest":return lc(e,n);case"promote":return jc(e,n);case"promotions":return Wc(e,n);case"estimate":return Nc(e,n);case"dataset":return Ec(e,n);case"specialize":return Gc(e,n);default:return e}}var ow=120;function an(e){return Qc(e,{color:!1,width:ow})}function On({section:e}){return e===null?"Palimpsest":`Palimpsest (${e})`}async function Xc(e,n,t){await e.write([{key:ea(n)+t,text:"begun"}])}async function fi({documents:e,of:n,head:t},r){for(let o of await sw(e,n)){if(o===t)continue;let i=await r.forge.checkRuns.abandon({revision:o,name:On(r),...aw(t)});i.kind==="refused"&&r.log.warning(W({kind:"refused",what:"check-run",reason:i.reason},String)),await iw(e,n,o)}}async function iw(e,n,t){await e.write([{key:ea(n)+t,text:null}])}function ea(e){return`${Tn(e)}begun/`}async function sw(e,n){let t=ea(n);return(await e.keys(t)).map(r=>r.slice(t.length))}function aw(e){if(e===null)return{title:"Not checked: closed in the meantime",summary:`The pull request was closed before this check ended.
`};let n={kind:"superseded",by:e};return{title:dt([n]),summary:`${W(n,g)}
`}}import nu from"picomatch/posix.js";var ir=Symbol("**"),lw=255;function na(e){let n=e.replace(/^(?:\.\/)+|\/+$/g,""),t=e.endsWith("/")||!nu.scan(n).isGlob,r=n.split("/").map(cw),o=r.at(-1)===ir?[...r,dw]:r;return t?i=>Zc(i,[...r,ir]):i=>Zc(i,o)}function dw(){return!0}function cw(e){return e==="**"?ir:/[*?[{]/.test(e)?nu(e,{dot:!0,nonegate:!0}):n=>n===e}function Zc(e,n){let t=eu([0],n);for(let r of e.split("/")){if(r.length>lw)return!1;let o=[];for(let i of t){let s=n[i];s===ir?o.push(i):s?.(r)&&o.push(i+1)}if(o.length===0)return!1;t=eu(o,n)}return t.has(n.length)}function eu(e,n){let t=new Set;for(let r of e)for(let o=r;!t.has(o)&&(t.add(o),n[o]===ir);o++);return t}function ru({under:e,globs:n}){let t=n.filter(o=>!o.startsWith("!")).map(na),r=n.filter(o=>o.startsWith("!")).map(o=>na(o.slice(1)));return o=>(e===""||o.startsWith(`${e}/`))&&(t.length===0||t.some(i=>i(o)))&&!r.some(i=>i(o))}function sr(e,n){if(iu(n))return e;let t=ru(n);return{identity:()=>e.identity(),resolve:r=>e.resolve(r),defaultBranch:()=>e.defaultBranch(),mergeBase:(r,o)=>e.mergeBase(r,o),isAncestor:(r,o)=>e.isAncestor(r,o),changedFiles:async(r,o)=>(await e.changedFiles(r,o)).filter(({path:i})=>t(i)),tree:r=>uw(e.tree(r),t)}}function uw(e,n){return{list:async()=>(await e.list()).filter(n),read:t=>mw(e,t,n)}}async function*mw(e,n,t){let r=e.read(n.filter(t))[Symbol.asyncIterator]();try{for(let o of n){if(!t(o)){yield{path:o,bytes:null};continue}let{done:i,value:s}=await r.next();if(i===!0)return;yield s}}finally{await r.return?.()}}function ou(e,n){if(iu(n))return e;let t=ru(n);return{firstParents:r=>e.firstParents(r),blobs:r=>e.blobs(r),differences:(r,o)=>fw(e,e.differences(r,o),t,o)}}async function*fw(e,n,t,{countLines:r}){for await(let o of n){let i=[];for(let s of o){let a=s.before!==null&&t(s.before.path)?s.before:null,l=s.after!==null&&t(s.after.path)?s.after:null;if(a===s.before&&l===s.after)i.push(s);else if(a!==null||l!==null){let d=r?await pw(e,a??l):0;i.push({before:a,after:l,addedLines:l===null?0:d,deletedLines:a===null?0:d})}}yield i}}async function pw(e,n){if(n===null)return 0;for await(let t of e.blobs([n.blob])){if(t===null||t.subarray(0,hw).includes(0))return 0;let r=0;for(let o of t)o===tu&&r++;return t.length>0&&t.at(-1)!==tu?r+1:r}return 0}var hw=8e3,tu=10;function iu({under:e,globs:n}){return e===""&&n.length===0}var gw=600,yw=/^https?:\/\/[\w.-]+(?::\d+)?(?:\/(?!\.{0,2}(?:[/?#]|$))[\w.%+:@-]+)*\/?(?:[?#][\w.%+:@/?&=#-]*)?$/,su=/^[0-9a-f]{40,64}$/;function pi(e,n,t,r){let o=g(e),i=n.split("/"),s=i.every(a=>!["",".",".."].includes(a))&&Number.isInteger(t)&&t>0;return r===null||r.repositoryUrl===null||!s||!su.test(r.headRevision)?o:St(o,`${r.repositoryUrl}/blob/${r.headRevision}/${i.map(ww).join("/")}#L${t}`)}function Ke(e,n,t){let r=g(e);return t===null||t.repositoryUrl===null||!su.test(n)?r:St(r,`${t.repositoryUrl}/commit/${n}`)}function St(e,n){return n!==null&&n.length<=gw&&yw.test(n)?`[${e}](${n.replaceAll("&","&amp;")})`:e}function ww(e){return encodeURIComponent(e.replace(new RegExp("\\p{Cs}","gu"),"�")).replace(/[!'()*~]/g,n=>`%${n.charCodeAt(0).toString(16).toUpperCase()}`)}function gi(e){let n=Oe(e.methods.length,e);return n===null?au(e):e.methods.length===0?"The budget did not suffice for any method":`${au(e)} (${n})`}function au(e){let{methods:n}=e,t=Yn(e.model);if(n.length===0)return"No method has new code";let{outdated:r,unfamiliar:o,new:i,ambiguous:s,failed:a}=cu(e),l=d=>n.length===1?"The changed method is":`${v(String(d))} of ${y(n.length,"changed method")} ${ys(d)}`;return r>0?`${l(r)} outdated for ${t}`:o>0?`${l(o)} unfamiliar to ${t}`:i>0?`${l(i)} new to ${t}`:a===n.length?`${hi(t)} wrote ${n.length===1?"nothing for the changed method":`none of the ${y(a,"changed method")}`}`:s>0?`${l(s)} ambiguous for ${t}`:a>0?`${hi(t)} wrote nothing for ${v(String(a))} of ${y(n.length,"changed method")}`:n.length===1?`${hi(t)} knows the changed method`:`${hi(t)} knows all ${y(n.length,"changed method")}`}function lu(e,n){let{methods:t}=e,r=Ie(e);if(t.length===0&&r!==null)return`${r}.`;if(t.length===0&&n!==null)return"This change gives no method new code: there is nothing to check.";if(t.length===0)return`Nothing to check between ${g(Ue(e.base))} and ${g(Ue(e.head))}.`;let o=Rw(e,n),i=bw(e).map((a,l)=>a(l===0?o:"it"));return`${e.unasked===void 0?"This change touches":"This is about"} ${y(t.length,"method")} in ${y(_o(e),"file")}: ${i.join("; ")}.`}function du(e){return(Qt(e.methods).get("outdated-by-change")??0)===0?null:"New code makes a model outdated: that is the normal effect of work, and nothing for the author to mend."}function bw(e){let n=e.methods.length,{outdated:t,outdatedAlready:r,unfamiliar:o,unfamiliarAlready:i,new:s,ambiguous:a,failed:l,known:d}=cu(e),u=n===2?"both":`all ${v(String(n))}`,c=p=>n===1?"it":p===n?u:`${v(String(p))} of them`,m=p=>n===1?"it is":`${p===n?u:v(String(p))} ${ys(p)}`;return[t>0&&(p=>`${p} would **write the old code** in ${c(t)}${kw(r,t)}`),o>0&&(p=>`${m(o)} unfamiliar to ${p}${Sw(i,o)}`),s>0&&(p=>`${m(s)} new to ${p}`),a>0&&(p=>`${p} disagrees with itself on ${c(a)}`),l>0&&(p=>`${p} gave no usable answer for ${c(l)}`),d>0&&(p=>`${p} knows ${d===n?c(n):vw(d)}`)].filter(p=>p!==!1)}function kw(e,n){return e===0?"":e===n?", and was already behind there":`, and was already behind in ${v(String(e))} of these`}function Sw(e,n){return e===0?"":e===n?`, and ${n===1?"was":"were"} before`:`, ${v(String(e))} of these before this change too`}function vw(e){return e===1?"the other":`the other ${v(String(e))}`}function Rw(e,n){let{model:t,modelOrigin:r,base:o,standing:i}=e;if(t===null)return"the model";let s=i===void 0?null:cc(i);if(r==="trained"&&t.trainedAt!==null&&s!==null){let{revision:a}=t.trainedAt;return`${g(D(t))} (trained ${s}, at ${Ke(J(a),a,n)})`}return r==="trained-on-base"?`${g(D(t))} (trained on ${g(Ue(o))})`:`${g(D(t))} (${Un(t,g)})`}function hi(e){return e.replace(/^./,n=>n.toUpperCase())}function cu(e){let n=Qt(e.methods),t=(...r)=>r.reduce((o,i)=>o+(n.get(i)??0),0);return{outdated:t("outdated-by-change","outdated","outdated-already"),outdatedAlready:t("outdated-already"),unfamiliar:t("unfamiliar-since","unfamiliar","unfamiliar-already"),unfamiliarAlready:t("unfamiliar-already"),new:t("new"),ambiguous:t("ambiguous"),failed:t("failed"),known:t("familiar","reproduced")}}var xw=120,Cw=50,Tw=120;function uu(e,n=[]){let t=n.some(({kind:i})=>i==="gate-met")?"Gate met: ":"",r=ct(e,!1),o=gi(e);return ta(t+(r===null?o:`${r} · ${o.charAt(0).toLowerCase()}${o.slice(1)}`))}function mu(e){return ta(dt(e))}function fu(e){return ft(e.methods).filter(n=>!Yt(n)&&n.verdict!==null&&n.line>=1).slice(0,Cw).map(n=>({path:n.path,line:n.line,title:Mw(n),message:Pw(n,Yn(e.model))}))}function Mw(e){switch(Z(e)){case"outdated-by-change":case"outdated":case"outdated-already":return"The model still writes the old code";case"new":return"New to the model";case"ambiguous":return"The model’s answers disagree";default:return"Unfamiliar to the model"}}function Pw(e,n){let t=ta(S(Pe(e.id,e.path)),Tw),r=e.similarityToPrevious===null?"":`, and ${T(e.similarityToPrevious)} like the code before`;return`${t}: what ${n} writes here is ${T(e.similarity)} like this code${r}. That says how well the model knows it, not how good it is; there is nothing to mend.`}function ta(e,n=xw){if(e.length<=n)return e;let t="";for(let r of e){if(t.length+r.length>=n)break;t+=r}return`${t}…`}var pu=["gate-met","model-unreachable","superseded","fork-by-shadow","budget-spent","ignored","ledger-behind","edits-settings","read-only","refused","checkout-ignored"];function hu(e){return[...e].sort((n,t)=>pu.indexOf(n.kind)-pu.indexOf(t.kind))}function ln(e){let n=rr(e.history);return n.length===0?[]:_(`Freshness over ${or(n)}`,$w(e))}function $w({history:e,line:n}){let t=rr(e);if(t.length===0)return[];let r=t.map(({freshness:s})=>s*100),o=Math.floor(Math.min(n*100,...r))-1,i=Math.ceil(Math.max(100,...r));return["```mermaid","xychart-beta",`  title "Freshness and the line of ${T(n)}"`,`  x-axis "${or(t)}" 1 --> ${t.length}`,`  y-axis "%" ${o} --> ${i}`,`  line [${r.map(gu).join(", ")}]`,`  line [${r.map(()=>gu(n*100)).join(", ")}]`,"```"]}function gu(e){return String(Number(e.toFixed(2)))}var Lw=new Set(["gate-met","model-unreachable","superseded","fork-by-shadow"]);function yu(e){return e?.notices.some(({kind:n})=>n==="model-unreachable")??!1}function vt(e,{section:n}){return n===null?e:`${g(n)}: ${e}`}function ra(e){let n=hu(e?.notices??[]),t=r=>n.filter(({kind:o})=>Lw.has(o)===r).map(Ow);return{pressing:t(!0),further:C(t(!1))}}function Ow(e){return W(e,n=>g(n)).replace(/^This check fails/,"**$&**")}function wu({standing:e},n){if(e===void 0)return[];let{gain:t}=e,r=t?.head.revision??"",o=$o(e,Ke(J(r),r,n)),i=[o===null?null:`**Would training again help?** ${o}`,Lo(e),Oo(e)].filter(s=>s!==null);return i.length===0?[]:[i.join(" ")]}function bu({standing:e}){return e?.freshness.kind==="known"?ln(e.freshness.before):[]}function ku(e,n){let{standing:t,model:r}=e;if(n===null&&t===void 0)return[];let o=uc(r,g),i=t===void 0?null:Io(t),s=[...i===null?[]:[i],...n?.reportUrl==null?[]:[St("Full report",n.reportUrl)],...n===null?[]:["check again: re-run the check"]];return[...o===null?[]:[`<sub>${o}</sub>`,...s.length===0?[]:[""]],...s.length===0?[]:[`<sub>${s.join(" · ")}</sub>`]]}function Su(e){let{pressing:n,further:t}=ra(e);return M([`### ${vt(dt(e.notices),e)}`],...n.map(r=>[r]),t,["<sub>check again: re-run the check</sub>"])}var Iw=24,Ew=60,Aw=40;function Ru(e){return M([`### ${yo(e)}`],wo(e),Fw(e),Nw(e),_w(e),_("Never trained again, state by state",Dw(e)),C([`from ${g($(e.trainAt))} to ${g($(e.until))}`,...bo(e)]))}function Fw(e){return[...oa(["Again below","Mean freshness",...Ut]),...e.outcomes.map(n=>yi([Mn(n),qe(n.meanFreshness),...ko(n,e)]))]}function Nw({points:e,outcomes:n}){let t=Gt(e.filter(({freshness:a})=>a!==null),Iw),r=t.map(({freshness:a})=>vu(a?.value??0)),o=n.flatMap(({line:a})=>a===null?[]:[a]),i=Math.min(...o,...t.map(({freshness:a})=>a?.value??1)),s=Math.max(1,...t.map(({freshness:a})=>a?.value??1));return["```mermaid","xychart-beta",`  title "Freshness of a model that is never trained again${o.length>0?", and the lines":""}, %"`,`  x-axis [${t.map(({committedAt:a})=>`"${rn(a)}"`).join(", ")}]`,`  y-axis "%" ${Math.min(95,Math.floor(i*20)*5)} --> ${Math.ceil(s*100)}`,`  line [${r.join(", ")}]`,...o.map(a=>`  line [${t.map(()=>vu(a)).join(", ")}]`),"```"]}function _w({outcomes:e}){let n=e.flatMap(t=>t.trainings.slice(0,Aw).map(r=>yi([Mn(t),...vo(r)])));return n.length===0?[]:_("When the lines asked",[...oa(["Below",...So]),...n])}function Dw({points:e}){let n=Gt(e,Ew);return[...oa(["State of",...Ro]),...n.map(t=>yi([rn(t.committedAt),...xo(t)])),...Co(n.length,e.length).flatMap(t=>["",t])]}function oa(e){return[yi(e),`| :-- |${" --: |".repeat(e.length-1)}`]}function yi(e){return`| ${e.join(" | ")} |`}function vu(e){return String(Number((e*100).toFixed(2)))}var xu=3,Bw=3,jw=80;function Cu(e){if(e.texts.regenerated===null)return[];let n=vs(ks(e.texts.after,e.texts.regenerated));if(!Ss(n))return[];let t=Ww(n),r=t.slice(0,jw),o=t.length-r.length;return _(`What the model wrote for ${Wt(Pe(e.id,e.path))}`,["`-` the code after this change, `+` what the model wrote","",...st(o>0?[...r,`  … ${y(o,"more line")}`]:r,"diff")])}function Ww(e){let n=e.map((i,s)=>e.slice(Math.max(0,s-xu),s+xu+1).some(({mark:a})=>a!==" ")),t=[],r=[],o=()=>{t.push(...r.length<Bw?r:[`  … ${y(r.length,"line")} in both`]),r=[]};for(let[i,{mark:s,text:a}]of e.entries()){let l=`${s}${a}`.trimEnd();n[i]?(o(),t.push(l)):r.push(l)}return o(),t}function Mu(e,n,t){let r=ft(e.methods),o=r.filter(l=>!Yt(l)).slice(0,n.rows),i=r.slice(o.length),{pressing:s,further:a}=ra(t);return M([`### ${Hw(e,t)}`],[lu(e,t)],...s.map(B),B(To(e)),B(Po(e,g)),Kw(e),Pu(o,n.links==="none"?null:t),Gw(i,o.length,n.foldedRows,n.links==="all"?t:null),...r.filter(l=>!Yt(l)&&l.texts.regenerated!==null).slice(0,n.diffs).map(Cu),yu(t)?[]:zw(r),B(du(e)),B(I(e.model,g)),B(Mo(e)?null:Ao(e.modelOrigin,g)),e.methods.length===0?[]:wu(e,t),qw(e),e.methods.length===0?[]:bu(e),a,Jw(e),Ae(e),ku(e,t))}function Hw(e,n){let t=ct(e)??gi(e);return n===null?t:vt(t,n)}function Pu(e,n){return e.length===0?[]:["| Method | Similarity | To the code before | |","| :-- | --: | --: | :-- |",...e.map(t=>Uw(t,n))]}function Uw(e,n){return`| ${[pi(Pe(e.id,e.path),e.path,e.line,n),Tu(T(e.similarity)),Tu(T(e.similarityToPrevious)),mt(e)].join(" | ")} |`}function Tu(e){return e.replaceAll(" "," ")}function Gw(e,n,t,r){if(e.length===0)return[];let o=`${y(e.length,n===0?"method":"more method")}${No(e)}`,i=e.slice(0,t),s=e.length-i.length,a=`${y(s,"method")} did not fit here; the JSON report has all of them.`;return _(o,[...Pu(i,r),...s>0&&i.length>0?[""]:[],...s>0?[a]:[]])}function zw(e){let n=_e(e);return n===null?[]:[`${n}.`,...Fe(De(e,3))]}function qw(e){let{cosmetic:n,moved:t,deleted:r,leftOut:o,notes:i}=e,s=[...lo("changed in white space or comments alone",n),...lo("moved with the same code",t.map(({id:a})=>a)),...lo("deleted",r),...ye(o),...te(i)];return s.length===0?[]:_("Not scored, and notes on files",C(s))}function Kw(e){let n=Ie(e);return n===null||e.methods.length===0?[]:[`${n}.`]}function Jw(e){let n=Fo(e.summary.methods);return n.length===0?[]:[`<sub>${n.join(" · ")}</sub>`]}var Vw=10;function $u(e){let{model:n,summary:t}=e,r=g(D(n)),o=`${y(t.methods.count,"method")} in ${y(t.files.count,"file")}`;return M([`### ${Eu(r,t)}${Yw(e)}`],[`${g(zn(e.source))}, ${o}; ${[Kn(e.protocol),...qn(e)].join("; ")}; ${j(n,g)}.`],Qw(e),Au(e,r),Xw(e),Fu(e),e.protocol==="recreate"&&$e(n)?[ut]:[],B(I(n,g)),Nu(e.methods),_u(e.files),wi(e),Ae(e))}function Lu(e){return M([`### ${Eu(g(e.regenerated),e.summary)}`],[`${g(e.regenerated)} against ${g(e.original)}.`],Au(e,"regenerated"),Fu(e),Nu(e.methods),_u(e.files),wi(e))}function Ou(e){let{erased:n,stub:t}=e,r=y(t.files.count,"file");return M([`### Erased ${y(n.bodies,"body","bodies")} in ${r}`],[`${y(n.characters,"character")} of ${g(e.directory)} erased; the stubs are in ${g(e.outputDirectory)}.`],t.files.count===0?[]:[`Here a model starts: error rate ${K(t.files.errorRate,2)} characters, similarity ${O(t.files.similarity,4)} over ${r}.`],wi(e))}function Iu(e){let{model:n,output:t,source:r}=e,o=Gn(n,"the project");return M([`### ${g(D(n))} learned ${o}`],[`Trained on ${g($(r))}: ${g(t.model)} (${Lr(t.bytes)}), card ${g(t.card)}.`],B(I(n,g)),wi(e))}function Yw(e){let n=Oe(e.summary.methods.count,e);return n===null?"":` (${n})`}function Qw(e){let n=Ie(e);return n===null?[]:[`${n}.`]}function Eu(e,{files:n}){let t=y(n.count,"file");return n.recovery===null?`${e}: nothing was erased in ${t}`:n.recovery<0?`${e} is further from the original than the bare stubs, over ${t}`:`${e} brings back ${T(n.recovery)} of what was erased in ${t}`}function Au({summary:e,stub:n},t){let r=Wo(e,n,t).flatMap(({sample:o,lines:i})=>[`| **${o}** | | | |`,...i.map(s=>`| ${[s.label,...Ho(s.scores)].join(" | ")} |`)]);return[`| | ${jo.join(" | ")} |`,"| :-- | --: | --: | --: |",...r]}function Fu(e){let n=Vt(e.reproduced,e.summary.methods);return n===null?[]:[`${n}.`]}function Xw(e){let n=Eo(e);return n===null?[]:[`${n}.`]}function Nu(e){let n=_e(e);return n===null?[]:[`${n}.`,...Fe(De(e,3))]}function _u(e){let n=Uo(e,Vw);return n.length===0?[]:_(Go(e,n.length),["| File | Error | Similarity |","| :-- | --: | --: |",...n.map(({id:t,distance:r,similarity:o})=>`| ${g(t)} | ${K(r,0)} | ${O(o,4)} |`)])}function wi({leftOut:e,notes:n}){let t=[...ye(e),...te(n)];return t.length===0?[]:_("Left out, and notes on files",C(t))}function Du(e){let[n,...t]=Xo(e,g),[r,...o]=Zo(e,g),i=[...ye(e.leftOut),...te(e.notes)],s=Qo(e,g);return M([`### ${qo(e,g)}`],[`${Ko(e,g).join("; ")}.`],C(Jo(e,g)),...[n,...t,r].map(a=>Zw(a)),...o.map(a=>_(ju(a.title),Bu(a))),C(Vo(e,g).map(a=>`${a}.`)),Fe(Yo(e)).slice(1),i.length===0?[]:_("Left out, and notes on files",C(i)),s.length===0?[]:[`<sub>${s.join(" · ")}</sub>`])}function Zw(e){return e===void 0||e.rows.length===0?[]:[`**${ju(e.title)}**`,"",...Bu(e)]}function Bu({headings:e,rows:n}){return[`| | ${e.join(" | ")} |`,`| :-- |${e.map(()=>" --: |").join("")}`,...n.map(([t="",...r])=>{let o=e.map((i,s)=>r[s]??"");return`| ${[t.trim(),...o].join(" | ")} |`})]}function ju(e){return e.charAt(0).toUpperCase()+e.slice(1)}var eb=36,nb=15;function Hu(e){let{shown:n,rest:t}=Br(e,eb);return M([`### ${Fr(e)}`],[`${g($(e.until))}, ${Er(e)}; ${Ir(e)} of main source.`],C([..._r(e,g),...Dr(e),...Nr(e.yearly),...Qn(e.forecast,e.model),...B(I(e.model,g))]),tb(n),rb(e,n),_("The months",[...ob(e,n),...t.flatMap(r=>["",`… ${r}.`])]),ib(e),sb(e))}function tb(e){let n=e.map(({share:t})=>Gu(t??0));return Uu("Lines changed per month, % of the lines at its start",e,`bar [${n.join(", ")}]`,!1)}function rb({survival:e},n){let t=n.filter(o=>tn(o,e,"methods")!==null);if(t.length===0)return[];let r=t.map(o=>Gu(tn(o,e,"methods")??0));return Uu("Methods of the first day that still stand, %",t,`line [${r.join(", ")}]`,!0)}function Uu(e,n,t,r){return["```mermaid","xychart-beta",`  title "${e}"`,`  x-axis [${n.map(({month:o})=>`"${o}"`).join(", ")}]`,`  y-axis "%"${r?" 0 --> 100":""}`,`  ${t}`,"```"]}function Gu(e){return String(Number((e*100).toFixed(2)))}function ob({survival:e},n){return["| Month | Lines changed | of lines | Files | Commits | Lines standing | Methods standing |","| :-- | --: | --: | --: | --: | --: | --: |",...n.map(t=>zu([t.whole?t.month:`${t.month} so far`,`${Ar(t.share)} (+${v(String(t.added))} -${v(String(t.deleted))})`,v(String(t.lines)),v(String(t.files)),v(String(t.commits)),Wu(t.standing?.lines,tn(t,e,"lines")),Wu(t.standing?.methods,tn(t,e,"methods"))]))]}function Wu(e,n){return e===void 0?T(null):`${T(n)} (${v(String(e))})`}function ib(e){let n=e.packages.slice(0,nb);if(n.length===0)return[];let t=jr(e),r=[`| Package | Added | Deleted | Of all ${v(String(t))} | Lines now |`,"| :-- | --: | --: | --: | --: |",...n.map(i=>zu([g(Wr(i.name)),v(String(i.added)),v(String(i.deleted)),T((i.added+i.deleted)/t),v(String(i.lines))]))],o=n.length<e.packages.length?`, the first ${n.length}`:"";return _(`The packages that move most, of ${y(e.packages.length,"package")}${o}`,r)}function zu(e){return`| ${e.join(" | ")} |`}function sb({leftOut:e,notes:n}){let t=[...ye(e),...te(n)];return t.length===0?[]:_("Left out, and notes on files",C(t))}function qu({command:e,models:n}){return M([`### What \`palimpsest ${e}\` would ask`],...n.length===0?[["No model would be asked: there is no method to write."]]:[],...n.flatMap(t=>[[`${Hr(t,g)}.`],C(Ur(t))]),["<sub>A dry run: nothing was asked.</sub>"])}function Ku(e){let n=[...ye(e.leftOut),...te(e.notes)];return M([`### ${Yr(e)}`],[Zn(e)],B(Ie(e)),ab(e),C([`up to ${g($(e.head))}`,...et(e,g)]),B(I(e.model,g)),n.length===0?[]:_("Left out, and notes on files",C(n)),Ae(e))}function ab(e){let n=Vr(e);if(n.length===0)return[];let t=Jr(e);return[`| | ${t.join(" | ")} |`,`| :-- |${" --: |".repeat(t.length)}`,...n.map(({label:r,cells:o})=>`| ${[r.trim(),...o].join(" | ")} |`)]}function Ju(e){let n=[...ye(e.leftOut),...te(e.notes)],[t,...r]=kt(e),o=[e.challenger,...e.champion===null?[]:[e.champion]];return M([`### ${ti(e)}: ${g(e.challenger.reference)}`],B(t??null),C(r),lb(e),C(oi(e,g)),...o.map(({model:i})=>B(I(i,g))),n.length===0?[]:_("Left out, and notes on files",C(n)),...o.map(i=>Ae(i)))}function lb(e){let n=ri(e);return n.length===0?[]:[`| | ${nr.join(" | ")} |`,`| :-- |${" --: |".repeat(nr.length)}`,...n.map(({label:t,cells:r})=>`| ${[t.trim(),...r].join(" | ")} |`)]}function Vu(e){let n=si(e,g);return M([`### ${ii(e,g)}`],n.length===0?[]:[`| ${tr.join(" | ")} |`,`|${" :-- |".repeat(tr.length)}`,...n.map(t=>`| ${t.join(" | ")} |`)])}var ia=4e3;function Yu(e){let{output:n,serve:t,model:r,trainer:o}=e,i=li(e),s=[`card ${g(n.card)}`,...n.models===null?[]:[`models file ${g(n.models)}`],...n.chart===null?[]:[`chart ${g(n.chart)}`]];return M([`### ${g(D(r))} is specialised`],[`${ai(e,g)} Trainer: ${o}.`],e.trained?[]:[di],B(i===null?null:`${cb(i)}.`),C(s),t.length===0?[]:["To serve it, one of these:"],...t.map(({server:a,command:l})=>[`${g(a)}:`,"",...db(l)]),C(e.remarks.map(a=>g(a.replaceAll("`","'"),ia))))}function db(e){return e.length>ia?["(too long to be shown here)"]:st([e],"sh",ia)}function cb(e){return e.slice(0,1).toUpperCase()+e.slice(1)}function bi({freshness:e}){if(e===null)return[];let n=zr(e);return["| Since training | Methods | Points |","| :-- | --: | --: |",...Gr.map(t=>`| ${t} | ${v(String(e.parts[t].units))} | ${n[t]} |`),`| freshness | | ${V({value:e.value,margin:null})} |`]}function Qu(e){let{ledger:n,model:t,at:r}=e;return M([`### ${tt(e)}`],[`**Recommendation: ${Qr(e)}**`],C(nt(e,g)),[`${j(t,g)}, looked at from ${g($(r))}.`,...rt(e,g)],B(I(t,g)),n===null?[]:bi(n),n===null?[]:ln(n),n===null?[]:[[`${Ee(n)}.`,...Xr(e,g)].join(" ")],C([`**Age.** ${Zr(e)}`,`**Gain.** ${ot(e).join(" ")}`,`**Drift.** ${eo(e).join(" ")}`,`**Forecast.** ${no(e).join(" ")}`]))}function Xu(e){let{ledger:n,model:t,methods:r,notes:o,route:i,to:s}=e,a=_e(r);return M([`### ${qr(n,t)}${i==="budget-spent"?" (not brought further)":""}`],[`${j(t,g)}, at ${g($(s))}. ${Ee(n)}.`],B(I(t,g)),bi(n),ln(n),[`${Kr(e,l=>g($(l)))}.`],a===null?[]:[`${a}.`,...Fe(De(r,3))],o.length===0?[]:_("Notes on files",C(te(o))),Ae(e))}var ub=65e3,mb=21e3,fb=1e6,Zu=[{rows:25,foldedRows:1e3,diffs:3,links:"all"},{rows:25,foldedRows:1e3,diffs:3,links:"open"},{rows:25,foldedRows:400,diffs:3,links:"open"},{rows:25,foldedRows:200,diffs:1,links:"open"},{rows:25,foldedRows:100,diffs:1,links:"open"},{rows:25,foldedRows:0,diffs:1,links:"open"},{rows:25,foldedRows:0,diffs:0,links:"open"},{rows:25,foldedRows:0,diffs:0,links:"none"},{rows:10,foldedRows:0,diffs:0,links:"none"},{rows:0,foldedRows:0,diffs:0,links:"none"}],pb=[{rows:100,foldedRows:5e3,diffs:25,links:"all"},...Zu];function Re(e,n=null,t=gb(n)){switch(e.kind){case"check":return hb(e,n,t);case"evaluate":return $u(e);case"compare":return Du(e);case"score":return Lu(e);case"erase":return Ou(e);case"train":return Iu(e);case"update":return Xu(e);case"drift":return Hu(e);case"gain":return Ku(e);case"status":return Qu(e);case"backtest":return Ru(e);case"promote":return Ju(e);case"promotions":return Vu(e);case"estimate":return qu(e);case"dataset":return Id(e);case"specialize":return Yu(e);default:return e}}function hb(e,n,t){let r="";for(let o of n?.voice==="summary"?pb:Zu)if(r=Mu(e,o,n),yb(r,n)<=t)break;return r}function gb(e){return e?.voice==="summary"?fb:e?.voice==="comment"&&e.section!==null?mb:ub}function yb(e,n){return n===null||n.voice==="comment"?e.length:wb(e)}function wb(e){let n=0;for(let t of e){let r=t.codePointAt(0)??0;n+=r<128?1:r<2048?2:r<65536?3:4}return n}function em({methods:e},n=[]){return n.some(({kind:t})=>t==="gate-met")||e.some(t=>!["failed","familiar","reproduced"].includes(Z(t)))}function nm({section:e,notices:n=[]}){let t=n.find(({kind:o})=>o==="ignored");if(t===void 0)return`${vt("By now this change gives no method new code: there is nothing to check.",{section:e})}
`;let r=W(t,o=>g(o));return`${vt(`There is no method to check. ${r}`,{section:e})}
`}function dn(e,n){let t=e.usage?.();return{...t===void 0?{}:{usage:t},...n.length===0?{}:{unasked:[...n].sort()}}}function tm(e,{index:n,count:t}){let r=Array.from({length:t},()=>({methods:0,paths:[]})),o=[...e].sort(([i,s],[a,l])=>l-s||L(i,a));for(let[i,s]of o){let a=bb(r);if(a===void 0)break;a.methods+=s,a.paths.push(i)}return new Set(r[n-1]?.paths)}function bb([e,...n]){return n.reduce((t,r)=>t&&kb(r,t)?r:t,e)}function kb(e,n){return e.methods<n.methods||e.methods===n.methods&&e.paths.length<n.paths.length}var Sb=4,vb=4,Rb=16;function sa(e){let n=e.map(({id:t})=>t);return{count:1,stratumOf:new Map(n.map(t=>[t,0])),drawn:new Set(n)}}function Rt(e,{size:n,seed:t}){if(n>=e.length)return sa(e);let r=xb(e,n),o=Cb(r.map(({length:a})=>a),n),i=new Map,s=new Set;for(let[a,l]of r.entries()){for(let{id:u}of l)i.set(u,a);let d=l.map(({id:u})=>({id:u,lot:Fd(t,u)}));d.sort((u,c)=>u.lot-c.lot||L(u.id,c.id));for(let{id:u}of d.slice(0,o[a]))s.add(u)}return{count:r.length,stratumOf:i,drawn:s}}function xb(e,n){let t=Math.max(1,Math.floor(n/Sb)),r=Math.min(vb,t),o=Math.min(Rb,Math.max(1,Math.floor(t/r))),i=[...e].sort((s,a)=>L(s.path,a.path)||L(s.id,a.id));return rm(i,o).flatMap(s=>rm(s.sort((a,l)=>a.length-l.length||L(a.id,l.id)),r))}function rm(e,n){let t=Array.from({length:n+1},(r,o)=>Math.round(o*e.length/n));return t.slice(1).map((r,o)=>e.slice(t[o],r)).filter(({length:r})=>r>0)}function Cb(e,n){let t=e.reduce((a,l)=>a+l,0),r=e.map(a=>n*a/t),o=r.map(Math.floor),i=n-o.reduce((a,l)=>a+l,0),s=[...r.keys()].sort((a,l)=>om(r[l])-om(r[a])||a-l);for(let a of s){if(i--<=0)break;o[a]=(o[a]??0)+1}return o.map((a,l)=>Math.min(e[l]??0,Math.max(2,a)))}function om(e=0){return e-Math.floor(e)}async function im(e){let{tree:n,languages:t,progress:r,signal:o,sample:i=null,shard:s=null}=e,{inScope:a,leftOut:l}=Mb(await n.list(),e);r.begin("counting methods",null);let d=[];for await(let f of re(n,a,t,o))for(let{id:p,path:h,body:k}of ar(f,e))d.push({id:p,path:h,length:k.end-k.start});r.end();let u=i===null?null:Rt(d,i).drawn,c=u===null?d:d.filter(({id:f})=>u.has(f)),m=s===null?new Set(a):tm(Tb(a,c),s);return{paths:a.filter(f=>m.has(f)),drawn:u,methods:c.filter(({path:f})=>m.has(f)).length,sample:i===null?null:{...i,methods:d.length},leftOut:l}}function Tb(e,n){let t=new Map(e.map(r=>[r,0]));for(let{path:r}of n)t.set(r,(t.get(r)??0)+1);return t}function Mb(e,{languages:n,scope:t,source:r,shard:o=null}){let i=e.filter(l=>n.forPath(l)!==void 0);if(i.length===0)throw uo("directory"in r?r.directory:r.name);let s=new Ne;if(t==="whole")return{inScope:i,leftOut:s};let a=[];for(let[l,d]of i.entries()){let u=ge(d);u===null?a.push(d):(o===null||l%o.count===o.index-1)&&s.file(u)}return{inScope:a,leftOut:s}}function aa({parsed:e},{scope:n}){return e===null||n==="whole"||!Le(e.text)}function ar(e,n,t){let{parsed:r,language:o}=e;return r===null?[]:aa(e,n)?n.scope==="whole"?r.units:r.units.filter(i=>{let s=Vn(o.tokenize,U(r,i));return s&&t?.method("empty-body"),!s}):(t?.file("generated",r.units.length),[])}function cn(e,n,t){let[r]=e;if(!(r===void 0||!e.every(({failure:o})=>o!==null&&Cn(o.reason))))throw new w("model-unavailable",`${n} gave no answer to any of ${e.length} ${e.length===1?"method":"methods"} (${r.failure?.detail})`,t)}var ki="The ledger was left as it is; run the command again when the model answers.",Si="Nothing was scored; run the command again when the model answers.";import{createHash as Pb}from"node:crypto";import{setImmediate as $b}from"node:timers/promises";import{pMapIterable as Lb}from"p-map";async function*ie(e,{model:n,samples:t,signal:r,progress:o,journal:i}){let s=Lb(e,async a=>{await $b(),r.throwIfAborted();let l=i===null?"":Ib(n,a.stub),d=i?.get(l),{stub:u,countsAs:c=u.target.id}=a,m={samples:a.samples??t,countsAs:c,signal:r},f=d??await n.regenerate(u,m);return d===void 0&&Ob(f)&&await i?.append(l,f),{item:a,regeneration:f}},{concurrency:n.concurrency,backpressure:n.concurrency*2});for await(let a of s)o.advance(),yield a}function Ob(e){return e.kind==="failed"?!Cn(e.reason):e.kind==="regenerated"}function Ib(e,{source:n,target:t}){return Pb("sha256").update(JSON.stringify([e.card.provider,e.card.fingerprint,t.id,n.path])).update(n.text).digest("hex")}var vi=class{leftOut=new Ne;notes=[];unasked=[];reproduced=0;#n=[];#e=[];file(n,t){let r={id:n,distance:t.distance,similarity:t.similarity};this.#n.push({row:r,measurement:t})}method(n,t){let r=n.failure!==null,{distance:o,similarity:i}=t,a={...n,...r?{distance:null,similarity:null}:{distance:o,similarity:i}};return this.#e.push({row:a,measurement:{...t,failed:r}}),a}stubs(){let n=({measurement:t})=>({distance:t.stubDistance,similarity:t.stubSimilarity});return{files:this.#n.map(n),methods:this.#e.map(n)}}report(){this.#n.sort((r,o)=>L(r.row.id,o.row.id)),this.#e.sort((r,o)=>L(r.row.id,o.row.id));let n=this.#n.map(({measurement:r})=>r),t=this.#e.map(({measurement:r})=>r);return{summary:Ln(n,t),stub:gt(n,t),files:this.#n.map(({row:r})=>r),methods:this.#e.map(({row:r})=>r),leftOut:this.leftOut.rows(),notes:this.notes}}};async function xt(e){let{output:n,journal:t}=e,r=await im(e),o=await Eb(r,e);return await n?.commit(),o.unasked===void 0&&await t?.finish(),o}async function Eb(e,n){let{tree:t,languages:r,model:o,output:i,journal:s,progress:a,signal:l,shard:d=null}=n,u=new vi;u.leftOut.addAll(e.leftOut),a.begin("writing again",e.methods);let c=async(A,fe)=>{let{bytes:pe,written:Wn}=Nb(A,fe,u);n.observe?.(Wn),await i?.write(A.source.path,pe)},m=new Map,f=Ab(re(t,e.paths,r,l),n,e,u,c);for await(let{item:A,regeneration:fe}of ie(f,{model:o,samples:1,signal:l,progress:a,journal:s})){let pe=m.get(A.file)??new Map;m.set(A.file,pe.set(A.stub.target.id,fe)),!(pe.size<A.file.units.length)&&(m.delete(A.file),await c(A.file,pe))}l.throwIfAborted(),a.end();let{summary:p,stub:h,files:k,methods:R,leftOut:x,notes:P}=u.report();return cn(R,o.card.name,Si),{schemaVersion:1,kind:"evaluate",protocol:n.protocol,source:n.source,model:o.card,sample:e.sample,...d===null?{}:{shard:{...d,stubs:u.stubs()}},reproduced:u.reproduced,...dn(o,u.unasked),summary:p,stub:h,files:k,methods:R,leftOut:x,notes:P}}async function*Ab(e,n,{drawn:t},r,o){for await(let i of e){r.notes.push(...i.notes);let s=ar(i,n,r.leftOut).filter(({id:l})=>t===null||t.has(l)),a={source:i,units:s};for(let l of Fb(a,n.protocol))yield{file:a,stub:l};s.length===0&&t===null&&aa(i,n)&&await o(a,new Map)}}function*Fb({source:e,units:n},t){if(e.parsed!==null)if(t==="in-place")for(let r of n)yield z(e.parsed,r);else yield*xd(e.parsed,new Set(n.map(({id:r})=>r)))}function Nb({source:e,units:n},t,r){let{parsed:o,language:i}=e;if(o===null)return{bytes:e.bytes,written:{source:e,measured:null,methods:[]}};let s=new Map,a=[];for(let p of n){let h=t.get(p.id);if(h?.kind==="unasked"){r.unasked.push(p.id),a.push({unit:p,row:null,body:null,exact:!1});continue}let k=h?.kind==="regenerated"?h.body:"{}";s.set(p.id,k);let R=U(o,p),x=h?.kind==="failed"?{reason:h.reason,detail:h.detail}:null,P=x===null&&Or(i.tokenize,R,k);P&&r.reproduced++;let A=r.method({id:p.id,path:p.path,line:p.line,failure:x,confidence:(h?.kind==="regenerated"?h.confidence:void 0)??null},ke(R,k));a.push({unit:p,row:A,body:x===null?k:null,exact:P})}if(n.length>0&&s.size===0)return{bytes:e.bytes,written:{source:e,measured:null,methods:a}};let l=xn(o,({id:p})=>s.get(p)).text,d=Rd(o,new Set(s.keys())).text,u=Zt(o.text,l,d);r.file(e.path,u);let{distance:c,similarity:m,stubDistance:f}=u;return{bytes:Ad({text:l,encoding:e.encoding}),written:{source:e,measured:{distance:c,similarity:m,erased:f},methods:a}}}var _b={.975:{normal:1.959963984540054,few:[12.7062047364,4.3026527297,3.1824463053,2.7764451052,2.5705818366,2.4469118487,2.3646242516]},.9:{normal:1.2815515655446004,few:[3.0776835372,1.8856180831,1.6377443536,1.5332062741]}};function un(e,n){let{normal:t,few:r}=_b[e],o=r[n-1];if(o!==void 0)return o;let i=(t**3+t)/4,s=(5*t**5+16*t**3+3*t)/96,a=(3*t**7+19*t**5+17*t**3-15*t)/384;return t+i/n+s/n**2+a/n**3}var mn={units:0,sum:0,former:{}},la={untouched:{},rescored:{unchanged:mn,modified:mn,new:mn},deleted:mn,failed:0};function am(e){let n={},t={unchanged:mn,modified:mn,new:mn},r=mn,o=0;for(let i of e){for(let s of i.units)if(s.score?.failed&&o++,s.rescored||s.trained===null){let a=ed(s);t[a]=sm(t[a],s)}else{let a=String(s.trained.stratum);n[a]=In(n[a],da(s.score?.similarity??null))}for(let s of i.departed)r=sm(r,{trained:s,score:null})}return{untouched:n,rescored:t,deleted:r,failed:o}}function da(e){return e===null?{population:1,drawn:0,sum:0,squares:0}:{population:1,drawn:1,sum:e,squares:e*e}}function sm(e,{trained:n,score:t}){let r={units:1,sum:t?.similarity??0,former:{}};if(n===null)return Ct(e,r);let o=n.similarity===null?0:1,i={[String(n.stratum)]:{units:1,drawn:o,sum:n.similarity??0}};return Ct(e,{...r,former:i})}function lm(e,n){return{untouched:dm(e.untouched,n.untouched,In),rescored:{unchanged:Ct(e.rescored.unchanged,n.rescored.unchanged),modified:Ct(e.rescored.modified,n.rescored.modified),new:Ct(e.rescored.new,n.rescored.new)},deleted:Ct(e.deleted,n.deleted),failed:e.failed+n.failed}}function Ct(e,n){return{units:e.units+n.units,sum:e.sum+n.sum,former:dm(e.former,n.former,Db)}}function Db(e,n){return e===void 0?n:{units:e.units+n.units,drawn:e.drawn+n.drawn,sum:e.sum+n.sum}}function In(e,n){return e===void 0?n:{population:e.population+n.population,drawn:e.drawn+n.drawn,sum:e.sum+n.sum,squares:e.squares+n.squares}}function dm(e,n,t){let r={...e};for(let[o,i]of Object.entries(n))r[o]=t(r[o],i);return r}var um={population:0,drawn:0,sum:0,squares:0};function lr({population:e,drawn:n,sum:t}){return n===e?t:n===0?0:e/n*t}function mm(e){return e.population===0?0:lr(e)/e.population}function ca({before:e,now:n}){return e.drawn===e.population&&n.drawn===n.population}function fm(e){let n=[],t=null;for(let[o,i]of e.entries()){let s={...i,members:[o],totalBefore:lr(i.before)};t=t===null?s:cm(t,s),Bb(t)&&(n.push(t),t=null)}if(t===null)return n;let r=n.pop();return[...n,r===void 0?t:cm(r,t)]}function Bb(e){return ca(e)||(e.now.population===0||e.now.drawn>=2)&&e.before.drawn>=2}function cm(e,n){return{before:In(e.before,n.before),now:In(e.now,n.now),members:[...e.members,...n.members],totalBefore:e.totalBefore+n.totalBefore}}function Ri(e,{now:n,before:t}){let r=0,o=0;for(let i of e){let{population:s,drawn:a,sum:l,squares:d}=i.before,{population:u,drawn:c,sum:m,squares:f}=i.now;if(!(n!==0&&c<u||t!==0&&a<s)||a<2)continue;let h=c>0&&c<u?n*(u/c)*(a/s):0,k=h-t,R=c===0?0:-h*m/c,x=k*m+c*R-t*(l-m),P=k*k*f+2*k*R*m+c*R*R+t*t*(d-f),A=Math.max(0,(P-x*x/a)/(a-1));r+=s*s*(1-a/s)*A/a,o+=a-1}return o===0?null:un(.975,o)*Math.sqrt(r)}function pm(e,n){let t=fm(e.map((c,m)=>({before:c,now:n.untouched[m]??um}))),r=Object.values(n.rescored),o=ce(t,({now:c})=>c.population)+ce(r,c=>c.units),i=ce(t,({now:c})=>lr(c))+ce(r,c=>c.sum),s=ce(e,({population:c})=>c),a=s===0?0:ce(t,({totalBefore:c})=>c)/s,l=o===0?null:{value:i/o,margin:Ri(t,{now:1/o,before:0})},d=s===0?null:Ri(t,{now:0,before:1/s}),u={value:a,margin:d,units:s};return{units:o,scored:ce(t,c=>c.now.drawn)+ce(r,c=>c.units),failed:n.failed,now:l,baseline:u,freshness:l===null||a===0?null:jb(t,n,o,l.value,u)}}function jb(e,n,t,r,{value:o,units:i}){let s=Wb(e,n),a=100/(t*o),l=ce(e,({now:k})=>k.population),{unchanged:d,modified:u,new:c}=n.rescored,{deleted:m}=n,f={unchanged:{units:l+d.units,points:a*(d.sum-s(d))},modified:{units:u.units,points:a*(u.sum-s(u))},new:{units:c.units,points:a*(c.sum-c.units*o)},deleted:{units:m.units,points:a*(m.units*o-s(m))}},p=f.unchanged.points+f.modified.points+f.new.points+f.deleted.points,h={now:1/(t*o),before:r/(o*o*i)};return{value:1+p/100,margin:Ri(e,h),parts:f}}function Wb(e,n){let t=[n.rescored.unchanged,n.rescored.modified,n.deleted],r=(s,{before:a,members:l})=>ce(l,d=>{let{units:u,drawn:c,sum:m}=s.former[d]??Hb;return u===c?m:m+(u-c)*mm(a)}),o=(s,{members:a})=>ce(a,l=>s.former[l]?.units??0),i=e.map(s=>{let a=ce(t,l=>o(l,s));return a===0||ca(s)?0:(s.totalBefore-lr(s.now)-ce(t,l=>r(l,s)))/a});return s=>e.reduce((a,l,d)=>a+r(s,l)+o(s,l)*(i[d]??0),0)}var Hb={units:0,drawn:0,sum:0};function ce(e,n){return e.reduce((t,r)=>t+n(r),0)}function gm(e,n){let t=e.at(-1)?.revision===n.revision?e.slice(0,-1):e;return[...t.slice(0,-100).filter((i,s)=>i.committedAt===null||hm(i)!==hm(t[s+1])),...t.slice(-100),n]}function hm(e){return e?.committedAt?.slice(0,10)}function ym(e,n){let t=[],r=n.committedAt===null?Number.NEGATIVE_INFINITY:Date.parse(n.committedAt),o=Number.POSITIVE_INFINITY;for(let{committedAt:i,freshness:s}of e.toReversed()){if(i===null)continue;let a=Date.parse(i);a<r||a>o||(t.unshift({at:i,freshness:s}),o=a)}return t}var Ub=256;function xi(e){return(at(e)%Ub).toString(16).padStart(2,"0")}function Tt(e,n){let t=ua(n.units,({path:s})=>s),r=ua(n.departed,({path:s})=>s),o=new Set([...n.paths,...t.keys(),...r.keys()]),i=new Map;for(let[s,a]of ua([...o],xi)){let l=new Map((e.get(s)??[]).map(d=>[d.path,d]));for(let d of a){let u=n.paths.has(d)?void 0:l.get(d),c=[...u?.units??[],...t.get(d)??[]].sort(wm),m=[...u?.departed??[],...r.get(d)??[]].sort(wm);c.length+m.length===0?l.delete(d):l.set(d,{path:d,units:c,departed:m})}i.set(s,[...l.values()].sort((d,u)=>L(d.path,u.path)))}return i}function wm(e,n){return L(e.id,n.id)}function ua(e,n){let t=new Map;for(let r of e){let o=t.get(n(r));o===void 0?t.set(n(r),[r]):o.push(r)}return t}function km({model:e,trainedAt:n,sample:t,units:r,scores:o}){let i=t===null?sa(r):Rt(r,t),s=Array.from({length:i.count},()=>Gb),a=r.map(c=>{let m=i.stratumOf.get(c.id)??0,f=o.get(c.id)??null,p=f?.similarity??null;s[m]=In(s[m],da(p));let{id:h,path:k,code:R}=c;return{...c,score:f,trained:{id:h,path:k,code:R,stratum:m,similarity:p},rescored:!1}}),l=new Set(r.map(({path:c})=>c)),d=Tt(new Map,{paths:l,units:a,departed:[]});return{head:dr({...{schemaVersion:1,model:e,trainedAt:n,standsAt:n,sample:t,baseline:s},shards:{},history:[]},d),shards:d}}var Gb={population:0,drawn:0,sum:0,squares:0};function dr(e,n){let t=new Map(Object.entries(e.shards));for(let[l,d]of n)d.length===0?t.delete(l):t.set(l,am(d));let r={...e,shards:Object.fromEntries([...t].sort(([l],[d])=>L(l,d)))},{freshness:o,units:i}=Be(r);if(o===null)return r;let{value:s,margin:a}=o;return{...r,history:gm(e.history,{...e.standsAt,freshness:s,margin:a,units:i})}}function Be({baseline:e,shards:n}){let t=Object.keys(n).sort().reduce((r,o)=>lm(r,n[o]??la),la);return pm(e,t)}var zb=.02;function Ci(e){let{now:n}=Be(e);return n!==null&&qb(n)<=zb}function qb({margin:e}){return e??0}function Sm(e,n){let t=n.find(({model:s})=>s.fingerprint===e.fingerprint);if(t!==void 0&&Ci(t))return{head:t,as:"own"};let r=s=>bm(s.trainedAt.committedAt)??Number.NEGATIVE_INFINITY,o=bm(e.trainedAt?.committedAt??null)??Number.POSITIVE_INFINITY,[i]=n.filter(s=>s!==t&&s.model.provider===e.provider&&r(s)<=o).filter(Ci).sort((s,a)=>r(a)-r(s));return i!==void 0?{head:i,as:"predecessor"}:t===void 0?null:{head:t,as:"own"}}function bm(e){return e===null?null:Date.parse(e)}function fn(e){return new Map([...e.values()].flatMap(n=>n.map(t=>[t.path,t])))}import{createHash as Kb}from"node:crypto";function Mt(e,n){return ge(e.path)!==null||Le(e.text)?[]:e.units.filter(t=>!Vn(n.tokenize,U(e,t))).map(t=>({facts:fa(e,t,n),unit:t,source:e,language:n}))}function fa(e,n,{tokenize:t}){let r=U(e,n),{id:o,path:i,kind:s,name:a,parameters:l,returnType:d,modifiers:u,throws:c,javadoc:m}=n;return{id:o,path:i,text:ma([r]),header:ma([s,a,d,m,l,u,c]),code:ma(Jn(t(r)).map(({text:f})=>f)),length:r.length}}var Jb=12;function ma(e){return Kb("sha256").update(JSON.stringify(e)).digest("base64url").slice(0,Jb)}async function vm({report:e,revision:n,store:t,onlyIfNone:r=!1,...o}){cn(e.methods,e.model.name,ki);let i=await Yb(o),{provider:s,name:a,fingerprint:l}=e.model,d={revision:n.hash,committedAt:n.committedAt},u={provider:s,name:a,fingerprint:l},{sample:c}=e,m=km({model:u,trainedAt:d,sample:c===null?null:{size:c.size,seed:c.seed},units:i,scores:Qb(e,i)});for(let f=0;f<Vb;f++){let p=await t.load(l);if(p!==null&&r||await t.save(p?.version??null,m))return}throw cr()}var Vb=10;function cr(){return new w("ledger-busy","other runs keep changing the ledger","Run the command again when they are done.")}async function Yb({tree:e,languages:n,progress:t,signal:r}){let o=await e.list(),i=[];t.begin("filling the ledger",null);for await(let{parsed:s,language:a}of re(e,o,n,r))t.advance(),s!==null&&i.push(...Mt(s,a).map(l=>l.facts));return t.end(),i}function Qb({methods:e},n){let t=new Map(n.map(({id:r,length:o})=>[r,o]));return new Map(e.map(({id:r,similarity:o})=>[r,o===null?{similarity:ht(t.get(r)??0),failed:!0}:{similarity:o,failed:!1}]))}async function Ti(e,n,t,r){if(e.kind!=="pinned"){let s=await e.open();return{model:s,origin:await Rm(s,t,r)}}let o=n?.pin??null;if(o===null)return{model:await e.train(t),origin:"trained-on-base"};let i=await pa(e,{hash:o.revision,name:o.revision,committedAt:o.committedAt});return{model:i,origin:await Rm(i,t,r)}}async function pa({train:e},n){try{return await e(n)}catch(t){throw t instanceof w&&["unknown-revision","forge-not-found"].includes(t.code)?new w("unknown-revision",`the model is pinned to the commit ${n.hash}, which this repository no longer holds`,"Train it anew: start the workflow by hand (workflow_dispatch) with the input retrain set to true, or name a revision with trained-at.",{cause:t}):t}}async function Rm({card:e},n,t){return e.trainedAt===null||e.trainedAt.revision===n.hash?"trained":await t.isAncestor(e.trainedAt.revision,n)===!1?"trained-later":"trained"}function Mi({before:e,now:n,lineage:t,byBody:r}){let o=new Map(e.flatMap(({units:m})=>m.map(f=>[f.id,f]))),i=new Map(e.flatMap(m=>m.departed.map(f=>[f.id,f]))),s=new Map,a=(m,f)=>{f===void 0||s.has(m.id)||!o.delete(f.id)||s.set(m.id,f)};for(let m of n)a(m,o.get(t.get(m.id)??""));for(let m of n)a(m,o.get(m.id));r&&Zb(n,s,o,a);let l=[],d=[],u=0;for(let m of n){let f=s.get(m.id),p=f===void 0?ek(m,i,r):f.trained;f!==void 0&&f.text===m.text&&f.header===m.header?(f.id!==m.id&&u++,l.push({...m,score:f.score,trained:p,rescored:f.rescored})):d.push({...m,trained:p})}let c=[...o.values()];for(let{trained:m}of c)m!==null&&i.set(m.id,m);return{kept:l,toScore:d,moved:u,deleted:c,departed:xm([...i.values()])}}var Xb=60;function Zb(e,n,t,r){for(let o of["text","code"])for(let i of[!0,!1]){let s=new Map;for(let a of t.values())s.set(a[o],[...s.get(a[o])??[],a]);for(let a of e){if(n.has(a.id)||!i&&a.length<Xb)continue;let l=(s.get(a[o])??[]).filter(d=>t.has(d.id)&&(!i||bs({...d,code:a.code},a)));r(a,xm(l)[0])}}}function ek(e,n,t){let r=n.get(e.id)??(t?[...n.values()].find(o=>bs(o,e)):void 0);return r===void 0?null:(n.delete(r.id),r)}function xm(e){return[...e].sort((n,t)=>L(n.id,t.id))}var Pi=class{#n;#e=new Map;unasked=[];constructor(n){this.#n=n}async of(n,t){let{model:r,journal:o=null,progress:i,signal:s}=this.#n,a=n.filter(({unit:{id:c}})=>t.has(c)&&!this.#e.has(c));i.begin("writing again",a.length);let l={model:r,samples:1,signal:s,progress:i,journal:o},d=[];for await(let{item:c,regeneration:m}of ie(nk(a),l)){let{unit:f,source:p}=c.placed;if(m.kind==="unasked"){d.push(f.id);continue}let h=m.kind==="regenerated"?m.body:"{}",k=ke(U(p,f),h),R=m.kind==="failed",x={id:f.id,path:f.path,line:f.line,distance:R?null:k.distance,similarity:R?null:k.similarity,failure:R?{reason:m.reason,detail:m.detail}:null,confidence:R?null:m.confidence??null};this.#e.set(f.id,{row:x,measurement:{...k,failed:R}})}i.end(),this.unasked=d;let u=new Map;for(let c of t){let m=this.#e.get(c);m!==void 0&&u.set(c,{similarity:m.measurement.similarity,failed:m.measurement.failed})}return u}rowsOf(n){let t=[...n].sort().flatMap(r=>this.#e.get(r)??[]);return{rows:t.map(({row:r})=>r),measurements:t.map(({measurement:r})=>r)}}};function*nk(e){for(let n of e)yield{placed:n,stub:z(n.source,n.unit)}}async function Cm(e){let n=await ga(e.repository,e.head.standsAt.revision);return n===null?rk(e):tk(e,n)}async function ga(e,n){try{return await e.resolve(n)}catch(t){if(t instanceof w&&["unknown-revision","shallow-clone"].includes(t.code))return null;throw t}}async function tk(e,n){let{repository:t,target:r,languages:o}=e,i=(await t.changedFiles(n,r)).filter(({path:m})=>o.forPath(m)),s=m=>i.filter(f=>f.status!==m).map(({path:f})=>f),a=await ha(t.tree(n),s("added"),e),l=await ha(t.tree(r),s("deleted"),e),d=new Map,[u]=i.flatMap(({path:m})=>o.forPath(m)??[]);if(u!==void 0){let m=_d(a.sources,l.sources,u.tokenize);for(let{current:f,previous:p}of[...m.changed,...m.movedOnly,...m.cosmetic])p!==null&&p.unit.id!==f.unit.id&&d.set(f.unit.id,p.unit.id)}return{route:"by-difference",paths:new Set(i.map(({path:m})=>m)),now:l.units,lineage:d,notes:l.notes}}async function rk(e){let n=e.repository.tree(e.target),{units:t,notes:r}=await ha(n,await n.list(),e);return{route:"by-body",paths:null,now:t,lineage:new Map,notes:r}}async function ha(e,n,{languages:t,progress:r,signal:o}){let[i,s,a]=[[],[],[]];r.begin("reading the change",n.length);for await(let l of re(e,n,t,o))r.advance(),a.push(...l.notes),l.parsed!==null&&(i.push(l.parsed),s.push(...Mt(l.parsed,l.language)));return r.end(),{sources:i,units:s,notes:a}}var ok=30;function En(e,n){let t=Be(e);return{trainedAt:e.trainedAt,verdict:$r(t,n),line:n.line,...t,history:e.history.slice(-ok)}}async function $i(e,n){let t=(await n.load(e.fingerprint))?.head;if(t!==void 0&&(ur(e,t),Ci(t)))return{head:t,as:"own"};let r=(await n.fingerprints()).filter(i=>i!==e.fingerprint),o=await Promise.all(r.map(async i=>(await n.load(i))?.head??[]));return Sm(e,[...t===void 0?[]:[t],...o.flat()])}function ur({name:e,fingerprint:n,trainedAt:t},r){if(!(t===null||t.revision===r.trainedAt.revision))throw new w("ledger-of-another-model",`the ledger of ${e} (fingerprint ${n.slice(0,12)}) counts from its training at ${r.trainedAt.revision.slice(0,7)}, but this model’s card says that it was trained at ${t.revision.slice(0,7)}`,`Begin its ledger anew with \`palimpsest evaluate --protocol in-place --revision ${t.revision}\`.`)}function Tm(e,n){if(e===null||e.as==="predecessor")return null;let{history:t,trainedAt:r}=e.head;return{history:ym(t,r),line:n}}async function Li(e,n){if(n===null)return e.shards(Object.keys(e.head.shards));let t=await e.shards([...new Set([...n].map(xi))]),r=[...fn(t).values()].filter(({path:i})=>n.has(i)).flatMap(({units:i})=>i.flatMap(({trained:s})=>s===null?[]:[xi(s.path)])),o=await e.shards([...new Set(r)].filter(i=>!t.has(i)));return new Map([...t,...o])}var ik=10;async function Pm(e){if(e.target.hash===he)throw sk();let n=new Pi(e);for(let t=0;t<ik;t++){try{let r=await lk(e.store,e.model.card),o=await ak(r,e);if(o!==null)return await ya(wa(e,r,r,Mm(o),n),e);let i=await uk(r,e,n);if(i==="budget-spent")return await ya(wa(e,r,r,Mm(i),n),e);if(await e.store.save(r.version,i.pages))return await ya(wa(e,r,i.pages,i,n),e)}catch(r){if(!(r instanceof w&&r.code==="ledger-busy"))throw r}e.signal.throwIfAborted()}throw cr()}async function ya(e,{journal:n}){return await n?.finish(),e}function sk(){return new w("bad-setting","the ledger stands at commits, not at a work tree","Commit first, or name a revision.")}async function ak({head:e},{repository:n,target:t}){if(e.standsAt.revision===t.hash)return"already-there";let r=await ga(n,e.standsAt.revision);return r===null?null:await n.isAncestor(t.hash,r)===!0?"already-later":null}async function lk(e,n){let t=await e.load(n.fingerprint);if(t===null)throw(await e.fingerprints()).length===0?dk():ck(n);return ur(n,t.head),t}function dk(){return new w("no-ledger","there is no ledger yet","Fill one with `palimpsest evaluate --protocol in-place --revision REV`, REV being what the model was trained on.")}function ck({name:e,trainedAt:n,fingerprint:t}){let r=n?.revision??"the revision that it was trained on";return new w("ledger-of-another-model",`the ledger here belongs to another model than ${e} (fingerprint ${t.slice(0,12)})`,`Start this model’s own with \`palimpsest evaluate --protocol in-place --revision ${r}\`.`)}var Mm=e=>({route:e,done:{kept:[],moved:0,deleted:[]},scored:[],notes:[]});async function uk(e,n,t){let{target:r}=n,o=await Cm({...n,head:e.head}),i=await Li(e,o.paths),s=fn(i),a=o.paths??new Set([...s.keys(),...o.now.map(({facts:p})=>p.path)]),l=Mi({before:[...s.values()].filter(({path:p})=>a.has(p)),now:o.now.map(({facts:p})=>p),lineage:o.lineage,byBody:o.route==="by-body"}),d=await t.of(o.now,new Set(l.toScore.map(({id:p})=>p)));if(await mk(t.rowsOf([...d.keys()]).rows,n),t.unasked.length>0)return"budget-spent";let u=l.toScore.map(p=>({...p,score:fk(d,p.id),rescored:!0})),c=Tt(i,{paths:a,units:[...l.kept,...u],departed:l.departed}),m={revision:r.hash,committedAt:r.committedAt},f=dr({...e.head,standsAt:m},c);return{route:o.route,done:l,scored:u,notes:o.notes,pages:{head:f,shards:c}}}async function mk(e,{model:n,journal:t}){try{cn(e,n.card.name,ki)}catch(r){throw await t?.finish(),r}}function fk(e,n){let t=e.get(n);if(t===void 0)throw new Error(`${n} was not scored`);return t}function wa({model:e,policy:n,target:t},r,{head:o},{route:i,done:s,scored:a,notes:l},d){let{rows:u,measurements:c}=d.rowsOf(a.map(({id:p})=>p)),m=En(o,n),{standsAt:f}=o;return{schemaVersion:1,kind:"update",protocol:"in-place",route:i,from:{name:r.head.standsAt.revision,revision:r.head.standsAt.revision},to:i==="already-later"||i==="budget-spent"?{name:f.revision,revision:f.revision}:{name:t.name,revision:t.hash},model:e.card,...dn(e,i==="budget-spent"?d.unasked:[]),sample:o.sample,units:{kept:m.units-a.length-s.moved,scored:a.length,moved:s.moved,deleted:s.deleted.length},ledger:m,summary:Ln([],c),stub:gt([],c),files:[],methods:u,leftOut:[],notes:l}}async function Oi(e){let{store:n,model:t,repository:r}=e;if(t.kind==="of-unknown-training")return{kind:"none",model:null,reason:"no-training-revision"};let o=t.kind==="fixed"?t.trainedAt:await pk(e,t),i=t.kind==="fixed"?await t.open():await pa(t,o),s=await n.load(i.card.fingerprint)===null;if(s&&i.usage!==void 0&&!e.mayAskForAll)return{kind:"none",model:i,reason:"too-dear"};s&&await ba(i,o,e);let a=await Pm({...e,repository:r,model:i});return{kind:"kept",began:s,model:i,report:a}}async function pk({state:e,target:n},{train:t}){((await e.read())?.pin??null)===null&&await t(n);let r={revision:n.hash,committedAt:n.committedAt},{pin:o}=await e.update(i=>i?.pin?i:{...i??pn,pin:r});return o===null||o.revision===n.hash?n:{hash:o.revision,name:o.revision,committedAt:o.committedAt}}var pn={schemaVersion:1,pin:null,review:null};async function ba(e,n,t){let{repository:r,store:o,sample:i,languages:s,progress:a,signal:l}=t,d=r.tree(n),u={languages:s,progress:a,signal:l},c=await xt({tree:d,source:{name:n.name,revision:n.hash},protocol:"in-place",scope:"main",model:e,sample:i,output:null,journal:null,...u});await vm({report:c,revision:n,tree:d,store:o,onlyIfNone:!0,...u})}async function mr(e){let{model:n,target:t,store:r,state:o}=e;if(n.kind!=="pinned")return null;let i=await n.train(t),s=await r.load(i.card.fingerprint);s===null&&await ba(i,t,e);let a=s?.head.trainedAt??{revision:t.hash,committedAt:t.committedAt};return await o.update(l=>({...l??pn,pin:a})),a}var $m={failOn:"never",maximumDrop:null},ka={kind:"passed"},hk=1e-9;function Lm({standing:e},n){if(e===void 0||e.freshness.kind==="unknown")return ka;let{before:t,after:r}=e.freshness,o=fr(r,n);if(o.kind!=="passed")return o;let i=gk(t,r),{maximumDrop:s}=n;return s===null||i===null||i<=s+hk?ka:{kind:"drop",points:i,maximum:s}}function fr({verdict:e},{failOn:n}){return n==="stale"&&e.kind==="stale"?{kind:"stale"}:ka}function gk(e,n){return e.freshness===null||n.freshness===null?null:(e.freshness.value-n.freshness.value)*100}function Om(e,n){return n.kind!=="passed"?"failure":e.methods.length===0&&(e.unasked??[]).length===0?"success":e.standing===void 0||e.standing.freshness.kind==="unknown"?"neutral":yk(e.standing.freshness.after,n)}function yk({verdict:e},n){return n.kind!=="passed"?"failure":e.kind==="fresh"?"success":"neutral"}var Im={firstParents:async()=>({commits:[],cutOff:!0}),async*differences(){},async*blobs(){}};async function Em(e,{model:n,standsAt:t},r){let{repository:o,model:i,progress:s,signal:a,closeUps:l}=r;if(l===0)return{kind:"left-out",reason:"not-asked"};if(n.fingerprint!==i.card.fingerprint)return{kind:"left-out",reason:"ledger-of-another-model"};let d=await wk(o,t.revision);if(d===null)return{kind:"left-out",reason:"revision-missing"};let u=td(e,l),c=await bk(u,d,r),m=new Map(u.map(({id:h,similarity:k})=>[h,k??0])),f=new Map;s.begin("writing again",c.length);let p={model:i,samples:1,signal:a,progress:s,journal:null};for await(let{item:h,regeneration:k}of ie(c,p)){if(k.kind==="unasked")continue;let{id:R,path:x,line:P}=h.unit,A=U(h.source,h.unit),fe=k.kind==="regenerated"?k.body:"{}",{similarity:pe}=ke(A,fe);f.set(R,{id:R,path:x,line:P,body:A,regeneration:k,scored:m.get(R)??0,similarity:pe})}return s.end(),{kind:"made",asked:l,units:u.flatMap(({id:h})=>f.get(h)??[])}}async function wk(e,n){try{return await e.resolve(n)}catch(t){if(t instanceof w)return null;throw t}}async function bk(e,n,{repository:t,languages:r,signal:o}){let i=new Set(e.map(({id:l})=>l)),s=[...new Set(e.map(({path:l})=>l))].sort(),a=[];for await(let{parsed:l}of re(t.tree(n),s,r,o))if(l!==null)for(let d of l.units.filter(({id:u})=>i.has(u)))a.push({unit:d,source:l,stub:z(l,d)});return a}async function Am({model:e,standsAt:n},t){let r=await t.store.load(e.fingerprint);if(r===null||r.head.standsAt.revision!==n.revision)throw cr();let{head:o}=r,i=fn(await r.shards(Object.keys(o.shards))),s=nd([...i.values()],Be(o));return{...s,closeUps:await Em(s.units,o,t)}}async function Sa(e,{commits:n,cutOff:t},r){let o=n.findLastIndex(({hash:l})=>l===e);if(o>=0)return n.length-1-o;let i=await r.resolve(e).catch(()=>null);if(i===null)return null;let s=0,a=n.length;for(;s<a;){let l=s+a>>1;await r.isAncestor(n[l]?.hash??"",i)===!0?s=l+1:a=l}return s===0&&t?null:n.length-s}var Fm=864e5,Dm=365.25,Nm=10*Dm,kk=3;function Bm(e,n){let t=e.map(({at:h,freshness:k})=>({day:Date.parse(h)/Fm,at:h,freshness:k})).sort((h,k)=>h.day-k.day).filter((h,k,R)=>R[k+1]?.day!==h.day),[r,o]=[t[0],t.at(-1)];if(r===void 0||o===void 0||t.length<kk)return null;let i=o.day-r.day,s=(o.freshness-r.freshness)/i,a={line:n,points:t.length,from:r.at,to:o.at,perYear:s*Dm},l=o.freshness-n;if(l<=0)return{kind:"crossed",...a};let d=s<0?l/-s:Number.POSITIVE_INFINITY;if(d>Nm)return{kind:"not-in-sight",...a};let u=un(.9,t.length-2)*Sk(t,s),c=h=>k=>o.freshness+s*k+h*u*Math.sqrt(k+k**2/i)<=n,m=h=>new Date((o.day+h)*Fm).toISOString().slice(0,10),f=_m(c(-1),d),p=_m(c(1),Nm);return{kind:"expected",...a,day:m(d),level:.8,earliest:m(Math.min(f??d,d)),latest:p===null?null:m(Math.max(p,d))}}function Sk(e,n){let t=0;for(let[r,o]of e.entries()){let i=e[r+1];if(i===void 0)break;let s=i.day-o.day;t+=(i.freshness-o.freshness-n*s)**2/s}return Math.sqrt(t/(e.length-2))}function _m(e,n){if(!e(n))return null;let[t,r]=[0,n];for(let o=0;o<60;o++){let i=(t+r)/2;e(i)?r=i:t=i}return r}function jm(e){let n=e.filter(({age:l})=>l>0);if(n.length<3||n.every(({share:l})=>l===1))return null;let t=l=>{let d=Math.LN2/Math.exp(l);return n.reduce((u,{age:c,share:m})=>u+(m-Math.exp(-d*c))**2,0)/n.length},[r,o]=[Math.log(.01),Math.log(1200)],i=(o-r)/200,s=0;for(let l=1;l<=200;l++)t(r+l*i)<t(r+s*i)&&(s=l);let a=vk(t,r+(s-1)*i,r+(s+1)*i);return{months:Math.exp(a),misfit:Math.sqrt(t(a)),points:n.length}}function vk(e,n,t){let r=(Math.sqrt(5)-1)/2,[o,i]=[n,t];for(let s=0;s<60;s++){let[a,l]=[i-r*(i-o),o+r*(i-o)];e(a)<e(l)?i=l:o=a}return(o+i)/2}function Wm(e,n){let t=e.at(-1);if(t===void 0)return{base:null,months:[]};let r=Math.min(t.month,Rk(Ii(t,t),n)),o=e.findIndex(({month:i})=>i>=r);return{base:e[o-1]??null,months:e.slice(o)}}function Rk(e,n){switch(n.kind){case"all":return Number.NEGATIVE_INFINITY;case"day":return mo(n.seconds);case"span":return mo(Bd(e,n.span));default:return n}}function Ii({month:e,commit:n},t){let r=Ps(e+1);return e===t.month?Math.min(r,Math.max(Ps(e),n.committedAt)):r}function Hm(e,n,t){let r=new Map(t.map(({hash:i},s)=>[i,s])),o=r.get(e.hash);return n.filter(({month:i,commit:s})=>o===void 0?i>=mo(e.committedAt):(r.get(s.hash)??0)>=o)}var Ei=12;function Um(e){let n=e.slice(-Ei),t=n.length;if(t===0)return null;let r=n.reduce((a,l)=>a+l,0)/t,o=Ei*r;if(t===1)return{share:o,interval:null,months:t};let i=Math.sqrt(n.reduce((a,l)=>a+(l-r)**2,0)/(t-1)),s=un(.9,t-1)*i*Math.sqrt(Ei+Ei**2/t);return{share:o,interval:{level:.8,low:Math.max(0,o-s),high:o+s},months:t}}var Ai=class{#n=new Map;#e=new Set;#t=new Map;#r=0;start(n){for(let t of n)this.#s(t,0)}step(n){let t=this.#r,o=n.filter(({countedBefore:l,countedAfter:d})=>l||d).filter(({added:l,deleted:d})=>l+d>0),i=Gm(o.map(l=>l.added)),s=Gm(o.map(l=>l.deleted));for(let l of o)this.#o(l);let a=n.map(l=>this.#i(l.before));for(let[l,d]of n.entries())this.#s(d,a[l]??0);return{lines:t,added:i,deleted:s,files:o.length,share:t===0?null:(i+s)/t}}get lines(){return this.#r}get files(){return this.#e.size}counts(n){return this.#e.has(n)}packages(){let n=new Map;for(let t of this.#e){let r=ws(t);n.set(r,(n.get(r)??0)+(this.#n.get(t)??0))}return[...this.#t].map(([t,{added:r,deleted:o}])=>({name:t,added:r,deleted:o,lines:n.get(t)??0})).sort((t,r)=>r.added+r.deleted-(t.added+t.deleted)||(t.name<r.name?-1:1))}#o({before:n,after:t,added:r,deleted:o}){let i=ws(t??n??""),s=this.#t.get(i)??{added:0,deleted:0};this.#t.set(i,{added:s.added+r,deleted:s.deleted+o})}#i(n){if(n===null)return 0;let t=this.#n.get(n)??0;return this.#n.delete(n),this.#e.delete(n)&&(this.#r-=t),t}#s({after:n,added:t,deleted:r,countedAfter:o},i){if(n===null)return;let s=i+t-r;this.#n.set(n,s),o&&(this.#e.add(n),this.#r+=s)}};function Gm(e){return e.reduce((n,t)=>n+t,0)}var An=class{#n=new Map;reason(n){let t=this.#n.get(n);if(t!==void 0)return t;let r=ge(n);return this.#n.set(n,r),r}};async function*Fi(e,n,t,r){let o=a=>a.after!==null&&t.reason(a.after.path)===null&&!r(a),i=e.filter(o).map(({after:a})=>a?.blob??""),s=n.blobs(i)[Symbol.asyncIterator]();try{for(let a of e){let l=o(a)?(await s.next()).value??null:null,d=l===null?null:Ed(l)?.text??null;yield{file:a,text:d,isGenerated:d!==null&&Le(d)}}}finally{await s.return?.(void 0)}}async function zm(e){let{history:n,extensions:t,progress:r,signal:o}=e,{base:i,months:s}=e.window,a=[i?.commit.tree??null,...s.map(({commit:p})=>p.tree)],d=[...i===null?[]:[{before:null,after:i.commit.tree}],...s.map(({commit:p},h)=>({before:a[h]??null,after:p.tree}))],u=new Ai,c=new An,m=[],f=i!==null;r.begin("measuring churn",s.length);for await(let p of n.differences(d,{extensions:t,countLines:!0})){o.throwIfAborted();let h=[];for await(let{file:k,isGenerated:R}of Fi(p,n,c,xk(u))){o.throwIfAborted();let{before:x,after:P,addedLines:A,deletedLines:fe}=k;h.push({before:x?.path??null,after:P?.path??null,added:A,deleted:fe,countedBefore:x!==null&&u.counts(x.path),countedAfter:P!==null&&c.reason(P.path)===null&&!R})}f?u.start(h):(m.push(u.step(h)),r.advance()),f=!1}return r.end(),{months:m,size:{lines:u.lines,files:u.files},packages:u.packages()}}function xk(e){return({before:n,after:t})=>n!==null&&n.blob===t?.blob&&e.counts(n.path)}function xa(e,n=()=>!0){let t=new Ra(e),r=[],o=[],i=[],s=new Int32Array(t.length);for(let a=0;a<t.length;a++)switch(t.text(a)){case"(":i.push(a);break;case")":s[a]=i.pop()??0;break;case"{":o.push(a);break;case"}":{let l=Ck(t,o.pop(),a,s,n);l!==null&&r.push(l);break}}return r}function Ck(e,n,t,r,o){let i=n===void 0?null:Pk(e,n,r);if(n===void 0||i===null)return null;let s=e.text(i+1)==="("?`${e.text(i)}(`:e.text(i);return o(s)?{name:s,bodyStart:e.start(n),print:e.print(i,t),bodyCharacters:e.characters(n,t)}:null}var Tk=80,Mk=new Set([".",",","[","]","@","<",">","?","&","throws"]);function Pk(e,n,t){for(let r=n-1;r>=Math.max(0,n-Tk);r--){if(e.text(r)===")"){let o=(t[r]??0)-1;return e.isName(o)?o:null}if(!e.isName(r)&&!Mk.has(e.text(r)))break}return e.isName(n-1)?n-1:null}var Ra=class{#n=[];#e=[];constructor(n){let t=0;for(let r of n)r.kind!=="space"&&r.kind!=="comment"&&(this.#n.push(r),this.#e.push(t)),t+=r.text.length}get length(){return this.#n.length}text(n){return this.#n[n]?.text??""}start(n){return this.#e[n]??0}isName(n){return this.#n[n]?.kind==="identifier"}characters(n,t){let r=0;for(let o=n;o<=t;o++)r+=this.text(o).length;return r}print(n,t){let[r,o]=[-2128831035,0];for(let i=n;i<=t;i++){let s=$k(this.text(i));r=Math.imul(r^s,16777619)^r>>>15,o=Math.imul(o,1540483477)+s}return o^=o>>>13,(r>>>0)*2097152+(Math.imul(o,2654435761)>>>11)}};function $k(e){let n=-2128831035;for(let t=0;t<e.length;t++)n=Math.imul(n^e.charCodeAt(t),16777619);return n}function Ca(e){let n=[],t=0;for(;t<e.length;){let r=e.indexOf(`
`,t),o=r<0?e.length:r,i=Lk(e,t,o);i!==null&&n.push(i),t=o+1}return Int32Array.from(n)}function Lk(e,n,t){let[r,o]=[n,t];for(;r<o&&e.charCodeAt(r)<=32;)r++;for(;o>r&&e.charCodeAt(o-1)<=32;)o--;let i=-2128831035,s=!1;for(let a=r;a<o;a++){let l=e.charCodeAt(a);s||=Ok(l),i=Math.imul(i^l,16777619)}return s?i:null}function Ok(e){return e>=97&&e<=122||e>=65&&e<=90||e>=48&&e<=57||e===95||e>=192}function qm(e,n){let t=0,r=Math.min(e.length,n.length);for(;t<r&&e[t]===n[t];)t++;let o=0;for(;o<r-t&&e[e.length-1-o]===n[n.length-1-o];)o++;let i=e.subarray(t,e.length-o),s=n.subarray(t,n.length-o),[a,l]=[new Set(i),new Set(s)];return t+o+Ik(i.filter(d=>l.has(d)),s.filter(d=>a.has(d)))}function Ik(e,n){if(e.length===0||n.length===0)return 0;let t=Math.ceil(e.length/32),r=new Map;for(let[i,s]of e.entries()){let a=r.get(s)??new Uint32Array(t);r.set(s,a),a[i>>>5]=(a[i>>>5]??0)|1<<(i&31)}let o=new Uint32Array(t).fill(4294967295);for(let i of n){let s=r.get(i);if(s===void 0)continue;let a=0;for(let l=0;l<t;l++){let d=o[l]??0,u=(d&(s[l]??0))>>>0,c=d+u+a;a=c>4294967295?1:0,o[l]=c|0|d&~u}}return Ek(o,e.length)}function Ek(e,n){let t=0;for(let r=0;r<n;r++)((e[r>>>5]??0)>>>(r&31)&1)===0&&t++;return t}var Jm=30,Ni=class{#n;#e=new Map;#t=new Map;#r=new Map;#o=new Map;#i=new Map;#s=new Set;#a=new Set;constructor(n){this.#n=n.map(t=>new Ta(t));for(let[t,{path:r,methods:o}]of n.entries()){let i=this.#n[t];i!==void 0&&this.#e.set(r,i);for(let{name:s,print:a,bodyCharacters:l}of o)this.#a.add(s),this.#s.add(a),l>Jm&&this.#r.set(a,(this.#r.get(a)??0)+1)}for(let{path:t,methods:r}of n)this.#d(t,r)}knows(n){return this.#s.has(n)}knowsName(n){return this.#a.has(n)}step(n){let t=new Map;for(let r of n){let{before:o}=r;if(o===null)continue;let i=this.#e.get(o);t.set(r,{origin:i,found:this.#u(o)}),r.after===null&&i!==void 0&&(i.empty(),this.#t.set(o,i))}for(let r of n)r.after!==null&&this.#c(r.after,r.content,t.get(r))}standing(){let[n,t]=[0,0];for(let r of this.#n)n+=r.standingLines,t+=r.standingSmall;for(let[r,o]of this.#r)t+=Math.min(o,this.#o.get(r)??0);return{lines:n,methods:t}}#u(n){let t=this.#i.get(n)??[];for(let r of t)this.#o.set(r,(this.#o.get(r)??0)-1);return this.#i.delete(n),this.#e.delete(n),t}#c(n,t,r){let o=r?.origin??this.#t.get(n);if(o!==void 0&&(this.#e.set(n,o),this.#t.delete(n)),t==="same"){this.#m(n,r?.found??[]);return}t===null?o?.empty():(o?.hold(t),this.#d(n,t.methods))}#d(n,t){this.#m(n,t.map(({print:r})=>r).filter(r=>this.#r.has(r)))}#m(n,t){if(t.length!==0){this.#i.set(n,t);for(let r of t)this.#o.set(r,(this.#o.get(r)??0)+1)}}},Ta=class{#n;#e;standingLines=0;standingSmall=0;constructor(n){this.#n=n.lines,this.#e=Km(n.methods.filter(t=>t.bodyCharacters<=Jm)),this.hold(n)}hold({lines:n,methods:t}){this.standingLines=qm(this.#n,n);let r=Km(t);this.standingSmall=0;for(let[o,i]of this.#e)this.standingSmall+=Math.min(i,r.get(o)??0)}empty(){this.standingLines=0,this.standingSmall=0}};function Km(e){let n=new Map;for(let{print:t}of e)n.set(t,(n.get(t)??0)+1);return n}async function Ym(e){let{history:n,origin:t,ends:r,language:o,progress:i,signal:s}=e,a={extensions:o.extensions,countLines:!1},{files:l,leftOut:d,notes:u}=await Fk(e,a),c=new Ni(l),m=c.standing(),f=[t.tree,...r.map(({commit:R})=>R.tree)],p=r.map(({commit:R},x)=>({before:f[x]??null,after:R.tree})),h=new An,k=[];i.begin("following lines and methods",r.length);for await(let R of n.differences(p,a)){let x=[];for await(let{file:P,text:A,isGenerated:fe}of Fi(R,n,h,Vm(h))){s.throwIfAborted();let pe=A===null||fe?null:Ak(A,o,c),Wn=Vm(h)(P);x.push({before:P.before?.path??null,after:P.after?.path??null,content:Wn?"same":pe})}c.step(x),k.push(c.standing()),i.advance()}return i.end(),{files:l.length,start:m,standing:k,leftOut:d,notes:u}}function Vm(e){return({before:n,after:t})=>n!==null&&n.blob===t?.blob&&e.reason(n.path)===e.reason(t.path)}function Ak(e,{tokenize:n},t){let r=xa(n(e),o=>t.knowsName(o)).filter(({print:o})=>t.knows(o));return{lines:Ca(e),methods:r}}async function Fk({history:e,origin:n,language:t,progress:r,signal:o},i){let s=new An,a=new Ne,l=[],d=[];for await(let u of e.differences([{before:null,after:n.tree}],i)){let m=u.flatMap(({after:p})=>p===null?[]:[p]).filter(({path:p})=>{let h=s.reason(p);return h!==null&&a.file(h),h===null});r.begin("reading the first day",m.length);let f=e.blobs(m.map(({blob:p})=>p))[Symbol.asyncIterator]();for(let{path:p}of m){o.throwIfAborted();let h=(await f.next()).value??null;if(h===null)continue;let k=co(p,h,t);l.push(...k.notes);let R=Nk(k,a);R!==null&&d.push(R),r.advance()}r.end()}return{files:d,leftOut:a.rows(),notes:l}}function Nk({path:e,parsed:n,language:t},r){if(n===null)return null;if(Le(n.text))return r.file("generated",n.units.length),null;let o=new Set;for(let s of n.units)Vn(t.tokenize,U(n,s))?r.method("empty-body"):o.add(s.body.start);let i=xa(t.tokenize(n.text)).filter(({bodyStart:s})=>o.has(s));return{path:e,lines:Ca(n.text),methods:i}}async function Qm(e){let{history:n,until:t,since:r,language:o,progress:i,signal:s,freshness:a}=e,l=await n.firstParents(t),d=jd(l.commits),u=Wm(d,r);_k(l,u);let c=await zm({history:n,window:u,extensions:o.extensions,progress:i,signal:s});if(c.size.files===0&&c.packages.length===0)throw uo(t.name);let{origin:m,passedOver:f}=await Bk(e,l,d,u,c),p=m&&await Ym({history:n,origin:m.commit,ends:m.ends,language:o,progress:i,signal:s}),h=u.months.at(-1),k=u.months.map((x,P)=>{let A=m?.ends.indexOf(x)??-1;return Dk(x,c.months[P],x!==h,p?.standing[A]??null)}),R=k.flatMap(({whole:x,share:P})=>x&&P!==null?[P]:[]);return{schemaVersion:1,kind:"drift",until:{name:t.name,revision:t.hash},model:e.model??null,months:k,size:c.size,yearly:Um(R),survival:m&&p&&Wk(m,p),trainedRevisionPassedOver:f,packages:c.packages,forecast:a&&Bm(a.history,a.line),leftOut:p?.leftOut??[],notes:p?.notes??[]}}async function Xm({trainedAt:e},n){return e===null?null:n.resolve(e.revision).catch(()=>"missing")}function _k({cutOff:e,commits:n},{base:t}){let[r]=n;if(!(!e||t!==null||r===void 0))throw new w("shallow-clone",`this shallow clone begins on ${Gk(r.committedAt)}, within the months that were asked for`,"Fetch the history with `git fetch --unshallow`, or ask for less with --since.")}function Dk({month:e,commit:n,commits:t},r,o,i){let s=r??{lines:0,added:0,deleted:0,files:0,share:null};return{month:Dd(e),revision:n.hash,whole:o,commits:t,...s,standing:i}}async function Bk({history:e,trainedAt:n},{commits:t},r,o,i){let s=o.months.at(-1);if(s===void 0)return{origin:null,passedOver:null};let a=(h,k,R,x)=>({kind:h,commit:k,at:R,ends:x,reachedAt:x.map(P=>Ii(P,s))}),l=n===null||n==="missing"?void 0:(await e.firstParents(n)).commits.at(-1),d=l===void 0?[]:Hm(l,r,t);if(l!==void 0&&d.length>0)return{origin:a("trained",l,l.committedAt,d),passedOver:null};let u=n===null?null:l===void 0?"not-in-clone":"later-than-history",c=[...o.base===null?[]:[o.base],...o.months],m=[...o.base===null?[]:[i.months[0]?.lines??0],...jk(i)],f=c[m.findIndex(h=>h>0)];if(f===void 0)return{origin:null,passedOver:u};let p=o.months.filter(({month:h})=>h>f.month);return{origin:a("start",f.commit,Ii(f,s),p),passedOver:u}}function jk({months:e,size:n}){return e.map((t,r)=>e[r+1]?.lines??n.lines)}function Wk({kind:e,commit:n,at:t,reachedAt:r},{files:o,start:i,standing:s}){let a=l=>i[l]===0?null:jm(s.map((d,u)=>({age:Uk(t,r[u]??t),share:d[l]/i[l]})));return{origin:e,revision:n.hash,committedAt:new Date(n.committedAt*1e3).toISOString(),files:o,...i,linesHalfLife:a("lines"),methodsHalfLife:a("methods")}}var Hk=30.4375*86400;function Uk(e,n){return Math.max(0,(n-e)/Hk)}function Gk(e){return new Date(e*1e3).toISOString().slice(0,10)}var Zm={leastGain:.02,leastChanges:100};function ef(e,n){let t=Ma(e);return{all:t,modified:Ma(e.filter(({change:r})=>r!=="added")),added:Ma(e.filter(({change:r})=>r==="added")),statement:zk(t,n)}}function Ma(e){let n=e.map(({commit:t,fresh:r,inUse:o})=>({cluster:t,value:r-o}));return{changes:e.length,commits:new Set(e.map(({commit:t})=>t)).size,inUse:Pa(e.map(({inUse:t})=>t)),fresh:Pa(e.map(({fresh:t})=>t)),gain:Pa(n.map(({value:t})=>t)),interval:qk($a(n)),helped:n.filter(({value:t})=>t>0).length,hurt:n.filter(({value:t})=>t<0).length,same:n.filter(({value:t})=>t===0).length,inUseFailed:e.filter(({inUseFailed:t})=>t).length,freshFailed:e.filter(({freshFailed:t})=>t).length}}function zk({changes:e,gain:n,interval:t},r){return e<r.leastChanges||n===null?{kind:"unsure",reason:"too-few-changes"}:t===null?{kind:"unsure",reason:"too-few-commits"}:t.low>0&&n>=r.leastGain?{kind:"would-help"}:t.high<r.leastGain?{kind:"would-not-help"}:{kind:"unsure",reason:"interval-too-wide"}}function $a(e){let n=new Map,t=0;for(let{cluster:d,value:u}of e){let c=n.get(d)??{sum:0,count:0};n.set(d,{sum:c.sum+u,count:c.count+1}),t+=u}let{size:r}=n;if(r<2)return null;let o=t/e.length,i=0,s=0;for(let{sum:d,count:u}of n.values())i+=((t-d)/(e.length-u)-o)**2,s+=u**2;let a=Math.floor(e.length**2/s),l=un(.975,Math.max(1,a-1))*Math.sqrt((r-1)/r*i);return{low:o-l,high:o+l}}function qk(e){return e&&{low:Math.max(-1,e.low),high:Math.min(1,e.high)}}function Pa(e){return e.length===0?null:e.reduce((n,t)=>n+t,0)/e.length}function nf(e){return e.map(n=>({change:n,stub:z(n.current.source,n.current.unit)}))}async function Pt(e,n,{signal:t,journal:r=null}){let o=[],i={model:n,samples:1,signal:t,progress:Kk,journal:r};for await(let{item:s,regeneration:a}of ie(e,i)){if(a.kind==="unasked"){o.push(null);continue}let{source:l,unit:d}=s.change.current,u=a.kind==="regenerated"?a.body:null,{similarity:c}=ke(U(l,d),u??"{}"),m=a.kind==="failed"&&Cn(a.reason);o.push({similarity:c,failed:u===null,silence:m?a.detail:null})}return o}var Kk={begin(){},advance(){},end(){}};import{LRUCache as Jk}from"lru-cache";async function*rf(e){let{window:n,progress:t,signal:r}=e,[o]=n;if(o===void 0)return;let i=await Yk(o.parent,e),s=await Vk(e),a=e.commitsPerTraining??Hd(s.length,i.units),l=0,d=i.model(o.parent);t.begin("replaying commits",s.length);for await(let{commit:u,parent:c,sides:m}of Xk(s,e)){r.throwIfAborted();let f=Ud(m,{languages:e.languages,policy:{countCosmetic:!1}});f.eligible.length>0&&l>=a&&(d=i.model(c),l=0);let p=l===0?0:Math.max(0,c.committedAt-d.trainedAt.committedAt);yield{commit:u,change:f,fresh:d,behind:{commits:l,seconds:p}},i.step(m),l++,t.advance()}t.end()}async function Vk(e){let{history:n,window:t,languages:r,extensions:o}=e,i=t.map(({commit:d,parent:u})=>({before:u.tree,after:d.tree})),s=d=>d!==null&&r.forPath(d.path)!==void 0&&ge(d.path)===null,a=[],l=0;for await(let d of n.differences(i,{extensions:o,countLines:!1})){let u=t[l++],c=d.some(({before:m,after:f})=>s(m)||s(f));u!==void 0&&c&&a.push({...u,files:d})}return a}async function Yk(e,n){let{history:t,training:r,extensions:o,languages:i,progress:s,project:a}=n,l=0,d=[{before:null,after:e.tree}];for await(let u of t.differences(d,{extensions:o,countLines:!1})){let c=u.flatMap(({after:m})=>m!==null&&ge(m.path)===null?[m]:[]);s.begin("reading the project as the window begins",c.length);for await(let m of of(c,{history:t,languages:i,signal:n.signal})){s.advance();for(let f of La(m))r.learn(f),l+=f.units.length}s.end()}return{units:l,step({before:u,after:c}){for(let m of u)for(let f of La(m))r.forget(f);for(let m of c)for(let f of La(m))r.learn(f)},model(u){let c=new Date(u.committedAt*1e3).toISOString();return{model:r.finish({project:a,revision:u.hash,committedAt:c}).model,trainedAt:u}}}}function La({path:e,parsed:n}){return n===null||ge(e)!==null||Le(n.text)?[]:[n]}var Qk=16e6;async function*Xk(e,n){let t=a=>a.filter(l=>l!==null).filter(({path:l})=>n.languages.forPath(l)!==void 0),r=e.map(({commit:a,parent:l,files:d})=>({commit:a,parent:l,before:t(d.map(({before:u})=>u)),after:t(d.map(({after:u})=>u))})),o=new Jk({maxSize:Qk,sizeCalculation:({bytes:a})=>Math.max(1,a.length)}),i=r.flatMap(({before:a,after:l})=>[...a,...l]),s=of(i,{...n,known:o});try{for(let{commit:a,parent:l,before:d,after:u}of r){let c={before:await tf(s,d.length),after:await tf(s,u.length)};yield{commit:a,parent:l,sides:c}}}finally{await s.return(void 0)}}async function tf(e,n){let t=[];for(;t.length<n;){let{done:r,value:o}=await e.next();if(r===!0)break;t.push(o)}return t}async function*of(e,{history:n,languages:t,signal:r,known:o}){let i=e.flatMap(a=>{let l=t.forPath(a.path);return l===void 0?[]:[{...a,language:l}]}),s=0;for await(let a of n.blobs(i.map(({blob:l})=>l))){r.throwIfAborted();let l=i[s++];if(l===void 0)break;if(a===null)throw Zk(l);let d=`${l.blob} ${l.path}`,u=o?.get(d)??co(l.path,a,l.language);o?.set(d,u),yield u}}function Zk({path:e,blob:n}){return new w("git-failed",`${e} (${n}) is not in this clone`,"Fetch what is missing: `git fetch --refetch`, or `git fetch --unshallow` in a shallow clone.")}async function lf(e){let{repository:n,history:t,head:r,inUse:o,policy:i}=e,s=await t.firstParents(r),a=Wd(s.commits,e.windowDays),{window:l,limit:d}=await eS(a,o?.model.card??null,n),u=await n.identity(),c=[],m=new Set,f=new Oa,p=o?.model??null;for await(let h of rf({...e,window:l,project:u})){p??=h.fresh.model,f.add(h);let k=await nS(h,p,e);c.push(...k.rows);for(let R of k.unasked)m.add(R)}return await e.journal?.finish(),{schemaVersion:1,kind:"gain",protocol:"in-place",head:{name:r.name,revision:r.hash},model:p?.card??null,...p===null?{}:dn(p,[...m]),modelOrigin:o?.origin??"made-at-window-start",window:{days:e.windowDays,limit:d??(s.cutOff&&a.length===s.commits.length-1?"shallow-clone":"days"),from:af(l[0]),until:af(l.at(-1)),commits:l.length,commitsWithCode:f.commits},fresh:f.fresh(),policy:{leastGain:i.leastGain,leastChanges:i.leastChanges},...ef(c,i),leftOut:f.leftOut.rows(),notes:f.notes(),methods:c}}async function eS(e,n,t){if(n===null)return{window:e,limit:null};if(n.trainedAt===null)return{window:e,limit:"unknown-training"};let{revision:r,committedAt:o}=n.trainedAt,i=async({hash:u})=>t.isAncestor(r,{hash:u,name:u,committedAt:null}),[s,a]=[e[0],e.at(-1)];if(s===void 0||a===void 0)return{window:e,limit:null};if(await i(a.commit)!==!0){if(o===null)return{window:e,limit:"unknown-training"};let u=e.filter(({commit:c})=>c.committedAt*1e3>Date.parse(o));return{window:u,limit:u.length<e.length?"training":null}}let l=0,d=e.length;for(;l<d;){let u=l+d>>1,c=e[u]?.parent;c!==void 0&&await i(c)!==!0?l=u+1:d=u}return{window:e.slice(l),limit:l>0?"training":null}}var sf=64;async function nS({commit:e,change:n,fresh:t},r,o){let i=[],s=[];for(let a=0;a<n.eligible.length;a+=sf){let l=nf(n.eligible.slice(a,a+sf)),d=await Pt(l,r,o),u=tS(r,t.model)?d:await Pt(l,t.model,o);i.push(...l.flatMap((c,m)=>rS(e.hash,c,d[m],u[m]))),s.push(...l.flatMap(({change:c},m)=>d[m]===null?[c.current.unit.id]:[]))}return{rows:i,unasked:s}}function tS({card:e},{card:n}){return e.provider===n.provider&&e.fingerprint===n.fingerprint}function rS(e,{change:{change:n,current:t}},r,o){return!r||!o?[]:[{commit:e,id:t.unit.id,change:n,inUse:r.similarity,fresh:o.similarity,inUseFailed:r.failed,freshFailed:o.failed}]}var Oa=class{commits=0;leftOut=new Ne;#n=new Map;#e=new Set;#t=0;#r=0;add({change:n,fresh:t,behind:r}){this.commits++,this.#o(n),n.eligible.length!==0&&(this.#e.add(t.trainedAt.hash),this.#t=Math.max(this.#t,r.commits),this.#r=Math.max(this.#r,r.seconds))}fresh(){return{trainings:this.#e.size,commitsBehind:this.#t,daysBehind:this.#r/86400}}notes(){return[...this.#n.values()].sort((n,t)=>L(n.path,t.path)||L(n.kind,t.kind))}#o({leftOut:n,notes:t}){this.leftOut.addAll(n);for(let r of t)this.#n.set(`${r.kind} ${r.path}`,r)}};function af(e){return e===void 0?null:new Date(e.commit.committedAt*1e3).toISOString().slice(0,10)}async function df(e){let{repository:n,history:t,store:r,at:o,policy:i}=e;if(o.hash===he)throw oS();let s=e.model.card,a=await $i(s,r),l=await t.firstParents(o),d=a&&await iS(a,l,e),u=await sS(e),c=await aS(e,a),m=c.report?.forecast??null,f=d?.answers==="own"?d:null;return{schemaVersion:1,kind:"status",at:{name:o.name,revision:o.hash},model:s,age:{days:dS(s,o),commits:s.trainedAt===null?null:await Sa(s.trainedAt.revision,l,n)},ledger:d,gain:u,drift:c.report,unmeasured:[...u===null?[{what:"gain",reason:"not-asked"}]:[],...c.reason===null?[]:[{what:"drift",reason:c.reason}]],recommendation:yd({freshness:f&&{verdict:f.verdict,value:f.freshness?.value??null},forecast:m,gain:u?.statement??null,today:cS(o)},i)}}function oS(){return new w("bad-setting","a status is that of a commit, not of a work tree","Commit first, or name a revision.")}async function iS({head:e,as:n},t,{repository:r,policy:o}){let{model:i,standsAt:s,sample:a,history:l}=e;return{...En(e,o),standsAt:s,commitsBehind:await Sa(s.revision,t,r),answers:n,model:i,sample:a,history:l}}async function sS(e){let{gain:n,at:t,model:r,language:o}=e;if(n===null)return null;let i={model:r,origin:"kept"},{methods:s,...a}=await lf({...e,...n,head:t,inUse:i,extensions:o.extensions});return a}async function aS(e,n){if(e.drift===null)return{report:null,reason:"not-asked"};try{return{report:await Qm({...e,model:e.model.card,until:e.at,since:e.drift.since,trainedAt:await Xm(e.model.card,e.repository),freshness:Tm(n,e.policy.line)}),reason:null}}catch(t){if(!(t instanceof w)||t.code!=="shallow-clone"&&t.code!=="no-source-files")throw t;return{report:null,reason:t.code}}}var lS=864e5;function dS({trainedAt:e},{committedAt:n}){if(n===null||e===null||e.committedAt===null)return null;let t=Math.trunc((Date.parse(n)-Date.parse(e.committedAt))/lS);return t<0?null:Math.max(0,t)}function cS({committedAt:e,name:n}){if(e===null)throw new RangeError(`${n} has no day`);return new Date(e).toISOString().slice(0,10)}async function _i(e){let n=await df(e),t=n.ledger===null?null:await Am(n.ledger,e);return{project:e.project,status:n,inventory:t}}function cf(e){let n=new Map,t=async r=>n.get(r)??e.load(r);return{load:t,async fingerprints(){return[...new Set([...await e.fingerprints(),...n.keys()])].sort()},async save(r,o){let{fingerprint:i}=o.head.model,s=await t(i);return(s?.version??null)!==r?!1:(n.set(i,uS(s,o)),!0)}}}function uS(e,{head:n,shards:t}){return{version:`${e?.version??""}+`,head:n,async shards(r){let o=r.filter(s=>s in n.shards&&!t.has(s)),i=e===null?new Map:await e.shards(o);return new Map(r.map(s=>[s,t.get(s)??i.get(s)??[]]))}}}function uf(e){let n=null,t=async()=>n??e.read();return{read:t,async update(r){return n=r(await t()),n}}}var H={report:null,evaluation:null,commentId:null,page:null,gate:null,unsaid:null};async function mf(e,n){let{log:t}=n,r=await n.whole.resolve(e),o=await n.whole.defaultBranch();if(await mS(r,o,n))return t.notice(`${e} is no longer on ${o.name}: the run for what was pushed in its place does the rest.`),H;let i=await Ia(n,()=>Aa(n,async m=>{let f={...pr(n,r),...m},p=await Oi({...f,mayAskForAll:!1});return{kept:p,page:p.kind==="none"?null:await pS(p.model,f,n)}}));if(i===null)return H;let{result:s,refusal:a}=i,{kept:l,page:d}=s;if(l.kind==="none")return t.notice(Fa(l)),H;let u=l.report;t.say(an(u)),await t.summarise(`${Re(u)}
${a??n.links.whereItLies}
`);let c=fr(u.ledger,n.choices.gate);return{...H,report:u,page:d,gate:c.kind==="passed"?null:Ea}}async function Ia({log:e},n){try{return await n()}catch(t){if(!(t instanceof w&&t.code==="no-source-files"))throw t;return e.notice(`Nothing to look at yet: ${t.message}.`),null}}async function mS(e,n,{whole:t}){return e.hash!==n.hash&&await t.isAncestor(e.hash,n)===!1}var fS=20;function pS(e,n,t){let{settings:r,languages:o}=t;return _i({...n,model:e,history:Im,at:n.target,policy:r.freshness,gain:null,drift:null,language:o.main,project:t.project,closeUps:e.usage===void 0?fS:0})}var Ea="The model is stale, and the workflow asks to fail then (fail-on: stale). Training it again helps.";function pr(e,n){let{repository:t,model:r,settings:o,languages:i,progress:s,signal:a}=e,{ledgers:l,state:d}=e,{sample:u}=o.evaluation;return{repository:t,target:n,store:l,state:d,model:r.inUse,sample:u===0?null:{size:u,seed:1},policy:o.freshness,languages:i,progress:s,signal:a}}async function Aa({ledgers:e,state:n,log:t},r){try{return{result:await r({store:e,state:n}),refusal:null}}catch(o){if(!(o instanceof w&&o.code==="forge-refused"))throw o;let i={kind:"refused",what:"data-branch",reason:o.message};return t.warning(`${W(i,String)} ${o.remedy}`),{result:await r({store:cf(e),state:uf(n)}),refusal:`${W(i,a=>g(a))} ${o.remedy}`}}}function Fa({reason:e}){switch(e){case"no-training-revision":return"Freshness cannot be told: nobody says what the model was trained on. Name the revision with the input trained-at.";case"too-dear":return"The model has no ledger yet, and to begin one it is asked for every method: a scheduled run, or one started by hand, does that.";default:return e}}function hn({settings:e,model:n,training:t}){let{workflow:r,eventType:o}=e.retraining;return r!==""||o!==""?"dispatch":t!==null?"specialize":n.inUse.kind==="pinned"?"repin":"none"}function ff(e){return hn(e)!=="none"}async function Na(e,n){let{forge:t,settings:r,section:o}=n,{workflow:i,eventType:s}=r.retraining,a=await n.whole.defaultBranch();return[...i===""?[]:[await t.dispatches.workflow(i,a.name,{})],...s===""?[]:[await t.dispatches.repository(s,{...e,project:o??""})]]}var hS=864e5;function pf(e){return`repository/${e}/retrained`}async function _a({documents:e,repositoryId:n,now:t}){let r=pf(n),o=(await e.read([r])).get(r);return o!==void 0&&t()-Date.parse(o.text)<hS?o.text:null}async function Di({by:e},n){let{forge:t,documents:r,repositoryId:o,now:i}=n;if(!_t(await t.pullRequests.permissionOf(e),"maintain"))return{kind:"not-allowed"};let s=await _a(n);if(s!==null)return{kind:"too-soon",at:s};let a=pf(o),l=(await r.read([a])).get(a),d=i(),u=await n.run(),c=hn(u);if(c==="none")return{kind:"no-way"};let m=await u.whole.defaultBranch(),f={key:a,expected:l?.version??null,text:new Date(d).toISOString()};if(c==="repin")return await mr({...pr(u,m),mayAskForAll:!1}),await r.write([{key:a,text:f.text}]),{kind:"started"};let p=c==="dispatch"?await yS(u):"";if(!await r.write([f]))return{kind:"too-soon",at:f.text};if(c==="specialize"){try{await gS(u)}catch(x){throw await r.write([{key:a,text:l?.text??null}]),x}return{kind:"started"}}let h=[];try{h=await Na({model:p,revision:m.hash},u)}finally{h.some(({kind:P})=>P==="said")||await r.write([{key:a,text:l?.text??null}])}let k=h.find(x=>x.kind==="refused");return h.some(({kind:x})=>x==="said")||k===void 0?{kind:"started"}:{kind:"refused",reason:k.reason}}async function gS({training:e}){if(e?.enqueue==null)throw new Error("a training that somebody asks for by a comment or a button is a task of its own");await e.enqueue()}async function yS({model:{isHosted:e,inUse:n}}){return e&&n.kind!=="pinned"?(await n.open()).card.name:"project memory"}var wS={label:"Check again",description:"Has the model write the methods again",identifier:"check-again"},bS={label:"Retrain",description:"Trains the model again; for maintainers",identifier:"retrain"};function Da(e){return e.buttons!==!0?{}:{actions:[wS,...ff(e)?[bS]:[]]}}function Ba({written:e,moved:n,deleted:t}){let r=[...e.flatMap(({previousId:o})=>o??[]),...n.map(o=>o.previousId),...t];return new Set([...r.map(kS),...e.map(({facts:o})=>o.path),...n.map(({path:o})=>o)])}function kS(e){return e.slice(0,e.indexOf("#"))}function gf(e,n,t){let r=Ba(t),o=[...fn(n).values()].filter(({path:c})=>r.has(c)),i=new Map(o.flatMap(({units:c})=>c.map(m=>[m.id,m]))),s=new Map([...i].map(([c,m])=>[c,hf(m)])),a=new Map;for(let c of t.deleted)s.delete(c);for(let{previousId:c}of[...t.moved,...t.written])c!==null&&s.delete(c);for(let{id:c,path:m,previousId:f}of t.moved){let p=i.get(f);p!==void 0&&(s.set(c,{...hf(p),id:c,path:m}),a.set(c,f))}for(let{facts:c,previousId:m}of t.written)s.set(c.id,c),m!==null&&m!==c.id&&a.set(c.id,m);let l=Mi({before:o,now:[...s.values()],lineage:a,byBody:!1}),d=new Map(t.written.map(({facts:c,score:m})=>[c.id,m])),u=l.toScore.map(c=>({...c,score:d.get(c.id)??null,rescored:!0}));return dr(e,Tt(n,{paths:r,units:[...l.kept,...u],departed:l.departed}))}function hf({id:e,path:n,text:t,header:r,code:o,length:i}){return{id:e,path:n,text:t,header:r,code:o,length:i}}async function yf(e){let{project:n,card:t,base:r}=e,o=n.state?.review??null,i=o?.fingerprint===t.fingerprint?o:null;return{freshness:await SS(e),age:{days:CS(t.trainedAt?.committedAt??null,r.committedAt),commits:null},gain:i?.gain??null,forecast:i?.forecast??null,recommendation:i?.recommendation??null}}async function SS({project:e,card:n,origin:t,change:r,rows:o}){let{store:i,policy:s}=e,a=await i.load(n.fingerprint);if(a===null)return t==="trained-on-base"?{kind:"unknown",reason:"not-pinned"}:{kind:"unknown",reason:(await i.fingerprints()).length===0?"no-ledger":"other-model"};ur(n,a.head);let l=vS(r,o),d=await Li(a,Ba(l)),u=gf(a.head,d,l);return{kind:"known",before:En(a.head,s),after:En(u,s)}}function vS({eligible:e,moved:n,deleted:t},r){let o=new Map(r.map(i=>[i.id,RS(i)]));return{written:e.flatMap(({current:i,previous:s,language:a})=>{let l=o.get(i.unit.id);return l===void 0?[]:[{facts:fa(i.source,i.unit,a),previousId:s?.unit.id??null,score:l}]}),moved:n.map(({id:i,previousId:s})=>({id:i,path:i.slice(0,i.indexOf("#")),previousId:s})),deleted:t}}function RS({similarity:e,texts:n}){return e===null?{similarity:ht(n.after.length),failed:!0}:{similarity:e,failed:!1}}var xS=864e5;function CS(e,n){return e===null||n===null?null:Math.max(0,Math.floor((Date.parse(n)-Date.parse(e))/xS))}async function wf(e){let{base:n,head:t,policy:r}=e,o=await lt(e),{model:i,origin:s}=o.eligible.length===0?TS:await e.openModel(),{judged:a,unasked:l}=i===null?MS:await ja(o.eligible,i,e),d=a.map(({row:p})=>p);i!==null&&cn(d,i.card.name,Si);let u=ES(a),c=i===null||e.project===void 0?null:await yf({project:e.project,card:i.card,origin:s,base:n,change:o,rows:d}),m=a.map(({measurement:p})=>p),f=u.map(({measurement:p})=>p);return{schemaVersion:1,kind:"check",protocol:"in-place",base:{name:n.name,revision:n.hash},head:{name:t.name,revision:t.hash},model:i?.card??null,modelOrigin:s,policy:{familiar:r.familiar,ambiguous:r.ambiguous,countCosmetic:r.countCosmetic},summary:Ln(f,m),stub:gt(f,m),verdicts:AS(d),files:u.map(({row:p})=>p),methods:d,...i===null?{}:dn(i,l),cosmetic:o.cosmetic,moved:o.moved,deleted:o.deleted,...c===null?{}:{standing:c},leftOut:o.leftOut.rows(),notes:o.notes}}var TS={model:null,origin:null},MS={judged:[],unasked:[]};async function ja(e,n,t){let r=e.flatMap($S),{policy:o,progress:i,signal:s}=t;i.begin("writing again",r.length);let a=new Map,l=new Map,d={model:n,samples:o.samples,signal:s,progress:i,journal:null};for await(let{item:m,regeneration:f}of ie(r,d))(m.role==="before"?l:a).set(m.change,f);i.end();let u=[],c=[];for(let m of e){let f=a.get(m)??PS;f.kind==="unasked"?c.push(m.current.unit.id):u.push(LS(m,f,l.get(m)??null,o))}return{judged:u,unasked:c}}var PS={kind:"unasked"};function $S(e){let{current:n,previous:t}=e,r={change:e,role:"after",stub:z(n.source,n.unit)};if(t===null)return[r];let o=z(t.source,t.unit);return[r,{change:e,role:"before",samples:1,countsAs:n.unit.id,stub:o}]}function LS({change:e,current:n,previous:t,language:r},o,i,s){let a=U(n.source,n.unit),l=t===null?null:U(t.source,t.unit),d=o.kind==="regenerated"?o:null,u=ke(a,d?.body??"{}"),c=l===null||d===null?null:Ts(l,d.body),m=d===null?null:bd({sameTokens:Or(r.tokenize,a,d.body),similarity:u.similarity,similarityToPrevious:c,disagreement:IS(d)},s);return{row:{id:n.unit.id,path:n.unit.path,line:n.unit.line,change:e,previousId:t===null||t.unit.id===n.unit.id?null:t.unit.id,distance:d===null?null:u.distance,similarity:d===null?null:u.similarity,similarityToPrevious:c,verdict:m,knewPrevious:l===null||i===null?null:OS(l,i,s),confidence:d?.confidence??null,failure:o.kind==="failed"?{reason:o.reason,detail:o.detail}:null,texts:{before:l,after:a,regenerated:d?.body??null}},measurement:{...u,failed:d===null},source:n.source}}function OS(e,n,t){return n.kind==="regenerated"?Ts(e,n.body)>=t.familiar:null}function IS({samples:e}){return kd((e??[]).map(({body:n,probability:t})=>({text:n,weight:t??1})))}function ES(e){let n=new Map;for(let{row:t,source:r}of e){let o=n.get(r)??new Map;o.set(t.id,t.texts.regenerated??"{}"),n.set(r,o)}return[...n].map(([t,r])=>{let o=xn(t,({id:l})=>r.get(l)).text,i=xn(t,({id:l})=>r.has(l)?"{}":void 0).text,s=Zt(t.text,o,i);return{row:{id:t.path,distance:s.distance,similarity:s.similarity},measurement:s}}).sort((t,r)=>L(t.row.id,r.row.id))}function AS(e){let n={reproduced:0,outdated:0,ambiguous:0,familiar:0,unfamiliar:0,newToIt:0,failed:0};for(let t of e)t.verdict===null?n.failed++:t.verdict==="unfamiliar"&&t.change==="added"?n.newToIt++:n[t.verdict]++;return n}async function bf(e,n,t,r){let{repository:o,settings:i,choices:s,languages:a,progress:l,signal:d}=e,u=await NS(e,n,t),c=await e.state.read(),m={...i.policy,samples:s.samples??i.policy.samples};try{let f=await wf({repository:o,base:n,head:t,openModel:()=>Ti(r,c,n,o),languages:a,policy:m,project:{store:e.ledgers,state:c,policy:i.freshness},progress:l,signal:d}),p=Lm(f,s.gate),h=[...u,...await _S(e,f,n),...DS(f,p)];return{report:f,outcome:p,conclusion:Om(f,p),notices:h}}catch(f){if(!(f instanceof w&&f.code==="model-unavailable"))throw f;let p={kind:"model-unreachable",detail:e.mask(f.message)};return{report:null,outcome:{kind:"passed"},conclusion:"neutral",notices:[...u,p]}}}var FS=".github/workflows/";async function NS({whole:e,settingsPath:n},t,r){let i=(await e.changedFiles(t,r)).map(({path:s})=>s).filter(s=>s===n||s.startsWith(FS));return i.length===0?[]:[{kind:"edits-settings",paths:i}]}async function _S({whole:e},{standing:n},t){let r=n?.freshness.kind==="known"?n.freshness.before.history.at(-1)?.revision:void 0;if(r===void 0||r===t.hash)return[];if(await e.isAncestor(t.hash,{hash:r,name:r,committedAt:null}))return[];let o=await e.isAncestor(r,t);return[{kind:"ledger-behind",ledger:r,where:o?"before-base":"elsewhere"}]}function DS(e,n){return[...BS(n),...e.unasked===void 0?[]:[{kind:"budget-spent",input:"max-methods"}]]}function BS(e){switch(e.kind){case"passed":return[];case"stale":return[{kind:"gate-met",gate:"stale"}];case"drop":return[{kind:"gate-met",gate:"maximum-drop",drop:e.points,maximum:e.maximum}];default:return e}}function Bi({isDraft:e,labels:n},{drafts:t,skipLabel:r}){return r!==""&&n.includes(r)?`it has the label "${r}"`:e&&!t?"it is a draft":null}var jS=500;async function vf(e,n){let t=HS(e,n),{log:r,forge:o,settings:i}=t,{pullRequests:s}=o,a=await s.read(e.pullRequest);if(a.head.revision!==e.head)return Rf(a,t);let l=Bi(a,i.pullRequests);if(l!==null)return r.say(`Not checked: ${l}.`),await Sf(l,`${l}.`,a,e,t),H;try{return await WS(e,a,t)}catch(d){let u=d instanceof w&&d.code==="cancelled",c=d instanceof w?S(d.message):"a bug in palimpsest",m=`${g(c,jS)}. The log has more.`;throw u||await Sf(c,m,a,e,t).catch(()=>{}),d}}async function WS(e,n,t){let{log:r,forge:o}=t,{pullRequests:i}=o,{model:s,notices:a}=await GS(e,t),l=[...a,...US(e),...zS(e,t)],d=kf(n.head.revision),u=await t.whole.mergeBase(kf(n.base.revision),d),c=await bf(t,u,d,s);c.report!==null&&r.say(an(c.report));for(let f of c.notices)f.kind==="model-unreachable"&&r.warning(W(f,String));let m=await i.read(e.pullRequest);return m.head.revision!==e.head?Rf(m,t):qS({...c,notices:[...l,...c.notices]},n,e,t)}function HS({ignored:e=[]},n){let t=e.map(r=>`!${r}`);return t.length===0?n:{...n,repository:sr(n.repository,{under:"",globs:t})}}function US({ignored:e=[]}){return e.length===0?[]:[{kind:"ignored",paths:e}]}function kf(e){return{hash:e,name:e,committedAt:null}}function Rf({head:e,url:n},{log:t}){return t.say(`The head of ${n} is ${e.revision} by now: the run for that one reports. Nothing was said for this one.`),H}async function Sf(e,n,{head:t},{voice:r},o){if(r!=="everywhere")return;let i=await o.forge.checkRuns.conclude({revision:t.revision,name:On(o),conclusion:"neutral",title:`Not checked: ${e}`,summary:`This pull request was not checked: ${n}
`,annotations:[],...Da(o)});i.kind==="refused"&&o.log.warning(W({kind:"refused",what:"check-run",reason:i.reason},String))}async function GS({trust:e,approval:n},{model:t,settings:r,forge:o}){if(e==="trusted"||!t.isHosted)return{model:t.inUse,notices:[]};let{runLabel:i}=r.pullRequests;return n!==null&&n.label===i&&await o.pullRequests.isMaintainer(n.by)?{model:t.inUse,notices:[]}:{model:t.shadow,notices:[{kind:"fork-by-shadow",label:i===""?null:i}]}}function zS({trust:e,voice:n},{hasCheckout:t,log:r}){if(!t||e==="trusted"||n==="summary")return[];let o={kind:"checkout-ignored"};return r.warning(W(o,String)),[o]}async function qS(e,n,{voice:t},r){let o=[...e.notices],{report:i}=e,s=null,a=async u=>{try{return await u}catch(c){if(!(c instanceof w)||c.code==="cancelled")throw c;return s=c,{kind:"refused",reason:c.message}}},l={kind:"nothing"};if(t==="everywhere"){l=await a(KS(e,n,r)),l.kind==="refused"&&o.push({kind:"refused",what:"comment",reason:l.reason});let u=await a(JS(e,o,n.head.revision,r));u.kind==="refused"&&o.push({kind:"refused",what:"check-run",reason:u.reason})}else o.push({kind:"read-only"});await r.log.summarise(xf(i,Wa(o,n.head.revision,"summary",r)));for(let u of o)u.kind==="refused"&&r.log.warning(W(u,String));let d=o.find(({kind:u})=>u==="gate-met");return{...H,report:i,commentId:l.kind==="said"?l.id:null,gate:d===void 0?null:W(d,String),unsaid:s}}function Wa(e,n,t,r){let o=r.section;return{headRevision:n,repositoryUrl:r.links.repositoryUrl,reportUrl:r.links.reportUrl,section:o,notices:e,voice:t}}function xf(e,n){return e===null?Su(n):Re(e,n)}async function KS({report:e,notices:n},{number:t,head:r,author:o},i){let{choices:s,forge:a,settings:l}=i,d=i.section??"",u=o.isBot&&!l.pullRequests.bots;if(s.comment==="never"||u||e===null)return{kind:"nothing"};let c=Wa(n,r.revision,"comment",i),m=s.comment==="always"||em(e,n),f=e.methods.length>0||e.unasked!==void 0,p=m||f?Re(e,c):nm(c);return a.comments.put(t,d,p,{ifThere:!m})}async function JS({report:e,conclusion:n},t,r,o){let i=Wa(t,r,"check-run",o);return o.forge.checkRuns.conclude({revision:r,name:On(o),conclusion:n,title:e===null?mu(t):uu(e,t),summary:xf(e,i),annotations:e===null||!o.settings.pullRequests.annotations?[]:fu(e),...Da(o)})}var VS=[["/palimpsest check","checks this pull request again"],["/palimpsest explain METHOD","shows what the model wrote for a changed method, and what that may come from"],["/palimpsest ignore PATH","leaves files out of the check of this pull request; `unignore PATH` takes that back"],["/palimpsest retrain","trains the model again, at most once a day; for maintainers"],["/palimpsest badge-link","makes a link to a private repository’s badge and page; `badge-link revoke` ends all of them; for maintainers"]];function Cf(e){let n=e===null?"One of these at the start of a comment:":`There is no command ${g(e)}. There are:`;return M([n],C(VS.map(([t,r])=>`${g(t)} ${r}`)))}function ji(e,n){let t=n==="write"?"people who may write to this repository":"maintainers of this repository";return`Thank you, ${g(e)}. This is for ${t}, so nothing was done; any of them can ask for it here.
`}function Ha(e){return e.length===0?`Nothing is left out of the check of this pull request any more. It is checked again.
`:M(["Left out of the check of this pull request, which is done again:"],C(e.map(n=>g(n,256))))}function Tf(e,n){let t=n.length===0?"nothing":n.map(r=>g(r,256)).join(", ");return`${g(e,256)} is not left out here; ${t} is.
`}function Mf(e){return`No more than ${e} paths are left out of one pull request. What never counts belongs in ${g("paths")} of ${g(".github/palimpsest.yml")}.
`}function Ua(e){return`The training was started at ${g(e)} already. That can be asked for once a day.
`}function Pf(){return`Nobody has said how this repository’s model is trained: ${g("retraining.workflow")} in ${g(".github/palimpsest.yml")} names the workflow to start.
`}function $f(e){return`The training was not started: ${g(e,200)}.
`}function Lf(e,n){return M(["Whoever has these addresses sees the freshness of this repository’s model; keep them among those who may."],C([`page: ${g(e,600)}`,`badge: ${g(n,600)}`]),[`${g("/palimpsest badge-link revoke")} ends all links that were made.`])}function Of(e){return e===0?`There was no link to revoke.
`:`${e===1?"The one link that was made opens":`The ${e} links that were made open`} the page no more.
`}function If(e,n){return M([`That did not work: ${g(e,300)}.`],[`What to do: ${g(n,300)}`])}function Af(e,n){if(e===n)return!0;let t=Ql(e),r=t.slice(0,t.indexOf("(")),o=n.replace(/\s*([,()])\s*/g,"$1");return[t,r].some(i=>Ef(i,o)||YS(i)&&Ef(QS(i),o))}function Ef(e,n){return e===n||e.endsWith(`.${n}`)}function YS(e){return e.includes(`.${Dt}`)}function QS(e){return e.replace(`.${Dt}`,"")}async function Ff(e,n){let{eligible:t}=await lt(n),r=e.trim(),o=t.filter(({current:c,previous:m})=>[c,m].some(f=>f!==null&&Af(f.unit.id,r))),[i,...s]=o;if(i===void 0)return{kind:"none",changed:t.map(({current:c})=>c.unit.id)};if(s.length>0)return{kind:"several",named:o.map(({current:c})=>c.unit.id)};let{model:a}=await n.openModel(),{judged:l}=await ja([i],a,n),d=l[0]?.row;if(d===void 0)return{kind:"none",changed:[]};let u=z(i.current.source,i.current.unit);return{kind:"explained",row:d,model:a.card,nearest:await a.nearest?.(u)??null}}var XS=/^(?=.{1,64}$)[\da-zA-Z]+(-[\da-zA-Z]+)*$/;function Wi(e){let n=Ga(e);return n===null?null:`<!-- palimpsest request ${n} -->`}function Ga(e){return e!==null&&XS.test(e)?e:null}function za(e){return e.replace(/^<!-- palimpsest request [\da-zA-Z-]{1,64} -->(\r\n|\n|\r)/gm,"")}var hr=65536,qa="<!-- palimpsest comment v1 -->",Hi="<!-- palimpsest end -->",ZS=/^[^\S\n]*<!--\s*palimpsest/gim,ev=new RegExp("\\p{Cs}","gu"),nv=/^<!-- palimpsest request \S+ -->$/,tv=/^<!-- palimpsest section "([^"\s]*)" -->$/,$t="<sub>Shortened: the comment has no more room. The job summary has the whole of it.</sub>";function Ka(e){return Gi(e)[0]===qa}function Ui(e,n,t,r=hr,o=null){let i=new Map(e===null?[]:Fn(e)),s=n.replace(ev,"�");if(i.delete(s),t!==null&&i.set(s,ov(t)),i.size===0)return null;let a=Wi(o),l=a===null?[Hi]:[a,Hi],u=[...iv(i,s,r-(a===null?0:a.length+1))].sort(([c],[m])=>L(c,m)).map(([c,m])=>`${Ja(c)}
${m}`);return[qa,...u,...l].join(`
`)}function Fn(e){let n=new Map;if(!Ka(e))return n;let t=null,r=[],o=()=>{t!==null&&!n.has(t)&&n.set(t,r.join(`
`).trim()),r=[]};for(let i of Gi(e).slice(1)){let s=i===Hi||nv.test(i)?null:rv(i);if(s===void 0){r.push(i);continue}o(),t=s}return o(),n}function rv(e){let n=tv.exec(e)?.[1];if(n!==void 0)try{let t=decodeURIComponent(n);return Ja(t)===e?t:void 0}catch{return}}function Ja(e){return`<!-- palimpsest section "${encodeURIComponent(e).replaceAll("--","-%2D")}" -->`}function ov(e){return Gi(e).join(`
`).trim().replace(ZS,n=>n.replace("<!--","&lt;!--"))}function iv(e,n,t){let r=[n,...[...e.keys()].filter(a=>a!==n).sort(L)],o=new Map,i=t-qa.length-Hi.length-1;for(let a of r){let l=e.get(a),d=Ja(a).length+2;l===void 0||d>i||(o.set(a,l),i-=d)}let s=sv([...o.values()].map(({length:a})=>a),i);return new Map([...o].map(([a,l])=>[a,av(l,s)]))}function sv(e,n){let t=n;for(let[r,o]of[...e].sort((i,s)=>i-s).entries()){let i=Math.floor(t/(e.length-r));if(o>i)return i;t-=o}return Number.POSITIVE_INFINITY}function av(e,n){if(e.length<=n)return e;let t=e.endsWith($t)?e.slice(0,-$t.length):e,r=n-$t.length-2,o=null,i=0,s=0,a=0;for(let d of Gi(t)){o===null&&i===0&&d===""&&s<=r&&(a=s);let u=/^`{3,}/.exec(d)?.[0]??null;if(o===null?(o=u,i+=d.startsWith("<details")?1:d.startsWith("</details")?-1:0):d.trimEnd()===o&&(o=null),s+=d.length+1,s>r)break}let l=t.slice(0,a).trim();return l!==""?`${l}

${$t}`:$t.length<=n?$t:""}function Gi(e){return e.split(/\r\n|\n|\r/)}var lv=[400,150,50,20,5],Va=10;function Nf(e,n){let t="";for(let r of lv)if(t=dv(e,r,n),Buffer.byteLength(t)<=hr)break;return t}function dv({row:e,model:n,nearest:t},r,o){let{before:i,after:s,regenerated:a}=e.texts,l=pi(Pe(e.id,e.path),e.path,e.line,o),d=a===null?[]:["What the model wrote"];return M([`### ${l}`],[cv(e,n,o)],e.failure===null?[]:Fe([e.failure.detail]).slice(1),i===null?[]:zi("Before this change",i,r),zi(i===null?"The code":"After it",s,r),...d.map(u=>zi(u,a??"",r)),...uv(e,t,r))}function cv(e,n,t){let r=n.trainedAt?.revision,o=r===void 0?"":`, trained at ${Ke(J(r),r,t)}`,i=`${g(D(n))}${o}`;if(e.similarity===null)return`Asking ${i}${o===""?"":","} ${mt(e)}.`;let s=e.similarityToPrevious===null?"":`, and ${T(e.similarityToPrevious)} to the code before`;return`By ${i}: ${mt(e)}. What it wrote is ${T(e.similarity)} similar to the code after the change${s}.`}function uv(e,n,t){if(n===null)return[["What this model was trained on that is nearest is not known: only the embedded model can tell."]];let r=n.id===(e.previousId??e.id);if(r&&n.body===e.texts.before)return[["The nearest thing that it was trained on is this very method, as it was before the change."]];let o=r?"this very method, as it was then":`${Wt(Pe(n.id,n.path))} in ${Wt(n.path)}, headers ${T(n.similarity)} alike`;return[zi(`The nearest thing that it was trained on: ${o}`,n.body,t)]}function zi(e,n,t){let r=mv(n.split(/\r\n|[\n\r]/)),o=r.length-t;return _(e,st(o>0?[...r.slice(0,t),`… ${y(o,"more line")}`]:r,""))}function mv(e){let n=/^\s*/.exec(e.at(-1)??"")?.[0]??"";return e.map(t=>t.startsWith(n)?t.slice(n.length):t)}function _f(e,n){let t=n.slice(0,Va).map(o=>g(Pe(o))),r=n.length===0?"It changes no method that counts here.":`It changes ${Sn(t,Va,n.length)}.`;return`This pull request changes no method called ${g(e)}. ${r}
`}function Df(e,n){let t=n.slice(0,Va).map(o=>g(o,200)),r=n.length-t.length;return M([`${y(n.length,"changed method")} are called ${g(e)}. Name one in full:`],C(r>0?[...t,`and ${y(r,"more","more")}`]:t))}var fv=new Set(["bad-settings-file","bad-setting","model-unavailable","no-common-ancestor","no-source-files","unknown-revision","forge-refused"]);function Bf(e,n,t){return Wf(()=>pv(e,n,t))}function jf(e,n){return Wf(()=>hv(e,n))}async function Wf(e){try{return await e()}catch(n){if(!(n instanceof w)||!fv.has(n.code))throw n;return je(If(n.message,n.remedy))}}async function pv(e,n,t){switch(e.kind){case"check":return{...Lt,start:{kind:"check"}};case"explain":return{...Lt,start:{kind:"explain",method:e.method,at:n}};case"ignore":return gv(e.path,t);case"unignore":return yv(e.path,t);case"retrain":return wv(t);case"badge-link":return e.revoke?Sv(t):kv(t);case"help":return{...qi(Cf(e.about)),went:e.about===null};default:return e}}var Lt={changes:[],start:null,reply:null,went:!0};function qi(e){return{...Lt,reply:e}}function je(e){return{...Lt,reply:e,went:!1}}async function hv(e,n){let t=await n.run(),{settings:r,choices:o,languages:i,progress:s,signal:a,repository:l}=t,{base:d,head:u}=await t.forge.pullRequests.read(n.pullRequest),c={hash:u.revision,name:u.revision,committedAt:null},m=await t.whole.mergeBase({hash:d.revision,name:d.revision,committedAt:null},c),f=await t.state.read(),p=await Ff(e,{repository:l,base:m,head:c,openModel:()=>Ti(t.model.inUse,f,m,l),languages:i,policy:{...r.policy,samples:o.samples??r.policy.samples},progress:s,signal:a});switch(p.kind){case"none":return je(_f(e,p.changed));case"several":return je(Df(e,p.named));case"explained":return qi(Nf(p,{repositoryUrl:t.links.repositoryUrl,headRevision:c.hash}));default:return p}}async function gv(e,n){let{after:t,change:r}=await Fs(n.documents,n,o=>[...new Set([...o,e])].slice(0,go));return t.includes(e)?{changes:[r],start:{kind:"check"},reply:Ha(t),went:!0}:je(Mf(go))}async function yv(e,n){let t=await ho(n.documents,n);if(!t.includes(e))return je(Tf(e,t));let{after:r,change:o}=await Fs(n.documents,n,i=>i.filter(s=>s!==e));return{changes:[o],start:{kind:"check"},reply:Ha(r),went:!0}}async function wv(e){let n=await _a(e);return n!==null?je(Ua(n)):hn(await e.run())==="repin"?{...Lt,start:{kind:"retrain"}}:bv(await Di({by:e.comment.author},e),e)}function bv(e,{comment:n}){switch(e.kind){case"started":return Lt;case"not-allowed":return je(ji(n.author,"maintain"));case"too-soon":return je(Ua(e.at));case"no-way":return je(Pf());case"refused":return je($f(e.reason));default:return e}}async function kv({pageLinks:e,comment:n}){let{page:t,badge:r}=await e.make(n.author);return qi(Lf(t,r))}async function Sv({pageLinks:e}){return qi(Of(await e.revoke()))}var Ki={check:"write",explain:"write",ignore:"write",unignore:"write",help:"write",retrain:"maintain","badge-link":"maintain"};async function Hf(e,n){let{comment:t,forge:r}=n;if(e.length===0||t.author.endsWith("[bot]")||(await zf(n)).done>=e.length)return;let o=await r.pullRequests.permissionOf(t.author);e.some(({kind:l})=>_t(o,Ki[l]))&&await r.replies.react(t.id,"eyes");let s=!0;for(let[l,d]of e.entries()){let u=await Rv(d,l,o,n);s=s&&(u?.went??!0)}let a=e.some(({kind:l})=>l==="explain");(!s||!a)&&await r.replies.react(t.id,s?"+1":"confused")}async function Uf({method:e,at:n},t){let{documents:r,forge:o,comment:i,log:s}=t,a=`${Ya(t)}/explained/${n}`;if(!(await r.read([a])).has(a)){let d=await jf(e,t),u=d.went?"+1":"confused";await r.write([{key:a,expected:null,text:u}])&&(s.say(`/palimpsest explain of ${i.author}: ${d.went?"done":"not done"}`),d.reply!==null&&await Gf(d.reply,d,{key:a,text:null},t))}let l=(await r.read([a])).get(a)?.text;await o.replies.react(i.id,l==="+1"?"+1":"confused")}var vv=10;async function Rv(e,n,t,r){let{documents:o,log:i,comment:s}=r;for(let a=0;a<vv;a++){let{done:l,version:d}=await zf(r);if(l>n)return null;let c=_t(t,Ki[e.kind])?await Bf(e,n,r):await xv(e,r);c.start!==null&&await r.start(c.start);let m={key:Ya(r),expected:d,text:String(n+1)};if(await o.write([m,...c.changes]))return i.say(`/palimpsest ${e.kind} of ${s.author}: ${c.went?"done":"not done"}`),c.reply===null||await Gf(c.reply,c,{key:m.key,text:l===0?null:String(l)},r),c}throw new Error(`what is kept of pull request ${r.pullRequest} changes faster than it can be written`)}async function Gf(e,n,t,r){try{let o=await r.forge.replies.reply(r.pullRequest,e);o.kind==="refused"&&r.log.say(`The answer was refused: ${o.reason}`)}catch(o){let i=n.went?[]:n.changes.map(({key:s})=>({key:s,text:null}));throw await r.documents.write([t,...i]),o}}async function xv(e,n){let{documents:t,comment:r}=n,o=`${Tn(n)}refused/${encodeURIComponent(r.author.toLowerCase())}`;return(await t.read([o])).has(o)?{changes:[],start:null,reply:null,went:!1}:{changes:[{key:o,expected:null,text:Ki[e.kind]}],start:null,reply:ji(r.author,Ki[e.kind]),went:!1}}function Ya(e){return`${Tn(e)}comments/${e.comment.id}`}async function zf(e){let n=Ya(e),t=(await e.documents.read([n])).get(n);return t===void 0?{done:0,version:null}:{done:Number(t.text),version:t.version}}import{pMapIterable as UN}from"p-map";import{z as xe}from"zod";var QN=xe.object({key:xe.string(),regeneration:xe.discriminatedUnion("kind",[xe.object({kind:xe.literal("regenerated"),body:xe.string(),confidence:xe.number().exactOptional()}),xe.object({kind:xe.literal("failed"),reason:xe.enum(Nd),detail:xe.string()})])});import{once as Ev}from"node:events";import{PassThrough as Av}from"node:stream";import{once as Pv}from"node:events";import{spawn as Cv}from"node:child_process";var Tv=["--no-pager","-c","core.hooksPath=/dev/null","-c","core.fsmonitor=false","-c","log.showSignature=false"],Mv={GIT_TERMINAL_PROMPT:"0",GIT_OPTIONAL_LOCKS:"0",LC_ALL:"C",GIT_DIR:void 0,GIT_COMMON_DIR:void 0,GIT_WORK_TREE:void 0,GIT_IMPLICIT_WORK_TREE:void 0,GIT_INDEX_FILE:void 0,GIT_OBJECT_DIRECTORY:void 0,GIT_ALTERNATE_OBJECT_DIRECTORIES:void 0,GIT_SHALLOW_FILE:void 0,GIT_GRAFT_FILE:void 0,GIT_PREFIX:void 0,GIT_EXTERNAL_DIFF:void 0};async function Ce(e,n,t={}){let r=gr(e,n,t),[o,i,s]=await Promise.all([Kf(r.stdout),Kf(r.stderr),new Promise((a,l)=>{r.on("error",d=>l(yr(d,e))),r.on("close",d=>a(d??128))})]);return{exitCode:s,stdout:o,stderr:i.toString("utf8").trim()}}async function ue(e,n){let{exitCode:t,stdout:r,stderr:o}=await Ce(e,n);if(t!==0)throw We(n[0]??"git",o);return r}function We(e,n){let t=n.split(`
`).find(r=>r.trim()!=="")??"no message";return new w("git-failed",`git ${e} failed: ${t}`,"Check the clone with `git fsck`, then run the command again.")}function gr(e,n,{environment:t,signal:r}={}){return Cv("git",[...Tv,...n],{cwd:e,env:{...process.env,...Mv,...t},...r===void 0?{}:{signal:r},stdio:["pipe","pipe","pipe"],windowsHide:!0})}function yr(e,n){return["ENOENT","ENOTDIR"].includes(kn(e)??"")?new w("git-missing",`git could not be started in ${n}`,"Check that the directory exists and that git is installed and on PATH.",{cause:e}):e}async function Kf(e){let n=[];for await(let t of e)n.push(Buffer.from(t));return Buffer.concat(n)}var $v=10;async function*Ji(e,n){if(n.length===0)return;let t=gr(e,["cat-file","--batch"]),r="",o;t.on("error",l=>{o=yr(l,e)}),t.stderr.on("data",l=>{r+=l.toString("utf8")}),t.stdin.on("error",()=>{}),t.stdin.end(`${n.join(`
`)}
`);let i=Pv(t,"close").catch(()=>{}),s=new Xa(t.stdout),a=0;try{for(;a<n.length;a++){let l=await s.line();if(l===void 0)break;let d=/^[0-9a-f]+ blob (\d+)$/.exec(l)?.[1];d===void 0?yield null:yield await s.bytes(Number(d))}}finally{t.stdout.destroy(),t.kill(),await i}if(o!==void 0)throw o;if(a<n.length)throw We("cat-file",r)}var Xa=class{#n;#e=Buffer.alloc(0);constructor(n){this.#n=n[Symbol.asyncIterator]()}async line(){for(;;){let n=this.#e.indexOf($v);if(n>=0){let t=this.#e.toString("utf8",0,n);return this.#e=this.#e.subarray(n+1),t}if(!await this.#t())return}}async bytes(n){let t=[],r=n+1;for(;;){let o=this.#e.subarray(0,r);if(this.#e=this.#e.subarray(o.length),t.push(o),r-=o.length,r===0)break;if(!await this.#t())throw We("cat-file","the object database ended in the middle of a file")}return Buffer.concat(t).subarray(0,n)}async#t(){let n=await this.#n.next();return n.done===!0?!1:(this.#e=this.#e.length===0?n.value:Buffer.concat([this.#e,n.value]),!0)}};var Jf=/^[0-9a-f]{40,64} [0-9a-f]{40,64}\n/,Lv=/^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])/,Ov=/^100/,Iv={addedLines:0,deletedLines:0},Vi=class{#n=Buffer.alloc(0);#e=!1;#t=[];#r=new Map;#o=null;#i=[];push(n){let t=[],r=this.#n.length===0?n:Buffer.concat([this.#n,n]),o=0;for(let i=r.indexOf(0);i>=0;i=r.indexOf(0,o))this.#s(r.toString("utf8",o,i),t),o=i+1;return this.#n=r.subarray(o),t}end(){let n=[];return this.#s(this.#n.toString("utf8"),n),this.#e&&n.push(this.#c()),this.#e=!1,n}#s(n,t){if(this.#o!==null){if(this.#i.push(n),this.#i.length<this.#o.paths)return;let{take:o}=this.#o,i=this.#i;this.#o=null,this.#i=[],o(...i);return}let r=n;for(let o=Jf.exec(r);o!==null;o=Jf.exec(r))this.#e&&t.push(this.#c()),this.#e=!0,r=r.slice(o[0].length);r.startsWith(":")?this.#a(r):r!==""&&this.#u(r)}#a(n){let[,t="",r="",o="",i="",s]=Lv.exec(n)??[],a=(d,u,c)=>Ov.test(d)?{path:u,blob:c}:null,l=(d,u=d)=>{let c={before:a(t,d,o),after:a(r,u,i)};(c.before!==null||c.after!==null)&&this.#t.push({...c,path:u})};this.#o={paths:s==="R"||s==="C"?2:1,take:l}}#u(n){let[t,r,...o]=n.split("	"),i={addedLines:Number(t)||0,deletedLines:Number(r)||0},s=o.join("	");s!==""?this.#r.set(s,i):this.#o={paths:2,take:(a,l="")=>this.#r.set(l,i)}}#c(){let n=this.#t.map(({before:t,after:r,path:o})=>({before:t,after:r,...this.#r.get(o)??Iv}));return this.#t=[],this.#r=new Map,n}};var Fv=8*1024*1024;function Za(e){return{firstParents:n=>Nv(e,n),differences:(n,t)=>Bv(e,n,t),blobs:n=>Ji(e,n)}}async function Nv(e,{hash:n}){let o=(await ue(e,["log","--first-parent","--reverse","--format=%H %T %ct","--end-of-options",n,"--"])).toString("utf8").split(`
`).filter(Boolean).map(_v),[i]=o,s=i!==void 0&&/^parent /m.test(Dv(await ue(e,["cat-file","commit",i.hash])));return{commits:o,cutOff:s}}function _v(e){let[n="",t="",r]=e.split(" ");return{hash:n,tree:t,committedAt:Number(r)}}function Dv(e){let n=e.indexOf(`

`);return e.toString("latin1",0,n<0?e.length:n)}async function*Bv(e,n,{extensions:t,countLines:r}){if(n.length===0)return;let o=(await ue(e,["hash-object","-t","tree","/dev/null"])).toString("utf8").trim(),i=gr(e,["diff-tree","--stdin","-r","-z","-M","-l0","--raw","--no-abbrev",...r?["--numstat"]:[],"--no-ext-diff","--no-textconv","--",...t.map(c=>`:(top,icase)*${c}`)]),s="",a;i.on("error",c=>{a=yr(c,e)}),i.stderr.on("data",c=>{s+=c.toString("utf8")}),i.stdin.on("error",()=>{}),i.stdin.end(n.map(({before:c,after:m})=>`${c??o} ${m}
`).join(""));let l=Ev(i,"close").catch(()=>{}),d=new Vi,u=0;try{for await(let c of i.stdout.pipe(new Av({highWaterMark:Fv})))for(let m of d.push(c))u++,yield m;if(await l,i.exitCode===0)for(let c of d.end())u++,yield c}finally{i.stdout.destroy(),i.kill(),await l}if(a!==void 0)throw a;if(u<n.length)throw We("diff-tree",s)}import{stat as Gv}from"node:fs/promises";var el=/^100/;function nl(e){let n=Yi(e),t=[];for(let r=0;r+1<n.length;r+=2){let[o="",i=""]=(n[r]??"").slice(1).split(" "),s=n[r+1]??"",a=el.test(o),l=el.test(i);a&&l?t.push({path:s,status:"modified"}):l?t.push({path:s,status:"added"}):a&&t.push({path:s,status:"deleted"})}return t}function Vf(e){let n=new Map;for(let t of Yi(e)){let r=t.indexOf("	"),[o="",,i=""]=t.slice(0,r).split(" ");el.test(o)&&n.set(t.slice(r+1),i)}return n}function Yi(e){return e.toString("utf8").split("\0").filter(n=>n!=="")}import{lstat as jv,readFile as Wv,realpath as Yf}from"node:fs/promises";import{dirname as Hv,join as tl,sep as Uv}from"node:path";async function Qf(e){let n=await ue(e,["ls-files","-z","--cached","--others","--exclude-standard","--full-name"]),t=new Set(n.toString("utf8").split("\0").filter(Boolean));return rl(e,[...t].sort())}async function rl(e,n){let t=new Qi(e),r=[];for(let o of n)await t.isRegularFile(o)&&r.push(o);return r}async function*ol(e,n){let t=new Qi(e);for(let r of n)yield{path:r,bytes:await t.isRegularFile(r)?await Wv(tl(e,r)):null}}var Qi=class{#n;#e=new Map;constructor(n){this.#n=n}async isRegularFile(n){let t=tl(this.#n,n);return(await jv(t).catch(()=>{}))?.isFile()===!0&&await this.#t(Hv(t))}async#t(n){let t=this.#e.get(n);if(t!==void 0)return t;let r=await Yf(this.#n),o=n===this.#n?r:tl(r,n.slice(this.#n.length+Uv.length)),i=await Yf(n).catch(()=>{})===o;return this.#e.set(n,i),i}};async function sl(e){if((await Gv(e).catch(()=>{}))?.isDirectory()!==!0)throw new w("not-a-directory",`there is no directory ${e}`,"Name a folder of the clone with --repo DIR.");let t=await Ce(e,["rev-parse","--is-bare-repository","--absolute-git-dir"]),[r,o]=t.stdout.toString("utf8").split(`
`);if(t.exitCode!==0||o===void 0){let a=/dubious ownership/.test(t.stderr);throw new w("not-a-repository",a?`git refuses ${e}: it belongs to another user`:`${e} is not in a git repository`,a?"Allow it with `git config --global --add safe.directory DIR` if you trust it.":"Run the command in a clone, or name one with --repo DIR.")}let i=r==="true",s=i?o:Ot(await ue(e,["rev-parse","--show-toplevel"]));return new il(s,i)}var zv=8,il=class{root;bare;#n=new Map;constructor(n,t){this.root=n,this.bare=t}async identity(){if(await this.#i())return null;let{exitCode:n,stdout:t}=await Ce(this.root,["rev-list","--max-parents=0","HEAD","--"]),r=t.toString("utf8").split(`
`).filter(Boolean).sort();return n===0?r[0]??null:null}async resolve(n){if(n===he){if(this.bare)throw new w("unknown-revision","a bare repository has no work tree","Name a commit instead.");return{hash:he,name:"work tree",committedAt:null}}let t=await this.#o(n);if(t!==void 0)return t;throw await this.#i()?Xf(`${n} is not in this shallow clone`):new w("unknown-revision",`${JSON.stringify(n)} is not a commit, branch or tag of ${this.root}`,"Check the name with `git log` or `git branch --all`, or fetch it first.")}async defaultBranch(){let{exitCode:n,stdout:t}=await Ce(this.root,["symbolic-ref","--quiet","refs/remotes/origin/HEAD"]),r=n===0?[Ot(t).replace("refs/remotes/","")]:[];for(let o of[...r,"origin/main","origin/master","main","master"]){let i=await this.#o(o);if(i!==void 0)return i}throw new w("no-default-branch","this clone does not tell which branch is the default one","Name what to compare with: --base REVISION.")}async mergeBase(n,t){let r=t.hash===he?"HEAD":t.hash,{exitCode:o,stdout:i,stderr:s}=await Ce(this.root,["merge-base",n.hash,r]);if(o===0){let a=await this.#o(Ot(i));if(a!==void 0)return{...a,name:n.name}}throw await this.#i()?Xf(`the merge base of ${n.name} and ${t.name} is not in this shallow clone`):new w("no-common-ancestor",`${n.name} and ${t.name} have no common ancestor${s===""?"":` (${s})`}`,"Name the commit to compare with: --base REVISION.")}async isAncestor(n,t){let r=t.hash===he?"HEAD":t.hash,{exitCode:o}=await Ce(this.root,["merge-base","--is-ancestor","--end-of-options",n,r]);return o===0?!0:o===1?!1:null}async changedFiles(n,t){let r=["--raw","-z","--no-renames","--no-ext-diff","--no-textconv","--ignore-submodules","--abbrev=40"],o=new Map;if(t.hash===he){let i=await ue(this.root,["diff",...r,n.hash,"--"]);for(let l of nl(i))o.set(l.path,l);let s=await ue(this.root,["ls-files","-z","--others","--exclude-standard","--full-name"]),a=await rl(this.root,Yi(s));for(let l of a)o.set(l,{path:l,status:"added"});for(let l of await this.#e(n,a))l.same?o.delete(l.path):o.set(l.path,{path:l.path,status:"modified"})}else{let i=await ue(this.root,["diff-tree","-r",...r,n.hash,t.hash,"--"]);for(let s of nl(i))o.set(s.path,s)}return[...o.values()].sort((i,s)=>i.path<s.path?-1:1)}async#e(n,t){let r=await this.#r(n),o=t.filter(a=>r.has(a)),i=this.#t(n,o),s=[];for await(let{path:a,bytes:l}of ol(this.root,o)){let{value:d}=await i.next(),u=l!==null&&d?.bytes!=null&&Buffer.compare(l,d.bytes)===0;s.push({path:a,same:u})}return s}tree(n){return n.hash===he?{list:()=>Qf(this.root),read:t=>ol(this.root,t)}:{list:async()=>[...(await this.#r(n)).keys()].sort(),read:t=>this.#t(n,t)}}async*#t(n,t){let r=await this.#r(n),o=t.filter(s=>r.has(s)),i=Ji(this.root,o.map(s=>r.get(s)??""));try{for(let s of t){let a=r.get(s),l=a===void 0?null:(await i.next()).value??null;if(a!==void 0&&l===null)throw We("cat-file",`${a} (${s}) is missing`);yield{path:s,bytes:l}}}finally{await i.return(void 0)}}#r(n){let t=this.#n.get(n.hash);if(t!==void 0)return t;let r=ue(this.root,["ls-tree","-r","-z","--full-tree",n.hash]).then(Vf);this.#n.set(n.hash,r);let[o]=this.#n.keys();return this.#n.size>zv&&o!==void 0&&this.#n.delete(o),r}async#o(n){let t=["rev-parse","--verify","--quiet","--end-of-options",`${n}^{commit}`],{exitCode:r,stdout:o}=await Ce(this.root,t);if(r!==0)return;let i=Ot(o),s=await Ce(this.root,["show","--no-patch","--format=%ct",i,"--"]);if(s.exitCode===0)return{hash:i,name:n,committedAt:qv(Ot(s.stdout))}}async#i(){return Ot(await ue(this.root,["rev-parse","--is-shallow-repository"]))==="true"}};function Xf(e){return new w("shallow-clone",e,"Fetch more history with `git fetch --unshallow` (or `git fetch --deepen=100`), then run the command again.")}function qv(e){return new Date(Number(e)*1e3).toISOString().replace(/\.000Z$/,"Z")}function Ot(e){return e.toString("utf8").replace(/\n$/,"")}import{extname as UR}from"node:path/posix";function al(e){let n=new Map,t=[],r=0;for(let{text:o}of e){if(o==="{"){let i={end:Number.POSITIVE_INFINITY,depth:t.length};n.set(r,i),t.push(i)}else if(o==="}"){let i=t.pop();i!==void 0&&(i.end=r+1)}r+=o.length}return n}var ll=/\\u+([\da-fA-F]{4})/y,Kv=/[\p{ID_Continue}\p{Sc}\p{Pc}]/u;function dl(e,n){ll.lastIndex=n;let t=ll.exec(e);return t!==null&&Kv.test(cl(t[1]))?ll.lastIndex:n}function Zf({kind:e,text:n}){if(!n.includes("\\u"))return!1;switch(e){case"operator":return!0;case"comment":return n.startsWith("/*")?/[*/]/.test(Xi(n)):/[\r\n]/.test(Xi(n));case"string":return n.startsWith('"""')?/["\\]/.test(Xi(n)):/["'\\\r\n]/.test(Xi(n))&&!Jv.test(Vv(n));default:return!1}}var ep=/(?<!\\)((?:\\\\)*)\\u+([\da-fA-F]{4})/g,Jv=/^(?:"(?:[^"\\\r\n]|\\[^\r\n])*"|'(?:[^'\\\r\n]|\\[^\r\n])*')$/;function Xi(e){return Array.from(e.matchAll(ep),n=>cl(n[2])).join("")}function Vv(e){return e.replace(ep,(n,t,r)=>t+cl(r))}function cl(e){return String.fromCharCode(Number.parseInt(e??"",16))}function ul(e){let n=[],t=0;for(let r of e)(Yv(r)||Zf(r))&&n.push(t),t+=r.text.length;return n}function Yv({kind:e,text:n}){switch(e){case"string":return!Qv(n,n.startsWith('"""')?'"""':n.charAt(0));case"comment":return n.startsWith("/*")&&!(n.length>=4&&n.endsWith("*/"));default:return!1}}function Qv(e,n){if(e.length<2*n.length||!e.endsWith(n))return!1;let t=e.length-n.length-1;for(;e.charAt(t)==="\\";)t-=1;return(e.length-n.length-1-t)%2===0}import{existsSync as Xv}from"node:fs";import{readFile as np}from"node:fs/promises";import{createRequire as Zv}from"node:module";import{fileURLToPath as eR}from"node:url";import{Language as nR,Parser as tp}from"web-tree-sitter";async function ip(e="auto"){if(e==="wasm")return rp("asked for");try{return rR()}catch(n){return rp(n instanceof Error?oR(n.message):String(n))}}var tR=16*1024,ml=Zv(import.meta.url);function rR(){let e=ml("tree-sitter"),n=new e;return n.setLanguage(ml("tree-sitter-java")),{parserKind:{kind:"native"},parse(t,r){let o=n.parse(sp(t));if(o===void 0)throw new Error("tree-sitter gave no tree");return r(o.rootNode)}}}async function rp(e){let n=await np(op("web-tree-sitter","web-tree-sitter.wasm")),t=await np(op("tree-sitter-java","tree-sitter-java.wasm"));await tp.init({wasmBinary:n});let r=new tp;return r.setLanguage(await nR.load(t)),{parserKind:{kind:"wasm",reason:e},parse(o,i){let s=r.parse(sp(o));if(s===null)throw new Error("web-tree-sitter gave no tree");try{return i(s.rootNode)}finally{s.delete()}}}}function sp(e){return n=>n<e.length?e.slice(n,n+tR):void 0}function op(e,n){let t=eR(new URL(n,import.meta.url));return Xv(t)?t:ml.resolve(`${e}/${n}`)}function oR(e){return e.split(`
`,1)[0]??e}function Je(e){let n=[],t=0;for(;t<e.length;){let r=cR(e,t),o=mR(r,e,t);n.push(o===t+1?sR(r,e,t):dp(r,e.slice(t,o))),t=o}return n}var iR=new Set("abstract assert boolean break byte case catch char class const continue default do double else enum extends false final finally float for goto if implements import instanceof int interface long native new null package private protected public return short static strictfp super switch synchronized this throw throws transient true try void volatile while".split(" "));function dp(e,n){return{kind:e==="identifier"&&iR.has(n)?"keyword":e,text:n}}var ap=new Array(128);function sR(e,n,t){let r=n.charCodeAt(t),o=ap[r];if(o!==void 0)return o;let i=Object.freeze(dp(e,n.charAt(t)));return r<128&&(ap[r]=i),i}var aR=39,cp=34,up=42,lR=46,lp=47,It=92,mp=10,fp=13,Zi=Array.from({length:128},(e,n)=>{let t=String.fromCharCode(n);return/[\w$]/.test(t)?/\d/.test(t)?"number":"identifier":/\s/.test(t)?"space":n===aR||n===cp?"string":"operator"}),dR=Zi.map(e=>e==="identifier"||e==="number");function cR(e,n){let t=e.charCodeAt(n),r=Zi[t];if(r===void 0)return uR(e,n);if(r!=="operator")return r;let o=e.charCodeAt(n+1);return t===lp&&(o===lp||o===up)?"comment":t===lR&&Zi[o]==="number"?"number":t===It&&dl(e,n)>n?"identifier":"operator"}function uR(e,n){return e.charAt(n)==="\uFEFF"?"space":es(pp,e,n)>n?"identifier":"operator"}function mR(e,n,t){switch(e){case"identifier":case"keyword":return fR(n,t);case"space":return pR(n,t);case"operator":return yR(n,t);case"number":return es(wR,n,t);case"string":return bR(n,t);case"comment":return SR(n,t)}}var pp=/[\p{ID_Continue}\p{Sc}\p{Pc}]+/uy;function fR(e,n){let t=n;for(;;){let r=e.charCodeAt(t);if(dR[r])t+=1;else if(r===It||r>=128){let o=r===It?dl(e,t):es(pp,e,t);if(o===t)return t;t=o}else return t}}function pR(e,n){let t=n+1;for(;Zi[e.charCodeAt(t)]==="space";)t+=1;return t}var hR=Array.from({length:128},(e,n)=>"=<&|+->:.".includes(String.fromCharCode(n))),gR=/>=|<<?=?|->|--|\+\+|&&|\|\||::|\.\.\.|[-+*/%&|^!=]=|\\u+[\da-fA-F]{4}|./suy;function yR(e,n){let t=e.charCodeAt(n);return t<128&&t!==It&&!hR[e.charCodeAt(n+1)]?n+1:es(gR,e,n)}var wR=/(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][-+]?[\d_]*)?|0[bB][01_]+|(?:\d[\d_]*)?(?:\.[\d_]*)?(?:[eE][-+]?\d[\d_]*)?)[lLfFdD]?/y;function bR(e,n){if(e.startsWith('"""',n))return kR(e,n);let t=e.charCodeAt(n);for(let r=n+1;r<e.length;r+=1){let o=e.charCodeAt(r);if(o===t)return r+1;if(o===mp||o===fp)return r;o===It&&!hp(e.charCodeAt(r+1))&&(r+=1)}return e.length}function kR(e,n){for(let t=n+3;t<e.length;t+=1){let r=e.charCodeAt(t);if(r===It)t+=1;else if(r===cp&&e.startsWith('"""',t))return t+3}return e.length}function SR(e,n){if(e.charCodeAt(n+1)===up){let r=e.indexOf("*/",n+2);return r<0?e.length:r+2}let t=n+2;for(;t<e.length&&!hp(e.charCodeAt(t));)t+=1;return t}function hp(e){return e===mp||e===fp}function es(e,n,t){return e.lastIndex=t,e.test(n)?e.lastIndex:t}function yp(e){let n=new fl(e),t=n.isModule?gp:[...gp,$R];for(let r=0;r<n.length;r+=1)for(let o of t)o(n,r);return n.toString()}var fl=class{#n;#e;constructor(n){this.#n=n.map(vR),this.#e=n.flatMap(({kind:t},r)=>t==="space"||t==="comment"?[]:[r])}get length(){return this.#e.length}get isModule(){let n=this.#e.findIndex((t,r)=>this.at(r)==="module"&&this.isWord(r+1));return n>=0&&this.at(this.nameEnd(n+1))==="{"}at(n){return this.#n[this.#e[n]??-1]??""}isWord(n){return/^[\p{ID_Start}_$]/u.test(this.at(n))}nameEnd(n){let t=n+1;for(;this.at(t)==="."&&this.isWord(t+1);)t+=2;return t}annotationEnd(n){let t=this.nameEnd(n+1);return this.at(t)==="("?this.closed(t,"(",")"):t}closed(n,t,r){let o=0;for(let i=n;i<this.length;i+=1)if(this.at(i)===t&&(o+=1),this.at(i)===r&&(o-=1),o===0)return i+1;return this.length}write(n,t){let r=this.#e[n];r!==void 0&&(this.#n[r]=t)}blank(n,t){for(let r=n;r<t;r+=1)this.write(r," ".repeat(this.at(r).length))}toString(){return this.#n.join("")}};function vR({kind:e,text:n}){switch(e){case"identifier":return n.replace(/\\|[^\P{Sc}$]/gu,t=>"$".repeat(t.length));case"number":return n.replace(/_/g,"0");default:return n===""?" ":n}}var gp=[RR,xR,CR,TR,PR];function RR(e,n){e.at(n)==="import"&&e.at(n+1)==="module"&&e.isWord(n+2)&&e.blank(n+1,n+2)}function xR(e,n){let t=e.at(n);(t==="this"||t==="super")&&e.at(n+1)==="("&&e.at(n-1)!==">"&&e.write(n,`$${t.slice(1)}`)}function CR(e,n){let t=n;for(;e.at(t)==="@"&&e.isWord(t+1);)t=e.annotationEnd(t);t>n&&e.at(t)==="..."&&e.blank(n,t)}function TR(e,n){if(e.at(n)!=="case")return;let t=0,r=-1,o=n+1;for(;o<e.length;o+=1){let i=e.at(o);if(MR.has(i)||i==="when"&&o>n+1&&e.at(o-1)!==",")break;(i==="("||i==="<")&&(t+=1),(i===")"||i===">")&&(t-=1),i===","&&t===0&&r<0&&(r=o)}r>=0&&e.blank(r,o),wp(e,n+1,r>=0?r:o)}var MR=new Set(["->",":",";","{","}"]);function PR(e,n){if(e.at(n)!=="instanceof")return;let t=n+1;for(;e.at(t)==="final"||e.at(t)==="@";)t=e.at(t)==="@"?e.annotationEnd(t):t+1;t=e.nameEnd(t),e.at(t)==="<"&&(t=e.closed(t,"<",">")),e.at(t)==="("&&wp(e,n+1,e.closed(t,"(",")"))}function wp(e,n,t){for(let r=n;r<t;r+=1){let o=e.at(r);o==="."&&e.isWord(r-1)&&e.isWord(r+1)&&e.write(r,"$"),o==="final"&&e.blank(r,r+1),o==="@"&&e.blank(r,e.annotationEnd(r))}}function $R(e,n){let t=e.at(n);switch(t){case"record":if(e.isWord(n+1)&&/^[(<]$/.test(e.at(n+2)))return;break;case"sealed":if(e.isWord(n+1)||e.at(n+1)==="@")return;break;case"open":case"module":case"with":break;default:return}e.write(n,`$${t.slice(1)}`)}function Ve(e){return LR.test(e)?e:yl(gl(Jn(Je(e))))}var LR=/^[\w.$<>[\]]*$/;function pl(e){return vp(gl(Jn(Je(e)).slice(1,-1))).flatMap(n=>{let t=n.filter(s=>s.text!=="final"),r=t.findLastIndex(s=>s.kind==="identifier"||s.text==="this"),o=t[r];if(o===void 0||o.text==="this")return[];let i=[...t.slice(0,r),...t.slice(r+1)];return[{type:yl(i),name:o.text}]})}function hl(e){return vp(gl(Jn(Je(e)).slice(1))).map(yl)}function kp(e){if(OR.test(e))return e.split(" ");let n=[],t=Je(e);for(let r=Nn(t,0);r<t.length;){let o=IR(t,r);n.push(FR(t.slice(r,o))),r=Nn(t,o)}return n}var OR=/^@?\w+(?: @?\w+)*$/;function IR(e,n){switch(e[n]?.text){case"@":return Sp(e,n);case"non":return n+3;default:return n+1}}function gl(e){if(!e.some(r=>r.text==="@"))return e;let n=[],t=0;for(let[r,o]of e.entries())r<t||(t=o.text==="@"?Sp(e,r):r+1,o.text!=="@"&&n.push(o));return n}function Sp(e,n){let t=Nn(e,n+1)+1;for(let o=Nn(e,t);e[o]?.text===".";o=Nn(e,t))t=Nn(e,o+1)+1;let r=Nn(e,t);return e[r]?.text==="("?ER(e,r):t}function Nn(e,n){let t=n;for(;e[t]?.kind==="space"||e[t]?.kind==="comment";)t+=1;return t}function ER(e,n){let t=0;for(let r=n;r<e.length;r+=1)if(e[r]?.text==="("&&(t+=1),e[r]?.text===")"&&(t-=1),t===0)return r+1;return e.length}function vp(e){if(e.length===0)return[];let n=[],t=[],r=0;for(let o of e)o.text==="<"&&(r+=1),o.text===">"&&(r-=1),o.text===","&&r===0?(n.push(t),t=[]):t.push(o);return n.push(t),n}function yl(e){let n="",t;for(let r of e)t!==void 0&&AR(t,r)&&(n+=" "),n+=r.text,t=r;return n}function AR(e,n){return e.text===","||e.text==="&"||n.text==="&"?!0:(bp(e)||e.text==="?")&&bp(n)}function bp(e){return e.kind==="identifier"||e.kind==="keyword"}function FR(e){return e.map(n=>n.text).join("")}function Rp(e,n){let t,r,o,i=[],s="",a=[];for(let l of e.namedChildren)switch(l.type){case"modifiers":case"annotation":case"marker_annotation":a.push(...kp(me(l,n)));break;case"identifier":t=l;break;case"formal_parameters":o=me(l,n);break;case"dimensions":s+=Ve(me(l,n));break;case"throws":i=hl(me(l,n));break;case"block":case"constructor_body":r=l;break;case"type_parameters":case"line_comment":case"block_comment":break;default:s=Ve(me(l,n))}if(!(t===void 0||r===void 0))return{modifiers:a,returnType:s,name:t,parameters:o,throws:i,body:r}}function xp(e,n){let t="",r,o,i=[];for(let a of e.namedChildren)switch(a.type){case"identifier":t=me(a,n);break;case"formal_parameters":r=me(a,n);break;case"superclass":case"super_interfaces":case"extends_interfaces":i.push(...hl(me(a,n)));break;case"class_body":case"interface_body":case"enum_body":case"annotation_type_body":o=a}let s=Cp[e.type];return o===void 0||s===void 0?void 0:{name:t,kind:s,supertypes:i,components:r,body:o}}var Cp={class_declaration:"class",record_declaration:"record",interface_declaration:"interface",enum_declaration:"enum",annotation_type_declaration:"annotation"},wl=Object.keys(Cp);function Tp(e,n){let t=[],r;for(let o of e.namedChildren)if(!(o.type==="modifiers"||ns(o)))if(o.type==="variable_declarator"){let i=Ve(me(o.childForFieldName("dimensions"),n)),s=me(o.childForFieldName("name"),n);t.push({type:(r??"")+i,name:s,node:o})}else r??=Ve(me(o,n));return t}function ns(e){return e.type==="line_comment"||e.type==="block_comment"}function me(e,n){return e==null?"":n.slice(e.startIndex,e.endIndex)}function Mp(e,n){let t=new bl(n,e.hasError);t.readFile(e);let{packageName:r,imports:o,types:i,units:s}=t;return{packageName:r,imports:o,types:i,units:s}}var bl=class{packageName="";imports=[];types=[];units=[];#n=new Map;#e;#t;constructor(n,t){this.#e=n,this.#t=t}readFile(n){let t={typeName:"",depth:-1,components:void 0,anonymous:new Map,fields:[]};this.#r(n,t)}#r(n,t){let r="",o;for(let i of n.namedChildren){if(ns(i)){let s=this.#l(i);s.startsWith("/**")&&s!=="/**/"&&(r=s);continue}this.#o(o)||this.#i(i,t,r),r="",o=i}}#o(n){return n?.isError===!0&&!/[;{}]$/.test(this.#l(n))}#i(n,t,r){switch(n.type){case"package_declaration":this.packageName=Ve(this.#l(n.namedChildren.findLast(o=>!ns(o))));break;case"import_declaration":this.imports.push(Ve(this.#l(n).replace(/^import\s+(?:static\s+)?|\s*;$/g,"")));break;case"method_declaration":this.#f(n,t,"method",r);break;case"constructor_declaration":this.#f(n,t,"constructor",r);break;case"compact_constructor_declaration":this.#f(n,t,"compact-constructor",r);break;case"field_declaration":case"constant_declaration":case"local_variable_declaration":this.#u(n,t);break;case"enum_constant":this.#c(n,t);break;case"enum_body_declarations":this.#r(n,t);break;case"static_initializer":this.#d(n,"static",t);break;case"block":this.#d(n,"init",t);break;default:wl.includes(n.type)&&this.#s(n,t,"member")}}#s(n,t,r){let o=xp(n,this.#e.text);if(o===void 0)return;let{kind:i,supertypes:s,components:a,body:l}=o,d=this.#h(l),u=r==="local"||d===t.depth+1,c={name:ts(t,o.name),kind:i,supertypes:s};this.#a(l,c,u?d:Number.NaN,a)}#a(n,t,r,o){let i=o===void 0?[]:pl(o);this.types.push({...t,fields:i}),r<NR&&this.#r(n,{typeName:t.name,depth:r,components:o,anonymous:new Map,fields:i})}#u(n,t){for(let{type:r,name:o,node:i}of Tp(n,this.#e.text))t.fields.push({type:r,name:o}),this.#d(i,o,t)}#c(n,t){let r=this.#l(n.childForFieldName("name")),o=t.typeName.slice(t.typeName.lastIndexOf(".")+1);if(t.fields.push({type:o,name:r}),n.hasError)return;let i=n.childForFieldName("arguments");i!==null&&this.#d(i,r,t);let s=n.childForFieldName("body");s!==null&&this.#a(s,{name:ts(t,r),kind:"anonymous",supertypes:[o]},t.depth+1)}#d(n,t,r){if(n.hasError||!this.#p(r)||!this.#l(n).includes("{"))return;let o=n.startIndex;for(let i of n.descendantsOfType(_R))i.startIndex<o||(o=i.endIndex,i.type==="class_body"?this.#m(i,t,r):this.#s(i,r,"local"))}#m(n,t,r){let o=(r.anonymous.get(t)??0)+1;r.anonymous.set(t,o);let i=Ve(this.#l(n.parent?.childForFieldName("type"))),s=ts(r,`${t}$${o}`);this.#a(n,{name:s,kind:"anonymous",supertypes:[i]},this.#h(n))}#f(n,t,r,o){if(n.hasError||!this.#p(t))return;let i=Rp(n,this.#e.text);if(i===void 0||!this.#g(i.body,t))return;let s=r==="method"?this.#l(i.name):Dt,a=pl((r==="compact-constructor"?t.components:i.parameters)??"()"),l=`${s}(${a.map(d=>d.type).join(",")})`;this.units.push({id:this.#y(`${this.#e.path}#${ts(t,l)}`),path:this.#e.path,typeName:t.typeName,kind:r,name:s,parameters:a,returnType:i.returnType,modifiers:i.modifiers,throws:i.throws,javadoc:o,declaration:{start:n.startIndex,end:n.endIndex},body:{start:i.body.startIndex,end:i.body.endIndex},line:this.#e.lineAt(i.name.startIndex)})}#p(n){return!this.#t||n.typeName!==""}#g(n,t){let r=this.#e.braces.get(n.startIndex);return r===void 0||r.end!==n.endIndex||r.depth!==t.depth+1?!1:n.endIndex<=this.#e.trustedUntil}#h(n){return this.#e.braces.get(n.startIndex)?.depth??Number.NaN}#y(n){let t=(this.#n.get(n)??0)+1;return this.#n.set(n,t),t===1?n:`${n}~${t}`}#l(n){return me(n,this.#e.text)}},NR=200,_R=["class_body",...wl];function ts(e,n){return e.typeName===""?n:`${e.typeName}.${n}`}async function $p(e={}){let n=await ip(e.parser);return{name:"java",extensions:[".java"],parserKind:n.parserKind,parse:(t,r)=>DR(n,t,r),tokenize:Je,isBody:t=>jR(n,t)}}function DR(e,n,t){let r=Je(t),o=ul(r),i=HR(t),s=o[0]??Number.POSITIVE_INFINITY,a={path:n,text:t,braces:al(r),trustedUntil:s,lineAt:i};return Lp(e,t,r,l=>({path:n,text:t,...Mp(l,a),errorLines:WR([...BR(l),...o].sort((d,u)=>d-u).map(i))}))}function Lp(e,n,t,r){let[o,i]=e.parse(Pp(n),s=>s.hasError?[!1]:[!0,r(s)]);return o?i:e.parse(Pp(yp(t)),r)}function Pp(e){return e.includes("\r")?e.replace(/\r(?!\n)/g,`
`):e}function BR(e){let n=[],t=[e];for(let r=t.pop();r!==void 0;r=t.pop())if(r.isError||r.isMissing)n.push(r.startIndex);else if(r.hasError)for(let o of r.children)t.push(o);return n}function jR(e,n){return["class A { void a() ","class A { A() "].some(t=>{let r=`${t}${n} }`,o=Je(r);return al(o).get(t.length)?.end!==t.length+n.length||ul(o).length>0?!1:Lp(e,r,o,i=>!i.hasError&&i.namedChildren.length===1)})}function WR(e){return[...new Set(e)]}function HR(e){let n=[];for(let t=e.indexOf(`
`);t>=0;t=e.indexOf(`
`,t+1))n.push(t);return t=>{let r=0,o=n.length;for(;r<o;){let i=r+o>>1;(n[i]??t)<t?r=i+1:o=i}return r+1}}async function Op(e={}){let n=[await $p(e.java)],t=new Map;for(let r of n)for(let o of r.extensions)t.set(o,r);return{languages:n,forPath:r=>t.get(UR(r).toLowerCase())}}async function kl(e,n){let t=Ls(e);if(t===null)return e;let r=(await n.read())?.training,o=r?.origin===Os(t)?r.promoted.at(-1):void 0;return o===void 0?e:Gd(e,t,o)}function Sl(e,n){let t=Ls(e);if(t===null)return null;let{"least-changes":r,"probe-size":o}=t.specialize;return{origin:Os(t),leastChanges:r,probeSize:o,enqueue:n.enqueue,compose:async i=>(await import("./part-DXYSITBP.js")).composeSpecialization(e,t,i,n)}}import{closest as _D}from"fastest-levenshtein";import{z as se}from"zod";var Ep=/^\d{4,9}-[0-9a-f]{8}$/,zR=/^\d{4,9}-[0-9a-f]{8}\/(champion|challenger)\.palimpsest$/,rs=se.object({name:se.string(),fingerprint:se.string(),copy:se.string().regex(zR).nullable()}),wD=se.object({schemaVersion:se.literal(1),id:se.string().regex(Ep),kind:se.enum(["promoted","kept","rolled-back"]),at:se.string(),reasons:se.array(se.enum(ld)),challenger:rs,champion:rs.nullable(),becomes:rs.nullable()}),bD=se.object({schemaVersion:se.literal(1),record:se.string().regex(Ep),champion:rs});import{dirname as VR,resolve as YR}from"node:path";var vl="embedded";async function Rl(e,{maxMethods:n}={maxMethods:null}){let t=e===null?new Map:Is(await fo(e),e);for(let[i,s]of t)if(s.provider===vl&&s.path!==void 0)throw new w("bad-models-file",`${e}: ${JSON.stringify(i)} names the file of an embedded model, which here each repository trains for itself`,"Leave out its path.");let r=e===null?process.cwd():VR(YR(e)),o={entry:null,ownName:null,folder:r,trainedAt:null,maxMethods:null};return{names:[...t.keys()],modelFor(i){let s=t.get(i);if(s===void 0&&i!==""&&i!==vl)throw new w("bad-setting",`the settings file names the model ${JSON.stringify(i)}, which is not on this installation’s list`,"Ask whoever runs Palimpsest for its name there, or leave `model` out: then the embedded model answers.");return s===void 0||s.provider===vl?o:{entry:s,ownName:("model"in s?s.model:void 0)??i,folder:r,trainedAt:s["trained-at"]??null,maxMethods:n}}}}var Ap={"Anagrams.java":`import java.util.Arrays;

/** Words of the same letters. */
final class Anagrams {
    private Anagrams() {}

    /** Whether two words have the same letters, each as often; upper and lower case are one. */
    static boolean areAnagrams(String first, String second) {
        char[] left = first.toLowerCase().toCharArray();
        char[] right = second.toLowerCase().toCharArray();
        Arrays.sort(left);
        Arrays.sort(right);
        return Arrays.equals(left, right);
    }
}

// trial of areAnagrams
final class Trial {
    static void run() {
        Check.same(true, Anagrams.areAnagrams("Listen", "silent"));
        Check.same(false, Anagrams.areAnagrams("aab", "abb"));
        Check.same(false, Anagrams.areAnagrams("ab", "abc"));
        Check.same(true, Anagrams.areAnagrams("", ""));
    }
}
`,"Averages.java":`/** Means of numbers. */
final class Averages {
    private Averages() {}

    /**
     * The median: the middle one of the numbers in ascending order, or the mean of the two in the middle. The array is left as it is.
     *
     * @throws IllegalArgumentException for no numbers
     */
    static double median(double[] numbers) {
        if (numbers.length == 0) throw new IllegalArgumentException("no numbers");
        double[] sorted = numbers.clone();
        java.util.Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

// trial of median
final class Trial {
    static void run() {
        double[] numbers = {9, 1, 5};
        Check.near(5, Averages.median(numbers));
        Check.same(new double[] {9, 1, 5}, numbers);
        Check.near(2.5, Averages.median(new double[] {4, 1, 2, 3}));
        Check.refuses(() -> Averages.median(new double[0]));
    }
}
`,"BestRun.java":`/** Pieces of a sequence. */
final class BestRun {
    private BestRun() {}

    /** The largest sum of consecutive elements; at least one element is taken. The array is not empty. */
    static long largestSum(int[] numbers) {
        long best = numbers[0];
        long ending = 0;
        for (int number : numbers) {
            ending = Math.max(ending + number, number);
            best = Math.max(best, ending);
        }
        return best;
    }
}

// trial of largestSum
final class Trial {
    static void run() {
        Check.same(6L, BestRun.largestSum(new int[] {-2, 1, -3, 4, -1, 2, 1, -5, 4}));
        Check.same(-1L, BestRun.largestSum(new int[] {-3, -1, -2}));
        Check.same(4294967294L, BestRun.largestSum(new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE}));
    }
}
`,"Binary.java":`/** Numbers in base two. */
final class Binary {
    private Binary() {}

    /**
     * Reads a number in binary digits.
     *
     * @throws IllegalArgumentException for an empty text, one of more than 31 digits, or any character but 0 and 1
     */
    static int parse(String digits) {
        if (digits.isEmpty() || digits.length() > 31) throw new IllegalArgumentException("1 to 31 digits expected");
        int number = 0;
        for (char digit : digits.toCharArray()) {
            if (digit != '0' && digit != '1') throw new IllegalArgumentException("no binary digit: " + digit);
            number = number * 2 + (digit - '0');
        }
        return number;
    }
}

// trial of parse
final class Trial {
    static void run() {
        Check.same(10, Binary.parse("1010"));
        Check.same(0, Binary.parse("0"));
        Check.same(Integer.MAX_VALUE, Binary.parse("1111111111111111111111111111111"));
        Check.refuses(() -> Binary.parse("12"));
        Check.refuses(() -> Binary.parse(""));
        Check.refuses(() -> Binary.parse("10000000000000000000000000000000"));
    }
}
`,"BinarySearch.java":`/** Looking for a number in a sorted array. */
final class BinarySearch {
    private BinarySearch() {}

    /** The index of the first element that is not less than the key; the length of the array where there is none. */
    static int lowerBound(int[] sorted, int key) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < key) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}

// trial of lowerBound
final class Trial {
    static void run() {
        int[] sorted = {1, 3, 3, 3, 8};
        Check.same(1, BinarySearch.lowerBound(sorted, 3));
        Check.same(0, BinarySearch.lowerBound(sorted, -4));
        Check.same(4, BinarySearch.lowerBound(sorted, 4));
        Check.same(5, BinarySearch.lowerBound(sorted, 9));
        Check.same(0, BinarySearch.lowerBound(new int[0], 1));
    }
}
`,"BitCounts.java":`/** Numbers bit by bit. */
final class BitCounts {
    private BitCounts() {}

    /** How many bits of the number are set, its sign bit among them. */
    static int ones(int number) {
        int ones = 0;
        for (int rest = number; rest != 0; rest &= rest - 1) ones++;
        return ones;
    }
}

// trial of ones
final class Trial {
    static void run() {
        Check.same(0, BitCounts.ones(0));
        Check.same(3, BitCounts.ones(0b10101));
        Check.same(32, BitCounts.ones(-1));
        Check.same(1, BitCounts.ones(Integer.MIN_VALUE));
    }
}
`,"Brackets.java":`import java.util.ArrayDeque;
import java.util.Deque;

/** Brackets in pairs. */
final class Brackets {
    private Brackets() {}

    /** Whether all of {@code ()[]{}} in a text are closed in the right order; every other character is passed over. */
    static boolean areBalanced(String text) {
        Deque<Character> open = new ArrayDeque<>();
        for (char character : text.toCharArray()) {
            switch (character) {
                case '(':
                    open.push(')');
                    break;
                case '[':
                    open.push(']');
                    break;
                case '{':
                    open.push('}');
                    break;
                case ')':
                case ']':
                case '}':
                    if (open.isEmpty() || open.pop() != character) return false;
                    break;
                default:
                    break;
            }
        }
        return open.isEmpty();
    }
}

// trial of areBalanced
final class Trial {
    static void run() {
        Check.same(true, Brackets.areBalanced("f(a[1], {b})"));
        Check.same(false, Brackets.areBalanced("(]"));
        Check.same(false, Brackets.areBalanced("(("));
        Check.same(false, Brackets.areBalanced(")"));
        Check.same(true, Brackets.areBalanced(""));
        Check.same(false, Brackets.areBalanced("([)]"));
    }
}
`,"CaesarCipher.java":`/** The oldest of ciphers. */
final class CaesarCipher {
    private CaesarCipher() {}

    /** Moves every letter from a to z, and from A to Z, so many places on in the alphabet, round its end; a negative shift moves back. */
    static String shift(String text, int places) {
        StringBuilder shifted = new StringBuilder();
        for (char character : text.toCharArray()) {
            if (character >= 'a' && character <= 'z') {
                shifted.append((char) ('a' + Math.floorMod(character - 'a' + places, 26)));
            } else if (character >= 'A' && character <= 'Z') {
                shifted.append((char) ('A' + Math.floorMod(character - 'A' + places, 26)));
            } else {
                shifted.append(character);
            }
        }
        return shifted.toString();
    }
}

// trial of shift
final class Trial {
    static void run() {
        Check.same("Khoor, Zruog!", CaesarCipher.shift("Hello, World!", 3));
        Check.same("Hello, World!", CaesarCipher.shift("Khoor, Zruog!", -3));
        Check.same("abz", CaesarCipher.shift("zay", 1 + 26 * 4));
    }
}
`,"Capitals.java":`/** Letters at the beginning of words. */
final class Capitals {
    private Capitals() {}

    /** The text with the first letter of every word in upper case and the others as they are. Words are parted by blanks. */
    static String capitalise(String text) {
        StringBuilder capitalised = new StringBuilder();
        boolean begins = true;
        for (char character : text.toCharArray()) {
            capitalised.append(begins ? Character.toUpperCase(character) : character);
            begins = character == ' ';
        }
        return capitalised.toString();
    }
}

// trial of capitalise
final class Trial {
    static void run() {
        Check.same("The Quick  Fox", Capitals.capitalise("the quick  fox"));
        Check.same("ABC Def", Capitals.capitalise("aBC def"));
        Check.same("", Capitals.capitalise(""));
    }
}
`,"CheckDigit.java":`/** Numbers that tell when they were mistyped. */
final class CheckDigit {
    private CheckDigit() {}

    /**
     * Whether a number in decimal digits is valid after Luhn: from the right, every second digit is doubled, 9 is taken from what
     * is above 9, and the sum of all is a multiple of 10. A text that is empty, or holds anything but digits, is not.
     */
    static boolean isValid(String number) {
        int sum = 0;
        for (int place = 0; place < number.length(); place++) {
            int digit = number.charAt(number.length() - 1 - place) - '0';
            if (digit < 0 || digit > 9) return false;
            int counted = place % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return !number.isEmpty() && sum % 10 == 0;
    }
}

// trial of isValid
final class Trial {
    static void run() {
        Check.same(true, CheckDigit.isValid("79927398713"));
        Check.same(false, CheckDigit.isValid("79927398710"));
        Check.same(true, CheckDigit.isValid("0"));
        Check.same(false, CheckDigit.isValid(""));
        Check.same(false, CheckDigit.isValid("18a"));
    }
}
`,"Chunks.java":`import java.util.ArrayList;
import java.util.List;

/** Lists in pieces. */
final class Chunks {
    private Chunks() {}

    /**
     * Cuts a list into consecutive pieces of that size; the last one may be shorter.
     *
     * @throws IllegalArgumentException for a size below 1
     */
    static <T> List<List<T>> of(List<T> elements, int size) {
        if (size < 1) throw new IllegalArgumentException("size below 1: " + size);
        List<List<T>> chunks = new ArrayList<>();
        for (int start = 0; start < elements.size(); start += size) {
            chunks.add(new ArrayList<>(elements.subList(start, Math.min(elements.size(), start + size))));
        }
        return chunks;
    }
}

// trial of of
final class Trial {
    static void run() {
        Check.same(
                java.util.List.of(java.util.List.of(1, 2), java.util.List.of(3, 4), java.util.List.of(5)),
                Chunks.of(java.util.List.of(1, 2, 3, 4, 5), 2));
        Check.same(java.util.List.of(), Chunks.of(java.util.List.of(), 3));
        Check.refuses(() -> Chunks.of(java.util.List.of(1), 0));
    }
}
`,"ClockTimes.java":`/** Times of a day. */
final class ClockTimes {
    private ClockTimes() {}

    /** Minutes since midnight for a time such as {@code 07:45}, from {@code 00:00} to {@code 23:59}. @throws IllegalArgumentException for any other text */
    static int minutes(String time) {
        if (!time.matches("([01]\\\\d|2[0-3]):[0-5]\\\\d")) throw new IllegalArgumentException("no time: " + time);
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }
}

// trial of minutes
final class Trial {
    static void run() {
        Check.same(465, ClockTimes.minutes("07:45"));
        Check.same(0, ClockTimes.minutes("00:00"));
        Check.same(1439, ClockTimes.minutes("23:59"));
        Check.refuses(() -> ClockTimes.minutes("24:00"));
        Check.refuses(() -> ClockTimes.minutes("7:45"));
    }
}
`,"CoinChange.java":`/** Paying with coins. */
final class CoinChange {
    private CoinChange() {}

    /** The least number of coins of these values, each as often as one likes, that make the amount; -1 where none do. */
    static int fewest(int[] coins, int amount) {
        int[] fewest = new int[amount + 1];
        for (int sum = 1; sum <= amount; sum++) {
            fewest[sum] = -1;
            for (int coin : coins) {
                if (coin > sum || fewest[sum - coin] < 0) continue;
                int number = fewest[sum - coin] + 1;
                if (fewest[sum] < 0 || number < fewest[sum]) fewest[sum] = number;
            }
        }
        return fewest[amount];
    }
}

// trial of fewest
final class Trial {
    static void run() {
        Check.same(2, CoinChange.fewest(new int[] {1, 3, 4}, 6));
        Check.same(-1, CoinChange.fewest(new int[] {5, 10}, 3));
        Check.same(0, CoinChange.fewest(new int[] {2}, 0));
        Check.same(5, CoinChange.fewest(new int[] {2, 5}, 16));
    }
}
`,"Collatz.java":`/** A conjecture about numbers. */
final class Collatz {
    private Collatz() {}

    /**
     * Steps from a number to 1, when an even number is halved and an odd one becomes three times itself and one more.
     *
     * @throws IllegalArgumentException for a number below 1
     */
    static int steps(long number) {
        if (number < 1) throw new IllegalArgumentException("below 1: " + number);
        int steps = 0;
        for (long current = number; current != 1; steps++) {
            current = current % 2 == 0 ? current / 2 : 3 * current + 1;
        }
        return steps;
    }
}

// trial of steps
final class Trial {
    static void run() {
        Check.same(0, Collatz.steps(1));
        Check.same(111, Collatz.steps(27));
        Check.same(8, Collatz.steps(6));
        Check.refuses(() -> Collatz.steps(0));
    }
}
`,"CommonPrefix.java":`/** What texts begin with. */
final class CommonPrefix {
    private CommonPrefix() {}

    /** The longest text that all the given ones begin with; the empty text for none. */
    static String of(String... texts) {
        if (texts.length == 0) return "";
        String prefix = texts[0];
        for (String text : texts) {
            while (!text.startsWith(prefix)) prefix = prefix.substring(0, prefix.length() - 1);
        }
        return prefix;
    }
}

// trial of of
final class Trial {
    static void run() {
        Check.same("inter", CommonPrefix.of("interval", "internal", "interest"));
        Check.same("", CommonPrefix.of("a", "b"));
        Check.same("only", CommonPrefix.of("only"));
        Check.same("", CommonPrefix.of());
    }
}
`,"CsvLine.java":`import java.util.ArrayList;
import java.util.List;

/** Lines of values with commas between. */
final class CsvLine {
    private CsvLine() {}

    /** The values of one line. A value may stand in double quotes; then commas are part of it, and two quotes are one. */
    static List<String> parse(String line) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int index = 0; index < line.length(); index++) {
            char character = line.charAt(index);
            if (character == '"' && quoted && index + 1 < line.length() && line.charAt(index + 1) == '"') {
                value.append('"');
                index++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(character);
            }
        }
        values.add(value.toString());
        return values;
    }
}

// trial of parse
final class Trial {
    static void run() {
        Check.same(java.util.List.of("a", "b,c", ""), CsvLine.parse("a,\\"b,c\\","));
        Check.same(java.util.List.of("say \\"no\\""), CsvLine.parse("\\"say \\"\\"no\\"\\"\\""));
        Check.same(java.util.List.of(""), CsvLine.parse(""));
    }
}
`,"DigitSums.java":`/** Digits of numbers. */
final class DigitSums {
    private DigitSums() {}

    /** The sum of the decimal digits of a number, whatever its sign. */
    static int of(long number) {
        int sum = 0;
        for (long rest = number; rest != 0; rest /= 10) sum += (int) Math.abs(rest % 10);
        return sum;
    }
}

// trial of of
final class Trial {
    static void run() {
        Check.same(6, DigitSums.of(123));
        Check.same(9, DigitSums.of(-90));
        Check.same(0, DigitSums.of(0));
        Check.same(89, DigitSums.of(Long.MIN_VALUE));
    }
}
`,"Divisors.java":`/** Elementary number theory. */
final class Divisors {
    private Divisors() {}

    /** The greatest common divisor of two numbers, never negative; that of 0 and 0 is 0. */
    static long greatestCommon(long first, long second) {
        long a = Math.abs(first);
        long b = Math.abs(second);
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }
}

// trial of greatestCommon
final class Trial {
    static void run() {
        Check.same(6L, Divisors.greatestCommon(54, 24));
        Check.same(7L, Divisors.greatestCommon(0, -7));
        Check.same(1L, Divisors.greatestCommon(-9, 28));
        Check.same(0L, Divisors.greatestCommon(0, 0));
    }
}
`,"Duplicates.java":`import java.util.ArrayList;
import java.util.List;

/** Elements that come again. */
final class Duplicates {
    private Duplicates() {}

    /** The elements without those that were there before, in their order; the given list is left as it is. */
    static <T> List<T> without(List<T> elements) {
        List<T> kept = new ArrayList<>();
        for (T element : elements) {
            if (!kept.contains(element)) kept.add(element);
        }
        return kept;
    }
}

// trial of without
final class Trial {
    static void run() {
        java.util.List<String> words = java.util.List.of("b", "a", "b", "c", "a");
        Check.same(java.util.List.of("b", "a", "c"), Duplicates.without(words));
        Check.same(java.util.List.of(), Duplicates.without(java.util.List.of()));
        Check.same(5, words.size());
    }
}
`,"Durations.java":`/** Spans of time in words. */
final class Durations {
    private Durations() {}

    /** Writes seconds as hours, minutes and seconds, {@code 1:02:05}; below an hour without the hours, {@code 2:05}. Never negative. */
    static String write(int seconds) {
        int hours = seconds / 3600;
        int minutes = seconds / 60 % 60;
        String end = String.format("%02d", seconds % 60);
        return hours == 0 ? minutes + ":" + end : String.format("%d:%02d:%s", hours, minutes, end);
    }
}

// trial of write
final class Trial {
    static void run() {
        Check.same("1:02:05", Durations.write(3725));
        Check.same("2:05", Durations.write(125));
        Check.same("0:00", Durations.write(0));
        Check.same("10:00:00", Durations.write(36000));
    }
}
`,"EditDistance.java":`/** How far two texts are apart. */
final class EditDistance {
    private EditDistance() {}

    /** The least number of characters to insert, delete or replace that turns one text into the other. */
    static int between(String first, String second) {
        int[] previous = new int[second.length() + 1];
        for (int column = 0; column <= second.length(); column++) previous[column] = column;
        for (int row = 1; row <= first.length(); row++) {
            int[] current = new int[second.length() + 1];
            current[0] = row;
            for (int column = 1; column <= second.length(); column++) {
                int replaced = previous[column - 1] + (first.charAt(row - 1) == second.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[second.length()];
    }
}

// trial of between
final class Trial {
    static void run() {
        Check.same(3, EditDistance.between("kitten", "sitting"));
        Check.same(0, EditDistance.between("same", "same"));
        Check.same(4, EditDistance.between("", "four"));
        Check.same(2, EditDistance.between("ab", "ba"));
    }
}
`,"Evaluator.java":`import java.util.ArrayDeque;
import java.util.Deque;

/** Sums in the notation of pocket calculators of old. */
final class Evaluator {
    private Evaluator() {}

    /**
     * The value of an expression in postfix notation, whose whole numbers and operators {@code + - * /} have single blanks between:
     * {@code "3 4 + 2 *"} is 14. Division drops the rest.
     *
     * @throws IllegalArgumentException where an operator has not two numbers before it, or more than one number is left
     */
    static long evaluate(String expression) {
        Deque<Long> numbers = new ArrayDeque<>();
        for (String token : expression.split(" ")) {
            if (!"+-*/".contains(token)) {
                numbers.push(Long.parseLong(token));
                continue;
            }
            if (numbers.size() < 2) throw new IllegalArgumentException("too few numbers before " + token);
            long right = numbers.pop();
            long left = numbers.pop();
            switch (token) {
                case "+":
                    numbers.push(left + right);
                    break;
                case "-":
                    numbers.push(left - right);
                    break;
                case "*":
                    numbers.push(left * right);
                    break;
                default:
                    numbers.push(left / right);
                    break;
            }
        }
        if (numbers.size() != 1) throw new IllegalArgumentException("numbers are left over");
        return numbers.pop();
    }
}

// trial of evaluate
final class Trial {
    static void run() {
        Check.same(14L, Evaluator.evaluate("3 4 + 2 *"));
        Check.same(-2L, Evaluator.evaluate("7 -3 /"));
        Check.same(5L, Evaluator.evaluate("5"));
        Check.refuses(() -> Evaluator.evaluate("1 +"));
        Check.refuses(() -> Evaluator.evaluate("1 2"));
    }
}
`,"Factorials.java":`/** Products of all numbers up to one. */
final class Factorials {
    private Factorials() {}

    /**
     * {@code n!} for n from 0 to 20, the largest that fits.
     *
     * @throws IllegalArgumentException for any other n
     */
    static long factorial(int n) {
        if (n < 0 || n > 20) throw new IllegalArgumentException("not from 0 to 20: " + n);
        long product = 1;
        for (int factor = 2; factor <= n; factor++) product *= factor;
        return product;
    }
}

// trial of factorial
final class Trial {
    static void run() {
        Check.same(1L, Factorials.factorial(0));
        Check.same(120L, Factorials.factorial(5));
        Check.same(2432902008176640000L, Factorials.factorial(20));
        Check.refuses(() -> Factorials.factorial(21));
        Check.refuses(() -> Factorials.factorial(-1));
    }
}
`,"Fibonacci.java":`import java.math.BigInteger;

/** The numbers of Fibonacci. */
final class Fibonacci {
    private Fibonacci() {}

    /**
     * The n-th number: 0, 1, 1, 2, 3, 5, … from {@code n = 0} on, exact for any n.
     *
     * @throws IllegalArgumentException for a negative n
     */
    static BigInteger number(int n) {
        if (n < 0) throw new IllegalArgumentException("negative: " + n);
        BigInteger current = BigInteger.ZERO;
        BigInteger next = BigInteger.ONE;
        for (int step = 0; step < n; step++) {
            BigInteger sum = current.add(next);
            current = next;
            next = sum;
        }
        return current;
    }
}

// trial of number
final class Trial {
    static void run() {
        Check.same(new java.math.BigInteger("0"), Fibonacci.number(0));
        Check.same(new java.math.BigInteger("55"), Fibonacci.number(10));
        Check.same(new java.math.BigInteger("354224848179261915075"), Fibonacci.number(100));
        Check.refuses(() -> Fibonacci.number(-1));
    }
}
`,"GridPaths.java":`/** Ways through a grid. */
final class GridPaths {
    private GridPaths() {}

    /**
     * In how many ways one comes from the top left field to the bottom right one, moving right and down alone and over no field
     * that is blocked. The grid has at least one field, and its rows have one length.
     */
    static long count(boolean[][] blocked) {
        int columns = blocked[0].length;
        long[] ways = new long[columns];
        ways[0] = 1;
        for (boolean[] row : blocked) {
            for (int column = 0; column < columns; column++) {
                if (row[column]) ways[column] = 0;
                else if (column > 0) ways[column] += ways[column - 1];
            }
        }
        return ways[columns - 1];
    }
}

// trial of count
final class Trial {
    static void run() {
        Check.same(6L, GridPaths.count(new boolean[3][3]));
        boolean[][] holed = new boolean[3][3];
        holed[1][1] = true;
        Check.same(2L, GridPaths.count(holed));
        Check.same(0L, GridPaths.count(new boolean[][] {{true}}));
        Check.same(1L, GridPaths.count(new boolean[1][5]));
    }
}
`,"Grouping.java":`import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Words by what they have in common. */
final class Grouping {
    private Grouping() {}

    /** The words by their lengths, those of one length in their order. */
    static Map<Integer, List<String>> byLength(List<String> words) {
        Map<Integer, List<String>> groups = new TreeMap<>();
        for (String word : words) groups.computeIfAbsent(word.length(), length -> new ArrayList<>()).add(word);
        return groups;
    }
}

// trial of byLength
final class Trial {
    static void run() {
        Check.same(
                java.util.Map.of(1, java.util.List.of("a"), 2, java.util.List.of("to", "be")),
                Grouping.byLength(java.util.List.of("to", "a", "be")));
        Check.same(java.util.Map.of(), Grouping.byLength(java.util.List.of()));
    }
}
`,"HexText.java":`/** Bytes as text. */
final class HexText {
    private HexText() {}

    /** Two lower-case hexadecimal digits for each byte. */
    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte one : bytes) {
            text.append(Character.forDigit((one >> 4) & 0xf, 16)).append(Character.forDigit(one & 0xf, 16));
        }
        return text.toString();
    }
}

// trial of of
final class Trial {
    static void run() {
        Check.same("00ff7f80", HexText.of(new byte[] {0, -1, 127, -128}));
        Check.same("", HexText.of(new byte[0]));
        Check.same("0a", HexText.of(new byte[] {10}));
    }
}
`,"InsertionSort.java":`/** A simple sort. */
final class InsertionSort {
    private InsertionSort() {}

    /** Sorts the array in place, in ascending order. */
    static void sort(int[] numbers) {
        for (int end = 1; end < numbers.length; end++) {
            int number = numbers[end];
            int at = end;
            while (at > 0 && numbers[at - 1] > number) {
                numbers[at] = numbers[at - 1];
                at--;
            }
            numbers[at] = number;
        }
    }
}

// trial of sort
final class Trial {
    static void run() {
        int[] numbers = {5, -1, 3, 3, 0};
        InsertionSort.sort(numbers);
        Check.same(new int[] {-1, 0, 3, 3, 5}, numbers);
        int[] none = {};
        InsertionSort.sort(none);
        Check.same(0, none.length);
    }
}
`,"Intervals.java":`import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Pieces of a line. */
final class Intervals {
    private Intervals() {}

    /** Joins intervals, each a start and an end, that overlap or touch; the joined ones ascend. The given list is left as it is. */
    static List<int[]> merge(List<int[]> intervals) {
        List<int[]> sorted = new ArrayList<>(intervals);
        sorted.sort(Comparator.comparingInt(interval -> interval[0]));
        List<int[]> merged = new ArrayList<>();
        for (int[] interval : sorted) {
            int[] last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || interval[0] > last[1]) merged.add(interval.clone());
            else last[1] = Math.max(last[1], interval[1]);
        }
        return merged;
    }
}

// trial of merge
final class Trial {
    static void run() {
        java.util.List<int[]> merged =
                Intervals.merge(java.util.List.of(new int[] {8, 9}, new int[] {1, 3}, new int[] {2, 6}, new int[] {6, 7}));
        Check.same(new int[][] {{1, 7}, {8, 9}}, merged.toArray(new int[0][]));
        Check.same(0, Intervals.merge(java.util.List.of()).size());
        Check.same(
                new int[][] {{0, 9}},
                Intervals.merge(java.util.List.of(new int[] {0, 9}, new int[] {1, 2})).toArray(new int[0][]));
    }
}
`,"Islands.java":`/** Land in the sea. */
final class Islands {
    private Islands() {}

    /** How many islands a map shows: fields of {@code #} that hang together up, down, left and right. All rows have one length. */
    static int count(String... rows) {
        char[][] fields = new char[rows.length][];
        for (int row = 0; row < rows.length; row++) fields[row] = rows[row].toCharArray();
        int islands = 0;
        for (int row = 0; row < fields.length; row++) {
            for (int column = 0; column < fields[row].length; column++) {
                if (fields[row][column] != '#') continue;
                islands++;
                sink(fields, row, column);
            }
        }
        return islands;
    }

    private static void sink(char[][] fields, int row, int column) {
        if (row < 0 || column < 0 || row >= fields.length || column >= fields[row].length) return;
        if (fields[row][column] != '#') return;
        fields[row][column] = '.';
        sink(fields, row - 1, column);
        sink(fields, row + 1, column);
        sink(fields, row, column - 1);
        sink(fields, row, column + 1);
    }
}

// trial of count
final class Trial {
    static void run() {
        Check.same(3, Islands.count("##..", ".#.#", "#..#"));
        Check.same(0, Islands.count("...."));
        Check.same(0, Islands.count());
        Check.same(1, Islands.count("###", "#.#", "###"));
    }
}
`,"LeapYears.java":`/** Years of the Gregorian calendar. */
final class LeapYears {
    private LeapYears() {}

    /** Whether a year has a 29th of February: every fourth year has, but of the full centuries only every fourth. */
    static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }
}

// trial of isLeap
final class Trial {
    static void run() {
        Check.same(true, LeapYears.isLeap(2024));
        Check.same(false, LeapYears.isLeap(2023));
        Check.same(false, LeapYears.isLeap(1900));
        Check.same(true, LeapYears.isLeap(2000));
    }
}
`,"LinkedNodes.java":`/** A chain of numbers. */
final class LinkedNodes {
    final int value;
    LinkedNodes next;

    LinkedNodes(int value, LinkedNodes next) {
        this.value = value;
        this.next = next;
    }

    /** Turns a chain round, in place: returns its last node, from which each leads to the one before. {@code null} is the empty chain. */
    static LinkedNodes reverse(LinkedNodes first) {
        LinkedNodes reversed = null;
        LinkedNodes rest = first;
        while (rest != null) {
            LinkedNodes next = rest.next;
            rest.next = reversed;
            reversed = rest;
            rest = next;
        }
        return reversed;
    }
}

// trial of reverse
final class Trial {
    static void run() {
        LinkedNodes chain = LinkedNodes.reverse(new LinkedNodes(1, new LinkedNodes(2, new LinkedNodes(3, null))));
        Check.same(3, chain.value);
        Check.same(2, chain.next.value);
        Check.same(1, chain.next.next.value);
        Check.same(null, chain.next.next.next);
        Check.same(null, LinkedNodes.reverse(null));
    }
}
`,"Matrices.java":`/** Tables of numbers. */
final class Matrices {
    private Matrices() {}

    /** The transposed matrix: its rows are the columns of the given one, which is left as it is. All rows have one length. */
    static int[][] transpose(int[][] matrix) {
        if (matrix.length == 0) return new int[0][];
        int[][] transposed = new int[matrix[0].length][matrix.length];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < matrix[row].length; column++) transposed[column][row] = matrix[row][column];
        }
        return transposed;
    }
}

// trial of transpose
final class Trial {
    static void run() {
        int[][] matrix = {{1, 2, 3}, {4, 5, 6}};
        Check.same(new int[][] {{1, 4}, {2, 5}, {3, 6}}, Matrices.transpose(matrix));
        Check.same(new int[][] {{1, 2, 3}, {4, 5, 6}}, matrix);
        Check.same(0, Matrices.transpose(new int[0][]).length);
    }
}
`,"MatrixProduct.java":`/** Products of matrices. */
final class MatrixProduct {
    private MatrixProduct() {}

    /**
     * The product of two matrices, each an array of rows.
     *
     * @throws IllegalArgumentException when the first has not as many columns as the second has rows
     */
    static double[][] multiply(double[][] left, double[][] right) {
        if (left[0].length != right.length) throw new IllegalArgumentException("sizes do not fit");
        double[][] product = new double[left.length][right[0].length];
        for (int row = 0; row < left.length; row++) {
            for (int column = 0; column < right[0].length; column++) {
                double sum = 0;
                for (int inner = 0; inner < right.length; inner++) sum += left[row][inner] * right[inner][column];
                product[row][column] = sum;
            }
        }
        return product;
    }
}

// trial of multiply
final class Trial {
    static void run() {
        double[][] left = {{1, 2}, {3, 4}};
        double[][] right = {{0, 1, 2}, {1, 0, 3}};
        Check.same(new double[][] {{2, 1, 8}, {4, 3, 18}}, MatrixProduct.multiply(left, right));
        Check.refuses(() -> MatrixProduct.multiply(right, left));
    }
}
`,"MergeSorted.java":`/** Joining what is sorted already. */
final class MergeSorted {
    private MergeSorted() {}

    /** The elements of two ascending arrays in one ascending array; what occurs twice stays twice. */
    static int[] merge(int[] first, int[] second) {
        int[] merged = new int[first.length + second.length];
        int left = 0;
        int right = 0;
        for (int at = 0; at < merged.length; at++) {
            boolean takeLeft = right == second.length || (left < first.length && first[left] <= second[right]);
            merged[at] = takeLeft ? first[left++] : second[right++];
        }
        return merged;
    }
}

// trial of merge
final class Trial {
    static void run() {
        Check.same(new int[] {1, 2, 2, 4, 9}, MergeSorted.merge(new int[] {2, 4}, new int[] {1, 2, 9}));
        Check.same(new int[] {7}, MergeSorted.merge(new int[] {}, new int[] {7}));
        Check.same(new int[] {}, MergeSorted.merge(new int[] {}, new int[] {}));
    }
}
`,"PairSums.java":`/** Two numbers that make a third. */
final class PairSums {
    private PairSums() {}

    /** The indices, the lower one first, of the first two elements that make the sum; {@code null} where no two do. First is: with the lowest upper index. */
    static int[] find(int[] numbers, int sum) {
        for (int upper = 1; upper < numbers.length; upper++) {
            for (int lower = 0; lower < upper; lower++) {
                if (numbers[lower] + numbers[upper] == sum) return new int[] {lower, upper};
            }
        }
        return null;
    }
}

// trial of find
final class Trial {
    static void run() {
        Check.same(new int[] {0, 2}, PairSums.find(new int[] {2, 7, 5, 0, 7}, 7));
        Check.same(null, PairSums.find(new int[] {3}, 6));
        Check.same(new int[] {0, 1}, PairSums.find(new int[] {3, 3}, 6));
    }
}
`,"Palindromes.java":`/** Texts that read the same both ways. */
final class Palindromes {
    private Palindromes() {}

    /** Whether the letters and digits of a text read the same backwards; case, blanks and punctuation do not count. */
    static boolean isPalindrome(String text) {
        int left = 0;
        int right = text.length() - 1;
        while (left < right) {
            char first = text.charAt(left);
            char last = text.charAt(right);
            if (!Character.isLetterOrDigit(first)) left++;
            else if (!Character.isLetterOrDigit(last)) right--;
            else if (Character.toLowerCase(first) != Character.toLowerCase(last)) return false;
            else {
                left++;
                right--;
            }
        }
        return true;
    }
}

// trial of isPalindrome
final class Trial {
    static void run() {
        Check.same(true, Palindromes.isPalindrome("Never odd or even"));
        Check.same(true, Palindromes.isPalindrome(""));
        Check.same(false, Palindromes.isPalindrome("palimpsest"));
        Check.same(true, Palindromes.isPalindrome("1, 2; 2 - 1!"));
        Check.same(false, Palindromes.isPalindrome("ab"));
    }
}
`,"Permutations.java":`import java.util.ArrayList;
import java.util.List;

/** Orders of letters. */
final class Permutations {
    private Permutations() {}

    /** All orders of the letters of a text, sorted; the letters differ from each other. The empty text has one order, itself. */
    static List<String> of(String letters) {
        List<String> orders = new ArrayList<>();
        if (letters.isEmpty()) {
            orders.add("");
            return orders;
        }
        for (int index = 0; index < letters.length(); index++) {
            for (String rest : of(letters.substring(0, index) + letters.substring(index + 1))) {
                orders.add(letters.charAt(index) + rest);
            }
        }
        orders.sort(null);
        return orders;
    }
}

// trial of of
final class Trial {
    static void run() {
        Check.same(java.util.List.of("abc", "acb", "bac", "bca", "cab", "cba"), Permutations.of("cab"));
        Check.same(java.util.List.of(""), Permutations.of(""));
        Check.same(24, Permutations.of("wxyz").size());
    }
}
`,"Polynomials.java":`/** Sums of powers. */
final class Polynomials {
    private Polynomials() {}

    /** The value at x of a polynomial with these coefficients, that of the constant first; 0 without coefficients. */
    static double valueAt(double x, double... coefficients) {
        double value = 0;
        for (int power = coefficients.length - 1; power >= 0; power--) value = value * x + coefficients[power];
        return value;
    }
}

// trial of valueAt
final class Trial {
    static void run() {
        Check.near(17, Polynomials.valueAt(2, 1, 0, 4));
        Check.near(1, Polynomials.valueAt(0, 1, 5, 9));
        Check.near(0, Polynomials.valueAt(3));
    }
}
`,"PowerSet.java":`import java.util.ArrayList;
import java.util.List;

/** Parts of a set. */
final class PowerSet {
    private PowerSet() {}

    /** All sublists of a list, the empty one and the list itself among them, each in the order of the list; in any order. */
    static <T> List<List<T>> of(List<T> elements) {
        List<List<T>> subsets = new ArrayList<>();
        subsets.add(new ArrayList<>());
        for (T element : elements) {
            for (List<T> subset : new ArrayList<>(subsets)) {
                List<T> larger = new ArrayList<>(subset);
                larger.add(element);
                subsets.add(larger);
            }
        }
        return subsets;
    }
}

// trial of of
final class Trial {
    static void run() {
        java.util.List<java.util.List<Integer>> subsets = PowerSet.of(java.util.List.of(1, 2, 3));
        Check.same(8, subsets.size());
        Check.same(8, new java.util.HashSet<>(subsets).size());
        Check.same(true, subsets.contains(java.util.List.of(1, 3)));
        Check.same(true, subsets.contains(java.util.List.of()));
        Check.same(java.util.List.of(java.util.List.of()), PowerSet.of(java.util.List.of()));
    }
}
`,"Primes.java":`/** Prime numbers. */
final class Primes {
    private Primes() {}

    /** Whether a number is prime: greater than 1, and divided by 1 and itself alone. */
    static boolean isPrime(int number) {
        if (number < 2) return false;
        for (int divisor = 2; (long) divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) return false;
        }
        return true;
    }
}

// trial of isPrime
final class Trial {
    static void run() {
        Check.same(true, Primes.isPrime(2));
        Check.same(true, Primes.isPrime(97));
        Check.same(false, Primes.isPrime(91));
        Check.same(false, Primes.isPrime(1));
        Check.same(false, Primes.isPrime(-7));
        Check.same(true, Primes.isPrime(Integer.MAX_VALUE));
    }
}
`,"QueryText.java":`import java.util.LinkedHashMap;
import java.util.Map;

/** The part of an address after its question mark. */
final class QueryText {
    private QueryText() {}

    /** The parameters of a text such as {@code a=1&b=2}, in their order. One without {@code =} has an empty value; of two with one name the last counts. */
    static Map<String, String> parse(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : query.split("&")) {
            if (part.isEmpty()) continue;
            int equals = part.indexOf('=');
            if (equals < 0) parameters.put(part, "");
            else parameters.put(part.substring(0, equals), part.substring(equals + 1));
        }
        return parameters;
    }
}

// trial of parse
final class Trial {
    static void run() {
        Check.same(java.util.Map.of("a", "1", "b", "x=y"), QueryText.parse("a=1&b=x=y"));
        Check.same(java.util.Map.of("flag", "", "a", "2"), QueryText.parse("a=1&flag&&a=2"));
        Check.same(java.util.Map.of(), QueryText.parse(""));
    }
}
`,"RingBuffer.java":`/** The last few of many numbers. */
final class RingBuffer {
    private final int[] numbers;
    private int added;

    RingBuffer(int capacity) {
        numbers = new int[capacity];
    }

    /** Adds a number; the oldest one is forgotten where there is no room. */
    void add(int number) {
        numbers[added % numbers.length] = number;
        added++;
    }

    /** What is remembered, the oldest first. */
    int[] toArray() {
        int size = Math.min(added, numbers.length);
        int[] array = new int[size];
        for (int index = 0; index < size; index++) array[index] = numbers[(added - size + index) % numbers.length];
        return array;
    }
}

// trial of toArray
final class Trial {
    static void run() {
        RingBuffer buffer = new RingBuffer(3);
        Check.same(new int[] {}, buffer.toArray());
        buffer.add(1);
        buffer.add(2);
        Check.same(new int[] {1, 2}, buffer.toArray());
        for (int number = 3; number <= 8; number++) buffer.add(number);
        Check.same(new int[] {6, 7, 8}, buffer.toArray());
    }
}
`,"RomanNumerals.java":`/** Numbers as the Romans wrote them. */
final class RomanNumerals {
    private RomanNumerals() {}

    /**
     * Writes a number from 1 to 3999 with the letters I, V, X, L, C, D and M, in the subtractive form: 4 is {@code IV},
     * 1994 is {@code MCMXCIV}.
     *
     * @throws IllegalArgumentException for any other number
     */
    static String write(int number) {
        if (number < 1 || number > 3999) throw new IllegalArgumentException("no Roman numeral: " + number);
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] letters = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        StringBuilder written = new StringBuilder();
        int rest = number;
        for (int index = 0; index < values.length; index++) {
            while (rest >= values[index]) {
                written.append(letters[index]);
                rest -= values[index];
            }
        }
        return written.toString();
    }
}

// trial of write
final class Trial {
    static void run() {
        Check.same("IV", RomanNumerals.write(4));
        Check.same("MCMXCIV", RomanNumerals.write(1994));
        Check.same("MMMCMXCIX", RomanNumerals.write(3999));
        Check.refuses(() -> RomanNumerals.write(0));
        Check.refuses(() -> RomanNumerals.write(4000));
    }
}
`,"Rotation.java":`/** Arrays turned round. */
final class Rotation {
    private Rotation() {}

    /** A new array with every element so many places further right, round the end; negative places are to the left. */
    static int[] rotate(int[] numbers, int places) {
        int[] rotated = new int[numbers.length];
        for (int index = 0; index < numbers.length; index++) {
            rotated[Math.floorMod(index + places, numbers.length)] = numbers[index];
        }
        return rotated;
    }
}

// trial of rotate
final class Trial {
    static void run() {
        Check.same(new int[] {4, 5, 1, 2, 3}, Rotation.rotate(new int[] {1, 2, 3, 4, 5}, 2));
        Check.same(new int[] {2, 3, 1}, Rotation.rotate(new int[] {1, 2, 3}, -1));
        Check.same(new int[] {3, 1, 2}, Rotation.rotate(new int[] {1, 2, 3}, 7));
        Check.same(new int[] {}, Rotation.rotate(new int[] {}, 3));
    }
}
`,"RunLengths.java":`/** Run-length encoding of plain text. */
final class RunLengths {
    private RunLengths() {}

    /**
     * Writes every run of one character as the character followed by the length of the run: {@code "aaab"} becomes
     * {@code "a3b1"}. The empty text stays empty.
     */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (int start = 0; start < text.length(); ) {
            int end = start;
            while (end < text.length() && text.charAt(end) == text.charAt(start)) end++;
            encoded.append(text.charAt(start)).append(end - start);
            start = end;
        }
        return encoded.toString();
    }
}

// trial of encode
final class Trial {
    static void run() {
        Check.same("a3b1", RunLengths.encode("aaab"));
        Check.same("", RunLengths.encode(""));
        Check.same("x1y1x1", RunLengths.encode("xyx"));
        Check.same("z12", RunLengths.encode("zzzzzzzzzzzz"));
    }
}
`,"SearchTree.java":`/** Numbers in a binary search tree. */
final class SearchTree {
    private Node root;

    private static final class Node {
        final int value;
        Node smaller;
        Node larger;

        Node(int value) {
            this.value = value;
        }
    }

    /** Adds a number; returns whether it was not there yet. */
    boolean add(int value) {
        if (root == null) {
            root = new Node(value);
            return true;
        }
        Node node = root;
        while (node.value != value) {
            Node next = value < node.value ? node.smaller : node.larger;
            if (next == null) {
                if (value < node.value) node.smaller = new Node(value);
                else node.larger = new Node(value);
                return true;
            }
            node = next;
        }
        return false;
    }

    /** Nodes on the longest way down from the root. */
    int height() {
        return heightOf(root);
    }

    private static int heightOf(Node node) {
        return node == null ? 0 : 1 + Math.max(heightOf(node.smaller), heightOf(node.larger));
    }
}

// trial of add
final class Trial {
    static void run() {
        SearchTree tree = new SearchTree();
        Check.same(0, tree.height());
        Check.same(true, tree.add(5));
        Check.same(true, tree.add(2));
        Check.same(true, tree.add(8));
        Check.same(false, tree.add(2));
        Check.same(2, tree.height());
        Check.same(true, tree.add(9));
        Check.same(3, tree.height());
        Check.same(false, tree.add(9));
    }
}
`,"ShortestWay.java":`import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/** Ways in a graph. */
final class ShortestWay {
    private ShortestWay() {}

    /** The least number of steps from one node to another; {@code neighbours.get(n)} are the nodes one step from n. -1 where no way leads. */
    static int steps(List<List<Integer>> neighbours, int from, int to) {
        int[] steps = new int[neighbours.size()];
        Arrays.fill(steps, -1);
        steps[from] = 0;
        Queue<Integer> queue = new ArrayDeque<>();
        queue.add(from);
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (int next : neighbours.get(node)) {
                if (steps[next] >= 0) continue;
                steps[next] = steps[node] + 1;
                queue.add(next);
            }
        }
        return steps[to];
    }
}

// trial of steps
final class Trial {
    static void run() {
        java.util.List<java.util.List<Integer>> graph = java.util.List.of(
                java.util.List.of(1, 2), java.util.List.of(3), java.util.List.of(3), java.util.List.of(0), java.util.List.of(0));
        Check.same(2, ShortestWay.steps(graph, 0, 3));
        Check.same(0, ShortestWay.steps(graph, 4, 4));
        Check.same(-1, ShortestWay.steps(graph, 0, 4));
        Check.same(3, ShortestWay.steps(graph, 4, 3));
    }
}
`,"Sieve.java":`import java.util.ArrayList;
import java.util.List;

/** Prime numbers up to a bound, after Eratosthenes. */
final class Sieve {
    private Sieve() {}

    /** All primes up to and including the bound, in ascending order. */
    static List<Integer> primesUpTo(int bound) {
        List<Integer> primes = new ArrayList<>();
        boolean[] crossed = new boolean[Math.max(0, bound) + 1];
        for (int number = 2; number <= bound; number++) {
            if (crossed[number]) continue;
            primes.add(number);
            for (long multiple = (long) number * number; multiple <= bound; multiple += number) {
                crossed[(int) multiple] = true;
            }
        }
        return primes;
    }
}

// trial of primesUpTo
final class Trial {
    static void run() {
        Check.same(java.util.List.of(2, 3, 5, 7, 11, 13), Sieve.primesUpTo(13));
        Check.same(java.util.List.of(), Sieve.primesUpTo(1));
        Check.same(168, Sieve.primesUpTo(1000).size());
    }
}
`,"SnakeCase.java":`/** Names in the styles of several languages. */
final class SnakeCase {
    private SnakeCase() {}

    /** Turns a name in camel case into one in snake case: {@code lineLengthLimit} becomes {@code line_length_limit}. */
    static String fromCamelCase(String name) {
        StringBuilder snake = new StringBuilder();
        for (int index = 0; index < name.length(); index++) {
            char letter = name.charAt(index);
            if (Character.isUpperCase(letter)) {
                if (index > 0) snake.append('_');
                snake.append(Character.toLowerCase(letter));
            } else {
                snake.append(letter);
            }
        }
        return snake.toString();
    }
}

// trial of fromCamelCase
final class Trial {
    static void run() {
        Check.same("line_length_limit", SnakeCase.fromCamelCase("lineLengthLimit"));
        Check.same("point", SnakeCase.fromCamelCase("Point"));
        Check.same("", SnakeCase.fromCamelCase(""));
        Check.same("area2_d", SnakeCase.fromCamelCase("area2D"));
    }
}
`,"SpiralOrder.java":`/** Round and round a matrix. */
final class SpiralOrder {
    private SpiralOrder() {}

    /** The elements from the top left one on clockwise, inwards; all rows have one length. */
    static int[] read(int[][] matrix) {
        int top = 0;
        int bottom = matrix.length - 1;
        int left = 0;
        int right = matrix.length == 0 ? -1 : matrix[0].length - 1;
        int[] order = new int[matrix.length * (right + 1)];
        int at = 0;
        while (top <= bottom && left <= right) {
            for (int column = left; column <= right; column++) order[at++] = matrix[top][column];
            top++;
            for (int row = top; row <= bottom; row++) order[at++] = matrix[row][right];
            right--;
            if (top <= bottom) {
                for (int column = right; column >= left; column--) order[at++] = matrix[bottom][column];
                bottom--;
            }
            if (left <= right) {
                for (int row = bottom; row >= top; row--) order[at++] = matrix[row][left];
                left++;
            }
        }
        return order;
    }
}

// trial of read
final class Trial {
    static void run() {
        Check.same(new int[] {1, 2, 3, 6, 9, 8, 7, 4, 5}, SpiralOrder.read(new int[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}));
        Check.same(new int[] {1, 2, 3}, SpiralOrder.read(new int[][] {{1}, {2}, {3}}));
        Check.same(new int[] {1, 2, 4, 3}, SpiralOrder.read(new int[][] {{1, 2}, {3, 4}}));
        Check.same(new int[] {}, SpiralOrder.read(new int[0][]));
    }
}
`,"Spread.java":`/** How far numbers lie apart. */
final class Spread {
    private Spread() {}

    /** The standard deviation of a whole population: the root of the mean squared distance from the mean; 0 for no numbers. */
    static double standardDeviation(double... numbers) {
        if (numbers.length == 0) return 0;
        double sum = 0;
        for (double number : numbers) sum += number;
        double mean = sum / numbers.length;
        double squares = 0;
        for (double number : numbers) squares += (number - mean) * (number - mean);
        return Math.sqrt(squares / numbers.length);
    }
}

// trial of standardDeviation
final class Trial {
    static void run() {
        Check.near(2, Spread.standardDeviation(2, 4, 4, 4, 5, 5, 7, 9));
        Check.near(0, Spread.standardDeviation(3));
        Check.near(0, Spread.standardDeviation());
    }
}
`,"Stack.java":`import java.util.NoSuchElementException;

/** The last one in is the first one out. */
final class Stack {
    private int[] elements = new int[4];
    private int size;

    /** Puts an element on top; there is always room for one more. */
    void push(int element) {
        if (size == elements.length) elements = java.util.Arrays.copyOf(elements, size * 2);
        elements[size++] = element;
    }

    /** Takes the top element away. */
    int take() {
        if (size == 0) throw new NoSuchElementException("the stack is empty");
        return elements[--size];
    }

    int size() {
        return size;
    }
}

// trial of push
final class Trial {
    static void run() {
        Stack stack = new Stack();
        for (int number = 0; number < 100; number++) stack.push(number);
        Check.same(100, stack.size());
        Check.same(99, stack.take());
        stack.push(7);
        Check.same(7, stack.take());
        Check.same(98, stack.take());
    }
}
`,"Temperatures.java":`/** Degrees in two scales. */
final class Temperatures {
    private Temperatures() {}

    /** Degrees Celsius for degrees Fahrenheit: water freezes at 32 °F and boils at 212 °F. */
    static double toCelsius(double fahrenheit) {
        return (fahrenheit - 32) * 5 / 9;
    }
}

// trial of toCelsius
final class Trial {
    static void run() {
        Check.near(0, Temperatures.toCelsius(32));
        Check.near(100, Temperatures.toCelsius(212));
        Check.near(-40, Temperatures.toCelsius(-40));
    }
}
`,"Templates.java":`import java.util.Map;

/** Texts with gaps. */
final class Templates {
    private Templates() {}

    /** Replaces every {@code {name}} by the value of that name; one without a value stays as it is. Values are not looked at again. */
    static String fill(String template, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            int end = template.charAt(at) == '{' ? template.indexOf('}', at) : -1;
            String value = end < 0 ? null : values.get(template.substring(at + 1, end));
            if (value == null) {
                filled.append(template.charAt(at));
                at++;
            } else {
                filled.append(value);
                at = end + 1;
            }
        }
        return filled.toString();
    }
}

// trial of fill
final class Trial {
    static void run() {
        java.util.Map<String, String> values = java.util.Map.of("name", "Ada", "odd", "{name}");
        Check.same("Dear Ada,", Templates.fill("Dear {name},", values));
        Check.same("{name} {unknown}", Templates.fill("{odd} {unknown}", values));
        Check.same("{", Templates.fill("{", values));
    }
}
`,"Versions.java":`/** Numbers of releases. */
final class Versions {
    private Versions() {}

    /** Compares versions such as {@code 1.10.2} number by number: negative, 0 or positive. Missing numbers count as 0. */
    static int compare(String first, String second) {
        String[] left = first.split("\\\\.");
        String[] right = second.split("\\\\.");
        for (int index = 0; index < Math.max(left.length, right.length); index++) {
            int a = index < left.length ? Integer.parseInt(left[index]) : 0;
            int b = index < right.length ? Integer.parseInt(right[index]) : 0;
            if (a != b) return Integer.compare(a, b);
        }
        return 0;
    }
}

// trial of compare
final class Trial {
    static void run() {
        Check.same(true, Versions.compare("1.10", "1.9.7") > 0);
        Check.same(0, Versions.compare("2", "2.0.0"));
        Check.same(true, Versions.compare("0.9", "1") < 0);
    }
}
`,"WordCount.java":`import java.util.Map;
import java.util.TreeMap;

/** How often words occur. */
final class WordCount {
    private WordCount() {}

    /** The words of a text in lower case, each with how often it occurs. Words are parted by anything that is no letter. */
    static Map<String, Integer> count(String text) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String word : text.toLowerCase().split("[^\\\\p{L}]+")) {
            if (!word.isEmpty()) counts.merge(word, 1, Integer::sum);
        }
        return counts;
    }
}

// trial of count
final class Trial {
    static void run() {
        Check.same(java.util.Map.of("the", 2, "cat", 1, "hat", 1), WordCount.count("The cat, the hat."));
        Check.same(java.util.Map.of(), WordCount.count(" 12 - "));
        Check.same(java.util.Map.of("a", 3), WordCount.count("a1A...a"));
    }
}
`,"Wrapping.java":`import java.util.ArrayList;
import java.util.List;

/** Text in lines. */
final class Wrapping {
    private Wrapping() {}

    /** Breaks a text between its words into lines of at most that width, each as full as can be. A longer word has a line of its own. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.trim().split("\\\\s+")) {
            if (word.isEmpty()) continue;
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (line.length() > 0) line.append(' ');
            line.append(word);
        }
        if (line.length() > 0) lines.add(line.toString());
        return lines;
    }
}

// trial of wrap
final class Trial {
    static void run() {
        Check.same(java.util.List.of("the quick", "brown fox"), Wrapping.wrap("the quick brown fox", 10));
        Check.same(java.util.List.of("a", "incomprehensible", "b"), Wrapping.wrap("a incomprehensible b", 4));
        Check.same(java.util.List.of(), Wrapping.wrap("  ", 4));
    }
}
`};var QR=/^\/\/ trial of (\w+)\n/m,XR=Object.entries(Ap).map(([e,n])=>ZR(e,n));function ZR(e,n){let[t="",r="",o=""]=n.split(QR);return{name:e.replace(/\.java$/,""),path:e,text:`${t.trimEnd()}
`,method:r,trial:o}}import{randomUUID as ex}from"node:crypto";var dB=ex();import{z as E}from"zod";var Fp={value:E.number(),margin:E.number().nullable()},os=E.object({units:E.int(),points:E.number()}),Np={id:E.string(),similarity:E.number(),failed:E.boolean()},kB=E.object({at:E.int(),units:E.int(),now:E.object(Fp).nullable(),freshness:E.object({...Fp,parts:E.object({unchanged:os,modified:os,new:os,deleted:os})}).nullable(),scored:E.int(),scores:E.array(E.object(Np))}),SB=E.object({at:E.int(),head:E.string(),shards:E.record(E.string(),E.string())}),vB=E.array(E.object({at:E.int(),changes:E.array(E.object({...Np,change:E.enum(["added","modified","renamed","moved"])})),behind:E.int()}));import{join as nx}from"node:path";async function xl({url:e,token:n,branch:t,folder:r,signal:o}){let i=nx(r,"history.git"),s=["--bare","--quiet","--single-branch","--no-tags",`--branch=${t}`],{exitCode:a,stderr:l}=await Ce(r,["clone",...s,"--",e,i],{environment:n===null?{}:tx(e,n),signal:o});if(o.throwIfAborted(),a===0)return sl(i);let{message:d}=We("clone",l);throw new w("git-failed",`the history could not be cloned: ${d}`,"Check that git is there and that the token may read the repository.")}function tx(e,n){let t=Buffer.from(`x-access-token:${n}`).toString("base64");return{GIT_CONFIG_COUNT:"1",GIT_CONFIG_KEY_0:`http.${new URL(e).origin}/.extraheader`,GIT_CONFIG_VALUE_0:`AUTHORIZATION: basic ${t}`}}async function _p(e){let n=await Op({java:{parser:e.parser==="wasm"?"wasm":"auto"}}),[t]=n.languages;if(t===void 0)throw new Error("no language is registered");return{main:t,forPath:n.forPath}}function Bp(e,n){return[...e].map(t=>({id:t,lot:at(`control ${t}`)})).sort((t,r)=>t.lot-r.lot||L(t.id,r.id)).slice(0,n).map(({id:t})=>t).sort(L)}var rx=1e-9;function jp(e,n){let t=new Map(e.map(o=>[`${o.id}
${o.stub}`,o.similarity])),r=n.flatMap(({id:o,stub:i,similarity:s})=>{let a=t.get(`${o}
${i}`);return a===void 0?[]:[{before:a??0,now:s??0}]});return r.length===0?null:{methods:r.length,moved:r.filter(o=>Math.abs(o.before-o.now)>rx).length,before:Dp(r.map(o=>o.before)),now:Dp(r.map(o=>o.now))}}function Dp(e){return e.reduce((n,t)=>n+t,0)/e.length}import{createHash as ox}from"node:crypto";async function Wp(e){let{tree:n,model:t,size:r,languages:o,progress:i,signal:s}=e;if(r===0)return[];let a=[];for await(let{parsed:c,language:m}of re(n,await n.list(),o,s))c!==null&&a.push(...Mt(c,m));let l=new Set(Bp(a.map(({unit:c})=>c.id),r)),d=a.filter(({unit:c})=>l.has(c.id)).map(({unit:c,source:m})=>({unit:c,source:m,stub:z(m,c)})),u=[];i.begin("writing the control group",d.length);for await(let{item:c,regeneration:m}of ie(d,{model:t,samples:1,signal:s,progress:i,journal:null})){if(m.kind==="unasked")continue;let{unit:f,source:p,stub:h}=c;u.push({id:f.id,stub:ox("sha256").update(h.source.text).digest("hex").slice(0,16),similarity:m.kind==="regenerated"?ke(U(p,f),m.body).similarity:null})}return i.end(),u.sort((c,m)=>c.id<m.id?-1:1)}async function Hp(e){let n=await e.state.read(),t={...e,mayAskForAll:!0};e.retrain==="now"&&await mr(t);let r=await Oi(t),{model:o}=r;if(o===null)return{kept:r,evaluation:null,control:null,page:null,before:n,state:n};let i=await ix(o,e),s=await sx(o,e),a=await ax(o,e),l=n?.review?.fingerprint===o.card.fingerprint?n.review:null,d=a===null?null:lx(a.status,i,l),u=d===null?n:await e.state.update(c=>({...c??pn,review:d}));return e.retrain==="when-due"&&a?.status.recommendation.kind==="retrain-now"&&await mr(t),{kept:r,evaluation:s,control:jp(l?.control??[],i),page:a,before:n,state:u}}async function ix(e,n){let t=e.card.trainedAt;if(t===null)return[];let r=n.repository.tree(await n.repository.resolve(t.revision));return Wp({...n,tree:r,model:e,size:n.controlSize})}async function sx(e,n){let{target:t,repository:r,sample:o}=n;return xt({...n,tree:r.tree(t),source:{name:t.name,revision:t.hash},protocol:"recreate",scope:"main",model:e,sample:o,output:null,journal:null})}async function ax(e,n){let{past:t,target:r,windowDays:o,training:i}=n;return t===null?null:_i({...n,...t,model:e,at:r,gain:{windowDays:o,policy:Zm,training:i()},drift:{since:{kind:"span",span:{count:1,unit:"years"}}}})}function lx(e,n,t){let{gain:r,drift:o,model:i,at:s}=e;return{fingerprint:i.fingerprint,at:{revision:s.revision,committedAt:null},gain:r&&{all:r.all,window:r.window,statement:r.statement,head:r.head},forecast:o?.forecast??null,recommendation:e.recommendation,control:n,isTrainingAsked:t?.isTrainingAsked??!1}}function Cl(e,n){if(e===null)return n===0?"No control group was asked for.":`The control group was begun with ${y(n,"method")}; the next review compares with it.`;let{methods:t,moved:r,before:o,now:i}=e;return r===0?`The control group of ${y(t,"method")} came back as the last time: it is the same model.`:`${v(String(r))} of the ${y(t,"method")} of the control group came back otherwise than the last time (mean similarity ${O(o)} then, ${O(i)} now), though nothing was shown otherwise: the model or its server changed. What freshness lost since then may not be drift.`}var dx=60;function Up(e,n){let{ledger:t,model:r}=e,o=M([fx(e,n)],C(nt(e,g)),rt(e,g),[`**What would training again gain?** ${cx(e).join(" ")}`],["**What to do**"],hx(e,n),ux(e),t===null?[]:ln(t),B(I(r,g)),[gx(e,n)]);return{title:mx(e,n),body:o}}function cx(e){let{gain:n}=e;return n===null?ot(e):[Zn(n),...et(n).slice(0,1).map(t=>`${t.replace(/^w/,"W")}.`)]}function ux({drift:e,model:n}){return e?.forecast?.kind==="expected"?[Qn(e.forecast,n).join(" ")]:[]}function Gp({ledger:e,model:n}){let t=Ge(n)?"its shadow has":"it has";if(e?.freshness==null)return`Nothing says any more that the model is stale, so this issue can be closed.
`;let{freshness:r,units:o,scored:i,line:s}=e;return`The model is fresh again: ${t} a freshness of ${V(r)} (${zp(o,i)}), not below the policy’s line of ${T(s)}. Thanks to whoever looked after it!
`}function mx({ledger:e,model:n,recommendation:t},{section:r}){let o=r===null?"":`${g(r,dx)}: `,i=Ge(n)?"code model (by its shadow)":"code model";if(e?.freshness==null)return`${o}Time to train the ${i} again`;let s=`freshness ${V(e.freshness)}, line ${T(e.line)}`;return e.verdict.kind==="stale"?`${o}The ${i} has become stale: ${s}`:`${o}Time to train the ${i} again${t.kind==="retrain-soon"?" soon":""}: ${s}`}function fx(e,n){let{ledger:t,model:r,age:o}=e,i=j(r,g);if(t?.freshness==null)return`${i}: it is not known how fresh this model is.`;if(t.answers==="predecessor")return`${tt(e)}.`;let{freshness:s,units:a,scored:l,line:d,history:u}=t,c=`${V(s)} of what it knew on the day of training (${zp(a,l)})`,m=o.days===null?"":`, ${y(o.days,"day")} ago`;return`${i}${m}, still knows ${c}. The policy asks for ${T(d)}.${px(u,d,n)}`}function px(e,n,t){let r=e.findLastIndex(({freshness:l})=>l>=n),o=e[r+1];if(o===void 0)return"";let[i]=/^\d{4}-\d{2}-\d{2}/.exec(o.committedAt??"")??[],s=Ke(J(o.revision),o.revision,t);return` It has been below that ${r<0?"at least since":"since"} ${i===void 0?"":`${i}, `}${s}.`}function hx({model:e},{training:n}){let t="Once the model needs no training any more, this issue is closed by itself.";if(n?.workflow===null)return C([n.started?"Nothing for now: another model is being trained, and takes the place of this one if it is better.":`Have another trained: a maintainer asks for it with ${g("/palimpsest retrain")} or the button *Retrain* of the App, or runs the workflow of this check by hand, with ${g("retrain")}.`,t]);if(n!==null){let r=g(n.workflow);return C([n.started?`Nothing for now: the training workflow ${r} was started.`:`Run the training workflow ${r}.`,t])}if(Ge(e)){let r=e.shadow.of===null?"the project’s own model":g(e.shadow.of);return C([`Train ${r} again, as it was trained before, and put the new revision into ${g("trained-at")} of the workflow.`,t])}return $e(e)?C([`Run the workflow of this check by hand, with ${g("retrain")}: the model is trained anew at the head of the default branch, in seconds. In a clone ${g("palimpsest train --evaluate")} does the same.`,t]):C([`Train ${g(D(e))} again on the code of today, and put its revision into ${g("trained-at")} of the workflow.`,t])}function gx({ledger:e,at:n},t){return`<sub>${[...e===null?[]:[Ee(e)],`looked at from ${Ke(J(n.revision),n.revision,t)}`,...t.reportUrl===null?[]:[St("Full report",t.reportUrl)]].join(" · ")}</sub>`}function zp(e,n){return`${y(e,"method")}, ${n===e?"all scored":`${v(String(n))} of them scored`}`}function Et(e){let n=e.map(({path:r,champion:o,challenger:i})=>({cluster:r,value:i-o})),t=$a(n);return{units:e.length,files:new Set(e.map(({path:r})=>r)).size,champion:Tl(e.map(({champion:r})=>r)),challenger:Tl(e.map(({challenger:r})=>r)),difference:Tl(n.map(({value:r})=>r)),interval:t&&{low:Math.max(-1,t.low),high:Math.min(1,t.high)},closer:n.filter(({value:r})=>r>0).length,farther:n.filter(({value:r})=>r<0).length,same:n.filter(({value:r})=>r===0).length,championFailed:e.filter(({championFailed:r})=>r).length,challengerFailed:e.filter(({challengerFailed:r})=>r).length}}function Tl(e){return e.length===0?null:e.reduce((n,t)=>n+t,0)/e.length}var qp=64;async function is(e,{champion:n,challenger:t},r){let o=[],i=[],s={champion:[],challenger:[]},a=0;for(let l=0;l<e.length;l+=qp){let d=e.slice(l,l+qp).map(m=>({unit:m,change:m,stub:z(m.current.source,m.current.unit)})),u=await Pt(d,n,r),c=await Pt(d,t,r);for(let[m,{unit:f}]of d.entries()){let[p,h]=[u[m]??null,c[m]??null];if(p===null||h===null){i.push(f.current.unit.id);continue}o.push(yx(f,p,h)),p.silence!==null&&s.champion.push(p.silence),h.silence!==null&&s.challenger.push(h.silence),(p.silence!==null||h.silence!==null)&&a++}r.progress.advance(d.length)}return Kp(n,s.champion,o.length),Kp(t,s.challenger,o.length),{rows:o,unasked:i,unanswered:a}}function yx({current:e,change:n,learned:t},r,o){let{id:i,path:s}=e.unit;return{id:i,path:s,change:n,learned:t,champion:r.similarity,challenger:o.similarity,championFailed:r.failed,challengerFailed:o.failed}}function Kp({card:e},n,t){if(!(t===0||n.length<t))throw new w("model-unavailable",`${e.name} gave no answer to any of ${t} ${t===1?"method":"methods"} (${n[0]})`,"Nothing was decided; run the command again when the model answers.")}async function Vp(e){let{tree:n,changed:t,sample:r,rivals:o,progress:i}=e,s=[];i.begin("looking for what did not change",null);let a=(await n.list()).filter(m=>ge(m)===null);for await(let{unit:m}of Jp(a,e))t.has(m.id)||s.push({id:m.id,path:m.path,length:m.body.end-m.body.start});if(i.end(),s.length===0)return{rows:[],unasked:[],unanswered:0,probe:null};let{drawn:l}=Rt(s,r),d=new Set(s.flatMap(({id:m,path:f})=>l.has(m)?[f]:[])),u=[];for await(let m of Jp([...d],e))l.has(m.unit.id)&&u.push({current:m,change:"unchanged",learned:null});i.begin("writing again what did not change",u.length);let c=await is(u,o,e);return i.end(),{...c,probe:{...Et(c.rows),unchanged:s.length}}}async function*Jp(e,{tree:n,languages:t,signal:r}){for await(let o of re(n,e,t,r))if(o.parsed!==null)for(let i of ar(o,{scope:"main"}))yield{unit:i,source:o.parsed}}import wx from"p-limit";function Qp(e){let n=t=>t==="passes";return{tasks:e.length,championPasses:e.filter(({champion:t})=>n(t)).length,challengerPasses:e.filter(({challenger:t})=>n(t)).length,won:e.filter(({champion:t,challenger:r})=>!n(t)&&n(r)).length,lost:e.filter(({champion:t,challenger:r})=>n(t)&&!n(r)).length}}function Xp(e,n){let[t,r]=[Yp(e),Yp(n)];return e.length!==n.length||t.tokens===0||r.tokens===0?null:{texts:e.length,championTokens:t.tokens,challengerTokens:r.tokens,champion:t.logProbability/t.tokens,challenger:r.logProbability/r.tokens}}function Yp(e){return{tokens:e.reduce((n,{tokens:t})=>n+t,0),logProbability:e.reduce((n,{logProbability:t})=>n+t,0)}}var Ml={probe:null,unasked:[]};async function nh(e,{champion:n,challenger:t},r){let o=e.tasks.map(u=>bx(u,e.language));r.progress.begin("solving tasks",o.length*2);let i=await Zp(o,n,e,r),s=await Zp(o,t,e,r);r.progress.end();let a=[],l=o.flatMap(({task:u,stub:c})=>{let[m,f]=[i.get(u.name),s.get(u.name)];return m!==void 0&&f!==void 0?[{name:u.name,champion:m,challenger:f}]:(a.push(c.target.id),[])});if(l.length===0)return{probe:null,unasked:a};let d=await kx(e.foreign,{champion:n,challenger:t},r);return{probe:{tasks:Qp(l),likelihood:d,isolation:e.trials.isolation,rows:l},unasked:a}}function bx(e,n){let t=n.parse(e.path,e.text),r=t.units.find(({name:o})=>o===e.method);if(r===void 0)throw new RangeError(`the task ${e.name} has no method ${e.method}`);return{task:e,source:t,unit:r,stub:z(t,r)}}async function Zp(e,n,{trials:t},{journal:r,progress:o,signal:i}){let s=new Map,a=wx(t.concurrency),l=[],d={model:n,samples:1,signal:i,progress:o,journal:r};for await(let{item:u,regeneration:c}of ie(e,d)){let{task:m,source:f,unit:p}=u;if(c.kind==="failed"&&s.set(m.name,"no-answer"),c.kind!=="regenerated")continue;let{body:h}=c,{text:k}=xn(f,({id:x})=>x===p.id?h:void 0),R=a(async()=>{s.set(m.name,await t.run(m,k,i))});R.catch(()=>{}),l.push(R)}return await Promise.all(l),s}async function kx(e,{champion:n,challenger:t},{progress:r,signal:o}){r.begin("reading foreign code",e.length*2);let i=await eh(e,n,r,o),s=await eh(e,t,r,o);r.end();let a=i&&s&&Xp(i,s);return a!==null?{kind:"measured",...a}:{kind:"not-given",by:i===null?s===null?"both":"champion":"challenger"}}async function eh(e,n,t,r){let o=[];for(let i of e){let s=await n.likelihood?.(i,r)??null;if(s===null)return null;o.push(s),t.advance()}return o}async function th(e,{isWanted:n,now:t},{repository:r,languages:o,journal:i,progress:s,signal:a}){let{card:l}=e;if(l.baseline!==null)return{card:l,state:"on-card"};if(!n)return{card:l,state:"not-asked"};let d=await vx(l,r);if(d===null)return{card:l,state:"unknown-training"};let{protocol:u,summary:c,unasked:m}=await xt({languages:o,progress:s,signal:a,tree:r.tree(d),source:{name:d.name,revision:d.hash},protocol:"in-place",scope:"main",model:e,output:null,journal:i&&Sx(i)});if(m!==void 0)return{card:l,state:"budget-spent"};let{count:f,withFailuresAsStubs:p}=c.methods,h={revision:d.hash,protocol:u,methods:f,similarity:p.similarity},k=zd(l,h,t);return k===null?{card:l,state:"unknown-training"}:{card:k,state:"measured"}}function Sx(e){return{get:n=>e.get(n),append:(n,t)=>e.append(n,t),finish:async()=>{}}}async function vx({trainedAt:e},n){if(e===null)return null;try{return await n.resolve(e.revision)}catch(t){if(t instanceof w)return null;throw t}}async function oh(e){let{challenger:n,champion:t,policy:r,sample:o,head:i}=e,s=await th(n.model,e.baseline,e),a=t===null?Rx:await xx({...e,champion:t}),{changes:l,forgetting:d,generalisation:u,unasked:c,unanswered:m}=a,f=t===null?null:{champion:t.model,challenger:n.model};return{schemaVersion:1,kind:"promote",protocol:"in-place",head:{name:i.name,revision:i.hash},since:t===null?null:{name:t.trainedAt.name,revision:t.trainedAt.hash},challenger:{...rh(n),model:s.card},champion:f===null||t===null?null:rh(t),decision:cd({changes:l?.all??null,forgetting:d,tasks:u.probe?.tasks??null,likelihood:u.probe?.likelihood??{kind:"not-asked"},unasked:c.length,unanswered:m},r),policy:r,baseline:s.state,changes:l,forgetting:d===null?null:{...d,sample:o},generalisation:u.probe,unanswered:m,...c.length===0?{}:{unasked:[...new Set(c)].sort()},leftOut:a.leftOut.rows(),notes:a.notes,methods:a.rows}}function rh({reference:e,model:n}){let t=n.usage?.();return{reference:e,model:n.card,...t===void 0?{}:{usage:t}}}var Rx={changes:null,forgetting:null,generalisation:Ml,unasked:[],unanswered:0,leftOut:new Ne,notes:[],rows:[]};async function xx(e){let{repository:n,head:t,champion:r,challenger:o,sample:i,progress:s}=e,a={champion:r.model,challenger:o.model},l=await ih(r.trainedAt,e),d=await Cx(o.model,e),u=l.eligible.map(({change:p,current:h})=>({change:p,current:h,learned:d===null?null:!d.has(h.unit.id)}));s.begin("writing the changes again",u.length);let c=await is(u,a,e);s.end();let m=await Vp({...e,tree:n.tree(t),changed:sh(l),sample:i,rivals:a}),f=e.generalisation===null?Ml:await nh(e.generalisation,a,e);return{changes:{all:Et(c.rows),learned:Et(c.rows.filter(({learned:p})=>p===!0)),later:Et(c.rows.filter(({learned:p})=>p===!1))},forgetting:m.probe,generalisation:f,unasked:[...c.unasked,...m.unasked,...f.unasked],unanswered:c.unanswered+m.unanswered,leftOut:l.leftOut,notes:l.notes,rows:[...c.rows,...m.rows]}}function ih(e,n){return lt({...n,base:e,policy:{countCosmetic:!1}})}async function Cx({card:e},n){if(e.trainedAt===null)return null;let t=await n.repository.resolve(e.trainedAt.revision).catch(()=>null);return t===null?null:sh(await ih(t,n))}function sh({eligible:e,cosmetic:n,moved:t}){return new Set([...e.map(({current:r})=>r.unit.id),...n,...t.map(({id:r})=>r)])}async function ah(e){let{state:n,origin:t}=e,r=await Px(e);if(r===null)return{kind:"nothing-new"};let{trained:o,report:i}=await $x(r,e).catch(async d=>{throw await Ox(d,r,e),d});e.signal.throwIfAborted();let s=i.decision.kind==="promote",a={endedAt:e.now().toISOString(),revision:r.hash,model:o.model,kind:s?"promoted":"kept",reasons:i.decision.reasons},l=!1;return await n.update(d=>lh(d,t,u=>{if(l=u.underWay?.at.revision===r.hash,!l)return u;let c=s?[...u.promoted,o].slice(-Tx):u.promoted;return{...u,underWay:null,promoted:c,last:a}})),l?{kind:"decided",ended:a,report:i}:{kind:"given-up"}}var Tx=10,Mx=3;async function Px({state:e,origin:n,head:t,champion:r,repository:o}){let i=(await e.read())?.training,s=i?.origin===n?i.underWay:null;if(s!=null){let l=await o.resolve(s.at.revision).catch(d=>{if(d instanceof w&&d.code==="unknown-revision")return null;throw d});if(l!==null)return l}if(r.trainedAt.hash===t.hash)return null;let a={revision:t.hash,committedAt:t.committedAt};return await e.update(l=>{let d=l?.training?.origin===n?l.training:null,u={origin:n,promoted:[],last:null,...d,underWay:{at:a,failures:0}};return{...l??pn,training:u}}),t}async function $x(e,n){let t=await n.train(e);n.signal.throwIfAborted();let r=await oh({...n,challenger:{reference:t.model,model:await n.open(t)},baseline:{isWanted:!1,now:n.now()},generalisation:null,journal:null});return{trained:t,report:r}}var Lx=new Set(["cancelled","disk-full","forge-unavailable","model-unavailable","database-unavailable","ledger-busy","output-in-use"]);async function Ox(e,n,{state:t,origin:r,now:o}){!(e instanceof w)||Lx.has(e.code)||await t.update(i=>lh(i,r,s=>{let a=(s.underWay?.failures??0)+1,l={endedAt:o().toISOString(),revision:n.hash,model:null,kind:"failed",reasons:[]},d=s.underWay===null||a>=Mx?null:{...s.underWay,failures:a};return{...s,underWay:d,last:l}}))}function lh(e,n,t){let r=e??pn;return r.training?.origin===n?{...r,training:t(r.training)}:r}function dh(e){let{champion:n,challenger:t}=e,r=n===null?"":`, in the place of ${j(n.model,g)}`;return M([`Trained again: ${j(t.model,g)} answers from now on${r}.`],C(kt(e)))}var Ix=1;async function Pl(e){let{training:n,model:t,languages:r,progress:o,signal:i,state:s}=e,{inUse:a}=t;if(n===null||a.kind!=="fixed")return"given-up";let l=await e.whole.defaultBranch(),d=await e.pastOf(l),u=await n.compose(d),c=!1;try{let m=await ah({repository:d.repository,head:l,state:s,origin:n.origin,champion:await Ex(a),train:f=>u.train(f),open:f=>u.open(f),policy:{...dd,leastChanges:n.leastChanges},sample:{size:n.probeSize,seed:Ix},now:()=>new Date,languages:r,progress:o,signal:i});return c=!0,await Ax(m,e),m.kind==="decided"&&m.ended.kind==="promoted"?"promoted":m.kind}finally{await u.close(c)}}async function Ex({open:e,trainedAt:n}){let t=await e();return{reference:t.card.name,model:t,trainedAt:n}}async function Ax(e,n){let{log:t,forge:r,settings:o,section:i}=n;if(e.kind!=="decided"){t.notice(e.kind==="nothing-new"?"Nothing was trained: the model was trained at the head of the default branch.":"Nothing was decided: another model has come in the place of the one that was trained after.");return}let{report:s,ended:a}=e;if(t.say(an(s)),await t.summarise(Re(s)),a.kind!=="promoted"||!o.retraining.issue)return;let l=await r.trackingIssue.close(i??"",dh(s));l.kind==="refused"&&t.warning(W({kind:"refused",what:"issue",reason:l.reason},String))}var Fx=864e5;function ch(e,n,t){let{training:r}=e;if(r===null||hn(e)!=="specialize")return!1;let o=n?.origin===r.origin?n:void 0,i=o?.last??null;return i!==null&&t.now-Date.parse(i.endedAt)<Fx?(t.isAsked&&e.log.notice(`Not trained again: that was done within a day (${i.endedAt}).`),!1):t.isAsked||(o?.underWay??null)!==null?!0:t.isDue&&i?.revision!==t.head}async function uh(e){try{e.training?.enqueue==null?await Pl(e):await e.training.enqueue()}catch(n){if(!(n instanceof w)||n.code==="cancelled")throw n;e.log.warning(e.mask(`The model was not trained again: ${n.message}. ${n.remedy}`))}}var Nx=50;async function mh({retrain:e},n){let{log:t,settings:r,languages:o}=n,i=await n.whole.defaultBranch(),s=await _x(i,n),{policy:a,...l}=pr(n,i),d={...l,policy:r.freshness,past:s,windowDays:r.gain.windowDays,training:()=>$s(o),language:o.main,controlSize:r.evaluation.control,retrain:e?"now":r.retraining.automatic?"when-due":"never",project:n.project,closeUps:Nx},u=await Ia(n,()=>Aa(n,x=>Hp({...d,...x})));if(u===null)return H;let{result:c,refusal:m}=u;if(c.kept.kind==="none")return t.warning(Fa(c.kept)),H;let f=c.page?.status??null,p=ch(n,c.state?.training,{isAsked:e,isDue:r.retraining.automatic&&Bx(f,c),head:i.hash,now:Date.now()}),h=f===null?[]:await Dx(f,c,p,n);for(let x of h)t.warning(W(x,String));t.say(an(f??c.kept.report)),await t.summarise(Hx(c,h,m,n)),p&&await uh(n);let R=fr(c.kept.report.ledger,n.choices.gate).kind==="passed"?null:Ea;return{...H,report:f??c.kept.report,evaluation:c.evaluation,page:c.page,gate:R}}async function _x(e,n){try{return await n.pastOf(e)}catch(t){if(!(t instanceof w)||t.code==="cancelled")throw t;return n.log.warning(`Drift and retraining gain are not told this time: ${t.message}. ${t.remedy}`),null}}async function Dx(e,{control:n,state:t},r,o){let{forge:i,settings:s,log:a}=o,{retraining:l}=s,d=o.section??"",u=[];if(n!==null&&n.moved>0)return a.warning(Cl(n,n.methods)),u;let c=e.recommendation.kind==="retrain-now",m=t?.review?.isTrainingAsked??!1,f=c&&!m?await Wx(e,o,u):!1;if(f&&await o.state.update(h=>h?.review?.fingerprint===e.model.fingerprint?{...h,review:{...h.review,isTrainingAsked:!0}}:h??{schemaVersion:1,pin:null,review:null}),!l.issue)return u;let p=c?await i.trackingIssue.open(d,Up(e,{headRevision:e.at.revision,repositoryUrl:o.links.repositoryUrl,reportUrl:o.links.reportUrl,section:o.section,training:jx(o,{isToBeTrained:r,started:f||m})})):e.ledger?.verdict.kind==="fresh"?await i.trackingIssue.close(d,Gp(e)):null;return p?.kind==="refused"&&u.push({kind:"refused",what:"issue",reason:p.reason}),u}function Bx(e,{control:n}){return e?.recommendation.kind==="retrain-now"&&(n===null||n.moved===0)}function jx(e,{isToBeTrained:n,started:t}){if(hn(e)==="specialize")return{workflow:null,started:n};let{workflow:r}=e.settings.retraining;return r===""?null:{workflow:r,started:t}}async function Wx({model:e,at:n},t,r){let o=await Na({model:e.name,revision:n.revision},t);for(let i of o)i.kind==="refused"&&r.push({kind:"refused",what:"dispatch",reason:i.reason});return o.some(({kind:i})=>i==="said")}function Hx({kept:e,evaluation:n,control:t,page:r,state:o},i,s,a){return`${[...r===null?e.kind==="kept"?[Re(e.report)]:[]:[Re(r.status)],...n===null?[]:[Re(n)],Cl(t,o?.review?.control.length??0),...i.map(d=>W(d,u=>g(u))),s??a.links.whereItLies].join(`

`)}
`}import{mkdtemp as TC,rm as MC}from"node:fs/promises";import{tmpdir as PC}from"node:os";import{join as ug}from"node:path";import{z as At}from"zod";var wr=At.object({login:At.string(),type:At.string().optional()}).nullable(),fh="[bot]",Ux=At.object({viewer:At.object({login:At.string().min(1)})});function hh(e){let n=null;return()=>(n??=Gx(e).catch(t=>{throw n=null,t}),n)}async function Gx(e){let n=Ux.parse(await e.graphql("query { viewer { login } }"));return zx(n.viewer.login)}function zx(e){let n=ph(e);return{login:e,slug:n,wrote(t){return t===null||ph(t.login)!==n?!1:t.login.toLowerCase()===e.toLowerCase()||t.type==="Bot"}}}function ph(e){let n=e.toLowerCase();return n.endsWith(fh)?n.slice(0,-fh.length):n}import{z as Sr}from"zod";import{z as Yx}from"zod";import{z as ve}from"zod";import{z as Vx}from"zod";import{z as gh}from"zod";function yh(e,{permission:n}){let t=Te(e),r=Mr(e)??(t===404||t===410?Ze(e):null);if(r===null)return null;let o=r.replace(/[\s.]+$/,"");return t===404?`it is not there, or hidden from a token without “${n}” (${o})`:/archived/i.test(o)?`the repository is archived (${o})`:/\blocked\b/i.test(o)?`the conversation is locked (${o})`:/not accessible|not authorized|permission/i.test(o)?`the token lacks “${n}” (${o})`:o}var qx=gh.object({status:gh.number()});function Te(e){let n=qx.safeParse(e);return n.success?n.data.status:null}var Ft={pause:e=>new Promise(n=>setTimeout(n,e)),random:Math.random},ee={request:{retries:0}},Kx=4,Jx=1e3;async function ne(e,n){try{return await n()}catch(t){let r=yh(t,e);if(r!==null)return{kind:"refused",reason:r};throw Cr(t,e.doing)}}async function gn(e,n,t){for(let r=1;;r+=1)try{return await e()}catch(o){if(!$l(o)||r===Kx)throw o;await t.pause(Jx*r*(.5+t.random()));let i=await n();if(i!==null)return i}}function ae(e,n){let t=e.safeParse(n);if(t.success)return t.data;let r=t.error.issues[0]?.path.join(".")??"";throw new w("forge-unavailable",`GitHub answered something else than it documents (at "${r}").`,"Run it again later; if it stays so, this GitHub is too old or too new for this version.")}function $l(e){return(Te(e)??0)>=500}var Ye=100;async function Qe(e,n){let t=[],r=Vx.array(e);for(let o=1;;o+=1){let{data:i,headers:s}=await n(o);if(t.push(...ae(r,i)),!/<[^>]*>;\s*rel="next"/.test(s.link??""))return t}}var _n=ve.object({id:ve.number(),html_url:ve.string().nullish(),name:ve.string(),external_id:ve.string().nullish(),conclusion:ve.string().nullable(),app:ve.object({slug:ve.string().nullish()}).nullish(),output:ve.object({title:ve.string().nullable(),summary:ve.string().nullable(),annotations_count:ve.number()})}),Ll="palimpsest";function br(e){let n=Ga(e);return n===null?Ll:`${Ll} ${n}`}async function Dn({api:e,owner:n,repo:t},{revision:r,name:o},i){return(await Qe(_n,async l=>{let{data:d,headers:u}=await e.rest.checks.listForRef({owner:n,repo:t,ref:r,check_name:o,filter:"all",per_page:Ye,page:l});return{data:d.check_runs,headers:u}})).filter(l=>l.name===o&&l.app?.slug===i&&l.external_id?.split(" ")[0]===Ll).sort((l,d)=>d.id-l.id)}function Nt({id:e,html_url:n},t){return{kind:"said",id:e,url:n??"",was:t}}function kr(e){return{doing:`writing the check of ${e.slice(0,7)}`,permission:"checks: write"}}var Qx=Yx.enum(["success","neutral","failure"]);function wh(e){return Qx.safeParse(e.conclusion).success}function bh(e,n,t){let{api:r,owner:o,repo:i}=e,{checks:s}=r.rest;return{begin({revision:a,name:l,title:d}){return ne(kr(a),async()=>{let{slug:u}=await n(),c=async(x,{conclusion:P,output:A})=>{let fe={title:A.title??d,summary:A.summary??""};await s.update({owner:o,repo:i,check_run_id:x.id,status:"completed",conclusion:P,output:fe})},m=await Dn(e,{revision:a,name:l},u),f=m.find(wh);if(f!==void 0)for(let x of m)x.conclusion===null&&await c(x,f);let p=f??m[0];if(p!==void 0)return Nt(p,"unchanged");let{data:h}=await s.create({owner:o,repo:i,name:l,head_sha:a,external_id:br(t),status:"in_progress",output:{title:d,summary:""},...ee}),k=ae(_n,h),R=(await Dn(e,{revision:a,name:l},u)).find(wh);return R===void 0?Nt(k,"created"):(await c(k,R),Nt(R,"unchanged"))})},abandon({revision:a,name:l,title:d,summary:u}){return ne(kr(a),async()=>{let c=await Dn(e,{revision:a,name:l},(await n()).slug),m={kind:"nothing"};for(let{id:f,html_url:p,conclusion:h}of c){if(h!==null)continue;let k={title:d,summary:u};await s.update({owner:o,repo:i,check_run_id:f,status:"completed",conclusion:"neutral",output:k}),m={kind:"said",id:f,url:p??"",was:"updated"}}return m})}}}function kh({title:e,summary:n,annotations:t}){let r=t.slice(0,200).map(i=>({...i,title:Ol(i.title,255),message:Ol(i.message,16384)})),o=[];return r.length<t.length&&o.push(`_The first ${r.length} of ${t.length} annotations are shown at their lines._`),{title:Ol(e,255),summary:Xx(o,n),annotations:r}}function El(e,n){return yn(e.title)===yn(n.title)&&yn(e.summary)===yn(n.summary)}function Sh(e,n){return e.path===n.path&&e.start_line===n.line&&yn(e.title)===yn(n.title)&&yn(e.message)===yn(n.message)}function yn(e){return(e??"").replaceAll(`\r
`,`
`).trim()}function Xx(e,n){let t=[...e,n].join(`

`);if(Il(t)<=65535)return t;let r=`${[...e,"_Cut to what GitHub takes: the job summary has the whole of it._"].join(`

`)}

`,o=65535-Il(r),i=[];for(let s of n.split(`
`)){if(o-=Il(s)+1,o<0)break;i.push(s)}return r+i.join(`
`)}function Ol(e,n){if(e.length<=n)return e;let t=e.slice(0,n-1);return`${/[\uD800-\uDBFF]$/.test(t)?t.slice(0,-1):t}…`}function Il(e){return Buffer.byteLength(e,"utf8")}var Zx=Sr.object({path:Sr.string(),start_line:Sr.number(),title:Sr.string().nullable(),message:Sr.string().nullable()}),e0=50;function Rh(e,n,t=Ft,r=null){return{...bh(e,n,r),conclude(o){return ne(kr(o.revision),async()=>{let i=t0(e,o,{slug:(await n()).slug,request:r},t);return n0(i,o,kh(o))})}}}async function n0(e,n,t){let r=await e.all(),o=r[0]??null,i=o===null?t.annotations:await e.missing(o,t.annotations),s=o?.conclusion===n.conclusion&&El(o.output,t),a=o!==null&&s&&i.length===0,l=r0(i,e0),[d=[],...u]=l,m=a?o:await(o===null?e.create(t,d):e.update(o.id,t,d));for(let p of u)await e.update(m.id,t,p);let f=o===null?await e.all():r;for(let{id:p,conclusion:h}of f)p!==m.id&&h===null&&await e.update(p,t,[]);return Nt(m,a?"unchanged":o===null?"created":"updated")}function t0(e,n,{slug:t,request:r},o){let{api:i,owner:s,repo:a}=e,{checks:l}=i.rest,d={status:"completed",conclusion:n.conclusion},u=n.actions===void 0?{}:{actions:[...n.actions]},c=async(m,f)=>{if(m.output.annotations_count===0||f.length===0)return f;let p=await Qe(Zx,h=>l.listAnnotations({owner:s,repo:a,check_run_id:m.id,per_page:Ye,page:h}));return f.filter(h=>!p.some(k=>Sh(k,h)))};return{all:()=>Dn(e,n,t),missing:c,create(m,f){return gn(async()=>{let p=await l.create({owner:s,repo:a,name:n.name,head_sha:n.revision,external_id:br(r),...d,...u,output:vh(m,f),...ee});return ae(_n,p.data)},async()=>(await Dn(e,n,t)).find(p=>p.conclusion!==null)??null,o)},update(m,f,p){return gn(async()=>{let h=await l.update({owner:s,repo:a,check_run_id:m,external_id:br(r),...d,...u,output:vh(f,p),...ee});return ae(_n,h.data)},async()=>{let h=ae(_n,(await l.get({owner:s,repo:a,check_run_id:m})).data);return h.conclusion===n.conclusion&&El(h.output,f)&&(await c(h,p)).length===0?h:null},o)}}}function vh({title:e,summary:n},t){return{title:e,summary:n,annotations:t.map(({path:r,line:o,title:i,message:s})=>({path:r,start_line:o,end_line:o,annotation_level:"notice",title:i,message:s}))}}function r0(e,n){let t=[];for(let r=0;r<e.length;r+=n)t.push(e.slice(r,r+n));return t}import{z as vr}from"zod";var Al=vr.object({id:vr.number(),html_url:vr.string(),body:vr.string().nullish(),user:wr,updated_at:vr.string()}),o0=10,i0=1500,s0=2,ss=[65536,32768,8192,1024];function Ch(e,n,t=Ft,r=null){return{put(o,i,s,{ifThere:a}){let l={doing:`commenting on pull request ${o}`,permission:"pull-requests: write"};return ne(l,async()=>{let d=c0(e,o,await n(),t);return a0(d,{section:i,body:s,ifThere:a,request:r},t)})}}}async function a0(e,{section:n,body:t,ifThere:r,request:o},i){let s="unchanged";for(let a=0;a<o0;a+=1){let l=await e.findOurs(),[d,...u]=l,c=r&&s==="unchanged";if(d===void 0){if(c)return{kind:"nothing"};await e.create(P=>Ui(null,n,t,P,o)??""),s="created";continue}let m=d0(l),f=Fn(m).get(n);if(c&&f===void 0)return{kind:"nothing"};let p=P=>Ui(m,n,t,P,o)??"",h=!u0(za(p(ss[0])),za(d.body??"")),k=h?await e.update(d.id,p):p(ss[0]);if(k===null)continue;await e.remove(u.map(({id:P})=>P)),h&&s==="unchanged"&&(s="updated");let R=l.length>1||n!==""||Fn(k).size>1;if(!(s!=="unchanged"&&R)||await l0(e,d.id,n,f,Fn(k).get(n),i))return{kind:"said",id:d.id,url:d.html_url,was:s}}throw new w("forge-unavailable","Others wrote the comment over and over while this run put its part in.","Run the job again; a `concurrency` group lets one run at a time write.")}async function l0(e,n,t,r,o,i){for(let s=0;s<s0;s+=1){await i.pause(i0*(.5+i.random()));let a=Fn((await e.read(n))?.body??"").get(t);if(a===void 0||a===r&&a!==o)return!1}return!0}function d0(e){let n=[...e].sort((o,i)=>Date.parse(o.updated_at)-Date.parse(i.updated_at)||o.id-i.id),[t,...r]=n.map(({body:o})=>o??"");return r.reduce((o,i)=>{let s=o;for(let[a,l]of Fn(i))s=Ui(s,a,l)??"";return s},t??"")}function c0({api:e,owner:n,repo:t},r,o,i){let{issues:s}=e.rest,a=async()=>(await Qe(Al,d=>s.listComments({owner:n,repo:t,issue_number:r,per_page:Ye,page:d}))).filter(({user:d,body:u})=>o.wrote(d)&&Ka(u??"")).sort((d,u)=>d.id-u.id);return{findOurs:a,async read(l){try{return ae(Al,(await s.getComment({owner:n,repo:t,comment_id:l})).data)}catch(d){if(Fl(d))return null;throw d}},async create(l){await xh(l,d=>gn(async()=>{let u=await s.createComment({owner:n,repo:t,issue_number:r,body:d,...ee});return ae(Al,u.data)},async()=>(await a())[0]??null,i))},async update(l,d){try{return await xh(d,u=>s.updateComment({owner:n,repo:t,comment_id:l,body:u}))}catch(u){if(Fl(u))return null;throw u}},async remove(l){for(let d of l)await s.deleteComment({owner:n,repo:t,comment_id:d}).catch(u=>{if(!Fl(u)&&Te(u)!==403)throw u})}}}async function xh(e,n){for(let[t,r]of ss.entries()){let o=e(r);try{return await n(o),o}catch(i){if(Te(i)!==422||t===ss.length-1)throw i}}return e(0)}function Fl(e){let n=Te(e);return n===404||n===410}function u0(e,n){let t=r=>r.replaceAll(`\r
`,`
`).trimEnd();return t(e)===t(n)}var m0="<!-- palimpsest-data -->";function as(e){return e.startsWith(m0)}var Xe={readme:"README.md",badgeSvg:"badge.svg",badgeJson:"badge.json",history:"history.jsonl",state:"state.json"};function Bn(e,n){return e===""?n:`${e}/${n}`}var f0=/^(?:(.+)\/)?ledger\/m-[^/]+\/head\.json$/,p0=/^(?:(.+)\/)?state\.json$/;function ls(e){let n=new Set;for(let t of e){let r=f0.exec(t);r!==null&&n.add(r[1]??"");let o=p0.exec(t);o!==null&&e.has(Bn(o[1]??"",Xe.badgeJson))&&n.add(o[1]??"")}return[...n].sort()}var ds=class{reader;section;#n;constructor(n,t,r){this.reader=n,this.section=t,this.#n=r}get statePath(){return Bn(this.section,Xe.state)}ledgerPath(n){return Bn(this.section,`ledger/${Rs(n)}/`)}headPath(n){return`${this.ledgerPath(n)}head.json`}fingerprints({files:n}){let t=Bn(this.section,"ledger/");return[...n.keys()].flatMap(r=>{let o=r.startsWith(t)&&r.endsWith("/head.json")?r.slice(t.length,-10):"";return xs(o)??[]}).sort()}head(n,t){let r=this.headPath(t),{head:o}=Nl(r,n,oo);if(o.model.fingerprint===t)return o;throw new w("bad-ledger-file",`the ledger in ${r} of the branch ${this.reader.branch} is of another model`,"Delete its folder on that branch: the next run begins it anew.")}async state(n){let t=await this.reader.text(n,this.statePath);return t===null?null:ud(t,`${this.statePath} of the branch ${this.reader.branch}`)}async following(n,{saved:t=null,state:r}={}){let o=this.fingerprints(n).filter(c=>c!==t?.model.fingerprint),i=Bn(this.section,Xe.history),s=[Xe.readme,Bn(this.section,Xe.readme)],a=[...o.map(c=>this.headPath(c)),this.statePath,i,...s];await this.reader.texts([...new Set(a.flatMap(c=>n.files.get(c)??[]))]);let l=await Promise.all(o.map(async c=>this.head(await this.reader.text(n,this.headPath(c))??"",c))),d=this.#n({saved:t,heads:[...l,...t===null?[]:[t]].sort((c,m)=>L(c.model.fingerprint,m.model.fingerprint)),state:r??await this.state(n),history:await this.reader.text(n,i),projects:[...new Set([...ls(new Set(n.files.keys())),this.section])].sort()}),u=new Set;for(let c of s){let m=await this.reader.text(n,c);m!==null&&!as(m)&&u.add(c)}return new Map(Object.entries(d).filter(([c])=>!u.has(c)))}};function Nl(e,n,t){try{return t(n)}catch(r){throw new w("bad-ledger-file",`${e} on the data branch is damaged, or of a later version of palimpsest`,"Update palimpsest; or delete the ledger’s folder on that branch: the next run begins it anew.",{cause:r})}}var h0=4e3,g0=16;function Th(e,n,t){if(t<=h0)return new Map([[`shards/${e}.jsonl`,Bt(n)]]);let r=new Map;for(let o of n){let i=y0(o.path);r.set(i,[...r.get(i)??[],o])}return new Map([...r].map(([o,i])=>[`shards/${e}/${o}.jsonl`,Bt(i)]))}function y0(e){return((at(e)>>>8)%g0).toString(16)}var w0=/^shards\/([^/.]+)(?:\.jsonl|\/[^/.]+\.jsonl)$/;function Mh(e){return w0.exec(e)?.[1]??null}function Ph(e){return e.flatMap(io).sort((n,t)=>L(n.path,t.path))}import{randomUUID as v0}from"node:crypto";import{setTimeout as R0}from"node:timers/promises";function _l(e){return e instanceof Error&&"status"in e&&typeof e.status=="number"?e.status:null}var b0=/fast.?forward|reference already exists|reference does not exist|reference update failed/i;function Dl(e){let n=_l(e);return n===null?"final":n>=500||n===408?"unsure":n===409||n===422&&b0.test(Ze(e))?"overtaken":"final"}var k0=/rule violation|ruleset|protected branch/i,S0=/object does not exist|not a valid ref/i;function Bl(e,n,t){let r=Ze(e),o=t==="moved"&&_l(e)===422&&!S0.test(r);if(_l(e)!==null&&(k0.test(r)||o))return new w("forge-refused",`a rule of the repository keeps ledger and badge from the branch ${n}: ${r}`,`Exclude ${n} from the ruleset or the branch protection, or name another branch with data-branch.`,{cause:e});let i=Mr(e);return i!==null?new w("forge-refused",`the token may not write ledger and badge to the branch ${n}: ${i}`,"Give the workflow’s job `permissions: contents: write`.",{cause:e}):Cr(e,`keeping ledger and badge on the branch ${n}`)}function $h(e){return new w("forge-refused",`the branch ${e} holds files of somebody else, and nothing of palimpsest’s`,"Name another branch with data-branch, or delete that one if nobody needs it.")}function Lh(e,n,t){return new w("ledger-busy",`other runs moved the branch ${e} ${n} times while this one was about to`,"Run it again; a `concurrency` group lets runs wait for one another.",{cause:t})}var Oh=12,x0=20,C0=50;async function cs(e,n){let t=e.latest===null,r=e.latest??await e.read(),o;for(let i=1;i<=Oh;){let s=await n(r),a=s===null?null:T0(s.files,r);if(a!==null&&a.size>0&&s!==null){let l=await P0(e,r,{files:a,title:s.title});if(l==="done")return!0;o=l.error,await R0(M0(i++,e.firstPauseMs))}else if(t)return s!==null;r=await e.read(),t=!0}throw Dl(o)==="overtaken"?Lh(e.branch,Oh,o):Bl(o,e.branch,"written")}function T0(e,n){return new Map([...e].filter(([t,r])=>{let o=n.files.get(t)?.blob;return r===null?o!==void 0:o!==Pr(Buffer.from(r),n.tree)}))}function M0(e,n){return n*Math.min(x0,2**(e-1))*(.25+Math.random())}async function P0(e,n,t){let r=null;try{let o=await L0(e.github,n.tree,t.files);return r=await I0(e.github,n.commit,o,t.title),await E0(e,n.commit,r),e.moved({commit:r,tree:o,...F0(n,t.files,o)},N0(t.files,o)),"done"}catch(o){if(Dl(o)==="final")throw Bl(o,e.branch,r===null?"written":"moved");return r!==null&&await A0(e,r)?"done":{error:o}}}var $0=2e6;async function L0({api:e,owner:n,repo:t},r,o){let i=r;for(let s of O0([...o])){let{data:a}=await e.rest.git.createTree({owner:n,repo:t,...i===null?{}:{base_tree:i},tree:s.map(([l,d])=>{let u={path:l,mode:"100644",type:"blob"};return d===null?{...u,sha:null}:{...u,content:d}})});i=a.sha}if(i===null)throw new RangeError("there is nothing to commit");return i}function O0(e){let n=[],t=Number.POSITIVE_INFINITY;for(let r of e){let o=r[0].length+(r[1]?.length??0);t+o>$0&&(n.push([]),t=0),n.at(-1)?.push(r),t+=o}return n}async function I0({api:e,owner:n,repo:t},r,o,i){let s=`${i}

[skip ci]

Save: ${v0()}
`,a=r===null?[]:[r],{data:l}=await e.rest.git.createCommit({owner:n,repo:t,message:s,tree:o,parents:a});return l.sha}async function E0({github:{api:e,owner:n,repo:t},branch:r},o,i){o===null?await e.rest.git.createRef({owner:n,repo:t,ref:`refs/heads/${r}`,sha:i}):await e.rest.git.updateRef({owner:n,repo:t,ref:`heads/${r}`,sha:i,force:!1})}async function A0(e,n){let{api:t,owner:r,repo:o}=e.github,i=(await e.read()).commit;return i===null||i===n?i===n:(await Tr(`reading the branch ${e.branch}`,()=>t.rest.repos.listCommits({owner:r,repo:o,sha:i,per_page:C0}))).data.some(({sha:a})=>a===n)}function F0(e,n,t){let r=new Map(e.files);for(let[o,i]of n)i===null?r.delete(o):r.set(o,{blob:Pr(Buffer.from(i),t),size:Buffer.byteLength(i),mode:"100644"});return{files:r}}function*N0(e,n){for(let t of e.values())t!==null&&(yield[Pr(Buffer.from(t),n),Buffer.from(t)])}function Ih(e){return{fingerprints:async()=>e.fingerprints(await e.reader.read()),load:n=>_0(e,n),save:(n,t)=>D0(e,n,t)}}async function _0(e,n){let t=await e.reader.read(),r=e.headPath(n),[o,i]=[t.files.get(r)?.blob,await e.reader.text(t,r)];if(o===void 0||i===null)return null;let s=e.head(i,n),a=Eh(e,t,n);return{version:o,head:s,async shards(l){let d=l.map(c=>c in s.shards?a.get(c)??[]:[]),u=await e.reader.texts(d.flat());return new Map(l.map((c,m)=>{let f=(d[m]??[]).map(({blob:p})=>u.get(p)??"");return[c,Nl(`${e.ledgerPath(n)}shards/${c}`,"",()=>Ph(f))]}))}}}function Eh(e,{files:n},t){let r=e.ledgerPath(t),o=new Map;for(let[i,s]of n){let a=i.startsWith(r)?Mh(i.slice(r.length)):null;a!==null&&o.set(a,[...o.get(a)??[],{path:i,...s}])}return o}function D0(e,n,t){let{head:r}=t,{fingerprint:o}=r.model;return cs(e.reader,async i=>{let s=e.headPath(o);if((i.files.get(s)?.blob??null)!==n)return null;let a=new Map(await e.following(i,{saved:r}));for(let[l,d]of B0(e,i,n,t))a.set(l,d);return a.set(s,ro({head:r,files:{}})),{files:a,title:jl(e,`ledger at ${r.standsAt.revision.slice(0,7)}`)}})}function B0(e,n,t,{head:r,shards:o}){let i=e.ledgerPath(r.model.fingerprint),s=Eh(e,n,r.model.fingerprint),{units:a}=Be(r),l=new Map;for(let[d,u]of s)if(o.has(d)||!(d in r.shards))for(let{path:c}of u)l.set(c,null);for(let d of Object.keys(r.shards)){let u=o.get(d);if(u===void 0&&(t===null||!s.has(d)))throw new RangeError(`the head names shard ${d}, which was never saved`);if(u!==void 0)for(let[c,m]of Th(d,u,a))l.set(`${i}${c}`,m)}return l}function jl({section:e},n){return`palimpsest: ${n}${e===""?"":` (${e})`}`}import{z as jn}from"zod";var Ah={commit:null,tree:null,files:new Map},j0=`query ($owner: String!, $repo: String!, $ref: String!) {
  repository(owner: $owner, name: $repo) { ref(qualifiedName: $ref) { target { oid ... on Commit { tree { oid } } } } }
}`,W0=jn.object({oid:jn.string(),tree:jn.object({oid:jn.string()})}),H0=jn.object({repository:jn.object({ref:jn.object({target:W0}).nullable()}).nullable()}),us=class{github;branch;firstPauseMs;#n;#e;#t=null;constructor(n,t,r){this.github=n,this.branch=t,this.firstPauseMs=r,this.#n=new Vl(n),this.#e=new Jl(n,{queries:!0})}get latest(){return this.#t}async read(){let n=await this.#r();return n===null?this.#t=Ah:this.#t?.commit!==n.oid&&(this.#t=await this.#o(n)),this.#t??Ah}moved(n,t){this.#t=n;for(let[r,o]of t)this.#e.keep(r,o)}async texts(n){let t=new Map(n.map(({blob:o})=>[o,this.#e.kept(o)])),r=new Map(n.filter(({blob:o})=>t.get(o)===void 0).map(o=>[o.blob,o]));try{for(let o of this.#e.parts(r.values()))for(let[i,s]of await this.#e.read(o))t.set(i,s)}catch(o){throw o instanceof w&&o.code==="forge-not-found"?U0(o):o}return new Map([...t].map(([o,i=new Uint8Array])=>[o,Buffer.from(i).toString("utf8")]))}async text(n,t){let r=n.files.get(t);return r===void 0?null:(await this.texts([r])).get(r.blob)??null}async#r(){let{api:n,owner:t,repo:r}=this.github,o=await Tr(`reading the branch ${this.branch}`,()=>n.graphql(j0,{owner:t,repo:r,ref:`refs/heads/${this.branch}`}));return H0.parse(o).repository?.ref?.target??null}async#o({oid:n,tree:t}){let r={commit:n,tree:t.oid,files:await this.#n.files(t.oid)};if(!await this.#i(r))throw $h(this.branch);return r}async#i(n){return n.files.size===0||ls(new Set(n.files.keys())).length>0||as(await this.text(n,Xe.readme)??"")?!0:md(await this.text(n,Xe.state)??"")}};function U0(e){return new w("ledger-busy","a page of the ledger is gone from the data branch","Run it again: somebody deleted the branch, or put another in its place.",{cause:e})}function Fh(e){return{read:async()=>e.state(await e.reader.read()),update:n=>G0(e,n)}}async function G0(e,n){let t=null;return await cs(e.reader,async r=>{let o=await e.state(r),i=n(o);t=i;let s=Cs(i),a=o!==null&&Cs(o)===s,l=a?new Map:await e.following(r,{state:i});return a||l.set(e.statePath,s),{files:l,title:jl(e,"state")}}),t??n(null)}function Nh({github:e,branch:n,section:t,filesOf:r,firstPauseMs:o=200}){let i=new ds(new us(e,n,o),t,r);return{store:Ih(i),state:Fh(i)}}function Dh({api:e,owner:n,repo:t}){let r=`${J0(e.request.endpoint.DEFAULTS.baseUrl)}/${n}/${t}/actions`;return{workflow:(o,i,s)=>_h({doing:`starting the workflow ${o}`,permission:"actions: write"},`${r}/workflows/${o}`,q0(o,i),()=>e.rest.actions.createWorkflowDispatch({owner:n,repo:t,workflow_id:o,ref:i,inputs:s,...ee})),repository:(o,i)=>_h({doing:`sending the event ${o}`,permission:"contents: write"},r,K0,()=>e.rest.repos.createDispatchEvent({owner:n,repo:t,event_type:o,client_payload:{...i},...ee}))}}function _h(e,n,t,r){return ne(e,async()=>{try{return await r(),{kind:"said",id:0,url:n,was:"created"}}catch(o){if($l(o))throw z0(e.doing,o);let i=t(Te(o),Ze(o));if(i===null)throw o;return{kind:"refused",reason:i}}})}function z0(e,n){return new w("forge-unavailable",`GitHub gave no answer while ${e}, so it may have been served or not (${Ze(n)})`,"Look at the Actions page; where nothing started, run this again.",{cause:n})}function q0(e,n){return(t,r)=>t===404?`no ${e} on the default branch, or a token without “actions: write” (${r})`:t!==422?null:/workflow_dispatch/.test(r)?`${e} needs “workflow_dispatch” under its “on” at ${n} (${r})`:/disabled/i.test(r)?`${e} has to be enabled on the Actions page (${r})`:/\bref\b/i.test(r)?`${e} cannot start at ${n}, which is no branch or tag (${r})`:`the inputs of ${e} at ${n} are others (${r})`}var K0=(e,n)=>e===422?`a name has at most 100 characters, a payload at most 10 entries (${n})`:null;function J0(e){let{origin:n,host:t}=new URL(e);return t==="api.github.com"?"https://github.com":n}function Bh({api:e,owner:n,repo:t},r=null){return{react(o,i){let s={doing:`acknowledging comment ${o}`,permission:"issues: write"};return ne(s,async()=>{let{data:a}=await e.rest.reactions.createForIssueComment({owner:n,repo:t,comment_id:o,content:i});return{kind:"said",id:a.id,url:"",was:"created"}})},reply(o,i){let s={doing:`answering on pull request ${o}`,permission:"pull-requests: write"};return ne(s,async()=>{let{data:a}=await e.rest.issues.createComment({owner:n,repo:t,issue_number:o,body:V0(i,r),...ee});return{kind:"said",id:a.id,url:a.html_url,was:"created"}})}}}function V0(e,n){let t=Wi(n),r=t===null?e:`${e.trimEnd()}

${t}
`;return r.length<=hr?r:e}import{z as He}from"zod";var Y0=/^<!-- palimpsest tracking issue "([^"\s]*)"( settled)? -->$/;function ms(e,n){return`${jh(e)}
${n.trim()}`}function fs(e){let n=e.split(/\r?\n/,1)[0]??"",t=Y0.exec(n);if(t?.[1]===void 0)return null;try{let r={section:decodeURIComponent(t[1]),isSettled:t[2]!==void 0};return jh(r)===n?r:null}catch{return null}}function Wl(e){return fs(e)===null?e:e.split(/\r?\n/).slice(1).join(`
`)}function jh({section:e,isSettled:n}){return`<!-- palimpsest tracking issue "${encodeURIComponent(e.replace(new RegExp("\\p{Cs}","gu"),"�")).replaceAll("--","-%2D")}"${n?" settled":""} -->`}var Wh=He.object({number:He.number(),html_url:He.string(),title:He.string(),body:He.string().nullish(),state:He.string(),user:wr,updated_at:He.string(),pull_request:He.unknown().optional()}),Hh=He.object({body:He.string().nullish(),user:wr}),Uh="issues: write",Q0=65536,X0=256;function zh(e,n,t=Ft){return{open:(r,o)=>ne({doing:"opening an issue",permission:Uh},async()=>Z0(Gh(e,await n(),r,t),r,o)),close:(r,o)=>ne({doing:"closing an issue",permission:Uh},async()=>eC(Gh(e,await n(),r,t),r,o))}}async function Z0(e,n,t){let r={title:t.title.slice(0,X0),body:ms({section:n,isSettled:!1},t.body).slice(0,Q0)},o=await e.find(),i=o.filter(({state:l})=>l==="open"),s=i[0]??o.at(-1);if(s===void 0){let l=await e.create(r),[d=l,...u]=(await e.find()).filter(({state:c})=>c==="open");return await e.closeDuplicates(u),ps(d,"created")}await e.closeDuplicates(i.slice(1));let a=s.state!=="open";return a&&!qh(s)?{kind:"nothing"}:!a&&s.title===r.title&&Kh(s.body??"",r.body)?ps(s,"unchanged"):(await e.update(s,{...r,state:"open"}),ps(s,"updated"))}async function eC(e,n,t){let r=await e.find(),o=s=>ms({section:n,isSettled:!0},Wl(s??"")),i={kind:"nothing"};for(let s of r){let a=s.state==="open";!a&&(s!==r.at(-1)||qh(s))||(a&&await e.remark(s,t),await e.update(s,{body:o(s.body),...a?{state:"closed"}:{}}),a&&(i=ps(s,"updated")))}return i}function ps({number:e,html_url:n},t){return{kind:"said",id:e,url:n,was:t}}function qh({body:e}){return fs(e??"")?.isSettled===!0}function Kh(e,n){let t=r=>r.replaceAll(`\r
`,`
`).trimEnd();return t(e)===t(n)}function Gh({api:e,owner:n,repo:t},r,o,i){let{issues:s}=e.rest,a=u=>Qe(Wh,c=>s.listForRepo({owner:n,repo:t,state:"all",...u,sort:"created",direction:"asc",per_page:Ye,page:c})),l=async()=>(await a({creator:r.login}).catch(c=>{if(Te(c)===422)return a({});throw c})).filter(c=>c.pull_request===void 0&&r.wrote(c.user)).filter(({body:c})=>fs(c??"")?.section===o).sort((c,m)=>c.number-m.number);return{find:l,update:async({number:u},c)=>{await s.update({owner:n,repo:t,issue_number:u,...c})},create(u){return gn(async()=>ae(Wh,(await s.create({owner:n,repo:t,...u,...ee})).data),async()=>(await l()).find(({state:c})=>c==="open")??null,i)},async closeDuplicates(u){for(let c of u){let m=ms({section:o,isSettled:!0},Wl(c.body??""));await s.update({owner:n,repo:t,issue_number:c.number,body:m,state:"closed",state_reason:"not_planned"})}},async remark({number:u,updated_at:c},m){let f={owner:n,repo:t,issue_number:u};await gn(async()=>ae(Hh,(await s.createComment({...f,body:m,...ee})).data),async()=>(await Qe(Hh,h=>s.listComments({...f,since:c,per_page:Ye,page:h}))).find(h=>r.wrote(h.user)&&Kh(h.body??"",m))??null,i)}}}function Vh(e,n){let{pullRequests:t,comments:r,checkRuns:o,replies:i,trackingIssue:s,dispatches:a}=e;return{pullRequests:t,comments:{put:(l,d,u,c)=>r.put(l,d,n(u),c)},replies:{react:(l,d)=>i.react(l,d),reply:(l,d)=>i.reply(l,n(d))},checkRuns:{begin:l=>o.begin({...l,title:n(l.title)}),abandon:l=>o.abandon({...l,title:n(l.title),summary:n(l.summary)}),conclude:l=>o.conclude({...l,title:n(l.title),summary:n(l.summary),annotations:l.annotations.map(d=>({...d,title:n(d.title),message:n(d.message)}))})},trackingIssue:{open:(l,{title:d,body:u})=>s.open(l,{title:n(d),body:n(u)}),close:(l,d)=>s.close(l,n(d))},dispatches:{workflow:(l,d,u)=>a.workflow(l,d,Jh(u,n)),repository:(l,d)=>a.repository(l,Jh(d,n))}}}function Jh(e,n){return JSON.parse(JSON.stringify(e),(t,r)=>typeof r=="string"?n(r):r)}function Yh(e,n,{request:t=null,...r}){let o=hh(e.api),{repository:i,pullRequests:s}=Yl(e,r);return{repository:i,forge:Vh({pullRequests:s,comments:Ch(e,o,void 0,t),checkRuns:Rh(e,o,void 0,t),replies:Bh(e,t),trackingIssue:zh(e,o),dispatches:Dh(e)},a=>n.mask(a)),keeping(a){let{store:l,state:d}=Nh({github:e,...a});return{ledgers:l,state:d}}}}import{closest as nC}from"fastest-levenshtein";import{isAlias as tC,isMap as rC,isScalar as Qh,isSeq as oC,LineCounter as iC,parseDocument as sC,visit as Xh}from"yaml";var tg=20,Zh=64*1024,aC=40,lC=160;function rg(e,n){let t=new iC,r=s=>{let{line:a,col:l}=t.linePos(s);return`${n}:${a}:${l}`},o=mC(uC(e,n),t,r),i=new Map;for(let s of og(o,o.contents,"the file",r)){let a=jt().find(({section:l,key:d})=>l===null&&d===s.key);if(a!==void 0)i.set(a,ig(o,s,a,r));else for(let[l,d]of dC(o,s,r))i.set(l,d)}return{settings:gC(i),given:[...i].map(([s,a])=>({setting:s,value:a}))}}function dC(e,{key:n,offset:t,value:r},o){let i=Ms.find(l=>ao(l)===n);if(i===void 0)throw ng(o(t),n,cC,null);let s=jt().filter(({section:l})=>l===i),a=s.map(({key:l})=>l);return og(e,r,n,o).map(l=>{let d=s.find(({key:u})=>u===l.key);if(d===void 0)throw ng(o(l.offset),l.key,a,i);return[d,ig(e,l,d,o)]})}var cC=[...Ms.map(ao),...jt().flatMap(({section:e,key:n})=>e===null?[n]:[])];function uC(e,n){if(e.length>Zh)throw Me(n,`it is larger than ${Zh/1024} kB`,"Settings are a few lines; keep the rest elsewhere.");try{return new TextDecoder("utf-8",{fatal:!0}).decode(e)}catch(t){throw Me(n,"it is not UTF-8","Save it as UTF-8.",t)}}function mC(e,n,t){let r=sC(e,{lineCounter:n,prettyErrors:!1,logLevel:"error"}),[o]=[...r.errors,...r.warnings];if(o!==void 0){let[i]=o.pos;throw o.code==="DUPLICATE_KEY"?Me(t(i),`${Rr(fC(e,i))} is set twice`,"Keep one of the two."):Me(t(i),`this is not YAML: ${S(sg(o.message,lC))}`,"Mend it there.")}try{r.toJS({maxAliasCount:tg})}catch(i){throw Me(t(pC(r)),"its aliases lead nowhere, or to too much","Write the values out; a settings file needs no anchors.",i)}return r}function fC(e,n){return/^[^\s:,{}]+/.exec(e.slice(n))?.[0]??""}function pC(e){let n=0;return Xh(e,{Alias:(t,{range:r})=>(n=r?.[0]??0,Xh.BREAK)}),n}function og(e,n,t,r){let o=tC(n)?n.resolve(e):n;if(o==null||Qh(o)&&o.value===null)return[];if(!rC(o))throw Me(r(Hl(n)),`${t} takes settings by name`,"Write `name: value`, one a line.");return o.items.map(({key:i,value:s})=>{let a=Hl(i);if(!Qh(i))throw Me(r(a),"a name is one word","Write `name: value`, one a line.");return{key:String(i.value),offset:a,value:s}})}function Hl(e){return typeof e=="object"&&e!==null&&"range"in e&&Array.isArray(e.range)?Number(e.range[0]):0}function ig(e,{value:n,offset:t},r,o){let i=n?.toJS(e,{maxAliasCount:tg})??null,s=r.schema.safeParse(i);if(s.success)return s.data;let a=`It takes ${hC(r)}: ${r.description}.`;if(i===null)throw Me(o(t),`${r.path} has no value`,a);let[l]=s.error.issues,d=l?.path[0],u=Array.isArray(i)&&typeof d=="number",c=u?`${eg(i[d])} in its list`:eg(i),m=u&&oC(n)?n.items[d]:n,f=l?.code==="custom"?`: ${l.message}`:"";throw Me(o(Hl(m)),`${r.path} does not take ${c}${f}`,a)}function hC({byDefault:e}){return Array.isArray(e)?"a list":typeof e=="boolean"?"true or false":typeof e=="string"?"a text":"a number"}function eg(e){return Array.isArray(e)?"a list":typeof e=="object"?"settings of its own":typeof e=="string"?Rr(e):String(e)}function gC(e){let n={};for(let[{section:t,name:r},o]of e)t===null?n[r]=o:n[t]={...n[t],[r]:o};return so.parse(n)}function ng(e,n,t,r){if(wC(n))return Me(e,`${Rr(n)} is not for a repository’s file to set`,"Providers, URLs, keys, models and commands belong to the operator, who runs palimpsest: give them as flags, as inputs of the workflow or in the environment of the App.");let o=jt().filter(a=>a.section!==r),i=new Map(o.map(a=>[a.key,a.path]));for(let a of t)i.set(a,a);let s=nC(n,[...t,...i.keys()]);return Me(e,`there is no setting ${Rr(n)}${r===null?"":` in ${ao(r)}`}`,`Did you mean ${Rr(i.get(s)??s)}? Known here: ${t.join(", ")}.`)}var yC=new Set("provider providers url urls uri endpoint host server proxy header headers key keys apikey token secret password credentials command commands cmd exec script model models adapter weights gguf env environment".split(" "));function wC(e){return e.replace(/([a-z])([A-Z])/g,"$1-$2").toLowerCase().split(/[^a-z]+/).some(n=>yC.has(n))}function Rr(e){return`"${S(sg(e,aC))}"`}function sg(e,n){return e.length>n?`${e.slice(0,n)}…`:e}function Me(e,n,t,r){return new w("bad-settings-file",`${e}: ${n}`,t,{cause:r})}async function ag(e,n=it){return(await bC(e,n))?.settings??so.parse({})}async function bC(e,n=it){let t=await kC(e);return t&&await SC(e.tree(t),`${t.name}:`,n)}async function kC(e){try{return await e.defaultBranch()}catch(n){if(n instanceof w&&n.code==="no-default-branch")return null;throw n}}async function SC(e,n,t=it){let r=t===it?[vC]:[];for await(let o of e.read([t,...r]))if(o.bytes!==null){if(o.path===t)return rg(o.bytes,`${n}${t}`);throw new w("bad-settings-file",`${n}${o.path} is not read: the settings file is called ${t}`,"Rename it.")}return null}var vC=it.replace(/\.yml$/,".yaml");var hs=class{#n;#e="";#t=null;#r=0;#o=0;#i=0;#s="";constructor(n){this.#n=n}begin(n,t){this.#e=n,this.#t=t,this.#r=0,this.#o=Date.now(),this.#i=this.#o,this.#s=""}advance(n=1){this.#r+=n;let t=Date.now(),r=this.#i===this.#o?1e3:1e4;if(t-this.#i<r)return;this.#i=t;let o=(this.#r/((t-this.#o)/1e3)).toFixed(1);this.#n(`${this.#e}: ${this.#r}${this.#t===null?"":`/${this.#t}`} (${o}/s)${this.#s}`)}note(n){this.#s=`, ${n}`}end(){}};function lg(e,n,t){return{...n===null?dg:RC(n,t),isShadow:Ge(e)}}var dg={verdict:"unknown"};function RC({head:e,as:n},t){let r=Be(e),{kind:o}=$r(r,t);if(o==="unknown"||r.freshness===null)return dg;let{line:i,warnWithin:s}=t,a=n==="own"?null:xC(e);return{verdict:o,freshness:r.freshness.value,line:i,warnWithin:s,of:a}}function xC({model:e,trainedAt:n}){return`${D(e)}, ${Un({trainedAt:n})}`}import{createHash as CC}from"node:crypto";function cg(e,n){let t=r=>`answer ${CC("sha256").update(`${n} ${r}`).digest("hex")}`;return{async get(r){let o=t(r),i=(await e.get([o])).get(o);return i===void 0?void 0:new TextDecoder().decode(i)},put:(r,o)=>e.put(n,new Map([[t(r),new TextEncoder().encode(o)]]))}}async function mg(e,n){let{documents:t,environment:r,signal:o,serverUrl:i,baseUrl:s}=n,a=n.installations.client(e.installation),l=`repository/${e.id}`,d={get:Q=>n.blobs.get(Q),put:Q=>n.blobs.put(l,Q)},u={api:a,owner:e.owner,repo:e.name},{repository:c,forge:m}=Yh(u,r.secrets,{signal:o,blobs:d,request:n.request}),f=await ag(c),p={under:"",globs:f.paths},h=sr(c,p),k=await _p(r),R=$C(n,e),x=new hs(Q=>R.say(Q)),P={repository:e.id,section:null},A=fd(t,P),pe=(await Rl(n.modelsFile)).modelFor(f.model),Wn={languages:k,environment:r,answers:cg(n.blobs,l),progress:x,signal:o,warn:R.warning,answered:n.answered,addresses:n.allowsPrivateAddresses?"any":"public"},Ul=await Es(await kl(pe,A),{...Wn,repository:h}),wg=Sl(pe,{...Wn,project:e.name,say:R.say,folder:ug(n.trainingFolder,String(e.id)),leavesJob:Q=>!hd(Q),enqueue:()=>n.add({kind:"specialize",repository:e})}),Gl=ad(t,P),zl=`${i}/${e.owner}/${e.name}`,gs=s===null?null:`${s}/${e.owner}/${e.name}`,ql=[],Kl={settings:f,settingsPath:".github/palimpsest.yml",choices:{comment:"changes",gate:$m,samples:null},section:null,project:e.name,links:{repositoryUrl:zl,reportUrl:gs,whereItLies:gs===null?"":`[History and badge](${gs})`},log:R,progress:x,signal:o,languages:k,forge:m,ledgers:Gl,state:A,whole:c,repository:h,area:p,model:Ul,training:wg,hasCheckout:!1,buttons:!0,pastOf:bg,mask:Q=>r.secrets.mask(Q)};return{run:Kl,keep:kg,close:Sg};async function bg(Q){let wn=await TC(ug(PC(),"palimpsest-history-"));ql.push(wn);let bn=await n.installations.token(e.installation),xr=await xl({url:`${zl}.git`,token:bn,branch:Q.name,folder:wn,signal:o});return{repository:sr(xr,p),history:ou(Za(xr.root),p)}}async function kg({page:Q,report:wn}){let{data:bn}=await a.rest.repos.get({owner:e.owner,repo:e.name}),xr=bn.visibility===void 0?!bn.private:bn.visibility==="public",{id:vg,installation:Rg}=e;if(await rd(t,{id:vg,installation:Rg,owner:bn.owner.login,name:bn.name,isPublic:xr}),wn===null||wn.model===null)return;let xg=await $i(wn.model,Gl);await od(t,P,lg(wn.model,xg,f.freshness)),Q!==null&&await id(t,P,Q,{mask:Kl.mask})}async function Sg(){await Ul.close();for(let Q of ql)await MC(Q,{recursive:!0,force:!0})}}function $C({log:e},{owner:n,name:t}){let r={repository:`${n}/${t}`};return{say:o=>e({level:"info",message:o,facts:r}),notice:o=>e({level:"info",message:o,facts:r}),warning:o=>e({level:"warn",message:o,facts:r}),summarise:async()=>{}}}function fg({documents:e,repository:n,section:t,baseUrl:r,now:o}){return{async make(i){let{token:s}=await sd(e,n.id,{by:i,now:o()}),a=new URLSearchParams({...t===null?{}:{project:t},token:s}),l=LC(r,n);return{page:`${l}?${a}`,badge:`${l}/badge.svg?${a}`}},revoke:()=>to(e,n.id)}}function LC(e,{owner:n,name:t}){return`${e}/${n}/${t}`}async function gg(e,n){let t=await mg(e.repository,n);try{return await OC(t,e,n)}finally{await t.close()}}async function OC(e,n,t){let{run:r}=e;switch(n.kind){case"begin-check":return await IC(e,n,t),H;case"check-pull-request":{let o=await r.forge.pullRequests.read(n.pullRequest),i=n.approval?.head===o.head.revision?n.approval:null;return hg(o,i,e,n,t)}case"check-head":{let{owner:o,name:i}=n.repository,s=await r.forge.pullRequests.withHead(n.head,`${o}/${i}`);return s===null?H:hg(s,null,e,n,t)}case"keep-ledger":{let{hash:o}=await r.whole.defaultBranch();return pg(e,await mf(o,r))}case"review":return pg(e,await mh(n,r));case"command":return await EC(e,n,t),H;case"explain":return await Uf(n,yg(e,n,t)),H;case"retrain":{let{documents:o}=t,i=n.repository.id,s={forge:r.forge,documents:o,repositoryId:i,run:async()=>r,now:Date.now},{kind:a}=await Di({by:n.by},s);return r.log.say(`training again, asked for by ${n.by}: ${a}`),H}case"specialize":{let o=await Pl(r);return r.log.say(`training again: ${o}`),o==="promoted"&&await t.add({kind:"review",repository:n.repository,retrain:!1}),H}default:return n}}async function pg(e,n){return await e.keep(n),n}async function IC({run:e},n,{documents:t}){let r=await e.forge.pullRequests.read(n.pullRequest);if(r.head.revision!==n.head||r.state==="closed"||Bi(r,e.settings.pullRequests)!==null)return;let o={repositoryId:n.repository.id,pullRequest:n.pullRequest};await Xc(t,o,n.head),await e.forge.checkRuns.begin({revision:n.head,name:On(e),title:"Writing the changed methods again"}),await fi({documents:t,of:o,head:n.head},e)}async function hg({number:e,head:n,isFork:t,state:r},o,{run:i},{repository:s},{documents:a}){let l={repositoryId:s.id,pullRequest:e};if(r==="closed")return await fi({documents:a,of:l,head:null},i),await Xd(a,l),H;let d=await vf({pullRequest:e,head:n.revision,voice:"everywhere",trust:t?"shadow":"trusted",approval:o,ignored:await ho(a,l)},i);if(d.unsaid!==null)throw d.unsaid;return await fi({documents:a,of:l,head:n.revision},i),d}async function EC(e,n,t){await Hf(Jd(n.comment.text),yg(e,n,t))}function yg({run:e},{repository:n,pullRequest:t,comment:r},o){let{documents:i,add:s}=o,a=l=>{switch(l.kind){case"check":return{kind:"check-pull-request",repository:n,pullRequest:t,approval:null};case"retrain":return{kind:"retrain",repository:n,by:r.author};case"explain":{let{id:d,author:u}=r;return{kind:"explain",repository:n,pullRequest:t,comment:{id:d,author:u},method:l.method,at:l.at}}default:return l}};return{forge:e.forge,documents:i,repositoryId:n.id,pullRequest:t,comment:r,run:async()=>e,now:Date.now,start:l=>s(a(l)),pageLinks:AC(n,o),log:e.log}}function AC(e,{documents:n,baseUrl:t}){return t!==null?fg({documents:n,repository:e,section:null,baseUrl:t,now:Date.now}):{make:()=>{throw new w("bad-setting","this App does not know its own address","Ask whoever runs it to set BASE_URL.")},revoke:()=>to(n,e.id)}}vd();async function wG({task:e,request:n,settings:t,port:r}){let o=NC(_C(r)),i=new AbortController;FC(0,i.signal);let s=Promise.resolve(),a=qd(l=>{s=o.answered(l)});o.calledOff().then(({reason:l,forGood:d})=>{let u=d?pd:void 0;i.abort(new w("cancelled",l,"What takes its place goes on.",{cause:u}))},()=>{});try{let{signal:l}=i;return await gg(e,Sd(n,t,o,{signal:l,answered:a.answered})),{kind:"done"}}catch(l){if(!(l instanceof w))throw l;return{kind:"failed",code:l.code,message:l.message,remedy:l.remedy}}finally{a.close(),await s.catch(()=>{}),r.close()}}export{wG as doTask};
