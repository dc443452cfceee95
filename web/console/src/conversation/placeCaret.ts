/// Once the new text stands in the box. Who has typed on by then is where he is.
export function placeCaret(box: HTMLTextAreaElement | null, text: string, at: number): void {
  window.requestAnimationFrame(() => {
    box?.focus();
    if (box?.value === text) {
      box.setSelectionRange(at, at);
    }
  });
}
