/// A piece of a text: as it is, or a link. `href` is always http, https, mailto or tel.
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string };

const candidate = /(?:https?:\/\/|mailto:|tel:)[^\s<>"'`]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/giu;

const allowed: ReadonlySet<string> = new Set(["http:", "https:", "mailto:", "tel:"]);

/// Cuts a text into plain pieces and links. Never changes a character: the pieces joined are the text.
export function linkify(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(candidate)) {
    const shown = trimEnd(match[0]);
    const href = safeHref(shown.includes(":") ? shown : `mailto:${shown}`);
    if (href === undefined) {
      continue;
    }
    if (match.index > end) {
      pieces.push({ kind: "text", text: text.slice(end, match.index) });
    }
    pieces.push({ kind: "link", text: shown, href });
    end = match.index + shown.length;
  }
  if (end < text.length) {
    pieces.push({ kind: "text", text: text.slice(end) });
  }
  return pieces;
}

/// The address if it is one that a person may follow; undefined for `javascript:`, `data:` and the like.
export function safeHref(address: string): string | undefined {
  try {
    const url = new URL(address);
    return allowed.has(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/// Leaves the punctuation of the sentence outside, and a closing bracket that was opened before the link.
function trimEnd(link: string): string {
  const bare = link.replace(/[.,:;!?…'"”»]+$/u, "");
  const unbalanced = bare.endsWith(")") && !bare.includes("(");
  return unbalanced ? trimEnd(bare.slice(0, -1)) : bare;
}
