import { useLayoutEffect, useState } from "preact/hooks";

/** What the address says behind its `#`, also after it changed. */
export function useHash(): string {
  const [hash, setCurrent] = useState(location.hash);
  useLayoutEffect(() => {
    const update = (): void => setCurrent(location.hash);
    addEventListener("hashchange", update);
    addEventListener("popstate", update);
    return () => {
      removeEventListener("hashchange", update);
      removeEventListener("popstate", update);
    };
  }, []);
  return hash;
}

/** Another address without a jump to the top of the page. */
export function setHash(hash: string): void {
  history.pushState(null, "", hash === "" ? location.href.split("#")[0] : hash);
  dispatchEvent(new PopStateEvent("popstate"));
}
