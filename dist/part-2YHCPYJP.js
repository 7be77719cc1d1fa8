import{createRequire as palimpsestRequire}from'node:module';const require=palimpsestRequire(import.meta.url);
import{a as qt,b as $t,c as we,d as ye,e as be,f as ve}from"./part-AHASUGKF.js";import{a as ne}from"./part-7ANVEJNY.js";import{e as Ut,h as Hr}from"./part-I3S3QS2G.js";import{a as Ht,b as Vt}from"./part-MQ53BRQE.js";import{a as Ve,d as Jt,e as Kt,f as Xt,g as qe,h as $e,j as ze,k as Yt}from"./part-SZYEVXFG.js";import{b as ke}from"./part-PB3RE7YZ.js";import{e as jt}from"./part-3IO3R4JH.js";import{a as Ur}from"./part-HNPJWEEV.js";import{a as Bt}from"./part-EQCUD5WJ.js";import{a as V,b as te,c as z,d as Dt,e as se,f as ie,g as Wt,i as zt,j as He,o as Ce}from"./part-F63H4FPD.js";import{a as Gt}from"./part-FINRNXEY.js";import{a as p}from"./part-DDKB5SOM.js";import{a as v,b as E}from"./part-LI5VOMHE.js";import{e as Wr}from"./part-Z3UEU5DF.js";Hr();import{lstat as Zt,opendir as Vr,readFile as qr,stat as $r}from"node:fs/promises";import{join as Te,relative as zr,resolve as Qt,sep as Gr}from"node:path";import{basename as Jr,dirname as en}from"node:path/posix";var Kr=new Set([".git",".hg",".svn",".palimpsest"]);async function Xr(e,t=[]){let n=Qt(e);if(!(await $r(n).catch(s=>{throw Ge(e,s)})).isDirectory())throw new v("not-a-directory",`${e} is not a directory`,"Name the directory that holds the sources.");let a=new Set(t.map(s=>Qt(s)));return{list:()=>Yr(n,a),read:s=>Zr(n,s)}}async function Yr(e,t){let n=[],r=[e];for(let a=r.pop();a!==void 0;a=r.pop()){let s=await Vr(a).catch(l=>{throw Ge(a??e,l)});for await(let l of s){let d=Te(a,l.name);l.isDirectory()?!Kr.has(l.name)&&!t.has(d)&&r.push(d):l.isFile()&&n.push(zr(e,d).split(Gr).join("/"))}}return n.sort()}var Qr=16;function Zr(e,t){let n=new Map([[".",!0]]);return Ut(t,async r=>({path:r,bytes:await ea(e,r,n)?await ta(e,r):null}),{concurrency:Qr})}async function ea(e,t,n){return(await Zt(Te(e,t)).catch(()=>{}))?.isFile()===!0&&await tn(e,en(t),n)}async function tn(e,t,n){let r=n.get(t);if(r!==void 0)return r;let a=Jr(t),l=(a===".."||a===""?void 0:await Zt(Te(e,t)).catch(()=>{}))?.isDirectory()===!0&&await tn(e,en(t),n);return n.set(t,l),l}async function ta(e,t){try{return await qr(Te(e,t))}catch(n){if(E(n)==="ENOENT")return null;throw Ge(t,n)}}function Ge(e,t){let n=E(t)==="ENOENT";return new v(n?"not-a-directory":"not-readable",n?`there is no directory ${e}`:`${e} cannot be read (${E(t)??"unknown reason"})`,n?"Check the path.":"Check its permissions.",{cause:t})}import{once as ua}from"node:events";import{PassThrough as ca}from"node:stream";import{once as sa}from"node:events";import{spawn as na}from"node:child_process";var ra=["--no-pager","-c","core.hooksPath=/dev/null","-c","core.fsmonitor=false","-c","log.showSignature=false"],aa={GIT_TERMINAL_PROMPT:"0",GIT_OPTIONAL_LOCKS:"0",LC_ALL:"C",GIT_DIR:void 0,GIT_COMMON_DIR:void 0,GIT_WORK_TREE:void 0,GIT_IMPLICIT_WORK_TREE:void 0,GIT_INDEX_FILE:void 0,GIT_OBJECT_DIRECTORY:void 0,GIT_ALTERNATE_OBJECT_DIRECTORIES:void 0,GIT_SHALLOW_FILE:void 0,GIT_GRAFT_FILE:void 0,GIT_PREFIX:void 0,GIT_EXTERNAL_DIFF:void 0};async function D(e,t,n={}){let r=_e(e,t,n),[a,s,l]=await Promise.all([nn(r.stdout),nn(r.stderr),new Promise((d,c)=>{r.on("error",_=>c(me(_,e))),r.on("close",_=>d(_??128))})]);return{exitCode:l,stdout:a,stderr:s.toString("utf8").trim()}}async function O(e,t){let{exitCode:n,stdout:r,stderr:a}=await D(e,t);if(n!==0)throw q(t[0]??"git",a);return r}function q(e,t){let n=t.split(`
`).find(r=>r.trim()!=="")??"no message";return new v("git-failed",`git ${e} failed: ${n}`,"Check the clone with `git fsck`, then run the command again.")}function _e(e,t,{environment:n,signal:r}={}){return na("git",[...ra,...t],{cwd:e,env:{...process.env,...aa,...n},...r===void 0?{}:{signal:r},stdio:["pipe","pipe","pipe"],windowsHide:!0})}function me(e,t){return["ENOENT","ENOTDIR"].includes(E(e)??"")?new v("git-missing",`git could not be started in ${t}`,"Check that the directory exists and that git is installed and on PATH.",{cause:e}):e}async function nn(e){let t=[];for await(let n of e)t.push(Buffer.from(n));return Buffer.concat(t)}var ia=10;async function*Se(e,t){if(t.length===0)return;let n=_e(e,["cat-file","--batch"]),r="",a;n.on("error",c=>{a=me(c,e)}),n.stderr.on("data",c=>{r+=c.toString("utf8")}),n.stdin.on("error",()=>{}),n.stdin.end(`${t.join(`
`)}
`);let s=sa(n,"close").catch(()=>{}),l=new Je(n.stdout),d=0;try{for(;d<t.length;d++){let c=await l.line();if(c===void 0)break;let _=/^[0-9a-f]+ blob (\d+)$/.exec(c)?.[1];_===void 0?yield null:yield await l.bytes(Number(_))}}finally{n.stdout.destroy(),n.kill(),await s}if(a!==void 0)throw a;if(d<t.length)throw q("cat-file",r)}var Je=class{#t;#e=Buffer.alloc(0);constructor(t){this.#t=t[Symbol.asyncIterator]()}async line(){for(;;){let t=this.#e.indexOf(ia);if(t>=0){let n=this.#e.toString("utf8",0,t);return this.#e=this.#e.subarray(t+1),n}if(!await this.#n())return}}async bytes(t){let n=[],r=t+1;for(;;){let a=this.#e.subarray(0,r);if(this.#e=this.#e.subarray(a.length),n.push(a),r-=a.length,r===0)break;if(!await this.#n())throw q("cat-file","the object database ended in the middle of a file")}return Buffer.concat(n).subarray(0,t)}async#n(){let t=await this.#t.next();return t.done===!0?!1:(this.#e=this.#e.length===0?t.value:Buffer.concat([this.#e,t.value]),!0)}};var rn=/^[0-9a-f]{40,64} [0-9a-f]{40,64}\n/,oa=/^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])/,la=/^100/,da={addedLines:0,deletedLines:0},Ae=class{#t=Buffer.alloc(0);#e=!1;#n=[];#r=new Map;#a=null;#s=[];push(t){let n=[],r=this.#t.length===0?t:Buffer.concat([this.#t,t]),a=0;for(let s=r.indexOf(0);s>=0;s=r.indexOf(0,a))this.#o(r.toString("utf8",a,s),n),a=s+1;return this.#t=r.subarray(a),n}end(){let t=[];return this.#o(this.#t.toString("utf8"),t),this.#e&&t.push(this.#d()),this.#e=!1,t}#o(t,n){if(this.#a!==null){if(this.#s.push(t),this.#s.length<this.#a.paths)return;let{take:a}=this.#a,s=this.#s;this.#a=null,this.#s=[],a(...s);return}let r=t;for(let a=rn.exec(r);a!==null;a=rn.exec(r))this.#e&&n.push(this.#d()),this.#e=!0,r=r.slice(a[0].length);r.startsWith(":")?this.#l(r):r!==""&&this.#c(r)}#l(t){let[,n="",r="",a="",s="",l]=oa.exec(t)??[],d=(_,m,f)=>la.test(_)?{path:m,blob:f}:null,c=(_,m=_)=>{let f={before:d(n,_,a),after:d(r,m,s)};(f.before!==null||f.after!==null)&&this.#n.push({...f,path:m})};this.#a={paths:l==="R"||l==="C"?2:1,take:c}}#c(t){let[n,r,...a]=t.split("	"),s={addedLines:Number(n)||0,deletedLines:Number(r)||0},l=a.join("	");l!==""?this.#r.set(l,s):this.#a={paths:2,take:(d,c="")=>this.#r.set(c,s)}}#d(){let t=this.#n.map(({before:n,after:r,path:a})=>({before:n,after:r,...this.#r.get(a)??da}));return this.#n=[],this.#r=new Map,t}};var _a=8*1024*1024;function ma(e){return{firstParents:t=>fa(e,t),differences:(t,n)=>pa(e,t,n),blobs:t=>Se(e,t)}}async function fa(e,{hash:t}){let a=(await O(e,["log","--first-parent","--reverse","--format=%H %T %ct","--end-of-options",t,"--"])).toString("utf8").split(`
`).filter(Boolean).map(ha),[s]=a,l=s!==void 0&&/^parent /m.test(ga(await O(e,["cat-file","commit",s.hash])));return{commits:a,cutOff:l}}function ha(e){let[t="",n="",r]=e.split(" ");return{hash:t,tree:n,committedAt:Number(r)}}function ga(e){let t=e.indexOf(`

`);return e.toString("latin1",0,t<0?e.length:t)}async function*pa(e,t,{extensions:n,countLines:r}){if(t.length===0)return;let a=(await O(e,["hash-object","-t","tree","/dev/null"])).toString("utf8").trim(),s=_e(e,["diff-tree","--stdin","-r","-z","-M","-l0","--raw","--no-abbrev",...r?["--numstat"]:[],"--no-ext-diff","--no-textconv","--",...n.map(f=>`:(top,icase)*${f}`)]),l="",d;s.on("error",f=>{d=me(f,e)}),s.stderr.on("data",f=>{l+=f.toString("utf8")}),s.stdin.on("error",()=>{}),s.stdin.end(t.map(({before:f,after:w})=>`${f??a} ${w}
`).join(""));let c=ua(s,"close").catch(()=>{}),_=new Ae,m=0;try{for await(let f of s.stdout.pipe(new ca({highWaterMark:_a})))for(let w of _.push(f))m++,yield w;if(await c,s.exitCode===0)for(let f of _.end())m++,yield f}finally{s.stdout.destroy(),s.kill(),await c}if(d!==void 0)throw d;if(m<t.length)throw q("diff-tree",l)}import{stat as ka}from"node:fs/promises";var Ke=/^100/;function Xe(e){let t=Pe(e),n=[];for(let r=0;r+1<t.length;r+=2){let[a="",s=""]=(t[r]??"").slice(1).split(" "),l=t[r+1]??"",d=Ke.test(a),c=Ke.test(s);d&&c?n.push({path:l,status:"modified"}):c?n.push({path:l,status:"added"}):d&&n.push({path:l,status:"deleted"})}return n}function an(e){let t=new Map;for(let n of Pe(e)){let r=n.indexOf("	"),[a="",,s=""]=n.slice(0,r).split(" ");Ke.test(a)&&t.set(n.slice(r+1),s)}return t}function Pe(e){return e.toString("utf8").split("\0").filter(t=>t!=="")}import{lstat as wa,readFile as ya,realpath as sn}from"node:fs/promises";import{dirname as ba,join as Ye,sep as va}from"node:path";async function on(e){let t=await O(e,["ls-files","-z","--cached","--others","--exclude-standard","--full-name"]),n=new Set(t.toString("utf8").split("\0").filter(Boolean));return Qe(e,[...n].sort())}async function Qe(e,t){let n=new Ee(e),r=[];for(let a of t)await n.isRegularFile(a)&&r.push(a);return r}async function*Ze(e,t){let n=new Ee(e);for(let r of t)yield{path:r,bytes:await n.isRegularFile(r)?await ya(Ye(e,r)):null}}var Ee=class{#t;#e=new Map;constructor(t){this.#t=t}async isRegularFile(t){let n=Ye(this.#t,t);return(await wa(n).catch(()=>{}))?.isFile()===!0&&await this.#n(ba(n))}async#n(t){let n=this.#e.get(t);if(n!==void 0)return n;let r=await sn(this.#t),a=t===this.#t?r:Ye(r,t.slice(this.#t.length+va.length)),s=await sn(t).catch(()=>{})===a;return this.#e.set(t,s),s}};async function tt(e){if((await ka(e).catch(()=>{}))?.isDirectory()!==!0)throw new v("not-a-directory",`there is no directory ${e}`,"Name a folder of the clone with --repo DIR.");let n=await D(e,["rev-parse","--is-bare-repository","--absolute-git-dir"]),[r,a]=n.stdout.toString("utf8").split(`
`);if(n.exitCode!==0||a===void 0){let d=/dubious ownership/.test(n.stderr);throw new v("not-a-repository",d?`git refuses ${e}: it belongs to another user`:`${e} is not in a git repository`,d?"Allow it with `git config --global --add safe.directory DIR` if you trust it.":"Run the command in a clone, or name one with --repo DIR.")}let s=r==="true",l=s?a:oe(await O(e,["rev-parse","--show-toplevel"]));return new et(l,s)}var Ca=8,et=class{root;bare;#t=new Map;constructor(t,n){this.root=t,this.bare=n}async identity(){if(await this.#s())return null;let{exitCode:t,stdout:n}=await D(this.root,["rev-list","--max-parents=0","HEAD","--"]),r=n.toString("utf8").split(`
`).filter(Boolean).sort();return t===0?r[0]??null:null}async resolve(t){if(t===ne){if(this.bare)throw new v("unknown-revision","a bare repository has no work tree","Name a commit instead.");return{hash:ne,name:"work tree",committedAt:null}}let n=await this.#a(t);if(n!==void 0)return n;throw await this.#s()?ln(`${t} is not in this shallow clone`):new v("unknown-revision",`${JSON.stringify(t)} is not a commit, branch or tag of ${this.root}`,"Check the name with `git log` or `git branch --all`, or fetch it first.")}async defaultBranch(){let{exitCode:t,stdout:n}=await D(this.root,["symbolic-ref","--quiet","refs/remotes/origin/HEAD"]),r=t===0?[oe(n).replace("refs/remotes/","")]:[];for(let a of[...r,"origin/main","origin/master","main","master"]){let s=await this.#a(a);if(s!==void 0)return s}throw new v("no-default-branch","this clone does not tell which branch is the default one","Name what to compare with: --base REVISION.")}async mergeBase(t,n){let r=n.hash===ne?"HEAD":n.hash,{exitCode:a,stdout:s,stderr:l}=await D(this.root,["merge-base",t.hash,r]);if(a===0){let d=await this.#a(oe(s));if(d!==void 0)return{...d,name:t.name}}throw await this.#s()?ln(`the merge base of ${t.name} and ${n.name} is not in this shallow clone`):new v("no-common-ancestor",`${t.name} and ${n.name} have no common ancestor${l===""?"":` (${l})`}`,"Name the commit to compare with: --base REVISION.")}async isAncestor(t,n){let r=n.hash===ne?"HEAD":n.hash,{exitCode:a}=await D(this.root,["merge-base","--is-ancestor","--end-of-options",t,r]);return a===0?!0:a===1?!1:null}async changedFiles(t,n){let r=["--raw","-z","--no-renames","--no-ext-diff","--no-textconv","--ignore-submodules","--abbrev=40"],a=new Map;if(n.hash===ne){let s=await O(this.root,["diff",...r,t.hash,"--"]);for(let c of Xe(s))a.set(c.path,c);let l=await O(this.root,["ls-files","-z","--others","--exclude-standard","--full-name"]),d=await Qe(this.root,Pe(l));for(let c of d)a.set(c,{path:c,status:"added"});for(let c of await this.#e(t,d))c.same?a.delete(c.path):a.set(c.path,{path:c.path,status:"modified"})}else{let s=await O(this.root,["diff-tree","-r",...r,t.hash,n.hash,"--"]);for(let l of Xe(s))a.set(l.path,l)}return[...a.values()].sort((s,l)=>s.path<l.path?-1:1)}async#e(t,n){let r=await this.#r(t),a=n.filter(d=>r.has(d)),s=this.#n(t,a),l=[];for await(let{path:d,bytes:c}of Ze(this.root,a)){let{value:_}=await s.next(),m=c!==null&&_?.bytes!=null&&Buffer.compare(c,_.bytes)===0;l.push({path:d,same:m})}return l}tree(t){return t.hash===ne?{list:()=>on(this.root),read:n=>Ze(this.root,n)}:{list:async()=>[...(await this.#r(t)).keys()].sort(),read:n=>this.#n(t,n)}}async*#n(t,n){let r=await this.#r(t),a=n.filter(l=>r.has(l)),s=Se(this.root,a.map(l=>r.get(l)??""));try{for(let l of n){let d=r.get(l),c=d===void 0?null:(await s.next()).value??null;if(d!==void 0&&c===null)throw q("cat-file",`${d} (${l}) is missing`);yield{path:l,bytes:c}}}finally{await s.return(void 0)}}#r(t){let n=this.#t.get(t.hash);if(n!==void 0)return n;let r=O(this.root,["ls-tree","-r","-z","--full-tree",t.hash]).then(an);this.#t.set(t.hash,r);let[a]=this.#t.keys();return this.#t.size>Ca&&a!==void 0&&this.#t.delete(a),r}async#a(t){let n=["rev-parse","--verify","--quiet","--end-of-options",`${t}^{commit}`],{exitCode:r,stdout:a}=await D(this.root,n);if(r!==0)return;let s=oe(a),l=await D(this.root,["show","--no-patch","--format=%ct",s,"--"]);if(l.exitCode===0)return{hash:s,name:t,committedAt:Ta(oe(l.stdout))}}async#s(){return oe(await O(this.root,["rev-parse","--is-shallow-repository"]))==="true"}};function ln(e){return new v("shallow-clone",e,"Fetch more history with `git fetch --unshallow` (or `git fetch --deepen=100`), then run the command again.")}function Ta(e){return new Date(Number(e)*1e3).toISOString().replace(/\.000Z$/,"Z")}function oe(e){return e.toString("utf8").replace(/\n$/,"")}async function Sa(e,t){let n=qe(e);if(n===null)return e;let r=(await t.read())?.training,a=r?.origin===$e(n)?r.promoted.at(-1):void 0;return a===void 0?e:Xt(e,n,a)}function Aa(e,t){let n=qe(e);if(n===null)return null;let{"least-changes":r,"probe-size":a}=n.specialize;return{origin:$e(n),leastChanges:r,probeSize:a,enqueue:t.enqueue,compose:async s=>(await import("./part-6OEKB4OI.js")).composeSpecialization(e,n,s,t)}}function dn(e){let t=[];for(let{kind:n,champion:r,becomes:a}of e)n==="rolled-back"&&t.pop(),!(n!=="promoted"||a===null)&&(t.length===0&&r!==null&&t.push(r),t.push(a));return t}function un(e){return e.reduce((t,n)=>Math.max(t,Number.parseInt(n,10)),0)+1}import{randomBytes as Pa}from"node:crypto";import{readdir as Ea,readFile as xa}from"node:fs/promises";import{join as xe}from"node:path";var nt=/^\d{4,9}-[0-9a-f]{8}$/,Ma=/^\d{4,9}-[0-9a-f]{8}\/(champion|challenger)\.palimpsest$/,Me=p.object({name:p.string(),fingerprint:p.string(),copy:p.string().regex(Ma).nullable()}),Ia=p.object({schemaVersion:p.literal(1),id:p.string().regex(nt),kind:p.enum(["promoted","kept","rolled-back"]),at:p.string(),reasons:p.array(p.enum(Bt)),challenger:Me,champion:Me.nullable(),becomes:Me.nullable()}),La=p.object({schemaVersion:p.literal(1),record:p.string().regex(nt),champion:Me}),_n="record.json";function mn(e){let t=un(e.map(({id:n})=>n));return`${String(t).padStart(4,"0")}-${Pa(4).toString("hex")}`}function fn(e,t){let n=()=>Ra(e);return{records:n,async champion(){let[r,a]=[await Na(t),await n()],s=a.findLast(({becomes:l,kind:d})=>d!=="kept"&&l!==null);return r===null||s!==void 0&&s.id>r.record?dn(a).at(-1)??null:r.champion},pathOf:({copy:r})=>r===null?null:xe(e,r),async keep(r,a){await z(xe(e,r.id));let s=await Ve(xe(e,r.id),[]);try{for(let[l,d]of a)await s.write(l,d);await s.write(_n,cn({schemaVersion:1,...r})),await s.commit()}finally{await s.discard()}r.kind==="kept"||r.becomes===null||await te(t,cn({schemaVersion:1,record:r.id,champion:r.becomes}))}}}function cn(e){return Buffer.from(`${JSON.stringify(e,null,2)}
`)}async function Ra(e){let t=await Ea(e).catch(r=>{if(E(r)==="ENOENT")return[];throw gn(e,r)}),n=[];for(let r of t.filter(a=>nt.test(a)).sort()){let a=xe(e,r,_n),{schemaVersion:s,...l}=await hn(a,Ia);l.id===r&&n.push(l)}return n}async function Na(e){try{return await hn(e,La)}catch(t){if(t instanceof v&&E(t.cause)==="ENOENT")return null;throw t}}async function hn(e,t){let n;try{n=await xa(e,"utf8")}catch(r){throw gn(e,r)}try{return t.parse(JSON.parse(n))}catch(r){throw new v("bad-promotion-record",`${e} is not what this version of palimpsest keeps of a promotion`,"If it was edited, undo that; otherwise a later version wrote it. Removing it forgets that decision alone.",{cause:r})}}function gn(e,t){let n=E(t)??"unknown reason";return new v("not-readable",`${e} cannot be read (${n})`,"Check its permissions.",{cause:t})}function rt(e){return fn(se(e,"promotions"),se(e,"champion.json"))}async function Oa(e){return await ie(e),rt(e)}async function Fa({model:e,path:t},n){if(e.card.provider!=="embedded"||t===null)return null;let r=await zt(t);if(r!==null&&Kt(t,r,n)===e.card.fingerprint)return r;throw new v("bad-model-file",`the model file ${t} changed while its model was measured`,"Nothing was promoted; run the command again.")}import{open as Ba,readFile as ja}from"node:fs/promises";var pn={value:p.number(),margin:p.number().nullable()},Ie=p.object({units:p.int(),points:p.number()}),wn={id:p.string(),similarity:p.number(),failed:p.boolean()},Da=p.object({at:p.int(),units:p.int(),now:p.object(pn).nullable(),freshness:p.object({...pn,parts:p.object({unchanged:Ie,modified:Ie,new:Ie,deleted:Ie})}).nullable(),scored:p.int(),scores:p.array(p.object(wn))}),Wa=p.object({at:p.int(),head:p.string(),shards:p.record(p.string(),p.string())}),Ua=p.array(p.object({at:p.int(),changes:p.array(p.object({...wn,change:p.enum(["added","modified","renamed","moved"])})),behind:p.int()})),Ha=1e4;async function Va(e,t){await z(e);let{points:n,wholeBytes:r}=await qa(e,t);try{let a=await Ba(e,"a");return await a.truncate(r),new at(e,a,n,await $a(yn(e),t+n.length))}catch(a){throw V(e,a)}}var at=class{points;ledger;#t;#e;#n=null;#r=Number.NEGATIVE_INFINITY;constructor(t,n,r,a){this.#t=t,this.#e=n,this.points=r,this.ledger=a}async append(t,n){try{await this.#e.appendFile(`${JSON.stringify(t)}
`)}catch(r){throw V(this.#t,r)}this.#n={at:t.at,pages:n},performance.now()-this.#r>=Ha&&await this.#a()}async close(){await this.#a(),await this.#e.close()}async#a(){if(this.#n===null)return;let{at:t,pages:n}=this.#n,{head:r,shards:a}=n(),s={at:t,head:we({head:r,files:{}}),shards:Object.fromEntries([...a].map(([l,d])=>[l,be(d)]))};await te(yn(this.#t),JSON.stringify(s)),this.#n=null,this.#r=performance.now()}};function yn(e){return e.replace(/\.jsonl$/,".ledger.json")}async function qa(e,t){let n=await it(e),r=[],a=0;for(;;){let s=n.indexOf(`
`,a);if(s<0)return{points:r,wholeBytes:a};let l=st(Da,n.toString("utf8",a,s)),d=t+r.length;if(l===null||l.at<t||l.at>d)return{points:r,wholeBytes:a};l.at===d&&r.push(l),a=s+1}}async function $a(e,t){let n=st(Wa,(await it(e)).toString("utf8"));if(n===null||n.at>=t)return null;try{let r=new Map(Object.entries(n.shards).map(([a,s])=>[a,ve(s)]));return{at:n.at,pages:{head:ye(n.head).head,shards:r}}}catch{return null}}async function za(e){return st(Ua,(await it(e)).toString("utf8"))}async function Ga(e,t){await z(e),await te(e,JSON.stringify(t))}function st(e,t){try{return e.parse(JSON.parse(t))}catch{return null}}async function it(e){try{return await ja(e)}catch(t){if(E(t)==="ENOENT")return Buffer.alloc(0);throw V(e,t)}}import{createHash as to}from"node:crypto";import{join as no}from"node:path";import{open as Ja,readFile as Ka,rm as Xa}from"node:fs/promises";var Ya=p.object({key:p.string(),regeneration:p.discriminatedUnion("kind",[p.object({kind:p.literal("regenerated"),body:p.string(),confidence:p.number().exactOptional()}),p.object({kind:p.literal("failed"),reason:p.enum(Ht),detail:p.string()})])});async function lt(e){let{known:t,wholeBytes:n}=await Za(e);await z(e);let r;try{r=await Ja(e,"a"),await r.truncate(n)}catch(a){throw V(e,a)}return new ot(e,r,t)}var ot=class{resumed;#t;#e;#n;constructor(t,n,r){this.#t=t,this.#e=n,this.#n=r,this.resumed=r.size}get(t){return this.#n.get(t)}async append(t,n){let r=n.kind==="regenerated"?Qa(n):n;try{await this.#e.appendFile(`${JSON.stringify({key:t,regeneration:r})}
`)}catch(a){throw V(this.#t,a)}}async finish(){await this.close(),await Xa(this.#t,{force:!0})}async close(){await this.#e.close().catch(()=>{})}};function Qa(e){let{samples:t,...n}=e;return n}async function Za(e){let t=new Map,n;try{n=await Ka(e)}catch(a){if(E(a)==="ENOENT")return{known:t,wholeBytes:0};throw V(e,a)}let r=n.lastIndexOf(`
`)+1;for(let a of n.toString("utf8",0,r).split(`
`)){let s=ts(a);s!==void 0&&!es(s.regeneration)&&t.set(s.key,s.regeneration)}return{known:t,wholeBytes:r}}function es(e){return e.kind==="failed"&&Vt(e.reason)}function ts(e){try{return Ya.parse(JSON.parse(e))}catch{return}}import{randomUUID as vn}from"node:crypto";import{link as ns,mkdir as rs,readdir as as,readFile as ss,rm as Le,writeFile as kn}from"node:fs/promises";import{join as G}from"node:path";var dt=16,is=/^head-(\d{9})\.json$/;function Cn(e){return{fingerprints:()=>os(e),load:t=>ls(bn(e,t),t),save:(t,n)=>ds(bn(e,n.head.model.fingerprint),t,n)}}function bn(e,t){return G(e,qt(t))}async function os(e){let t=[];for(let n of await Tn(e)){let r=$t(n);r===null||(await fe(G(e,n))).length===0||t.push(r)}return t.sort()}async function ls(e,t){let n=(await fe(e)).at(-1);if(n===void 0)return null;let r=await Re(e,n);if(r.head.model.fingerprint!==t)throw new v("bad-ledger-file",`the ledger in ${e} is of another model`,"Delete the folder and evaluate the model again.");return{version:String(n),head:r.head,shards:async a=>{let s=await Promise.all(a.map(l=>ms(e,r.files[l])));return new Map(a.map((l,d)=>[l,s[d]??[]]))}}}async function ds(e,t,{head:n,shards:r}){let a=[];try{await rs(e,{recursive:!0});let s=(await fe(e)).at(-1)??null;if(s!==(t===null?null:Number(t)))return!1;let l=s===null?{}:{...(await Re(e,s)).files},d=(s??0)+1;for(let[_,m]of r)l[_]=`shard-${_}-${String(d).padStart(9,"0")}-${vn().slice(0,8)}.jsonl`,m.length!==0&&(await kn(G(e,l[_]),be(m),{flag:"wx",flush:!0}),a.push(l[_]));let c=await cs(e,d,{head:n,files:us(n,l)});if(c==="taken")for(let _ of a)await Le(G(e,_),{force:!0});return c==="linked"&&await _s(e,d),c==="linked"}catch(s){if(s instanceof v&&s.code==="ledger-busy")return!1;throw V(e,s)}}function us(e,t){return Object.fromEntries(Object.keys(e.shards).map(n=>{let r=t[n];if(r===void 0)throw new RangeError(`the head names shard ${n}, which was never saved`);return[n,r]}))}async function cs(e,t,n){let r=G(e,`.head-${vn()}`);try{await kn(r,we(n),{flag:"wx",flush:!0}),await ns(r,ut(e,t))}catch(s){if(E(s)==="EEXIST")return"taken";throw s}finally{await Le(r,{force:!0})}return((await fe(e)).at(-1)??t)>=t+dt?"overtaken":"linked"}async function _s(e,t){let n=await fe(e),r=n.filter(s=>s<=t-dt);if(r.length===0)return;let a=new Set;for(let s of n.filter(l=>l>t-dt))for(let l of Object.values((await Re(e,s)).files))a.add(l);for(let s of r){let l=await Re(e,s).catch(()=>null);await Le(ut(e,s),{force:!0});for(let d of Object.values(l?.files??{}))a.has(d)||await Le(G(e,d),{force:!0})}}function ut(e,t){return G(e,`head-${String(t).padStart(9,"0")}.json`)}async function fe(e){return(await Tn(e)).flatMap(n=>is.exec(n)?.[1]??[]).map(Number).sort((n,r)=>n-r)}async function Tn(e){try{return await as(e)}catch(t){if(E(t)==="ENOENT")return[];throw Pn(e,t)}}async function Re(e,t){let n=ut(e,t);return An(n,await Sn(n),ye)}async function ms(e,t){return t===void 0?[]:An(G(e,t),await Sn(G(e,t)),ve)}async function Sn(e){try{return await ss(e,"utf8")}catch(t){throw E(t)!=="ENOENT"?Pn(e,t):new v("ledger-busy",`${e} was replaced while it was read`,"Run the command again.",{cause:t})}}function An(e,t,n){try{return n(t)}catch(r){throw new v("bad-ledger-file",`${e} is damaged, or of a later version of palimpsest`,"Update palimpsest; or delete the ledger’s folder and fill it again with `palimpsest evaluate`.",{cause:r})}}function Pn(e,t){let n=E(t)??"unknown reason";return new v("not-readable",`${e} cannot be read (${n})`,"Check its permissions.",{cause:t})}import{extname as bi}from"node:path/posix";function ct(e){let t=new Map,n=[],r=0;for(let{text:a}of e){if(a==="{"){let s={end:Number.POSITIVE_INFINITY,depth:n.length};t.set(r,s),n.push(s)}else if(a==="}"){let s=n.pop();s!==void 0&&(s.end=r+1)}r+=a.length}return t}var _t=/\\u+([\da-fA-F]{4})/y,hs=/[\p{ID_Continue}\p{Sc}\p{Pc}]/u;function mt(e,t){_t.lastIndex=t;let n=_t.exec(e);return n!==null&&hs.test(ft(n[1]))?_t.lastIndex:t}function En({kind:e,text:t}){if(!t.includes("\\u"))return!1;switch(e){case"operator":return!0;case"comment":return t.startsWith("/*")?/[*/]/.test(Ne(t)):/[\r\n]/.test(Ne(t));case"string":return t.startsWith('"""')?/["\\]/.test(Ne(t)):/["'\\\r\n]/.test(Ne(t))&&!gs.test(ps(t));default:return!1}}var xn=/(?<!\\)((?:\\\\)*)\\u+([\da-fA-F]{4})/g,gs=/^(?:"(?:[^"\\\r\n]|\\[^\r\n])*"|'(?:[^'\\\r\n]|\\[^\r\n])*')$/;function Ne(e){return Array.from(e.matchAll(xn),t=>ft(t[2])).join("")}function ps(e){return e.replace(xn,(t,n,r)=>n+ft(r))}function ft(e){return String.fromCharCode(Number.parseInt(e??"",16))}function ht(e){let t=[],n=0;for(let r of e)(ws(r)||En(r))&&t.push(n),n+=r.text.length;return t}function ws({kind:e,text:t}){switch(e){case"string":return!ys(t,t.startsWith('"""')?'"""':t.charAt(0));case"comment":return t.startsWith("/*")&&!(t.length>=4&&t.endsWith("*/"));default:return!1}}function ys(e,t){if(e.length<2*t.length||!e.endsWith(t))return!1;let n=e.length-t.length-1;for(;e.charAt(n)==="\\";)n-=1;return(e.length-t.length-1-n)%2===0}import{existsSync as Ms}from"node:fs";import{readFile as Zn}from"node:fs/promises";import{createRequire as Is}from"node:module";import{fileURLToPath as Ls}from"node:url";var bs=Object.defineProperty,u=(e,t)=>bs(e,"name",{value:t,configurable:!0}),xl=class{static{u(this,"Edit")}startPosition;oldEndPosition;newEndPosition;startIndex;oldEndIndex;newEndIndex;constructor({startIndex:e,oldEndIndex:t,newEndIndex:n,startPosition:r,oldEndPosition:a,newEndPosition:s}){this.startIndex=e>>>0,this.oldEndIndex=t>>>0,this.newEndIndex=n>>>0,this.startPosition=r,this.oldEndPosition=a,this.newEndPosition=s}editPoint(e,t){let n=t,r={...e};if(t>=this.oldEndIndex){n=this.newEndIndex+(t-this.oldEndIndex);let a=e.row;r.row=this.newEndPosition.row+(e.row-this.oldEndPosition.row),r.column=a===this.oldEndPosition.row?this.newEndPosition.column+(e.column-this.oldEndPosition.column):e.column}else t>this.startIndex&&(n=this.newEndIndex,r.row=this.newEndPosition.row,r.column=this.newEndPosition.column);return{point:r,index:n}}editRange(e){let t={startIndex:e.startIndex,startPosition:{...e.startPosition},endIndex:e.endIndex,endPosition:{...e.endPosition}};return e.endIndex>=this.oldEndIndex?e.endIndex!==Number.MAX_SAFE_INTEGER&&(t.endIndex=this.newEndIndex+(e.endIndex-this.oldEndIndex),t.endPosition={row:this.newEndPosition.row+(e.endPosition.row-this.oldEndPosition.row),column:e.endPosition.row===this.oldEndPosition.row?this.newEndPosition.column+(e.endPosition.column-this.oldEndPosition.column):e.endPosition.column},t.endIndex<this.newEndIndex&&(t.endIndex=Number.MAX_SAFE_INTEGER,t.endPosition={row:Number.MAX_SAFE_INTEGER,column:Number.MAX_SAFE_INTEGER})):e.endIndex>this.startIndex&&(t.endIndex=this.startIndex,t.endPosition={...this.startPosition}),e.startIndex>=this.oldEndIndex?(t.startIndex=this.newEndIndex+(e.startIndex-this.oldEndIndex),t.startPosition={row:this.newEndPosition.row+(e.startPosition.row-this.oldEndPosition.row),column:e.startPosition.row===this.oldEndPosition.row?this.newEndPosition.column+(e.startPosition.column-this.oldEndPosition.column):e.startPosition.column},t.startIndex<this.newEndIndex&&(t.startIndex=Number.MAX_SAFE_INTEGER,t.startPosition={row:Number.MAX_SAFE_INTEGER,column:Number.MAX_SAFE_INTEGER})):e.startIndex>this.startIndex&&(t.startIndex=this.startIndex,t.startPosition={...this.startPosition}),t}},Mn=2,g=4,gt=4*g,R=5*g,$=2*g,pe=2*g+2*$,L={row:0,column:0},Y=Symbol("INTERNAL");function le(e){if(e!==Y)throw new Error("Illegal constructor")}u(le,"assertInternal");function ge(e){return!!e&&typeof e.row=="number"&&typeof e.column=="number"}u(ge,"isPoint");function Bn(e){o=e}u(Bn,"setModule");var o;function de(e){try{return new FinalizationRegistry(e)}catch(t){console.error("Unsupported FinalizationRegistry:",t);return}}u(de,"newFinalizer");var In=de(e=>{o._ts_lookahead_iterator_delete(e)}),vs=class{static{u(this,"LookaheadIterator")}0=0;language;positioned=!1;constructor(e,t,n){le(e),this[0]=t,this.language=n,In?.register(this,t,this)}get currentTypeId(){return this.positioned?o._ts_lookahead_iterator_current_symbol(this[0]):null}get currentType(){let e=this.currentTypeId;return e===null?null:this.language.types[e]??o.UTF8ToString(o._ts_language_symbol_name(this.language[0],e))}delete(){In?.unregister(this),o._ts_lookahead_iterator_delete(this[0]),this[0]=0}reset(e,t){return o._ts_lookahead_iterator_reset(this[0],e[0],t)?(this.language=e,this.positioned=!1,!0):!1}resetState(e){return o._ts_lookahead_iterator_reset_state(this[0],e)?(this.positioned=!1,!0):!1}[Symbol.iterator](){return{next:u(()=>{this.positioned=!!o._ts_lookahead_iterator_next(this[0]);let e=this.currentType;return e===null?{done:!0,value:""}:{done:!1,value:e}},"next")}}};function vt(e,t,n,r){let a=n-t,s=e.textCallback(t,r);if(s){for(t+=s.length;t<n;){let l=e.textCallback(t,r);if(l&&l.length>0)t+=l.length,s+=l;else break}t>n&&(s=s.slice(0,a))}return s??""}u(vt,"getText");var Ln=de(e=>{o._ts_tree_delete(e)}),ks=class yt{static{u(this,"Tree")}0=0;textCallback;language;constructor(t,n,r,a){le(t),this[0]=n,this.language=r,this.textCallback=a,Ln?.register(this,n,this)}copy(){let t=o._ts_tree_copy(this[0]);return new yt(Y,t,this.language,this.textCallback)}delete(){Ln?.unregister(this),o._ts_tree_delete(this[0]),this[0]=0}get rootNode(){return o._ts_tree_root_node_wasm(this[0]),P(this)}rootNodeWithOffset(t,n){let r=h+R;return o.setValue(r,t,"i32"),j(r+g,n),o._ts_tree_root_node_with_offset_wasm(this[0]),P(this)}edit(t){Wn(t),o._ts_tree_edit_wasm(this[0])}walk(){return this.rootNode.walk()}getChangedRanges(t){if(!(t instanceof yt))throw new TypeError("Argument must be a Tree");o._ts_tree_get_changed_ranges_wasm(this[0],t[0]);let n=o.getValue(h,"i32"),r=o.getValue(h+g,"i32"),a=new Array(n);if(n>0){let s=r;for(let l=0;l<n;l++)a[l]=Fe(s),s+=pe;o._free(r)}return a}getIncludedRanges(){o._ts_tree_included_ranges_wasm(this[0]);let t=o.getValue(h,"i32"),n=o.getValue(h+g,"i32"),r=new Array(t);if(t>0){let a=n;for(let s=0;s<t;s++)r[s]=Fe(a),a+=pe;o._free(n)}return r}},Rn=de(e=>{o._ts_tree_cursor_delete_wasm(e)}),Cs=class jn{static{u(this,"TreeCursor")}0=0;1=0;2=0;3=0;tree;constructor(t,n){le(t),this.tree=n,F(this),Rn?.register(this,this.tree[0],this)}copy(){let t=new jn(Y,this.tree);return o._ts_tree_cursor_copy_wasm(this.tree[0]),F(t),t}delete(){Rn?.unregister(this),T(this),o._ts_tree_cursor_delete_wasm(this.tree[0]),this[0]=this[1]=this[2]=0}get currentNode(){return T(this),o._ts_tree_cursor_current_node_wasm(this.tree[0]),P(this.tree)}get currentFieldId(){return T(this),o._ts_tree_cursor_current_field_id_wasm(this.tree[0])}get currentFieldName(){return this.tree.language.fields[this.currentFieldId]}get currentDepth(){return T(this),o._ts_tree_cursor_current_depth_wasm(this.tree[0])}get currentDescendantIndex(){return T(this),o._ts_tree_cursor_current_descendant_index_wasm(this.tree[0])}get nodeType(){return this.tree.language.types[this.nodeTypeId]||"ERROR"}get nodeTypeId(){return T(this),o._ts_tree_cursor_current_node_type_id_wasm(this.tree[0])}get nodeStateId(){return T(this),o._ts_tree_cursor_current_node_state_id_wasm(this.tree[0])}get nodeId(){return T(this),o._ts_tree_cursor_current_node_id_wasm(this.tree[0])}get nodeIsNamed(){return T(this),o._ts_tree_cursor_current_node_is_named_wasm(this.tree[0])===1}get nodeIsMissing(){return T(this),o._ts_tree_cursor_current_node_is_missing_wasm(this.tree[0])===1}get nodeText(){T(this);let t=o._ts_tree_cursor_start_index_wasm(this.tree[0]),n=o._ts_tree_cursor_end_index_wasm(this.tree[0]);o._ts_tree_cursor_start_position_wasm(this.tree[0]);let r=re(h);return vt(this.tree,t,n,r)}get startPosition(){return T(this),o._ts_tree_cursor_start_position_wasm(this.tree[0]),re(h)}get endPosition(){return T(this),o._ts_tree_cursor_end_position_wasm(this.tree[0]),re(h)}get startIndex(){return T(this),o._ts_tree_cursor_start_index_wasm(this.tree[0])}get endIndex(){return T(this),o._ts_tree_cursor_end_index_wasm(this.tree[0])}gotoFirstChild(){T(this);let t=o._ts_tree_cursor_goto_first_child_wasm(this.tree[0]);return F(this),t===1}gotoLastChild(){T(this);let t=o._ts_tree_cursor_goto_last_child_wasm(this.tree[0]);return F(this),t===1}gotoParent(){T(this);let t=o._ts_tree_cursor_goto_parent_wasm(this.tree[0]);return F(this),t===1}gotoNextSibling(){T(this);let t=o._ts_tree_cursor_goto_next_sibling_wasm(this.tree[0]);return F(this),t===1}gotoPreviousSibling(){T(this);let t=o._ts_tree_cursor_goto_previous_sibling_wasm(this.tree[0]);return F(this),t===1}gotoDescendant(t){T(this),o._ts_tree_cursor_goto_descendant_wasm(this.tree[0],t),F(this)}gotoFirstChildForIndex(t){T(this),o.setValue(h+gt,t,"i32");let n=o._ts_tree_cursor_goto_first_child_for_index_wasm(this.tree[0]);return F(this),n===1}gotoFirstChildForPosition(t){T(this),j(h+gt,t);let n=o._ts_tree_cursor_goto_first_child_for_position_wasm(this.tree[0]);return F(this),n===1}reset(t){b(t),T(this,h+R),o._ts_tree_cursor_reset_wasm(this.tree[0]),F(this)}resetTo(t){T(this,h),T(t,h+gt),o._ts_tree_cursor_reset_to_wasm(this.tree[0],t.tree[0]),F(this)}},Ts=class{static{u(this,"Node")}0=0;_children;_namedChildren;constructor(e,{id:t,tree:n,startIndex:r,startPosition:a,other:s}){le(e),this[0]=s,this.id=t,this.tree=n,this.startIndex=r,this.startPosition=a}id;startIndex;startPosition;tree;get typeId(){return b(this),o._ts_node_symbol_wasm(this.tree[0])}get grammarId(){return b(this),o._ts_node_grammar_symbol_wasm(this.tree[0])}get type(){return this.tree.language.types[this.typeId]||"ERROR"}get grammarType(){return this.tree.language.types[this.grammarId]||"ERROR"}get isNamed(){return b(this),o._ts_node_is_named_wasm(this.tree[0])===1}get isExtra(){return b(this),o._ts_node_is_extra_wasm(this.tree[0])===1}get isError(){return b(this),o._ts_node_is_error_wasm(this.tree[0])===1}get isMissing(){return b(this),o._ts_node_is_missing_wasm(this.tree[0])===1}get hasChanges(){return b(this),o._ts_node_has_changes_wasm(this.tree[0])===1}get hasError(){return b(this),o._ts_node_has_error_wasm(this.tree[0])===1}get endIndex(){return b(this),o._ts_node_end_index_wasm(this.tree[0])}get endPosition(){return b(this),o._ts_node_end_point_wasm(this.tree[0]),re(h)}get text(){return vt(this.tree,this.startIndex,this.endIndex,this.startPosition)}get parseState(){return b(this),o._ts_node_parse_state_wasm(this.tree[0])}get nextParseState(){return b(this),o._ts_node_next_parse_state_wasm(this.tree[0])}equals(e){return this.tree===e.tree&&this.id===e.id}child(e){return b(this),o._ts_node_child_wasm(this.tree[0],e),P(this.tree)}namedChild(e){return b(this),o._ts_node_named_child_wasm(this.tree[0],e),P(this.tree)}childForFieldId(e){return b(this),o._ts_node_child_by_field_id_wasm(this.tree[0],e),P(this.tree)}childForFieldName(e){let t=this.tree.language.fields.indexOf(e);return t!==-1?this.childForFieldId(t):null}fieldNameForChild(e){b(this);let t=o._ts_node_field_name_for_child_wasm(this.tree[0],e);return t?o.AsciiToString(t):null}fieldNameForNamedChild(e){b(this);let t=o._ts_node_field_name_for_named_child_wasm(this.tree[0],e);return t?o.AsciiToString(t):null}childrenForFieldName(e){let t=this.tree.language.fields.indexOf(e);return t!==-1&&t!==0?this.childrenForFieldId(t):[]}childrenForFieldId(e){b(this),o._ts_node_children_by_field_id_wasm(this.tree[0],e);let t=o.getValue(h,"i32"),n=o.getValue(h+g,"i32"),r=new Array(t);if(t>0){let a=n;for(let s=0;s<t;s++)r[s]=P(this.tree,a),a+=R;o._free(n)}return r}firstChildForIndex(e){b(this);let t=h+R;return o.setValue(t,e,"i32"),o._ts_node_first_child_for_byte_wasm(this.tree[0]),P(this.tree)}firstNamedChildForIndex(e){b(this);let t=h+R;return o.setValue(t,e,"i32"),o._ts_node_first_named_child_for_byte_wasm(this.tree[0]),P(this.tree)}get childCount(){return b(this),o._ts_node_child_count_wasm(this.tree[0])}get namedChildCount(){return b(this),o._ts_node_named_child_count_wasm(this.tree[0])}get firstChild(){return this.child(0)}get firstNamedChild(){return this.namedChild(0)}get lastChild(){return this.child(this.childCount-1)}get lastNamedChild(){return this.namedChild(this.namedChildCount-1)}get children(){if(!this._children){b(this),o._ts_node_children_wasm(this.tree[0]);let e=o.getValue(h,"i32"),t=o.getValue(h+g,"i32");if(this._children=new Array(e),e>0){let n=t;for(let r=0;r<e;r++)this._children[r]=P(this.tree,n),n+=R;o._free(t)}}return this._children}get namedChildren(){if(!this._namedChildren){b(this),o._ts_node_named_children_wasm(this.tree[0]);let e=o.getValue(h,"i32"),t=o.getValue(h+g,"i32");if(this._namedChildren=new Array(e),e>0){let n=t;for(let r=0;r<e;r++)this._namedChildren[r]=P(this.tree,n),n+=R;o._free(t)}}return this._namedChildren}descendantsOfType(e,t=L,n=L){Array.isArray(e)||(e=[e]);let r=[],a=this.tree.language.types;for(let _ of e)_=="ERROR"&&r.push(65535);for(let _=0,m=a.length;_<m;_++)e.includes(a[_])&&r.push(_);let s=o._malloc(g*r.length);for(let _=0,m=r.length;_<m;_++)o.setValue(s+_*g,r[_],"i32");b(this),o._ts_node_descendants_of_type_wasm(this.tree[0],s,r.length,t.row,t.column,n.row,n.column);let l=o.getValue(h,"i32"),d=o.getValue(h+g,"i32"),c=new Array(l);if(l>0){let _=d;for(let m=0;m<l;m++)c[m]=P(this.tree,_),_+=R}return o._free(d),o._free(s),c}get nextSibling(){return b(this),o._ts_node_next_sibling_wasm(this.tree[0]),P(this.tree)}get previousSibling(){return b(this),o._ts_node_prev_sibling_wasm(this.tree[0]),P(this.tree)}get nextNamedSibling(){return b(this),o._ts_node_next_named_sibling_wasm(this.tree[0]),P(this.tree)}get previousNamedSibling(){return b(this),o._ts_node_prev_named_sibling_wasm(this.tree[0]),P(this.tree)}get descendantCount(){return b(this),o._ts_node_descendant_count_wasm(this.tree[0])}get parent(){return b(this),o._ts_node_parent_wasm(this.tree[0]),P(this.tree)}childWithDescendant(e){return b(this),b(e,1),o._ts_node_child_with_descendant_wasm(this.tree[0]),P(this.tree)}descendantForIndex(e,t=e){if(typeof e!="number"||typeof t!="number")throw new Error("Arguments must be numbers");b(this);let n=h+R;return o.setValue(n,e,"i32"),o.setValue(n+g,t,"i32"),o._ts_node_descendant_for_index_wasm(this.tree[0]),P(this.tree)}namedDescendantForIndex(e,t=e){if(typeof e!="number"||typeof t!="number")throw new Error("Arguments must be numbers");b(this);let n=h+R;return o.setValue(n,e,"i32"),o.setValue(n+g,t,"i32"),o._ts_node_named_descendant_for_index_wasm(this.tree[0]),P(this.tree)}descendantForPosition(e,t=e){if(!ge(e)||!ge(t))throw new Error("Arguments must be {row, column} objects");b(this);let n=h+R;return j(n,e),j(n+$,t),o._ts_node_descendant_for_position_wasm(this.tree[0]),P(this.tree)}namedDescendantForPosition(e,t=e){if(!ge(e)||!ge(t))throw new Error("Arguments must be {row, column} objects");b(this);let n=h+R;return j(n,e),j(n+$,t),o._ts_node_named_descendant_for_position_wasm(this.tree[0]),P(this.tree)}walk(){return b(this),o._ts_tree_cursor_new_wasm(this.tree[0]),new Cs(Y,this.tree)}edit(e){if(this.startIndex>=e.oldEndIndex){this.startIndex=e.newEndIndex+(this.startIndex-e.oldEndIndex);let t,n;this.startPosition.row>e.oldEndPosition.row?(t=this.startPosition.row-e.oldEndPosition.row,n=this.startPosition.column):(t=0,n=this.startPosition.column,this.startPosition.column>=e.oldEndPosition.column&&(n=this.startPosition.column-e.oldEndPosition.column)),t>0?(this.startPosition.row+=t,this.startPosition.column=n):this.startPosition.column+=n}else this.startIndex>e.startIndex&&(this.startIndex=e.newEndIndex,this.startPosition.row=e.newEndPosition.row,this.startPosition.column=e.newEndPosition.column)}toString(){b(this);let e=o._ts_node_to_string_wasm(this.tree[0]),t=o.AsciiToString(e);return o._free(e),t}};function bt(e,t,n,r,a){for(let s=0,l=a.length;s<l;s++){let d=o.getValue(n,"i32");n+=g;let c=P(t,n);n+=R,a[s]={patternIndex:r,name:e.captureNames[d],node:c}}return n}u(bt,"unmarshalCaptures");function b(e,t=0){let n=h+t*R;o.setValue(n,e.id,"i32"),n+=g,o.setValue(n,e.startIndex,"i32"),n+=g,o.setValue(n,e.startPosition.row,"i32"),n+=g,o.setValue(n,e.startPosition.column,"i32"),n+=g,o.setValue(n,e[0],"i32")}u(b,"marshalNode");function P(e,t=h){let n=o.getValue(t,"i32");if(t+=g,n===0)return null;let r=o.getValue(t,"i32");t+=g;let a=o.getValue(t,"i32");t+=g;let s=o.getValue(t,"i32");t+=g;let l=o.getValue(t,"i32");return new Ts(Y,{id:n,tree:e,startIndex:r,startPosition:{row:a,column:s},other:l})}u(P,"unmarshalNode");function T(e,t=h){o.setValue(t+0*g,e[0],"i32"),o.setValue(t+1*g,e[1],"i32"),o.setValue(t+2*g,e[2],"i32"),o.setValue(t+3*g,e[3],"i32")}u(T,"marshalTreeCursor");function F(e){e[0]=o.getValue(h+0*g,"i32"),e[1]=o.getValue(h+1*g,"i32"),e[2]=o.getValue(h+2*g,"i32"),e[3]=o.getValue(h+3*g,"i32")}u(F,"unmarshalTreeCursor");function j(e,t){o.setValue(e,t.row,"i32"),o.setValue(e+g,t.column,"i32")}u(j,"marshalPoint");function re(e){return{row:o.getValue(e,"i32")>>>0,column:o.getValue(e+g,"i32")>>>0}}u(re,"unmarshalPoint");function Dn(e,t){j(e,t.startPosition),e+=$,j(e,t.endPosition),e+=$,o.setValue(e,t.startIndex,"i32"),e+=g,o.setValue(e,t.endIndex,"i32"),e+=g}u(Dn,"marshalRange");function Fe(e){let t={};return t.startPosition=re(e),e+=$,t.endPosition=re(e),e+=$,t.startIndex=o.getValue(e,"i32")>>>0,e+=g,t.endIndex=o.getValue(e,"i32")>>>0,t}u(Fe,"unmarshalRange");function Wn(e,t=h){j(t,e.startPosition),t+=$,j(t,e.oldEndPosition),t+=$,j(t,e.newEndPosition),t+=$,o.setValue(t,e.startIndex,"i32"),t+=g,o.setValue(t,e.oldEndIndex,"i32"),t+=g,o.setValue(t,e.newEndIndex,"i32"),t+=g}u(Wn,"marshalEdit");function Un(e){let t=o.getValue(e,"i32"),n=o.getValue(e+=g,"i32"),r=o.getValue(e+=g,"i32");return{major_version:t,minor_version:n,patch_version:r}}u(Un,"unmarshalLanguageMetadata");var Ss=/^tree_sitter_\w+$/,kt=class Oe{static{u(this,"Language")}0=0;types;fields;constructor(t,n){le(t),this[0]=n,this.types=new Array(o._ts_language_symbol_count(this[0]));for(let r=0,a=this.types.length;r<a;r++)o._ts_language_symbol_type(this[0],r)<2&&(this.types[r]=o.UTF8ToString(o._ts_language_symbol_name(this[0],r)));this.fields=new Array(o._ts_language_field_count(this[0])+1);for(let r=0,a=this.fields.length;r<a;r++){let s=o._ts_language_field_name_for_id(this[0],r);s!==0?this.fields[r]=o.UTF8ToString(s):this.fields[r]=null}}get name(){let t=o._ts_language_name(this[0]);return t===0?null:o.UTF8ToString(t)}get abiVersion(){return o._ts_language_abi_version(this[0])}get metadata(){return o._ts_language_metadata_wasm(this[0]),o.getValue(h,"i32")===0?null:Un(h+g)}get fieldCount(){return this.fields.length-1}get stateCount(){return o._ts_language_state_count(this[0])}fieldIdForName(t){let n=this.fields.indexOf(t);return n!==-1?n:null}fieldNameForId(t){return this.fields[t]??null}idForNodeType(t,n){let r=o.lengthBytesUTF8(t),a=o._malloc(r+1);o.stringToUTF8(t,a,r+1);let s=o._ts_language_symbol_for_name(this[0],a,r,n?1:0);return o._free(a),s||null}get nodeTypeCount(){return o._ts_language_symbol_count(this[0])}nodeTypeForId(t){let n=o._ts_language_symbol_name(this[0],t);return n?o.UTF8ToString(n):null}nodeTypeIsNamed(t){return!!o._ts_language_type_is_named_wasm(this[0],t)}nodeTypeIsVisible(t){return!!o._ts_language_type_is_visible_wasm(this[0],t)}get supertypes(){o._ts_language_supertypes_wasm(this[0]);let t=o.getValue(h,"i32"),n=o.getValue(h+g,"i32"),r=new Array(t);if(t>0){let a=n;for(let s=0;s<t;s++)r[s]=o.getValue(a,"i16"),a+=Mn}return r}subtypes(t){o._ts_language_subtypes_wasm(this[0],t);let n=o.getValue(h,"i32"),r=o.getValue(h+g,"i32"),a=new Array(n);if(n>0){let s=r;for(let l=0;l<n;l++)a[l]=o.getValue(s,"i16"),s+=Mn}return a}nextState(t,n){return o._ts_language_next_state(this[0],t,n)}lookaheadIterator(t){let n=o._ts_lookahead_iterator_new(this[0],t);return n?new vs(Y,n,this):null}static async load(t){let n;if(t instanceof Uint8Array)n=t;else if(globalThis.process?.versions.node)n=await(await import("fs/promises")).readFile(t);else{let a=await fetch(t);if(!a.ok){let l=await a.text();throw new Error(`Language.load failed with status ${a.status}.

${l}`)}let s=a.clone();try{n=await WebAssembly.compileStreaming(a)}catch(l){console.error("wasm streaming compile failed:",l),console.error("falling back to ArrayBuffer instantiation"),n=new Uint8Array(await s.arrayBuffer())}}let r=await o.loadWebAssemblyModule(n,{loadAsync:!0});return Oe.loadFromWasmExports(r,{sync:!1})}static loadFromWasmExports(t,{sync:n}){let r=Object.keys(t),a=r.find(l=>Ss.test(l)&&!l.includes("external_scanner_"));if(!a)throw console.log(`Couldn't find language function in Wasm file. Symbols:
${JSON.stringify(r,null,2)}`),new Error(`Language.${n?"loadSync":"load"} failed: no language function found in Wasm file`);let s=t[a]();return new Oe(Y,s)}static loadSync(t){let n=o.loadWebAssemblyModule(t,{loadAsync:!1});return Oe.loadFromWasmExports(n,{sync:!0})}};async function Hn(moduleArg={}){var moduleRtn,Module=moduleArg,ENVIRONMENT_IS_WEB=typeof window=="object",ENVIRONMENT_IS_WORKER=typeof WorkerGlobalScope<"u",ENVIRONMENT_IS_NODE=typeof process=="object"&&process.versions?.node&&process.type!="renderer";if(ENVIRONMENT_IS_NODE){let{createRequire:e}=await import("module");var require=e(import.meta.url)}Module.currentQueryProgressCallback=null,Module.currentProgressCallback=null,Module.currentLogCallback=null,Module.currentParseCallback=null;var arguments_=[],thisProgram="./this.program",quit_=u((e,t)=>{throw t},"quit_"),_scriptName=import.meta.url,scriptDirectory="";function locateFile(e){return Module.locateFile?Module.locateFile(e,scriptDirectory):scriptDirectory+e}u(locateFile,"locateFile");var readAsync,readBinary;if(ENVIRONMENT_IS_NODE){var fs=require("fs");_scriptName.startsWith("file:")&&(scriptDirectory=require("path").dirname(require("url").fileURLToPath(_scriptName))+"/"),readBinary=u(e=>{e=isFileURI(e)?new URL(e):e;var t=fs.readFileSync(e);return t},"readBinary"),readAsync=u(async(e,t=!0)=>{e=isFileURI(e)?new URL(e):e;var n=fs.readFileSync(e,t?void 0:"utf8");return n},"readAsync"),process.argv.length>1&&(thisProgram=process.argv[1].replace(/\\/g,"/")),arguments_=process.argv.slice(2),quit_=u((e,t)=>{throw process.exitCode=e,t},"quit_")}else if(ENVIRONMENT_IS_WEB||ENVIRONMENT_IS_WORKER){try{scriptDirectory=new URL(".",_scriptName).href}catch{}ENVIRONMENT_IS_WORKER&&(readBinary=u(e=>{var t=new XMLHttpRequest;return t.open("GET",e,!1),t.responseType="arraybuffer",t.send(null),new Uint8Array(t.response)},"readBinary")),readAsync=u(async e=>{if(isFileURI(e))return new Promise((n,r)=>{var a=new XMLHttpRequest;a.open("GET",e,!0),a.responseType="arraybuffer",a.onload=()=>{if(a.status==200||a.status==0&&a.response){n(a.response);return}r(a.status)},a.onerror=r,a.send(null)});var t=await fetch(e,{credentials:"same-origin"});if(t.ok)return t.arrayBuffer();throw new Error(t.status+" : "+t.url)},"readAsync")}var out=console.log.bind(console),err=console.error.bind(console),dynamicLibraries=[],wasmBinary,ABORT=!1,EXITSTATUS,isFileURI=u(e=>e.startsWith("file://"),"isFileURI"),readyPromiseResolve,readyPromiseReject,wasmMemory,HEAP8,HEAPU8,HEAP16,HEAPU16,HEAP32,HEAPU32,HEAPF32,HEAPF64,HEAP64,HEAPU64,HEAP_DATA_VIEW,runtimeInitialized=!1;function updateMemoryViews(){var e=wasmMemory.buffer;Module.HEAP8=HEAP8=new Int8Array(e),Module.HEAP16=HEAP16=new Int16Array(e),Module.HEAPU8=HEAPU8=new Uint8Array(e),Module.HEAPU16=HEAPU16=new Uint16Array(e),Module.HEAP32=HEAP32=new Int32Array(e),Module.HEAPU32=HEAPU32=new Uint32Array(e),Module.HEAPF32=HEAPF32=new Float32Array(e),Module.HEAPF64=HEAPF64=new Float64Array(e),Module.HEAP64=HEAP64=new BigInt64Array(e),Module.HEAPU64=HEAPU64=new BigUint64Array(e),Module.HEAP_DATA_VIEW=HEAP_DATA_VIEW=new DataView(e),LE_HEAP_UPDATE()}u(updateMemoryViews,"updateMemoryViews");function initMemory(){if(Module.wasmMemory)wasmMemory=Module.wasmMemory;else{var e=Module.INITIAL_MEMORY||33554432;wasmMemory=new WebAssembly.Memory({initial:e/65536,maximum:32768})}updateMemoryViews()}u(initMemory,"initMemory");var __RELOC_FUNCS__=[];function preRun(){if(Module.preRun)for(typeof Module.preRun=="function"&&(Module.preRun=[Module.preRun]);Module.preRun.length;)addOnPreRun(Module.preRun.shift());callRuntimeCallbacks(onPreRuns)}u(preRun,"preRun");function initRuntime(){runtimeInitialized=!0,callRuntimeCallbacks(__RELOC_FUNCS__),wasmExports.__wasm_call_ctors(),callRuntimeCallbacks(onPostCtors)}u(initRuntime,"initRuntime");function preMain(){}u(preMain,"preMain");function postRun(){if(Module.postRun)for(typeof Module.postRun=="function"&&(Module.postRun=[Module.postRun]);Module.postRun.length;)addOnPostRun(Module.postRun.shift());callRuntimeCallbacks(onPostRuns)}u(postRun,"postRun");function abort(e){Module.onAbort?.(e),e="Aborted("+e+")",err(e),ABORT=!0,e+=". Build with -sASSERTIONS for more info.";var t=new WebAssembly.RuntimeError(e);throw readyPromiseReject?.(t),t}u(abort,"abort");var wasmBinaryFile;function findWasmBinary(){return Module.locateFile?locateFile("web-tree-sitter.wasm"):new URL("web-tree-sitter.wasm",import.meta.url).href}u(findWasmBinary,"findWasmBinary");function getBinarySync(e){if(e==wasmBinaryFile&&wasmBinary)return new Uint8Array(wasmBinary);if(readBinary)return readBinary(e);throw"both async and sync fetching of the wasm failed"}u(getBinarySync,"getBinarySync");async function getWasmBinary(e){if(!wasmBinary)try{var t=await readAsync(e);return new Uint8Array(t)}catch{}return getBinarySync(e)}u(getWasmBinary,"getWasmBinary");async function instantiateArrayBuffer(e,t){try{var n=await getWasmBinary(e),r=await WebAssembly.instantiate(n,t);return r}catch(a){err(`failed to asynchronously prepare wasm: ${a}`),abort(a)}}u(instantiateArrayBuffer,"instantiateArrayBuffer");async function instantiateAsync(e,t,n){if(!e&&!isFileURI(t)&&!ENVIRONMENT_IS_NODE)try{var r=fetch(t,{credentials:"same-origin"}),a=await WebAssembly.instantiateStreaming(r,n);return a}catch(s){err(`wasm streaming compile failed: ${s}`),err("falling back to ArrayBuffer instantiation")}return instantiateArrayBuffer(t,n)}u(instantiateAsync,"instantiateAsync");function getWasmImports(){return{env:wasmImports,wasi_snapshot_preview1:wasmImports,"GOT.mem":new Proxy(wasmImports,GOTHandler),"GOT.func":new Proxy(wasmImports,GOTHandler)}}u(getWasmImports,"getWasmImports");async function createWasm(){function e(s,l){wasmExports=s.exports,wasmExports=relocateExports(wasmExports,1024);var d=getDylinkMetadata(l);return d.neededDynlibs&&(dynamicLibraries=d.neededDynlibs.concat(dynamicLibraries)),mergeLibSymbols(wasmExports,"main"),LDSO.init(),loadDylibs(),__RELOC_FUNCS__.push(wasmExports.__wasm_apply_data_relocs),assignWasmExports(wasmExports),wasmExports}u(e,"receiveInstance");function t(s){return e(s.instance,s.module)}u(t,"receiveInstantiationResult");var n=getWasmImports();if(Module.instantiateWasm)return new Promise((s,l)=>{Module.instantiateWasm(n,(d,c)=>{s(e(d,c))})});wasmBinaryFile??=findWasmBinary();var r=await instantiateAsync(wasmBinary,wasmBinaryFile,n),a=t(r);return a}u(createWasm,"createWasm");class ExitStatus{static{u(this,"ExitStatus")}name="ExitStatus";constructor(t){this.message=`Program terminated with exit(${t})`,this.status=t}}var GOT={},currentModuleWeakSymbols=new Set([]),GOTHandler={get(e,t){var n=GOT[t];return n||(n=GOT[t]=new WebAssembly.Global({value:"i32",mutable:!0})),currentModuleWeakSymbols.has(t)||(n.required=!0),n}},LE_ATOMICS_NATIVE_BYTE_ORDER=[],LE_HEAP_LOAD_F32=u(e=>HEAP_DATA_VIEW.getFloat32(e,!0),"LE_HEAP_LOAD_F32"),LE_HEAP_LOAD_F64=u(e=>HEAP_DATA_VIEW.getFloat64(e,!0),"LE_HEAP_LOAD_F64"),LE_HEAP_LOAD_I16=u(e=>HEAP_DATA_VIEW.getInt16(e,!0),"LE_HEAP_LOAD_I16"),LE_HEAP_LOAD_I32=u(e=>HEAP_DATA_VIEW.getInt32(e,!0),"LE_HEAP_LOAD_I32"),LE_HEAP_LOAD_I64=u(e=>HEAP_DATA_VIEW.getBigInt64(e,!0),"LE_HEAP_LOAD_I64"),LE_HEAP_LOAD_U32=u(e=>HEAP_DATA_VIEW.getUint32(e,!0),"LE_HEAP_LOAD_U32"),LE_HEAP_STORE_F32=u((e,t)=>HEAP_DATA_VIEW.setFloat32(e,t,!0),"LE_HEAP_STORE_F32"),LE_HEAP_STORE_F64=u((e,t)=>HEAP_DATA_VIEW.setFloat64(e,t,!0),"LE_HEAP_STORE_F64"),LE_HEAP_STORE_I16=u((e,t)=>HEAP_DATA_VIEW.setInt16(e,t,!0),"LE_HEAP_STORE_I16"),LE_HEAP_STORE_I32=u((e,t)=>HEAP_DATA_VIEW.setInt32(e,t,!0),"LE_HEAP_STORE_I32"),LE_HEAP_STORE_I64=u((e,t)=>HEAP_DATA_VIEW.setBigInt64(e,t,!0),"LE_HEAP_STORE_I64"),LE_HEAP_STORE_U32=u((e,t)=>HEAP_DATA_VIEW.setUint32(e,t,!0),"LE_HEAP_STORE_U32"),callRuntimeCallbacks=u(e=>{for(;e.length>0;)e.shift()(Module)},"callRuntimeCallbacks"),onPostRuns=[],addOnPostRun=u(e=>onPostRuns.push(e),"addOnPostRun"),onPreRuns=[],addOnPreRun=u(e=>onPreRuns.push(e),"addOnPreRun"),UTF8Decoder=typeof TextDecoder<"u"?new TextDecoder:void 0,findStringEnd=u((e,t,n,r)=>{var a=t+n;if(r)return a;for(;e[t]&&!(t>=a);)++t;return t},"findStringEnd"),UTF8ArrayToString=u((e,t=0,n,r)=>{var a=findStringEnd(e,t,n,r);if(a-t>16&&e.buffer&&UTF8Decoder)return UTF8Decoder.decode(e.subarray(t,a));for(var s="";t<a;){var l=e[t++];if(!(l&128)){s+=String.fromCharCode(l);continue}var d=e[t++]&63;if((l&224)==192){s+=String.fromCharCode((l&31)<<6|d);continue}var c=e[t++]&63;if((l&240)==224?l=(l&15)<<12|d<<6|c:l=(l&7)<<18|d<<12|c<<6|e[t++]&63,l<65536)s+=String.fromCharCode(l);else{var _=l-65536;s+=String.fromCharCode(55296|_>>10,56320|_&1023)}}return s},"UTF8ArrayToString"),getDylinkMetadata=u(e=>{var t=0,n=0;function r(){return e[t++]}u(r,"getU8");function a(){for(var H=0,ee=1;;){var Ft=e[t++];if(H+=(Ft&127)*ee,ee*=128,!(Ft&128))break}return H}u(a,"getLEB");function s(){var H=a();return t+=H,UTF8ArrayToString(e,t-H,H)}u(s,"getString");function l(){for(var H=a(),ee=[];H--;)ee.push(s());return ee}u(l,"getStringList");function d(H,ee){if(H)throw new Error(ee)}if(u(d,"failIf"),e instanceof WebAssembly.Module){var c=WebAssembly.Module.customSections(e,"dylink.0");d(c.length===0,"need dylink section"),e=new Uint8Array(c[0]),n=e.length}else{var _=new Uint32Array(new Uint8Array(e.subarray(0,24)).buffer),m=_[0]==1836278016||_[0]==6386541;d(!m,"need to see wasm magic number"),d(e[8]!==0,"need the dylink section to be first"),t=9;var f=a();n=t+f;var w=s();d(w!=="dylink.0")}for(var C={neededDynlibs:[],tlsExports:new Set,weakImports:new Set,runtimePaths:[]},x=1,U=2,y=3,A=4,k=5,M=256,S=3,X=1;t<n;){var N=r(),I=a();if(N===x)C.memorySize=a(),C.memoryAlign=a(),C.tableSize=a(),C.tableAlign=a();else if(N===U)C.neededDynlibs=l();else if(N===y)for(var Q=a();Q--;){var Z=s(),ce=a();ce&M&&C.tlsExports.add(Z)}else if(N===A)for(var Q=a();Q--;){var ao=s(),Z=s(),ce=a();(ce&S)==X&&C.weakImports.add(Z)}else N===k?C.runtimePaths=l():t+=I}return C},"getDylinkMetadata");function getValue(e,t="i8"){switch(t.endsWith("*")&&(t="*"),t){case"i1":return HEAP8[e];case"i8":return HEAP8[e];case"i16":return LE_HEAP_LOAD_I16((e>>1)*2);case"i32":return LE_HEAP_LOAD_I32((e>>2)*4);case"i64":return LE_HEAP_LOAD_I64((e>>3)*8);case"float":return LE_HEAP_LOAD_F32((e>>2)*4);case"double":return LE_HEAP_LOAD_F64((e>>3)*8);case"*":return LE_HEAP_LOAD_U32((e>>2)*4);default:abort(`invalid type for getValue: ${t}`)}}u(getValue,"getValue");var newDSO=u((e,t,n)=>{var r={refcount:1/0,name:e,exports:n,global:!0};return LDSO.loadedLibsByName[e]=r,t!=null&&(LDSO.loadedLibsByHandle[t]=r),r},"newDSO"),LDSO={loadedLibsByName:{},loadedLibsByHandle:{},init(){newDSO("__main__",0,wasmImports)}},___heap_base=82240,alignMemory=u((e,t)=>Math.ceil(e/t)*t,"alignMemory"),getMemory=u(e=>{if(runtimeInitialized)return _calloc(e,1);var t=___heap_base,n=t+alignMemory(e,16);return ___heap_base=n,GOT.__heap_base.value=n,t},"getMemory"),isInternalSym=u(e=>["__cpp_exception","__c_longjmp","__wasm_apply_data_relocs","__dso_handle","__tls_size","__tls_align","__set_stack_limits","_emscripten_tls_init","__wasm_init_tls","__wasm_call_ctors","__start_em_asm","__stop_em_asm","__start_em_js","__stop_em_js"].includes(e)||e.startsWith("__em_js__"),"isInternalSym"),uleb128EncodeWithLen=u(e=>{let t=e.length;return[t%128|128,t>>7,...e]},"uleb128EncodeWithLen"),wasmTypeCodes={i:127,p:127,j:126,f:125,d:124,e:111},generateTypePack=u(e=>uleb128EncodeWithLen(Array.from(e,t=>{var n=wasmTypeCodes[t];return n})),"generateTypePack"),convertJsFunctionToWasm=u((e,t)=>{var n=Uint8Array.of(0,97,115,109,1,0,0,0,1,...uleb128EncodeWithLen([1,96,...generateTypePack(t.slice(1)),...generateTypePack(t[0]==="v"?"":t[0])]),2,7,1,1,101,1,102,0,0,7,5,1,1,102,0,0),r=new WebAssembly.Module(n),a=new WebAssembly.Instance(r,{e:{f:e}}),s=a.exports.f;return s},"convertJsFunctionToWasm"),wasmTableMirror=[],wasmTable=new WebAssembly.Table({initial:31,element:"anyfunc"}),getWasmTableEntry=u(e=>{var t=wasmTableMirror[e];return t||(wasmTableMirror[e]=t=wasmTable.get(e)),t},"getWasmTableEntry"),updateTableMap=u((e,t)=>{if(functionsInTableMap)for(var n=e;n<e+t;n++){var r=getWasmTableEntry(n);r&&functionsInTableMap.set(r,n)}},"updateTableMap"),functionsInTableMap,getFunctionAddress=u(e=>(functionsInTableMap||(functionsInTableMap=new WeakMap,updateTableMap(0,wasmTable.length)),functionsInTableMap.get(e)||0),"getFunctionAddress"),freeTableIndexes=[],getEmptyTableSlot=u(()=>freeTableIndexes.length?freeTableIndexes.pop():wasmTable.grow(1),"getEmptyTableSlot"),setWasmTableEntry=u((e,t)=>{wasmTable.set(e,t),wasmTableMirror[e]=wasmTable.get(e)},"setWasmTableEntry"),addFunction=u((e,t)=>{var n=getFunctionAddress(e);if(n)return n;var r=getEmptyTableSlot();try{setWasmTableEntry(r,e)}catch(s){if(!(s instanceof TypeError))throw s;var a=convertJsFunctionToWasm(e,t);setWasmTableEntry(r,a)}return functionsInTableMap.set(e,r),r},"addFunction"),updateGOT=u((e,t)=>{for(var n in e)if(!isInternalSym(n)){var r=e[n];GOT[n]||=new WebAssembly.Global({value:"i32",mutable:!0}),(t||GOT[n].value==0)&&(typeof r=="function"?GOT[n].value=addFunction(r):typeof r=="number"?GOT[n].value=r:err(`unhandled export type for '${n}': ${typeof r}`))}},"updateGOT"),relocateExports=u((e,t,n)=>{var r={};for(var a in e){var s=e[a];typeof s=="object"&&(s=s.value),typeof s=="number"&&(s+=t),r[a]=s}return updateGOT(r,n),r},"relocateExports"),isSymbolDefined=u(e=>{var t=wasmImports[e];return!(!t||t.stub)},"isSymbolDefined"),dynCall=u((e,t,n=[],r=!1)=>{var a=getWasmTableEntry(t),s=a(...n);function l(d){return d}return u(l,"convert"),s},"dynCall"),stackSave=u(()=>_emscripten_stack_get_current(),"stackSave"),stackRestore=u(e=>__emscripten_stack_restore(e),"stackRestore"),createInvokeFunction=u(e=>(t,...n)=>{var r=stackSave();try{return dynCall(e,t,n)}catch(a){if(stackRestore(r),a!==a+0)throw a;if(_setThrew(1,0),e[0]=="j")return 0n}},"createInvokeFunction"),resolveGlobalSymbol=u((e,t=!1)=>{var n;return isSymbolDefined(e)?n=wasmImports[e]:e.startsWith("invoke_")&&(n=wasmImports[e]=createInvokeFunction(e.split("_")[1])),{sym:n,name:e}},"resolveGlobalSymbol"),onPostCtors=[],addOnPostCtor=u(e=>onPostCtors.push(e),"addOnPostCtor"),UTF8ToString=u((e,t,n)=>e?UTF8ArrayToString(HEAPU8,e,t,n):"","UTF8ToString"),loadWebAssemblyModule=u((binary,flags,libName,localScope,handle)=>{var metadata=getDylinkMetadata(binary);function loadModule(){var memAlign=Math.pow(2,metadata.memoryAlign),memoryBase=metadata.memorySize?alignMemory(getMemory(metadata.memorySize+memAlign),memAlign):0,tableBase=metadata.tableSize?wasmTable.length:0;handle&&(HEAP8[handle+8]=1,LE_HEAP_STORE_U32((handle+12>>2)*4,memoryBase),LE_HEAP_STORE_I32((handle+16>>2)*4,metadata.memorySize),LE_HEAP_STORE_U32((handle+20>>2)*4,tableBase),LE_HEAP_STORE_I32((handle+24>>2)*4,metadata.tableSize)),metadata.tableSize&&wasmTable.grow(metadata.tableSize);var moduleExports;function resolveSymbol(e){var t=resolveGlobalSymbol(e).sym;return!t&&localScope&&(t=localScope[e]),t||(t=moduleExports[e]),t}u(resolveSymbol,"resolveSymbol");var proxyHandler={get(e,t){switch(t){case"__memory_base":return memoryBase;case"__table_base":return tableBase}if(t in wasmImports&&!wasmImports[t].stub){var n=wasmImports[t];return n}if(!(t in e)){var r;e[t]=(...a)=>(r||=resolveSymbol(t),r(...a))}return e[t]}},proxy=new Proxy({},proxyHandler);currentModuleWeakSymbols=metadata.weakImports;var info={"GOT.mem":new Proxy({},GOTHandler),"GOT.func":new Proxy({},GOTHandler),env:proxy,wasi_snapshot_preview1:proxy};function postInstantiation(module,instance){updateTableMap(tableBase,metadata.tableSize),moduleExports=relocateExports(instance.exports,memoryBase),flags.allowUndefined||reportUndefinedSymbols();function addEmAsm(addr,body){for(var args=[],arity=0;arity<16&&body.indexOf("$"+arity)!=-1;arity++)args.push("$"+arity);args=args.join(",");var func=`(${args}) => { ${body} };`;ASM_CONSTS[start]=eval(func)}if(u(addEmAsm,"addEmAsm"),"__start_em_asm"in moduleExports)for(var start=moduleExports.__start_em_asm,stop=moduleExports.__stop_em_asm;start<stop;){var jsString=UTF8ToString(start);addEmAsm(start,jsString),start=HEAPU8.indexOf(0,start)+1}function addEmJs(name,cSig,body){var jsArgs=[];if(cSig=cSig.slice(1,-1),cSig!="void"){cSig=cSig.split(",");for(var i in cSig){var jsArg=cSig[i].split(" ").pop();jsArgs.push(jsArg.replace("*",""))}}var func=`(${jsArgs}) => ${body};`;moduleExports[name]=eval(func)}u(addEmJs,"addEmJs");for(var name in moduleExports)if(name.startsWith("__em_js__")){var start=moduleExports[name],jsString=UTF8ToString(start),parts=jsString.split("<::>");addEmJs(name.replace("__em_js__",""),parts[0],parts[1]),delete moduleExports[name]}var applyRelocs=moduleExports.__wasm_apply_data_relocs;applyRelocs&&(runtimeInitialized?applyRelocs():__RELOC_FUNCS__.push(applyRelocs));var init=moduleExports.__wasm_call_ctors;return init&&(runtimeInitialized?init():addOnPostCtor(init)),moduleExports}if(u(postInstantiation,"postInstantiation"),flags.loadAsync)return(async()=>{var e;return binary instanceof WebAssembly.Module?e=new WebAssembly.Instance(binary,info):{module:binary,instance:e}=await WebAssembly.instantiate(binary,info),postInstantiation(binary,e)})();var module=binary instanceof WebAssembly.Module?binary:new WebAssembly.Module(binary),instance=new WebAssembly.Instance(module,info);return postInstantiation(module,instance)}return u(loadModule,"loadModule"),flags={...flags,rpath:{parentLibPath:libName,paths:metadata.runtimePaths}},flags.loadAsync?metadata.neededDynlibs.reduce((e,t)=>e.then(()=>loadDynamicLibrary(t,flags,localScope)),Promise.resolve()).then(loadModule):(metadata.neededDynlibs.forEach(e=>loadDynamicLibrary(e,flags,localScope)),loadModule())},"loadWebAssemblyModule"),mergeLibSymbols=u((e,t)=>{for(var[n,r]of Object.entries(e)){let a=u(l=>{isSymbolDefined(l)||(wasmImports[l]=r)},"setImport");a(n);let s="__main_argc_argv";n=="main"&&a(s),n==s&&a("main")}},"mergeLibSymbols"),asyncLoad=u(async e=>{var t=await readAsync(e);return new Uint8Array(t)},"asyncLoad");function loadDynamicLibrary(e,t={global:!0,nodelete:!0},n,r){var a=LDSO.loadedLibsByName[e];if(a)return t.global?a.global||(a.global=!0,mergeLibSymbols(a.exports,e)):n&&Object.assign(n,a.exports),t.nodelete&&a.refcount!==1/0&&(a.refcount=1/0),a.refcount++,r&&(LDSO.loadedLibsByHandle[r]=a),t.loadAsync?Promise.resolve(!0):!0;a=newDSO(e,r,"loading"),a.refcount=t.nodelete?1/0:1,a.global=t.global;function s(){if(r){var c=LE_HEAP_LOAD_U32((r+28>>2)*4),_=LE_HEAP_LOAD_U32((r+32>>2)*4);if(c&&_){var m=HEAP8.slice(c,c+_);return t.loadAsync?Promise.resolve(m):m}}var f=locateFile(e);if(t.loadAsync)return asyncLoad(f);if(!readBinary)throw new Error(`${f}: file not found, and synchronous loading of external files is not available`);return readBinary(f)}u(s,"loadLibData");function l(){return t.loadAsync?s().then(c=>loadWebAssemblyModule(c,t,e,n,r)):loadWebAssemblyModule(s(),t,e,n,r)}u(l,"getExports");function d(c){a.global?mergeLibSymbols(c,e):n&&Object.assign(n,c),a.exports=c}return u(d,"moduleLoaded"),t.loadAsync?l().then(c=>(d(c),!0)):(d(l()),!0)}u(loadDynamicLibrary,"loadDynamicLibrary");var reportUndefinedSymbols=u(()=>{for(var[e,t]of Object.entries(GOT))if(t.value==0){var n=resolveGlobalSymbol(e,!0).sym;if(!n&&!t.required)continue;if(typeof n=="function")t.value=addFunction(n,n.sig);else if(typeof n=="number")t.value=n;else throw new Error(`bad export type for '${e}': ${typeof n}`)}},"reportUndefinedSymbols"),runDependencies=0,dependenciesFulfilled=null,removeRunDependency=u(e=>{if(runDependencies--,Module.monitorRunDependencies?.(runDependencies),runDependencies==0&&dependenciesFulfilled){var t=dependenciesFulfilled;dependenciesFulfilled=null,t()}},"removeRunDependency"),addRunDependency=u(e=>{runDependencies++,Module.monitorRunDependencies?.(runDependencies)},"addRunDependency"),loadDylibs=u(async()=>{if(!dynamicLibraries.length){reportUndefinedSymbols();return}addRunDependency("loadDylibs");for(var e of dynamicLibraries)await loadDynamicLibrary(e,{loadAsync:!0,global:!0,nodelete:!0,allowUndefined:!0});reportUndefinedSymbols(),removeRunDependency("loadDylibs")},"loadDylibs"),noExitRuntime=!0;function setValue(e,t,n="i8"){switch(n.endsWith("*")&&(n="*"),n){case"i1":HEAP8[e]=t;break;case"i8":HEAP8[e]=t;break;case"i16":LE_HEAP_STORE_I16((e>>1)*2,t);break;case"i32":LE_HEAP_STORE_I32((e>>2)*4,t);break;case"i64":LE_HEAP_STORE_I64((e>>3)*8,BigInt(t));break;case"float":LE_HEAP_STORE_F32((e>>2)*4,t);break;case"double":LE_HEAP_STORE_F64((e>>3)*8,t);break;case"*":LE_HEAP_STORE_U32((e>>2)*4,t);break;default:abort(`invalid type for setValue: ${n}`)}}u(setValue,"setValue");var ___memory_base=new WebAssembly.Global({value:"i32",mutable:!1},1024),___stack_high=82240,___stack_low=16704,___stack_pointer=new WebAssembly.Global({value:"i32",mutable:!0},82240),___table_base=new WebAssembly.Global({value:"i32",mutable:!1},1),__abort_js=u(()=>abort(""),"__abort_js");__abort_js.sig="v";var getHeapMax=u(()=>2147483648,"getHeapMax"),growMemory=u(e=>{var t=wasmMemory.buffer.byteLength,n=(e-t+65535)/65536|0;try{return wasmMemory.grow(n),updateMemoryViews(),1}catch{}},"growMemory"),_emscripten_resize_heap=u(e=>{var t=HEAPU8.length;e>>>=0;var n=getHeapMax();if(e>n)return!1;for(var r=1;r<=4;r*=2){var a=t*(1+.2/r);a=Math.min(a,e+100663296);var s=Math.min(n,alignMemory(Math.max(e,a),65536)),l=growMemory(s);if(l)return!0}return!1},"_emscripten_resize_heap");_emscripten_resize_heap.sig="ip";var _fd_close=u(e=>52,"_fd_close");_fd_close.sig="ii";var INT53_MAX=9007199254740992,INT53_MIN=-9007199254740992,bigintToI53Checked=u(e=>e<INT53_MIN||e>INT53_MAX?NaN:Number(e),"bigintToI53Checked");function _fd_seek(e,t,n,r){return t=bigintToI53Checked(t),70}u(_fd_seek,"_fd_seek"),_fd_seek.sig="iijip";var printCharBuffers=[null,[],[]],printChar=u((e,t)=>{var n=printCharBuffers[e];t===0||t===10?((e===1?out:err)(UTF8ArrayToString(n)),n.length=0):n.push(t)},"printChar"),_fd_write=u((e,t,n,r)=>{for(var a=0,s=0;s<n;s++){var l=LE_HEAP_LOAD_U32((t>>2)*4),d=LE_HEAP_LOAD_U32((t+4>>2)*4);t+=8;for(var c=0;c<d;c++)printChar(e,HEAPU8[l+c]);a+=d}return LE_HEAP_STORE_U32((r>>2)*4,a),0},"_fd_write");_fd_write.sig="iippp";function _tree_sitter_log_callback(e,t){if(Module.currentLogCallback){let n=UTF8ToString(t);Module.currentLogCallback(n,e!==0)}}u(_tree_sitter_log_callback,"_tree_sitter_log_callback");function _tree_sitter_parse_callback(e,t,n,r,a){let l=Module.currentParseCallback(t,{row:n,column:r});typeof l=="string"?(setValue(a,l.length,"i32"),stringToUTF16(l,e,10240)):setValue(a,0,"i32")}u(_tree_sitter_parse_callback,"_tree_sitter_parse_callback");function _tree_sitter_progress_callback(e,t){return Module.currentProgressCallback?Module.currentProgressCallback({currentOffset:e,hasError:t}):!1}u(_tree_sitter_progress_callback,"_tree_sitter_progress_callback");function _tree_sitter_query_progress_callback(e){return Module.currentQueryProgressCallback?Module.currentQueryProgressCallback({currentOffset:e}):!1}u(_tree_sitter_query_progress_callback,"_tree_sitter_query_progress_callback");var runtimeKeepaliveCounter=0,keepRuntimeAlive=u(()=>noExitRuntime||runtimeKeepaliveCounter>0,"keepRuntimeAlive"),_proc_exit=u(e=>{EXITSTATUS=e,keepRuntimeAlive()||(Module.onExit?.(e),ABORT=!0),quit_(e,new ExitStatus(e))},"_proc_exit");_proc_exit.sig="vi";var exitJS=u((e,t)=>{EXITSTATUS=e,_proc_exit(e)},"exitJS"),handleException=u(e=>{if(e instanceof ExitStatus||e=="unwind")return EXITSTATUS;quit_(1,e)},"handleException"),lengthBytesUTF8=u(e=>{for(var t=0,n=0;n<e.length;++n){var r=e.charCodeAt(n);r<=127?t++:r<=2047?t+=2:r>=55296&&r<=57343?(t+=4,++n):t+=3}return t},"lengthBytesUTF8"),stringToUTF8Array=u((e,t,n,r)=>{if(!(r>0))return 0;for(var a=n,s=n+r-1,l=0;l<e.length;++l){var d=e.codePointAt(l);if(d<=127){if(n>=s)break;t[n++]=d}else if(d<=2047){if(n+1>=s)break;t[n++]=192|d>>6,t[n++]=128|d&63}else if(d<=65535){if(n+2>=s)break;t[n++]=224|d>>12,t[n++]=128|d>>6&63,t[n++]=128|d&63}else{if(n+3>=s)break;t[n++]=240|d>>18,t[n++]=128|d>>12&63,t[n++]=128|d>>6&63,t[n++]=128|d&63,l++}}return t[n]=0,n-a},"stringToUTF8Array"),stringToUTF8=u((e,t,n)=>stringToUTF8Array(e,HEAPU8,t,n),"stringToUTF8"),stackAlloc=u(e=>__emscripten_stack_alloc(e),"stackAlloc"),stringToUTF8OnStack=u(e=>{var t=lengthBytesUTF8(e)+1,n=stackAlloc(t);return stringToUTF8(e,n,t),n},"stringToUTF8OnStack"),AsciiToString=u(e=>{for(var t="";;){var n=HEAPU8[e++];if(!n)return t;t+=String.fromCharCode(n)}},"AsciiToString"),stringToUTF16=u((e,t,n)=>{if(n??=2147483647,n<2)return 0;n-=2;for(var r=t,a=n<e.length*2?n/2:e.length,s=0;s<a;++s){var l=e.charCodeAt(s);LE_HEAP_STORE_I16((t>>1)*2,l),t+=2}return LE_HEAP_STORE_I16((t>>1)*2,0),t-r},"stringToUTF16");LE_ATOMICS_NATIVE_BYTE_ORDER=new Int8Array(new Int16Array([1]).buffer)[0]===1?[(e=>e),(e=>e),void 0,(e=>e)]:[(e=>e),(e=>((e&65280)<<8|(e&255)<<24)>>16),void 0,(e=>e>>24&255|e>>8&65280|(e&65280)<<8|(e&255)<<24)];function LE_HEAP_UPDATE(){HEAPU16.unsigned=(e=>e&65535),HEAPU32.unsigned=(e=>e>>>0)}if(u(LE_HEAP_UPDATE,"LE_HEAP_UPDATE"),initMemory(),Module.noExitRuntime&&(noExitRuntime=Module.noExitRuntime),Module.print&&(out=Module.print),Module.printErr&&(err=Module.printErr),Module.dynamicLibraries&&(dynamicLibraries=Module.dynamicLibraries),Module.wasmBinary&&(wasmBinary=Module.wasmBinary),Module.arguments&&(arguments_=Module.arguments),Module.thisProgram&&(thisProgram=Module.thisProgram),Module.preInit)for(typeof Module.preInit=="function"&&(Module.preInit=[Module.preInit]);Module.preInit.length>0;)Module.preInit.shift()();Module.setValue=setValue,Module.getValue=getValue,Module.UTF8ToString=UTF8ToString,Module.stringToUTF8=stringToUTF8,Module.lengthBytesUTF8=lengthBytesUTF8,Module.AsciiToString=AsciiToString,Module.stringToUTF16=stringToUTF16,Module.loadWebAssemblyModule=loadWebAssemblyModule,Module.LE_HEAP_STORE_I64=LE_HEAP_STORE_I64;var ASM_CONSTS={},_malloc,_calloc,_realloc,_free,_ts_range_edit,_memcmp,_ts_language_symbol_count,_ts_language_state_count,_ts_language_abi_version,_ts_language_name,_ts_language_field_count,_ts_language_next_state,_ts_language_symbol_name,_ts_language_symbol_for_name,_strncmp,_ts_language_symbol_type,_ts_language_field_name_for_id,_ts_lookahead_iterator_new,_ts_lookahead_iterator_delete,_ts_lookahead_iterator_reset_state,_ts_lookahead_iterator_reset,_ts_lookahead_iterator_next,_ts_lookahead_iterator_current_symbol,_ts_point_edit,_ts_parser_delete,_ts_parser_reset,_ts_parser_set_language,_ts_parser_set_included_ranges,_ts_query_new,_ts_query_delete,_iswspace,_iswalnum,_ts_query_copy,_ts_query_pattern_count,_ts_query_capture_count,_ts_query_string_count,_ts_query_capture_name_for_id,_ts_query_capture_quantifier_for_id,_ts_query_string_value_for_id,_ts_query_predicates_for_pattern,_ts_query_start_byte_for_pattern,_ts_query_end_byte_for_pattern,_ts_query_is_pattern_rooted,_ts_query_is_pattern_non_local,_ts_query_is_pattern_guaranteed_at_step,_ts_query_disable_capture,_ts_query_disable_pattern,_ts_tree_copy,_ts_tree_delete,_ts_init,_ts_parser_new_wasm,_ts_parser_enable_logger_wasm,_ts_parser_parse_wasm,_ts_parser_included_ranges_wasm,_ts_language_type_is_named_wasm,_ts_language_type_is_visible_wasm,_ts_language_metadata_wasm,_ts_language_supertypes_wasm,_ts_language_subtypes_wasm,_ts_tree_root_node_wasm,_ts_tree_root_node_with_offset_wasm,_ts_tree_edit_wasm,_ts_tree_included_ranges_wasm,_ts_tree_get_changed_ranges_wasm,_ts_tree_cursor_new_wasm,_ts_tree_cursor_copy_wasm,_ts_tree_cursor_delete_wasm,_ts_tree_cursor_reset_wasm,_ts_tree_cursor_reset_to_wasm,_ts_tree_cursor_goto_first_child_wasm,_ts_tree_cursor_goto_last_child_wasm,_ts_tree_cursor_goto_first_child_for_index_wasm,_ts_tree_cursor_goto_first_child_for_position_wasm,_ts_tree_cursor_goto_next_sibling_wasm,_ts_tree_cursor_goto_previous_sibling_wasm,_ts_tree_cursor_goto_descendant_wasm,_ts_tree_cursor_goto_parent_wasm,_ts_tree_cursor_current_node_type_id_wasm,_ts_tree_cursor_current_node_state_id_wasm,_ts_tree_cursor_current_node_is_named_wasm,_ts_tree_cursor_current_node_is_missing_wasm,_ts_tree_cursor_current_node_id_wasm,_ts_tree_cursor_start_position_wasm,_ts_tree_cursor_end_position_wasm,_ts_tree_cursor_start_index_wasm,_ts_tree_cursor_end_index_wasm,_ts_tree_cursor_current_field_id_wasm,_ts_tree_cursor_current_depth_wasm,_ts_tree_cursor_current_descendant_index_wasm,_ts_tree_cursor_current_node_wasm,_ts_node_symbol_wasm,_ts_node_field_name_for_child_wasm,_ts_node_field_name_for_named_child_wasm,_ts_node_children_by_field_id_wasm,_ts_node_first_child_for_byte_wasm,_ts_node_first_named_child_for_byte_wasm,_ts_node_grammar_symbol_wasm,_ts_node_child_count_wasm,_ts_node_named_child_count_wasm,_ts_node_child_wasm,_ts_node_named_child_wasm,_ts_node_child_by_field_id_wasm,_ts_node_next_sibling_wasm,_ts_node_prev_sibling_wasm,_ts_node_next_named_sibling_wasm,_ts_node_prev_named_sibling_wasm,_ts_node_descendant_count_wasm,_ts_node_parent_wasm,_ts_node_child_with_descendant_wasm,_ts_node_descendant_for_index_wasm,_ts_node_named_descendant_for_index_wasm,_ts_node_descendant_for_position_wasm,_ts_node_named_descendant_for_position_wasm,_ts_node_start_point_wasm,_ts_node_end_point_wasm,_ts_node_start_index_wasm,_ts_node_end_index_wasm,_ts_node_to_string_wasm,_ts_node_children_wasm,_ts_node_named_children_wasm,_ts_node_descendants_of_type_wasm,_ts_node_is_named_wasm,_ts_node_has_changes_wasm,_ts_node_has_error_wasm,_ts_node_is_error_wasm,_ts_node_is_missing_wasm,_ts_node_is_extra_wasm,_ts_node_parse_state_wasm,_ts_node_next_parse_state_wasm,_ts_query_matches_wasm,_ts_query_captures_wasm,_memset,_memcpy,_memmove,_iswalpha,_iswblank,_iswdigit,_iswlower,_iswpunct,_iswupper,_iswxdigit,_memchr,_strlen,_strcmp,_strncat,_strncpy,_towlower,_towupper,_setThrew,__emscripten_stack_restore,__emscripten_stack_alloc,_emscripten_stack_get_current,___wasm_apply_data_relocs;function assignWasmExports(e){Module._malloc=_malloc=e.malloc,Module._calloc=_calloc=e.calloc,Module._realloc=_realloc=e.realloc,Module._free=_free=e.free,Module._ts_range_edit=_ts_range_edit=e.ts_range_edit,Module._memcmp=_memcmp=e.memcmp,Module._ts_language_symbol_count=_ts_language_symbol_count=e.ts_language_symbol_count,Module._ts_language_state_count=_ts_language_state_count=e.ts_language_state_count,Module._ts_language_abi_version=_ts_language_abi_version=e.ts_language_abi_version,Module._ts_language_name=_ts_language_name=e.ts_language_name,Module._ts_language_field_count=_ts_language_field_count=e.ts_language_field_count,Module._ts_language_next_state=_ts_language_next_state=e.ts_language_next_state,Module._ts_language_symbol_name=_ts_language_symbol_name=e.ts_language_symbol_name,Module._ts_language_symbol_for_name=_ts_language_symbol_for_name=e.ts_language_symbol_for_name,Module._strncmp=_strncmp=e.strncmp,Module._ts_language_symbol_type=_ts_language_symbol_type=e.ts_language_symbol_type,Module._ts_language_field_name_for_id=_ts_language_field_name_for_id=e.ts_language_field_name_for_id,Module._ts_lookahead_iterator_new=_ts_lookahead_iterator_new=e.ts_lookahead_iterator_new,Module._ts_lookahead_iterator_delete=_ts_lookahead_iterator_delete=e.ts_lookahead_iterator_delete,Module._ts_lookahead_iterator_reset_state=_ts_lookahead_iterator_reset_state=e.ts_lookahead_iterator_reset_state,Module._ts_lookahead_iterator_reset=_ts_lookahead_iterator_reset=e.ts_lookahead_iterator_reset,Module._ts_lookahead_iterator_next=_ts_lookahead_iterator_next=e.ts_lookahead_iterator_next,Module._ts_lookahead_iterator_current_symbol=_ts_lookahead_iterator_current_symbol=e.ts_lookahead_iterator_current_symbol,Module._ts_point_edit=_ts_point_edit=e.ts_point_edit,Module._ts_parser_delete=_ts_parser_delete=e.ts_parser_delete,Module._ts_parser_reset=_ts_parser_reset=e.ts_parser_reset,Module._ts_parser_set_language=_ts_parser_set_language=e.ts_parser_set_language,Module._ts_parser_set_included_ranges=_ts_parser_set_included_ranges=e.ts_parser_set_included_ranges,Module._ts_query_new=_ts_query_new=e.ts_query_new,Module._ts_query_delete=_ts_query_delete=e.ts_query_delete,Module._iswspace=_iswspace=e.iswspace,Module._iswalnum=_iswalnum=e.iswalnum,Module._ts_query_copy=_ts_query_copy=e.ts_query_copy,Module._ts_query_pattern_count=_ts_query_pattern_count=e.ts_query_pattern_count,Module._ts_query_capture_count=_ts_query_capture_count=e.ts_query_capture_count,Module._ts_query_string_count=_ts_query_string_count=e.ts_query_string_count,Module._ts_query_capture_name_for_id=_ts_query_capture_name_for_id=e.ts_query_capture_name_for_id,Module._ts_query_capture_quantifier_for_id=_ts_query_capture_quantifier_for_id=e.ts_query_capture_quantifier_for_id,Module._ts_query_string_value_for_id=_ts_query_string_value_for_id=e.ts_query_string_value_for_id,Module._ts_query_predicates_for_pattern=_ts_query_predicates_for_pattern=e.ts_query_predicates_for_pattern,Module._ts_query_start_byte_for_pattern=_ts_query_start_byte_for_pattern=e.ts_query_start_byte_for_pattern,Module._ts_query_end_byte_for_pattern=_ts_query_end_byte_for_pattern=e.ts_query_end_byte_for_pattern,Module._ts_query_is_pattern_rooted=_ts_query_is_pattern_rooted=e.ts_query_is_pattern_rooted,Module._ts_query_is_pattern_non_local=_ts_query_is_pattern_non_local=e.ts_query_is_pattern_non_local,Module._ts_query_is_pattern_guaranteed_at_step=_ts_query_is_pattern_guaranteed_at_step=e.ts_query_is_pattern_guaranteed_at_step,Module._ts_query_disable_capture=_ts_query_disable_capture=e.ts_query_disable_capture,Module._ts_query_disable_pattern=_ts_query_disable_pattern=e.ts_query_disable_pattern,Module._ts_tree_copy=_ts_tree_copy=e.ts_tree_copy,Module._ts_tree_delete=_ts_tree_delete=e.ts_tree_delete,Module._ts_init=_ts_init=e.ts_init,Module._ts_parser_new_wasm=_ts_parser_new_wasm=e.ts_parser_new_wasm,Module._ts_parser_enable_logger_wasm=_ts_parser_enable_logger_wasm=e.ts_parser_enable_logger_wasm,Module._ts_parser_parse_wasm=_ts_parser_parse_wasm=e.ts_parser_parse_wasm,Module._ts_parser_included_ranges_wasm=_ts_parser_included_ranges_wasm=e.ts_parser_included_ranges_wasm,Module._ts_language_type_is_named_wasm=_ts_language_type_is_named_wasm=e.ts_language_type_is_named_wasm,Module._ts_language_type_is_visible_wasm=_ts_language_type_is_visible_wasm=e.ts_language_type_is_visible_wasm,Module._ts_language_metadata_wasm=_ts_language_metadata_wasm=e.ts_language_metadata_wasm,Module._ts_language_supertypes_wasm=_ts_language_supertypes_wasm=e.ts_language_supertypes_wasm,Module._ts_language_subtypes_wasm=_ts_language_subtypes_wasm=e.ts_language_subtypes_wasm,Module._ts_tree_root_node_wasm=_ts_tree_root_node_wasm=e.ts_tree_root_node_wasm,Module._ts_tree_root_node_with_offset_wasm=_ts_tree_root_node_with_offset_wasm=e.ts_tree_root_node_with_offset_wasm,Module._ts_tree_edit_wasm=_ts_tree_edit_wasm=e.ts_tree_edit_wasm,Module._ts_tree_included_ranges_wasm=_ts_tree_included_ranges_wasm=e.ts_tree_included_ranges_wasm,Module._ts_tree_get_changed_ranges_wasm=_ts_tree_get_changed_ranges_wasm=e.ts_tree_get_changed_ranges_wasm,Module._ts_tree_cursor_new_wasm=_ts_tree_cursor_new_wasm=e.ts_tree_cursor_new_wasm,Module._ts_tree_cursor_copy_wasm=_ts_tree_cursor_copy_wasm=e.ts_tree_cursor_copy_wasm,Module._ts_tree_cursor_delete_wasm=_ts_tree_cursor_delete_wasm=e.ts_tree_cursor_delete_wasm,Module._ts_tree_cursor_reset_wasm=_ts_tree_cursor_reset_wasm=e.ts_tree_cursor_reset_wasm,Module._ts_tree_cursor_reset_to_wasm=_ts_tree_cursor_reset_to_wasm=e.ts_tree_cursor_reset_to_wasm,Module._ts_tree_cursor_goto_first_child_wasm=_ts_tree_cursor_goto_first_child_wasm=e.ts_tree_cursor_goto_first_child_wasm,Module._ts_tree_cursor_goto_last_child_wasm=_ts_tree_cursor_goto_last_child_wasm=e.ts_tree_cursor_goto_last_child_wasm,Module._ts_tree_cursor_goto_first_child_for_index_wasm=_ts_tree_cursor_goto_first_child_for_index_wasm=e.ts_tree_cursor_goto_first_child_for_index_wasm,Module._ts_tree_cursor_goto_first_child_for_position_wasm=_ts_tree_cursor_goto_first_child_for_position_wasm=e.ts_tree_cursor_goto_first_child_for_position_wasm,Module._ts_tree_cursor_goto_next_sibling_wasm=_ts_tree_cursor_goto_next_sibling_wasm=e.ts_tree_cursor_goto_next_sibling_wasm,Module._ts_tree_cursor_goto_previous_sibling_wasm=_ts_tree_cursor_goto_previous_sibling_wasm=e.ts_tree_cursor_goto_previous_sibling_wasm,Module._ts_tree_cursor_goto_descendant_wasm=_ts_tree_cursor_goto_descendant_wasm=e.ts_tree_cursor_goto_descendant_wasm,Module._ts_tree_cursor_goto_parent_wasm=_ts_tree_cursor_goto_parent_wasm=e.ts_tree_cursor_goto_parent_wasm,Module._ts_tree_cursor_current_node_type_id_wasm=_ts_tree_cursor_current_node_type_id_wasm=e.ts_tree_cursor_current_node_type_id_wasm,Module._ts_tree_cursor_current_node_state_id_wasm=_ts_tree_cursor_current_node_state_id_wasm=e.ts_tree_cursor_current_node_state_id_wasm,Module._ts_tree_cursor_current_node_is_named_wasm=_ts_tree_cursor_current_node_is_named_wasm=e.ts_tree_cursor_current_node_is_named_wasm,Module._ts_tree_cursor_current_node_is_missing_wasm=_ts_tree_cursor_current_node_is_missing_wasm=e.ts_tree_cursor_current_node_is_missing_wasm,Module._ts_tree_cursor_current_node_id_wasm=_ts_tree_cursor_current_node_id_wasm=e.ts_tree_cursor_current_node_id_wasm,Module._ts_tree_cursor_start_position_wasm=_ts_tree_cursor_start_position_wasm=e.ts_tree_cursor_start_position_wasm,Module._ts_tree_cursor_end_position_wasm=_ts_tree_cursor_end_position_wasm=e.ts_tree_cursor_end_position_wasm,Module._ts_tree_cursor_start_index_wasm=_ts_tree_cursor_start_index_wasm=e.ts_tree_cursor_start_index_wasm,Module._ts_tree_cursor_end_index_wasm=_ts_tree_cursor_end_index_wasm=e.ts_tree_cursor_end_index_wasm,Module._ts_tree_cursor_current_field_id_wasm=_ts_tree_cursor_current_field_id_wasm=e.ts_tree_cursor_current_field_id_wasm,Module._ts_tree_cursor_current_depth_wasm=_ts_tree_cursor_current_depth_wasm=e.ts_tree_cursor_current_depth_wasm,Module._ts_tree_cursor_current_descendant_index_wasm=_ts_tree_cursor_current_descendant_index_wasm=e.ts_tree_cursor_current_descendant_index_wasm,Module._ts_tree_cursor_current_node_wasm=_ts_tree_cursor_current_node_wasm=e.ts_tree_cursor_current_node_wasm,Module._ts_node_symbol_wasm=_ts_node_symbol_wasm=e.ts_node_symbol_wasm,Module._ts_node_field_name_for_child_wasm=_ts_node_field_name_for_child_wasm=e.ts_node_field_name_for_child_wasm,Module._ts_node_field_name_for_named_child_wasm=_ts_node_field_name_for_named_child_wasm=e.ts_node_field_name_for_named_child_wasm,Module._ts_node_children_by_field_id_wasm=_ts_node_children_by_field_id_wasm=e.ts_node_children_by_field_id_wasm,Module._ts_node_first_child_for_byte_wasm=_ts_node_first_child_for_byte_wasm=e.ts_node_first_child_for_byte_wasm,Module._ts_node_first_named_child_for_byte_wasm=_ts_node_first_named_child_for_byte_wasm=e.ts_node_first_named_child_for_byte_wasm,Module._ts_node_grammar_symbol_wasm=_ts_node_grammar_symbol_wasm=e.ts_node_grammar_symbol_wasm,Module._ts_node_child_count_wasm=_ts_node_child_count_wasm=e.ts_node_child_count_wasm,Module._ts_node_named_child_count_wasm=_ts_node_named_child_count_wasm=e.ts_node_named_child_count_wasm,Module._ts_node_child_wasm=_ts_node_child_wasm=e.ts_node_child_wasm,Module._ts_node_named_child_wasm=_ts_node_named_child_wasm=e.ts_node_named_child_wasm,Module._ts_node_child_by_field_id_wasm=_ts_node_child_by_field_id_wasm=e.ts_node_child_by_field_id_wasm,Module._ts_node_next_sibling_wasm=_ts_node_next_sibling_wasm=e.ts_node_next_sibling_wasm,Module._ts_node_prev_sibling_wasm=_ts_node_prev_sibling_wasm=e.ts_node_prev_sibling_wasm,Module._ts_node_next_named_sibling_wasm=_ts_node_next_named_sibling_wasm=e.ts_node_next_named_sibling_wasm,Module._ts_node_prev_named_sibling_wasm=_ts_node_prev_named_sibling_wasm=e.ts_node_prev_named_sibling_wasm,Module._ts_node_descendant_count_wasm=_ts_node_descendant_count_wasm=e.ts_node_descendant_count_wasm,Module._ts_node_parent_wasm=_ts_node_parent_wasm=e.ts_node_parent_wasm,Module._ts_node_child_with_descendant_wasm=_ts_node_child_with_descendant_wasm=e.ts_node_child_with_descendant_wasm,Module._ts_node_descendant_for_index_wasm=_ts_node_descendant_for_index_wasm=e.ts_node_descendant_for_index_wasm,Module._ts_node_named_descendant_for_index_wasm=_ts_node_named_descendant_for_index_wasm=e.ts_node_named_descendant_for_index_wasm,Module._ts_node_descendant_for_position_wasm=_ts_node_descendant_for_position_wasm=e.ts_node_descendant_for_position_wasm,Module._ts_node_named_descendant_for_position_wasm=_ts_node_named_descendant_for_position_wasm=e.ts_node_named_descendant_for_position_wasm,Module._ts_node_start_point_wasm=_ts_node_start_point_wasm=e.ts_node_start_point_wasm,Module._ts_node_end_point_wasm=_ts_node_end_point_wasm=e.ts_node_end_point_wasm,Module._ts_node_start_index_wasm=_ts_node_start_index_wasm=e.ts_node_start_index_wasm,Module._ts_node_end_index_wasm=_ts_node_end_index_wasm=e.ts_node_end_index_wasm,Module._ts_node_to_string_wasm=_ts_node_to_string_wasm=e.ts_node_to_string_wasm,Module._ts_node_children_wasm=_ts_node_children_wasm=e.ts_node_children_wasm,Module._ts_node_named_children_wasm=_ts_node_named_children_wasm=e.ts_node_named_children_wasm,Module._ts_node_descendants_of_type_wasm=_ts_node_descendants_of_type_wasm=e.ts_node_descendants_of_type_wasm,Module._ts_node_is_named_wasm=_ts_node_is_named_wasm=e.ts_node_is_named_wasm,Module._ts_node_has_changes_wasm=_ts_node_has_changes_wasm=e.ts_node_has_changes_wasm,Module._ts_node_has_error_wasm=_ts_node_has_error_wasm=e.ts_node_has_error_wasm,Module._ts_node_is_error_wasm=_ts_node_is_error_wasm=e.ts_node_is_error_wasm,Module._ts_node_is_missing_wasm=_ts_node_is_missing_wasm=e.ts_node_is_missing_wasm,Module._ts_node_is_extra_wasm=_ts_node_is_extra_wasm=e.ts_node_is_extra_wasm,Module._ts_node_parse_state_wasm=_ts_node_parse_state_wasm=e.ts_node_parse_state_wasm,Module._ts_node_next_parse_state_wasm=_ts_node_next_parse_state_wasm=e.ts_node_next_parse_state_wasm,Module._ts_query_matches_wasm=_ts_query_matches_wasm=e.ts_query_matches_wasm,Module._ts_query_captures_wasm=_ts_query_captures_wasm=e.ts_query_captures_wasm,Module._memset=_memset=e.memset,Module._memcpy=_memcpy=e.memcpy,Module._memmove=_memmove=e.memmove,Module._iswalpha=_iswalpha=e.iswalpha,Module._iswblank=_iswblank=e.iswblank,Module._iswdigit=_iswdigit=e.iswdigit,Module._iswlower=_iswlower=e.iswlower,Module._iswpunct=_iswpunct=e.iswpunct,Module._iswupper=_iswupper=e.iswupper,Module._iswxdigit=_iswxdigit=e.iswxdigit,Module._memchr=_memchr=e.memchr,Module._strlen=_strlen=e.strlen,Module._strcmp=_strcmp=e.strcmp,Module._strncat=_strncat=e.strncat,Module._strncpy=_strncpy=e.strncpy,Module._towlower=_towlower=e.towlower,Module._towupper=_towupper=e.towupper,_setThrew=e.setThrew,__emscripten_stack_restore=e._emscripten_stack_restore,__emscripten_stack_alloc=e._emscripten_stack_alloc,_emscripten_stack_get_current=e.emscripten_stack_get_current,___wasm_apply_data_relocs=e.__wasm_apply_data_relocs}u(assignWasmExports,"assignWasmExports");var wasmImports={__heap_base:___heap_base,__indirect_function_table:wasmTable,__memory_base:___memory_base,__stack_high:___stack_high,__stack_low:___stack_low,__stack_pointer:___stack_pointer,__table_base:___table_base,_abort_js:__abort_js,emscripten_resize_heap:_emscripten_resize_heap,fd_close:_fd_close,fd_seek:_fd_seek,fd_write:_fd_write,memory:wasmMemory,tree_sitter_log_callback:_tree_sitter_log_callback,tree_sitter_parse_callback:_tree_sitter_parse_callback,tree_sitter_progress_callback:_tree_sitter_progress_callback,tree_sitter_query_progress_callback:_tree_sitter_query_progress_callback};function callMain(e=[]){var t=resolveGlobalSymbol("main").sym;if(t){e.unshift(thisProgram);var n=e.length,r=stackAlloc((n+1)*4),a=r;e.forEach(l=>{LE_HEAP_STORE_U32((a>>2)*4,stringToUTF8OnStack(l)),a+=4}),LE_HEAP_STORE_U32((a>>2)*4,0);try{var s=t(n,r);return exitJS(s,!0),s}catch(l){return handleException(l)}}}u(callMain,"callMain");function run(e=arguments_){if(runDependencies>0){dependenciesFulfilled=run;return}if(preRun(),runDependencies>0){dependenciesFulfilled=run;return}function t(){if(Module.calledRun=!0,!ABORT){initRuntime(),readyPromiseResolve?.(Module),Module.onRuntimeInitialized?.();var n=Module.noInitialRun||!1;n||callMain(e),postRun()}}u(t,"doRun"),Module.setStatus?(Module.setStatus("Running..."),setTimeout(()=>{setTimeout(()=>Module.setStatus(""),1),t()},1)):t()}u(run,"run");var wasmExports;return wasmExports=await createWasm(),run(),runtimeInitialized?moduleRtn=Module:moduleRtn=new Promise((e,t)=>{readyPromiseResolve=e,readyPromiseReject=t}),moduleRtn}u(Hn,"Module");var As=Hn,Vn=null;async function qn(e){return Vn??=await As(e)}u(qn,"initializeBinding");function $n(){return!!Vn}u($n,"checkModule");var h,pt,wt,Nn=de(e=>{o._ts_parser_delete(e[0]),o._free(e[1])}),Ct=class{static{u(this,"Parser")}0=0;1=0;logCallback=null;language=null;static async init(e){Bn(await qn(e)),h=o._ts_init(),pt=o.getValue(h,"i32"),wt=o.getValue(h+g,"i32")}constructor(){this.initialize(),Nn?.register(this,[this[0],this[1]],this)}initialize(){if(!$n())throw new Error("cannot construct a Parser before calling `init()`");o._ts_parser_new_wasm(),this[0]=o.getValue(h,"i32"),this[1]=o.getValue(h+g,"i32")}delete(){Nn?.unregister(this),o._ts_parser_delete(this[0]),o._free(this[1]),this[0]=0,this[1]=0}setLanguage(e){let t;if(!e)t=0,this.language=null;else if(e.constructor===kt){t=e[0];let n=o._ts_language_abi_version(t);if(n<wt||pt<n)throw new Error(`Incompatible language version ${n}. Compatibility range ${wt} through ${pt}.`);this.language=e}else throw new Error("Argument must be a Language");return o._ts_parser_set_language(this[0],t),this}parse(e,t,n){if(typeof e=="string")o.currentParseCallback=d=>e.slice(d);else if(typeof e=="function")o.currentParseCallback=e;else throw new Error("Argument must be a string or a function");n?.progressCallback?o.currentProgressCallback=n.progressCallback:o.currentProgressCallback=null,this.logCallback?(o.currentLogCallback=this.logCallback,o._ts_parser_enable_logger_wasm(this[0],1)):(o.currentLogCallback=null,o._ts_parser_enable_logger_wasm(this[0],0));let r=0,a=0;if(n?.includedRanges){r=n.includedRanges.length,a=o._calloc(r,pe);let d=a;for(let c=0;c<r;c++)Dn(d,n.includedRanges[c]),d+=pe}let s=o._ts_parser_parse_wasm(this[0],this[1],t?t[0]:0,a,r);if(!s)return o.currentParseCallback=null,o.currentLogCallback=null,o.currentProgressCallback=null,null;if(!this.language)throw new Error("Parser must have a language to parse");let l=new ks(Y,s,this.language,o.currentParseCallback);return o.currentParseCallback=null,o.currentLogCallback=null,o.currentProgressCallback=null,l}reset(){o._ts_parser_reset(this[0])}getIncludedRanges(){o._ts_parser_included_ranges_wasm(this[0]);let e=o.getValue(h,"i32"),t=o.getValue(h+g,"i32"),n=new Array(e);if(e>0){let r=t;for(let a=0;a<e;a++)n[a]=Fe(r),r+=pe;o._free(t)}return n}setLogger(e){if(!e)this.logCallback=null;else{if(typeof e!="function")throw new Error("Logger callback must be a function");this.logCallback=e}return this}getLogger(){return this.logCallback}},Ps=1,Es=2,xs=/[\w-]+/g,Ml={Zero:0,ZeroOrOne:1,ZeroOrMore:2,One:3,OneOrMore:4},On=u(e=>e.type==="capture","isCaptureStep"),Tt=u(e=>e.type==="string","isStringStep"),W={Syntax:1,NodeName:2,FieldName:3,CaptureName:4,PatternStructure:5},he=class zn extends Error{constructor(t,n,r,a){super(zn.formatMessage(t,n)),this.kind=t,this.info=n,this.index=r,this.length=a,this.name="QueryError"}kind;info;index;length;static{u(this,"QueryError")}static formatMessage(t,n){switch(t){case W.NodeName:return`Bad node name '${n.word}'`;case W.FieldName:return`Bad field name '${n.word}'`;case W.CaptureName:return`Bad capture name @${n.word}`;case W.PatternStructure:return`Bad pattern structure at offset ${n.suffix}`;case W.Syntax:return`Bad syntax at offset ${n.suffix}`}}};function Gn(e,t,n,r){if(e.length!==3)throw new Error(`Wrong number of arguments to \`#${n}\` predicate. Expected 2, got ${e.length-1}`);if(!On(e[1]))throw new Error(`First argument of \`#${n}\` predicate must be a capture. Got "${e[1].value}"`);let a=n==="eq?"||n==="any-eq?",s=!n.startsWith("any-");if(On(e[2])){let l=e[1].name,d=e[2].name;r[t].push(c=>{let _=[],m=[];for(let w of c)w.name===l&&_.push(w.node),w.name===d&&m.push(w.node);let f=u((w,C,x)=>x?w.text===C.text:w.text!==C.text,"compare");return s?_.every(w=>m.some(C=>f(w,C,a))):_.some(w=>m.some(C=>f(w,C,a)))})}else{let l=e[1].name,d=e[2].value,c=u(m=>m.text===d,"matches"),_=u(m=>m.text!==d,"doesNotMatch");r[t].push(m=>{let f=[];for(let C of m)C.name===l&&f.push(C.node);let w=a?c:_;return s?f.every(w):f.some(w)})}}u(Gn,"parseAnyPredicate");function Jn(e,t,n,r){if(e.length!==3)throw new Error(`Wrong number of arguments to \`#${n}\` predicate. Expected 2, got ${e.length-1}.`);if(e[1].type!=="capture")throw new Error(`First argument of \`#${n}\` predicate must be a capture. Got "${e[1].value}".`);if(e[2].type!=="string")throw new Error(`Second argument of \`#${n}\` predicate must be a string. Got @${e[2].name}.`);let a=n==="match?"||n==="any-match?",s=!n.startsWith("any-"),l=e[1].name,d=new RegExp(e[2].value);r[t].push(c=>{let _=[];for(let f of c)f.name===l&&_.push(f.node.text);let m=u((f,w)=>w?d.test(f):!d.test(f),"test");return _.length===0?!a:s?_.every(f=>m(f,a)):_.some(f=>m(f,a))})}u(Jn,"parseMatchPredicate");function Kn(e,t,n,r){if(e.length<2)throw new Error(`Wrong number of arguments to \`#${n}\` predicate. Expected at least 1. Got ${e.length-1}.`);if(e[1].type!=="capture")throw new Error(`First argument of \`#${n}\` predicate must be a capture. Got "${e[1].value}".`);let a=n==="any-of?",s=e[1].name,l=e.slice(2);if(!l.every(Tt))throw new Error(`Arguments to \`#${n}\` predicate must be strings.".`);let d=l.map(c=>c.value);r[t].push(c=>{let _=[];for(let m of c)m.name===s&&_.push(m.node.text);return _.length===0?!a:_.every(m=>d.includes(m))===a})}u(Kn,"parseAnyOfPredicate");function Xn(e,t,n,r,a){if(e.length<2||e.length>3)throw new Error(`Wrong number of arguments to \`#${n}\` predicate. Expected 1 or 2. Got ${e.length-1}.`);if(!e.every(Tt))throw new Error(`Arguments to \`#${n}\` predicate must be strings.".`);let s=n==="is?"?r:a;s[t]||(s[t]={}),s[t][e[1].value]=e[2]?.value??null}u(Xn,"parseIsPredicate");function Yn(e,t,n){if(e.length<2||e.length>3)throw new Error(`Wrong number of arguments to \`#set!\` predicate. Expected 1 or 2. Got ${e.length-1}.`);if(!e.every(Tt))throw new Error('Arguments to `#set!` predicate must be strings.".');n[t]||(n[t]={}),n[t][e[1].value]=e[2]?.value??null}u(Yn,"parseSetDirective");function Qn(e,t,n,r,a,s,l,d,c,_,m){if(t===Ps){let f=r[n];s.push({type:"capture",name:f})}else if(t===Es)s.push({type:"string",value:a[n]});else if(s.length>0){if(s[0].type!=="string")throw new Error("Predicates must begin with a literal value");let f=s[0].value;switch(f){case"any-not-eq?":case"not-eq?":case"any-eq?":case"eq?":Gn(s,e,f,l);break;case"any-not-match?":case"not-match?":case"any-match?":case"match?":Jn(s,e,f,l);break;case"not-any-of?":case"any-of?":Kn(s,e,f,l);break;case"is?":case"is-not?":Xn(s,e,f,_,m);break;case"set!":Yn(s,e,c);break;default:d[e].push({operator:f,operands:s.slice(1)})}s.length=0}}u(Qn,"parsePattern");var Fn=de(e=>{o._ts_query_delete(e)}),Il=class{static{u(this,"Query")}0=0;exceededMatchLimit;textPredicates;captureNames;captureQuantifiers;predicates;setProperties;assertedProperties;refutedProperties;matchLimit;constructor(e,t){let n=o.lengthBytesUTF8(t),r=o._malloc(n+1);o.stringToUTF8(t,r,n+1);let a=o._ts_query_new(e[0],r,n,h,h+g);if(!a){let y=o.getValue(h+g,"i32"),A=o.getValue(h,"i32"),k=o.UTF8ToString(r,A).length,M=t.slice(k,k+100).split(`
`)[0],S=M.match(xs)?.[0]??"";switch(o._free(r),y){case W.Syntax:throw new he(W.Syntax,{suffix:`${k}: '${M}'...`},k,0);case W.NodeName:throw new he(y,{word:S},k,S.length);case W.FieldName:throw new he(y,{word:S},k,S.length);case W.CaptureName:throw new he(y,{word:S},k,S.length);case W.PatternStructure:throw new he(y,{suffix:`${k}: '${M}'...`},k,0)}}let s=o._ts_query_string_count(a),l=o._ts_query_capture_count(a),d=o._ts_query_pattern_count(a),c=new Array(l),_=new Array(d),m=new Array(s);for(let y=0;y<l;y++){let A=o._ts_query_capture_name_for_id(a,y,h),k=o.getValue(h,"i32");c[y]=o.UTF8ToString(A,k)}for(let y=0;y<d;y++){let A=new Array(l);for(let k=0;k<l;k++){let M=o._ts_query_capture_quantifier_for_id(a,y,k);A[k]=M}_[y]=A}for(let y=0;y<s;y++){let A=o._ts_query_string_value_for_id(a,y,h),k=o.getValue(h,"i32");m[y]=o.UTF8ToString(A,k)}let f=new Array(d),w=new Array(d),C=new Array(d),x=new Array(d),U=new Array(d);for(let y=0;y<d;y++){let A=o._ts_query_predicates_for_pattern(a,y,h),k=o.getValue(h,"i32");x[y]=[],U[y]=[];let M=new Array,S=A;for(let X=0;X<k;X++){let N=o.getValue(S,"i32");S+=g;let I=o.getValue(S,"i32");S+=g,Qn(y,N,I,c,m,M,U,x,f,w,C)}Object.freeze(U[y]),Object.freeze(x[y]),Object.freeze(f[y]),Object.freeze(w[y]),Object.freeze(C[y])}o._free(r),this[0]=a,this.captureNames=c,this.captureQuantifiers=_,this.textPredicates=U,this.predicates=x,this.setProperties=f,this.assertedProperties=w,this.refutedProperties=C,this.exceededMatchLimit=!1,Fn?.register(this,a,this)}delete(){Fn?.unregister(this),o._ts_query_delete(this[0]),this[0]=0}matches(e,t={}){let n=t.startPosition??L,r=t.endPosition??L,a=t.startIndex??0,s=t.endIndex??0,l=t.startContainingPosition??L,d=t.endContainingPosition??L,c=t.startContainingIndex??0,_=t.endContainingIndex??0,m=t.matchLimit??4294967295,f=t.maxStartDepth??4294967295,w=t.progressCallback;if(typeof m!="number")throw new Error("Arguments must be numbers");if(this.matchLimit=m,s!==0&&a>s)throw new Error("`startIndex` cannot be greater than `endIndex`");if(r!==L&&(n.row>r.row||n.row===r.row&&n.column>r.column))throw new Error("`startPosition` cannot be greater than `endPosition`");if(_!==0&&c>_)throw new Error("`startContainingIndex` cannot be greater than `endContainingIndex`");if(d!==L&&(l.row>d.row||l.row===d.row&&l.column>d.column))throw new Error("`startContainingPosition` cannot be greater than `endContainingPosition`");w&&(o.currentQueryProgressCallback=w),b(e),o._ts_query_matches_wasm(this[0],e.tree[0],n.row,n.column,r.row,r.column,a,s,l.row,l.column,d.row,d.column,c,_,m,f);let C=o.getValue(h,"i32"),x=o.getValue(h+g,"i32"),U=o.getValue(h+2*g,"i32"),y=new Array(C);this.exceededMatchLimit=!!U;let A=0,k=x;for(let M=0;M<C;M++){let S=o.getValue(k,"i32");k+=g;let X=o.getValue(k,"i32");k+=g;let N=new Array(X);if(k=bt(this,e.tree,k,S,N),this.textPredicates[S].every(I=>I(N))){y[A]={patternIndex:S,captures:N};let I=this.setProperties[S];y[A].setProperties=I;let Q=this.assertedProperties[S];y[A].assertedProperties=Q;let Z=this.refutedProperties[S];y[A].refutedProperties=Z,A++}}return y.length=A,o._free(x),o.currentQueryProgressCallback=null,y}captures(e,t={}){let n=t.startPosition??L,r=t.endPosition??L,a=t.startIndex??0,s=t.endIndex??0,l=t.startContainingPosition??L,d=t.endContainingPosition??L,c=t.startContainingIndex??0,_=t.endContainingIndex??0,m=t.matchLimit??4294967295,f=t.maxStartDepth??4294967295,w=t.progressCallback;if(typeof m!="number")throw new Error("Arguments must be numbers");if(this.matchLimit=m,s!==0&&a>s)throw new Error("`startIndex` cannot be greater than `endIndex`");if(r!==L&&(n.row>r.row||n.row===r.row&&n.column>r.column))throw new Error("`startPosition` cannot be greater than `endPosition`");if(_!==0&&c>_)throw new Error("`startContainingIndex` cannot be greater than `endContainingIndex`");if(d!==L&&(l.row>d.row||l.row===d.row&&l.column>d.column))throw new Error("`startContainingPosition` cannot be greater than `endContainingPosition`");w&&(o.currentQueryProgressCallback=w),b(e),o._ts_query_captures_wasm(this[0],e.tree[0],n.row,n.column,r.row,r.column,a,s,l.row,l.column,d.row,d.column,c,_,m,f);let C=o.getValue(h,"i32"),x=o.getValue(h+g,"i32"),U=o.getValue(h+2*g,"i32"),y=new Array;this.exceededMatchLimit=!!U;let A=new Array,k=x;for(let M=0;M<C;M++){let S=o.getValue(k,"i32");k+=g;let X=o.getValue(k,"i32");k+=g;let N=o.getValue(k,"i32");if(k+=g,A.length=X,k=bt(this,e.tree,k,S,A),this.textPredicates[S].every(I=>I(A))){let I=A[N],Q=this.setProperties[S];I.setProperties=Q;let Z=this.assertedProperties[S];I.assertedProperties=Z;let ce=this.refutedProperties[S];I.refutedProperties=ce,y.push(I)}}return o._free(x),o.currentQueryProgressCallback=null,y}predicatesForPattern(e){return this.predicates[e]}disableCapture(e){let t=o.lengthBytesUTF8(e),n=o._malloc(t+1);o.stringToUTF8(e,n,t+1),o._ts_query_disable_capture(this[0],n,t),o._free(n)}disablePattern(e){if(e>=this.predicates.length)throw new Error(`Pattern index is ${e} but the pattern count is ${this.predicates.length}`);o._ts_query_disable_pattern(this[0],e)}didExceedMatchLimit(){return this.exceededMatchLimit}startIndexForPattern(e){if(e>=this.predicates.length)throw new Error(`Pattern index is ${e} but the pattern count is ${this.predicates.length}`);return o._ts_query_start_byte_for_pattern(this[0],e)}endIndexForPattern(e){if(e>=this.predicates.length)throw new Error(`Pattern index is ${e} but the pattern count is ${this.predicates.length}`);return o._ts_query_end_byte_for_pattern(this[0],e)}patternCount(){return o._ts_query_pattern_count(this[0])}captureIndexForName(e){return this.captureNames.indexOf(e)}isPatternRooted(e){return o._ts_query_is_pattern_rooted(this[0],e)===1}isPatternNonLocal(e){return o._ts_query_is_pattern_non_local(this[0],e)===1}isPatternGuaranteedAtStep(e){return o._ts_query_is_pattern_guaranteed_at_step(this[0],e)===1}};async function nr(e="auto"){if(e==="wasm")return er("asked for");try{return Ns()}catch(t){return er(t instanceof Error?Os(t.message):String(t))}}var Rs=16*1024,St=Is(import.meta.url);function Ns(){let e=St("tree-sitter"),t=new e;return t.setLanguage(St("tree-sitter-java")),{parserKind:{kind:"native"},parse(n,r){let a=t.parse(rr(n));if(a===void 0)throw new Error("tree-sitter gave no tree");return r(a.rootNode)}}}async function er(e){let t=await Zn(tr("web-tree-sitter","web-tree-sitter.wasm")),n=await Zn(tr("tree-sitter-java","tree-sitter-java.wasm"));await Ct.init({wasmBinary:t});let r=new Ct;return r.setLanguage(await kt.load(n)),{parserKind:{kind:"wasm",reason:e},parse(a,s){let l=r.parse(rr(a));if(l===null)throw new Error("web-tree-sitter gave no tree");try{return s(l.rootNode)}finally{l.delete()}}}}function rr(e){return t=>t<e.length?e.slice(t,t+Rs):void 0}function tr(e,t){let n=Ls(new URL(t,import.meta.url));return Ms(n)?n:St.resolve(`${e}/${t}`)}function Os(e){return e.split(`
`,1)[0]??e}function J(e){let t=[],n=0;for(;n<e.length;){let r=Us(e,n),a=Vs(r,e,n);t.push(a===n+1?Bs(r,e,n):ir(r,e.slice(n,a))),n=a}return t}var Fs=new Set("abstract assert boolean break byte case catch char class const continue default do double else enum extends false final finally float for goto if implements import instanceof int interface long native new null package private protected public return short static strictfp super switch synchronized this throw throws transient true try void volatile while".split(" "));function ir(e,t){return{kind:e==="identifier"&&Fs.has(t)?"keyword":e,text:t}}var ar=new Array(128);function Bs(e,t,n){let r=t.charCodeAt(n),a=ar[r];if(a!==void 0)return a;let s=Object.freeze(ir(e,t.charAt(n)));return r<128&&(ar[r]=s),s}var js=39,or=34,lr=42,Ds=46,sr=47,ue=92,dr=10,ur=13,Be=Array.from({length:128},(e,t)=>{let n=String.fromCharCode(t);return/[\w$]/.test(n)?/\d/.test(n)?"number":"identifier":/\s/.test(n)?"space":t===js||t===or?"string":"operator"}),Ws=Be.map(e=>e==="identifier"||e==="number");function Us(e,t){let n=e.charCodeAt(t),r=Be[n];if(r===void 0)return Hs(e,t);if(r!=="operator")return r;let a=e.charCodeAt(t+1);return n===sr&&(a===sr||a===lr)?"comment":n===Ds&&Be[a]==="number"?"number":n===ue&&mt(e,t)>t?"identifier":"operator"}function Hs(e,t){return e.charAt(t)==="\uFEFF"?"space":je(cr,e,t)>t?"identifier":"operator"}function Vs(e,t,n){switch(e){case"identifier":case"keyword":return qs(t,n);case"space":return $s(t,n);case"operator":return Js(t,n);case"number":return je(Ks,t,n);case"string":return Xs(t,n);case"comment":return Qs(t,n)}}var cr=/[\p{ID_Continue}\p{Sc}\p{Pc}]+/uy;function qs(e,t){let n=t;for(;;){let r=e.charCodeAt(n);if(Ws[r])n+=1;else if(r===ue||r>=128){let a=r===ue?mt(e,n):je(cr,e,n);if(a===n)return n;n=a}else return n}}function $s(e,t){let n=t+1;for(;Be[e.charCodeAt(n)]==="space";)n+=1;return n}var zs=Array.from({length:128},(e,t)=>"=<&|+->:.".includes(String.fromCharCode(t))),Gs=/>=|<<?=?|->|--|\+\+|&&|\|\||::|\.\.\.|[-+*/%&|^!=]=|\\u+[\da-fA-F]{4}|./suy;function Js(e,t){let n=e.charCodeAt(t);return n<128&&n!==ue&&!zs[e.charCodeAt(t+1)]?t+1:je(Gs,e,t)}var Ks=/(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][-+]?[\d_]*)?|0[bB][01_]+|(?:\d[\d_]*)?(?:\.[\d_]*)?(?:[eE][-+]?\d[\d_]*)?)[lLfFdD]?/y;function Xs(e,t){if(e.startsWith('"""',t))return Ys(e,t);let n=e.charCodeAt(t);for(let r=t+1;r<e.length;r+=1){let a=e.charCodeAt(r);if(a===n)return r+1;if(a===dr||a===ur)return r;a===ue&&!_r(e.charCodeAt(r+1))&&(r+=1)}return e.length}function Ys(e,t){for(let n=t+3;n<e.length;n+=1){let r=e.charCodeAt(n);if(r===ue)n+=1;else if(r===or&&e.startsWith('"""',n))return n+3}return e.length}function Qs(e,t){if(e.charCodeAt(t+1)===lr){let r=e.indexOf("*/",t+2);return r<0?e.length:r+2}let n=t+2;for(;n<e.length&&!_r(e.charCodeAt(n));)n+=1;return n}function _r(e){return e===dr||e===ur}function je(e,t,n){return e.lastIndex=n,e.test(t)?e.lastIndex:n}function fr(e){let t=new At(e),n=t.isModule?mr:[...mr,ii];for(let r=0;r<t.length;r+=1)for(let a of n)a(t,r);return t.toString()}var At=class{#t;#e;constructor(t){this.#t=t.map(Zs),this.#e=t.flatMap(({kind:n},r)=>n==="space"||n==="comment"?[]:[r])}get length(){return this.#e.length}get isModule(){let t=this.#e.findIndex((n,r)=>this.at(r)==="module"&&this.isWord(r+1));return t>=0&&this.at(this.nameEnd(t+1))==="{"}at(t){return this.#t[this.#e[t]??-1]??""}isWord(t){return/^[\p{ID_Start}_$]/u.test(this.at(t))}nameEnd(t){let n=t+1;for(;this.at(n)==="."&&this.isWord(n+1);)n+=2;return n}annotationEnd(t){let n=this.nameEnd(t+1);return this.at(n)==="("?this.closed(n,"(",")"):n}closed(t,n,r){let a=0;for(let s=t;s<this.length;s+=1)if(this.at(s)===n&&(a+=1),this.at(s)===r&&(a-=1),a===0)return s+1;return this.length}write(t,n){let r=this.#e[t];r!==void 0&&(this.#t[r]=n)}blank(t,n){for(let r=t;r<n;r+=1)this.write(r," ".repeat(this.at(r).length))}toString(){return this.#t.join("")}};function Zs({kind:e,text:t}){switch(e){case"identifier":return t.replace(/\\|[^\P{Sc}$]/gu,n=>"$".repeat(n.length));case"number":return t.replace(/_/g,"0");default:return t===""?" ":t}}var mr=[ei,ti,ni,ri,si];function ei(e,t){e.at(t)==="import"&&e.at(t+1)==="module"&&e.isWord(t+2)&&e.blank(t+1,t+2)}function ti(e,t){let n=e.at(t);(n==="this"||n==="super")&&e.at(t+1)==="("&&e.at(t-1)!==">"&&e.write(t,`$${n.slice(1)}`)}function ni(e,t){let n=t;for(;e.at(n)==="@"&&e.isWord(n+1);)n=e.annotationEnd(n);n>t&&e.at(n)==="..."&&e.blank(t,n)}function ri(e,t){if(e.at(t)!=="case")return;let n=0,r=-1,a=t+1;for(;a<e.length;a+=1){let s=e.at(a);if(ai.has(s)||s==="when"&&a>t+1&&e.at(a-1)!==",")break;(s==="("||s==="<")&&(n+=1),(s===")"||s===">")&&(n-=1),s===","&&n===0&&r<0&&(r=a)}r>=0&&e.blank(r,a),hr(e,t+1,r>=0?r:a)}var ai=new Set(["->",":",";","{","}"]);function si(e,t){if(e.at(t)!=="instanceof")return;let n=t+1;for(;e.at(n)==="final"||e.at(n)==="@";)n=e.at(n)==="@"?e.annotationEnd(n):n+1;n=e.nameEnd(n),e.at(n)==="<"&&(n=e.closed(n,"<",">")),e.at(n)==="("&&hr(e,t+1,e.closed(n,"(",")"))}function hr(e,t,n){for(let r=t;r<n;r+=1){let a=e.at(r);a==="."&&e.isWord(r-1)&&e.isWord(r+1)&&e.write(r,"$"),a==="final"&&e.blank(r,r+1),a==="@"&&e.blank(r,e.annotationEnd(r))}}function ii(e,t){let n=e.at(t);switch(n){case"record":if(e.isWord(t+1)&&/^[(<]$/.test(e.at(t+2)))return;break;case"sealed":if(e.isWord(t+1)||e.at(t+1)==="@")return;break;case"open":case"module":case"with":break;default:return}e.write(t,`$${n.slice(1)}`)}function K(e){return oi.test(e)?e:Mt(xt(ke(J(e))))}var oi=/^[\w.$<>[\]]*$/;function Pt(e){return yr(xt(ke(J(e)).slice(1,-1))).flatMap(t=>{let n=t.filter(l=>l.text!=="final"),r=n.findLastIndex(l=>l.kind==="identifier"||l.text==="this"),a=n[r];if(a===void 0||a.text==="this")return[];let s=[...n.slice(0,r),...n.slice(r+1)];return[{type:Mt(s),name:a.text}]})}function Et(e){return yr(xt(ke(J(e)).slice(1))).map(Mt)}function pr(e){if(li.test(e))return e.split(" ");let t=[],n=J(e);for(let r=ae(n,0);r<n.length;){let a=di(n,r);t.push(_i(n.slice(r,a))),r=ae(n,a)}return t}var li=/^@?\w+(?: @?\w+)*$/;function di(e,t){switch(e[t]?.text){case"@":return wr(e,t);case"non":return t+3;default:return t+1}}function xt(e){if(!e.some(r=>r.text==="@"))return e;let t=[],n=0;for(let[r,a]of e.entries())r<n||(n=a.text==="@"?wr(e,r):r+1,a.text!=="@"&&t.push(a));return t}function wr(e,t){let n=ae(e,t+1)+1;for(let a=ae(e,n);e[a]?.text===".";a=ae(e,n))n=ae(e,a+1)+1;let r=ae(e,n);return e[r]?.text==="("?ui(e,r):n}function ae(e,t){let n=t;for(;e[n]?.kind==="space"||e[n]?.kind==="comment";)n+=1;return n}function ui(e,t){let n=0;for(let r=t;r<e.length;r+=1)if(e[r]?.text==="("&&(n+=1),e[r]?.text===")"&&(n-=1),n===0)return r+1;return e.length}function yr(e){if(e.length===0)return[];let t=[],n=[],r=0;for(let a of e)a.text==="<"&&(r+=1),a.text===">"&&(r-=1),a.text===","&&r===0?(t.push(n),n=[]):n.push(a);return t.push(n),t}function Mt(e){let t="",n;for(let r of e)n!==void 0&&ci(n,r)&&(t+=" "),t+=r.text,n=r;return t}function ci(e,t){return e.text===","||e.text==="&"||t.text==="&"?!0:(gr(e)||e.text==="?")&&gr(t)}function gr(e){return e.kind==="identifier"||e.kind==="keyword"}function _i(e){return e.map(t=>t.text).join("")}function br(e,t){let n,r,a,s=[],l="",d=[];for(let c of e.namedChildren)switch(c.type){case"modifiers":case"annotation":case"marker_annotation":d.push(...pr(B(c,t)));break;case"identifier":n=c;break;case"formal_parameters":a=B(c,t);break;case"dimensions":l+=K(B(c,t));break;case"throws":s=Et(B(c,t));break;case"block":case"constructor_body":r=c;break;case"type_parameters":case"line_comment":case"block_comment":break;default:l=K(B(c,t))}if(!(n===void 0||r===void 0))return{modifiers:d,returnType:l,name:n,parameters:a,throws:s,body:r}}function vr(e,t){let n="",r,a,s=[];for(let d of e.namedChildren)switch(d.type){case"identifier":n=B(d,t);break;case"formal_parameters":r=B(d,t);break;case"superclass":case"super_interfaces":case"extends_interfaces":s.push(...Et(B(d,t)));break;case"class_body":case"interface_body":case"enum_body":case"annotation_type_body":a=d}let l=kr[e.type];return a===void 0||l===void 0?void 0:{name:n,kind:l,supertypes:s,components:r,body:a}}var kr={class_declaration:"class",record_declaration:"record",interface_declaration:"interface",enum_declaration:"enum",annotation_type_declaration:"annotation"},It=Object.keys(kr);function Cr(e,t){let n=[],r;for(let a of e.namedChildren)if(!(a.type==="modifiers"||De(a)))if(a.type==="variable_declarator"){let s=K(B(a.childForFieldName("dimensions"),t)),l=B(a.childForFieldName("name"),t);n.push({type:(r??"")+s,name:l,node:a})}else r??=K(B(a,t));return n}function De(e){return e.type==="line_comment"||e.type==="block_comment"}function B(e,t){return e==null?"":t.slice(e.startIndex,e.endIndex)}function Tr(e,t){let n=new Lt(t,e.hasError);n.readFile(e);let{packageName:r,imports:a,types:s,units:l}=n;return{packageName:r,imports:a,types:s,units:l}}var Lt=class{packageName="";imports=[];types=[];units=[];#t=new Map;#e;#n;constructor(t,n){this.#e=t,this.#n=n}readFile(t){let n={typeName:"",depth:-1,components:void 0,anonymous:new Map,fields:[]};this.#r(t,n)}#r(t,n){let r="",a;for(let s of t.namedChildren){if(De(s)){let l=this.#i(s);l.startsWith("/**")&&l!=="/**/"&&(r=l);continue}this.#a(a)||this.#s(s,n,r),r="",a=s}}#a(t){return t?.isError===!0&&!/[;{}]$/.test(this.#i(t))}#s(t,n,r){switch(t.type){case"package_declaration":this.packageName=K(this.#i(t.namedChildren.findLast(a=>!De(a))));break;case"import_declaration":this.imports.push(K(this.#i(t).replace(/^import\s+(?:static\s+)?|\s*;$/g,"")));break;case"method_declaration":this.#_(t,n,"method",r);break;case"constructor_declaration":this.#_(t,n,"constructor",r);break;case"compact_constructor_declaration":this.#_(t,n,"compact-constructor",r);break;case"field_declaration":case"constant_declaration":case"local_variable_declaration":this.#c(t,n);break;case"enum_constant":this.#d(t,n);break;case"enum_body_declarations":this.#r(t,n);break;case"static_initializer":this.#u(t,"static",n);break;case"block":this.#u(t,"init",n);break;default:It.includes(t.type)&&this.#o(t,n,"member")}}#o(t,n,r){let a=vr(t,this.#e.text);if(a===void 0)return;let{kind:s,supertypes:l,components:d,body:c}=a,_=this.#f(c),m=r==="local"||_===n.depth+1,f={name:We(n,a.name),kind:s,supertypes:l};this.#l(c,f,m?_:Number.NaN,d)}#l(t,n,r,a){let s=a===void 0?[]:Pt(a);this.types.push({...n,fields:s}),r<mi&&this.#r(t,{typeName:n.name,depth:r,components:a,anonymous:new Map,fields:s})}#c(t,n){for(let{type:r,name:a,node:s}of Cr(t,this.#e.text))n.fields.push({type:r,name:a}),this.#u(s,a,n)}#d(t,n){let r=this.#i(t.childForFieldName("name")),a=n.typeName.slice(n.typeName.lastIndexOf(".")+1);if(n.fields.push({type:a,name:r}),t.hasError)return;let s=t.childForFieldName("arguments");s!==null&&this.#u(s,r,n);let l=t.childForFieldName("body");l!==null&&this.#l(l,{name:We(n,r),kind:"anonymous",supertypes:[a]},n.depth+1)}#u(t,n,r){if(t.hasError||!this.#m(r)||!this.#i(t).includes("{"))return;let a=t.startIndex;for(let s of t.descendantsOfType(fi))s.startIndex<a||(a=s.endIndex,s.type==="class_body"?this.#h(s,n,r):this.#o(s,r,"local"))}#h(t,n,r){let a=(r.anonymous.get(n)??0)+1;r.anonymous.set(n,a);let s=K(this.#i(t.parent?.childForFieldName("type"))),l=We(r,`${n}$${a}`);this.#l(t,{name:l,kind:"anonymous",supertypes:[s]},this.#f(t))}#_(t,n,r,a){if(t.hasError||!this.#m(n))return;let s=br(t,this.#e.text);if(s===void 0||!this.#g(s.body,n))return;let l=r==="method"?this.#i(s.name):Gt,d=Pt((r==="compact-constructor"?n.components:s.parameters)??"()"),c=`${l}(${d.map(_=>_.type).join(",")})`;this.units.push({id:this.#p(`${this.#e.path}#${We(n,c)}`),path:this.#e.path,typeName:n.typeName,kind:r,name:l,parameters:d,returnType:s.returnType,modifiers:s.modifiers,throws:s.throws,javadoc:a,declaration:{start:t.startIndex,end:t.endIndex},body:{start:s.body.startIndex,end:s.body.endIndex},line:this.#e.lineAt(s.name.startIndex)})}#m(t){return!this.#n||t.typeName!==""}#g(t,n){let r=this.#e.braces.get(t.startIndex);return r===void 0||r.end!==t.endIndex||r.depth!==n.depth+1?!1:t.endIndex<=this.#e.trustedUntil}#f(t){return this.#e.braces.get(t.startIndex)?.depth??Number.NaN}#p(t){let n=(this.#t.get(t)??0)+1;return this.#t.set(t,n),n===1?t:`${t}~${n}`}#i(t){return B(t,this.#e.text)}},mi=200,fi=["class_body",...It];function We(e,t){return e.typeName===""?t:`${e.typeName}.${t}`}async function Ar(e={}){let t=await nr(e.parser);return{name:"java",extensions:[".java"],parserKind:t.parserKind,parse:(n,r)=>hi(t,n,r),tokenize:J,isBody:n=>pi(t,n)}}function hi(e,t,n){let r=J(n),a=ht(r),s=yi(n),l=a[0]??Number.POSITIVE_INFINITY,d={path:t,text:n,braces:ct(r),trustedUntil:l,lineAt:s};return Pr(e,n,r,c=>({path:t,text:n,...Tr(c,d),errorLines:wi([...gi(c),...a].sort((_,m)=>_-m).map(s))}))}function Pr(e,t,n,r){let[a,s]=e.parse(Sr(t),l=>l.hasError?[!1]:[!0,r(l)]);return a?s:e.parse(Sr(fr(n)),r)}function Sr(e){return e.includes("\r")?e.replace(/\r(?!\n)/g,`
`):e}function gi(e){let t=[],n=[e];for(let r=n.pop();r!==void 0;r=n.pop())if(r.isError||r.isMissing)t.push(r.startIndex);else if(r.hasError)for(let a of r.children)n.push(a);return t}function pi(e,t){return["class A { void a() ","class A { A() "].some(n=>{let r=`${n}${t} }`,a=J(r);return ct(a).get(n.length)?.end!==n.length+t.length||ht(a).length>0?!1:Pr(e,r,a,s=>!s.hasError&&s.namedChildren.length===1)})}function wi(e){return[...new Set(e)]}function yi(e){let t=[];for(let n=e.indexOf(`
`);n>=0;n=e.indexOf(`
`,n+1))t.push(n);return n=>{let r=0,a=t.length;for(;r<a;){let s=r+a>>1;(t[s]??n)<n?r=s+1:a=s}return r+1}}async function Er(e={}){let t=[await Ar(e.java)],n=new Map;for(let r of t)for(let a of r.extensions)n.set(a,r);return{languages:t,forPath:r=>n.get(bi(r).toLowerCase())}}var Mr=Wr(Ur(),1);import{dirname as vi,resolve as xr}from"node:path";function ki(e,t,n){let r=[],a=null;return{async open(s,l,d){let{secrets:c}=t,_=s===void 0&&Dt(l)?await Ti(l,e):null,m=await Ci(_?.reference??s,e),f={secrets:c,warn:n,folder:m.folder},w;if(xi(m.entry)){let{openAnswerCache:C,openLanguageModel:x}=await import("./part-AEZIO5YC.js");e.useCache&&(a??=C(t.answersFolder,{warn:n})),w=await x(m.entry,f,e.budget,{repository:l,languages:d,cache:a})}else w=await Mi(m.entry?.path,f,e,{repository:l,languages:d});return w!==null&&r.push(w),w!==null&&_!==null&&Si(_,w,n),w},async names(){return e.modelsFile===null?[void 0]:[...(await Rt(e.modelsFile)).keys()]},async close(){for(let{model:s}of r)await s.close?.();await a?.close()}}}async function Ci(e,{modelsFile:t,baseUrl:n,areSeveral:r=!1}){let a=process.cwd(),s=t===null?null:{path:t,entries:await Rt(t)},l=e??(s===null?void 0:Ai(s.path,s.entries)),d=l===void 0?void 0:s?.entries.get(l);if(!r&&n!==null&&(d!==void 0||l?.startsWith("openai:")!==!0))throw new v("bad-setting","--base-url is for --model openai:NAME","Leave it out, or name such a model.");if(d!==void 0&&s!==null)return{entry:d,folder:vi(xr(s.path))};if(l===void 0||l==="embedded")return{entry:null,folder:a};let[,c="",_=""]=/^([a-z]+):(.*)$/s.exec(l)??[];return c===""||!jt(c)?{entry:{provider:"embedded",path:Pi(l,s)},folder:a}:{entry:Yt(c,Ei(c,_,n),`--model ${l}`),folder:a}}async function Ti(e,{modelsFile:t}){let n=rt(e),r=await n.champion();if(r===null)return null;let a=n.pathOf(r);if(t!==null)return a===null&&(await Rt(t)).has(r.name)?{...r,reference:r.name}:null;if(a!==null)return{...r,reference:a};throw new v("bad-setting",`the champion of this clone, ${JSON.stringify(r.name)}, is a model of your own file of models`,"Name that file with --models, or choose another model with --model.")}function Si(e,{model:t},n){if(t.card.fingerprint!==e.fingerprint){if(e.copy===null){n(`${e.name} is set otherwise in --models than when it was promoted`);return}throw new v("bad-model-file",`the copy of the champion, ${e.reference}, is another model than the one that was promoted`,"Return to the one before with `palimpsest promote --rollback`, or choose a model with --model.")}}async function Rt(e){return ze(await Ce(e),e)}function Ai(e,t){if(t.size===1)return[...t.keys()][0];throw new v("bad-setting",`${e} names ${t.size} models`,`Choose one with --model: ${[...t.keys()].join(", ")}.`)}function Pi(e,t){if(t===null||/[/\\]|\.palimpsest$/.test(e))return e;let n=[...t.entries.keys()];throw new v("bad-setting",`${t.path} names no model ${JSON.stringify(e)}`,`Did you mean ${JSON.stringify((0,Mr.closest)(e,n))}? It names ${n.join(", ")}.`)}function Ei(e,t,n){switch(e){case"openai":if(n!==null)return{model:t,"base-url":n};throw new v("bad-setting",`--model openai:${t} does not say where the server is`,"Add --base-url, such as http://127.0.0.1:8000/v1.");case"gguf":case"embedded":return{path:t};case"command":return{command:t};default:return e}}function xi(e){return e!==null&&e.provider!=="embedded"}function Mi(e,{folder:t},{budget:n,areSeveral:r=!1},a){if(!r&&Object.values(n).some(s=>s!==null))throw new v("bad-setting","the embedded model costs nothing: there is no budget to keep","Leave out --max-methods, --max-tokens and --max-cost; for a part of the methods there is evaluate --sample.");return Jt(e===void 0?null:xr(t,e),a.repository,a.languages)}var Ir={"Anagrams.java":`import java.util.Arrays;

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
`};var Ii=/^\/\/ trial of (\w+)\n/m,Nt=Object.entries(Ir).map(([e,t])=>Li(e,t));function Li(e,t){let[n="",r="",a=""]=t.split(Ii);return{name:e.replace(/\.java$/,""),path:e,text:`${n.trimEnd()}
`,method:r,trial:a}}import{randomUUID as Bi}from"node:crypto";import{mkdir as ji,mkdtemp as Di,rm as Wi,writeFile as Ui}from"node:fs/promises";import{availableParallelism as Hi,tmpdir as Nr}from"node:os";import{join as Ot}from"node:path";var Lr=`import java.util.Objects;

