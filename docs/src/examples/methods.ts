import { ChaskWidget } from "@chask/widget";

document.querySelector("#ask-about-size")?.addEventListener("click", () => {
  ChaskWidget.open();
  // Resolves when the server has stored the message.
  void ChaskWidget.sendMessage("Which size fits me if I am 1.75 m tall?");
});
