import type { UserConfig } from "vite";

const config: UserConfig = {
  base: "./",
  build: { target: "es2022", modulePreload: false, assetsInlineLimit: 0, reportCompressedSize: false },
};

export default config;
