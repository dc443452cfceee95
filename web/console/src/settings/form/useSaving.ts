import { useMutation, useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useTexts, useWords } from "../../shell/words";
import { refusalText } from "../problems";
import { Refusal } from "../request";
import { texts } from "../texts";
import { merged } from "./merged";
import type { Form } from "./useForm";
import { useSaved } from "./useSaved";

/// How a page of the settings comes from the server, and how it goes there.
export interface Page<Data, Fields, Wish> {
  readonly key: QueryKey;
  readonly load: () => Promise<Data>;
  readonly save: (wish: Wish) => Promise<Data>;
  /// As it stands in the form.
  readonly write: (data: Data) => Fields;
  /// What is to be saved; undefined while something does not fit.
  readonly read: (written: Fields) => Wish | undefined;
}

export interface Saving<Fields> {
  /// Does nothing while the time before is under way.
  readonly send: (written: Fields) => void;
  readonly isPending: boolean;
  /// Why the last time failed, if it did, in words.
  readonly problem: string | undefined;
  /// Whether the last time failed by this member of the request.
  readonly concerns: (field: string) => boolean;
  /// What to say beside its field then, where the page has no better words.
  readonly refused: (field: string) => string | undefined;
  /// The last time's failure is of no interest any more.
  readonly forget: () => void;
}

/// Saves what a page of the settings holds. The answer takes the place of what was loaded, and is told of.
export function useSaving<Data, Fields extends object, Wish>(
  page: Page<Data, Fields, Wish>,
  form: Form<Fields>,
): Saving<Fields> {
  const words = useWords();
  const t = useTexts(texts);
  const client = useQueryClient();
  const saved = useSaved();
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: async (sent: Fields) => {
      // A page is saved as a whole: what others have saved since it was loaded must not be taken back by that.
      const latest = await page.load();
      const wish = page.read(merged(sent, form.start, page.write(latest)));
      if (wish === undefined) {
        client.setQueryData(page.key, latest);
        throw new Refusal(changedMeanwhile);
      }
      return page.save(wish);
    },
    onSuccess: async (fresh, sent) => {
      // What was asked for before this was saved may come after it.
      await client.cancelQueries({ queryKey: page.key });
      form.settle(sent, page.write(fresh));
      client.setQueryData(page.key, fresh);
      saved();
    },
  });
  const concerns = (field: string): boolean => error instanceof Refusal && error.concerns(field);
  const own = (reason: string): string | undefined =>
    reason === changedMeanwhile ? t("form.changedMeanwhile") : undefined;
  return {
    send: (written) => (isPending ? undefined : mutate(written)),
    isPending,
    problem: error === null ? undefined : refusalText(error, words, own),
    concerns,
    refused: (field) => (concerns(field) ? t("form.refused") : undefined),
    forget: reset,
  };
}

/// The server's state and what was written fit together no longer.
const changedMeanwhile = "CHANGED_MEANWHILE";
