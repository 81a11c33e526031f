/**
 * One thing the bot can talk about. Each step takes the moment and gives it on, or leaves the message to the next
 * dialog by giving nothing.
 */
export type Dialog<Moment> = {
  readonly id: string;
  /** Takes a message whatever is going on: danger, a person asked for. */
  readonly interrupt?: (moment: Moment) => Moment | undefined;
  /** Takes a message as the answer to what this dialog asked. */
  readonly resume?: (moment: Moment) => Moment | undefined;
  /** Takes a message that begins it. */
  readonly begin?: (moment: Moment) => Moment | undefined;
};