final class Check {
    private Check() {}

    static void same(Object expected, Object actual) {
        if (!Objects.deepEquals(expected, actual)) throw new AssertionError(expected + " expected, " + actual + " came");
    }

    static void near(double expected, double actual) {
        if (!(Math.abs(expected - actual) <= 1e-9 * Math.max(1, Math.abs(expected)))) {
            throw new AssertionError(expected + " expected, " + actual + " came");
        }
    }

    static void refuses(Runnable call) {
        try {
            call.run();
        } catch (IllegalArgumentException expected) {
            return;
        }
        throw new AssertionError("IllegalArgumentException expected");
    }
}
`,Rr=`final class Start {
    public static void main(String[] arguments) {
        Trial.run();
        System.out.println(arguments[0]);
    }
}
`;import{spawn as Ri}from"node:child_process";var Ni=1e6,Oi=4096;async function Ue([e="",...t],n){let{folder:r,timeoutMs:a,signal:s}=n;s.throwIfAborted();let l=Ri(e,t,{cwd:r,env:Fi(r),stdio:["ignore","pipe","ignore"],detached:process.platform!=="win32"}),d=()=>{try{l.pid!==void 0&&process.platform!=="win32"?process.kill(-l.pid,"SIGKILL"):l.kill("SIGKILL")}catch{}},[c,_,m]=["",0,!1];l.stdout.setEncoding("utf8").on("data",w=>{_+=w.length,c=(c+w).slice(-Oi),_>Ni&&d()});let f=setTimeout(()=>{m=!0,d()},a);s.addEventListener("abort",d,{once:!0});try{let w=await new Promise(C=>{l.on("error",()=>C(null)),l.on("close",C)});return s.throwIfAborted(),{exitCode:w,timedOut:m,output:c}}finally{clearTimeout(f),s.removeEventListener("abort",d),d()}}function Fi(e){let{PATH:t,JAVA_HOME:n,SystemRoot:r}=process.env,s=Object.entries({PATH:t,JAVA_HOME:n,SystemRoot:r}).filter(([,l])=>l!==void 0);return{...Object.fromEntries(s),HOME:e,TMPDIR:e,LANG:"C.UTF-8"}}var Or=6e4,Vi=15e3,qi=4,$i=["-J-Xmx256m","-J-XX:+UseSerialGC","-J-XX:TieredStopAtLevel=1","-J-Xshare:auto"],zi=["-Xmx128m","-Xss1m","-XX:MaxMetaspaceSize=96m","-XX:+UseSerialGC","-XX:TieredStopAtLevel=1","-Xshare:auto"],Fr="-Djava.security.manager=default",Br=["unshare","--map-root-user","--net"];async function jr(e){let t=async r=>(await Ue(r,{folder:Nr(),timeoutMs:Or,signal:e})).exitCode===0;for(let r of["javac","java"])if(!await t([r,"-version"]))throw new v("jdk-missing",`--generalisation compiles and runs small Java programs, and ${r} cannot be started here`,"Put a JDK on PATH, or leave --generalisation out.");let n={network:await t([...Br,"java","-version"])?"none":"open",securityManager:await t(["java",Fr,"-version"])};return{isolation:n,concurrency:Math.min(qi,Hi()),run:(r,a,s)=>Xi(l=>Gi(l,r,a,n,s))}}async function Gi(e,t,n,r,a){let s={[t.path]:n,"Trial.java":t.trial,"Check.java":Lr,"Start.java":Rr};for(let[m,f]of Object.entries(s))await Ui(Ot(e,m),f);let l=Ot(e,"classes");await ji(l);let d=["javac",...$i,"-proc:none","-nowarn","-encoding","UTF-8","-d",l,"-cp",l];if((await Ue([...d,...Object.keys(s)],{folder:e,timeoutMs:Or,signal:a})).exitCode!==0)return"does-not-compile";let _=await Ue(Ji(l,r),{folder:l,timeoutMs:Vi,signal:a});return Ki(_)}var Dr=Bi();function Ji(e,{network:t,securityManager:n}){let r=n?[Fr]:[],a=["java",...zi,...r,"-cp",e,"Start",Dr];return t==="none"?[...Br,...a]:a}function Ki({exitCode:e,timedOut:t,output:n}){return t?"times-out":e===0&&n.trimEnd().endsWith(Dr)?"passes":"fails"}async function Xi(e){let t=await Di(Ot(Nr(),"palimpsest-trial-"));try{return await e(t)}finally{await Wi(t,{recursive:!0,force:!0})}}async function Yi(e){return{tasks:Nt,trials:await jr(e),foreign:Nt.map(({text:t})=>t)}}import{join as Qi}from"node:path";async function Zi({url:e,token:t,branch:n,folder:r,signal:a}){let s=Qi(r,"history.git"),l=["--bare","--quiet","--single-branch","--no-tags",`--branch=${n}`],{exitCode:d,stderr:c}=await D(r,["clone",...l,"--",e,s],{environment:t===null?{}:eo(e,t),signal:a});if(a.throwIfAborted(),d===0)return tt(s);let{message:_}=q("clone",c);throw new v("git-failed",`the history could not be cloned: ${_}`,"Check that git is there and that the token may read the repository.")}function eo(e,t){let n=Buffer.from(`x-access-token:${t}`).toString("base64");return{GIT_CONFIG_COUNT:"1",GIT_CONFIG_KEY_0:`http.${new URL(e).origin}/.extraheader`,GIT_CONFIG_VALUE_0:`AUTHORIZATION: basic ${n}`}}async function _u(e){let t=await Er({java:{parser:e.parser==="wasm"?"wasm":"auto"}}),[n]=t.languages;if(n===void 0)throw new Error("no language is registered");return{main:n,forPath:t.forPath}}async function mu(e){return await ie(e),ro(e)}function ro(e){return Cn(se(e,"ledger"))}async function fu(e,t,n,r){e===Wt(t)&&await ie(t),await te(e,n),await He(e,r)}async function hu({path:e},t){e!==null&&(await z(e),await He(e,t))}async function gu(e,t,n,r){let a=`${to("sha256").update(JSON.stringify(r)).digest("hex").slice(0,24)}.jsonl`;return t===null?lt(no(n.cacheFolder,e,a)):(await ie(t),lt(se(t,e,a)))}export{Xr as a,ma as b,tt as c,Sa as d,Aa as e,dn as f,mn as g,Oa as h,Fa as i,ki as j,Yi as k,Va as l,za as m,Ga as n,Zi as o,_u as p,mu as q,ro as r,fu as s,hu as t,gu as u};
