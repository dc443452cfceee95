import { expect, test } from "vitest";
import { copied, endOf, nextSpan, read, usualHours, write, type Written } from "./hours";
import { timeZones } from "./zones";

const zones = ["America/Lima", "Europe/Madrid"];
const written: Written = {
  name: " Panadería ",
  locales: ["es"],
  timeZone: "America/Lima",
  limited: true,
  hours: usualHours,
};

test("a profile is read from the form, without hours when it is always open", () => {
  expect(read(written, zones)).toEqual({
    profile: { name: "Panadería", locales: ["es"], timeZone: "America/Lima", hours: written.hours },
  });
  expect(read({ ...written, limited: false }, zones)).toEqual({
    profile: { name: "Panadería", locales: ["es"], timeZone: "America/Lima" },
  });
});

test("who is always open may name a time zone or none; hours need one", () => {
  expect(read({ ...written, limited: false, timeZone: "" }, zones)).toEqual({
    profile: { name: "Panadería", locales: ["es"] },
  });
  expect(read({ ...written, timeZone: "" }, zones)).toMatchObject({ faults: { timeZone: "badZone" } });
  expect(write({ id: "1", name: "Panadería", locales: ["es"], open: true })).toMatchObject({
    timeZone: "",
    limited: false,
  });
});

test("a time zone is taken in its own spelling, however it was written", () => {
  const profile = { name: "Panadería", locales: ["es"], timeZone: "America/Lima" };
  expect(read({ ...written, limited: false, timeZone: "america/lima" }, zones)).toEqual({ profile });
  expect(timeZones("america/lima")).not.toContain("america/lima");
  expect(timeZones("Etc/GMT+3")).toContain("Etc/GMT+3");
});

test("a span that ends before it begins, overlaps or is not complete is told by its place", () => {
  const week = [
    { day: 1, from: "09:00", to: "13:00" },
    { day: 1, from: "12:00", to: "18:00" },
    { day: 2, from: "18:00", to: "09:00" },
    { day: 3, from: "", to: "09:00" },
    { day: 4, from: "20:00", to: endOf("00:00") },
  ];
  const result = read({ ...written, hours: { ...written.hours, week } }, zones);
  expect(result).toEqual({
    faults: {
      spans: new Map([
        [1, "overlap"],
        [2, "badSpan"],
        [3, "badSpan"],
      ]),
    },
  });
});

test("a name, a time zone and a date are asked for where they are missing", () => {
  const hours = { ...written.hours, daysOff: [{ date: "", yearly: false }] };
  expect(read({ ...written, name: " ", timeZone: "Mars", hours }, zones)).toEqual({
    faults: { spans: new Map(), name: "badName", timeZone: "badZone", daysOff: "badDate" },
  });
});

test("another span begins an hour after the last one", () => {
  expect(nextSpan([], 6)).toEqual({ day: 6, from: "09:00", to: "18:00" });
  expect(nextSpan([{ day: 6, from: "09:00", to: "13:00" }], 6)).toEqual({
    day: 6,
    from: "14:00",
    to: "17:00",
  });
  expect(nextSpan([{ day: 6, from: "09:00", to: "21:00" }], 6)).toEqual({
    day: 6,
    from: "22:00",
    to: "24:00",
  });
});

test("a day's spans are copied to the working days, and the weekend stays", () => {
  const week = [
    { day: 1, from: "10:00", to: "12:00" },
    { day: 3, from: "01:00", to: "02:00" },
    { day: 7, from: "11:00", to: "13:00" },
  ];
  expect(copied(week, 1)).toEqual([
    ...[1, 2, 3, 4, 5].map((day) => ({ day, from: "10:00", to: "12:00" })),
    { day: 7, from: "11:00", to: "13:00" },
  ]);
});
