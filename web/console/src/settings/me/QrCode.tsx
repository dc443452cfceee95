import { useMemo, type ReactElement } from "react";
import { qrCode } from "./qr";

/// The quiet zone that the standard asks for.
const margin = 4;

/// A text for a phone's camera; nothing when it is too long. Dark on light in every theme: not all apps read the reverse.
export function QrCode({ text }: { readonly text: string }): ReactElement | null {
  const code = useMemo(() => qrCode(text), [text]);
  if (code === undefined) {
    return null;
  }
  const size = code.length + 2 * margin;
  const path = code
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + margin} ${y + margin}h1v1h-1z` : "")))
    .join("");
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" aria-hidden="true">
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
