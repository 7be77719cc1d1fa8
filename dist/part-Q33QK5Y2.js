import{createRequire as palimpsestRequire}from'node:module';const require=palimpsestRequire(import.meta.url);
import{v as o}from"./part-KFFSOGMK.js";import{b as s}from"./part-V5IT5AGE.js";var n=30;function d(e,r){let t=o(e);return{trainedAt:e.trainedAt,verdict:s(t,r),line:r.line,...t,history:e.history.slice(-n)}}export{d as a};
