import{setPriority as a}from"node:os";var s=10;process.platform==="linux"&&a(s);async function o(t){return(await import("./part-7AZAIVOB.js")).doTask(t)}export{o as default};
