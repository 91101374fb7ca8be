import type { Chart, ChartWords, Pencil } from "./pencil.ts";
import { chartWidth, fontSize } from "./sizes.ts";

/** What is needed of the nodes that are drawn: no types of a browser are known here. */
interface DrawnNode {
  readonly outerHTML: string;
  readonly innerHTML: string;
  textContent: string | null;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelectorAll(selector: string): Iterable<DrawnNode>;
  remove(): void;
}

interface DrawnDocument {
  createElement(name: string): DrawnNode;
}

/** Loads what draws only now: it takes longer to load than most commands to run. */
export async function loadPencil(): Promise<Pencil> {
  const [plot, { parseHTML }] = await Promise.all([
    import("@observablehq/plot"),
    import("linkedom"),
  ]);
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  return {
    plot,
    draw: (figure, words) => {
      const defaults = { className: "chart", width: chartWidth, document };
      const node: DrawnNode = plot.plot({ ...defaults, ...figure });
      return finished(node, words, document);
    },
  };
}

/** Without what a strict policy for styles forbids or a reader of the page would hear twice. */
function finished(svg: DrawnNode, words: ChartWords, document: DrawnDocument): Chart {
  const { id, title, description, notes = [] } = words;
  for (const style of svg.querySelectorAll("style")) style.remove();
  for (const node of svg.querySelectorAll("*")) {
    for (const { name, value } of Array.from(node.attributes)) {
      if (name === "style" || name.startsWith("aria-")) node.removeAttribute(name);
      else if (geometry.has(name)) node.setAttribute(name, rounded(value));
    }
  }
  // The page decides how wide it is and which font it has.
  for (const name of ["width", "height", "font-family", "style"]) svg.removeAttribute(name);
  svg.setAttribute("font-size", String(fontSize));
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-labelledby", `${id}-title`);
  svg.setAttribute("aria-describedby", `${id}-desc`);
  const escaped = (text: string): string => {
    const element = document.createElement("p");
    element.textContent = text;
    return element.innerHTML;
  };
  const named = `<title id="${id}-title">${escaped(title)}</title><desc id="${id}-desc">${escaped(description)}</desc>`;
  const drawn = svg.outerHTML;
  const end = drawn.indexOf(">") + 1;
  return { title, svg: `${drawn.slice(0, end)}${named}${drawn.slice(end)}`, notes };
}

const geometry: ReadonlySet<string> = new Set([
  "d",
  "transform",
  "x",
  "y",
  "x1",
  "x2",
  "y1",
  "y2",
  "cx",
  "cy",
  "r",
  "width",
  "height",
]);

/** A hundredth of a pixel is enough, and the last digits of logarithms differ between machines. */
function rounded(value: string): string {
  return value.replaceAll(/-?\d+\.\d{3,}(?:e[-+]?\d+)?/gu, (number) =>
    String(Math.round(Number(number) * 100) / 100),
  );
}
