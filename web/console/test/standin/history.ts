import type { World } from "./world.ts";

/// What a visitor has done, in the words of openapi.yaml: of his talks how they began and what was said since.
export function historyOf(visitor: string, world: World): object {
  const talks = [...world.conversations.values()].filter((talk) => talk.visitor.id === visitor);
  const timeline = talks.flatMap(({ id: conversation, messages }) => {
    const said = (type: string, own: boolean): readonly object[] => {
      const of = messages.filter(({ sender }) => (sender === "user") === own);
      const at = of.at(-1)?.timestamp;
      return at === undefined ? [] : [{ type, at, conversation, count: of.length }];
    };
    const at = messages[0]?.timestamp ?? new Date().toISOString();
    return [
      ...said("message_received", false),
      ...said("message_sent", true),
      { type: "session_started", at, conversation },
    ];
  });
  return { conversations: talks.map((talk) => world.listed(talk)), timeline };
}
