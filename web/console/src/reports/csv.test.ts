import { expect, it } from "vitest";
import { csv } from "./csv";

it("writes names and rows as RFC 4180 asks, behind the mark by which Excel knows UTF-8", () => {
  expect(
    csv(
      ["day", "count"],
      [
        ["2026-11-25", 3],
        ["2026-11-26", undefined],
      ],
    ),
  ).toBe("\uFEFFday,count\r\n2026-11-25,3\r\n2026-11-26,\r\n");
});

it("quotes what holds a comma, a quote or a line break", () => {
  expect(csv(["a"], [['x,"y"\nz']])).toBe('\uFEFFa\r\n"x,""y""\nz"\r\n');
});

it("S28: leaves a spreadsheet nothing to run", () => {
  for (const start of ["=", "+", "-", "@", "\t"]) {
    expect(csv(["a"], [[`${start}1+1`]])).toBe(`\uFEFFa\r\n'${start}1+1\r\n`);
  }
  expect(csv(["a"], [["\r=1"]])).toBe('\uFEFFa\r\n"\'\r=1"\r\n');
  expect(csv(["a"], [[-1]])).toBe("\uFEFFa\r\n-1\r\n");
});
