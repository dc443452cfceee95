/** Follows links once each: a page that is linked from everywhere is asked for a single time. */
export class Links {
  readonly #pages = new Map<string, Promise<string | undefined>>();

  /** Which of the addresses lead nowhere: no page, or no such place on it. Those of other servers are not asked. */
  async dead(origin: string, addresses: readonly string[]): Promise<readonly string[]> {
    const checked = await Promise.all(
      [...new Set(addresses)]
        .filter((address) => address.startsWith(`${origin}/docs/`))
        .map(async (address) => ({ address, leads: await this.#leads(new URL(address)) })),
    );
    return checked.filter(({ leads }) => !leads).map(({ address }) => address);
  }

  async #leads(url: URL): Promise<boolean> {
    const anchor = decodeURIComponent(url.hash.slice(1));
    url.hash = "";
    const page = await this.#page(url.href);
    return page !== undefined && (anchor === "" || anchor === "_top" || page.includes(`id="${anchor}"`));
  }

  #page(address: string): Promise<string | undefined> {
    const known = this.#pages.get(address);
    if (known !== undefined) {
      return known;
    }
    const asked = fetch(address).then((answer) => (answer.ok ? answer.text() : undefined));
    this.#pages.set(address, asked);
    return asked;
  }
}
