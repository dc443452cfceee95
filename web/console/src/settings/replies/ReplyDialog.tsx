import { Modal } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { addReply, changeReply, repliesKey, type CannedReply } from "../../replies/api";
import type { Subjects } from "../../replies/variables";
import { locales as allLocales, type Locale } from "../../shell/locale";
import { useTexts } from "../../shell/words";
import { TextField } from "../form/fields";
import { SaveBar } from "../form/SaveBar";
import { useSaved } from "../form/useSaved";
import { texts as common } from "../texts";
import { useRefusal } from "../useRefusal";
import { LanguageText } from "./LanguageText";
import { refusals, texts } from "./texts";
import { useOpener } from "../../shell/useOpener";

/// One canned reply: its name, and a text in each of the organization's languages.
export function ReplyDialog({
  reply,
  locales,
  subjects,
  onClose,
}: {
  readonly reply: CannedReply;
  /// The organization's, its default first.
  readonly locales: readonly Locale[];
  readonly subjects: Omit<Subjects, "visitor">;
  readonly onClose: () => void;
}): ReactElement {
  useOpener();
  const t = useTexts(texts);
  const word = useTexts(common);
  const refusal = useRefusal(texts, refusals);
  const queries = useQueryClient();
  const saved = useSaved();
  const [draft, setDraft] = useState(reply);
  const save = useMutation({
    mutationFn: reply.name === "" ? addReply : changeReply,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: repliesKey });
      saved();
      onClose();
    },
  });
  // A text in a language that is not offered any more is not lost.
  const shown = [...locales, ...allLocales.filter((one) => !locales.includes(one) && reply.texts[one])];
  return (
    <Modal
      opened
      size={680}
      onClose={onClose}
      title={t(reply.name === "" ? "newTitle" : "editTitle")}
      lockScroll={false}
      closeButtonProps={{ "aria-label": word("form.close") }}
    >
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(draft);
        }}
      >
        <TextField
          label={t("name")}
          hint={t("nameHint")}
          name="name"
          required
          maxLength={50}
          value={draft.name}
          onChange={(name) => setDraft({ ...draft, name })}
        />
        {shown.map((locale) => (
          <LanguageText
            key={locale}
            locale={locale}
            isDefault={locale === locales[0]}
            text={draft.texts[locale] ?? ""}
            subjects={subjects}
            onChange={(text) => setDraft({ ...draft, texts: { ...draft.texts, [locale]: text } })}
          />
        ))}
        <SaveBar
          dirty={JSON.stringify(draft) !== JSON.stringify(reply)}
          saving={save.isPending}
          problem={refusal(save.error)}
        />
      </form>
    </Modal>
  );
}
