// `update-branch.ts ORIGIN TOKEN REPOSITORY WRITER UPDATES`: one of several writers, which brings a ledger on so many times.

import { bareClient, bringOn, openWith, PAGE_OF_LEDGER } from '../support/data-branches.ts';

const [origin = '', token = '', fullName = '', writer = '', updates = '0'] = process.argv.slice(2);
const { store } = openWith(bareClient(origin, token), fullName, PAGE_OF_LEDGER);
for (let update = 0; update < Number(updates); update++) await bringOn(store, `${writer}${update}`);
