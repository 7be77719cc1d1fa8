var r=["refused","timed-out","cut-off","does-not-parse","does-not-fit","missing","error"];function n(e){return e==="error"||e==="timed-out"}export{r as a,n as b};
