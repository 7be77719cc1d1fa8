import{createRequire as palimpsestRequire}from'node:module';const require=palimpsestRequire(import.meta.url);
import{a as so,b as io,c as mn,d as hn,e as pn,f as _n}from"./part-AHASUGKF.js";import{f as oo}from"./part-VBLLHUGH.js";import{a as je}from"./part-7ANVEJNY.js";import{b as $e}from"./part-H3OQTA3E.js";import{a as vt}from"./part-LGSCPJVM.js";import{a as Qr}from"./part-IEUE6N3D.js";import{b as Za,c as bt,d as un,e as eo}from"./part-7ONYH74T.js";import{a as Xa}from"./part-HNPJWEEV.js";import{e as to,h as am}from"./part-I3S3QS2G.js";import{a as V,b as De,c as we,d as dn,e as Xe,f as Ze,g as fn,i as gn,j as zr,k as ao,l as bn,m as et,o as uo,s as vn}from"./part-HGVTG5OH.js";import{b as co}from"./part-HPIX4ISY.js";import{a as no,b as ro}from"./part-MQ53BRQE.js";import{a as lo}from"./part-KATBHMVJ.js";import{a as yn,b as wn,c as Yr}from"./part-FINRNXEY.js";import{a as A}from"./part-DDKB5SOM.js";import{a as I,b as $}from"./part-LI5VOMHE.js";import{a as cn,c as C,e as Jr}from"./part-Z3UEU5DF.js";var O=C(G=>{"use strict";var Ns=Symbol.for("yaml.alias"),Rl=Symbol.for("yaml.document"),On=Symbol.for("yaml.map"),Fl=Symbol.for("yaml.pair"),xs=Symbol.for("yaml.scalar"),Rn=Symbol.for("yaml.seq"),ve=Symbol.for("yaml.node.type"),Cp=t=>!!t&&typeof t=="object"&&t[ve]===Ns,Pp=t=>!!t&&typeof t=="object"&&t[ve]===Rl,Mp=t=>!!t&&typeof t=="object"&&t[ve]===On,Lp=t=>!!t&&typeof t=="object"&&t[ve]===Fl,ql=t=>!!t&&typeof t=="object"&&t[ve]===xs,Ip=t=>!!t&&typeof t=="object"&&t[ve]===Rn;function Bl(t){if(t&&typeof t=="object")switch(t[ve]){case On:case Rn:return!0}return!1}function Np(t){if(t&&typeof t=="object")switch(t[ve]){case Ns:case On:case xs:case Rn:return!0}return!1}var xp=t=>(ql(t)||Bl(t))&&!!t.anchor;G.ALIAS=Ns;G.DOC=Rl;G.MAP=On;G.NODE_TYPE=ve;G.PAIR=Fl;G.SCALAR=xs;G.SEQ=Rn;G.hasAnchor=xp;G.isAlias=Cp;G.isCollection=Bl;G.isDocument=Pp;G.isMap=Mp;G.isNode=Np;G.isPair=Lp;G.isScalar=ql;G.isSeq=Ip});var Ct=C(Os=>{"use strict";var W=O(),z=Symbol("break visit"),Dl=Symbol("skip children"),_e=Symbol("remove node");function Fn(t,e){let n=jl(e);W.isDocument(t)?it(null,t.contents,n,Object.freeze([t]))===_e&&(t.contents=null):it(null,t,n,Object.freeze([]))}Fn.BREAK=z;Fn.SKIP=Dl;Fn.REMOVE=_e;function it(t,e,n,r){let s=$l(t,e,n,r);if(W.isNode(s)||W.isPair(s))return Ul(t,r,s),it(t,s,n,r);if(typeof s!="symbol"){if(W.isCollection(e)){r=Object.freeze(r.concat(e));for(let a=0;a<e.items.length;++a){let o=it(a,e.items[a],n,r);if(typeof o=="number")a=o-1;else{if(o===z)return z;o===_e&&(e.items.splice(a,1),a-=1)}}}else if(W.isPair(e)){r=Object.freeze(r.concat(e));let a=it("key",e.key,n,r);if(a===z)return z;a===_e&&(e.key=null);let o=it("value",e.value,n,r);if(o===z)return z;o===_e&&(e.value=null)}}return s}async function qn(t,e){let n=jl(e);W.isDocument(t)?await at(null,t.contents,n,Object.freeze([t]))===_e&&(t.contents=null):await at(null,t,n,Object.freeze([]))}qn.BREAK=z;qn.SKIP=Dl;qn.REMOVE=_e;async function at(t,e,n,r){let s=await $l(t,e,n,r);if(W.isNode(s)||W.isPair(s))return Ul(t,r,s),at(t,s,n,r);if(typeof s!="symbol"){if(W.isCollection(e)){r=Object.freeze(r.concat(e));for(let a=0;a<e.items.length;++a){let o=await at(a,e.items[a],n,r);if(typeof o=="number")a=o-1;else{if(o===z)return z;o===_e&&(e.items.splice(a,1),a-=1)}}}else if(W.isPair(e)){r=Object.freeze(r.concat(e));let a=await at("key",e.key,n,r);if(a===z)return z;a===_e&&(e.key=null);let o=await at("value",e.value,n,r);if(o===z)return z;o===_e&&(e.value=null)}}return s}function jl(t){return typeof t=="object"&&(t.Collection||t.Node||t.Value)?Object.assign({Alias:t.Node,Map:t.Node,Scalar:t.Node,Seq:t.Node},t.Value&&{Map:t.Value,Scalar:t.Value,Seq:t.Value},t.Collection&&{Map:t.Collection,Seq:t.Collection},t):t}function $l(t,e,n,r){if(typeof n=="function")return n(t,e,r);if(W.isMap(e))return n.Map?.(t,e,r);if(W.isSeq(e))return n.Seq?.(t,e,r);if(W.isPair(e))return n.Pair?.(t,e,r);if(W.isScalar(e))return n.Scalar?.(t,e,r);if(W.isAlias(e))return n.Alias?.(t,e,r)}function Ul(t,e,n){let r=e[e.length-1];if(W.isCollection(r))r.items[t]=n;else if(W.isPair(r))t==="key"?r.key=n:r.value=n;else if(W.isDocument(r))r.contents=n;else{let s=W.isAlias(r)?"alias":"scalar";throw new Error(`Cannot replace node with ${s} parent`)}}Os.visit=Fn;Os.visitAsync=qn});var Rs=C(Hl=>{"use strict";var Wl=O(),Op=Ct(),Rp={"!":"%21",",":"%2C","[":"%5B","]":"%5D","{":"%7B","}":"%7D"},Fp=t=>t.replace(/[!,[\]{}]/g,e=>Rp[e]),Pt=class t{constructor(e,n){this.docStart=null,this.docEnd=!1,this.yaml=Object.assign({},t.defaultYaml,e),this.tags=Object.assign({},t.defaultTags,n)}clone(){let e=new t(this.yaml,this.tags);return e.docStart=this.docStart,e}atDocument(){let e=new t(this.yaml,this.tags);switch(this.yaml.version){case"1.1":this.atNextDocument=!0;break;case"1.2":this.atNextDocument=!1,this.yaml={explicit:t.defaultYaml.explicit,version:"1.2"},this.tags=Object.assign({},t.defaultTags);break}return e}add(e,n){this.atNextDocument&&(this.yaml={explicit:t.defaultYaml.explicit,version:"1.1"},this.tags=Object.assign({},t.defaultTags),this.atNextDocument=!1);let r=e.trim().split(/[ \t]+/),s=r.shift();switch(s){case"%TAG":{if(r.length!==2&&(n(0,"%TAG directive should contain exactly two parts"),r.length<2))return!1;let[a,o]=r;return this.tags[a]=o,!0}case"%YAML":{if(this.yaml.explicit=!0,r.length!==1)return n(0,"%YAML directive should contain exactly one part"),!1;let[a]=r;if(a==="1.1"||a==="1.2")return this.yaml.version=a,!0;{let o=/^\d+\.\d+$/.test(a);return n(6,`Unsupported YAML version ${a}`,o),!1}}default:return n(0,`Unknown directive ${s}`,!0),!1}}tagName(e,n){if(e==="!")return"!";if(e[0]!=="!")return n(`Not a valid tag: ${e}`),null;if(e[1]==="<"){let o=e.slice(2,-1);return o==="!"||o==="!!"?(n(`Verbatim tags aren't resolved, so ${e} is invalid.`),null):(e[e.length-1]!==">"&&n("Verbatim tags must end with a >"),o)}let[,r,s]=e.match(/^(.*!)([^!]*)$/s);s||n(`The ${e} tag has no suffix`);let a=this.tags[r];if(a)try{return a+decodeURIComponent(s)}catch(o){return n(String(o)),null}return r==="!"?e:(n(`Could not resolve tag: ${e}`),null)}tagString(e){for(let[n,r]of Object.entries(this.tags))if(e.startsWith(r))return n+Fp(e.substring(r.length));return e[0]==="!"?e:`!<${e}>`}toString(e){let n=this.yaml.explicit?[`%YAML ${this.yaml.version||"1.2"}`]:[],r=Object.entries(this.tags),s;if(e&&r.length>0&&Wl.isNode(e.contents)){let a={};Op.visit(e.contents,(o,l)=>{Wl.isNode(l)&&l.tag&&(a[l.tag]=!0)}),s=Object.keys(a)}else s=[];for(let[a,o]of r)a==="!!"&&o==="tag:yaml.org,2002:"||(!e||s.some(l=>l.startsWith(o)))&&n.push(`%TAG ${a} ${o}`);return n.join(`
`)}};Pt.defaultYaml={explicit:!1,version:"1.2"};Pt.defaultTags={"!!":"tag:yaml.org,2002:"};Hl.Directives=Pt});var Bn=C(Mt=>{"use strict";var Vl=O(),qp=Ct();function Bp(t){if(/[\x00-\x19\s,[\]{}]/.test(t)){let n=`Anchor must not contain whitespace or control characters: ${JSON.stringify(t)}`;throw new Error(n)}return!0}function Kl(t){let e=new Set;return qp.visit(t,{Value(n,r){r.anchor&&e.add(r.anchor)}}),e}function Gl(t,e){for(let n=1;;++n){let r=`${t}${n}`;if(!e.has(r))return r}}function Dp(t,e){let n=[],r=new Map,s=null;return{onAnchor:a=>{n.push(a),s??(s=Kl(t));let o=Gl(e,s);return s.add(o),o},setAnchors:()=>{for(let a of n){let o=r.get(a);if(typeof o=="object"&&o.anchor&&(Vl.isScalar(o.node)||Vl.isCollection(o.node)))o.node.anchor=o.anchor;else{let l=new Error("Failed to resolve repeated object (this should not happen)");throw l.source=a,l}}},sourceObjects:r}}Mt.anchorIsValid=Bp;Mt.anchorNames=Kl;Mt.createNodeAnchors=Dp;Mt.findNewAnchor=Gl});var Fs=C(Jl=>{"use strict";function Lt(t,e,n,r){if(r&&typeof r=="object")if(Array.isArray(r))for(let s=0,a=r.length;s<a;++s){let o=r[s],l=Lt(t,r,String(s),o);l===void 0?delete r[s]:l!==o&&(r[s]=l)}else if(r instanceof Map)for(let s of Array.from(r.keys())){let a=r.get(s),o=Lt(t,r,s,a);o===void 0?r.delete(s):o!==a&&r.set(s,o)}else if(r instanceof Set)for(let s of Array.from(r)){let a=Lt(t,r,s,s);a===void 0?r.delete(s):a!==s&&(r.delete(s),r.add(a))}else for(let[s,a]of Object.entries(r)){let o=Lt(t,r,s,a);o===void 0?delete r[s]:o!==a&&(r[s]=o)}return t.call(e,n,r)}Jl.applyReviver=Lt});var Ce=C(Yl=>{"use strict";var jp=O();function zl(t,e,n){if(Array.isArray(t))return t.map((r,s)=>zl(r,String(s),n));if(t&&typeof t.toJSON=="function"){if(!n||!jp.hasAnchor(t))return t.toJSON(e,n);let r={aliasCount:0,count:1,res:void 0};n.anchors.set(t,r),n.onCreate=a=>{r.res=a,delete n.onCreate};let s=t.toJSON(e,n);return n.onCreate&&n.onCreate(s),s}return typeof t=="bigint"&&!n?.keep?Number(t):t}Yl.toJS=zl});var Dn=C(Xl=>{"use strict";var $p=Fs(),Ql=O(),Up=Ce(),qs=class{constructor(e){Object.defineProperty(this,Ql.NODE_TYPE,{value:e})}clone(){let e=Object.create(Object.getPrototypeOf(this),Object.getOwnPropertyDescriptors(this));return this.range&&(e.range=this.range.slice()),e}toJS(e,{mapAsMap:n,maxAliasCount:r,onAnchor:s,reviver:a}={}){if(!Ql.isDocument(e))throw new TypeError("A document argument is required");let o={anchors:new Map,doc:e,keep:!0,mapAsMap:n===!0,mapKeyWarned:!1,maxAliasCount:typeof r=="number"?r:100},l=Up.toJS(this,"",o);if(typeof s=="function")for(let{count:c,res:u}of o.anchors.values())s(u,c);return typeof a=="function"?$p.applyReviver(a,{"":l},"",l):l}};Xl.NodeBase=qs});var It=C(Zl=>{"use strict";var Wp=Bn(),Hp=Ct(),ot=O(),Vp=Dn(),Kp=Ce(),Bs=class extends Vp.NodeBase{constructor(e){super(ot.ALIAS),this.source=e,Object.defineProperty(this,"tag",{set(){throw new Error("Alias nodes cannot have tags")}})}resolve(e,n){if(n?.maxAliasCount===0)throw new ReferenceError("Alias resolution is disabled");let r;n?.aliasResolveCache?r=n.aliasResolveCache:(r=[],Hp.visit(e,{Node:(a,o)=>{(ot.isAlias(o)||ot.hasAnchor(o))&&r.push(o)}}),n&&(n.aliasResolveCache=r));let s;for(let a of r){if(a===this)break;a.anchor===this.source&&(s=a)}if(s&&n){let{anchors:a,doc:o,maxAliasCount:l}=n,c=a.get(s);if(c||(Kp.toJS(s,null,n),c=a.get(s)),c?.res===void 0){let u="This should not happen: Alias anchor was not resolved?";throw new ReferenceError(u)}if(l>=0&&(c.count+=1,c.aliasCount===0&&(c.aliasCount=jn(o,s,a)),c.count*c.aliasCount>l)){let u="Excessive alias count indicates a resource exhaustion attack";throw new ReferenceError(u)}}return s}toJSON(e,n){if(!n)return{source:this.source};let r=this.resolve(n.doc,n);if(!r){let s=`Unresolved alias (the anchor must be set before the alias): ${this.source}`;throw new ReferenceError(s)}return n.anchors.get(r).res}toString(e,n,r){let s=`*${this.source}`;if(e){if(Wp.anchorIsValid(this.source),e.options.verifyAliasOrder&&!e.anchors.has(this.source)){let a=`Unresolved alias (the anchor must be set before the alias): ${this.source}`;throw new Error(a)}if(e.implicitKey)return`${s} `}return s}};function jn(t,e,n){if(ot.isAlias(e)){let r=e.resolve(t),s=n&&r&&n.get(r);return s?s.count*s.aliasCount:0}else if(ot.isCollection(e)){let r=0;for(let s of e.items){let a=jn(t,s,n);a>r&&(r=a)}return r}else if(ot.isPair(e)){let r=jn(t,e.key,n),s=jn(t,e.value,n);return Math.max(r,s)}return 1}Zl.Alias=Bs});var j=C(Ds=>{"use strict";var Gp=O(),Jp=Dn(),zp=Ce(),Yp=t=>!t||typeof t!="function"&&typeof t!="object",Pe=class extends Jp.NodeBase{constructor(e){super(Gp.SCALAR),this.value=e}toJSON(e,n){return n?.keep?this.value:zp.toJS(this.value,e,n)}toString(){return String(this.value)}};Pe.BLOCK_FOLDED="BLOCK_FOLDED";Pe.BLOCK_LITERAL="BLOCK_LITERAL";Pe.PLAIN="PLAIN";Pe.QUOTE_DOUBLE="QUOTE_DOUBLE";Pe.QUOTE_SINGLE="QUOTE_SINGLE";Ds.Scalar=Pe;Ds.isScalarValue=Yp});var Nt=C(tc=>{"use strict";var Qp=It(),He=O(),ec=j(),Xp="tag:yaml.org,2002:";function Zp(t,e,n){if(e){let r=n.filter(a=>a.tag===e),s=r.find(a=>!a.format)??r[0];if(!s)throw new Error(`Tag ${e} not found`);return s}return n.find(r=>r.identify?.(t)&&!r.format)}function e_(t,e,n){if(He.isDocument(t)&&(t=t.contents),He.isNode(t))return t;if(He.isPair(t)){let d=n.schema[He.MAP].createNode?.(n.schema,null,n);return d.items.push(t),d}(t instanceof String||t instanceof Number||t instanceof Boolean||typeof BigInt<"u"&&t instanceof BigInt)&&(t=t.valueOf());let{aliasDuplicateObjects:r,onAnchor:s,onTagObj:a,schema:o,sourceObjects:l}=n,c;if(r&&t&&typeof t=="object"){if(c=l.get(t),c)return c.anchor??(c.anchor=s(t)),new Qp.Alias(c.anchor);c={anchor:null,node:null},l.set(t,c)}e?.startsWith("!!")&&(e=Xp+e.slice(2));let u=Zp(t,e,o.tags);if(!u){if(t&&typeof t.toJSON=="function"&&(t=t.toJSON()),!t||typeof t!="object"){let d=new ec.Scalar(t);return c&&(c.node=d),d}u=t instanceof Map?o[He.MAP]:Symbol.iterator in Object(t)?o[He.SEQ]:o[He.MAP]}a&&(a(u),delete n.onTagObj);let f=u?.createNode?u.createNode(n.schema,t,n):typeof u?.nodeClass?.from=="function"?u.nodeClass.from(n.schema,t,n):new ec.Scalar(t);return e?f.tag=e:u.default||(f.tag=u.tag),c&&(c.node=f),f}tc.createNode=e_});var Un=C($n=>{"use strict";var t_=Nt(),ge=O(),n_=Dn();function js(t,e,n){let r=n;for(let s=e.length-1;s>=0;--s){let a=e[s];if(typeof a=="number"&&Number.isInteger(a)&&a>=0){let o=[];o[a]=r,r=o}else r=new Map([[a,r]])}return t_.createNode(r,void 0,{aliasDuplicateObjects:!1,keepUndefined:!1,onAnchor:()=>{throw new Error("This should not happen, please report a bug.")},schema:t,sourceObjects:new Map})}var nc=t=>t==null||typeof t=="object"&&!!t[Symbol.iterator]().next().done,$s=class extends n_.NodeBase{constructor(e,n){super(e),Object.defineProperty(this,"schema",{value:n,configurable:!0,enumerable:!1,writable:!0})}clone(e){let n=Object.create(Object.getPrototypeOf(this),Object.getOwnPropertyDescriptors(this));return e&&(n.schema=e),n.items=n.items.map(r=>ge.isNode(r)||ge.isPair(r)?r.clone(e):r),this.range&&(n.range=this.range.slice()),n}addIn(e,n){if(nc(e))this.add(n);else{let[r,...s]=e,a=this.get(r,!0);if(ge.isCollection(a))a.addIn(s,n);else if(a===void 0&&this.schema)this.set(r,js(this.schema,s,n));else throw new Error(`Expected YAML collection at ${r}. Remaining path: ${s}`)}}deleteIn(e){let[n,...r]=e;if(r.length===0)return this.delete(n);let s=this.get(n,!0);if(ge.isCollection(s))return s.deleteIn(r);throw new Error(`Expected YAML collection at ${n}. Remaining path: ${r}`)}getIn(e,n){let[r,...s]=e,a=this.get(r,!0);return s.length===0?!n&&ge.isScalar(a)?a.value:a:ge.isCollection(a)?a.getIn(s,n):void 0}hasAllNullValues(e){return this.items.every(n=>{if(!ge.isPair(n))return!1;let r=n.value;return r==null||e&&ge.isScalar(r)&&r.value==null&&!r.commentBefore&&!r.comment&&!r.tag})}hasIn(e){let[n,...r]=e;if(r.length===0)return this.has(n);let s=this.get(n,!0);return ge.isCollection(s)?s.hasIn(r):!1}setIn(e,n){let[r,...s]=e;if(s.length===0)this.set(r,n);else{let a=this.get(r,!0);if(ge.isCollection(a))a.setIn(s,n);else if(a===void 0&&this.schema)this.set(r,js(this.schema,s,n));else throw new Error(`Expected YAML collection at ${r}. Remaining path: ${s}`)}}};$n.Collection=$s;$n.collectionFromPath=js;$n.isEmptyPath=nc});var xt=C(Wn=>{"use strict";var r_=t=>t.replace(/^(?!$)(?: $)?/gm,"#");function Us(t,e){return/^\n+$/.test(t)?t.substring(1):e?t.replace(/^(?! *$)/gm,e):t}var s_=(t,e,n)=>t.endsWith(`
`)?Us(n,e):n.includes(`
`)?`
`+Us(n,e):(t.endsWith(" ")?"":" ")+n;Wn.indentComment=Us;Wn.lineComment=s_;Wn.stringifyComment=r_});var sc=C(Ot=>{"use strict";var i_="flow",Ws="block",Hn="quoted";function a_(t,e,n="flow",{indentAtStart:r,lineWidth:s=80,minContentWidth:a=20,onFold:o,onOverflow:l}={}){if(!s||s<0)return t;s<a&&(a=0);let c=Math.max(1+a,1+s-e.length);if(t.length<=c)return t;let u=[],f={},d=s-e.length;typeof r=="number"&&(r>s-Math.max(2,a)?u.push(0):d=s-r);let h,y,k=!1,p=-1,_=-1,w=-1;n===Ws&&(p=rc(t,p,e.length),p!==-1&&(d=p+c));for(let v;v=t[p+=1];){if(n===Hn&&v==="\\"){switch(_=p,t[p+1]){case"x":p+=3;break;case"u":p+=5;break;case"U":p+=9;break;default:p+=1}w=p}if(v===`
`)n===Ws&&(p=rc(t,p,e.length)),d=p+e.length+c,h=void 0;else{if(v===" "&&y&&y!==" "&&y!==`
`&&y!=="	"){let S=t[p+1];S&&S!==" "&&S!==`
`&&S!=="	"&&(h=p)}if(p>=d)if(h)u.push(h),d=h+c,h=void 0;else if(n===Hn){for(;y===" "||y==="	";)y=v,v=t[p+=1],k=!0;let S=p>w+1?p-2:_-1;if(f[S])return t;u.push(S),f[S]=!0,d=S+c,h=void 0}else k=!0}y=v}if(k&&l&&l(),u.length===0)return t;o&&o();let b=t.slice(0,u[0]);for(let v=0;v<u.length;++v){let S=u[v],P=u[v+1]||t.length;S===0?b=`
${e}${t.slice(0,P)}`:(n===Hn&&f[S]&&(b+=`${t[S]}\\`),b+=`
${e}${t.slice(S+1,P)}`)}return b}function rc(t,e,n){let r=e,s=e+1,a=t[s];for(;a===" "||a==="	";)if(e<s+n)a=t[++e];else{do a=t[++e];while(a&&a!==`
`);r=e,s=e+1,a=t[s]}return r}Ot.FOLD_BLOCK=Ws;Ot.FOLD_FLOW=i_;Ot.FOLD_QUOTED=Hn;Ot.foldFlowLines=a_});var Ft=C(ic=>{"use strict";var le=j(),Me=sc(),Kn=(t,e)=>({indentAtStart:e?t.indent.length:t.indentAtStart,lineWidth:t.options.lineWidth,minContentWidth:t.options.minContentWidth}),Gn=t=>/^(%|---|\.\.\.)/m.test(t);function o_(t,e,n){if(!e||e<0)return!1;let r=e-n,s=t.length;if(s<=r)return!1;for(let a=0,o=0;a<s;++a)if(t[a]===`
`){if(a-o>r)return!0;if(o=a+1,s-o<=r)return!1}return!0}function Rt(t,e){let n=JSON.stringify(t);if(e.options.doubleQuotedAsJSON)return n;let{implicitKey:r}=e,s=e.options.doubleQuotedMinMultiLineLength,a=e.indent||(Gn(t)?"  ":""),o="",l=0;for(let c=0,u=n[c];u;u=n[++c])if(u===" "&&n[c+1]==="\\"&&n[c+2]==="n"&&(o+=n.slice(l,c)+"\\ ",c+=1,l=c,u="\\"),u==="\\")switch(n[c+1]){case"u":{o+=n.slice(l,c);let f=n.substr(c+2,4);switch(f){case"0000":o+="\\0";break;case"0007":o+="\\a";break;case"000b":o+="\\v";break;case"001b":o+="\\e";break;case"0085":o+="\\N";break;case"00a0":o+="\\_";break;case"2028":o+="\\L";break;case"2029":o+="\\P";break;default:f.substr(0,2)==="00"?o+="\\x"+f.substr(2):o+=n.substr(c,6)}c+=5,l=c+1}break;case"n":if(r||n[c+2]==='"'||n.length<s)c+=1;else{for(o+=n.slice(l,c)+`

`;n[c+2]==="\\"&&n[c+3]==="n"&&n[c+4]!=='"';)o+=`
`,c+=2;o+=a,n[c+2]===" "&&(o+="\\"),c+=1,l=c+1}break;default:c+=1}return o=l?o+n.slice(l):n,r?o:Me.foldFlowLines(o,a,Me.FOLD_QUOTED,Kn(e,!1))}function Hs(t,e){if(e.options.singleQuote===!1||e.implicitKey&&t.includes(`
`)||/[ \t]\n|\n[ \t]/.test(t))return Rt(t,e);let n=e.indent||(Gn(t)?"  ":""),r="'"+t.replace(/'/g,"''").replace(/\n+/g,`$&
${n}`)+"'";return e.implicitKey?r:Me.foldFlowLines(r,n,Me.FOLD_FLOW,Kn(e,!1))}function lt(t,e){let{singleQuote:n}=e.options,r;if(n===!1)r=Rt;else{let s=t.includes('"'),a=t.includes("'");s&&!a?r=Hs:a&&!s?r=Rt:r=n?Hs:Rt}return r(t,e)}var Vs;try{Vs=new RegExp(`(^|(?<!
))
+(?!
|$)`,"g")}catch{Vs=/\n+(?!\n|$)/g}function Vn({comment:t,type:e,value:n},r,s,a){let{blockQuote:o,commentString:l,lineWidth:c}=r.options;if(!o||/\n[\t ]+$/.test(n))return lt(n,r);let u=r.indent||(r.forceBlockIndent||Gn(n)?"  ":""),f=o==="literal"?!0:o==="folded"||e===le.Scalar.BLOCK_FOLDED?!1:e===le.Scalar.BLOCK_LITERAL?!0:!o_(n,c,u.length);if(!n)return f?`|
`:`>
`;let d,h;for(h=n.length;h>0;--h){let P=n[h-1];if(P!==`
`&&P!=="	"&&P!==" ")break}let y=n.substring(h),k=y.indexOf(`
`);k===-1?d="-":n===y||k!==y.length-1?(d="+",a&&a()):d="",y&&(n=n.slice(0,-y.length),y[y.length-1]===`
`&&(y=y.slice(0,-1)),y=y.replace(Vs,`$&${u}`));let p=!1,_,w=-1;for(_=0;_<n.length;++_){let P=n[_];if(P===" ")p=!0;else if(P===`
`)w=_;else break}let b=n.substring(0,w<_?w+1:_);b&&(n=n.substring(b.length),b=b.replace(/\n+/g,`$&${u}`));let S=(p?u?"2":"1":"")+d;if(t&&(S+=" "+l(t.replace(/ ?[\r\n]+/g," ")),s&&s()),!f){let P=n.replace(/\n+/g,`
$&`).replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g,"$1$2").replace(/\n+/g,`$&${u}`),T=!1,N=Kn(r,!0);o!=="folded"&&e!==le.Scalar.BLOCK_FOLDED&&(N.onOverflow=()=>{T=!0});let E=Me.foldFlowLines(`${b}${P}${y}`,u,Me.FOLD_BLOCK,N);if(!T)return`>${S}
${u}${E}`}return n=n.replace(/\n+/g,`$&${u}`),`|${S}
${u}${b}${n}${y}`}function l_(t,e,n,r){let{type:s,value:a}=t,{actualString:o,implicitKey:l,indent:c,indentStep:u,inFlow:f}=e;if(l&&a.includes(`
`)||f&&/[[\]{},]/.test(a))return lt(a,e);if(/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(a))return l||f||!a.includes(`
`)?lt(a,e):Vn(t,e,n,r);if(!l&&!f&&s!==le.Scalar.PLAIN&&a.includes(`
`))return Vn(t,e,n,r);if(Gn(a)){if(c==="")return e.forceBlockIndent=!0,Vn(t,e,n,r);if(l&&c===u)return lt(a,e)}let d=a.replace(/\n+/g,`$&
${c}`);if(o){let h=p=>p.default&&p.tag!=="tag:yaml.org,2002:str"&&p.test?.test(d),{compat:y,tags:k}=e.doc.schema;if(k.some(h)||y?.some(h))return lt(a,e)}return l?d:Me.foldFlowLines(d,c,Me.FOLD_FLOW,Kn(e,!1))}function c_(t,e,n,r){let{implicitKey:s,inFlow:a}=e,o=typeof t.value=="string"?t:Object.assign({},t,{value:String(t.value)}),{type:l}=t;l!==le.Scalar.QUOTE_DOUBLE&&/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(o.value)&&(l=le.Scalar.QUOTE_DOUBLE);let c=f=>{switch(f){case le.Scalar.BLOCK_FOLDED:case le.Scalar.BLOCK_LITERAL:return s||a?lt(o.value,e):Vn(o,e,n,r);case le.Scalar.QUOTE_DOUBLE:return Rt(o.value,e);case le.Scalar.QUOTE_SINGLE:return Hs(o.value,e);case le.Scalar.PLAIN:return l_(o,e,n,r);default:return null}},u=c(l);if(u===null){let{defaultKeyType:f,defaultStringType:d}=e.options,h=s&&f||d;if(u=c(h),u===null)throw new Error(`Unsupported default string type ${h}`)}return u}ic.stringifyString=c_});var qt=C(Ks=>{"use strict";var u_=Bn(),Le=O(),d_=xt(),f_=Ft();function m_(t,e){let n=Object.assign({blockQuote:!0,commentString:d_.stringifyComment,defaultKeyType:null,defaultStringType:"PLAIN",directives:null,doubleQuotedAsJSON:!1,doubleQuotedMinMultiLineLength:40,falseStr:"false",flowCollectionPadding:!0,indentSeq:!0,lineWidth:80,minContentWidth:20,nullStr:"null",simpleKeys:!1,singleQuote:null,trailingComma:!1,trueStr:"true",verifyAliasOrder:!0},t.schema.toStringOptions,e),r;switch(n.collectionStyle){case"block":r=!1;break;case"flow":r=!0;break;default:r=null}return{anchors:new Set,doc:t,flowCollectionPadding:n.flowCollectionPadding?" ":"",indent:"",indentStep:typeof n.indent=="number"?" ".repeat(n.indent):"  ",inFlow:r,options:n}}function h_(t,e){if(e.tag){let s=t.filter(a=>a.tag===e.tag);if(s.length>0)return s.find(a=>a.format===e.format)??s[0]}let n,r;if(Le.isScalar(e)){r=e.value;let s=t.filter(a=>a.identify?.(r));if(s.length>1){let a=s.filter(o=>o.test);a.length>0&&(s=a)}n=s.find(a=>a.format===e.format)??s.find(a=>!a.format)}else r=e,n=t.find(s=>s.nodeClass&&r instanceof s.nodeClass);if(!n){let s=r?.constructor?.name??(r===null?"null":typeof r);throw new Error(`Tag not resolved for ${s} value`)}return n}function p_(t,e,{anchors:n,doc:r}){if(!r.directives)return"";let s=[],a=(Le.isScalar(t)||Le.isCollection(t))&&t.anchor;a&&u_.anchorIsValid(a)&&(n.add(a),s.push(`&${a}`));let o=t.tag??(e.default?null:e.tag);return o&&s.push(r.directives.tagString(o)),s.join(" ")}function __(t,e,n,r){if(Le.isPair(t))return t.toString(e,n,r);if(Le.isAlias(t)){if(e.doc.directives)return t.toString(e);if(e.resolvedAliases?.has(t))throw new TypeError("Cannot stringify circular structure without alias nodes");e.resolvedAliases?e.resolvedAliases.add(t):e.resolvedAliases=new Set([t]),t=t.resolve(e.doc)}let s,a=Le.isNode(t)?t:e.doc.createNode(t,{onTagObj:c=>s=c});s??(s=h_(e.doc.schema.tags,a));let o=p_(a,s,e);o.length>0&&(e.indentAtStart=(e.indentAtStart??0)+o.length+1);let l=typeof s.stringify=="function"?s.stringify(a,e,n,r):Le.isScalar(a)?f_.stringifyString(a,e,n,r):a.toString(e,n,r);return o?Le.isScalar(a)||l[0]==="{"||l[0]==="["?`${o} ${l}`:`${o}
${e.indent}${l}`:l}Ks.createStringifyContext=m_;Ks.stringify=__});var cc=C(lc=>{"use strict";var ke=O(),ac=j(),oc=qt(),Bt=xt();function g_({key:t,value:e},n,r,s){let{allNullValues:a,doc:o,indent:l,indentStep:c,options:{commentString:u,indentSeq:f,simpleKeys:d}}=n,h=ke.isNode(t)&&t.comment||null;if(d){if(h)throw new Error("With simple keys, key nodes cannot have comments");if(ke.isCollection(t)||!ke.isNode(t)&&typeof t=="object"){let N="With simple keys, collection cannot be used as a key value";throw new Error(N)}}let y=!d&&(!t||h&&e==null&&!n.inFlow||ke.isCollection(t)||(ke.isScalar(t)?t.type===ac.Scalar.BLOCK_FOLDED||t.type===ac.Scalar.BLOCK_LITERAL:typeof t=="object"));n=Object.assign({},n,{allNullValues:!1,implicitKey:!y&&(d||!a),indent:l+c});let k=!1,p=!1,_=oc.stringify(t,n,()=>k=!0,()=>p=!0);if(!y&&!n.inFlow&&_.length>1024){if(d)throw new Error("With simple keys, single line scalar must not span more than 1024 characters");y=!0}if(n.inFlow){if(a||e==null)return k&&r&&r(),_===""?"?":y?`? ${_}`:_}else if(a&&!d||e==null&&y)return _=`? ${_}`,h&&!k?_+=Bt.lineComment(_,n.indent,u(h)):p&&s&&s(),_;k&&(h=null),y?(h&&(_+=Bt.lineComment(_,n.indent,u(h))),_=`? ${_}
${l}:`):(_=`${_}:`,h&&(_+=Bt.lineComment(_,n.indent,u(h))));let w,b,v;ke.isNode(e)?(w=!!e.spaceBefore,b=e.commentBefore,v=e.comment):(w=!1,b=null,v=null,e&&typeof e=="object"&&(e=o.createNode(e))),n.implicitKey=!1,!y&&!h&&ke.isScalar(e)&&(n.indentAtStart=_.length+1),p=!1,!f&&c.length>=2&&!n.inFlow&&!y&&ke.isSeq(e)&&!e.flow&&!e.tag&&!e.anchor&&(n.indent=n.indent.substring(2));let S=!1,P=oc.stringify(e,n,()=>S=!0,()=>p=!0),T=" ";if(h||w||b){if(T=w?`
`:"",b){let N=u(b);T+=`
${Bt.indentComment(N,n.indent)}`}P===""&&!n.inFlow?T===`
`&&v&&(T=`

`):T+=`
${n.indent}`}else if(!y&&ke.isCollection(e)){let N=P[0],E=P.indexOf(`
`),R=E!==-1,H=n.inFlow??e.flow??e.items.length===0;if(R||!H){let de=!1;if(R&&(N==="&"||N==="!")){let F=P.indexOf(" ");N==="&"&&F!==-1&&F<E&&P[F+1]==="!"&&(F=P.indexOf(" ",F+1)),(F===-1||E<F)&&(de=!0)}de||(T=`
${n.indent}`)}}else(P===""||P[0]===`
`)&&(T="");return _+=T+P,n.inFlow?S&&r&&r():v&&!S?_+=Bt.lineComment(_,n.indent,u(v)):p&&s&&s(),_}lc.stringifyPair=g_});var Js=C(Gs=>{"use strict";var uc=cn("process");function y_(t,...e){t==="debug"&&console.log(...e)}function w_(t,e){(t==="debug"||t==="warn")&&(typeof uc.emitWarning=="function"?uc.emitWarning(e):console.warn(e))}Gs.debug=y_;Gs.warn=w_});var Xn=C(Qn=>{"use strict";var Yn=O(),dc=j(),Jn="<<",zn={identify:t=>t===Jn||typeof t=="symbol"&&t.description===Jn,default:"key",tag:"tag:yaml.org,2002:merge",test:/^<<$/,resolve:()=>Object.assign(new dc.Scalar(Symbol(Jn)),{addToJSMap:fc}),stringify:()=>Jn},b_=(t,e)=>(zn.identify(e)||Yn.isScalar(e)&&(!e.type||e.type===dc.Scalar.PLAIN)&&zn.identify(e.value))&&t?.doc.schema.tags.some(n=>n.tag===zn.tag&&n.default);function fc(t,e,n){let r=mc(t,n);if(Yn.isSeq(r))for(let s of r.items)zs(t,e,s);else if(Array.isArray(r))for(let s of r)zs(t,e,s);else zs(t,e,r)}function zs(t,e,n){let r=mc(t,n);if(!Yn.isMap(r))throw new Error("Merge sources must be maps or map aliases");let s=r.toJSON(null,t,Map);for(let[a,o]of s)e instanceof Map?e.has(a)||e.set(a,o):e instanceof Set?e.add(a):Object.prototype.hasOwnProperty.call(e,a)||Object.defineProperty(e,a,{value:o,writable:!0,enumerable:!0,configurable:!0});return e}function mc(t,e){return t&&Yn.isAlias(e)?e.resolve(t.doc,t):e}Qn.addMergeToJSMap=fc;Qn.isMergeKey=b_;Qn.merge=zn});var Qs=C(_c=>{"use strict";var v_=Js(),hc=Xn(),k_=qt(),pc=O(),Ys=Ce();function S_(t,e,{key:n,value:r}){if(pc.isNode(n)&&n.addToJSMap)n.addToJSMap(t,e,r);else if(hc.isMergeKey(t,n))hc.addMergeToJSMap(t,e,r);else{let s=Ys.toJS(n,"",t);if(e instanceof Map)e.set(s,Ys.toJS(r,s,t));else if(e instanceof Set)e.add(s);else{let a=T_(n,s,t),o=Ys.toJS(r,a,t);a in e?Object.defineProperty(e,a,{value:o,writable:!0,enumerable:!0,configurable:!0}):e[a]=o}}return e}function T_(t,e,n){if(e===null)return"";if(typeof e!="object")return String(e);if(pc.isNode(t)&&n?.doc){let r=k_.createStringifyContext(n.doc,{});r.anchors=new Set;for(let a of n.anchors.keys())r.anchors.add(a.anchor);r.inFlow=!0,r.inStringifyKey=!0;let s=t.toString(r);if(!n.mapKeyWarned){let a=JSON.stringify(s);a.length>40&&(a=a.substring(0,36)+'..."'),v_.warn(n.doc.options.logLevel,`Keys with collection values will be stringified due to JS Object restrictions: ${a}. Set mapAsMap: true to use object keys.`),n.mapKeyWarned=!0}return s}return JSON.stringify(e)}_c.addPairToJSMap=S_});var Ie=C(Xs=>{"use strict";var gc=Nt(),A_=cc(),E_=Qs(),Zn=O();function C_(t,e,n){let r=gc.createNode(t,void 0,n),s=gc.createNode(e,void 0,n);return new er(r,s)}var er=class t{constructor(e,n=null){Object.defineProperty(this,Zn.NODE_TYPE,{value:Zn.PAIR}),this.key=e,this.value=n}clone(e){let{key:n,value:r}=this;return Zn.isNode(n)&&(n=n.clone(e)),Zn.isNode(r)&&(r=r.clone(e)),new t(n,r)}toJSON(e,n){let r=n?.mapAsMap?new Map:{};return E_.addPairToJSMap(n,r,this)}toString(e,n,r){return e?.doc?A_.stringifyPair(this,e,n,r):JSON.stringify(this)}};Xs.Pair=er;Xs.createPair=C_});var Zs=C(wc=>{"use strict";var Ve=O(),yc=qt(),tr=xt();function P_(t,e,n){return(e.inFlow??t.flow?L_:M_)(t,e,n)}function M_({comment:t,items:e},n,{blockItemPrefix:r,flowChars:s,itemIndent:a,onChompKeep:o,onComment:l}){let{indent:c,options:{commentString:u}}=n,f=Object.assign({},n,{indent:a,type:null}),d=!1,h=[];for(let k=0;k<e.length;++k){let p=e[k],_=null;if(Ve.isNode(p))!d&&p.spaceBefore&&h.push(""),nr(n,h,p.commentBefore,d),p.comment&&(_=p.comment);else if(Ve.isPair(p)){let b=Ve.isNode(p.key)?p.key:null;b&&(!d&&b.spaceBefore&&h.push(""),nr(n,h,b.commentBefore,d))}d=!1;let w=yc.stringify(p,f,()=>_=null,()=>d=!0);_&&(w+=tr.lineComment(w,a,u(_))),d&&_&&(d=!1),h.push(r+w)}let y;if(h.length===0)y=s.start+s.end;else{y=h[0];for(let k=1;k<h.length;++k){let p=h[k];y+=p?`
${c}${p}`:`
`}}return t?(y+=`
`+tr.indentComment(u(t),c),l&&l()):d&&o&&o(),y}function L_({items:t},e,{flowChars:n,itemIndent:r}){let{indent:s,indentStep:a,flowCollectionPadding:o,options:{commentString:l}}=e;r+=a;let c=Object.assign({},e,{indent:r,inFlow:!0,type:null}),u=!1,f=0,d=[];for(let k=0;k<t.length;++k){let p=t[k],_=null;if(Ve.isNode(p))p.spaceBefore&&d.push(""),nr(e,d,p.commentBefore,!1),p.comment&&(_=p.comment);else if(Ve.isPair(p)){let b=Ve.isNode(p.key)?p.key:null;b&&(b.spaceBefore&&d.push(""),nr(e,d,b.commentBefore,!1),b.comment&&(u=!0));let v=Ve.isNode(p.value)?p.value:null;v?(v.comment&&(_=v.comment),v.commentBefore&&(u=!0)):p.value==null&&b?.comment&&(_=b.comment)}_&&(u=!0);let w=yc.stringify(p,c,()=>_=null);u||(u=d.length>f||w.includes(`
`)),k<t.length-1?w+=",":e.options.trailingComma&&(e.options.lineWidth>0&&(u||(u=d.reduce((b,v)=>b+v.length+2,2)+(w.length+2)>e.options.lineWidth)),u&&(w+=",")),_&&(w+=tr.lineComment(w,r,l(_))),d.push(w),f=d.length}let{start:h,end:y}=n;if(d.length===0)return h+y;if(!u){let k=d.reduce((p,_)=>p+_.length+2,2);u=e.options.lineWidth>0&&k>e.options.lineWidth}if(u){let k=h;for(let p of d)k+=p?`
${a}${s}${p}`:`
`;return`${k}
${s}${y}`}else return`${h}${o}${d.join(" ")}${o}${y}`}function nr({indent:t,options:{commentString:e}},n,r,s){if(r&&s&&(r=r.replace(/^\n+/,"")),r){let a=tr.indentComment(e(r),t);n.push(a.trimStart())}}wc.stringifyCollection=P_});var xe=C(ti=>{"use strict";var I_=Zs(),N_=Qs(),x_=Un(),Ne=O(),rr=Ie(),O_=j();function Dt(t,e){let n=Ne.isScalar(e)?e.value:e;for(let r of t)if(Ne.isPair(r)&&(r.key===e||r.key===n||Ne.isScalar(r.key)&&r.key.value===n))return r}var ei=class extends x_.Collection{static get tagName(){return"tag:yaml.org,2002:map"}constructor(e){super(Ne.MAP,e),this.items=[]}static from(e,n,r){let{keepUndefined:s,replacer:a}=r,o=new this(e),l=(c,u)=>{if(typeof a=="function")u=a.call(n,c,u);else if(Array.isArray(a)&&!a.includes(c))return;(u!==void 0||s)&&o.items.push(rr.createPair(c,u,r))};if(n instanceof Map)for(let[c,u]of n)l(c,u);else if(n&&typeof n=="object")for(let c of Object.keys(n))l(c,n[c]);return typeof e.sortMapEntries=="function"&&o.items.sort(e.sortMapEntries),o}add(e,n){let r;Ne.isPair(e)?r=e:!e||typeof e!="object"||!("key"in e)?r=new rr.Pair(e,e?.value):r=new rr.Pair(e.key,e.value);let s=Dt(this.items,r.key),a=this.schema?.sortMapEntries;if(s){if(!n)throw new Error(`Key ${r.key} already set`);Ne.isScalar(s.value)&&O_.isScalarValue(r.value)?s.value.value=r.value:s.value=r.value}else if(a){let o=this.items.findIndex(l=>a(r,l)<0);o===-1?this.items.push(r):this.items.splice(o,0,r)}else this.items.push(r)}delete(e){let n=Dt(this.items,e);return n?this.items.splice(this.items.indexOf(n),1).length>0:!1}get(e,n){let s=Dt(this.items,e)?.value;return(!n&&Ne.isScalar(s)?s.value:s)??void 0}has(e){return!!Dt(this.items,e)}set(e,n){this.add(new rr.Pair(e,n),!0)}toJSON(e,n,r){let s=r?new r:n?.mapAsMap?new Map:{};n?.onCreate&&n.onCreate(s);for(let a of this.items)N_.addPairToJSMap(n,s,a);return s}toString(e,n,r){if(!e)return JSON.stringify(this);for(let s of this.items)if(!Ne.isPair(s))throw new Error(`Map items must all be pairs; found ${JSON.stringify(s)} instead`);return!e.allNullValues&&this.hasAllNullValues(!1)&&(e=Object.assign({},e,{allNullValues:!0})),I_.stringifyCollection(this,e,{blockItemPrefix:"",flowChars:{start:"{",end:"}"},itemIndent:e.indent||"",onChompKeep:r,onComment:n})}};ti.YAMLMap=ei;ti.findPair=Dt});var ct=C(vc=>{"use strict";var R_=O(),bc=xe(),F_={collection:"map",default:!0,nodeClass:bc.YAMLMap,tag:"tag:yaml.org,2002:map",resolve(t,e){return R_.isMap(t)||e("Expected a mapping for this tag"),t},createNode:(t,e,n)=>bc.YAMLMap.from(t,e,n)};vc.map=F_});var Oe=C(kc=>{"use strict";var q_=Nt(),B_=Zs(),D_=Un(),ir=O(),j_=j(),$_=Ce(),ni=class extends D_.Collection{static get tagName(){return"tag:yaml.org,2002:seq"}constructor(e){super(ir.SEQ,e),this.items=[]}add(e){this.items.push(e)}delete(e){let n=sr(e);return typeof n!="number"?!1:this.items.splice(n,1).length>0}get(e,n){let r=sr(e);if(typeof r!="number")return;let s=this.items[r];return!n&&ir.isScalar(s)?s.value:s}has(e){let n=sr(e);return typeof n=="number"&&n<this.items.length}set(e,n){let r=sr(e);if(typeof r!="number")throw new Error(`Expected a valid index, not ${e}.`);let s=this.items[r];ir.isScalar(s)&&j_.isScalarValue(n)?s.value=n:this.items[r]=n}toJSON(e,n){let r=[];n?.onCreate&&n.onCreate(r);let s=0;for(let a of this.items)r.push($_.toJS(a,String(s++),n));return r}toString(e,n,r){return e?B_.stringifyCollection(this,e,{blockItemPrefix:"- ",flowChars:{start:"[",end:"]"},itemIndent:(e.indent||"")+"  ",onChompKeep:r,onComment:n}):JSON.stringify(this)}static from(e,n,r){let{replacer:s}=r,a=new this(e);if(n&&Symbol.iterator in Object(n)){let o=0;for(let l of n){if(typeof s=="function"){let c=n instanceof Set?l:String(o++);l=s.call(n,c,l)}a.items.push(q_.createNode(l,void 0,r))}}return a}};function sr(t){let e=ir.isScalar(t)?t.value:t;return e&&typeof e=="string"&&(e=Number(e)),typeof e=="number"&&Number.isInteger(e)&&e>=0?e:null}kc.YAMLSeq=ni});var ut=C(Tc=>{"use strict";var U_=O(),Sc=Oe(),W_={collection:"seq",default:!0,nodeClass:Sc.YAMLSeq,tag:"tag:yaml.org,2002:seq",resolve(t,e){return U_.isSeq(t)||e("Expected a sequence for this tag"),t},createNode:(t,e,n)=>Sc.YAMLSeq.from(t,e,n)};Tc.seq=W_});var jt=C(Ac=>{"use strict";var H_=Ft(),V_={identify:t=>typeof t=="string",default:!0,tag:"tag:yaml.org,2002:str",resolve:t=>t,stringify(t,e,n,r){return e=Object.assign({actualString:!0},e),H_.stringifyString(t,e,n,r)}};Ac.string=V_});var ar=C(Pc=>{"use strict";var Ec=j(),Cc={identify:t=>t==null,createNode:()=>new Ec.Scalar(null),default:!0,tag:"tag:yaml.org,2002:null",test:/^(?:~|[Nn]ull|NULL)?$/,resolve:()=>new Ec.Scalar(null),stringify:({source:t},e)=>typeof t=="string"&&Cc.test.test(t)?t:e.options.nullStr};Pc.nullTag=Cc});var ri=C(Lc=>{"use strict";var K_=j(),Mc={identify:t=>typeof t=="boolean",default:!0,tag:"tag:yaml.org,2002:bool",test:/^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,resolve:t=>new K_.Scalar(t[0]==="t"||t[0]==="T"),stringify({source:t,value:e},n){if(t&&Mc.test.test(t)){let r=t[0]==="t"||t[0]==="T";if(e===r)return t}return e?n.options.trueStr:n.options.falseStr}};Lc.boolTag=Mc});var dt=C(Ic=>{"use strict";function G_({format:t,minFractionDigits:e,tag:n,value:r}){if(typeof r=="bigint")return String(r);let s=typeof r=="number"?r:Number(r);if(!isFinite(s))return isNaN(s)?".nan":s<0?"-.inf":".inf";let a=Object.is(r,-0)?"-0":JSON.stringify(r);if(!t&&e&&(!n||n==="tag:yaml.org,2002:float")&&/^-?\d/.test(a)&&!a.includes("e")){let o=a.indexOf(".");o<0&&(o=a.length,a+=".");let l=e-(a.length-o-1);for(;l-- >0;)a+="0"}return a}Ic.stringifyNumber=G_});var ii=C(or=>{"use strict";var J_=j(),si=dt(),z_={identify:t=>typeof t=="number",default:!0,tag:"tag:yaml.org,2002:float",test:/^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,resolve:t=>t.slice(-3).toLowerCase()==="nan"?NaN:t[0]==="-"?Number.NEGATIVE_INFINITY:Number.POSITIVE_INFINITY,stringify:si.stringifyNumber},Y_={identify:t=>typeof t=="number",default:!0,tag:"tag:yaml.org,2002:float",format:"EXP",test:/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,resolve:t=>parseFloat(t),stringify(t){let e=Number(t.value);return isFinite(e)?e.toExponential():si.stringifyNumber(t)}},Q_={identify:t=>typeof t=="number",default:!0,tag:"tag:yaml.org,2002:float",test:/^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,resolve(t){let e=new J_.Scalar(parseFloat(t)),n=t.indexOf(".");return n!==-1&&t[t.length-1]==="0"&&(e.minFractionDigits=t.length-n-1),e},stringify:si.stringifyNumber};or.float=Q_;or.floatExp=Y_;or.floatNaN=z_});var oi=C(cr=>{"use strict";var Nc=dt(),lr=t=>typeof t=="bigint"||Number.isInteger(t),ai=(t,e,n,{intAsBigInt:r})=>r?BigInt(t):parseInt(t.substring(e),n);function xc(t,e,n){let{value:r}=t;return lr(r)&&r>=0?n+r.toString(e):Nc.stringifyNumber(t)}var X_={identify:t=>lr(t)&&t>=0,default:!0,tag:"tag:yaml.org,2002:int",format:"OCT",test:/^0o[0-7]+$/,resolve:(t,e,n)=>ai(t,2,8,n),stringify:t=>xc(t,8,"0o")},Z_={identify:lr,default:!0,tag:"tag:yaml.org,2002:int",test:/^[-+]?[0-9]+$/,resolve:(t,e,n)=>ai(t,0,10,n),stringify:Nc.stringifyNumber},eg={identify:t=>lr(t)&&t>=0,default:!0,tag:"tag:yaml.org,2002:int",format:"HEX",test:/^0x[0-9a-fA-F]+$/,resolve:(t,e,n)=>ai(t,2,16,n),stringify:t=>xc(t,16,"0x")};cr.int=Z_;cr.intHex=eg;cr.intOct=X_});var Rc=C(Oc=>{"use strict";var tg=ct(),ng=ar(),rg=ut(),sg=jt(),ig=ri(),li=ii(),ci=oi(),ag=[tg.map,rg.seq,sg.string,ng.nullTag,ig.boolTag,ci.intOct,ci.int,ci.intHex,li.floatNaN,li.floatExp,li.float];Oc.schema=ag});var Bc=C(qc=>{"use strict";var og=j(),lg=ct(),cg=ut();function Fc(t){return typeof t=="bigint"||Number.isInteger(t)}var ur=({value:t})=>JSON.stringify(t),ug=[{identify:t=>typeof t=="string",default:!0,tag:"tag:yaml.org,2002:str",resolve:t=>t,stringify:ur},{identify:t=>t==null,createNode:()=>new og.Scalar(null),default:!0,tag:"tag:yaml.org,2002:null",test:/^null$/,resolve:()=>null,stringify:ur},{identify:t=>typeof t=="boolean",default:!0,tag:"tag:yaml.org,2002:bool",test:/^true$|^false$/,resolve:t=>t==="true",stringify:ur},{identify:Fc,default:!0,tag:"tag:yaml.org,2002:int",test:/^-?(?:0|[1-9][0-9]*)$/,resolve:(t,e,{intAsBigInt:n})=>n?BigInt(t):parseInt(t,10),stringify:({value:t})=>Fc(t)?t.toString():JSON.stringify(t)},{identify:t=>typeof t=="number",default:!0,tag:"tag:yaml.org,2002:float",test:/^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,resolve:t=>parseFloat(t),stringify:ur}],dg={default:!0,tag:"",test:/^/,resolve(t,e){return e(`Unresolved plain scalar ${JSON.stringify(t)}`),t}},fg=[lg.map,cg.seq].concat(ug,dg);qc.schema=fg});var di=C(Dc=>{"use strict";var $t=cn("buffer"),ui=j(),mg=Ft(),hg={identify:t=>t instanceof Uint8Array,default:!1,tag:"tag:yaml.org,2002:binary",resolve(t,e){if(typeof $t.Buffer=="function")return $t.Buffer.from(t,"base64");if(typeof atob=="function"){let n=atob(t.replace(/[\n\r]/g,"")),r=new Uint8Array(n.length);for(let s=0;s<n.length;++s)r[s]=n.charCodeAt(s);return r}else return e("This environment does not support reading binary tags; either Buffer or atob is required"),t},stringify({comment:t,type:e,value:n},r,s,a){if(!n)return"";let o=n,l;if(typeof $t.Buffer=="function")l=o instanceof $t.Buffer?o.toString("base64"):$t.Buffer.from(o.buffer).toString("base64");else if(typeof btoa=="function"){let c="";for(let u=0;u<o.length;++u)c+=String.fromCharCode(o[u]);l=btoa(c)}else throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");if(e??(e=ui.Scalar.BLOCK_LITERAL),e!==ui.Scalar.QUOTE_DOUBLE){let c=Math.max(r.options.lineWidth-r.indent.length,r.options.minContentWidth),u=Math.ceil(l.length/c),f=new Array(u);for(let d=0,h=0;d<u;++d,h+=c)f[d]=l.substr(h,c);l=f.join(e===ui.Scalar.BLOCK_LITERAL?`
`:" ")}return mg.stringifyString({comment:t,type:e,value:l},r,s,a)}};Dc.binary=hg});var mr=C(fr=>{"use strict";var dr=O(),fi=Ie(),pg=j(),_g=Oe();function jc(t,e){if(dr.isSeq(t))for(let n=0;n<t.items.length;++n){let r=t.items[n];if(!dr.isPair(r)){if(dr.isMap(r)){r.items.length>1&&e("Each pair must have its own sequence indicator");let s=r.items[0]||new fi.Pair(new pg.Scalar(null));if(r.commentBefore&&(s.key.commentBefore=s.key.commentBefore?`${r.commentBefore}
${s.key.commentBefore}`:r.commentBefore),r.comment){let a=s.value??s.key;a.comment=a.comment?`${r.comment}
${a.comment}`:r.comment}r=s}t.items[n]=dr.isPair(r)?r:new fi.Pair(r)}}else e("Expected a sequence for this tag");return t}function $c(t,e,n){let{replacer:r}=n,s=new _g.YAMLSeq(t);s.tag="tag:yaml.org,2002:pairs";let a=0;if(e&&Symbol.iterator in Object(e))for(let o of e){typeof r=="function"&&(o=r.call(e,String(a++),o));let l,c;if(Array.isArray(o))if(o.length===2)l=o[0],c=o[1];else throw new TypeError(`Expected [key, value] tuple: ${o}`);else if(o&&o instanceof Object){let u=Object.keys(o);if(u.length===1)l=u[0],c=o[l];else throw new TypeError(`Expected tuple with one key, not ${u.length} keys`)}else l=o;s.items.push(fi.createPair(l,c,n))}return s}var gg={collection:"seq",default:!1,tag:"tag:yaml.org,2002:pairs",resolve:jc,createNode:$c};fr.createPairs=$c;fr.pairs=gg;fr.resolvePairs=jc});var pi=C(hi=>{"use strict";var Uc=O(),mi=Ce(),Ut=xe(),yg=Oe(),Wc=mr(),Ke=class t extends yg.YAMLSeq{constructor(){super(),this.add=Ut.YAMLMap.prototype.add.bind(this),this.delete=Ut.YAMLMap.prototype.delete.bind(this),this.get=Ut.YAMLMap.prototype.get.bind(this),this.has=Ut.YAMLMap.prototype.has.bind(this),this.set=Ut.YAMLMap.prototype.set.bind(this),this.tag=t.tag}toJSON(e,n){if(!n)return super.toJSON(e);let r=new Map;n?.onCreate&&n.onCreate(r);for(let s of this.items){let a,o;if(Uc.isPair(s)?(a=mi.toJS(s.key,"",n),o=mi.toJS(s.value,a,n)):a=mi.toJS(s,"",n),r.has(a))throw new Error("Ordered maps must not include duplicate keys");r.set(a,o)}return r}static from(e,n,r){let s=Wc.createPairs(e,n,r),a=new this;return a.items=s.items,a}};Ke.tag="tag:yaml.org,2002:omap";var wg={collection:"seq",identify:t=>t instanceof Map,nodeClass:Ke,default:!1,tag:"tag:yaml.org,2002:omap",resolve(t,e){let n=Wc.resolvePairs(t,e),r=[];for(let{key:s}of n.items)Uc.isScalar(s)&&(r.includes(s.value)?e(`Ordered maps must not include duplicate keys: ${s.value}`):r.push(s.value));return Object.assign(new Ke,n)},createNode:(t,e,n)=>Ke.from(t,e,n)};hi.YAMLOMap=Ke;hi.omap=wg});var Jc=C(_i=>{"use strict";var Hc=j();function Vc({value:t,source:e},n){return e&&(t?Kc:Gc).test.test(e)?e:t?n.options.trueStr:n.options.falseStr}var Kc={identify:t=>t===!0,default:!0,tag:"tag:yaml.org,2002:bool",test:/^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,resolve:()=>new Hc.Scalar(!0),stringify:Vc},Gc={identify:t=>t===!1,default:!0,tag:"tag:yaml.org,2002:bool",test:/^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,resolve:()=>new Hc.Scalar(!1),stringify:Vc};_i.falseTag=Gc;_i.trueTag=Kc});var zc=C(hr=>{"use strict";var bg=j(),gi=dt(),vg={identify:t=>typeof t=="number",default:!0,tag:"tag:yaml.org,2002:float",test:/^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,resolve:t=>t.slice(-3).toLowerCase()==="nan"?NaN:t[0]==="-"?Number.NEGATIVE_INFINITY:Number.POSITIVE_INFINITY,stringify:gi.stringifyNumber},kg={identify:t=>typeof t=="number",default:!0,tag:"tag:yaml.org,2002:float",format:"EXP",test:/^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,resolve:t=>parseFloat(t.replace(/_/g,"")),stringify(t){let e=Number(t.value);return isFinite(e)?e.toExponential():gi.stringifyNumber(t)}},Sg={identify:t=>typeof t=="number",default:!0,tag:"tag:yaml.org,2002:float",test:/^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,resolve(t){let e=new bg.Scalar(parseFloat(t.replace(/_/g,""))),n=t.indexOf(".");if(n!==-1){let r=t.substring(n+1).replace(/_/g,"");r[r.length-1]==="0"&&(e.minFractionDigits=r.length)}return e},stringify:gi.stringifyNumber};hr.float=Sg;hr.floatExp=kg;hr.floatNaN=vg});var Qc=C(Ht=>{"use strict";var Yc=dt(),Wt=t=>typeof t=="bigint"||Number.isInteger(t);function pr(t,e,n,{intAsBigInt:r}){let s=t[0];if((s==="-"||s==="+")&&(e+=1),t=t.substring(e).replace(/_/g,""),r){switch(n){case 2:t=`0b${t}`;break;case 8:t=`0o${t}`;break;case 16:t=`0x${t}`;break}let o=BigInt(t);return s==="-"?BigInt(-1)*o:o}let a=parseInt(t,n);return s==="-"?-1*a:a}function yi(t,e,n){let{value:r}=t;if(Wt(r)){let s=r.toString(e);return r<0?"-"+n+s.substr(1):n+s}return Yc.stringifyNumber(t)}var Tg={identify:Wt,default:!0,tag:"tag:yaml.org,2002:int",format:"BIN",test:/^[-+]?0b[0-1_]+$/,resolve:(t,e,n)=>pr(t,2,2,n),stringify:t=>yi(t,2,"0b")},Ag={identify:Wt,default:!0,tag:"tag:yaml.org,2002:int",format:"OCT",test:/^[-+]?0[0-7_]+$/,resolve:(t,e,n)=>pr(t,1,8,n),stringify:t=>yi(t,8,"0")},Eg={identify:Wt,default:!0,tag:"tag:yaml.org,2002:int",test:/^[-+]?[0-9][0-9_]*$/,resolve:(t,e,n)=>pr(t,0,10,n),stringify:Yc.stringifyNumber},Cg={identify:Wt,default:!0,tag:"tag:yaml.org,2002:int",format:"HEX",test:/^[-+]?0x[0-9a-fA-F_]+$/,resolve:(t,e,n)=>pr(t,2,16,n),stringify:t=>yi(t,16,"0x")};Ht.int=Eg;Ht.intBin=Tg;Ht.intHex=Cg;Ht.intOct=Ag});var bi=C(wi=>{"use strict";var yr=O(),_r=Ie(),gr=xe(),Ge=class t extends gr.YAMLMap{constructor(e){super(e),this.tag=t.tag}add(e){let n;yr.isPair(e)?n=e:e&&typeof e=="object"&&"key"in e&&"value"in e&&e.value===null?n=new _r.Pair(e.key,null):n=new _r.Pair(e,null),gr.findPair(this.items,n.key)||this.items.push(n)}get(e,n){let r=gr.findPair(this.items,e);return!n&&yr.isPair(r)?yr.isScalar(r.key)?r.key.value:r.key:r}set(e,n){if(typeof n!="boolean")throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof n}`);let r=gr.findPair(this.items,e);r&&!n?this.items.splice(this.items.indexOf(r),1):!r&&n&&this.items.push(new _r.Pair(e))}toJSON(e,n){return super.toJSON(e,n,Set)}toString(e,n,r){if(!e)return JSON.stringify(this);if(this.hasAllNullValues(!0))return super.toString(Object.assign({},e,{allNullValues:!0}),n,r);throw new Error("Set items must all have null values")}static from(e,n,r){let{replacer:s}=r,a=new this(e);if(n&&Symbol.iterator in Object(n))for(let o of n)typeof s=="function"&&(o=s.call(n,o,o)),a.items.push(_r.createPair(o,null,r));return a}};Ge.tag="tag:yaml.org,2002:set";var Pg={collection:"map",identify:t=>t instanceof Set,nodeClass:Ge,default:!1,tag:"tag:yaml.org,2002:set",createNode:(t,e,n)=>Ge.from(t,e,n),resolve(t,e){if(yr.isMap(t)){if(t.hasAllNullValues(!0))return Object.assign(new Ge,t);e("Set items must all have null values")}else e("Expected a mapping for this tag");return t}};wi.YAMLSet=Ge;wi.set=Pg});var ki=C(wr=>{"use strict";var Mg=dt();function vi(t,e){let n=t[0],r=n==="-"||n==="+"?t.substring(1):t,s=o=>e?BigInt(o):Number(o),a=r.replace(/_/g,"").split(":").reduce((o,l)=>o*s(60)+s(l),s(0));return n==="-"?s(-1)*a:a}function Xc(t){let{value:e}=t,n=o=>o;if(typeof e=="bigint")n=o=>BigInt(o);else if(isNaN(e)||!isFinite(e))return Mg.stringifyNumber(t);let r="";e<0&&(r="-",e*=n(-1));let s=n(60),a=[e%s];return e<60?a.unshift(0):(e=(e-a[0])/s,a.unshift(e%s),e>=60&&(e=(e-a[0])/s,a.unshift(e))),r+a.map(o=>String(o).padStart(2,"0")).join(":").replace(/000000\d*$/,"")}var Lg={identify:t=>typeof t=="bigint"||Number.isInteger(t),default:!0,tag:"tag:yaml.org,2002:int",format:"TIME",test:/^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,resolve:(t,e,{intAsBigInt:n})=>vi(t,n),stringify:Xc},Ig={identify:t=>typeof t=="number",default:!0,tag:"tag:yaml.org,2002:float",format:"TIME",test:/^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,resolve:t=>vi(t,!1),stringify:Xc},Zc={identify:t=>t instanceof Date,default:!0,tag:"tag:yaml.org,2002:timestamp",test:RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),resolve(t){let e=t.match(Zc.test);if(!e)throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");let[,n,r,s,a,o,l]=e.map(Number),c=e[7]?Number((e[7]+"00").substr(1,3)):0,u=Date.UTC(n,r-1,s,a||0,o||0,l||0,c),f=e[8];if(f&&f!=="Z"){let d=vi(f,!1);Math.abs(d)<30&&(d*=60),u-=6e4*d}return new Date(u)},stringify:({value:t})=>t?.toISOString().replace(/(T00:00:00)?\.000Z$/,"")??""};wr.floatTime=Ig;wr.intTime=Lg;wr.timestamp=Zc});var nu=C(tu=>{"use strict";var Ng=ct(),xg=ar(),Og=ut(),Rg=jt(),Fg=di(),eu=Jc(),Si=zc(),br=Qc(),qg=Xn(),Bg=pi(),Dg=mr(),jg=bi(),Ti=ki(),$g=[Ng.map,Og.seq,Rg.string,xg.nullTag,eu.trueTag,eu.falseTag,br.intBin,br.intOct,br.int,br.intHex,Si.floatNaN,Si.floatExp,Si.float,Fg.binary,qg.merge,Bg.omap,Dg.pairs,jg.set,Ti.intTime,Ti.floatTime,Ti.timestamp];tu.schema=$g});var fu=C(Ci=>{"use strict";var au=ct(),Ug=ar(),ou=ut(),Wg=jt(),Hg=ri(),Ai=ii(),Ei=oi(),Vg=Rc(),Kg=Bc(),lu=di(),Vt=Xn(),cu=pi(),uu=mr(),ru=nu(),du=bi(),vr=ki(),su=new Map([["core",Vg.schema],["failsafe",[au.map,ou.seq,Wg.string]],["json",Kg.schema],["yaml11",ru.schema],["yaml-1.1",ru.schema]]),iu={binary:lu.binary,bool:Hg.boolTag,float:Ai.float,floatExp:Ai.floatExp,floatNaN:Ai.floatNaN,floatTime:vr.floatTime,int:Ei.int,intHex:Ei.intHex,intOct:Ei.intOct,intTime:vr.intTime,map:au.map,merge:Vt.merge,null:Ug.nullTag,omap:cu.omap,pairs:uu.pairs,seq:ou.seq,set:du.set,timestamp:vr.timestamp},Gg={"tag:yaml.org,2002:binary":lu.binary,"tag:yaml.org,2002:merge":Vt.merge,"tag:yaml.org,2002:omap":cu.omap,"tag:yaml.org,2002:pairs":uu.pairs,"tag:yaml.org,2002:set":du.set,"tag:yaml.org,2002:timestamp":vr.timestamp};function Jg(t,e,n){let r=su.get(e);if(r&&!t)return n&&!r.includes(Vt.merge)?r.concat(Vt.merge):r.slice();let s=r;if(!s)if(Array.isArray(t))s=[];else{let a=Array.from(su.keys()).filter(o=>o!=="yaml11").map(o=>JSON.stringify(o)).join(", ");throw new Error(`Unknown schema "${e}"; use one of ${a} or define customTags array`)}if(Array.isArray(t))for(let a of t)s=s.concat(a);else typeof t=="function"&&(s=t(s.slice()));return n&&(s=s.concat(Vt.merge)),s.reduce((a,o)=>{let l=typeof o=="string"?iu[o]:o;if(!l){let c=JSON.stringify(o),u=Object.keys(iu).map(f=>JSON.stringify(f)).join(", ");throw new Error(`Unknown custom tag ${c}; use one of ${u}`)}return a.includes(l)||a.push(l),a},[])}Ci.coreKnownTags=Gg;Ci.getTags=Jg});var Li=C(mu=>{"use strict";var Pi=O(),zg=ct(),Yg=ut(),Qg=jt(),kr=fu(),Xg=(t,e)=>t.key<e.key?-1:t.key>e.key?1:0,Mi=class t{constructor({compat:e,customTags:n,merge:r,resolveKnownTags:s,schema:a,sortMapEntries:o,toStringDefaults:l}){this.compat=Array.isArray(e)?kr.getTags(e,"compat"):e?kr.getTags(null,e):null,this.name=typeof a=="string"&&a||"core",this.knownTags=s?kr.coreKnownTags:{},this.tags=kr.getTags(n,this.name,r),this.toStringOptions=l??null,Object.defineProperty(this,Pi.MAP,{value:zg.map}),Object.defineProperty(this,Pi.SCALAR,{value:Qg.string}),Object.defineProperty(this,Pi.SEQ,{value:Yg.seq}),this.sortMapEntries=typeof o=="function"?o:o===!0?Xg:null}clone(){let e=Object.create(t.prototype,Object.getOwnPropertyDescriptors(this));return e.tags=this.tags.slice(),e}};mu.Schema=Mi});var pu=C(hu=>{"use strict";var Zg=O(),Ii=qt(),Kt=xt();function ey(t,e){let n=[],r=e.directives===!0;if(e.directives!==!1&&t.directives){let c=t.directives.toString(t);c?(n.push(c),r=!0):t.directives.docStart&&(r=!0)}r&&n.push("---");let s=Ii.createStringifyContext(t,e),{commentString:a}=s.options;if(t.commentBefore){n.length!==1&&n.unshift("");let c=a(t.commentBefore);n.unshift(Kt.indentComment(c,""))}let o=!1,l=null;if(t.contents){if(Zg.isNode(t.contents)){if(t.contents.spaceBefore&&r&&n.push(""),t.contents.commentBefore){let f=a(t.contents.commentBefore);n.push(Kt.indentComment(f,""))}s.forceBlockIndent=!!t.comment,l=t.contents.comment}let c=l?void 0:()=>o=!0,u=Ii.stringify(t.contents,s,()=>l=null,c);l&&(u+=Kt.lineComment(u,"",a(l))),(u[0]==="|"||u[0]===">")&&n[n.length-1]==="---"?n[n.length-1]=`--- ${u}`:n.push(u)}else n.push(Ii.stringify(t.contents,s));if(t.directives?.docEnd)if(t.comment){let c=a(t.comment);c.includes(`
`)?(n.push("..."),n.push(Kt.indentComment(c,""))):n.push(`... ${c}`)}else n.push("...");else{let c=t.comment;c&&o&&(c=c.replace(/^\n+/,"")),c&&((!o||l)&&n[n.length-1]!==""&&n.push(""),n.push(Kt.indentComment(a(c),"")))}return n.join(`
`)+`
`}hu.stringifyDocument=ey});var Gt=C(_u=>{"use strict";var ty=It(),ft=Un(),se=O(),ny=Ie(),ry=Ce(),sy=Li(),iy=pu(),Ni=Bn(),ay=Fs(),oy=Nt(),xi=Rs(),Oi=class t{constructor(e,n,r){this.commentBefore=null,this.comment=null,this.errors=[],this.warnings=[],Object.defineProperty(this,se.NODE_TYPE,{value:se.DOC});let s=null;typeof n=="function"||Array.isArray(n)?s=n:r===void 0&&n&&(r=n,n=void 0);let a=Object.assign({intAsBigInt:!1,keepSourceTokens:!1,logLevel:"warn",prettyErrors:!0,strict:!0,stringKeys:!1,uniqueKeys:!0,version:"1.2"},r);this.options=a;let{version:o}=a;r?._directives?(this.directives=r._directives.atDocument(),this.directives.yaml.explicit&&(o=this.directives.yaml.version)):this.directives=new xi.Directives({version:o}),this.setSchema(o,r),this.contents=e===void 0?null:this.createNode(e,s,r)}clone(){let e=Object.create(t.prototype,{[se.NODE_TYPE]:{value:se.DOC}});return e.commentBefore=this.commentBefore,e.comment=this.comment,e.errors=this.errors.slice(),e.warnings=this.warnings.slice(),e.options=Object.assign({},this.options),this.directives&&(e.directives=this.directives.clone()),e.schema=this.schema.clone(),e.contents=se.isNode(this.contents)?this.contents.clone(e.schema):this.contents,this.range&&(e.range=this.range.slice()),e}add(e){mt(this.contents)&&this.contents.add(e)}addIn(e,n){mt(this.contents)&&this.contents.addIn(e,n)}createAlias(e,n){if(!e.anchor){let r=Ni.anchorNames(this);e.anchor=!n||r.has(n)?Ni.findNewAnchor(n||"a",r):n}return new ty.Alias(e.anchor)}createNode(e,n,r){let s;if(typeof n=="function")e=n.call({"":e},"",e),s=n;else if(Array.isArray(n)){let _=b=>typeof b=="number"||b instanceof String||b instanceof Number,w=n.filter(_).map(String);w.length>0&&(n=n.concat(w)),s=n}else r===void 0&&n&&(r=n,n=void 0);let{aliasDuplicateObjects:a,anchorPrefix:o,flow:l,keepUndefined:c,onTagObj:u,tag:f}=r??{},{onAnchor:d,setAnchors:h,sourceObjects:y}=Ni.createNodeAnchors(this,o||"a"),k={aliasDuplicateObjects:a??!0,keepUndefined:c??!1,onAnchor:d,onTagObj:u,replacer:s,schema:this.schema,sourceObjects:y},p=oy.createNode(e,f,k);return l&&se.isCollection(p)&&(p.flow=!0),h(),p}createPair(e,n,r={}){let s=this.createNode(e,null,r),a=this.createNode(n,null,r);return new ny.Pair(s,a)}delete(e){return mt(this.contents)?this.contents.delete(e):!1}deleteIn(e){return ft.isEmptyPath(e)?this.contents==null?!1:(this.contents=null,!0):mt(this.contents)?this.contents.deleteIn(e):!1}get(e,n){return se.isCollection(this.contents)?this.contents.get(e,n):void 0}getIn(e,n){return ft.isEmptyPath(e)?!n&&se.isScalar(this.contents)?this.contents.value:this.contents:se.isCollection(this.contents)?this.contents.getIn(e,n):void 0}has(e){return se.isCollection(this.contents)?this.contents.has(e):!1}hasIn(e){return ft.isEmptyPath(e)?this.contents!==void 0:se.isCollection(this.contents)?this.contents.hasIn(e):!1}set(e,n){this.contents==null?this.contents=ft.collectionFromPath(this.schema,[e],n):mt(this.contents)&&this.contents.set(e,n)}setIn(e,n){ft.isEmptyPath(e)?this.contents=n:this.contents==null?this.contents=ft.collectionFromPath(this.schema,Array.from(e),n):mt(this.contents)&&this.contents.setIn(e,n)}setSchema(e,n={}){typeof e=="number"&&(e=String(e));let r;switch(e){case"1.1":this.directives?this.directives.yaml.version="1.1":this.directives=new xi.Directives({version:"1.1"}),r={resolveKnownTags:!1,schema:"yaml-1.1"};break;case"1.2":case"next":this.directives?this.directives.yaml.version=e:this.directives=new xi.Directives({version:e}),r={resolveKnownTags:!0,schema:"core"};break;case null:this.directives&&delete this.directives,r=null;break;default:{let s=JSON.stringify(e);throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${s}`)}}if(n.schema instanceof Object)this.schema=n.schema;else if(r)this.schema=new sy.Schema(Object.assign(r,n));else throw new Error("With a null YAML version, the { schema: Schema } option is required")}toJS({json:e,jsonArg:n,mapAsMap:r,maxAliasCount:s,onAnchor:a,reviver:o}={}){let l={anchors:new Map,doc:this,keep:!e,mapAsMap:r===!0,mapKeyWarned:!1,maxAliasCount:typeof s=="number"?s:100},c=ry.toJS(this.contents,n??"",l);if(typeof a=="function")for(let{count:u,res:f}of l.anchors.values())a(f,u);return typeof o=="function"?ay.applyReviver(o,{"":c},"",c):c}toJSON(e,n){return this.toJS({json:!0,jsonArg:e,mapAsMap:!1,onAnchor:n})}toString(e={}){if(this.errors.length>0)throw new Error("Document with errors cannot be stringified");if("indent"in e&&(!Number.isInteger(e.indent)||Number(e.indent)<=0)){let n=JSON.stringify(e.indent);throw new Error(`"indent" option must be a positive integer, not ${n}`)}return iy.stringifyDocument(this,e)}};function mt(t){if(se.isCollection(t))return!0;throw new Error("Expected a YAML collection as document contents")}_u.Document=Oi});var Yt=C(zt=>{"use strict";var Jt=class extends Error{constructor(e,n,r,s){super(),this.name=e,this.code=r,this.message=s,this.pos=n}},Ri=class extends Jt{constructor(e,n,r){super("YAMLParseError",e,n,r)}},Fi=class extends Jt{constructor(e,n,r){super("YAMLWarning",e,n,r)}},ly=(t,e)=>n=>{if(n.pos[0]===-1)return;n.linePos=n.pos.map(l=>e.linePos(l));let{line:r,col:s}=n.linePos[0];n.message+=` at line ${r}, column ${s}`;let a=s-1,o=t.substring(e.lineStarts[r-1],e.lineStarts[r]).replace(/[\n\r]+$/,"");if(a>=60&&o.length>80){let l=Math.min(a-39,o.length-79);o="…"+o.substring(l),a-=l-1}if(o.length>80&&(o=o.substring(0,79)+"…"),r>1&&/^ *$/.test(o.substring(0,a))){let l=t.substring(e.lineStarts[r-2],e.lineStarts[r-1]);l.length>80&&(l=l.substring(0,79)+`…
`),o=l+o}if(/[^ ]/.test(o)){let l=1,c=n.linePos[1];c?.line===r&&c.col>s&&(l=Math.max(1,Math.min(c.col-s,80-a)));let u=" ".repeat(a)+"^".repeat(l);n.message+=`:

${o}
${u}
`}};zt.YAMLError=Jt;zt.YAMLParseError=Ri;zt.YAMLWarning=Fi;zt.prettifyError=ly});var Qt=C(gu=>{"use strict";function cy(t,{flow:e,indicator:n,next:r,offset:s,onError:a,parentIndent:o,startOnNewline:l}){let c=!1,u=l,f=l,d="",h="",y=!1,k=!1,p=null,_=null,w=null,b=null,v=null,S=null,P=null;for(let E of t)switch(k&&(E.type!=="space"&&E.type!=="newline"&&E.type!=="comma"&&a(E.offset,"MISSING_CHAR","Tags and anchors must be separated from the next token by white space"),k=!1),p&&(u&&E.type!=="comment"&&E.type!=="newline"&&a(p,"TAB_AS_INDENT","Tabs are not allowed as indentation"),p=null),E.type){case"space":!e&&(n!=="doc-start"||r?.type!=="flow-collection")&&E.source.includes("	")&&(p=E),f=!0;break;case"comment":{f||a(E,"MISSING_CHAR","Comments must be separated from other tokens by white space characters");let R=E.source.substring(1)||" ";d?d+=h+R:d=R,h="",u=!1;break}case"newline":u?d?d+=E.source:(!S||n!=="seq-item-ind")&&(c=!0):h+=E.source,u=!0,y=!0,(_||w)&&(b=E),f=!0;break;case"anchor":_&&a(E,"MULTIPLE_ANCHORS","A node can have at most one anchor"),E.source.endsWith(":")&&a(E.offset+E.source.length-1,"BAD_ALIAS","Anchor ending in : is ambiguous",!0),_=E,P??(P=E.offset),u=!1,f=!1,k=!0;break;case"tag":{w&&a(E,"MULTIPLE_TAGS","A node can have at most one tag"),w=E,P??(P=E.offset),u=!1,f=!1,k=!0;break}case n:(_||w)&&a(E,"BAD_PROP_ORDER",`Anchors and tags must be after the ${E.source} indicator`),S&&a(E,"UNEXPECTED_TOKEN",`Unexpected ${E.source} in ${e??"collection"}`),S=E,u=n==="seq-item-ind"||n==="explicit-key-ind",f=!1;break;case"comma":if(e){v&&a(E,"UNEXPECTED_TOKEN",`Unexpected , in ${e}`),v=E,u=!1,f=!1;break}default:a(E,"UNEXPECTED_TOKEN",`Unexpected ${E.type} token`),u=!1,f=!1}let T=t[t.length-1],N=T?T.offset+T.source.length:s;return k&&r&&r.type!=="space"&&r.type!=="newline"&&r.type!=="comma"&&(r.type!=="scalar"||r.source!=="")&&a(r.offset,"MISSING_CHAR","Tags and anchors must be separated from the next token by white space"),p&&(u&&p.indent<=o||r?.type==="block-map"||r?.type==="block-seq")&&a(p,"TAB_AS_INDENT","Tabs are not allowed as indentation"),{comma:v,found:S,spaceBefore:c,comment:d,hasNewline:y,anchor:_,tag:w,newlineAfterProp:b,end:N,start:P??N}}gu.resolveProps=cy});var Sr=C(yu=>{"use strict";function qi(t){if(!t)return null;switch(t.type){case"alias":case"scalar":case"double-quoted-scalar":case"single-quoted-scalar":if(t.source.includes(`
`))return!0;if(t.end){for(let e of t.end)if(e.type==="newline")return!0}return!1;case"flow-collection":for(let e of t.items){for(let n of e.start)if(n.type==="newline")return!0;if(e.sep){for(let n of e.sep)if(n.type==="newline")return!0}if(qi(e.key)||qi(e.value))return!0}return!1;default:return!0}}yu.containsNewline=qi});var Bi=C(wu=>{"use strict";var uy=Sr();function dy(t,e,n){if(e?.type==="flow-collection"){let r=e.end[0];r.indent===t&&(r.source==="]"||r.source==="}")&&uy.containsNewline(e)&&n(r,"BAD_INDENT","Flow end indicator should be more indented than parent",!0)}}wu.flowIndentCheck=dy});var Di=C(vu=>{"use strict";var bu=O();function fy(t,e,n){let{uniqueKeys:r}=t.options;if(r===!1)return!1;let s=typeof r=="function"?r:(a,o)=>a===o||bu.isScalar(a)&&bu.isScalar(o)&&a.value===o.value;return e.some(a=>s(a.key,n))}vu.mapIncludes=fy});var Cu=C(Eu=>{"use strict";var ku=Ie(),my=xe(),Su=Qt(),hy=Sr(),Tu=Bi(),py=Di(),Au="All mapping items must start at the same column";function _y({composeNode:t,composeEmptyNode:e},n,r,s,a){let o=a?.nodeClass??my.YAMLMap,l=new o(n.schema);n.atRoot&&(n.atRoot=!1);let c=r.offset,u=null;for(let f of r.items){let{start:d,key:h,sep:y,value:k}=f,p=Su.resolveProps(d,{indicator:"explicit-key-ind",next:h??y?.[0],offset:c,onError:s,parentIndent:r.indent,startOnNewline:!0}),_=!p.found;if(_){if(h&&(h.type==="block-seq"?s(c,"BLOCK_AS_IMPLICIT_KEY","A block sequence may not be used as an implicit map key"):"indent"in h&&h.indent!==r.indent&&s(c,"BAD_INDENT",Au)),!p.anchor&&!p.tag&&!y){u=p.end,p.comment&&(l.comment?l.comment+=`
`+p.comment:l.comment=p.comment);continue}(p.newlineAfterProp||hy.containsNewline(h))&&s(h??d[d.length-1],"MULTILINE_IMPLICIT_KEY","Implicit keys need to be on a single line")}else p.found?.indent!==r.indent&&s(c,"BAD_INDENT",Au);n.atKey=!0;let w=p.end,b=h?t(n,h,p,s):e(n,w,d,null,p,s);n.schema.compat&&Tu.flowIndentCheck(r.indent,h,s),n.atKey=!1,py.mapIncludes(n,l.items,b)&&s(w,"DUPLICATE_KEY","Map keys must be unique");let v=Su.resolveProps(y??[],{indicator:"map-value-ind",next:k,offset:b.range[2],onError:s,parentIndent:r.indent,startOnNewline:!h||h.type==="block-scalar"});if(c=v.end,v.found){_&&(k?.type==="block-map"&&!v.hasNewline&&s(c,"BLOCK_AS_IMPLICIT_KEY","Nested mappings are not allowed in compact mappings"),n.options.strict&&p.start<v.found.offset-1024&&s(b.range,"KEY_OVER_1024_CHARS","The : indicator must be at most 1024 chars after the start of an implicit block mapping key"));let S=k?t(n,k,v,s):e(n,c,y,null,v,s);n.schema.compat&&Tu.flowIndentCheck(r.indent,k,s),c=S.range[2];let P=new ku.Pair(b,S);n.options.keepSourceTokens&&(P.srcToken=f),l.items.push(P)}else{_&&s(b.range,"MISSING_CHAR","Implicit map keys need to be followed by map values"),v.comment&&(b.comment?b.comment+=`
`+v.comment:b.comment=v.comment);let S=new ku.Pair(b);n.options.keepSourceTokens&&(S.srcToken=f),l.items.push(S)}}return u&&u<c&&s(u,"IMPOSSIBLE","Map comment with trailing content"),l.range=[r.offset,c,u??c],l}Eu.resolveBlockMap=_y});var Mu=C(Pu=>{"use strict";var gy=Oe(),yy=Qt(),wy=Bi();function by({composeNode:t,composeEmptyNode:e},n,r,s,a){let o=a?.nodeClass??gy.YAMLSeq,l=new o(n.schema);n.atRoot&&(n.atRoot=!1),n.atKey&&(n.atKey=!1);let c=r.offset,u=null;for(let{start:f,value:d}of r.items){let h=yy.resolveProps(f,{indicator:"seq-item-ind",next:d,offset:c,onError:s,parentIndent:r.indent,startOnNewline:!0});if(!h.found)if(h.anchor||h.tag||d)d?.type==="block-seq"?s(h.end,"BAD_INDENT","All sequence items must start at the same column"):s(c,"MISSING_CHAR","Sequence item without - indicator");else{u=h.end,h.comment&&(l.comment=h.comment);continue}let y=d?t(n,d,h,s):e(n,h.end,f,null,h,s);n.schema.compat&&wy.flowIndentCheck(r.indent,d,s),c=y.range[2],l.items.push(y)}return l.range=[r.offset,c,u??c],l}Pu.resolveBlockSeq=by});var ht=C(Lu=>{"use strict";function vy(t,e,n,r){let s="";if(t){let a=!1,o="";for(let l of t){let{source:c,type:u}=l;switch(u){case"space":a=!0;break;case"comment":{n&&!a&&r(l,"MISSING_CHAR","Comments must be separated from other tokens by white space characters");let f=c.substring(1)||" ";s?s+=o+f:s=f,o="";break}case"newline":s&&(o+=c),a=!0;break;default:r(l,"UNEXPECTED_TOKEN",`Unexpected ${u} at node end`)}e+=c.length}}return{comment:s,offset:e}}Lu.resolveEnd=vy});var Ou=C(xu=>{"use strict";var ky=O(),Sy=Ie(),Iu=xe(),Ty=Oe(),Ay=ht(),Nu=Qt(),Ey=Sr(),Cy=Di(),ji="Block collections are not allowed within flow collections",$i=t=>t&&(t.type==="block-map"||t.type==="block-seq");function Py({composeNode:t,composeEmptyNode:e},n,r,s,a){let o=r.start.source==="{",l=o?"flow map":"flow sequence",c=a?.nodeClass??(o?Iu.YAMLMap:Ty.YAMLSeq),u=new c(n.schema);u.flow=!0;let f=n.atRoot;f&&(n.atRoot=!1),n.atKey&&(n.atKey=!1);let d=r.offset+r.start.source.length;for(let _=0;_<r.items.length;++_){let w=r.items[_],{start:b,key:v,sep:S,value:P}=w,T=Nu.resolveProps(b,{flow:l,indicator:"explicit-key-ind",next:v??S?.[0],offset:d,onError:s,parentIndent:r.indent,startOnNewline:!1});if(!T.found){if(!T.anchor&&!T.tag&&!S&&!P){_===0&&T.comma?s(T.comma,"UNEXPECTED_TOKEN",`Unexpected , in ${l}`):_<r.items.length-1&&s(T.start,"UNEXPECTED_TOKEN",`Unexpected empty item in ${l}`),T.comment&&(u.comment?u.comment+=`
`+T.comment:u.comment=T.comment),d=T.end;continue}!o&&n.options.strict&&Ey.containsNewline(v)&&s(v,"MULTILINE_IMPLICIT_KEY","Implicit keys of flow sequence pairs need to be on a single line")}if(_===0)T.comma&&s(T.comma,"UNEXPECTED_TOKEN",`Unexpected , in ${l}`);else if(T.comma||s(T.start,"MISSING_CHAR",`Missing , between ${l} items`),T.comment){let N="";e:for(let E of b)switch(E.type){case"comma":case"space":break;case"comment":N=E.source.substring(1);break e;default:break e}if(N){let E=u.items[u.items.length-1];ky.isPair(E)&&(E=E.value??E.key),E.comment?E.comment+=`
`+N:E.comment=N,T.comment=T.comment.substring(N.length+1)}}if(!o&&!S&&!T.found){let N=P?t(n,P,T,s):e(n,T.end,S,null,T,s);u.items.push(N),d=N.range[2],$i(P)&&s(N.range,"BLOCK_IN_FLOW",ji)}else{n.atKey=!0;let N=T.end,E=v?t(n,v,T,s):e(n,N,b,null,T,s);$i(v)&&s(E.range,"BLOCK_IN_FLOW",ji),n.atKey=!1;let R=Nu.resolveProps(S??[],{flow:l,indicator:"map-value-ind",next:P,offset:E.range[2],onError:s,parentIndent:r.indent,startOnNewline:!1});if(R.found){if(!o&&!T.found&&n.options.strict){if(S)for(let F of S){if(F===R.found)break;if(F.type==="newline"){s(F,"MULTILINE_IMPLICIT_KEY","Implicit keys of flow sequence pairs need to be on a single line");break}}T.start<R.found.offset-1024&&s(R.found,"KEY_OVER_1024_CHARS","The : indicator must be at most 1024 chars after the start of an implicit flow sequence key")}}else P&&("source"in P&&P.source?.[0]===":"?s(P,"MISSING_CHAR",`Missing space after : in ${l}`):s(R.start,"MISSING_CHAR",`Missing , or : between ${l} items`));let H=P?t(n,P,R,s):R.found?e(n,R.end,S,null,R,s):null;H?$i(P)&&s(H.range,"BLOCK_IN_FLOW",ji):R.comment&&(E.comment?E.comment+=`
`+R.comment:E.comment=R.comment);let de=new Sy.Pair(E,H);if(n.options.keepSourceTokens&&(de.srcToken=w),o){let F=u;Cy.mapIncludes(n,F.items,E)&&s(N,"DUPLICATE_KEY","Map keys must be unique"),F.items.push(de)}else{let F=new Iu.YAMLMap(n.schema);F.flow=!0,F.items.push(de);let fe=(H??E).range;F.range=[E.range[0],fe[1],fe[2]],u.items.push(F)}d=H?H.range[2]:R.end}}let h=o?"}":"]",[y,...k]=r.end,p=d;if(y?.source===h)p=y.offset+y.source.length;else{let _=l[0].toUpperCase()+l.substring(1),w=f?`${_} must end with a ${h}`:`${_} in block collection must be sufficiently indented and end with a ${h}`;s(d,f?"MISSING_CHAR":"BAD_INDENT",w),y&&y.source.length!==1&&k.unshift(y)}if(k.length>0){let _=Ay.resolveEnd(k,p,n.options.strict,s);_.comment&&(u.comment?u.comment+=`
`+_.comment:u.comment=_.comment),u.range=[r.offset,p,_.offset]}else u.range=[r.offset,p,p];return u}xu.resolveFlowCollection=Py});var Fu=C(Ru=>{"use strict";var My=O(),Ly=j(),Iy=xe(),Ny=Oe(),xy=Cu(),Oy=Mu(),Ry=Ou();function Ui(t,e,n,r,s,a){let o=n.type==="block-map"?xy.resolveBlockMap(t,e,n,r,a):n.type==="block-seq"?Oy.resolveBlockSeq(t,e,n,r,a):Ry.resolveFlowCollection(t,e,n,r,a),l=o.constructor;return s==="!"||s===l.tagName?(o.tag=l.tagName,o):(s&&(o.tag=s),o)}function Fy(t,e,n,r,s){let a=r.tag,o=a?e.directives.tagName(a.source,h=>s(a,"TAG_RESOLVE_FAILED",h)):null;if(n.type==="block-seq"){let{anchor:h,newlineAfterProp:y}=r,k=h&&a?h.offset>a.offset?h:a:h??a;k&&(!y||y.offset<k.offset)&&s(k,"MISSING_CHAR","Missing newline after block sequence props")}let l=n.type==="block-map"?"map":n.type==="block-seq"?"seq":n.start.source==="{"?"map":"seq";if(!a||!o||o==="!"||o===Iy.YAMLMap.tagName&&l==="map"||o===Ny.YAMLSeq.tagName&&l==="seq")return Ui(t,e,n,s,o);let c=e.schema.tags.find(h=>h.tag===o&&h.collection===l);if(!c){let h=e.schema.knownTags[o];if(h?.collection===l)e.schema.tags.push(Object.assign({},h,{default:!1})),c=h;else return h?s(a,"BAD_COLLECTION_TYPE",`${h.tag} used for ${l} collection, but expects ${h.collection??"scalar"}`,!0):s(a,"TAG_RESOLVE_FAILED",`Unresolved tag: ${o}`,!0),Ui(t,e,n,s,o)}let u=Ui(t,e,n,s,o,c),f=c.resolve?.(u,h=>s(a,"TAG_RESOLVE_FAILED",h),e.options)??u,d=My.isNode(f)?f:new Ly.Scalar(f);return d.range=u.range,d.tag=o,c?.format&&(d.format=c.format),d}Ru.composeCollection=Fy});var Hi=C(qu=>{"use strict";var Wi=j();function qy(t,e,n){let r=e.offset,s=By(e,t.options.strict,n);if(!s)return{value:"",type:null,comment:"",range:[r,r,r]};let a=s.mode===">"?Wi.Scalar.BLOCK_FOLDED:Wi.Scalar.BLOCK_LITERAL,o=e.source?Dy(e.source):[],l=o.length;for(let p=o.length-1;p>=0;--p){let _=o[p][1];if(_===""||_==="\r")l=p;else break}if(l===0){let p=s.chomp==="+"&&o.length>0?`
`.repeat(Math.max(1,o.length-1)):"",_=r+s.length;return e.source&&(_+=e.source.length),{value:p,type:a,comment:s.comment,range:[r,_,_]}}let c=e.indent+s.indent,u=e.offset+s.length,f=0;for(let p=0;p<l;++p){let[_,w]=o[p];if(w===""||w==="\r")s.indent===0&&_.length>c&&(c=_.length);else{_.length<c&&n(u+_.length,"MISSING_CHAR","Block scalars with more-indented leading empty lines must use an explicit indentation indicator"),s.indent===0&&(c=_.length),f=p,c===0&&!t.atRoot&&n(u,"BAD_INDENT","Block scalar values in collections must be indented");break}u+=_.length+w.length+1}for(let p=o.length-1;p>=l;--p)o[p][0].length>c&&(l=p+1);let d="",h="",y=!1;for(let p=0;p<f;++p)d+=o[p][0].slice(c)+`
`;for(let p=f;p<l;++p){let[_,w]=o[p];u+=_.length+w.length+1;let b=w[w.length-1]==="\r";if(b&&(w=w.slice(0,-1)),w&&_.length<c){let S=`Block scalar lines must not be less indented than their ${s.indent?"explicit indentation indicator":"first line"}`;n(u-w.length-(b?2:1),"BAD_INDENT",S),_=""}a===Wi.Scalar.BLOCK_LITERAL?(d+=h+_.slice(c)+w,h=`
`):_.length>c||w[0]==="	"?(h===" "?h=`
`:!y&&h===`
`&&(h=`

`),d+=h+_.slice(c)+w,h=`
`,y=!0):w===""?h===`
`?d+=`
`:h=`
`:(d+=h+w,h=" ",y=!1)}switch(s.chomp){case"-":break;case"+":for(let p=l;p<o.length;++p)d+=`
`+o[p][0].slice(c);d[d.length-1]!==`
`&&(d+=`
`);break;default:d+=`
`}let k=r+s.length+e.source.length;return{value:d,type:a,comment:s.comment,range:[r,k,k]}}function By({offset:t,props:e},n,r){if(e[0].type!=="block-scalar-header")return r(e[0],"IMPOSSIBLE","Block scalar header not found"),null;let{source:s}=e[0],a=s[0],o=0,l="",c=-1;for(let h=1;h<s.length;++h){let y=s[h];if(!l&&(y==="-"||y==="+"))l=y;else{let k=Number(y);!o&&k?o=k:c===-1&&(c=t+h)}}c!==-1&&r(c,"UNEXPECTED_TOKEN",`Block scalar header includes extra characters: ${s}`);let u=!1,f="",d=s.length;for(let h=1;h<e.length;++h){let y=e[h];switch(y.type){case"space":u=!0;case"newline":d+=y.source.length;break;case"comment":n&&!u&&r(y,"MISSING_CHAR","Comments must be separated from other tokens by white space characters"),d+=y.source.length,f=y.source.substring(1);break;case"error":r(y,"UNEXPECTED_TOKEN",y.message),d+=y.source.length;break;default:{let k=`Unexpected token in block scalar header: ${y.type}`;r(y,"UNEXPECTED_TOKEN",k);let p=y.source;p&&typeof p=="string"&&(d+=p.length)}}}return{mode:a,indent:o,chomp:l,comment:f,length:d}}function Dy(t){let e=t.split(/\n( *)/),n=e[0],r=n.match(/^( *)/),a=[r?.[1]?[r[1],n.slice(r[1].length)]:["",n]];for(let o=1;o<e.length;o+=2)a.push([e[o],e[o+1]]);return a}qu.resolveBlockScalar=qy});var Ki=C(Du=>{"use strict";var Vi=j(),jy=ht();function $y(t,e,n){let{offset:r,type:s,source:a,end:o}=t,l,c,u=(h,y,k)=>n(r+h,y,k);switch(s){case"scalar":l=Vi.Scalar.PLAIN,c=Uy(a,u);break;case"single-quoted-scalar":l=Vi.Scalar.QUOTE_SINGLE,c=Wy(a,u);break;case"double-quoted-scalar":l=Vi.Scalar.QUOTE_DOUBLE,c=Hy(a,u);break;default:return n(t,"UNEXPECTED_TOKEN",`Expected a flow scalar value, but found: ${s}`),{value:"",type:null,comment:"",range:[r,r+a.length,r+a.length]}}let f=r+a.length,d=jy.resolveEnd(o,f,e,n);return{value:c,type:l,comment:d.comment,range:[r,f,d.offset]}}function Uy(t,e){let n="";switch(t[0]){case"	":n="a tab character";break;case",":n="flow indicator character ,";break;case"%":n="directive indicator character %";break;case"|":case">":{n=`block scalar indicator ${t[0]}`;break}case"@":case"`":{n=`reserved character ${t[0]}`;break}}return n&&e(0,"BAD_SCALAR_START",`Plain value cannot start with ${n}`),Bu(t)}function Wy(t,e){return(t[t.length-1]!=="'"||t.length===1)&&e(t.length,"MISSING_CHAR","Missing closing 'quote"),Bu(t.slice(1,-1)).replace(/''/g,"'")}function Bu(t){let e=/(.*?)\r?\n/sy,n=e.exec(t);if(!n)return t;let r,s;try{r=new RegExp("(?<![ 	])[ 	]+$"),s=new RegExp("^[ 	]+|(?<![ 	])[ 	]+$","g")}catch{r=/[ \t]+$/,s=/^[ \t]+|[ \t]+$/g}let a=n[1].replace(r,""),o=" ",l=e.lastIndex;for(;n=e.exec(t);){let u=n[1].replace(s,"");u===""?o===`
`?a+=o:o=`
`:(a+=o+u,o=" "),l=e.lastIndex}let c=/[ \t]*(.*)/sy;return c.lastIndex=l,n=c.exec(t),a+o+(n?.[1]??"")}function Hy(t,e){let n="";for(let r=1;r<t.length-1;++r){let s=t[r];if(!(s==="\r"&&t[r+1]===`
`))if(s===`
`){let{fold:a,offset:o}=Vy(t,r);n+=a,r=o}else if(s==="\\"){let a=t[++r],o=Ky[a];if(o)n+=o;else if(a===`
`)for(a=t[r+1];a===" "||a==="	";)a=t[++r+1];else if(a==="\r"&&t[r+1]===`
`)for(a=t[++r+1];a===" "||a==="	";)a=t[++r+1];else if(a==="x"||a==="u"||a==="U"){let l=a==="x"?2:a==="u"?4:8;n+=Gy(t,r+1,l,e),r+=l}else{let l=t.substr(r-1,2);e(r-1,"BAD_DQ_ESCAPE",`Invalid escape sequence ${l}`),n+=l}}else if(s===" "||s==="	"){let a=r,o=t[r+1];for(;o===" "||o==="	";)o=t[++r+1];o!==`
`&&!(o==="\r"&&t[r+2]===`
`)&&(n+=r>a?t.slice(a,r+1):s)}else n+=s}return(t[t.length-1]!=='"'||t.length===1)&&e(t.length,"MISSING_CHAR",'Missing closing "quote'),n}function Vy(t,e){let n="",r=t[e+1];for(;(r===" "||r==="	"||r===`
`||r==="\r")&&!(r==="\r"&&t[e+2]!==`
`);)r===`
`&&(n+=`
`),e+=1,r=t[e+1];return n||(n=" "),{fold:n,offset:e}}var Ky={0:"\0",a:"\x07",b:"\b",e:"\x1B",f:"\f",n:`
`,r:"\r",t:"	",v:"\v",N:"",_:" ",L:"\u2028",P:"\u2029"," ":" ",'"':'"',"/":"/","\\":"\\","	":"	"};function Gy(t,e,n,r){let s=t.substr(e,n),o=s.length===n&&/^[0-9a-fA-F]+$/.test(s)?parseInt(s,16):NaN;try{return String.fromCodePoint(o)}catch{let l=t.substr(e-2,n+2);return r(e-2,"BAD_DQ_ESCAPE",`Invalid escape sequence ${l}`),l}}Du.resolveFlowScalar=$y});var Uu=C($u=>{"use strict";var Je=O(),ju=j(),Jy=Hi(),zy=Ki();function Yy(t,e,n,r){let{value:s,type:a,comment:o,range:l}=e.type==="block-scalar"?Jy.resolveBlockScalar(t,e,r):zy.resolveFlowScalar(e,t.options.strict,r),c=n?t.directives.tagName(n.source,d=>r(n,"TAG_RESOLVE_FAILED",d)):null,u;t.options.stringKeys&&t.atKey?u=t.schema[Je.SCALAR]:c?u=Qy(t.schema,s,c,n,r):e.type==="scalar"?u=Xy(t,s,e,r):u=t.schema[Je.SCALAR];let f;try{let d=u.resolve(s,h=>r(n??e,"TAG_RESOLVE_FAILED",h),t.options);f=Je.isScalar(d)?d:new ju.Scalar(d)}catch(d){let h=d instanceof Error?d.message:String(d);r(n??e,"TAG_RESOLVE_FAILED",h),f=new ju.Scalar(s)}return f.range=l,f.source=s,a&&(f.type=a),c&&(f.tag=c),u.format&&(f.format=u.format),o&&(f.comment=o),f}function Qy(t,e,n,r,s){if(n==="!")return t[Je.SCALAR];let a=[];for(let l of t.tags)if(!l.collection&&l.tag===n)if(l.default&&l.test)a.push(l);else return l;for(let l of a)if(l.test?.test(e))return l;let o=t.knownTags[n];return o&&!o.collection?(t.tags.push(Object.assign({},o,{default:!1,test:void 0})),o):(s(r,"TAG_RESOLVE_FAILED",`Unresolved tag: ${n}`,n!=="tag:yaml.org,2002:str"),t[Je.SCALAR])}function Xy({atKey:t,directives:e,schema:n},r,s,a){let o=n.tags.find(l=>(l.default===!0||t&&l.default==="key")&&l.test?.test(r))||n[Je.SCALAR];if(n.compat){let l=n.compat.find(c=>c.default&&c.test?.test(r))??n[Je.SCALAR];if(o.tag!==l.tag){let c=e.tagString(o.tag),u=e.tagString(l.tag),f=`Value may be parsed as either ${c} or ${u}`;a(s,"TAG_RESOLVE_FAILED",f,!0)}}return o}$u.composeScalar=Yy});var Hu=C(Wu=>{"use strict";function Zy(t,e,n){if(e){n??(n=e.length);for(let r=n-1;r>=0;--r){let s=e[r];switch(s.type){case"space":case"comment":case"newline":t-=s.source.length;continue}for(s=e[++r];s?.type==="space";)t+=s.source.length,s=e[++r];break}}return t}Wu.emptyScalarPosition=Zy});var Gu=C(Ji=>{"use strict";var ew=It(),tw=O(),nw=Fu(),Vu=Uu(),rw=ht(),sw=Hu(),iw={composeNode:Ku,composeEmptyNode:Gi};function Ku(t,e,n,r){let s=t.atKey,{spaceBefore:a,comment:o,anchor:l,tag:c}=n,u,f=!0;switch(e.type){case"alias":u=aw(t,e,r),(l||c)&&r(e,"ALIAS_PROPS","An alias node must not specify any properties");break;case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":case"block-scalar":u=Vu.composeScalar(t,e,c,r),l&&(u.anchor=l.source.substring(1));break;case"block-map":case"block-seq":case"flow-collection":try{u=nw.composeCollection(iw,t,e,n,r),l&&(u.anchor=l.source.substring(1))}catch(d){let h=d instanceof Error?d.message:String(d);r(e,"RESOURCE_EXHAUSTION",h)}break;default:{let d=e.type==="error"?e.message:`Unsupported token (type: ${e.type})`;r(e,"UNEXPECTED_TOKEN",d),f=!1}}return u??(u=Gi(t,e.offset,void 0,null,n,r)),l&&u.anchor===""&&r(l,"BAD_ALIAS","Anchor cannot be an empty string"),s&&t.options.stringKeys&&(!tw.isScalar(u)||typeof u.value!="string"||u.tag&&u.tag!=="tag:yaml.org,2002:str")&&r(c??e,"NON_STRING_KEY","With stringKeys, all keys must be strings"),a&&(u.spaceBefore=!0),o&&(e.type==="scalar"&&e.source===""?u.comment=o:u.commentBefore=o),t.options.keepSourceTokens&&f&&(u.srcToken=e),u}function Gi(t,e,n,r,{spaceBefore:s,comment:a,anchor:o,tag:l,end:c},u){let f={type:"scalar",offset:sw.emptyScalarPosition(e,n,r),indent:-1,source:""},d=Vu.composeScalar(t,f,l,u);return o&&(d.anchor=o.source.substring(1),d.anchor===""&&u(o,"BAD_ALIAS","Anchor cannot be an empty string")),s&&(d.spaceBefore=!0),a&&(d.comment=a,d.range[2]=c),d}function aw({options:t},{offset:e,source:n,end:r},s){let a=new ew.Alias(n.substring(1));a.source===""&&s(e,"BAD_ALIAS","Alias cannot be an empty string"),a.source.endsWith(":")&&s(e+n.length-1,"BAD_ALIAS","Alias ending in : is ambiguous",!0);let o=e+n.length,l=rw.resolveEnd(r,o,t.strict,s);return a.range=[e,o,l.offset],l.comment&&(a.comment=l.comment),a}Ji.composeEmptyNode=Gi;Ji.composeNode=Ku});var Yu=C(zu=>{"use strict";var ow=Gt(),Ju=Gu(),lw=ht(),cw=Qt();function uw(t,e,{offset:n,start:r,value:s,end:a},o){let l=Object.assign({_directives:e},t),c=new ow.Document(void 0,l),u={atKey:!1,atRoot:!0,directives:c.directives,options:c.options,schema:c.schema},f=cw.resolveProps(r,{indicator:"doc-start",next:s??a?.[0],offset:n,onError:o,parentIndent:0,startOnNewline:!0});f.found&&(c.directives.docStart=!0,s&&(s.type==="block-map"||s.type==="block-seq")&&!f.hasNewline&&o(f.end,"MISSING_CHAR","Block collection cannot start on same line with directives-end marker")),c.contents=s?Ju.composeNode(u,s,f,o):Ju.composeEmptyNode(u,f.end,r,null,f,o);let d=c.contents.range[2],h=lw.resolveEnd(a,d,!1,o);return h.comment&&(c.comment=h.comment),c.range=[n,d,h.offset],c}zu.composeDoc=uw});var Yi=C(Zu=>{"use strict";var dw=cn("process"),fw=Rs(),mw=Gt(),Xt=Yt(),Qu=O(),hw=Yu(),pw=ht();function Zt(t){if(typeof t=="number")return[t,t+1];if(Array.isArray(t))return t.length===2?t:[t[0],t[1]];let{offset:e,source:n}=t;return[e,e+(typeof n=="string"?n.length:1)]}function Xu(t){let e="",n=!1,r=!1;for(let s=0;s<t.length;++s){let a=t[s];switch(a[0]){case"#":e+=(e===""?"":r?`

`:`
`)+(a.substring(1)||" "),n=!0,r=!1;break;case"%":t[s+1]?.[0]!=="#"&&(s+=1),n=!1;break;default:n||(r=!0),n=!1}}return{comment:e,afterEmptyLine:r}}var zi=class{constructor(e={}){this.doc=null,this.atDirectives=!1,this.prelude=[],this.errors=[],this.warnings=[],this.onError=(n,r,s,a)=>{let o=Zt(n);a?this.warnings.push(new Xt.YAMLWarning(o,r,s)):this.errors.push(new Xt.YAMLParseError(o,r,s))},this.directives=new fw.Directives({version:e.version||"1.2"}),this.options=e}decorate(e,n){let{comment:r,afterEmptyLine:s}=Xu(this.prelude);if(r){let a=e.contents;if(n)e.comment=e.comment?`${e.comment}
${r}`:r;else if(s||e.directives.docStart||!a)e.commentBefore=r;else if(Qu.isCollection(a)&&!a.flow&&a.items.length>0){let o=a.items[0];Qu.isPair(o)&&(o=o.key);let l=o.commentBefore;o.commentBefore=l?`${r}
${l}`:r}else{let o=a.commentBefore;a.commentBefore=o?`${r}
${o}`:r}}if(n){for(let a=0;a<this.errors.length;++a)e.errors.push(this.errors[a]);for(let a=0;a<this.warnings.length;++a)e.warnings.push(this.warnings[a])}else e.errors=this.errors,e.warnings=this.warnings;this.prelude=[],this.errors=[],this.warnings=[]}streamInfo(){return{comment:Xu(this.prelude).comment,directives:this.directives,errors:this.errors,warnings:this.warnings}}*compose(e,n=!1,r=-1){for(let s of e)yield*this.next(s);yield*this.end(n,r)}*next(e){switch(dw.env.LOG_STREAM&&console.dir(e,{depth:null}),e.type){case"directive":this.directives.add(e.source,(n,r,s)=>{let a=Zt(e);a[0]+=n,this.onError(a,"BAD_DIRECTIVE",r,s)}),this.prelude.push(e.source),this.atDirectives=!0;break;case"document":{let n=hw.composeDoc(this.options,this.directives,e,this.onError);this.atDirectives&&!n.directives.docStart&&this.onError(e,"MISSING_CHAR","Missing directives-end/doc-start indicator line"),this.decorate(n,!1),this.doc&&(yield this.doc),this.doc=n,this.atDirectives=!1;break}case"byte-order-mark":case"space":break;case"comment":case"newline":this.prelude.push(e.source);break;case"error":{let n=e.source?`${e.message}: ${JSON.stringify(e.source)}`:e.message,r=new Xt.YAMLParseError(Zt(e),"UNEXPECTED_TOKEN",n);this.atDirectives||!this.doc?this.errors.push(r):this.doc.errors.push(r);break}case"doc-end":{if(!this.doc){let r="Unexpected doc-end without preceding document";this.errors.push(new Xt.YAMLParseError(Zt(e),"UNEXPECTED_TOKEN",r));break}this.doc.directives.docEnd=!0;let n=pw.resolveEnd(e.end,e.offset+e.source.length,this.doc.options.strict,this.onError);if(this.decorate(this.doc,!0),n.comment){let r=this.doc.comment;this.doc.comment=r?`${r}
${n.comment}`:n.comment}this.doc.range[2]=n.offset;break}default:this.errors.push(new Xt.YAMLParseError(Zt(e),"UNEXPECTED_TOKEN",`Unsupported token ${e.type}`))}}*end(e=!1,n=-1){if(this.doc)this.decorate(this.doc,!0),yield this.doc,this.doc=null;else if(e){let r=Object.assign({_directives:this.directives},this.options),s=new mw.Document(void 0,r);this.atDirectives&&this.onError(n,"MISSING_CHAR","Missing directives-end indicator line"),s.range=[0,n,n],this.decorate(s,!1),yield s}}};Zu.Composer=zi});var nd=C(Tr=>{"use strict";var _w=Hi(),gw=Ki(),yw=Yt(),ed=Ft();function ww(t,e=!0,n){if(t){let r=(s,a,o)=>{let l=typeof s=="number"?s:Array.isArray(s)?s[0]:s.offset;if(n)n(l,a,o);else throw new yw.YAMLParseError([l,l+1],a,o)};switch(t.type){case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":return gw.resolveFlowScalar(t,e,r);case"block-scalar":return _w.resolveBlockScalar({options:{strict:e}},t,r)}}return null}function bw(t,e){let{implicitKey:n=!1,indent:r,inFlow:s=!1,offset:a=-1,type:o="PLAIN"}=e,l=ed.stringifyString({type:o,value:t},{implicitKey:n,indent:r>0?" ".repeat(r):"",inFlow:s,options:{blockQuote:!0,lineWidth:-1}}),c=e.end??[{type:"newline",offset:-1,indent:r,source:`
`}];switch(l[0]){case"|":case">":{let u=l.indexOf(`
`),f=l.substring(0,u),d=l.substring(u+1)+`
`,h=[{type:"block-scalar-header",offset:a,indent:r,source:f}];return td(h,c)||h.push({type:"newline",offset:-1,indent:r,source:`
`}),{type:"block-scalar",offset:a,indent:r,props:h,source:d}}case'"':return{type:"double-quoted-scalar",offset:a,indent:r,source:l,end:c};case"'":return{type:"single-quoted-scalar",offset:a,indent:r,source:l,end:c};default:return{type:"scalar",offset:a,indent:r,source:l,end:c}}}function vw(t,e,n={}){let{afterKey:r=!1,implicitKey:s=!1,inFlow:a=!1,type:o}=n,l="indent"in t?t.indent:null;if(r&&typeof l=="number"&&(l+=2),!o)switch(t.type){case"single-quoted-scalar":o="QUOTE_SINGLE";break;case"double-quoted-scalar":o="QUOTE_DOUBLE";break;case"block-scalar":{let u=t.props[0];if(u.type!=="block-scalar-header")throw new Error("Invalid block scalar header");o=u.source[0]===">"?"BLOCK_FOLDED":"BLOCK_LITERAL";break}default:o="PLAIN"}let c=ed.stringifyString({type:o,value:e},{implicitKey:s||l===null,indent:l!==null&&l>0?" ".repeat(l):"",inFlow:a,options:{blockQuote:!0,lineWidth:-1}});switch(c[0]){case"|":case">":kw(t,c);break;case'"':Qi(t,c,"double-quoted-scalar");break;case"'":Qi(t,c,"single-quoted-scalar");break;default:Qi(t,c,"scalar")}}function kw(t,e){let n=e.indexOf(`
`),r=e.substring(0,n),s=e.substring(n+1)+`
`;if(t.type==="block-scalar"){let a=t.props[0];if(a.type!=="block-scalar-header")throw new Error("Invalid block scalar header");a.source=r,t.source=s}else{let{offset:a}=t,o="indent"in t?t.indent:-1,l=[{type:"block-scalar-header",offset:a,indent:o,source:r}];td(l,"end"in t?t.end:void 0)||l.push({type:"newline",offset:-1,indent:o,source:`
`});for(let c of Object.keys(t))c!=="type"&&c!=="offset"&&delete t[c];Object.assign(t,{type:"block-scalar",indent:o,props:l,source:s})}}function td(t,e){if(e)for(let n of e)switch(n.type){case"space":case"comment":t.push(n);break;case"newline":return t.push(n),!0}return!1}function Qi(t,e,n){switch(t.type){case"scalar":case"double-quoted-scalar":case"single-quoted-scalar":t.type=n,t.source=e;break;case"block-scalar":{let r=t.props.slice(1),s=e.length;t.props[0].type==="block-scalar-header"&&(s-=t.props[0].source.length);for(let a of r)a.offset+=s;delete t.props,Object.assign(t,{type:n,source:e,end:r});break}case"block-map":case"block-seq":{let s={type:"newline",offset:t.offset+e.length,indent:t.indent,source:`
`};delete t.items,Object.assign(t,{type:n,source:e,end:[s]});break}default:{let r="indent"in t?t.indent:-1,s="end"in t&&Array.isArray(t.end)?t.end.filter(a=>a.type==="space"||a.type==="comment"||a.type==="newline"):[];for(let a of Object.keys(t))a!=="type"&&a!=="offset"&&delete t[a];Object.assign(t,{type:n,indent:r,source:e,end:s})}}}Tr.createScalarToken=bw;Tr.resolveAsScalar=ww;Tr.setScalarValue=vw});var sd=C(rd=>{"use strict";var Sw=t=>"type"in t?Er(t):Ar(t);function Er(t){switch(t.type){case"block-scalar":{let e="";for(let n of t.props)e+=Er(n);return e+t.source}case"block-map":case"block-seq":{let e="";for(let n of t.items)e+=Ar(n);return e}case"flow-collection":{let e=t.start.source;for(let n of t.items)e+=Ar(n);for(let n of t.end)e+=n.source;return e}case"document":{let e=Ar(t);if(t.end)for(let n of t.end)e+=n.source;return e}default:{let e=t.source;if("end"in t&&t.end)for(let n of t.end)e+=n.source;return e}}}function Ar({start:t,key:e,sep:n,value:r}){let s="";for(let a of t)s+=a.source;if(e&&(s+=Er(e)),n)for(let a of n)s+=a.source;return r&&(s+=Er(r)),s}rd.stringify=Sw});var ld=C(od=>{"use strict";var Xi=Symbol("break visit"),Tw=Symbol("skip children"),id=Symbol("remove item");function ze(t,e){"type"in t&&t.type==="document"&&(t={start:t.start,value:t.value}),ad(Object.freeze([]),t,e)}ze.BREAK=Xi;ze.SKIP=Tw;ze.REMOVE=id;ze.itemAtPath=(t,e)=>{let n=t;for(let[r,s]of e){let a=n?.[r];if(a&&"items"in a)n=a.items[s];else return}return n};ze.parentCollection=(t,e)=>{let n=ze.itemAtPath(t,e.slice(0,-1)),r=e[e.length-1][0],s=n?.[r];if(s&&"items"in s)return s;throw new Error("Parent collection not found")};function ad(t,e,n){let r=n(e,t);if(typeof r=="symbol")return r;for(let s of["key","value"]){let a=e[s];if(a&&"items"in a){for(let o=0;o<a.items.length;++o){let l=ad(Object.freeze(t.concat([[s,o]])),a.items[o],n);if(typeof l=="number")o=l-1;else{if(l===Xi)return Xi;l===id&&(a.items.splice(o,1),o-=1)}}typeof r=="function"&&s==="key"&&(r=r(e,t))}}return typeof r=="function"?r(e,t):r}od.visit=ze});var Cr=C(Y=>{"use strict";var Zi=nd(),Aw=sd(),Ew=ld(),ea="\uFEFF",ta="",na="",ra="",Cw=t=>!!t&&"items"in t,Pw=t=>!!t&&(t.type==="scalar"||t.type==="single-quoted-scalar"||t.type==="double-quoted-scalar"||t.type==="block-scalar");function Mw(t){switch(t){case ea:return"<BOM>";case ta:return"<DOC>";case na:return"<FLOW_END>";case ra:return"<SCALAR>";default:return JSON.stringify(t)}}function Lw(t){switch(t){case ea:return"byte-order-mark";case ta:return"doc-mode";case na:return"flow-error-end";case ra:return"scalar";case"---":return"doc-start";case"...":return"doc-end";case"":case`
`:case`\r
`:return"newline";case"-":return"seq-item-ind";case"?":return"explicit-key-ind";case":":return"map-value-ind";case"{":return"flow-map-start";case"}":return"flow-map-end";case"[":return"flow-seq-start";case"]":return"flow-seq-end";case",":return"comma"}switch(t[0]){case" ":case"	":return"space";case"#":return"comment";case"%":return"directive-line";case"*":return"alias";case"&":return"anchor";case"!":return"tag";case"'":return"single-quoted-scalar";case'"':return"double-quoted-scalar";case"|":case">":return"block-scalar-header"}return null}Y.createScalarToken=Zi.createScalarToken;Y.resolveAsScalar=Zi.resolveAsScalar;Y.setScalarValue=Zi.setScalarValue;Y.stringify=Aw.stringify;Y.visit=Ew.visit;Y.BOM=ea;Y.DOCUMENT=ta;Y.FLOW_END=na;Y.SCALAR=ra;Y.isCollection=Cw;Y.isScalar=Pw;Y.prettyToken=Mw;Y.tokenType=Lw});var aa=C(ud=>{"use strict";var en=Cr();function ce(t){switch(t){case void 0:case" ":case`
`:case"\r":case"	":return!0;default:return!1}}var cd=new Set("0123456789ABCDEFabcdef"),Iw=new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()"),Pr=new Set(",[]{}"),Nw=new Set(` ,[]{}
\r	`),sa=t=>!t||Nw.has(t),ia=class{constructor(){this.atEnd=!1,this.blockScalarIndent=-1,this.blockScalarKeep=!1,this.buffer="",this.flowKey=!1,this.flowLevel=0,this.indentNext=0,this.indentValue=0,this.lineEndPos=null,this.next=null,this.pos=0}*lex(e,n=!1){if(e){if(typeof e!="string")throw TypeError("source is not a string");this.buffer=this.buffer?this.buffer+e:e,this.lineEndPos=null}this.atEnd=!n;let r=this.next??"stream";for(;r&&(n||this.hasChars(1));)r=yield*this.parseNext(r)}atLineEnd(){let e=this.pos,n=this.buffer[e];for(;n===" "||n==="	";)n=this.buffer[++e];return!n||n==="#"||n===`
`?!0:n==="\r"?this.buffer[e+1]===`
`:!1}charAt(e){return this.buffer[this.pos+e]}continueScalar(e){let n=this.buffer[e];if(this.indentNext>0){let r=0;for(;n===" ";)n=this.buffer[++r+e];if(n==="\r"){let s=this.buffer[r+e+1];if(s===`
`||!s&&!this.atEnd)return e+r+1}return n===`
`||r>=this.indentNext||!n&&!this.atEnd?e+r:-1}if(n==="-"||n==="."){let r=this.buffer.substr(e,3);if((r==="---"||r==="...")&&ce(this.buffer[e+3]))return-1}return e}getLine(){let e=this.lineEndPos;return(typeof e!="number"||e!==-1&&e<this.pos)&&(e=this.buffer.indexOf(`
`,this.pos),this.lineEndPos=e),e===-1?this.atEnd?this.buffer.substring(this.pos):null:(this.buffer[e-1]==="\r"&&(e-=1),this.buffer.substring(this.pos,e))}hasChars(e){return this.pos+e<=this.buffer.length}setNext(e){return this.buffer=this.buffer.substring(this.pos),this.pos=0,this.lineEndPos=null,this.next=e,null}peek(e){return this.buffer.substr(this.pos,e)}*parseNext(e){switch(e){case"stream":return yield*this.parseStream();case"line-start":return yield*this.parseLineStart();case"block-start":return yield*this.parseBlockStart();case"doc":return yield*this.parseDocument();case"flow":return yield*this.parseFlowCollection();case"quoted-scalar":return yield*this.parseQuotedScalar();case"block-scalar":return yield*this.parseBlockScalar();case"plain-scalar":return yield*this.parsePlainScalar()}}*parseStream(){let e=this.getLine();if(e===null)return this.setNext("stream");if(e[0]===en.BOM&&(yield*this.pushCount(1),e=e.substring(1)),e[0]==="%"){let n=e.length,r=e.indexOf("#");for(;r!==-1;){let a=e[r-1];if(a===" "||a==="	"){n=r-1;break}else r=e.indexOf("#",r+1)}for(;;){let a=e[n-1];if(a===" "||a==="	")n-=1;else break}let s=(yield*this.pushCount(n))+(yield*this.pushSpaces(!0));return yield*this.pushCount(e.length-s),this.pushNewline(),"stream"}if(this.atLineEnd()){let n=yield*this.pushSpaces(!0);return yield*this.pushCount(e.length-n),yield*this.pushNewline(),"stream"}return yield en.DOCUMENT,yield*this.parseLineStart()}*parseLineStart(){let e=this.charAt(0);if(!e&&!this.atEnd)return this.setNext("line-start");if(e==="-"||e==="."){if(!this.atEnd&&!this.hasChars(4))return this.setNext("line-start");let n=this.peek(3);if((n==="---"||n==="...")&&ce(this.charAt(3)))return yield*this.pushCount(3),this.indentValue=0,this.indentNext=0,n==="---"?"doc":"stream"}return this.indentValue=yield*this.pushSpaces(!1),this.indentNext>this.indentValue&&!ce(this.charAt(1))&&(this.indentNext=this.indentValue),yield*this.parseBlockStart()}*parseBlockStart(){let[e,n]=this.peek(2);if(!n&&!this.atEnd)return this.setNext("block-start");if((e==="-"||e==="?"||e===":")&&ce(n)){let r=(yield*this.pushCount(1))+(yield*this.pushSpaces(!0));return this.indentNext=this.indentValue+1,this.indentValue+=r,"block-start"}return"doc"}*parseDocument(){yield*this.pushSpaces(!0);let e=this.getLine();if(e===null)return this.setNext("doc");let n=yield*this.pushIndicators();switch(e[n]){case"#":yield*this.pushCount(e.length-n);case void 0:return yield*this.pushNewline(),yield*this.parseLineStart();case"{":case"[":return yield*this.pushCount(1),this.flowKey=!1,this.flowLevel=1,"flow";case"}":case"]":return yield*this.pushCount(1),"doc";case"*":return yield*this.pushUntil(sa),"doc";case'"':case"'":return yield*this.parseQuotedScalar();case"|":case">":return n+=yield*this.parseBlockScalarHeader(),n+=yield*this.pushSpaces(!0),yield*this.pushCount(e.length-n),yield*this.pushNewline(),yield*this.parseBlockScalar();default:return yield*this.parsePlainScalar()}}*parseFlowCollection(){let e,n,r=-1;do e=yield*this.pushNewline(),e>0?(n=yield*this.pushSpaces(!1),this.indentValue=r=n):n=0,n+=yield*this.pushSpaces(!0);while(e+n>0);let s=this.getLine();if(s===null)return this.setNext("flow");if((r!==-1&&r<this.indentNext&&s[0]!=="#"||r===0&&(s.startsWith("---")||s.startsWith("..."))&&ce(s[3]))&&!(r===this.indentNext-1&&this.flowLevel===1&&(s[0]==="]"||s[0]==="}")))return this.flowLevel=0,yield en.FLOW_END,yield*this.parseLineStart();let a=0;for(;s[a]===",";)a+=yield*this.pushCount(1),a+=yield*this.pushSpaces(!0),this.flowKey=!1;switch(a+=yield*this.pushIndicators(),s[a]){case void 0:return"flow";case"#":return yield*this.pushCount(s.length-a),"flow";case"{":case"[":return yield*this.pushCount(1),this.flowKey=!1,this.flowLevel+=1,"flow";case"}":case"]":return yield*this.pushCount(1),this.flowKey=!0,this.flowLevel-=1,this.flowLevel?"flow":"doc";case"*":return yield*this.pushUntil(sa),"flow";case'"':case"'":return this.flowKey=!0,yield*this.parseQuotedScalar();case":":{let o=this.charAt(1);if(this.flowKey||ce(o)||o===",")return this.flowKey=!1,yield*this.pushCount(1),yield*this.pushSpaces(!0),"flow"}default:return this.flowKey=!1,yield*this.parsePlainScalar()}}*parseQuotedScalar(){let e=this.charAt(0),n=this.buffer.indexOf(e,this.pos+1);if(e==="'")for(;n!==-1&&this.buffer[n+1]==="'";)n=this.buffer.indexOf("'",n+2);else for(;n!==-1;){let a=0;for(;this.buffer[n-1-a]==="\\";)a+=1;if(a%2===0)break;n=this.buffer.indexOf('"',n+1)}let r=this.buffer.substring(0,n),s=r.indexOf(`
`,this.pos);if(s!==-1){for(;s!==-1;){let a=this.continueScalar(s+1);if(a===-1)break;s=r.indexOf(`
`,a)}s!==-1&&(n=s-(r[s-1]==="\r"?2:1))}if(n===-1){if(!this.atEnd)return this.setNext("quoted-scalar");n=this.buffer.length}return yield*this.pushToIndex(n+1,!1),this.flowLevel?"flow":"doc"}*parseBlockScalarHeader(){this.blockScalarIndent=-1,this.blockScalarKeep=!1;let e=this.pos;for(;;){let n=this.buffer[++e];if(n==="+")this.blockScalarKeep=!0;else if(n>"0"&&n<="9")this.blockScalarIndent=Number(n)-1;else if(n!=="-")break}return yield*this.pushUntil(n=>ce(n)||n==="#")}*parseBlockScalar(){let e=this.pos-1,n=0,r;e:for(let a=this.pos;r=this.buffer[a];++a)switch(r){case" ":n+=1;break;case`
`:e=a,n=0;break;case"\r":{let o=this.buffer[a+1];if(!o&&!this.atEnd)return this.setNext("block-scalar");if(o===`
`)break}default:break e}if(!r&&!this.atEnd)return this.setNext("block-scalar");if(n>=this.indentNext){this.blockScalarIndent===-1?this.indentNext=n:this.indentNext=this.blockScalarIndent+(this.indentNext===0?1:this.indentNext);do{let a=this.continueScalar(e+1);if(a===-1)break;e=this.buffer.indexOf(`
`,a)}while(e!==-1);if(e===-1){if(!this.atEnd)return this.setNext("block-scalar");e=this.buffer.length}}let s=e+1;for(r=this.buffer[s];r===" ";)r=this.buffer[++s];if(r==="	"){for(;r==="	"||r===" "||r==="\r"||r===`
`;)r=this.buffer[++s];e=s-1}else if(!this.blockScalarKeep)do{let a=e-1,o=this.buffer[a];o==="\r"&&(o=this.buffer[--a]);let l=a;for(;o===" ";)o=this.buffer[--a];if(o===`
`&&a>=this.pos&&a+1+n>l)e=a;else break}while(!0);return yield en.SCALAR,yield*this.pushToIndex(e+1,!0),yield*this.parseLineStart()}*parsePlainScalar(){let e=this.flowLevel>0,n=this.pos-1,r=this.pos-1,s;for(;s=this.buffer[++r];)if(s===":"){let a=this.buffer[r+1];if(ce(a)||e&&Pr.has(a))break;n=r}else if(ce(s)){let a=this.buffer[r+1];if(s==="\r"&&(a===`
`?(r+=1,s=`
`,a=this.buffer[r+1]):n=r),a==="#"||e&&Pr.has(a))break;if(s===`
`){let o=this.continueScalar(r+1);if(o===-1)break;r=Math.max(r,o-2)}}else{if(e&&Pr.has(s))break;n=r}return!s&&!this.atEnd?this.setNext("plain-scalar"):(yield en.SCALAR,yield*this.pushToIndex(n+1,!0),e?"flow":"doc")}*pushCount(e){return e>0?(yield this.buffer.substr(this.pos,e),this.pos+=e,e):0}*pushToIndex(e,n){let r=this.buffer.slice(this.pos,e);return r?(yield r,this.pos+=r.length,r.length):(n&&(yield""),0)}*pushIndicators(){let e=0;e:for(;;){switch(this.charAt(0)){case"!":e+=yield*this.pushTag(),e+=yield*this.pushSpaces(!0);continue e;case"&":e+=yield*this.pushUntil(sa),e+=yield*this.pushSpaces(!0);continue e;case"-":case"?":case":":{let n=this.flowLevel>0,r=this.charAt(1);if(ce(r)||n&&Pr.has(r)){n?this.flowKey&&(this.flowKey=!1):this.indentNext=this.indentValue+1,e+=yield*this.pushCount(1),e+=yield*this.pushSpaces(!0);continue e}}}break e}return e}*pushTag(){if(this.charAt(1)==="<"){let e=this.pos+2,n=this.buffer[e];for(;!ce(n)&&n!==">";)n=this.buffer[++e];return yield*this.pushToIndex(n===">"?e+1:e,!1)}else{let e=this.pos+1,n=this.buffer[e];for(;n;)if(Iw.has(n))n=this.buffer[++e];else if(n==="%"&&cd.has(this.buffer[e+1])&&cd.has(this.buffer[e+2]))n=this.buffer[e+=3];else break;return yield*this.pushToIndex(e,!1)}}*pushNewline(){let e=this.buffer[this.pos];return e===`
`?yield*this.pushCount(1):e==="\r"&&this.charAt(1)===`
`?yield*this.pushCount(2):0}*pushSpaces(e){let n=this.pos-1,r;do r=this.buffer[++n];while(r===" "||e&&r==="	");let s=n-this.pos;return s>0&&(yield this.buffer.substr(this.pos,s),this.pos=n),s}*pushUntil(e){let n=this.pos,r=this.buffer[n];for(;!e(r);)r=this.buffer[++n];return yield*this.pushToIndex(n,!1)}};ud.Lexer=ia});var la=C(dd=>{"use strict";var oa=class{constructor(){this.lineStarts=[],this.addNewLine=e=>this.lineStarts.push(e),this.linePos=e=>{let n=0,r=this.lineStarts.length;for(;n<r;){let a=n+r>>1;this.lineStarts[a]<e?n=a+1:r=a}if(this.lineStarts[n]===e)return{line:n+1,col:1};if(n===0)return{line:0,col:e};let s=this.lineStarts[n-1];return{line:n,col:e-s+1}}}};dd.LineCounter=oa});var ua=C(_d=>{"use strict";var xw=cn("process"),fd=Cr(),Ow=aa();function Re(t,e){for(let n=0;n<t.length;++n)if(t[n].type===e)return!0;return!1}function md(t){for(let e=0;e<t.length;++e)switch(t[e].type){case"space":case"comment":case"newline":break;default:return e}return-1}function pd(t){switch(t?.type){case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":case"flow-collection":return!0;default:return!1}}function Mr(t){switch(t.type){case"document":return t.start;case"block-map":{let e=t.items[t.items.length-1];return e.sep??e.start}case"block-seq":return t.items[t.items.length-1].start;default:return[]}}function pt(t){if(t.length===0)return[];let e=t.length;e:for(;--e>=0;)switch(t[e].type){case"doc-start":case"explicit-key-ind":case"map-value-ind":case"seq-item-ind":case"newline":break e}for(;t[++e]?.type==="space";);return t.splice(e,t.length)}function Lr(t,e){if(e.length<1e5)Array.prototype.push.apply(t,e);else for(let n=0;n<e.length;++n)t.push(e[n])}function hd(t){if(t.start.type==="flow-seq-start")for(let e of t.items)e.sep&&!e.value&&!Re(e.start,"explicit-key-ind")&&!Re(e.sep,"map-value-ind")&&(e.key&&(e.value=e.key),delete e.key,pd(e.value)?e.value.end?Lr(e.value.end,e.sep):e.value.end=e.sep:Lr(e.start,e.sep),delete e.sep)}var ca=class{constructor(e){this.atNewLine=!0,this.atScalar=!1,this.indent=0,this.offset=0,this.onKeyLine=!1,this.stack=[],this.source="",this.type="",this.lexer=new Ow.Lexer,this.onNewLine=e}*parse(e,n=!1){this.onNewLine&&this.offset===0&&this.onNewLine(0);for(let r of this.lexer.lex(e,n))yield*this.next(r);n||(yield*this.end())}*next(e){if(this.source=e,xw.env.LOG_TOKENS&&console.log("|",fd.prettyToken(e)),this.atScalar){this.atScalar=!1,yield*this.step(),this.offset+=e.length;return}let n=fd.tokenType(e);if(n)if(n==="scalar")this.atNewLine=!1,this.atScalar=!0,this.type="scalar";else{switch(this.type=n,yield*this.step(),n){case"newline":this.atNewLine=!0,this.indent=0,this.onNewLine&&this.onNewLine(this.offset+e.length);break;case"space":this.atNewLine&&e[0]===" "&&(this.indent+=e.length);break;case"explicit-key-ind":case"map-value-ind":case"seq-item-ind":this.atNewLine&&(this.indent+=e.length);break;case"doc-mode":case"flow-error-end":return;default:this.atNewLine=!1}this.offset+=e.length}else{let r=`Not a YAML token: ${e}`;yield*this.pop({type:"error",offset:this.offset,message:r,source:e}),this.offset+=e.length}}*end(){for(;this.stack.length>0;)yield*this.pop()}get sourceToken(){return{type:this.type,offset:this.offset,indent:this.indent,source:this.source}}*step(){let e=this.peek(1);if(this.type==="doc-end"&&e?.type!=="doc-end"){for(;this.stack.length>0;)yield*this.pop();this.stack.push({type:"doc-end",offset:this.offset,source:this.source});return}if(!e)return yield*this.stream();switch(e.type){case"document":return yield*this.document(e);case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":return yield*this.scalar(e);case"block-scalar":return yield*this.blockScalar(e);case"block-map":return yield*this.blockMap(e);case"block-seq":return yield*this.blockSequence(e);case"flow-collection":return yield*this.flowCollection(e);case"doc-end":return yield*this.documentEnd(e)}yield*this.pop()}peek(e){return this.stack[this.stack.length-e]}*pop(e){let n=e??this.stack.pop();if(!n)yield{type:"error",offset:this.offset,source:"",message:"Tried to pop an empty stack"};else if(this.stack.length===0)yield n;else{let r=this.peek(1);switch(n.type==="block-scalar"?n.indent="indent"in r?r.indent:0:n.type==="flow-collection"&&r.type==="document"&&(n.indent=0),n.type==="flow-collection"&&hd(n),r.type){case"document":r.value=n;break;case"block-scalar":r.props.push(n);break;case"block-map":{let s=r.items[r.items.length-1];if(s.value){r.items.push({start:[],key:n,sep:[]}),this.onKeyLine=!0;return}else if(s.sep)s.value=n;else{Object.assign(s,{key:n,sep:[]}),this.onKeyLine=!s.explicitKey;return}break}case"block-seq":{let s=r.items[r.items.length-1];s.value?r.items.push({start:[],value:n}):s.value=n;break}case"flow-collection":{let s=r.items[r.items.length-1];!s||s.value?r.items.push({start:[],key:n,sep:[]}):s.sep?s.value=n:Object.assign(s,{key:n,sep:[]});return}default:yield*this.pop(),yield*this.pop(n)}if((r.type==="document"||r.type==="block-map"||r.type==="block-seq")&&(n.type==="block-map"||n.type==="block-seq")){let s=n.items[n.items.length-1];s&&!s.sep&&!s.value&&s.start.length>0&&md(s.start)===-1&&(n.indent===0||s.start.every(a=>a.type!=="comment"||a.indent<n.indent))&&(r.type==="document"?r.end=s.start:r.items.push({start:s.start}),n.items.splice(-1,1))}}}*stream(){switch(this.type){case"directive-line":yield{type:"directive",offset:this.offset,source:this.source};return;case"byte-order-mark":case"space":case"comment":case"newline":yield this.sourceToken;return;case"doc-mode":case"doc-start":{let e={type:"document",offset:this.offset,start:[]};this.type==="doc-start"&&e.start.push(this.sourceToken),this.stack.push(e);return}}yield{type:"error",offset:this.offset,message:`Unexpected ${this.type} token in YAML stream`,source:this.source}}*document(e){if(e.value)return yield*this.lineEnd(e);switch(this.type){case"doc-start":{md(e.start)!==-1?(yield*this.pop(),yield*this.step()):e.start.push(this.sourceToken);return}case"anchor":case"tag":case"space":case"comment":case"newline":e.start.push(this.sourceToken);return}let n=this.startBlockValue(e);n?this.stack.push(n):yield{type:"error",offset:this.offset,message:`Unexpected ${this.type} token in YAML document`,source:this.source}}*scalar(e){if(this.type==="map-value-ind"){let n=Mr(this.peek(2)),r=pt(n),s;e.end?(s=e.end,s.push(this.sourceToken),delete e.end):s=[this.sourceToken];let a={type:"block-map",offset:e.offset,indent:e.indent,items:[{start:r,key:e,sep:s}]};this.onKeyLine=!0,this.stack[this.stack.length-1]=a}else yield*this.lineEnd(e)}*blockScalar(e){switch(this.type){case"space":case"comment":case"newline":e.props.push(this.sourceToken);return;case"scalar":if(e.source=this.source,this.atNewLine=!0,this.indent=0,this.onNewLine){let n=this.source.indexOf(`
`)+1;for(;n!==0;)this.onNewLine(this.offset+n),n=this.source.indexOf(`
`,n)+1}yield*this.pop();break;default:yield*this.pop(),yield*this.step()}}*blockMap(e){let n=e.items[e.items.length-1];switch(this.type){case"newline":if(this.onKeyLine=!1,n.value){let r="end"in n.value?n.value.end:void 0;(Array.isArray(r)?r[r.length-1]:void 0)?.type==="comment"?r?.push(this.sourceToken):e.items.push({start:[this.sourceToken]})}else n.sep?n.sep.push(this.sourceToken):n.start.push(this.sourceToken);return;case"space":case"comment":if(n.value)e.items.push({start:[this.sourceToken]});else if(n.sep)n.sep.push(this.sourceToken);else{if(this.atIndentedComment(n.start,e.indent)){let s=e.items[e.items.length-2]?.value?.end;if(Array.isArray(s)){Lr(s,n.start),s.push(this.sourceToken),e.items.pop();return}}n.start.push(this.sourceToken)}return}if(this.indent>=e.indent){let r=!this.onKeyLine&&this.indent===e.indent,s=r&&(n.sep||n.explicitKey)&&this.type!=="seq-item-ind",a=[];if(s&&n.sep&&!n.value){let o=[];for(let l=0;l<n.sep.length;++l){let c=n.sep[l];switch(c.type){case"newline":o.push(l);break;case"space":break;case"comment":c.indent>e.indent&&(o.length=0);break;default:o.length=0}}o.length>=2&&(a=n.sep.splice(o[1]))}switch(this.type){case"anchor":case"tag":s||n.value?(a.push(this.sourceToken),e.items.push({start:a}),this.onKeyLine=!0):n.sep?n.sep.push(this.sourceToken):n.start.push(this.sourceToken);return;case"explicit-key-ind":!n.sep&&!n.explicitKey?(n.start.push(this.sourceToken),n.explicitKey=!0):s||n.value?(a.push(this.sourceToken),e.items.push({start:a,explicitKey:!0})):this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:[this.sourceToken],explicitKey:!0}]}),this.onKeyLine=!0;return;case"map-value-ind":if(n.explicitKey)if(n.sep)if(n.value)e.items.push({start:[],key:null,sep:[this.sourceToken]});else if(Re(n.sep,"map-value-ind"))this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:a,key:null,sep:[this.sourceToken]}]});else if(pd(n.key)&&!Re(n.sep,"newline")){let o=pt(n.start),l=n.key,c=n.sep;c.push(this.sourceToken),delete n.key,delete n.sep,this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:o,key:l,sep:c}]})}else a.length>0?n.sep=n.sep.concat(a,this.sourceToken):n.sep.push(this.sourceToken);else if(Re(n.start,"newline"))Object.assign(n,{key:null,sep:[this.sourceToken]});else{let o=pt(n.start);this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:o,key:null,sep:[this.sourceToken]}]})}else n.sep?n.value||s?e.items.push({start:a,key:null,sep:[this.sourceToken]}):Re(n.sep,"map-value-ind")?this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:[],key:null,sep:[this.sourceToken]}]}):n.sep.push(this.sourceToken):Object.assign(n,{key:null,sep:[this.sourceToken]});this.onKeyLine=!0;return;case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":{let o=this.flowScalar(this.type);s||n.value?(e.items.push({start:a,key:o,sep:[]}),this.onKeyLine=!0):n.sep?this.stack.push(o):(Object.assign(n,{key:o,sep:[]}),this.onKeyLine=!0);return}default:{let o=this.startBlockValue(e);if(o){if(o.type==="block-seq"){if(!n.explicitKey&&n.sep&&!Re(n.sep,"newline")){yield*this.pop({type:"error",offset:this.offset,message:"Unexpected block-seq-ind on same line with key",source:this.source});return}}else r&&e.items.push({start:a});this.stack.push(o);return}}}}yield*this.pop(),yield*this.step()}*blockSequence(e){let n=e.items[e.items.length-1];switch(this.type){case"newline":if(n.value){let r="end"in n.value?n.value.end:void 0;(Array.isArray(r)?r[r.length-1]:void 0)?.type==="comment"?r?.push(this.sourceToken):e.items.push({start:[this.sourceToken]})}else n.start.push(this.sourceToken);return;case"space":case"comment":if(n.value)e.items.push({start:[this.sourceToken]});else{if(this.atIndentedComment(n.start,e.indent)){let s=e.items[e.items.length-2]?.value?.end;if(Array.isArray(s)){Lr(s,n.start),s.push(this.sourceToken),e.items.pop();return}}n.start.push(this.sourceToken)}return;case"anchor":case"tag":if(n.value||this.indent<=e.indent)break;n.start.push(this.sourceToken);return;case"seq-item-ind":if(this.indent!==e.indent)break;n.value||Re(n.start,"seq-item-ind")?e.items.push({start:[this.sourceToken]}):n.start.push(this.sourceToken);return}if(this.indent>e.indent){let r=this.startBlockValue(e);if(r){this.stack.push(r);return}}yield*this.pop(),yield*this.step()}*flowCollection(e){let n=e.items[e.items.length-1];if(this.type==="flow-error-end"){let r;do yield*this.pop(),r=this.peek(1);while(r?.type==="flow-collection")}else if(e.end.length===0){switch(this.type){case"comma":case"explicit-key-ind":!n||n.sep?e.items.push({start:[this.sourceToken]}):n.start.push(this.sourceToken);return;case"map-value-ind":!n||n.value?e.items.push({start:[],key:null,sep:[this.sourceToken]}):n.sep?n.sep.push(this.sourceToken):Object.assign(n,{key:null,sep:[this.sourceToken]});return;case"space":case"comment":case"newline":case"anchor":case"tag":!n||n.value?e.items.push({start:[this.sourceToken]}):n.sep?n.sep.push(this.sourceToken):n.start.push(this.sourceToken);return;case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":{let s=this.flowScalar(this.type);!n||n.value?e.items.push({start:[],key:s,sep:[]}):n.sep?this.stack.push(s):Object.assign(n,{key:s,sep:[]});return}case"flow-map-end":case"flow-seq-end":e.end.push(this.sourceToken);return}let r=this.startBlockValue(e);r?this.stack.push(r):(yield*this.pop(),yield*this.step())}else{let r=this.peek(2);if(r.type==="block-map"&&(this.type==="map-value-ind"&&r.indent===e.indent||this.type==="newline"&&!r.items[r.items.length-1].sep))yield*this.pop(),yield*this.step();else if(this.type==="map-value-ind"&&r.type!=="flow-collection"){let s=Mr(r),a=pt(s);hd(e);let o=e.end.splice(1,e.end.length);o.push(this.sourceToken);let l={type:"block-map",offset:e.offset,indent:e.indent,items:[{start:a,key:e,sep:o}]};this.onKeyLine=!0,this.stack[this.stack.length-1]=l}else yield*this.lineEnd(e)}}flowScalar(e){if(this.onNewLine){let n=this.source.indexOf(`
`)+1;for(;n!==0;)this.onNewLine(this.offset+n),n=this.source.indexOf(`
`,n)+1}return{type:e,offset:this.offset,indent:this.indent,source:this.source}}startBlockValue(e){switch(this.type){case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":return this.flowScalar(this.type);case"block-scalar-header":return{type:"block-scalar",offset:this.offset,indent:this.indent,props:[this.sourceToken],source:""};case"flow-map-start":case"flow-seq-start":return{type:"flow-collection",offset:this.offset,indent:this.indent,start:this.sourceToken,items:[],end:[]};case"seq-item-ind":return{type:"block-seq",offset:this.offset,indent:this.indent,items:[{start:[this.sourceToken]}]};case"explicit-key-ind":{this.onKeyLine=!0;let n=Mr(e),r=pt(n);return r.push(this.sourceToken),{type:"block-map",offset:this.offset,indent:this.indent,items:[{start:r,explicitKey:!0}]}}case"map-value-ind":{this.onKeyLine=!0;let n=Mr(e),r=pt(n);return{type:"block-map",offset:this.offset,indent:this.indent,items:[{start:r,key:null,sep:[this.sourceToken]}]}}}return null}atIndentedComment(e,n){return this.type!=="comment"||this.indent<=n?!1:e.every(r=>r.type==="newline"||r.type==="space")}*documentEnd(e){this.type!=="doc-mode"&&(e.end?e.end.push(this.sourceToken):e.end=[this.sourceToken],this.type==="newline"&&(yield*this.pop()))}*lineEnd(e){switch(this.type){case"comma":case"doc-start":case"doc-end":case"flow-seq-end":case"flow-map-end":case"map-value-ind":yield*this.pop(),yield*this.step();break;case"newline":this.onKeyLine=!1;default:e.end?e.end.push(this.sourceToken):e.end=[this.sourceToken],this.type==="newline"&&(yield*this.pop())}}};_d.Parser=ca});var vd=C(nn=>{"use strict";var gd=Yi(),Rw=Gt(),tn=Yt(),Fw=Js(),qw=O(),Bw=la(),yd=ua();function wd(t){let e=t.prettyErrors!==!1;return{lineCounter:t.lineCounter||e&&new Bw.LineCounter||null,prettyErrors:e}}function Dw(t,e={}){let{lineCounter:n,prettyErrors:r}=wd(e),s=new yd.Parser(n?.addNewLine),a=new gd.Composer(e),o=Array.from(a.compose(s.parse(t)));if(r&&n)for(let l of o)l.errors.forEach(tn.prettifyError(t,n)),l.warnings.forEach(tn.prettifyError(t,n));return o.length>0?o:Object.assign([],{empty:!0},a.streamInfo())}function bd(t,e={}){let{lineCounter:n,prettyErrors:r}=wd(e),s=new yd.Parser(n?.addNewLine),a=new gd.Composer(e),o=null;for(let l of a.compose(s.parse(t),!0,t.length))if(!o)o=l;else if(o.options.logLevel!=="silent"){o.errors.push(new tn.YAMLParseError(l.range.slice(0,2),"MULTIPLE_DOCS","Source contains multiple documents; please use YAML.parseAllDocuments()"));break}return r&&n&&(o.errors.forEach(tn.prettifyError(t,n)),o.warnings.forEach(tn.prettifyError(t,n))),o}function jw(t,e,n){let r;typeof e=="function"?r=e:n===void 0&&e&&typeof e=="object"&&(n=e);let s=bd(t,n);if(!s)return null;if(s.warnings.forEach(a=>Fw.warn(s.options.logLevel,a)),s.errors.length>0){if(s.options.logLevel!=="silent")throw s.errors[0];s.errors=[]}return s.toJS(Object.assign({reviver:r},n))}function $w(t,e,n){let r=null;if(typeof e=="function"||Array.isArray(e)?r=e:n===void 0&&e&&(n=e),typeof n=="string"&&(n=n.length),typeof n=="number"){let s=Math.round(n);n=s<1?void 0:s>8?{indent:8}:{indent:s}}if(t===void 0){let{keepUndefined:s}=n??e??{};if(!s)return}return qw.isDocument(t)&&!r?t.toString(n):new Rw.Document(t,r,n).toString(n)}nn.parse=jw;nn.parseAllDocuments=Dw;nn.parseDocument=bd;nn.stringify=$w});var Sd=C(q=>{"use strict";var Uw=Yi(),Ww=Gt(),Hw=Li(),da=Yt(),Vw=It(),Fe=O(),Kw=Ie(),Gw=j(),Jw=xe(),zw=Oe(),Yw=Cr(),Qw=aa(),Xw=la(),Zw=ua(),Ir=vd(),kd=Ct();q.Composer=Uw.Composer;q.Document=Ww.Document;q.Schema=Hw.Schema;q.YAMLError=da.YAMLError;q.YAMLParseError=da.YAMLParseError;q.YAMLWarning=da.YAMLWarning;q.Alias=Vw.Alias;q.isAlias=Fe.isAlias;q.isCollection=Fe.isCollection;q.isDocument=Fe.isDocument;q.isMap=Fe.isMap;q.isNode=Fe.isNode;q.isPair=Fe.isPair;q.isScalar=Fe.isScalar;q.isSeq=Fe.isSeq;q.Pair=Kw.Pair;q.Scalar=Gw.Scalar;q.YAMLMap=Jw.YAMLMap;q.YAMLSeq=zw.YAMLSeq;q.CST=Yw;q.Lexer=Qw.Lexer;q.LineCounter=Xw.LineCounter;q.Parser=Zw.Parser;q.parse=Ir.parse;q.parseAllDocuments=Ir.parseAllDocuments;q.parseDocument=Ir.parseDocument;q.stringify=Ir.stringify;q.visit=kd.visit;q.visitAsync=kd.visitAsync});am();import{lstat as mo,opendir as om,readFile as lm,stat as cm}from"node:fs/promises";import{join as kn,relative as um,resolve as fo,sep as dm}from"node:path";import{basename as fm,dirname as ho}from"node:path/posix";var mm=new Set([".git",".hg",".svn",".palimpsest"]);async function hm(t,e=[]){let n=fo(t);if(!(await cm(n).catch(a=>{throw Xr(t,a)})).isDirectory())throw new I("not-a-directory",`${t} is not a directory`,"Name the directory that holds the sources.");let s=new Set(e.map(a=>fo(a)));return{list:()=>pm(n,s),read:a=>gm(n,a)}}async function pm(t,e){let n=[],r=[t];for(let s=r.pop();s!==void 0;s=r.pop()){let a=await om(s).catch(o=>{throw Xr(s??t,o)});for await(let o of a){let l=kn(s,o.name);o.isDirectory()?!mm.has(o.name)&&!e.has(l)&&r.push(l):o.isFile()&&n.push(um(t,l).split(dm).join("/"))}}return n.sort()}var _m=16;function gm(t,e){let n=new Map([[".",!0]]);return to(e,async r=>({path:r,bytes:await ym(t,r,n)?await wm(t,r):null}),{concurrency:_m})}async function ym(t,e,n){return(await mo(kn(t,e)).catch(()=>{}))?.isFile()===!0&&await po(t,ho(e),n)}async function po(t,e,n){let r=n.get(e);if(r!==void 0)return r;let s=fm(e),o=(s===".."||s===""?void 0:await mo(kn(t,e)).catch(()=>{}))?.isDirectory()===!0&&await po(t,ho(e),n);return n.set(e,o),o}async function wm(t,e){try{return await lm(kn(t,e))}catch(n){if($(n)==="ENOENT")return null;throw Xr(e,n)}}function Xr(t,e){let n=$(e)==="ENOENT";return new I(n?"not-a-directory":"not-readable",n?`there is no directory ${t}`:`${t} cannot be read (${$(e)??"unknown reason"})`,n?"Check the path.":"Check its permissions.",{cause:e})}import{lstat as _o,mkdir as go,open as bm,readdir as yo,rename as Sn,rm as Tn,writeFile as wo}from"node:fs/promises";import{basename as bo,dirname as An,join as es,relative as vm,resolve as En,sep as km}from"node:path";var Sm=16,vo=".palimpsest-output";async function ts(t,e){let n=En(t);for(let s of e)if(So(n,En(s)))throw new I("output-in-use",`${t} holds the sources that are read`,"Name another output folder.");await ko(n,t);let r=Tm(n,process.pid);try{await Am(n),await go(r,{recursive:!0}),await wo(es(r,vo),`Written by palimpsest, which may replace this folder.
`)}catch(s){throw await Tn(r,{recursive:!0,force:!0}).catch(()=>{}),V(t,s)}return new Zr(n,r)}function Tm(t,e){return es(An(t),`.${bo(t)}.partial-${e}`)}async function Am(t){let e=new RegExp(`^\\.${Em(bo(t))}\\.partial-(\\d+)(\\.old)?$`);for(let n of await yo(An(t)).catch(()=>[])){let[,r,s]=e.exec(n)??[];if(r===void 0||Number(r)!==process.pid&&Cm(Number(r)))continue;let a=es(An(t),n);s!==void 0&&await _o(t).catch(()=>null)===null?await Sn(a,t):await Tn(a,{recursive:!0,force:!0})}}function Em(t){return t.replace(/[.*+?^${}()|[\]\\]/g,"\\$&")}function Cm(t){try{return process.kill(t,0)}catch{return!1}}var Zr=class{#t;#e;#n=new Map;#r=new Set;#s=new Map;#i;constructor(e,n){this.#t=e,this.#e=n}async write(e,n){let r=this.#o(e),s=this.#a(r,n).catch(a=>{this.#i??=V(e,a)});if(this.#r.add(s),s.then(()=>this.#r.delete(s)),this.#r.size>=Sm&&await Promise.race(this.#r),this.#i!==void 0)throw this.#i}async#a(e,n){await this.#u(e),await wo(e,n)}async append(e,n){let r=this.#o(e);try{await this.#u(r);let s=this.#s.get(r)??await bm(r,"wx");this.#s.set(r,s),await s.appendFile(n)}catch(s){throw this.#i??=V(e,s),this.#i}}#o(e){let n=En(this.#e,e);if(!So(this.#e,n))throw new RangeError(`${e} leaves the output folder`);return n}#u(e){let n=An(e),r=this.#n.get(n)??go(n,{recursive:!0});return this.#n.set(n,r),r}async#c(){let e=[...this.#s.values()];this.#s.clear();for(let n of e)await n.close()}async commit(){if(await Promise.all(this.#r),await this.#c().catch(n=>{this.#i??=V(this.#t,n)}),this.#i!==void 0)throw this.#i;let e=`${this.#e}.old`;try{await ko(this.#t,this.#t);let n=await Sn(this.#t,e).then(()=>!0,()=>!1);await Sn(this.#e,this.#t).catch(async r=>{throw n&&await Sn(e,this.#t),r}),n&&await Tn(e,{recursive:!0,force:!0})}catch(n){throw V(this.#t,n)}}async discard(){await Promise.all(this.#r),await this.#c().catch(()=>{}),await Tn(this.#e,{recursive:!0,force:!0})}};async function ko(t,e){let n=await _o(t).catch(()=>{});if(n!==void 0){if(n.isDirectory()){let r=await yo(t).catch(s=>{throw V(e,s)});if(r.length===0||r.includes(vo))return}throw new I("output-in-use",`${e} exists and was not written by palimpsest`,"Name another output folder, or remove this one; nothing was changed.")}}function So(t,e){let n=vm(t,e);return n===""||n!==".."&&!n.startsWith(`..${km}`)&&En(t,n)===e}import{once as Fm}from"node:events";import{PassThrough as qm}from"node:stream";import{once as Im}from"node:events";import{spawn as Pm}from"node:child_process";var Mm=["--no-pager","-c","core.hooksPath=/dev/null","-c","core.fsmonitor=false","-c","log.showSignature=false"],Lm={GIT_TERMINAL_PROMPT:"0",GIT_OPTIONAL_LOCKS:"0",LC_ALL:"C",GIT_DIR:void 0,GIT_COMMON_DIR:void 0,GIT_WORK_TREE:void 0,GIT_IMPLICIT_WORK_TREE:void 0,GIT_INDEX_FILE:void 0,GIT_OBJECT_DIRECTORY:void 0,GIT_ALTERNATE_OBJECT_DIRECTORIES:void 0,GIT_SHALLOW_FILE:void 0,GIT_GRAFT_FILE:void 0,GIT_PREFIX:void 0,GIT_EXTERNAL_DIFF:void 0};async function ae(t,e,n={}){let r=kt(t,e,n),[s,a,o]=await Promise.all([To(r.stdout),To(r.stderr),new Promise((l,c)=>{r.on("error",u=>c(St(u,t))),r.on("close",u=>l(u??128))})]);return{exitCode:o,stdout:s,stderr:a.toString("utf8").trim()}}async function Z(t,e){let{exitCode:n,stdout:r,stderr:s}=await ae(t,e);if(n!==0)throw me(e[0]??"git",s);return r}function me(t,e){let n=e.split(`
`).find(r=>r.trim()!=="")??"no message";return new I("git-failed",`git ${t} failed: ${n}`,"Check the clone with `git fsck`, then run the command again.")}function kt(t,e,{environment:n,signal:r}={}){return Pm("git",[...Mm,...e],{cwd:t,env:{...process.env,...Lm,...n},...r===void 0?{}:{signal:r},stdio:["pipe","pipe","pipe"],windowsHide:!0})}function St(t,e){return["ENOENT","ENOTDIR"].includes($(t)??"")?new I("git-missing",`git could not be started in ${e}`,"Check that the directory exists and that git is installed and on PATH.",{cause:t}):t}async function To(t){let e=[];for await(let n of t)e.push(Buffer.from(n));return Buffer.concat(e)}var Nm=10;async function*Cn(t,e){if(e.length===0)return;let n=kt(t,["cat-file","--batch"]),r="",s;n.on("error",c=>{s=St(c,t)}),n.stderr.on("data",c=>{r+=c.toString("utf8")}),n.stdin.on("error",()=>{}),n.stdin.end(`${e.join(`
`)}
`);let a=Im(n,"close").catch(()=>{}),o=new ns(n.stdout),l=0;try{for(;l<e.length;l++){let c=await o.line();if(c===void 0)break;let u=/^[0-9a-f]+ blob (\d+)$/.exec(c)?.[1];u===void 0?yield null:yield await o.bytes(Number(u))}}finally{n.stdout.destroy(),n.kill(),await a}if(s!==void 0)throw s;if(l<e.length)throw me("cat-file",r)}var ns=class{#t;#e=Buffer.alloc(0);constructor(e){this.#t=e[Symbol.asyncIterator]()}async line(){for(;;){let e=this.#e.indexOf(Nm);if(e>=0){let n=this.#e.toString("utf8",0,e);return this.#e=this.#e.subarray(e+1),n}if(!await this.#n())return}}async bytes(e){let n=[],r=e+1;for(;;){let s=this.#e.subarray(0,r);if(this.#e=this.#e.subarray(s.length),n.push(s),r-=s.length,r===0)break;if(!await this.#n())throw me("cat-file","the object database ended in the middle of a file")}return Buffer.concat(n).subarray(0,e)}async#n(){let e=await this.#t.next();return e.done===!0?!1:(this.#e=this.#e.length===0?e.value:Buffer.concat([this.#e,e.value]),!0)}};var Ao=/^[0-9a-f]{40,64} [0-9a-f]{40,64}\n/,xm=/^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])/,Om=/^100/,Rm={addedLines:0,deletedLines:0},Pn=class{#t=Buffer.alloc(0);#e=!1;#n=[];#r=new Map;#s=null;#i=[];push(e){let n=[],r=this.#t.length===0?e:Buffer.concat([this.#t,e]),s=0;for(let a=r.indexOf(0);a>=0;a=r.indexOf(0,s))this.#a(r.toString("utf8",s,a),n),s=a+1;return this.#t=r.subarray(s),n}end(){let e=[];return this.#a(this.#t.toString("utf8"),e),this.#e&&e.push(this.#c()),this.#e=!1,e}#a(e,n){if(this.#s!==null){if(this.#i.push(e),this.#i.length<this.#s.paths)return;let{take:s}=this.#s,a=this.#i;this.#s=null,this.#i=[],s(...a);return}let r=e;for(let s=Ao.exec(r);s!==null;s=Ao.exec(r))this.#e&&n.push(this.#c()),this.#e=!0,r=r.slice(s[0].length);r.startsWith(":")?this.#o(r):r!==""&&this.#u(r)}#o(e){let[,n="",r="",s="",a="",o]=xm.exec(e)??[],l=(u,f,d)=>Om.test(u)?{path:f,blob:d}:null,c=(u,f=u)=>{let d={before:l(n,u,s),after:l(r,f,a)};(d.before!==null||d.after!==null)&&this.#n.push({...d,path:f})};this.#s={paths:o==="R"||o==="C"?2:1,take:c}}#u(e){let[n,r,...s]=e.split("	"),a={addedLines:Number(n)||0,deletedLines:Number(r)||0},o=s.join("	");o!==""?this.#r.set(o,a):this.#s={paths:2,take:(l,c="")=>this.#r.set(c,a)}}#c(){let e=this.#n.map(({before:n,after:r,path:s})=>({before:n,after:r,...this.#r.get(s)??Rm}));return this.#n=[],this.#r=new Map,e}};var Bm=8*1024*1024;function Dm(t){return{firstParents:e=>jm(t,e),differences:(e,n)=>Wm(t,e,n),blobs:e=>Cn(t,e)}}async function jm(t,{hash:e}){let s=(await Z(t,["log","--first-parent","--reverse","--format=%H %T %ct","--end-of-options",e,"--"])).toString("utf8").split(`
`).filter(Boolean).map($m),[a]=s,o=a!==void 0&&/^parent /m.test(Um(await Z(t,["cat-file","commit",a.hash])));return{commits:s,cutOff:o}}function $m(t){let[e="",n="",r]=t.split(" ");return{hash:e,tree:n,committedAt:Number(r)}}function Um(t){let e=t.indexOf(`

`);return t.toString("latin1",0,e<0?t.length:e)}async function*Wm(t,e,{extensions:n,countLines:r}){if(e.length===0)return;let s=(await Z(t,["hash-object","-t","tree","/dev/null"])).toString("utf8").trim(),a=kt(t,["diff-tree","--stdin","-r","-z","-M","-l0","--raw","--no-abbrev",...r?["--numstat"]:[],"--no-ext-diff","--no-textconv","--",...n.map(d=>`:(top,icase)*${d}`)]),o="",l;a.on("error",d=>{l=St(d,t)}),a.stderr.on("data",d=>{o+=d.toString("utf8")}),a.stdin.on("error",()=>{}),a.stdin.end(e.map(({before:d,after:h})=>`${d??s} ${h}
`).join(""));let c=Fm(a,"close").catch(()=>{}),u=new Pn,f=0;try{for await(let d of a.stdout.pipe(new qm({highWaterMark:Bm})))for(let h of u.push(d))f++,yield h;if(await c,a.exitCode===0)for(let d of u.end())f++,yield d}finally{a.stdout.destroy(),a.kill(),await c}if(l!==void 0)throw l;if(f<e.length)throw me("diff-tree",o)}import{stat as Jm}from"node:fs/promises";var rs=/^100/;function ss(t){let e=Mn(t),n=[];for(let r=0;r+1<e.length;r+=2){let[s="",a=""]=(e[r]??"").slice(1).split(" "),o=e[r+1]??"",l=rs.test(s),c=rs.test(a);l&&c?n.push({path:o,status:"modified"}):c?n.push({path:o,status:"added"}):l&&n.push({path:o,status:"deleted"})}return n}function Eo(t){let e=new Map;for(let n of Mn(t)){let r=n.indexOf("	"),[s="",,a=""]=n.slice(0,r).split(" ");rs.test(s)&&e.set(n.slice(r+1),a)}return e}function Mn(t){return t.toString("utf8").split("\0").filter(e=>e!=="")}import{lstat as Hm,readFile as Vm,realpath as Co}from"node:fs/promises";import{dirname as Km,join as is,sep as Gm}from"node:path";async function Po(t){let e=await Z(t,["ls-files","-z","--cached","--others","--exclude-standard","--full-name"]),n=new Set(e.toString("utf8").split("\0").filter(Boolean));return as(t,[...n].sort())}async function as(t,e){let n=new Ln(t),r=[];for(let s of e)await n.isRegularFile(s)&&r.push(s);return r}async function*os(t,e){let n=new Ln(t);for(let r of e)yield{path:r,bytes:await n.isRegularFile(r)?await Vm(is(t,r)):null}}var Ln=class{#t;#e=new Map;constructor(e){this.#t=e}async isRegularFile(e){let n=is(this.#t,e);return(await Hm(n).catch(()=>{}))?.isFile()===!0&&await this.#n(Km(n))}async#n(e){let n=this.#e.get(e);if(n!==void 0)return n;let r=await Co(this.#t),s=e===this.#t?r:is(r,e.slice(this.#t.length+Gm.length)),a=await Co(e).catch(()=>{})===s;return this.#e.set(e,a),a}};async function cs(t){if((await Jm(t).catch(()=>{}))?.isDirectory()!==!0)throw new I("not-a-directory",`there is no directory ${t}`,"Name a folder of the clone with --repo DIR.");let n=await ae(t,["rev-parse","--is-bare-repository","--absolute-git-dir"]),[r,s]=n.stdout.toString("utf8").split(`
`);if(n.exitCode!==0||s===void 0){let l=/dubious ownership/.test(n.stderr);throw new I("not-a-repository",l?`git refuses ${t}: it belongs to another user`:`${t} is not in a git repository`,l?"Allow it with `git config --global --add safe.directory DIR` if you trust it.":"Run the command in a clone, or name one with --repo DIR.")}let a=r==="true",o=a?s:tt(await Z(t,["rev-parse","--show-toplevel"]));return new ls(o,a)}var zm=8,ls=class{root;bare;#t=new Map;constructor(e,n){this.root=e,this.bare=n}async identity(){if(await this.#i())return null;let{exitCode:e,stdout:n}=await ae(this.root,["rev-list","--max-parents=0","HEAD","--"]),r=n.toString("utf8").split(`
`).filter(Boolean).sort();return e===0?r[0]??null:null}async resolve(e){if(e===je){if(this.bare)throw new I("unknown-revision","a bare repository has no work tree","Name a commit instead.");return{hash:je,name:"work tree",committedAt:null}}let n=await this.#s(e);if(n!==void 0)return n;throw await this.#i()?Mo(`${e} is not in this shallow clone`):new I("unknown-revision",`${JSON.stringify(e)} is not a commit, branch or tag of ${this.root}`,"Check the name with `git log` or `git branch --all`, or fetch it first.")}async defaultBranch(){let{exitCode:e,stdout:n}=await ae(this.root,["symbolic-ref","--quiet","refs/remotes/origin/HEAD"]),r=e===0?[tt(n).replace("refs/remotes/","")]:[];for(let s of[...r,"origin/main","origin/master","main","master"]){let a=await this.#s(s);if(a!==void 0)return a}throw new I("no-default-branch","this clone does not tell which branch is the default one","Name what to compare with: --base REVISION.")}async mergeBase(e,n){let r=n.hash===je?"HEAD":n.hash,{exitCode:s,stdout:a,stderr:o}=await ae(this.root,["merge-base",e.hash,r]);if(s===0){let l=await this.#s(tt(a));if(l!==void 0)return{...l,name:e.name}}throw await this.#i()?Mo(`the merge base of ${e.name} and ${n.name} is not in this shallow clone`):new I("no-common-ancestor",`${e.name} and ${n.name} have no common ancestor${o===""?"":` (${o})`}`,"Name the commit to compare with: --base REVISION.")}async isAncestor(e,n){let r=n.hash===je?"HEAD":n.hash,{exitCode:s}=await ae(this.root,["merge-base","--is-ancestor","--end-of-options",e,r]);return s===0?!0:s===1?!1:null}async changedFiles(e,n){let r=["--raw","-z","--no-renames","--no-ext-diff","--no-textconv","--ignore-submodules","--abbrev=40"],s=new Map;if(n.hash===je){let a=await Z(this.root,["diff",...r,e.hash,"--"]);for(let c of ss(a))s.set(c.path,c);let o=await Z(this.root,["ls-files","-z","--others","--exclude-standard","--full-name"]),l=await as(this.root,Mn(o));for(let c of l)s.set(c,{path:c,status:"added"});for(let c of await this.#e(e,l))c.same?s.delete(c.path):s.set(c.path,{path:c.path,status:"modified"})}else{let a=await Z(this.root,["diff-tree","-r",...r,e.hash,n.hash,"--"]);for(let o of ss(a))s.set(o.path,o)}return[...s.values()].sort((a,o)=>a.path<o.path?-1:1)}async#e(e,n){let r=await this.#r(e),s=n.filter(l=>r.has(l)),a=this.#n(e,s),o=[];for await(let{path:l,bytes:c}of os(this.root,s)){let{value:u}=await a.next(),f=c!==null&&u?.bytes!=null&&Buffer.compare(c,u.bytes)===0;o.push({path:l,same:f})}return o}tree(e){return e.hash===je?{list:()=>Po(this.root),read:n=>os(this.root,n)}:{list:async()=>[...(await this.#r(e)).keys()].sort(),read:n=>this.#n(e,n)}}async*#n(e,n){let r=await this.#r(e),s=n.filter(o=>r.has(o)),a=Cn(this.root,s.map(o=>r.get(o)??""));try{for(let o of n){let l=r.get(o),c=l===void 0?null:(await a.next()).value??null;if(l!==void 0&&c===null)throw me("cat-file",`${l} (${o}) is missing`);yield{path:o,bytes:c}}}finally{await a.return(void 0)}}#r(e){let n=this.#t.get(e.hash);if(n!==void 0)return n;let r=Z(this.root,["ls-tree","-r","-z","--full-tree",e.hash]).then(Eo);this.#t.set(e.hash,r);let[s]=this.#t.keys();return this.#t.size>zm&&s!==void 0&&this.#t.delete(s),r}async#s(e){let n=["rev-parse","--verify","--quiet","--end-of-options",`${e}^{commit}`],{exitCode:r,stdout:s}=await ae(this.root,n);if(r!==0)return;let a=tt(s),o=await ae(this.root,["show","--no-patch","--format=%ct",a,"--"]);if(o.exitCode===0)return{hash:a,name:e,committedAt:Ym(tt(o.stdout))}}async#i(){return tt(await Z(this.root,["rev-parse","--is-shallow-repository"]))==="true"}};function Mo(t){return new I("shallow-clone",t,"Fetch more history with `git fetch --unshallow` (or `git fetch --deepen=100`), then run the command again.")}function Ym(t){return new Date(Number(t)*1e3).toISOString().replace(/\.000Z$/,"Z")}function tt(t){return t.toString("utf8").replace(/\n$/,"")}import{createHash as bp}from"node:crypto";import{setImmediate as vp}from"node:timers/promises";function ne(t){let e=[];return t.forEach(({kind:n},r)=>{n!=="space"&&n!=="comment"&&e.push(r)}),{tokens:t,positions:e}}function J({tokens:t,positions:e},n){let r=e[n];return r===void 0?void 0:t[r]}function K({tokens:t,positions:e},n){return e[n]??t.length}function be(t,e,n){return n.every((r,s)=>J(t,e+s)?.text===r)}var Qm=[(t,e)=>t.type===e.type&&t.name===e.name,(t,e,n)=>n&&t.type===e.type,(t,e)=>t.type===e.type,(t,e)=>t.name===e.name,(t,e,n)=>n];function nt(t,e){let n=new Map,r=new Set;for(let s of Qm)t.forEach((a,o)=>{if(n.has(a))return;let l=e.find((c,u)=>!r.has(c)&&s(a,c,u===o));l!==void 0&&(n.set(a,l),r.add(l))});return{pairs:[...n],vanished:t.filter(s=>!n.has(s)),added:e.filter(s=>!r.has(s))}}function Lo(t,e,n){let{pairs:r,vanished:s,added:a}=nt(e.parameters,n.parameters),o=new Map(r.map(([f,d])=>[f.name,d.name])),l=e.parameters.map(f=>o.get(f.name)??f.name),c=n.parameters.map(f=>f.name);if(Xm(l,c))return t;let u=Zm(t,l,c);for(let{name:f}of s)u=No(th(u,f),f);if(n.kind==="constructor"){let f=new Set(n.type.fields.map(d=>d.name));for(let{name:d}of a)f.has(d)&&(u=nh(u,d))}return u}function Xm(t,e){return t.length===e.length&&t.every((n,r)=>n===e[r])}function Zm(t,e,n){if(e.length===0)return t;let r=["(",...e.flatMap((l,c)=>c===0?[l]:[",",l]),")"],s=ne(t),a=[],o=0;for(let l=1;l<s.positions.length;l+=1)!be(s,l,r)||!Io(J(s,l-1))||(a.push(...t.slice(o,K(s,l)+1),...eh(n)),o=K(s,l+r.length-1));return o===0?t:[...a,...t.slice(o)]}function Io(t){return t?.kind==="identifier"||t?.text==="this"||t?.text==="super"||t?.text===">"}function eh(t){return t.flatMap((e,n)=>{let r={kind:"identifier",text:e};return n===0?[r]:[{kind:"operator",text:","},{kind:"space",text:" "},r]})}function th(t,e){let n=ne(t),r=["this",".",e,"=",e,";"],s=n.positions.findIndex((a,o)=>be(n,o,r));return s<1?t:[...t.slice(0,K(n,s-1)+1),...t.slice(K(n,s+r.length-1)+1)]}function No(t,e){let n=ne(t),r=(s,a)=>No([...t.slice(0,K(n,s)),...t.slice(K(n,a))],e);for(let s=1;s<n.positions.length;s+=1){if(J(n,s)?.text!==e)continue;let a=J(n,s-1)?.text,o=J(n,s+1)?.text;if(a===","&&(o===","||o===")"))return r(s-1,s+1);if(a==="("&&o===",")return r(s,s+2);if(a==="("&&o===")"&&Io(J(n,s-2)))return r(s,s+1)}return t}function nh(t,e){let n=ne(t),r=n.positions.findLastIndex((c,u)=>be(n,u,["this","."])&&J(n,u+3)?.text==="="&&J(n,u+5)?.text===";"),s=n.positions.some((c,u)=>be(n,u,["this",".",e,"="]));if(r===-1||s)return t;let a=K(n,r+5)+1,o=t[K(n,r)-1],l=o?.kind==="space"?[o]:[];return[...t.slice(0,a),...l,...rh(e),...t.slice(a)]}function rh(t){let e={kind:"space",text:" "};return[{kind:"keyword",text:"this"},{kind:"operator",text:"."},{kind:"identifier",text:t},e,{kind:"operator",text:"="},e,{kind:"identifier",text:t},{kind:"operator",text:";"}]}var sh=new Set([">","]","...","boolean","byte","char","short","int","long","float","double"]),ih=new Set(["=",";",":",",",")"]);function us(t){let e=ne(t),n=new Set,r=new Set,s=new Set,a=!1;return e.positions.forEach((o,l)=>{let c=J(e,l);if(c===void 0)return;let u=J(e,l+1)?.text??"";if((c.text==="return"&&u!==";"||c.text==="throw")&&(a=!0),c.kind!=="identifier")return;n.add(c.text);let f=J(e,l-1);(u==="->"||ih.has(u)&&f!==void 0&&(f.kind==="identifier"||sh.has(f.text)))&&s.add(c.text),!(f?.text==="."&&J(e,l-2)?.text!=="this")&&f?.text!=="::"&&u!=="("&&r.add(c.text)}),{identifiers:n,variables:r,locals:s,returnsValue:a,isEmpty:e.positions.length<=2}}var ah=14,In=1,oh=25e4,lh={")":"(","]":"[","}":"{"};function Oo(t,e){return t.filter(({removedNames:n})=>n.some(e))}function Ro(t,e){let n=$e(t),r=ne(e),s=n.map(o=>o.text),a=$e(e).map(o=>o.text);return uh(s,a).flatMap(({oldStart:o,oldEnd:l,newStart:c,newEnd:u})=>{let f=n.slice(o,l),d=c===u?[]:e.slice(K(r,c),K(r,u-1)+1);return f.length+u-c>ah?[]:!xo(f)||!xo(d)?[]:o<In||l+In>n.length?[]:[{before:s.slice(o-In,o),removed:s.slice(o,l),inserted:d,after:s.slice(l,l+In),removedNames:f.flatMap(({kind:h,text:y})=>h==="identifier"?[y]:[])}]})}function Fo(t,e){return e.reduce(ch,t)}function ch(t,e){let n=ne(t),r=[...e.before,...e.removed,...e.after],s=[],a=0;for(let o=0;o+r.length<=n.positions.length;o+=1){let l=o+e.before.length;K(n,l)<a||!be(n,o,r)||(s.push(...t.slice(a,K(n,l)),...e.inserted),a=K(n,l+e.removed.length-1)+1)}return a===0?t:[...s,...t.slice(a)]}function uh(t,e){let n=0;for(;n<t.length&&n<e.length&&t[n]===e[n];)n+=1;let r=t.length,s=e.length;for(;r>n&&s>n&&t[r-1]===e[s-1];)r-=1,s-=1;let a=r-n,o=s-n;if(a===0&&o===0||(a+1)*(o+1)>oh)return[];let l=o+1,c=new Uint16Array((a+1)*l);for(let h=a-1;h>=0;h-=1)for(let y=o-1;y>=0;y-=1)c[h*l+y]=t[n+h]===e[n+y]?1+(c[(h+1)*l+y+1]??0):Math.max(c[(h+1)*l+y]??0,c[h*l+y+1]??0);let u=[],f=0,d=0;for(;f<a||d<o;){let h=f,y=d;for(;(f<a||d<o)&&(f===a||d===o||t[n+f]!==e[n+d]);){let k=f<a?c[(f+1)*l+d]??0:-1,p=d<o?c[f*l+d+1]??0:-1;k>=p?f+=1:d+=1}for((f>h||d>y)&&u.push({oldStart:n+h,oldEnd:n+f,newStart:n+y,newEnd:n+d});f<a&&d<o&&t[n+f]===e[n+d];)f+=1,d+=1}return u}function xo(t){let e=[];for(let{kind:n,text:r}of t){if(n!=="operator")continue;(r==="("||r==="["||r==="{")&&e.push(r);let s=lh[r];if(s!==void 0&&e.pop()!==s)return!1}return e.length===0}var dh=/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^A-Za-z0-9_$\s]+/g,fh=/[A-Za-z_$][\w$]*/g,mh=/[A-Za-z]{3,}/g;function rt(t){return t.match(dh)??[]}function re(t){return t.match(fh)??[]}function qo(t){return[...new Set((t.match(mh)??[]).map(e=>e.toLowerCase()))].sort()}var hh=4;function Do(t,e){let n=rt(t),r=rt(e),s=0;for(;s<n.length&&s<r.length&&ds(n[s],r[s]);)s+=1;let a=0;for(;a<n.length-s&&a<r.length-s&&ds(n[n.length-1-a],r[r.length-1-a]);)a+=1;let o={from:n.slice(s,n.length-a),to:r.slice(s,r.length-a)};return o.from.length===0||o.to.length===0?null:o}function ds(t,e){return t!==void 0&&t.toLowerCase()===e?.toLowerCase()}function jo(t,e){let n=rt(t),r=n.findIndex((l,c)=>e.from.every((u,f)=>ds(n[c+f],u)));if(r===-1)return t;let s=Bo(t,n,r),a=n.slice(r,r+e.from.length),o=Bo(t,n,r+e.from.length-1)+(a.at(-1)?.length??0);return t.slice(0,s)+$o(t,a[0]??"",e.to)+t.slice(o)}function Bo(t,e,n){let r=0;for(let s=0;s<=n;s+=1)r=t.indexOf(e[s]??"",r),s<n&&(r+=e[s]?.length??0);return r}function $o(t,e,n){if(t.length>1&&t===t.toUpperCase())return n.map(s=>s.toUpperCase()).join("_");let r=e[0]!==e[0]?.toLowerCase();return n.map((s,a)=>a>0||r?Uo(s):ph(s)).join("")}function Uo(t){return t.charAt(0).toUpperCase()+t.slice(1)}function ph(t){return t===t.toUpperCase()?t.toLowerCase():t.charAt(0).toLowerCase()+t.slice(1)}function Wo(t,e){let n=t;for(let r of e){let s=r.from.map(Uo).join("");s.length<hh||!n.toLowerCase().includes(s.toLowerCase())||(n=n.replace(/[A-Za-z]+/g,a=>a.toLowerCase()===s.toLowerCase()?$o(a,a,r.to):a))}return n}function Go(t,e){let n=nt(t.parameters,e.parameters),r=new Map,s=new Map,a=[];for(let[d,h]of n.pairs)Tt(r,d.name,h.name),Vo(s,d.type,h.type);Vo(s,t.returnType,e.returnType);let o=Ue(t.type.name),l=Ue(e.type.name);Tt(s,o,l),Ko(a,o,l);let c=new Map;t.kind==="method"&&e.kind==="method"&&(Tt(c,t.name,e.name),Ko(a,t.name,e.name));let u=new Set(e.parameters.map(d=>d.name)),f=_h(t.type.fields,e.type.fields,u);for(let[d,h]of n.pairs)Ho(t.type,e.type,d.name)&&Ho(e.type,t.type,h.name)&&Tt(f,d.name,h.name);return{parameters:r,fields:f,types:s,methods:c,words:a}}function Ho(t,e,n){let r=({name:s})=>s===n;return t.fields.some(r)&&!e.fields.some(r)}function _h(t,e,n){let r=new Map,s=new Set(t.map(o=>o.name)),a=new Set(e.map(o=>o.name));for(let{type:o,name:l}of t){if(a.has(l))continue;let c=e.filter(d=>d.type===o&&!s.has(d.name)),u=t.filter(d=>d.type===o&&!a.has(d.name)),[f]=c;f===void 0||c.length>1||u.length>1||n.has(f.name)||r.set(l,f.name)}return r}function Vo(t,e,n){if(e===n)return;let r=re(e),s=re(n);r.length===s.length&&r.forEach((a,o)=>{Tt(t,a,s[o]??a)})}function Tt(t,e,n){e!==n&&!t.has(e)&&t.set(e,n)}function Ko(t,e,n){let r=Do(e,n);r!==null&&t.push(r)}function Ue(t){return t.slice(t.lastIndexOf(".")+1)}function Jo(t,e,n){let r,s;return t.map((a,o)=>{if(a.kind==="space"||a.kind==="comment")return a;let l={previous:r,beforePrevious:s,called:yh(t,o)};if(s=r,r=a,a.kind==="string")return{kind:a.kind,text:Wo(a.text,e.words)};if(a.kind!=="identifier")return a;let c=gh(a.text,e,l,n);return c===a.text?a:{kind:a.kind,text:c}})}function gh(t,e,n,r){let s=n.previous?.text==="."||n.previous?.text==="::";if(n.called||n.previous?.text==="::"){let o=e.methods.get(t);if(o!==void 0)return o}if(!n.called&&!s){let o=e.parameters.get(t);if(o!==void 0)return o}if(!n.called&&(!s||n.beforePrevious?.text==="this")&&!r.has(t)){let o=e.fields.get(t);if(o!==void 0)return o}let a=e.types.get(t);return a!==void 0&&!r.has(t)?a:e.words.reduce(jo,t)}function yh(t,e){for(let n=e+1;n<t.length;n+=1){let r=t[n];if(r===void 0||r.kind!=="space"&&r.kind!=="comment")return r?.text==="("}return!1}function zo(t,e,n){let r=t;return e.indent!==n.indent&&(r=r.replace(/\n([ \t]*)/g,(s,a)=>a.startsWith(e.indent)?`
${n.indent}${a.slice(e.indent.length)}`:s)),e.lineEnd===n.lineEnd?r:r.replace(/\r?\n/g,n.lineEnd)}function ms(t,e,n,r,s){let{unit:a}=t,o=s&&t.sameUnit?Fo(n,r):n,l=Jo(o,Go(a,e.unit),us(o).locals),c=s?Lo(l,a,e.unit):l;return{candidate:t,tokens:c,facts:us(c),restructured:o!==n||c!==l}}function hs({candidate:t,tokens:e},n){let r=e.map(a=>a.text).join(""),s=t.origin==="remembered"?t.unit.type.lineEnd:n.layout.lineEnd;return zo(r,{indent:t.unit.indent,lineEnd:s},n.layout)}function Yo(t){return t.kind==="constructor"?wh(t):t.kind!=="method"?null:bh(t)??vh(t)??kh(t)}function wh({parameters:t,type:e}){let n=new Set(e.fields.map(r=>r.name));return t.length===0||!t.every(({name:r})=>n.has(r))?null:t.map(({name:r})=>`this.${r} = ${r};`)}function bh(t){let e=Qo(t,t.name.replace(/^(?:get|is|has)(?=[A-Z])/,"")),n=t.parameters.length===0&&t.returnType!=="void";return e===void 0||!n?null:[`return ${e.name};`]}function vh(t){let e=Qo(t,t.name.replace(/^(?:set|with)(?=[A-Z])/,"")),[n,...r]=t.parameters;if(e===void 0||n===void 0||r.length>0||e.type!==n.type)return null;let s=`this.${e.name} = ${n.name};`;return t.returnType==="void"?[s]:[s,"return this;"]}function kh({name:t,parameters:e,returnType:n,type:r,modifiers:s}){let a=new Set(r.supertypes),[o,...l]=r.fields.filter(u=>a.has(u.type));if(o===void 0||l.length>0||!s.includes("@Override"))return null;let c=`${o.name}.${t}(${e.map(u=>u.name).join(", ")});`;return[n==="void"?c:`return ${c}`]}function Qo({type:t},e){let n=e.charAt(0).toLowerCase()+e.slice(1);return t.fields.find(r=>r.name===n||r.name===e)}import{createHash as Sh}from"node:crypto";function ps(t){let e=new Map,n=new Map,r=new Set,s=gs(),a=o=>{let l=[...t.tokenize(o.text)];return new Set(l.flatMap(({kind:c,text:u})=>c==="identifier"?[u]:[]))};return{learn(o){if(!r.has(o.path)){r.add(s(o.path));for(let l of Ah(o,s))e.set(l.id,l);for(let l of a(o))n.set(s(l),(n.get(l)??0)+1)}},forget(o){if(r.delete(o.path)){for(let{id:l}of o.units)e.delete(l);for(let l of a(o)){let c=(n.get(l)??0)-1;c>0?n.set(l,c):n.delete(l)}}},finish:o=>Th({origin:o,files:r.size,units:[...e.values()],fileFrequency:new Map(n)})}}function Th(t){let e=[...t.units].sort((r,s)=>vt(r.id,s.id)),n=[...t.fileFrequency].sort(([r],[s])=>vt(r,s));return{origin:t.origin,files:t.files,units:e,fileFrequency:new Map(n),contentHash:Ch(e,n,t.files)}}function Ah(t,e=n=>n){let n=_s(t,e);return t.units.map(r=>({...st(r,n(r.typeName),e),indent:e(et(t.text,r.declaration.start)),body:e(wn(t,r))}))}function st(t,e,n=r=>r){return{id:n(t.id),type:e,kind:t.kind,name:n(t.name),parameters:t.parameters.map(({type:r,name:s})=>({type:n(r),name:n(s)})),returnType:n(t.returnType),modifiers:t.modifiers.map(n),throws:t.throws.map(n),javadocWords:qo(t.javadoc).map(n)}}function _s(t,e=n=>n){let n=bn(t.text),r=new Map(t.types.map(a=>[a.name,a])),s=new Map;return a=>{let o=s.get(a);if(o!==void 0)return o;let l=r.get(a),c={path:e(t.path),lineEnd:n,packageName:e(t.packageName),name:e(a),supertypes:(l?.supertypes??[]).map(e),fields:(l?.fields??[]).map(({type:u,name:f})=>({type:e(u),name:e(f)}))};return s.set(a,c),c}}var Eh=/[^\0-\xff]/;function gs(){let t=new Map;return e=>{let n=t.get(e);if(n!==void 0)return n;let r=Eh.test(e)?"utf16le":"latin1",s=Buffer.from(e,r).toString(r);return t.set(s,s),s}}function Ch(t,e,n){let r=Sh("sha256");r.update(JSON.stringify([n,e]));for(let s of t)r.update(JSON.stringify(s));return r.digest("hex")}var Ph="    ";function ys({source:t,target:e},n,r){let s=st(e,n.typeNamed(e.typeName)),a={indent:et(t.text,e.declaration.start),lineEnd:n.lineEnd};return{unit:s,header:r.weigh(s),layout:a,file:n}}function Nn(t,e){let{indent:n,lineEnd:r}=e.layout;return["{",...t.map(a=>n+Mh(e)+a),`${n}}`].join(r)}function Mh({file:t}){for(let e of t.known){let n=/\n([ \t]+)\S/.exec(e.body)?.[1];if(n?.startsWith(e.indent)&&n.length>e.indent.length)return n.slice(e.indent.length)}return Ph}var Lh=new Map([["boolean","false"],["char","'\\0'"],["byte","0"],["short","0"],["int","0"],["long","0"],["float","0"],["double","0"]]);function Xo(t,e){let{unit:n,file:r}=t;return r.headers.filter(a=>a.id!==n.id&&a.type.name===n.type.name&&a.name===n.name&&a.parameters.length>=n.parameters.length).map(a=>({overload:a,body:Ih(t,a,e)}))}function Ih(t,e,n){let{unit:r}=t,s=new Map(nt(r.parameters,e.parameters).pairs.map(([u,f])=>[f,u])),a=Oh(t,e,n),o=e.parameters.map((u,f)=>s.get(u)?.name??xh(t,u,f,a)),l=`${r.name===yn?"this":r.name}(${o.join(", ")});`,c=Nh(r)?l:`return ${l}`;return Nn([c],t)}function Nh(t){return t.kind!=="method"||t.returnType==="void"}function xh({unit:t},e,n,r){let s=r.map(a=>a[n]??"").find(a=>a!=="");return s!==void 0?s:t.type.fields.some(a=>a.name===e.name)?e.name:Lh.get(e.type)??"null"}function Oh({file:t},e,n){let r=e.kind==="constructor"?"this":e.name;return t.known.filter(a=>a.type.name===e.type.name&&a.body.includes(`${r}(`)).flatMap(a=>{let o=new Set(a.parameters.map(l=>l.name));return Fh(n(a.body),r).filter(l=>l.length===e.parameters.length).map(l=>l.map(c=>c.some(({text:u})=>o.has(u))?"":Rh(c)))})}function Rh(t){return t.map(e=>e.text).join("").trim()}function Fh(t,e){let n=ne(t),r=[];for(let s=0;s<n.positions.length;s+=1)be(n,s,[e,"("])&&J(n,s-1)?.text!=="."&&r.push(qh(t,K(n,s+1)+1));return r}function qh(t,e){let n=[[]],r=0;for(let s=e;s<t.length;s+=1){let a=t[s];if(a===void 0)break;if(")]}".includes(a.text)){if(r===0)break;r-=1}else if("([{".includes(a.text))r+=1;else if(a.text===","&&r===0){n.push([]);continue}n.at(-1)?.push(a)}return n}var el={nameWord:3,name:3,parameterType:1.2,parameterTypeIdentifier:.6,parameterName:1,returnType:1,returnTypeIdentifier:.5,typeWord:.8,qualifiedType:1.5,supertype:.7,javadocWord:.5,modifier:.2,parameterCount:.5,thrown:.6},tl=Object.keys(el),nl=Object.fromEntries(tl.map((t,e)=>[t,String.fromCharCode(33+e)])),Bh=new Map(tl.map(t=>[nl[t].charCodeAt(0),el[t]]));function ws(t){return Bh.get(t.charCodeAt(0))??0}function bs(t){let e=new Set,n=(r,s)=>{for(let a of s)e.add(nl[r]+a)};n("nameWord",Zo(t.name)),n("name",[t.name]);for(let{type:r,name:s}of t.parameters)n("parameterType",[r]),n("parameterTypeIdentifier",re(r)),n("parameterName",[s]);n("returnType",[t.returnType]),n("returnTypeIdentifier",re(t.returnType)),n("typeWord",Zo(t.type.name)),n("qualifiedType",[Dh(t)]);for(let r of t.type.supertypes)n("supertype",re(r));n("javadocWord",t.javadocWords),n("modifier",t.modifiers),n("parameterCount",[String(t.parameters.length)]);for(let r of t.throws)n("thrown",re(r));return e}function Dh(t){return`${t.type.packageName}.${t.type.name}`}function Zo(t){return rt(t).map(e=>e.toLowerCase())}var jh=.6,$h=100,Uh=25e4,Wh=4;function ks(t,e){let[n,r]=t.weights.size<=e.weights.size?[t,e]:[e,t],s=0;for(let[a,o]of n.weights)r.weights.has(a)&&(s+=o);return vs(s,t.total,e.total)}function al(t){let{features:e,ofUnit:n,unitStarts:r}=Hh(t),{postings:s,starts:a}=Vh(n,r,e.size,t.length),o=new Float64Array(e.size);for(let[w,b]of e)o[b]=ws(w)*f(u(b));let l=new Float64Array(t.length);for(let w=0;w<t.length;w+=1)for(let b=r[w]??0;b<(r[w+1]??0);b+=1)l[w]=(l[w]??0)+(o[n[b]??0]??0);let c=new Float64Array(t.length);function u(w){return(a[w+1]??0)-(a[w]??0)}function f(w){return w>Math.max($h,jh*t.length)?0:Math.log(1+(t.length-w+.5)/(w+.5))}let d=new WeakMap;function h(w){let b=d.get(w);if(b!==void 0)return b;let v=new Map,S=0;for(let T of bs(w)){let N=e.get(T),E=N===void 0?ws(T)*f(0):o[N]??0;E!==0&&(v.set(T,E),S+=E)}let P={weights:v,total:S};return d.set(w,P),P}function y(w){let b=[];for(let v of w.weights.keys()){let S=e.get(v);S!==void 0&&b.push(S)}return b.sort((v,S)=>u(v)-u(S)||v-S)}function k(w,b){let v=[],S=Uh;for(let T of y(w)){if(S-=u(T),S<0&&v.length>0)break;let N=o[T]??0,E=a[T+1]??0;for(let R=a[T]??0;R<E;R+=1){let H=s[R]??0,de=c[H]??0;de===0&&v.push(H),c[H]=de+N}}if(v.length===0)for(let T=0;T<Math.min(b,t.length);T+=1)v.push(T);let P=sl(v,b*Wh,T=>vs(c[T]??0,w.total,l[T]??0));for(let T of v)c[T]=0;return sl(P.map(T=>T.unit),b,T=>_(w,T))}let p=[...e.keys()];function _(w,b){let v=0;for(let S=r[b]??0;S<(r[b+1]??0);S+=1)v+=w.weights.get(p[n[S]??0]??"")??0;return vs(v,w.total,l[b]??0)}return{weigh:h,nearest:k,likenessTo:_}}function vs(t,e,n){return e+n===0?0:Math.min(1,2*t/(e+n))}var rl=new WeakMap;function Hh(t){let e=new Map,n=new Int32Array(t.length+1),r=new Int32Array(64*Math.max(1,t.length)),s=0,a=[];return t.forEach((o,l)=>{let c=rl.get(o),u=c??[...bs(o)];if(s+u.length>r.length){let d=new Int32Array(2*(s+u.length));d.set(r),r=d}let f=s;for(let d of u){let h=e.get(d);h===void 0&&(h=e.size,e.set(d,h),a.push(d)),r[s]=h,s+=1}c===void 0&&rl.set(o,[...r.subarray(f,s)].map(d=>a[d]??"")),n[l+1]=s}),{features:e,ofUnit:r.slice(0,s),unitStarts:n}}function Vh(t,e,n,r){let s=new Int32Array(n+1);for(let l of t)s[l+1]=(s[l+1]??0)+1;for(let l=0;l<n;l+=1)s[l+1]=(s[l+1]??0)+(s[l]??0);let a=s.slice(),o=new Int32Array(t.length);for(let l=0;l<r;l+=1)for(let c=e[l]??0;c<(e[l+1]??0);c+=1){let u=t[c]??0,f=a[u]??0;o[f]=l,a[u]=f+1}return{postings:o,starts:s}}function sl(t,e,n){let r=[];for(let s of t){let a=n(s),o=r[r.length-1];if(r.length===e&&o!==void 0&&!il(s,a,o))continue;r.length===e&&r.pop();let l=r.length;for(let c=r[l-1];c!==void 0&&il(s,a,c);c=r[l-1])l-=1;r.splice(l,0,{unit:s,likeness:a})}return r}function il(t,e,n){return e>n.likeness||e===n.likeness&&t<n.unit}var Kh=24,Gh=.75,Ss=["remembered","visible","delegate","convention"];function ll({origin:t}){return t==="delegate"||t==="convention"}function cl({units:t}){let e=new Map(t.map((r,s)=>[r.id,s])),n=new Map;return t.forEach((r,s)=>{let a=`${r.type.packageName}#${Yr(r.id)}`;n.has(a)||n.set(a,s)}),{find:(r,s)=>e.get(r)??n.get(`${s}#${Yr(r)}`)}}function ul(t,e,n,r){let s=r.find(t.unit.id,t.unit.type.packageName),a=s===void 0?void 0:e.units[s];return s===void 0||a===void 0||t.file.known.findLast(({id:o})=>o===a.id)?.body===a.body?null:{unit:a,origin:"remembered",likeness:n.likenessTo(t.header,s),sameUnit:!0}}function Ts(t,e,n,r,s){let a=new Map(t.file.known.map(y=>[y.id,y])),o=r.find(t.unit.id,t.unit.type.packageName),l=n.nearest(t.header,Kh);o!==void 0&&l.every(y=>y.unit!==o)&&l.push({unit:o,likeness:n.likenessTo(t.header,o)});let c=l.flatMap(y=>{let k=e.units[y.unit];if(k===void 0)return[];let p=a.get(k.id);return p!==void 0&&p.body===k.body?[]:[{unit:k,origin:"remembered",likeness:y.likeness,sameUnit:y.unit===o}]}),u=t.file.known.map(y=>{let k=ks(t.header,n.weigh(y));return{unit:y,origin:"visible",likeness:k,sameUnit:!1}}),f=Xo(t,s).map(({overload:y,body:k})=>{let p=ks(t.header,n.weigh(y));return ol(t,k,"delegate",p)}),d=Yo(t.unit),h=d===null?[]:[ol(t,Nn(d,t),"convention",Gh)];return[...c,...u,...f,...h]}function ol(t,e,n,r){return{unit:{...t.unit,indent:t.layout.indent,body:e},origin:n,likeness:r,sameUnit:!1}}var Jh=[[.6,.2],[.8,.6],[.95,.7],[1,.98]],zh=[[0,.27],[.25,.35],[.45,.45],[.65,.65],[.75,.78],[1,.82]];function dl({likeness:t,sameUnit:e}){return Yh(e?Jh:zh,t)}function Yh(t,e){let[n,r]=t[0]??[0,0];for(let[s,a]of t){if(e<=s)return s===n?a:r+(a-r)*(e-n)/(s-n);[n,r]=[s,a]}return r}var We={likeness:1,sameUnit:1,unusedShare:.35,unusedCount:.15,fieldUsed:.09,parametersUsed:.12,returnFits:.07,constructorFits:.05,unresolved:-.3,unknown:-.004,longerOverload:-.1,visible:-.03,empty:-.2},Qh=Object.entries(We),fl=4;function ml(t,e,n){let r=Zh(t,e,n);return Qh.reduce((s,[a,o])=>s+o*r[a],0)}function hl({file:t}){let e=Math.min(t.unused.size,fl);return(We.unusedShare*Math.sign(e)+We.unusedCount*e)/t.erasedCount+We.fieldUsed+We.parametersUsed+We.returnFits+We.constructorFits+Xh}var Xh=1e-9;function Zh(t,e,{scope:n,rarity:r}){let{candidate:s,facts:a}=t,{file:o,unit:l}=e,c=As(o.unused,d=>a.identifiers.has(d)),u=As(l.parameters,({name:d})=>a.identifiers.has(d)),f=l.kind==="method"&&l.returnType!=="void";return{likeness:s.likeness,sameUnit:Number(s.sameUnit),unusedShare:c/Math.max(1,o.unused.size)/o.erasedCount,unusedCount:Math.min(c,fl)/o.erasedCount,fieldUsed:Number(l.type.fields.some(({name:d})=>a.variables.has(d))),parametersUsed:l.parameters.length===0?1:u/l.parameters.length,returnFits:+(f===a.returnsValue),constructorFits:+(s.unit.kind==="method"==(l.kind==="method")),unresolved:As(s.unit.type.fields,({name:d})=>a.variables.has(d)&&!a.locals.has(d)&&!n.has(d)),unknown:ep(t,e,r),longerOverload:Number(tp(t,e)),visible:+(s.origin==="visible"),empty:Number(a.isEmpty)}}function As(t,e){let n=0;for(let r of t)e(r)&&(n+=1);return n}function ep({facts:t},{file:e},n){let r=0;for(let s of t.identifiers)!e.identifierCounts.has(s)&&!t.locals.has(s)&&(r+=n(s));return r}function tp({candidate:t},{unit:e}){return!ll(t)&&t.unit.name===e.name&&t.unit.parameters.length>e.parameters.length&&Ue(t.unit.type.name)===Ue(e.type.name)}var np=4;function pl({unit:t,file:e},n){let r=new Set(t.parameters.map(s=>s.name));for(let s of rp(t.type.name)){let a=e.typeNamed(s);for(let o of a.fields)r.add(o.name);for(let o of n(a.supertypes))r.add(o)}return r}function rp(t){let e=[];for(let n=t.length;n>0;n=t.lastIndexOf(".",n-1))e.push(t.slice(0,n));return e}function _l({units:t}){let e=new Map;for(let{type:r}of t){let s=Ue(r.name),a=e.get(s);a===void 0?e.set(s,new Set([r])):a.add(r)}return r=>{let s=new Set;return n(r,s,np),s};function n(r,s,a){if(a!==0)for(let o of r){let l=re(o.replace(/<.*$/,"")).at(-1)??"";for(let c of e.get(l)??[]){for(let u of c.fields)s.add(u.name);n(c.supertypes,s,a-1)}}}}var gl=new WeakMap;function Es({source:t,erased:e},n){let r=gl.get(t);if(r?.erased===e&&r.language===n)return r.file;let s=sp(t,e,n);return gl.set(t,{erased:e,language:n,file:s}),s}function sp(t,e,n){let r=_s(t),s=n.tokenize(t.text),a=ap(s),o;return{lineEnd:bn(t.text),typeNamed:r,get headers(){return o??=t.units.map(l=>st(l,r(l.typeName))),o},known:ip(t,e,r),erasedCount:e.size,identifierCounts:a,unused:op(t,s,a)}}var yl=new WeakMap;function ip(t,e,n){let r=yl.get(t.types)??new Map;return yl.set(t.types,r),t.units.flatMap(s=>{if(e.has(s.id))return[];let a=n(s.typeName),o=et(t.text,s.declaration.start),l=wn(t,s),c=r.get(s.id);if(c?.parameters===s.parameters&&c.known.type.lineEnd===a.lineEnd&&c.known.body===l&&c.known.indent===o)return[c.known];let f={...st(s,a),indent:o,body:l};return r.set(s.id,{parameters:s.parameters,known:f}),[f]})}function ap(t){let e=new Map;for(let{kind:n,text:r}of t)n==="identifier"&&e.set(r,(e.get(r)??0)+1);return e}function op(t,e,n){let r=new Set;for(let{kind:a,text:o}of e)if(a==="comment")for(let l of re(o))r.add(l);let s=[];for(let a of t.imports){let o=a.slice(a.lastIndexOf(".")+1);r.has(o)||s.push(o)}for(let a of t.types)if(!(a.kind!=="class"&&a.kind!=="anonymous"))for(let o of a.fields)s.push(o.name);for(let a of t.units)a.kind==="method"&&a.modifiers.includes("private")&&s.push(a.name);return new Set(s.filter(a=>n.get(a)===1))}var lp=4096;function wl(t,e){let n=al(t.units),r=cl(t),s=_l(t),a=new lo({max:lp,memoMethod:p=>e.tokenize(p)}),o=p=>a.memo(p),l=new WeakMap;return{rank(p){let{query:_,evaluate:w}=c(p),b=Ts(_,t,n,r,o).map(w).sort(bl);return{query:_,bodies:b}},propose(p,_){let{query:w,evaluate:b}=c(p);return y(u(w,b),w,_)},nearest(p){let[_]=n.nearest(ys(p,Es(p,e),n).header,1),w=_&&t.units[_.unit];return w===void 0?null:{unit:w,likeness:_?.likeness??0}}};function c(p){let _=Es(p,e),w=ys(p,_,n),b=d(w),v={scope:pl(w,s),rarity:f};return{query:w,evaluate:P=>{let T=ms(P,w,o(P.unit.body),b,!0);return{adapted:T,plausibility:ml(T,w,v)}}}}function*u(p,_){let w=hl(p),b=ul(p,t,n,r),v=b===null?null:_(b),S=v!==null&&v.plausibility>cp+w;S&&(yield v);let P=Ts(p,t,n,r,o),T=S?P.filter(({sameUnit:E})=>!E):P;yield*up(T,({likeness:E,sameUnit:R})=>E+Number(R)+w,_)}function f(p){let _=t.fileFrequency.get(p)??0;return Math.log(1+(Math.max(0,t.files-_)+.5)/(_+.5))}function d({unit:p,file:_}){return _.known.flatMap(w=>{if(w.type.name!==p.type.name)return[];let b=r.find(w.id,w.type.packageName),v=b===void 0?void 0:t.units[b];return v===void 0||v.body===w.body?[]:Oo(h(v,w.body),S=>!_.identifierCounts.has(S))})}function h(p,_){let w=l.get(p);if(w?.body===_)return w.edits;let b=Ro(o(p.body),o(_));return l.set(p,{body:_,edits:b}),b}function y(p,_,w){let b=new Set,v=[],S=0;for(let{adapted:P,plausibility:T}of p){let N=k(P,_);if(!(N===null||b.has(N))&&(b.add(N),v.length===0&&(S=dl(P.candidate)),v.push({body:N,plausibility:T}),v.length>=w))break}return{proposals:v,confidence:S}}function k(p,_){let w=hs(p,_);if(e.isBody(w))return w;if(!p.restructured)return null;let{candidate:b}=p,v=hs(ms(b,_,o(b.unit.body),[],!1),_);return e.isBody(v)?v:null}}var cp=1;function*up(t,e,n){let r=t.map((a,o)=>({candidate:a,place:o,reach:e(a)})).sort((a,o)=>a.reach-o.reach),s=[];for(let a=s.at(-1);r.length+s.length>0;a=s.at(-1)){let o=r.at(-1);o!==void 0&&(a===void 0||a.body.plausibility<=o.reach)?(r.pop(),s.push({body:n(o.candidate),place:o.place}),s.sort((l,c)=>bl(c.body,l.body)||c.place-l.place)):a!==void 0&&(s.pop(),yield a.body)}}function bl(t,e){return e.plausibility-t.plausibility||dp(t,e)}function dp({adapted:t},{adapted:e}){return Ss.indexOf(t.candidate.origin)-Ss.indexOf(e.candidate.origin)||vt(t.candidate.unit.id,e.candidate.unit.id)}import{createHash as mp}from"node:crypto";import{brotliCompressSync as hp,brotliDecompressSync as pp,constants as Et}from"node:zlib";var oe=A.array(A.string()),At=A.array(oe),vl=A.array(A.int().nonnegative()),fp=A.object({origin:A.object({project:A.string(),revision:A.string(),committedAt:A.string().nullable()}),files:A.int().nonnegative(),contentHash:A.string(),types:A.object({path:oe,lineEnd:A.array(A.enum([`
`,`\r
`])),packageName:oe,name:oe,supertypes:At,fields:At}),units:A.object({id:oe,type:vl,kind:A.array(A.enum(["method","constructor","compact-constructor"])),name:oe,parameters:At,returnType:oe,modifiers:At,throws:At,javadocWords:oe,indent:oe,body:oe}),identifiers:A.object({name:oe,files:vl})});function Tl(t){let e=new Map;for(let{type:s}of t.units)e.has(s)||e.set(s,e.size);let n=[...e.keys()],{units:r}=t;return{origin:{...t.origin},files:t.files,contentHash:t.contentHash,types:{path:n.map(s=>s.path),lineEnd:n.map(s=>s.lineEnd),packageName:n.map(s=>s.packageName),name:n.map(s=>s.name),supertypes:n.map(s=>[...s.supertypes]),fields:n.map(s=>kl(s.fields))},units:{id:r.map(({id:s,type:a})=>s.startsWith(`${a.path}#`)?s.slice(a.path.length):s),type:r.map(s=>e.get(s.type)??0),kind:r.map(s=>s.kind),name:r.map(s=>s.name),parameters:r.map(s=>kl(s.parameters)),returnType:r.map(s=>s.returnType),modifiers:r.map(s=>[...s.modifiers]),throws:r.map(s=>[...s.throws]),javadocWords:r.map(s=>s.javadocWords.join(" ")),indent:r.map(s=>s.indent),body:r.map(s=>s.body)},identifiers:{name:[...t.fileFrequency.keys()],files:[...t.fileFrequency.values()]}}}function Al(t){let{origin:e,files:n,contentHash:r,types:s,units:a,identifiers:o}=fp.parse(t),l=gs(),c=s.path.map((u,f)=>({path:l(u),lineEnd:U(s.lineEnd,f),packageName:l(U(s.packageName,f)),name:l(U(s.name,f)),supertypes:U(s.supertypes,f).map(l),fields:Sl(U(s.fields,f).map(l))}));return{origin:e,files:n,contentHash:r,units:a.id.map((u,f)=>{let d=U(c,U(a.type,f)),h=U(a.javadocWords,f);return{id:u.startsWith("#")?d.path+u:u,type:d,kind:U(a.kind,f),name:l(U(a.name,f)),parameters:Sl(U(a.parameters,f).map(l)),returnType:l(U(a.returnType,f)),modifiers:U(a.modifiers,f).map(l),throws:U(a.throws,f).map(l),javadocWords:h===""?[]:h.split(" ").map(l),indent:l(U(a.indent,f)),body:U(a.body,f)}}),fileFrequency:new Map(o.name.map((u,f)=>[l(u),U(o.files,f)]))}}function kl(t){return t.flatMap(({type:e,name:n})=>[e,n])}function Sl(t){return Array.from({length:t.length/2},(e,n)=>({type:U(t,2*n),name:U(t,2*n+1)}))}function U(t,e){let n=t[e];if(n===void 0)throw new RangeError("a column is too short");return n}var he="palimpsest project memory",Ps=1,_p=9,gp=24,yp=1024**3,Cs=256,pe=class extends Error{name="MemoryFileError";code;constructor(e,n,r){super(n,r),this.code=e}};function Ms(t){let e=Buffer.from(JSON.stringify(Tl(t)),"utf8"),n=hp(e,{params:{[Et.BROTLI_PARAM_MODE]:Et.BROTLI_MODE_TEXT,[Et.BROTLI_PARAM_QUALITY]:_p,[Et.BROTLI_PARAM_LGWIN]:gp,[Et.BROTLI_PARAM_SIZE_HINT]:e.length}});return Buffer.concat([Buffer.from(`${he}, schema ${Ps}, ${n.length} bytes, sha256 ${Pl(n)}
`),n])}function Ls(t){let e=wp(Buffer.from(t.buffer,t.byteOffset,t.byteLength));try{let n=pp(e,{maxOutputLength:yp});return Al(JSON.parse(n.toString("utf8")))}catch(n){throw new pe("corrupt",`This ${he} does not hold what it should. Train the model again.`,{cause:n})}}function wp(t){let e=t.subarray(0,Cs).indexOf(`
`),n=t.subarray(0,e===-1?Cs:e).toString("latin1"),r=e===-1&&t.length<Cs;if(!n.startsWith(r?he.slice(0,n.length):he))throw new pe("not-a-model",`This file is no ${he}. Give the file that training wrote.`);if(r)throw El("its first line is cut off");let s=/^, schema (\d+), /.exec(n.slice(he.length));if(s!==null&&Number(s[1])>Ps)throw new pe("newer-schema",`This ${he} has schema ${s[1]}; this version reads up to ${Ps}. Update the tool, or train the model again.`);let a=/^, schema \d+, (\d+) bytes, sha256 ([0-9a-f]{64})$/.exec(n.slice(he.length));if(a===null)throw Cl("its first line is damaged");let o=t.subarray(e+1),l=Number(a[1]);if(o.length<l)throw El(`${o.length} of ${l} bytes are there`);if(o.length>l||Pl(o)!==a[2])throw Cl("its checksum does not match");return o}function El(t){return new pe("truncated",`This ${he} is incomplete: ${t}. Copy it again, or train the model again.`)}function Cl(t){return new pe("corrupt",`This ${he} is damaged: ${t}. Copy it again, or train the model again.`)}function Pl(t){return mp("sha256").update(t).digest("hex")}var kp=1,Sp=.05;function xn(t,e){let n=wl(t,e);return{card:Ap(t),concurrency:1,async regenerate(r,{samples:s,signal:a}){await vp(),a.throwIfAborted();let{proposals:o,confidence:l}=n.propose(r,s),[c]=o;return c===void 0?{kind:"failed",reason:"missing",detail:"the project memory holds nothing like it, and neither does the file"}:{kind:"regenerated",body:c.body,confidence:l,samples:Tp(o)}},async nearest(r){let s=n.nearest(r);if(s===null)return null;let{unit:a,likeness:o}=s;return{id:a.id,path:a.type.path,similarity:o,body:a.body}}}}function Tp(t){let e=t[0]?.plausibility??0,n=t.map(({plausibility:s})=>Math.exp((s-e)/Sp)),r=n.reduce((s,a)=>s+a,0);return t.map(({body:s},a)=>({body:s,probability:(n[a]??0)/r}))}function Ap(t){let{revision:e,committedAt:n}=t.origin;return{schemaVersion:1,provider:"embedded",name:"project memory",baseModel:null,fingerprint:bp("sha256").update(`${kp} ${t.contentHash}`).digest("hex"),trainedAt:{revision:e,committedAt:n,units:t.units.length,files:t.files},recipe:{kind:"embedded",datasetHash:t.contentHash,epochs:null,promptFormat:null},baseline:null,shadow:null}}function Ml({main:t}){let e=ps(t);return{learn:n=>e.learn(n),forget:n=>e.forget(n),finish:n=>{let r=e.finish({...n,project:n.project??Ll});return{model:xn(r,t),save:()=>Ms(r)}}}}async function Is(t,e,{languages:n,progress:r,signal:s}){return(await oo({tree:t.tree(e),origin:{project:await t.identity(),revision:e.hash,committedAt:e.committedAt},scope:"main",languages:n,training:Ml(n),progress:r,signal:s})).model}var Ll="";async function Il(t,e,n){let r=dn(e)?fn(e):null,s=t??r,a=s===null?null:await gn(s);if(s===null||a===null){if(s!==null&&s!==r)throw Ep(s);return null}let o=xl(s,a),l=e===null||o.origin.project===Ll?null:await e.identity();if(l!==null&&l!==o.origin.project)throw new I("model-of-another-project",`the model ${s} was trained on another project`,"Train one here with `palimpsest train`, or name this project’s model with --model.");let c=xn(o,n.main),u=await ao(s,c.card.fingerprint,co),{baseline:f,shadow:d}=u??c.card;return{model:{...c,card:{...c.card,baseline:f,shadow:d}},path:s}}function Nl(t,e,{main:n}){return xn(xl(t,e),n).card.fingerprint}function Ep(t){return new I("bad-model-file",`there is no model file ${t}`,"Check the path, or train one with `palimpsest train`.")}function xl(t,e){try{return Ls(e)}catch(n){throw n instanceof pe?new I("bad-model-file",`the model file ${t} cannot be used`,n.message,{cause:n}):n}}function Ol(t,e){return{...t,shadow:{of:e}}}function dT(t,e,n){let{revision:r,protocol:s,methods:a,similarity:o}=e;return s!=="in-place"||o===null||r!==t.trainedAt?.revision?null:{...t,baseline:{methods:a,similarity:o,measuredAt:n.toISOString()}}}var ma=Jr(Xa(),1),_t=Jr(Sd(),1);var eb=1024*1024,Td=60;function ha(t,e){return new fa(t,e).entries()}function xr(t,e,n){let r={provider:t,...e},s=bt[t].safeParse(r);if(s.success)return s.data;let a=Ad(s.error,r,t);throw new I("bad-setting",`${n}: ${a.what}`,a.remedy)}var fa=class{#t;#e=new _t.LineCounter;#n;constructor(e,n){this.#t=n,this.#n=(0,_t.parseDocument)(tb(e,n),{lineCounter:this.#e,prettyErrors:!1,logLevel:"error"})}entries(){let e=this.#r(),n=new Map;for(let[r,s]of Object.entries(e))n.set(r,this.#i(r,s));if(n.size===0)throw this.#a(["models"],"it names no model","Put one under `models:`, by its name.");return n}#r(){let[e]=[...this.#n.errors,...this.#n.warnings];if(e!==void 0){let[a]=e.pos,o=Qr(Ed(e.message));throw this.#o(a,`this is neither YAML nor JSON: ${o}`,"Mend it there.")}let n=this.#s(),r="It takes `models:`, and under it an entry for each model by its name.";if(!Nr(n))throw this.#a([],"it names no models",r);let s=Object.keys(n).find(a=>a!=="models");if(s!==void 0)throw this.#a([s],`there is no ${qe(s)} in a file of models`,r);if(!Nr(n.models))throw this.#a(["models"],"it names no models",r);return n.models}#s(){try{return this.#n.toJS()}catch(e){throw new I("bad-models-file",`${this.#t}: its aliases lead nowhere, or to too much`,"Write the values out.",{cause:e})}}#i(e,n){let r=["models",e];if(!eo.test(e))throw this.#a(r,`${qe(e)} is no name for a model`,"Letters, digits and . _ - / @ + are.");if(!Nr(n))throw this.#a(r,`${qe(e)} says nothing of its model`,"Begin with `provider:`.");let s=Object.keys(bt),{provider:a}=n;if(typeof a!="string"||!un(a)){let c=a===void 0?"has no provider":"has a provider that does not exist",u=typeof a=="string"?`Did you mean ${qe((0,ma.closest)(a,s))}? `:"";throw this.#a([...r,"provider"],`${qe(e)} ${c}`,`${u}Known: ${s.join(", ")}.`)}let o=bt[a].safeParse(n);if(o.success)return o.data;let l=Ad(o.error,n,a);throw this.#a([...r,...l.path],`${qe(e)}: ${l.what}`,l.remedy)}#a(e,n,r){for(let s=e.length;s>0;s--){let a=this.#n.getIn(e.slice(0,s),!0);if((0,_t.isNode)(a)&&a.range)return this.#o(a.range[0],n,r)}return new I("bad-models-file",`${this.#t}: ${n}`,r)}#o(e,n,r){let{line:s,col:a}=this.#e.linePos(e);return new I("bad-models-file",`${this.#t}:${s}:${a}: ${n}`,r)}};function tb(t,e){let n="It is a short file in YAML or JSON, saved as UTF-8.";if(t.length>eb)throw new I("bad-models-file",`${e} is too large`,n);try{return new TextDecoder("utf-8",{fatal:!0}).decode(t)}catch(r){throw new I("bad-models-file",`${e} is not UTF-8`,n,{cause:r})}}function Ad({issues:t},e,n){let{shape:r}=bt[n];for(let c of t){if(c.code!=="unrecognized_keys")continue;let[u=""]=c.keys,f=c.path[0]==="price"?Za:Object.keys(r);return{path:[...c.path,u],what:`there is no setting ${qe([...c.path,u].join("."))} for a model of the provider ${n}`,remedy:`Did you mean ${qe((0,ma.closest)(u,f))}? Known here: ${f.join(", ")}.`}}let[s]=t,a=s?.path??[],o=a.reduce((c,u)=>Nr(c)?c[String(u)]:c,e)===void 0,l=Object.entries(r).find(([c])=>c===a[0])?.[1];return{path:a,what:`${a.join(".")} ${o?"is missing":"does not take that"}`,remedy:`It is: ${l?.description??s?.message??""}.`}}function Nr(t){return typeof t=="object"&&t!==null&&!Array.isArray(t)}function qe(t){return`"${Qr(Ed(t))}"`}function Ed(t){return t.length>Td?`${t.slice(0,Td)}…`:t}function nb({provider:t,model:e,baseUrl:n,keyVariable:r,trainedAt:s,maxMethods:a}){let o={ownName:e,folder:process.cwd(),trainedAt:s,maxMethods:a};if(t==="embedded")return{...o,entry:null};if(e===null||n===null)throw ab(t,e===null?"model":"base-url");let c=xr("openai",{model:e,"base-url":n,"api-key-env":r},`the model ${JSON.stringify(e)}`);if(c.provider==="embedded")throw new Error("an entry of openai is one of openai");return{...o,entry:c}}async function rb(t,e){let n=t.trainedAt===null?null:await e.repository.resolve(t.trainedAt),r=sb(t,n,e);if(t.entry===null)return{inUse:r,shadow:r,isHosted:!1,close:async()=>{}};let s=new pa(t.entry,t,n,e),a=()=>s.open();return{inUse:n===null?{kind:"of-unknown-training",open:a}:{kind:"fixed",trainedAt:n,open:a},shadow:r,isHosted:!0,close:()=>s.close()}}function sb({ownName:t},e,n){let r=new Map,s=o=>{let l=async()=>ib(await Is(n.repository,o,n),n.answered),c=r.get(o.hash)??l();return r.set(o.hash,c),c};return e===null?{kind:"pinned",train:s}:{kind:"fixed",trainedAt:e,open:async()=>{let o=await s(e);return{...o,card:Ol(o.card,t)}}}}function ib(t,e){if(e===void 0)return t;let{provider:n}=t.card;return{...t,async regenerate(r,s){let a=performance.now(),o=await t.regenerate(r,s);return e(n,performance.now()-a),o}}}var pa=class{#t;#e;#n;#r;#s=null;constructor(e,n,r,s){this.#t=e,this.#e=n,this.#n=r,this.#r=s}async open(){return this.#s??=this.#i(),(await this.#s).model}async#i(){let{folder:e,maxMethods:n}=this.#e,{environment:r,answers:s,languages:a,warn:o,addresses:l,answered:c}=this.#r,{openAnswerCache:u,openLanguageModel:f}=await import("./part-C5WURARC.js"),d=s===void 0?u(r.answersFolder,{warn:o}):null,h=s??d,y={secrets:r.secrets,warn:o,folder:e,...l===void 0?{}:{addresses:l},...c===void 0?{}:{answered:c}},k={...uo,methods:n},{model:p}=await f(this.#t,y,k,{repository:null,languages:a,cache:h}),_=this.#n,w=_===null?null:{revision:_.hash,committedAt:_.committedAt,units:null,files:null};return{model:{...p,card:{...p.card,trainedAt:w}},close:async()=>{await p.close?.(),await d?.close()}}}async close(){await(await this.#s?.catch(()=>null))?.close()}};function ab(t,e){return new I("bad-setting",`the provider ${t} needs ${e}`,e==="model"?"Name the model as its server calls it.":"Say where the server is, such as https://models.example.org/v1.")}function Cd(t){let e=[];for(let{kind:n,champion:r,becomes:s}of t)n==="rolled-back"&&e.pop(),!(n!=="promoted"||s===null)&&(e.length===0&&r!==null&&e.push(r),e.push(s));return e}function Pd(t){return t.reduce((e,n)=>Math.max(e,Number.parseInt(n,10)),0)+1}import{randomBytes as fb}from"node:crypto";import{readdir as mb,readFile as hb}from"node:fs/promises";import{join as Rr}from"node:path";var Md=["first-champion","budget-spent","unanswered","closer","not-closer","difference-too-small","too-few-changes","remembers","forgot","forgetting-unsure","nothing-to-forget","tasks-kept","tasks-lost","tasks-not-asked","likelihood-kept","likelihood-lost","likelihood-not-asked","likelihood-not-given","likelihood-not-comparable"],UA={leastDifference:0,leastChanges:20,forgettingMargin:.01,tasksMargin:.05,likelihoodMargin:.05},ob=.02;function WA(t,e){if(t.changes===null)return{kind:"promote",reasons:["first-champion"]};let n=t.changes.units+(t.forgetting?.units??0),r=[...t.unasked>0?[Se("budget-spent")]:[],...t.unanswered>n*ob?[Se("unanswered")]:[],lb(t.changes,e),cb(t.forgetting,e),ub(t.tasks,e),db(t.likelihood,e)],s=a=>r.flatMap(o=>o.weight===a?[o.reason]:[]);return{kind:s("against").length>0?"keep":"promote",reasons:[...s("against"),...s("for"),...s("silent")]}}function lb({units:t,difference:e,interval:n},r){return t<r.leastChanges||e===null||n===null?Se("too-few-changes"):n.low<=0?Se("not-closer"):e<r.leastDifference?Se("difference-too-small"):Or("closer")}function cb(t,{forgettingMargin:e}){if(t===null||t.difference===null)return rn("nothing-to-forget");let n=t.units>=t.unchanged,{low:r,high:s}=n?{low:t.difference,high:t.difference}:t.interval??{low:-1,high:1};return r>=-e-_a?Or("remembers"):s<-e?Se("forgot"):Se("forgetting-unsure")}function ub(t,{tasksMargin:e}){return t===null?rn("tasks-not-asked"):(t.championPasses-t.challengerPasses)/t.tasks>e+_a?Se("tasks-lost"):Or("tasks-kept")}function db(t,{likelihoodMargin:e}){switch(t.kind){case"not-asked":return rn("likelihood-not-asked");case"not-given":return rn("likelihood-not-given");case"measured":return t.championTokens!==t.challengerTokens?rn("likelihood-not-comparable"):t.champion-t.challenger>e+_a?Se("likelihood-lost"):Or("likelihood-kept");default:return t}}var _a=1e-9,Se=t=>({reason:t,weight:"against"}),Or=t=>({reason:t,weight:"for"}),rn=t=>({reason:t,weight:"silent"});var ga=/^\d{4,9}-[0-9a-f]{8}$/,pb=/^\d{4,9}-[0-9a-f]{8}\/(champion|challenger)\.palimpsest$/,Fr=A.object({name:A.string(),fingerprint:A.string(),copy:A.string().regex(pb).nullable()}),_b=A.object({schemaVersion:A.literal(1),id:A.string().regex(ga),kind:A.enum(["promoted","kept","rolled-back"]),at:A.string(),reasons:A.array(A.enum(Md)),challenger:Fr,champion:Fr.nullable(),becomes:Fr.nullable()}),gb=A.object({schemaVersion:A.literal(1),record:A.string().regex(ga),champion:Fr}),Id="record.json";function Nd(t){let e=Pd(t.map(({id:n})=>n));return`${String(e).padStart(4,"0")}-${fb(4).toString("hex")}`}function xd(t,e){let n=()=>yb(t);return{records:n,async champion(){let[r,s]=[await wb(e),await n()],a=s.findLast(({becomes:o,kind:l})=>l!=="kept"&&o!==null);return r===null||a!==void 0&&a.id>r.record?Cd(s).at(-1)??null:r.champion},pathOf:({copy:r})=>r===null?null:Rr(t,r),async keep(r,s){await we(Rr(t,r.id));let a=await ts(Rr(t,r.id),[]);try{for(let[o,l]of s)await a.write(o,l);await a.write(Id,Ld({schemaVersion:1,...r})),await a.commit()}finally{await a.discard()}r.kind==="kept"||r.becomes===null||await De(e,Ld({schemaVersion:1,record:r.id,champion:r.becomes}))}}}function Ld(t){return Buffer.from(`${JSON.stringify(t,null,2)}
`)}async function yb(t){let e=await mb(t).catch(r=>{if($(r)==="ENOENT")return[];throw Rd(t,r)}),n=[];for(let r of e.filter(s=>ga.test(s)).sort()){let s=Rr(t,r,Id),{schemaVersion:a,...o}=await Od(s,_b);o.id===r&&n.push(o)}return n}async function wb(t){try{return await Od(t,gb)}catch(e){if(e instanceof I&&$(e.cause)==="ENOENT")return null;throw e}}async function Od(t,e){let n;try{n=await hb(t,"utf8")}catch(r){throw Rd(t,r)}try{return e.parse(JSON.parse(n))}catch(r){throw new I("bad-promotion-record",`${t} is not what this version of palimpsest keeps of a promotion`,"If it was edited, undo that; otherwise a later version wrote it. Removing it forgets that decision alone.",{cause:r})}}function Rd(t,e){let n=$(e)??"unknown reason";return new I("not-readable",`${t} cannot be read (${n})`,"Check its permissions.",{cause:e})}function ya(t){return xd(Xe(t,"promotions"),Xe(t,"champion.json"))}async function bb(t){return await Ze(t),ya(t)}async function vb({model:t,path:e},n){if(t.card.provider!=="embedded"||e===null)return null;let r=await gn(e);if(r!==null&&Nl(e,r,n)===t.card.fingerprint)return r;throw new I("bad-model-file",`the model file ${e} changed while its model was measured`,"Nothing was promoted; run the command again.")}import{open as kb,readFile as Sb}from"node:fs/promises";var Fd={value:A.number(),margin:A.number().nullable()},qr=A.object({units:A.int(),points:A.number()}),qd={id:A.string(),similarity:A.number(),failed:A.boolean()},Tb=A.object({at:A.int(),units:A.int(),now:A.object(Fd).nullable(),freshness:A.object({...Fd,parts:A.object({unchanged:qr,modified:qr,new:qr,deleted:qr})}).nullable(),scored:A.int(),scores:A.array(A.object(qd))}),Ab=A.object({at:A.int(),head:A.string(),shards:A.record(A.string(),A.string())}),Eb=A.array(A.object({at:A.int(),changes:A.array(A.object({...qd,change:A.enum(["added","modified","renamed","moved"])})),behind:A.int()})),Cb=1e4;async function Pb(t,e){await we(t);let{points:n,wholeBytes:r}=await Mb(t,e);try{let s=await kb(t,"a");return await s.truncate(r),new wa(t,s,n,await Lb(Bd(t),e+n.length))}catch(s){throw V(t,s)}}var wa=class{points;ledger;#t;#e;#n=null;#r=Number.NEGATIVE_INFINITY;constructor(e,n,r,s){this.#t=e,this.#e=n,this.points=r,this.ledger=s}async append(e,n){try{await this.#e.appendFile(`${JSON.stringify(e)}
`)}catch(r){throw V(this.#t,r)}this.#n={at:e.at,pages:n},performance.now()-this.#r>=Cb&&await this.#s()}async close(){await this.#s(),await this.#e.close()}async#s(){if(this.#n===null)return;let{at:e,pages:n}=this.#n,{head:r,shards:s}=n(),a={at:e,head:mn({head:r,files:{}}),shards:Object.fromEntries([...s].map(([o,l])=>[o,pn(l)]))};await De(Bd(this.#t),JSON.stringify(a)),this.#n=null,this.#r=performance.now()}};function Bd(t){return t.replace(/\.jsonl$/,".ledger.json")}async function Mb(t,e){let n=await va(t),r=[],s=0;for(;;){let a=n.indexOf(`
`,s);if(a<0)return{points:r,wholeBytes:s};let o=ba(Tb,n.toString("utf8",s,a)),l=e+r.length;if(o===null||o.at<e||o.at>l)return{points:r,wholeBytes:s};o.at===l&&r.push(o),s=a+1}}async function Lb(t,e){let n=ba(Ab,(await va(t)).toString("utf8"));if(n===null||n.at>=e)return null;try{let r=new Map(Object.entries(n.shards).map(([s,a])=>[s,_n(a)]));return{at:n.at,pages:{head:hn(n.head).head,shards:r}}}catch{return null}}async function Ib(t){return ba(Eb,(await va(t)).toString("utf8"))}async function Nb(t,e){await we(t),await De(t,JSON.stringify(e))}function ba(t,e){try{return t.parse(JSON.parse(e))}catch{return null}}async function va(t){try{return await Sb(t)}catch(e){if($(e)==="ENOENT")return Buffer.alloc(0);throw V(t,e)}}import{createHash as D0}from"node:crypto";import{join as j0}from"node:path";import{open as xb,readFile as Ob,rm as Rb}from"node:fs/promises";var Fb=A.object({key:A.string(),regeneration:A.discriminatedUnion("kind",[A.object({kind:A.literal("regenerated"),body:A.string(),confidence:A.number().exactOptional()}),A.object({kind:A.literal("failed"),reason:A.enum(no),detail:A.string()})])});async function Sa(t){let{known:e,wholeBytes:n}=await Bb(t);await we(t);let r;try{r=await xb(t,"a"),await r.truncate(n)}catch(s){throw V(t,s)}return new ka(t,r,e)}var ka=class{resumed;#t;#e;#n;constructor(e,n,r){this.#t=e,this.#e=n,this.#n=r,this.resumed=r.size}get(e){return this.#n.get(e)}async append(e,n){let r=n.kind==="regenerated"?qb(n):n;try{await this.#e.appendFile(`${JSON.stringify({key:e,regeneration:r})}
`)}catch(s){throw V(this.#t,s)}}async finish(){await this.close(),await Rb(this.#t,{force:!0})}async close(){await this.#e.close().catch(()=>{})}};function qb(t){let{samples:e,...n}=t;return n}async function Bb(t){let e=new Map,n;try{n=await Ob(t)}catch(s){if($(s)==="ENOENT")return{known:e,wholeBytes:0};throw V(t,s)}let r=n.lastIndexOf(`
`)+1;for(let s of n.toString("utf8",0,r).split(`
`)){let a=jb(s);a!==void 0&&!Db(a.regeneration)&&e.set(a.key,a.regeneration)}return{known:e,wholeBytes:r}}function Db(t){return t.kind==="failed"&&ro(t.reason)}function jb(t){try{return Fb.parse(JSON.parse(t))}catch{return}}import{randomUUID as jd}from"node:crypto";import{link as $b,mkdir as Ub,readdir as Wb,readFile as Hb,rm as Br,writeFile as $d}from"node:fs/promises";import{join as Te}from"node:path";var Ta=16,Vb=/^head-(\d{9})\.json$/;function Ud(t){return{fingerprints:()=>Kb(t),load:e=>Gb(Dd(t,e),e),save:(e,n)=>Jb(Dd(t,n.head.model.fingerprint),e,n)}}function Dd(t,e){return Te(t,so(e))}async function Kb(t){let e=[];for(let n of await Wd(t)){let r=io(n);r===null||(await sn(Te(t,n))).length===0||e.push(r)}return e.sort()}async function Gb(t,e){let n=(await sn(t)).at(-1);if(n===void 0)return null;let r=await Dr(t,n);if(r.head.model.fingerprint!==e)throw new I("bad-ledger-file",`the ledger in ${t} is of another model`,"Delete the folder and evaluate the model again.");return{version:String(n),head:r.head,shards:async s=>{let a=await Promise.all(s.map(o=>Xb(t,r.files[o])));return new Map(s.map((o,l)=>[o,a[l]??[]]))}}}async function Jb(t,e,{head:n,shards:r}){let s=[];try{await Ub(t,{recursive:!0});let a=(await sn(t)).at(-1)??null;if(a!==(e===null?null:Number(e)))return!1;let o=a===null?{}:{...(await Dr(t,a)).files},l=(a??0)+1;for(let[u,f]of r)o[u]=`shard-${u}-${String(l).padStart(9,"0")}-${jd().slice(0,8)}.jsonl`,f.length!==0&&(await $d(Te(t,o[u]),pn(f),{flag:"wx",flush:!0}),s.push(o[u]));let c=await Yb(t,l,{head:n,files:zb(n,o)});if(c==="taken")for(let u of s)await Br(Te(t,u),{force:!0});return c==="linked"&&await Qb(t,l),c==="linked"}catch(a){if(a instanceof I&&a.code==="ledger-busy")return!1;throw V(t,a)}}function zb(t,e){return Object.fromEntries(Object.keys(t.shards).map(n=>{let r=e[n];if(r===void 0)throw new RangeError(`the head names shard ${n}, which was never saved`);return[n,r]}))}async function Yb(t,e,n){let r=Te(t,`.head-${jd()}`);try{await $d(r,mn(n),{flag:"wx",flush:!0}),await $b(r,Aa(t,e))}catch(a){if($(a)==="EEXIST")return"taken";throw a}finally{await Br(r,{force:!0})}return((await sn(t)).at(-1)??e)>=e+Ta?"overtaken":"linked"}async function Qb(t,e){let n=await sn(t),r=n.filter(a=>a<=e-Ta);if(r.length===0)return;let s=new Set;for(let a of n.filter(o=>o>e-Ta))for(let o of Object.values((await Dr(t,a)).files))s.add(o);for(let a of r){let o=await Dr(t,a).catch(()=>null);await Br(Aa(t,a),{force:!0});for(let l of Object.values(o?.files??{}))s.has(l)||await Br(Te(t,l),{force:!0})}}function Aa(t,e){return Te(t,`head-${String(e).padStart(9,"0")}.json`)}async function sn(t){return(await Wd(t)).flatMap(n=>Vb.exec(n)?.[1]??[]).map(Number).sort((n,r)=>n-r)}async function Wd(t){try{return await Wb(t)}catch(e){if($(e)==="ENOENT")return[];throw Kd(t,e)}}async function Dr(t,e){let n=Aa(t,e);return Vd(n,await Hd(n),hn)}async function Xb(t,e){return e===void 0?[]:Vd(Te(t,e),await Hd(Te(t,e)),_n)}async function Hd(t){try{return await Hb(t,"utf8")}catch(e){throw $(e)!=="ENOENT"?Kd(t,e):new I("ledger-busy",`${t} was replaced while it was read`,"Run the command again.",{cause:e})}}function Vd(t,e,n){try{return n(e)}catch(r){throw new I("bad-ledger-file",`${t} is damaged, or of a later version of palimpsest`,"Update palimpsest; or delete the ledger’s folder and fill it again with `palimpsest evaluate`.",{cause:r})}}function Kd(t,e){let n=$(e)??"unknown reason";return new I("not-readable",`${t} cannot be read (${n})`,"Check its permissions.",{cause:e})}import{extname as s0}from"node:path/posix";function Ea(t){let e=new Map,n=[],r=0;for(let{text:s}of t){if(s==="{"){let a={end:Number.POSITIVE_INFINITY,depth:n.length};e.set(r,a),n.push(a)}else if(s==="}"){let a=n.pop();a!==void 0&&(a.end=r+1)}r+=s.length}return e}var Ca=/\\u+([\da-fA-F]{4})/y,Zb=/[\p{ID_Continue}\p{Sc}\p{Pc}]/u;function Pa(t,e){Ca.lastIndex=e;let n=Ca.exec(t);return n!==null&&Zb.test(Ma(n[1]))?Ca.lastIndex:e}function Gd({kind:t,text:e}){if(!e.includes("\\u"))return!1;switch(t){case"operator":return!0;case"comment":return e.startsWith("/*")?/[*/]/.test(jr(e)):/[\r\n]/.test(jr(e));case"string":return e.startsWith('"""')?/["\\]/.test(jr(e)):/["'\\\r\n]/.test(jr(e))&&!ev.test(tv(e));default:return!1}}var Jd=/(?<!\\)((?:\\\\)*)\\u+([\da-fA-F]{4})/g,ev=/^(?:"(?:[^"\\\r\n]|\\[^\r\n])*"|'(?:[^'\\\r\n]|\\[^\r\n])*')$/;function jr(t){return Array.from(t.matchAll(Jd),e=>Ma(e[2])).join("")}function tv(t){return t.replace(Jd,(e,n,r)=>n+Ma(r))}function Ma(t){return String.fromCharCode(Number.parseInt(t??"",16))}function La(t){let e=[],n=0;for(let r of t)(nv(r)||Gd(r))&&e.push(n),n+=r.text.length;return e}function nv({kind:t,text:e}){switch(t){case"string":return!rv(e,e.startsWith('"""')?'"""':e.charAt(0));case"comment":return e.startsWith("/*")&&!(e.length>=4&&e.endsWith("*/"));default:return!1}}function rv(t,e){if(t.length<2*e.length||!t.endsWith(e))return!1;let n=t.length-e.length-1;for(;t.charAt(n)==="\\";)n-=1;return(t.length-e.length-1-n)%2===0}import{existsSync as hv}from"node:fs";import{readFile as wf}from"node:fs/promises";import{createRequire as pv}from"node:module";import{fileURLToPath as _v}from"node:url";var sv=Object.defineProperty,g=(t,e)=>sv(t,"name",{value:e,configurable:!0}),xE=class{static{g(this,"Edit")}startPosition;oldEndPosition;newEndPosition;startIndex;oldEndIndex;newEndIndex;constructor({startIndex:t,oldEndIndex:e,newEndIndex:n,startPosition:r,oldEndPosition:s,newEndPosition:a}){this.startIndex=t>>>0,this.oldEndIndex=e>>>0,this.newEndIndex=n>>>0,this.startPosition=r,this.oldEndPosition=s,this.newEndPosition=a}editPoint(t,e){let n=e,r={...t};if(e>=this.oldEndIndex){n=this.newEndIndex+(e-this.oldEndIndex);let s=t.row;r.row=this.newEndPosition.row+(t.row-this.oldEndPosition.row),r.column=s===this.oldEndPosition.row?this.newEndPosition.column+(t.column-this.oldEndPosition.column):t.column}else e>this.startIndex&&(n=this.newEndIndex,r.row=this.newEndPosition.row,r.column=this.newEndPosition.column);return{point:r,index:n}}editRange(t){let e={startIndex:t.startIndex,startPosition:{...t.startPosition},endIndex:t.endIndex,endPosition:{...t.endPosition}};return t.endIndex>=this.oldEndIndex?t.endIndex!==Number.MAX_SAFE_INTEGER&&(e.endIndex=this.newEndIndex+(t.endIndex-this.oldEndIndex),e.endPosition={row:this.newEndPosition.row+(t.endPosition.row-this.oldEndPosition.row),column:t.endPosition.row===this.oldEndPosition.row?this.newEndPosition.column+(t.endPosition.column-this.oldEndPosition.column):t.endPosition.column},e.endIndex<this.newEndIndex&&(e.endIndex=Number.MAX_SAFE_INTEGER,e.endPosition={row:Number.MAX_SAFE_INTEGER,column:Number.MAX_SAFE_INTEGER})):t.endIndex>this.startIndex&&(e.endIndex=this.startIndex,e.endPosition={...this.startPosition}),t.startIndex>=this.oldEndIndex?(e.startIndex=this.newEndIndex+(t.startIndex-this.oldEndIndex),e.startPosition={row:this.newEndPosition.row+(t.startPosition.row-this.oldEndPosition.row),column:t.startPosition.row===this.oldEndPosition.row?this.newEndPosition.column+(t.startPosition.column-this.oldEndPosition.column):t.startPosition.column},e.startIndex<this.newEndIndex&&(e.startIndex=Number.MAX_SAFE_INTEGER,e.startPosition={row:Number.MAX_SAFE_INTEGER,column:Number.MAX_SAFE_INTEGER})):t.startIndex>this.startIndex&&(e.startIndex=this.startIndex,e.startPosition={...this.startPosition}),e}},zd=2,L=4,Ia=4*L,X=5*L,ye=2*L,ln=2*L+2*ye,Q={row:0,column:0},Be=Symbol("INTERNAL");function gt(t){if(t!==Be)throw new Error("Illegal constructor")}g(gt,"assertInternal");function on(t){return!!t&&typeof t.row=="number"&&typeof t.column=="number"}g(on,"isPoint");function nf(t){m=t}g(nf,"setModule");var m;function yt(t){try{return new FinalizationRegistry(t)}catch(e){console.error("Unsupported FinalizationRegistry:",e);return}}g(yt,"newFinalizer");var Yd=yt(t=>{m._ts_lookahead_iterator_delete(t)}),iv=class{static{g(this,"LookaheadIterator")}0=0;language;positioned=!1;constructor(t,e,n){gt(t),this[0]=e,this.language=n,Yd?.register(this,e,this)}get currentTypeId(){return this.positioned?m._ts_lookahead_iterator_current_symbol(this[0]):null}get currentType(){let t=this.currentTypeId;return t===null?null:this.language.types[t]??m.UTF8ToString(m._ts_language_symbol_name(this.language[0],t))}delete(){Yd?.unregister(this),m._ts_lookahead_iterator_delete(this[0]),this[0]=0}reset(t,e){return m._ts_lookahead_iterator_reset(this[0],t[0],e)?(this.language=t,this.positioned=!1,!0):!1}resetState(t){return m._ts_lookahead_iterator_reset_state(this[0],t)?(this.positioned=!1,!0):!1}[Symbol.iterator](){return{next:g(()=>{this.positioned=!!m._ts_lookahead_iterator_next(this[0]);let t=this.currentType;return t===null?{done:!0,value:""}:{done:!1,value:t}},"next")}}};function Fa(t,e,n,r){let s=n-e,a=t.textCallback(e,r);if(a){for(e+=a.length;e<n;){let o=t.textCallback(e,r);if(o&&o.length>0)e+=o.length,a+=o;else break}e>n&&(a=a.slice(0,s))}return a??""}g(Fa,"getText");var Qd=yt(t=>{m._ts_tree_delete(t)}),av=class Oa{static{g(this,"Tree")}0=0;textCallback;language;constructor(e,n,r,s){gt(e),this[0]=n,this.language=r,this.textCallback=s,Qd?.register(this,n,this)}copy(){let e=m._ts_tree_copy(this[0]);return new Oa(Be,e,this.language,this.textCallback)}delete(){Qd?.unregister(this),m._ts_tree_delete(this[0]),this[0]=0}get rootNode(){return m._ts_tree_root_node_wasm(this[0]),D(this)}rootNodeWithOffset(e,n){let r=M+X;return m.setValue(r,e,"i32"),ie(r+L,n),m._ts_tree_root_node_with_offset_wasm(this[0]),D(this)}edit(e){af(e),m._ts_tree_edit_wasm(this[0])}walk(){return this.rootNode.walk()}getChangedRanges(e){if(!(e instanceof Oa))throw new TypeError("Argument must be a Tree");m._ts_tree_get_changed_ranges_wasm(this[0],e[0]);let n=m.getValue(M,"i32"),r=m.getValue(M+L,"i32"),s=new Array(n);if(n>0){let a=r;for(let o=0;o<n;o++)s[o]=Ur(a),a+=ln;m._free(r)}return s}getIncludedRanges(){m._ts_tree_included_ranges_wasm(this[0]);let e=m.getValue(M,"i32"),n=m.getValue(M+L,"i32"),r=new Array(e);if(e>0){let s=n;for(let a=0;a<e;a++)r[a]=Ur(s),s+=ln;m._free(n)}return r}},Xd=yt(t=>{m._ts_tree_cursor_delete_wasm(t)}),ov=class rf{static{g(this,"TreeCursor")}0=0;1=0;2=0;3=0;tree;constructor(e,n){gt(e),this.tree=n,ee(this),Xd?.register(this,this.tree[0],this)}copy(){let e=new rf(Be,this.tree);return m._ts_tree_cursor_copy_wasm(this.tree[0]),ee(e),e}delete(){Xd?.unregister(this),B(this),m._ts_tree_cursor_delete_wasm(this.tree[0]),this[0]=this[1]=this[2]=0}get currentNode(){return B(this),m._ts_tree_cursor_current_node_wasm(this.tree[0]),D(this.tree)}get currentFieldId(){return B(this),m._ts_tree_cursor_current_field_id_wasm(this.tree[0])}get currentFieldName(){return this.tree.language.fields[this.currentFieldId]}get currentDepth(){return B(this),m._ts_tree_cursor_current_depth_wasm(this.tree[0])}get currentDescendantIndex(){return B(this),m._ts_tree_cursor_current_descendant_index_wasm(this.tree[0])}get nodeType(){return this.tree.language.types[this.nodeTypeId]||"ERROR"}get nodeTypeId(){return B(this),m._ts_tree_cursor_current_node_type_id_wasm(this.tree[0])}get nodeStateId(){return B(this),m._ts_tree_cursor_current_node_state_id_wasm(this.tree[0])}get nodeId(){return B(this),m._ts_tree_cursor_current_node_id_wasm(this.tree[0])}get nodeIsNamed(){return B(this),m._ts_tree_cursor_current_node_is_named_wasm(this.tree[0])===1}get nodeIsMissing(){return B(this),m._ts_tree_cursor_current_node_is_missing_wasm(this.tree[0])===1}get nodeText(){B(this);let e=m._ts_tree_cursor_start_index_wasm(this.tree[0]),n=m._ts_tree_cursor_end_index_wasm(this.tree[0]);m._ts_tree_cursor_start_position_wasm(this.tree[0]);let r=Ye(M);return Fa(this.tree,e,n,r)}get startPosition(){return B(this),m._ts_tree_cursor_start_position_wasm(this.tree[0]),Ye(M)}get endPosition(){return B(this),m._ts_tree_cursor_end_position_wasm(this.tree[0]),Ye(M)}get startIndex(){return B(this),m._ts_tree_cursor_start_index_wasm(this.tree[0])}get endIndex(){return B(this),m._ts_tree_cursor_end_index_wasm(this.tree[0])}gotoFirstChild(){B(this);let e=m._ts_tree_cursor_goto_first_child_wasm(this.tree[0]);return ee(this),e===1}gotoLastChild(){B(this);let e=m._ts_tree_cursor_goto_last_child_wasm(this.tree[0]);return ee(this),e===1}gotoParent(){B(this);let e=m._ts_tree_cursor_goto_parent_wasm(this.tree[0]);return ee(this),e===1}gotoNextSibling(){B(this);let e=m._ts_tree_cursor_goto_next_sibling_wasm(this.tree[0]);return ee(this),e===1}gotoPreviousSibling(){B(this);let e=m._ts_tree_cursor_goto_previous_sibling_wasm(this.tree[0]);return ee(this),e===1}gotoDescendant(e){B(this),m._ts_tree_cursor_goto_descendant_wasm(this.tree[0],e),ee(this)}gotoFirstChildForIndex(e){B(this),m.setValue(M+Ia,e,"i32");let n=m._ts_tree_cursor_goto_first_child_for_index_wasm(this.tree[0]);return ee(this),n===1}gotoFirstChildForPosition(e){B(this),ie(M+Ia,e);let n=m._ts_tree_cursor_goto_first_child_for_position_wasm(this.tree[0]);return ee(this),n===1}reset(e){x(e),B(this,M+X),m._ts_tree_cursor_reset_wasm(this.tree[0]),ee(this)}resetTo(e){B(this,M),B(e,M+Ia),m._ts_tree_cursor_reset_to_wasm(this.tree[0],e.tree[0]),ee(this)}},lv=class{static{g(this,"Node")}0=0;_children;_namedChildren;constructor(t,{id:e,tree:n,startIndex:r,startPosition:s,other:a}){gt(t),this[0]=a,this.id=e,this.tree=n,this.startIndex=r,this.startPosition=s}id;startIndex;startPosition;tree;get typeId(){return x(this),m._ts_node_symbol_wasm(this.tree[0])}get grammarId(){return x(this),m._ts_node_grammar_symbol_wasm(this.tree[0])}get type(){return this.tree.language.types[this.typeId]||"ERROR"}get grammarType(){return this.tree.language.types[this.grammarId]||"ERROR"}get isNamed(){return x(this),m._ts_node_is_named_wasm(this.tree[0])===1}get isExtra(){return x(this),m._ts_node_is_extra_wasm(this.tree[0])===1}get isError(){return x(this),m._ts_node_is_error_wasm(this.tree[0])===1}get isMissing(){return x(this),m._ts_node_is_missing_wasm(this.tree[0])===1}get hasChanges(){return x(this),m._ts_node_has_changes_wasm(this.tree[0])===1}get hasError(){return x(this),m._ts_node_has_error_wasm(this.tree[0])===1}get endIndex(){return x(this),m._ts_node_end_index_wasm(this.tree[0])}get endPosition(){return x(this),m._ts_node_end_point_wasm(this.tree[0]),Ye(M)}get text(){return Fa(this.tree,this.startIndex,this.endIndex,this.startPosition)}get parseState(){return x(this),m._ts_node_parse_state_wasm(this.tree[0])}get nextParseState(){return x(this),m._ts_node_next_parse_state_wasm(this.tree[0])}equals(t){return this.tree===t.tree&&this.id===t.id}child(t){return x(this),m._ts_node_child_wasm(this.tree[0],t),D(this.tree)}namedChild(t){return x(this),m._ts_node_named_child_wasm(this.tree[0],t),D(this.tree)}childForFieldId(t){return x(this),m._ts_node_child_by_field_id_wasm(this.tree[0],t),D(this.tree)}childForFieldName(t){let e=this.tree.language.fields.indexOf(t);return e!==-1?this.childForFieldId(e):null}fieldNameForChild(t){x(this);let e=m._ts_node_field_name_for_child_wasm(this.tree[0],t);return e?m.AsciiToString(e):null}fieldNameForNamedChild(t){x(this);let e=m._ts_node_field_name_for_named_child_wasm(this.tree[0],t);return e?m.AsciiToString(e):null}childrenForFieldName(t){let e=this.tree.language.fields.indexOf(t);return e!==-1&&e!==0?this.childrenForFieldId(e):[]}childrenForFieldId(t){x(this),m._ts_node_children_by_field_id_wasm(this.tree[0],t);let e=m.getValue(M,"i32"),n=m.getValue(M+L,"i32"),r=new Array(e);if(e>0){let s=n;for(let a=0;a<e;a++)r[a]=D(this.tree,s),s+=X;m._free(n)}return r}firstChildForIndex(t){x(this);let e=M+X;return m.setValue(e,t,"i32"),m._ts_node_first_child_for_byte_wasm(this.tree[0]),D(this.tree)}firstNamedChildForIndex(t){x(this);let e=M+X;return m.setValue(e,t,"i32"),m._ts_node_first_named_child_for_byte_wasm(this.tree[0]),D(this.tree)}get childCount(){return x(this),m._ts_node_child_count_wasm(this.tree[0])}get namedChildCount(){return x(this),m._ts_node_named_child_count_wasm(this.tree[0])}get firstChild(){return this.child(0)}get firstNamedChild(){return this.namedChild(0)}get lastChild(){return this.child(this.childCount-1)}get lastNamedChild(){return this.namedChild(this.namedChildCount-1)}get children(){if(!this._children){x(this),m._ts_node_children_wasm(this.tree[0]);let t=m.getValue(M,"i32"),e=m.getValue(M+L,"i32");if(this._children=new Array(t),t>0){let n=e;for(let r=0;r<t;r++)this._children[r]=D(this.tree,n),n+=X;m._free(e)}}return this._children}get namedChildren(){if(!this._namedChildren){x(this),m._ts_node_named_children_wasm(this.tree[0]);let t=m.getValue(M,"i32"),e=m.getValue(M+L,"i32");if(this._namedChildren=new Array(t),t>0){let n=e;for(let r=0;r<t;r++)this._namedChildren[r]=D(this.tree,n),n+=X;m._free(e)}}return this._namedChildren}descendantsOfType(t,e=Q,n=Q){Array.isArray(t)||(t=[t]);let r=[],s=this.tree.language.types;for(let u of t)u=="ERROR"&&r.push(65535);for(let u=0,f=s.length;u<f;u++)t.includes(s[u])&&r.push(u);let a=m._malloc(L*r.length);for(let u=0,f=r.length;u<f;u++)m.setValue(a+u*L,r[u],"i32");x(this),m._ts_node_descendants_of_type_wasm(this.tree[0],a,r.length,e.row,e.column,n.row,n.column);let o=m.getValue(M,"i32"),l=m.getValue(M+L,"i32"),c=new Array(o);if(o>0){let u=l;for(let f=0;f<o;f++)c[f]=D(this.tree,u),u+=X}return m._free(l),m._free(a),c}get nextSibling(){return x(this),m._ts_node_next_sibling_wasm(this.tree[0]),D(this.tree)}get previousSibling(){return x(this),m._ts_node_prev_sibling_wasm(this.tree[0]),D(this.tree)}get nextNamedSibling(){return x(this),m._ts_node_next_named_sibling_wasm(this.tree[0]),D(this.tree)}get previousNamedSibling(){return x(this),m._ts_node_prev_named_sibling_wasm(this.tree[0]),D(this.tree)}get descendantCount(){return x(this),m._ts_node_descendant_count_wasm(this.tree[0])}get parent(){return x(this),m._ts_node_parent_wasm(this.tree[0]),D(this.tree)}childWithDescendant(t){return x(this),x(t,1),m._ts_node_child_with_descendant_wasm(this.tree[0]),D(this.tree)}descendantForIndex(t,e=t){if(typeof t!="number"||typeof e!="number")throw new Error("Arguments must be numbers");x(this);let n=M+X;return m.setValue(n,t,"i32"),m.setValue(n+L,e,"i32"),m._ts_node_descendant_for_index_wasm(this.tree[0]),D(this.tree)}namedDescendantForIndex(t,e=t){if(typeof t!="number"||typeof e!="number")throw new Error("Arguments must be numbers");x(this);let n=M+X;return m.setValue(n,t,"i32"),m.setValue(n+L,e,"i32"),m._ts_node_named_descendant_for_index_wasm(this.tree[0]),D(this.tree)}descendantForPosition(t,e=t){if(!on(t)||!on(e))throw new Error("Arguments must be {row, column} objects");x(this);let n=M+X;return ie(n,t),ie(n+ye,e),m._ts_node_descendant_for_position_wasm(this.tree[0]),D(this.tree)}namedDescendantForPosition(t,e=t){if(!on(t)||!on(e))throw new Error("Arguments must be {row, column} objects");x(this);let n=M+X;return ie(n,t),ie(n+ye,e),m._ts_node_named_descendant_for_position_wasm(this.tree[0]),D(this.tree)}walk(){return x(this),m._ts_tree_cursor_new_wasm(this.tree[0]),new ov(Be,this.tree)}edit(t){if(this.startIndex>=t.oldEndIndex){this.startIndex=t.newEndIndex+(this.startIndex-t.oldEndIndex);let e,n;this.startPosition.row>t.oldEndPosition.row?(e=this.startPosition.row-t.oldEndPosition.row,n=this.startPosition.column):(e=0,n=this.startPosition.column,this.startPosition.column>=t.oldEndPosition.column&&(n=this.startPosition.column-t.oldEndPosition.column)),e>0?(this.startPosition.row+=e,this.startPosition.column=n):this.startPosition.column+=n}else this.startIndex>t.startIndex&&(this.startIndex=t.newEndIndex,this.startPosition.row=t.newEndPosition.row,this.startPosition.column=t.newEndPosition.column)}toString(){x(this);let t=m._ts_node_to_string_wasm(this.tree[0]),e=m.AsciiToString(t);return m._free(t),e}};function Ra(t,e,n,r,s){for(let a=0,o=s.length;a<o;a++){let l=m.getValue(n,"i32");n+=L;let c=D(e,n);n+=X,s[a]={patternIndex:r,name:t.captureNames[l],node:c}}return n}g(Ra,"unmarshalCaptures");function x(t,e=0){let n=M+e*X;m.setValue(n,t.id,"i32"),n+=L,m.setValue(n,t.startIndex,"i32"),n+=L,m.setValue(n,t.startPosition.row,"i32"),n+=L,m.setValue(n,t.startPosition.column,"i32"),n+=L,m.setValue(n,t[0],"i32")}g(x,"marshalNode");function D(t,e=M){let n=m.getValue(e,"i32");if(e+=L,n===0)return null;let r=m.getValue(e,"i32");e+=L;let s=m.getValue(e,"i32");e+=L;let a=m.getValue(e,"i32");e+=L;let o=m.getValue(e,"i32");return new lv(Be,{id:n,tree:t,startIndex:r,startPosition:{row:s,column:a},other:o})}g(D,"unmarshalNode");function B(t,e=M){m.setValue(e+0*L,t[0],"i32"),m.setValue(e+1*L,t[1],"i32"),m.setValue(e+2*L,t[2],"i32"),m.setValue(e+3*L,t[3],"i32")}g(B,"marshalTreeCursor");function ee(t){t[0]=m.getValue(M+0*L,"i32"),t[1]=m.getValue(M+1*L,"i32"),t[2]=m.getValue(M+2*L,"i32"),t[3]=m.getValue(M+3*L,"i32")}g(ee,"unmarshalTreeCursor");function ie(t,e){m.setValue(t,e.row,"i32"),m.setValue(t+L,e.column,"i32")}g(ie,"marshalPoint");function Ye(t){return{row:m.getValue(t,"i32")>>>0,column:m.getValue(t+L,"i32")>>>0}}g(Ye,"unmarshalPoint");function sf(t,e){ie(t,e.startPosition),t+=ye,ie(t,e.endPosition),t+=ye,m.setValue(t,e.startIndex,"i32"),t+=L,m.setValue(t,e.endIndex,"i32"),t+=L}g(sf,"marshalRange");function Ur(t){let e={};return e.startPosition=Ye(t),t+=ye,e.endPosition=Ye(t),t+=ye,e.startIndex=m.getValue(t,"i32")>>>0,t+=L,e.endIndex=m.getValue(t,"i32")>>>0,e}g(Ur,"unmarshalRange");function af(t,e=M){ie(e,t.startPosition),e+=ye,ie(e,t.oldEndPosition),e+=ye,ie(e,t.newEndPosition),e+=ye,m.setValue(e,t.startIndex,"i32"),e+=L,m.setValue(e,t.oldEndIndex,"i32"),e+=L,m.setValue(e,t.newEndIndex,"i32"),e+=L}g(af,"marshalEdit");function of(t){let e=m.getValue(t,"i32"),n=m.getValue(t+=L,"i32"),r=m.getValue(t+=L,"i32");return{major_version:e,minor_version:n,patch_version:r}}g(of,"unmarshalLanguageMetadata");var cv=/^tree_sitter_\w+$/,qa=class $r{static{g(this,"Language")}0=0;types;fields;constructor(e,n){gt(e),this[0]=n,this.types=new Array(m._ts_language_symbol_count(this[0]));for(let r=0,s=this.types.length;r<s;r++)m._ts_language_symbol_type(this[0],r)<2&&(this.types[r]=m.UTF8ToString(m._ts_language_symbol_name(this[0],r)));this.fields=new Array(m._ts_language_field_count(this[0])+1);for(let r=0,s=this.fields.length;r<s;r++){let a=m._ts_language_field_name_for_id(this[0],r);a!==0?this.fields[r]=m.UTF8ToString(a):this.fields[r]=null}}get name(){let e=m._ts_language_name(this[0]);return e===0?null:m.UTF8ToString(e)}get abiVersion(){return m._ts_language_abi_version(this[0])}get metadata(){return m._ts_language_metadata_wasm(this[0]),m.getValue(M,"i32")===0?null:of(M+L)}get fieldCount(){return this.fields.length-1}get stateCount(){return m._ts_language_state_count(this[0])}fieldIdForName(e){let n=this.fields.indexOf(e);return n!==-1?n:null}fieldNameForId(e){return this.fields[e]??null}idForNodeType(e,n){let r=m.lengthBytesUTF8(e),s=m._malloc(r+1);m.stringToUTF8(e,s,r+1);let a=m._ts_language_symbol_for_name(this[0],s,r,n?1:0);return m._free(s),a||null}get nodeTypeCount(){return m._ts_language_symbol_count(this[0])}nodeTypeForId(e){let n=m._ts_language_symbol_name(this[0],e);return n?m.UTF8ToString(n):null}nodeTypeIsNamed(e){return!!m._ts_language_type_is_named_wasm(this[0],e)}nodeTypeIsVisible(e){return!!m._ts_language_type_is_visible_wasm(this[0],e)}get supertypes(){m._ts_language_supertypes_wasm(this[0]);let e=m.getValue(M,"i32"),n=m.getValue(M+L,"i32"),r=new Array(e);if(e>0){let s=n;for(let a=0;a<e;a++)r[a]=m.getValue(s,"i16"),s+=zd}return r}subtypes(e){m._ts_language_subtypes_wasm(this[0],e);let n=m.getValue(M,"i32"),r=m.getValue(M+L,"i32"),s=new Array(n);if(n>0){let a=r;for(let o=0;o<n;o++)s[o]=m.getValue(a,"i16"),a+=zd}return s}nextState(e,n){return m._ts_language_next_state(this[0],e,n)}lookaheadIterator(e){let n=m._ts_lookahead_iterator_new(this[0],e);return n?new iv(Be,n,this):null}static async load(e){let n;if(e instanceof Uint8Array)n=e;else if(globalThis.process?.versions.node)n=await(await import("fs/promises")).readFile(e);else{let s=await fetch(e);if(!s.ok){let o=await s.text();throw new Error(`Language.load failed with status ${s.status}.

${o}`)}let a=s.clone();try{n=await WebAssembly.compileStreaming(s)}catch(o){console.error("wasm streaming compile failed:",o),console.error("falling back to ArrayBuffer instantiation"),n=new Uint8Array(await a.arrayBuffer())}}let r=await m.loadWebAssemblyModule(n,{loadAsync:!0});return $r.loadFromWasmExports(r,{sync:!1})}static loadFromWasmExports(e,{sync:n}){let r=Object.keys(e),s=r.find(o=>cv.test(o)&&!o.includes("external_scanner_"));if(!s)throw console.log(`Couldn't find language function in Wasm file. Symbols:
${JSON.stringify(r,null,2)}`),new Error(`Language.${n?"loadSync":"load"} failed: no language function found in Wasm file`);let a=e[s]();return new $r(Be,a)}static loadSync(e){let n=m.loadWebAssemblyModule(e,{loadAsync:!1});return $r.loadFromWasmExports(n,{sync:!0})}};async function lf(moduleArg={}){var moduleRtn,Module=moduleArg,ENVIRONMENT_IS_WEB=typeof window=="object",ENVIRONMENT_IS_WORKER=typeof WorkerGlobalScope<"u",ENVIRONMENT_IS_NODE=typeof process=="object"&&process.versions?.node&&process.type!="renderer";if(ENVIRONMENT_IS_NODE){let{createRequire:t}=await import("module");var require=t(import.meta.url)}Module.currentQueryProgressCallback=null,Module.currentProgressCallback=null,Module.currentLogCallback=null,Module.currentParseCallback=null;var arguments_=[],thisProgram="./this.program",quit_=g((t,e)=>{throw e},"quit_"),_scriptName=import.meta.url,scriptDirectory="";function locateFile(t){return Module.locateFile?Module.locateFile(t,scriptDirectory):scriptDirectory+t}g(locateFile,"locateFile");var readAsync,readBinary;if(ENVIRONMENT_IS_NODE){var fs=require("fs");_scriptName.startsWith("file:")&&(scriptDirectory=require("path").dirname(require("url").fileURLToPath(_scriptName))+"/"),readBinary=g(t=>{t=isFileURI(t)?new URL(t):t;var e=fs.readFileSync(t);return e},"readBinary"),readAsync=g(async(t,e=!0)=>{t=isFileURI(t)?new URL(t):t;var n=fs.readFileSync(t,e?void 0:"utf8");return n},"readAsync"),process.argv.length>1&&(thisProgram=process.argv[1].replace(/\\/g,"/")),arguments_=process.argv.slice(2),quit_=g((t,e)=>{throw process.exitCode=t,e},"quit_")}else if(ENVIRONMENT_IS_WEB||ENVIRONMENT_IS_WORKER){try{scriptDirectory=new URL(".",_scriptName).href}catch{}ENVIRONMENT_IS_WORKER&&(readBinary=g(t=>{var e=new XMLHttpRequest;return e.open("GET",t,!1),e.responseType="arraybuffer",e.send(null),new Uint8Array(e.response)},"readBinary")),readAsync=g(async t=>{if(isFileURI(t))return new Promise((n,r)=>{var s=new XMLHttpRequest;s.open("GET",t,!0),s.responseType="arraybuffer",s.onload=()=>{if(s.status==200||s.status==0&&s.response){n(s.response);return}r(s.status)},s.onerror=r,s.send(null)});var e=await fetch(t,{credentials:"same-origin"});if(e.ok)return e.arrayBuffer();throw new Error(e.status+" : "+e.url)},"readAsync")}var out=console.log.bind(console),err=console.error.bind(console),dynamicLibraries=[],wasmBinary,ABORT=!1,EXITSTATUS,isFileURI=g(t=>t.startsWith("file://"),"isFileURI"),readyPromiseResolve,readyPromiseReject,wasmMemory,HEAP8,HEAPU8,HEAP16,HEAPU16,HEAP32,HEAPU32,HEAPF32,HEAPF64,HEAP64,HEAPU64,HEAP_DATA_VIEW,runtimeInitialized=!1;function updateMemoryViews(){var t=wasmMemory.buffer;Module.HEAP8=HEAP8=new Int8Array(t),Module.HEAP16=HEAP16=new Int16Array(t),Module.HEAPU8=HEAPU8=new Uint8Array(t),Module.HEAPU16=HEAPU16=new Uint16Array(t),Module.HEAP32=HEAP32=new Int32Array(t),Module.HEAPU32=HEAPU32=new Uint32Array(t),Module.HEAPF32=HEAPF32=new Float32Array(t),Module.HEAPF64=HEAPF64=new Float64Array(t),Module.HEAP64=HEAP64=new BigInt64Array(t),Module.HEAPU64=HEAPU64=new BigUint64Array(t),Module.HEAP_DATA_VIEW=HEAP_DATA_VIEW=new DataView(t),LE_HEAP_UPDATE()}g(updateMemoryViews,"updateMemoryViews");function initMemory(){if(Module.wasmMemory)wasmMemory=Module.wasmMemory;else{var t=Module.INITIAL_MEMORY||33554432;wasmMemory=new WebAssembly.Memory({initial:t/65536,maximum:32768})}updateMemoryViews()}g(initMemory,"initMemory");var __RELOC_FUNCS__=[];function preRun(){if(Module.preRun)for(typeof Module.preRun=="function"&&(Module.preRun=[Module.preRun]);Module.preRun.length;)addOnPreRun(Module.preRun.shift());callRuntimeCallbacks(onPreRuns)}g(preRun,"preRun");function initRuntime(){runtimeInitialized=!0,callRuntimeCallbacks(__RELOC_FUNCS__),wasmExports.__wasm_call_ctors(),callRuntimeCallbacks(onPostCtors)}g(initRuntime,"initRuntime");function preMain(){}g(preMain,"preMain");function postRun(){if(Module.postRun)for(typeof Module.postRun=="function"&&(Module.postRun=[Module.postRun]);Module.postRun.length;)addOnPostRun(Module.postRun.shift());callRuntimeCallbacks(onPostRuns)}g(postRun,"postRun");function abort(t){Module.onAbort?.(t),t="Aborted("+t+")",err(t),ABORT=!0,t+=". Build with -sASSERTIONS for more info.";var e=new WebAssembly.RuntimeError(t);throw readyPromiseReject?.(e),e}g(abort,"abort");var wasmBinaryFile;function findWasmBinary(){return Module.locateFile?locateFile("web-tree-sitter.wasm"):new URL("web-tree-sitter.wasm",import.meta.url).href}g(findWasmBinary,"findWasmBinary");function getBinarySync(t){if(t==wasmBinaryFile&&wasmBinary)return new Uint8Array(wasmBinary);if(readBinary)return readBinary(t);throw"both async and sync fetching of the wasm failed"}g(getBinarySync,"getBinarySync");async function getWasmBinary(t){if(!wasmBinary)try{var e=await readAsync(t);return new Uint8Array(e)}catch{}return getBinarySync(t)}g(getWasmBinary,"getWasmBinary");async function instantiateArrayBuffer(t,e){try{var n=await getWasmBinary(t),r=await WebAssembly.instantiate(n,e);return r}catch(s){err(`failed to asynchronously prepare wasm: ${s}`),abort(s)}}g(instantiateArrayBuffer,"instantiateArrayBuffer");async function instantiateAsync(t,e,n){if(!t&&!isFileURI(e)&&!ENVIRONMENT_IS_NODE)try{var r=fetch(e,{credentials:"same-origin"}),s=await WebAssembly.instantiateStreaming(r,n);return s}catch(a){err(`wasm streaming compile failed: ${a}`),err("falling back to ArrayBuffer instantiation")}return instantiateArrayBuffer(e,n)}g(instantiateAsync,"instantiateAsync");function getWasmImports(){return{env:wasmImports,wasi_snapshot_preview1:wasmImports,"GOT.mem":new Proxy(wasmImports,GOTHandler),"GOT.func":new Proxy(wasmImports,GOTHandler)}}g(getWasmImports,"getWasmImports");async function createWasm(){function t(a,o){wasmExports=a.exports,wasmExports=relocateExports(wasmExports,1024);var l=getDylinkMetadata(o);return l.neededDynlibs&&(dynamicLibraries=l.neededDynlibs.concat(dynamicLibraries)),mergeLibSymbols(wasmExports,"main"),LDSO.init(),loadDylibs(),__RELOC_FUNCS__.push(wasmExports.__wasm_apply_data_relocs),assignWasmExports(wasmExports),wasmExports}g(t,"receiveInstance");function e(a){return t(a.instance,a.module)}g(e,"receiveInstantiationResult");var n=getWasmImports();if(Module.instantiateWasm)return new Promise((a,o)=>{Module.instantiateWasm(n,(l,c)=>{a(t(l,c))})});wasmBinaryFile??=findWasmBinary();var r=await instantiateAsync(wasmBinary,wasmBinaryFile,n),s=e(r);return s}g(createWasm,"createWasm");class ExitStatus{static{g(this,"ExitStatus")}name="ExitStatus";constructor(e){this.message=`Program terminated with exit(${e})`,this.status=e}}var GOT={},currentModuleWeakSymbols=new Set([]),GOTHandler={get(t,e){var n=GOT[e];return n||(n=GOT[e]=new WebAssembly.Global({value:"i32",mutable:!0})),currentModuleWeakSymbols.has(e)||(n.required=!0),n}},LE_ATOMICS_NATIVE_BYTE_ORDER=[],LE_HEAP_LOAD_F32=g(t=>HEAP_DATA_VIEW.getFloat32(t,!0),"LE_HEAP_LOAD_F32"),LE_HEAP_LOAD_F64=g(t=>HEAP_DATA_VIEW.getFloat64(t,!0),"LE_HEAP_LOAD_F64"),LE_HEAP_LOAD_I16=g(t=>HEAP_DATA_VIEW.getInt16(t,!0),"LE_HEAP_LOAD_I16"),LE_HEAP_LOAD_I32=g(t=>HEAP_DATA_VIEW.getInt32(t,!0),"LE_HEAP_LOAD_I32"),LE_HEAP_LOAD_I64=g(t=>HEAP_DATA_VIEW.getBigInt64(t,!0),"LE_HEAP_LOAD_I64"),LE_HEAP_LOAD_U32=g(t=>HEAP_DATA_VIEW.getUint32(t,!0),"LE_HEAP_LOAD_U32"),LE_HEAP_STORE_F32=g((t,e)=>HEAP_DATA_VIEW.setFloat32(t,e,!0),"LE_HEAP_STORE_F32"),LE_HEAP_STORE_F64=g((t,e)=>HEAP_DATA_VIEW.setFloat64(t,e,!0),"LE_HEAP_STORE_F64"),LE_HEAP_STORE_I16=g((t,e)=>HEAP_DATA_VIEW.setInt16(t,e,!0),"LE_HEAP_STORE_I16"),LE_HEAP_STORE_I32=g((t,e)=>HEAP_DATA_VIEW.setInt32(t,e,!0),"LE_HEAP_STORE_I32"),LE_HEAP_STORE_I64=g((t,e)=>HEAP_DATA_VIEW.setBigInt64(t,e,!0),"LE_HEAP_STORE_I64"),LE_HEAP_STORE_U32=g((t,e)=>HEAP_DATA_VIEW.setUint32(t,e,!0),"LE_HEAP_STORE_U32"),callRuntimeCallbacks=g(t=>{for(;t.length>0;)t.shift()(Module)},"callRuntimeCallbacks"),onPostRuns=[],addOnPostRun=g(t=>onPostRuns.push(t),"addOnPostRun"),onPreRuns=[],addOnPreRun=g(t=>onPreRuns.push(t),"addOnPreRun"),UTF8Decoder=typeof TextDecoder<"u"?new TextDecoder:void 0,findStringEnd=g((t,e,n,r)=>{var s=e+n;if(r)return s;for(;t[e]&&!(e>=s);)++e;return e},"findStringEnd"),UTF8ArrayToString=g((t,e=0,n,r)=>{var s=findStringEnd(t,e,n,r);if(s-e>16&&t.buffer&&UTF8Decoder)return UTF8Decoder.decode(t.subarray(e,s));for(var a="";e<s;){var o=t[e++];if(!(o&128)){a+=String.fromCharCode(o);continue}var l=t[e++]&63;if((o&224)==192){a+=String.fromCharCode((o&31)<<6|l);continue}var c=t[e++]&63;if((o&240)==224?o=(o&15)<<12|l<<6|c:o=(o&7)<<18|l<<12|c<<6|t[e++]&63,o<65536)a+=String.fromCharCode(o);else{var u=o-65536;a+=String.fromCharCode(55296|u>>10,56320|u&1023)}}return a},"UTF8ArrayToString"),getDylinkMetadata=g(t=>{var e=0,n=0;function r(){return t[e++]}g(r,"getU8");function s(){for(var F=0,fe=1;;){var Qa=t[e++];if(F+=(Qa&127)*fe,fe*=128,!(Qa&128))break}return F}g(s,"getLEB");function a(){var F=s();return e+=F,UTF8ArrayToString(t,e-F,F)}g(a,"getString");function o(){for(var F=s(),fe=[];F--;)fe.push(a());return fe}g(o,"getStringList");function l(F,fe){if(F)throw new Error(fe)}if(g(l,"failIf"),t instanceof WebAssembly.Module){var c=WebAssembly.Module.customSections(t,"dylink.0");l(c.length===0,"need dylink section"),t=new Uint8Array(c[0]),n=t.length}else{var u=new Uint32Array(new Uint8Array(t.subarray(0,24)).buffer),f=u[0]==1836278016||u[0]==6386541;l(!f,"need to see wasm magic number"),l(t[8]!==0,"need the dylink section to be first"),e=9;var d=s();n=e+d;var h=a();l(h!=="dylink.0")}for(var y={neededDynlibs:[],tlsExports:new Set,weakImports:new Set,runtimePaths:[]},k=1,p=2,_=3,w=4,b=5,v=256,S=3,P=1;e<n;){var T=r(),N=s();if(T===k)y.memorySize=s(),y.memoryAlign=s(),y.tableSize=s(),y.tableAlign=s();else if(T===p)y.neededDynlibs=o();else if(T===_)for(var E=s();E--;){var R=a(),H=s();H&v&&y.tlsExports.add(R)}else if(T===w)for(var E=s();E--;){var de=a(),R=a(),H=s();(H&S)==P&&y.weakImports.add(R)}else T===b?y.runtimePaths=o():e+=N}return y},"getDylinkMetadata");function getValue(t,e="i8"){switch(e.endsWith("*")&&(e="*"),e){case"i1":return HEAP8[t];case"i8":return HEAP8[t];case"i16":return LE_HEAP_LOAD_I16((t>>1)*2);case"i32":return LE_HEAP_LOAD_I32((t>>2)*4);case"i64":return LE_HEAP_LOAD_I64((t>>3)*8);case"float":return LE_HEAP_LOAD_F32((t>>2)*4);case"double":return LE_HEAP_LOAD_F64((t>>3)*8);case"*":return LE_HEAP_LOAD_U32((t>>2)*4);default:abort(`invalid type for getValue: ${e}`)}}g(getValue,"getValue");var newDSO=g((t,e,n)=>{var r={refcount:1/0,name:t,exports:n,global:!0};return LDSO.loadedLibsByName[t]=r,e!=null&&(LDSO.loadedLibsByHandle[e]=r),r},"newDSO"),LDSO={loadedLibsByName:{},loadedLibsByHandle:{},init(){newDSO("__main__",0,wasmImports)}},___heap_base=82240,alignMemory=g((t,e)=>Math.ceil(t/e)*e,"alignMemory"),getMemory=g(t=>{if(runtimeInitialized)return _calloc(t,1);var e=___heap_base,n=e+alignMemory(t,16);return ___heap_base=n,GOT.__heap_base.value=n,e},"getMemory"),isInternalSym=g(t=>["__cpp_exception","__c_longjmp","__wasm_apply_data_relocs","__dso_handle","__tls_size","__tls_align","__set_stack_limits","_emscripten_tls_init","__wasm_init_tls","__wasm_call_ctors","__start_em_asm","__stop_em_asm","__start_em_js","__stop_em_js"].includes(t)||t.startsWith("__em_js__"),"isInternalSym"),uleb128EncodeWithLen=g(t=>{let e=t.length;return[e%128|128,e>>7,...t]},"uleb128EncodeWithLen"),wasmTypeCodes={i:127,p:127,j:126,f:125,d:124,e:111},generateTypePack=g(t=>uleb128EncodeWithLen(Array.from(t,e=>{var n=wasmTypeCodes[e];return n})),"generateTypePack"),convertJsFunctionToWasm=g((t,e)=>{var n=Uint8Array.of(0,97,115,109,1,0,0,0,1,...uleb128EncodeWithLen([1,96,...generateTypePack(e.slice(1)),...generateTypePack(e[0]==="v"?"":e[0])]),2,7,1,1,101,1,102,0,0,7,5,1,1,102,0,0),r=new WebAssembly.Module(n),s=new WebAssembly.Instance(r,{e:{f:t}}),a=s.exports.f;return a},"convertJsFunctionToWasm"),wasmTableMirror=[],wasmTable=new WebAssembly.Table({initial:31,element:"anyfunc"}),getWasmTableEntry=g(t=>{var e=wasmTableMirror[t];return e||(wasmTableMirror[t]=e=wasmTable.get(t)),e},"getWasmTableEntry"),updateTableMap=g((t,e)=>{if(functionsInTableMap)for(var n=t;n<t+e;n++){var r=getWasmTableEntry(n);r&&functionsInTableMap.set(r,n)}},"updateTableMap"),functionsInTableMap,getFunctionAddress=g(t=>(functionsInTableMap||(functionsInTableMap=new WeakMap,updateTableMap(0,wasmTable.length)),functionsInTableMap.get(t)||0),"getFunctionAddress"),freeTableIndexes=[],getEmptyTableSlot=g(()=>freeTableIndexes.length?freeTableIndexes.pop():wasmTable.grow(1),"getEmptyTableSlot"),setWasmTableEntry=g((t,e)=>{wasmTable.set(t,e),wasmTableMirror[t]=wasmTable.get(t)},"setWasmTableEntry"),addFunction=g((t,e)=>{var n=getFunctionAddress(t);if(n)return n;var r=getEmptyTableSlot();try{setWasmTableEntry(r,t)}catch(a){if(!(a instanceof TypeError))throw a;var s=convertJsFunctionToWasm(t,e);setWasmTableEntry(r,s)}return functionsInTableMap.set(t,r),r},"addFunction"),updateGOT=g((t,e)=>{for(var n in t)if(!isInternalSym(n)){var r=t[n];GOT[n]||=new WebAssembly.Global({value:"i32",mutable:!0}),(e||GOT[n].value==0)&&(typeof r=="function"?GOT[n].value=addFunction(r):typeof r=="number"?GOT[n].value=r:err(`unhandled export type for '${n}': ${typeof r}`))}},"updateGOT"),relocateExports=g((t,e,n)=>{var r={};for(var s in t){var a=t[s];typeof a=="object"&&(a=a.value),typeof a=="number"&&(a+=e),r[s]=a}return updateGOT(r,n),r},"relocateExports"),isSymbolDefined=g(t=>{var e=wasmImports[t];return!(!e||e.stub)},"isSymbolDefined"),dynCall=g((t,e,n=[],r=!1)=>{var s=getWasmTableEntry(e),a=s(...n);function o(l){return l}return g(o,"convert"),a},"dynCall"),stackSave=g(()=>_emscripten_stack_get_current(),"stackSave"),stackRestore=g(t=>__emscripten_stack_restore(t),"stackRestore"),createInvokeFunction=g(t=>(e,...n)=>{var r=stackSave();try{return dynCall(t,e,n)}catch(s){if(stackRestore(r),s!==s+0)throw s;if(_setThrew(1,0),t[0]=="j")return 0n}},"createInvokeFunction"),resolveGlobalSymbol=g((t,e=!1)=>{var n;return isSymbolDefined(t)?n=wasmImports[t]:t.startsWith("invoke_")&&(n=wasmImports[t]=createInvokeFunction(t.split("_")[1])),{sym:n,name:t}},"resolveGlobalSymbol"),onPostCtors=[],addOnPostCtor=g(t=>onPostCtors.push(t),"addOnPostCtor"),UTF8ToString=g((t,e,n)=>t?UTF8ArrayToString(HEAPU8,t,e,n):"","UTF8ToString"),loadWebAssemblyModule=g((binary,flags,libName,localScope,handle)=>{var metadata=getDylinkMetadata(binary);function loadModule(){var memAlign=Math.pow(2,metadata.memoryAlign),memoryBase=metadata.memorySize?alignMemory(getMemory(metadata.memorySize+memAlign),memAlign):0,tableBase=metadata.tableSize?wasmTable.length:0;handle&&(HEAP8[handle+8]=1,LE_HEAP_STORE_U32((handle+12>>2)*4,memoryBase),LE_HEAP_STORE_I32((handle+16>>2)*4,metadata.memorySize),LE_HEAP_STORE_U32((handle+20>>2)*4,tableBase),LE_HEAP_STORE_I32((handle+24>>2)*4,metadata.tableSize)),metadata.tableSize&&wasmTable.grow(metadata.tableSize);var moduleExports;function resolveSymbol(t){var e=resolveGlobalSymbol(t).sym;return!e&&localScope&&(e=localScope[t]),e||(e=moduleExports[t]),e}g(resolveSymbol,"resolveSymbol");var proxyHandler={get(t,e){switch(e){case"__memory_base":return memoryBase;case"__table_base":return tableBase}if(e in wasmImports&&!wasmImports[e].stub){var n=wasmImports[e];return n}if(!(e in t)){var r;t[e]=(...s)=>(r||=resolveSymbol(e),r(...s))}return t[e]}},proxy=new Proxy({},proxyHandler);currentModuleWeakSymbols=metadata.weakImports;var info={"GOT.mem":new Proxy({},GOTHandler),"GOT.func":new Proxy({},GOTHandler),env:proxy,wasi_snapshot_preview1:proxy};function postInstantiation(module,instance){updateTableMap(tableBase,metadata.tableSize),moduleExports=relocateExports(instance.exports,memoryBase),flags.allowUndefined||reportUndefinedSymbols();function addEmAsm(addr,body){for(var args=[],arity=0;arity<16&&body.indexOf("$"+arity)!=-1;arity++)args.push("$"+arity);args=args.join(",");var func=`(${args}) => { ${body} };`;ASM_CONSTS[start]=eval(func)}if(g(addEmAsm,"addEmAsm"),"__start_em_asm"in moduleExports)for(var start=moduleExports.__start_em_asm,stop=moduleExports.__stop_em_asm;start<stop;){var jsString=UTF8ToString(start);addEmAsm(start,jsString),start=HEAPU8.indexOf(0,start)+1}function addEmJs(name,cSig,body){var jsArgs=[];if(cSig=cSig.slice(1,-1),cSig!="void"){cSig=cSig.split(",");for(var i in cSig){var jsArg=cSig[i].split(" ").pop();jsArgs.push(jsArg.replace("*",""))}}var func=`(${jsArgs}) => ${body};`;moduleExports[name]=eval(func)}g(addEmJs,"addEmJs");for(var name in moduleExports)if(name.startsWith("__em_js__")){var start=moduleExports[name],jsString=UTF8ToString(start),parts=jsString.split("<::>");addEmJs(name.replace("__em_js__",""),parts[0],parts[1]),delete moduleExports[name]}var applyRelocs=moduleExports.__wasm_apply_data_relocs;applyRelocs&&(runtimeInitialized?applyRelocs():__RELOC_FUNCS__.push(applyRelocs));var init=moduleExports.__wasm_call_ctors;return init&&(runtimeInitialized?init():addOnPostCtor(init)),moduleExports}if(g(postInstantiation,"postInstantiation"),flags.loadAsync)return(async()=>{var t;return binary instanceof WebAssembly.Module?t=new WebAssembly.Instance(binary,info):{module:binary,instance:t}=await WebAssembly.instantiate(binary,info),postInstantiation(binary,t)})();var module=binary instanceof WebAssembly.Module?binary:new WebAssembly.Module(binary),instance=new WebAssembly.Instance(module,info);return postInstantiation(module,instance)}return g(loadModule,"loadModule"),flags={...flags,rpath:{parentLibPath:libName,paths:metadata.runtimePaths}},flags.loadAsync?metadata.neededDynlibs.reduce((t,e)=>t.then(()=>loadDynamicLibrary(e,flags,localScope)),Promise.resolve()).then(loadModule):(metadata.neededDynlibs.forEach(t=>loadDynamicLibrary(t,flags,localScope)),loadModule())},"loadWebAssemblyModule"),mergeLibSymbols=g((t,e)=>{for(var[n,r]of Object.entries(t)){let s=g(o=>{isSymbolDefined(o)||(wasmImports[o]=r)},"setImport");s(n);let a="__main_argc_argv";n=="main"&&s(a),n==a&&s("main")}},"mergeLibSymbols"),asyncLoad=g(async t=>{var e=await readAsync(t);return new Uint8Array(e)},"asyncLoad");function loadDynamicLibrary(t,e={global:!0,nodelete:!0},n,r){var s=LDSO.loadedLibsByName[t];if(s)return e.global?s.global||(s.global=!0,mergeLibSymbols(s.exports,t)):n&&Object.assign(n,s.exports),e.nodelete&&s.refcount!==1/0&&(s.refcount=1/0),s.refcount++,r&&(LDSO.loadedLibsByHandle[r]=s),e.loadAsync?Promise.resolve(!0):!0;s=newDSO(t,r,"loading"),s.refcount=e.nodelete?1/0:1,s.global=e.global;function a(){if(r){var c=LE_HEAP_LOAD_U32((r+28>>2)*4),u=LE_HEAP_LOAD_U32((r+32>>2)*4);if(c&&u){var f=HEAP8.slice(c,c+u);return e.loadAsync?Promise.resolve(f):f}}var d=locateFile(t);if(e.loadAsync)return asyncLoad(d);if(!readBinary)throw new Error(`${d}: file not found, and synchronous loading of external files is not available`);return readBinary(d)}g(a,"loadLibData");function o(){return e.loadAsync?a().then(c=>loadWebAssemblyModule(c,e,t,n,r)):loadWebAssemblyModule(a(),e,t,n,r)}g(o,"getExports");function l(c){s.global?mergeLibSymbols(c,t):n&&Object.assign(n,c),s.exports=c}return g(l,"moduleLoaded"),e.loadAsync?o().then(c=>(l(c),!0)):(l(o()),!0)}g(loadDynamicLibrary,"loadDynamicLibrary");var reportUndefinedSymbols=g(()=>{for(var[t,e]of Object.entries(GOT))if(e.value==0){var n=resolveGlobalSymbol(t,!0).sym;if(!n&&!e.required)continue;if(typeof n=="function")e.value=addFunction(n,n.sig);else if(typeof n=="number")e.value=n;else throw new Error(`bad export type for '${t}': ${typeof n}`)}},"reportUndefinedSymbols"),runDependencies=0,dependenciesFulfilled=null,removeRunDependency=g(t=>{if(runDependencies--,Module.monitorRunDependencies?.(runDependencies),runDependencies==0&&dependenciesFulfilled){var e=dependenciesFulfilled;dependenciesFulfilled=null,e()}},"removeRunDependency"),addRunDependency=g(t=>{runDependencies++,Module.monitorRunDependencies?.(runDependencies)},"addRunDependency"),loadDylibs=g(async()=>{if(!dynamicLibraries.length){reportUndefinedSymbols();return}addRunDependency("loadDylibs");for(var t of dynamicLibraries)await loadDynamicLibrary(t,{loadAsync:!0,global:!0,nodelete:!0,allowUndefined:!0});reportUndefinedSymbols(),removeRunDependency("loadDylibs")},"loadDylibs"),noExitRuntime=!0;function setValue(t,e,n="i8"){switch(n.endsWith("*")&&(n="*"),n){case"i1":HEAP8[t]=e;break;case"i8":HEAP8[t]=e;break;case"i16":LE_HEAP_STORE_I16((t>>1)*2,e);break;case"i32":LE_HEAP_STORE_I32((t>>2)*4,e);break;case"i64":LE_HEAP_STORE_I64((t>>3)*8,BigInt(e));break;case"float":LE_HEAP_STORE_F32((t>>2)*4,e);break;case"double":LE_HEAP_STORE_F64((t>>3)*8,e);break;case"*":LE_HEAP_STORE_U32((t>>2)*4,e);break;default:abort(`invalid type for setValue: ${n}`)}}g(setValue,"setValue");var ___memory_base=new WebAssembly.Global({value:"i32",mutable:!1},1024),___stack_high=82240,___stack_low=16704,___stack_pointer=new WebAssembly.Global({value:"i32",mutable:!0},82240),___table_base=new WebAssembly.Global({value:"i32",mutable:!1},1),__abort_js=g(()=>abort(""),"__abort_js");__abort_js.sig="v";var getHeapMax=g(()=>2147483648,"getHeapMax"),growMemory=g(t=>{var e=wasmMemory.buffer.byteLength,n=(t-e+65535)/65536|0;try{return wasmMemory.grow(n),updateMemoryViews(),1}catch{}},"growMemory"),_emscripten_resize_heap=g(t=>{var e=HEAPU8.length;t>>>=0;var n=getHeapMax();if(t>n)return!1;for(var r=1;r<=4;r*=2){var s=e*(1+.2/r);s=Math.min(s,t+100663296);var a=Math.min(n,alignMemory(Math.max(t,s),65536)),o=growMemory(a);if(o)return!0}return!1},"_emscripten_resize_heap");_emscripten_resize_heap.sig="ip";var _fd_close=g(t=>52,"_fd_close");_fd_close.sig="ii";var INT53_MAX=9007199254740992,INT53_MIN=-9007199254740992,bigintToI53Checked=g(t=>t<INT53_MIN||t>INT53_MAX?NaN:Number(t),"bigintToI53Checked");function _fd_seek(t,e,n,r){return e=bigintToI53Checked(e),70}g(_fd_seek,"_fd_seek"),_fd_seek.sig="iijip";var printCharBuffers=[null,[],[]],printChar=g((t,e)=>{var n=printCharBuffers[t];e===0||e===10?((t===1?out:err)(UTF8ArrayToString(n)),n.length=0):n.push(e)},"printChar"),_fd_write=g((t,e,n,r)=>{for(var s=0,a=0;a<n;a++){var o=LE_HEAP_LOAD_U32((e>>2)*4),l=LE_HEAP_LOAD_U32((e+4>>2)*4);e+=8;for(var c=0;c<l;c++)printChar(t,HEAPU8[o+c]);s+=l}return LE_HEAP_STORE_U32((r>>2)*4,s),0},"_fd_write");_fd_write.sig="iippp";function _tree_sitter_log_callback(t,e){if(Module.currentLogCallback){let n=UTF8ToString(e);Module.currentLogCallback(n,t!==0)}}g(_tree_sitter_log_callback,"_tree_sitter_log_callback");function _tree_sitter_parse_callback(t,e,n,r,s){let o=Module.currentParseCallback(e,{row:n,column:r});typeof o=="string"?(setValue(s,o.length,"i32"),stringToUTF16(o,t,10240)):setValue(s,0,"i32")}g(_tree_sitter_parse_callback,"_tree_sitter_parse_callback");function _tree_sitter_progress_callback(t,e){return Module.currentProgressCallback?Module.currentProgressCallback({currentOffset:t,hasError:e}):!1}g(_tree_sitter_progress_callback,"_tree_sitter_progress_callback");function _tree_sitter_query_progress_callback(t){return Module.currentQueryProgressCallback?Module.currentQueryProgressCallback({currentOffset:t}):!1}g(_tree_sitter_query_progress_callback,"_tree_sitter_query_progress_callback");var runtimeKeepaliveCounter=0,keepRuntimeAlive=g(()=>noExitRuntime||runtimeKeepaliveCounter>0,"keepRuntimeAlive"),_proc_exit=g(t=>{EXITSTATUS=t,keepRuntimeAlive()||(Module.onExit?.(t),ABORT=!0),quit_(t,new ExitStatus(t))},"_proc_exit");_proc_exit.sig="vi";var exitJS=g((t,e)=>{EXITSTATUS=t,_proc_exit(t)},"exitJS"),handleException=g(t=>{if(t instanceof ExitStatus||t=="unwind")return EXITSTATUS;quit_(1,t)},"handleException"),lengthBytesUTF8=g(t=>{for(var e=0,n=0;n<t.length;++n){var r=t.charCodeAt(n);r<=127?e++:r<=2047?e+=2:r>=55296&&r<=57343?(e+=4,++n):e+=3}return e},"lengthBytesUTF8"),stringToUTF8Array=g((t,e,n,r)=>{if(!(r>0))return 0;for(var s=n,a=n+r-1,o=0;o<t.length;++o){var l=t.codePointAt(o);if(l<=127){if(n>=a)break;e[n++]=l}else if(l<=2047){if(n+1>=a)break;e[n++]=192|l>>6,e[n++]=128|l&63}else if(l<=65535){if(n+2>=a)break;e[n++]=224|l>>12,e[n++]=128|l>>6&63,e[n++]=128|l&63}else{if(n+3>=a)break;e[n++]=240|l>>18,e[n++]=128|l>>12&63,e[n++]=128|l>>6&63,e[n++]=128|l&63,o++}}return e[n]=0,n-s},"stringToUTF8Array"),stringToUTF8=g((t,e,n)=>stringToUTF8Array(t,HEAPU8,e,n),"stringToUTF8"),stackAlloc=g(t=>__emscripten_stack_alloc(t),"stackAlloc"),stringToUTF8OnStack=g(t=>{var e=lengthBytesUTF8(t)+1,n=stackAlloc(e);return stringToUTF8(t,n,e),n},"stringToUTF8OnStack"),AsciiToString=g(t=>{for(var e="";;){var n=HEAPU8[t++];if(!n)return e;e+=String.fromCharCode(n)}},"AsciiToString"),stringToUTF16=g((t,e,n)=>{if(n??=2147483647,n<2)return 0;n-=2;for(var r=e,s=n<t.length*2?n/2:t.length,a=0;a<s;++a){var o=t.charCodeAt(a);LE_HEAP_STORE_I16((e>>1)*2,o),e+=2}return LE_HEAP_STORE_I16((e>>1)*2,0),e-r},"stringToUTF16");LE_ATOMICS_NATIVE_BYTE_ORDER=new Int8Array(new Int16Array([1]).buffer)[0]===1?[(t=>t),(t=>t),void 0,(t=>t)]:[(t=>t),(t=>((t&65280)<<8|(t&255)<<24)>>16),void 0,(t=>t>>24&255|t>>8&65280|(t&65280)<<8|(t&255)<<24)];function LE_HEAP_UPDATE(){HEAPU16.unsigned=(t=>t&65535),HEAPU32.unsigned=(t=>t>>>0)}if(g(LE_HEAP_UPDATE,"LE_HEAP_UPDATE"),initMemory(),Module.noExitRuntime&&(noExitRuntime=Module.noExitRuntime),Module.print&&(out=Module.print),Module.printErr&&(err=Module.printErr),Module.dynamicLibraries&&(dynamicLibraries=Module.dynamicLibraries),Module.wasmBinary&&(wasmBinary=Module.wasmBinary),Module.arguments&&(arguments_=Module.arguments),Module.thisProgram&&(thisProgram=Module.thisProgram),Module.preInit)for(typeof Module.preInit=="function"&&(Module.preInit=[Module.preInit]);Module.preInit.length>0;)Module.preInit.shift()();Module.setValue=setValue,Module.getValue=getValue,Module.UTF8ToString=UTF8ToString,Module.stringToUTF8=stringToUTF8,Module.lengthBytesUTF8=lengthBytesUTF8,Module.AsciiToString=AsciiToString,Module.stringToUTF16=stringToUTF16,Module.loadWebAssemblyModule=loadWebAssemblyModule,Module.LE_HEAP_STORE_I64=LE_HEAP_STORE_I64;var ASM_CONSTS={},_malloc,_calloc,_realloc,_free,_ts_range_edit,_memcmp,_ts_language_symbol_count,_ts_language_state_count,_ts_language_abi_version,_ts_language_name,_ts_language_field_count,_ts_language_next_state,_ts_language_symbol_name,_ts_language_symbol_for_name,_strncmp,_ts_language_symbol_type,_ts_language_field_name_for_id,_ts_lookahead_iterator_new,_ts_lookahead_iterator_delete,_ts_lookahead_iterator_reset_state,_ts_lookahead_iterator_reset,_ts_lookahead_iterator_next,_ts_lookahead_iterator_current_symbol,_ts_point_edit,_ts_parser_delete,_ts_parser_reset,_ts_parser_set_language,_ts_parser_set_included_ranges,_ts_query_new,_ts_query_delete,_iswspace,_iswalnum,_ts_query_copy,_ts_query_pattern_count,_ts_query_capture_count,_ts_query_string_count,_ts_query_capture_name_for_id,_ts_query_capture_quantifier_for_id,_ts_query_string_value_for_id,_ts_query_predicates_for_pattern,_ts_query_start_byte_for_pattern,_ts_query_end_byte_for_pattern,_ts_query_is_pattern_rooted,_ts_query_is_pattern_non_local,_ts_query_is_pattern_guaranteed_at_step,_ts_query_disable_capture,_ts_query_disable_pattern,_ts_tree_copy,_ts_tree_delete,_ts_init,_ts_parser_new_wasm,_ts_parser_enable_logger_wasm,_ts_parser_parse_wasm,_ts_parser_included_ranges_wasm,_ts_language_type_is_named_wasm,_ts_language_type_is_visible_wasm,_ts_language_metadata_wasm,_ts_language_supertypes_wasm,_ts_language_subtypes_wasm,_ts_tree_root_node_wasm,_ts_tree_root_node_with_offset_wasm,_ts_tree_edit_wasm,_ts_tree_included_ranges_wasm,_ts_tree_get_changed_ranges_wasm,_ts_tree_cursor_new_wasm,_ts_tree_cursor_copy_wasm,_ts_tree_cursor_delete_wasm,_ts_tree_cursor_reset_wasm,_ts_tree_cursor_reset_to_wasm,_ts_tree_cursor_goto_first_child_wasm,_ts_tree_cursor_goto_last_child_wasm,_ts_tree_cursor_goto_first_child_for_index_wasm,_ts_tree_cursor_goto_first_child_for_position_wasm,_ts_tree_cursor_goto_next_sibling_wasm,_ts_tree_cursor_goto_previous_sibling_wasm,_ts_tree_cursor_goto_descendant_wasm,_ts_tree_cursor_goto_parent_wasm,_ts_tree_cursor_current_node_type_id_wasm,_ts_tree_cursor_current_node_state_id_wasm,_ts_tree_cursor_current_node_is_named_wasm,_ts_tree_cursor_current_node_is_missing_wasm,_ts_tree_cursor_current_node_id_wasm,_ts_tree_cursor_start_position_wasm,_ts_tree_cursor_end_position_wasm,_ts_tree_cursor_start_index_wasm,_ts_tree_cursor_end_index_wasm,_ts_tree_cursor_current_field_id_wasm,_ts_tree_cursor_current_depth_wasm,_ts_tree_cursor_current_descendant_index_wasm,_ts_tree_cursor_current_node_wasm,_ts_node_symbol_wasm,_ts_node_field_name_for_child_wasm,_ts_node_field_name_for_named_child_wasm,_ts_node_children_by_field_id_wasm,_ts_node_first_child_for_byte_wasm,_ts_node_first_named_child_for_byte_wasm,_ts_node_grammar_symbol_wasm,_ts_node_child_count_wasm,_ts_node_named_child_count_wasm,_ts_node_child_wasm,_ts_node_named_child_wasm,_ts_node_child_by_field_id_wasm,_ts_node_next_sibling_wasm,_ts_node_prev_sibling_wasm,_ts_node_next_named_sibling_wasm,_ts_node_prev_named_sibling_wasm,_ts_node_descendant_count_wasm,_ts_node_parent_wasm,_ts_node_child_with_descendant_wasm,_ts_node_descendant_for_index_wasm,_ts_node_named_descendant_for_index_wasm,_ts_node_descendant_for_position_wasm,_ts_node_named_descendant_for_position_wasm,_ts_node_start_point_wasm,_ts_node_end_point_wasm,_ts_node_start_index_wasm,_ts_node_end_index_wasm,_ts_node_to_string_wasm,_ts_node_children_wasm,_ts_node_named_children_wasm,_ts_node_descendants_of_type_wasm,_ts_node_is_named_wasm,_ts_node_has_changes_wasm,_ts_node_has_error_wasm,_ts_node_is_error_wasm,_ts_node_is_missing_wasm,_ts_node_is_extra_wasm,_ts_node_parse_state_wasm,_ts_node_next_parse_state_wasm,_ts_query_matches_wasm,_ts_query_captures_wasm,_memset,_memcpy,_memmove,_iswalpha,_iswblank,_iswdigit,_iswlower,_iswpunct,_iswupper,_iswxdigit,_memchr,_strlen,_strcmp,_strncat,_strncpy,_towlower,_towupper,_setThrew,__emscripten_stack_restore,__emscripten_stack_alloc,_emscripten_stack_get_current,___wasm_apply_data_relocs;function assignWasmExports(t){Module._malloc=_malloc=t.malloc,Module._calloc=_calloc=t.calloc,Module._realloc=_realloc=t.realloc,Module._free=_free=t.free,Module._ts_range_edit=_ts_range_edit=t.ts_range_edit,Module._memcmp=_memcmp=t.memcmp,Module._ts_language_symbol_count=_ts_language_symbol_count=t.ts_language_symbol_count,Module._ts_language_state_count=_ts_language_state_count=t.ts_language_state_count,Module._ts_language_abi_version=_ts_language_abi_version=t.ts_language_abi_version,Module._ts_language_name=_ts_language_name=t.ts_language_name,Module._ts_language_field_count=_ts_language_field_count=t.ts_language_field_count,Module._ts_language_next_state=_ts_language_next_state=t.ts_language_next_state,Module._ts_language_symbol_name=_ts_language_symbol_name=t.ts_language_symbol_name,Module._ts_language_symbol_for_name=_ts_language_symbol_for_name=t.ts_language_symbol_for_name,Module._strncmp=_strncmp=t.strncmp,Module._ts_language_symbol_type=_ts_language_symbol_type=t.ts_language_symbol_type,Module._ts_language_field_name_for_id=_ts_language_field_name_for_id=t.ts_language_field_name_for_id,Module._ts_lookahead_iterator_new=_ts_lookahead_iterator_new=t.ts_lookahead_iterator_new,Module._ts_lookahead_iterator_delete=_ts_lookahead_iterator_delete=t.ts_lookahead_iterator_delete,Module._ts_lookahead_iterator_reset_state=_ts_lookahead_iterator_reset_state=t.ts_lookahead_iterator_reset_state,Module._ts_lookahead_iterator_reset=_ts_lookahead_iterator_reset=t.ts_lookahead_iterator_reset,Module._ts_lookahead_iterator_next=_ts_lookahead_iterator_next=t.ts_lookahead_iterator_next,Module._ts_lookahead_iterator_current_symbol=_ts_lookahead_iterator_current_symbol=t.ts_lookahead_iterator_current_symbol,Module._ts_point_edit=_ts_point_edit=t.ts_point_edit,Module._ts_parser_delete=_ts_parser_delete=t.ts_parser_delete,Module._ts_parser_reset=_ts_parser_reset=t.ts_parser_reset,Module._ts_parser_set_language=_ts_parser_set_language=t.ts_parser_set_language,Module._ts_parser_set_included_ranges=_ts_parser_set_included_ranges=t.ts_parser_set_included_ranges,Module._ts_query_new=_ts_query_new=t.ts_query_new,Module._ts_query_delete=_ts_query_delete=t.ts_query_delete,Module._iswspace=_iswspace=t.iswspace,Module._iswalnum=_iswalnum=t.iswalnum,Module._ts_query_copy=_ts_query_copy=t.ts_query_copy,Module._ts_query_pattern_count=_ts_query_pattern_count=t.ts_query_pattern_count,Module._ts_query_capture_count=_ts_query_capture_count=t.ts_query_capture_count,Module._ts_query_string_count=_ts_query_string_count=t.ts_query_string_count,Module._ts_query_capture_name_for_id=_ts_query_capture_name_for_id=t.ts_query_capture_name_for_id,Module._ts_query_capture_quantifier_for_id=_ts_query_capture_quantifier_for_id=t.ts_query_capture_quantifier_for_id,Module._ts_query_string_value_for_id=_ts_query_string_value_for_id=t.ts_query_string_value_for_id,Module._ts_query_predicates_for_pattern=_ts_query_predicates_for_pattern=t.ts_query_predicates_for_pattern,Module._ts_query_start_byte_for_pattern=_ts_query_start_byte_for_pattern=t.ts_query_start_byte_for_pattern,Module._ts_query_end_byte_for_pattern=_ts_query_end_byte_for_pattern=t.ts_query_end_byte_for_pattern,Module._ts_query_is_pattern_rooted=_ts_query_is_pattern_rooted=t.ts_query_is_pattern_rooted,Module._ts_query_is_pattern_non_local=_ts_query_is_pattern_non_local=t.ts_query_is_pattern_non_local,Module._ts_query_is_pattern_guaranteed_at_step=_ts_query_is_pattern_guaranteed_at_step=t.ts_query_is_pattern_guaranteed_at_step,Module._ts_query_disable_capture=_ts_query_disable_capture=t.ts_query_disable_capture,Module._ts_query_disable_pattern=_ts_query_disable_pattern=t.ts_query_disable_pattern,Module._ts_tree_copy=_ts_tree_copy=t.ts_tree_copy,Module._ts_tree_delete=_ts_tree_delete=t.ts_tree_delete,Module._ts_init=_ts_init=t.ts_init,Module._ts_parser_new_wasm=_ts_parser_new_wasm=t.ts_parser_new_wasm,Module._ts_parser_enable_logger_wasm=_ts_parser_enable_logger_wasm=t.ts_parser_enable_logger_wasm,Module._ts_parser_parse_wasm=_ts_parser_parse_wasm=t.ts_parser_parse_wasm,Module._ts_parser_included_ranges_wasm=_ts_parser_included_ranges_wasm=t.ts_parser_included_ranges_wasm,Module._ts_language_type_is_named_wasm=_ts_language_type_is_named_wasm=t.ts_language_type_is_named_wasm,Module._ts_language_type_is_visible_wasm=_ts_language_type_is_visible_wasm=t.ts_language_type_is_visible_wasm,Module._ts_language_metadata_wasm=_ts_language_metadata_wasm=t.ts_language_metadata_wasm,Module._ts_language_supertypes_wasm=_ts_language_supertypes_wasm=t.ts_language_supertypes_wasm,Module._ts_language_subtypes_wasm=_ts_language_subtypes_wasm=t.ts_language_subtypes_wasm,Module._ts_tree_root_node_wasm=_ts_tree_root_node_wasm=t.ts_tree_root_node_wasm,Module._ts_tree_root_node_with_offset_wasm=_ts_tree_root_node_with_offset_wasm=t.ts_tree_root_node_with_offset_wasm,Module._ts_tree_edit_wasm=_ts_tree_edit_wasm=t.ts_tree_edit_wasm,Module._ts_tree_included_ranges_wasm=_ts_tree_included_ranges_wasm=t.ts_tree_included_ranges_wasm,Module._ts_tree_get_changed_ranges_wasm=_ts_tree_get_changed_ranges_wasm=t.ts_tree_get_changed_ranges_wasm,Module._ts_tree_cursor_new_wasm=_ts_tree_cursor_new_wasm=t.ts_tree_cursor_new_wasm,Module._ts_tree_cursor_copy_wasm=_ts_tree_cursor_copy_wasm=t.ts_tree_cursor_copy_wasm,Module._ts_tree_cursor_delete_wasm=_ts_tree_cursor_delete_wasm=t.ts_tree_cursor_delete_wasm,Module._ts_tree_cursor_reset_wasm=_ts_tree_cursor_reset_wasm=t.ts_tree_cursor_reset_wasm,Module._ts_tree_cursor_reset_to_wasm=_ts_tree_cursor_reset_to_wasm=t.ts_tree_cursor_reset_to_wasm,Module._ts_tree_cursor_goto_first_child_wasm=_ts_tree_cursor_goto_first_child_wasm=t.ts_tree_cursor_goto_first_child_wasm,Module._ts_tree_cursor_goto_last_child_wasm=_ts_tree_cursor_goto_last_child_wasm=t.ts_tree_cursor_goto_last_child_wasm,Module._ts_tree_cursor_goto_first_child_for_index_wasm=_ts_tree_cursor_goto_first_child_for_index_wasm=t.ts_tree_cursor_goto_first_child_for_index_wasm,Module._ts_tree_cursor_goto_first_child_for_position_wasm=_ts_tree_cursor_goto_first_child_for_position_wasm=t.ts_tree_cursor_goto_first_child_for_position_wasm,Module._ts_tree_cursor_goto_next_sibling_wasm=_ts_tree_cursor_goto_next_sibling_wasm=t.ts_tree_cursor_goto_next_sibling_wasm,Module._ts_tree_cursor_goto_previous_sibling_wasm=_ts_tree_cursor_goto_previous_sibling_wasm=t.ts_tree_cursor_goto_previous_sibling_wasm,Module._ts_tree_cursor_goto_descendant_wasm=_ts_tree_cursor_goto_descendant_wasm=t.ts_tree_cursor_goto_descendant_wasm,Module._ts_tree_cursor_goto_parent_wasm=_ts_tree_cursor_goto_parent_wasm=t.ts_tree_cursor_goto_parent_wasm,Module._ts_tree_cursor_current_node_type_id_wasm=_ts_tree_cursor_current_node_type_id_wasm=t.ts_tree_cursor_current_node_type_id_wasm,Module._ts_tree_cursor_current_node_state_id_wasm=_ts_tree_cursor_current_node_state_id_wasm=t.ts_tree_cursor_current_node_state_id_wasm,Module._ts_tree_cursor_current_node_is_named_wasm=_ts_tree_cursor_current_node_is_named_wasm=t.ts_tree_cursor_current_node_is_named_wasm,Module._ts_tree_cursor_current_node_is_missing_wasm=_ts_tree_cursor_current_node_is_missing_wasm=t.ts_tree_cursor_current_node_is_missing_wasm,Module._ts_tree_cursor_current_node_id_wasm=_ts_tree_cursor_current_node_id_wasm=t.ts_tree_cursor_current_node_id_wasm,Module._ts_tree_cursor_start_position_wasm=_ts_tree_cursor_start_position_wasm=t.ts_tree_cursor_start_position_wasm,Module._ts_tree_cursor_end_position_wasm=_ts_tree_cursor_end_position_wasm=t.ts_tree_cursor_end_position_wasm,Module._ts_tree_cursor_start_index_wasm=_ts_tree_cursor_start_index_wasm=t.ts_tree_cursor_start_index_wasm,Module._ts_tree_cursor_end_index_wasm=_ts_tree_cursor_end_index_wasm=t.ts_tree_cursor_end_index_wasm,Module._ts_tree_cursor_current_field_id_wasm=_ts_tree_cursor_current_field_id_wasm=t.ts_tree_cursor_current_field_id_wasm,Module._ts_tree_cursor_current_depth_wasm=_ts_tree_cursor_current_depth_wasm=t.ts_tree_cursor_current_depth_wasm,Module._ts_tree_cursor_current_descendant_index_wasm=_ts_tree_cursor_current_descendant_index_wasm=t.ts_tree_cursor_current_descendant_index_wasm,Module._ts_tree_cursor_current_node_wasm=_ts_tree_cursor_current_node_wasm=t.ts_tree_cursor_current_node_wasm,Module._ts_node_symbol_wasm=_ts_node_symbol_wasm=t.ts_node_symbol_wasm,Module._ts_node_field_name_for_child_wasm=_ts_node_field_name_for_child_wasm=t.ts_node_field_name_for_child_wasm,Module._ts_node_field_name_for_named_child_wasm=_ts_node_field_name_for_named_child_wasm=t.ts_node_field_name_for_named_child_wasm,Module._ts_node_children_by_field_id_wasm=_ts_node_children_by_field_id_wasm=t.ts_node_children_by_field_id_wasm,Module._ts_node_first_child_for_byte_wasm=_ts_node_first_child_for_byte_wasm=t.ts_node_first_child_for_byte_wasm,Module._ts_node_first_named_child_for_byte_wasm=_ts_node_first_named_child_for_byte_wasm=t.ts_node_first_named_child_for_byte_wasm,Module._ts_node_grammar_symbol_wasm=_ts_node_grammar_symbol_wasm=t.ts_node_grammar_symbol_wasm,Module._ts_node_child_count_wasm=_ts_node_child_count_wasm=t.ts_node_child_count_wasm,Module._ts_node_named_child_count_wasm=_ts_node_named_child_count_wasm=t.ts_node_named_child_count_wasm,Module._ts_node_child_wasm=_ts_node_child_wasm=t.ts_node_child_wasm,Module._ts_node_named_child_wasm=_ts_node_named_child_wasm=t.ts_node_named_child_wasm,Module._ts_node_child_by_field_id_wasm=_ts_node_child_by_field_id_wasm=t.ts_node_child_by_field_id_wasm,Module._ts_node_next_sibling_wasm=_ts_node_next_sibling_wasm=t.ts_node_next_sibling_wasm,Module._ts_node_prev_sibling_wasm=_ts_node_prev_sibling_wasm=t.ts_node_prev_sibling_wasm,Module._ts_node_next_named_sibling_wasm=_ts_node_next_named_sibling_wasm=t.ts_node_next_named_sibling_wasm,Module._ts_node_prev_named_sibling_wasm=_ts_node_prev_named_sibling_wasm=t.ts_node_prev_named_sibling_wasm,Module._ts_node_descendant_count_wasm=_ts_node_descendant_count_wasm=t.ts_node_descendant_count_wasm,Module._ts_node_parent_wasm=_ts_node_parent_wasm=t.ts_node_parent_wasm,Module._ts_node_child_with_descendant_wasm=_ts_node_child_with_descendant_wasm=t.ts_node_child_with_descendant_wasm,Module._ts_node_descendant_for_index_wasm=_ts_node_descendant_for_index_wasm=t.ts_node_descendant_for_index_wasm,Module._ts_node_named_descendant_for_index_wasm=_ts_node_named_descendant_for_index_wasm=t.ts_node_named_descendant_for_index_wasm,Module._ts_node_descendant_for_position_wasm=_ts_node_descendant_for_position_wasm=t.ts_node_descendant_for_position_wasm,Module._ts_node_named_descendant_for_position_wasm=_ts_node_named_descendant_for_position_wasm=t.ts_node_named_descendant_for_position_wasm,Module._ts_node_start_point_wasm=_ts_node_start_point_wasm=t.ts_node_start_point_wasm,Module._ts_node_end_point_wasm=_ts_node_end_point_wasm=t.ts_node_end_point_wasm,Module._ts_node_start_index_wasm=_ts_node_start_index_wasm=t.ts_node_start_index_wasm,Module._ts_node_end_index_wasm=_ts_node_end_index_wasm=t.ts_node_end_index_wasm,Module._ts_node_to_string_wasm=_ts_node_to_string_wasm=t.ts_node_to_string_wasm,Module._ts_node_children_wasm=_ts_node_children_wasm=t.ts_node_children_wasm,Module._ts_node_named_children_wasm=_ts_node_named_children_wasm=t.ts_node_named_children_wasm,Module._ts_node_descendants_of_type_wasm=_ts_node_descendants_of_type_wasm=t.ts_node_descendants_of_type_wasm,Module._ts_node_is_named_wasm=_ts_node_is_named_wasm=t.ts_node_is_named_wasm,Module._ts_node_has_changes_wasm=_ts_node_has_changes_wasm=t.ts_node_has_changes_wasm,Module._ts_node_has_error_wasm=_ts_node_has_error_wasm=t.ts_node_has_error_wasm,Module._ts_node_is_error_wasm=_ts_node_is_error_wasm=t.ts_node_is_error_wasm,Module._ts_node_is_missing_wasm=_ts_node_is_missing_wasm=t.ts_node_is_missing_wasm,Module._ts_node_is_extra_wasm=_ts_node_is_extra_wasm=t.ts_node_is_extra_wasm,Module._ts_node_parse_state_wasm=_ts_node_parse_state_wasm=t.ts_node_parse_state_wasm,Module._ts_node_next_parse_state_wasm=_ts_node_next_parse_state_wasm=t.ts_node_next_parse_state_wasm,Module._ts_query_matches_wasm=_ts_query_matches_wasm=t.ts_query_matches_wasm,Module._ts_query_captures_wasm=_ts_query_captures_wasm=t.ts_query_captures_wasm,Module._memset=_memset=t.memset,Module._memcpy=_memcpy=t.memcpy,Module._memmove=_memmove=t.memmove,Module._iswalpha=_iswalpha=t.iswalpha,Module._iswblank=_iswblank=t.iswblank,Module._iswdigit=_iswdigit=t.iswdigit,Module._iswlower=_iswlower=t.iswlower,Module._iswpunct=_iswpunct=t.iswpunct,Module._iswupper=_iswupper=t.iswupper,Module._iswxdigit=_iswxdigit=t.iswxdigit,Module._memchr=_memchr=t.memchr,Module._strlen=_strlen=t.strlen,Module._strcmp=_strcmp=t.strcmp,Module._strncat=_strncat=t.strncat,Module._strncpy=_strncpy=t.strncpy,Module._towlower=_towlower=t.towlower,Module._towupper=_towupper=t.towupper,_setThrew=t.setThrew,__emscripten_stack_restore=t._emscripten_stack_restore,__emscripten_stack_alloc=t._emscripten_stack_alloc,_emscripten_stack_get_current=t.emscripten_stack_get_current,___wasm_apply_data_relocs=t.__wasm_apply_data_relocs}g(assignWasmExports,"assignWasmExports");var wasmImports={__heap_base:___heap_base,__indirect_function_table:wasmTable,__memory_base:___memory_base,__stack_high:___stack_high,__stack_low:___stack_low,__stack_pointer:___stack_pointer,__table_base:___table_base,_abort_js:__abort_js,emscripten_resize_heap:_emscripten_resize_heap,fd_close:_fd_close,fd_seek:_fd_seek,fd_write:_fd_write,memory:wasmMemory,tree_sitter_log_callback:_tree_sitter_log_callback,tree_sitter_parse_callback:_tree_sitter_parse_callback,tree_sitter_progress_callback:_tree_sitter_progress_callback,tree_sitter_query_progress_callback:_tree_sitter_query_progress_callback};function callMain(t=[]){var e=resolveGlobalSymbol("main").sym;if(e){t.unshift(thisProgram);var n=t.length,r=stackAlloc((n+1)*4),s=r;t.forEach(o=>{LE_HEAP_STORE_U32((s>>2)*4,stringToUTF8OnStack(o)),s+=4}),LE_HEAP_STORE_U32((s>>2)*4,0);try{var a=e(n,r);return exitJS(a,!0),a}catch(o){return handleException(o)}}}g(callMain,"callMain");function run(t=arguments_){if(runDependencies>0){dependenciesFulfilled=run;return}if(preRun(),runDependencies>0){dependenciesFulfilled=run;return}function e(){if(Module.calledRun=!0,!ABORT){initRuntime(),readyPromiseResolve?.(Module),Module.onRuntimeInitialized?.();var n=Module.noInitialRun||!1;n||callMain(t),postRun()}}g(e,"doRun"),Module.setStatus?(Module.setStatus("Running..."),setTimeout(()=>{setTimeout(()=>Module.setStatus(""),1),e()},1)):e()}g(run,"run");var wasmExports;return wasmExports=await createWasm(),run(),runtimeInitialized?moduleRtn=Module:moduleRtn=new Promise((t,e)=>{readyPromiseResolve=t,readyPromiseReject=e}),moduleRtn}g(lf,"Module");var uv=lf,cf=null;async function uf(t){return cf??=await uv(t)}g(uf,"initializeBinding");function df(){return!!cf}g(df,"checkModule");var M,Na,xa,Zd=yt(t=>{m._ts_parser_delete(t[0]),m._free(t[1])}),Ba=class{static{g(this,"Parser")}0=0;1=0;logCallback=null;language=null;static async init(t){nf(await uf(t)),M=m._ts_init(),Na=m.getValue(M,"i32"),xa=m.getValue(M+L,"i32")}constructor(){this.initialize(),Zd?.register(this,[this[0],this[1]],this)}initialize(){if(!df())throw new Error("cannot construct a Parser before calling `init()`");m._ts_parser_new_wasm(),this[0]=m.getValue(M,"i32"),this[1]=m.getValue(M+L,"i32")}delete(){Zd?.unregister(this),m._ts_parser_delete(this[0]),m._free(this[1]),this[0]=0,this[1]=0}setLanguage(t){let e;if(!t)e=0,this.language=null;else if(t.constructor===qa){e=t[0];let n=m._ts_language_abi_version(e);if(n<xa||Na<n)throw new Error(`Incompatible language version ${n}. Compatibility range ${xa} through ${Na}.`);this.language=t}else throw new Error("Argument must be a Language");return m._ts_parser_set_language(this[0],e),this}parse(t,e,n){if(typeof t=="string")m.currentParseCallback=l=>t.slice(l);else if(typeof t=="function")m.currentParseCallback=t;else throw new Error("Argument must be a string or a function");n?.progressCallback?m.currentProgressCallback=n.progressCallback:m.currentProgressCallback=null,this.logCallback?(m.currentLogCallback=this.logCallback,m._ts_parser_enable_logger_wasm(this[0],1)):(m.currentLogCallback=null,m._ts_parser_enable_logger_wasm(this[0],0));let r=0,s=0;if(n?.includedRanges){r=n.includedRanges.length,s=m._calloc(r,ln);let l=s;for(let c=0;c<r;c++)sf(l,n.includedRanges[c]),l+=ln}let a=m._ts_parser_parse_wasm(this[0],this[1],e?e[0]:0,s,r);if(!a)return m.currentParseCallback=null,m.currentLogCallback=null,m.currentProgressCallback=null,null;if(!this.language)throw new Error("Parser must have a language to parse");let o=new av(Be,a,this.language,m.currentParseCallback);return m.currentParseCallback=null,m.currentLogCallback=null,m.currentProgressCallback=null,o}reset(){m._ts_parser_reset(this[0])}getIncludedRanges(){m._ts_parser_included_ranges_wasm(this[0]);let t=m.getValue(M,"i32"),e=m.getValue(M+L,"i32"),n=new Array(t);if(t>0){let r=e;for(let s=0;s<t;s++)n[s]=Ur(r),r+=ln;m._free(e)}return n}setLogger(t){if(!t)this.logCallback=null;else{if(typeof t!="function")throw new Error("Logger callback must be a function");this.logCallback=t}return this}getLogger(){return this.logCallback}},dv=1,fv=2,mv=/[\w-]+/g,OE={Zero:0,ZeroOrOne:1,ZeroOrMore:2,One:3,OneOrMore:4},ef=g(t=>t.type==="capture","isCaptureStep"),Da=g(t=>t.type==="string","isStringStep"),ue={Syntax:1,NodeName:2,FieldName:3,CaptureName:4,PatternStructure:5},an=class ff extends Error{constructor(e,n,r,s){super(ff.formatMessage(e,n)),this.kind=e,this.info=n,this.index=r,this.length=s,this.name="QueryError"}kind;info;index;length;static{g(this,"QueryError")}static formatMessage(e,n){switch(e){case ue.NodeName:return`Bad node name '${n.word}'`;case ue.FieldName:return`Bad field name '${n.word}'`;case ue.CaptureName:return`Bad capture name @${n.word}`;case ue.PatternStructure:return`Bad pattern structure at offset ${n.suffix}`;case ue.Syntax:return`Bad syntax at offset ${n.suffix}`}}};function mf(t,e,n,r){if(t.length!==3)throw new Error(`Wrong number of arguments to \`#${n}\` predicate. Expected 2, got ${t.length-1}`);if(!ef(t[1]))throw new Error(`First argument of \`#${n}\` predicate must be a capture. Got "${t[1].value}"`);let s=n==="eq?"||n==="any-eq?",a=!n.startsWith("any-");if(ef(t[2])){let o=t[1].name,l=t[2].name;r[e].push(c=>{let u=[],f=[];for(let h of c)h.name===o&&u.push(h.node),h.name===l&&f.push(h.node);let d=g((h,y,k)=>k?h.text===y.text:h.text!==y.text,"compare");return a?u.every(h=>f.some(y=>d(h,y,s))):u.some(h=>f.some(y=>d(h,y,s)))})}else{let o=t[1].name,l=t[2].value,c=g(f=>f.text===l,"matches"),u=g(f=>f.text!==l,"doesNotMatch");r[e].push(f=>{let d=[];for(let y of f)y.name===o&&d.push(y.node);let h=s?c:u;return a?d.every(h):d.some(h)})}}g(mf,"parseAnyPredicate");function hf(t,e,n,r){if(t.length!==3)throw new Error(`Wrong number of arguments to \`#${n}\` predicate. Expected 2, got ${t.length-1}.`);if(t[1].type!=="capture")throw new Error(`First argument of \`#${n}\` predicate must be a capture. Got "${t[1].value}".`);if(t[2].type!=="string")throw new Error(`Second argument of \`#${n}\` predicate must be a string. Got @${t[2].name}.`);let s=n==="match?"||n==="any-match?",a=!n.startsWith("any-"),o=t[1].name,l=new RegExp(t[2].value);r[e].push(c=>{let u=[];for(let d of c)d.name===o&&u.push(d.node.text);let f=g((d,h)=>h?l.test(d):!l.test(d),"test");return u.length===0?!s:a?u.every(d=>f(d,s)):u.some(d=>f(d,s))})}g(hf,"parseMatchPredicate");function pf(t,e,n,r){if(t.length<2)throw new Error(`Wrong number of arguments to \`#${n}\` predicate. Expected at least 1. Got ${t.length-1}.`);if(t[1].type!=="capture")throw new Error(`First argument of \`#${n}\` predicate must be a capture. Got "${t[1].value}".`);let s=n==="any-of?",a=t[1].name,o=t.slice(2);if(!o.every(Da))throw new Error(`Arguments to \`#${n}\` predicate must be strings.".`);let l=o.map(c=>c.value);r[e].push(c=>{let u=[];for(let f of c)f.name===a&&u.push(f.node.text);return u.length===0?!s:u.every(f=>l.includes(f))===s})}g(pf,"parseAnyOfPredicate");function _f(t,e,n,r,s){if(t.length<2||t.length>3)throw new Error(`Wrong number of arguments to \`#${n}\` predicate. Expected 1 or 2. Got ${t.length-1}.`);if(!t.every(Da))throw new Error(`Arguments to \`#${n}\` predicate must be strings.".`);let a=n==="is?"?r:s;a[e]||(a[e]={}),a[e][t[1].value]=t[2]?.value??null}g(_f,"parseIsPredicate");function gf(t,e,n){if(t.length<2||t.length>3)throw new Error(`Wrong number of arguments to \`#set!\` predicate. Expected 1 or 2. Got ${t.length-1}.`);if(!t.every(Da))throw new Error('Arguments to `#set!` predicate must be strings.".');n[e]||(n[e]={}),n[e][t[1].value]=t[2]?.value??null}g(gf,"parseSetDirective");function yf(t,e,n,r,s,a,o,l,c,u,f){if(e===dv){let d=r[n];a.push({type:"capture",name:d})}else if(e===fv)a.push({type:"string",value:s[n]});else if(a.length>0){if(a[0].type!=="string")throw new Error("Predicates must begin with a literal value");let d=a[0].value;switch(d){case"any-not-eq?":case"not-eq?":case"any-eq?":case"eq?":mf(a,t,d,o);break;case"any-not-match?":case"not-match?":case"any-match?":case"match?":hf(a,t,d,o);break;case"not-any-of?":case"any-of?":pf(a,t,d,o);break;case"is?":case"is-not?":_f(a,t,d,u,f);break;case"set!":gf(a,t,c);break;default:l[t].push({operator:d,operands:a.slice(1)})}a.length=0}}g(yf,"parsePattern");var tf=yt(t=>{m._ts_query_delete(t)}),RE=class{static{g(this,"Query")}0=0;exceededMatchLimit;textPredicates;captureNames;captureQuantifiers;predicates;setProperties;assertedProperties;refutedProperties;matchLimit;constructor(t,e){let n=m.lengthBytesUTF8(e),r=m._malloc(n+1);m.stringToUTF8(e,r,n+1);let s=m._ts_query_new(t[0],r,n,M,M+L);if(!s){let _=m.getValue(M+L,"i32"),w=m.getValue(M,"i32"),b=m.UTF8ToString(r,w).length,v=e.slice(b,b+100).split(`
`)[0],S=v.match(mv)?.[0]??"";switch(m._free(r),_){case ue.Syntax:throw new an(ue.Syntax,{suffix:`${b}: '${v}'...`},b,0);case ue.NodeName:throw new an(_,{word:S},b,S.length);case ue.FieldName:throw new an(_,{word:S},b,S.length);case ue.CaptureName:throw new an(_,{word:S},b,S.length);case ue.PatternStructure:throw new an(_,{suffix:`${b}: '${v}'...`},b,0)}}let a=m._ts_query_string_count(s),o=m._ts_query_capture_count(s),l=m._ts_query_pattern_count(s),c=new Array(o),u=new Array(l),f=new Array(a);for(let _=0;_<o;_++){let w=m._ts_query_capture_name_for_id(s,_,M),b=m.getValue(M,"i32");c[_]=m.UTF8ToString(w,b)}for(let _=0;_<l;_++){let w=new Array(o);for(let b=0;b<o;b++){let v=m._ts_query_capture_quantifier_for_id(s,_,b);w[b]=v}u[_]=w}for(let _=0;_<a;_++){let w=m._ts_query_string_value_for_id(s,_,M),b=m.getValue(M,"i32");f[_]=m.UTF8ToString(w,b)}let d=new Array(l),h=new Array(l),y=new Array(l),k=new Array(l),p=new Array(l);for(let _=0;_<l;_++){let w=m._ts_query_predicates_for_pattern(s,_,M),b=m.getValue(M,"i32");k[_]=[],p[_]=[];let v=new Array,S=w;for(let P=0;P<b;P++){let T=m.getValue(S,"i32");S+=L;let N=m.getValue(S,"i32");S+=L,yf(_,T,N,c,f,v,p,k,d,h,y)}Object.freeze(p[_]),Object.freeze(k[_]),Object.freeze(d[_]),Object.freeze(h[_]),Object.freeze(y[_])}m._free(r),this[0]=s,this.captureNames=c,this.captureQuantifiers=u,this.textPredicates=p,this.predicates=k,this.setProperties=d,this.assertedProperties=h,this.refutedProperties=y,this.exceededMatchLimit=!1,tf?.register(this,s,this)}delete(){tf?.unregister(this),m._ts_query_delete(this[0]),this[0]=0}matches(t,e={}){let n=e.startPosition??Q,r=e.endPosition??Q,s=e.startIndex??0,a=e.endIndex??0,o=e.startContainingPosition??Q,l=e.endContainingPosition??Q,c=e.startContainingIndex??0,u=e.endContainingIndex??0,f=e.matchLimit??4294967295,d=e.maxStartDepth??4294967295,h=e.progressCallback;if(typeof f!="number")throw new Error("Arguments must be numbers");if(this.matchLimit=f,a!==0&&s>a)throw new Error("`startIndex` cannot be greater than `endIndex`");if(r!==Q&&(n.row>r.row||n.row===r.row&&n.column>r.column))throw new Error("`startPosition` cannot be greater than `endPosition`");if(u!==0&&c>u)throw new Error("`startContainingIndex` cannot be greater than `endContainingIndex`");if(l!==Q&&(o.row>l.row||o.row===l.row&&o.column>l.column))throw new Error("`startContainingPosition` cannot be greater than `endContainingPosition`");h&&(m.currentQueryProgressCallback=h),x(t),m._ts_query_matches_wasm(this[0],t.tree[0],n.row,n.column,r.row,r.column,s,a,o.row,o.column,l.row,l.column,c,u,f,d);let y=m.getValue(M,"i32"),k=m.getValue(M+L,"i32"),p=m.getValue(M+2*L,"i32"),_=new Array(y);this.exceededMatchLimit=!!p;let w=0,b=k;for(let v=0;v<y;v++){let S=m.getValue(b,"i32");b+=L;let P=m.getValue(b,"i32");b+=L;let T=new Array(P);if(b=Ra(this,t.tree,b,S,T),this.textPredicates[S].every(N=>N(T))){_[w]={patternIndex:S,captures:T};let N=this.setProperties[S];_[w].setProperties=N;let E=this.assertedProperties[S];_[w].assertedProperties=E;let R=this.refutedProperties[S];_[w].refutedProperties=R,w++}}return _.length=w,m._free(k),m.currentQueryProgressCallback=null,_}captures(t,e={}){let n=e.startPosition??Q,r=e.endPosition??Q,s=e.startIndex??0,a=e.endIndex??0,o=e.startContainingPosition??Q,l=e.endContainingPosition??Q,c=e.startContainingIndex??0,u=e.endContainingIndex??0,f=e.matchLimit??4294967295,d=e.maxStartDepth??4294967295,h=e.progressCallback;if(typeof f!="number")throw new Error("Arguments must be numbers");if(this.matchLimit=f,a!==0&&s>a)throw new Error("`startIndex` cannot be greater than `endIndex`");if(r!==Q&&(n.row>r.row||n.row===r.row&&n.column>r.column))throw new Error("`startPosition` cannot be greater than `endPosition`");if(u!==0&&c>u)throw new Error("`startContainingIndex` cannot be greater than `endContainingIndex`");if(l!==Q&&(o.row>l.row||o.row===l.row&&o.column>l.column))throw new Error("`startContainingPosition` cannot be greater than `endContainingPosition`");h&&(m.currentQueryProgressCallback=h),x(t),m._ts_query_captures_wasm(this[0],t.tree[0],n.row,n.column,r.row,r.column,s,a,o.row,o.column,l.row,l.column,c,u,f,d);let y=m.getValue(M,"i32"),k=m.getValue(M+L,"i32"),p=m.getValue(M+2*L,"i32"),_=new Array;this.exceededMatchLimit=!!p;let w=new Array,b=k;for(let v=0;v<y;v++){let S=m.getValue(b,"i32");b+=L;let P=m.getValue(b,"i32");b+=L;let T=m.getValue(b,"i32");if(b+=L,w.length=P,b=Ra(this,t.tree,b,S,w),this.textPredicates[S].every(N=>N(w))){let N=w[T],E=this.setProperties[S];N.setProperties=E;let R=this.assertedProperties[S];N.assertedProperties=R;let H=this.refutedProperties[S];N.refutedProperties=H,_.push(N)}}return m._free(k),m.currentQueryProgressCallback=null,_}predicatesForPattern(t){return this.predicates[t]}disableCapture(t){let e=m.lengthBytesUTF8(t),n=m._malloc(e+1);m.stringToUTF8(t,n,e+1),m._ts_query_disable_capture(this[0],n,e),m._free(n)}disablePattern(t){if(t>=this.predicates.length)throw new Error(`Pattern index is ${t} but the pattern count is ${this.predicates.length}`);m._ts_query_disable_pattern(this[0],t)}didExceedMatchLimit(){return this.exceededMatchLimit}startIndexForPattern(t){if(t>=this.predicates.length)throw new Error(`Pattern index is ${t} but the pattern count is ${this.predicates.length}`);return m._ts_query_start_byte_for_pattern(this[0],t)}endIndexForPattern(t){if(t>=this.predicates.length)throw new Error(`Pattern index is ${t} but the pattern count is ${this.predicates.length}`);return m._ts_query_end_byte_for_pattern(this[0],t)}patternCount(){return m._ts_query_pattern_count(this[0])}captureIndexForName(t){return this.captureNames.indexOf(t)}isPatternRooted(t){return m._ts_query_is_pattern_rooted(this[0],t)===1}isPatternNonLocal(t){return m._ts_query_is_pattern_non_local(this[0],t)===1}isPatternGuaranteedAtStep(t){return m._ts_query_is_pattern_guaranteed_at_step(this[0],t)===1}};async function kf(t="auto"){if(t==="wasm")return bf("asked for");try{return yv()}catch(e){return bf(e instanceof Error?wv(e.message):String(e))}}var gv=16*1024,ja=pv(import.meta.url);function yv(){let t=ja("tree-sitter"),e=new t;return e.setLanguage(ja("tree-sitter-java")),{parserKind:{kind:"native"},parse(n,r){let s=e.parse(Sf(n));if(s===void 0)throw new Error("tree-sitter gave no tree");return r(s.rootNode)}}}async function bf(t){let e=await wf(vf("web-tree-sitter","web-tree-sitter.wasm")),n=await wf(vf("tree-sitter-java","tree-sitter-java.wasm"));await Ba.init({wasmBinary:e});let r=new Ba;return r.setLanguage(await qa.load(n)),{parserKind:{kind:"wasm",reason:t},parse(s,a){let o=r.parse(Sf(s));if(o===null)throw new Error("web-tree-sitter gave no tree");try{return a(o.rootNode)}finally{o.delete()}}}}function Sf(t){return e=>e<t.length?t.slice(e,e+gv):void 0}function vf(t,e){let n=_v(new URL(e,import.meta.url));return hv(n)?n:ja.resolve(`${t}/${e}`)}function wv(t){return t.split(`
`,1)[0]??t}function Ae(t){let e=[],n=0;for(;n<t.length;){let r=Av(t,n),s=Cv(r,t,n);e.push(s===n+1?vv(r,t,n):Ef(r,t.slice(n,s))),n=s}return e}var bv=new Set("abstract assert boolean break byte case catch char class const continue default do double else enum extends false final finally float for goto if implements import instanceof int interface long native new null package private protected public return short static strictfp super switch synchronized this throw throws transient true try void volatile while".split(" "));function Ef(t,e){return{kind:t==="identifier"&&bv.has(e)?"keyword":t,text:e}}var Tf=new Array(128);function vv(t,e,n){let r=e.charCodeAt(n),s=Tf[r];if(s!==void 0)return s;let a=Object.freeze(Ef(t,e.charAt(n)));return r<128&&(Tf[r]=a),a}var kv=39,Cf=34,Pf=42,Sv=46,Af=47,wt=92,Mf=10,Lf=13,Wr=Array.from({length:128},(t,e)=>{let n=String.fromCharCode(e);return/[\w$]/.test(n)?/\d/.test(n)?"number":"identifier":/\s/.test(n)?"space":e===kv||e===Cf?"string":"operator"}),Tv=Wr.map(t=>t==="identifier"||t==="number");function Av(t,e){let n=t.charCodeAt(e),r=Wr[n];if(r===void 0)return Ev(t,e);if(r!=="operator")return r;let s=t.charCodeAt(e+1);return n===Af&&(s===Af||s===Pf)?"comment":n===Sv&&Wr[s]==="number"?"number":n===wt&&Pa(t,e)>e?"identifier":"operator"}function Ev(t,e){return t.charAt(e)==="\uFEFF"?"space":Hr(If,t,e)>e?"identifier":"operator"}function Cv(t,e,n){switch(t){case"identifier":case"keyword":return Pv(e,n);case"space":return Mv(e,n);case"operator":return Nv(e,n);case"number":return Hr(xv,e,n);case"string":return Ov(e,n);case"comment":return Fv(e,n)}}var If=/[\p{ID_Continue}\p{Sc}\p{Pc}]+/uy;function Pv(t,e){let n=e;for(;;){let r=t.charCodeAt(n);if(Tv[r])n+=1;else if(r===wt||r>=128){let s=r===wt?Pa(t,n):Hr(If,t,n);if(s===n)return n;n=s}else return n}}function Mv(t,e){let n=e+1;for(;Wr[t.charCodeAt(n)]==="space";)n+=1;return n}var Lv=Array.from({length:128},(t,e)=>"=<&|+->:.".includes(String.fromCharCode(e))),Iv=/>=|<<?=?|->|--|\+\+|&&|\|\||::|\.\.\.|[-+*/%&|^!=]=|\\u+[\da-fA-F]{4}|./suy;function Nv(t,e){let n=t.charCodeAt(e);return n<128&&n!==wt&&!Lv[t.charCodeAt(e+1)]?e+1:Hr(Iv,t,e)}var xv=/(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][-+]?[\d_]*)?|0[bB][01_]+|(?:\d[\d_]*)?(?:\.[\d_]*)?(?:[eE][-+]?\d[\d_]*)?)[lLfFdD]?/y;function Ov(t,e){if(t.startsWith('"""',e))return Rv(t,e);let n=t.charCodeAt(e);for(let r=e+1;r<t.length;r+=1){let s=t.charCodeAt(r);if(s===n)return r+1;if(s===Mf||s===Lf)return r;s===wt&&!Nf(t.charCodeAt(r+1))&&(r+=1)}return t.length}function Rv(t,e){for(let n=e+3;n<t.length;n+=1){let r=t.charCodeAt(n);if(r===wt)n+=1;else if(r===Cf&&t.startsWith('"""',n))return n+3}return t.length}function Fv(t,e){if(t.charCodeAt(e+1)===Pf){let r=t.indexOf("*/",e+2);return r<0?t.length:r+2}let n=e+2;for(;n<t.length&&!Nf(t.charCodeAt(n));)n+=1;return n}function Nf(t){return t===Mf||t===Lf}function Hr(t,e,n){return t.lastIndex=n,t.test(e)?t.lastIndex:n}function Of(t){let e=new $a(t),n=e.isModule?xf:[...xf,Hv];for(let r=0;r<e.length;r+=1)for(let s of n)s(e,r);return e.toString()}var $a=class{#t;#e;constructor(e){this.#t=e.map(qv),this.#e=e.flatMap(({kind:n},r)=>n==="space"||n==="comment"?[]:[r])}get length(){return this.#e.length}get isModule(){let e=this.#e.findIndex((n,r)=>this.at(r)==="module"&&this.isWord(r+1));return e>=0&&this.at(this.nameEnd(e+1))==="{"}at(e){return this.#t[this.#e[e]??-1]??""}isWord(e){return/^[\p{ID_Start}_$]/u.test(this.at(e))}nameEnd(e){let n=e+1;for(;this.at(n)==="."&&this.isWord(n+1);)n+=2;return n}annotationEnd(e){let n=this.nameEnd(e+1);return this.at(n)==="("?this.closed(n,"(",")"):n}closed(e,n,r){let s=0;for(let a=e;a<this.length;a+=1)if(this.at(a)===n&&(s+=1),this.at(a)===r&&(s-=1),s===0)return a+1;return this.length}write(e,n){let r=this.#e[e];r!==void 0&&(this.#t[r]=n)}blank(e,n){for(let r=e;r<n;r+=1)this.write(r," ".repeat(this.at(r).length))}toString(){return this.#t.join("")}};function qv({kind:t,text:e}){switch(t){case"identifier":return e.replace(/\\|[^\P{Sc}$]/gu,n=>"$".repeat(n.length));case"number":return e.replace(/_/g,"0");default:return e===""?" ":e}}var xf=[Bv,Dv,jv,$v,Wv];function Bv(t,e){t.at(e)==="import"&&t.at(e+1)==="module"&&t.isWord(e+2)&&t.blank(e+1,e+2)}function Dv(t,e){let n=t.at(e);(n==="this"||n==="super")&&t.at(e+1)==="("&&t.at(e-1)!==">"&&t.write(e,`$${n.slice(1)}`)}function jv(t,e){let n=e;for(;t.at(n)==="@"&&t.isWord(n+1);)n=t.annotationEnd(n);n>e&&t.at(n)==="..."&&t.blank(e,n)}function $v(t,e){if(t.at(e)!=="case")return;let n=0,r=-1,s=e+1;for(;s<t.length;s+=1){let a=t.at(s);if(Uv.has(a)||a==="when"&&s>e+1&&t.at(s-1)!==",")break;(a==="("||a==="<")&&(n+=1),(a===")"||a===">")&&(n-=1),a===","&&n===0&&r<0&&(r=s)}r>=0&&t.blank(r,s),Rf(t,e+1,r>=0?r:s)}var Uv=new Set(["->",":",";","{","}"]);function Wv(t,e){if(t.at(e)!=="instanceof")return;let n=e+1;for(;t.at(n)==="final"||t.at(n)==="@";)n=t.at(n)==="@"?t.annotationEnd(n):n+1;n=t.nameEnd(n),t.at(n)==="<"&&(n=t.closed(n,"<",">")),t.at(n)==="("&&Rf(t,e+1,t.closed(n,"(",")"))}function Rf(t,e,n){for(let r=e;r<n;r+=1){let s=t.at(r);s==="."&&t.isWord(r-1)&&t.isWord(r+1)&&t.write(r,"$"),s==="final"&&t.blank(r,r+1),s==="@"&&t.blank(r,t.annotationEnd(r))}}function Hv(t,e){let n=t.at(e);switch(n){case"record":if(t.isWord(e+1)&&/^[(<]$/.test(t.at(e+2)))return;break;case"sealed":if(t.isWord(e+1)||t.at(e+1)==="@")return;break;case"open":case"module":case"with":break;default:return}t.write(e,`$${n.slice(1)}`)}function Ee(t){return Vv.test(t)?t:Va(Ha($e(Ae(t))))}var Vv=/^[\w.$<>[\]]*$/;function Ua(t){return Df(Ha($e(Ae(t)).slice(1,-1))).flatMap(e=>{let n=e.filter(o=>o.text!=="final"),r=n.findLastIndex(o=>o.kind==="identifier"||o.text==="this"),s=n[r];if(s===void 0||s.text==="this")return[];let a=[...n.slice(0,r),...n.slice(r+1)];return[{type:Va(a),name:s.text}]})}function Wa(t){return Df(Ha($e(Ae(t)).slice(1))).map(Va)}function qf(t){if(Kv.test(t))return t.split(" ");let e=[],n=Ae(t);for(let r=Qe(n,0);r<n.length;){let s=Gv(n,r);e.push(Yv(n.slice(r,s))),r=Qe(n,s)}return e}var Kv=/^@?\w+(?: @?\w+)*$/;function Gv(t,e){switch(t[e]?.text){case"@":return Bf(t,e);case"non":return e+3;default:return e+1}}function Ha(t){if(!t.some(r=>r.text==="@"))return t;let e=[],n=0;for(let[r,s]of t.entries())r<n||(n=s.text==="@"?Bf(t,r):r+1,s.text!=="@"&&e.push(s));return e}function Bf(t,e){let n=Qe(t,e+1)+1;for(let s=Qe(t,n);t[s]?.text===".";s=Qe(t,n))n=Qe(t,s+1)+1;let r=Qe(t,n);return t[r]?.text==="("?Jv(t,r):n}function Qe(t,e){let n=e;for(;t[n]?.kind==="space"||t[n]?.kind==="comment";)n+=1;return n}function Jv(t,e){let n=0;for(let r=e;r<t.length;r+=1)if(t[r]?.text==="("&&(n+=1),t[r]?.text===")"&&(n-=1),n===0)return r+1;return t.length}function Df(t){if(t.length===0)return[];let e=[],n=[],r=0;for(let s of t)s.text==="<"&&(r+=1),s.text===">"&&(r-=1),s.text===","&&r===0?(e.push(n),n=[]):n.push(s);return e.push(n),e}function Va(t){let e="",n;for(let r of t)n!==void 0&&zv(n,r)&&(e+=" "),e+=r.text,n=r;return e}function zv(t,e){return t.text===","||t.text==="&"||e.text==="&"?!0:(Ff(t)||t.text==="?")&&Ff(e)}function Ff(t){return t.kind==="identifier"||t.kind==="keyword"}function Yv(t){return t.map(e=>e.text).join("")}function jf(t,e){let n,r,s,a=[],o="",l=[];for(let c of t.namedChildren)switch(c.type){case"modifiers":case"annotation":case"marker_annotation":l.push(...qf(te(c,e)));break;case"identifier":n=c;break;case"formal_parameters":s=te(c,e);break;case"dimensions":o+=Ee(te(c,e));break;case"throws":a=Wa(te(c,e));break;case"block":case"constructor_body":r=c;break;case"type_parameters":case"line_comment":case"block_comment":break;default:o=Ee(te(c,e))}if(!(n===void 0||r===void 0))return{modifiers:l,returnType:o,name:n,parameters:s,throws:a,body:r}}function $f(t,e){let n="",r,s,a=[];for(let l of t.namedChildren)switch(l.type){case"identifier":n=te(l,e);break;case"formal_parameters":r=te(l,e);break;case"superclass":case"super_interfaces":case"extends_interfaces":a.push(...Wa(te(l,e)));break;case"class_body":case"interface_body":case"enum_body":case"annotation_type_body":s=l}let o=Uf[t.type];return s===void 0||o===void 0?void 0:{name:n,kind:o,supertypes:a,components:r,body:s}}var Uf={class_declaration:"class",record_declaration:"record",interface_declaration:"interface",enum_declaration:"enum",annotation_type_declaration:"annotation"},Ka=Object.keys(Uf);function Wf(t,e){let n=[],r;for(let s of t.namedChildren)if(!(s.type==="modifiers"||Vr(s)))if(s.type==="variable_declarator"){let a=Ee(te(s.childForFieldName("dimensions"),e)),o=te(s.childForFieldName("name"),e);n.push({type:(r??"")+a,name:o,node:s})}else r??=Ee(te(s,e));return n}function Vr(t){return t.type==="line_comment"||t.type==="block_comment"}function te(t,e){return t==null?"":e.slice(t.startIndex,t.endIndex)}function Hf(t,e){let n=new Ga(e,t.hasError);n.readFile(t);let{packageName:r,imports:s,types:a,units:o}=n;return{packageName:r,imports:s,types:a,units:o}}var Ga=class{packageName="";imports=[];types=[];units=[];#t=new Map;#e;#n;constructor(e,n){this.#e=e,this.#n=n}readFile(e){let n={typeName:"",depth:-1,components:void 0,anonymous:new Map,fields:[]};this.#r(e,n)}#r(e,n){let r="",s;for(let a of e.namedChildren){if(Vr(a)){let o=this.#l(a);o.startsWith("/**")&&o!=="/**/"&&(r=o);continue}this.#s(s)||this.#i(a,n,r),r="",s=a}}#s(e){return e?.isError===!0&&!/[;{}]$/.test(this.#l(e))}#i(e,n,r){switch(e.type){case"package_declaration":this.packageName=Ee(this.#l(e.namedChildren.findLast(s=>!Vr(s))));break;case"import_declaration":this.imports.push(Ee(this.#l(e).replace(/^import\s+(?:static\s+)?|\s*;$/g,"")));break;case"method_declaration":this.#f(e,n,"method",r);break;case"constructor_declaration":this.#f(e,n,"constructor",r);break;case"compact_constructor_declaration":this.#f(e,n,"compact-constructor",r);break;case"field_declaration":case"constant_declaration":case"local_variable_declaration":this.#u(e,n);break;case"enum_constant":this.#c(e,n);break;case"enum_body_declarations":this.#r(e,n);break;case"static_initializer":this.#d(e,"static",n);break;case"block":this.#d(e,"init",n);break;default:Ka.includes(e.type)&&this.#a(e,n,"member")}}#a(e,n,r){let s=$f(e,this.#e.text);if(s===void 0)return;let{kind:a,supertypes:o,components:l,body:c}=s,u=this.#h(c),f=r==="local"||u===n.depth+1,d={name:Kr(n,s.name),kind:a,supertypes:o};this.#o(c,d,f?u:Number.NaN,l)}#o(e,n,r,s){let a=s===void 0?[]:Ua(s);this.types.push({...n,fields:a}),r<Qv&&this.#r(e,{typeName:n.name,depth:r,components:s,anonymous:new Map,fields:a})}#u(e,n){for(let{type:r,name:s,node:a}of Wf(e,this.#e.text))n.fields.push({type:r,name:s}),this.#d(a,s,n)}#c(e,n){let r=this.#l(e.childForFieldName("name")),s=n.typeName.slice(n.typeName.lastIndexOf(".")+1);if(n.fields.push({type:s,name:r}),e.hasError)return;let a=e.childForFieldName("arguments");a!==null&&this.#d(a,r,n);let o=e.childForFieldName("body");o!==null&&this.#o(o,{name:Kr(n,r),kind:"anonymous",supertypes:[s]},n.depth+1)}#d(e,n,r){if(e.hasError||!this.#m(r)||!this.#l(e).includes("{"))return;let s=e.startIndex;for(let a of e.descendantsOfType(Xv))a.startIndex<s||(s=a.endIndex,a.type==="class_body"?this.#p(a,n,r):this.#a(a,r,"local"))}#p(e,n,r){let s=(r.anonymous.get(n)??0)+1;r.anonymous.set(n,s);let a=Ee(this.#l(e.parent?.childForFieldName("type"))),o=Kr(r,`${n}$${s}`);this.#o(e,{name:o,kind:"anonymous",supertypes:[a]},this.#h(e))}#f(e,n,r,s){if(e.hasError||!this.#m(n))return;let a=jf(e,this.#e.text);if(a===void 0||!this.#_(a.body,n))return;let o=r==="method"?this.#l(a.name):yn,l=Ua((r==="compact-constructor"?n.components:a.parameters)??"()"),c=`${o}(${l.map(u=>u.type).join(",")})`;this.units.push({id:this.#g(`${this.#e.path}#${Kr(n,c)}`),path:this.#e.path,typeName:n.typeName,kind:r,name:o,parameters:l,returnType:a.returnType,modifiers:a.modifiers,throws:a.throws,javadoc:s,declaration:{start:e.startIndex,end:e.endIndex},body:{start:a.body.startIndex,end:a.body.endIndex},line:this.#e.lineAt(a.name.startIndex)})}#m(e){return!this.#n||e.typeName!==""}#_(e,n){let r=this.#e.braces.get(e.startIndex);return r===void 0||r.end!==e.endIndex||r.depth!==n.depth+1?!1:e.endIndex<=this.#e.trustedUntil}#h(e){return this.#e.braces.get(e.startIndex)?.depth??Number.NaN}#g(e){let n=(this.#t.get(e)??0)+1;return this.#t.set(e,n),n===1?e:`${e}~${n}`}#l(e){return te(e,this.#e.text)}},Qv=200,Xv=["class_body",...Ka];function Kr(t,e){return t.typeName===""?e:`${t.typeName}.${e}`}async function Kf(t={}){let e=await kf(t.parser);return{name:"java",extensions:[".java"],parserKind:e.parserKind,parse:(n,r)=>Zv(e,n,r),tokenize:Ae,isBody:n=>t0(e,n)}}function Zv(t,e,n){let r=Ae(n),s=La(r),a=r0(n),o=s[0]??Number.POSITIVE_INFINITY,l={path:e,text:n,braces:Ea(r),trustedUntil:o,lineAt:a};return Gf(t,n,r,c=>({path:e,text:n,...Hf(c,l),errorLines:n0([...e0(c),...s].sort((u,f)=>u-f).map(a))}))}function Gf(t,e,n,r){let[s,a]=t.parse(Vf(e),o=>o.hasError?[!1]:[!0,r(o)]);return s?a:t.parse(Vf(Of(n)),r)}function Vf(t){return t.includes("\r")?t.replace(/\r(?!\n)/g,`
`):t}function e0(t){let e=[],n=[t];for(let r=n.pop();r!==void 0;r=n.pop())if(r.isError||r.isMissing)e.push(r.startIndex);else if(r.hasError)for(let s of r.children)n.push(s);return e}function t0(t,e){return["class A { void a() ","class A { A() "].some(n=>{let r=`${n}${e} }`,s=Ae(r);return Ea(s).get(n.length)?.end!==n.length+e.length||La(s).length>0?!1:Gf(t,r,s,a=>!a.hasError&&a.namedChildren.length===1)})}function n0(t){return[...new Set(t)]}function r0(t){let e=[];for(let n=t.indexOf(`
`);n>=0;n=t.indexOf(`
`,n+1))e.push(n);return n=>{let r=0,s=e.length;for(;r<s;){let a=r+s>>1;(e[a]??n)<n?r=a+1:s=a}return r+1}}async function Jf(t={}){let e=[await Kf(t.java)],n=new Map;for(let r of e)for(let s of r.extensions)n.set(s,r);return{languages:e,forPath:r=>n.get(s0(r).toLowerCase())}}var Yf=Jr(Xa(),1);import{dirname as i0,resolve as zf}from"node:path";function a0(t,e,n){let r=[],s=null;return{async open(a,o,l){let{secrets:c}=e,u=a===void 0&&dn(o)?await l0(o,t):null,f=await o0(u?.reference??a,t),d={secrets:c,warn:n,folder:f.folder},h;if(m0(f.entry)){let{openAnswerCache:y,openLanguageModel:k}=await import("./part-C5WURARC.js");t.useCache&&(s??=y(e.answersFolder,{warn:n})),h=await k(f.entry,d,t.budget,{repository:o,languages:l,cache:s})}else h=await h0(f.entry?.path,d,t,{repository:o,languages:l});return h!==null&&r.push(h),h!==null&&u!==null&&c0(u,h,n),h},async names(){return t.modelsFile===null?[void 0]:[...(await Ja(t.modelsFile)).keys()]},async close(){for(let{model:a}of r)await a.close?.();await s?.close()}}}async function o0(t,{modelsFile:e,baseUrl:n,areSeveral:r=!1}){let s=process.cwd(),a=e===null?null:{path:e,entries:await Ja(e)},o=t??(a===null?void 0:u0(a.path,a.entries)),l=o===void 0?void 0:a?.entries.get(o);if(!r&&n!==null&&(l!==void 0||o?.startsWith("openai:")!==!0))throw new I("bad-setting","--base-url is for --model openai:NAME","Leave it out, or name such a model.");if(l!==void 0&&a!==null)return{entry:l,folder:i0(zf(a.path))};if(o===void 0||o==="embedded")return{entry:null,folder:s};let[,c="",u=""]=/^([a-z]+):(.*)$/s.exec(o)??[];return c===""||!un(c)?{entry:{provider:"embedded",path:d0(o,a)},folder:s}:{entry:xr(c,f0(c,u,n),`--model ${o}`),folder:s}}async function l0(t,{modelsFile:e}){let n=ya(t),r=await n.champion();if(r===null)return null;let s=n.pathOf(r);if(e!==null)return s===null&&(await Ja(e)).has(r.name)?{...r,reference:r.name}:null;if(s!==null)return{...r,reference:s};throw new I("bad-setting",`the champion of this clone, ${JSON.stringify(r.name)}, is a model of your own file of models`,"Name that file with --models, or choose another model with --model.")}function c0(t,{model:e},n){if(e.card.fingerprint!==t.fingerprint){if(t.copy===null){n(`${t.name} is set otherwise in --models than when it was promoted`);return}throw new I("bad-model-file",`the copy of the champion, ${t.reference}, is another model than the one that was promoted`,"Return to the one before with `palimpsest promote --rollback`, or choose a model with --model.")}}async function Ja(t){return ha(await vn(t),t)}function u0(t,e){if(e.size===1)return[...e.keys()][0];throw new I("bad-setting",`${t} names ${e.size} models`,`Choose one with --model: ${[...e.keys()].join(", ")}.`)}function d0(t,e){if(e===null||/[/\\]|\.palimpsest$/.test(t))return t;let n=[...e.entries.keys()];throw new I("bad-setting",`${e.path} names no model ${JSON.stringify(t)}`,`Did you mean ${JSON.stringify((0,Yf.closest)(t,n))}? It names ${n.join(", ")}.`)}function f0(t,e,n){switch(t){case"openai":if(n!==null)return{model:e,"base-url":n};throw new I("bad-setting",`--model openai:${e} does not say where the server is`,"Add --base-url, such as http://127.0.0.1:8000/v1.");case"gguf":case"embedded":return{path:e};case"command":return{command:e};default:return t}}function m0(t){return t!==null&&t.provider!=="embedded"}function h0(t,{folder:e},{budget:n,areSeveral:r=!1},s){if(!r&&Object.values(n).some(a=>a!==null))throw new I("bad-setting","the embedded model costs nothing: there is no budget to keep","Leave out --max-methods, --max-tokens and --max-cost; for a part of the methods there is evaluate --sample.");return Il(t===void 0?null:zf(e,t),s.repository,s.languages)}var Qf={"Anagrams.java":`import java.util.Arrays;

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
`};var p0=/^\/\/ trial of (\w+)\n/m,za=Object.entries(Qf).map(([t,e])=>_0(t,e));function _0(t,e){let[n="",r="",s=""]=e.split(p0);return{name:t.replace(/\.java$/,""),path:t,text:`${n.trimEnd()}
`,method:r,trial:s}}import{randomUUID as v0}from"node:crypto";import{mkdir as k0,mkdtemp as S0,rm as T0,writeFile as A0}from"node:fs/promises";import{availableParallelism as E0,tmpdir as em}from"node:os";import{join as Ya}from"node:path";var Xf=`import java.util.Objects;

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
`,Zf=`final class Start {
    public static void main(String[] arguments) {
        Trial.run();
        System.out.println(arguments[0]);
    }
}
`;import{spawn as g0}from"node:child_process";var y0=1e6,w0=4096;async function Gr([t="",...e],n){let{folder:r,timeoutMs:s,signal:a}=n;a.throwIfAborted();let o=g0(t,e,{cwd:r,env:b0(r),stdio:["ignore","pipe","ignore"],detached:process.platform!=="win32"}),l=()=>{try{o.pid!==void 0&&process.platform!=="win32"?process.kill(-o.pid,"SIGKILL"):o.kill("SIGKILL")}catch{}},[c,u,f]=["",0,!1];o.stdout.setEncoding("utf8").on("data",h=>{u+=h.length,c=(c+h).slice(-w0),u>y0&&l()});let d=setTimeout(()=>{f=!0,l()},s);a.addEventListener("abort",l,{once:!0});try{let h=await new Promise(y=>{o.on("error",()=>y(null)),o.on("close",y)});return a.throwIfAborted(),{exitCode:h,timedOut:f,output:c}}finally{clearTimeout(d),a.removeEventListener("abort",l),l()}}function b0(t){let{PATH:e,JAVA_HOME:n,SystemRoot:r}=process.env,a=Object.entries({PATH:e,JAVA_HOME:n,SystemRoot:r}).filter(([,o])=>o!==void 0);return{...Object.fromEntries(a),HOME:t,TMPDIR:t,LANG:"C.UTF-8"}}var tm=6e4,C0=15e3,P0=4,M0=["-J-Xmx256m","-J-XX:+UseSerialGC","-J-XX:TieredStopAtLevel=1","-J-Xshare:auto"],L0=["-Xmx128m","-Xss1m","-XX:MaxMetaspaceSize=96m","-XX:+UseSerialGC","-XX:TieredStopAtLevel=1","-Xshare:auto"],nm="-Djava.security.manager=default",rm=["unshare","--map-root-user","--net"];async function sm(t){let e=async r=>(await Gr(r,{folder:em(),timeoutMs:tm,signal:t})).exitCode===0;for(let r of["javac","java"])if(!await e([r,"-version"]))throw new I("jdk-missing",`--generalisation compiles and runs small Java programs, and ${r} cannot be started here`,"Put a JDK on PATH, or leave --generalisation out.");let n={network:await e([...rm,"java","-version"])?"none":"open",securityManager:await e(["java",nm,"-version"])};return{isolation:n,concurrency:Math.min(P0,E0()),run:(r,s,a)=>O0(o=>I0(o,r,s,n,a))}}async function I0(t,e,n,r,s){let a={[e.path]:n,"Trial.java":e.trial,"Check.java":Xf,"Start.java":Zf};for(let[f,d]of Object.entries(a))await A0(Ya(t,f),d);let o=Ya(t,"classes");await k0(o);let l=["javac",...M0,"-proc:none","-nowarn","-encoding","UTF-8","-d",o,"-cp",o];if((await Gr([...l,...Object.keys(a)],{folder:t,timeoutMs:tm,signal:s})).exitCode!==0)return"does-not-compile";let u=await Gr(N0(o,r),{folder:o,timeoutMs:C0,signal:s});return x0(u)}var im=v0();function N0(t,{network:e,securityManager:n}){let r=n?[nm]:[],s=["java",...L0,...r,"-cp",t,"Start",im];return e==="none"?[...rm,...s]:s}function x0({exitCode:t,timedOut:e,output:n}){return e?"times-out":t===0&&n.trimEnd().endsWith(im)?"passes":"fails"}async function O0(t){let e=await S0(Ya(em(),"palimpsest-trial-"));try{return await t(e)}finally{await T0(e,{recursive:!0,force:!0})}}async function R0(t){return{tasks:za,trials:await sm(t),foreign:za.map(({text:e})=>e)}}import{join as F0}from"node:path";async function q0({url:t,token:e,branch:n,folder:r,signal:s}){let a=F0(r,"history.git"),o=["--bare","--quiet","--single-branch","--no-tags",`--branch=${n}`],{exitCode:l,stderr:c}=await ae(r,["clone",...o,"--",t,a],{environment:e===null?{}:B0(t,e),signal:s});if(s.throwIfAborted(),l===0)return cs(a);let{message:u}=me("clone",c);throw new I("git-failed",`the history could not be cloned: ${u}`,"Check that git is there and that the token may read the repository.")}function B0(t,e){let n=Buffer.from(`x-access-token:${e}`).toString("base64");return{GIT_CONFIG_COUNT:"1",GIT_CONFIG_KEY_0:`http.${new URL(t).origin}/.extraheader`,GIT_CONFIG_VALUE_0:`AUTHORIZATION: basic ${n}`}}async function fC(t){let e=await Jf({java:{parser:t.parser==="wasm"?"wasm":"auto"}}),[n]=e.languages;if(n===void 0)throw new Error("no language is registered");return{main:n,forPath:e.forPath}}async function mC(t){return await Ze(t),$0(t)}function $0(t){return Ud(Xe(t,"ledger"))}async function hC(t,e,n,r){t===fn(e)&&await Ze(e),await De(t,n),await zr(t,r)}async function pC({path:t},e){t!==null&&(await we(t),await zr(t,e))}async function _C(t,e,n,r){let s=`${D0("sha256").update(JSON.stringify(r)).digest("hex").slice(0,24)}.jsonl`;return e===null?Sa(j0(n.cacheFolder,t,s)):(await Ze(e),Sa(Xe(e,t,s)))}export{hm as a,ts as b,Dm as c,cs as d,Ml as e,Is as f,Sd as g,Ol as h,dT as i,nb as j,rb as k,Cd as l,Md as m,UA as n,WA as o,Nd as p,bb as q,vb as r,a0 as s,R0 as t,Pb as u,Ib as v,Nb as w,q0 as x,fC as y,mC as z,$0 as A,hC as B,pC as C,_C as D};
