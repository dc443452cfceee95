import { useMutation } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Account } from "../account/AccountGate";
import { useLeave } from "../account/useLeave";
import { presenceKeys } from "../presence/usePresence";
import { api } from "../shell/client";
import { useNotices } from "../shell/Notices";
import { usePreferences } from "../shell/preferences";
import { problemText } from "../shell/problems";
import { useTexts, useWords } from "../shell/words";
import type { Own } from "./own";
import { texts } from "./texts";

/// What somebody can change about himself and this browser. The palette is gone when it is done: a notice tells.
export function useOwn(account: Account): Own {
  const words = useWords();
  const t = useTexts(texts);
  const show = useNotices();
  const { preferences, change } = usePreferences();
  const { scheme } = preferences;
  const leave = useLeave(account);
  const { mutate: setPresence } = useMutation({
    mutationFn: api.choosePresence,
    onSuccess: (_, state) => show({ text: t("presence", { state: words.t(presenceKeys[state]) }) }),
    onError: (thrown) => show({ text: problemText(thrown, words) }),
  });
  const { locale } = words;
  return useMemo(
    () => ({
      locale,
      scheme,
      setLocale: (chosen) => change({ locale: chosen }),
      setScheme: (chosen) => change({ scheme: chosen }),
      setPresence,
      leave,
    }),
    [locale, scheme, change, setPresence, leave],
  );
}
