import type { ReactElement } from "react";
import { Logo } from "../shell/Logo";

/// Whose desk this is. Also the page's main heading.
export function OrganizationName({ name }: { readonly name: string }): ReactElement {
  return (
    <h1 className="organization">
      <Logo size={28} />
      <bdi className="cut">{name}</bdi>
    </h1>
  );
}
