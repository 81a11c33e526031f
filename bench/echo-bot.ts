import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import express from 'express';

// The smallest bot of the SDK: no state, no storage, the reply in the answer of the request.
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity(`Vous dites : ${context.activity.text}`);
  await next();
});

const app = express();
app.use(express.json());
app.post('/api/messages', (request, response) =>
  adapter.process(request, response, (context) => bot.run(context)),
);
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address !== 'string') {
    console.log(`http://127.0.0.1:${address.port}`);
  }
});
process.on('SIGTERM', () => process.exit(0));
