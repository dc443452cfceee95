import type { ReactElement, ReactNode } from "react";
import { FormDialog } from "./FormDialog";
import { SaveBar } from "./SaveBar";
import type { Form } from "./useForm";
import type { MergedSave } from "./useMergedSave";

/// A form over the page. A click beside it does not close it: what is written would be out of sight by a slip.
export function DraftDialog<T>({
  title,
  size = "md",
  label,
  form,
  save,
  problem,
  onClose,
  children,
}: {
  readonly title: string;
  readonly size?: number | "md";
  /// Of the button that saves; not given: "Save".
  readonly label?: string;
  readonly form: Form<T>;
  readonly save: MergedSave;
  readonly problem: string | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <FormDialog title={title} size={size} closeOnClickOutside={false} onSubmit={save.send} onClose={onClose}>
      {children}
      <SaveBar
        label={label}
        dirty={form.dirty}
        saving={save.isPending}
        problem={problem}
        onReset={() => {
          form.reset();
          save.forget();
        }}
      />
    </FormDialog>
  );
}
