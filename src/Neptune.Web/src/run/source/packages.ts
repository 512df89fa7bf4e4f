export interface Package {
  name: string;
  version: string;
}

/** Lines of `name==version`, as requirements files have them; other lines are kept whole, comments are not. */
export function parsePackages(text: string): Package[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name, version] = /^([^\s=<>!~;@]+)\s*==\s*([^\s;]+)/.exec(line) ?? [];
      return name ? { name, version } : { name: line, version: '' };
    });
}
