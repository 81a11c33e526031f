/** Opens a stream; `text()` is what has come so far, `over()` whether it has ended. */
export const watchStream = async (url: string, cookie: string) => {
  const response = await fetch(`${url}/api/desk/stream`, { headers: { cookie } });
  const { status, headers, body } = response;
  let text = '';
  let over = false;
  const read = async (): Promise<void> => {
    if (body === null) return;
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) text += chunk;
    over = true;
  };
  const done = read().catch(() => {
    over = true;
  });
  return { status, headers, done, text: () => text, over: () => over };
};
