import type { Host, Panel, Session } from "../host";
export function mountPanel(_host: Host, _session: Session): Panel {
  throw new Error("soon");
}
