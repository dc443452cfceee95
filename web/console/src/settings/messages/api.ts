import type { MessagePolicy } from "@chask/client";
import { count, shape, type Guard } from "@chask/wire";
import { ask } from "../request";

const isPolicy: Guard<MessagePolicy> = shape({ changeMinutes: count });

/// Of the query for it.
export const messagePolicyKey: readonly string[] = ["settings", "messages"];

const path = "/v1/settings/messages";

export async function loadMessagePolicy(): Promise<MessagePolicy> {
  return ask({ method: "GET", path }, isPolicy);
}

export async function saveMessagePolicy(policy: MessagePolicy): Promise<MessagePolicy> {
  return ask({ method: "PUT", path, body: policy }, isPolicy);
}
