var e=/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u{115f}\u{1160}\u{3164}\u{ffa0}]/gu;var i=new RegExp("(?<=\\p{M}{4})\\p{M}","gu"),p="    ",o=new Map([[`
`,"\\n"],["\r","\\r"],["	","\\t"]]);function s(t){return t.replace(e,n=>o.get(n)??r(n)).replace(i,r)}function u(t){return s(t.replaceAll("	",p))}function r(t){return`\\u{${(t.codePointAt(0)??0).toString(16)}}`}export{s as a,u as b,r as c};
