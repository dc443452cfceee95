import { usePageTitle } from "../shell/title";
import { useCounts } from "./useCounts";

/// The title of a page behind the sign-in. Counted is what concerns the agent, whatever list is shown, and wherever in the
/// console he is.
export function useDeskTitle(subject: string): void {
  usePageTitle(subject, useCounts()?.unread);
}
