import { useEffect, useRef, useState } from "react";
import { useNotices } from "../../shell/Notices";
import { settingsHref } from "../../shell/route";
import { useTexts } from "../../shell/words";
import { texts } from "../texts";
import { useForm, type Changes, type Form } from "./useForm";

/// What was written and not saved, by its page and by who wrote it; with what the server had then.
const drafts = new Map<string, Changes<object>>();

/// A form whose changes are not lost: who leaves the page finds them when he comes back, and is offered the way; who
/// closes the window is asked by the browser.
export function useDraft<T extends object>(
  saved: T,
  { page, owner }: { readonly page: string; readonly owner: string },
): Form<T> {
  const key = `${owner} ${page}`;
  const [kept] = useState(() => draftOf(key, saved));
  const form = useForm(saved, kept);
  const show = useNotices();
  const t = useTexts(texts);
  const { dirty, start, value } = form;
  const leave = useRef<() => void>(undefined);
  useEffect(() => {
    drafts.delete(key);
    if (dirty) {
      drafts.set(key, { start, value });
    }
    leave.current = (): void => {
      if (dirty && window.location.hash !== settingsHref(page)) {
        show({
          text: t("form.kept"),
          action: { label: t("form.back"), run: () => window.location.assign(settingsHref(page)) },
        });
      }
    };
  });
  useEffect(() => () => leave.current?.(), []);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    if (dirty) {
      window.addEventListener("beforeunload", ask);
    }
    return () => window.removeEventListener("beforeunload", ask);
  }, [dirty]);
  return form;
}

/// What was kept of this page.
function draftOf<T extends object>(key: string, saved: T): Changes<T> | undefined {
  const draft = drafts.get(key);
  return draft === undefined
    ? undefined
    : { start: { ...saved, ...draft.start }, value: { ...saved, ...draft.value } };
}
