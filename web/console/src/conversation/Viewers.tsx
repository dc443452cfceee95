import type { Viewer } from "@chask/client";
import { Pencil } from "lucide-react";
import type { ReactElement } from "react";
import { Avatar } from "../inbox/Avatar";
import { useTexts } from "../shell/words";
import { texts } from "./texts";
import { useViewers } from "./viewing";
import "./viewers.css";

const most = 3;

/// The colleagues who have the conversation before them too; who writes is marked.
export function Viewers({ id }: { readonly id: string }): ReactElement | null {
  const t = useTexts(texts);
  const viewers = useViewers(id);
  const shown = viewers.slice(0, most);
  return viewers.length === 0 ? null : (
    <ul className="viewers" aria-label={t("viewers")}>
      {shown.map((viewer) => (
        <Person key={viewer.id} viewer={viewer} />
      ))}
      {viewers.length > most ? <li className="viewers-more">+{viewers.length - most}</li> : null}
    </ul>
  );
}

function Person({ viewer }: { readonly viewer: Viewer }): ReactElement {
  const t = useTexts(texts);
  const label = t(viewer.writing ? "writing" : "viewing", { name: viewer.name });
  return (
    <li className="viewer" title={label} data-writing={viewer.writing}>
      <Avatar id={viewer.id} name={viewer.name} size={28} />
      {viewer.writing ? (
        <span className="viewer-pencil">
          <Pencil size={10} aria-hidden="true" />
        </span>
      ) : null}
      <span className="viewer-word">{label}</span>
    </li>
  );
}
