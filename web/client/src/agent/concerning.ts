import type { InboxFilter } from "./api";
import { queryOf } from "./inbox";

/** What is open and awake. */
export const openAndAwake: InboxFilter = { status: "open", snoozed: false };

const mentions: InboxFilter = { status: "any", mentioned: true };

/** What is an agent's, what may become his, and where he is mentioned. */
const concerning: readonly InboxFilter[] = [
  { ...openAndAwake, assignee: "me" },
  { ...openAndAwake, assignee: "none" },
  mentions,
];

/**
 * The lists to ask for besides the one that is shown, to know of all that concerns an agent. `reaches`: what is loaded of
 * the shown one goes back to what was known, so that nothing that has become active since stands behind it.
 */
export function besides(filter: InboxFilter, reaches: boolean): readonly InboxFilter[] {
  const shown = queryOf(filter, undefined);
  const others = reaches && shown === queryOf(openAndAwake, undefined) ? [mentions] : concerning;
  return others.filter((each) => queryOf(each, undefined) !== shown);
}
