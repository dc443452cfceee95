import type { Tag } from "@chask/client";
import { ActionIcon } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Pencil, Trash2 } from "lucide-react";
import { useState, type ReactElement } from "react";
import { tagsKey } from "../../inbox/useDesk";
import { api } from "../../shell/client";
import { useKeptFocus } from "../../shell/useKeptFocus";
import { useTexts, useWords } from "../../shell/words";
import { Loaded } from "../form/Loaded";
import { Section } from "../form/Section";
import { useRefusal } from "../useRefusal";
import { DeleteTag, RenameTag } from "./TagDialogs";
import { refusals, texts } from "./texts";
import "./tags.css";

type Deed = { readonly kind: "rename" | "delete"; readonly tag: Tag };

/// The organization's tags: how many conversations carry each, other names, and away with them.
export function TagsPage(): ReactElement {
  const t = useTexts(texts);
  const refusal = useRefusal(texts, refusals);
  const tags = useQuery({ queryKey: tagsKey, queryFn: api.listTags, refetchOnMount: "always" });
  const kept = useKeptFocus<HTMLDivElement>();
  const [deed, setDeed] = useState<Deed>();
  const close = (): void => setDeed(undefined);
  return (
    <div {...kept}>
      <Section title={t("title")} hint={t("hint")}>
        <Loaded query={tags} refusal={refusal}>
          {(data) => <List tags={data} onDeed={setDeed} />}
        </Loaded>
      </Section>
      {deed?.kind === "rename" ? <RenameTag tag={deed.tag} tags={tags.data ?? []} onClose={close} /> : null}
      {deed?.kind === "delete" ? <DeleteTag tag={deed.tag} onClose={close} /> : null}
    </div>
  );
}

function List({
  tags,
  onDeed,
}: {
  readonly tags: readonly Tag[];
  readonly onDeed: (deed: Deed) => void;
}): ReactElement {
  const t = useTexts(texts);
  const { locale } = useWords();
  const number = new Intl.NumberFormat(locale);
  if (tags.length === 0) {
    return <p className="tags-empty">{t("empty")}</p>;
  }
  return (
    <table className="table tags-table">
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col" className="tags-count">
            {t("conversations")}
          </th>
          <th scope="col">
            <span className="visually-hidden">{t("actions")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tags.map((tag) => (
          <tr key={tag.id}>
            <td className="tags-name">
              <bdi>{tag.name}</bdi>
            </td>
            <td className="tags-count" data-label={t("conversations")}>
              {number.format(tag.conversations)}
            </td>
            <td className="tags-actions">
              <ActionIcon
                aria-label={t("rename", { name: tag.name })}
                onClick={() => onDeed({ kind: "rename", tag })}
              >
                <Pencil size={18} />
              </ActionIcon>
              <ActionIcon
                aria-label={t("delete", { name: tag.name })}
                onClick={() => onDeed({ kind: "delete", tag })}
              >
                <Trash2 size={18} />
              </ActionIcon>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
