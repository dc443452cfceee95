import { UserRound } from "lucide-react";
import type { ReactElement } from "react";
import { hueOf, initials } from "./visitorName";

const hues = 6;

/// The initials of a person. Pictures from a visitor's own address are never loaded: they would tell him where the
/// agent sits.
export function Avatar({
  id,
  name,
  size = 36,
}: {
  readonly id: string;
  readonly name: string | undefined;
  readonly size?: 28 | 36 | 56;
}): ReactElement {
  const letters = initials(name);
  return (
    <span
      className="avatar"
      data-hue={hueOf(id, hues)}
      data-size={size}
      // Drawn by the style sheet: as a text the letters would be part of the name of the link around them.
      data-initials={letters}
      aria-hidden="true"
    >
      {letters === undefined ? <UserRound size={size / 2} /> : null}
    </span>
  );
}
