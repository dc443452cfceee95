export const words = { send: "Send" } as const;
