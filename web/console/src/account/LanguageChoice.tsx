import { SegmentedControl } from "@mantine/core";
import type { ReactElement } from "react";
import { isLocale, localeNames, locales } from "../shell/locale";
import { usePreferences } from "../shell/preferences";
import { useWords } from "../shell/words";

const data = locales.map((locale) => ({
  value: locale,
  label: <span lang={locale}>{localeNames[locale]}</span>,
}));

/// Switches the language of the console and keeps it on this browser.
export function LanguageChoice({ fullWidth = false }: { readonly fullWidth?: boolean }): ReactElement {
  const { t, locale } = useWords();
  const { change } = usePreferences();
  return (
    <SegmentedControl
      size="xs"
      fullWidth={fullWidth}
      aria-label={t("account.language")}
      data={data}
      value={locale}
      onChange={(value) => {
        if (isLocale(value)) {
          change({ locale: value });
        }
      }}
    />
  );
}
