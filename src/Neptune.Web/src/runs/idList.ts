/** "CLS-1,2,5" for CLS-1, CLS-2, CLS-5: ids of one project share what is before the number. */
export function writeIds(ids: readonly string[]): string {
  let shared = '';
  return ids
    .map((id) => {
      const dash = id.lastIndexOf('-') + 1;
      const [prefix, number] = [id.slice(0, dash), id.slice(dash)];
      if (prefix && prefix === shared && /^\d+$/.test(number)) return number;
      shared = prefix;
      return id;
    })
    .join(',');
}

export function readIds(text: string): string[] {
  let shared = '';
  const ids = text
    .split(',')
    .filter((part) => part !== '')
    .map((part) => {
      if (/^\d+$/.test(part) && shared) return shared + part;
      shared = part.slice(0, part.lastIndexOf('-') + 1);
      return part;
    });
  return [...new Set(ids)];
}
