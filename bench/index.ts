import { benchNlu } from './nlu.ts';
import { benchLogistic } from './nlu-small.ts';
import { benchTurn } from './turn.ts';

const BENCHES: Readonly<Record<string, () => Promise<object>>> = {
  turn: benchTurn,
  nlu: benchNlu,
  'nlu-logistic': benchLogistic,
};

const name = process.argv[3] ?? '';
const bench = BENCHES[name];
if (bench === undefined) {
  console.error(`No bench "${name}". There is: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}
console.log(JSON.stringify(await bench(), undefined, 2));
process.exit(0);
