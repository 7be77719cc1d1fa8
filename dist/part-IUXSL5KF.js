function n(e){return`${Number((e*100).toFixed(2))} %`}export{n as a};
