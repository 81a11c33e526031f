/** Moves the focus from message to message with the arrow keys; everything else is left alone. */
export const moveFocus = (event: KeyboardEvent): void => {
  const log = event.currentTarget;
  if (!(log instanceof HTMLElement) || event.target instanceof HTMLButtonElement) return;
  const lines = [...log.querySelectorAll<HTMLElement>('li.line')];
  const here = lines.findIndex((line) => line.contains(document.activeElement));
  const next = lines[placeAfter(event.key, here === -1 ? lines.length : here, lines.length)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
};

const placeAfter = (key: string, here: number, count: number): number => {
  switch (key) {
    case 'ArrowUp':
      return Math.max(0, here - 1);
    case 'ArrowDown':
      return Math.min(count - 1, here + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
};
