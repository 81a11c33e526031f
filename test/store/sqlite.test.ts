import { openStore } from '../../store/index.ts';
import { newFolder } from './folders.ts';
import { storeContract } from './store-contract.ts';

storeContract('SQLite in memory', () => openStore('sqlite::memory:'));
storeContract('SQLite in a file', () => openStore(`sqlite:${newFolder()}/data/loge.db`));
