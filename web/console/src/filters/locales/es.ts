import type { TextKey } from "./en";

export const es: Readonly<Record<TextKey, string>> = {
  saved: "Vistas guardadas",
  saveAs: "Guardar esta vista como",
  save: "Guardar",
  replace: "Reemplazar",
  rename: "Cambiar el nombre de {name}",
  newName: "Nuevo nombre de {name}",
  forget: "Eliminar {name}",
  NAME_TAKEN: "Otra de tus vistas tiene este nombre.",
  TOO_MANY_FILTERS: "Tienes 50 vistas guardadas, el máximo posible. Elimina una primero.",
  failed: "Ahora no se puede acceder a tus vistas guardadas. Inténtalo de nuevo.",
};
