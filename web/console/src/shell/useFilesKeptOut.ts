import { useEffect } from "react";

/// A file that is dropped beside the places for it would be opened in the page's stead, and with the page would go what is
/// typed and what is being uploaded: there it cannot be dropped.
export function useFilesKeptOut(): void {
  useEffect(() => {
    const refuse = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes("Files") === true && !event.defaultPrevented) {
        event.preventDefault();
        event.dataTransfer.dropEffect = "none";
      }
    };
    window.addEventListener("dragover", refuse);
    window.addEventListener("drop", refuse);
    return () => {
      window.removeEventListener("dragover", refuse);
      window.removeEventListener("drop", refuse);
    };
  }, []);
}
