"use client";

import { useEffect } from "react";

import { startChat } from "./chat";

// Put <Chat /> into app/layout.tsx.
export function Chat(): null {
  useEffect(startChat, []);
  return null;
}
