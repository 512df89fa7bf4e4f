import { type RefObject, useEffect, useState } from 'react';

/** Whether the element is on the screen, or soon will be. */
export function useInView(ref: RefObject<Element | null>, margin = '300px'): boolean {
  const [inView, setInView] = useState(false);
  useEffect(() => {
    if (!ref.current) return;
    const observer = new IntersectionObserver((entries) => setInView(entries[entries.length - 1].isIntersecting), { rootMargin: margin });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [ref, margin]);
  return inView;
}
