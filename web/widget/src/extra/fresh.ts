import type { Attachment, ChatMessage } from "@chask/client";
import type { Guard } from "@chask/wire";
import type { Context } from "../panel/context";

interface Page {
  readonly messages: readonly Pick<
    ChatMessage & { readonly sequence: number },
    "id" | "sequence" | "attachments"
  >[];
}

const isPage: Guard<Page> = (value): value is Page =>
  typeof value === "object" && value !== null && "messages" in value && Array.isArray(value.messages);

/** Pages that are under way: where one link has ended, so have those around it. */
const running = new Map<string, Promise<Page>>();

function pageOf(path: string, { session }: Context): Promise<Page> {
  const page =
    running.get(path) ??
    session.client.ask({ method: "GET", path }, isPage).finally(() => running.delete(path));
  running.set(path, page);
  return page;
}

/** The file with links that end later, looked for in the pages of its conversation, the newest first. */
export async function freshFile(
  file: Attachment,
  message: ChatMessage,
  context: Context,
  before: string = "",
): Promise<Attachment | undefined> {
  const path = `/v1/widget/conversations/${message.conversationId ?? ""}/messages?limit=100${before}`;
  const { messages } = await pageOf(path, context);
  const first = messages[0];
  const found = messages.find(({ id }) => id === message.id)?.attachments?.find(({ id }) => id === file.id);
  if (found || !first) {
    return found && absolute(found, file.url);
  }
  return freshFile(file, message, context, `&before=${first.sequence}`);
}

/** The server tells paths of its own; the page is another's. */
function absolute(file: Attachment, base: string): Attachment {
  const { url, thumbnailUrl } = file;
  return {
    ...file,
    url: new URL(url, base).href,
    ...(thumbnailUrl && { thumbnailUrl: new URL(thumbnailUrl, base).href }),
  };
}
