const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BITS = 5;

/** Bytes in the letters of RFC 4648, without padding: what people can read aloud and phones take in. */
export const toBase32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => LETTERS[Number.parseInt(group.padEnd(BITS, '0'), 2)]).join('');
};

/** The bytes that letters of RFC 4648 stand for; what is no such letter is passed over. */
export const fromBase32 = (text: string): Uint8Array => {
  const bits = [...text.toUpperCase()]
    .map((letter) => LETTERS.indexOf(letter))
    .filter((value) => value >= 0)
    .map((value) => value.toString(2).padStart(BITS, '0'))
    .join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2));
};
