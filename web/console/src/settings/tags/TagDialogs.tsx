import type { Tag } from "@chask/client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { tagsKey } from "../../inbox/useDesk";
import { isOne } from "../../shell/locale";
import { useNotices } from "../../shell/Notices";
import { useTexts, useWords } from "../../shell/words";
import { ConfirmDialog } from "../form/ConfirmDialog";
import { TextField } from "../form/fields";
import { Refusal } from "../request";
import { useRefusal } from "../useRefusal";
import { deleteTag, renameTag } from "./api";
import { refusals, texts } from "./texts";

interface TagProps {
  readonly tag: Tag;
  readonly onClose: () => void;
}

/// Asks for another name; where a tag has it already, asks whether the two are to be one.
export function RenameTag({
  tag,
  tags,
  onClose,
}: TagProps & { readonly tags: readonly Tag[] }): ReactElement {
  const t = useTexts(texts);
  const { locale } = useWords();
  const refusal = useRefusal(texts, refusals);
  const done = useDone(onClose);
  const [name, setName] = useState(tag.name);
  const rename = useMutation({
    mutationFn: (merge: boolean) => renameTag(tag.id, name, merge),
    onSuccess: (now) => done(t(now.id === tag.id ? "renamed" : "merged", { name: now.name })),
  });
  const taken = rename.error instanceof Refusal && rename.error.reason === "NAME_TAKEN";
  if (taken) {
    const other = tags.find((each) => each.id !== tag.id && sameName(each.name, name));
    const { name: from, conversations: count } = tag;
    const key = isOne(locale, count) ? "merge.one" : "merge.other";
    return (
      <ConfirmDialog
        title={t("mergeTitle")}
        action={t("merge")}
        busy={rename.isPending}
        onConfirm={() => rename.mutate(true)}
        onClose={onClose}
      >
        <p>{t(count === 0 ? "mergeUnused" : key, { from, to: other?.name ?? name, count })}</p>
      </ConfirmDialog>
    );
  }
  return (
    <ConfirmDialog
      title={t("renameTitle")}
      action={t("save")}
      busy={rename.isPending}
      disabled={name.trim() === "" || name.trim() === tag.name}
      problem={refusal(rename.error)}
      onConfirm={() => rename.mutate(false)}
      onClose={onClose}
    >
      <TextField label={t("newName")} name="name" required maxLength={50} value={name} onChange={setName} />
    </ConfirmDialog>
  );
}

function sameName(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(name: string): string {
  return name.trim().replace(/\s+/gu, " ").toLowerCase();
}

/// Says first how many conversations lose it.
export function DeleteTag({ tag, onClose }: TagProps): ReactElement {
  const t = useTexts(texts);
  const { locale } = useWords();
  const refusal = useRefusal(texts, refusals);
  const done = useDone(onClose);
  const { name, conversations: count } = tag;
  const remove = useMutation({
    mutationFn: () => deleteTag(tag.id),
    onSuccess: () => done(t("deleted", { name })),
  });
  const key = isOne(locale, count) ? "deleteText.one" : "deleteText.other";
  return (
    <ConfirmDialog
      danger
      title={t("deleteTitle")}
      action={t("deleteIt")}
      busy={remove.isPending}
      problem={refusal(remove.error)}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{t(count === 0 ? "deleteUnused" : key, { name, count })}</p>
    </ConfirmDialog>
  );
}

/// Loads the tags anew, says what was done, and closes the dialog.
function useDone(onClose: () => void): (text: string) => Promise<void> {
  const queries = useQueryClient();
  const show = useNotices();
  return async (text) => {
    await queries.invalidateQueries({ queryKey: tagsKey });
    show({ text });
    onClose();
  };
}
