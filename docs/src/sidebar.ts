/** One line of the side menu: the page's slug ("index" is the first page) and its name in each language. */
interface Entry {
  readonly slug: string;
  readonly en: string;
  readonly es: string;
  readonly pt: string;
}

interface Group {
  readonly name: Omit<Entry, "slug">;
  readonly pages: readonly Entry[];
}

interface Labelled {
  label: string;
  translations: Record<string, string>;
}

interface SidebarGroup extends Labelled {
  items: (Labelled & { slug: string })[];
}

const groups: readonly Group[] = [
  {
    name: { en: "First steps", es: "Primeros pasos", pt: "Primeiros passos" },
    pages: [{ slug: "index", en: "Start", es: "Empezar", pt: "Começar" }],
  },
  {
    name: { en: "The widget", es: "El widget", pt: "O widget" },
    pages: [{ slug: "callbacks", en: "Callbacks", es: "Callbacks", pt: "Callbacks" }],
  },
];

/** The side menu in the form that Starlight reads. */
export const sidebar: SidebarGroup[] = groups.map((group) => ({
  label: group.name.en,
  translations: { es: group.name.es, "pt-BR": group.name.pt },
  items: group.pages.map((page) => ({
    label: page.en,
    translations: { es: page.es, "pt-BR": page.pt },
    slug: page.slug,
  })),
}));
