/** A value of a custom attribute. `null` removes the attribute. */
export type AttributeValue = string | number | boolean | null;

/** What the page knows about its visitor. Every property is optional; only what is given is changed. */
export interface UserConfig {
  /** Your own id of this person. At most 200 characters. */
  readonly id?: string;
  /** Name shown to agents. At most 200 characters. */
  readonly name?: string;
  /** E-mail address. At most 320 characters. */
  readonly email?: string;
  /** Telephone number, as you write it. At most 40 characters. */
  readonly phone?: string;
  /** Address of a picture of this person. */
  readonly avatarUrl?: string;
  /** The company this person belongs to. */
  readonly company?: Company;
  /** Language of this person, such as `es-MX`. */
  readonly locale?: string;
  /** When this person became your customer, ISO 8601. */
  readonly createdAt?: string;
  /** Identity token signed by your server; it proves `id`. Without one all data counts as unverified. */
  readonly token?: string;
  /** Told by the server: whether an identity token has proved `id`. What your page gives here is ignored. */
  readonly verified?: boolean;
  /** Your own data: at most 50 entries, keys of at most 64 characters, texts of at most 1,000. */
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
}

/** A company a visitor belongs to. */
export interface Company {
  /** Your own id of the company. */
  readonly id?: string;
  /** Name shown to agents. */
  readonly name?: string;
}
