// The page comes alive: its static tables give way to ones that can be searched, sorted and linked into.

import { byId } from './dom.ts';
import { readLedger } from './ledger.ts';
import { placeAt, placesView } from './places-view.ts';
import { UnitsView } from './units-view.ts';

const data = document.getElementById('ledger');
if (data !== null) start(data.textContent ?? '');

function start(text: string): void {
  const ledger = readLedger(text);
  const closeUps = takeCloseUps();
  const packages = ledger.packages.map(({ name }) => name);
  const units = new UnitsView(ledger.units, packages, closeUps);
  byId('places-view').replaceChildren(placesView(ledger.packages, ledger.files));
  byId('units-view').replaceChildren(units.element);
  const follow = () => {
    const address = location.hash.slice(1);
    const place = placeAt(address);
    if (place !== null) {
      units.filter({ place });
      units.focus();
    } else units.open(address);
  };
  addEventListener('hashchange', follow);
  follow();
}

/** The close-ups, taken out of the document: each opens under its method. */
function takeCloseUps(): Map<string, Node> {
  const all = document.getElementById('close-ups');
  const articles = [...(all?.querySelectorAll('article') ?? [])];
  all?.remove();
  return new Map(
    articles.map((article) => {
      const address = article.id;
      article.removeAttribute('id');
      return [address, article];
    }),
  );
}
