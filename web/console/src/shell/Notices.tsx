import { Button } from "@mantine/core";
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactElement,
  type ReactNode,
} from "react";

/// A short word about something that has just happened, at the foot of the window.
export interface Notice {
  readonly text: string;
  /// Offered for as long as the notice stands.
  readonly action?: { readonly label: string; readonly run: () => void };
}

const shownMilliseconds = 6000;

const NoticesContext = createContext<(notice: Notice) => void>(() => undefined);

/// Shows one notice at a time; a new one replaces the one before.
export function NoticesProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [notice, setNotice] = useState<Notice>();
  const hide = useCallback(() => setNotice(undefined), []);
  useEffect(() => {
    if (notice === undefined) {
      return undefined;
    }
    const timer = window.setTimeout(hide, shownMilliseconds);
    return () => window.clearTimeout(timer);
  }, [notice, hide]);
  const show = useMemo(() => setNotice, []);
  return (
    <NoticesContext value={show}>
      {children}
      <output className="notices">
        {notice === undefined ? null : <NoticeCard notice={notice} onDone={hide} />}
      </output>
    </NoticesContext>
  );
}

function NoticeCard({
  notice,
  onDone,
}: {
  readonly notice: Notice;
  readonly onDone: () => void;
}): ReactElement {
  const { action } = notice;
  return (
    <div className="notice">
      <span>{notice.text}</span>
      {action === undefined ? null : (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            action.run();
            onDone();
          }}
        >
          {action.label}
        </Button>
      )}
    </div>
  );
}

export function useNotices(): (notice: Notice) => void {
  return useContext(NoticesContext);
}
