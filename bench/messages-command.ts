import { printMessages } from './messages.ts';

printMessages();
