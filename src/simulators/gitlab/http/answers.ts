/** JSON, as Rails sends it. */
export function json(
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
  });
}

/** An error of the GraphQL endpoint. */
export function graphqlError(message: string, status: number): Response {
  return json({ errors: [{ message }] }, status);
}

/** A page for people. */
export function page(title: string, status = 200, heading: string = title): Response {
  const html = `<!DOCTYPE html>\n<html lang="en">\n<head><title>${title}</title></head>\n<body><h1>${heading}</h1></body>\n</html>\n`;
  return new Response(html, { status, headers: { "content-type": "text/html; charset=utf-8" } });
}

/** What a limiter says. */
export function plain(
  text: string,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(text, { status, headers: { "content-type": "text/plain", ...headers } });
}
