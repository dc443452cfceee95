import type { ReactElement } from "react";
import { useTexts, useWords } from "../../shell/words";
import { SelectField, TextField } from "../form/fields";
import { Section } from "../form/Section";
import type { Form } from "../form/useForm";
import { legibility } from "./contrast";
import { colorOf, type Faults, type Written } from "./form";
import { texts } from "./texts";

/// Colour, theme, place and form.
export function LookFields({
  form,
  faults,
}: {
  readonly form: Form<Written>;
  readonly faults: Faults;
}): ReactElement {
  const t = useTexts(texts);
  const { value, change } = form;
  const field = (name: "offsetX" | "offsetY" | "cornerRadius"): ReactElement => {
    const fault = faults[name];
    return (
      <TextField
        label={t(name)}
        name={name}
        inputMode="numeric"
        value={value[name]}
        onChange={(written) => change({ [name]: written })}
        fault={fault === undefined ? undefined : t(fault)}
      />
    );
  };
  return (
    <Section title={t("look")} hint={t("lookHint")}>
      <div className="form">
        <ColorField
          form={form}
          fault={faults.primaryColor === undefined ? undefined : t(faults.primaryColor)}
        />
        <SelectField
          label={t("mode")}
          name="mode"
          value={value.mode}
          onChange={(chosen) => change({ mode: chosen === "light" || chosen === "dark" ? chosen : "auto" })}
          options={[
            { value: "auto", label: t("mode.auto") },
            { value: "light", label: t("mode.light") },
            { value: "dark", label: t("mode.dark") },
          ]}
        />
        <SelectField
          label={t("launcher")}
          hint={t("launcherHint")}
          name="launcher"
          value={value.launcher}
          onChange={(chosen) => change({ launcher: chosen === "pill" ? "pill" : "circle" })}
          options={[
            { value: "circle", label: t("launcher.circle") },
            { value: "pill", label: t("launcher.pill") },
          ]}
        />
        <SelectField
          label={t("position")}
          name="position"
          value={value.position}
          onChange={(chosen) => change({ position: chosen === "left" ? "left" : "right" })}
          options={[
            { value: "right", label: t("position.right") },
            { value: "left", label: t("position.left") },
          ]}
        />
        <div className="widget-numbers">
          {field("offsetX")}
          {field("offsetY")}
          {field("cornerRadius")}
        </div>
        <TextField
          type="url"
          label={t("avatarUrl")}
          hint={t("avatarHint")}
          name="avatarUrl"
          value={value.avatarUrl}
          onChange={(avatarUrl) => change({ avatarUrl })}
          fault={faults.avatarUrl === undefined ? undefined : t(faults.avatarUrl)}
        />
      </div>
    </Section>
  );
}

function ColorField({
  form,
  fault,
}: {
  readonly form: Form<Written>;
  readonly fault: string | undefined;
}): ReactElement {
  const t = useTexts(texts);
  const { primaryColor } = form.value;
  const color = colorOf(primaryColor);
  return (
    <div>
      <div className="widget-color">
        <input
          type="color"
          aria-label={t("pickColor")}
          value={color ?? "#3b5bdb"}
          onChange={(event) => form.change({ primaryColor: event.currentTarget.value })}
        />
        <TextField
          label={t("color")}
          name="primaryColor"
          value={primaryColor}
          maxLength={7}
          onChange={(written) => form.change({ primaryColor: written })}
          fault={fault}
        />
      </div>
      {color === undefined ? null : <ColorWords color={color} />}
    </div>
  );
}

/// What the widget does with a colour, so that everybody can read it.
function ColorWords({ color }: { readonly color: string }): ReactElement {
  const { locale } = useWords();
  const t = useTexts(texts);
  const { text, onColor, onWhite, shade } = legibility(color);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return (
    <div className="widget-contrast" aria-live="polite">
      <p>{t(text === "white" ? "textWhite" : "textBlack", { ratio: number.format(onColor) })}</p>
      {shade === undefined ? null : (
        <p>
          {t("shaded", { ratio: number.format(onWhite), shade })} <Swatch color={shade} />
        </p>
      )}
    </div>
  );
}

function Swatch({ color }: { readonly color: string }): ReactElement {
  return <span className="widget-swatch" aria-hidden="true" style={{ background: color }} />;
}
