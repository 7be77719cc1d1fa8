import{va as r}from"./part-JI3AMCEF.js";var o=120;function n(e){return r(e,{color:!1,width:o})}function s({section:e}){return e===null?"Palimpsest":`Palimpsest (${e})`}export{n as a,s as b};
