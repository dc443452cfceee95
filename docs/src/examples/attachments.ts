import { ChaskWidget } from "@chask/widget";

const input = document.querySelector<HTMLInputElement>("#receipt");
const progress = document.querySelector("progress");

async function sendReceipt(file: File): Promise<void> {
  const attachment = await ChaskWidget.uploadFile(file, {
    onProgress: ({ loaded, total }) => {
      progress?.setAttribute("value", String(loaded / total));
    },
    // Gives up after a minute.
    signal: AbortSignal.timeout(60_000),
  });
  await ChaskWidget.sendMessage({ content: "Here is my receipt.", attachments: [attachment] });
}

input?.addEventListener("change", () => {
  const file = input.files?.item(0);
  if (file) {
    void sendReceipt(file);
  }
});
