export { dark, font, grid, light, motion, radius, shadow, type Colors } from "./tokens.ts";
