async function s(e,r){e.resumed>0&&process.stderr.write(`going on after ${e.resumed} methods of an interrupted run
`);try{return await r(e)}finally{await e.close()}}export{s as a};
