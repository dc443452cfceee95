import { useMutation, useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { merged } from "./merged";
import type { Form } from "./useForm";
import { useSaved } from "./useSaved";

/// One of a list, as it comes from the server and goes there.
export interface Member<Fields> {
  /// Of the query for the list.
  readonly key: QueryKey;
  /// As the server has it now; undefined when it has none, or none any more.
  readonly latest: () => Promise<Fields | undefined>;
  readonly save: (fields: Fields) => Promise<Fields>;
}

export interface MergedSave {
  /// Does nothing while the time before is under way.
  readonly send: () => void;
  readonly isPending: boolean;
  readonly error: Error | null;
  /// The last time's failure is of no interest any more.
  readonly forget: () => void;
}

/// Saves what a dialog holds: upon what others have made of it since the dialog was opened. Calls `onSaved` unless more
/// was written meanwhile, which stays to be saved.
export function useMergedSave<Fields extends object>(
  { key, latest, save }: Member<Fields>,
  form: Form<Fields>,
  onSaved: () => void,
): MergedSave {
  const queries = useQueryClient();
  const tell = useSaved();
  const settled = useRef(false);
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: async (sent: Fields) => {
      const theirs = await latest();
      return save(theirs === undefined ? sent : merged(sent, form.start, theirs));
    },
    onSuccess: async (answer, sent) => {
      await queries.invalidateQueries({ queryKey: key });
      settled.current = true;
      form.settle(sent, answer);
      tell();
    },
  });
  useEffect(() => {
    if (settled.current) {
      settled.current = false;
      if (!form.dirty) {
        onSaved();
      }
    }
  });
  return { send: () => (isPending ? undefined : mutate(form.value)), isPending, error, forget: reset };
}
