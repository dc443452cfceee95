import type { ReactElement } from "react";
import {
  addReply,
  changeReply,
  loadReplies,
  repliesKey,
  type CannedReply,
  type Replies,
} from "../../replies/api";
import type { Subjects } from "../../replies/variables";
import { locales as allLocales, type Locale } from "../../shell/locale";
import { useTexts } from "../../shell/words";
import { DraftDialog } from "../form/DraftDialog";
import { TextField } from "../form/fields";
import { useDraft } from "../form/useDraft";
import { useMergedSave, type Member } from "../form/useMergedSave";
import { useRefusal } from "../useRefusal";
import { LanguageText } from "./LanguageText";
import { refusals, texts } from "./texts";

interface Written {
  readonly name: string;
  /// In every language, so that each is a field of its own.
  readonly texts: Readonly<Record<Locale, string>>;
}

function write({ name, texts: { en = "", es = "", "pt-BR": ptBR = "" } }: CannedReply): Written {
  return { name, texts: { en, es, "pt-BR": ptBR } };
}

function memberOf({ id, name }: CannedReply): Member<Written> {
  const isNew = name === "";
  return {
    key: repliesKey,
    latest: async () => {
      const now = isNew ? undefined : (await loadReplies()).replies.find((reply) => reply.id === id);
      return now === undefined ? undefined : write(now);
    },
    save: async (written) => write(await (isNew ? addReply : changeReply)({ id, ...written })),
  };
}

/// One canned reply: its name, and a text in each of the organization's languages.
export function ReplyDialog({
  reply,
  replies: { replies, locales },
  subjects,
  place,
  onClose,
}: {
  /// As it was when the dialog was asked for; a new one has no name.
  readonly reply: CannedReply;
  readonly replies: Replies;
  readonly subjects: Omit<Subjects, "visitor">;
  /// Who writes, and what opens the dialog anew.
  readonly place: { readonly owner: string; readonly open: () => void };
  readonly onClose: () => void;
}): ReactElement {
  const t = useTexts(texts);
  const refusal = useRefusal(texts, refusals);
  const { id } = reply;
  const now = replies.find((each) => each.id === id) ?? reply;
  // Once it is made it is another like all, also while more is written into this dialog.
  const isNew = now.name === "";
  const { owner, open } = place;
  const form = useDraft(write(now), {
    page: "replies",
    owner,
    dialog: { name: isNew ? "new" : id, open },
  });
  const save = useMergedSave(memberOf(now), form, onClose);
  const { value, change } = form;
  // A text in a language that is not offered any more is not lost.
  const shown = [...locales, ...allLocales.filter((one) => !locales.includes(one) && now.texts[one])];
  return (
    <DraftDialog
      title={t(isNew ? "newTitle" : "editTitle")}
      size={680}
      form={form}
      save={save}
      problem={refusal(save.error)}
      onClose={onClose}
    >
      <TextField
        label={t("name")}
        hint={t("nameHint")}
        name="name"
        required
        maxLength={50}
        value={value.name}
        onChange={(name) => change({ name })}
      />
      {shown.map((locale) => (
        <LanguageText
          key={locale}
          locale={locale}
          isDefault={locale === locales[0]}
          text={value.texts[locale]}
          subjects={subjects}
          onChange={(text) => change({ texts: { ...value.texts, [locale]: text } })}
        />
      ))}
    </DraftDialog>
  );
}
