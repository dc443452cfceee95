/// Copies a text; false: it could not be copied.
export async function copyText(text: string): Promise<boolean> {
  // Missing on plain http, of which its type does not know.
  const { clipboard }: { readonly clipboard?: Clipboard } = navigator;
  try {
    if (clipboard === undefined) {
      return copyByCommand(text);
    }
    await clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/// The older way, which copies what is selected, and needs no secure context.
function copyByCommand(text: string): boolean {
  const focused = document.activeElement;
  const box = document.createElement("textarea");
  box.className = "visually-hidden";
  box.value = text;
  document.body.append(box);
  box.select();
  const copied = document.execCommand("copy");
  box.remove();
  if (focused instanceof HTMLElement) {
    focused.focus();
  }
  return copied;
}
