import { ActionIcon, Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { useState, type ReactElement } from "react";
import {
  deleteReply,
  repliesKey,
  addReply,
  useReplies,
  type CannedReply,
  type Replies,
} from "../../replies/api";
import { matching } from "../../replies/match";
import { textFor } from "../../replies/variables";
import { newId } from "../../shell/newId";
import { useNotices } from "../../shell/Notices";
import { useKeptFocus } from "../../shell/useKeptFocus";
import { useTexts, useWords } from "../../shell/words";
import { Loaded } from "../form/Loaded";
import { Section } from "../form/Section";
import { createReopening, useAsked } from "../form/useAsked";
import { covers, type PageProps } from "../pages";
import { useRefusal } from "../useRefusal";
import { ReplyDialog } from "./ReplyDialog";
import { refusals, texts } from "./texts";
import "./replies.css";

const reopening = createReopening<CannedReply>();

/// The organization's canned replies: every agent sees them, admins change them.
export function RepliesPage({ account }: PageProps): ReactElement {
  const t = useTexts(texts);
  const refusal = useRefusal(texts, refusals);
  const replies = useReplies();
  const kept = useKeptFocus<HTMLDivElement>();
  const { asked: edited, ask: setEdited, reopen } = useAsked(reopening);
  const { agent } = account;
  const keeps = covers(agent.role, "admin");
  const add = (
    <Button leftSection={<Plus size={18} />} onClick={() => setEdited({ id: newId(), name: "", texts: {} })}>
      {t("add")}
    </Button>
  );
  return (
    <div className="wide" {...kept}>
      <Section title={t("title")} hint={t("hint")} aside={keeps ? add : undefined}>
        <Loaded query={replies} refusal={refusal}>
          {(data) => <List replies={data} onEdit={keeps ? setEdited : undefined} />}
        </Loaded>
      </Section>
      {edited === undefined || replies.data === undefined ? null : (
        // Another reply is another form: what is written of one must not get into the other.
        <ReplyDialog
          key={edited.id}
          reply={edited}
          replies={replies.data}
          subjects={{ agentName: agent.name, organizationName: agent.organizationName }}
          place={{ owner: agent.id, open: () => reopen(edited) }}
          onClose={() => setEdited(undefined)}
        />
      )}
    </div>
  );
}

/// More than fit on a screen need to be looked for.
const searchedFrom = 8;

function List({
  replies,
  onEdit,
}: {
  readonly replies: Replies;
  /// Not given: only shown.
  readonly onEdit: ((reply: CannedReply) => void) | undefined;
}): ReactElement {
  const t = useTexts(texts);
  const [words, setWords] = useState("");
  const all = replies.replies;
  if (all.length === 0) {
    return <p className="replies-empty">{t("empty")}</p>;
  }
  const shown = words.trim() === "" ? all : matching(all, words);
  return (
    <>
      {all.length < searchedFrom ? null : (
        <input
          type="search"
          className="plain-input replies-search"
          aria-label={t("search")}
          placeholder={t("search")}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
      )}
      {shown.length === 0 ? <p className="replies-empty">{t("unmatched")}</p> : null}
      <ul className="replies">
        {shown.map((reply) => (
          <Item key={reply.id} reply={reply} replies={replies} onEdit={onEdit} />
        ))}
      </ul>
    </>
  );
}

function Item({
  reply,
  replies,
  onEdit,
}: {
  readonly reply: CannedReply;
  readonly replies: Replies;
  readonly onEdit: ((reply: CannedReply) => void) | undefined;
}): ReactElement {
  const t = useTexts(texts);
  const { locale } = useWords();
  const { name } = reply;
  const remove = useRemove();
  return (
    <li>
      <div className="replies-what">
        <bdi className="replies-name">{name}</bdi>
        {Object.keys(reply.texts).map((one) => (
          <span key={one} className="pill">
            {one}
          </span>
        ))}
        <bdi className="replies-text">{textFor(reply.texts, locale, replies.locales)}</bdi>
      </div>
      {onEdit === undefined ? null : (
        <div className="replies-actions">
          <ActionIcon aria-label={t("edit", { name })} onClick={() => onEdit(reply)}>
            <Pencil size={18} />
          </ActionIcon>
          <ActionIcon aria-label={t("delete", { name })} onClick={() => remove(reply)}>
            <Trash2 size={18} />
          </ActionIcon>
        </div>
      )}
    </li>
  );
}

/// Deletes at once, and offers to take it back.
function useRemove(): (reply: CannedReply) => void {
  const t = useTexts(texts);
  const refusal = useRefusal(texts, refusals);
  const queries = useQueryClient();
  const show = useNotices();
  const settled = { onSettled: () => queries.invalidateQueries({ queryKey: repliesKey }) };
  const onError = (thrown: unknown): void => void show({ text: refusal(thrown) ?? "" });
  const back = useMutation({ mutationFn: addReply, onError, ...settled });
  const remove = useMutation({
    mutationFn: ({ id }: CannedReply) => deleteReply(id),
    onSuccess: (_, reply) =>
      show({
        text: t("deleted", { name: reply.name }),
        action: { label: t("undo"), run: () => back.mutate(reply) },
      }),
    onError,
    ...settled,
  });
  return (reply) => remove.mutate(reply);
}
