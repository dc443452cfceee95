import type { Attachment, ChatMessage } from "@chask/client";
import { useCallback, useState, type MouseEvent } from "react";
import { useClient } from "../shell/client";
import { safeHref } from "./links";

/// A link is renewed so long before its end: this clock need not go as the server's does.
const margin = 10 * 60_000;

/// Whether a link works no more, or not for long.
export function isEnding(href: string, now: number): boolean {
  const until = Number(new URL(href).searchParams.get("expires") ?? Infinity);
  return until * 1_000 - now < margin;
}

/// A file's address as a person may follow it; of its small picture, where it has one.
export function hrefOf({ url, thumbnailUrl }: Attachment, small: boolean = false): string | undefined {
  return safeHref(new URL(small ? (thumbnailUrl ?? url) : url, window.location.href).href);
}

export type Renew = () => Promise<Attachment | undefined>;

/// Asks for a file's links anew; undefined where there are none.
export function useRenew({ conversationId, id }: ChatMessage, file: string): Renew {
  const client = useClient();
  return useCallback(async () => {
    const files =
      conversationId === undefined ? [] : await client.renewFiles(conversationId, id).catch(() => []);
    return files.find((one) => one.id === file);
  }, [client, conversationId, id, file]);
}

/// What an element that shows a file needs.
export interface Source {
  readonly src: string | undefined;
  /// There is nothing to show, with a new link either.
  readonly gone: boolean;
  readonly onError: () => void;
  readonly onLoaded: () => void;
}

/// Where an element takes a file from. What is shown already is not loaded again because its link was renewed.
export function useSource(attachment: Attachment, renew: Renew, small: boolean = false): Source {
  const [src, setSrc] = useState(() => hrefOf(attachment, small));
  const [state, setState] = useState<"first" | "renewed" | "gone">("first");
  const again = async (): Promise<void> => {
    const renewed = await renew();
    const href = renewed === undefined ? undefined : hrefOf(renewed, small);
    setState(href === undefined || href === src ? "gone" : "renewed");
    setSrc(href ?? src);
  };
  return {
    src,
    gone: state === "gone",
    onError: () => (state === "first" ? void again() : setState("gone")),
    onLoaded: () => setState("first"),
  };
}

/// What the link to a file needs, so that it never leads to an address that has ended: it is renewed when it is about to
/// be used, and a click waits for it.
export interface LinkProps {
  readonly onPointerEnter: () => void;
  readonly onFocus: () => void;
  readonly onClick: (event: MouseEvent<HTMLAnchorElement>) => void;
}

export function useFreshLink(href: string | undefined, renew: Renew): LinkProps {
  const isOver = (): boolean => href !== undefined && isEnding(href, Date.now());
  const early = (): void => {
    if (isOver()) {
      void renew();
    }
  };
  return {
    onPointerEnter: early,
    onFocus: early,
    onClick: (event) => {
      if (isOver()) {
        event.preventDefault();
        void follow(event.currentTarget, renew);
      }
    },
  };
}

/// As the browser follows the link itself: to save it, or in a tab of its own.
async function follow(link: HTMLAnchorElement, renew: Renew): Promise<void> {
  const renewed = await renew();
  const href = renewed === undefined ? undefined : hrefOf(renewed);
  const copy = link.cloneNode();
  if (copy instanceof HTMLAnchorElement) {
    copy.href = href ?? link.href;
    copy.click();
  }
}
