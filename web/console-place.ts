/** The address of a conversation within the page. */
export const addressOf = (conversation: string): string => `#c=${encodeURIComponent(conversation)}`;

/** Opens a conversation, or the bare list, by going to its address. */
export const goTo = (conversation: string | undefined): void => {
  location.hash = conversation === undefined ? '' : addressOf(conversation);
};
