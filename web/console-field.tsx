/** One line to fill in. */
export type FieldProps = {
  readonly name: string;
  readonly label: string;
  readonly type?: 'email' | 'password' | 'text';
  readonly hint?: string;
  readonly autocomplete?:
    | 'username'
    | 'current-password'
    | 'new-password'
    | 'name'
    | 'one-time-code'
    | 'off';
  readonly minLength?: number;
};

/** The longest text of one line. */
const LONGEST = 254;

/** A labelled line, with its hint tied to it. */
export const Field = (props: FieldProps) => {
  const { name, label, hint } = props;
  return (
    <p class="field">
      <label for={`field-${name}`}>{label}</label>
      <Input {...props} />
      {hint !== undefined && (
        <span class="hint" id={`hint-${name}`}>
          {hint}
        </span>
      )}
    </p>
  );
};

const Input = ({ name, type = 'text', hint, autocomplete = 'off', minLength = 1 }: FieldProps) => {
  const shared = {
    id: `field-${name}`,
    name,
    autocomplete,
    minLength,
    maxLength: LONGEST,
    required: true,
    'aria-describedby': hint === undefined ? undefined : `hint-${name}`,
  } as const;
  switch (type) {
    case 'email':
      return <input type="email" {...shared} />;
    case 'password':
      return <input type="password" {...shared} />;
    case 'text':
      return <input type="text" {...shared} />;
    default:
      return type satisfies never;
  }
};
