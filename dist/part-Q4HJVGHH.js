import{createRequire as palimpsestRequire}from'node:module';const require=palimpsestRequire(import.meta.url);
var o=class extends Error{code;remedy;constructor(n,r,t,d){super(r,d),this.name="ExpectedFailure",this.code=n,this.remedy=t}};function i(e){return e instanceof Error&&"code"in e&&typeof e.code=="string"?e.code:void 0}export{o as a,i as b};
