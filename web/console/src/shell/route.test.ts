import { expect, test } from "vitest";
import { conversationHref, mentionPlace, parseRoute } from "./route";

const id = "018f3c5e-7a10-7c3e-9b1a-0c6f5d2e4a01";

test("the address of a conversation leads back to it", () => {
  expect(parseRoute(conversationHref(id))).toEqual({ view: "conversation", id });
});

test("the address of a message leads to its conversation and to it", () => {
  const at = "018f3c5e-7a10-7c3e-9b1a-0c6f5d2e4a02";
  expect(parseRoute(conversationHref(id, at))).toEqual({ view: "conversation", id, at });
});

test("the address of what mentions an agent names no note", () => {
  expect(parseRoute(conversationHref(id, mentionPlace))).toEqual({
    view: "conversation",
    id,
    at: mentionPlace,
  });
});

test("an id is read in lower case, as the server writes it", () => {
  expect(parseRoute(conversationHref(id.toUpperCase()))).toEqual({ view: "conversation", id });
});

test("whatever else stands in the address is the list", () => {
  for (const hash of ["", "#", "#/", "#/conversations/", "#/conversations/../x", `#/conversations/${id}/x`]) {
    expect(parseRoute(hash)).toEqual({ view: "inbox" });
  }
});
