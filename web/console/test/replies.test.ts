import { expect, test } from "vitest";
import { useStage } from "./console.ts";

const stage = useStage();

const hours = { id: "018f3c5e-0000-7aaa-8bbb-000000000001", name: "Hours", texts: { en: "From 9 to 5." } };
const welcome = {
  id: "018f3c5e-0000-7aaa-8bbb-000000000002",
  name: "Welcome",
  texts: {
    en: "Hello {{visitor.firstName|there}}",
    es: "Hola {{visitor.firstName|qué tal}}, soy {{agent.name}}",
  },
};

test("a slash offers canned replies, words narrow them, and Enter puts one in without sending it", async () => {
  const { page, openConversation, server } = stage();
  server.world.replies = [hours, welcome];
  await openConversation(server.world.open({ name: "Grace Hopper", locale: "es" }, "Hi"));
  const box = page.getByRole("textbox", { name: /^Reply to/ });
  await box.click();
  await page.keyboard.type("/");
  await page.getByRole("option", { name: /Hours/ }).waitFor();
  expect(await page.getByRole("option").count()).toBe(2);
  await page.keyboard.type("wel");
  const option = page.getByRole("option", { name: "Welcome Hola Grace, soy Ada Lovelace" });
  await expect.poll(() => page.getByRole("option").count()).toBe(1);
  const active = await box.getAttribute("aria-activedescendant");
  expect(await option.getAttribute("id")).toBe(active);
  await page.keyboard.press("Enter");
  await page.getByRole("listbox").waitFor({ state: "detached" });
  expect(await box.inputValue()).toBe("Hola Grace, soy Ada Lovelace");
  await page.keyboard.type("!");
  expect(await box.inputValue()).toBe("Hola Grace, soy Ada Lovelace!");
  expect(await page.locator(".message").count()).toBe(1);
});

test("arrows walk round, Escape leaves the slash as it is written, and the button opens the list too", async () => {
  const { page, openConversation, server } = stage();
  server.world.replies = [hours, welcome];
  await openConversation(server.world.open({ name: "Grace" }, "Hi"));
  await page.getByRole("button", { name: "Canned replies (/)" }).click();
  const chosen = page.locator("[role=option][aria-selected=true]");
  await chosen.filter({ hasText: "Hours" }).waitFor();
  await page.keyboard.press("ArrowUp");
  await chosen.filter({ hasText: "Welcome" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await chosen.filter({ hasText: "Hours" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("listbox").waitFor({ state: "detached" });
  const box = page.getByRole("textbox", { name: /^Reply to/ });
  expect(await box.inputValue()).toBe("/");
  await box.and(page.locator(":focus")).waitFor();
});

test("canned replies are added with a preview, changed, deleted and brought back", async () => {
  const { page, signIn, goto, server } = stage();
  await signIn();
  await goto("#/settings/replies");
  await page.getByRole("button", { name: "New reply" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Hello");
  const text = page.getByRole("textbox", { name: "Text in English" });
  await text.fill("Hello {{visitor.nam}}");
  await page.getByText("There is no variable {{visitor.nam}}.").waitFor();
  await text.fill("Hello ");
  await page.getByLabel("Insert a variable into the text in English").selectOption("visitor.firstName");
  await page.locator(".reply-preview dd", { hasText: "Hello Maya" }).waitFor();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Edit Hello" }).click();
  await page.getByRole("textbox", { name: "Text in Español" }).fill("Hola");
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator(".replies .pill", { hasText: "es" }).waitFor();
  await page.getByRole("button", { name: "Delete Hello" }).click();
  await page.getByText("There are no canned replies yet.").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Edit Hello" }).waitFor();
  expect(server.world.replies[0]?.texts).toEqual({ en: "Hello {{visitor.firstName}}", es: "Hola" });
});

test("tags are renamed, merged into one that has the name, and deleted", async () => {
  const { page, signIn, goto, server } = stage();
  server.world.open({ name: "Grace" }, "Hi").tags = ["refund", "vip"];
  server.world.open({ name: "Alan" }, "Hi").tags = ["money back"];
  await signIn();
  await goto("#/settings/tags");
  await page.getByRole("button", { name: "Rename vip" }).click();
  await page.getByRole("textbox", { name: "New name" }).fill("important");
  await page.getByRole("button", { name: "Rename", exact: true }).click();
  await page.getByRole("cell", { name: "important", exact: true }).waitFor();
  await page.getByRole("button", { name: "Rename money back" }).click();
  await page.getByRole("textbox", { name: "New name" }).fill("refund");
  await page.getByRole("button", { name: "Rename", exact: true }).click();
  await page.getByText("There is a tag “refund” already.").waitFor();
  await page.getByRole("button", { name: "Merge" }).click();
  await page.getByText("Merged into “refund”.").waitFor();
  await page.getByRole("row", { name: "refund 2" }).waitFor();
  await page.getByRole("button", { name: "Delete refund" }).click();
  await page.getByText("2 conversations lose the tag “refund”.").waitFor();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("cell", { name: "refund", exact: true }).waitFor({ state: "detached" });
  expect([...server.world.conversations.values()].map(({ tags }) => tags)).toEqual([["important"], []]);
});

test("a tag that no conversation has is merged and deleted without a number", async () => {
  const { page, signIn, goto, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  conversation.tags = ["old", "refund"];
  await signIn();
  await goto("#/settings/tags");
  await page.getByRole("row", { name: "old 1" }).waitFor();
  conversation.tags = ["refund"];
  await page.reload();
  await page.getByRole("row", { name: "old 0" }).waitFor();
  await page.getByRole("button", { name: "Delete old" }).click();
  await page.getByText("No conversation has the tag “old”.").waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Rename old" }).click();
  await page.getByRole("textbox", { name: "New name" }).fill("refund");
  await page.getByRole("button", { name: "Rename", exact: true }).click();
  await page.getByText("No conversation has “old”, and it goes.").waitFor();
  await page.getByRole("button", { name: "Merge" }).click();
  await page.getByText("Merged into “refund”.").waitFor();
  expect(await page.getByRole("row").allInnerTexts()).toHaveLength(2);
});

test("an emoji is found by a word, put in where the caret stands, and is the first the next time", async () => {
  const { page, openConversation, server } = stage();
  await openConversation(server.world.open({ name: "Grace" }, "Hi"));
  const box = page.getByRole("textbox", { name: /^Reply to/ });
  await box.fill("On its way!");
  await box.press("Home");
  await page.getByRole("button", { name: "Emojis" }).click();
  await page.getByRole("searchbox", { name: "Find an emoji" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.type("camion");
  await page.getByRole("button", { name: "truck" }).waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(() => box.inputValue()).toBe("🚚On its way!");
  await box.and(page.locator(":focus")).waitFor();
  await page.keyboard.type(" ");
  expect(await box.inputValue()).toBe("🚚 On its way!");
  await page.getByRole("button", { name: "Emojis" }).click();
  await page.getByRole("searchbox", { name: "Find an emoji" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("ArrowDown");
  expect(await page.locator(":focus").getAttribute("aria-label")).toBe("truck");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  expect(await page.locator(":focus").getAttribute("aria-label")).toBe("big smile");
  expect(await page.locator("[role=grid] [tabindex='0']").count()).toBe(1);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Emojis" }).and(page.locator(":focus")).waitFor();
});
