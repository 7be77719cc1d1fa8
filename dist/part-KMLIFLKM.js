var e={report:null,evaluation:null,commentId:null,page:null,gate:null,unsaid:null};export{e as a};
