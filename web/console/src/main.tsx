import "./shell/styles";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./shell/App";
import { adoptThemeVariables } from "./shell/theme";

const root = document.getElementById("root");
if (root !== null) {
  adoptThemeVariables(document);
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
