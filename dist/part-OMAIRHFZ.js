import{a as r}from"./part-4XSUVHER.js";import{a as c}from"./part-ZKMXIWLT.js";import{g as s,k as i,m as l,y as u,z as a}from"./part-33LDMUBT.js";var g=5,p=5,m=200;function y(n,t){if(t.length===0)return[];let e=t.slice(0,g).map(o=>r(l(o)));return[`${s(t.length,"method")} ${n}: ${i(e,g,t.length)}`]}function I(n){let t=n.flatMap(e=>u(e)??[]);return t.length===0?[]:[`left out: ${t.join(", ")}`]}function x(n){let t=n.slice(0,p).map(o=>`${r(o.path)}: ${a(o)}`),e=n.length-t.length;return e>0?[...t,`… and ${s(e,"more file")} with notes`]:t}function L(n){let t=c(n,r);return t.length===0?[]:[`<sub>${t.join(" · ")}</sub>`]}function A(n){return n.length===0?[]:["",...f(n.map(t=>r(t.replaceAll("`","'"),m)))]}function f(n){return n.map(t=>`- ${t}`)}function E(n){return n===null?[]:[n]}function F(...n){return`${n.filter(e=>e.length>0).map(e=>e.join(`
`)).join(`

`)}
`}export{y as a,I as b,x as c,L as d,A as e,f,E as g,F as h};
