import type { WorkEvent } from "@chask/client";
import { expect, test } from "vitest";
import { eventKey } from "./eventText";

const ada = { id: "ada", name: "Ada" };
const grace = { id: "grace", name: "Grace" };

function event(part: Partial<WorkEvent> & Pick<WorkEvent, "kind">): WorkEvent {
  return { number: 1, timestamp: new Date(0), ...part };
}

test("who takes a conversation for himself claims it, who gives it to another assigns it", () => {
  expect(eventKey(event({ kind: "assigned", actor: ada, agent: ada }))).toBe("claimed");
  expect(eventKey(event({ kind: "assigned", actor: ada, agent: grace }))).toBe("assigned");
});

test("what the server does is told without a person", () => {
  expect(eventKey(event({ kind: "routed", agent: ada }))).toBe("routed");
  expect(eventKey(event({ kind: "woken" }))).toBe("wokenByTime");
  expect(eventKey(event({ kind: "given_back", agent: ada }))).toBe("givenBack");
});

test("what a colleague had whose account was disabled tells who did that", () => {
  expect(eventKey(event({ kind: "given_back", actor: ada, agent: grace }))).toBe("handedOver");
});

test("a move without a team leads out of one", () => {
  expect(eventKey(event({ kind: "moved", actor: ada, team: "Billing" }))).toBe("moved");
  expect(eventKey(event({ kind: "moved", actor: ada }))).toBe("movedOut");
});
