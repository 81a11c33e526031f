/** Reads and writes the cookie that carries a session's secret. */
export type Cookie = {
  readonly read: (header: string | undefined) => string | undefined;
  readonly set: (secret: string) => string;
  readonly clear: () => string;
};

/** The browser may forget the cookie after this long, s; the server decides by itself. */
const MAX_AGE = 12 * 60 * 60;

/** Builds the cookie; `__Host-` ties it to this host and to https, where there is https. */
export const createCookie = (secure: boolean): Cookie => {
  const name = secure ? '__Host-loge' : 'loge';
  const limits = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    read: (header) =>
      (header ?? '')
        .split(';')
        .map((pair) => pair.trim())
        .find((pair) => pair.startsWith(`${name}=`))
        ?.slice(name.length + 1),
    set: (secret) => `${name}=${secret}; ${limits}; Max-Age=${MAX_AGE}`,
    clear: () => `${name}=; ${limits}; Max-Age=0`,
  };
};
