/** The stream's frames: types, `decode` for what comes, `encode` for what goes. No dependency, no state. */
export type * from "./frames";
export type { Decoded } from "./read";
export type { Guard, Shape, Shaped } from "./guard";
export { count, flag, integer, listOf, mapOf, oneOf, parse, record, shape, text, time } from "./guard";
export { attachment, author, decode, errorCode, message, sender } from "./server";
export { decodeAgent } from "./agent";
export { decodeClient } from "./client";
export { encode } from "./encode";
export { storyOf } from "./story";
export type { WireQuote, WireStory } from "./story";
