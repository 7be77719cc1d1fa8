import{$ as Kr,$a as eo,A as nn,B as $r,C as Lr,D as Or,E as Ir,Ea as td,F as Kn,Fa as Yr,G as Er,H as Ar,Ha as bs,I as Fr,Ia as ks,J as Dr,Ja as Qr,K as Y,Ka as Xr,L as Br,La as Et,M as jr,Ma as Zr,N as Ee,Na as rd,O as Wr,Oa as Ss,P as Ur,Pa as ad,Q as ze,Qa as ld,R as xn,Ra as dd,S as Hr,T as Gr,Ta as cd,U as Vn,Ua as ud,V as Yn,W as zr,X as Qn,Xa as md,Y as Xn,Ya as fd,Z as Zn,Za as hd,_ as qr,_a as gd,aa as et,ab as nt,b as Ot,ba as Jr,bb as Rs,c as br,ca as Vr,cb as At,d as kr,da as Yl,db as no,e as Sr,ea as hs,f as Xe,fa as Ql,fb as yd,g as vr,ga as Xl,gb as wd,h as Gl,ha as gs,i as ge,ia as ys,j as zl,ja as ws,n as ql,q as Rr,qa as Zl,t as j,u as Ge,v as qn,va as ed,w as I,x as Tr,xa as nd,y as Mr,z as Pr}from"./part-Z5YATFUB.js";import"./part-G5UFY2IT.js";import{a as Od,b as Tn}from"./part-SRBI7643.js";import{A as Ld,B as rt,C as Ne,D as re,E as ro,F as oo,G as Id,H as io,I as xs,J as Ed,K as Ad,L as Fd,M as Nd,N as _d,O as ot,P as Dd,R as Bd,T as Cs,U as jd,V as Ts,W as Ms,X as Ps,Y as Wd,Z as $s,a as g,b as Ft,c as tt,d as _,e as to,f as we,g as te,h as Ae,i as Fe,j as C,k as B,l as P,q as Sd,r as vd,s as Rd,t as xd,u as Cd,v as Td,w as Md,y as Pd,z as $d}from"./part-ZIGHPBOK.js";import{A as en,B as Jl,C as Vl,D as Cr,E as Gn,G as ye,H as ps,I as Le,J as zn,L as Jn,M as Oe,N as Ie,P as Nr,Q as _r,R as L,S as od,T as id,U as sd,a as k,ba as pd,ca as vs,d as le,e as Dn,f as T,g as O,h as q,i as xr,j as y,k as v,l as fs,m as Ze,n as vn,o as Rn,p as Pe,q as V,r as He,s as $,t as $e,u as D,v as Bn,w as jn,x as Wn,y as Un,z as Hn}from"./part-WZMVXUVH.js";import{b as Cn,c as bd,d as G,e as kd,n as so}from"./part-MUG3XOI5.js";import{a as It,b as U,c as Kl}from"./part-YEHLUZZG.js";import{a as w,b as Sn}from"./part-RI64BELQ.js";import{setMaxListeners as CC}from"node:events";import{wrap as TC}from"comlink";import MC from"comlink/dist/esm/node-adapter.mjs";function Ud(e,n=1e3){let t={},r=()=>{Object.keys(t).length>0&&e(t),t={}},o=setInterval(r,n);return o.unref(),{answered(i,s){let a=t[i];a===void 0?t[i]=[s]:a.push(s)},close(){clearInterval(o),r()}}}var Hd=/^ {0,3}\/palimpsest(?:[ \t]+(.*))?$/i,bg=10,Ls=256;function Gd(e){let n=e.split(/\r\n|[\n\r]/).map(o=>o.trimEnd()),t=n.find(o=>o.trim()!=="");if(t===void 0||!Hd.test(t))return[];let r=new Map;for(let o of kg(n)){let i=Hd.exec(o);if(i===null)continue;let s=Sg(i[1]??"");if(r.set(JSON.stringify(s),s),r.size===bg)break}return[...r.values()]}function*kg(e){let n=null,t=!1;for(let r of e){if(t){t=!r.includes("-->");continue}let o=/^ {0,3}(`{3,}|~{3,})(.*)$/.exec(r);if(n!==null){let[,i="",s=""]=o??[];i.startsWith(n)&&s.trim()===""&&(n=null);continue}if(o!==null){n=o[1]??null;continue}yield r,t=r.lastIndexOf("<!--")>r.lastIndexOf("-->")}}function Sg(e){let[,n="",t=""]=/^(\S*)\s*(.*)$/s.exec(e)??[],r={kind:"help",about:Rg(e)};switch(n.toLowerCase()){case"check":return{kind:"check"};case"explain":{let o=zd(t);return o===null?r:{kind:"explain",method:o}}case"ignore":case"unignore":{let o=vg(t);return o===null?r:{kind:n.toLowerCase()==="ignore"?"ignore":"unignore",path:o}}case"retrain":return{kind:"retrain"};case"badge-link":return t===""?{kind:"badge-link",revoke:!1}:t.toLowerCase()==="revoke"?{kind:"badge-link",revoke:!0}:r;case"":case"help":return{kind:"help",about:null};default:return r}}function zd(e){let[,n]=/^`+([^`]+)`+$/.exec(e)??[],t=(n??e).trim();return t===""||t.length>Ls||/[\p{C}`]/u.test(t)?null:t}function vg(e){let n=zd(e)?.replace(/^(?:\.?\/)+/,"")??"",t=n.startsWith("!")||n.split("/").includes("..");return n===""||t||md(n)!==null?null:n}function Rg(e){return e.length>Ls?`${e.slice(0,Ls)}…`:e}import Jd from"picomatch/posix.js";var Nt=Symbol("**"),xg=255;function Os(e){let n=e.replace(/^(?:\.\/)+|\/+$/g,""),t=e.endsWith("/")||!Jd.scan(n).isGlob,r=n.split("/").map(Tg),o=r.at(-1)===Nt?[...r,Cg]:r;return t?i=>qd(i,[...r,Nt]):i=>qd(i,o)}function Cg(){return!0}function Tg(e){return e==="**"?Nt:/[*?[{]/.test(e)?Jd(e,{dot:!0,nonegate:!0}):n=>n===e}function qd(e,n){let t=Kd([0],n);for(let r of e.split("/")){if(r.length>xg)return!1;let o=[];for(let i of t){let s=n[i];s===Nt?o.push(i):s?.(r)&&o.push(i+1)}if(o.length===0)return!1;t=Kd(o,n)}return t.has(n.length)}function Kd(e,n){let t=new Set;for(let r of e)for(let o=r;!t.has(o)&&(t.add(o),n[o]===Nt);o++);return t}function Yd({under:e,globs:n}){let t=n.filter(o=>!o.startsWith("!")).map(Os),r=n.filter(o=>o.startsWith("!")).map(o=>Os(o.slice(1)));return o=>(e===""||o.startsWith(`${e}/`))&&(t.length===0||t.some(i=>i(o)))&&!r.some(i=>i(o))}function _t(e,n){if(Xd(n))return e;let t=Yd(n);return{identity:()=>e.identity(),resolve:r=>e.resolve(r),defaultBranch:()=>e.defaultBranch(),mergeBase:(r,o)=>e.mergeBase(r,o),isAncestor:(r,o)=>e.isAncestor(r,o),changedFiles:async(r,o)=>(await e.changedFiles(r,o)).filter(({path:i})=>t(i)),tree:r=>Mg(e.tree(r),t)}}function Mg(e,n){return{list:async()=>(await e.list()).filter(n),read:t=>Pg(e,t,n)}}async function*Pg(e,n,t){let r=e.read(n.filter(t))[Symbol.asyncIterator]();try{for(let o of n){if(!t(o)){yield{path:o,bytes:null};continue}let{done:i,value:s}=await r.next();if(i===!0)return;yield s}}finally{await r.return?.()}}function Qd(e,n){if(Xd(n))return e;let t=Yd(n);return{firstParents:r=>e.firstParents(r),blobs:r=>e.blobs(r),differences:(r,o)=>$g(e,e.differences(r,o),t,o)}}async function*$g(e,n,t,{countLines:r}){for await(let o of n){let i=[];for(let s of o){let a=s.before!==null&&t(s.before.path)?s.before:null,l=s.after!==null&&t(s.after.path)?s.after:null;if(a===s.before&&l===s.after)i.push(s);else if(a!==null||l!==null){let d=r?await Lg(e,a??l):0;i.push({before:a,after:l,addedLines:l===null?0:d,deletedLines:a===null?0:d})}}yield i}}async function Lg(e,n){if(n===null)return 0;for await(let t of e.blobs([n.blob])){if(t===null||t.subarray(0,Og).includes(0))return 0;let r=0;for(let o of t)o===Vd&&r++;return t.length>0&&t.at(-1)!==Vd?r+1:r}return 0}var Og=8e3,Vd=10;function Xd({under:e,globs:n}){return e===""&&n.length===0}function Ig({freshness:e}){if(e.kind==="unknown")return null;let{before:n,after:t}=e;if(n.freshness===null||t.freshness===null)return null;let{margin:r}=t.freshness,[o,i]=[n.freshness,t.freshness].map(({value:a})=>Y({value:a,margin:null})),s=r===null?"":` (± ${(r*100).toFixed(1)})`;return o===i?`stays at ${i}${s}`:`${o} → ${i}${s}`}function it(e,n=!0){let{standing:t,model:r,methods:o}=e;if(t===void 0||t.freshness.kind==="unknown"||o.length>0&&o.every(({failure:u})=>u!==null))return null;let i=Ig(t),s=Ge(r)?"Freshness of the shadow":"Model freshness",{verdict:a}=t.freshness.after,l=n?Oe(o.length,e):null,d=a.kind==="stale";return i===null?null:`${s} ${i}${d?": stale":""}${l===null?"":` (${l})`}`}function ao({standing:e,model:n}){if(e===void 0||e.freshness.kind==="unknown")return null;let{before:t,after:r}=e.freshness,o=`the policy’s line of ${T(r.line)}`;switch(r.verdict.kind){case"fresh":return null;case"stale":return t.verdict.kind==="stale"?`Freshness was below ${o} before this change already.`:`With this change freshness comes to lie below ${o}.`;case"unknown":return Eg(r,qn(n),o);default:return r.verdict}}function Eg({verdict:e,scored:n,units:t},r,o){if(e.kind!=="unknown")return null;let{reason:i}=e;switch(i){case"no-units":return"Freshness is not known: with this change no method is left.";case"knew-nothing":return`Freshness is not known: ${r} wrote nothing right on the day of training.`;case"sample-too-small":return`With ${v(String(n))} of ${y(t,"method")} scored it cannot be told on which side of ${o} that lies.`;default:return i}}function lo({standing:e}){return e?.freshness.kind==="unknown"&&e.freshness.reason==="not-pinned"}function co({standing:e,model:n},t){if(e===void 0||e.freshness.kind==="known")return null;let r=n===null?"the model":t(D(n)),{reason:o}=e.freshness;switch(o){case"not-pinned":return"**Not pinned yet.** The first run on the default branch (a push, or the schedule) trains the model and keeps it. Until then it is trained on the base of each change, so that this shows what the change moves, and not how old a model is.";case"no-ledger":return`**Freshness is not known yet.** No run has scored the whole project with ${r}; the next one on the default branch does.`;case"other-model":return`**Freshness is not known here.** The ledger is that of another model than ${r}, and scores of two models are not mixed.`;default:return o}}function ec({age:{days:e,commits:n}}){let t=[...e===null||e===0?[]:[y(e,"day")],...n===null||n===0?[]:[y(n,"commit")]];return t.length===0&&e===0?"today":t.length===0?null:`${Ze(t)} ago`}function uo({gain:e},n){if(e===null)return null;let{all:t,statement:r,window:o}=e;if(t.changes===0||t.gain===null)return`Not to be told: on ${Zd(o)} no method got new code. Measured at ${n}.`;let i=t.interval===null?"":`, 95 % interval ${xn(t.interval)}`,s=`${y(t.changes,"change")} in ${y(t.commits,"commit")}${i}`,a=`on ${Zd(o)} a model trained just before each of them came ${Ag(t.gain)} (${s})`;switch(r.kind){case"would-help":return`Yes: ${a}. Measured at ${n}.`;case"would-not-help":return`Hardly: ${a}. Measured at ${n}.`;case"unsure":return`Not to be told yet: ${a}, and that is too little to go by. Measured at ${n}.`;default:return r}}function Zd({days:e,limit:n}){switch(n){case"training":return`the changes since training, within ${y(e,"day")},`;case"unknown-training":return`the changes of the last ${y(e,"day")}, some of which the model may have learned,`;case"days":case"shallow-clone":return`the changes of the last ${y(e,"day")}`;default:return n}}function Ag(e){let n=ze(Math.abs(e)).replace("+","");return n==="0.0"?"no closer":e>0?`${n} points closer`:`${n} points less close`}function mo({freshness:e,forecast:n}){if(e.kind==="unknown")return null;let t=`The policy asks for ${T(e.after.line)}`;if(n===null)return`${t}.`;let r=`from ${y(n.points,"entry","entries")} of the ledger`;switch(n.kind){case"crossed":return`${t}.`;case"not-in-sight":return`${t}; at the present pace freshness does not fall to that within ten years (${r}).`;case"expected":return`${t}; at the present pace freshness falls to that about ${Dt(n.day)} (${T(n.level)} interval ${Fg(n)}, ${r}).`;default:return n}}function Fg({earliest:e,latest:n}){return n===null?`not before ${Dt(e)}`:`${Dt(e)} to ${Dt(n)}`}function fo({recommendation:e}){return e===null||e.kind==="keep"?null:`The last review recommends to **${Ng(e)}**.`}function Ng({kind:e,day:n}){return e==="retrain-now"?"train the model again now":n===null?"train the model again soon":`train the model again soon, about ${Dt(n)}`}function po({freshness:e}){if(e.kind==="unknown")return null;let{units:n,scored:t}=e.after;return n===0?null:`freshness over ${y(n,"method")}, ${t===n?"all scored":`${v(String(t))} of them scored`}`}function nc(e,n){if(e===null)return null;let{trainedAt:t,recipe:r,baseModel:o,baseline:i}=e,s=n(D(e)),l=t?.units!=null&&t.files!=null?`${y(t.units,"method")} of ${y(t.files,"file")}`:null,d=i===null?"":`, mean similarity ${i.similarity.toFixed(3)} over ${y(i.methods,"method")} when trained`;if($e(e)&&!Ge(e))return`${s}: the embedded model, which remembers ${l??"the code"} and asks no server${d}`;let u=[...o===null?[]:[`made from ${n(o)}`],...r?.epochs==null?[]:[y(r.epochs,"epoch")],...l===null?[]:[`trained on ${l}`]];return`${s}${u.length===0?"":`: ${u.join(", ")}`}${d}`}function Dt(e){return/^\d{4}-\d{2}-\d{2}/.exec(e)?.[0]??"an unknown day"}var Is=["outdated-by-change","outdated","outdated-already","unfamiliar-since","unfamiliar","unfamiliar-already","new","ambiguous","failed","familiar","reproduced"],_g={"outdated-by-change":"outdated",outdated:"outdated","outdated-already":"outdated","unfamiliar-since":"unfamiliar",unfamiliar:"unfamiliar","unfamiliar-already":"unfamiliar",new:"new to it",ambiguous:"ambiguous",failed:"failed",familiar:"familiar",reproduced:"reproduced"},Dg={"outdated-by-change":"outdated by this change",outdated:"outdated","outdated-already":"outdated, and was already behind","unfamiliar-since":"unfamiliar since this change",unfamiliar:"unfamiliar","unfamiliar-already":"unfamiliar, and was before",new:"new to it",ambiguous:"ambiguous, its answers disagree",familiar:"familiar",reproduced:"reproduced"},tc={"outdated-by-change":"outdated by this change",outdated:"outdated","outdated-already":"outdated and already behind","unfamiliar-since":"unfamiliar since this change",unfamiliar:"unfamiliar","unfamiliar-already":"already unfamiliar",new:"new",ambiguous:"ambiguous",failed:"failed",familiar:"familiar",reproduced:"reproduced"};function ne(e){switch(e.verdict){case null:return"failed";case"outdated":return e.knewPrevious===null?"outdated":e.knewPrevious?"outdated-by-change":"outdated-already";case"unfamiliar":return e.change==="added"?"new":e.knewPrevious===null?"unfamiliar":e.knewPrevious?"unfamiliar-since":"unfamiliar-already";default:return e.verdict}}function rc(e){return _g[ne(e)]}function st(e){let n=ne(e);return n!=="failed"?Dg[n]:e.failure===null?"failed":`failed: ${en(e.failure.reason)}`}function Bt(e){let n=ne(e);return n==="familiar"||n==="reproduced"}function at(e){return[...e].sort((n,t)=>Is.indexOf(ne(n))-Is.indexOf(ne(t))||(n.similarity??0)-(t.similarity??0)||L(n.id,t.id))}function jt(e){let n=new Map;for(let t of e)n.set(ne(t),(n.get(ne(t))??0)+1);return n}function Es(e){let n=jt(e);return Is.flatMap(t=>{let r=n.get(t)??0;return r===0?[]:[`${v(String(r))} ${tc[t]}`]})}function ho(e){let[n,...t]=jt(e).keys();return n!==void 0&&t.length===0?`, ${tc[n]}`:`: ${Es(e).join(", ")}`}function go(e){return new Set(e.methods.map(n=>n.path)).size}var Bg=600,jg=/^https?:\/\/[\w.-]+(?::\d+)?(?:\/(?!\.{0,2}(?:[/?#]|$))[\w.%+:@-]+)*\/?(?:[?#][\w.%+:@/?&=#-]*)?$/,oc=/^[0-9a-f]{40,64}$/;function yo(e,n,t,r){let o=g(e),i=n.split("/"),s=i.every(a=>!["",".",".."].includes(a))&&Number.isInteger(t)&&t>0;return r===null||r.repositoryUrl===null||!s||!oc.test(r.headRevision)?o:lt(o,`${r.repositoryUrl}/blob/${r.headRevision}/${i.map(Wg).join("/")}#L${t}`)}function qe(e,n,t){let r=g(e);return t===null||t.repositoryUrl===null||!oc.test(n)?r:lt(r,`${t.repositoryUrl}/commit/${n}`)}function lt(e,n){return n!==null&&n.length<=Bg&&jg.test(n)?`[${e}](${n.replaceAll("&","&amp;")})`:e}function Wg(e){return encodeURIComponent(e.replace(new RegExp("\\p{Cs}","gu"),"�")).replace(/[!'()*~]/g,n=>`%${n.charCodeAt(0).toString(16).toUpperCase()}`)}function bo(e){let n=Oe(e.methods.length,e);return n===null?ic(e):e.methods.length===0?"The budget did not suffice for any method":`${ic(e)} (${n})`}function ic(e){let{methods:n}=e,t=qn(e.model);if(n.length===0)return"No method has new code";let{outdated:r,unfamiliar:o,new:i,ambiguous:s,failed:a}=lc(e),l=d=>n.length===1?"The changed method is":`${v(String(d))} of ${y(n.length,"changed method")} ${fs(d)}`;return r>0?`${l(r)} outdated for ${t}`:o>0?`${l(o)} unfamiliar to ${t}`:i>0?`${l(i)} new to ${t}`:a===n.length?`${wo(t)} wrote ${n.length===1?"nothing for the changed method":`none of the ${y(a,"changed method")}`}`:s>0?`${l(s)} ambiguous for ${t}`:a>0?`${wo(t)} wrote nothing for ${v(String(a))} of ${y(n.length,"changed method")}`:n.length===1?`${wo(t)} knows the changed method`:`${wo(t)} knows all ${y(n.length,"changed method")}`}function sc(e,n){let{methods:t}=e,r=Ie(e);if(t.length===0&&r!==null)return`${r}.`;if(t.length===0&&n!==null)return"This change gives no method new code: there is nothing to check.";if(t.length===0)return`Nothing to check between ${g(He(e.base))} and ${g(He(e.head))}.`;let o=qg(e,n),i=Ug(e).map((a,l)=>a(l===0?o:"it"));return`${e.unasked===void 0?"This change touches":"This is about"} ${y(t.length,"method")} in ${y(go(e),"file")}: ${i.join("; ")}.`}function ac(e){return(jt(e.methods).get("outdated-by-change")??0)===0?null:"New code makes a model outdated: that is the normal effect of work, and nothing for the author to mend."}function Ug(e){let n=e.methods.length,{outdated:t,outdatedAlready:r,unfamiliar:o,unfamiliarAlready:i,new:s,ambiguous:a,failed:l,known:d}=lc(e),u=n===2?"both":`all ${v(String(n))}`,c=p=>n===1?"it":p===n?u:`${v(String(p))} of them`,m=p=>n===1?"it is":`${p===n?u:v(String(p))} ${fs(p)}`;return[t>0&&(p=>`${p} would **write the old code** in ${c(t)}${Hg(r,t)}`),o>0&&(p=>`${m(o)} unfamiliar to ${p}${Gg(i,o)}`),s>0&&(p=>`${m(s)} new to ${p}`),a>0&&(p=>`${p} disagrees with itself on ${c(a)}`),l>0&&(p=>`${p} gave no usable answer for ${c(l)}`),d>0&&(p=>`${p} knows ${d===n?c(n):zg(d)}`)].filter(p=>p!==!1)}function Hg(e,n){return e===0?"":e===n?", and was already behind there":`, and was already behind in ${v(String(e))} of these`}function Gg(e,n){return e===0?"":e===n?`, and ${n===1?"was":"were"} before`:`, ${v(String(e))} of these before this change too`}function zg(e){return e===1?"the other":`the other ${v(String(e))}`}function qg(e,n){let{model:t,modelOrigin:r,base:o,standing:i}=e;if(t===null)return"the model";let s=i===void 0?null:ec(i);if(r==="trained"&&t.trainedAt!==null&&s!==null){let{revision:a}=t.trainedAt;return`${g(D(t))} (trained ${s}, at ${qe(V(a),a,n)})`}return r==="trained-on-base"?`${g(D(t))} (trained on ${g(He(o))})`:`${g(D(t))} (${Bn(t,g)})`}function wo(e){return e.replace(/^./,n=>n.toUpperCase())}function lc(e){let n=jt(e.methods),t=(...r)=>r.reduce((o,i)=>o+(n.get(i)??0),0);return{outdated:t("outdated-by-change","outdated","outdated-already"),outdatedAlready:t("outdated-already"),unfamiliar:t("unfamiliar-since","unfamiliar","unfamiliar-already"),unfamiliarAlready:t("unfamiliar-already"),new:t("new"),ambiguous:t("ambiguous"),failed:t("failed"),known:t("familiar","reproduced")}}var ko=3;function K(e,n){switch(e.kind){case"gate-met":return Kg(e,n);case"model-unreachable":return`The model could not be asked: ${n(e.detail)}. There is nothing here for the author to mend; once the model answers, run the check again.`;case"superseded":return e.by===null?"The pull request has a newer head by now: the check of that one counts.":`The pull request has a newer head by now, ${n(V(e.by))}: the check of that one counts.`;case"fork-by-shadow":return e.label===null?"This change comes from outside the repository, so the team’s own model was not called for it: its shadow answered.":`This change comes from outside the repository, so the team’s own model was not called for it: its shadow answered. A maintainer who puts the label ${n(e.label)} on this head has the model asked.`;case"budget-spent":return`The input ${n(e.input)} sets the budget.`;case"ignored":return`Left out of this check, as somebody asked in a comment: ${vn(e.paths.slice(0,ko).map(t=>n(t)),ko,e.paths.length)}. ${n("/palimpsest unignore PATH")} takes that back.`;case"ledger-behind":return e.where==="before-base"?`The ledger stands at ${n(V(e.ledger))}, before the base of this change: freshness is as of there. The next push to the default branch brings it on.`:`The ledger stands at ${n(V(e.ledger))}, a commit that is not on the line of this change’s base: freshness is as of there.`;case"edits-settings":return`This pull request changes ${vn(e.paths.slice(0,ko).map(t=>n(t)),ko,e.paths.length)}. That has no effect on this check, which goes by the default branch; it counts once it is merged.`;case"read-only":return"The token of this run may only read, so the report stands here and in no comment.";case"refused":return`${Jg(e.what)}: ${n(e.reason)}. The workflow’s ${n("permissions")} and the repository’s rules decide that.`;case"checkout-ignored":return"There is a checkout in the workspace. Nothing in it was read or run: all code came through the API, at the revisions named here.";default:return e}}function So(e){let n=new Set(e.map(({kind:t})=>t));return n.has("superseded")?"Not checked: there is a newer head":n.has("model-unreachable")?"Not checked: the model could not be asked":"Not checked"}function Kg(e,n){let t="That is a word on the model, not on this change: its author has nothing to mend, and training the model again helps.";switch(e.gate){case"stale":return`This check fails, as the workflow asks it to (${n("fail-on: stale")}): the model is stale. ${t}`;case"maximum-drop":return`This check fails, as the workflow asks it to (${n(`maximum-drop: ${e.maximum}`)}): this change lowers freshness by ${e.drop.toFixed(e.drop<.095?2:1)} points. ${t}`;default:return e}}function Jg(e){switch(e){case"comment":return"The comment was refused";case"check-run":return"The check run was refused";case"issue":return"The tracking issue was refused";case"data-branch":return"Writing to the data branch was refused, so ledger and badge stay as they were";case"dispatch":return"Starting the training workflow was refused";default:return e}}var Vg=120,Yg=50,Qg=120;function dc(e,n=[]){let t=n.some(({kind:i})=>i==="gate-met")?"Gate met: ":"",r=it(e,!1),o=bo(e);return As(t+(r===null?o:`${r} · ${o.charAt(0).toLowerCase()}${o.slice(1)}`))}function cc(e){return As(So(e))}function uc(e){return at(e.methods).filter(n=>!Bt(n)&&n.verdict!==null&&n.line>=1).slice(0,Yg).map(n=>({path:n.path,line:n.line,title:Xg(n),message:Zg(n,qn(e.model))}))}function Xg(e){switch(ne(e)){case"outdated-by-change":case"outdated":case"outdated-already":return"The model still writes the old code";case"new":return"New to the model";case"ambiguous":return"The model’s answers disagree";default:return"Unfamiliar to the model"}}function Zg(e,n){let t=As(k(Pe(e.id,e.path)),Qg),r=e.similarityToPrevious===null?"":`, and ${T(e.similarityToPrevious)} like the code before`;return`${t}: what ${n} writes here is ${T(e.similarity)} like this code${r}. That says how well the model knows it, not how good it is; there is nothing to mend.`}function As(e,n=Vg){if(e.length<=n)return e;let t="";for(let r of e){if(t.length+r.length>=n)break;t+=r}return`${t}…`}var mc=["gate-met","model-unreachable","superseded","fork-by-shadow","budget-spent","ignored","ledger-behind","edits-settings","read-only","refused","checkout-ignored"];function fc(e){return[...e].sort((n,t)=>mc.indexOf(n.kind)-mc.indexOf(t.kind))}function Wt(e,n=30){let t=e.filter(({freshness:r})=>Number.isFinite(r)).slice(-Math.min(n,30));return t.length<2?[]:t}function Ut(e){let n=[e[0],e.at(-1)].map(i=>ey(i?.committedAt??null)),[t,r]=n,o=t==null||r==null?"":t===r?`, ${t}`:`, ${t} to ${r}`;return`the last ${e.length} entries of the ledger${o}`}function ey(e){let n=e===null?Number.NaN:Date.parse(e);return Number.isFinite(n)?new Date(n).toISOString().slice(0,10):null}function tn(e){let n=Wt(e.history);return n.length===0?[]:_(`Freshness over ${Ut(n)}`,ny(e))}function ny({history:e,line:n}){let t=Wt(e);if(t.length===0)return[];let r=t.map(({freshness:s})=>s*100),o=Math.floor(Math.min(n*100,...r))-1,i=Math.ceil(Math.max(100,...r));return["```mermaid","xychart-beta",`  title "Freshness and the line of ${T(n)}"`,`  x-axis "${Ut(t)}" 1 --> ${t.length}`,`  y-axis "%" ${o} --> ${i}`,`  line [${r.map(pc).join(", ")}]`,`  line [${r.map(()=>pc(n*100)).join(", ")}]`,"```"]}function pc(e){return String(Number(e.toFixed(2)))}var ty=new Set(["gate-met","model-unreachable","superseded","fork-by-shadow"]);function hc(e){return e?.notices.some(({kind:n})=>n==="model-unreachable")??!1}function dt(e,{section:n}){return n===null?e:`${g(n)}: ${e}`}function Fs(e){let n=fc(e?.notices??[]),t=r=>n.filter(({kind:o})=>ty.has(o)===r).map(ry);return{pressing:t(!0),further:C(t(!1))}}function ry(e){return K(e,n=>g(n)).replace(/^This check fails/,"**$&**")}function gc({standing:e},n){if(e===void 0)return[];let{gain:t}=e,r=t?.head.revision??"",o=uo(e,qe(V(r),r,n)),i=[o===null?null:`**Would training again help?** ${o}`,mo(e),fo(e)].filter(s=>s!==null);return i.length===0?[]:[i.join(" ")]}function yc({standing:e}){return e?.freshness.kind==="known"?tn(e.freshness.before):[]}function wc(e,n){let{standing:t,model:r}=e;if(n===null&&t===void 0)return[];let o=nc(r,g),i=t===void 0?null:po(t),s=[...i===null?[]:[i],...n?.reportUrl==null?[]:[lt("Full report",n.reportUrl)],...n===null?[]:["check again: re-run the check"]];return[...o===null?[]:[`<sub>${o}</sub>`,...s.length===0?[]:[""]],...s.length===0?[]:[`<sub>${s.join(" · ")}</sub>`]]}function bc(e){let{pressing:n,further:t}=Fs(e);return P([`### ${dt(So(e.notices),e)}`],...n.map(r=>[r]),t,["<sub>check again: re-run the check</sub>"])}var Ns=365.25;function vo({points:e,span:n}){let t=e.at(-1)?.freshness??null,r=ay(n.days);if(t===null)return`After ${r} no method is left of which a model could know anything`;let o="Never trained again, the model would have stayed as fresh as it was";return Ke(t.value)===Ke(1)?`${o} for ${r}`:`Never trained again, the model would have gone from 100 % to ${Y(t)} freshness in ${r}`}function Ro({outcomes:e,span:n}){return e.flatMap(({line:t,trainings:r,meanFreshness:o})=>{if(t===null)return[];let i=o===null?"":`, and kept a mean freshness of ${Ke(o)}`;if(r.length===0)return[`A line of ${T(t)} would never have asked for training again${i}.`];let a=`${r.length===1?"once":y(r.length,"time")}, ${vc(r.length,n.days)} a year`;return[`A line of ${T(t)} would have asked ${a}${i}${oy(r)}.`]})}function oy(e){let{gain:n,changes:t}=kc(e);if(n===null)return"";let r=ze(Math.abs(n)).replace("+",""),o=n<0?`${r} points less close`:`${r} points closer`,[i,s]=e.length===1?["the new model","the one that it"]:["the new models","those that they"];return`; to the ${y(t,"change")} that followed ${i} came ${o} than ${s} replaced`}function kc(e){let n=e.map(({brought:o})=>o),t=n.reduce((o,i)=>o+i.changes,0),r=n.reduce((o,{gain:i,changes:s})=>o+(i??0)*s,0);return{gain:t===0?null:r/t,changes:t}}function xo(e){let{span:n,every:t,sample:r,windowDays:o,statesBehind:i}=e,s=i===0?[]:[`the project is large: the model trained for comparison was up to ${y(i,"state")} older than that`];return[`${y(n.states,"state")} after training, ${sy(t)}, ${rn(n.from)} to ${rn(n.until)}`,`the model: the embedded one, a verbatim memory of the code that it was trained on, ${iy(r)}`,"means are over time, straight lines from state to state; a training takes effect at once",`gain, left to gain: how much closer a model trained at the state before each change comes than the one in use, in points; at a moment, over the last ${y(o,"day")} and since its training`,"brought: how much closer the new model came than the old one to the changes until the next training, in points",...s]}function iy(e){return e===null?"every method scored":`${y(e.size,"method")} drawn by lot (seed ${e.seed}) and every changed one scored`}function sy({count:e,unit:n}){if(n==="merges")return"every commit on the line of first parents";let t=n.slice(0,-1);return`the last of each ${e===1?t:`${e} ${n}`}`}var Gt=["trainings","a year","lowest","similarity","brought","left to gain","scored"];function Mn({line:e}){return e===null?"never":T(e)}var Sc=["trainings","a year","brought","left to gain"];function Co(e,{span:n}){let{trainings:t,lowestFreshness:r,meanSimilarity:o,gain:i,scored:s}=e;return[v(String(t.length)),vc(t.length,n.days),Ke(r),O(o,3),Ht(kc(t)),Ht(i),v(String(s))]}var To=["day","after","freshness","gain then","brought","95 % interval"];function Mo({committedAt:e,days:n,freshness:t,gain:r,brought:o}){return[rn(e),y(Math.round(n),"day"),Ke(t),Ht(r),Ht(o),xn(o.interval)]}var Po=["freshness","methods","scored","gain"];function $o({freshness:e,units:n,scored:t,gain:r}){return[e===null?le:Y(e),v(String(n)),v(String(t)),Ht(r)]}function zt(e,n){if(e.length<=n)return e;let t=(e.length-1)/(n-1);return Array.from({length:n},(r,o)=>e[Math.round(o*t)]).filter(r=>r!==void 0)}function Lo(e,n){return e<n?[`${e} of ${y(n,"state")} shown; --format json has all of them`]:[]}function rn(e){return e.slice(0,10)}function Ke(e){return e===null?le:Y({value:e,margin:null})}function Ht({gain:e,changes:n}){return n===0?le:`${ze(e)} (${v(String(n))})`}function vc(e,n){return e===0?"0":n===0?le:(e/n*Ns).toFixed(1)}function ay(e){return e<Ns?y(Math.round(e),"day"):`${(e/Ns).toFixed(1)} years`}function Rc({outcomes:e}){let n=e.flatMap(({line:t})=>t===null?[]:[T(t)]);return n.length===0?[]:[`${n.length===1?"line":"lines"} of ${Ze(n)}`]}var ly=24,dy=60,cy=40;function Cc(e){return P([`### ${vo(e)}`],Ro(e),uy(e),my(e),fy(e),_("Never trained again, state by state",py(e)),C([`from ${g($(e.trainAt))} to ${g($(e.until))}`,...xo(e)]))}function uy(e){return[..._s(["Again below","Mean freshness",...Gt]),...e.outcomes.map(n=>Oo([Mn(n),Ke(n.meanFreshness),...Co(n,e)]))]}function my({points:e,outcomes:n}){let t=zt(e.filter(({freshness:a})=>a!==null),ly),r=t.map(({freshness:a})=>xc(a?.value??0)),o=n.flatMap(({line:a})=>a===null?[]:[a]),i=Math.min(...o,...t.map(({freshness:a})=>a?.value??1)),s=Math.max(1,...t.map(({freshness:a})=>a?.value??1));return["```mermaid","xychart-beta",`  title "Freshness of a model that is never trained again${o.length>0?", and the lines":""}, %"`,`  x-axis [${t.map(({committedAt:a})=>`"${rn(a)}"`).join(", ")}]`,`  y-axis "%" ${Math.min(95,Math.floor(i*20)*5)} --> ${Math.ceil(s*100)}`,`  line [${r.join(", ")}]`,...o.map(a=>`  line [${t.map(()=>xc(a)).join(", ")}]`),"```"]}function fy({outcomes:e}){let n=e.flatMap(t=>t.trainings.slice(0,cy).map(r=>Oo([Mn(t),...Mo(r)])));return n.length===0?[]:_("When the lines asked",[..._s(["Below",...To]),...n])}function py({points:e}){let n=zt(e,dy);return[..._s(["State of",...Po]),...n.map(t=>Oo([rn(t.committedAt),...$o(t)])),...Lo(n.length,e.length).flatMap(t=>["",t])]}function _s(e){return[Oo(e),`| :-- |${" --: |".repeat(e.length-1)}`]}function Oo(e){return`| ${e.join(" | ")} |`}function xc(e){return String(Number((e*100).toFixed(2)))}var ct="The embedded model has read the bodies that it writes here: this score is verbatim memory, not to be put beside a language model's.";function Io({sample:e,summary:n}){if(e===null)return null;let{count:t}=n.methods;return`A sample: ${v(String(t))} of ${y(e.methods,"method")}, drawn by lot with seed ${e.seed} from neighbouring files and like sizes`}function Eo(e,n=t=>t){switch(e){case null:case"trained":return null;case"trained-later":return"The model was trained at a state that is not before this change, so it may have learned the change itself: what it knows here proves nothing.";case"trained-on-base":return`The model was trained on the base just now, in memory: the report shows what this change moves, not how old a model is. To measure that as well, keep a model: ${n(Dn.train)}`;default:return e}}function Ao({count:e,scored:n,failed:t,withFailuresAsStubs:r,...o}){if(e===0)return[];let i=`${Ds(r)} over ${y(e,"method")}`;return n===0?[`no method was scored; ${t===1?"the failure as a stub":"the failures as stubs"}: ${i}`]:t===0?[`${Ds(o)} over ${y(e,"method")}${e===1?"":", all scored"}`]:[`${Ds(o)} over ${y(n,"scored method")} of ${v(String(e))}`,`with ${t===1?"the failure as a stub":"the failures as stubs"}, which decides: ${i}`]}function qt(e,{scored:n,failed:t}){if(n===0)return null;let r=y(n,t===0?"method":"scored method");return`${v(String(e))} of ${r} came back with the same tokens (${T(e/n)})`}function _e(e){let n=new Map;for(let{failure:o}of e)o!==null&&n.set(en(o.reason),(n.get(en(o.reason))??0)+1);let t=[...n.values()].reduce((o,i)=>o+i,0);if(t===0)return null;let r=[...n].sort(([,o],[,i])=>i-o).map(([o,i])=>`${o} (${v(String(i))})`);return`${v(String(t))} of ${y(e.length,"method")} failed: ${r.join(", ")}`}function De(e,n){let t=e.flatMap(({failure:r})=>r===null||r.detail===""?[]:[`${en(r.reason)}: ${k(r.detail)}`]);return[...new Set(t)].slice(0,n)}function Ds({errorRate:e,similarity:n,recovery:t}){let r=t===null?"":`, recovery ${O(t)}`;return`error rate ${q(e)} characters, similarity ${O(n)}${r}`}var Tc=3,hy=3,gy=80;function Mc(e){if(e.texts.regenerated===null)return[];let n=ws(gs(e.texts.after,e.texts.regenerated));if(!ys(n))return[];let t=yy(n),r=t.slice(0,gy),o=t.length-r.length;return _(`What the model wrote for ${Ft(Pe(e.id,e.path))}`,["`-` the code after this change, `+` what the model wrote","",...tt(o>0?[...r,`  … ${y(o,"more line")}`]:r,"diff")])}function yy(e){let n=e.map((i,s)=>e.slice(Math.max(0,s-Tc),s+Tc+1).some(({mark:a})=>a!==" ")),t=[],r=[],o=()=>{t.push(...r.length<hy?r:[`  … ${y(r.length,"line")} in both`]),r=[]};for(let[i,{mark:s,text:a}]of e.entries()){let l=`${s}${a}`.trimEnd();n[i]?(o(),t.push(l)):r.push(l)}return o(),t}function $c(e,n,t){let r=at(e.methods),o=r.filter(l=>!Bt(l)).slice(0,n.rows),i=r.slice(o.length),{pressing:s,further:a}=Fs(t);return P([`### ${wy(e,t)}`],[sc(e,t)],...s.map(B),B(ao(e)),B(co(e,g)),Ry(e),Lc(o,n.links==="none"?null:t),ky(i,o.length,n.foldedRows,n.links==="all"?t:null),...r.filter(l=>!Bt(l)&&l.texts.regenerated!==null).slice(0,n.diffs).map(Mc),hc(t)?[]:Sy(r),B(ac(e)),B(I(e.model,g)),B(lo(e)?null:Eo(e.modelOrigin,g)),e.methods.length===0?[]:gc(e,t),vy(e),e.methods.length===0?[]:yc(e),a,xy(e),Ae(e),wc(e,t))}function wy(e,n){let t=it(e)??bo(e);return n===null?t:dt(t,n)}function Lc(e,n){return e.length===0?[]:["| Method | Similarity | To the code before | |","| :-- | --: | --: | :-- |",...e.map(t=>by(t,n))]}function by(e,n){return`| ${[yo(Pe(e.id,e.path),e.path,e.line,n),Pc(T(e.similarity)),Pc(T(e.similarityToPrevious)),st(e)].join(" | ")} |`}function Pc(e){return e.replaceAll(" "," ")}function ky(e,n,t,r){if(e.length===0)return[];let o=`${y(e.length,n===0?"method":"more method")}${ho(e)}`,i=e.slice(0,t),s=e.length-i.length,a=`${y(s,"method")} did not fit here; the JSON report has all of them.`;return _(o,[...Lc(i,r),...s>0&&i.length>0?[""]:[],...s>0?[a]:[]])}function Sy(e){let n=_e(e);return n===null?[]:[`${n}.`,...Fe(De(e,3))]}function vy(e){let{cosmetic:n,moved:t,deleted:r,leftOut:o,notes:i}=e,s=[...to("changed in white space or comments alone",n),...to("moved with the same code",t.map(({id:a})=>a)),...to("deleted",r),...we(o),...te(i)];return s.length===0?[]:_("Not scored, and notes on files",C(s))}function Ry(e){let n=Ie(e);return n===null||e.methods.length===0?[]:[`${n}.`]}function xy(e){let n=Ao(e.summary.methods);return n.length===0?[]:[`<sub>${n.join(" · ")}</sub>`]}var Fo=["error rate","similarity","recovery"];function No(e,n,t){let{files:r,methods:o}=e,{count:i,scored:s,failed:a}=o,l={label:"every body erased",scores:n.methods},d=a===0?[l,{label:t,scores:o}]:[l,...s===0?[]:[{label:`${t}, the ${v(String(s))} scored`,scores:o}],{label:`${t}, failures as stubs`,scores:o.withFailuresAsStubs}];return[{sample:`over ${y(r.count,"file")}`,lines:[{label:"every body erased",scores:n.files},{label:t,scores:r}]},{sample:`over ${y(i,"method")}${a===0?", all scored":`, ${v(String(a))} failed`}`,lines:i===0?[]:d}]}function _o({errorRate:e,similarity:n,recovery:t}){return[q(e,2),O(n,4),O(t,4)]}function Do(e,n){return Oc(e).sort((t,r)=>t.similarity-r.similarity||r.distance-t.distance||L(t.id,r.id)).slice(0,n)}function Bo(e,n){let t=Oc(e).length,r=`${v(String(t))} of ${y(e.length,"file")} ${t===1?"differs":"differ"}`;return t===1?r:n<t?`${r}, the worst ${n}`:`${r}, the worst first`}function Oc(e){return e.filter(({distance:n})=>n>0)}var Cy=10;function Ic(e){let{model:n,summary:t}=e,r=g(D(n)),o=`${y(t.methods.count,"method")} in ${y(t.files.count,"file")}`;return P([`### ${Nc(r,t)}${Ty(e)}`],[`${g(Wn(e.source))}, ${o}; ${[Hn(e.protocol),...Un(e)].join("; ")}; ${j(n,g)}.`],My(e),_c(e,r),Py(e),Dc(e),e.protocol==="recreate"&&$e(n)?[ct]:[],B(I(n,g)),Bc(e.methods),jc(e.files),jo(e),Ae(e))}function Ec(e){return P([`### ${Nc(g(e.regenerated),e.summary)}`],[`${g(e.regenerated)} against ${g(e.original)}.`],_c(e,"regenerated"),Dc(e),Bc(e.methods),jc(e.files),jo(e))}function Ac(e){let{erased:n,stub:t}=e,r=y(t.files.count,"file");return P([`### Erased ${y(n.bodies,"body","bodies")} in ${r}`],[`${y(n.characters,"character")} of ${g(e.directory)} erased; the stubs are in ${g(e.outputDirectory)}.`],t.files.count===0?[]:[`Here a model starts: error rate ${q(t.files.errorRate,2)} characters, similarity ${O(t.files.similarity,4)} over ${r}.`],jo(e))}function Fc(e){let{model:n,output:t,source:r}=e,o=jn(n,"the project");return P([`### ${g(D(n))} learned ${o}`],[`Trained on ${g($(r))}: ${g(t.model)} (${xr(t.bytes)}), card ${g(t.card)}.`],B(I(n,g)),jo(e))}function Ty(e){let n=Oe(e.summary.methods.count,e);return n===null?"":` (${n})`}function My(e){let n=Ie(e);return n===null?[]:[`${n}.`]}function Nc(e,{files:n}){let t=y(n.count,"file");return n.recovery===null?`${e}: nothing was erased in ${t}`:n.recovery<0?`${e} is further from the original than the bare stubs, over ${t}`:`${e} brings back ${T(n.recovery)} of what was erased in ${t}`}function _c({summary:e,stub:n},t){let r=No(e,n,t).flatMap(({sample:o,lines:i})=>[`| **${o}** | | | |`,...i.map(s=>`| ${[s.label,..._o(s.scores)].join(" | ")} |`)]);return[`| | ${Fo.join(" | ")} |`,"| :-- | --: | --: | --: |",...r]}function Dc(e){let n=qt(e.reproduced,e.summary.methods);return n===null?[]:[`${n}.`]}function Py(e){let n=Io(e);return n===null?[]:[`${n}.`]}function Bc(e){let n=_e(e);return n===null?[]:[`${n}.`,...Fe(De(e,3))]}function jc(e){let n=Do(e,Cy);return n.length===0?[]:_(Bo(e,n.length),["| File | Error | Similarity |","| :-- | --: | --: |",...n.map(({id:t,distance:r,similarity:o})=>`| ${g(t)} | ${q(r,0)} | ${O(o,4)} |`)])}function jo({leftOut:e,notes:n}){let t=[...we(e),...te(n)];return t.length===0?[]:_("Left out, and notes on files",C(t))}function Bs(e,n,t){let r=Math.max(n,t);return r===0?1:1-e/r}function Jt(e,n,t){let r=e.length-t.length,o=n===t?r:pd(e,n);return{distance:o,similarity:Bs(o,e.length,n.length),stubDistance:r,stubSimilarity:Bs(r,e.length,t.length)}}function be(e,n){return Jt(e,n,"{}")}function ut(e){return Bs(e-"{}".length,e,"{}".length)}function Wc(e){return{...e,distance:e.stubDistance,similarity:e.stubSimilarity}}function Pn(e,n){return{files:$y(e),methods:Ly(n)}}function mt(e,n){return Pn(e.map(Wc),n.map(t=>({...Wc(t),failed:!1})))}function $y(e){return{count:e.length,...Kt(e)}}function Ly(e){let n=e.filter(t=>!t.failed);return{count:e.length,scored:n.length,failed:e.length-n.length,...Kt(n),withFailuresAsStubs:Kt(e)}}function Kt(e){if(e.length===0)return{errorRate:null,similarity:null,recovery:null};let n=0,t=0,r=0;for(let o of e)n+=o.distance,t+=o.similarity,r+=o.stubDistance;return{errorRate:n/e.length,similarity:t/e.length,recovery:r===0?null:1-n/r}}function Oy({length:e},{distance:n,similarity:t}){let r=e-"{}".length;return{distance:n??r,similarity:t??ut(e),stubDistance:r,failed:n===null}}function Uc(e,n){return e.flatMap(t=>{let r=t.answers[n];return r?[Oy(t,r)]:[]})}var Iy=3;function ke({kind:e,name:n},t){return e==="stub"?"every body erased":t(n)}function Wo({contenders:e,methods:n,sample:t},r){if(n.length===0)return"There was no method to write again";let o=n.filter(({answers:p})=>p.every(h=>h!==null));if(o.length===0)return"There is no method that all were asked for";let i=e.map((p,h)=>({contender:p,similarity:Kt(Uc(o,h)).similarity??0})).filter(({contender:p})=>p.kind!=="stub").sort((p,h)=>h.similarity-p.similarity),[s,a]=i;if(s===void 0)return"No model was asked";let l=o.length===n.length?"":" that all were asked for",d=`similarity ${O(s.similarity)} over ${y(o.length,"method")}${l}`,u=ke(s.contender,r);if(a===void 0)return`${u} comes to ${d}`;let c=i.filter(({similarity:p})=>p===s.similarity);if(c.length>1)return`${Ze(c.map(({contender:p})=>ke(p,r)))} come equally close: ${d}`;let m=js(s.similarity-a.similarity).replace("+",""),f=t===null?"":Ey(s.contender,a.contender,r);return`${u} comes closest: ${d}, ${m} ahead of ${ke(a.contender,r)}${f}`}function Ey(e,n,t){if(e.paired!==null&&n.paired!==null)return`; with ${ke(n,t)} as the baseline it would say how sure that is`;let r=(e.paired??n.paired)?.intervals?.similarity;return r&&(r.low>0||r.high<0)?"":"; the sample is too small to be sure of it"}function Uo(e,n){let{methods:t,files:r,sample:o,protocol:i,source:s}=e,a=`${y(t.length,"method")} in ${y(r.length,"file")}`,l=o===null?[]:[`a sample: ${v(String(t.length))} of ${y(o.methods,"method")}, drawn by lot with seed ${o.seed}`];return[`${n(Wn(s))}, ${a}`,Hn(i),...l,...Un(e)]}function Ho({contenders:e},n){return e.flatMap(t=>{let{model:r,directory:o,name:i}=t;if(o!==null)return[`${n(i)}: the tree ${n(o)}`];if(r===null)return[];let s=D(r)===i?Bn(r,n):j(r,n);return[`${n(i)}: ${s}`]})}function Go(e,n){let{contenders:t,methods:r,protocol:o,source:i}=e,s=t.flatMap((d,u)=>{let c=ke(d,n),m=r.flatMap(({answers:S})=>S[u]??[]),f=_e(m),p=f===null?[]:[`${c}: ${f}`];if(d.unasked===0)return p;let h=y(d.unasked,"method");return[...p,`${c} was not asked for ${h}: its budget is spent. ${d.unasked===1?"It is":"They are"} left out of its means and its pairs`]}),a=t.some(({model:d})=>d!==null&&$e(d)&&"revision"in i&&d.trainedAt?.revision===i.revision),l=t.flatMap(({model:d})=>I(d,n)?.replace(/\.$/,"")??[]);return s.push(...new Set(l)),e.sample!==null&&s.push("In brackets stand 95 % intervals, by the bootstrap over files"),o==="recreate"&&a?[...s,ct.replace(/\.$/,"")]:s}function zo({methods:e}){return De(e.flatMap(({answers:n})=>n.flatMap(t=>t??[])),Iy)}function qo({contenders:e},n){return e.flatMap(t=>{let[r,...o]=Jn(t.usage===void 0?{}:{usage:t.usage},n);if(r===void 0)return[];let{answeringMs:i}=t,s=i===null?"":`; the answers took ${Ay(i)} in all, one after the other`;return[`${ke(t,n)}: ${r}${s}`,...o]})}function Ay(e){return`${q(e/1e3,1)} s`}function js(e){return`${Vt(e*100,1)} points`}function Vt(e,n){let t=q(e,n);return e>0&&!t.startsWith("<")?`+${t}`:t}var Ws=k;var Fy=10;function Ko(e,n){return[Ny(e,n),_y(e,n),Dy(e,n)]}function Ny({contenders:e,methods:n},t){return{title:`over ${y(n.length,"method")}`,headings:["similarity","error rate","recovery","exact","parses","scored","failed"],rows:e.flatMap(r=>{let{summary:o,intervals:i,exact:s,parses:a}=r,{count:l,scored:d,failed:u,withFailuresAsStubs:c}=o.methods,m=ke(r,t),f=[Hc(s,l),Hc(a,l),v(String(d)),v(String(u))],h=[Gc(O(c.similarity,4),i?.methods.similarity??null),q(c.errorRate,1),O(c.recovery,4)];if(u===0)return[[m,...h,...f]];let{similarity:S,errorRate:R,recovery:x}=o.methods;return[[`${m}, failures as stubs`,...h,...f],[`  the ${v(String(d))} scored alone`,O(S,4),q(R,1),O(x,4)]]})}}function _y({contenders:e,files:n,sample:t},r){let o=t===null?"whole":"the drawn bodies alone erased";return{title:`over ${y(n.length,"file")}, ${o}, failures as stubs`,headings:["similarity","error rate","recovery"],rows:e.map(i=>{let{similarity:s,errorRate:a,recovery:l}=i.summary.files;return[ke(i,r),Gc(O(s,4),i.intervals?.files.similarity??null),q(a,1),O(l,4)]})}}function Dy({contenders:e,baseline:n},t){let r=e.find(({name:o})=>o===n);return{title:`against ${r===void 0?t(n):ke(r,t)}, method by method`,headings:["methods","similarity","error rate","won","tied","lost"],rows:e.flatMap(o=>o.paired===null?[]:[[ke(o,t),...By(o.paired)]])}}function By({methods:e,similarity:n,errorRate:t,won:r,tied:o,lost:i,intervals:s}){let a=s?.similarity??null,l=n===null?le:js(n);return[v(String(e)),a===null?l:`${l} (${Vt(a.low*100,1)} to ${Vt(a.high*100,1)})`,t===null?le:Vt(t,1),...[r,o,i].map(d=>v(String(d)))]}function Jo({contenders:e,groups:n},t){let r=e.map(o=>ke(o,t));return["kind","size","package"].flatMap(o=>{let i=n.filter(l=>l.by===o),s=o==="package"?Wy(i):i;if(s.length===0)return[];let a=s.length<i.length?`, the ${s.length} largest of ${i.length}`:"";return[{title:`similarity of methods by ${o}${a}`,headings:["methods",...r],rows:s.map(l=>[Uy(l,t),v(String(l.methods)),...l.contenders.map(d=>jy(d,l.methods))])}]})}function jy({similarity:e,count:n},t){return n===t||n===0?O(e,4):`${O(e,4)} (of ${v(String(n))})`}function Wy(e){return[...e].sort((n,t)=>t.methods-n.methods).slice(0,Fy)}function Uy({by:e,name:n},t){return e!=="package"?n:n===""?"the unnamed package":t(n)}function Hc(e,n){return n===0?v(String(e)):`${v(String(e))} (${T(e/n)})`}function Gc(e,n){return n===null?e:`${e} (${O(n.low,3)} to ${O(n.high,3)})`}function zc(e){let[n,...t]=Ko(e,g),[r,...o]=Jo(e,g),i=[...we(e.leftOut),...te(e.notes)],s=qo(e,g);return P([`### ${Wo(e,g)}`],[`${Uo(e,g).join("; ")}.`],C(Ho(e,g)),...[n,...t,r].map(a=>Hy(a)),...o.map(a=>_(Kc(a.title),qc(a))),C(Go(e,g).map(a=>`${a}.`)),Fe(zo(e)).slice(1),i.length===0?[]:_("Left out, and notes on files",C(i)),s.length===0?[]:[`<sub>${s.join(" · ")}</sub>`])}function Hy(e){return e===void 0||e.rows.length===0?[]:[`**${Kc(e.title)}**`,"",...qc(e)]}function qc({headings:e,rows:n}){return[`| | ${e.join(" | ")} |`,`| :-- |${e.map(()=>" --: |").join("")}`,...n.map(([t="",...r])=>{let o=e.map((i,s)=>r[s]??"");return`| ${[t.trim(),...o].join(" | ")} |`})]}function Kc(e){return e.charAt(0).toUpperCase()+e.slice(1)}var Gy=36,zy=15;function Vc(e){let{shown:n,rest:t}=Er(e,Gy);return P([`### ${$r(e)}`],[`${g($(e.until))}, ${Mr(e)}; ${Tr(e)} of main source.`],C([...Or(e,g),...Ir(e),...Lr(e.yearly),...Kn(e.forecast,e.model),...B(I(e.model,g))]),qy(n),Ky(e,n),_("The months",[...Jy(e,n),...t.flatMap(r=>["",`… ${r}.`])]),Vy(e),Yy(e))}function qy(e){let n=e.map(({share:t})=>Qc(t??0));return Yc("Lines changed per month, % of the lines at its start",e,`bar [${n.join(", ")}]`,!1)}function Ky({survival:e},n){let t=n.filter(o=>nn(o,e,"methods")!==null);if(t.length===0)return[];let r=t.map(o=>Qc(nn(o,e,"methods")??0));return Yc("Methods of the first day that still stand, %",t,`line [${r.join(", ")}]`,!0)}function Yc(e,n,t,r){return["```mermaid","xychart-beta",`  title "${e}"`,`  x-axis [${n.map(({month:o})=>`"${o}"`).join(", ")}]`,`  y-axis "%"${r?" 0 --> 100":""}`,`  ${t}`,"```"]}function Qc(e){return String(Number((e*100).toFixed(2)))}function Jy({survival:e},n){return["| Month | Lines changed | of lines | Files | Commits | Lines standing | Methods standing |","| :-- | --: | --: | --: | --: | --: | --: |",...n.map(t=>Xc([t.whole?t.month:`${t.month} so far`,`${Pr(t.share)} (+${v(String(t.added))} -${v(String(t.deleted))})`,v(String(t.lines)),v(String(t.files)),v(String(t.commits)),Jc(t.standing?.lines,nn(t,e,"lines")),Jc(t.standing?.methods,nn(t,e,"methods"))]))]}function Jc(e,n){return e===void 0?T(null):`${T(n)} (${v(String(e))})`}function Vy(e){let n=e.packages.slice(0,zy);if(n.length===0)return[];let t=Ar(e),r=[`| Package | Added | Deleted | Of all ${v(String(t))} | Lines now |`,"| :-- | --: | --: | --: | --: |",...n.map(i=>Xc([g(Fr(i.name)),v(String(i.added)),v(String(i.deleted)),T((i.added+i.deleted)/t),v(String(i.lines))]))],o=n.length<e.packages.length?`, the first ${n.length}`:"";return _(`The packages that move most, of ${y(e.packages.length,"package")}${o}`,r)}function Xc(e){return`| ${e.join(" | ")} |`}function Yy({leftOut:e,notes:n}){let t=[...we(e),...te(n)];return t.length===0?[]:_("Left out, and notes on files",C(t))}function Zc({command:e,models:n}){return P([`### What \`palimpsest ${e}\` would ask`],...n.length===0?[["No model would be asked: there is no method to write."]]:[],...n.flatMap(t=>[[`${Nr(t,g)}.`],C(_r(t))]),["<sub>A dry run: nothing was asked.</sub>"])}function eu(e){let n=[...we(e.leftOut),...te(e.notes)];return P([`### ${Gr(e)}`],[Vn(e)],B(Ie(e)),Qy(e),C([`up to ${g($(e.head))}`,...Yn(e,g)]),B(I(e.model,g)),n.length===0?[]:_("Left out, and notes on files",C(n)),Ae(e))}function Qy(e){let n=Hr(e);if(n.length===0)return[];let t=Ur(e);return[`| | ${t.join(" | ")} |`,`| :-- |${" --: |".repeat(t.length)}`,...n.map(({label:r,cells:o})=>`| ${[r.trim(),...o].join(" | ")} |`)]}var Xy=e=>e;function Qo({decision:e}){return e.kind==="promote"?"Promoted":"The champion stays"}var Yt=["methods","champion","challenger","difference","95 % interval","closer","farther","equal"];function Xo({changes:e,forgetting:n}){if(e===null)return[];let{all:t,learned:r,later:o}=e,i=r.units>0&&o.units>0?[Vo("  learned by the challenger",r),Vo("  changed after its training",o)]:[];return[Vo("changed",t),...i,...n===null?[]:[Vo("unchanged",n,n.units>=n.unchanged)]]}function Vo(e,n,t=!1){let{units:r,champion:o,challenger:i,difference:s,interval:a,closer:l,farther:d,same:u}=n,c=[l,d,u].map(f=>v(String(f))),m=t?"all of them":xn(a);return{label:e,cells:[v(String(r)),O(o),O(i),ze(s),m,...c]}}function ht(e){return e.decision.reasons.map(n=>Zy(n,e))}function Zy(e,n){let{changes:t,forgetting:r,generalisation:o,policy:i,unanswered:s,methods:a}=n;switch(e){case"first-champion":return"There is no champion that it could be compared with, so it is the first one. --champion names the model in use.";case"budget-spent":return`The budget is spent: ${y(n.unasked?.length??0,"method")} or tasks were not asked for, and a part decides nothing. Run it again with a larger budget to go on.`;case"unanswered":return`For ${v(String(s))} of ${y(a.length,"method")} a server did not answer, which says nothing of its model. Run it again when it does.`;case"closer":return`On ${Yo(t?.all)} since the champion was trained the challenger comes ${ft(t?.all)}.`;case"not-closer":return`On ${Yo(t?.all)} since the champion was trained the challenger comes ${ft(t?.all)}: the interval is not above 0.`;case"difference-too-small":return`On ${Yo(t?.all)} since the champion was trained the challenger comes ${ft(t?.all)}: less than the ${pt(i.leastDifference)} that the policy asks for.`;case"too-few-changes":return`${ow(Yo(t?.all))} since the champion was trained ${t?.all.units===1?"is":"are"} too little to go by: it takes ${y(i.leastChanges,"change")}, in two files at least.`;case"remembers":return`It remembers: on ${Us(r)} it comes ${ft(r,nu(r))}, within the margin of ${pt(i.forgettingMargin)}.`;case"forgot":return`It forgot: on ${Us(r)} it comes ${ft(r,nu(r))}, which is beyond the margin of ${pt(i.forgettingMargin)}.`;case"forgetting-unsure":return`Whether it forgot is open: on ${Us(r)} it comes ${ft(r)}, and the interval reaches beyond the margin of ${pt(i.forgettingMargin)}. Take a larger --probe-size.`;case"nothing-to-forget":return"Forgetting was not measured: no method is as it was when the champion was trained.";case"tasks-kept":return`Of ${tu(n)}: within the margin of ${pt(i.tasksMargin)}.`;case"tasks-lost":return`Of ${tu(n)}: beyond the margin of ${pt(i.tasksMargin)}.`;case"tasks-not-asked":return"Generalisation was not measured: --generalisation has both solve small Java tasks, which runs what they write.";case"likelihood-kept":return`${Hs(o)}: within the margin of ${i.likelihoodMargin}.`;case"likelihood-lost":return`${Hs(o)}: beyond the margin of ${i.likelihoodMargin}.`;case"likelihood-not-asked":return"The likelihood of foreign code was not measured: it is a part of --generalisation.";case"likelihood-not-given":return`The likelihood of foreign code was not measured: ${ew(o)} no log-probabilities.`;case"likelihood-not-comparable":return`The likelihood of foreign code was not compared, for the two count its tokens differently. ${Hs(o)}.`;default:return e}}function Yo(e){return`${y(e?.units??0,"change")} in ${y(e?.files??0,"file")}`}function Us(e){if(e===null)return"nothing";let{units:n,unchanged:t}=e;return n>=t?`all ${y(t,"method")} that did not change`:`${v(String(n))} of ${y(t,"method")} that did not change`}function nu(e){return e!==null&&e.units>=e.unchanged}function ft(e,n=!1){let t=e?.difference??0,r=ze(Math.abs(t)).replace("+",""),o=r==="0.0"?"as close":t>0?`${r} points closer`:`${r} points less close`,i=e?.interval??null;return n||i===null?o:`${o} (95 % interval ${xn(i)})`}function pt(e){let n=ze(e).replace("+","");return`${n} ${n==="1.0"?"point":"points"}`}function tu({generalisation:e}){let{tasks:n=0,championPasses:t=0,challengerPasses:r=0,won:o=0,lost:i=0}=e?.tasks??{},s=a=>`${a} (${T(n===0?null:a/n)})`;return`${y(n,"Java task")} the champion solves ${s(t)} at once and the challenger ${s(r)}, ${o} that the champion does not, and not ${i} that it does`}function Hs(e){let n=e?.likelihood;if(n?.kind!=="measured")return"Foreign code";let{texts:t,championTokens:r,challengerTokens:o,champion:i,challenger:s}=n,a=d=>y(d,"token"),l=r===o?a(r):`${a(r)} and ${a(o)}`;return`On ${y(t,"foreign source")} (${l}) the mean log-likelihood of a token is ${i.toFixed(3)} for the champion and ${s.toFixed(3)} for the challenger`}function ew(e){let n=e?.likelihood;return n?.kind!=="not-given"?"there are":n.by==="both"?"both give":`the ${n.by} gives`}function Zo(e,n=Xy){let{challenger:t,champion:r,since:o,head:i,baseline:s,generalisation:a}=e;return[`challenger: ${n(t.reference)}, ${j(t.model,n)}`,`its scores on the day of training: ${nw(s,t.model.baseline)}`,...r===null?[]:[`champion: ${n(r.reference)}, ${j(r.model,n)}`],...o===null?[]:[`changes from ${n($(o))} to ${n($(i))}`],...tw(e),...a===null?[]:[`programs of the tasks ran ${rw(a.isolation)}`]]}function nw(e,n){let t=n===null?"":`similarity ${O(n.similarity)} over ${y(n.methods,"method")} in place`;switch(e){case"on-card":return`${t}, from its card`;case"measured":return`${t}, written into its card`;case"not-asked":return"not measured, as asked";case"unknown-training":return"not measured, for the revision of its training is not known here";case"budget-spent":return"not measured, for the budget is spent";default:return e}}function tw({changes:e,forgetting:n}){let t=s=>(e?.all[s]??0)+(n?.[s]??0),[r,o]=[t("championFailed"),t("challengerFailed")];if(r+o===0)return[];let i=(e?.all.units??0)+(n?.units??0);return[`failed, of ${y(i,"method")}, and measured as stubs: ${v(String(r))} by the champion, ${v(String(o))} by the challenger`]}function rw({network:e,securityManager:n}){return`${e==="none"?"without a network":"with the network of this machine in reach"}, ${n?"held by the JVM’s security manager":"with the rights of this user"}`}function ow(e){return e.charAt(0).toUpperCase()+e.slice(1)}var Qt=["record","on","decision","challenger","champion after it","why"];function ei({champion:e},n){return e===null?"No champion: nothing was promoted here":`Champion: ${n(e.name)}`}function ni({records:e},n){return e.map(({id:t,at:r,kind:o,challenger:i,becomes:s,reasons:[a]})=>[n(t),r.slice(0,10),iw[o],n(i.name),s===null?le:n(s.name),a===void 0?le:sw[a]])}var iw={promoted:"promoted",kept:"champion kept","rolled-back":"rolled back"},sw={"first-champion":"the first one","budget-spent":"budget spent",unanswered:"a server did not answer",closer:"closer on the changes","not-closer":"not closer on the changes","difference-too-small":"difference too small","too-few-changes":"too few changes",remembers:"nothing forgotten",forgot:"forgot","forgetting-unsure":"may have forgotten","nothing-to-forget":"nothing to forget","tasks-kept":"tasks as before","tasks-lost":"tasks lost","tasks-not-asked":"tasks not asked","likelihood-kept":"foreign code as before","likelihood-lost":"foreign code less likely","likelihood-not-asked":"foreign code not asked","likelihood-not-given":"no log-probabilities","likelihood-not-comparable":"tokens not comparable"};function ru(e){let n=[...we(e.leftOut),...te(e.notes)],[t,...r]=ht(e),o=[e.challenger,...e.champion===null?[]:[e.champion]];return P([`### ${Qo(e)}: ${g(e.challenger.reference)}`],B(t??null),C(r),aw(e),C(Zo(e,g)),...o.map(({model:i})=>B(I(i,g))),n.length===0?[]:_("Left out, and notes on files",C(n)),...o.map(i=>Ae(i)))}function aw(e){let n=Xo(e);return n.length===0?[]:[`| | ${Yt.join(" | ")} |`,`| :-- |${" --: |".repeat(Yt.length)}`,...n.map(({label:t,cells:r})=>`| ${[t.trim(),...r].join(" | ")} |`)]}function ou(e){let n=ni(e,g);return P([`### ${ei(e,g)}`],n.length===0?[]:[`| ${Qt.join(" | ")} |`,`|${" :-- |".repeat(Qt.length)}`,...n.map(t=>`| ${t.join(" | ")} |`)])}function ti(e,n){let{model:t,dataset:r}=e,o=n(D(t)),i=r===null?jn(t,"the project"):`${y(r.examples.train,"example")} (recipe ${r.recipe})`,s=t.trainedAt===null?"":` of ${n(V(t.trainedAt.revision))}`,a=t.recipe?.epochs??null,l=a===null?"":` in ${y(Number(a.toFixed(2)),"epoch")}`,d=t.baseModel===null?"":`, from ${n(t.baseModel)}`;return`${o} learned ${i}${s}${l}${d}.`}function ri({losses:e}){let n=e.flatMap(({loss:i})=>i??[]),t=e.flatMap(({validationLoss:i})=>i??[]),r=[...iu("loss",n),...iu("validation loss",t)],o=e.at(-1);return o===void 0||r.length===0?null:`${Ze(r)} over ${y(o.step,"step")}`}function iu(e,n){let[t]=n,r=n.at(-1);return t===void 0||r===void 0?[]:[n.length===1?`${e} ${Gs(r)}`:`${e} ${Gs(t)} → ${Gs(r)}`]}function Gs(e){return e.toPrecision(3)}var oi="This run had finished before: nothing was trained now.";var zs=4e3;function su(e){let{output:n,serve:t,model:r,trainer:o}=e,i=ri(e),s=[`card ${g(n.card)}`,...n.models===null?[]:[`models file ${g(n.models)}`],...n.chart===null?[]:[`chart ${g(n.chart)}`]];return P([`### ${g(D(r))} is specialised`],[`${ti(e,g)} Trainer: ${o}.`],e.trained?[]:[oi],B(i===null?null:`${dw(i)}.`),C(s),t.length===0?[]:["To serve it, one of these:"],...t.map(({server:a,command:l})=>[`${g(a)}:`,"",...lw(l)]),C(e.remarks.map(a=>g(a.replaceAll("`","'"),zs))))}function lw(e){return e.length>zs?["(too long to be shown here)"]:tt([e],"sh",zs)}function dw(e){return e.slice(0,1).toUpperCase()+e.slice(1)}function ii({freshness:e}){if(e===null)return[];let n=Br(e);return["| Since training | Methods | Points |","| :-- | --: | --: |",...Dr.map(t=>`| ${t} | ${v(String(e.parts[t].units))} | ${n[t]} |`),`| freshness | | ${Y({value:e.value,margin:null})} |`]}function au(e){let{ledger:n,model:t,at:r}=e;return P([`### ${Xn(e)}`],[`**Recommendation: ${zr(e)}**`],C(Qn(e,g)),[`${j(t,g)}, looked at from ${g($(r))}.`,...Zn(e,g)],B(I(t,g)),n===null?[]:ii(n),n===null?[]:tn(n),n===null?[]:[[`${Ee(n)}.`,...qr(e,g)].join(" ")],C([`**Age.** ${Kr(e)}`,`**Gain.** ${et(e).join(" ")}`,`**Drift.** ${Jr(e).join(" ")}`,`**Forecast.** ${Vr(e).join(" ")}`]))}function lu(e){let{ledger:n,model:t,methods:r,notes:o,route:i,to:s}=e,a=_e(r);return P([`### ${jr(n,t)}${i==="budget-spent"?" (not brought further)":""}`],[`${j(t,g)}, at ${g($(s))}. ${Ee(n)}.`],B(I(t,g)),ii(n),tn(n),[`${Wr(e,l=>g($(l)))}.`],a===null?[]:[`${a}.`,...Fe(De(r,3))],o.length===0?[]:_("Notes on files",C(te(o))),Ae(e))}var cw=65e3,uw=21e3,mw=1e6,du=[{rows:25,foldedRows:1e3,diffs:3,links:"all"},{rows:25,foldedRows:1e3,diffs:3,links:"open"},{rows:25,foldedRows:400,diffs:3,links:"open"},{rows:25,foldedRows:200,diffs:1,links:"open"},{rows:25,foldedRows:100,diffs:1,links:"open"},{rows:25,foldedRows:0,diffs:1,links:"open"},{rows:25,foldedRows:0,diffs:0,links:"open"},{rows:25,foldedRows:0,diffs:0,links:"none"},{rows:10,foldedRows:0,diffs:0,links:"none"},{rows:0,foldedRows:0,diffs:0,links:"none"}],fw=[{rows:100,foldedRows:5e3,diffs:25,links:"all"},...du];function Re(e,n=null,t=hw(n)){switch(e.kind){case"check":return pw(e,n,t);case"evaluate":return Ic(e);case"compare":return zc(e);case"score":return Ec(e);case"erase":return Ac(e);case"train":return Fc(e);case"update":return lu(e);case"drift":return Vc(e);case"gain":return eu(e);case"status":return au(e);case"backtest":return Cc(e);case"promote":return ru(e);case"promotions":return ou(e);case"estimate":return Zc(e);case"dataset":return Md(e);case"specialize":return su(e);default:return e}}function pw(e,n,t){let r="";for(let o of n?.voice==="summary"?fw:du)if(r=$c(e,o,n),gw(r,n)<=t)break;return r}function hw(e){return e?.voice==="summary"?mw:e?.voice==="comment"&&e.section!==null?uw:cw}function gw(e,n){return n===null||n.voice==="comment"?e.length:yw(e)}function yw(e){let n=0;for(let t of e){let r=t.codePointAt(0)??0;n+=r<128?1:r<2048?2:r<65536?3:4}return n}function cu({methods:e},n=[]){return n.some(({kind:t})=>t==="gate-met")||e.some(t=>!["failed","familiar","reproduced"].includes(ne(t)))}function uu({section:e,notices:n=[]}){let t=n.find(({kind:o})=>o==="ignored");if(t===void 0)return`${dt("By now this change gives no method new code: there is nothing to check.",{section:e})}
`;let r=K(t,o=>g(o));return`${dt(`There is no method to check. ${r}`,{section:e})}
`}function on(e,n){let t=e.usage?.();return{...t===void 0?{}:{usage:t},...n.length===0?{}:{unasked:[...n].sort()}}}function mu(e,{index:n,count:t}){let r=Array.from({length:t},()=>({methods:0,paths:[]})),o=[...e].sort(([i,s],[a,l])=>l-s||L(i,a));for(let[i,s]of o){let a=ww(r);if(a===void 0)break;a.methods+=s,a.paths.push(i)}return new Set(r[n-1]?.paths)}function ww([e,...n]){return n.reduce((t,r)=>t&&bw(r,t)?r:t,e)}function bw(e,n){return e.methods<n.methods||e.methods===n.methods&&e.paths.length<n.paths.length}var kw=4,Sw=4,vw=16;function qs(e){let n=e.map(({id:t})=>t);return{count:1,stratumOf:new Map(n.map(t=>[t,0])),drawn:new Set(n)}}function gt(e,{size:n,seed:t}){if(n>=e.length)return qs(e);let r=Rw(e,n),o=xw(r.map(({length:a})=>a),n),i=new Map,s=new Set;for(let[a,l]of r.entries()){for(let{id:u}of l)i.set(u,a);let d=l.map(({id:u})=>({id:u,lot:Ld(t,u)}));d.sort((u,c)=>u.lot-c.lot||L(u.id,c.id));for(let{id:u}of d.slice(0,o[a]))s.add(u)}return{count:r.length,stratumOf:i,drawn:s}}function Rw(e,n){let t=Math.max(1,Math.floor(n/kw)),r=Math.min(Sw,t),o=Math.min(vw,Math.max(1,Math.floor(t/r))),i=[...e].sort((s,a)=>L(s.path,a.path)||L(s.id,a.id));return fu(i,o).flatMap(s=>fu(s.sort((a,l)=>a.length-l.length||L(a.id,l.id)),r))}function fu(e,n){let t=Array.from({length:n+1},(r,o)=>Math.round(o*e.length/n));return t.slice(1).map((r,o)=>e.slice(t[o],r)).filter(({length:r})=>r>0)}function xw(e,n){let t=e.reduce((a,l)=>a+l,0),r=e.map(a=>n*a/t),o=r.map(Math.floor),i=n-o.reduce((a,l)=>a+l,0),s=[...r.keys()].sort((a,l)=>pu(r[l])-pu(r[a])||a-l);for(let a of s){if(i--<=0)break;o[a]=(o[a]??0)+1}return o.map((a,l)=>Math.min(e[l]??0,Math.max(2,a)))}function pu(e=0){return e-Math.floor(e)}async function hu(e){let{tree:n,languages:t,progress:r,signal:o,sample:i=null,shard:s=null}=e,{inScope:a,leftOut:l}=Tw(await n.list(),e);r.begin("counting methods",null);let d=[];for await(let f of re(n,a,t,o))for(let{id:p,path:h,body:S}of Xt(f,e))d.push({id:p,path:h,length:S.end-S.start});r.end();let u=i===null?null:gt(d,i).drawn,c=u===null?d:d.filter(({id:f})=>u.has(f)),m=s===null?new Set(a):mu(Cw(a,c),s);return{paths:a.filter(f=>m.has(f)),drawn:u,methods:c.filter(({path:f})=>m.has(f)).length,sample:i===null?null:{...i,methods:d.length},leftOut:l}}function Cw(e,n){let t=new Map(e.map(r=>[r,0]));for(let{path:r}of n)t.set(r,(t.get(r)??0)+1);return t}function Tw(e,{languages:n,scope:t,source:r,shard:o=null}){let i=e.filter(l=>n.forPath(l)!==void 0);if(i.length===0)throw oo("directory"in r?r.directory:r.name);let s=new Ne;if(t==="whole")return{inScope:i,leftOut:s};let a=[];for(let[l,d]of i.entries()){let u=ye(d);u===null?a.push(d):(o===null||l%o.count===o.index-1)&&s.file(u)}return{inScope:a,leftOut:s}}function Ks({parsed:e},{scope:n}){return e===null||n==="whole"||!Le(e.text)}function Xt(e,n,t){let{parsed:r,language:o}=e;return r===null?[]:Ks(e,n)?n.scope==="whole"?r.units:r.units.filter(i=>{let s=zn(o.tokenize,U(r,i));return s&&t?.method("empty-body"),!s}):(t?.file("generated",r.units.length),[])}function sn(e,n,t){let[r]=e;if(!(r===void 0||!e.every(({failure:o})=>o!==null&&Tn(o.reason))))throw new w("model-unavailable",`${n} gave no answer to any of ${e.length} ${e.length===1?"method":"methods"} (${r.failure?.detail})`,t)}var si="The ledger was left as it is; run the command again when the model answers.",ai="Nothing was scored; run the command again when the model answers.";import{createHash as Mw}from"node:crypto";import{setImmediate as Pw}from"node:timers/promises";import{pMapIterable as $w}from"p-map";async function*oe(e,{model:n,samples:t,signal:r,progress:o,journal:i}){let s=$w(e,async a=>{await Pw(),r.throwIfAborted();let l=i===null?"":Ow(n,a.stub),d=i?.get(l),{stub:u,countsAs:c=u.target.id}=a,m={samples:a.samples??t,countsAs:c,signal:r},f=d??await n.regenerate(u,m);return d===void 0&&Lw(f)&&await i?.append(l,f),{item:a,regeneration:f}},{concurrency:n.concurrency,backpressure:n.concurrency*2});for await(let a of s)o.advance(),yield a}function Lw(e){return e.kind==="failed"?!Tn(e.reason):e.kind==="regenerated"}function Ow(e,{source:n,target:t}){return Mw("sha256").update(JSON.stringify([e.card.provider,e.card.fingerprint,t.id,n.path])).update(n.text).digest("hex")}var li=class{leftOut=new Ne;notes=[];unasked=[];reproduced=0;#n=[];#e=[];file(n,t){let r={id:n,distance:t.distance,similarity:t.similarity};this.#n.push({row:r,measurement:t})}method(n,t){let r=n.failure!==null,{distance:o,similarity:i}=t,a={...n,...r?{distance:null,similarity:null}:{distance:o,similarity:i}};return this.#e.push({row:a,measurement:{...t,failed:r}}),a}stubs(){let n=({measurement:t})=>({distance:t.stubDistance,similarity:t.stubSimilarity});return{files:this.#n.map(n),methods:this.#e.map(n)}}report(){this.#n.sort((r,o)=>L(r.row.id,o.row.id)),this.#e.sort((r,o)=>L(r.row.id,o.row.id));let n=this.#n.map(({measurement:r})=>r),t=this.#e.map(({measurement:r})=>r);return{summary:Pn(n,t),stub:mt(n,t),files:this.#n.map(({row:r})=>r),methods:this.#e.map(({row:r})=>r),leftOut:this.leftOut.rows(),notes:this.notes}}};async function yt(e){let{output:n,journal:t}=e,r=await hu(e),o=await Iw(r,e);return await n?.commit(),o.unasked===void 0&&await t?.finish(),o}async function Iw(e,n){let{tree:t,languages:r,model:o,output:i,journal:s,progress:a,signal:l,shard:d=null}=n,u=new li;u.leftOut.addAll(e.leftOut),a.begin("writing again",e.methods);let c=async(E,he)=>{let{bytes:ee,written:Qe}=Fw(E,he,u);n.observe?.(Qe),await i?.write(E.source.path,ee)},m=new Map,f=Ew(re(t,e.paths,r,l),n,e,u,c);for await(let{item:E,regeneration:he}of oe(f,{model:o,samples:1,signal:l,progress:a,journal:s})){let ee=m.get(E.file)??new Map;m.set(E.file,ee.set(E.stub.target.id,he)),!(ee.size<E.file.units.length)&&(m.delete(E.file),await c(E.file,ee))}l.throwIfAborted(),a.end();let{summary:p,stub:h,files:S,methods:R,leftOut:x,notes:M}=u.report();return sn(R,o.card.name,ai),{schemaVersion:1,kind:"evaluate",protocol:n.protocol,source:n.source,model:o.card,sample:e.sample,...d===null?{}:{shard:{...d,stubs:u.stubs()}},reproduced:u.reproduced,...on(o,u.unasked),summary:p,stub:h,files:S,methods:R,leftOut:x,notes:M}}async function*Ew(e,n,{drawn:t},r,o){for await(let i of e){r.notes.push(...i.notes);let s=Xt(i,n,r.leftOut).filter(({id:l})=>t===null||t.has(l)),a={source:i,units:s};for(let l of Aw(a,n.protocol))yield{file:a,stub:l};s.length===0&&t===null&&Ks(i,n)&&await o(a,new Map)}}function*Aw({source:e,units:n},t){if(e.parsed!==null)if(t==="in-place")for(let r of n)yield G(e.parsed,r);else yield*kd(e.parsed,new Set(n.map(({id:r})=>r)))}function Fw({source:e,units:n},t,r){let{parsed:o,language:i}=e;if(o===null)return{bytes:e.bytes,written:{source:e,measured:null,methods:[]}};let s=new Map,a=[];for(let p of n){let h=t.get(p.id);if(h?.kind==="unasked"){r.unasked.push(p.id),a.push({unit:p,row:null,body:null,exact:!1});continue}let S=h?.kind==="regenerated"?h.body:"{}";s.set(p.id,S);let R=U(o,p),x=h?.kind==="failed"?{reason:h.reason,detail:h.detail}:null,M=x===null&&Cr(i.tokenize,R,S);M&&r.reproduced++;let E=r.method({id:p.id,path:p.path,line:p.line,failure:x,confidence:(h?.kind==="regenerated"?h.confidence:void 0)??null},be(R,S));a.push({unit:p,row:E,body:x===null?S:null,exact:M})}if(n.length>0&&s.size===0)return{bytes:e.bytes,written:{source:e,measured:null,methods:a}};let l=Cn(o,({id:p})=>s.get(p)).text,d=bd(o,new Set(s.keys())).text,u=Jt(o.text,l,d);r.file(e.path,u);let{distance:c,similarity:m,stubDistance:f}=u;return{bytes:$d({text:l,encoding:e.encoding}),written:{source:e,measured:{distance:c,similarity:m,erased:f},methods:a}}}var Nw={.975:{normal:1.959963984540054,few:[12.7062047364,4.3026527297,3.1824463053,2.7764451052,2.5705818366,2.4469118487,2.3646242516]},.9:{normal:1.2815515655446004,few:[3.0776835372,1.8856180831,1.6377443536,1.5332062741]}};function an(e,n){let{normal:t,few:r}=Nw[e],o=r[n-1];if(o!==void 0)return o;let i=(t**3+t)/4,s=(5*t**5+16*t**3+3*t)/96,a=(3*t**7+19*t**5+17*t**3-15*t)/384;return t+i/n+s/n**2+a/n**3}var ln={units:0,sum:0,former:{}},Js={untouched:{},rescored:{unchanged:ln,modified:ln,new:ln},deleted:ln,failed:0};function yu(e){let n={},t={unchanged:ln,modified:ln,new:ln},r=ln,o=0;for(let i of e){for(let s of i.units)if(s.score?.failed&&o++,s.rescored||s.trained===null){let a=Yl(s);t[a]=gu(t[a],s)}else{let a=String(s.trained.stratum);n[a]=$n(n[a],Vs(s.score?.similarity??null))}for(let s of i.departed)r=gu(r,{trained:s,score:null})}return{untouched:n,rescored:t,deleted:r,failed:o}}function Vs(e){return e===null?{population:1,drawn:0,sum:0,squares:0}:{population:1,drawn:1,sum:e,squares:e*e}}function gu(e,{trained:n,score:t}){let r={units:1,sum:t?.similarity??0,former:{}};if(n===null)return wt(e,r);let o=n.similarity===null?0:1,i={[String(n.stratum)]:{units:1,drawn:o,sum:n.similarity??0}};return wt(e,{...r,former:i})}function wu(e,n){return{untouched:bu(e.untouched,n.untouched,$n),rescored:{unchanged:wt(e.rescored.unchanged,n.rescored.unchanged),modified:wt(e.rescored.modified,n.rescored.modified),new:wt(e.rescored.new,n.rescored.new)},deleted:wt(e.deleted,n.deleted),failed:e.failed+n.failed}}function wt(e,n){return{units:e.units+n.units,sum:e.sum+n.sum,former:bu(e.former,n.former,_w)}}function _w(e,n){return e===void 0?n:{units:e.units+n.units,drawn:e.drawn+n.drawn,sum:e.sum+n.sum}}function $n(e,n){return e===void 0?n:{population:e.population+n.population,drawn:e.drawn+n.drawn,sum:e.sum+n.sum,squares:e.squares+n.squares}}function bu(e,n,t){let r={...e};for(let[o,i]of Object.entries(n))r[o]=t(r[o],i);return r}var Su={population:0,drawn:0,sum:0,squares:0};function Zt({population:e,drawn:n,sum:t}){return n===e?t:n===0?0:e/n*t}function vu(e){return e.population===0?0:Zt(e)/e.population}function Ys({before:e,now:n}){return e.drawn===e.population&&n.drawn===n.population}function Ru(e){let n=[],t=null;for(let[o,i]of e.entries()){let s={...i,members:[o],totalBefore:Zt(i.before)};t=t===null?s:ku(t,s),Dw(t)&&(n.push(t),t=null)}if(t===null)return n;let r=n.pop();return[...n,r===void 0?t:ku(r,t)]}function Dw(e){return Ys(e)||(e.now.population===0||e.now.drawn>=2)&&e.before.drawn>=2}function ku(e,n){return{before:$n(e.before,n.before),now:$n(e.now,n.now),members:[...e.members,...n.members],totalBefore:e.totalBefore+n.totalBefore}}function di(e,{now:n,before:t}){let r=0,o=0;for(let i of e){let{population:s,drawn:a,sum:l,squares:d}=i.before,{population:u,drawn:c,sum:m,squares:f}=i.now;if(!(n!==0&&c<u||t!==0&&a<s)||a<2)continue;let h=c>0&&c<u?n*(u/c)*(a/s):0,S=h-t,R=c===0?0:-h*m/c,x=S*m+c*R-t*(l-m),M=S*S*f+2*S*R*m+c*R*R+t*t*(d-f),E=Math.max(0,(M-x*x/a)/(a-1));r+=s*s*(1-a/s)*E/a,o+=a-1}return o===0?null:an(.975,o)*Math.sqrt(r)}function xu(e,n){let t=Ru(e.map((c,m)=>({before:c,now:n.untouched[m]??Su}))),r=Object.values(n.rescored),o=ce(t,({now:c})=>c.population)+ce(r,c=>c.units),i=ce(t,({now:c})=>Zt(c))+ce(r,c=>c.sum),s=ce(e,({population:c})=>c),a=s===0?0:ce(t,({totalBefore:c})=>c)/s,l=o===0?null:{value:i/o,margin:di(t,{now:1/o,before:0})},d=s===0?null:di(t,{now:0,before:1/s}),u={value:a,margin:d,units:s};return{units:o,scored:ce(t,c=>c.now.drawn)+ce(r,c=>c.units),failed:n.failed,now:l,baseline:u,freshness:l===null||a===0?null:Bw(t,n,o,l.value,u)}}function Bw(e,n,t,r,{value:o,units:i}){let s=jw(e,n),a=100/(t*o),l=ce(e,({now:S})=>S.population),{unchanged:d,modified:u,new:c}=n.rescored,{deleted:m}=n,f={unchanged:{units:l+d.units,points:a*(d.sum-s(d))},modified:{units:u.units,points:a*(u.sum-s(u))},new:{units:c.units,points:a*(c.sum-c.units*o)},deleted:{units:m.units,points:a*(m.units*o-s(m))}},p=f.unchanged.points+f.modified.points+f.new.points+f.deleted.points,h={now:1/(t*o),before:r/(o*o*i)};return{value:1+p/100,margin:di(e,h),parts:f}}function jw(e,n){let t=[n.rescored.unchanged,n.rescored.modified,n.deleted],r=(s,{before:a,members:l})=>ce(l,d=>{let{units:u,drawn:c,sum:m}=s.former[d]??Ww;return u===c?m:m+(u-c)*vu(a)}),o=(s,{members:a})=>ce(a,l=>s.former[l]?.units??0),i=e.map(s=>{let a=ce(t,l=>o(l,s));return a===0||Ys(s)?0:(s.totalBefore-Zt(s.now)-ce(t,l=>r(l,s)))/a});return s=>e.reduce((a,l,d)=>a+r(s,l)+o(s,l)*(i[d]??0),0)}var Ww={units:0,drawn:0,sum:0};function ce(e,n){return e.reduce((t,r)=>t+n(r),0)}function Tu(e,n){let t=e.at(-1)?.revision===n.revision?e.slice(0,-1):e;return[...t.slice(0,-100).filter((i,s)=>i.committedAt===null||Cu(i)!==Cu(t[s+1])),...t.slice(-100),n]}function Cu(e){return e?.committedAt?.slice(0,10)}function Mu(e,n){let t=[],r=n.committedAt===null?Number.NEGATIVE_INFINITY:Date.parse(n.committedAt),o=Number.POSITIVE_INFINITY;for(let{committedAt:i,freshness:s}of e.toReversed()){if(i===null)continue;let a=Date.parse(i);a<r||a>o||(t.unshift({at:i,freshness:s}),o=a)}return t}var Uw=256;function ci(e){return(rt(e)%Uw).toString(16).padStart(2,"0")}function bt(e,n){let t=Qs(n.units,({path:s})=>s),r=Qs(n.departed,({path:s})=>s),o=new Set([...n.paths,...t.keys(),...r.keys()]),i=new Map;for(let[s,a]of Qs([...o],ci)){let l=new Map((e.get(s)??[]).map(d=>[d.path,d]));for(let d of a){let u=n.paths.has(d)?void 0:l.get(d),c=[...u?.units??[],...t.get(d)??[]].sort(Pu),m=[...u?.departed??[],...r.get(d)??[]].sort(Pu);c.length+m.length===0?l.delete(d):l.set(d,{path:d,units:c,departed:m})}i.set(s,[...l.values()].sort((d,u)=>L(d.path,u.path)))}return i}function Pu(e,n){return L(e.id,n.id)}function Qs(e,n){let t=new Map;for(let r of e){let o=t.get(n(r));o===void 0?t.set(n(r),[r]):o.push(r)}return t}function Lu({model:e,trainedAt:n,sample:t,units:r,scores:o}){let i=t===null?qs(r):gt(r,t),s=Array.from({length:i.count},()=>Hw),a=r.map(c=>{let m=i.stratumOf.get(c.id)??0,f=o.get(c.id)??null,p=f?.similarity??null;s[m]=$n(s[m],Vs(p));let{id:h,path:S,code:R}=c;return{...c,score:f,trained:{id:h,path:S,code:R,stratum:m,similarity:p},rescored:!1}}),l=new Set(r.map(({path:c})=>c)),d=bt(new Map,{paths:l,units:a,departed:[]});return{head:er({...{schemaVersion:1,model:e,trainedAt:n,standsAt:n,sample:t,baseline:s},shards:{},history:[]},d),shards:d}}var Hw={population:0,drawn:0,sum:0,squares:0};function er(e,n){let t=new Map(Object.entries(e.shards));for(let[l,d]of n)d.length===0?t.delete(l):t.set(l,yu(d));let r={...e,shards:Object.fromEntries([...t].sort(([l],[d])=>L(l,d)))},{freshness:o,units:i}=Be(r);if(o===null)return r;let{value:s,margin:a}=o;return{...r,history:Tu(e.history,{...e.standsAt,freshness:s,margin:a,units:i})}}function Be({baseline:e,shards:n}){let t=Object.keys(n).sort().reduce((r,o)=>wu(r,n[o]??Js),Js);return xu(e,t)}var Gw=.02;function ui(e){let{now:n}=Be(e);return n!==null&&zw(n)<=Gw}function zw({margin:e}){return e??0}function Ou(e,n){let t=n.find(({model:s})=>s.fingerprint===e.fingerprint);if(t!==void 0&&ui(t))return{head:t,as:"own"};let r=s=>$u(s.trainedAt.committedAt)??Number.NEGATIVE_INFINITY,o=$u(e.trainedAt?.committedAt??null)??Number.POSITIVE_INFINITY,[i]=n.filter(s=>s!==t&&s.model.provider===e.provider&&r(s)<=o).filter(ui).sort((s,a)=>r(a)-r(s));return i!==void 0?{head:i,as:"predecessor"}:t===void 0?null:{head:t,as:"own"}}function $u(e){return e===null?null:Date.parse(e)}function dn(e){return new Map([...e.values()].flatMap(n=>n.map(t=>[t.path,t])))}import{createHash as qw}from"node:crypto";function kt(e,n){return ye(e.path)!==null||Le(e.text)?[]:e.units.filter(t=>!zn(n.tokenize,U(e,t))).map(t=>({facts:Zs(e,t,n),unit:t,source:e,language:n}))}function Zs(e,n,{tokenize:t}){let r=U(e,n),{id:o,path:i,kind:s,name:a,parameters:l,returnType:d,modifiers:u,throws:c,javadoc:m}=n;return{id:o,path:i,text:Xs([r]),header:Xs([s,a,d,m,l,u,c]),code:Xs(Gn(t(r)).map(({text:f})=>f)),length:r.length}}var Kw=12;function Xs(e){return qw("sha256").update(JSON.stringify(e)).digest("base64url").slice(0,Kw)}async function Iu({report:e,revision:n,store:t,onlyIfNone:r=!1,...o}){sn(e.methods,e.model.name,si);let i=await Vw(o),{provider:s,name:a,fingerprint:l}=e.model,d={revision:n.hash,committedAt:n.committedAt},u={provider:s,name:a,fingerprint:l},{sample:c}=e,m=Lu({model:u,trainedAt:d,sample:c===null?null:{size:c.size,seed:c.seed},units:i,scores:Yw(e,i)});for(let f=0;f<Jw;f++){let p=await t.load(l);if(p!==null&&r||await t.save(p?.version??null,m))return}throw nr()}var Jw=10;function nr(){return new w("ledger-busy","other runs keep changing the ledger","Run the command again when they are done.")}async function Vw({tree:e,languages:n,progress:t,signal:r}){let o=await e.list(),i=[];t.begin("filling the ledger",null);for await(let{parsed:s,language:a}of re(e,o,n,r))t.advance(),s!==null&&i.push(...kt(s,a).map(l=>l.facts));return t.end(),i}function Yw({methods:e},n){let t=new Map(n.map(({id:r,length:o})=>[r,o]));return new Map(e.map(({id:r,similarity:o})=>[r,o===null?{similarity:ut(t.get(r)??0),failed:!0}:{similarity:o,failed:!1}]))}async function mi(e,n,t,r){if(e.kind!=="pinned"){let s=await e.open();return{model:s,origin:await Eu(s,t,r)}}let o=n?.pin??null;if(o===null)return{model:await e.train(t),origin:"trained-on-base"};let i=await ea(e,{hash:o.revision,name:o.revision,committedAt:o.committedAt});return{model:i,origin:await Eu(i,t,r)}}async function ea({train:e},n){try{return await e(n)}catch(t){throw t instanceof w&&["unknown-revision","forge-not-found"].includes(t.code)?new w("unknown-revision",`the model is pinned to the commit ${n.hash}, which this repository no longer holds`,"Train it anew: start the workflow by hand (workflow_dispatch) with the input retrain set to true, or name a revision with trained-at.",{cause:t}):t}}async function Eu({card:e},n,t){return e.trainedAt===null||e.trainedAt.revision===n.hash?"trained":await t.isAncestor(e.trainedAt.revision,n)===!1?"trained-later":"trained"}function fi({before:e,now:n,lineage:t,byBody:r}){let o=new Map(e.flatMap(({units:m})=>m.map(f=>[f.id,f]))),i=new Map(e.flatMap(m=>m.departed.map(f=>[f.id,f]))),s=new Map,a=(m,f)=>{f===void 0||s.has(m.id)||!o.delete(f.id)||s.set(m.id,f)};for(let m of n)a(m,o.get(t.get(m.id)??""));for(let m of n)a(m,o.get(m.id));r&&Xw(n,s,o,a);let l=[],d=[],u=0;for(let m of n){let f=s.get(m.id),p=f===void 0?Zw(m,i,r):f.trained;f!==void 0&&f.text===m.text&&f.header===m.header?(f.id!==m.id&&u++,l.push({...m,score:f.score,trained:p,rescored:f.rescored})):d.push({...m,trained:p})}let c=[...o.values()];for(let{trained:m}of c)m!==null&&i.set(m.id,m);return{kept:l,toScore:d,moved:u,deleted:c,departed:Au([...i.values()])}}var Qw=60;function Xw(e,n,t,r){for(let o of["text","code"])for(let i of[!0,!1]){let s=new Map;for(let a of t.values())s.set(a[o],[...s.get(a[o])??[],a]);for(let a of e){if(n.has(a.id)||!i&&a.length<Qw)continue;let l=(s.get(a[o])??[]).filter(d=>t.has(d.id)&&(!i||hs({...d,code:a.code},a)));r(a,Au(l)[0])}}}function Zw(e,n,t){let r=n.get(e.id)??(t?[...n.values()].find(o=>hs(o,e)):void 0);return r===void 0?null:(n.delete(r.id),r)}function Au(e){return[...e].sort((n,t)=>L(n.id,t.id))}var pi=class{#n;#e=new Map;unasked=[];constructor(n){this.#n=n}async of(n,t){let{model:r,journal:o=null,progress:i,signal:s}=this.#n,a=n.filter(({unit:{id:c}})=>t.has(c)&&!this.#e.has(c));i.begin("writing again",a.length);let l={model:r,samples:1,signal:s,progress:i,journal:o},d=[];for await(let{item:c,regeneration:m}of oe(eb(a),l)){let{unit:f,source:p}=c.placed;if(m.kind==="unasked"){d.push(f.id);continue}let h=m.kind==="regenerated"?m.body:"{}",S=be(U(p,f),h),R=m.kind==="failed",x={id:f.id,path:f.path,line:f.line,distance:R?null:S.distance,similarity:R?null:S.similarity,failure:R?{reason:m.reason,detail:m.detail}:null,confidence:R?null:m.confidence??null};this.#e.set(f.id,{row:x,measurement:{...S,failed:R}})}i.end(),this.unasked=d;let u=new Map;for(let c of t){let m=this.#e.get(c);m!==void 0&&u.set(c,{similarity:m.measurement.similarity,failed:m.measurement.failed})}return u}rowsOf(n){let t=[...n].sort().flatMap(r=>this.#e.get(r)??[]);return{rows:t.map(({row:r})=>r),measurements:t.map(({measurement:r})=>r)}}};function*eb(e){for(let n of e)yield{placed:n,stub:G(n.source,n.unit)}}async function Fu(e){let n=await ta(e.repository,e.head.standsAt.revision);return n===null?tb(e):nb(e,n)}async function ta(e,n){try{return await e.resolve(n)}catch(t){if(t instanceof w&&["unknown-revision","shallow-clone"].includes(t.code))return null;throw t}}async function nb(e,n){let{repository:t,target:r,languages:o}=e,i=(await t.changedFiles(n,r)).filter(({path:m})=>o.forPath(m)),s=m=>i.filter(f=>f.status!==m).map(({path:f})=>f),a=await na(t.tree(n),s("added"),e),l=await na(t.tree(r),s("deleted"),e),d=new Map,[u]=i.flatMap(({path:m})=>o.forPath(m)??[]);if(u!==void 0){let m=Id(a.sources,l.sources,u.tokenize);for(let{current:f,previous:p}of[...m.changed,...m.movedOnly,...m.cosmetic])p!==null&&p.unit.id!==f.unit.id&&d.set(f.unit.id,p.unit.id)}return{route:"by-difference",paths:new Set(i.map(({path:m})=>m)),now:l.units,lineage:d,notes:l.notes}}async function tb(e){let n=e.repository.tree(e.target),{units:t,notes:r}=await na(n,await n.list(),e);return{route:"by-body",paths:null,now:t,lineage:new Map,notes:r}}async function na(e,n,{languages:t,progress:r,signal:o}){let[i,s,a]=[[],[],[]];r.begin("reading the change",n.length);for await(let l of re(e,n,t,o))r.advance(),a.push(...l.notes),l.parsed!==null&&(i.push(l.parsed),s.push(...kt(l.parsed,l.language)));return r.end(),{sources:i,units:s,notes:a}}var rb=30;function Ln(e,n){let t=Be(e);return{trainedAt:e.trainedAt,verdict:Rr(t,n),line:n.line,...t,history:e.history.slice(-rb)}}async function hi(e,n){let t=(await n.load(e.fingerprint))?.head;if(t!==void 0&&(tr(e,t),ui(t)))return{head:t,as:"own"};let r=(await n.fingerprints()).filter(i=>i!==e.fingerprint),o=await Promise.all(r.map(async i=>(await n.load(i))?.head??[]));return Ou(e,[...t===void 0?[]:[t],...o.flat()])}function tr({name:e,fingerprint:n,trainedAt:t},r){if(!(t===null||t.revision===r.trainedAt.revision))throw new w("ledger-of-another-model",`the ledger of ${e} (fingerprint ${n.slice(0,12)}) counts from its training at ${r.trainedAt.revision.slice(0,7)}, but this model’s card says that it was trained at ${t.revision.slice(0,7)}`,`Begin its ledger anew with \`palimpsest evaluate --protocol in-place --revision ${t.revision}\`.`)}function Nu(e,n){if(e===null||e.as==="predecessor")return null;let{history:t,trainedAt:r}=e.head;return{history:Mu(t,r),line:n}}async function gi(e,n){if(n===null)return e.shards(Object.keys(e.head.shards));let t=await e.shards([...new Set([...n].map(ci))]),r=[...dn(t).values()].filter(({path:i})=>n.has(i)).flatMap(({units:i})=>i.flatMap(({trained:s})=>s===null?[]:[ci(s.path)])),o=await e.shards([...new Set(r)].filter(i=>!t.has(i)));return new Map([...t,...o])}var ob=10;async function Du(e){if(e.target.hash===ge)throw ib();let n=new pi(e);for(let t=0;t<ob;t++){try{let r=await ab(e.store,e.model.card),o=await sb(r,e);if(o!==null)return await ra(oa(e,r,r,_u(o),n),e);let i=await cb(r,e,n);if(i==="budget-spent")return await ra(oa(e,r,r,_u(i),n),e);if(await e.store.save(r.version,i.pages))return await ra(oa(e,r,i.pages,i,n),e)}catch(r){if(!(r instanceof w&&r.code==="ledger-busy"))throw r}e.signal.throwIfAborted()}throw nr()}async function ra(e,{journal:n}){return await n?.finish(),e}function ib(){return new w("bad-setting","the ledger stands at commits, not at a work tree","Commit first, or name a revision.")}async function sb({head:e},{repository:n,target:t}){if(e.standsAt.revision===t.hash)return"already-there";let r=await ta(n,e.standsAt.revision);return r===null?null:await n.isAncestor(t.hash,r)===!0?"already-later":null}async function ab(e,n){let t=await e.load(n.fingerprint);if(t===null)throw(await e.fingerprints()).length===0?lb():db(n);return tr(n,t.head),t}function lb(){return new w("no-ledger","there is no ledger yet","Fill one with `palimpsest evaluate --protocol in-place --revision REV`, REV being what the model was trained on.")}function db({name:e,trainedAt:n,fingerprint:t}){let r=n?.revision??"the revision that it was trained on";return new w("ledger-of-another-model",`the ledger here belongs to another model than ${e} (fingerprint ${t.slice(0,12)})`,`Start this model’s own with \`palimpsest evaluate --protocol in-place --revision ${r}\`.`)}var _u=e=>({route:e,done:{kept:[],moved:0,deleted:[]},scored:[],notes:[]});async function cb(e,n,t){let{target:r}=n,o=await Fu({...n,head:e.head}),i=await gi(e,o.paths),s=dn(i),a=o.paths??new Set([...s.keys(),...o.now.map(({facts:p})=>p.path)]),l=fi({before:[...s.values()].filter(({path:p})=>a.has(p)),now:o.now.map(({facts:p})=>p),lineage:o.lineage,byBody:o.route==="by-body"}),d=await t.of(o.now,new Set(l.toScore.map(({id:p})=>p)));if(await ub(t.rowsOf([...d.keys()]).rows,n),t.unasked.length>0)return"budget-spent";let u=l.toScore.map(p=>({...p,score:mb(d,p.id),rescored:!0})),c=bt(i,{paths:a,units:[...l.kept,...u],departed:l.departed}),m={revision:r.hash,committedAt:r.committedAt},f=er({...e.head,standsAt:m},c);return{route:o.route,done:l,scored:u,notes:o.notes,pages:{head:f,shards:c}}}async function ub(e,{model:n,journal:t}){try{sn(e,n.card.name,si)}catch(r){throw await t?.finish(),r}}function mb(e,n){let t=e.get(n);if(t===void 0)throw new Error(`${n} was not scored`);return t}function oa({model:e,policy:n,target:t},r,{head:o},{route:i,done:s,scored:a,notes:l},d){let{rows:u,measurements:c}=d.rowsOf(a.map(({id:p})=>p)),m=Ln(o,n),{standsAt:f}=o;return{schemaVersion:1,kind:"update",protocol:"in-place",route:i,from:{name:r.head.standsAt.revision,revision:r.head.standsAt.revision},to:i==="already-later"||i==="budget-spent"?{name:f.revision,revision:f.revision}:{name:t.name,revision:t.hash},model:e.card,...on(e,i==="budget-spent"?d.unasked:[]),sample:o.sample,units:{kept:m.units-a.length-s.moved,scored:a.length,moved:s.moved,deleted:s.deleted.length},ledger:m,summary:Pn([],c),stub:mt([],c),files:[],methods:u,leftOut:[],notes:l}}async function yi(e){let{store:n,model:t,repository:r}=e;if(t.kind==="of-unknown-training")return{kind:"none",model:null,reason:"no-training-revision"};let o=t.kind==="fixed"?t.trainedAt:await fb(e,t),i=t.kind==="fixed"?await t.open():await ea(t,o),s=await n.load(i.card.fingerprint)===null;if(s&&i.usage!==void 0&&!e.mayAskForAll)return{kind:"none",model:i,reason:"too-dear"};s&&await ia(i,o,e);let a=await Du({...e,repository:r,model:i});return{kind:"kept",began:s,model:i,report:a}}async function fb({state:e,target:n},{train:t}){((await e.read())?.pin??null)===null&&await t(n);let r={revision:n.hash,committedAt:n.committedAt},{pin:o}=await e.update(i=>i?.pin?i:{...i??cn,pin:r});return o===null||o.revision===n.hash?n:{hash:o.revision,name:o.revision,committedAt:o.committedAt}}var cn={schemaVersion:1,pin:null,review:null};async function ia(e,n,t){let{repository:r,store:o,sample:i,languages:s,progress:a,signal:l}=t,d=r.tree(n),u={languages:s,progress:a,signal:l},c=await yt({tree:d,source:{name:n.name,revision:n.hash},protocol:"in-place",scope:"main",model:e,sample:i,output:null,journal:null,...u});await Iu({report:c,revision:n,tree:d,store:o,onlyIfNone:!0,...u})}async function rr(e){let{model:n,target:t,store:r,state:o}=e;if(n.kind!=="pinned")return null;let i=await n.train(t),s=await r.load(i.card.fingerprint);s===null&&await ia(i,t,e);let a=s?.head.trainedAt??{revision:t.hash,committedAt:t.committedAt};return await o.update(l=>({...l??cn,pin:a})),a}var Bu={failOn:"never",maximumDrop:null},sa={kind:"passed"},pb=1e-9;function ju({standing:e},n){if(e===void 0||e.freshness.kind==="unknown")return sa;let{before:t,after:r}=e.freshness,o=or(r,n);if(o.kind!=="passed")return o;let i=hb(t,r),{maximumDrop:s}=n;return s===null||i===null||i<=s+pb?sa:{kind:"drop",points:i,maximum:s}}function or({verdict:e},{failOn:n}){return n==="stale"&&e.kind==="stale"?{kind:"stale"}:sa}function hb(e,n){return e.freshness===null||n.freshness===null?null:(e.freshness.value-n.freshness.value)*100}function Wu(e,n){return n.kind!=="passed"?"failure":e.methods.length===0&&(e.unasked??[]).length===0?"success":e.standing===void 0||e.standing.freshness.kind==="unknown"?"neutral":gb(e.standing.freshness.after,n)}function gb({verdict:e},n){return n.kind!=="passed"?"failure":e.kind==="fresh"?"success":"neutral"}var Uu={firstParents:async()=>({commits:[],cutOff:!0}),async*differences(){},async*blobs(){}};async function Hu(e,{model:n,standsAt:t},r){let{repository:o,model:i,progress:s,signal:a,closeUps:l}=r;if(l===0)return{kind:"left-out",reason:"not-asked"};if(n.fingerprint!==i.card.fingerprint)return{kind:"left-out",reason:"ledger-of-another-model"};let d=await yb(o,t.revision);if(d===null)return{kind:"left-out",reason:"revision-missing"};let u=Xl(e,l),c=await wb(u,d,r),m=new Map(u.map(({id:h,similarity:S})=>[h,S??0])),f=new Map;s.begin("writing again",c.length);let p={model:i,samples:1,signal:a,progress:s,journal:null};for await(let{item:h,regeneration:S}of oe(c,p)){if(S.kind==="unasked")continue;let{id:R,path:x,line:M}=h.unit,E=U(h.source,h.unit),he=S.kind==="regenerated"?S.body:"{}",{similarity:ee}=be(E,he);f.set(R,{id:R,path:x,line:M,body:E,regeneration:S,scored:m.get(R)??0,similarity:ee})}return s.end(),{kind:"made",asked:l,units:u.flatMap(({id:h})=>f.get(h)??[])}}async function yb(e,n){try{return await e.resolve(n)}catch(t){if(t instanceof w)return null;throw t}}async function wb(e,n,{repository:t,languages:r,signal:o}){let i=new Set(e.map(({id:l})=>l)),s=[...new Set(e.map(({path:l})=>l))].sort(),a=[];for await(let{parsed:l}of re(t.tree(n),s,r,o))if(l!==null)for(let d of l.units.filter(({id:u})=>i.has(u)))a.push({unit:d,source:l,stub:G(l,d)});return a}async function Gu({model:e,standsAt:n},t){let r=await t.store.load(e.fingerprint);if(r===null||r.head.standsAt.revision!==n.revision)throw nr();let{head:o}=r,i=dn(await r.shards(Object.keys(o.shards))),s=Ql([...i.values()],Be(o));return{...s,closeUps:await Hu(s.units,o,t)}}async function aa(e,{commits:n,cutOff:t},r){let o=n.findLastIndex(({hash:l})=>l===e);if(o>=0)return n.length-1-o;let i=await r.resolve(e).catch(()=>null);if(i===null)return null;let s=0,a=n.length;for(;s<a;){let l=s+a>>1;await r.isAncestor(n[l]?.hash??"",i)===!0?s=l+1:a=l}return s===0&&t?null:n.length-s}var zu=864e5,Ju=365.25,qu=10*Ju,bb=3;function Vu(e,n){let t=e.map(({at:h,freshness:S})=>({day:Date.parse(h)/zu,at:h,freshness:S})).sort((h,S)=>h.day-S.day).filter((h,S,R)=>R[S+1]?.day!==h.day),[r,o]=[t[0],t.at(-1)];if(r===void 0||o===void 0||t.length<bb)return null;let i=o.day-r.day,s=(o.freshness-r.freshness)/i,a={line:n,points:t.length,from:r.at,to:o.at,perYear:s*Ju},l=o.freshness-n;if(l<=0)return{kind:"crossed",...a};let d=s<0?l/-s:Number.POSITIVE_INFINITY;if(d>qu)return{kind:"not-in-sight",...a};let u=an(.9,t.length-2)*kb(t,s),c=h=>S=>o.freshness+s*S+h*u*Math.sqrt(S+S**2/i)<=n,m=h=>new Date((o.day+h)*zu).toISOString().slice(0,10),f=Ku(c(-1),d),p=Ku(c(1),qu);return{kind:"expected",...a,day:m(d),level:.8,earliest:m(Math.min(f??d,d)),latest:p===null?null:m(Math.max(p,d))}}function kb(e,n){let t=0;for(let[r,o]of e.entries()){let i=e[r+1];if(i===void 0)break;let s=i.day-o.day;t+=(i.freshness-o.freshness-n*s)**2/s}return Math.sqrt(t/(e.length-2))}function Ku(e,n){if(!e(n))return null;let[t,r]=[0,n];for(let o=0;o<60;o++){let i=(t+r)/2;e(i)?r=i:t=i}return r}function Yu(e){let n=e.filter(({age:l})=>l>0);if(n.length<3||n.every(({share:l})=>l===1))return null;let t=l=>{let d=Math.LN2/Math.exp(l);return n.reduce((u,{age:c,share:m})=>u+(m-Math.exp(-d*c))**2,0)/n.length},[r,o]=[Math.log(.01),Math.log(1200)],i=(o-r)/200,s=0;for(let l=1;l<=200;l++)t(r+l*i)<t(r+s*i)&&(s=l);let a=Sb(t,r+(s-1)*i,r+(s+1)*i);return{months:Math.exp(a),misfit:Math.sqrt(t(a)),points:n.length}}function Sb(e,n,t){let r=(Math.sqrt(5)-1)/2,[o,i]=[n,t];for(let s=0;s<60;s++){let[a,l]=[i-r*(i-o),o+r*(i-o)];e(a)<e(l)?i=l:o=a}return(o+i)/2}function Qu(e,n){let t=e.at(-1);if(t===void 0)return{base:null,months:[]};let r=Math.min(t.month,vb(wi(t,t),n)),o=e.findIndex(({month:i})=>i>=r);return{base:e[o-1]??null,months:e.slice(o)}}function vb(e,n){switch(n.kind){case"all":return Number.NEGATIVE_INFINITY;case"day":return io(n.seconds);case"span":return io(Ad(e,n.span));default:return n}}function wi({month:e,commit:n},t){let r=xs(e+1);return e===t.month?Math.min(r,Math.max(xs(e),n.committedAt)):r}function Xu(e,n,t){let r=new Map(t.map(({hash:i},s)=>[i,s])),o=r.get(e.hash);return n.filter(({month:i,commit:s})=>o===void 0?i>=io(e.committedAt):(r.get(s.hash)??0)>=o)}var bi=12;function Zu(e){let n=e.slice(-bi),t=n.length;if(t===0)return null;let r=n.reduce((a,l)=>a+l,0)/t,o=bi*r;if(t===1)return{share:o,interval:null,months:t};let i=Math.sqrt(n.reduce((a,l)=>a+(l-r)**2,0)/(t-1)),s=an(.9,t-1)*i*Math.sqrt(bi+bi**2/t);return{share:o,interval:{level:.8,low:Math.max(0,o-s),high:o+s},months:t}}var ki=class{#n=new Map;#e=new Set;#t=new Map;#r=0;start(n){for(let t of n)this.#s(t,0)}step(n){let t=this.#r,o=n.filter(({countedBefore:l,countedAfter:d})=>l||d).filter(({added:l,deleted:d})=>l+d>0),i=em(o.map(l=>l.added)),s=em(o.map(l=>l.deleted));for(let l of o)this.#o(l);let a=n.map(l=>this.#i(l.before));for(let[l,d]of n.entries())this.#s(d,a[l]??0);return{lines:t,added:i,deleted:s,files:o.length,share:t===0?null:(i+s)/t}}get lines(){return this.#r}get files(){return this.#e.size}counts(n){return this.#e.has(n)}packages(){let n=new Map;for(let t of this.#e){let r=ps(t);n.set(r,(n.get(r)??0)+(this.#n.get(t)??0))}return[...this.#t].map(([t,{added:r,deleted:o}])=>({name:t,added:r,deleted:o,lines:n.get(t)??0})).sort((t,r)=>r.added+r.deleted-(t.added+t.deleted)||(t.name<r.name?-1:1))}#o({before:n,after:t,added:r,deleted:o}){let i=ps(t??n??""),s=this.#t.get(i)??{added:0,deleted:0};this.#t.set(i,{added:s.added+r,deleted:s.deleted+o})}#i(n){if(n===null)return 0;let t=this.#n.get(n)??0;return this.#n.delete(n),this.#e.delete(n)&&(this.#r-=t),t}#s({after:n,added:t,deleted:r,countedAfter:o},i){if(n===null)return;let s=i+t-r;this.#n.set(n,s),o&&(this.#e.add(n),this.#r+=s)}};function em(e){return e.reduce((n,t)=>n+t,0)}var On=class{#n=new Map;reason(n){let t=this.#n.get(n);if(t!==void 0)return t;let r=ye(n);return this.#n.set(n,r),r}};async function*Si(e,n,t,r){let o=a=>a.after!==null&&t.reason(a.after.path)===null&&!r(a),i=e.filter(o).map(({after:a})=>a?.blob??""),s=n.blobs(i)[Symbol.asyncIterator]();try{for(let a of e){let l=o(a)?(await s.next()).value??null:null,d=l===null?null:Pd(l)?.text??null;yield{file:a,text:d,isGenerated:d!==null&&Le(d)}}}finally{await s.return?.(void 0)}}async function nm(e){let{history:n,extensions:t,progress:r,signal:o}=e,{base:i,months:s}=e.window,a=[i?.commit.tree??null,...s.map(({commit:p})=>p.tree)],d=[...i===null?[]:[{before:null,after:i.commit.tree}],...s.map(({commit:p},h)=>({before:a[h]??null,after:p.tree}))],u=new ki,c=new On,m=[],f=i!==null;r.begin("measuring churn",s.length);for await(let p of n.differences(d,{extensions:t,countLines:!0})){o.throwIfAborted();let h=[];for await(let{file:S,isGenerated:R}of Si(p,n,c,Rb(u))){o.throwIfAborted();let{before:x,after:M,addedLines:E,deletedLines:he}=S;h.push({before:x?.path??null,after:M?.path??null,added:E,deleted:he,countedBefore:x!==null&&u.counts(x.path),countedAfter:M!==null&&c.reason(M.path)===null&&!R})}f?u.start(h):(m.push(u.step(h)),r.advance()),f=!1}return r.end(),{months:m,size:{lines:u.lines,files:u.files},packages:u.packages()}}function Rb(e){return({before:n,after:t})=>n!==null&&n.blob===t?.blob&&e.counts(n.path)}function ca(e,n=()=>!0){let t=new da(e),r=[],o=[],i=[],s=new Int32Array(t.length);for(let a=0;a<t.length;a++)switch(t.text(a)){case"(":i.push(a);break;case")":s[a]=i.pop()??0;break;case"{":o.push(a);break;case"}":{let l=xb(t,o.pop(),a,s,n);l!==null&&r.push(l);break}}return r}function xb(e,n,t,r,o){let i=n===void 0?null:Mb(e,n,r);if(n===void 0||i===null)return null;let s=e.text(i+1)==="("?`${e.text(i)}(`:e.text(i);return o(s)?{name:s,bodyStart:e.start(n),print:e.print(i,t),bodyCharacters:e.characters(n,t)}:null}var Cb=80,Tb=new Set([".",",","[","]","@","<",">","?","&","throws"]);function Mb(e,n,t){for(let r=n-1;r>=Math.max(0,n-Cb);r--){if(e.text(r)===")"){let o=(t[r]??0)-1;return e.isName(o)?o:null}if(!e.isName(r)&&!Tb.has(e.text(r)))break}return e.isName(n-1)?n-1:null}var da=class{#n=[];#e=[];constructor(n){let t=0;for(let r of n)r.kind!=="space"&&r.kind!=="comment"&&(this.#n.push(r),this.#e.push(t)),t+=r.text.length}get length(){return this.#n.length}text(n){return this.#n[n]?.text??""}start(n){return this.#e[n]??0}isName(n){return this.#n[n]?.kind==="identifier"}characters(n,t){let r=0;for(let o=n;o<=t;o++)r+=this.text(o).length;return r}print(n,t){let[r,o]=[-2128831035,0];for(let i=n;i<=t;i++){let s=Pb(this.text(i));r=Math.imul(r^s,16777619)^r>>>15,o=Math.imul(o,1540483477)+s}return o^=o>>>13,(r>>>0)*2097152+(Math.imul(o,2654435761)>>>11)}};function Pb(e){let n=-2128831035;for(let t=0;t<e.length;t++)n=Math.imul(n^e.charCodeAt(t),16777619);return n}function ua(e){let n=[],t=0;for(;t<e.length;){let r=e.indexOf(`
`,t),o=r<0?e.length:r,i=$b(e,t,o);i!==null&&n.push(i),t=o+1}return Int32Array.from(n)}function $b(e,n,t){let[r,o]=[n,t];for(;r<o&&e.charCodeAt(r)<=32;)r++;for(;o>r&&e.charCodeAt(o-1)<=32;)o--;let i=-2128831035,s=!1;for(let a=r;a<o;a++){let l=e.charCodeAt(a);s||=Lb(l),i=Math.imul(i^l,16777619)}return s?i:null}function Lb(e){return e>=97&&e<=122||e>=65&&e<=90||e>=48&&e<=57||e===95||e>=192}function tm(e,n){let t=0,r=Math.min(e.length,n.length);for(;t<r&&e[t]===n[t];)t++;let o=0;for(;o<r-t&&e[e.length-1-o]===n[n.length-1-o];)o++;let i=e.subarray(t,e.length-o),s=n.subarray(t,n.length-o),[a,l]=[new Set(i),new Set(s)];return t+o+Ob(i.filter(d=>l.has(d)),s.filter(d=>a.has(d)))}function Ob(e,n){if(e.length===0||n.length===0)return 0;let t=Math.ceil(e.length/32),r=new Map;for(let[i,s]of e.entries()){let a=r.get(s)??new Uint32Array(t);r.set(s,a),a[i>>>5]=(a[i>>>5]??0)|1<<(i&31)}let o=new Uint32Array(t).fill(4294967295);for(let i of n){let s=r.get(i);if(s===void 0)continue;let a=0;for(let l=0;l<t;l++){let d=o[l]??0,u=(d&(s[l]??0))>>>0,c=d+u+a;a=c>4294967295?1:0,o[l]=c|0|d&~u}}return Ib(o,e.length)}function Ib(e,n){let t=0;for(let r=0;r<n;r++)((e[r>>>5]??0)>>>(r&31)&1)===0&&t++;return t}var om=30,vi=class{#n;#e=new Map;#t=new Map;#r=new Map;#o=new Map;#i=new Map;#s=new Set;#a=new Set;constructor(n){this.#n=n.map(t=>new ma(t));for(let[t,{path:r,methods:o}]of n.entries()){let i=this.#n[t];i!==void 0&&this.#e.set(r,i);for(let{name:s,print:a,bodyCharacters:l}of o)this.#a.add(s),this.#s.add(a),l>om&&this.#r.set(a,(this.#r.get(a)??0)+1)}for(let{path:t,methods:r}of n)this.#d(t,r)}knows(n){return this.#s.has(n)}knowsName(n){return this.#a.has(n)}step(n){let t=new Map;for(let r of n){let{before:o}=r;if(o===null)continue;let i=this.#e.get(o);t.set(r,{origin:i,found:this.#u(o)}),r.after===null&&i!==void 0&&(i.empty(),this.#t.set(o,i))}for(let r of n)r.after!==null&&this.#c(r.after,r.content,t.get(r))}standing(){let[n,t]=[0,0];for(let r of this.#n)n+=r.standingLines,t+=r.standingSmall;for(let[r,o]of this.#r)t+=Math.min(o,this.#o.get(r)??0);return{lines:n,methods:t}}#u(n){let t=this.#i.get(n)??[];for(let r of t)this.#o.set(r,(this.#o.get(r)??0)-1);return this.#i.delete(n),this.#e.delete(n),t}#c(n,t,r){let o=r?.origin??this.#t.get(n);if(o!==void 0&&(this.#e.set(n,o),this.#t.delete(n)),t==="same"){this.#m(n,r?.found??[]);return}t===null?o?.empty():(o?.hold(t),this.#d(n,t.methods))}#d(n,t){this.#m(n,t.map(({print:r})=>r).filter(r=>this.#r.has(r)))}#m(n,t){if(t.length!==0){this.#i.set(n,t);for(let r of t)this.#o.set(r,(this.#o.get(r)??0)+1)}}},ma=class{#n;#e;standingLines=0;standingSmall=0;constructor(n){this.#n=n.lines,this.#e=rm(n.methods.filter(t=>t.bodyCharacters<=om)),this.hold(n)}hold({lines:n,methods:t}){this.standingLines=tm(this.#n,n);let r=rm(t);this.standingSmall=0;for(let[o,i]of this.#e)this.standingSmall+=Math.min(i,r.get(o)??0)}empty(){this.standingLines=0,this.standingSmall=0}};function rm(e){let n=new Map;for(let{print:t}of e)n.set(t,(n.get(t)??0)+1);return n}async function sm(e){let{history:n,origin:t,ends:r,language:o,progress:i,signal:s}=e,a={extensions:o.extensions,countLines:!1},{files:l,leftOut:d,notes:u}=await Ab(e,a),c=new vi(l),m=c.standing(),f=[t.tree,...r.map(({commit:R})=>R.tree)],p=r.map(({commit:R},x)=>({before:f[x]??null,after:R.tree})),h=new On,S=[];i.begin("following lines and methods",r.length);for await(let R of n.differences(p,a)){let x=[];for await(let{file:M,text:E,isGenerated:he}of Si(R,n,h,im(h))){s.throwIfAborted();let ee=E===null||he?null:Eb(E,o,c),Qe=im(h)(M);x.push({before:M.before?.path??null,after:M.after?.path??null,content:Qe?"same":ee})}c.step(x),S.push(c.standing()),i.advance()}return i.end(),{files:l.length,start:m,standing:S,leftOut:d,notes:u}}function im(e){return({before:n,after:t})=>n!==null&&n.blob===t?.blob&&e.reason(n.path)===e.reason(t.path)}function Eb(e,{tokenize:n},t){let r=ca(n(e),o=>t.knowsName(o)).filter(({print:o})=>t.knows(o));return{lines:ua(e),methods:r}}async function Ab({history:e,origin:n,language:t,progress:r,signal:o},i){let s=new On,a=new Ne,l=[],d=[];for await(let u of e.differences([{before:null,after:n.tree}],i)){let m=u.flatMap(({after:p})=>p===null?[]:[p]).filter(({path:p})=>{let h=s.reason(p);return h!==null&&a.file(h),h===null});r.begin("reading the first day",m.length);let f=e.blobs(m.map(({blob:p})=>p))[Symbol.asyncIterator]();for(let{path:p}of m){o.throwIfAborted();let h=(await f.next()).value??null;if(h===null)continue;let S=ro(p,h,t);l.push(...S.notes);let R=Fb(S,a);R!==null&&d.push(R),r.advance()}r.end()}return{files:d,leftOut:a.rows(),notes:l}}function Fb({path:e,parsed:n,language:t},r){if(n===null)return null;if(Le(n.text))return r.file("generated",n.units.length),null;let o=new Set;for(let s of n.units)zn(t.tokenize,U(n,s))?r.method("empty-body"):o.add(s.body.start);let i=ca(t.tokenize(n.text)).filter(({bodyStart:s})=>o.has(s));return{path:e,lines:ua(n.text),methods:i}}async function am(e){let{history:n,until:t,since:r,language:o,progress:i,signal:s,freshness:a}=e,l=await n.firstParents(t),d=Fd(l.commits),u=Qu(d,r);Nb(l,u);let c=await nm({history:n,window:u,extensions:o.extensions,progress:i,signal:s});if(c.size.files===0&&c.packages.length===0)throw oo(t.name);let{origin:m,passedOver:f}=await Db(e,l,d,u,c),p=m&&await sm({history:n,origin:m.commit,ends:m.ends,language:o,progress:i,signal:s}),h=u.months.at(-1),S=u.months.map((x,M)=>{let E=m?.ends.indexOf(x)??-1;return _b(x,c.months[M],x!==h,p?.standing[E]??null)}),R=S.flatMap(({whole:x,share:M})=>x&&M!==null?[M]:[]);return{schemaVersion:1,kind:"drift",until:{name:t.name,revision:t.hash},model:e.model??null,months:S,size:c.size,yearly:Zu(R),survival:m&&p&&jb(m,p),trainedRevisionPassedOver:f,packages:c.packages,forecast:a&&Vu(a.history,a.line),leftOut:p?.leftOut??[],notes:p?.notes??[]}}async function lm({trainedAt:e},n){return e===null?null:n.resolve(e.revision).catch(()=>"missing")}function Nb({cutOff:e,commits:n},{base:t}){let[r]=n;if(!(!e||t!==null||r===void 0))throw new w("shallow-clone",`this shallow clone begins on ${Hb(r.committedAt)}, within the months that were asked for`,"Fetch the history with `git fetch --unshallow`, or ask for less with --since.")}function _b({month:e,commit:n,commits:t},r,o,i){let s=r??{lines:0,added:0,deleted:0,files:0,share:null};return{month:Ed(e),revision:n.hash,whole:o,commits:t,...s,standing:i}}async function Db({history:e,trainedAt:n},{commits:t},r,o,i){let s=o.months.at(-1);if(s===void 0)return{origin:null,passedOver:null};let a=(h,S,R,x)=>({kind:h,commit:S,at:R,ends:x,reachedAt:x.map(M=>wi(M,s))}),l=n===null||n==="missing"?void 0:(await e.firstParents(n)).commits.at(-1),d=l===void 0?[]:Xu(l,r,t);if(l!==void 0&&d.length>0)return{origin:a("trained",l,l.committedAt,d),passedOver:null};let u=n===null?null:l===void 0?"not-in-clone":"later-than-history",c=[...o.base===null?[]:[o.base],...o.months],m=[...o.base===null?[]:[i.months[0]?.lines??0],...Bb(i)],f=c[m.findIndex(h=>h>0)];if(f===void 0)return{origin:null,passedOver:u};let p=o.months.filter(({month:h})=>h>f.month);return{origin:a("start",f.commit,wi(f,s),p),passedOver:u}}function Bb({months:e,size:n}){return e.map((t,r)=>e[r+1]?.lines??n.lines)}function jb({kind:e,commit:n,at:t,reachedAt:r},{files:o,start:i,standing:s}){let a=l=>i[l]===0?null:Yu(s.map((d,u)=>({age:Ub(t,r[u]??t),share:d[l]/i[l]})));return{origin:e,revision:n.hash,committedAt:new Date(n.committedAt*1e3).toISOString(),files:o,...i,linesHalfLife:a("lines"),methodsHalfLife:a("methods")}}var Wb=30.4375*86400;function Ub(e,n){return Math.max(0,(n-e)/Wb)}function Hb(e){return new Date(e*1e3).toISOString().slice(0,10)}var dm={leastGain:.02,leastChanges:100};function cm(e,n){let t=fa(e);return{all:t,modified:fa(e.filter(({change:r})=>r!=="added")),added:fa(e.filter(({change:r})=>r==="added")),statement:Gb(t,n)}}function fa(e){let n=e.map(({commit:t,fresh:r,inUse:o})=>({cluster:t,value:r-o}));return{changes:e.length,commits:new Set(e.map(({commit:t})=>t)).size,inUse:pa(e.map(({inUse:t})=>t)),fresh:pa(e.map(({fresh:t})=>t)),gain:pa(n.map(({value:t})=>t)),interval:zb(ha(n)),helped:n.filter(({value:t})=>t>0).length,hurt:n.filter(({value:t})=>t<0).length,same:n.filter(({value:t})=>t===0).length,inUseFailed:e.filter(({inUseFailed:t})=>t).length,freshFailed:e.filter(({freshFailed:t})=>t).length}}function Gb({changes:e,gain:n,interval:t},r){return e<r.leastChanges||n===null?{kind:"unsure",reason:"too-few-changes"}:t===null?{kind:"unsure",reason:"too-few-commits"}:t.low>0&&n>=r.leastGain?{kind:"would-help"}:t.high<r.leastGain?{kind:"would-not-help"}:{kind:"unsure",reason:"interval-too-wide"}}function ha(e){let n=new Map,t=0;for(let{cluster:d,value:u}of e){let c=n.get(d)??{sum:0,count:0};n.set(d,{sum:c.sum+u,count:c.count+1}),t+=u}let{size:r}=n;if(r<2)return null;let o=t/e.length,i=0,s=0;for(let{sum:d,count:u}of n.values())i+=((t-d)/(e.length-u)-o)**2,s+=u**2;let a=Math.floor(e.length**2/s),l=an(.975,Math.max(1,a-1))*Math.sqrt((r-1)/r*i);return{low:o-l,high:o+l}}function zb(e){return e&&{low:Math.max(-1,e.low),high:Math.min(1,e.high)}}function pa(e){return e.length===0?null:e.reduce((n,t)=>n+t,0)/e.length}function um(e){return e.map(n=>({change:n,stub:G(n.current.source,n.current.unit)}))}async function St(e,n,{signal:t,journal:r=null}){let o=[],i={model:n,samples:1,signal:t,progress:qb,journal:r};for await(let{item:s,regeneration:a}of oe(e,i)){if(a.kind==="unasked"){o.push(null);continue}let{source:l,unit:d}=s.change.current,u=a.kind==="regenerated"?a.body:null,{similarity:c}=be(U(l,d),u??"{}"),m=a.kind==="failed"&&Tn(a.reason);o.push({similarity:c,failed:u===null,silence:m?a.detail:null})}return o}var qb={begin(){},advance(){},end(){}};import{LRUCache as Kb}from"lru-cache";async function*fm(e){let{window:n,progress:t,signal:r}=e,[o]=n;if(o===void 0)return;let i=await Vb(o.parent,e),s=await Jb(e),a=e.commitsPerTraining??_d(s.length,i.units),l=0,d=i.model(o.parent);t.begin("replaying commits",s.length);for await(let{commit:u,parent:c,sides:m}of Qb(s,e)){r.throwIfAborted();let f=Dd(m,{languages:e.languages,policy:{countCosmetic:!1}});f.eligible.length>0&&l>=a&&(d=i.model(c),l=0);let p=l===0?0:Math.max(0,c.committedAt-d.trainedAt.committedAt);yield{commit:u,change:f,fresh:d,behind:{commits:l,seconds:p}},i.step(m),l++,t.advance()}t.end()}async function Jb(e){let{history:n,window:t,languages:r,extensions:o}=e,i=t.map(({commit:d,parent:u})=>({before:u.tree,after:d.tree})),s=d=>d!==null&&r.forPath(d.path)!==void 0&&ye(d.path)===null,a=[],l=0;for await(let d of n.differences(i,{extensions:o,countLines:!1})){let u=t[l++],c=d.some(({before:m,after:f})=>s(m)||s(f));u!==void 0&&c&&a.push({...u,files:d})}return a}async function Vb(e,n){let{history:t,training:r,extensions:o,languages:i,progress:s,project:a}=n,l=0,d=[{before:null,after:e.tree}];for await(let u of t.differences(d,{extensions:o,countLines:!1})){let c=u.flatMap(({after:m})=>m!==null&&ye(m.path)===null?[m]:[]);s.begin("reading the project as the window begins",c.length);for await(let m of pm(c,{history:t,languages:i,signal:n.signal})){s.advance();for(let f of ga(m))r.learn(f),l+=f.units.length}s.end()}return{units:l,step({before:u,after:c}){for(let m of u)for(let f of ga(m))r.forget(f);for(let m of c)for(let f of ga(m))r.learn(f)},model(u){let c=new Date(u.committedAt*1e3).toISOString();return{model:r.finish({project:a,revision:u.hash,committedAt:c}).model,trainedAt:u}}}}function ga({path:e,parsed:n}){return n===null||ye(e)!==null||Le(n.text)?[]:[n]}var Yb=16e6;async function*Qb(e,n){let t=a=>a.filter(l=>l!==null).filter(({path:l})=>n.languages.forPath(l)!==void 0),r=e.map(({commit:a,parent:l,files:d})=>({commit:a,parent:l,before:t(d.map(({before:u})=>u)),after:t(d.map(({after:u})=>u))})),o=new Kb({maxSize:Yb,sizeCalculation:({bytes:a})=>Math.max(1,a.length)}),i=r.flatMap(({before:a,after:l})=>[...a,...l]),s=pm(i,{...n,known:o});try{for(let{commit:a,parent:l,before:d,after:u}of r){let c={before:await mm(s,d.length),after:await mm(s,u.length)};yield{commit:a,parent:l,sides:c}}}finally{await s.return(void 0)}}async function mm(e,n){let t=[];for(;t.length<n;){let{done:r,value:o}=await e.next();if(r===!0)break;t.push(o)}return t}async function*pm(e,{history:n,languages:t,signal:r,known:o}){let i=e.flatMap(a=>{let l=t.forPath(a.path);return l===void 0?[]:[{...a,language:l}]}),s=0;for await(let a of n.blobs(i.map(({blob:l})=>l))){r.throwIfAborted();let l=i[s++];if(l===void 0)break;if(a===null)throw Xb(l);let d=`${l.blob} ${l.path}`,u=o?.get(d)??ro(l.path,a,l.language);o?.set(d,u),yield u}}function Xb({path:e,blob:n}){return new w("git-failed",`${e} (${n}) is not in this clone`,"Fetch what is missing: `git fetch --refetch`, or `git fetch --unshallow` in a shallow clone.")}async function ym(e){let{repository:n,history:t,head:r,inUse:o,policy:i}=e,s=await t.firstParents(r),a=Nd(s.commits,e.windowDays),{window:l,limit:d}=await Zb(a,o?.model.card??null,n),u=await n.identity(),c=[],m=new Set,f=new ya,p=o?.model??null;for await(let h of fm({...e,window:l,project:u})){p??=h.fresh.model,f.add(h);let S=await ek(h,p,e);c.push(...S.rows);for(let R of S.unasked)m.add(R)}return await e.journal?.finish(),{schemaVersion:1,kind:"gain",protocol:"in-place",head:{name:r.name,revision:r.hash},model:p?.card??null,...p===null?{}:on(p,[...m]),modelOrigin:o?.origin??"made-at-window-start",window:{days:e.windowDays,limit:d??(s.cutOff&&a.length===s.commits.length-1?"shallow-clone":"days"),from:gm(l[0]),until:gm(l.at(-1)),commits:l.length,commitsWithCode:f.commits},fresh:f.fresh(),policy:{leastGain:i.leastGain,leastChanges:i.leastChanges},...cm(c,i),leftOut:f.leftOut.rows(),notes:f.notes(),methods:c}}async function Zb(e,n,t){if(n===null)return{window:e,limit:null};if(n.trainedAt===null)return{window:e,limit:"unknown-training"};let{revision:r,committedAt:o}=n.trainedAt,i=async({hash:u})=>t.isAncestor(r,{hash:u,name:u,committedAt:null}),[s,a]=[e[0],e.at(-1)];if(s===void 0||a===void 0)return{window:e,limit:null};if(await i(a.commit)!==!0){if(o===null)return{window:e,limit:"unknown-training"};let u=e.filter(({commit:c})=>c.committedAt*1e3>Date.parse(o));return{window:u,limit:u.length<e.length?"training":null}}let l=0,d=e.length;for(;l<d;){let u=l+d>>1,c=e[u]?.parent;c!==void 0&&await i(c)!==!0?l=u+1:d=u}return{window:e.slice(l),limit:l>0?"training":null}}var hm=64;async function ek({commit:e,change:n,fresh:t},r,o){let i=[],s=[];for(let a=0;a<n.eligible.length;a+=hm){let l=um(n.eligible.slice(a,a+hm)),d=await St(l,r,o),u=nk(r,t.model)?d:await St(l,t.model,o);i.push(...l.flatMap((c,m)=>tk(e.hash,c,d[m],u[m]))),s.push(...l.flatMap(({change:c},m)=>d[m]===null?[c.current.unit.id]:[]))}return{rows:i,unasked:s}}function nk({card:e},{card:n}){return e.provider===n.provider&&e.fingerprint===n.fingerprint}function tk(e,{change:{change:n,current:t}},r,o){return!r||!o?[]:[{commit:e,id:t.unit.id,change:n,inUse:r.similarity,fresh:o.similarity,inUseFailed:r.failed,freshFailed:o.failed}]}var ya=class{commits=0;leftOut=new Ne;#n=new Map;#e=new Set;#t=0;#r=0;add({change:n,fresh:t,behind:r}){this.commits++,this.#o(n),n.eligible.length!==0&&(this.#e.add(t.trainedAt.hash),this.#t=Math.max(this.#t,r.commits),this.#r=Math.max(this.#r,r.seconds))}fresh(){return{trainings:this.#e.size,commitsBehind:this.#t,daysBehind:this.#r/86400}}notes(){return[...this.#n.values()].sort((n,t)=>L(n.path,t.path)||L(n.kind,t.kind))}#o({leftOut:n,notes:t}){this.leftOut.addAll(n);for(let r of t)this.#n.set(`${r.kind} ${r.path}`,r)}};function gm(e){return e===void 0?null:new Date(e.commit.committedAt*1e3).toISOString().slice(0,10)}async function wm(e){let{repository:n,history:t,store:r,at:o,policy:i}=e;if(o.hash===ge)throw rk();let s=e.model.card,a=await hi(s,r),l=await t.firstParents(o),d=a&&await ok(a,l,e),u=await ik(e),c=await sk(e,a),m=c.report?.forecast??null,f=d?.answers==="own"?d:null;return{schemaVersion:1,kind:"status",at:{name:o.name,revision:o.hash},model:s,age:{days:lk(s,o),commits:s.trainedAt===null?null:await aa(s.trainedAt.revision,l,n)},ledger:d,gain:u,drift:c.report,unmeasured:[...u===null?[{what:"gain",reason:"not-asked"}]:[],...c.reason===null?[]:[{what:"drift",reason:c.reason}]],recommendation:fd({freshness:f&&{verdict:f.verdict,value:f.freshness?.value??null},forecast:m,gain:u?.statement??null,today:dk(o)},i)}}function rk(){return new w("bad-setting","a status is that of a commit, not of a work tree","Commit first, or name a revision.")}async function ok({head:e,as:n},t,{repository:r,policy:o}){let{model:i,standsAt:s,sample:a,history:l}=e;return{...Ln(e,o),standsAt:s,commitsBehind:await aa(s.revision,t,r),answers:n,model:i,sample:a,history:l}}async function ik(e){let{gain:n,at:t,model:r,language:o}=e;if(n===null)return null;let i={model:r,origin:"kept"},{methods:s,...a}=await ym({...e,...n,head:t,inUse:i,extensions:o.extensions});return a}async function sk(e,n){if(e.drift===null)return{report:null,reason:"not-asked"};try{return{report:await am({...e,model:e.model.card,until:e.at,since:e.drift.since,trainedAt:await lm(e.model.card,e.repository),freshness:Nu(n,e.policy.line)}),reason:null}}catch(t){if(!(t instanceof w)||t.code!=="shallow-clone"&&t.code!=="no-source-files")throw t;return{report:null,reason:t.code}}}var ak=864e5;function lk({trainedAt:e},{committedAt:n}){if(n===null||e===null||e.committedAt===null)return null;let t=Math.trunc((Date.parse(n)-Date.parse(e.committedAt))/ak);return t<0?null:Math.max(0,t)}function dk({committedAt:e,name:n}){if(e===null)throw new RangeError(`${n} has no day`);return new Date(e).toISOString().slice(0,10)}async function Ri(e){let n=await wm(e),t=n.ledger===null?null:await Gu(n.ledger,e);return{project:e.project,status:n,inventory:t}}function bm(e){let n=new Map,t=async r=>n.get(r)??e.load(r);return{load:t,async fingerprints(){return[...new Set([...await e.fingerprints(),...n.keys()])].sort()},async save(r,o){let{fingerprint:i}=o.head.model,s=await t(i);return(s?.version??null)!==r?!1:(n.set(i,ck(s,o)),!0)}}}function ck(e,{head:n,shards:t}){return{version:`${e?.version??""}+`,head:n,async shards(r){let o=r.filter(s=>s in n.shards&&!t.has(s)),i=e===null?new Map:await e.shards(o);return new Map(r.map(s=>[s,t.get(s)??i.get(s)??[]]))}}}function km(e){let n=null,t=async()=>n??e.read();return{read:t,async update(r){return n=r(await t()),n}}}var W={report:null,evaluation:null,commentId:null,page:null,gate:null,unsaid:null};import uk from"picocolors";import mk from"string-width";function z({color:e}){return uk.createColors(e)}var ir="…",vm=10,fk=["","▏","▎","▍","▌","▋","▊","▉"];function H(e){return mk(e)}function Se(e,n){return e+" ".repeat(Math.max(0,n-H(e)))}function sr(e,n){return" ".repeat(Math.max(0,n-H(e)))+e}function un(e,n){if(H(e)<=n)return e;let t=n-H(ir);if(t<=0)return ir.slice(0,Math.max(0,n));let r=[...new Intl.Segmenter("en").segment(e)].map(({segment:s})=>s),o=Sm(r,Math.ceil(t/2)),i=Sm(r.toReversed(),t-H(o.join("")));return o.join("")+ir+i.toReversed().join("")}function ar(e,n){if(H(e)<=n)return e;let t=e.split("/");for(let o=t.length-2;o>=1;o--){let i=[...t.slice(0,1),ir,...t.slice(-o)].join("/");if(H(i)<=n)return i}let r=[ir,...t.slice(-1)].join("/");return H(r)<=n?r:un(t.at(-1)??e,n)}function In(e,n=vm){let t=n*8,r=Math.min(1,Math.max(0,e))*t,o=r===0||r===t?r:Math.min(t-1,Math.max(1,Math.round(r)));return("█".repeat(Math.floor(o/8))+(fk[o%8]??"")).padEnd(n,"·")}var wa=vm;function b(e,{width:n},t="  "){let r=[],o="";for(let i of e.split(" "))o!==""&&H(`${t}${o} ${i}`)>n?(r.push(t+o),o=i):o=o===""?i:`${o} ${i}`;return o===""?r:[...r,t+o]}function F(e,n){let r=[];for(let o of e){let i=r.at(-1);i!==void 0&&H(i+"   "+o)<=n.width?r[r.length-1]=i+"   "+o:r.push(un(i===void 0?o:`  ${o}`,n.width))}return r.map((o,i)=>i===0?z(n).bold(o):o)}function N(...e){return e.filter(n=>n.length>0).flatMap((n,t)=>t===0?n:["",...n])}function Z(e,n){let t=(e[0]??[]).map((r,o)=>Math.max(...e.map(i=>H(i[o]??""))));return e.map(r=>(n+r.map((o,i)=>(i===0?Se:sr)(o,t[i]??0)).join("  ")).trimEnd())}function Sm(e,n){let t=0,r=[];for(let o of e){if(t+=H(o),t>n)break;r.push(o)}return r}var pk=24,Rm=8,ba=120,xm=8,hk=6,gk=5;function Cm(e,n){return N(F([`palimpsest backtest  ${k($(e.trainAt))} to ${k($(e.until))}`,y(e.span.states,"state"),...Rc(e)],n),b(`${vo(e)}.`,n),Ro(e).flatMap(t=>b(t,n)),yk(e,n),wk(e,n),bk(e,n),xo(e).flatMap(t=>b(t,n)))}function yk(e,n){let t=n.width>=ba,r=a=>a.filter((l,d)=>t||Sc.includes(Gt[d]??"")),o=a=>t?[In(a??0,xm)]:[],i=e.outcomes.map(a=>[Mn(a),...o(a.meanFreshness),Ke(a.meanFreshness),...r(Co(a,e))]),s=["again below",...t?[""]:[],"mean freshness",...r(Gt)];return ka([s,...i],n)}function wk({outcomes:e},n){let t=i=>n.width>=ba?i:i.slice(0,gk),r=e.flatMap(i=>i.trainings.slice(0,Rm).map((s,a)=>[a===0?Mn(i):"",...t(Mo(s))]));if(r.length===0)return[];let o=e.flatMap(i=>{let s=i.trainings.length-Rm;return s>0?[`${Mn(i)}: and ${y(s,"later training")}; --format json has all of them`]:[]});return[...ka([["asked below",...t(To)],...r],n),...o.flatMap(i=>b(i,n))]}function bk({points:e},n){let t=zt(e,pk),r=t.map(o=>[rn(o.committedAt),In(o.freshness?.value??0,kk(n)),...$o(o)]);return[...ka([["never trained again","",...Po],...r],n),...Lo(t.length,e.length).flatMap(o=>b(o,n))]}function kk({width:e}){return e>=ba?xm:hk}function ka(e,n){return Z(e,"  ").map((t,r)=>r===0?z(n).dim(t):t)}var Sk=[{bar:!0,before:!0,path:!0},{bar:!1,before:!0,path:!0},{bar:!1,before:!1,path:!0},{bar:!1,before:!1,path:!1}],Mm="  ",Pm=10,xi="   ",Tm=22,vk=8,Rk={"outdated-by-change":"cyan",outdated:"cyan","outdated-already":"cyan","unfamiliar-since":"yellow",unfamiliar:"yellow","unfamiliar-already":"yellow",new:"blue",ambiguous:"yellow",failed:"magenta",familiar:"green",reproduced:"green"};function $m(e,n,t){let r=e.map(xk),o=f=>Math.max(0,...r.map(p=>H(f(p)))),i={name:o(({name:f})=>f),path:o(({path:f})=>f),similarity:Math.max(5,o(({similarity:f})=>f)),previous:o(({previous:f})=>f)},s=f=>Mm.length+Pm+xi.length+2+(f.bar?wa+1:0)+i.similarity+(f.before&&i.previous>0?xi.length+i.previous:0)+(f.path?xi.length:0),a=f=>Math.min(i.name,Tm)+(f.path?Math.min(i.path,Tm):0),l=f=>n.width-s(f)>=a(f),d=Sk.find(l)??{bar:!1,before:!1,path:!1},u=Math.max(vk,n.width-s(d)),c=d.path?Math.min(i.path,Math.max(Math.floor(u/2),u-i.name)):0,m=Math.min(i.name,u-c);return r.map(f=>Ck(f,d,{...i,name:m,path:u-m},t))}function xk(e){return{row:e,name:k(Rn(e.id,e.path)),similarity:T(e.similarity),previous:e.similarityToPrevious===null?"":`before ${T(e.similarityToPrevious).padStart(5)}`,path:k(`${e.path}:${e.line}`)}}function Ck(e,n,t,r){let{row:o}=e,i=r[Rk[ne(o)]],s=[i(Se(rc(o),Pm)),`${Se(un(e.name,t.name),t.name)}  ${Tk(e,n.bar,t.similarity,i,r)}`,...n.before&&t.previous>0?[r.dim(Se(e.previous,t.previous))]:[],...n.path?[r.dim(ar(e.path,t.path))]:[]];return(Mm+s.join(xi)).trimEnd()}function Tk({row:e,similarity:n},t,r,o,i){let s=sr(n,r);if(!t)return s;if(e.similarity===null){let u=e.failure===null?le:en(e.failure.reason);return i.dim(Se(u,wa+1+r))}let a=In(e.similarity),l=a.indexOf("·");return`${l<0?o(a):o(a.slice(0,l))+i.dim(a.slice(l))} ${s}`}var Lm=5,Mk=3,Om=3;function ve(e,n){let t=e.flatMap(r=>Jl(r)??[]);return t.length===0?[]:b(`left out: ${t.join(", ")}`,n)}function ie(e,n){let t=e.slice(0,Lm).flatMap(o=>b(`${k(o.path)}: ${Vl(o)}`,n)),r=e.length-Lm;return r>0?[...t,...b(`… and ${y(r,"more file")} with notes`,n)]:t}function En(e,n){let t=_e(e);if(t===null)return[];let r=De(e,Mk).flatMap(o=>b(o,n,"    "));return[...b(t,n),...r]}function vt(e,n){let t=Ie(e);return t===null?[]:b(`${t}.`,n)}function mn(e,n){return Jn(e).flatMap(t=>b(t,n))}function Ci(e,n,t){if(n.length===0)return[];let r=n.slice(0,Om).map(o=>k(Rn(o)));return b(`${y(n.length,"method")} ${e}: ${vn(r,Om,n.length)}`,t)}var Im=40;function Em(e,n){let t=at(e.methods);return N(F(Pk(e),n),vt(e,n),t.length>0?Ok(t,n):b(e.unasked===void 0?Lk(e):"",n),t.length===0?[]:Ik(e,t,n),Ek(e,n),[...Ci("changed in white space or comments alone",e.cosmetic,n),...Ci("moved with the same code",e.moved.map(({id:r})=>r),n),...Ci("deleted",e.deleted,n),...ve(e.leftOut,n),...ie(e.notes,n)],mn(e,n),t.length===0?[]:Ak(e,t,n))}function Pk(e){let n=k(`${He(e.base)}…${He(e.head)}`),t=Oe(e.methods.length,e)??y(e.methods.length,"changed method"),r=e.methods.length===0?t:`${t} in ${y(go(e),"file")}`,o=`palimpsest check  ${n}  ${r}`;return e.model===null?[o]:[o,`model: ${$k(e.model,e)}`]}function $k(e,{modelOrigin:n,base:t}){return n!=="trained-on-base"?k(j(e)):k(`${D(e)}, trained now on ${$(t)}`)}function Lk(e){let n=k(`${He(e.base)} and ${He(e.head)}`);return e.base.revision===e.head.revision?`Nothing to check: ${n} are the same commit. For the last commit: ${Dn.lastCommit}`:e.cosmetic.length+e.moved.length+e.deleted.length>0?`Nothing to check: no method has new code between ${n}.`:`Nothing to check: no method changed between ${n}.`}function Ok(e,n){let t=$m(e.slice(0,Im),n,z(n)),r=e.slice(Im);return r.length===0?t:[...t,...b(`… and ${y(r.length,"more method")}${ho(r)}`,n),...b(`All of them: ${Dn.everything}`,n)]}function Ik(e,n,t){return[...b(Es(n).join(" · "),t),...Ao(e.summary.methods).flatMap(r=>b(r,t)),...En(n,t)]}function Ek(e,n){let{standing:t}=e;if(t===void 0)return[];let r=it(e),o=po(t),i=a=>a===null?"":k(a.replaceAll("**","")),s=uo(t,V(t.gain?.head.revision??""));return[...b(r===null?"":`${r}${o===null?"":`; ${o}`}`,n),...b(i(co(e,k)),n),...b(i(ao(e)),n),...b(s===null?"":i(`Training again? ${s}`),n),...b(i(mo(t)),n),...b(i(fo(t)),n)]}function Ak(e,n,t){let r=n.find(i=>i.texts.regenerated!==null&&ne(i)!=="reproduced"),o=r===void 0?[]:b(`See what the model wrote: ${Dn.show} ${Fk(Rn(r.id,r.path))}`,t);return[...b(k(I(e.model)??""),t),...lo(e)?[]:b(Eo(e.modelOrigin)??"",t),...o]}function Fk(e){let n=k(e.replace(/\(.*$/s,""));return/^[\w.-]+$/.test(n)?n:`'${n.replaceAll("'","'\\''")}'`}var Nk=10;function Sa({summary:e,stub:n},t,r){let i=No(e,n,k(t)).flatMap(({sample:s,lines:a})=>[[s,"","",""],...a.map(l=>[`  ${l.label}`,..._o(l.scores)])]);return Z([["",...Fo],...i],"  ").map(s=>s.slice(0,Math.max(s.length,r.width)))}function va(e,n){let t=Do(e,Nk);if(t.length===0)return[];let r=t.map(({distance:a,similarity:l})=>["",q(a,0),O(l,4)]),[o="",...i]=Z([["","error","similarity"],...r],""),s=n.width-o.length-2;return[...b(Bo(e,t.length),n),o,...i.map((a,l)=>`${a}  ${ar(k(t[l]?.id??""),s)}`)]}function Am(e,n){let{model:t,summary:r}=e,i=`${Oe(r.methods.count,e)??y(r.methods.count,"method")} in ${y(r.files.count,"file")}`;return N(F([`palimpsest evaluate  ${k(Wn(e.source))}  ${i}`,Hn(e.protocol),...Un(e),`model: ${k(j(t))}`],n),vt(e,n),Sa(e,D(t),n),[...b(Io(e)??"",n),...b(qt(e.reproduced,r.methods)??"",n),...En(e.methods,n),...e.protocol==="recreate"&&$e(t)?b(ct,n):[],...b(k(I(t)??""),n)],va(e.files,n),mn(e,n),Ti(e,n))}function Fm(e,n){let{summary:t,original:r,regenerated:o}=e,i=`${y(t.methods.count,"method")} in ${y(t.files.count,"file")}`;return N(F([`palimpsest score  ${k(o)} against ${k(r)}`,i],n),Sa(e,"regenerated",n),[...b(qt(e.reproduced,t.methods)??"",n),...En(e.methods,n)],va(e.files,n),Ti(e,n))}function Nm(e,n){let{erased:t,stub:r}=e,o=`error rate ${q(r.files.errorRate,2)} characters, similarity ${O(r.files.similarity,4)}`;return N(F([`palimpsest erase  ${k(e.directory)} → ${k(e.outputDirectory)}`],n),[...b(`Erased ${y(t.bodies,"body","bodies")}, ${y(t.characters,"character")}, in ${y(r.files.count,"file")}.`,n),...r.files.count===0?[]:b(`Here a model starts: ${o} over ${y(r.files.count,"file")}.`,n)],Ti(e,n))}function _m(e,n){let{model:t,output:r,source:o}=e;return N(F([`palimpsest train  ${k($(o))}`],n),[...b(`${k(D(t))} learned ${jn(t,"an unknown number of methods")}.`,n),...b(`model: ${k(r.model)} (${xr(r.bytes)})`,n),...b(`card:  ${k(r.card)}`,n)],b(k(I(t)??""),n),Ti(e,n))}function Ti({leftOut:e,notes:n},t){return[...ve(e,t),...ie(n,t)]}var _k=40;function Bm(e,n){let[t="",...r]=Uo(e,Rt);return N(F([`palimpsest compare  ${t}`,...r],n),b(`${Wo(e,Rt)}.`,n),Ho(e,Ws).flatMap(o=>b(o,n)),...Ko(e,Rt).map(o=>Dm(o,n)),...Jo(e,Rt).map(o=>Dm(o,n)),[...Go(e,Rt).flatMap(o=>b(`${o}.`,n)),...zo(e).flatMap(o=>b(o,n,"    "))],qo(e,Rt).flatMap(o=>b(o,n)),[...ve(e.leftOut,n),...ie(e.notes,n)])}function Rt(e){return un(Ws(e),_k)}function Dm({title:e,headings:n,rows:t},r){return t.length===0?[]:Z([[e,...n],...t.map(([o="",...i])=>[`  ${o}`,...i])],"  ").map((o,i)=>i===0?z(r).dim(o):o)}function jm({source:e,outputDirectory:n,card:t},r){let o=t.recipe==="files"?"text as it stands":`prompts: ${t.format}`;return N(F([`palimpsest dataset  ${k($(e))}`,Rd(t.recipe),o],r),Dk([[...Sd],...vd(t)]),[...b(`written: ${k(n)} (${Td(t)}, dataset-card.json, README.md)`,r),...b(`hash: ${t.hash}`,r),...Cd(t).flatMap(i=>b(`${i}.`,r))],t.leftOut.length===0?[]:b(`left out: ${t.leftOut.map(xd).join(", ")}`,r))}function Dk(e){let n=e.reduce((t,r)=>r.map((o,i)=>Math.max(t[i]??0,H(o))),[]);return e.map(t=>`  ${t.map((o,i)=>(i===0?Se:sr)(o,n[i]??0)).join("   ")}`)}var Bk=24,jk=8,Wm=112,Wk=20,Uk=7,Hk=60,Gk=56;function Um(e,n){let{shown:t,rest:r}=Er(e,Bk);return N(F([`palimpsest drift  ${k($(e.until))}`,Mr(e),Tr(e)],n),b($r(e),n),[...zk(e,t,n),...r.flatMap(o=>b(o,n))],[...Or(e),...Ir(e),...Lr(e.yearly)].flatMap(o=>b(o,n)),[...Kn(e.forecast,e.model),k(I(e.model)??"")].flatMap(o=>b(o,n)),qk(e,n),[...ve(e.leftOut,n),...ie(e.notes,n)])}function zk({survival:e},n,{width:t}){let r=Math.max(...n.map(({share:l})=>l??0)),o=t>=Wm,i=o?Wk:Uk,s=n.map(l=>[l.month,In(r===0?0:(l.share??0)/r,i),Pr(l.share),`${v(String(l.added+l.deleted))} of ${v(String(l.lines))}`,...o?[v(String(l.files)),v(String(l.commits))]:[],T(nn(l,e,"lines")),T(nn(l,e,"methods")),l.whole?"":"so far"]),a=["month","changed".padEnd(i),"","lines",...o?["files","commits"]:[],"lines stand","methods",""];return Z([a,...s],"  ")}function qk(e,n){let t=e.packages.slice(0,jk);if(t.length===0)return[];let r=Ar(e),o=t.map(s=>[un(k(Fr(s.name)),Math.min(Hk,n.width-Gk)),`+${v(String(s.added))}`,`-${v(String(s.deleted))}`,T((s.added+s.deleted)/r),v(String(s.lines))]),i=[`${n.width>=Wm?"the packages that move most, of":"packages, of"} ${e.packages.length}`,"added","deleted",`of all ${v(String(r))}`,"lines now"];return Z([i,...o],"  ")}function Hm({command:e,models:n},t){return N(F([`palimpsest ${e} --dry-run`,"nothing was asked"],t),...n.length===0?[b("No model would be asked: there is no method to write.",t)]:[],...n.map(r=>[...b(`${Nr(r)}.`,t),..._r(r).flatMap(o=>b(o,t,"    "))]))}function Gm(e,n){let t=Hr(e),r=t.length===0?[]:[["",...Ur(e)],...t.map(({label:o,cells:i})=>[o,...i])];return N(F([`palimpsest gain  ${k($(e.head))}`,Gr(e)],n),b(Vn(e),n),vt(e,n),Z(r,"  ").map((o,i)=>i===0?z(n).dim(o):o),Yn(e).flatMap(o=>b(k(o),n)),b(k(I(e.model)??""),n),[...ve(e.leftOut,n),...ie(e.notes,n)],mn(e,n))}function zm(e,n){let t=Xo(e),r=t.length===0?[]:[["",...Yt],...t.map(({label:s,cells:a})=>[s,...a])],{challenger:o,champion:i}=e;return N(F([`palimpsest promote  ${k($(e.head))}`,Qo(e)],n),ht(e).flatMap(s=>b(s,n)),Z(r,"  ").map((s,a)=>a===0?z(n).dim(s):s),Zo(e).flatMap(s=>b(k(s),n)),[o,...i===null?[]:[i]].flatMap(({model:s})=>b(k(I(s)??""),n)),[...ve(e.leftOut,n),...ie(e.notes,n)],[o,...i===null?[]:[i]].flatMap(s=>Jn(s).flatMap(a=>b(`${k(s.reference)}: ${a}`,n))))}function qm(e,n){let t=e.records.length===0?[]:[Qt,...ni(e,k)];return N(F(["palimpsest promote",ei(e,k)],n),Kk(t).map((r,o)=>o===0?z(n).dim(r):r))}function Kk(e){let n=(e[0]??[]).map((t,r)=>Math.max(...e.map(o=>H(o[r]??""))));return e.map(t=>`  ${t.map((r,o)=>Se(r,n[o]??0)).join("  ")}`.trimEnd())}function Jm(e,n){let{output:t,serve:r,remarks:o}=e,i=(s,a)=>a===null?[]:[`  ${s} ${k(a)}`];return N(F([`palimpsest specialize  --trainer ${e.trainer}`,k(t.folder)],n),[...b(k(ti(e,s=>s)),n),...e.trained?[]:b(oi,n)],Yk(e,n),[...i("card:  ",t.card),...i("models:",t.models),...i("chart: ",t.chart)],r.length===0?[]:["  To serve it, one of these:",...r.flatMap(Jk)],o.flatMap(s=>b(k(s),n)))}function Jk({server:e,command:n}){return[`    # ${k(e)}`,`    ${k(n)}`]}var Km="▁▂▃▄▅▆▇█",Vk=60;function Yk(e,n){let t=ri(e);if(t===null)return[];let r=e.losses.flatMap(({loss:d})=>d??[]),o=Bd(r,Math.max(2,Math.min(Vk,n.width-4))),[i,s]=[Math.min(...o),Math.max(...o)],a=d=>Km[s===i?0:Math.round((d-i)/(s-i)*(Km.length-1))]??"";return[...o.length<2?[]:[`  ${z(n).cyan(o.map(a).join(""))}`],...b(t,n)]}function Mi({freshness:e}){if(e===null)return[];let n=Br(e),t=Dr.map(o=>[o,v(String(e.parts[o].units)),n[o]]),r=Y({value:e.value,margin:null});return Z([["since training","methods","points"],...t,["freshness","",r]],"  ")}var Ra=["▁","▂","▃","▄","▅","▆","▇","█"],Vm="  ";function Pi({history:e,line:n},t){let r=e.map(({freshness:d})=>d).filter(Number.isFinite),[o,i]=[Math.min(n,...r),Math.max(1,...r)],s=`  ▁ ${Ym(o)}  █ ${Ym(i)}`,a=Wt(e,t.width-Vm.length-H(s));if(a.length===0)return[];let l=a.map(({freshness:d})=>Ra[Qk(i===o?1:(d-o)/(i-o))]);return[...b(`Freshness over ${Ut(a)}:`,t),`${Vm}${l.join("")}${s}`]}function Qk(e){return Math.max(0,Math.min(Ra.length-1,Math.floor(e*(Ra.length-1)+1e-9)))}function Ym(e){return Y({value:e,margin:null})}function Zm(e,n){let{ledger:t,model:r,at:o}=e;return N(F([`palimpsest status  ${k($(o))}`,`model: ${k(j(r))}`],n),[...Qm(b(Xn(e),n),Xk(e,z(n))),...Qm(b(`Recommendation: ${zr(e)}`,n),Zk(e,z(n))),...Qn(e,xa).flatMap(i=>Ca("-",2,i,n))],[...Zn(e,xa),k(I(r)??"")].flatMap(i=>b(i,n)),t===null?[]:Mi(t),t===null?[]:Pi(t,n),t===null?[]:[`${Ee(t)}.`,...qr(e,xa)].flatMap(i=>b(i,n)),[...$i("age",[Kr(e)],n),...$i("gain",et(e),n),...$i("drift",Jr(e),n),...$i("forecast",Vr(e),n)])}function xa(e){return e.startsWith("palimpsest ")?`\`${k(e)}\``:k(e)}function Qm(e,n){return e.map(t=>n(t))}function Xk({ledger:e},n){let t=e?.verdict.kind??"unknown";switch(t){case"fresh":return n.green;case"stale":return n.red;case"unknown":return n.dim;default:return t}}function Zk({recommendation:e},n){return e.kind==="keep"?n.bold:t=>n.bold(n.yellow(t))}var Xm=8;function $i(e,n,t){return n.flatMap((r,o)=>o===0?Ca(Se(e,Xm),0,r,t,z(t).dim):Ca(" ".repeat(Xm),0,r,t))}function Ca(e,n,t,r,o=i=>i){let i=" ".repeat(2+n),s=i+" ".repeat(e.length+(e.length>1?2:1));return b(t,r,s).map((a,l)=>l===0?i+o(e)+a.slice(i.length+e.length):a)}function ef(e,n){let{ledger:t,model:r,methods:o,notes:i,route:s,to:a}=e;return N(F([`palimpsest update  ${k($(a))}${s==="budget-spent"?"  not brought further":""}`,`model: ${k(j(r))}`],n),[...b(jr(t,r),n),...b(Ee(t),n),...b(k(I(r)??""),n)],Mi(t),Pi(t,n),b(Wr(e,l=>k($(l))),n),[...En(o,n),...ie(i,n)],mn(e,n))}function nf(e,n){return`${eS(e,n).join(`
`)}
`}function eS(e,n){switch(e.kind){case"check":return Em(e,n);case"evaluate":return Am(e,n);case"compare":return Bm(e,n);case"score":return Fm(e,n);case"erase":return Nm(e,n);case"train":return _m(e,n);case"update":return ef(e,n);case"drift":return Um(e,n);case"gain":return Gm(e,n);case"status":return Zm(e,n);case"backtest":return Cm(e,n);case"promote":return zm(e,n);case"promotions":return qm(e,n);case"estimate":return Hm(e,n);case"dataset":return jm(e,n);case"specialize":return Jm(e,n);default:return e}}var nS=120;function fn(e){return nf(e,{color:!1,width:nS})}function lr({section:e}){return e===null?"Palimpsest":`Palimpsest (${e})`}async function tf(e,n){let{log:t}=n,r=await n.whole.resolve(e),o=await n.whole.defaultBranch();if(await tS(r,o,n))return t.notice(`${e} is no longer on ${o.name}: the run for what was pushed in its place does the rest.`),W;let i=await Ta(n,()=>Pa(n,async m=>{let f={...dr(n,r),...m},p=await yi({...f,mayAskForAll:!1});return{kept:p,page:p.kind==="none"?null:await oS(p.model,f,n)}}));if(i===null)return W;let{result:s,refusal:a}=i,{kept:l,page:d}=s;if(l.kind==="none")return t.notice($a(l)),W;let u=l.report;t.say(fn(u)),await t.summarise(`${Re(u)}
${a??n.links.whereItLies}
`);let c=or(u.ledger,n.choices.gate);return{...W,report:u,page:d,gate:c.kind==="passed"?null:Ma}}async function Ta({log:e},n){try{return await n()}catch(t){if(!(t instanceof w&&t.code==="no-source-files"))throw t;return e.notice(`Nothing to look at yet: ${t.message}.`),null}}async function tS(e,n,{whole:t}){return e.hash!==n.hash&&await t.isAncestor(e.hash,n)===!1}var rS=20;function oS(e,n,t){let{settings:r,languages:o}=t;return Ri({...n,model:e,history:Uu,at:n.target,policy:r.freshness,gain:null,drift:null,language:o.main,project:t.project,closeUps:e.usage===void 0?rS:0})}var Ma="The model is stale, and the workflow asks to fail then (fail-on: stale). Training it again helps.";function dr(e,n){let{repository:t,model:r,settings:o,languages:i,progress:s,signal:a}=e,{ledgers:l,state:d}=e,{sample:u}=o.evaluation;return{repository:t,target:n,store:l,state:d,model:r.inUse,sample:u===0?null:{size:u,seed:1},policy:o.freshness,languages:i,progress:s,signal:a}}async function Pa({ledgers:e,state:n,log:t},r){try{return{result:await r({store:e,state:n}),refusal:null}}catch(o){if(!(o instanceof w&&o.code==="forge-refused"))throw o;let i={kind:"refused",what:"data-branch",reason:o.message};return t.warning(`${K(i,String)} ${o.remedy}`),{result:await r({store:bm(e),state:km(n)}),refusal:`${K(i,a=>g(a))} ${o.remedy}`}}}function $a({reason:e}){switch(e){case"no-training-revision":return"Freshness cannot be told: nobody says what the model was trained on. Name the revision with the input trained-at.";case"too-dear":return"The model has no ledger yet, and to begin one it is asked for every method: a scheduled run, or one started by hand, does that.";default:return e}}function pn({settings:e,model:n,training:t}){let{workflow:r,eventType:o}=e.retraining;return r!==""||o!==""?"dispatch":t!==null?"specialize":n.inUse.kind==="pinned"?"repin":"none"}function rf(e){return pn(e)!=="none"}async function La(e,n){let{forge:t,settings:r,section:o}=n,{workflow:i,eventType:s}=r.retraining,a=await n.whole.defaultBranch();return[...i===""?[]:[await t.dispatches.workflow(i,a.name,{})],...s===""?[]:[await t.dispatches.repository(s,{...e,project:o??""})]]}var iS=864e5;function of(e){return`repository/${e}/retrained`}async function Oa({documents:e,repositoryId:n,now:t}){let r=of(n),o=(await e.read([r])).get(r);return o!==void 0&&t()-Date.parse(o.text)<iS?o.text:null}async function Li({by:e},n){let{forge:t,documents:r,repositoryId:o,now:i}=n;if(!Ot(await t.pullRequests.permissionOf(e),"maintain"))return{kind:"not-allowed"};let s=await Oa(n);if(s!==null)return{kind:"too-soon",at:s};let a=of(o),l=(await r.read([a])).get(a),d=i(),u=await n.run(),c=pn(u);if(c==="none")return{kind:"no-way"};let m=await u.whole.defaultBranch(),f={key:a,expected:l?.version??null,text:new Date(d).toISOString()};if(c==="repin")return await rr({...dr(u,m),mayAskForAll:!1}),await r.write([{key:a,text:f.text}]),{kind:"started"};let p=c==="dispatch"?await aS(u):"";if(!await r.write([f]))return{kind:"too-soon",at:f.text};if(c==="specialize"){try{await sS(u)}catch(x){throw await r.write([{key:a,text:l?.text??null}]),x}return{kind:"started"}}let h=[];try{h=await La({model:p,revision:m.hash},u)}finally{h.some(({kind:M})=>M==="said")||await r.write([{key:a,text:l?.text??null}])}let S=h.find(x=>x.kind==="refused");return h.some(({kind:x})=>x==="said")||S===void 0?{kind:"started"}:{kind:"refused",reason:S.reason}}async function sS({training:e}){if(e?.enqueue==null)throw new Error("a training that somebody asks for by a comment or a button is a task of its own");await e.enqueue()}async function aS({model:{isHosted:e,inUse:n}}){return e&&n.kind!=="pinned"?(await n.open()).card.name:"project memory"}var lS={label:"Check again",description:"Has the model write the methods again",identifier:"check-again"},dS={label:"Retrain",description:"Trains the model again; for maintainers",identifier:"retrain"};function Ia(e){return e.buttons!==!0?{}:{actions:[lS,...rf(e)?[dS]:[]]}}function Ea({written:e,moved:n,deleted:t}){let r=[...e.flatMap(({previousId:o})=>o??[]),...n.map(o=>o.previousId),...t];return new Set([...r.map(cS),...e.map(({facts:o})=>o.path),...n.map(({path:o})=>o)])}function cS(e){return e.slice(0,e.indexOf("#"))}function af(e,n,t){let r=Ea(t),o=[...dn(n).values()].filter(({path:c})=>r.has(c)),i=new Map(o.flatMap(({units:c})=>c.map(m=>[m.id,m]))),s=new Map([...i].map(([c,m])=>[c,sf(m)])),a=new Map;for(let c of t.deleted)s.delete(c);for(let{previousId:c}of[...t.moved,...t.written])c!==null&&s.delete(c);for(let{id:c,path:m,previousId:f}of t.moved){let p=i.get(f);p!==void 0&&(s.set(c,{...sf(p),id:c,path:m}),a.set(c,f))}for(let{facts:c,previousId:m}of t.written)s.set(c.id,c),m!==null&&m!==c.id&&a.set(c.id,m);let l=fi({before:o,now:[...s.values()],lineage:a,byBody:!1}),d=new Map(t.written.map(({facts:c,score:m})=>[c.id,m])),u=l.toScore.map(c=>({...c,score:d.get(c.id)??null,rescored:!0}));return er(e,bt(n,{paths:r,units:[...l.kept,...u],departed:l.departed}))}function sf({id:e,path:n,text:t,header:r,code:o,length:i}){return{id:e,path:n,text:t,header:r,code:o,length:i}}async function lf(e){let{project:n,card:t,base:r}=e,o=n.state?.review??null,i=o?.fingerprint===t.fingerprint?o:null;return{freshness:await uS(e),age:{days:hS(t.trainedAt?.committedAt??null,r.committedAt),commits:null},gain:i?.gain??null,forecast:i?.forecast??null,recommendation:i?.recommendation??null}}async function uS({project:e,card:n,origin:t,change:r,rows:o}){let{store:i,policy:s}=e,a=await i.load(n.fingerprint);if(a===null)return t==="trained-on-base"?{kind:"unknown",reason:"not-pinned"}:{kind:"unknown",reason:(await i.fingerprints()).length===0?"no-ledger":"other-model"};tr(n,a.head);let l=mS(r,o),d=await gi(a,Ea(l)),u=af(a.head,d,l);return{kind:"known",before:Ln(a.head,s),after:Ln(u,s)}}function mS({eligible:e,moved:n,deleted:t},r){let o=new Map(r.map(i=>[i.id,fS(i)]));return{written:e.flatMap(({current:i,previous:s,language:a})=>{let l=o.get(i.unit.id);return l===void 0?[]:[{facts:Zs(i.source,i.unit,a),previousId:s?.unit.id??null,score:l}]}),moved:n.map(({id:i,previousId:s})=>({id:i,path:i.slice(0,i.indexOf("#")),previousId:s})),deleted:t}}function fS({similarity:e,texts:n}){return e===null?{similarity:ut(n.after.length),failed:!0}:{similarity:e,failed:!1}}var pS=864e5;function hS(e,n){return e===null||n===null?null:Math.max(0,Math.floor((Date.parse(n)-Date.parse(e))/pS))}async function df(e){let{base:n,head:t,policy:r}=e,o=await ot(e),{model:i,origin:s}=o.eligible.length===0?gS:await e.openModel(),{judged:a,unasked:l}=i===null?yS:await Aa(o.eligible,i,e),d=a.map(({row:p})=>p);i!==null&&sn(d,i.card.name,ai);let u=RS(a),c=i===null||e.project===void 0?null:await lf({project:e.project,card:i.card,origin:s,base:n,change:o,rows:d}),m=a.map(({measurement:p})=>p),f=u.map(({measurement:p})=>p);return{schemaVersion:1,kind:"check",protocol:"in-place",base:{name:n.name,revision:n.hash},head:{name:t.name,revision:t.hash},model:i?.card??null,modelOrigin:s,policy:{familiar:r.familiar,ambiguous:r.ambiguous,countCosmetic:r.countCosmetic},summary:Pn(f,m),stub:mt(f,m),verdicts:xS(d),files:u.map(({row:p})=>p),methods:d,...i===null?{}:on(i,l),cosmetic:o.cosmetic,moved:o.moved,deleted:o.deleted,...c===null?{}:{standing:c},leftOut:o.leftOut.rows(),notes:o.notes}}var gS={model:null,origin:null},yS={judged:[],unasked:[]};async function Aa(e,n,t){let r=e.flatMap(bS),{policy:o,progress:i,signal:s}=t;i.begin("writing again",r.length);let a=new Map,l=new Map,d={model:n,samples:o.samples,signal:s,progress:i,journal:null};for await(let{item:m,regeneration:f}of oe(r,d))(m.role==="before"?l:a).set(m.change,f);i.end();let u=[],c=[];for(let m of e){let f=a.get(m)??wS;f.kind==="unasked"?c.push(m.current.unit.id):u.push(kS(m,f,l.get(m)??null,o))}return{judged:u,unasked:c}}var wS={kind:"unasked"};function bS(e){let{current:n,previous:t}=e,r={change:e,role:"after",stub:G(n.source,n.unit)};if(t===null)return[r];let o=G(t.source,t.unit);return[r,{change:e,role:"before",samples:1,countsAs:n.unit.id,stub:o}]}function kS({change:e,current:n,previous:t,language:r},o,i,s){let a=U(n.source,n.unit),l=t===null?null:U(t.source,t.unit),d=o.kind==="regenerated"?o:null,u=be(a,d?.body??"{}"),c=l===null||d===null?null:vs(l,d.body),m=d===null?null:hd({sameTokens:Cr(r.tokenize,a,d.body),similarity:u.similarity,similarityToPrevious:c,disagreement:vS(d)},s);return{row:{id:n.unit.id,path:n.unit.path,line:n.unit.line,change:e,previousId:t===null||t.unit.id===n.unit.id?null:t.unit.id,distance:d===null?null:u.distance,similarity:d===null?null:u.similarity,similarityToPrevious:c,verdict:m,knewPrevious:l===null||i===null?null:SS(l,i,s),confidence:d?.confidence??null,failure:o.kind==="failed"?{reason:o.reason,detail:o.detail}:null,texts:{before:l,after:a,regenerated:d?.body??null}},measurement:{...u,failed:d===null},source:n.source}}function SS(e,n,t){return n.kind==="regenerated"?vs(e,n.body)>=t.familiar:null}function vS({samples:e}){return gd((e??[]).map(({body:n,probability:t})=>({text:n,weight:t??1})))}function RS(e){let n=new Map;for(let{row:t,source:r}of e){let o=n.get(r)??new Map;o.set(t.id,t.texts.regenerated??"{}"),n.set(r,o)}return[...n].map(([t,r])=>{let o=Cn(t,({id:l})=>r.get(l)).text,i=Cn(t,({id:l})=>r.has(l)?"{}":void 0).text,s=Jt(t.text,o,i);return{row:{id:t.path,distance:s.distance,similarity:s.similarity},measurement:s}}).sort((t,r)=>L(t.row.id,r.row.id))}function xS(e){let n={reproduced:0,outdated:0,ambiguous:0,familiar:0,unfamiliar:0,newToIt:0,failed:0};for(let t of e)t.verdict===null?n.failed++:t.verdict==="unfamiliar"&&t.change==="added"?n.newToIt++:n[t.verdict]++;return n}async function cf(e,n,t,r){let{repository:o,settings:i,choices:s,languages:a,progress:l,signal:d}=e,u=await TS(e,n,t),c=await e.state.read(),m={...i.policy,samples:s.samples??i.policy.samples};try{let f=await df({repository:o,base:n,head:t,openModel:()=>mi(r,c,n,o),languages:a,policy:m,project:{store:e.ledgers,state:c,policy:i.freshness},progress:l,signal:d}),p=ju(f,s.gate),h=[...u,...await MS(e,f,n),...PS(f,p)];return{report:f,outcome:p,conclusion:Wu(f,p),notices:h}}catch(f){if(!(f instanceof w&&f.code==="model-unavailable"))throw f;let p={kind:"model-unreachable",detail:e.mask(f.message)};return{report:null,outcome:{kind:"passed"},conclusion:"neutral",notices:[...u,p]}}}var CS=".github/workflows/";async function TS({whole:e,settingsPath:n},t,r){let i=(await e.changedFiles(t,r)).map(({path:s})=>s).filter(s=>s===n||s.startsWith(CS));return i.length===0?[]:[{kind:"edits-settings",paths:i}]}async function MS({whole:e},{standing:n},t){let r=n?.freshness.kind==="known"?n.freshness.before.history.at(-1)?.revision:void 0;if(r===void 0||r===t.hash)return[];if(await e.isAncestor(t.hash,{hash:r,name:r,committedAt:null}))return[];let o=await e.isAncestor(r,t);return[{kind:"ledger-behind",ledger:r,where:o?"before-base":"elsewhere"}]}function PS(e,n){return[...$S(n),...e.unasked===void 0?[]:[{kind:"budget-spent",input:"max-methods"}]]}function $S(e){switch(e.kind){case"passed":return[];case"stale":return[{kind:"gate-met",gate:"stale"}];case"drop":return[{kind:"gate-met",gate:"maximum-drop",drop:e.points,maximum:e.maximum}];default:return e}}function Oi({isDraft:e,labels:n},{drafts:t,skipLabel:r}){return r!==""&&n.includes(r)?`it has the label "${r}"`:e&&!t?"it is a draft":null}var LS=500;async function ff(e,n){let t=IS(e,n),{log:r,forge:o,settings:i}=t,{pullRequests:s}=o,a=await s.read(e.pullRequest);if(a.head.revision!==e.head)return pf(a,t);let l=Oi(a,i.pullRequests);if(l!==null)return r.say(`Not checked: ${l}.`),await mf(l,`${l}.`,a,e,t),W;try{return await OS(e,a,t)}catch(d){let u=d instanceof w&&d.code==="cancelled",c=d instanceof w?k(d.message):"a bug in palimpsest",m=`${g(c,LS)}. The log has more.`;throw u||await mf(c,m,a,e,t).catch(()=>{}),d}}async function OS(e,n,t){let{log:r,forge:o}=t,{pullRequests:i}=o,{model:s,notices:a}=await AS(e,t),l=[...a,...ES(e),...FS(e,t)],d=uf(n.head.revision),u=await t.whole.mergeBase(uf(n.base.revision),d),c=await cf(t,u,d,s);c.report!==null&&r.say(fn(c.report));for(let f of c.notices)f.kind==="model-unreachable"&&r.warning(K(f,String));let m=await i.read(e.pullRequest);return m.head.revision!==e.head?pf(m,t):NS({...c,notices:[...l,...c.notices]},n,e,t)}function IS({ignored:e=[]},n){let t=e.map(r=>`!${r}`);return t.length===0?n:{...n,repository:_t(n.repository,{under:"",globs:t})}}function ES({ignored:e=[]}){return e.length===0?[]:[{kind:"ignored",paths:e}]}function uf(e){return{hash:e,name:e,committedAt:null}}function pf({head:e,url:n},{log:t}){return t.say(`The head of ${n} is ${e.revision} by now: the run for that one reports. Nothing was said for this one.`),W}async function mf(e,n,{head:t},{voice:r},o){if(r!=="everywhere")return;let i=await o.forge.checkRuns.conclude({revision:t.revision,name:lr(o),conclusion:"neutral",title:`Not checked: ${e}`,summary:`This pull request was not checked: ${n}
`,annotations:[],...Ia(o)});i.kind==="refused"&&o.log.warning(K({kind:"refused",what:"check-run",reason:i.reason},String))}async function AS({trust:e,approval:n},{model:t,settings:r,forge:o}){if(e==="trusted"||!t.isHosted)return{model:t.inUse,notices:[]};let{runLabel:i}=r.pullRequests;return n!==null&&n.label===i&&await o.pullRequests.isMaintainer(n.by)?{model:t.inUse,notices:[]}:{model:t.shadow,notices:[{kind:"fork-by-shadow",label:i===""?null:i}]}}function FS({trust:e,voice:n},{hasCheckout:t,log:r}){if(!t||e==="trusted"||n==="summary")return[];let o={kind:"checkout-ignored"};return r.warning(K(o,String)),[o]}async function NS(e,n,{voice:t},r){let o=[...e.notices],{report:i}=e,s=null,a=async u=>{try{return await u}catch(c){if(!(c instanceof w)||c.code==="cancelled")throw c;return s=c,{kind:"refused",reason:c.message}}},l={kind:"nothing"};if(t==="everywhere"){l=await a(_S(e,n,r)),l.kind==="refused"&&o.push({kind:"refused",what:"comment",reason:l.reason});let u=await a(DS(e,o,n.head.revision,r));u.kind==="refused"&&o.push({kind:"refused",what:"check-run",reason:u.reason})}else o.push({kind:"read-only"});await r.log.summarise(hf(i,Fa(o,n.head.revision,"summary",r)));for(let u of o)u.kind==="refused"&&r.log.warning(K(u,String));let d=o.find(({kind:u})=>u==="gate-met");return{...W,report:i,commentId:l.kind==="said"?l.id:null,gate:d===void 0?null:K(d,String),unsaid:s}}function Fa(e,n,t,r){let o=r.section;return{headRevision:n,repositoryUrl:r.links.repositoryUrl,reportUrl:r.links.reportUrl,section:o,notices:e,voice:t}}function hf(e,n){return e===null?bc(n):Re(e,n)}async function _S({report:e,notices:n},{number:t,head:r,author:o},i){let{choices:s,forge:a,settings:l}=i,d=i.section??"",u=o.isBot&&!l.pullRequests.bots;if(s.comment==="never"||u||e===null)return{kind:"nothing"};let c=Fa(n,r.revision,"comment",i),m=s.comment==="always"||cu(e,n),f=e.methods.length>0||e.unasked!==void 0,p=m||f?Re(e,c):uu(c);return a.comments.put(t,d,p,{ifThere:!m})}async function DS({report:e,conclusion:n},t,r,o){let i=Fa(t,r,"check-run",o);return o.forge.checkRuns.conclude({revision:r,name:lr(o),conclusion:n,title:e===null?cc(t):dc(e,t),summary:hf(e,i),annotations:e===null||!o.settings.pullRequests.annotations?[]:uc(e),...Ia(o)})}var BS=[["/palimpsest check","checks this pull request again"],["/palimpsest explain METHOD","shows what the model wrote for a changed method, and what that may come from"],["/palimpsest ignore PATH","leaves files out of the check of this pull request; `unignore PATH` takes that back"],["/palimpsest retrain","trains the model again, at most once a day; for maintainers"],["/palimpsest badge-link","makes a link to a private repository’s badge and page; `badge-link revoke` ends all of them; for maintainers"]];function gf(e){let n=e===null?"One of these at the start of a comment:":`There is no command ${g(e)}. There are:`;return P([n],C(BS.map(([t,r])=>`${g(t)} ${r}`)))}function Ii(e,n){let t=n==="write"?"people who may write to this repository":"maintainers of this repository";return`Thank you, ${g(e)}. This is for ${t}, so nothing was done; any of them can ask for it here.
`}function Na(e){return e.length===0?`Nothing is left out of the check of this pull request any more. It is checked again.
`:P(["Left out of the check of this pull request, which is done again:"],C(e.map(n=>g(n,256))))}function yf(e,n){let t=n.length===0?"nothing":n.map(r=>g(r,256)).join(", ");return`${g(e,256)} is not left out here; ${t} is.
`}function wf(e){return`No more than ${e} paths are left out of one pull request. What never counts belongs in ${g("paths")} of ${g(".github/palimpsest.yml")}.
`}function _a(e){return`The training was started at ${g(e)} already. That can be asked for once a day.
`}function bf(){return`Nobody has said how this repository’s model is trained: ${g("retraining.workflow")} in ${g(".github/palimpsest.yml")} names the workflow to start.
`}function kf(e){return`The training was not started: ${g(e,200)}.
`}function Sf(e,n){return P(["Whoever has these addresses sees the freshness of this repository’s model; keep them among those who may."],C([`page: ${g(e,600)}`,`badge: ${g(n,600)}`]),[`${g("/palimpsest badge-link revoke")} ends all links that were made.`])}function vf(e){return e===0?`There was no link to revoke.
`:`${e===1?"The one link that was made opens":`The ${e} links that were made open`} the page no more.
`}function Rf(e,n){return P([`That did not work: ${g(e,300)}.`],[`What to do: ${g(n,300)}`])}function Cf(e,n){if(e===n)return!0;let t=Kl(e),r=t.slice(0,t.indexOf("(")),o=n.replace(/\s*([,()])\s*/g,"$1");return[t,r].some(i=>xf(i,o)||jS(i)&&xf(WS(i),o))}function xf(e,n){return e===n||e.endsWith(`.${n}`)}function jS(e){return e.includes(`.${It}`)}function WS(e){return e.replace(`.${It}`,"")}async function Tf(e,n){let{eligible:t}=await ot(n),r=e.trim(),o=t.filter(({current:c,previous:m})=>[c,m].some(f=>f!==null&&Cf(f.unit.id,r))),[i,...s]=o;if(i===void 0)return{kind:"none",changed:t.map(({current:c})=>c.unit.id)};if(s.length>0)return{kind:"several",named:o.map(({current:c})=>c.unit.id)};let{model:a}=await n.openModel(),{judged:l}=await Aa([i],a,n),d=l[0]?.row;if(d===void 0)return{kind:"none",changed:[]};let u=G(i.current.source,i.current.unit);return{kind:"explained",row:d,model:a.card,nearest:await a.nearest?.(u)??null}}var US=/^(?=.{1,64}$)[\da-zA-Z]+(-[\da-zA-Z]+)*$/;function Ei(e){let n=Da(e);return n===null?null:`<!-- palimpsest request ${n} -->`}function Da(e){return e!==null&&US.test(e)?e:null}function Ba(e){return e.replace(/^<!-- palimpsest request [\da-zA-Z-]{1,64} -->(\r\n|\n|\r)/gm,"")}var cr=65536,ja="<!-- palimpsest comment v1 -->",Ai="<!-- palimpsest end -->",HS=/^[^\S\n]*<!--\s*palimpsest/gim,GS=new RegExp("\\p{Cs}","gu"),zS=/^<!-- palimpsest request \S+ -->$/,qS=/^<!-- palimpsest section "([^"\s]*)" -->$/,xt="<sub>Shortened: the comment has no more room. The job summary has the whole of it.</sub>";function Wa(e){return Ni(e)[0]===ja}function Fi(e,n,t,r=cr,o=null){let i=new Map(e===null?[]:An(e)),s=n.replace(GS,"�");if(i.delete(s),t!==null&&i.set(s,JS(t)),i.size===0)return null;let a=Ei(o),l=a===null?[Ai]:[a,Ai],u=[...VS(i,s,r-(a===null?0:a.length+1))].sort(([c],[m])=>L(c,m)).map(([c,m])=>`${Ua(c)}
${m}`);return[ja,...u,...l].join(`
`)}function An(e){let n=new Map;if(!Wa(e))return n;let t=null,r=[],o=()=>{t!==null&&!n.has(t)&&n.set(t,r.join(`
`).trim()),r=[]};for(let i of Ni(e).slice(1)){let s=i===Ai||zS.test(i)?null:KS(i);if(s===void 0){r.push(i);continue}o(),t=s}return o(),n}function KS(e){let n=qS.exec(e)?.[1];if(n!==void 0)try{let t=decodeURIComponent(n);return Ua(t)===e?t:void 0}catch{return}}function Ua(e){return`<!-- palimpsest section "${encodeURIComponent(e).replaceAll("--","-%2D")}" -->`}function JS(e){return Ni(e).join(`
`).trim().replace(HS,n=>n.replace("<!--","&lt;!--"))}function VS(e,n,t){let r=[n,...[...e.keys()].filter(a=>a!==n).sort(L)],o=new Map,i=t-ja.length-Ai.length-1;for(let a of r){let l=e.get(a),d=Ua(a).length+2;l===void 0||d>i||(o.set(a,l),i-=d)}let s=YS([...o.values()].map(({length:a})=>a),i);return new Map([...o].map(([a,l])=>[a,QS(l,s)]))}function YS(e,n){let t=n;for(let[r,o]of[...e].sort((i,s)=>i-s).entries()){let i=Math.floor(t/(e.length-r));if(o>i)return i;t-=o}return Number.POSITIVE_INFINITY}function QS(e,n){if(e.length<=n)return e;let t=e.endsWith(xt)?e.slice(0,-xt.length):e,r=n-xt.length-2,o=null,i=0,s=0,a=0;for(let d of Ni(t)){o===null&&i===0&&d===""&&s<=r&&(a=s);let u=/^`{3,}/.exec(d)?.[0]??null;if(o===null?(o=u,i+=d.startsWith("<details")?1:d.startsWith("</details")?-1:0):d.trimEnd()===o&&(o=null),s+=d.length+1,s>r)break}let l=t.slice(0,a).trim();return l!==""?`${l}

${xt}`:xt.length<=n?xt:""}function Ni(e){return e.split(/\r\n|\n|\r/)}var XS=[400,150,50,20,5],Ha=10;function Mf(e,n){let t="";for(let r of XS)if(t=ZS(e,r,n),Buffer.byteLength(t)<=cr)break;return t}function ZS({row:e,model:n,nearest:t},r,o){let{before:i,after:s,regenerated:a}=e.texts,l=yo(Pe(e.id,e.path),e.path,e.line,o),d=a===null?[]:["What the model wrote"];return P([`### ${l}`],[ev(e,n,o)],e.failure===null?[]:Fe([e.failure.detail]).slice(1),i===null?[]:_i("Before this change",i,r),_i(i===null?"The code":"After it",s,r),...d.map(u=>_i(u,a??"",r)),...nv(e,t,r))}function ev(e,n,t){let r=n.trainedAt?.revision,o=r===void 0?"":`, trained at ${qe(V(r),r,t)}`,i=`${g(D(n))}${o}`;if(e.similarity===null)return`Asking ${i}${o===""?"":","} ${st(e)}.`;let s=e.similarityToPrevious===null?"":`, and ${T(e.similarityToPrevious)} to the code before`;return`By ${i}: ${st(e)}. What it wrote is ${T(e.similarity)} similar to the code after the change${s}.`}function nv(e,n,t){if(n===null)return[["What this model was trained on that is nearest is not known: only the embedded model can tell."]];let r=n.id===(e.previousId??e.id);if(r&&n.body===e.texts.before)return[["The nearest thing that it was trained on is this very method, as it was before the change."]];let o=r?"this very method, as it was then":`${Ft(Pe(n.id,n.path))} in ${Ft(n.path)}, headers ${T(n.similarity)} alike`;return[_i(`The nearest thing that it was trained on: ${o}`,n.body,t)]}function _i(e,n,t){let r=tv(n.split(/\r\n|[\n\r]/)),o=r.length-t;return _(e,tt(o>0?[...r.slice(0,t),`… ${y(o,"more line")}`]:r,""))}function tv(e){let n=/^\s*/.exec(e.at(-1)??"")?.[0]??"";return e.map(t=>t.startsWith(n)?t.slice(n.length):t)}function Pf(e,n){let t=n.slice(0,Ha).map(o=>g(Pe(o))),r=n.length===0?"It changes no method that counts here.":`It changes ${vn(t,Ha,n.length)}.`;return`This pull request changes no method called ${g(e)}. ${r}
`}function $f(e,n){let t=n.slice(0,Ha).map(o=>g(o,200)),r=n.length-t.length;return P([`${y(n.length,"changed method")} are called ${g(e)}. Name one in full:`],C(r>0?[...t,`and ${y(r,"more","more")}`]:t))}import{z as Lf}from"zod";function ur({repositoryId:e,pullRequest:n}){return`repository/${e}/pull/${n}/`}function Of(e){return`${ur(e)}ignored`}async function Di(e,n){return(await Ef(e,n)).paths}function If(e,n){return e.forget(ur(n))}var Bi=50;async function Ga(e,n,t){let{paths:r,version:o}=await Ef(e,n),i=t(r),s=i.length===0?null:JSON.stringify(i);return{before:r,after:i,change:{key:Of(n),expected:o,text:s}}}var rv=Lf.array(Lf.string()).max(Bi);async function Ef(e,n){let t=Of(n),r=(await e.read([t])).get(t);return{paths:r===void 0?[]:rv.parse(JSON.parse(r.text)),version:r?.version??null}}var ov=new Set(["bad-settings-file","bad-setting","model-unavailable","no-common-ancestor","no-source-files","unknown-revision","forge-refused"]);function Af(e,n,t){return Nf(()=>iv(e,n,t))}function Ff(e,n){return Nf(()=>sv(e,n))}async function Nf(e){try{return await e()}catch(n){if(!(n instanceof w)||!ov.has(n.code))throw n;return je(Rf(n.message,n.remedy))}}async function iv(e,n,t){switch(e.kind){case"check":return{...Ct,start:{kind:"check"}};case"explain":return{...Ct,start:{kind:"explain",method:e.method,at:n}};case"ignore":return av(e.path,t);case"unignore":return lv(e.path,t);case"retrain":return dv(t);case"badge-link":return e.revoke?mv(t):uv(t);case"help":return{...ji(gf(e.about)),went:e.about===null};default:return e}}var Ct={changes:[],start:null,reply:null,went:!0};function ji(e){return{...Ct,reply:e}}function je(e){return{...Ct,reply:e,went:!1}}async function sv(e,n){let t=await n.run(),{settings:r,choices:o,languages:i,progress:s,signal:a,repository:l}=t,{base:d,head:u}=await t.forge.pullRequests.read(n.pullRequest),c={hash:u.revision,name:u.revision,committedAt:null},m=await t.whole.mergeBase({hash:d.revision,name:d.revision,committedAt:null},c),f=await t.state.read(),p=await Tf(e,{repository:l,base:m,head:c,openModel:()=>mi(t.model.inUse,f,m,l),languages:i,policy:{...r.policy,samples:o.samples??r.policy.samples},progress:s,signal:a});switch(p.kind){case"none":return je(Pf(e,p.changed));case"several":return je($f(e,p.named));case"explained":return ji(Mf(p,{repositoryUrl:t.links.repositoryUrl,headRevision:c.hash}));default:return p}}async function av(e,n){let{after:t,change:r}=await Ga(n.documents,n,o=>[...new Set([...o,e])].slice(0,Bi));return t.includes(e)?{changes:[r],start:{kind:"check"},reply:Na(t),went:!0}:je(wf(Bi))}async function lv(e,n){let t=await Di(n.documents,n);if(!t.includes(e))return je(yf(e,t));let{after:r,change:o}=await Ga(n.documents,n,i=>i.filter(s=>s!==e));return{changes:[o],start:{kind:"check"},reply:Na(r),went:!0}}async function dv(e){let n=await Oa(e);return n!==null?je(_a(n)):pn(await e.run())==="repin"?{...Ct,start:{kind:"retrain"}}:cv(await Li({by:e.comment.author},e),e)}function cv(e,{comment:n}){switch(e.kind){case"started":return Ct;case"not-allowed":return je(Ii(n.author,"maintain"));case"too-soon":return je(_a(e.at));case"no-way":return je(bf());case"refused":return je(kf(e.reason));default:return e}}async function uv({pageLinks:e,comment:n}){let{page:t,badge:r}=await e.make(n.author);return ji(Sf(t,r))}async function mv({pageLinks:e}){return ji(vf(await e.revoke()))}var Wi={check:"write",explain:"write",ignore:"write",unignore:"write",help:"write",retrain:"maintain","badge-link":"maintain"};async function _f(e,n){let{comment:t,forge:r}=n;if(e.length===0||t.author.endsWith("[bot]")||(await jf(n)).done>=e.length)return;let o=await r.pullRequests.permissionOf(t.author);e.some(({kind:l})=>Ot(o,Wi[l]))&&await r.replies.react(t.id,"eyes");let s=!0;for(let[l,d]of e.entries()){let u=await pv(d,l,o,n);s=s&&(u?.went??!0)}let a=e.some(({kind:l})=>l==="explain");(!s||!a)&&await r.replies.react(t.id,s?"+1":"confused")}async function Df({method:e,at:n},t){let{documents:r,forge:o,comment:i,log:s}=t,a=`${za(t)}/explained/${n}`;if(!(await r.read([a])).has(a)){let d=await Ff(e,t),u=d.went?"+1":"confused";await r.write([{key:a,expected:null,text:u}])&&(s.say(`/palimpsest explain of ${i.author}: ${d.went?"done":"not done"}`),d.reply!==null&&await Bf(d.reply,d,{key:a,text:null},t))}let l=(await r.read([a])).get(a)?.text;await o.replies.react(i.id,l==="+1"?"+1":"confused")}var fv=10;async function pv(e,n,t,r){let{documents:o,log:i,comment:s}=r;for(let a=0;a<fv;a++){let{done:l,version:d}=await jf(r);if(l>n)return null;let c=Ot(t,Wi[e.kind])?await Af(e,n,r):await hv(e,r);c.start!==null&&await r.start(c.start);let m={key:za(r),expected:d,text:String(n+1)};if(await o.write([m,...c.changes]))return i.say(`/palimpsest ${e.kind} of ${s.author}: ${c.went?"done":"not done"}`),c.reply===null||await Bf(c.reply,c,{key:m.key,text:l===0?null:String(l)},r),c}throw new Error(`what is kept of pull request ${r.pullRequest} changes faster than it can be written`)}async function Bf(e,n,t,r){try{let o=await r.forge.replies.reply(r.pullRequest,e);o.kind==="refused"&&r.log.say(`The answer was refused: ${o.reason}`)}catch(o){let i=n.went?[]:n.changes.map(({key:s})=>({key:s,text:null}));throw await r.documents.write([t,...i]),o}}async function hv(e,n){let{documents:t,comment:r}=n,o=`${ur(n)}refused/${encodeURIComponent(r.author.toLowerCase())}`;return(await t.read([o])).has(o)?{changes:[],start:null,reply:null,went:!1}:{changes:[{key:o,expected:null,text:Wi[e.kind]}],start:null,reply:Ii(r.author,Wi[e.kind]),went:!1}}function za(e){return`${ur(e)}comments/${e.comment.id}`}async function jf(e){let n=za(e),t=(await e.documents.read([n])).get(n);return t===void 0?{done:0,version:null}:{done:Number(t.text),version:t.version}}import{pMapIterable as PN}from"p-map";import{z as xe}from"zod";var NN=xe.object({key:xe.string(),regeneration:xe.discriminatedUnion("kind",[xe.object({kind:xe.literal("regenerated"),body:xe.string(),confidence:xe.number().exactOptional()}),xe.object({kind:xe.literal("failed"),reason:xe.enum(Od),detail:xe.string()})])});import{once as xv}from"node:events";import{PassThrough as Cv}from"node:stream";import{once as bv}from"node:events";import{spawn as gv}from"node:child_process";var yv=["--no-pager","-c","core.hooksPath=/dev/null","-c","core.fsmonitor=false","-c","log.showSignature=false"],wv={GIT_TERMINAL_PROMPT:"0",GIT_OPTIONAL_LOCKS:"0",LC_ALL:"C",GIT_DIR:void 0,GIT_COMMON_DIR:void 0,GIT_WORK_TREE:void 0,GIT_IMPLICIT_WORK_TREE:void 0,GIT_INDEX_FILE:void 0,GIT_OBJECT_DIRECTORY:void 0,GIT_ALTERNATE_OBJECT_DIRECTORIES:void 0,GIT_SHALLOW_FILE:void 0,GIT_GRAFT_FILE:void 0,GIT_PREFIX:void 0,GIT_EXTERNAL_DIFF:void 0};async function Ce(e,n,t={}){let r=mr(e,n,t),[o,i,s]=await Promise.all([Uf(r.stdout),Uf(r.stderr),new Promise((a,l)=>{r.on("error",d=>l(fr(d,e))),r.on("close",d=>a(d??128))})]);return{exitCode:s,stdout:o,stderr:i.toString("utf8").trim()}}async function ue(e,n){let{exitCode:t,stdout:r,stderr:o}=await Ce(e,n);if(t!==0)throw We(n[0]??"git",o);return r}function We(e,n){let t=n.split(`
`).find(r=>r.trim()!=="")??"no message";return new w("git-failed",`git ${e} failed: ${t}`,"Check the clone with `git fsck`, then run the command again.")}function mr(e,n,{environment:t,signal:r}={}){return gv("git",[...yv,...n],{cwd:e,env:{...process.env,...wv,...t},...r===void 0?{}:{signal:r},stdio:["pipe","pipe","pipe"],windowsHide:!0})}function fr(e,n){return["ENOENT","ENOTDIR"].includes(Sn(e)??"")?new w("git-missing",`git could not be started in ${n}`,"Check that the directory exists and that git is installed and on PATH.",{cause:e}):e}async function Uf(e){let n=[];for await(let t of e)n.push(Buffer.from(t));return Buffer.concat(n)}var kv=10;async function*Ui(e,n){if(n.length===0)return;let t=mr(e,["cat-file","--batch"]),r="",o;t.on("error",l=>{o=fr(l,e)}),t.stderr.on("data",l=>{r+=l.toString("utf8")}),t.stdin.on("error",()=>{}),t.stdin.end(`${n.join(`
`)}
`);let i=bv(t,"close").catch(()=>{}),s=new Ka(t.stdout),a=0;try{for(;a<n.length;a++){let l=await s.line();if(l===void 0)break;let d=/^[0-9a-f]+ blob (\d+)$/.exec(l)?.[1];d===void 0?yield null:yield await s.bytes(Number(d))}}finally{t.stdout.destroy(),t.kill(),await i}if(o!==void 0)throw o;if(a<n.length)throw We("cat-file",r)}var Ka=class{#n;#e=Buffer.alloc(0);constructor(n){this.#n=n[Symbol.asyncIterator]()}async line(){for(;;){let n=this.#e.indexOf(kv);if(n>=0){let t=this.#e.toString("utf8",0,n);return this.#e=this.#e.subarray(n+1),t}if(!await this.#t())return}}async bytes(n){let t=[],r=n+1;for(;;){let o=this.#e.subarray(0,r);if(this.#e=this.#e.subarray(o.length),t.push(o),r-=o.length,r===0)break;if(!await this.#t())throw We("cat-file","the object database ended in the middle of a file")}return Buffer.concat(t).subarray(0,n)}async#t(){let n=await this.#n.next();return n.done===!0?!1:(this.#e=this.#e.length===0?n.value:Buffer.concat([this.#e,n.value]),!0)}};var Hf=/^[0-9a-f]{40,64} [0-9a-f]{40,64}\n/,Sv=/^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])/,vv=/^100/,Rv={addedLines:0,deletedLines:0},Hi=class{#n=Buffer.alloc(0);#e=!1;#t=[];#r=new Map;#o=null;#i=[];push(n){let t=[],r=this.#n.length===0?n:Buffer.concat([this.#n,n]),o=0;for(let i=r.indexOf(0);i>=0;i=r.indexOf(0,o))this.#s(r.toString("utf8",o,i),t),o=i+1;return this.#n=r.subarray(o),t}end(){let n=[];return this.#s(this.#n.toString("utf8"),n),this.#e&&n.push(this.#c()),this.#e=!1,n}#s(n,t){if(this.#o!==null){if(this.#i.push(n),this.#i.length<this.#o.paths)return;let{take:o}=this.#o,i=this.#i;this.#o=null,this.#i=[],o(...i);return}let r=n;for(let o=Hf.exec(r);o!==null;o=Hf.exec(r))this.#e&&t.push(this.#c()),this.#e=!0,r=r.slice(o[0].length);r.startsWith(":")?this.#a(r):r!==""&&this.#u(r)}#a(n){let[,t="",r="",o="",i="",s]=Sv.exec(n)??[],a=(d,u,c)=>vv.test(d)?{path:u,blob:c}:null,l=(d,u=d)=>{let c={before:a(t,d,o),after:a(r,u,i)};(c.before!==null||c.after!==null)&&this.#t.push({...c,path:u})};this.#o={paths:s==="R"||s==="C"?2:1,take:l}}#u(n){let[t,r,...o]=n.split("	"),i={addedLines:Number(t)||0,deletedLines:Number(r)||0},s=o.join("	");s!==""?this.#r.set(s,i):this.#o={paths:2,take:(a,l="")=>this.#r.set(l,i)}}#c(){let n=this.#t.map(({before:t,after:r,path:o})=>({before:t,after:r,...this.#r.get(o)??Rv}));return this.#t=[],this.#r=new Map,n}};var Tv=8*1024*1024;function Ja(e){return{firstParents:n=>Mv(e,n),differences:(n,t)=>Lv(e,n,t),blobs:n=>Ui(e,n)}}async function Mv(e,{hash:n}){let o=(await ue(e,["log","--first-parent","--reverse","--format=%H %T %ct","--end-of-options",n,"--"])).toString("utf8").split(`
`).filter(Boolean).map(Pv),[i]=o,s=i!==void 0&&/^parent /m.test($v(await ue(e,["cat-file","commit",i.hash])));return{commits:o,cutOff:s}}function Pv(e){let[n="",t="",r]=e.split(" ");return{hash:n,tree:t,committedAt:Number(r)}}function $v(e){let n=e.indexOf(`

`);return e.toString("latin1",0,n<0?e.length:n)}async function*Lv(e,n,{extensions:t,countLines:r}){if(n.length===0)return;let o=(await ue(e,["hash-object","-t","tree","/dev/null"])).toString("utf8").trim(),i=mr(e,["diff-tree","--stdin","-r","-z","-M","-l0","--raw","--no-abbrev",...r?["--numstat"]:[],"--no-ext-diff","--no-textconv","--",...t.map(c=>`:(top,icase)*${c}`)]),s="",a;i.on("error",c=>{a=fr(c,e)}),i.stderr.on("data",c=>{s+=c.toString("utf8")}),i.stdin.on("error",()=>{}),i.stdin.end(n.map(({before:c,after:m})=>`${c??o} ${m}
`).join(""));let l=xv(i,"close").catch(()=>{}),d=new Hi,u=0;try{for await(let c of i.stdout.pipe(new Cv({highWaterMark:Tv})))for(let m of d.push(c))u++,yield m;if(await l,i.exitCode===0)for(let c of d.end())u++,yield c}finally{i.stdout.destroy(),i.kill(),await l}if(a!==void 0)throw a;if(u<n.length)throw We("diff-tree",s)}import{stat as Fv}from"node:fs/promises";var Va=/^100/;function Ya(e){let n=Gi(e),t=[];for(let r=0;r+1<n.length;r+=2){let[o="",i=""]=(n[r]??"").slice(1).split(" "),s=n[r+1]??"",a=Va.test(o),l=Va.test(i);a&&l?t.push({path:s,status:"modified"}):l?t.push({path:s,status:"added"}):a&&t.push({path:s,status:"deleted"})}return t}function Gf(e){let n=new Map;for(let t of Gi(e)){let r=t.indexOf("	"),[o="",,i=""]=t.slice(0,r).split(" ");Va.test(o)&&n.set(t.slice(r+1),i)}return n}function Gi(e){return e.toString("utf8").split("\0").filter(n=>n!=="")}import{lstat as Ov,readFile as Iv,realpath as zf}from"node:fs/promises";import{dirname as Ev,join as Qa,sep as Av}from"node:path";async function qf(e){let n=await ue(e,["ls-files","-z","--cached","--others","--exclude-standard","--full-name"]),t=new Set(n.toString("utf8").split("\0").filter(Boolean));return Xa(e,[...t].sort())}async function Xa(e,n){let t=new zi(e),r=[];for(let o of n)await t.isRegularFile(o)&&r.push(o);return r}async function*Za(e,n){let t=new zi(e);for(let r of n)yield{path:r,bytes:await t.isRegularFile(r)?await Iv(Qa(e,r)):null}}var zi=class{#n;#e=new Map;constructor(n){this.#n=n}async isRegularFile(n){let t=Qa(this.#n,n);return(await Ov(t).catch(()=>{}))?.isFile()===!0&&await this.#t(Ev(t))}async#t(n){let t=this.#e.get(n);if(t!==void 0)return t;let r=await zf(this.#n),o=n===this.#n?r:Qa(r,n.slice(this.#n.length+Av.length)),i=await zf(n).catch(()=>{})===o;return this.#e.set(n,i),i}};async function nl(e){if((await Fv(e).catch(()=>{}))?.isDirectory()!==!0)throw new w("not-a-directory",`there is no directory ${e}`,"Name a folder of the clone with --repo DIR.");let t=await Ce(e,["rev-parse","--is-bare-repository","--absolute-git-dir"]),[r,o]=t.stdout.toString("utf8").split(`
`);if(t.exitCode!==0||o===void 0){let a=/dubious ownership/.test(t.stderr);throw new w("not-a-repository",a?`git refuses ${e}: it belongs to another user`:`${e} is not in a git repository`,a?"Allow it with `git config --global --add safe.directory DIR` if you trust it.":"Run the command in a clone, or name one with --repo DIR.")}let i=r==="true",s=i?o:Tt(await ue(e,["rev-parse","--show-toplevel"]));return new el(s,i)}var Nv=8,el=class{root;bare;#n=new Map;constructor(n,t){this.root=n,this.bare=t}async identity(){if(await this.#i())return null;let{exitCode:n,stdout:t}=await Ce(this.root,["rev-list","--max-parents=0","HEAD","--"]),r=t.toString("utf8").split(`
`).filter(Boolean).sort();return n===0?r[0]??null:null}async resolve(n){if(n===ge){if(this.bare)throw new w("unknown-revision","a bare repository has no work tree","Name a commit instead.");return{hash:ge,name:"work tree",committedAt:null}}let t=await this.#o(n);if(t!==void 0)return t;throw await this.#i()?Kf(`${n} is not in this shallow clone`):new w("unknown-revision",`${JSON.stringify(n)} is not a commit, branch or tag of ${this.root}`,"Check the name with `git log` or `git branch --all`, or fetch it first.")}async defaultBranch(){let{exitCode:n,stdout:t}=await Ce(this.root,["symbolic-ref","--quiet","refs/remotes/origin/HEAD"]),r=n===0?[Tt(t).replace("refs/remotes/","")]:[];for(let o of[...r,"origin/main","origin/master","main","master"]){let i=await this.#o(o);if(i!==void 0)return i}throw new w("no-default-branch","this clone does not tell which branch is the default one","Name what to compare with: --base REVISION.")}async mergeBase(n,t){let r=t.hash===ge?"HEAD":t.hash,{exitCode:o,stdout:i,stderr:s}=await Ce(this.root,["merge-base",n.hash,r]);if(o===0){let a=await this.#o(Tt(i));if(a!==void 0)return{...a,name:n.name}}throw await this.#i()?Kf(`the merge base of ${n.name} and ${t.name} is not in this shallow clone`):new w("no-common-ancestor",`${n.name} and ${t.name} have no common ancestor${s===""?"":` (${s})`}`,"Name the commit to compare with: --base REVISION.")}async isAncestor(n,t){let r=t.hash===ge?"HEAD":t.hash,{exitCode:o}=await Ce(this.root,["merge-base","--is-ancestor","--end-of-options",n,r]);return o===0?!0:o===1?!1:null}async changedFiles(n,t){let r=["--raw","-z","--no-renames","--no-ext-diff","--no-textconv","--ignore-submodules","--abbrev=40"],o=new Map;if(t.hash===ge){let i=await ue(this.root,["diff",...r,n.hash,"--"]);for(let l of Ya(i))o.set(l.path,l);let s=await ue(this.root,["ls-files","-z","--others","--exclude-standard","--full-name"]),a=await Xa(this.root,Gi(s));for(let l of a)o.set(l,{path:l,status:"added"});for(let l of await this.#e(n,a))l.same?o.delete(l.path):o.set(l.path,{path:l.path,status:"modified"})}else{let i=await ue(this.root,["diff-tree","-r",...r,n.hash,t.hash,"--"]);for(let s of Ya(i))o.set(s.path,s)}return[...o.values()].sort((i,s)=>i.path<s.path?-1:1)}async#e(n,t){let r=await this.#r(n),o=t.filter(a=>r.has(a)),i=this.#t(n,o),s=[];for await(let{path:a,bytes:l}of Za(this.root,o)){let{value:d}=await i.next(),u=l!==null&&d?.bytes!=null&&Buffer.compare(l,d.bytes)===0;s.push({path:a,same:u})}return s}tree(n){return n.hash===ge?{list:()=>qf(this.root),read:t=>Za(this.root,t)}:{list:async()=>[...(await this.#r(n)).keys()].sort(),read:t=>this.#t(n,t)}}async*#t(n,t){let r=await this.#r(n),o=t.filter(s=>r.has(s)),i=Ui(this.root,o.map(s=>r.get(s)??""));try{for(let s of t){let a=r.get(s),l=a===void 0?null:(await i.next()).value??null;if(a!==void 0&&l===null)throw We("cat-file",`${a} (${s}) is missing`);yield{path:s,bytes:l}}}finally{await i.return(void 0)}}#r(n){let t=this.#n.get(n.hash);if(t!==void 0)return t;let r=ue(this.root,["ls-tree","-r","-z","--full-tree",n.hash]).then(Gf);this.#n.set(n.hash,r);let[o]=this.#n.keys();return this.#n.size>Nv&&o!==void 0&&this.#n.delete(o),r}async#o(n){let t=["rev-parse","--verify","--quiet","--end-of-options",`${n}^{commit}`],{exitCode:r,stdout:o}=await Ce(this.root,t);if(r!==0)return;let i=Tt(o),s=await Ce(this.root,["show","--no-patch","--format=%ct",i,"--"]);if(s.exitCode===0)return{hash:i,name:n,committedAt:_v(Tt(s.stdout))}}async#i(){return Tt(await ue(this.root,["rev-parse","--is-shallow-repository"]))==="true"}};function Kf(e){return new w("shallow-clone",e,"Fetch more history with `git fetch --unshallow` (or `git fetch --deepen=100`), then run the command again.")}function _v(e){return new Date(Number(e)*1e3).toISOString().replace(/\.000Z$/,"Z")}function Tt(e){return e.toString("utf8").replace(/\n$/,"")}import{extname as AR}from"node:path/posix";function tl(e){let n=new Map,t=[],r=0;for(let{text:o}of e){if(o==="{"){let i={end:Number.POSITIVE_INFINITY,depth:t.length};n.set(r,i),t.push(i)}else if(o==="}"){let i=t.pop();i!==void 0&&(i.end=r+1)}r+=o.length}return n}var rl=/\\u+([\da-fA-F]{4})/y,Dv=/[\p{ID_Continue}\p{Sc}\p{Pc}]/u;function ol(e,n){rl.lastIndex=n;let t=rl.exec(e);return t!==null&&Dv.test(il(t[1]))?rl.lastIndex:n}function Jf({kind:e,text:n}){if(!n.includes("\\u"))return!1;switch(e){case"operator":return!0;case"comment":return n.startsWith("/*")?/[*/]/.test(qi(n)):/[\r\n]/.test(qi(n));case"string":return n.startsWith('"""')?/["\\]/.test(qi(n)):/["'\\\r\n]/.test(qi(n))&&!Bv.test(jv(n));default:return!1}}var Vf=/(?<!\\)((?:\\\\)*)\\u+([\da-fA-F]{4})/g,Bv=/^(?:"(?:[^"\\\r\n]|\\[^\r\n])*"|'(?:[^'\\\r\n]|\\[^\r\n])*')$/;function qi(e){return Array.from(e.matchAll(Vf),n=>il(n[2])).join("")}function jv(e){return e.replace(Vf,(n,t,r)=>t+il(r))}function il(e){return String.fromCharCode(Number.parseInt(e??"",16))}function sl(e){let n=[],t=0;for(let r of e)(Wv(r)||Jf(r))&&n.push(t),t+=r.text.length;return n}function Wv({kind:e,text:n}){switch(e){case"string":return!Uv(n,n.startsWith('"""')?'"""':n.charAt(0));case"comment":return n.startsWith("/*")&&!(n.length>=4&&n.endsWith("*/"));default:return!1}}function Uv(e,n){if(e.length<2*n.length||!e.endsWith(n))return!1;let t=e.length-n.length-1;for(;e.charAt(t)==="\\";)t-=1;return(e.length-n.length-1-t)%2===0}import{existsSync as Hv}from"node:fs";import{readFile as Yf}from"node:fs/promises";import{createRequire as Gv}from"node:module";import{fileURLToPath as zv}from"node:url";import{Language as qv,Parser as Qf}from"web-tree-sitter";async function ep(e="auto"){if(e==="wasm")return Xf("asked for");try{return Jv()}catch(n){return Xf(n instanceof Error?Vv(n.message):String(n))}}var Kv=16*1024,al=Gv(import.meta.url);function Jv(){let e=al("tree-sitter"),n=new e;return n.setLanguage(al("tree-sitter-java")),{parserKind:{kind:"native"},parse(t,r){let o=n.parse(np(t));if(o===void 0)throw new Error("tree-sitter gave no tree");return r(o.rootNode)}}}async function Xf(e){let n=await Yf(Zf("web-tree-sitter","web-tree-sitter.wasm")),t=await Yf(Zf("tree-sitter-java","tree-sitter-java.wasm"));await Qf.init({wasmBinary:n});let r=new Qf;return r.setLanguage(await qv.load(t)),{parserKind:{kind:"wasm",reason:e},parse(o,i){let s=r.parse(np(o));if(s===null)throw new Error("web-tree-sitter gave no tree");try{return i(s.rootNode)}finally{s.delete()}}}}function np(e){return n=>n<e.length?e.slice(n,n+Kv):void 0}function Zf(e,n){let t=zv(new URL(n,import.meta.url));return Hv(t)?t:al.resolve(`${e}/${n}`)}function Vv(e){return e.split(`
`,1)[0]??e}function Je(e){let n=[],t=0;for(;t<e.length;){let r=nR(e,t),o=rR(r,e,t);n.push(o===t+1?Qv(r,e,t):op(r,e.slice(t,o))),t=o}return n}var Yv=new Set("abstract assert boolean break byte case catch char class const continue default do double else enum extends false final finally float for goto if implements import instanceof int interface long native new null package private protected public return short static strictfp super switch synchronized this throw throws transient true try void volatile while".split(" "));function op(e,n){return{kind:e==="identifier"&&Yv.has(n)?"keyword":e,text:n}}var tp=new Array(128);function Qv(e,n,t){let r=n.charCodeAt(t),o=tp[r];if(o!==void 0)return o;let i=Object.freeze(op(e,n.charAt(t)));return r<128&&(tp[r]=i),i}var Xv=39,ip=34,sp=42,Zv=46,rp=47,Mt=92,ap=10,lp=13,Ki=Array.from({length:128},(e,n)=>{let t=String.fromCharCode(n);return/[\w$]/.test(t)?/\d/.test(t)?"number":"identifier":/\s/.test(t)?"space":n===Xv||n===ip?"string":"operator"}),eR=Ki.map(e=>e==="identifier"||e==="number");function nR(e,n){let t=e.charCodeAt(n),r=Ki[t];if(r===void 0)return tR(e,n);if(r!=="operator")return r;let o=e.charCodeAt(n+1);return t===rp&&(o===rp||o===sp)?"comment":t===Zv&&Ki[o]==="number"?"number":t===Mt&&ol(e,n)>n?"identifier":"operator"}function tR(e,n){return e.charAt(n)==="\uFEFF"?"space":Ji(dp,e,n)>n?"identifier":"operator"}function rR(e,n,t){switch(e){case"identifier":case"keyword":return oR(n,t);case"space":return iR(n,t);case"operator":return lR(n,t);case"number":return Ji(dR,n,t);case"string":return cR(n,t);case"comment":return mR(n,t)}}var dp=/[\p{ID_Continue}\p{Sc}\p{Pc}]+/uy;function oR(e,n){let t=n;for(;;){let r=e.charCodeAt(t);if(eR[r])t+=1;else if(r===Mt||r>=128){let o=r===Mt?ol(e,t):Ji(dp,e,t);if(o===t)return t;t=o}else return t}}function iR(e,n){let t=n+1;for(;Ki[e.charCodeAt(t)]==="space";)t+=1;return t}var sR=Array.from({length:128},(e,n)=>"=<&|+->:.".includes(String.fromCharCode(n))),aR=/>=|<<?=?|->|--|\+\+|&&|\|\||::|\.\.\.|[-+*/%&|^!=]=|\\u+[\da-fA-F]{4}|./suy;function lR(e,n){let t=e.charCodeAt(n);return t<128&&t!==Mt&&!sR[e.charCodeAt(n+1)]?n+1:Ji(aR,e,n)}var dR=/(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][-+]?[\d_]*)?|0[bB][01_]+|(?:\d[\d_]*)?(?:\.[\d_]*)?(?:[eE][-+]?\d[\d_]*)?)[lLfFdD]?/y;function cR(e,n){if(e.startsWith('"""',n))return uR(e,n);let t=e.charCodeAt(n);for(let r=n+1;r<e.length;r+=1){let o=e.charCodeAt(r);if(o===t)return r+1;if(o===ap||o===lp)return r;o===Mt&&!cp(e.charCodeAt(r+1))&&(r+=1)}return e.length}function uR(e,n){for(let t=n+3;t<e.length;t+=1){let r=e.charCodeAt(t);if(r===Mt)t+=1;else if(r===ip&&e.startsWith('"""',t))return t+3}return e.length}function mR(e,n){if(e.charCodeAt(n+1)===sp){let r=e.indexOf("*/",n+2);return r<0?e.length:r+2}let t=n+2;for(;t<e.length&&!cp(e.charCodeAt(t));)t+=1;return t}function cp(e){return e===ap||e===lp}function Ji(e,n,t){return e.lastIndex=t,e.test(n)?e.lastIndex:t}function mp(e){let n=new ll(e),t=n.isModule?up:[...up,kR];for(let r=0;r<n.length;r+=1)for(let o of t)o(n,r);return n.toString()}var ll=class{#n;#e;constructor(n){this.#n=n.map(fR),this.#e=n.flatMap(({kind:t},r)=>t==="space"||t==="comment"?[]:[r])}get length(){return this.#e.length}get isModule(){let n=this.#e.findIndex((t,r)=>this.at(r)==="module"&&this.isWord(r+1));return n>=0&&this.at(this.nameEnd(n+1))==="{"}at(n){return this.#n[this.#e[n]??-1]??""}isWord(n){return/^[\p{ID_Start}_$]/u.test(this.at(n))}nameEnd(n){let t=n+1;for(;this.at(t)==="."&&this.isWord(t+1);)t+=2;return t}annotationEnd(n){let t=this.nameEnd(n+1);return this.at(t)==="("?this.closed(t,"(",")"):t}closed(n,t,r){let o=0;for(let i=n;i<this.length;i+=1)if(this.at(i)===t&&(o+=1),this.at(i)===r&&(o-=1),o===0)return i+1;return this.length}write(n,t){let r=this.#e[n];r!==void 0&&(this.#n[r]=t)}blank(n,t){for(let r=n;r<t;r+=1)this.write(r," ".repeat(this.at(r).length))}toString(){return this.#n.join("")}};function fR({kind:e,text:n}){switch(e){case"identifier":return n.replace(/\\|[^\P{Sc}$]/gu,t=>"$".repeat(t.length));case"number":return n.replace(/_/g,"0");default:return n===""?" ":n}}var up=[pR,hR,gR,yR,bR];function pR(e,n){e.at(n)==="import"&&e.at(n+1)==="module"&&e.isWord(n+2)&&e.blank(n+1,n+2)}function hR(e,n){let t=e.at(n);(t==="this"||t==="super")&&e.at(n+1)==="("&&e.at(n-1)!==">"&&e.write(n,`$${t.slice(1)}`)}function gR(e,n){let t=n;for(;e.at(t)==="@"&&e.isWord(t+1);)t=e.annotationEnd(t);t>n&&e.at(t)==="..."&&e.blank(n,t)}function yR(e,n){if(e.at(n)!=="case")return;let t=0,r=-1,o=n+1;for(;o<e.length;o+=1){let i=e.at(o);if(wR.has(i)||i==="when"&&o>n+1&&e.at(o-1)!==",")break;(i==="("||i==="<")&&(t+=1),(i===")"||i===">")&&(t-=1),i===","&&t===0&&r<0&&(r=o)}r>=0&&e.blank(r,o),fp(e,n+1,r>=0?r:o)}var wR=new Set(["->",":",";","{","}"]);function bR(e,n){if(e.at(n)!=="instanceof")return;let t=n+1;for(;e.at(t)==="final"||e.at(t)==="@";)t=e.at(t)==="@"?e.annotationEnd(t):t+1;t=e.nameEnd(t),e.at(t)==="<"&&(t=e.closed(t,"<",">")),e.at(t)==="("&&fp(e,n+1,e.closed(t,"(",")"))}function fp(e,n,t){for(let r=n;r<t;r+=1){let o=e.at(r);o==="."&&e.isWord(r-1)&&e.isWord(r+1)&&e.write(r,"$"),o==="final"&&e.blank(r,r+1),o==="@"&&e.blank(r,e.annotationEnd(r))}}function kR(e,n){let t=e.at(n);switch(t){case"record":if(e.isWord(n+1)&&/^[(<]$/.test(e.at(n+2)))return;break;case"sealed":if(e.isWord(n+1)||e.at(n+1)==="@")return;break;case"open":case"module":case"with":break;default:return}e.write(n,`$${t.slice(1)}`)}function Ve(e){return SR.test(e)?e:ml(ul(Gn(Je(e))))}var SR=/^[\w.$<>[\]]*$/;function dl(e){return yp(ul(Gn(Je(e)).slice(1,-1))).flatMap(n=>{let t=n.filter(s=>s.text!=="final"),r=t.findLastIndex(s=>s.kind==="identifier"||s.text==="this"),o=t[r];if(o===void 0||o.text==="this")return[];let i=[...t.slice(0,r),...t.slice(r+1)];return[{type:ml(i),name:o.text}]})}function cl(e){return yp(ul(Gn(Je(e)).slice(1))).map(ml)}function hp(e){if(vR.test(e))return e.split(" ");let n=[],t=Je(e);for(let r=Fn(t,0);r<t.length;){let o=RR(t,r);n.push(TR(t.slice(r,o))),r=Fn(t,o)}return n}var vR=/^@?\w+(?: @?\w+)*$/;function RR(e,n){switch(e[n]?.text){case"@":return gp(e,n);case"non":return n+3;default:return n+1}}function ul(e){if(!e.some(r=>r.text==="@"))return e;let n=[],t=0;for(let[r,o]of e.entries())r<t||(t=o.text==="@"?gp(e,r):r+1,o.text!=="@"&&n.push(o));return n}function gp(e,n){let t=Fn(e,n+1)+1;for(let o=Fn(e,t);e[o]?.text===".";o=Fn(e,t))t=Fn(e,o+1)+1;let r=Fn(e,t);return e[r]?.text==="("?xR(e,r):t}function Fn(e,n){let t=n;for(;e[t]?.kind==="space"||e[t]?.kind==="comment";)t+=1;return t}function xR(e,n){let t=0;for(let r=n;r<e.length;r+=1)if(e[r]?.text==="("&&(t+=1),e[r]?.text===")"&&(t-=1),t===0)return r+1;return e.length}function yp(e){if(e.length===0)return[];let n=[],t=[],r=0;for(let o of e)o.text==="<"&&(r+=1),o.text===">"&&(r-=1),o.text===","&&r===0?(n.push(t),t=[]):t.push(o);return n.push(t),n}function ml(e){let n="",t;for(let r of e)t!==void 0&&CR(t,r)&&(n+=" "),n+=r.text,t=r;return n}function CR(e,n){return e.text===","||e.text==="&"||n.text==="&"?!0:(pp(e)||e.text==="?")&&pp(n)}function pp(e){return e.kind==="identifier"||e.kind==="keyword"}function TR(e){return e.map(n=>n.text).join("")}function wp(e,n){let t,r,o,i=[],s="",a=[];for(let l of e.namedChildren)switch(l.type){case"modifiers":case"annotation":case"marker_annotation":a.push(...hp(me(l,n)));break;case"identifier":t=l;break;case"formal_parameters":o=me(l,n);break;case"dimensions":s+=Ve(me(l,n));break;case"throws":i=cl(me(l,n));break;case"block":case"constructor_body":r=l;break;case"type_parameters":case"line_comment":case"block_comment":break;default:s=Ve(me(l,n))}if(!(t===void 0||r===void 0))return{modifiers:a,returnType:s,name:t,parameters:o,throws:i,body:r}}function bp(e,n){let t="",r,o,i=[];for(let a of e.namedChildren)switch(a.type){case"identifier":t=me(a,n);break;case"formal_parameters":r=me(a,n);break;case"superclass":case"super_interfaces":case"extends_interfaces":i.push(...cl(me(a,n)));break;case"class_body":case"interface_body":case"enum_body":case"annotation_type_body":o=a}let s=kp[e.type];return o===void 0||s===void 0?void 0:{name:t,kind:s,supertypes:i,components:r,body:o}}var kp={class_declaration:"class",record_declaration:"record",interface_declaration:"interface",enum_declaration:"enum",annotation_type_declaration:"annotation"},fl=Object.keys(kp);function Sp(e,n){let t=[],r;for(let o of e.namedChildren)if(!(o.type==="modifiers"||Vi(o)))if(o.type==="variable_declarator"){let i=Ve(me(o.childForFieldName("dimensions"),n)),s=me(o.childForFieldName("name"),n);t.push({type:(r??"")+i,name:s,node:o})}else r??=Ve(me(o,n));return t}function Vi(e){return e.type==="line_comment"||e.type==="block_comment"}function me(e,n){return e==null?"":n.slice(e.startIndex,e.endIndex)}function vp(e,n){let t=new pl(n,e.hasError);t.readFile(e);let{packageName:r,imports:o,types:i,units:s}=t;return{packageName:r,imports:o,types:i,units:s}}var pl=class{packageName="";imports=[];types=[];units=[];#n=new Map;#e;#t;constructor(n,t){this.#e=n,this.#t=t}readFile(n){let t={typeName:"",depth:-1,components:void 0,anonymous:new Map,fields:[]};this.#r(n,t)}#r(n,t){let r="",o;for(let i of n.namedChildren){if(Vi(i)){let s=this.#l(i);s.startsWith("/**")&&s!=="/**/"&&(r=s);continue}this.#o(o)||this.#i(i,t,r),r="",o=i}}#o(n){return n?.isError===!0&&!/[;{}]$/.test(this.#l(n))}#i(n,t,r){switch(n.type){case"package_declaration":this.packageName=Ve(this.#l(n.namedChildren.findLast(o=>!Vi(o))));break;case"import_declaration":this.imports.push(Ve(this.#l(n).replace(/^import\s+(?:static\s+)?|\s*;$/g,"")));break;case"method_declaration":this.#f(n,t,"method",r);break;case"constructor_declaration":this.#f(n,t,"constructor",r);break;case"compact_constructor_declaration":this.#f(n,t,"compact-constructor",r);break;case"field_declaration":case"constant_declaration":case"local_variable_declaration":this.#u(n,t);break;case"enum_constant":this.#c(n,t);break;case"enum_body_declarations":this.#r(n,t);break;case"static_initializer":this.#d(n,"static",t);break;case"block":this.#d(n,"init",t);break;default:fl.includes(n.type)&&this.#s(n,t,"member")}}#s(n,t,r){let o=bp(n,this.#e.text);if(o===void 0)return;let{kind:i,supertypes:s,components:a,body:l}=o,d=this.#h(l),u=r==="local"||d===t.depth+1,c={name:Yi(t,o.name),kind:i,supertypes:s};this.#a(l,c,u?d:Number.NaN,a)}#a(n,t,r,o){let i=o===void 0?[]:dl(o);this.types.push({...t,fields:i}),r<MR&&this.#r(n,{typeName:t.name,depth:r,components:o,anonymous:new Map,fields:i})}#u(n,t){for(let{type:r,name:o,node:i}of Sp(n,this.#e.text))t.fields.push({type:r,name:o}),this.#d(i,o,t)}#c(n,t){let r=this.#l(n.childForFieldName("name")),o=t.typeName.slice(t.typeName.lastIndexOf(".")+1);if(t.fields.push({type:o,name:r}),n.hasError)return;let i=n.childForFieldName("arguments");i!==null&&this.#d(i,r,t);let s=n.childForFieldName("body");s!==null&&this.#a(s,{name:Yi(t,r),kind:"anonymous",supertypes:[o]},t.depth+1)}#d(n,t,r){if(n.hasError||!this.#p(r)||!this.#l(n).includes("{"))return;let o=n.startIndex;for(let i of n.descendantsOfType(PR))i.startIndex<o||(o=i.endIndex,i.type==="class_body"?this.#m(i,t,r):this.#s(i,r,"local"))}#m(n,t,r){let o=(r.anonymous.get(t)??0)+1;r.anonymous.set(t,o);let i=Ve(this.#l(n.parent?.childForFieldName("type"))),s=Yi(r,`${t}$${o}`);this.#a(n,{name:s,kind:"anonymous",supertypes:[i]},this.#h(n))}#f(n,t,r,o){if(n.hasError||!this.#p(t))return;let i=wp(n,this.#e.text);if(i===void 0||!this.#g(i.body,t))return;let s=r==="method"?this.#l(i.name):It,a=dl((r==="compact-constructor"?t.components:i.parameters)??"()"),l=`${s}(${a.map(d=>d.type).join(",")})`;this.units.push({id:this.#y(`${this.#e.path}#${Yi(t,l)}`),path:this.#e.path,typeName:t.typeName,kind:r,name:s,parameters:a,returnType:i.returnType,modifiers:i.modifiers,throws:i.throws,javadoc:o,declaration:{start:n.startIndex,end:n.endIndex},body:{start:i.body.startIndex,end:i.body.endIndex},line:this.#e.lineAt(i.name.startIndex)})}#p(n){return!this.#t||n.typeName!==""}#g(n,t){let r=this.#e.braces.get(n.startIndex);return r===void 0||r.end!==n.endIndex||r.depth!==t.depth+1?!1:n.endIndex<=this.#e.trustedUntil}#h(n){return this.#e.braces.get(n.startIndex)?.depth??Number.NaN}#y(n){let t=(this.#n.get(n)??0)+1;return this.#n.set(n,t),t===1?n:`${n}~${t}`}#l(n){return me(n,this.#e.text)}},MR=200,PR=["class_body",...fl];function Yi(e,n){return e.typeName===""?n:`${e.typeName}.${n}`}async function xp(e={}){let n=await ep(e.parser);return{name:"java",extensions:[".java"],parserKind:n.parserKind,parse:(t,r)=>$R(n,t,r),tokenize:Je,isBody:t=>OR(n,t)}}function $R(e,n,t){let r=Je(t),o=sl(r),i=ER(t),s=o[0]??Number.POSITIVE_INFINITY,a={path:n,text:t,braces:tl(r),trustedUntil:s,lineAt:i};return Cp(e,t,r,l=>({path:n,text:t,...vp(l,a),errorLines:IR([...LR(l),...o].sort((d,u)=>d-u).map(i))}))}function Cp(e,n,t,r){let[o,i]=e.parse(Rp(n),s=>s.hasError?[!1]:[!0,r(s)]);return o?i:e.parse(Rp(mp(t)),r)}function Rp(e){return e.includes("\r")?e.replace(/\r(?!\n)/g,`
`):e}function LR(e){let n=[],t=[e];for(let r=t.pop();r!==void 0;r=t.pop())if(r.isError||r.isMissing)n.push(r.startIndex);else if(r.hasError)for(let o of r.children)t.push(o);return n}function OR(e,n){return["class A { void a() ","class A { A() "].some(t=>{let r=`${t}${n} }`,o=Je(r);return tl(o).get(t.length)?.end!==t.length+n.length||sl(o).length>0?!1:Cp(e,r,o,i=>!i.hasError&&i.namedChildren.length===1)})}function IR(e){return[...new Set(e)]}function ER(e){let n=[];for(let t=e.indexOf(`
`);t>=0;t=e.indexOf(`
`,t+1))n.push(t);return t=>{let r=0,o=n.length;for(;r<o;){let i=r+o>>1;(n[i]??t)<t?r=i+1:o=i}return r+1}}async function Tp(e={}){let n=[await xp(e.java)],t=new Map;for(let r of n)for(let o of r.extensions)t.set(o,r);return{languages:n,forPath:r=>t.get(AR(r).toLowerCase())}}async function hl(e,n){let t=Ts(e);if(t===null)return e;let r=(await n.read())?.training,o=r?.origin===Ms(t)?r.promoted.at(-1):void 0;return o===void 0?e:jd(e,t,o)}function gl(e,n){let t=Ts(e);if(t===null)return null;let{"least-changes":r,"probe-size":o}=t.specialize;return{origin:Ms(t),leastChanges:r,probeSize:o,enqueue:n.enqueue,compose:async i=>(await import("./part-IFE75B7F.js")).composeSpecialization(e,t,i,n)}}import{closest as vD}from"fastest-levenshtein";import{z as se}from"zod";var Pp=/^\d{4,9}-[0-9a-f]{8}$/,NR=/^\d{4,9}-[0-9a-f]{8}\/(champion|challenger)\.palimpsest$/,Qi=se.object({name:se.string(),fingerprint:se.string(),copy:se.string().regex(NR).nullable()}),rD=se.object({schemaVersion:se.literal(1),id:se.string().regex(Pp),kind:se.enum(["promoted","kept","rolled-back"]),at:se.string(),reasons:se.array(se.enum(od)),challenger:Qi,champion:Qi.nullable(),becomes:Qi.nullable()}),oD=se.object({schemaVersion:se.literal(1),record:se.string().regex(Pp),champion:Qi});import{dirname as jR,resolve as WR}from"node:path";var yl="embedded";async function wl(e,{maxMethods:n}={maxMethods:null}){let t=e===null?new Map:Ps(await so(e),e);for(let[i,s]of t)if(s.provider===yl&&s.path!==void 0)throw new w("bad-models-file",`${e}: ${JSON.stringify(i)} names the file of an embedded model, which here each repository trains for itself`,"Leave out its path.");let r=e===null?process.cwd():jR(WR(e)),o={entry:null,ownName:null,folder:r,trainedAt:null,maxMethods:null};return{names:[...t.keys()],modelFor(i){let s=t.get(i);if(s===void 0&&i!==""&&i!==yl)throw new w("bad-setting",`the settings file names the model ${JSON.stringify(i)}, which is not on this installation’s list`,"Ask whoever runs Palimpsest for its name there, or leave `model` out: then the embedded model answers.");return s===void 0||s.provider===yl?o:{entry:s,ownName:("model"in s?s.model:void 0)??i,folder:r,trainedAt:s["trained-at"]??null,maxMethods:n}}}}var $p={"Anagrams.java":`import java.util.Arrays;

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
`};var UR=/^\/\/ trial of (\w+)\n/m,HR=Object.entries($p).map(([e,n])=>GR(e,n));function GR(e,n){let[t="",r="",o=""]=n.split(UR);return{name:e.replace(/\.java$/,""),path:e,text:`${t.trimEnd()}
`,method:r,trial:o}}import{randomUUID as zR}from"node:crypto";var JD=zR();import{z as A}from"zod";var Lp={value:A.number(),margin:A.number().nullable()},Xi=A.object({units:A.int(),points:A.number()}),Op={id:A.string(),similarity:A.number(),failed:A.boolean()},iB=A.object({at:A.int(),units:A.int(),now:A.object(Lp).nullable(),freshness:A.object({...Lp,parts:A.object({unchanged:Xi,modified:Xi,new:Xi,deleted:Xi})}).nullable(),scored:A.int(),scores:A.array(A.object(Op))}),sB=A.object({at:A.int(),head:A.string(),shards:A.record(A.string(),A.string())}),aB=A.array(A.object({at:A.int(),changes:A.array(A.object({...Op,change:A.enum(["added","modified","renamed","moved"])})),behind:A.int()}));import{join as qR}from"node:path";async function bl({url:e,token:n,branch:t,folder:r,signal:o}){let i=qR(r,"history.git"),s=["--bare","--quiet","--single-branch","--no-tags",`--branch=${t}`],{exitCode:a,stderr:l}=await Ce(r,["clone",...s,"--",e,i],{environment:n===null?{}:KR(e,n),signal:o});if(o.throwIfAborted(),a===0)return nl(i);let{message:d}=We("clone",l);throw new w("git-failed",`the history could not be cloned: ${d}`,"Check that git is there and that the token may read the repository.")}function KR(e,n){let t=Buffer.from(`x-access-token:${n}`).toString("base64");return{GIT_CONFIG_COUNT:"1",GIT_CONFIG_KEY_0:`http.${new URL(e).origin}/.extraheader`,GIT_CONFIG_VALUE_0:`AUTHORIZATION: basic ${t}`}}async function Ip(e){let n=await Tp({java:{parser:e.parser==="wasm"?"wasm":"auto"}}),[t]=n.languages;if(t===void 0)throw new Error("no language is registered");return{main:t,forPath:n.forPath}}function Ap(e,n){return[...e].map(t=>({id:t,lot:rt(`control ${t}`)})).sort((t,r)=>t.lot-r.lot||L(t.id,r.id)).slice(0,n).map(({id:t})=>t).sort(L)}var JR=1e-9;function Fp(e,n){let t=new Map(e.map(o=>[`${o.id}
${o.stub}`,o.similarity])),r=n.flatMap(({id:o,stub:i,similarity:s})=>{let a=t.get(`${o}
${i}`);return a===void 0?[]:[{before:a??0,now:s??0}]});return r.length===0?null:{methods:r.length,moved:r.filter(o=>Math.abs(o.before-o.now)>JR).length,before:Ep(r.map(o=>o.before)),now:Ep(r.map(o=>o.now))}}function Ep(e){return e.reduce((n,t)=>n+t,0)/e.length}import{createHash as VR}from"node:crypto";async function Np(e){let{tree:n,model:t,size:r,languages:o,progress:i,signal:s}=e;if(r===0)return[];let a=[];for await(let{parsed:c,language:m}of re(n,await n.list(),o,s))c!==null&&a.push(...kt(c,m));let l=new Set(Ap(a.map(({unit:c})=>c.id),r)),d=a.filter(({unit:c})=>l.has(c.id)).map(({unit:c,source:m})=>({unit:c,source:m,stub:G(m,c)})),u=[];i.begin("writing the control group",d.length);for await(let{item:c,regeneration:m}of oe(d,{model:t,samples:1,signal:s,progress:i,journal:null})){if(m.kind==="unasked")continue;let{unit:f,source:p,stub:h}=c;u.push({id:f.id,stub:VR("sha256").update(h.source.text).digest("hex").slice(0,16),similarity:m.kind==="regenerated"?be(U(p,f),m.body).similarity:null})}return i.end(),u.sort((c,m)=>c.id<m.id?-1:1)}async function _p(e){let n=await e.state.read(),t={...e,mayAskForAll:!0};e.retrain==="now"&&await rr(t);let r=await yi(t),{model:o}=r;if(o===null)return{kept:r,evaluation:null,control:null,page:null,before:n,state:n};let i=await YR(o,e),s=await QR(o,e),a=await XR(o,e),l=n?.review?.fingerprint===o.card.fingerprint?n.review:null,d=a===null?null:ZR(a.status,i,l),u=d===null?n:await e.state.update(c=>({...c??cn,review:d}));return e.retrain==="when-due"&&a?.status.recommendation.kind==="retrain-now"&&await rr(t),{kept:r,evaluation:s,control:Fp(l?.control??[],i),page:a,before:n,state:u}}async function YR(e,n){let t=e.card.trainedAt;if(t===null)return[];let r=n.repository.tree(await n.repository.resolve(t.revision));return Np({...n,tree:r,model:e,size:n.controlSize})}async function QR(e,n){let{target:t,repository:r,sample:o}=n;return yt({...n,tree:r.tree(t),source:{name:t.name,revision:t.hash},protocol:"recreate",scope:"main",model:e,sample:o,output:null,journal:null})}async function XR(e,n){let{past:t,target:r,windowDays:o,training:i}=n;return t===null?null:Ri({...n,...t,model:e,at:r,gain:{windowDays:o,policy:dm,training:i()},drift:{since:{kind:"span",span:{count:1,unit:"years"}}}})}function ZR(e,n,t){let{gain:r,drift:o,model:i,at:s}=e;return{fingerprint:i.fingerprint,at:{revision:s.revision,committedAt:null},gain:r&&{all:r.all,window:r.window,statement:r.statement,head:r.head},forecast:o?.forecast??null,recommendation:e.recommendation,control:n,isTrainingAsked:t?.isTrainingAsked??!1}}function kl(e,n){if(e===null)return n===0?"No control group was asked for.":`The control group was begun with ${y(n,"method")}; the next review compares with it.`;let{methods:t,moved:r,before:o,now:i}=e;return r===0?`The control group of ${y(t,"method")} came back as the last time: it is the same model.`:`${v(String(r))} of the ${y(t,"method")} of the control group came back otherwise than the last time (mean similarity ${O(o)} then, ${O(i)} now), though nothing was shown otherwise: the model or its server changed. What freshness lost since then may not be drift.`}var ex=60;function Dp(e,n){let{ledger:t,model:r}=e,o=P([ox(e,n)],C(Qn(e,g)),Zn(e,g),[`**What would training again gain?** ${nx(e).join(" ")}`],["**What to do**"],sx(e,n),tx(e),t===null?[]:tn(t),B(I(r,g)),[ax(e,n)]);return{title:rx(e,n),body:o}}function nx(e){let{gain:n}=e;return n===null?et(e):[Vn(n),...Yn(n).slice(0,1).map(t=>`${t.replace(/^w/,"W")}.`)]}function tx({drift:e,model:n}){return e?.forecast?.kind==="expected"?[Kn(e.forecast,n).join(" ")]:[]}function Bp({ledger:e,model:n}){let t=Ge(n)?"its shadow has":"it has";if(e?.freshness==null)return`Nothing says any more that the model is stale, so this issue can be closed.
`;let{freshness:r,units:o,scored:i,line:s}=e;return`The model is fresh again: ${t} a freshness of ${Y(r)} (${jp(o,i)}), not below the policy’s line of ${T(s)}. Thanks to whoever looked after it!
`}function rx({ledger:e,model:n,recommendation:t},{section:r}){let o=r===null?"":`${g(r,ex)}: `,i=Ge(n)?"code model (by its shadow)":"code model";if(e?.freshness==null)return`${o}Time to train the ${i} again`;let s=`freshness ${Y(e.freshness)}, line ${T(e.line)}`;return e.verdict.kind==="stale"?`${o}The ${i} has become stale: ${s}`:`${o}Time to train the ${i} again${t.kind==="retrain-soon"?" soon":""}: ${s}`}function ox(e,n){let{ledger:t,model:r,age:o}=e,i=j(r,g);if(t?.freshness==null)return`${i}: it is not known how fresh this model is.`;if(t.answers==="predecessor")return`${Xn(e)}.`;let{freshness:s,units:a,scored:l,line:d,history:u}=t,c=`${Y(s)} of what it knew on the day of training (${jp(a,l)})`,m=o.days===null?"":`, ${y(o.days,"day")} ago`;return`${i}${m}, still knows ${c}. The policy asks for ${T(d)}.${ix(u,d,n)}`}function ix(e,n,t){let r=e.findLastIndex(({freshness:l})=>l>=n),o=e[r+1];if(o===void 0)return"";let[i]=/^\d{4}-\d{2}-\d{2}/.exec(o.committedAt??"")??[],s=qe(V(o.revision),o.revision,t);return` It has been below that ${r<0?"at least since":"since"} ${i===void 0?"":`${i}, `}${s}.`}function sx({model:e},{training:n}){let t="Once the model needs no training any more, this issue is closed by itself.";if(n?.workflow===null)return C([n.started?"Nothing for now: another model is being trained, and takes the place of this one if it is better.":`Have another trained: a maintainer asks for it with ${g("/palimpsest retrain")} or the button *Retrain* of the App, or runs the workflow of this check by hand, with ${g("retrain")}.`,t]);if(n!==null){let r=g(n.workflow);return C([n.started?`Nothing for now: the training workflow ${r} was started.`:`Run the training workflow ${r}.`,t])}if(Ge(e)){let r=e.shadow.of===null?"the project’s own model":g(e.shadow.of);return C([`Train ${r} again, as it was trained before, and put the new revision into ${g("trained-at")} of the workflow.`,t])}return $e(e)?C([`Run the workflow of this check by hand, with ${g("retrain")}: the model is trained anew at the head of the default branch, in seconds. In a clone ${g("palimpsest train --evaluate")} does the same.`,t]):C([`Train ${g(D(e))} again on the code of today, and put its revision into ${g("trained-at")} of the workflow.`,t])}function ax({ledger:e,at:n},t){return`<sub>${[...e===null?[]:[Ee(e)],`looked at from ${qe(V(n.revision),n.revision,t)}`,...t.reportUrl===null?[]:[lt("Full report",t.reportUrl)]].join(" · ")}</sub>`}function jp(e,n){return`${y(e,"method")}, ${n===e?"all scored":`${v(String(n))} of them scored`}`}function Pt(e){let n=e.map(({path:r,champion:o,challenger:i})=>({cluster:r,value:i-o})),t=ha(n);return{units:e.length,files:new Set(e.map(({path:r})=>r)).size,champion:Sl(e.map(({champion:r})=>r)),challenger:Sl(e.map(({challenger:r})=>r)),difference:Sl(n.map(({value:r})=>r)),interval:t&&{low:Math.max(-1,t.low),high:Math.min(1,t.high)},closer:n.filter(({value:r})=>r>0).length,farther:n.filter(({value:r})=>r<0).length,same:n.filter(({value:r})=>r===0).length,championFailed:e.filter(({championFailed:r})=>r).length,challengerFailed:e.filter(({challengerFailed:r})=>r).length}}function Sl(e){return e.length===0?null:e.reduce((n,t)=>n+t,0)/e.length}var Wp=64;async function Zi(e,{champion:n,challenger:t},r){let o=[],i=[],s={champion:[],challenger:[]},a=0;for(let l=0;l<e.length;l+=Wp){let d=e.slice(l,l+Wp).map(m=>({unit:m,change:m,stub:G(m.current.source,m.current.unit)})),u=await St(d,n,r),c=await St(d,t,r);for(let[m,{unit:f}]of d.entries()){let[p,h]=[u[m]??null,c[m]??null];if(p===null||h===null){i.push(f.current.unit.id);continue}o.push(lx(f,p,h)),p.silence!==null&&s.champion.push(p.silence),h.silence!==null&&s.challenger.push(h.silence),(p.silence!==null||h.silence!==null)&&a++}r.progress.advance(d.length)}return Up(n,s.champion,o.length),Up(t,s.challenger,o.length),{rows:o,unasked:i,unanswered:a}}function lx({current:e,change:n,learned:t},r,o){let{id:i,path:s}=e.unit;return{id:i,path:s,change:n,learned:t,champion:r.similarity,challenger:o.similarity,championFailed:r.failed,challengerFailed:o.failed}}function Up({card:e},n,t){if(!(t===0||n.length<t))throw new w("model-unavailable",`${e.name} gave no answer to any of ${t} ${t===1?"method":"methods"} (${n[0]})`,"Nothing was decided; run the command again when the model answers.")}async function Gp(e){let{tree:n,changed:t,sample:r,rivals:o,progress:i}=e,s=[];i.begin("looking for what did not change",null);let a=(await n.list()).filter(m=>ye(m)===null);for await(let{unit:m}of Hp(a,e))t.has(m.id)||s.push({id:m.id,path:m.path,length:m.body.end-m.body.start});if(i.end(),s.length===0)return{rows:[],unasked:[],unanswered:0,probe:null};let{drawn:l}=gt(s,r),d=new Set(s.flatMap(({id:m,path:f})=>l.has(m)?[f]:[])),u=[];for await(let m of Hp([...d],e))l.has(m.unit.id)&&u.push({current:m,change:"unchanged",learned:null});i.begin("writing again what did not change",u.length);let c=await Zi(u,o,e);return i.end(),{...c,probe:{...Pt(c.rows),unchanged:s.length}}}async function*Hp(e,{tree:n,languages:t,signal:r}){for await(let o of re(n,e,t,r))if(o.parsed!==null)for(let i of Xt(o,{scope:"main"}))yield{unit:i,source:o.parsed}}import dx from"p-limit";function qp(e){let n=t=>t==="passes";return{tasks:e.length,championPasses:e.filter(({champion:t})=>n(t)).length,challengerPasses:e.filter(({challenger:t})=>n(t)).length,won:e.filter(({champion:t,challenger:r})=>!n(t)&&n(r)).length,lost:e.filter(({champion:t,challenger:r})=>n(t)&&!n(r)).length}}function Kp(e,n){let[t,r]=[zp(e),zp(n)];return e.length!==n.length||t.tokens===0||r.tokens===0?null:{texts:e.length,championTokens:t.tokens,challengerTokens:r.tokens,champion:t.logProbability/t.tokens,challenger:r.logProbability/r.tokens}}function zp(e){return{tokens:e.reduce((n,{tokens:t})=>n+t,0),logProbability:e.reduce((n,{logProbability:t})=>n+t,0)}}var vl={probe:null,unasked:[]};async function Yp(e,{champion:n,challenger:t},r){let o=e.tasks.map(u=>cx(u,e.language));r.progress.begin("solving tasks",o.length*2);let i=await Jp(o,n,e,r),s=await Jp(o,t,e,r);r.progress.end();let a=[],l=o.flatMap(({task:u,stub:c})=>{let[m,f]=[i.get(u.name),s.get(u.name)];return m!==void 0&&f!==void 0?[{name:u.name,champion:m,challenger:f}]:(a.push(c.target.id),[])});if(l.length===0)return{probe:null,unasked:a};let d=await ux(e.foreign,{champion:n,challenger:t},r);return{probe:{tasks:qp(l),likelihood:d,isolation:e.trials.isolation,rows:l},unasked:a}}function cx(e,n){let t=n.parse(e.path,e.text),r=t.units.find(({name:o})=>o===e.method);if(r===void 0)throw new RangeError(`the task ${e.name} has no method ${e.method}`);return{task:e,source:t,unit:r,stub:G(t,r)}}async function Jp(e,n,{trials:t},{journal:r,progress:o,signal:i}){let s=new Map,a=dx(t.concurrency),l=[],d={model:n,samples:1,signal:i,progress:o,journal:r};for await(let{item:u,regeneration:c}of oe(e,d)){let{task:m,source:f,unit:p}=u;if(c.kind==="failed"&&s.set(m.name,"no-answer"),c.kind!=="regenerated")continue;let{body:h}=c,{text:S}=Cn(f,({id:x})=>x===p.id?h:void 0),R=a(async()=>{s.set(m.name,await t.run(m,S,i))});R.catch(()=>{}),l.push(R)}return await Promise.all(l),s}async function ux(e,{champion:n,challenger:t},{progress:r,signal:o}){r.begin("reading foreign code",e.length*2);let i=await Vp(e,n,r,o),s=await Vp(e,t,r,o);r.end();let a=i&&s&&Kp(i,s);return a!==null?{kind:"measured",...a}:{kind:"not-given",by:i===null?s===null?"both":"champion":"challenger"}}async function Vp(e,n,t,r){let o=[];for(let i of e){let s=await n.likelihood?.(i,r)??null;if(s===null)return null;o.push(s),t.advance()}return o}async function Qp(e,{isWanted:n,now:t},{repository:r,languages:o,journal:i,progress:s,signal:a}){let{card:l}=e;if(l.baseline!==null)return{card:l,state:"on-card"};if(!n)return{card:l,state:"not-asked"};let d=await fx(l,r);if(d===null)return{card:l,state:"unknown-training"};let{protocol:u,summary:c,unasked:m}=await yt({languages:o,progress:s,signal:a,tree:r.tree(d),source:{name:d.name,revision:d.hash},protocol:"in-place",scope:"main",model:e,output:null,journal:i&&mx(i)});if(m!==void 0)return{card:l,state:"budget-spent"};let{count:f,withFailuresAsStubs:p}=c.methods,h={revision:d.hash,protocol:u,methods:f,similarity:p.similarity},S=Wd(l,h,t);return S===null?{card:l,state:"unknown-training"}:{card:S,state:"measured"}}function mx(e){return{get:n=>e.get(n),append:(n,t)=>e.append(n,t),finish:async()=>{}}}async function fx({trainedAt:e},n){if(e===null)return null;try{return await n.resolve(e.revision)}catch(t){if(t instanceof w)return null;throw t}}async function Zp(e){let{challenger:n,champion:t,policy:r,sample:o,head:i}=e,s=await Qp(n.model,e.baseline,e),a=t===null?px:await hx({...e,champion:t}),{changes:l,forgetting:d,generalisation:u,unasked:c,unanswered:m}=a,f=t===null?null:{champion:t.model,challenger:n.model};return{schemaVersion:1,kind:"promote",protocol:"in-place",head:{name:i.name,revision:i.hash},since:t===null?null:{name:t.trainedAt.name,revision:t.trainedAt.hash},challenger:{...Xp(n),model:s.card},champion:f===null||t===null?null:Xp(t),decision:sd({changes:l?.all??null,forgetting:d,tasks:u.probe?.tasks??null,likelihood:u.probe?.likelihood??{kind:"not-asked"},unasked:c.length,unanswered:m},r),policy:r,baseline:s.state,changes:l,forgetting:d===null?null:{...d,sample:o},generalisation:u.probe,unanswered:m,...c.length===0?{}:{unasked:[...new Set(c)].sort()},leftOut:a.leftOut.rows(),notes:a.notes,methods:a.rows}}function Xp({reference:e,model:n}){let t=n.usage?.();return{reference:e,model:n.card,...t===void 0?{}:{usage:t}}}var px={changes:null,forgetting:null,generalisation:vl,unasked:[],unanswered:0,leftOut:new Ne,notes:[],rows:[]};async function hx(e){let{repository:n,head:t,champion:r,challenger:o,sample:i,progress:s}=e,a={champion:r.model,challenger:o.model},l=await eh(r.trainedAt,e),d=await gx(o.model,e),u=l.eligible.map(({change:p,current:h})=>({change:p,current:h,learned:d===null?null:!d.has(h.unit.id)}));s.begin("writing the changes again",u.length);let c=await Zi(u,a,e);s.end();let m=await Gp({...e,tree:n.tree(t),changed:nh(l),sample:i,rivals:a}),f=e.generalisation===null?vl:await Yp(e.generalisation,a,e);return{changes:{all:Pt(c.rows),learned:Pt(c.rows.filter(({learned:p})=>p===!0)),later:Pt(c.rows.filter(({learned:p})=>p===!1))},forgetting:m.probe,generalisation:f,unasked:[...c.unasked,...m.unasked,...f.unasked],unanswered:c.unanswered+m.unanswered,leftOut:l.leftOut,notes:l.notes,rows:[...c.rows,...m.rows]}}function eh(e,n){return ot({...n,base:e,policy:{countCosmetic:!1}})}async function gx({card:e},n){if(e.trainedAt===null)return null;let t=await n.repository.resolve(e.trainedAt.revision).catch(()=>null);return t===null?null:nh(await eh(t,n))}function nh({eligible:e,cosmetic:n,moved:t}){return new Set([...e.map(({current:r})=>r.unit.id),...n,...t.map(({id:r})=>r)])}async function th(e){let{state:n,origin:t}=e,r=await bx(e);if(r===null)return{kind:"nothing-new"};let{trained:o,report:i}=await kx(r,e).catch(async d=>{throw await vx(d,r,e),d});e.signal.throwIfAborted();let s=i.decision.kind==="promote",a={endedAt:e.now().toISOString(),revision:r.hash,model:o.model,kind:s?"promoted":"kept",reasons:i.decision.reasons},l=!1;return await n.update(d=>rh(d,t,u=>{if(l=u.underWay?.at.revision===r.hash,!l)return u;let c=s?[...u.promoted,o].slice(-yx):u.promoted;return{...u,underWay:null,promoted:c,last:a}})),l?{kind:"decided",ended:a,report:i}:{kind:"given-up"}}var yx=10,wx=3;async function bx({state:e,origin:n,head:t,champion:r,repository:o}){let i=(await e.read())?.training,s=i?.origin===n?i.underWay:null;if(s!=null){let l=await o.resolve(s.at.revision).catch(d=>{if(d instanceof w&&d.code==="unknown-revision")return null;throw d});if(l!==null)return l}if(r.trainedAt.hash===t.hash)return null;let a={revision:t.hash,committedAt:t.committedAt};return await e.update(l=>{let d=l?.training?.origin===n?l.training:null,u={origin:n,promoted:[],last:null,...d,underWay:{at:a,failures:0}};return{...l??cn,training:u}}),t}async function kx(e,n){let t=await n.train(e);n.signal.throwIfAborted();let r=await Zp({...n,challenger:{reference:t.model,model:await n.open(t)},baseline:{isWanted:!1,now:n.now()},generalisation:null,journal:null});return{trained:t,report:r}}var Sx=new Set(["cancelled","disk-full","forge-unavailable","model-unavailable","database-unavailable","ledger-busy","output-in-use"]);async function vx(e,n,{state:t,origin:r,now:o}){!(e instanceof w)||Sx.has(e.code)||await t.update(i=>rh(i,r,s=>{let a=(s.underWay?.failures??0)+1,l={endedAt:o().toISOString(),revision:n.hash,model:null,kind:"failed",reasons:[]},d=s.underWay===null||a>=wx?null:{...s.underWay,failures:a};return{...s,underWay:d,last:l}}))}function rh(e,n,t){let r=e??cn;return r.training?.origin===n?{...r,training:t(r.training)}:r}function oh(e){let{champion:n,challenger:t}=e,r=n===null?"":`, in the place of ${j(n.model,g)}`;return P([`Trained again: ${j(t.model,g)} answers from now on${r}.`],C(ht(e)))}var Rx=1;async function Rl(e){let{training:n,model:t,languages:r,progress:o,signal:i,state:s}=e,{inUse:a}=t;if(n===null||a.kind!=="fixed")return"given-up";let l=await e.whole.defaultBranch(),d=await e.pastOf(l),u=await n.compose(d),c=!1;try{let m=await th({repository:d.repository,head:l,state:s,origin:n.origin,champion:await xx(a),train:f=>u.train(f),open:f=>u.open(f),policy:{...id,leastChanges:n.leastChanges},sample:{size:n.probeSize,seed:Rx},now:()=>new Date,languages:r,progress:o,signal:i});return c=!0,await Cx(m,e),m.kind==="decided"&&m.ended.kind==="promoted"?"promoted":m.kind}finally{await u.close(c)}}async function xx({open:e,trainedAt:n}){let t=await e();return{reference:t.card.name,model:t,trainedAt:n}}async function Cx(e,n){let{log:t,forge:r,settings:o,section:i}=n;if(e.kind!=="decided"){t.notice(e.kind==="nothing-new"?"Nothing was trained: the model was trained at the head of the default branch.":"Nothing was decided: another model has come in the place of the one that was trained after.");return}let{report:s,ended:a}=e;if(t.say(fn(s)),await t.summarise(Re(s)),a.kind!=="promoted"||!o.retraining.issue)return;let l=await r.trackingIssue.close(i??"",oh(s));l.kind==="refused"&&t.warning(K({kind:"refused",what:"issue",reason:l.reason},String))}var Tx=864e5;function ih(e,n,t){let{training:r}=e;if(r===null||pn(e)!=="specialize")return!1;let o=n?.origin===r.origin?n:void 0,i=o?.last??null;return i!==null&&t.now-Date.parse(i.endedAt)<Tx?(t.isAsked&&e.log.notice(`Not trained again: that was done within a day (${i.endedAt}).`),!1):t.isAsked||(o?.underWay??null)!==null?!0:t.isDue&&i?.revision!==t.head}async function sh(e){try{e.training?.enqueue==null?await Rl(e):await e.training.enqueue()}catch(n){if(!(n instanceof w)||n.code==="cancelled")throw n;e.log.warning(e.mask(`The model was not trained again: ${n.message}. ${n.remedy}`))}}var Mx=50;async function ah({retrain:e},n){let{log:t,settings:r,languages:o}=n,i=await n.whole.defaultBranch(),s=await Px(i,n),{policy:a,...l}=dr(n,i),d={...l,policy:r.freshness,past:s,windowDays:r.gain.windowDays,training:()=>Cs(o),language:o.main,controlSize:r.evaluation.control,retrain:e?"now":r.retraining.automatic?"when-due":"never",project:n.project,closeUps:Mx},u=await Ta(n,()=>Pa(n,x=>_p({...d,...x})));if(u===null)return W;let{result:c,refusal:m}=u;if(c.kept.kind==="none")return t.warning($a(c.kept)),W;let f=c.page?.status??null,p=ih(n,c.state?.training,{isAsked:e,isDue:r.retraining.automatic&&Lx(f,c),head:i.hash,now:Date.now()}),h=f===null?[]:await $x(f,c,p,n);for(let x of h)t.warning(K(x,String));t.say(fn(f??c.kept.report)),await t.summarise(Ex(c,h,m,n)),p&&await sh(n);let R=or(c.kept.report.ledger,n.choices.gate).kind==="passed"?null:Ma;return{...W,report:f??c.kept.report,evaluation:c.evaluation,page:c.page,gate:R}}async function Px(e,n){try{return await n.pastOf(e)}catch(t){if(!(t instanceof w)||t.code==="cancelled")throw t;return n.log.warning(`Drift and retraining gain are not told this time: ${t.message}. ${t.remedy}`),null}}async function $x(e,{control:n,state:t},r,o){let{forge:i,settings:s,log:a}=o,{retraining:l}=s,d=o.section??"",u=[];if(n!==null&&n.moved>0)return a.warning(kl(n,n.methods)),u;let c=e.recommendation.kind==="retrain-now",m=t?.review?.isTrainingAsked??!1,f=c&&!m?await Ix(e,o,u):!1;if(f&&await o.state.update(h=>h?.review?.fingerprint===e.model.fingerprint?{...h,review:{...h.review,isTrainingAsked:!0}}:h??{schemaVersion:1,pin:null,review:null}),!l.issue)return u;let p=c?await i.trackingIssue.open(d,Dp(e,{headRevision:e.at.revision,repositoryUrl:o.links.repositoryUrl,reportUrl:o.links.reportUrl,section:o.section,training:Ox(o,{isToBeTrained:r,started:f||m})})):e.ledger?.verdict.kind==="fresh"?await i.trackingIssue.close(d,Bp(e)):null;return p?.kind==="refused"&&u.push({kind:"refused",what:"issue",reason:p.reason}),u}function Lx(e,{control:n}){return e?.recommendation.kind==="retrain-now"&&(n===null||n.moved===0)}function Ox(e,{isToBeTrained:n,started:t}){if(pn(e)==="specialize")return{workflow:null,started:n};let{workflow:r}=e.settings.retraining;return r===""?null:{workflow:r,started:t}}async function Ix({model:e,at:n},t,r){let o=await La({model:e.name,revision:n.revision},t);for(let i of o)i.kind==="refused"&&r.push({kind:"refused",what:"dispatch",reason:i.reason});return o.some(({kind:i})=>i==="said")}function Ex({kept:e,evaluation:n,control:t,page:r,state:o},i,s,a){return`${[...r===null?e.kind==="kept"?[Re(e.report)]:[]:[Re(r.status)],...n===null?[]:[Re(n)],kl(t,o?.review?.control.length??0),...i.map(d=>K(d,u=>g(u))),s??a.links.whereItLies].join(`

`)}
`}import{mkdtemp as gC,rm as yC}from"node:fs/promises";import{tmpdir as wC}from"node:os";import{join as ig}from"node:path";import{z as $t}from"zod";var pr=$t.object({login:$t.string(),type:$t.string().optional()}).nullable(),lh="[bot]",Ax=$t.object({viewer:$t.object({login:$t.string().min(1)})});function ch(e){let n=null;return()=>(n??=Fx(e).catch(t=>{throw n=null,t}),n)}async function Fx(e){let n=Ax.parse(await e.graphql("query { viewer { login } }"));return Nx(n.viewer.login)}function Nx(e){let n=dh(e);return{login:e,slug:n,wrote(t){return t===null||dh(t.login)!==n?!1:t.login.toLowerCase()===e.toLowerCase()||t.type==="Bot"}}}function dh(e){let n=e.toLowerCase();return n.endsWith(lh)?n.slice(0,-lh.length):n}import{z as J}from"zod";function uh({title:e,summary:n,annotations:t}){let r=t.slice(0,200).map(i=>({...i,title:xl(i.title,255),message:xl(i.message,16384)})),o=[];return r.length<t.length&&o.push(`_The first ${r.length} of ${t.length} annotations are shown at their lines._`),{title:xl(e,255),summary:_x(o,n),annotations:r}}function Tl(e,n){return hn(e.title)===hn(n.title)&&hn(e.summary)===hn(n.summary)}function mh(e,n){return e.path===n.path&&e.start_line===n.line&&hn(e.title)===hn(n.title)&&hn(e.message)===hn(n.message)}function hn(e){return(e??"").replaceAll(`\r
`,`
`).trim()}function _x(e,n){let t=[...e,n].join(`

`);if(Cl(t)<=65535)return t;let r=`${[...e,"_Cut to what GitHub takes: the job summary has the whole of it._"].join(`

`)}

`,o=65535-Cl(r),i=[];for(let s of n.split(`
`)){if(o-=Cl(s)+1,o<0)break;i.push(s)}return r+i.join(`
`)}function xl(e,n){if(e.length<=n)return e;let t=e.slice(0,n-1);return`${/[\uD800-\uDBFF]$/.test(t)?t.slice(0,-1):t}…`}function Cl(e){return Buffer.byteLength(e,"utf8")}import{z as Wx}from"zod";import{z as fh}from"zod";function ph(e,{permission:n}){let t=Te(e),r=Sr(e)??(t===404||t===410?Xe(e):null);if(r===null)return null;let o=r.replace(/[\s.]+$/,"");return t===404?`it is not there, or hidden from a token without “${n}” (${o})`:/archived/i.test(o)?`the repository is archived (${o})`:/\blocked\b/i.test(o)?`the conversation is locked (${o})`:/not accessible|not authorized|permission/i.test(o)?`the token lacks “${n}” (${o})`:o}var Dx=fh.object({status:fh.number()});function Te(e){let n=Dx.safeParse(e);return n.success?n.data.status:null}var Lt={pause:e=>new Promise(n=>setTimeout(n,e)),random:Math.random},ae={request:{retries:0}},Bx=4,jx=1e3;async function fe(e,n){try{return await n()}catch(t){let r=ph(t,e);if(r!==null)return{kind:"refused",reason:r};throw br(t,e.doing)}}async function gn(e,n,t){for(let r=1;;r+=1)try{return await e()}catch(o){if(!Ml(o)||r===Bx)throw o;await t.pause(jx*r*(.5+t.random()));let i=await n();if(i!==null)return i}}function pe(e,n){let t=e.safeParse(n);if(t.success)return t.data;let r=t.error.issues[0]?.path.join(".")??"";throw new w("forge-unavailable",`GitHub answered something else than it documents (at "${r}").`,"Run it again later; if it stays so, this GitHub is too old or too new for this version.")}function Ml(e){return(Te(e)??0)>=500}var yn=100;async function wn(e,n){let t=[],r=Wx.array(e);for(let o=1;;o+=1){let{data:i,headers:s}=await n(o);if(t.push(...pe(r,i)),!/<[^>]*>;\s*rel="next"/.test(s.link??""))return t}}var hr=J.object({id:J.number(),html_url:J.string().nullish(),name:J.string(),external_id:J.string().nullish(),conclusion:J.string().nullable(),app:J.object({slug:J.string().nullish()}).nullish(),output:J.object({title:J.string().nullable(),summary:J.string().nullable(),annotations_count:J.number()})}),Ux=J.object({path:J.string(),start_line:J.number(),title:J.string().nullable(),message:J.string().nullable()}),Hx=50,Pl="palimpsest";function $l(e){let n=Da(e);return n===null?Pl:`${Pl} ${n}`}function yh(e,n,t=Lt,r=null){return{begin({revision:o,name:i,title:s}){let a={doing:`writing the check of ${o.slice(0,7)}`,permission:"checks: write"};return fe(a,async()=>{let{slug:l}=await n(),{api:d,owner:u,repo:c}=e,{checks:m}=d.rest,f=async(E,{conclusion:he,output:ee})=>{let Qe={title:ee.title??s,summary:ee.summary??""};await m.update({owner:u,repo:c,check_run_id:E.id,status:"completed",conclusion:he,output:Qe})},p=await ns(e,{revision:o,name:i},l),h=p.find(hh);if(h!==void 0)for(let E of p)E.conclusion===null&&await f(E,h);let S=h??p[0];if(S!==void 0)return es(S,"unchanged");let{data:R}=await m.create({owner:u,repo:c,name:i,head_sha:o,external_id:$l(r),status:"in_progress",output:{title:s,summary:""},...ae}),x=pe(hr,R),M=(await ns(e,{revision:o,name:i},l)).find(hh);return M===void 0?es(x,"created"):(await f(x,M),es(M,"unchanged"))})},conclude(o){let i={doing:`writing the check of ${o.revision.slice(0,7)}`,permission:"checks: write"};return fe(i,async()=>{let s=qx(e,o,{slug:(await n()).slug,request:r},t);return Gx(s,o,uh(o))})}}}async function Gx(e,n,t){let r=await e.all(),o=r[0]??null,i=o===null?t.annotations:await e.missing(o,t.annotations),s=o?.conclusion===n.conclusion&&Tl(o.output,t),a=o!==null&&s&&i.length===0,l=Kx(i,Hx),[d=[],...u]=l,m=a?o:await(o===null?e.create(t,d):e.update(o.id,t,d));for(let p of u)await e.update(m.id,t,p);let f=o===null?await e.all():r;for(let{id:p,conclusion:h}of f)p!==m.id&&h===null&&await e.update(p,t,[]);return es(m,a?"unchanged":o===null?"created":"updated")}function es({id:e,html_url:n},t){return{kind:"said",id:e,url:n??"",was:t}}var zx=J.enum(["success","neutral","failure"]);function hh(e){return zx.safeParse(e.conclusion).success}async function ns({api:e,owner:n,repo:t},{revision:r,name:o},i){return(await wn(hr,async l=>{let{data:d,headers:u}=await e.rest.checks.listForRef({owner:n,repo:t,ref:r,check_name:o,filter:"all",per_page:yn,page:l});return{data:d.check_runs,headers:u}})).filter(l=>l.name===o&&l.app?.slug===i&&l.external_id?.split(" ")[0]===Pl).sort((l,d)=>d.id-l.id)}function qx(e,n,{slug:t,request:r},o){let{api:i,owner:s,repo:a}=e,{checks:l}=i.rest,d={status:"completed",conclusion:n.conclusion},u=n.actions===void 0?{}:{actions:[...n.actions]},c=async(m,f)=>{if(m.output.annotations_count===0||f.length===0)return f;let p=await wn(Ux,h=>l.listAnnotations({owner:s,repo:a,check_run_id:m.id,per_page:yn,page:h}));return f.filter(h=>!p.some(S=>mh(S,h)))};return{all:()=>ns(e,n,t),missing:c,create(m,f){return gn(async()=>{let p=await l.create({owner:s,repo:a,name:n.name,head_sha:n.revision,external_id:$l(r),...d,...u,output:gh(m,f),...ae});return pe(hr,p.data)},async()=>(await ns(e,n,t)).find(p=>p.conclusion!==null)??null,o)},update(m,f,p){return gn(async()=>{let h=await l.update({owner:s,repo:a,check_run_id:m,external_id:$l(r),...d,...u,output:gh(f,p),...ae});return pe(hr,h.data)},async()=>{let h=pe(hr,(await l.get({owner:s,repo:a,check_run_id:m})).data);return h.conclusion===n.conclusion&&Tl(h.output,f)&&(await c(h,p)).length===0?h:null},o)}}}function gh({title:e,summary:n},t){return{title:e,summary:n,annotations:t.map(({path:r,line:o,title:i,message:s})=>({path:r,start_line:o,end_line:o,annotation_level:"notice",title:i,message:s}))}}function Kx(e,n){let t=[];for(let r=0;r<e.length;r+=n)t.push(e.slice(r,r+n));return t}import{z as gr}from"zod";var Ll=gr.object({id:gr.number(),html_url:gr.string(),body:gr.string().nullish(),user:pr,updated_at:gr.string()}),Jx=10,Vx=1500,Yx=2,ts=[65536,32768,8192,1024];function bh(e,n,t=Lt,r=null){return{put(o,i,s,{ifThere:a}){let l={doing:`commenting on pull request ${o}`,permission:"pull-requests: write"};return fe(l,async()=>{let d=e0(e,o,await n(),t);return Qx(d,{section:i,body:s,ifThere:a,request:r},t)})}}}async function Qx(e,{section:n,body:t,ifThere:r,request:o},i){let s="unchanged";for(let a=0;a<Jx;a+=1){let l=await e.findOurs(),[d,...u]=l,c=r&&s==="unchanged";if(d===void 0){if(c)return{kind:"nothing"};await e.create(M=>Fi(null,n,t,M,o)??""),s="created";continue}let m=Zx(l),f=An(m).get(n);if(c&&f===void 0)return{kind:"nothing"};let p=M=>Fi(m,n,t,M,o)??"",h=!n0(Ba(p(ts[0])),Ba(d.body??"")),S=h?await e.update(d.id,p):p(ts[0]);if(S===null)continue;await e.remove(u.map(({id:M})=>M)),h&&s==="unchanged"&&(s="updated");let R=l.length>1||n!==""||An(S).size>1;if(!(s!=="unchanged"&&R)||await Xx(e,d.id,n,f,An(S).get(n),i))return{kind:"said",id:d.id,url:d.html_url,was:s}}throw new w("forge-unavailable","Others wrote the comment over and over while this run put its part in.","Run the job again; a `concurrency` group lets one run at a time write.")}async function Xx(e,n,t,r,o,i){for(let s=0;s<Yx;s+=1){await i.pause(Vx*(.5+i.random()));let a=An((await e.read(n))?.body??"").get(t);if(a===void 0||a===r&&a!==o)return!1}return!0}function Zx(e){let n=[...e].sort((o,i)=>Date.parse(o.updated_at)-Date.parse(i.updated_at)||o.id-i.id),[t,...r]=n.map(({body:o})=>o??"");return r.reduce((o,i)=>{let s=o;for(let[a,l]of An(i))s=Fi(s,a,l)??"";return s},t??"")}function e0({api:e,owner:n,repo:t},r,o,i){let{issues:s}=e.rest,a=async()=>(await wn(Ll,d=>s.listComments({owner:n,repo:t,issue_number:r,per_page:yn,page:d}))).filter(({user:d,body:u})=>o.wrote(d)&&Wa(u??"")).sort((d,u)=>d.id-u.id);return{findOurs:a,async read(l){try{return pe(Ll,(await s.getComment({owner:n,repo:t,comment_id:l})).data)}catch(d){if(Ol(d))return null;throw d}},async create(l){await wh(l,d=>gn(async()=>{let u=await s.createComment({owner:n,repo:t,issue_number:r,body:d,...ae});return pe(Ll,u.data)},async()=>(await a())[0]??null,i))},async update(l,d){try{return await wh(d,u=>s.updateComment({owner:n,repo:t,comment_id:l,body:u}))}catch(u){if(Ol(u))return null;throw u}},async remove(l){for(let d of l)await s.deleteComment({owner:n,repo:t,comment_id:d}).catch(u=>{if(!Ol(u)&&Te(u)!==403)throw u})}}}async function wh(e,n){for(let[t,r]of ts.entries()){let o=e(r);try{return await n(o),o}catch(i){if(Te(i)!==422||t===ts.length-1)throw i}}return e(0)}function Ol(e){let n=Te(e);return n===404||n===410}function n0(e,n){let t=r=>r.replaceAll(`\r
`,`
`).trimEnd();return t(e)===t(n)}var t0="<!-- palimpsest-data -->";function rs(e){return e.startsWith(t0)}var Ye={readme:"README.md",badgeSvg:"badge.svg",badgeJson:"badge.json",history:"history.jsonl",state:"state.json"};function Nn(e,n){return e===""?n:`${e}/${n}`}var r0=/^(?:(.+)\/)?ledger\/m-[^/]+\/head\.json$/,o0=/^(?:(.+)\/)?state\.json$/;function os(e){let n=new Set;for(let t of e){let r=r0.exec(t);r!==null&&n.add(r[1]??"");let o=o0.exec(t);o!==null&&e.has(Nn(o[1]??"",Ye.badgeJson))&&n.add(o[1]??"")}return[...n].sort()}var is=class{reader;section;#n;constructor(n,t,r){this.reader=n,this.section=t,this.#n=r}get statePath(){return Nn(this.section,Ye.state)}ledgerPath(n){return Nn(this.section,`ledger/${bs(n)}/`)}headPath(n){return`${this.ledgerPath(n)}head.json`}fingerprints({files:n}){let t=Nn(this.section,"ledger/");return[...n.keys()].flatMap(r=>{let o=r.startsWith(t)&&r.endsWith("/head.json")?r.slice(t.length,-10):"";return ks(o)??[]}).sort()}head(n,t){let r=this.headPath(t),{head:o}=Il(r,n,Xr);if(o.model.fingerprint===t)return o;throw new w("bad-ledger-file",`the ledger in ${r} of the branch ${this.reader.branch} is of another model`,"Delete its folder on that branch: the next run begins it anew.")}async state(n){let t=await this.reader.text(n,this.statePath);return t===null?null:ad(t,`${this.statePath} of the branch ${this.reader.branch}`)}async following(n,{saved:t=null,state:r}={}){let o=this.fingerprints(n).filter(c=>c!==t?.model.fingerprint),i=Nn(this.section,Ye.history),s=[Ye.readme,Nn(this.section,Ye.readme)],a=[...o.map(c=>this.headPath(c)),this.statePath,i,...s];await this.reader.texts([...new Set(a.flatMap(c=>n.files.get(c)??[]))]);let l=await Promise.all(o.map(async c=>this.head(await this.reader.text(n,this.headPath(c))??"",c))),d=this.#n({saved:t,heads:[...l,...t===null?[]:[t]].sort((c,m)=>L(c.model.fingerprint,m.model.fingerprint)),state:r??await this.state(n),history:await this.reader.text(n,i),projects:[...new Set([...os(new Set(n.files.keys())),this.section])].sort()}),u=new Set;for(let c of s){let m=await this.reader.text(n,c);m!==null&&!rs(m)&&u.add(c)}return new Map(Object.entries(d).filter(([c])=>!u.has(c)))}};function Il(e,n,t){try{return t(n)}catch(r){throw new w("bad-ledger-file",`${e} on the data branch is damaged, or of a later version of palimpsest`,"Update palimpsest; or delete the ledger’s folder on that branch: the next run begins it anew.",{cause:r})}}var i0=4e3,s0=16;function kh(e,n,t){if(t<=i0)return new Map([[`shards/${e}.jsonl`,Et(n)]]);let r=new Map;for(let o of n){let i=a0(o.path);r.set(i,[...r.get(i)??[],o])}return new Map([...r].map(([o,i])=>[`shards/${e}/${o}.jsonl`,Et(i)]))}function a0(e){return((rt(e)>>>8)%s0).toString(16)}var l0=/^shards\/([^/.]+)(?:\.jsonl|\/[^/.]+\.jsonl)$/;function Sh(e){return l0.exec(e)?.[1]??null}function vh(e){return e.flatMap(Zr).sort((n,t)=>L(n.path,t.path))}import{randomUUID as m0}from"node:crypto";import{setTimeout as f0}from"node:timers/promises";function El(e){return e instanceof Error&&"status"in e&&typeof e.status=="number"?e.status:null}var d0=/fast.?forward|reference already exists|reference does not exist|reference update failed/i;function Al(e){let n=El(e);return n===null?"final":n>=500||n===408?"unsure":n===409||n===422&&d0.test(Xe(e))?"overtaken":"final"}var c0=/rule violation|ruleset|protected branch/i,u0=/object does not exist|not a valid ref/i;function Fl(e,n,t){let r=Xe(e),o=t==="moved"&&El(e)===422&&!u0.test(r);if(El(e)!==null&&(c0.test(r)||o))return new w("forge-refused",`a rule of the repository keeps ledger and badge from the branch ${n}: ${r}`,`Exclude ${n} from the ruleset or the branch protection, or name another branch with data-branch.`,{cause:e});let i=Sr(e);return i!==null?new w("forge-refused",`the token may not write ledger and badge to the branch ${n}: ${i}`,"Give the workflow’s job `permissions: contents: write`.",{cause:e}):br(e,`keeping ledger and badge on the branch ${n}`)}function Rh(e){return new w("forge-refused",`the branch ${e} holds files of somebody else, and nothing of palimpsest’s`,"Name another branch with data-branch, or delete that one if nobody needs it.")}function xh(e,n,t){return new w("ledger-busy",`other runs moved the branch ${e} ${n} times while this one was about to`,"Run it again; a `concurrency` group lets runs wait for one another.",{cause:t})}var Ch=12,p0=20,h0=50;async function ss(e,n){let t=e.latest===null,r=e.latest??await e.read(),o;for(let i=1;i<=Ch;){let s=await n(r),a=s===null?null:g0(s.files,r);if(a!==null&&a.size>0&&s!==null){let l=await w0(e,r,{files:a,title:s.title});if(l==="done")return!0;o=l.error,await f0(y0(i++,e.firstPauseMs))}else if(t)return s!==null;r=await e.read(),t=!0}throw Al(o)==="overtaken"?xh(e.branch,Ch,o):Fl(o,e.branch,"written")}function g0(e,n){return new Map([...e].filter(([t,r])=>{let o=n.files.get(t)?.blob;return r===null?o!==void 0:o!==vr(Buffer.from(r),n.tree)}))}function y0(e,n){return n*Math.min(p0,2**(e-1))*(.25+Math.random())}async function w0(e,n,t){let r=null;try{let o=await k0(e.github,n.tree,t.files);return r=await v0(e.github,n.commit,o,t.title),await R0(e,n.commit,r),e.moved({commit:r,tree:o,...C0(n,t.files,o)},T0(t.files,o)),"done"}catch(o){if(Al(o)==="final")throw Fl(o,e.branch,r===null?"written":"moved");return r!==null&&await x0(e,r)?"done":{error:o}}}var b0=2e6;async function k0({api:e,owner:n,repo:t},r,o){let i=r;for(let s of S0([...o])){let{data:a}=await e.rest.git.createTree({owner:n,repo:t,...i===null?{}:{base_tree:i},tree:s.map(([l,d])=>{let u={path:l,mode:"100644",type:"blob"};return d===null?{...u,sha:null}:{...u,content:d}})});i=a.sha}if(i===null)throw new RangeError("there is nothing to commit");return i}function S0(e){let n=[],t=Number.POSITIVE_INFINITY;for(let r of e){let o=r[0].length+(r[1]?.length??0);t+o>b0&&(n.push([]),t=0),n.at(-1)?.push(r),t+=o}return n}async function v0({api:e,owner:n,repo:t},r,o,i){let s=`${i}

[skip ci]

Save: ${m0()}
`,a=r===null?[]:[r],{data:l}=await e.rest.git.createCommit({owner:n,repo:t,message:s,tree:o,parents:a});return l.sha}async function R0({github:{api:e,owner:n,repo:t},branch:r},o,i){o===null?await e.rest.git.createRef({owner:n,repo:t,ref:`refs/heads/${r}`,sha:i}):await e.rest.git.updateRef({owner:n,repo:t,ref:`heads/${r}`,sha:i,force:!1})}async function x0(e,n){let{api:t,owner:r,repo:o}=e.github,i=(await e.read()).commit;return i===null||i===n?i===n:(await kr(`reading the branch ${e.branch}`,()=>t.rest.repos.listCommits({owner:r,repo:o,sha:i,per_page:h0}))).data.some(({sha:a})=>a===n)}function C0(e,n,t){let r=new Map(e.files);for(let[o,i]of n)i===null?r.delete(o):r.set(o,{blob:vr(Buffer.from(i),t),size:Buffer.byteLength(i),mode:"100644"});return{files:r}}function*T0(e,n){for(let t of e.values())t!==null&&(yield[vr(Buffer.from(t),n),Buffer.from(t)])}function Th(e){return{fingerprints:async()=>e.fingerprints(await e.reader.read()),load:n=>M0(e,n),save:(n,t)=>P0(e,n,t)}}async function M0(e,n){let t=await e.reader.read(),r=e.headPath(n),[o,i]=[t.files.get(r)?.blob,await e.reader.text(t,r)];if(o===void 0||i===null)return null;let s=e.head(i,n),a=Mh(e,t,n);return{version:o,head:s,async shards(l){let d=l.map(c=>c in s.shards?a.get(c)??[]:[]),u=await e.reader.texts(d.flat());return new Map(l.map((c,m)=>{let f=(d[m]??[]).map(({blob:p})=>u.get(p)??"");return[c,Il(`${e.ledgerPath(n)}shards/${c}`,"",()=>vh(f))]}))}}}function Mh(e,{files:n},t){let r=e.ledgerPath(t),o=new Map;for(let[i,s]of n){let a=i.startsWith(r)?Sh(i.slice(r.length)):null;a!==null&&o.set(a,[...o.get(a)??[],{path:i,...s}])}return o}function P0(e,n,t){let{head:r}=t,{fingerprint:o}=r.model;return ss(e.reader,async i=>{let s=e.headPath(o);if((i.files.get(s)?.blob??null)!==n)return null;let a=new Map(await e.following(i,{saved:r}));for(let[l,d]of $0(e,i,n,t))a.set(l,d);return a.set(s,Qr({head:r,files:{}})),{files:a,title:Nl(e,`ledger at ${r.standsAt.revision.slice(0,7)}`)}})}function $0(e,n,t,{head:r,shards:o}){let i=e.ledgerPath(r.model.fingerprint),s=Mh(e,n,r.model.fingerprint),{units:a}=Be(r),l=new Map;for(let[d,u]of s)if(o.has(d)||!(d in r.shards))for(let{path:c}of u)l.set(c,null);for(let d of Object.keys(r.shards)){let u=o.get(d);if(u===void 0&&(t===null||!s.has(d)))throw new RangeError(`the head names shard ${d}, which was never saved`);if(u!==void 0)for(let[c,m]of kh(d,u,a))l.set(`${i}${c}`,m)}return l}function Nl({section:e},n){return`palimpsest: ${n}${e===""?"":` (${e})`}`}import{z as _n}from"zod";var Ph={commit:null,tree:null,files:new Map},L0=`query ($owner: String!, $repo: String!, $ref: String!) {
  repository(owner: $owner, name: $repo) { ref(qualifiedName: $ref) { target { oid ... on Commit { tree { oid } } } } }
}`,O0=_n.object({oid:_n.string(),tree:_n.object({oid:_n.string()})}),I0=_n.object({repository:_n.object({ref:_n.object({target:O0}).nullable()}).nullable()}),as=class{github;branch;firstPauseMs;#n;#e;#t=null;constructor(n,t,r){this.github=n,this.branch=t,this.firstPauseMs=r,this.#n=new zl(n),this.#e=new Gl(n,{queries:!0})}get latest(){return this.#t}async read(){let n=await this.#r();return n===null?this.#t=Ph:this.#t?.commit!==n.oid&&(this.#t=await this.#o(n)),this.#t??Ph}moved(n,t){this.#t=n;for(let[r,o]of t)this.#e.keep(r,o)}async texts(n){let t=new Map(n.map(({blob:o})=>[o,this.#e.kept(o)])),r=new Map(n.filter(({blob:o})=>t.get(o)===void 0).map(o=>[o.blob,o]));try{for(let o of this.#e.parts(r.values()))for(let[i,s]of await this.#e.read(o))t.set(i,s)}catch(o){throw o instanceof w&&o.code==="forge-not-found"?E0(o):o}return new Map([...t].map(([o,i=new Uint8Array])=>[o,Buffer.from(i).toString("utf8")]))}async text(n,t){let r=n.files.get(t);return r===void 0?null:(await this.texts([r])).get(r.blob)??null}async#r(){let{api:n,owner:t,repo:r}=this.github,o=await kr(`reading the branch ${this.branch}`,()=>n.graphql(L0,{owner:t,repo:r,ref:`refs/heads/${this.branch}`}));return I0.parse(o).repository?.ref?.target??null}async#o({oid:n,tree:t}){let r={commit:n,tree:t.oid,files:await this.#n.files(t.oid)};if(!await this.#i(r))throw Rh(this.branch);return r}async#i(n){return n.files.size===0||os(new Set(n.files.keys())).length>0||rs(await this.text(n,Ye.readme)??"")?!0:ld(await this.text(n,Ye.state)??"")}};function E0(e){return new w("ledger-busy","a page of the ledger is gone from the data branch","Run it again: somebody deleted the branch, or put another in its place.",{cause:e})}function $h(e){return{read:async()=>e.state(await e.reader.read()),update:n=>A0(e,n)}}async function A0(e,n){let t=null;return await ss(e.reader,async r=>{let o=await e.state(r),i=n(o);t=i;let s=Ss(i),a=o!==null&&Ss(o)===s,l=a?new Map:await e.following(r,{state:i});return a||l.set(e.statePath,s),{files:l,title:Nl(e,"state")}}),t??n(null)}function Lh({github:e,branch:n,section:t,filesOf:r,firstPauseMs:o=200}){let i=new is(new as(e,n,o),t,r);return{store:Th(i),state:$h(i)}}function Ih({api:e,owner:n,repo:t}){let r=`${D0(e.request.endpoint.DEFAULTS.baseUrl)}/${n}/${t}/actions`;return{workflow:(o,i,s)=>Oh({doing:`starting the workflow ${o}`,permission:"actions: write"},`${r}/workflows/${o}`,N0(o,i),()=>e.rest.actions.createWorkflowDispatch({owner:n,repo:t,workflow_id:o,ref:i,inputs:s,...ae})),repository:(o,i)=>Oh({doing:`sending the event ${o}`,permission:"contents: write"},r,_0,()=>e.rest.repos.createDispatchEvent({owner:n,repo:t,event_type:o,client_payload:{...i},...ae}))}}function Oh(e,n,t,r){return fe(e,async()=>{try{return await r(),{kind:"said",id:0,url:n,was:"created"}}catch(o){if(Ml(o))throw F0(e.doing,o);let i=t(Te(o),Xe(o));if(i===null)throw o;return{kind:"refused",reason:i}}})}function F0(e,n){return new w("forge-unavailable",`GitHub gave no answer while ${e}, so it may have been served or not (${Xe(n)})`,"Look at the Actions page; where nothing started, run this again.",{cause:n})}function N0(e,n){return(t,r)=>t===404?`no ${e} on the default branch, or a token without “actions: write” (${r})`:t!==422?null:/workflow_dispatch/.test(r)?`${e} needs “workflow_dispatch” under its “on” at ${n} (${r})`:/disabled/i.test(r)?`${e} has to be enabled on the Actions page (${r})`:/\bref\b/i.test(r)?`${e} cannot start at ${n}, which is no branch or tag (${r})`:`the inputs of ${e} at ${n} are others (${r})`}var _0=(e,n)=>e===422?`a name has at most 100 characters, a payload at most 10 entries (${n})`:null;function D0(e){let{origin:n,host:t}=new URL(e);return t==="api.github.com"?"https://github.com":n}function Eh({api:e,owner:n,repo:t},r=null){return{react(o,i){let s={doing:`acknowledging comment ${o}`,permission:"issues: write"};return fe(s,async()=>{let{data:a}=await e.rest.reactions.createForIssueComment({owner:n,repo:t,comment_id:o,content:i});return{kind:"said",id:a.id,url:"",was:"created"}})},reply(o,i){let s={doing:`answering on pull request ${o}`,permission:"pull-requests: write"};return fe(s,async()=>{let{data:a}=await e.rest.issues.createComment({owner:n,repo:t,issue_number:o,body:B0(i,r),...ae});return{kind:"said",id:a.id,url:a.html_url,was:"created"}})}}}function B0(e,n){let t=Ei(n),r=t===null?e:`${e.trimEnd()}

${t}
`;return r.length<=cr?r:e}import{z as Ue}from"zod";var j0=/^<!-- palimpsest tracking issue "([^"\s]*)"( settled)? -->$/;function ls(e,n){return`${Ah(e)}
${n.trim()}`}function ds(e){let n=e.split(/\r?\n/,1)[0]??"",t=j0.exec(n);if(t?.[1]===void 0)return null;try{let r={section:decodeURIComponent(t[1]),isSettled:t[2]!==void 0};return Ah(r)===n?r:null}catch{return null}}function _l(e){return ds(e)===null?e:e.split(/\r?\n/).slice(1).join(`
`)}function Ah({section:e,isSettled:n}){return`<!-- palimpsest tracking issue "${encodeURIComponent(e.replace(new RegExp("\\p{Cs}","gu"),"�")).replaceAll("--","-%2D")}"${n?" settled":""} -->`}var Fh=Ue.object({number:Ue.number(),html_url:Ue.string(),title:Ue.string(),body:Ue.string().nullish(),state:Ue.string(),user:pr,updated_at:Ue.string(),pull_request:Ue.unknown().optional()}),Nh=Ue.object({body:Ue.string().nullish(),user:pr}),_h="issues: write",W0=65536,U0=256;function Bh(e,n,t=Lt){return{open:(r,o)=>fe({doing:"opening an issue",permission:_h},async()=>H0(Dh(e,await n(),r,t),r,o)),close:(r,o)=>fe({doing:"closing an issue",permission:_h},async()=>G0(Dh(e,await n(),r,t),r,o))}}async function H0(e,n,t){let r={title:t.title.slice(0,U0),body:ls({section:n,isSettled:!1},t.body).slice(0,W0)},o=await e.find(),i=o.filter(({state:l})=>l==="open"),s=i[0]??o.at(-1);if(s===void 0){let l=await e.create(r),[d=l,...u]=(await e.find()).filter(({state:c})=>c==="open");return await e.closeDuplicates(u),cs(d,"created")}await e.closeDuplicates(i.slice(1));let a=s.state!=="open";return a&&!jh(s)?{kind:"nothing"}:!a&&s.title===r.title&&Wh(s.body??"",r.body)?cs(s,"unchanged"):(await e.update(s,{...r,state:"open"}),cs(s,"updated"))}async function G0(e,n,t){let r=await e.find(),o=s=>ls({section:n,isSettled:!0},_l(s??"")),i={kind:"nothing"};for(let s of r){let a=s.state==="open";!a&&(s!==r.at(-1)||jh(s))||(a&&await e.remark(s,t),await e.update(s,{body:o(s.body),...a?{state:"closed"}:{}}),a&&(i=cs(s,"updated")))}return i}function cs({number:e,html_url:n},t){return{kind:"said",id:e,url:n,was:t}}function jh({body:e}){return ds(e??"")?.isSettled===!0}function Wh(e,n){let t=r=>r.replaceAll(`\r
`,`
`).trimEnd();return t(e)===t(n)}function Dh({api:e,owner:n,repo:t},r,o,i){let{issues:s}=e.rest,a=u=>wn(Fh,c=>s.listForRepo({owner:n,repo:t,state:"all",...u,sort:"created",direction:"asc",per_page:yn,page:c})),l=async()=>(await a({creator:r.login}).catch(c=>{if(Te(c)===422)return a({});throw c})).filter(c=>c.pull_request===void 0&&r.wrote(c.user)).filter(({body:c})=>ds(c??"")?.section===o).sort((c,m)=>c.number-m.number);return{find:l,update:async({number:u},c)=>{await s.update({owner:n,repo:t,issue_number:u,...c})},create(u){return gn(async()=>pe(Fh,(await s.create({owner:n,repo:t,...u,...ae})).data),async()=>(await l()).find(({state:c})=>c==="open")??null,i)},async closeDuplicates(u){for(let c of u){let m=ls({section:o,isSettled:!0},_l(c.body??""));await s.update({owner:n,repo:t,issue_number:c.number,body:m,state:"closed",state_reason:"not_planned"})}},async remark({number:u,updated_at:c},m){let f={owner:n,repo:t,issue_number:u};await gn(async()=>pe(Nh,(await s.createComment({...f,body:m,...ae})).data),async()=>(await wn(Nh,h=>s.listComments({...f,since:c,per_page:yn,page:h}))).find(h=>r.wrote(h.user)&&Wh(h.body??"",m))??null,i)}}}function Hh(e,n){let{pullRequests:t,comments:r,checkRuns:o,replies:i,trackingIssue:s,dispatches:a}=e;return{pullRequests:t,comments:{put:(l,d,u,c)=>r.put(l,d,n(u),c)},replies:{react:(l,d)=>i.react(l,d),reply:(l,d)=>i.reply(l,n(d))},checkRuns:{begin:l=>o.begin({...l,title:n(l.title)}),conclude:l=>o.conclude({...l,title:n(l.title),summary:n(l.summary),annotations:l.annotations.map(d=>({...d,title:n(d.title),message:n(d.message)}))})},trackingIssue:{open:(l,{title:d,body:u})=>s.open(l,{title:n(d),body:n(u)}),close:(l,d)=>s.close(l,n(d))},dispatches:{workflow:(l,d,u)=>a.workflow(l,d,Uh(u,n)),repository:(l,d)=>a.repository(l,Uh(d,n))}}}function Uh(e,n){return JSON.parse(JSON.stringify(e),(t,r)=>typeof r=="string"?n(r):r)}function Gh(e,n,{request:t=null,...r}){let o=ch(e.api),{repository:i,pullRequests:s}=ql(e,r);return{repository:i,forge:Hh({pullRequests:s,comments:bh(e,o,void 0,t),checkRuns:yh(e,o,void 0,t),replies:Eh(e,t),trackingIssue:Bh(e,o),dispatches:Ih(e)},a=>n.mask(a)),keeping(a){let{store:l,state:d}=Lh({github:e,...a});return{ledgers:l,state:d}}}}import{closest as z0}from"fastest-levenshtein";import{isAlias as q0,isMap as K0,isScalar as zh,isSeq as J0,LineCounter as V0,parseDocument as Y0,visit as qh}from"yaml";var Yh=20,Kh=64*1024,Q0=40,X0=160;function Qh(e,n){let t=new V0,r=s=>{let{line:a,col:l}=t.linePos(s);return`${n}:${a}:${l}`},o=tC(nC(e,n),t,r),i=new Map;for(let s of Xh(o,o.contents,"the file",r)){let a=At().find(({section:l,key:d})=>l===null&&d===s.key);if(a!==void 0)i.set(a,Zh(o,s,a,r));else for(let[l,d]of Z0(o,s,r))i.set(l,d)}return{settings:sC(i),given:[...i].map(([s,a])=>({setting:s,value:a}))}}function Z0(e,{key:n,offset:t,value:r},o){let i=Rs.find(l=>no(l)===n);if(i===void 0)throw Vh(o(t),n,eC,null);let s=At().filter(({section:l})=>l===i),a=s.map(({key:l})=>l);return Xh(e,r,n,o).map(l=>{let d=s.find(({key:u})=>u===l.key);if(d===void 0)throw Vh(o(l.offset),l.key,a,i);return[d,Zh(e,l,d,o)]})}var eC=[...Rs.map(no),...At().flatMap(({section:e,key:n})=>e===null?[n]:[])];function nC(e,n){if(e.length>Kh)throw Me(n,`it is larger than ${Kh/1024} kB`,"Settings are a few lines; keep the rest elsewhere.");try{return new TextDecoder("utf-8",{fatal:!0}).decode(e)}catch(t){throw Me(n,"it is not UTF-8","Save it as UTF-8.",t)}}function tC(e,n,t){let r=Y0(e,{lineCounter:n,prettyErrors:!1,logLevel:"error"}),[o]=[...r.errors,...r.warnings];if(o!==void 0){let[i]=o.pos;throw o.code==="DUPLICATE_KEY"?Me(t(i),`${yr(rC(e,i))} is set twice`,"Keep one of the two."):Me(t(i),`this is not YAML: ${k(eg(o.message,X0))}`,"Mend it there.")}try{r.toJS({maxAliasCount:Yh})}catch(i){throw Me(t(oC(r)),"its aliases lead nowhere, or to too much","Write the values out; a settings file needs no anchors.",i)}return r}function rC(e,n){return/^[^\s:,{}]+/.exec(e.slice(n))?.[0]??""}function oC(e){let n=0;return qh(e,{Alias:(t,{range:r})=>(n=r?.[0]??0,qh.BREAK)}),n}function Xh(e,n,t,r){let o=q0(n)?n.resolve(e):n;if(o==null||zh(o)&&o.value===null)return[];if(!K0(o))throw Me(r(Dl(n)),`${t} takes settings by name`,"Write `name: value`, one a line.");return o.items.map(({key:i,value:s})=>{let a=Dl(i);if(!zh(i))throw Me(r(a),"a name is one word","Write `name: value`, one a line.");return{key:String(i.value),offset:a,value:s}})}function Dl(e){return typeof e=="object"&&e!==null&&"range"in e&&Array.isArray(e.range)?Number(e.range[0]):0}function Zh(e,{value:n,offset:t},r,o){let i=n?.toJS(e,{maxAliasCount:Yh})??null,s=r.schema.safeParse(i);if(s.success)return s.data;let a=`It takes ${iC(r)}: ${r.description}.`;if(i===null)throw Me(o(t),`${r.path} has no value`,a);let[l]=s.error.issues,d=l?.path[0],u=Array.isArray(i)&&typeof d=="number",c=u?`${Jh(i[d])} in its list`:Jh(i),m=u&&J0(n)?n.items[d]:n,f=l?.code==="custom"?`: ${l.message}`:"";throw Me(o(Dl(m)),`${r.path} does not take ${c}${f}`,a)}function iC({byDefault:e}){return Array.isArray(e)?"a list":typeof e=="boolean"?"true or false":typeof e=="string"?"a text":"a number"}function Jh(e){return Array.isArray(e)?"a list":typeof e=="object"?"settings of its own":typeof e=="string"?yr(e):String(e)}function sC(e){let n={};for(let[{section:t,name:r},o]of e)t===null?n[r]=o:n[t]={...n[t],[r]:o};return eo.parse(n)}function Vh(e,n,t,r){if(lC(n))return Me(e,`${yr(n)} is not for a repository’s file to set`,"Providers, URLs, keys, models and commands belong to the operator, who runs palimpsest: give them as flags, as inputs of the workflow or in the environment of the App.");let o=At().filter(a=>a.section!==r),i=new Map(o.map(a=>[a.key,a.path]));for(let a of t)i.set(a,a);let s=z0(n,[...t,...i.keys()]);return Me(e,`there is no setting ${yr(n)}${r===null?"":` in ${no(r)}`}`,`Did you mean ${yr(i.get(s)??s)}? Known here: ${t.join(", ")}.`)}var aC=new Set("provider providers url urls uri endpoint host server proxy header headers key keys apikey token secret password credentials command commands cmd exec script model models adapter weights gguf env environment".split(" "));function lC(e){return e.replace(/([a-z])([A-Z])/g,"$1-$2").toLowerCase().split(/[^a-z]+/).some(n=>aC.has(n))}function yr(e){return`"${k(eg(e,Q0))}"`}function eg(e,n){return e.length>n?`${e.slice(0,n)}…`:e}function Me(e,n,t,r){return new w("bad-settings-file",`${e}: ${n}`,t,{cause:r})}async function ng(e,n=nt){return(await dC(e,n))?.settings??eo.parse({})}async function dC(e,n=nt){let t=await cC(e);return t&&await uC(e.tree(t),`${t.name}:`,n)}async function cC(e){try{return await e.defaultBranch()}catch(n){if(n instanceof w&&n.code==="no-default-branch")return null;throw n}}async function uC(e,n,t=nt){let r=t===nt?[mC]:[];for await(let o of e.read([t,...r]))if(o.bytes!==null){if(o.path===t)return Qh(o.bytes,`${n}${t}`);throw new w("bad-settings-file",`${n}${o.path} is not read: the settings file is called ${t}`,"Rename it.")}return null}var mC=nt.replace(/\.yml$/,".yaml");var us=class{#n;#e="";#t=null;#r=0;#o=0;#i=0;#s="";constructor(n){this.#n=n}begin(n,t){this.#e=n,this.#t=t,this.#r=0,this.#o=Date.now(),this.#i=this.#o,this.#s=""}advance(n=1){this.#r+=n;let t=Date.now(),r=this.#i===this.#o?1e3:1e4;if(t-this.#i<r)return;this.#i=t;let o=(this.#r/((t-this.#o)/1e3)).toFixed(1);this.#n(`${this.#e}: ${this.#r}${this.#t===null?"":`/${this.#t}`} (${o}/s)${this.#s}`)}note(n){this.#s=`, ${n}`}end(){}};function tg(e,n,t){return{...n===null?rg:fC(n,t),isShadow:Ge(e)}}var rg={verdict:"unknown"};function fC({head:e,as:n},t){let r=Be(e),{kind:o}=Rr(r,t);if(o==="unknown"||r.freshness===null)return rg;let{line:i,warnWithin:s}=t,a=n==="own"?null:pC(e);return{verdict:o,freshness:r.freshness.value,line:i,warnWithin:s,of:a}}function pC({model:e,trainedAt:n}){return`${D(e)}, ${Bn({trainedAt:n})}`}import{createHash as hC}from"node:crypto";function og(e,n){let t=r=>`answer ${hC("sha256").update(`${n} ${r}`).digest("hex")}`;return{async get(r){let o=t(r),i=(await e.get([o])).get(o);return i===void 0?void 0:new TextDecoder().decode(i)},put:(r,o)=>e.put(n,new Map([[t(r),new TextEncoder().encode(o)]]))}}async function sg(e,n){let{documents:t,environment:r,signal:o,serverUrl:i,baseUrl:s}=n,a=n.installations.client(e.installation),l=`repository/${e.id}`,d={get:X=>n.blobs.get(X),put:X=>n.blobs.put(l,X)},u={api:a,owner:e.owner,repo:e.name},{repository:c,forge:m}=Gh(u,r.secrets,{signal:o,blobs:d,request:n.request}),f=await ng(c),p={under:"",globs:f.paths},h=_t(c,p),S=await Ip(r),R=bC(n,e),x=new us(X=>R.say(X)),M={repository:e.id,section:null},E=dd(t,M),ee=(await wl(n.modelsFile)).modelFor(f.model),Qe={languages:S,environment:r,answers:og(n.blobs,l),progress:x,signal:o,warn:R.warning,answered:n.answered,addresses:n.allowsPrivateAddresses?"any":"public"},Bl=await $s(await hl(ee,E),{...Qe,repository:h}),mg=gl(ee,{...Qe,project:e.name,say:R.say,folder:ig(n.trainingFolder,String(e.id)),leavesJob:X=>!ud(X),enqueue:()=>n.add({kind:"specialize",repository:e})}),jl=rd(t,M),Wl=`${i}/${e.owner}/${e.name}`,ms=s===null?null:`${s}/${e.owner}/${e.name}`,Ul=[],Hl={settings:f,settingsPath:".github/palimpsest.yml",choices:{comment:"changes",gate:Bu,samples:null},section:null,project:e.name,links:{repositoryUrl:Wl,reportUrl:ms,whereItLies:ms===null?"":`[History and badge](${ms})`},log:R,progress:x,signal:o,languages:S,forge:m,ledgers:jl,state:E,whole:c,repository:h,area:p,model:Bl,training:mg,hasCheckout:!1,buttons:!0,pastOf:fg,mask:X=>r.secrets.mask(X)};return{run:Hl,keep:pg,close:hg};async function fg(X){let bn=await gC(ig(wC(),"palimpsest-history-"));Ul.push(bn);let kn=await n.installations.token(e.installation),wr=await bl({url:`${Wl}.git`,token:kn,branch:X.name,folder:bn,signal:o});return{repository:_t(wr,p),history:Qd(Ja(wr.root),p)}}async function pg({page:X,report:bn}){let{data:kn}=await a.rest.repos.get({owner:e.owner,repo:e.name}),wr=kn.visibility===void 0?!kn.private:kn.visibility==="public",{id:gg,installation:yg}=e;if(await Zl(t,{id:gg,installation:yg,owner:kn.owner.login,name:kn.name,isPublic:wr}),bn===null||bn.model===null)return;let wg=await hi(bn.model,jl);await ed(t,M,tg(bn.model,wg,f.freshness)),X!==null&&await nd(t,M,X,{mask:Hl.mask})}async function hg(){await Bl.close();for(let X of Ul)await yC(X,{recursive:!0,force:!0})}}function bC({log:e},{owner:n,name:t}){let r={repository:`${n}/${t}`};return{say:o=>e({level:"info",message:o,facts:r}),notice:o=>e({level:"info",message:o,facts:r}),warning:o=>e({level:"warn",message:o,facts:r}),summarise:async()=>{}}}function ag({documents:e,repository:n,section:t,baseUrl:r,now:o}){return{async make(i){let{token:s}=await td(e,n.id,{by:i,now:o()}),a=new URLSearchParams({...t===null?{}:{project:t},token:s}),l=kC(r,n);return{page:`${l}?${a}`,badge:`${l}/badge.svg?${a}`}},revoke:()=>Yr(e,n.id)}}function kC(e,{owner:n,name:t}){return`${e}/${n}/${t}`}async function cg(e,n){let t=await sg(e.repository,n);try{return await SC(t,e,n)}finally{await t.close()}}async function SC(e,n,t){let{run:r}=e;switch(n.kind){case"begin-check":return await vC(e,n),W;case"check-pull-request":{let o=await r.forge.pullRequests.read(n.pullRequest),i=n.approval?.head===o.head.revision?n.approval:null;return dg(o,i,e,n,t)}case"check-head":{let{owner:o,name:i}=n.repository,s=await r.forge.pullRequests.withHead(n.head,`${o}/${i}`);return s===null?W:dg(s,null,e,n,t)}case"keep-ledger":{let{hash:o}=await r.whole.defaultBranch();return lg(e,await tf(o,r))}case"review":return lg(e,await ah(n,r));case"command":return await RC(e,n,t),W;case"explain":return await Df(n,ug(e,n,t)),W;case"retrain":{let{documents:o}=t,i=n.repository.id,s={forge:r.forge,documents:o,repositoryId:i,run:async()=>r,now:Date.now},{kind:a}=await Li({by:n.by},s);return r.log.say(`training again, asked for by ${n.by}: ${a}`),W}case"specialize":{let o=await Rl(r);return r.log.say(`training again: ${o}`),o==="promoted"&&await t.add({kind:"review",repository:n.repository,retrain:!1}),W}default:return n}}async function lg(e,n){return await e.keep(n),n}async function vC({run:e},n){let t=await e.forge.pullRequests.read(n.pullRequest);t.head.revision!==n.head||t.state==="closed"||Oi(t,e.settings.pullRequests)===null&&await e.forge.checkRuns.begin({revision:n.head,name:lr(e),title:"Writing the changed methods again"})}async function dg({number:e,head:n,isFork:t,state:r},o,{run:i},{repository:s},{documents:a}){let l={repositoryId:s.id,pullRequest:e};if(r==="closed")return await If(a,l),W;let d=await ff({pullRequest:e,head:n.revision,voice:"everywhere",trust:t?"shadow":"trusted",approval:o,ignored:await Di(a,l)},i);if(d.unsaid!==null)throw d.unsaid;return d}async function RC(e,n,t){await _f(Gd(n.comment.text),ug(e,n,t))}function ug({run:e},{repository:n,pullRequest:t,comment:r},o){let{documents:i,add:s}=o,a=l=>{switch(l.kind){case"check":return{kind:"check-pull-request",repository:n,pullRequest:t,approval:null};case"retrain":return{kind:"retrain",repository:n,by:r.author};case"explain":{let{id:d,author:u}=r;return{kind:"explain",repository:n,pullRequest:t,comment:{id:d,author:u},method:l.method,at:l.at}}default:return l}};return{forge:e.forge,documents:i,repositoryId:n.id,pullRequest:t,comment:r,run:async()=>e,now:Date.now,start:l=>s(a(l)),pageLinks:xC(n,o),log:e.log}}function xC(e,{documents:n,baseUrl:t}){return t!==null?ag({documents:n,repository:e,section:null,baseUrl:t,now:Date.now}):{make:()=>{throw new w("bad-setting","this App does not know its own address","Ask whoever runs it to set BASE_URL.")},revoke:()=>Yr(n,e.id)}}wd();async function K2({task:e,request:n,settings:t,port:r}){let o=TC(MC(r)),i=new AbortController;CC(0,i.signal);let s=Promise.resolve(),a=Ud(l=>{s=o.answered(l)});o.calledOff().then(({reason:l,forGood:d})=>{let u=d?cd:void 0;i.abort(new w("cancelled",l,"What takes its place goes on.",{cause:u}))},()=>{});try{let{signal:l}=i;return await cg(e,yd(n,t,o,{signal:l,answered:a.answered})),{kind:"done"}}catch(l){if(!(l instanceof w))throw l;return{kind:"failed",code:l.code,message:l.message,remedy:l.remedy}}finally{a.close(),await s.catch(()=>{}),r.close()}}export{K2 as doTask};
