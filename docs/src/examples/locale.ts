import { ChaskWidget } from "@chask/widget";

const languages = document.querySelector<HTMLSelectElement>("#language");

languages?.addEventListener("change", () => {
  void ChaskWidget.setLocale(languages.value === "pt" ? "pt-BR" : "en");
});
