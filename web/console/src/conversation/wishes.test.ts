import type { Work } from "@chask/client";
import { expect, test } from "vitest";
import { wished, type Wish } from "./wishes";

const ada = { id: "ada", name: "Ada" };
const lin = { id: "lin", name: "Lin" };
const stored: Work = { tags: ["vip"], notes: 0, events: 0, mentioned: false, assignee: ada };

function after(...wishes: readonly Wish[]): Work {
  return wishes.reduce(wished, stored);
}

test("several wishes are shown together, in their order", () => {
  const { tags, assignee } = after(
    { kind: "tag", add: "billing" },
    { kind: "assign", to: lin, from: "ada" },
    { kind: "tag", add: "Late" },
    { kind: "untag", remove: "vip" },
  );
  expect(tags).toEqual(["billing", "Late"]);
  expect(assignee).toEqual(lin);
});

test("a tag that is there already, however it is written, is there once", () => {
  expect(after({ kind: "tag", add: "VIP" }).tags).toEqual(["vip"]);
});

test("what goes to a team is nobody's there until somebody takes it", () => {
  const support = { id: "support", name: "Support" };
  const moved = after({ kind: "move", to: support, from: "ada", out: undefined });
  expect(moved).not.toHaveProperty("assignee");
  expect(moved.team).toEqual(support);
  expect(
    after(
      { kind: "move", to: support, from: "ada", out: undefined },
      { kind: "assign", to: lin, from: undefined },
    ),
  ).toMatchObject({ team: support, assignee: lin });
});
