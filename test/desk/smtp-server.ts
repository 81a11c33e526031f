import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** A mail server on loopback that keeps what it is given; `busy` makes it refuse for now. */
export const startSmtp = async () => {
  const mails: string[] = [];
  const state = { busy: false };
  const server = createServer((socket) => converse(socket, state, mails)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: (busy: boolean): void => {
      state.busy = busy;
    },
    stop: () => void server.close(),
  };
};

/** The part of RFC 5321 that one client needs to hand over one message. */
const converse = (socket: Socket, state: { readonly busy: boolean }, mails: string[]): void => {
  let mail: string[] | undefined;
  const answers: readonly (readonly [RegExp, () => string])[] = [
    [/^QUIT/i, () => '221 bye'],
    [/^DATA/i, () => '354 go on'],
    [/^MAIL/i, () => (state.busy ? '451 later' : '250 ok')],
    [/^/, () => '250 ok'],
  ];
  const hear = (line: string): string | undefined => {
    if (mail === undefined) {
      if (/^DATA/i.test(line)) mail = [];
      return answers.find(([command]) => command.test(line))?.[1]();
    }
    if (line !== '.') mail.push(line);
    else mails.push(mail.join('\r\n'));
    mail = line === '.' ? undefined : mail;
    return mail === undefined ? '250 kept' : undefined;
  };
  socket.on('error', () => undefined);
  createInterface({ input: socket, crlfDelay: Infinity }).on('line', (line) => {
    const answer = hear(line);
    if (answer !== undefined) socket.write(`${answer}\r\n`);
    if (answer?.startsWith('221')) socket.end();
  });
  socket.write('220 stand-in\r\n');
};
