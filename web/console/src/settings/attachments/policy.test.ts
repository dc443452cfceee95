import { expect, test } from "vitest";
import { read, write } from "./policy";

const policy = {
  enabled: true,
  accept: ["image/*", "text/plain", "text/csv", "application/json", "application/msword"],
  maxSize: 10 * 1024 * 1024,
  maxCount: 5,
  quota: 0,
};

test("a policy comes back from the form as it went in", () => {
  const written = write(policy);
  expect(written.kinds).toEqual(["type.images", "type.text"]);
  expect(written.others).toBe("application/json, application/msword");
  const { policy: back } = read(written);
  expect(back && { ...back, accept: back.accept.toSorted() }).toEqual({
    ...policy,
    accept: policy.accept.toSorted(),
  });
});

test("what is wrong is told by its field", () => {
  expect(read({ ...write(policy), others: "pictures", maxSize: "", maxCount: "11", quota: "much" })).toEqual({
    faults: { others: "badTypes", maxSize: "badNumber", maxCount: "badNumber", quota: "badNumber" },
  });
});
