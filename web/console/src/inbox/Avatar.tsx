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
  return (
    <span className="avatar" data-hue={hueOf(id, hues)} data-size={size} aria-hidden="true">
      {initials(name) ?? <UserRound size={size / 2} />}
    </span>
  );
}
