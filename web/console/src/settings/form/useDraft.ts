import { useEffect, useRef, useState } from "react";
import { useNotices } from "../../shell/Notices";
import { settingsHref } from "../../shell/route";
import { useTexts } from "../../shell/words";
import { texts } from "../texts";
import { same } from "./merged";
import { useForm, type Changes, type Form } from "./useForm";

/// What was written and not saved, by who wrote it and where; with what the server had then.
const drafts = new Map<string, Changes<object>>();

/// Where a form stands.
interface Place {
  /// Of the settings.
  readonly page: string;
  /// Who writes.
  readonly owner: string;
  /// Of the page, where the form stands in one: its name, and what opens it anew.
  readonly dialog?: { readonly name: string; readonly open: () => void };
}

/// A form whose changes are not lost: who leaves the page, or closes the dialog, finds them when he comes back, and is
/// offered the way; who closes the window is asked by the browser.
export function useDraft<T extends object>(saved: T, { page, owner, dialog }: Place): Form<T> {
  const key = [owner, page, dialog?.name].join(" ");
  const [kept] = useState(() => draftOf(key, saved));
  const form = useForm(saved, kept);
  const show = useNotices();
  const t = useTexts(texts);
  const { dirty, start, value } = form;
  const leave = useRef<() => void>(undefined);
  const keptAs = useRef(key);
  useEffect(() => {
    // What was new has a name of its own once it is made.
    drafts.delete(keptAs.current);
    keptAs.current = key;
    drafts.delete(key);
    if (dirty) {
      drafts.set(key, { start, value });
    }
    leave.current = (): void => {
      if (dirty && (dialog !== undefined || window.location.hash !== settingsHref(page))) {
        const run = (): void => {
          window.location.assign(settingsHref(page));
          dialog?.open();
        };
        show({ text: t("form.kept"), action: { label: t("form.back"), run } });
      }
    };
  });
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
      leave.current?.();
    };
  }, []);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    if (dirty) {
      window.addEventListener("beforeunload", ask);
    }
    return () => window.removeEventListener("beforeunload", ask);
  }, [dirty]);
  return {
    ...form,
    settle: (sent, answer) => {
      form.settle(sent, answer);
      // Who has closed the dialog before the answer finds only what he wrote meanwhile, if anything, still to be saved.
      if (left.current && same(drafts.get(keptAs.current)?.value, sent)) {
        drafts.delete(keptAs.current);
      }
    },
  };
}

/// What was kept of this page.
function draftOf<T extends object>(key: string, saved: T): Changes<T> | undefined {
  const draft = drafts.get(key);
  return draft === undefined
    ? undefined
    : { start: { ...saved, ...draft.start }, value: { ...saved, ...draft.value } };
}
