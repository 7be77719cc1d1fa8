var t=["stale"],o=["kept"];export{t as a,o as b};
