import { useEffect } from "react";

import { startChat } from "./chat";

export function Chat(): null {
  useEffect(startChat, []);
  return null;
}
