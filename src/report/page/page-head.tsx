import { renderToString } from "preact-render-to-string";
import { pageStyle } from "../generated/page-assets.ts";
import { contentSecurityPolicy } from "./csp.ts";
import { shownMarkup } from "./shown-markup.ts";

/** The beginning of a page, up to its body. */
export function pageHead(name: string): string {
  const title = shownMarkup(renderToString(<title>{name} · flowproof</title>));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${title}
<style>${pageStyle.text}</style>
</head>
<body>
`;
}
