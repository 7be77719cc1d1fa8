var e=["admin","maintain","write","triage","read","none"];function o(n,r){return e.indexOf(n)<=e.indexOf(r)}export{e as a,o as b};
