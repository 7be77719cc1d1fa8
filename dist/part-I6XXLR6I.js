import{createRequire as palimpsestRequire}from'node:module';const require=palimpsestRequire(import.meta.url);
