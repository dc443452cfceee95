import type { ConversationDetails, Visitor } from "@chask/client";
import { BadgeCheck } from "lucide-react";
import { Suspense, type ReactElement, type ReactNode } from "react";
import { Avatar } from "../inbox/Avatar";
import { visitorName } from "../inbox/visitorName";
import { Boundary } from "../shell/Boundary";
import { fullTime, languageName } from "../shell/format";
import type { Key } from "../shell/locale";
import { part } from "../shell/part";
import { useWords, type Words } from "../shell/words";
import { BlockVisitor } from "./BlockVisitor";
import { deviceOf } from "./device";
import { safeHref } from "./links";

const VisitorHistory = part(async () => (await import("./history/VisitorHistory")).VisitorHistory);

type Row = readonly [label: string, value: ReactNode];

/// All that is known, in groups; what is not known is left out.
export function VisitorData({ details }: { readonly details: ConversationDetails }): ReactElement {
  const { visitor } = details;
  const words = useWords();
  const name = visitorName(visitor, words);
  return (
    <>
      <div className="visitor-card">
        <Avatar id={visitor.id} name={visitor.name ?? visitor.email} size={56} />
        <bdi className="visitor-name">{name}</bdi>
        {visitor.verified === true ? (
          <span className="visitor-verified">
            <BadgeCheck size={16} aria-hidden="true" />
            {words.t("visitor.verified")}
          </span>
        ) : null}
      </div>
      <Group
        title="visitor.contact"
        rows={contactRows(visitor, words)}
        {...(allVerified(visitor) ? {} : { note: noteOf(visitor) })}
      />
      <Group title="visitor.visit" rows={visitRows(visitor, words)} />
      <Group title="visitor.attributes" rows={attributeRows(visitor, words)} />
      <Boundary>
        <Suspense>
          <VisitorHistory details={details} />
        </Suspense>
      </Boundary>
      <BlockVisitor details={details} />
    </>
  );
}

const contactFields = ["name", "email", "phone", "company", "userId"] as const;

function unproved({ verifiedFields = [], ...visitor }: Visitor): boolean {
  return contactFields.some((field) => visitor[field] !== undefined && !verifiedFields.includes(field));
}

function allVerified(visitor: Visitor): boolean {
  return visitor.verified === true && !unproved(visitor);
}

function noteOf({ verified }: Visitor): Key {
  return verified === true ? "visitor.partlyVerified" : "visitor.unverified";
}

function Group({
  title,
  rows,
  note,
}: {
  readonly title: Key;
  readonly rows: readonly Row[];
  readonly note?: Key;
}): ReactElement {
  const { t } = useWords();
  return (
    <section className="visitor-group">
      <h3>{t(title)}</h3>
      {rows.length === 0 ? <p className="visitor-none">{t("visitor.nothing")}</p> : <Rows rows={rows} />}
      {note === undefined || rows.length === 0 ? null : <p className="visitor-note">{t(note)}</p>}
    </section>
  );
}

function Rows({ rows }: { readonly rows: readonly Row[] }): ReactElement {
  return (
    <dl>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>
            <bdi>{label}</bdi>
          </dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function contactRows(visitor: Visitor, { t }: Words): readonly Row[] {
  const marked = (field: string, label: Key): string =>
    visitor.verifiedFields?.includes(field) === true ? `${t(label)} ✓` : t(label);
  return [
    ...row(marked("name", "visitor.name"), visitor.name),
    ...row(marked("email", "visitor.email"), visitor.email, link(`mailto:${visitor.email}`, visitor.email)),
    ...row(
      marked("phone", "visitor.phone"),
      visitor.phone,
      link(`tel:${visitor.phone?.replace(/[^\d+]/g, "")}`, visitor.phone),
    ),
    ...row(t("visitor.company"), visitor.company?.name ?? visitor.company?.id),
    ...row(marked("userId", "visitor.userId"), visitor.userId),
  ];
}

function visitRows(visitor: Visitor, words: Words): readonly Row[] {
  const { t } = words;
  const { page, locale, userAgent, createdAt, lastSeenAt } = visitor;
  return [
    ...row(t("visitor.pageTitle"), page?.title),
    ...row(t("visitor.page"), page?.url, link(page?.url, page?.url)),
    ...row(t("visitor.referrer"), page?.referrer, link(page?.referrer, page?.referrer)),
    ...row(t("visitor.locale"), locale === undefined ? undefined : languageName(locale, words)),
    ...row(t("visitor.device"), userAgent === undefined ? undefined : deviceText(userAgent, words)),
    ...row(t("visitor.firstSeen"), createdAt === undefined ? undefined : fullTime(createdAt, words)),
    ...row(t("visitor.lastSeen"), lastSeenAt === undefined ? undefined : fullTime(lastSeenAt, words)),
  ];
}

function attributeRows(visitor: Visitor, words: Words): readonly Row[] {
  return Object.entries(visitor.attributes).flatMap(([name, value]) =>
    row(name, attributeText(value, words)),
  );
}

function attributeText(value: string | number | boolean | null, words: Words): string | undefined {
  if (typeof value === "boolean") {
    return words.t(value ? "visitor.yes" : "visitor.no");
  }
  if (typeof value === "number") {
    return new Intl.NumberFormat(words.locale, { useGrouping: false, maximumFractionDigits: 10 }).format(
      value,
    );
  }
  return value ?? undefined;
}

function deviceText(userAgent: string, words: Words): string | undefined {
  const { browser, system } = deviceOf(userAgent);
  if (browser === undefined || system === undefined) {
    return browser ?? system;
  }
  return words.t("visitor.deviceOn", { browser, system });
}

function row(label: string, value: string | undefined, shown?: ReactNode): readonly Row[] {
  return value === undefined || value.trim() === "" ? [] : [[label, shown ?? value]];
}

/// The text as a link where the address may be followed, else nothing: the plain text is shown.
function link(address: string | undefined, shown: string | undefined): ReactNode {
  const href = address === undefined ? undefined : safeHref(address);
  return href === undefined || shown === undefined ? undefined : (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {shown}
    </a>
  );
}
