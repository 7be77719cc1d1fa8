import{createRequire as palimpsestRequire}from'node:module';const require=palimpsestRequire(import.meta.url);
import{a,b,c,d,e,f,g,h}from"./part-I3S3QS2G.js";import"./part-Z3UEU5DF.js";h();export{a as default,e as pMapIterable,c as pMapKeyed,b as pMapSettled,d as pMapSettledKeyed,f as pMapSkip,g as pMapStop};
