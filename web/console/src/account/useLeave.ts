import { useCallback } from "react";
import { useDrafts } from "../conversation/DraftsProvider";
import { useClient } from "../shell/client";
import { useNotices } from "../shell/Notices";
import { problemText } from "../shell/problems";
import { useWords } from "../shell/words";
import type { Account } from "./AccountGate";

/// Signs out: what waits to be sent goes first, and no draft stays behind on this browser.
export function useLeave(account: Account): () => void {
  const words = useWords();
  const show = useNotices();
  const drafts = useDrafts();
  const client = useClient();
  return useCallback(() => {
    client.sendHeldMessages();
    account
      .signOut()
      .then(() => drafts.clear())
      .catch((thrown: unknown) => show({ text: problemText(thrown, words) }));
  }, [account, client, drafts, show, words]);
}
