import type { Tag } from "@chask/client";
import { count, shape, text, type Guard } from "@chask/wire";
import { anything, ask } from "../request";

const isTag: Guard<Tag> = shape({ id: text, name: text, conversations: count });

/// Gives the tag that the conversations have now. `merge`: into the tag that has the name already.
export async function renameTag(id: string, name: string, merge: boolean): Promise<Tag> {
  return ask({ method: "PATCH", path: `/v1/tags/${id}`, body: { name, merge } }, isTag);
}

export async function deleteTag(id: string): Promise<void> {
  await ask({ method: "DELETE", path: `/v1/tags/${id}` }, anything);
}
