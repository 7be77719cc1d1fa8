// A process that adds units to a ledger while others do the same: `add-units.ts FOLDER NAME COUNT`.

import { openLedgerDirectory } from '../../src/files/ledger-directory.ts';
import { addUnit } from '../contracts/ledger-store.ts';

const [, , folder = '', name = '', count = '0'] = process.argv;
const store = openLedgerDirectory(folder);
for (let entry = 0; entry < Number(count); entry++) await addUnit(store, 'ledger-7b', `${name}${entry}.fee`);
