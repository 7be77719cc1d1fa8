// What the App keeps, composed.

export { ledgersOn } from '../store/ledgers.ts';
export { stateOn } from '../store/state.ts';
export { openStore, type Store } from '../store/store.ts';
