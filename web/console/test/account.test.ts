import { expect, test } from "vitest";
import { hold, useStage } from "./console.ts";
import { refusal } from "./standin/answers.ts";
import { agent, password } from "./standin/world.ts";

const stage = useStage();

test("an agent signs in and sees whose desk it is", async () => {
  const { page, goto, server } = stage();
  await goto();
  await page.getByLabel("Email").fill(agent.email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: agent.organizationName }).waitFor();
  expect(await page.locator(".organization").textContent()).toBe(agent.organizationName);
  expect(await page.context().cookies()).toMatchObject([{ name: "chask_session", httpOnly: true }]);
  expect(await page.evaluate("JSON.stringify(localStorage)")).not.toContain([...server.bend.sessions][0]);
});

test("a wrong password says what to do and keeps the email", async () => {
  const { page, goto } = stage();
  await goto();
  await page.getByLabel("Email").fill(agent.email);
  await page.getByLabel("Password", { exact: true }).fill("wrong");
  await page.keyboard.press("Enter");
  await page.getByText("Email or password is not right. Check both and try again.").waitFor();
  expect(await page.getByLabel("Email").inputValue()).toBe(agent.email);
});

test("who is asked for a code can sign in as somebody else instead", async () => {
  const { page, goto } = stage();
  await page.route("**/v1/sessions", (route) =>
    route.fulfill({ status: 401, json: refusal(401, "TOTP_REQUIRED", "AUTH_ERROR").json }),
  );
  await goto();
  await page.getByLabel("Email").fill(agent.email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
  await page.getByLabel("Code").fill("123456");
  await page.getByRole("button", { name: "Sign in with another email" }).click();
  await page.getByLabel("Email").and(page.locator(":focus")).waitFor();
  expect(await page.getByLabel("Email").inputValue()).toBe(agent.email);
  expect(await page.getByLabel("Password", { exact: true }).inputValue()).toBe("");
  await page.unroute("**/v1/sessions");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: agent.organizationName }).waitFor();
});

test("an empty form asks for what is missing and leads to it", async () => {
  const { page, goto } = stage();
  await goto();
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("Enter your email.").waitFor();
  expect(await page.getByLabel("Email").evaluate((field) => field === document.activeElement)).toBe(true);
});

test("a reload keeps the session, a sign-out ends it", async () => {
  const { page, signIn, server } = stage();
  await signIn();
  await page.reload();
  await page.locator(".organization").waitFor();
  await page.locator(".account-button").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Sign in to Chask" }).waitFor();
  expect(server.bend.sessions.size).toBe(0);
});

test("a session that the server ends leads to the sign-in, says why, and keeps the draft", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  await page.getByRole("textbox", { name: "Reply to Grace" }).fill("Half a sen");
  server.bend.sessions.clear();
  server.stream.cut(4004);
  await page.getByText("Your session has ended. Sign in again; your drafts are kept.").waitFor();
  await page.getByLabel("Email").fill(agent.email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Reply to Grace" }).waitFor();
  expect(await page.getByRole("textbox", { name: "Reply to Grace" }).inputValue()).toBe("Half a sen");
});

test("who signs in while it is asked whether somebody else has done so stays signed in", async () => {
  const { page, openConversation, server } = stage();
  await openConversation(server.world.open({ name: "Grace" }, "Hi"));
  const { until, release } = hold();
  let times = 0;
  await page.route("**/v1/sessions/current", async (route) => {
    const response = await route.fetch();
    times += 1;
    await (times === 2 ? until : undefined);
    await route.fulfill({ response });
  });
  server.bend.sessions.clear();
  server.stream.cut(4004);
  await page.getByText("Your session has ended.").waitFor();
  await expect.poll(() => times).toBe(2);
  await page.getByLabel("Email").fill(agent.email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Reply to Grace" }).waitFor();
  const answered = page.waitForEvent("requestfinished", (request) =>
    request.url().endsWith("/v1/sessions/current"),
  );
  release();
  await answered;
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  expect(await page.getByRole("heading", { name: "Sign in to Chask" }).count()).toBe(0);
});

test("who is asked for a second factor that he has not is led to where he sets it up, and back to work", async () => {
  const { page, openConversation, server } = stage();
  const conversation = server.world.open({ name: "Grace" }, "Hi");
  await openConversation(conversation);
  server.bend.confined = true;
  server.stream.cut(4004);
  await page.getByRole("button", { name: "Set up" }).waitFor();
  expect(await page.getByText("Your session has ended.").count()).toBe(0);
  await page.reload();
  await page.getByRole("button", { name: "Set up" }).click();
  await page.getByLabel("Code").waitFor();
  server.bend.confined = false;
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: "Reply to Grace" }).waitFor();
  server.write(conversation, "Still there?");
  await page.locator(".message", { hasText: "Still there?" }).waitFor();
});

test("the console waits for a server that is away and comes up with it", async () => {
  const { page, goto, server } = stage();
  await page.route("**/v1/sessions/current", (route) => route.abort());
  await goto();
  await page.getByRole("heading", { name: "Chask cannot be reached" }).waitFor();
  await page.unroute("**/v1/sessions/current");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { name: "Sign in to Chask" }).waitFor();
  expect(server.bend.sessions.size).toBe(0);
});

test("the language is the browser's until another is chosen, and the choice is kept", async () => {
  const { page, goto } = stage();
  await goto();
  await page.getByText("Português (Brasil)").click();
  await page.getByRole("heading", { name: "Entre no Chask" }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("pt-BR");
  await page.reload();
  await page.getByRole("heading", { name: "Entre no Chask" }).waitFor();
});
