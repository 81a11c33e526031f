import qrcode from 'qrcode-generator';

/** A square of black and white fields as the path of a drawing; one field is one unit, the white edge is the drawer's. */
export type QrCode = { readonly size: number; readonly path: string };

/** Draws a text for the camera of a phone; a sixth of it may be unreadable. */
export const qrCodeOf = (text: string): QrCode => {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  const fields = Array.from({ length: size }, (_, n) => n);
  const path = fields
    .flatMap((row) => fields.map((column) => ({ row, column })))
    .filter(({ row, column }) => code.isDark(row, column))
    .map(({ row, column }) => `M${column} ${row}h1v1h-1z`)
    .join('');
  return { size, path };
};
