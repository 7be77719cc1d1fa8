import{oa as r}from"./part-2PLI6R7A.js";var o=120;function n(e){return r(e,{color:!1,width:o})}function a({section:e}){return e===null?"Palimpsest":`Palimpsest (${e})`}export{n as a,a as b};
