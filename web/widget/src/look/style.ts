import type { Look } from "../settings";

/**
 * Numbers and an address that the server has checked; who answers something else in its place gets no rule of his own
 * through: numbers are rounded, and no sign of the address can end it.
 *
 * @param side `left` or `right`
 */
export function styleOf(look: Look, side: "left" | "right"): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules(look, side));
  return sheet;
}

function rules({ offsetX, offsetY, cornerRadius, avatarUrl }: Look, side: "left" | "right"): string {
  const [x, y, radius] = [offsetX, offsetY, cornerRadius].map((pixels) => `${Math.round(pixels)}px`);
  const across = `max(${x},env(safe-area-inset-${side}))`;
  const up = `max(${y},env(safe-area-inset-bottom))`;
  const inset = side === "left" ? `auto auto ${up} ${across}` : `auto ${across} ${up} auto`;
  return `.launcher.launcher{${side}:${across};bottom:${up}}
.launcher.pill{display:flex;gap:10px;width:auto;height:52px;max-width:calc(100vw - 40px);box-sizing:border-box;padding:0 20px 0 16px;border-radius:26px;font:600 15px/22px system-ui,sans-serif}
.pill:before{flex:none}
.pill span:last-child{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
@media(min-width:481px){:host .window.window.window{inset:${inset};border-radius:${radius}}:host .launcher:not([hidden])~.window.window{max-height:min(85vh,100vh - 92px - ${y})}}
.questions{display:flex;flex-direction:column;gap:8px;margin-top:20px}
.window .questions button{min-height:36px;padding:6px 14px;border:1px solid var(--edge);border-radius:18px;color:var(--shade)}
.window .questions button:hover{background:var(--sunken)}
${picture(avatarUrl)}`;
}

function picture(address = ""): string {
  // Nothing in it can end the string it stands in.
  return /^https:\/\/[^\s"\\]+$/u.test(address)
    ? `.head.head:before{content:"";flex:none;width:36px;height:36px;border-radius:50%;background:center/cover url("${address}")}.head .back{order:-1}`
    : "";
}
