/** A visitor as an agent gets to know one, and what they have said to each other. */
export interface Story {
  readonly locale: "en" | "es" | "pt-BR";
  readonly user: Readonly<Record<string, unknown>>;
  readonly page: { readonly title: string; readonly path: string };
  /** In turn, the visitor first. */
  readonly said: readonly string[];
  /** By the visitor as well, after the last answer. */
  readonly last: string;
  readonly note: string;
  readonly tags: readonly string[];
}

const maya: Story = {
  locale: "en",
  user: {
    name: "Maya Lee",
    email: "maya.lee@example.com",
    phone: "+44 20 7946 0134",
    company: { name: "Lee Bikes" },
    locale: "en",
    attributes: { plan: "Pro", orders: 12, newsletter: true },
  },
  page: { title: "Your order A-48213", path: "/orders/A-48213" },
  said: [
    "Hello, my order A-48213 says delivered, but nothing has arrived.",
    "Hello Maya, I am sorry. The carrier left it with a neighbour at number 14. Is that possible?",
    "Let me ask them.",
  ],
  last: "It was there. Thank you for looking so quickly. Can I still change the colour of the second jacket?",
  note: "@Bruno Quispe the second jacket is not packed yet: please hold it until she has chosen.",
  tags: ["delivery", "vip"],
};

const camila: Story = {
  locale: "es",
  user: {
    name: "Camila Peña",
    email: "camila.pena@example.com",
    phone: "+51 1 555 0134",
    company: { name: "Bicis Peña" },
    locale: "es",
    attributes: { plan: "Pro", pedidos: 12, boletín: true },
  },
  page: { title: "Tu pedido A-51920", path: "/pedidos/A-51920" },
  said: [
    "Hola, mi pedido A-51920 dice que fue entregado, pero no llegó nada.",
    "Hola, Camila. Lo siento. El transportista lo dejó con un vecino en el número 14. ¿Puede ser?",
    "Déjame preguntar.",
  ],
  last: "Estaba ahí. Gracias por buscarlo tan rápido. ¿Todavía puedo cambiar el color de la segunda chaqueta?",
  note: "@Bruno Quispe la segunda chaqueta aún no está empacada: espera a que elija, por favor.",
  tags: ["envíos", "vip"],
};

const beatriz: Story = {
  locale: "pt-BR",
  user: {
    name: "Beatriz Araújo",
    email: "beatriz.araujo@example.com",
    phone: "+55 11 5550 0134",
    company: { name: "Bicicletas Araújo" },
    locale: "pt-BR",
    attributes: { plano: "Pro", pedidos: 12, novidades: true },
  },
  page: { title: "Seu pedido A-60377", path: "/pedidos/A-60377" },
  said: [
    "Olá, meu pedido A-60377 consta como entregue, mas nada chegou.",
    "Olá, Beatriz. Sinto muito. A transportadora deixou com um vizinho no número 14. Será que está lá?",
    "Vou perguntar.",
  ],
  last: "Estava lá. Obrigada por procurar tão rápido. Ainda posso mudar a cor da segunda jaqueta?",
  note: "@Bruno Quispe a segunda jaqueta ainda não foi embalada: espere até ela escolher, por favor.",
  tags: ["entrega", "vip"],
};

export const stories: readonly [Story, Story, Story] = [maya, camila, beatriz];
