import { ChaskWidget } from "@chask/widget";

const badge = document.createElement("span");
document.querySelector("#help")?.append(badge);

// Returns a function that stops listening.
const stop = ChaskWidget.on("unreadCountChanged", (count) => {
  badge.textContent = count === 0 ? "" : String(count);
});

ChaskWidget.once("open", () => {
  performance.mark("first-chat");
});

window.addEventListener("pagehide", stop);
