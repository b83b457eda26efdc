import DefaultTheme from "vitepress/theme";
import Layout from "./Layout.vue";
import "./style.css";

export default {
  extends: DefaultTheme,
  Layout,
  enhanceApp() {
    if (typeof window !== "undefined") printInLight(document.documentElement);
  },
};

/** Printers leave backgrounds out, and light text on paper cannot be read. */
function printInLight({ classList }) {
  let isDark = false;
  addEventListener("beforeprint", () => {
    isDark = classList.contains("dark");
    classList.remove("dark");
  });
  addEventListener("afterprint", () => classList.toggle("dark", isDark));
}
