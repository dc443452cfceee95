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
    pages: [
      { slug: "index", en: "Start", es: "Empezar", pt: "Começar" },
      { slug: "installation", en: "Installation", es: "Instalación", pt: "Instalação" },
      { slug: "playground", en: "Playground", es: "Prueba en vivo", pt: "Teste ao vivo" },
    ],
  },
  {
    name: { en: "The widget", es: "El widget", pt: "O widget" },
    pages: [
      { slug: "configuration", en: "Configuration", es: "Configuración", pt: "Configuração" },
      { slug: "methods", en: "Methods", es: "Métodos", pt: "Métodos" },
      { slug: "callbacks", en: "Callbacks", es: "Callbacks", pt: "Callbacks" },
      { slug: "events", en: "Events", es: "Eventos", pt: "Eventos" },
      { slug: "identity", en: "Identity", es: "Identidad", pt: "Identidade" },
      { slug: "attachments", en: "Attachments", es: "Archivos adjuntos", pt: "Anexos" },
      { slug: "languages", en: "Languages", es: "Idiomas", pt: "Idiomas" },
      { slug: "theming", en: "Theming", es: "Apariencia", pt: "Aparência" },
      { slug: "accessibility", en: "Accessibility", es: "Accesibilidad", pt: "Acessibilidade" },
      { slug: "privacy", en: "Privacy", es: "Privacidad", pt: "Privacidade" },
      {
        slug: "csp",
        en: "Content security policy",
        es: "Política de seguridad de contenido",
        pt: "Política de segurança de conteúdo",
      },
    ],
  },
  {
    name: { en: "The console", es: "La consola", pt: "O console" },
    pages: [
      {
        slug: "console",
        en: "Work in the console",
        es: "Trabajar en la consola",
        pt: "Trabalhar no console",
      },
      {
        slug: "console-settings",
        en: "Settings in the console",
        es: "Configuración en la consola",
        pt: "Configurações no console",
      },
    ],
  },
  {
    name: { en: "The server", es: "El servidor", pt: "O servidor" },
    pages: [
      { slug: "self-hosting", en: "Self-hosting", es: "Tu propio servidor", pt: "Seu próprio servidor" },
      {
        slug: "settings",
        en: "Server settings",
        es: "Configuración del servidor",
        pt: "Configuração do servidor",
      },
      { slug: "agents", en: "Agents and roles", es: "Agentes y roles", pt: "Agentes e funções" },
      { slug: "audit-log", en: "Audit log", es: "Registro de auditoría", pt: "Registro de auditoria" },
      { slug: "security", en: "Security", es: "Seguridad", pt: "Segurança" },
      { slug: "http-api", en: "HTTP API", es: "API HTTP", pt: "API HTTP" },
      { slug: "protocol", en: "WebSocket protocol", es: "Protocolo WebSocket", pt: "Protocolo WebSocket" },
    ],
  },
  {
    name: { en: "Help", es: "Ayuda", pt: "Ajuda" },
    pages: [
      {
        slug: "troubleshooting",
        en: "Troubleshooting",
        es: "Solución de problemas",
        pt: "Solução de problemas",
      },
      { slug: "errors", en: "Error reference", es: "Referencia de errores", pt: "Referência de erros" },
      { slug: "changelog", en: "Changelog", es: "Cambios", pt: "Mudanças" },
    ],
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
