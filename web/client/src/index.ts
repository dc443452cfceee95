/**
 * The chat without a look: state, delivery and events, shared by the widget (`createVisitorClient`) and the console
 * (`createAgentClient`). Free of side effects, so a bundle carries only the half it uses.
 */
export type * from "./contract";
export type * from "./environment";
export type * from "./visitor/api";
export type { Ask } from "./rest";
export type { Answer } from "./visitor/session";
export type * from "./agent/api";
export { createVisitorClient } from "./visitor/client";
export { createAgentApi } from "./agent/routes";
export { createAgentClient } from "./agent/client";
export { ChatError } from "./error";
export { sessionKey } from "./visitor/key";
export { uuidGenerator } from "./uuid";
