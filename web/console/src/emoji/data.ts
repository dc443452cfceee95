import type { Locale } from "../shell/locale";

/// A picture and the words it is found by; the first is its name.
export interface Emoji {
  readonly sign: string;
  readonly words: Readonly<Record<Locale, string>>;
}

export const groupIds = ["faces", "hands", "hearts", "things", "nature", "signs"] as const;

export type GroupId = (typeof groupIds)[number];

/// Those that are of use in answers to visitors, by group: the sign, then its words in each language.
const lists: Readonly<Record<GroupId, string>> = {
  faces: `
😀|grin, smile, happy|sonrisa, feliz, risa|sorriso, feliz, riso
😃|big smile, happy, joy|gran sonrisa, feliz, alegría|sorrisão, feliz, alegria
😄|smiling eyes, happy, laugh|ojos sonrientes, feliz, risa|olhos sorridentes, feliz, riso
😁|beaming, grin, teeth|radiante, dientes|radiante, dentes
😊|warm smile, blush, thanks|sonrisa cálida, rubor, gracias|sorriso caloroso, corado, obrigado
🙂|slight smile, friendly|sonrisa leve, amable|sorriso leve, gentil
🙃|upside down, irony|al revés, ironía|de cabeça para baixo, ironia
😉|wink, joke|guiño, broma|piscadela, brincadeira
😍|heart eyes, love|ojos de corazón, amor|olhos de coração, amor
🥰|in love, hearts, affection|enamorado, corazones, cariño|apaixonado, corações, carinho
😘|kiss|beso|beijo
😎|sunglasses, cool|gafas de sol, genial|óculos escuros, legal
🤩|star eyes, wow, excited|ojos de estrella, guau, emoción|olhos de estrela, uau, animado
🥳|party face, celebrate, birthday|fiesta, celebrar, cumpleaños|festa, comemorar, aniversário
😂|tears of joy, laugh, funny|lágrimas de risa, gracioso|chorando de rir, engraçado
🤣|rolling laughing, funny|muerto de risa, gracioso|rolando de rir, engraçado
😅|sweat smile, phew, relief|sonrisa con sudor, uf, alivio|sorriso suado, ufa, alívio
😇|angel, innocent|ángel, inocente|anjo, inocente
🤗|hug, welcome|abrazo, bienvenida|abraço, boas-vindas
🤔|thinking, hmm, question|pensando, duda, pregunta|pensando, dúvida, pergunta
🤫|quiet, secret|silencio, secreto|silêncio, segredo
😐|neutral, meh|neutral, indiferente|neutro, indiferente
😬|grimace, awkward, oops|mueca, incómodo, ups|careta, sem graça, ops
🙄|eye roll, annoyed|ojos en blanco, molesto|revirando os olhos, irritado
😴|sleep, tired|dormir, cansado|dormir, cansado
😕|confused, unsure|confundido, inseguro|confuso, inseguro
😟|worried|preocupado|preocupado
😔|sad, sorry|triste, perdón|triste, desculpa
😢|crying, sad, tear|llanto, triste, lágrima|choro, triste, lágrima
😭|sobbing, cry|llorando mucho, llanto|chorando muito, choro
😮|surprised, oh|sorpresa, oh|surpresa, oh
😱|scream, shock, fear|grito, susto, miedo|grito, choque, medo
😤|huff, frustrated|resoplido, frustrado|bufando, frustrado
😡|angry, mad|enojado, furioso|bravo, furioso
🤯|mind blown, wow|mente volada, guau|mente explodindo, uau
🥺|pleading, please|súplica, por favor|súplica, por favor
🤒|ill, sick, thermometer|enfermo, termómetro|doente, termômetro
🤖|robot, bot|robot, bot|robô, bot`,
  hands: `
👍|thumbs up, yes, good, ok|pulgar arriba, sí, bien, ok|joinha, sim, bom, ok
👎|thumbs down, no, bad|pulgar abajo, no, mal|polegar para baixo, não, ruim
👌|ok hand, perfect|ok, perfecto|ok, perfeito
✌️|victory, peace|victoria, paz|vitória, paz
🤞|fingers crossed, luck|dedos cruzados, suerte|dedos cruzados, sorte
🤝|handshake, deal, agreement|apretón de manos, trato, acuerdo|aperto de mãos, acordo
👏|clap, applause, bravo|aplauso, bravo|aplauso, palmas, bravo
🙌|raised hands, hooray|manos arriba, hurra|mãos para cima, viva
🙏|folded hands, thanks, please|manos juntas, gracias, por favor|mãos juntas, obrigado, por favor
👋|wave, hello, bye|saludo, hola, adiós|aceno, olá, tchau
✋|raised hand, stop, wait|mano alzada, alto, espera|mão levantada, pare, espere
👉|pointing right, here|señala a la derecha, aquí|apontando para a direita, aqui
👈|pointing left|señala a la izquierda|apontando para a esquerda
👆|pointing up, above|señala arriba|apontando para cima
👇|pointing down, below|señala abajo|apontando para baixo
💪|muscle, strong|músculo, fuerza|músculo, força
🤷|shrug, no idea|no sé, encogerse|não sei, dar de ombros
🤦|facepalm|palma en la cara|mão no rosto
👀|eyes, look, see|ojos, mirar, ver|olhos, olhar, ver
🧑‍💻|technologist, developer, computer|técnico, programador, computadora|técnico, programador, computador`,
  hearts: `
❤️|red heart, love|corazón rojo, amor|coração vermelho, amor
🧡|orange heart|corazón naranja|coração laranja
💛|yellow heart|corazón amarillo|coração amarelo
💚|green heart|corazón verde|coração verde
💙|blue heart|corazón azul|coração azul
💜|purple heart|corazón morado|coração roxo
🖤|black heart|corazón negro|coração preto
🤍|white heart|corazón blanco|coração branco
💔|broken heart, sad|corazón roto, triste|coração partido, triste
✨|sparkles, new, clean|destellos, nuevo, limpio|brilhos, novo, limpo
⭐|star, favourite|estrella, favorito|estrela, favorito
🌟|glowing star|estrella brillante|estrela brilhante
🎉|party popper, congratulations|confeti, felicidades|confete, parabéns
🎊|confetti ball, celebrate|bola de confeti, celebrar|bola de confete, comemorar
🎂|birthday cake|pastel de cumpleaños|bolo de aniversário
🎁|gift, present|regalo|presente
🏆|trophy, win|trofeo, ganar|troféu, vencer
🥇|gold medal, first|medalla de oro, primero|medalha de ouro, primeiro
💯|hundred, perfect|cien, perfecto|cem, perfeito
🔥|fire, hot, great|fuego, caliente, genial|fogo, quente, ótimo
🚀|rocket, launch, fast|cohete, lanzamiento, rápido|foguete, lançamento, rápido`,
  things: `
📦|parcel, package, delivery|paquete, envío, entrega|pacote, encomenda, entrega
🚚|truck, delivery, shipping|camión, entrega, envío|caminhão, entrega, envio
🛒|shopping cart, order|carrito, pedido, compra|carrinho, pedido, compra
🛍️|shopping bags|bolsas de compras|sacolas de compras
💳|credit card, payment|tarjeta, pago|cartão, pagamento
💰|money bag|dinero, bolsa|dinheiro, saco
🧾|receipt, invoice|recibo, factura|recibo, nota fiscal
🏷️|label, price, tag|etiqueta, precio|etiqueta, preço
📧|email, mail|correo, mensaje|e-mail, correio
📞|telephone, call|teléfono, llamada|telefone, ligação
📱|mobile phone|celular, móvil|celular
💻|laptop, computer|portátil, computadora|notebook, computador
🖨️|printer, print|impresora, imprimir|impressora, imprimir
📎|paperclip, attachment, file|clip, adjunto, archivo|clipe, anexo, arquivo
📄|document, page, file|documento, página, archivo|documento, página, arquivo
📝|note, write, form|nota, escribir, formulario|nota, escrever, formulário
📅|calendar, date|calendario, fecha|calendário, data
⏰|alarm clock, time|despertador, hora|despertador, hora
⏳|hourglass, wait|reloj de arena, espera|ampulheta, espera
🔑|key, password|llave, contraseña|chave, senha
🔒|locked, safe, private|cerrado, seguro, privado|trancado, seguro, privado
🔔|bell, notification|campana, aviso|sino, aviso
🔍|search, find|buscar, lupa|buscar, lupa
🔧|wrench, repair, fix|llave inglesa, reparar|chave inglesa, consertar
⚙️|gear, settings|engranaje, configuración|engrenagem, configurações
🔗|link|enlace|link
📍|pin, place, address|ubicación, lugar, dirección|localização, lugar, endereço
🏠|house, home|casa, hogar|casa, lar
🏪|shop, store|tienda|loja
💡|idea, light bulb|idea, foco|ideia, lâmpada
📷|camera, picture|cámara, foto|câmera, foto
🎵|music, note|música, nota|música, nota`,
  nature: `
☀️|sun, sunny, weather|sol, soleado, clima|sol, ensolarado, clima
🌧️|rain, weather|lluvia, clima|chuva, clima
❄️|snow, cold|nieve, frío|neve, frio
🌈|rainbow|arcoíris|arco-íris
🌍|earth, world|tierra, mundo|terra, mundo
🌱|seedling, plant, green|brote, planta, verde|broto, planta, verde
🌸|blossom, flower, spring|flor, primavera|flor, primavera
🌹|rose, flower|rosa, flor|rosa, flor
🌲|tree, forest|árbol, bosque|árvore, floresta
🐶|dog|perro|cachorro
🐱|cat|gato|gato
🐝|bee|abeja|abelha
☕|coffee, break|café, pausa|café, pausa
🍵|tea|té|chá
🍕|pizza, food|pizza, comida|pizza, comida
🍎|apple, fruit|manzana, fruta|maçã, fruta
🍫|chocolate|chocolate|chocolate
🍻|beer, cheers|cerveza, salud|cerveja, saúde
🥂|champagne, toast|champán, brindis|champanhe, brinde
✈️|airplane, travel|avión, viaje|avião, viagem
🏖️|beach, holiday|playa, vacaciones|praia, férias`,
  signs: `
✅|check, done, yes|listo, hecho, sí|feito, pronto, sim
✔️|check mark|marca de verificación|marca de seleção
❌|cross, no, wrong|cruz, no, mal|cruz, não, errado
❓|question mark|pregunta, interrogación|pergunta, interrogação
❗|exclamation mark, important|exclamación, importante|exclamação, importante
⚠️|warning, careful|advertencia, cuidado|aviso, cuidado
ℹ️|information|información|informação
🆕|new|nuevo|novo
🆓|free|gratis|grátis
🔄|repeat, again, refresh|repetir, otra vez, actualizar|repetir, de novo, atualizar
➡️|arrow right, next|flecha derecha, siguiente|seta para a direita, próximo
⬅️|arrow left, back|flecha izquierda, atrás|seta para a esquerda, voltar
⬆️|arrow up|flecha arriba|seta para cima
⬇️|arrow down|flecha abajo|seta para baixo
🔴|red circle|círculo rojo|círculo vermelho
🟡|yellow circle|círculo amarillo|círculo amarelo
🟢|green circle|círculo verde|círculo verde
1️⃣|one, first|uno, primero|um, primeiro
2️⃣|two, second|dos, segundo|dois, segundo
3️⃣|three, third|tres, tercero|três, terceiro`,
};

function read(list: string): readonly Emoji[] {
  return list
    .trim()
    .split("\n")
    .map((line) => {
      const [sign = "", en = "", es = "", pt = ""] = line.split("|");
      return { sign, words: { en, es, "pt-BR": pt } };
    });
}

/// In the order they are shown.
export const groups: readonly { readonly id: GroupId; readonly emojis: readonly Emoji[] }[] = groupIds.map(
  (id) => ({ id, emojis: read(lists[id]) }),
);
