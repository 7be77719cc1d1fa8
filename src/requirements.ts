// Where the lists of packages lie that trainers need: beside what is shipped.

import { fileURLToPath } from 'node:url';

/** The same from `src/` and from `dist/`. */
export const TRL_REQUIREMENTS = fileURLToPath(new URL('../requirements/trl.txt', import.meta.url));
