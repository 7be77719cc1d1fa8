var e={report:null,evaluation:null,commentId:null,page:null,gate:null};export{e as a};
