const rules = (ground: string, bar: string): string => `
html{height:100%;background:${ground}}
body{margin:0;padding:32px}
span{display:block;height:14px;margin:0 0 16px;border-radius:7px;background:${bar}}
span:first-child{width:40%;height:28px;margin-bottom:32px}
span:nth-child(3n){width:70%}span:nth-child(4n){width:85%}`;

const sheet = new CSSStyleSheet();

/** A page that looks like one without being any. */
export function decorate(mode: "light" | "dark"): void {
  sheet.replaceSync(mode === "dark" ? rules("#171c24", "#242c38") : rules("#ffffff", "#eef1f5"));
  document.adoptedStyleSheets = [sheet];
  if (!document.body.firstElementChild?.matches("span")) {
    document.body.prepend(...Array.from({ length: 14 }, () => document.createElement("span")));
  }
}
