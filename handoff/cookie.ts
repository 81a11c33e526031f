/** Reads and writes the cookie that carries a session's secret. */
export type Cookie = {
  readonly read: (header: string | undefined) => string | undefined;
  readonly set: (secret: string) => string;
  readonly clear: () => string;
};

/** Names of our cookies, and after how long the browser may forget each, s; the server decides by itself. */
const COOKIES = {
  loge: 12 * 60 * 60,
  'loge-on-the-way': 10 * 60,
} as const;

/** Builds a cookie; `__Host-` ties it to this host and to https, where there is https. */
export const createCookie = (bare: keyof typeof COOKIES, secure: boolean): Cookie => {
  const name = secure ? `__Host-${bare}` : bare;
  const limits = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    read: (header) =>
      (header ?? '')
        .split(';')
        .map((pair) => pair.trim())
        .find((pair) => pair.startsWith(`${name}=`))
        ?.slice(name.length + 1),
    set: (secret) => `${name}=${secret}; ${limits}; Max-Age=${COOKIES[bare]}`,
    clear: () => `${name}=; ${limits}; Max-Age=0`,
  };
};
