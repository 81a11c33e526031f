import { type Piece, piecesOf } from './phone-numbers.ts';
import type { Words } from './words.ts';

/** A text whose numbers can be called and whose addresses can be opened. */
export const RichText = (props: {
  readonly text: string;
  readonly safety: boolean;
  readonly say: Words;
}) => (
  <>
    {piecesOf(props.text, props.safety).map((piece, at) => (
      <PieceView key={at} piece={piece} say={props.say} />
    ))}
  </>
);

const PieceView = ({ piece, say }: { readonly piece: Piece; readonly say: Words }) => {
  if (piece.kind === 'text') return <>{piece.text}</>;
  if (piece.kind === 'link')
    return (
      <a href={piece.to} target="_blank" rel="noopener noreferrer">
        {shortened(piece.text)}
        <span class="sr"> {say('new_window')}</span>
      </a>
    );
  const number = piece.text;
  const label = say(piece.kind === 'call' ? 'call' : 'text_number', { number });
  return (
    <a class="number" href={piece.to} aria-label={label}>
      {number}
    </a>
  );
};

/** Where in a page of ours a link leads is for the browser to read. */
const shortened = (address: string): string =>
  address.startsWith('/') ? address.replace(/[?#].*$/, '') : address;
