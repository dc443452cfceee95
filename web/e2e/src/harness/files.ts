import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

import type { Page } from "playwright-core";

/** Hands text files to a part of the widget, or else of the page, as a mouse or the clipboard does. */
export async function hand(
  page: Page,
  kind: "drop" | "hover" | "paste",
  selector: string,
  names: readonly string[],
): Promise<void> {
  const events = {
    drop: ["dragenter", "dragover", "drop"],
    hover: ["dragenter", "dragover"],
    paste: ["paste"],
  };
  await page.evaluate(
    ([target, types, files]) => {
      const data = new DataTransfer();
      for (const name of files) {
        data.items.add(new File([`Content of ${name}`], name, { type: "text/plain" }));
      }
      const root = document.querySelector("chask-widget")?.shadowRoot ?? document;
      for (const type of types) {
        const options = { bubbles: true, cancelable: true };
        root
          .querySelector(target)
          ?.dispatchEvent(
            type === "paste"
              ? new ClipboardEvent(type, { ...options, clipboardData: data })
              : new DragEvent(type, { ...options, dataTransfer: data }),
          );
      }
    },
    [selector, events[kind], names] as const,
  );
}

/** Slows everything that the page uploads. */
export async function slowUploads(page: Page, bytesPerSecond: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: bytesPerSecond,
  });
}

/** A picture as a camera makes it, only smaller: stripes of two colours. */
export async function picture(page: Page, width: number, height: number): Promise<Buffer> {
  const url = await page.evaluate(
    ([columns, rows]) => {
      const canvas = document.createElement("canvas");
      canvas.width = columns;
      canvas.height = rows;
      const brush = canvas.getContext("2d");
      for (let column = 0; column < columns; column += 40) {
        if (brush !== null) {
          brush.fillStyle = column % 80 === 0 ? "#3b5bdb" : "#ffd8a8";
          brush.fillRect(column, 0, 40, rows);
        }
      }
      return canvas.toDataURL("image/png");
    },
    [width, height] as const,
  );
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}

/** Names of the files that an organization keeps, as the server's disk has them. */
export function keptFiles(data: string, organization: string): readonly string[] {
  const folder = join(data, "attachments", organization);
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
    : [];
}

/** Names of the files that are being received. */
export function incomingFiles(data: string): readonly string[] {
  return readdirSync(join(data, "attachments", "incoming"));
}
