/** A piece of a text: words, or words that lead somewhere. */
export interface Piece {
  readonly text: string;
  /** Only ever `https:`, `http:`, `mailto:` or `tel:`. */
  readonly href?: string;
}

/** An address up to the punctuation that closes its sentence. */
const address = /(https?:\/\/[^\s<>"]+|(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+|tel:\+?[\d().-]{5,})/giu;

/** Finds the addresses in a text. Nothing but the four schemes is ever made a link. */
export function piecesOf(text: string): readonly Piece[] {
  return text.split(address).flatMap((part, index): readonly Piece[] => {
    if (index % 2 === 0) {
      return part ? [{ text: part }] : [];
    }
    const [link = "", rest = ""] = split(part);
    const href = /^(https?|mailto|tel):/iu.test(link) ? link : `mailto:${link}`;
    return [{ text: link, href }, ...(rest ? [{ text: rest }] : [])];
  });
}

/** A full stop, or a bracket that was opened before the address, belongs to the sentence. */
function split(part: string): readonly string[] {
  const end = part.search(part.includes("(") ? /[.,;:!?'"]+$/u : /[.,;:!?'")\]]+$/u);
  return end < 0 ? [part] : [part.slice(0, end), part.slice(end)];
}
