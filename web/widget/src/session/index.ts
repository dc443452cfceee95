import type { Host, Session } from "../host";
export function startSession(_host: Host): Promise<Session> {
  throw new Error("soon");
}
