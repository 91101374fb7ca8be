import type { VNode } from "preact";

/** The room of rows that are not in the page. */
export function Space({ height }: { readonly height: number }): VNode | null {
  if (height <= 0) return null;
  return <tr class="space" aria-hidden="true" style={{ height: `${height}px` }} />;
}
