/**
 * The look of the launcher. The host has no size of its own, so it never covers the page. Two rings of opposite lightness
 * make the focus visible on any page.
 *
 * @param side `left` or `right`
 */
export function style(side: string, accent: string, onAccent: string): string {
  return `:host{all:initial;position:fixed;z-index:2147483000;--accent:${accent};--on-accent:${onAccent}}
:host([hidden]),[hidden]{display:none!important}
.launcher{all:unset;position:fixed;${side}:max(20px,env(safe-area-inset-${side}));bottom:max(20px,env(safe-area-inset-bottom));display:grid;place-items:center;width:56px;height:56px;border-radius:50%;cursor:pointer;color:${onAccent};background:${accent};box-shadow:0 6px 24px #0005;forced-color-adjust:none}
.launcher:focus-visible{outline:3px solid #fff;box-shadow:0 0 0 6px #000}
.launcher:before{content:"";width:26px;height:26px;background:${onAccent};clip-path:path(evenodd,"M13 2A11 11 0 1 1 8 22.8L2 24 3.2 18A11 11 0 0 1 13 2Z")}
.badge{position:absolute;top:-4px;right:-4px;min-width:12px;padding:0 4px;border-radius:11px;border:2px solid #fff;font:600 12px/18px system-ui,sans-serif;text-align:center;color:#fff;background:#c92a2a}
@media print{:host{display:none}}`;
}
