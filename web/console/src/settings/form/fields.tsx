import { PasswordInput, TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import { useTexts } from "../../shell/words";
import { texts } from "../texts";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly name: string;
  readonly hint?: string;
  /// What is wrong with it.
  readonly fault?: string | undefined;
  readonly autoComplete?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly maxLength?: number;
}

/// A line of text.
export function TextField({
  type = "text",
  inputMode,
  ...props
}: FieldProps & {
  readonly type?: "text" | "email" | "url";
  readonly inputMode?: "numeric" | "text";
}): ReactElement {
  return <TextInput type={type} {...(inputMode === undefined ? {} : { inputMode })} {...common(props)} />;
}

/// A password; can be shown while it is written.
export function PasswordField(props: FieldProps): ReactElement {
  const t = useTexts(texts);
  return (
    <PasswordInput
      visibilityToggleButtonProps={{ "aria-label": t("form.showPassword") }}
      {...common(props)}
    />
  );
}

function common({ hint, fault, onChange, required = false, autoComplete = "off", ...props }: FieldProps) {
  return {
    ...props,
    className: "field",
    required,
    withAsterisk: false,
    autoComplete,
    ...(hint === undefined ? {} : { description: hint }),
    ...(fault === undefined ? {} : { error: fault }),
    onChange: (event: { readonly currentTarget: { readonly value: string } }): void =>
      onChange(event.currentTarget.value),
  };
}

/// One of a few words.
export function SelectField({
  label,
  name,
  value,
  onChange,
  options,
  hint,
  disabled = false,
}: Pick<FieldProps, "label" | "name" | "value" | "onChange" | "hint" | "disabled"> & {
  readonly options: readonly { readonly value: string; readonly label: string }[];
}): ReactElement {
  return (
    <label className="field select-field">
      <span className="field-label">{label}</span>
      {hint === undefined ? null : <span className="field-hint">{hint}</span>}
      <select
        className="plain-input"
        name={name}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
