import { expect, test } from "vitest";
import { copied, endOf, nextSpan, read, usualHours, type Written } from "./hours";

const zones = ["America/Lima", "Europe/Madrid"];
const written: Written = {
  name: " Panadería ",
  locales: ["es"],
  limited: true,
  hours: usualHours("America/Lima"),
};

test("a profile is read from the form, without hours when it is always open", () => {
  expect(read(written, zones)).toEqual({
    profile: { name: "Panadería", locales: ["es"], hours: written.hours },
  });
  expect(read({ ...written, limited: false }, [])).toEqual({
    profile: { name: "Panadería", locales: ["es"] },
  });
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
  const hours = { ...written.hours, timeZone: "Mars", daysOff: [{ date: "", yearly: false }] };
  expect(read({ ...written, name: " ", hours }, zones)).toEqual({
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
