import { expect, test } from "vitest";
import { decodeNoticeSettings } from "./settings";

test("settings that do not fit are replaced by the defaults", () => {
  const decoded = decodeNoticeSettings(
    JSON.stringify({
      sound: "siren",
      kinds: { mine: false },
      quiet: { on: true, from: 9000, zone: "Mars/Olympus" },
    }),
    "America/Lima",
  );
  expect(decoded).toEqual({
    browser: true,
    declined: false,
    preview: true,
    sound: "chime",
    kinds: { mine: false, unassigned: true, assigned: true, woken: true, mentions: true },
    quiet: { on: true, from: 1200, to: 480, zone: "America/Lima" },
  });
  expect(decodeNoticeSettings("not JSON", "UTC")).toEqual(decodeNoticeSettings(null, "UTC"));
});
