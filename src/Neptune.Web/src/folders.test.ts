import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { expect, test } from 'vitest';

const root = import.meta.dirname;
const order = [...readFileSync(join(root, '../README.md'), 'utf8').matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1]);

function sources(): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file) && file.includes('/'));
}

test('The README names every folder, and only those', () => {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());

  expect(folders.map((folder) => folder.name).sort()).toEqual([...order].sort());
});

test('A folder uses only what stands below it in the README', () => {
  const wrong = sources().flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const used = [...text.matchAll(/(?:from|import\() ?'(\.[^']+)'/g)].map((match) => posix.normalize(posix.join(dirname(file), match[1])));
    const own = file.split('/')[0];
    return used.filter((path) => order.indexOf(path.split('/')[0]) < order.indexOf(own)).map((path) => `${file} uses ${path}`);
  });

  expect(wrong).toEqual([]);
});
