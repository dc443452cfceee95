import { Ban, Upload } from "lucide-react";
import { useState, type DOMAttributes, type DragEvent, type ReactElement, type ReactNode } from "react";
import { useWords } from "../shell/words";

/// Takes files that are dropped anywhere on the thread.
export function DropZone({
  onFiles,
  refusal,
  children,
}: {
  /// Gets them also where they are refused, to say so.
  readonly onFiles: (files: readonly File[]) => void;
  /// Why they are not taken now.
  readonly refusal: string | undefined;
  readonly children: ReactNode;
}): ReactElement {
  const { t } = useWords();
  const { over, handlers } = useDrop(onFiles);
  return (
    <div className="drop-zone" {...handlers}>
      {children}
      {over ? (
        <div className="drop-cover">
          {refusal === undefined ? (
            <Upload size={28} aria-hidden="true" />
          ) : (
            <Ban size={28} aria-hidden="true" />
          )}
          {refusal ?? t("composer.drop")}
        </div>
      ) : null}
    </div>
  );
}

type DropHandlers = Pick<DOMAttributes<HTMLElement>, "onDragEnter" | "onDragLeave" | "onDragOver" | "onDrop">;

function useDrop(onFiles: (files: readonly File[]) => void): {
  readonly over: boolean;
  readonly handlers: DropHandlers;
} {
  // Entering a child is told before leaving its parent: only the balance says whether the pointer is inside.
  const [depth, setDepth] = useState(0);
  const handlers = {
    onDragEnter: takeFiles(() => setDepth((before) => before + 1)),
    onDragLeave: takeFiles(() => setDepth((before) => before - 1)),
    onDragOver: takeFiles(() => undefined),
    onDrop: takeFiles((event) => {
      setDepth(0);
      onFiles([...event.dataTransfer.files]);
    }),
  };
  return { over: depth > 0, handlers };
}

/// Handles the event only where files are dragged; a dragged text is the browser's.
function takeFiles(run: (event: DragEvent) => void): (event: DragEvent) => void {
  return (event) => {
    if (event.dataTransfer.types.includes("Files")) {
      event.preventDefault();
      run(event);
    }
  };
}
