import { Button } from "@mantine/core";
import { ChartColumn, Download, Table } from "lucide-react";
import {
  createContext,
  useContext,
  useId,
  useState,
  type Context,
  type ReactElement,
  type ReactNode,
} from "react";
import { refusalText } from "../settings/problems";
import { useNotices } from "../shell/Notices";
import { useTexts, useWords } from "../shell/words";
import { csv, download } from "./csv";
import type { Range } from "./range";
import { texts } from "./texts";

/// A column of a report's table and of its file.
export interface Column<Row> {
  /// Its name in the file: the same in every language, for those who read it by program.
  readonly id: string;
  readonly label: string;
  readonly value: (row: Row) => string | number | undefined;
  /// As people read it.
  readonly show: (row: Row) => string;
}

/// Whether the figures are those of a period that was chosen before, while those of the chosen one come.
export const Outdated: Context<boolean> = createContext(false);

/// A report: its chart, the same figures as a table, and as a file.
export function Card<Row>({
  title,
  hint,
  file,
  range,
  rows,
  all = () => Promise.resolve(rows),
  columns,
  keyOf = (row) => columns[0]?.show(row) ?? "",
  empty,
  children,
}: {
  readonly title: string;
  readonly hint: string;
  /// What the file is about, in English.
  readonly file: string;
  readonly range: Range;
  readonly rows: readonly Row[];
  /// Those of the file, where the page shows only some.
  readonly all?: () => Promise<readonly Row[]>;
  readonly columns: readonly Column<Row>[];
  /// Tells its rows apart; the first column does when left out.
  readonly keyOf?: (row: Row) => string;
  /// There is nothing to draw.
  readonly empty: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const t = useTexts(texts);
  const heading = useId();
  const [asTable, setAsTable] = useState(false);
  const outdated = useContext(Outdated);
  const save = async (): Promise<void> => {
    const whole = await all();
    download(
      `chask-${file}-${range.from}-${range.to}.csv`,
      csv(
        columns.map(({ id }) => id),
        whole.map((row) => columns.map(({ value }) => value(row))),
      ),
    );
  };
  return (
    <section className="report-card" aria-labelledby={heading} aria-busy={outdated}>
      <header className="report-head">
        <div className="report-titles">
          <h2 id={heading}>{title}</h2>
          <p>{hint}</p>
        </div>
        <div className="report-actions">
          <Button
            size="xs"
            variant="default"
            leftSection={asTable ? <ChartColumn size={16} /> : <Table size={16} />}
            aria-label={t(asTable ? "asChartOf" : "asTableOf", { title })}
            onClick={() => setAsTable(!asTable)}
          >
            {t(asTable ? "asChart" : "asTable")}
          </Button>
          <SaveButton title={title} onSave={save} />
        </div>
      </header>
      {asTable ? <Figures title={title} rows={rows} columns={columns} keyOf={keyOf} /> : null}
      {!asTable && empty ? <p className="report-none">{t("none")}</p> : null}
      {!asTable && !empty ? children : null}
    </section>
  );
}

/// Says why a file could not be had: one that lacks something would be taken for whole.
function SaveButton({
  title,
  onSave,
}: {
  readonly title: string;
  readonly onSave: () => Promise<void>;
}): ReactElement {
  const words = useWords();
  const t = useTexts(texts);
  const show = useNotices();
  const [saving, setSaving] = useState(false);
  const save = async (): Promise<void> => {
    setSaving(true);
    try {
      await onSave();
    } catch (thrown) {
      show({ text: refusalText(thrown, words) });
    }
    setSaving(false);
  };
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<Download size={16} />}
      aria-label={t("csvOf", { title })}
      aria-disabled={saving}
      onClick={saving ? undefined : () => void save()}
    >
      {t("csv")}
    </Button>
  );
}

function Figures<Row>({
  title,
  rows,
  columns,
  keyOf,
}: {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
}): ReactElement {
  const t = useTexts(texts);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
    <section className="report-scroll" aria-label={`${title} · ${t("asTable")}`} tabIndex={0}>
      <table className="report-table">
        <thead>
          <tr>
            {columns.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column, place) =>
                place === 0 ? (
                  <th key={column.id} scope="row">
                    {column.show(row)}
                  </th>
                ) : (
                  <td key={column.id}>{column.show(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
