import { json } from "../http/answers.ts";
import type { Exchange } from "../http/exchange.ts";

const defaultSize = 20;
const maxSize = 100;

/** A page of a list, with the headers that say which. */
export function paged(all: readonly unknown[], { url, instance }: Exchange): Response {
  const page = numberIn(url, "page", { default: 1, max: Number.MAX_SAFE_INTEGER });
  const size = numberIn(url, "per_page", { default: defaultSize, max: maxSize });
  const pages = Math.max(Math.ceil(all.length / size), 1);
  const link = (number: number, rel: string): string => {
    const query = new URLSearchParams(url.searchParams);
    for (const secret of ["private_token", "access_token"]) query.delete(secret);
    query.set("page", String(number));
    query.set("per_page", String(size));
    return `<${instance.url}${url.pathname}?${query.toString()}>; rel="${rel}"`;
  };
  const hasNext = page < pages;
  const links = [
    ...(page > 1 ? [link(page - 1, "prev")] : []),
    ...(hasNext ? [link(page + 1, "next")] : []),
    link(1, "first"),
    link(pages, "last"),
  ];
  return json(all.slice((page - 1) * size, page * size), 200, {
    link: links.join(", "),
    "x-page": String(page),
    "x-per-page": String(size),
    "x-next-page": hasNext ? String(page + 1) : "",
    "x-prev-page": page > 1 ? String(page - 1) : "",
    "x-total": String(all.length),
    "x-total-pages": String(pages),
  });
}

function numberIn(
  url: URL,
  name: string,
  limits: { readonly default: number; readonly max: number },
): number {
  const text = url.searchParams.get(name);
  if (text === null || !/^\d{1,15}$/.test(text) || Number(text) < 1) return limits.default;
  return Math.min(Number(text), limits.max);
}
