import{b as r}from"./part-Y2HVIO3W.js";import"./part-RI64BELQ.js";import{parentPort as a,workerData as t}from"node:worker_threads";a!==null&&await r(a,t);
