// Runs before the first paint, so that a dark console never flashes white. The policy forbids inline scripts.
(() => {
  const root = document.documentElement;
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem("chask.console.preferences") ?? "{}") ?? {};
  } catch {
    // Storage refused or unreadable: the defaults hold.
  }
  const dark =
    kept.scheme === "dark" || (kept.scheme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.dataset.mantineColorScheme = dark ? "dark" : "light";
  if (typeof kept.locale === "string") {
    root.lang = kept.locale;
  }
})();
