import express from 'express';

// The least an express server can do with a message: parse the JSON and answer with JSON.
const app = express();
app.use(express.json());
app.post('/api/messages', (request, response) => {
  response.json({ text: request.body.text });
});
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address !== 'string') {
    console.log(`http://127.0.0.1:${address.port}`);
  }
});
process.on('SIGTERM', () => process.exit(0));
