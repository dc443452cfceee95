import { expect, test } from "vitest";
import { useStage } from "./console.ts";

const stage = useStage();

/// The set of safety.md.
const attacks = [
  '<img src=x onerror="window.hit=1">',
  '"><svg onload="window.hit=1">',
  "javascript:window.hit=1",
  "data:text/html,<script>window.hit=1</script>",
  "{{constructor.constructor('window.hit=1')()}}",
  "\u202Eevil\u202C",
  "x".repeat(10_000),
];

test("whatever a visitor is called, writes or comes from is shown as text and runs nothing", async () => {
  const { page, openConversation, server } = stage();
  for (const attack of attacks) {
    const short = attack.slice(0, 200);
    const conversation = server.world.open(
      {
        name: short,
        email: short,
        phone: short,
        userId: short,
        locale: short,
        company: { name: short },
        userAgent: short,
        page: { url: attack, title: short, referrer: attack },
        attributes: { [short]: short },
      },
      attack,
    );
    const file = { id: conversation.id, name: short, mimeType: "image/svg+xml", size: 1, inline: false };
    server.world.append(conversation, { sender: "user", attachments: [{ ...file, url: "javascript:hit" }] });
  }
  const [first] = server.world.conversations.values();
  if (first === undefined) {
    throw new Error("there is no conversation");
  }
  await openConversation(first);
  for (const { id } of server.world.conversations.values()) {
    await page.goto(`${server.origin}/console/#/conversations/${id}`);
    await page.locator(".visitor-name").waitFor();
    await page.locator(".attachment-file").waitFor();
    expect(await page.evaluate("window.hit")).toBeUndefined();
    const addresses = await page
      .locator("a[href]")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(addresses.filter((address) => /^(?:javascript|data|vbscript):/i.test(address ?? ""))).toEqual([]);
  }
});

test("a visitor's own picture is never fetched from where he says", async () => {
  const { page, openConversation, server } = stage();
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(server.origin) && !request.url().startsWith("data:")) {
      foreign.push(request.url());
    }
  });
  await openConversation(server.world.open({ name: "Grace", avatarUrl: "https://spy.example/a.png" }, "Hi"));
  await page.locator(".visitor-name").waitFor();
  expect(foreign).toEqual([]);
});

test("a link of a message opens apart from the console and tells the other side nothing", async () => {
  const { page, openConversation, server } = stage();
  await openConversation(server.world.open({ name: "Grace" }, "see https://example.com/a"));
  const link = page.getByRole("link", { name: "https://example.com/a", exact: true });
  expect(await link.getAttribute("rel")).toBe("noopener noreferrer nofollow");
  expect(await link.getAttribute("target")).toBe("_blank");
});
