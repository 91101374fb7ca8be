import { useEffect, useState } from "preact/hooks";

/** Whether all of the page is there: until then a case that is asked for may still be on its way. */
export function useIsRead(): boolean {
  const [isRead, setRead] = useState(isReadNow);
  useEffect(() => {
    const update = (): void => setRead(isReadNow());
    // It may have come since the first look.
    update();
    document.addEventListener("readystatechange", update);
    return () => document.removeEventListener("readystatechange", update);
  }, []);
  return isRead;
}

function isReadNow(): boolean {
  return document.readyState !== "loading";
}
