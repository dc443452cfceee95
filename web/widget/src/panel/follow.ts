import type { Host } from "../host";
import { shadeFor } from "./shade";

/** Keeps the look in line with what the browser says: dark or light, and the part of a phone's screen the keyboard leaves. */
export function follow({ config, settings, shell, signal }: Host, frame: HTMLElement): void {
  const mode = config.theme?.mode ?? settings?.theme.mode;
  const system = matchMedia("(prefers-color-scheme:dark)");
  const { host } = shell;
  host.dataset["side"] = config.position ?? settings?.theme.position;
  const setTheme = (): void => {
    host.dataset["theme"] = mode === "dark" || (mode !== "light" && system.matches) ? "dark" : "light";
    const look = getComputedStyle(host);
    const [accent, surface] = ["--accent", "--surface"].map((name) => look.getPropertyValue(name).trim());
    frame.style.setProperty("--shade", shadeFor(accent ?? "", surface ?? ""));
  };
  setTheme();
  system.addEventListener("change", setTheme, { signal });

  const view = window.visualViewport;
  const fit = (): void => {
    frame.style.setProperty("--top", `${view?.offsetTop ?? 0}px`);
    frame.style.setProperty("--height", `${view?.height ?? innerHeight}px`);
  };
  fit();
  view?.addEventListener("resize", fit, { signal });
  view?.addEventListener("scroll", fit, { signal });
}
