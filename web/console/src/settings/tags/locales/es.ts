import type { TextKey } from "./en";

export const es: Readonly<Record<TextKey, string>> = {
  title: "Etiquetas",
  hint: "Una etiqueta se crea al usarla en una conversación. Aquí puedes renombrarlas, unirlas y eliminarlas.",
  empty: "Todavía no hay etiquetas.",
  name: "Etiqueta",
  conversations: "Conversaciones",
  actions: "Acciones",
  rename: "Renombrar {name}",
  delete: "Eliminar {name}",
  renameTitle: "Renombrar etiqueta",
  newName: "Nuevo nombre",
  save: "Renombrar",
  mergeTitle: "¿Unir las etiquetas?",
  "merge.one":
    "Ya existe la etiqueta «{to}». 1 conversación con «{from}» pasa a tenerla, y «{from}» desaparece. No se puede deshacer.",
  "merge.other":
    "Ya existe la etiqueta «{to}». {count} conversaciones con «{from}» pasan a tenerla, y «{from}» desaparece. No se puede deshacer.",
  mergeUnused:
    "Ya existe la etiqueta «{to}». Ninguna conversación tiene «{from}», que desaparece. No se puede deshacer.",
  merge: "Unir",
  deleteTitle: "¿Eliminar la etiqueta?",
  "deleteText.one": "1 conversación pierde la etiqueta «{name}». No se puede deshacer.",
  "deleteText.other": "{count} conversaciones pierden la etiqueta «{name}». No se puede deshacer.",
  deleteUnused: "Ninguna conversación tiene la etiqueta «{name}».",
  deleteIt: "Eliminar",
  renamed: "Ahora se llama «{name}».",
  merged: "Unida con «{name}».",
  deleted: "Se eliminó «{name}».",
  INVALID_FIELD: "Una etiqueta es una línea de hasta 50 caracteres.",
  NOT_FOUND: "Esta etiqueta ya no existe.",
};
