import { ChaskWidget } from "@chask/widget";

document.querySelector("#sign-out")?.addEventListener("click", () => {
  void ChaskWidget.logout();
});
