/** What the pages read: the texts of the code with their translations. */
import type { Release } from "./changelog.ts";
import type { Text } from "./catalogue.ts";
import type { Content, Field, Parameter, Route } from "./openapi.ts";
import type { ServerReason } from "./server.ts";
import type { Member } from "./types.ts";

/** A property, method or word, as a table shows it. */
export interface TableMember extends Omit<Member, "doc" | "fallback"> {
  readonly text: Text;
  readonly fallback?: Text;
}

/** A member of an object of the HTTP contract, or a parameter, as a table shows it. */
export interface TableField extends Omit<Field, "doc"> {
  readonly text?: Text;
}

/** What a route takes or gives. */
export interface TableContent extends Omit<Content, "fields"> {
  readonly fields: readonly TableField[];
}

/** One route of the HTTP contract, as a page shows it. */
export interface TableRoute extends Omit<
  Route,
  "summary" | "description" | "parameters" | "body" | "answer"
> {
  readonly summary: Text;
  readonly description?: Text;
  readonly parameters: readonly (TableField & Pick<Parameter, "place">)[];
  readonly body: TableContent;
  readonly answer: TableContent;
}

/** One thing that a browser keeps. */
export interface Stored {
  readonly of: string;
  readonly place: string;
  readonly key: string;
  readonly why: Text;
  readonly until: Text;
}

/** One version of the changelog. */
export interface TableRelease extends Omit<Release, "kinds"> {
  readonly kinds: readonly { readonly kind: string; readonly lines: readonly Text[] }[];
}

/** Everything that the tables of the site show. */
export interface Reference {
  readonly types: Readonly<Record<string, readonly TableMember[]>>;
  readonly settings: readonly { readonly key: string; readonly fallback: string; readonly text: Text }[];
  readonly routes: readonly TableRoute[];
  readonly schemas: readonly {
    readonly name: string;
    readonly text?: Text;
    readonly fields: readonly TableField[];
  }[];
  readonly reasons: readonly (ServerReason & {
    readonly group: string;
    readonly means: Text;
    readonly cure: Text;
  })[];
  readonly stored: readonly Stored[];
  readonly codes: Readonly<Record<string, { readonly cause: Text; readonly cure: Text }>>;
  /** By section of the protocol's paper. */
  readonly frames: Readonly<
    Record<string, readonly { readonly name: string; readonly fields: string; readonly rule: Text }[]>
  >;
  /** The members of a message of the stream. */
  readonly message: readonly { readonly name: string; readonly shape: Text }[];
  readonly limits: readonly { readonly value: Text; readonly name: Text }[];
  readonly closes: readonly { readonly code: string; readonly means: Text; readonly client: Text }[];
  readonly changelog: readonly TableRelease[];
  readonly words: Readonly<Record<string, Text>>;
}
