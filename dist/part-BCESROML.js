var t=["stale"];export{t as a};
