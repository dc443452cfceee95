import type { Host } from "./host";

/** Which files a visitor may send here. */
export interface FilePolicy {
  readonly enabled: boolean;
  /** MIME types, or `image/*`. */
  readonly accept: readonly string[];
  /** Bytes. */
  readonly maxSize: number;
  /** Files of one message. */
  readonly maxCount: number;
}

/** What the organization allows, narrowed by what the page asks for. */
export function policyOf({ config, settings }: Pick<Host, "config" | "settings">): FilePolicy {
  const server = settings?.attachments;
  const page = config.attachments;
  const allowed = server?.accept ?? [];
  const accept =
    page?.accept?.flatMap((type) =>
      covers(allowed, type) ? type : allowed.filter((one) => covers([type], one)),
    ) ?? allowed;
  const maxCount = Math.min(server?.maxCount ?? 0, page?.maxCount ?? Infinity);
  return {
    enabled: !!server?.enabled && page?.enabled !== false && accept.length * maxCount > 0,
    accept,
    maxSize: Math.min(server?.maxSize ?? 0, page?.maxSize ?? Infinity),
    maxCount,
  };
}

/** Whether one of the types is this one, or a family such as `image/*` that it belongs to. */
export function covers(types: readonly string[], type: string): boolean {
  return types.some(
    (one) => one === type || one === "*/*" || (one.endsWith("*") && type.startsWith(one.slice(0, -1))),
  );
}

/** Why a file need not even be uploaded. What only the server can tell, such as what the bytes are, is left to it. */
export function refusalOf(
  { size, type }: Pick<File, "size" | "type">,
  host: Pick<Host, "config" | "settings">,
): string | undefined {
  const { enabled, accept, maxSize } = policyOf(host);
  if (!enabled) {
    return "ATTACHMENTS_DISABLED";
  }
  if (size > maxSize) {
    return "FILE_TOO_LARGE";
  }
  return type && !covers(accept, type) ? "FILE_TYPE_NOT_ALLOWED" : undefined;
}
