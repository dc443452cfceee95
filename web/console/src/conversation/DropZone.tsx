import { Upload } from "lucide-react";
import { useRef, useState, type DragEvent, type ReactElement, type ReactNode } from "react";
import { useWords } from "../shell/words";

/// Takes files that are dropped anywhere on the thread.
export function DropZone({
  onFiles,
  children,
}: {
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}): ReactElement {
  const { t } = useWords();
  // Entering a child is told before leaving its parent: only the balance says whether the pointer is inside.
  const depth = useRef(0);
  const [over, setOver] = useState(false);
  const move = (event: DragEvent, step: 1 | -1): void => {
    if (carriesFiles(event)) {
      depth.current += step;
      setOver(depth.current > 0);
    }
  };
  const drop = (event: DragEvent): void => {
    if (carriesFiles(event)) {
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      onFiles([...event.dataTransfer.files]);
    }
  };
  return (
    <div
      className="drop-zone"
      onDragEnter={(event) => move(event, 1)}
      onDragLeave={(event) => move(event, -1)}
      onDragOver={(event) => {
        if (carriesFiles(event)) {
          event.preventDefault();
        }
      }}
      onDrop={drop}
    >
      {children}
      {over ? (
        <div className="drop-cover">
          <Upload size={28} aria-hidden="true" />
          {t("composer.drop")}
        </div>
      ) : null}
    </div>
  );
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes("Files");
}
