import type { VNode } from "preact";
import { useState } from "preact/hooks";

type Theme = "light" | "dark";

const storeKey = "flowproof-theme";

/** Turns light into dark and back; until it is used, the page is as the system is. */
export function ThemeToggle(): VNode {
  const [theme, setTheme] = useState<Theme>(currentTheme);
  const other = theme === "dark" ? "light" : "dark";
  const toggle = (): void => {
    showTheme(other);
    keepTheme(other);
    setTheme(other);
  };
  return (
    <button type="button" class="quiet" onClick={toggle} aria-label={`Show in ${other} colors`}>
      {other === "dark" ? "Dark" : "Light"}
    </button>
  );
}

function currentTheme(): Theme {
  const chosen = document.documentElement.dataset["theme"];
  if (chosen === "dark" || chosen === "light") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** As the reader chose before, in this browser. */
export function showKeptTheme(): void {
  const kept = keptTheme();
  if (kept === "dark" || kept === "light") showTheme(kept);
}

function showTheme(theme: Theme): void {
  document.documentElement.dataset["theme"] = theme;
}

/** A browser may keep nothing for a file. */
function keptTheme(): string | null {
  try {
    return localStorage.getItem(storeKey);
  } catch {
    return null;
  }
}

function keepTheme(theme: Theme): void {
  try {
    localStorage.setItem(storeKey, theme);
  } catch {
    // Then it lasts as long as the page is open.
  }
}
