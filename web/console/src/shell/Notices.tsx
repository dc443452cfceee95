import {
  createContext,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from "react";
import { NoticeCard } from "./NoticeCard";

/// A short word about something that has just happened, at the foot of the window.
export interface Notice {
  readonly text: string;
  /// Offered for as long as the notice stands.
  readonly action?: { readonly label: string; readonly run: () => void };
}

/// Gives back what takes the notice away before its time.
type Show = (notice: Notice) => () => void;

const NoticesContext = createContext<Show>(() => () => undefined);

/// Shows one notice at a time; a new one replaces the one before.
export function NoticesProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [shown, setShown] = useState<{ readonly number: number; readonly notice: Notice }>();
  const count = useRef(0);
  const hide = useCallback(() => setShown(undefined), []);
  const show = useMemo(
    (): Show => (notice) => {
      const number = ++count.current;
      setShown({ number, notice });
      return () => setShown((present) => (present?.number === number ? undefined : present));
    },
    [],
  );
  return (
    <NoticesContext value={show}>
      {children}
      <output className="notices">
        {shown === undefined ? null : <NoticeCard key={shown.number} notice={shown.notice} onDone={hide} />}
      </output>
    </NoticesContext>
  );
}

export function useNotices(): Show {
  return useContext(NoticesContext);
}
