import type { ChatMessage, Quote } from "@chask/client";

const maximum = 160;

/// A message as it is quoted by one that answers it.
export function quoteFor({ id, sender, author, content, attachments }: ChatMessage): Quote {
  const line = content.trim().split("\n", 1)[0] ?? "";
  const preview = line === "" ? (attachments?.[0]?.name ?? "") : Array.from(line).slice(0, maximum).join("");
  return { id, sender, preview, deleted: false, ...(author && { author }) };
}
