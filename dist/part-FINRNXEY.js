var n="<init>";function t(e,r){return e.text.slice(r.body.start,r.body.end)}function a(e){return e.slice(e.indexOf("#")+1)}export{n as a,t as b,a as c};
