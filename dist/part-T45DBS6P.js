function i({protocol:e,summary:t},o){let{count:r,withFailuresAsStubs:s}=t.methods;return{revision:o.hash,protocol:e,methods:r,similarity:s.similarity}}export{i as a};
