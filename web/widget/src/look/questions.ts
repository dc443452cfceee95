import type { Host, Session } from "../host";
import { button, el } from "../panel/dom";
import type { Look } from "../settings";

/** Puts the organization's questions under its greeting; one that is clicked is sent. */
export function offerQuestions({ shell }: Host, session: Session, { texts }: Look): void {
  const show = (): void => {
    const greeting = shell.root.querySelector(".greeting");
    const questions = texts[session.locale]?.questions;
    if (questions && greeting && !greeting.querySelector(".questions")) {
      greeting.append(
        el(
          "div",
          { class: "questions" },
          ...questions.map((content) =>
            button({}, () => void session.client.sendMessage({ content, attachments: [] }), content),
          ),
        ),
      );
    }
  };
  session.subscribe(show);
  show();
}
